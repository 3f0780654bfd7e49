"""A candidate passage: one sentence (or list item, or table row) with everything a rule may ask of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from noticecheck.language.lexicon import Rule
from noticecheck.notice import Span
from noticecheck.view import View


@dataclass(slots=True)
class Place:
    """A place name in a passage, in the passage's own offsets, and the role that it is given."""

    start: int
    end: int
    code: str
    bloc: bool
    group: int = 0
    cell: int | None = None
    role: str | None = None
    rule: str = ""
    cue: Span | None = None
    rank: tuple[int, int] = (-1, 0)
    scopes: bool = False
    region: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's match in a passage, in the passage's own offsets."""

    rule: Rule
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a passage, as feature names: `lead:x`, `head:x` (the nearest heading), `heads:x`
    (any heading above), `row:x`, and per table cell `column:x`. `readers` are the codes of the readers
    whom the section addresses, if it says so."""

    features: frozenset[str] = frozenset()
    columns: tuple[frozenset[str], ...] = ()
    readers: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Passage:
    """`text` is the clean view's stretch that starts at `offset` of `view`; `low` the same in lower
    case, `masked` the same with places masked; all three have one length."""

    block: int
    view: View
    offset: int
    text: str
    low: str
    kind: str
    context: Context
    cells: tuple[Span, ...] = ()
    previous: Passage | None = None
    places: list[Place] = field(default_factory=list)
    masked: str = ""
    words: list[tuple[int, int, int]] = field(default_factory=list)
    matches: list[Match] = field(default_factory=list)
    features: dict[str, list[Span]] = field(default_factory=dict)
    token_ends: list[int] = field(default_factory=list)
    statement: tuple[str, str, Span | None] | None = None

    def span(self, start: int, end: int) -> Span:
        """The notice's span for `text[start:end]`."""
        return self.view.span(self.offset + start, self.offset + end)

    def __post_init__(self) -> None:
        self.masked = self.masked or self.low

    def tokens_between(self, start: int, end: int) -> int:
        """How many tokens end within `text[start:end]`; 0 where `end` lies before `start`."""
        return max(0, bisect_right(self.token_ends, end) - bisect_right(self.token_ends, start))

    def has(self, feature: str) -> bool:
        """Whether a feature holds for the passage itself (`x`), its context (`lead:x`, `head:x`,
        `row:x`) or the passage before it (`previous:x`). `always` holds always, `statement` once the
        passage was judged one."""
        if feature == "always" or feature in self.features or feature in self.context.features:
            return True
        if feature.startswith("previous:") and self.previous is not None:
            return self.previous.has(feature.removeprefix("previous:"))
        if feature == "statement":
            return self.statement is not None and self.statement[0] != "denial"
        return feature in ("destination", "negated", "origin") and any(p.role == feature for p in self.places)

    def has_any(self, features: Iterable[str]) -> bool:
        """Whether at least one of `features` holds."""
        return any(self.has(feature) for feature in features)
