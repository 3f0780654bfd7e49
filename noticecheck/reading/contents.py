"""A table of contents at the top: links to the notice's own sections, which say nothing themselves."""

from __future__ import annotations

import re
from dataclasses import replace

from noticecheck.notice import Block

#: A table of contents begins within this many blocks.
TOP = 20
#: A lone link to a section is no table of contents.
LEAST_LINKS = 2
_ANCHOR = re.compile(r"\[(?:\\.|[^\[\]\\])*\]\(#[^()\s]*\)")


def contents(text: str, blocks: tuple[Block, ...]) -> frozenset[int]:
    """The indexes of blocks that are tables of contents: lists of Markdown links to `#` only."""
    found: set[int] = set()
    i = 0
    while i < min(TOP, len(blocks)):
        j = i
        while j < len(blocks) and blocks[j].kind == "list_item":
            j += 1
        links = [_links(text, block) for block in blocks[i:j]]
        if links and all(links) and sum(links) >= LEAST_LINKS:
            found.update(range(i, j))
        elif j == i and blocks[i].kind == "paragraph" and _links(text, blocks[i]) > LEAST_LINKS:
            found.add(i)
        i = max(j, i + 1)
    return frozenset(found)


def leave_out(blocks: tuple[Block, ...], indexes: frozenset[int]) -> tuple[Block, ...]:
    """`blocks` without those at `indexes`; what refers to blocks by number still does."""
    if not indexes:
        return blocks
    number: dict[int, int] = {}
    for i in range(len(blocks)):
        if i not in indexes:
            number[i] = len(number)
    return tuple(
        replace(
            block,
            headings=tuple(number[h] for h in block.headings if h in number),
            lead_in=None if block.lead_in is None else number.get(block.lead_in),
        )
        for i, block in enumerate(blocks)
        if i in number
    )


def _links(text: str, block: Block) -> int:
    """How many links to sections the block is made of; 0 if there is anything else in it."""
    if text.find("](#", block.start, block.end) < 0:
        return 0
    rest, links = _ANCHOR.subn("", text[block.start : block.end])
    return 0 if any(c.isalpha() for c in rest) else links
