"""A web page to the visible text of its notice, with blocks."""

from __future__ import annotations

from typing import NamedTuple

from noticecheck.notice import Block
from noticecheck.reading.furniture import Pruner, rules
from noticecheck.reading.render import Renderer
from noticecheck.reading.tree import Tree, parse

#: Share of the remaining running text from which `<main>` (or a lone `<article>`) is the notice.
_MAIN_SHARE = 0.85
_ARTICLE_SHARE = 0.95
#: With less text left than this, or this share of it, what was left out is looked at again.
_LITTLE_TEXT = 200
_LITTLE_SHARE = 0.25


class Page(NamedTuple):
    """The notice's text and blocks, the page's `<title>`, and its declared language."""

    text: str
    blocks: tuple[Block, ...]
    title: str | None
    language: str | None


def read_page(source: str) -> Page:
    """The notice of a web page. Broken HTML is read as browsers read it.

    Left out: what is hidden, navigation, country and language selectors, forms, consent banners,
    headers and footers of the page. The panels of accordions are kept: readers open them. If hardly
    anything is left, the page is not built as others are, and less is left out.
    """
    tree = parse(source, rules().skip)
    if not len(tree):
        return Page("", (), tree.title, tree.language)
    dropped = Pruner(tree).drops()
    text, blocks = Renderer(tree, dropped).render(_roots(tree, dropped))
    visible = tree.chars[0]
    if len(text) < _LITTLE_TEXT and len(text) < _LITTLE_SHARE * visible:
        kept = frozenset(i for i in dropped if tree.prose[i] < 0.2 * tree.chars[i])
        again, more = Renderer(tree, kept).render([0])
        if len(again) > 2 * len(text):
            text, blocks = again, more
    return Page(text, blocks, tree.title, tree.language)


def _roots(tree: Tree, dropped: frozenset[int]) -> list[int]:
    """Where the notice is: `<main>` if it holds nearly all of the running text, with the title
    before it; else the whole body."""
    remaining = tree.prose[0] - sum(tree.prose[i] for i in dropped)
    if remaining <= 0:
        return [0]
    articles: list[int] = []
    title = -1
    i, n = 0, len(tree)
    while i < n:
        if i in dropped:
            i = tree.end[i]
            continue
        tag = tree.tag[i]
        is_main = tag == "main" or (tag != "-text" and tree.attributes[i].get("role") == "main")
        if is_main or tag == "article":
            lost = sum(tree.prose[j] for j in dropped if i < j < tree.end[i])
            if tree.prose[i] - lost >= (_MAIN_SHARE if is_main else _ARTICLE_SHARE) * remaining:
                articles.append(i)
                if is_main:
                    return [title, i] if title >= 0 else [i]
            elif is_main:
                return [0]
        elif tag == "h1" and title < 0 and not articles and tree.links[i] == 0:
            title = i
        i += 1
    if len(articles) == 1:
        return [title, articles[0]] if 0 <= title < articles[0] else articles
    return [0]
