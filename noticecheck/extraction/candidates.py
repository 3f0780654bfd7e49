"""Which sentences of a notice deserve a look: those that name a place or hold a word that speaks of
other countries. Everything else is passed over untokenised; that is where the speed comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from noticecheck.extraction.context import Contexts
from noticecheck.extraction.passage import Passage
from noticecheck.extraction.sentences import sentences
from noticecheck.language import Lexicon
from noticecheck.notice import Block, Notice, Span
from noticecheck.places import Gazetteer
from noticecheck.view import View, broken_words, fold, has_unusual, lower, view


def candidate_blocks(notice: Notice, lexicon: Lexicon, gazetteer: Gazetteer) -> list[int]:
    """Indexes of the blocks that hold a place name or a word worth a look, in order."""
    blocks = notice.blocks
    if has_unusual(notice.text):
        return list(range(len(blocks)))  # a name may be written in a way that a raw scan misses
    folded = fold(notice.text)
    places = [hit.start for hit in gazetteer.find(folded)]
    starts = [block.start for block in blocks]
    found = set()
    for at in (*places, *lexicon.candidates_in(lower(folded)), *broken_words(folded)):
        index = bisect_right(starts, at) - 1
        if index >= 0 and at < blocks[index].end:
            found.add(index)
    return sorted(found)


def passages(notice: Notice, lexicon: Lexicon, gazetteer: Gazetteer) -> Iterator[Passage]:
    """The candidate passages of a notice, in text order."""
    contexts = Contexts(notice, lexicon, gazetteer)
    before: Passage | None = None
    for index in candidate_blocks(notice, lexicon, gazetteer):
        block = notice.blocks[index]
        clean = view(notice.text, block.start, block.end, markdown=notice.markup == "markdown")
        for passage in _passages_of(index, block, clean, lexicon, contexts):
            near = before is not None and index - before.block <= 1
            passage.previous = before if near else None
            before = passage
            yield passage


def _passages_of(
    index: int, block: Block, clean: View, lexicon: Lexicon, contexts: Contexts
) -> Iterator[Passage]:
    context = contexts.of(index)
    if block.kind == "table_row":
        pieces = [(0, len(clean.text))] if clean.text.strip() else []
    else:
        pieces = list(sentences(clean.text, lexicon))
    for start, end in pieces:
        text = clean.text[start:end]
        yield Passage(
            block=index,
            view=clean,
            offset=start,
            text=text,
            low=lower(text),
            kind=block.kind,
            whole=len(pieces) == 1,
            context=context,
            cells=tuple(_cells(block, clean)) if block.kind == "table_row" else (),
        )


def _cells(block: Block, clean: View) -> Iterator[Span]:
    """The cells' spans in the clean view, one for each of the block's cells."""
    if clean.offsets is None:
        yield from (Span(c.start - block.start, c.end - block.start) for c in block.cells)
        return
    for cell in block.cells:
        start = bisect_right(clean.offsets, cell.start - 1)
        end = bisect_right(clean.offsets, cell.end - 1)
        yield Span(start, end)
