"""The names of places as data: per language a TOML file beside its CLDR file, and one for all languages."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from noticecheck.errors import UnsupportedLanguageError
from noticecheck.places import datafile, variants

Names = dict[str, tuple[str, ...]]


class Entry(NamedTuple):
    """What a form of a name means. `code` is empty for a phrase that looks like a name and is none."""

    code: str
    kind: str
    language: str


class Guard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Neighbours with which `names` are not places: text directly before, text directly after.

    `only_after`: the name is a place only directly after one of these.
    """

    names: tuple[str, ...]
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()


class Double(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name that is a country and also a part of another one.

    It is the part (of `part_of`) after one of `after`, before one of `before`, or in a list next
    to other parts of that country.
    """

    name: str
    part_of: str
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


class Pronoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name that in capitals is also an ordinary word ("US"), and what before it makes it a place."""

    names: tuple[str, ...]
    after: tuple[str, ...]


class Persons(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Places that are also people's names.

    They are people after a title or a given name, and before a surname. Those in `given` are
    people before any capitalised word, except one in `not_surnames`.
    """

    names: tuple[str, ...]
    given: tuple[str, ...]
    titles: tuple[str, ...]
    given_names: tuple[str, ...]
    surnames: tuple[str, ...]
    not_surnames: tuple[str, ...]


class Abbreviations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One-character names, which count only in a list of them, with separators or run together.

    `alone` are those that also count by themselves in brackets. `pairs` are the two-character
    compounds that count. `around` are characters that may follow a compound or a list.
    `separators` and `joins` are the signs and words of lists. `not_around` are words that make a
    list one of languages.
    """

    codes: dict[str, str]
    blocs: dict[str, str]
    alone: str
    pairs: tuple[str, ...]
    around: str
    separators: str
    joins: tuple[str, ...]
    not_around: tuple[str, ...]


class NameTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The names of one language, by kind and code, and the rules about them.

    `also`: languages whose names stand in texts of this one, too. `swaps`: see variants.forms.
    `any_case`: names that are places in small letters, too. `endings`: letters that may stand
    between a name and the end of the word (case endings, particles). `phrases`: look like places
    and are none. `not_before`: text after a name of this language that makes it another word.
    `organisations`: ends of words that make a name directly before them an organisation's,
    unless the word starts with one of `not_organisations`. `shorten`: letter that a name loses
    where what follows belongs to it ("日本国" + "外" is outside 日本).
    """

    country: Names
    subdivision: Names = {}
    city: Names = {}
    cloud_region: Names = {}
    bloc: Names = {}
    also: tuple[str, ...] = ()
    swaps: tuple[tuple[str, str], ...] = ()
    any_case: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    not_organisations: tuple[str, ...] = ()
    shorten: dict[str, tuple[str, ...]] = {}
    guards: tuple[Guard, ...] = ()
    doubles: tuple[Double, ...] = ()
    pronouns: tuple[Pronoun, ...] = ()
    persons: Persons | None = None
    abbreviations: Abbreviations | None = None


class NameFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The content of names/<language>.toml."""

    names: NameTable


class CldrFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The content of cldr/<language>.json."""

    source: str
    territories: dict[str, str]


class Postal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Codes of states or provinces in addresses; `postal_code` is a regular expression."""

    code: str
    subdivisions: tuple[str, ...]
    postal_code: str


class RegionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The content of regions.toml."""

    regions: Names
    postal: tuple[Postal, ...]


KINDS = ("country", "bloc", "subdivision", "city", "cloud_region")


def load_names(language: str) -> tuple[NameTable, CldrFile]:
    """Returns the curated and the CLDR names of a language (ISO 639-1).

    Raises UnsupportedLanguageError where there are none, DataFileError for a bad file.
    """
    curated = datafile.DATA / "names" / f"{language}.toml"
    cldr = datafile.DATA / "cldr" / f"{language}.json"
    if not language.isalpha() or not curated.exists() or not cldr.exists():
        raise UnsupportedLanguageError(f"no place names for the language {language!r}")
    return datafile.load(curated, NameFile).names, datafile.load(cldr, CldrFile)


def load_regions() -> RegionFile:
    """Returns the cloud regions and the postal codes of states, which are the same in every language."""
    return datafile.load(datafile.DATA / "regions.toml", RegionFile)


def iso_names() -> dict[str, list[str]]:
    """Returns the English names of ISO 3166-1 (short, official, common) by code."""
    import pycountry

    names: dict[str, list[str]] = {}
    for country in pycountry.countries:
        fields = (getattr(country, field, None) for field in ("name", "official_name", "common_name"))
        names[country.alpha_2] = [name.removeprefix("the ").removeprefix("The ") for name in fields if name]
    return names


def entries(language: str, table: NameTable, cldr: CldrFile) -> dict[str, Entry]:
    """Returns every form to look for in one language. Curated names win over CLDR's, those over ISO's."""
    found: dict[str, Entry] = {}
    shortened: list[tuple[str, Entry]] = []

    def add(name: str, entry: Entry) -> None:
        for form in variants.forms(name, table.swaps):
            found.setdefault(form, entry)
        if "(" in name and (short := variants.without_bracket(name)) is not None:
            shortened.append((short, entry))

    for phrase in table.phrases:
        add(phrase, Entry("", "", language))
    for kind in KINDS:
        names: Names = getattr(table, kind)
        for code, listed in names.items():
            for name in listed:
                add(name, Entry(code, kind, language))
        if kind == "country":
            for code, name in cldr.territories.items():
                add(name, Entry(code, kind, language))
            if language == "en":
                for code, listed_names in iso_names().items():
                    for name in listed_names:
                        add(name, Entry(code, kind, language))
    # Last, so that "Congo (Democratic Republic)" does not take "Congo" from the country that is called so.
    for name, entry in shortened.copy():
        add(name, entry)
    for name in table.any_case:
        if name in found:
            found.setdefault(name.lower(), found[name])
    return found
