"""Which language a notice is in: what the page declares, its script, a vote of frequent words.

Only running text is asked (paragraphs, items, long cells), so that a navigation bar or a list of
company names in another language decides nothing. A declaration (`<html lang>`) is believed
unless script or vote contradict it: templates are copied with their `lang`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import msgspec

from noticecheck.errors import UsageError
from noticecheck.notice import Block, LanguageFrom
from noticecheck.reading.datafiles import load

#: The code for "cannot be determined" (ISO 639-2).
UNDETERMINED = "und"

_SAMPLE = 4_000
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NOISE = re.compile(r"\]\([^)\s]*\)|https?://\S+|(?<!\S)[^\s@]*@\S+|<[^<>\n]{1,300}>")
_ASCII = re.compile("[\x00-\x7f]+")
_NOT_ASCII_LETTERS = bytes(b for b in range(256) if not chr(b).isalpha() or b > 127)
_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("kana", re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc\u31f0-\u31ff\uff66-\uff9d]")),
    ("han", re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")),
    ("hangul", re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")),
    ("latin", re.compile("[\u00c0-\u024f\u1e00-\u1eff]")),
    ("cyrillic", re.compile("[\u0400-\u04ff]")),
    ("arabic", re.compile("[\u0620-\u06ff]")),
    ("el", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("he", re.compile("[\u05d0-\u05ea]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("te", re.compile("[\u0c00-\u0c7f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("km", re.compile("[\u1780-\u17ff]")),
    ("lo", re.compile("[\u0e80-\u0eff]")),
    ("my", re.compile("[\u1000-\u109f]")),
    ("si", re.compile("[\u0d80-\u0dff]")),
    ("am", re.compile("[\u1200-\u137f]")),
)
#: A Latin word has about this many letters; one Han or kana sign says about half a word.
_LETTERS_PER_SIGN = 3
#: Least share of words that are frequent words of the language, for running text.
_LEAST_SHARE = 0.15


class LanguageGuess(NamedTuple):
    """An ISO 639-1 code (or `und`) and what decided it."""

    code: str
    decided_by: LanguageFrom


class _Words(msgspec.Struct, forbid_unknown_fields=True):
    latin: dict[str, str]
    cyrillic: dict[str, str]
    arabic: dict[str, str]


@cache
def _votes(script: str) -> dict[str, tuple[tuple[str, float], ...]]:
    """Word to (language, weight): a word that fewer languages share weighs more."""
    lists: dict[str, str] = getattr(load("stopwords.toml", _Words), script)
    owners: dict[str, list[str]] = {}
    for code, words in lists.items():
        for word in dict.fromkeys(words.split()):
            owners.setdefault(word, []).append(code)
    return {word: tuple((c, 1.0 / len(codes) ** 0.5) for c in codes) for word, codes in owners.items()}


def detect(
    text: str,
    blocks: tuple[Block, ...],
    *,
    option: str | None = None,
    declared: str | None = None,
) -> LanguageGuess:
    """The language of a notice. `option` wins unseen; `declared` unless the text contradicts it.

    Raises `UsageError` if `option` is not a language code.
    """
    if option is not None:
        code = primary_code(option)
        if code is None:
            raise UsageError(f"language is {option!r}; give an ISO 639-1 code such as 'en' or 'ja'.")
        return LanguageGuess(code, "option")
    sample = running_text(text, blocks)
    by_script = _by_script(sample)
    said = primary_code(declared) if declared else None
    if by_script in ("latin", "cyrillic", "arabic"):
        voted = _vote(sample, by_script)
        if said is not None and (voted == said or (voted is None and _fits(said, by_script))):
            return LanguageGuess(said, "declared")
        return LanguageGuess(voted or UNDETERMINED, "detection")
    if by_script is None:
        return LanguageGuess(said or UNDETERMINED, "declared" if said else "detection")
    return LanguageGuess(by_script, "declared" if said == by_script else "script")


def primary_code(tag: str) -> str | None:
    """The language of a tag such as `ja-JP` or `en_US`, in lower case; None if it is no tag."""
    match = re.fullmatch(r"\s*([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*\s*", tag)
    if not match:
        return None
    code = match[1].lower()
    return {
        "no": "nb",
        "nn": "nb",
        "jp": "ja",
        "iw": "he",
        "in": "id",
        "cn": "zh",
        "sh": "hr",
        "bs": "hr",
    }.get(code, code)


def running_text(text: str, blocks: tuple[Block, ...]) -> str:
    """Some thousand characters of the notice's sentences, from its whole length, links cut."""
    running = [b for b in blocks if b.kind != "heading" and b.end - b.start >= 60]
    if sum(b.end - b.start for b in running) < 200:
        running = [b for b in blocks if b.kind in ("paragraph", "list_item")]
        if sum(b.end - b.start for b in running) < 80:
            running = list(blocks)
    total = sum(min(b.end - b.start, 600) for b in running)
    step = max(1, total // _SAMPLE)
    pieces = [text[b.start : min(b.end, b.start + 600)] for b in running[::step]]
    sample = "\n".join(pieces)[: 2 * _SAMPLE] if pieces else text[:_SAMPLE]
    return _NOISE.sub(" ", sample)


def _by_script(sample: str) -> str | None:
    """`ja`, `ko`, `zh`, another language with a script of its own, or the script to vote on."""
    # The ASCII part, which is most of the text in half of the languages, need not be looked at sign by sign.
    others = Counter(_ASCII.sub("", sample))
    distinct = "".join(others)
    counts = {name: sum(others[c] for c in pattern.findall(distinct)) for name, pattern in _SCRIPTS}
    counts["latin"] += len(sample.encode("ascii", "ignore").translate(None, _NOT_ASCII_LETTERS))
    east = counts["kana"] + counts["han"] + counts["hangul"]
    west = {name: n for name, n in counts.items() if name not in ("kana", "han", "hangul")}
    best = max(west, key=lambda name: west[name])
    if east == 0 and west[best] == 0:
        return None
    if east * _LETTERS_PER_SIGN >= west[best]:
        return _east_asian(counts)
    return best


def _east_asian(counts: Mapping[str, int]) -> str:
    # Korean quotes Han, Chinese quotes a Japanese name: a few signs decide nothing.
    if counts["hangul"] * 2 > counts["kana"] + counts["han"]:
        return "ko"
    return "ja" if counts["kana"] * 10 > counts["han"] else "zh"


def _vote(sample: str, script: str) -> str | None:
    words = _WORD.findall(sample.lower().replace("’", "'"))
    if not words:
        return None
    table = _votes(script)
    score: dict[str, float] = {}
    hits: dict[str, int] = {}
    for word, times in Counter(words).items():
        for code, weight in table.get(word, ()):
            score[code] = score.get(code, 0.0) + times * weight
            hits[code] = hits.get(code, 0) + times
    if not score:
        return None
    best = max(sorted(score), key=lambda code: score[code])
    least = _LEAST_SHARE if script == "latin" else _LEAST_SHARE / 2
    if len(words) >= 8 and hits[best] < least * len(words):
        return None
    return best


def _fits(code: str, script: str) -> bool:
    """Whether a declared language may be written in `script` (languages that are not in the data)."""
    others = {"ja", "zh", "ko", *(name for name, _ in _SCRIPTS if len(name) == 2)}
    if code in others:
        return False
    known: Mapping[str, str]
    for name in ("latin", "cyrillic", "arabic"):
        known = getattr(load("stopwords.toml", _Words), name)
        if code in known:
            return name == script
    return True
