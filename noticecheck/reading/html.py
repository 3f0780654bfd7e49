"""A web page to the visible text of its notice, with blocks."""

from __future__ import annotations

from typing import NamedTuple

from noticecheck.notice import Block


class Page(NamedTuple):
    """The notice's text and blocks, the page's `<title>`, and its declared language."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    language: str | None


def read_page(source: str) -> Page:
    from selectolax.lexbor import LexborHTMLParser

    from noticecheck.reading import markdown

    tree = LexborHTMLParser(source)
    for node in tree.css("script,style,nav,footer,select,noscript,template,head"):
        node.decompose()
    text = (tree.body.text(separator="\n") if tree.body else "").strip()
    return Page(text, markdown.split(text), None, None)
