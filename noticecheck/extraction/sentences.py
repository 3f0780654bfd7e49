"""Sentences of a clean view, by the language's data."""

from __future__ import annotations

from collections.abc import Iterator

from noticecheck.language import Lexicon

# A sentence longer than this is cut at white space: a page without full stops must not make the
# work on one "sentence" grow with the page.
LONGEST = 3000


def sentences(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """(start, end) of every sentence of `text`, white space at either side left out."""
    start = 0
    for end in _ends(text, lexicon):
        yield from _pieces(text, start, end)
        start = end
    yield from _pieces(text, start, len(text))


def _ends(text: str, lexicon: Lexicon) -> Iterator[int]:
    abbreviations = tuple(lexicon.language.sentences.abbreviations)
    for match in lexicon.sentence_end.finditer(text):
        end = match.end()
        if end >= len(text):
            return
        if lexicon.sentence_start is not None and not lexicon.sentence_start.match(text, end):
            continue
        if abbreviations:
            word = text[max(0, end - 14) : end].rstrip()
            cut = [a for a in abbreviations if word.endswith(a)]
            if any(len(word) == len(a) or not word[-len(a) - 1].isalnum() for a in cut):
                continue
        yield end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = end
        if end - start > LONGEST:
            stop = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
            stop = start + LONGEST if stop < 0 else stop
        left, right = start, stop
        while left < right and text[left].isspace():
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left < right:
            yield left, right
        start = stop
