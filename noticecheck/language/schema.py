"""The form of a language file, and its check on load."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from noticecheck.errors import DataFileError

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$")]
NonEmpty = Annotated[str, Meta(min_length=1)]
Patterns = Annotated[list[NonEmpty], Meta(min_length=1)]

#: What a place can be in a sentence, in the words of the annotation guidelines.
RoleName = Literal[
    "destination",
    "user_location",
    "law",
    "address",
    "origin",
    "mechanism",
    "negated",
    "service_area",
    "company_name",
    "other",
]


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A typo in a key is an error, not a rule that never fires."""


class Sentences(_Strict, frozen=True):
    """How to split a block. `end`: a regex for what ends a sentence; a split stands after it, unless
    the text before ends in one of `abbreviations`, and only before something that `start` matches."""

    end: NonEmpty
    start: str = ""
    abbreviations: list[NonEmpty] = []


class Role(_Strict, frozen=True):
    """A cue that gives places a role, in ConText's terms: cue, direction, scope, termination.

    `patterns` are regexes over the sentence in lower case in which every place name is masked;
    `@name` stands for a class, `@places` for a list of places, `@place`, `@country`, `@bloc`, `@region`
    (a cloud provider's region) for one.
    `direction`: `within` gives the role to the places that a match holds; `forward` to the list of
    places that follows within `scope` tokens, unless a match of the class `stop` comes between;
    `backward` to the one before. Of several cues the higher `rank` wins, then the nearer.
    `needs`: at least one of these features holds for the sentence (`lead:`, `head:` as in `Default`),
    `unless`: none of these does. `scopes`: what the sentence states holds for readers there only.
    """

    id: Id
    role: RoleName
    words: Patterns
    patterns: Patterns
    direction: Literal["within", "forward", "backward"] = "within"
    scope: Annotated[int, Meta(ge=0, le=60)] = 0
    stop: str = ""
    via: str = ""
    rank: Annotated[int, Meta(ge=0, le=100)] = 50
    needs: list[NonEmpty] = []
    unless: list[NonEmpty] = []
    scopes: bool = False


class Feature(_Strict, frozen=True):
    """Words that tell something about a sentence (or a heading, lead-in, column header) as a whole.

    `candidate`: a sentence that holds them is looked at even if it names no place. `cancels`: a match
    of one of these features that overlaps a match of this one does not count.
    """

    id: Id
    feature: NonEmpty
    words: Patterns
    patterns: list[NonEmpty] = []
    candidate: bool = False
    cancels: list[NonEmpty] = []


class Default(_Strict, frozen=True):
    """The role of a place that no cue reaches, from where it stands: in a table `cell`, a list `item`
    or any `sentence`. Features of the context carry a prefix: `lead:` the words that introduce the
    list or table, `head:` the nearest heading above, `heads:` any of them, `column:` the header of the
    cell's own column, `row:` any header of the row. `bare`: only where the place is all that the item,
    cell or sentence says. `before`: only where this stands right before the place, or before the list of
    places that it is in."""

    id: Id
    role: RoleName
    where: Literal["cell", "item", "sentence"]
    all: list[NonEmpty] = []
    any: list[NonEmpty] = []
    none: list[NonEmpty] = []
    bare: bool = False
    before: str = ""


class StatementRule(_Strict, frozen=True):
    """Which sentences are transfer statements: those with `all` features, at least one of `any` (if
    given) and none of `none`; `destination` asks for a place in that role. The first rule that holds
    gives the `kind`. `near`: the `all` features stand within so many tokens of each other. A heading
    announces what its section says and is no statement itself, unless the rule says `headings`."""

    id: Id
    kind: Literal["transfer", "storage", "access", "recipient", "denial"]
    all: list[NonEmpty] = []
    any: list[NonEmpty] = []
    none: list[NonEmpty] = []
    destination: bool = False
    near: Annotated[int, Meta(ge=0, le=200)] = 0
    headings: bool = False


class Open(_Strict, frozen=True):
    """Words that leave the list of places open. `strength`: `strong` holds whatever else is said;
    `closable` unless a statement with the feature `closes-list` names places; `weak` only if the notice
    does not go on to name any country."""

    id: Id
    strength: Literal["strong", "closable", "weak"]
    words: Patterns
    patterns: list[NonEmpty] = []
    needs: list[NonEmpty] = []
    unless: list[NonEmpty] = []


class Bloc(_Strict, frozen=True):
    """A group of countries described by words and not by a name, such as countries with an adequacy
    decision; a match is a mention of the bloc."""

    id: Id
    code: NonEmpty
    words: Patterns
    patterns: Patterns


class SafeguardRule(_Strict, frozen=True):
    """Words for a legal tool. `tied`: the sentence itself need not speak of transfers when the
    section does."""

    id: Id
    code: Literal["SCC", "BCR", "ADEQUACY", "DPF", "CONSENT", "CBPR", "CONTRACT", "DEROGATION"]
    words: Patterns
    patterns: list[NonEmpty] = []
    needs: list[NonEmpty] = []
    unless: list[NonEmpty] = []
    candidate: bool = False


class Information(_Strict, frozen=True):
    """Words that give what a law may ask for beside the country; `key` as in `Extraction.information`."""

    id: Id
    key: Literal[
        "destination_law", "recipient_measures", "unidentified_reason",
        "safeguards_copy", "external_environment", "recipient_identity",
    ]  # fmt: skip
    words: Patterns
    patterns: list[NonEmpty] = []
    needs: list[NonEmpty] = []
    unless: list[NonEmpty] = []
    candidate: bool = False


class LanguageVersion(_Strict, frozen=True):
    """Words saying that another language version applies to readers in a place. A match that holds
    `own` names the version in this very language: it is addressed to those readers."""

    id: Id
    own: NonEmpty
    words: Patterns
    patterns: Patterns


class Language(_Strict, frozen=True, kw_only=True):
    """A language file as written. `native`: the countries that "abroad" is seen from where a notice in
    this language names none; a single one is also the default reader's."""

    code: Annotated[str, Meta(pattern=r"^[a-z]{2}$")]
    name: NonEmpty
    script: Literal["words", "characters"]
    native: list[Annotated[str, Meta(pattern=r"^[A-Z]{2}$")]] = []
    sources: list[NonEmpty]
    place_list: NonEmpty
    sentences: Sentences
    classes: dict[str, str] = {}
    roles: list[Role]
    defaults: list[Default] = []
    features: list[Feature]
    statements: list[StatementRule]
    open: list[Open] = []
    blocs: list[Bloc] = []
    safeguards: list[SafeguardRule] = []
    information: list[Information] = []
    versions: list[LanguageVersion] = []


def parse(data: bytes, name: str) -> Language:
    """A language file's content. Raises `DataFileError` with the file and the path to the bad value."""
    try:
        return msgspec.toml.decode(data, type=Language, strict=True)
    except (msgspec.ValidationError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DataFileError(f"{name}: {error}. Correct the value at that path.") from error
