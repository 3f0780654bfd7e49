"""A web page as flat lists: parsed as browsers do, walked without recursion, with sums per element.

Elements and texts are numbered in document order; an element's subtree is a range of numbers. So
whatever is decided about an element takes one look at sums that are already there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

TEXT = "-text"
#: Depth at which browsers stop to nest (Blink: 512). The parser takes quadratic time without it.
_MAX_DEPTH = 512
_CAREFUL_FROM_TAGS = 10_000
_CAREFUL_FROM_OPEN = 2_000
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)[^>]*>")
#: Elements that hold nothing, or that the next one of their kind closes.
_NOT_NESTING = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "option",
        "thead",
        "tbody",
        "tfoot",
        "html",
        "head",
        "body",
    ]
)
_RAW_TEXT = frozenset({"script", "style", "textarea", "title", "noscript"})
_NO_ATTRIBUTES: Mapping[str, str | None] = {}


class Tree:
    """The elements and texts of a page in document order.

    For number `i`: `tag[i]` (`-text` for a text), `parent[i]`, `end[i]` (one past its subtree),
    `attributes[i]`, `text[i]`. Sums over the subtree: `chars` (letters and signs without white
    space at the ends), `linked` (those inside links), `links`, `local` (links within the page),
    `prose` (characters of texts that read as sentences, outside of links), `sentences`,
    `controls` (buttons and fields).
    """

    __slots__ = (
        "attributes",
        "chars",
        "controls",
        "end",
        "language",
        "linked",
        "links",
        "local",
        "parent",
        "prose",
        "sentences",
        "tag",
        "text",
        "title",
    )

    def __init__(self) -> None:
        self.tag: list[str] = []
        self.parent: list[int] = []
        self.end: list[int] = []
        self.attributes: list[Mapping[str, str | None]] = []
        self.text: list[str] = []
        self.chars: list[int] = []
        self.linked: list[int] = []
        self.links: list[int] = []
        self.local: list[int] = []
        self.prose: list[int] = []
        self.sentences: list[int] = []
        self.controls: list[int] = []
        self.title: str | None = None
        self.language: str | None = None

    def __len__(self) -> int:
        return len(self.tag)

    def content(self, i: int, limit: int = 2_000) -> str:
        """The text of element `i`, at most about `limit` characters."""
        pieces: list[str] = []
        size = 0
        for j in range(i, self.end[i]):
            if self.tag[j] == TEXT:
                pieces.append(self.text[j])
                size += len(self.text[j])
                if size > limit:
                    break
        return " ".join("".join(pieces).split())


# It begins with one set of signs, which the matcher looks for at the speed of a plain search.
_SENTENCE = re.compile(r"[.!?;:。！？；](?:(?<=[。！？；])|[\"”’)\]]*(?:\s|$))")
#: How the names of comments, declarations and the like begin.
_NO_NAME = ("-", "!", "#", "_", "")
_CONTROL_TAGS = frozenset({"button", "input", "select", "textarea"})


def parse(source: str, skip: frozenset[str]) -> Tree:
    """The page's body as a `Tree`, without the elements in `skip` and what they hold."""
    from selectolax.lexbor import LexborHTMLParser

    parser = LexborHTMLParser(flatten_deep_nesting(source))
    tree = Tree()
    head = parser.head
    if head is not None:
        title = head.css_first("title")
        if title is not None:
            tree.title = " ".join((title.text() or "").split()) or None
    root = parser.root
    if root is not None:
        tree.language = root.attributes.get("lang") or root.attributes.get("xml:lang")
    body = parser.body
    if body is not None:
        _flatten(body, tree, skip)
        _add_up(tree)
    return tree


