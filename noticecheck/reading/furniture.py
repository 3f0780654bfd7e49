"""Which parts of a web page are not the notice: hidden, navigation, selectors, banners, footers.

Nothing is dropped for one sign alone where the sign is weak: a class called "sidebar" on the
element that holds the text says nothing, and neither does a `display:none` on the panels of an
accordion, which are the notice of many sites. So every rule also asks how much running text the
element holds, and its share of the page's.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from noticecheck.reading.datafiles import load, pattern
from noticecheck.reading.tree import TEXT, Tree


class _Tags(msgspec.Struct, forbid_unknown_fields=True):
    skip: list[str]
    inline: list[str]


class _Roles(msgspec.Struct, forbid_unknown_fields=True):
    drop: list[str]


class _Words(msgspec.Struct, forbid_unknown_fields=True):
    furniture: list[str]
    weak: list[str]
    selector: list[str]
    consent: list[str]
    maybe_consent: list[str]
    hidden: list[str]
    panel: list[str]
    content: list[str]
    heading: list[str]
    about: list[str]


class _Phrases(msgspec.Struct, forbid_unknown_fields=True):
    accept: list[str]
    cookies: list[str]
    choose: list[str]
    autonyms: list[str]


class _Data(msgspec.Struct, forbid_unknown_fields=True):
    tags: _Tags
    roles: _Roles
    words: _Words
    phrases: _Phrases


class Rules:
    """The patterns of furniture.toml, compiled."""

    def __init__(self) -> None:
        name = "furniture.toml"
        data = load(name, _Data)
        self.skip = frozenset(data.tags.skip)
        self.inline = frozenset(data.tags.inline)
        self.roles = frozenset(data.roles.drop)
        self.about = frozenset(data.words.about)
        self.autonyms = frozenset(data.phrases.autonyms)
        words = {key: getattr(data.words, key) for key in _Words.__struct_fields__ if key != "about"}
        self.words = {
            key: re.compile(f"(?:^|-)(?:{pattern(name, f'words.{key}', patterns).pattern})(?:-|$)")
            for key, patterns in words.items()
        }
        self.accept = re.compile(
            rf"\s*(?:{pattern(name, 'phrases.accept', data.phrases.accept).pattern})\s*", re.IGNORECASE
        )
        self.cookies = pattern(name, "phrases.cookies", data.phrases.cookies)
        choose = pattern(name, "phrases.choose", data.phrases.choose).pattern
        self.choose = re.compile(rf"(?:^|[\s.。])(?:{choose})$", re.IGNORECASE)


@cache
def rules() -> Rules:
    """The rules, read once."""
    return Rules()


@lru_cache(maxsize=4096)
def hints(names: str) -> frozenset[str]:
    """What the classes and ids in `names` (separated by spaces) hint at: keys of `Rules.words`."""
    known = rules()
    found: set[str] = set()
    for name in names.split():
        words = _CAMEL.sub("-", name)
        words = _NOT_WORD.sub("-", words.lower()).strip("-")
        if not words or len(words) > 80:
            continue
        about = words.partition("-")[0] in known.about
        for key, expression in known.words.items():
            if about and key in ("furniture", "weak", "selector", "maybe_consent", "heading"):
                continue
            if expression.fullmatch(words) if key == "hidden" else expression.search(words):
                found.add(key)
    if "hidden" in found and _SHOWN_SOMEWHERE.search(names):
        found.discard("hidden")
    return frozenset(found)


_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
#: Utility classes that show a part on some screens only ("hidden md:block", "d-none d-lg-flex").
_SHOWN_SOMEWHERE = re.compile(
    r":(?:block|flex|grid|inline|inline-block|contents|table)\b|\bd-(?:sm|md|lg|xl|xxl)-(?:block|flex|grid|inline)"
    r"|\b(?:hidden|hide)-+(?:xs|sm|md|lg|mobile|desktop|print|tablet|xl|phone|above|below)|(?:^|\s)(?:sm|md|lg|xl|max-\w+|print):hidden"
)
_NOT_DISPLAYED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
#: Characters of a class attribute that are looked at; real ones are shorter.
_NAMES_READ = 1_000
_OVERLAID = re.compile(r"position\s*:\s*(?:fixed|sticky|absolute)", re.I)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def names_of(tree: Tree, i: int) -> str:
    """The classes and the id of element `i`."""
    attributes = tree.attributes[i]
    if not attributes:
        return ""
    return f"{(attributes.get('class') or '')[:_NAMES_READ]} {(attributes.get('id') or '')[:_NAMES_READ]}"


class Pruner:
    """Marks the elements of one page that are not its notice."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.rules = rules()
        self.total = max(1, tree.prose[0]) if len(tree) else 1
        self.opened = self._opened_by_click()
        self.banners = self._banners()
        self.shown: set[str] = set()

    def drops(self) -> frozenset[int]:
        """The elements to leave out; what they hold goes with them, except kept titles."""
        tree = self.tree
        dropped: set[int] = set()
        inside_content = 0
        tags, chars, ends = tree.tag, tree.chars, tree.end
        i, n = 1, len(tree)
        while i < n:
            tag = tags[i]
            if tag == TEXT:
                i += 1
                continue
            if not chars[i]:
                # Nothing to leave out.
                i = ends[i]
                continue
            if i >= inside_content and self._is_content(i, tag):
                inside_content = tree.end[i]
            if self._drop(i, tag, i < inside_content):
                dropped.add(i)
                i = ends[i]
            else:
                i += 1
        return frozenset(dropped)

    def _is_content(self, i: int, tag: str) -> bool:
        role = self.tree.attributes[i].get("role")
        return (tag in ("main", "article") or role in ("main", "article")) and self._share(i) >= 0.3

    def _share(self, i: int) -> float:
        return self.tree.prose[i] / self.total

    def _density(self, i: int) -> float:
        return self.tree.linked[i] / max(1, self.tree.chars[i])

    def _drop(self, i: int, tag: str, in_content: bool) -> bool:
        tree = self.tree
        if i in self.banners:
            return True
        attributes = tree.attributes[i]
        if "class" in attributes and self._is_repeat(i):
            return True
        share = self._share(i)
        if tag == "footer" and share < 0.4:
            return not in_content or not self._is_dateline(i)
        if tag == "header" and not in_content and share < 0.3:
            return True
        if tag == "aside":
            return share < (0.1 if in_content else 0.3)
        if tag == "form":
            return share < 0.2
        if tag == "button":
            return not self._is_opener(i)
        if tag == "label" and attributes and tree.chars[i] < 80 and tree.controls[i] + ("for" in attributes):
            return True
        if attributes:
            role = attributes.get("role")
            if role and share < 0.5 and role.lower() in self.rules.roles:
                return not (in_content and role == "banner")
            if share < 0.5 and (attributes.get("aria-modal") or "").lower() == "true":
                return True
            hint = hints(names_of(tree, i)) if ("class" in attributes or "id" in attributes) else frozenset()
            if hint and self._drop_by_name(i, tag, hint, in_content, share):
                return True
            if self._is_hidden(i, hint) and not self._is_panel(i, hint):
                return True
        return tree.links[i] >= 3 and self._is_menu(i, tag)

    def _drop_by_name(self, i: int, tag: str, hint: frozenset[str], in_content: bool, share: float) -> bool:
        tree = self.tree
        if "consent" in hint and share < 0.6:
            return True
        if tag in (
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "span",
            "a",
            "b",
            "strong",
            "td",
            "th",
            "tr",
            "li",
            "body",
        ):
            return "selector" in hint and tag == "li" and tree.links[i] > 3
        if "maybe_consent" in hint and tree.chars[i] < 2_500 and share < 0.4:
            # A section of the notice may be called "cookies" too; it has no buttons, and is not
            # laid over the page.
            style = tree.attributes[i].get("style") or ""
            if (
                tree.controls[i]
                or _OVERLAID.search(style)
                or (not in_content and tree.parent[i] == 0 and tag == "div")
            ):
                return True
        if "selector" in hint and share < 0.2 and tree.sentences[i] < 4:
            return True
        if "weak" in hint and share < 0.2 and (tree.sentences[i] < 3 or self._density(i) > 0.4):
            return True
        if "furniture" not in hint:
            return False
        if "content" in hint and (in_content or share > 0.1):
            return False
        if tree.prose[i] >= 1_200 and self._density(i) < 0.3 and not (share < 0.15 and not in_content):
            return False
        if in_content and tree.prose[i] > 150 and self._density(i) < 0.3:
            return False
        return share < 0.4

    def _is_repeat(self, i: int) -> bool:
        """A part that one kind of screen shows, where another part has shown the same already."""
        names = self.tree.attributes[i].get("class")
        if not names or self.tree.chars[i] < 40 or not _SHOWN_SOMEWHERE.search(names):
            return False
        content = self.tree.content(i, self.tree.chars[i] * 2)
        if content in self.shown:
            return True
        self.shown.add(content)
        return False

    def _is_dateline(self, i: int) -> bool:
        content = self.tree.content(i, 400)
        return len(content) < 300 and _YEAR.search(content) is not None and "©" not in content

    def _is_opener(self, i: int) -> bool:
        """A button that opens a part of the notice carries that part's title."""
        tree = self.tree
        above = tree.parent[i]
        while above > 0 and tree.tag[above] in ("span", "strong", "b"):
            above = tree.parent[above]
        if above >= 0 and tree.tag[above] in ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary"):
            return True
        return "panel" in hints(names_of(tree, i)) or (
            "aria-controls" in tree.attributes[i] and tree.chars[i] >= 10 and self._opens_text(i)
        )

    def _opens_text(self, i: int) -> bool:
        targets = (self.tree.attributes[i].get("aria-controls") or "").split()
        return bool(targets) and targets[0] in self._texts_by_id

    def _opened_by_click(self) -> frozenset[str]:
        """Ids that a control on the page opens, and of those the ones that hold sentences."""
        tree = self.tree
        ids: set[str] = set()
        for i, attributes in enumerate(tree.attributes):
            if _OPENING.isdisjoint(attributes):
                continue
            for key in ("aria-controls", "data-target", "data-bs-target"):
                value = attributes.get(key)
                if value:
                    ids.update(part.lstrip("#") for part in value.split())
            if tree.tag[i] == "a" and (
                "data-toggle" in attributes or "role" in attributes or "aria-expanded" in attributes
            ):
                href = attributes.get("href")
                if href and href.startswith("#"):
                    ids.add(href[1:])
        self._texts_by_id: set[str] = set()
        if ids:
            for i, attributes in enumerate(tree.attributes):
                if tree.sentences[i] >= 2 and (name := attributes.get("id")) and name in ids:
                    self._texts_by_id.add(name)
        return frozenset(ids)

    def _is_hidden(self, i: int, hint: frozenset[str]) -> bool:
        attributes = self.tree.attributes[i]
        if "hidden" in attributes or (attributes.get("aria-hidden") or "").lower() == "true":
            return True
        style = attributes.get("style")
        if style and _NOT_DISPLAYED.search(style):
            return True
        return "hidden" in hint and self.tree.tag[i] not in ("body", "main")

    def _is_panel(self, i: int, hint: frozenset[str]) -> bool:
        """Whether a hidden element is content that a reader opens: the panel of an accordion."""
        tree = self.tree
        attributes = tree.attributes[i]
        if self._share(i) >= 0.3:
            return True
        if not tree.sentences[i] or self._density(i) > 0.5:
            return False
        if attributes.get("role") == "tabpanel" or attributes.get("id") in self.opened or "panel" in hint:
            return True
        above = tree.parent[i]
        for _ in range(4):
            if above <= 0:
                break
            if tree.tag[above] == "details" or "panel" in hints(names_of(tree, above)):
                return True
            above = tree.parent[above]
        return tree.sentences[i] >= 5 and tree.prose[i] >= 500

    def _is_menu(self, i: int, tag: str) -> bool:
        """A list made of links to other pages: a menu, a selector, a list of articles."""
        tree = self.tree
        if tag in _NEVER_MENU or tree.prose[i] > 0.3 * tree.chars[i]:
            return False
        if tag == "td" and not self._in_layout_table(i):
            return False
        links, chars = tree.links[i], tree.chars[i]
        if tree.linked[i] < 0.8 * chars or chars > 45 * links or tree.local[i] * 2 > links:
            return False
        before = self._text_before(i)
        if self.rules.choose.search(before):
            return True
        if links >= 3 and self._names_languages(i) >= 3:
            return True
        if links < 4:
            return False
        # A list of links with a sentence that introduces it belongs to the text.
        introduced = before.endswith((":", "：")) or (
            tag in ("ul", "ol") and len(before) >= 40 and before.endswith((".", "。"))
        )
        return not introduced

    def _in_layout_table(self, i: int) -> bool:
        """Whether cell `i` is of a table that arranges the page: one that holds most of its text."""
        above = self.tree.parent[i]
        while above > 0 and self.tree.tag[above] != "table":
            above = self.tree.parent[above]
        return above > 0 and self._share(above) >= 0.5

    def _names_languages(self, i: int) -> int:
        tree = self.tree
        return sum(
            tree.text[j].strip().lower() in self.rules.autonyms
            for j in range(i, tree.end[i])
            if tree.tag[j] == TEXT
        )

    def _text_before(self, i: int) -> str:
        """The text directly before element `i`, within a few steps."""
        tree = self.tree
        for j in range(i - 1, max(0, i - 12), -1):
            if tree.tag[j] == TEXT and (content := " ".join(tree.text[j].split())):
                return content[-300:]
        return ""

    def _banners(self) -> frozenset[int]:
        """Consent banners by what they do: text on cookies with a button that accepts them."""
        tree, found = self.tree, set()
        for i, size in enumerate(tree.chars):
            if not 0 < size <= 40:
                continue
            tag, attributes = tree.tag[i], tree.attributes[i]
            if tag != "button" and not (
                tag in ("a", "div", "span")
                and attributes
                and _BUTTON.search(f"{attributes.get('role')} {attributes.get('class')}")
            ):
                continue
            if not self.rules.accept.fullmatch(tree.content(i, 60)):
                continue
            best, above = -1, tree.parent[i]
            while above > 0 and tree.chars[above] < 1_500 and self._share(above) < 0.3:
                if tree.tag[above] in ("main", "article", "td"):
                    break
                if self.rules.cookies.search(tree.content(above)):
                    best = above
                    if tree.chars[above] > 120:
                        break
                above = tree.parent[above]
            if best > 0:
                found.add(best)
        return frozenset(found)


#: What an element has that opens another on a click.
_OPENING = frozenset(
    {"aria-controls", "data-target", "data-bs-target", "data-toggle", "role", "aria-expanded"}
)
_NEVER_MENU = frozenset(
    {"tr", "th", "tbody", "thead", "dt", "dd", "a", "h1", "h2", "h3", "h4", "h5", "h6", "span", "body"}
)
_BUTTON = re.compile(r"\b(?:button|btn)\b|-btn\b|\bbtn-|-button\b|\bbutton-", re.I)
