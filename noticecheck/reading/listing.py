"""Lists that no markup shows: sentences that introduce one, and lines of the form "Label: value"."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from noticecheck.notice import Span
from noticecheck.reading.datafiles import load, pattern

#: A label has at most this many words; longer ones are the beginning of a sentence.
_LABEL_WORDS = 6
#: How a line ends that does not go on in the next: Markdown's hard breaks, and sentences.
_ENDS = ("  ", "\\", ".", "。", "!", "！", "?", "？")
#: Of an introducing sentence, the end is enough.
_TAIL = 80
# A colon of ASCII needs a space after it, or times and addresses would be labels. A label in small
# letters is a part of a sentence that goes on from the line above.
_LABEL = re.compile(
    r"[>\s]*[*_]{0,3}(?![a-z])([^\s:：*_。.!?;|][^:：。.!?;|\n]{0,39}?)[*_]{0,3}[ \u3000]?"
    r"(?:：[*_]{0,3}|:(?:[*_]{1,3}|(?=\s)))[ \t\u3000]*(?=[^\s\\])"
)


class _Data(msgspec.Struct, forbid_unknown_fields=True):
    introduces: dict[str, list[str]]


@cache
def _introducing() -> re.Pattern[str]:
    data = load("listing.toml", _Data)
    alternatives = [a for key in sorted(data.introduces) for a in data.introduces[key]]
    ends = pattern("listing.toml", "introduces", alternatives).pattern
    return re.compile(rf"(?:[:：]|{ends})[\W_]{{0,4}}$", re.IGNORECASE)


def introduces(text: str) -> bool:
    """Whether `text` ends as a sentence that introduces a list ("... are as follows.")."""
    return _introducing().search(text[-_TAIL:]) is not None


def labelled(text: str, start: int, end: int) -> list[tuple[Span, bool]]:
    """`text[start:end]` cut before each line of the form "Label: value", from the first two on.

    Each piece says whether it begins with a label; what stands before the first label comes as
    the first piece. A line without a label goes with the piece above it, unless a hard line break
    or the end of a sentence comes before. Empty if no two successive lines have labels.
    """
    if text.count(":", start, end) + text.count("：", start, end) < 2:
        return []
    lines: list[tuple[int, bool]] = []
    position = start
    while position < end:
        below = text.find("\n", position, end) + 1 or end
        lines.append((position, _has_label(text, position, below)))
        position = below
    first = next((k for k in range(len(lines) - 1) if lines[k][1] and lines[k + 1][1]), -1)
    if first < 0:
        return []
    cuts = [(start, False)] if first else []
    for at, is_label in lines[first:]:
        if is_label or text[max(start, at - 80) : at].rstrip("\r\n").endswith(_ENDS):
            cuts.append((at, is_label))
    edges = [at for at, _ in cuts[1:]] + [end]
    pieces = [(_trim(text, at, edge), is_label) for (at, is_label), edge in zip(cuts, edges, strict=True)]
    return [piece for piece in pieces if piece[0].start < piece[0].end]


def _has_label(text: str, start: int, end: int) -> bool:
    match = _LABEL.match(text, start, end)
    return match is not None and len(match[1].split()) <= _LABEL_WORDS


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] == ">"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] == "\\"):
        end -= 1
    return Span(start, end)
