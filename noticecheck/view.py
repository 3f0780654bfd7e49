"""Clean views of a stretch of a notice, every character with its place in the original.

Rules are written for plain words; notices hold Markdown, full-width letters, soft hyphens and hard
line breaks. A `View` is the text as a person reads it, and knows for each of its characters where it
stands in `Notice.text`, so that whatever is found in the view is quoted from the original.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from noticecheck.notice import Span

# One character to one character: the text keeps its length, and most notices need nothing else.
_FOLD = {
    0x2018: "'", 0x2019: "'", 0x201B: "'", 0x2032: "'", 0x02BC: "'", 0xFF07: "'",
    0x201C: '"', 0x201D: '"', 0x201E: '"', 0x201F: '"', 0x00AB: '"', 0x00BB: '"', 0xFF02: '"',
    0x00A0: " ", 0x3000: " ", 0x202F: " ", 0x2007: " ", 0x2009: " ", 0x2002: " ", 0x2003: " ",
    0x2010: "-", 0x2011: "-", 0x2012: "-", 0x2212: "-", 0xFF0D: "-",
    0x2028: "\n", 0x2029: "\n", 0x0085: "\n", 0x000B: " ", 0x000C: " ", 0x0009: " ",
}  # fmt: skip
_FOLD |= {c: chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F) if c not in _FOLD}
# Half-width punctuation and katakana without voicing marks; the voiced ones are composed below.
_FOLD |= {c: unicodedata.normalize("NFKC", chr(c)) for c in range(0xFF61, 0xFF9E)}
# Half a character, left by broken software: no word has one, and the scanners take none.
_FOLD |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")

# What a reader does not see, or what is two characters in the text and one to the reader.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_UNUSUAL = re.compile(rf"[{_INVISIBLE}\uff9e\uff9f\u0300-\u036f\u1100-\u11ff\u3099\u309a]")
_CLUSTER = (
    r"[\uff76-\uff84\uff8a-\uff8e\uff73][\uff9e\uff9f]"  # half-width kana and its voicing mark
    r"|[^\W\d_][\u0300-\u036f\u3099\u309a]{1,16}"  # a letter and its combining marks
    r"|[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?"  # conjoining jamo
)
_MARKUP = re.compile(
    r"(?P<image>!\[[^\]\n]{0,300}\]\([^)\s]{0,2000}(?:\s\"[^\"\n]{0,300}\")?\))"
    r"|\[(?P<link>[^\]\[]{0,2000})\](?:\([^)\s]{0,4000}(?:\s+\"[^\"\n]{0,300}\")?\s?\)|\[[^\]\n]{0,100}\])"
    r"|(?P<break><br\s{0,3}/?>)"
    r"|(?P<comment><!--[^>]{0,2000}-->)"
    r"|(?P<tag></?[a-zA-Z][^<>\n]{0,1000}>)"
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});)"
    r"|\\(?P<escape>[\\`*_{}\[\]()#+\-.!~>|\"'$&])"
    r"|(?P<emphasis>\*{1,3}|~~|(?<![^\W_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![^\W_])|`{1,3})"
)
_MARKUP_CHARS = re.compile(r"[\[\]*_`<\\&~]")
_CJK = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u30ff"
_SPACES = re.compile(rf"(?P<inside>(?<=[{_CJK}])[ ]?\r?\n[ ]*(?:>[ ]?)?(?=[{_CJK}]))|[ \r\n]{{2,}}|[\r\n]")

# A break between characters of a script without spaces is mostly one that an extractor put into a
# sentence; it is a real one after a short line, and before a label, a bullet or a number.
_SHORT_LINE = 16
_OWN_LINE = re.compile(rf"[^\n:。]{{0,20}}[{_CJK}]:|[・■●○◆◇▼※①-⑳]|\(?\d{{1,2}}[.)]\s?(?=[{_CJK}])")


def fold(text: str) -> str:
    """`text` with typographic, full-width and half-width characters folded one to one: same length."""
    return text if text.isascii() and "\t" not in text else text.translate(_FOLD)


def lower(text: str) -> str:
    """`text` in lower case, never changing its length (`str.lower` may: İ)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def has_unusual(text: str) -> bool:
    """Whether `text` holds characters that a view joins or leaves out, so that a scan of the raw
    text could miss a name."""
    return not text.isascii() and _UNUSUAL.search(text) is not None


def broken_words(text: str) -> Iterator[int]:
    """Where line breaks stand that a view leaves out: a scan of the raw text could miss a name there."""
    if "\n" in text and not text.isascii():
        yield from (m.start() for m in _SPACES.finditer(text) if m.group("inside"))


