"""Which sentences of a notice deserve a look: those that name a place or hold a word that speaks of
other countries. Everything else is passed over untokenised; that is where the speed comes from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from noticecheck.extraction.context import Contexts
from noticecheck.extraction.passage import Passage
from noticecheck.extraction.sentences import sentences
from noticecheck.language import Lexicon
from noticecheck.notice import Block, Notice, Span
from noticecheck.places import Gazetteer
from noticecheck.view import View, broken_words, fold, has_unusual, lower, view


def hit_blocks(notice: Notice, lexicon: Lexicon, gazetteer: Gazetteer) -> tuple[set[int], set[int]]:
    """Indexes of the blocks that hold a place name, and of those that hold a word worth a look."""
    blocks = notice.blocks
    if has_unusual(notice.text):  # a name may be written in a way that a raw scan misses
        return set(range(len(blocks))), set(range(len(blocks)))
    folded = fold(notice.text)
    starts = [block.start for block in blocks]

    def holding(places: Iterable[int]) -> set[int]:
        found = {(bisect_right(starts, at) - 1, at) for at in places}
        return {index for index, at in found if index >= 0 and at < blocks[index].end}

    named = (hit.start for hit in gazetteer.find(folded))
    return holding(named), holding((*lexicon.candidates_in(lower(folded)), *broken_words(folded)))


def passages(notice: Notice, lexicon: Lexicon, gazetteer: Gazetteer) -> Iterator[Passage]:
    """The candidate passages of a notice, in text order.

    To be consumed one by one, each judged before the next is asked for: the sentence after a transfer
    statement is a candidate too (`Such transfers are ...`).
    """
    contexts = Contexts(notice, lexicon, gazetteer)
    before: Passage | None = None
    named, worded = hit_blocks(notice, lexicon, gazetteer)
    leads = {notice.blocks[index].lead_in for index in named}
    for index, block in enumerate(notice.blocks):
        # What introduces a list of places may say what they are; under a heading or lead-in that
        # speaks of other countries every sentence is worth a look.
        introduced = index in leads or not worded.isdisjoint((*block.headings[-1:], block.lead_in))
        if not (introduced or index in named or index in worded):
            continue
        clean = view(notice.text, block.start, block.end, markdown=notice.markup == "markdown")
        for passage in _passages_of(index, block, clean, lexicon, contexts):
            near = before if before is not None and index - before.block <= 1 else None
            follows = near is not None and near.statement is not None
            if not (
                introduced or follows or lexicon.candidates_in(passage.low) or gazetteer.find(passage.text)
            ):
                continue
            passage.previous = near
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
