"""What extraction finds in a notice: plain data, every piece with its offsets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args, overload

from noticecheck.language.schema import RoleName
from noticecheck.notice import Span

StatementKind = Literal["transfer", "storage", "access", "recipient", "denial"]
PlaceKind = Literal["country", "bloc"]

#: Roles that are not a destination, as the language files may give them.
OTHER_ROLES: tuple[str, ...] = tuple(role for role in get_args(RoleName) if role != "destination")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name in the text, and the role it was given.

    `code` is ISO 3166-1 alpha-2 for a country, or a bloc's code (`EU`, `EEA`, `ADEQUATE` ...).
    `role` is `destination` or one of `OTHER_ROLES`. `cue` is the span of the words that gave the
    role (None where the place in a table or list gave it) and `rule` the id of the rule.
    `statement` is an index into the extraction's statements (None outside of statements).
    `scope` says for which readers the destination is named (codes; None: for all readers).
    """

    start: int
    end: int
    text: str
    code: str
    kind: PlaceKind
    role: str
    rule: str
    cue: Span | None = None
    statement: int | None = None
    scope: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A passage saying that personal data is, may be, or (kind `denial`) is not sent, stored,
    processed or accessed elsewhere. `text == notice.text[start:end]`.

    `destinations` and `blocs` hold the codes that it names, in order of appearance. `open_ended`:
    it also speaks of places that it does not name. `cue` and `rule`: what made it a statement.
    """

    start: int
    end: int
    text: str
    kind: StatementKind
    heading_path: tuple[str, ...]
    open_ended: bool
    rule: str
    cue: Span | None = None
    scope: tuple[str, ...] | None = None
    destinations: tuple[str, ...] = ()
    blocs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Safeguard:
    """A legal tool that the notice ties to transfers: SCC, BCR, ADEQUACY, DPF, CONSENT, CBPR,
    CONTRACT or DEROGATION, with the words that say so."""

    code: str
    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction(Sequence[Statement]):
    """Everything found in one notice; as a sequence, its transfer statements in text order.

    `information` maps what else a law may ask for to the passages that give it: keys are
    `destination_law`, `recipient_measures`, `unidentified_reason`, `safeguards_copy`,
    `external_environment`, `recipient_identity`; a key that is absent was not found.
    `open_ended` holds for the notice as a whole: further places are not named anywhere.
    `open_ended_evidence` are the passages that say so. `other_language_versions` are passages that
    say which readers another language version applies to, with the readers' codes.
    """

    language: str
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Mention, ...] = ()
    safeguards: tuple[Safeguard, ...] = ()
    open_ended: bool = False
    open_ended_evidence: tuple[Span, ...] = ()
    information: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    other_language_versions: tuple[tuple[str, Span], ...] = ()

    @overload
    def __getitem__(self, index: int) -> Statement: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Statement, ...]: ...
    def __getitem__(self, index: int | slice) -> Statement | tuple[Statement, ...]:
        return self.statements[index]

    def __len__(self) -> int:
        return len(self.statements)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.statements)
