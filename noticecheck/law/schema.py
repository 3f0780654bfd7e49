"""The shape of a law file: one regime, that is one law in one period of force.

A file that does not fit is refused by `noticecheck.law.load_file` with the path to the bad value.
What a notice shows of an element is asked for by neutral signals (`Signal`), never by words of a
language, so that a new law needs no code and a new language needs no law.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct

Text = Annotated[str, Meta(min_length=1, pattern=r"\S")]
Code = Annotated[str, Meta(pattern=r"^[A-Z][A-Z_]+$")]
RegimeId = Annotated[str, Meta(pattern=r"^[a-z]{2}(-[a-z0-9]+)+$")]
Address = Annotated[str, Meta(pattern=r"^https?://\S+$")]

#: How sure a fact is: the primary page was read, a secondary page was read, or it is from memory.
Mark = Literal["VERIFIED", "VERIFIED-SECONDARY", "RECALLED"]

#: Whether the law wants the country named. `guidance`: not in the statute, regulators expect it.
CountryNaming = Literal["required", "if_practicable", "guidance", "not_required"]

Strength = Literal["required", "conditional", "if_practicable", "on_request", "effort", "guidance", "implied"]

#: Where the law wants it said: in the public notice, at collection, in the request for consent, when
#: a person asks, or somewhere a person can get at (which may be an answer). `notice_or_consent`:
#: the law leaves the company the choice between those two.
Place = Literal["notice", "collection", "consent", "notice_or_consent", "request", "accessible"]

#: What a notice can show, in the words of `noticecheck.extraction.model`. `destinations.handling`
#: leaves out countries that are named only as the seat of a recipient.
Signal = Literal[
    "statements",
    "destinations",
    "destinations.handling",
    "safeguards",
    "safeguards.SCC",
    "safeguards.BCR",
    "safeguards.ADEQUACY",
    "safeguards.DPF",
    "safeguards.CONSENT",
    "safeguards.CBPR",
    "safeguards.CONTRACT",
    "safeguards.DEROGATION",
    "information.destination_law",
    "information.recipient_measures",
    "information.unidentified_reason",
    "information.safeguards_copy",
    "information.external_environment",
    "information.recipient_identity",
]

ElementId = Literal[
    "transfer_fact",
    "destination_country",
    "storage_country",
    "recipient_identity",
    "recipient_contact",
    "recipient_category",
    "destination_law",
    "protection_level",
    "recipient_measures",
    "safeguards",
    "safeguards_copy",
    "adequacy_status",
    "legal_basis",
    "purpose",
    "data_items",
    "method",
    "date",
    "duration",
    "retention",
    "refusal",
    "rights_exercise",
    "risks",
    "controller_contact",
    "shared_use",
    "responsibilities",
    "unidentified_reason",
    "unidentified_reference",
    "unavailable_measures_reason",
]


class Track(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A route through the law. Of the `alternative` ones a company takes one; an `additional` one
    is due whichever is taken. `taken_if` lists the signals of which any one shows that a notice takes
    an alternative; empty where a notice does not let one tell."""

    id: Text
    label: Text
    relation: Literal["alternative", "additional"]
    taken_if: tuple[Signal, ...] = ()


class Element(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing that people must be told.

    `label` is a noun phrase that completes "the law asks for ...". `shown_by` lists the signals of
    which any one shows the element; empty where a notice is not searched for it. `replaces` names
    the element of the same track that this one may stand in for. `always`: due even when
    nothing is sent abroad, as a yes or a no is. `sector`: due only from businesses of that kind.
    """

    id: ElementId
    label: Text
    article: Text
    strength: Strength
    place: Place
    mark: Mark
    shown_by: tuple[Signal, ...] = ()
    track: Text | None = None
    replaces: ElementId | None = None
    always: bool = False
    sector: Text | None = None


class Exemption(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename={"from_": "from"}):
    """A destination (country or bloc) for which the law asks less, from one day to another, both
    included. It lifts the tracks and the elements listed and nothing else. With a `scope` it
    reaches only some recipients there, so that a country's name alone does not settle it."""

    code: Code
    source: Text
    mark: Mark
    lifts_tracks: tuple[Text, ...] = ()
    lifts_elements: tuple[ElementId, ...] = ()
    from_: date | None = None
    to: date | None = None
    scope: Text | None = None


class Case(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A decision of an authority. `about_naming`: the naming of countries was among its subjects."""

    date: date
    authority: Text
    controller: Text
    summary: Text
    source: Address
    mark: Mark
    about_naming: bool
    fine_eur: int | None = None
    fine_part_naming_eur: int | None = None


class Source(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A page, and what it supports."""

    url: Address
    mark: Mark
    supports: Text


class Note(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing to know when reading results, with its mark."""

    text: Text
    mark: Mark


class Regime(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One law in one period of force.

    `jurisdiction` is ISO 3166-1 alpha-2, or a bloc's code; `aliases` are further codes it is asked
    for by. In force on every day from `effective_from` to `effective_to`, both included (None: still
    in force at the law data's date). `home` are the places that do not count as abroad: codes
    of countries, and of blocs for their members at the date. `successor` is the id of
    the law that asks for the country's name where this one does not.
    `enforced` says how authorities have treated the naming, where the text alone would mislead.
    """

    id: RegimeId
    jurisdiction: Code
    title: Text
    title_native: Text
    citation: Text
    effective_from: date
    effective_from_mark: Mark
    country_naming: CountryNaming
    home: Annotated[tuple[Code, ...], Meta(min_length=1)]
    sources: Annotated[tuple[Source, ...], Meta(min_length=1)]
    effective_to: date | None = None
    aliases: tuple[Code, ...] = ()
    enforced: Text | None = None
    tracks: tuple[Track, ...] = ()
    elements: tuple[Element, ...] = ()
    exempt_destinations: tuple[Exemption, ...] = ()
    exempt_recipients: tuple[Note, ...] = ()
    enforcement: tuple[Case, ...] = ()
    notes: tuple[Note, ...] = ()
    successor: RegimeId | None = None

    def in_force(self, on: date) -> bool:
        """Whether the law was in force on that day."""
        return within(on, self.effective_from, self.effective_to)


def within(on: date, start: date | None, end: date | None) -> bool:
    """Whether a day lies from `start` to `end`, both included; None leaves that side open."""
    return (start is None or start <= on) and (end is None or on <= end)