def flatten_deep_nesting(source: str) -> str:
    """`source` without tags nested deeper than browsers nest them; most pages pass unchanged."""
    tags = source.count("<")
    if tags < _CAREFUL_FROM_OPEN:
        return source
    if tags < _CAREFUL_FROM_TAGS and tags - 2 * source.count("</") < _CAREFUL_FROM_OPEN:
        return source
    pieces: list[str] = []
    depth = position = 0
    changed = False
    raw = ""
    for match in _TAG.finditer(source):
        name = match[2].lower()
        if raw:
            if match[1] and name == raw:
                raw = ""
            continue
        if name in _RAW_TEXT and not match[1]:
            raw = name
            continue
        if name in _NOT_NESTING or match[0].endswith("/>"):
            continue
        if match[1]:
            cut = depth > _MAX_DEPTH
            depth = max(0, depth - 1)
        else:
            depth += 1
            cut = depth > _MAX_DEPTH
        if cut:
            pieces.append(source[position : match.start()])
            position = match.end()
            changed = True
    if not changed:
        return source
    pieces.append(source[position:])
    return "".join(pieces)


def _flatten(body: LexborNode, tree: Tree, skip: frozenset[str]) -> None:
    tags, parents, attributes, texts = tree.tag, tree.parent, tree.attributes, tree.text
    controls: list[int] = []
    #: The number of each element that is kept; what hangs on another hangs on nothing.
    numbers: dict[int, int] = {}
    for node in body.traverse(include_text=True):
        name = node.tag or ""
        up = node.parent
        above = -1 if not tags else numbers.get(up.mem_id, -1) if up is not None else -1
        if above < 0 and tags:
            continue
        if name == TEXT:
            content = node.text_content
            if not content:
                continue
            attributes.append(_NO_ATTRIBUTES)
            texts.append(content)
        elif name in skip:
            # A skipped field still tells a form or a banner from a paragraph.
            if name in _CONTROL_TAGS and above >= 0:
                controls.append(above)
            continue
        elif name[:1] not in _NO_NAME:
            numbers[node.mem_id] = len(tags)
            if name == "button":
                controls.append(len(tags))
            attributes.append(node.attributes)
            texts.append("")
        else:
            continue
        tags.append(name)
        parents.append(above)
    size = len(tags)
    tree.end = list(range(1, size + 1))
    tree.controls = [0] * size
    for i in controls:
        tree.controls[i] += 1


def _add_up(tree: Tree) -> None:
    n = len(tree.tag)
    chars, linked, links, local = [0] * n, [0] * n, [0] * n, [0] * n
    prose, sentences = [0] * n, [0] * n
    controls, parent, tags, ends = tree.controls, tree.parent, tree.tag, tree.end
    for i in range(n - 1, -1, -1):
        tag = tags[i]
        if tag == TEXT:
            above = parent[i]
            if above >= 0 and i >= ends[above]:
                ends[above] = i + 1
            content = tree.text[i].strip()
            if not content:
                continue
            size = len(content)
            chars[i] = size
            if above >= 0:
                chars[above] += size
            if size >= 20:
                found = len(_SENTENCE.findall(content))
                if size >= 50 or found:
                    prose[i] = size
                    sentences[i] = max(1, found)
                    if above >= 0:
                        prose[above] += size
                        sentences[above] += sentences[i]
            continue
        if tag == "a":
            href = tree.attributes[i].get("href")
            if href is not None:
                linked[i] = chars[i]
                links[i] += 1
                prose[i] = 0 if chars[i] < 200 else prose[i]
                if href.startswith("#") and len(href) > 1:
                    local[i] += 1
        above = parent[i]
        if above < 0:
            continue
        if ends[i] > ends[above]:
            ends[above] = ends[i]
        chars[above] += chars[i]
        if links[i]:
            linked[above] += linked[i]
            links[above] += links[i]
            local[above] += local[i]
        if sentences[i]:
            prose[above] += prose[i]
            sentences[above] += sentences[i]
        if controls[i]:
            controls[above] += controls[i]
    tree.chars, tree.linked, tree.links, tree.local = chars, linked, links, local
    tree.prose, tree.sentences = prose, sentences