@dataclass(frozen=True, slots=True)
class View:
    """`text` as read, and `offsets[i]`: where its character i stands in the original.

    `offsets` is None where the view is the original from `start` on, one to one. `ends` says where what
    stands at an offset ends in the original, if it is more than one character there (`e` and its accent).
    """

    text: str
    start: int
    offsets: list[int] | None = None
    ends: dict[int, int] = field(default_factory=dict)

    def span(self, start: int, end: int) -> Span:
        """The original's span for `text[start:end]` (start < end)."""
        if self.offsets is None:
            return Span(self.start + start, self.start + end)
        last = self.offsets[end - 1]
        return Span(self.offsets[start], self.ends.get(last, last + 1))


def view(text: str, start: int, end: int, *, markdown: bool) -> View:
    """The clean view of `text[start:end]`: markup, invisible characters and doubled white space
    left out, typographic variants folded. Offsets in the result count in `text`."""
    raw = text[start:end]
    if not markdown and raw.isascii() and not _SPACES.search(raw):
        return View(raw, start)
    offsets = list(range(start, end))
    ends: dict[int, int] = {}
    clean = raw
    if has_unusual(clean):
        clean, offsets = _compose(clean, offsets, ends)
    clean = fold(clean)
    if markdown and _MARKUP_CHARS.search(clean):
        clean, offsets = _strip_markup(clean, offsets, ends)
    clean, offsets = _squeeze(clean, offsets, ends)
    return View(clean, start, offsets, ends)


def _replace(
    text: str, offsets: list[int], ends: dict[int, int], edits: list[tuple[int, int, str]]
) -> tuple[str, list[int]]:
    """Apply `edits` (start, end, replacement), in order; a replacement's characters take the place
    of the first character that they replace, and `ends` gets where the last one ended."""
    if not edits:
        return text, offsets
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for start, end, new in edits:
        parts.append(text[at:start])
        places += offsets[at:start]
        if new:
            parts.append(new)
            places += [offsets[start]] * len(new)
            ends[offsets[start]] = ends.get(offsets[end - 1], offsets[end - 1] + 1)
        at = end
    parts.append(text[at:])
    places += offsets[at:]
    return "".join(parts), places


def _compose(text: str, offsets: list[int], ends: dict[int, int]) -> tuple[str, list[int]]:
    edits = []
    for match in re.finditer(rf"{_CLUSTER}|[{_INVISIBLE}]+", text):
        whole = match.group()
        new = ""
        if not re.match(rf"[{_INVISIBLE}]", whole):
            halfwidth = "\uff61" <= whole[0] <= "\uff9f"
            new = unicodedata.normalize("NFKC" if halfwidth else "NFC", whole)
        if new != whole:
            edits.append((match.start(), match.end(), new))
    return _replace(text, offsets, ends, edits)


def _strip_markup(text: str, offsets: list[int], ends: dict[int, int]) -> tuple[str, list[int]]:
    edits: list[tuple[int, int, str]] = []
    for match in _MARKUP.finditer(text):
        kind, start, end = match.lastgroup, match.start(), match.end()
        if kind == "link":
            inner = match.span("link")
            edits.append((start, inner[0], ""))
            edits += [
                (inner[0] + m.start(), inner[0] + m.end(), m.group("escape") or "")
                for m in _MARKUP.finditer(match.group("link"))
                if m.lastgroup in ("emphasis", "escape")
            ]
            edits.append((inner[1], end, ""))
        elif kind == "break":
            edits.append((start, end, " "))
        elif kind == "entity":
            new = html.unescape(match.group())
            edits.append((start, end, fold(new) if len(new) == 1 else match.group()))
        else:
            edits.append((start, end, match.group("escape") or ""))
    return _replace(text, offsets, ends, edits)


def _squeeze(text: str, offsets: list[int], ends: dict[int, int]) -> tuple[str, list[int]]:
    edits = [(m.start(), m.end(), _space(text, m)) for m in _SPACES.finditer(text)]
    return _replace(text, offsets, ends, edits)


def _space(text: str, match: re.Match[str]) -> str:
    """What stands for white space in the view: a blank, nothing inside a word, or a line break."""
    inside = match.group("inside")
    if "\n" in match.group() and _OWN_LINE.match(text, match.end()):
        return "\n"
    if inside is None:
        return " "
    line = text.rfind("\n", 0, match.start()) + 1
    return "\n" if match.start() - line < _SHORT_LINE else ""
