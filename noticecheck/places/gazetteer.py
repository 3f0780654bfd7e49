"""Finds the names of places in a text: one pass for all names, then rules on what stands around each."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from noticecheck.places import tables
from noticecheck.places.abbreviations import AbbreviationFinder
from noticecheck.places.addresses import Addresses
from noticecheck.places.context import Context
from noticecheck.places.hit import Hit
from noticecheck.places.scripts import is_boundary
from noticecheck.places.tables import Entry

_ZONE = re.compile(r"-?[a-f](?![\w-])")
_IN_ADDRESS = re.compile(r"://|www\.|@|\.(?:com|net|org|eu|io|gov|[a-z]{2})\b")
_ADDRESS_CHARACTERS = re.compile(r"[!-'*-;=?-Z\\^-z|~]")
_WEB_NEIGHBOURS = frozenset("./-_@:#=&?%")
_LOCALE = re.compile(r"(?<![A-Za-z])[a-z]{2}[-_]\Z")
_NEXT_WORD = re.compile(r" ([A-Z][a-z]+)")
_LAST_WORD = re.compile(r"([A-Z][a-z]+\.?) \Z")


class Gazetteer:
    """All names of places that may stand in a text of one language."""

    def __init__(self, language: str) -> None:
        """Reads the language's data. Raises UnsupportedLanguageError, DataFileError."""
        import ahocorasick_rs

        self.language = language
        main, cldr = tables.load_names(language)
        loaded = {language: (main, cldr)}
        for other in main.also:
            loaded[other] = tables.load_names(other)
        regions = tables.load_regions()
        found: dict[str, Entry] = {}
        for code, listed in regions.regions.items():
            kind = "cloud_region"
            for name in listed:
                found[name] = Entry(code, kind, "")
        for name_language, (table, territories) in loaded.items():
            for form, entry in tables.entries(name_language, table, territories).items():
                found.setdefault(form, entry)
        self._entries = found
        self._names = list(found)
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False
        )
        self._tables = {name_language: table for name_language, (table, _) in loaded.items()}
        self._endings = {key: table.endings for key, table in self._tables.items()} | {"": ()}
        self._checks = self._build_checks()
        self._organisations = {
            key: _organisation_pattern(table.organisations, table.not_organisations)
            for key, table in self._tables.items()
        }
        self._abbreviations = [
            AbbreviationFinder(table.abbreviations)
            for table in self._tables.values()
            if table.abbreviations is not None
        ]
        self._addresses = Addresses(regions.postal)
        doubles = [double for table in self._tables.values() for double in table.doubles]
        self._context = Context(doubles, self._addresses)

    def __len__(self) -> int:
        """Returns the number of forms of names."""
        return len(self._names)

    def scan(self, text: str) -> list[tuple[int, int]]:
        """Returns where names may stand in a whole notice, by offsets; no rule is applied.

        Cheaper than `find`, and never misses a name that `find` would report, except those that
        are no name in the table: one-character abbreviations and codes of states in addresses.
        """
        return [(start, end) for _, start, end in self._automaton.find_matches_as_indexes(text)]

    def find(self, text: str) -> list[Hit]:
        """Returns the places that are named in a text, in order, without overlap, the longest name first.

        `text` has been folded by the caller (full-width forms to ASCII, half-width katakana to
        full-width, straight apostrophes, NFC): offsets count in it as given. Names need their
        capitals (or all capitals), stand between word boundaries, and are no part of a web
        address; names inside other words, people's names and the like are left out.
        """
        hits: list[Hit] = []
        names = self._names
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            name = names[index]
            entry = self._entries[name]
            if not self._bounded(text, start, end, entry):
                shorter = self._shorter(text, start, name)
                if shorter is None:
                    continue
                name, entry = shorter
                end = start + len(name)
            if not entry.code:
                continue
            end = self._shortened(text, start, end, entry)
            if self._is_trap(text, start, end, entry):
                continue
            hits.append(Hit(start, end, entry.code, entry.kind))
        hits = self._addresses.add(text, hits)
        for finder in self._abbreviations:
            hits = finder.add(text, hits)
        return self._context.decide(text, hits)

    def _bounded(self, text: str, start: int, end: int, entry: Entry) -> bool:
        if entry.kind == "cloud_region" and not entry.language:
            if start and (text[start - 1] in "-_" or not is_boundary(text, start)):
                return False
            return end == len(text) or _ZONE.match(text, end) is not None or _free(text, end)
        if not is_boundary(text, start):
            return False
        if is_boundary(text, end):
            return True
        return any(
            text.startswith(ending, end) and is_boundary(text, end + len(ending))
            for ending in self._endings[entry.language]
        )

    def _shorter(self, text: str, start: int, name: str) -> tuple[str, Entry] | None:
        """Returns the longest name that `name` starts with and that is a word here."""
        for length in range(len(name) - 1, 1, -1):
            entry = self._entries.get(name[:length])
            if entry is not None and self._bounded(text, start, start + length, entry):
                return name[:length], entry
        return None

    def _shortened(self, text: str, start: int, end: int, entry: Entry) -> int:
        table = self._tables.get(entry.language)
        if table is None or not table.shorten:
            return end
        followers = table.shorten.get(text[end - 1])
        if followers and text.startswith(followers, end) and text[start : end - 1] in self._entries:
            return end - 1
        return end

    def _is_trap(self, text: str, start: int, end: int, entry: Entry) -> bool:
        if _on_the_web(text, start, end):
            return True
        table = self._tables.get(entry.language)
        if table is None:
            return False
        if table.not_before and text.startswith(table.not_before, end):
            return True
        organisations = self._organisations[entry.language]
        if organisations is not None and organisations.match(text, end):
            return True
        checks = self._checks.get(text[start:end], ())
        return any(check(text, start, end) for check in checks)

    def _build_checks(self) -> dict[str, list[Callable[[str, int, int], bool]]]:
        """Returns the checks by name: each says whether the name is no place here."""
        checks: dict[str, list[Callable[[str, int, int], bool]]] = {}
        for table in self._tables.values():
            for guard in table.guards:
                for name in guard.names:
                    for form in {name, name.upper()}:
                        checks.setdefault(form, []).append(_guard_check(guard))
            for pronoun in table.pronouns:
                for name in pronoun.names:
                    checks.setdefault(name, []).append(_pronoun_check(pronoun))
            if table.persons is not None:
                for name in table.persons.names + table.persons.given:
                    check = _person_check(table.persons, name in table.persons.given)
                    checks.setdefault(name, []).append(check)
        return checks


def _free(text: str, at: int) -> bool:
    """Returns whether a region's code ends here; a hyphen may follow only where no further code does."""
    if text[at] == "-":
        return is_boundary(text, at + 1) and not text[at + 1 : at + 2].isalnum()
    return is_boundary(text, at) and text[at] != "_"


def _on_the_web(text: str, start: int, end: int) -> bool:
    """Returns whether the name is part of an address, a file or a locale ("en-US"), by what touches it."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before not in _WEB_NEIGHBOURS and after not in _WEB_NEIGHBOURS:
        return False
    if before in "-_" and _LOCALE.search(text[max(0, start - 4) : start]):
        return True
    left = start
    while left and start - left < 200 and _ADDRESS_CHARACTERS.match(text[left - 1]):
        left -= 1
    right = end
    while right < len(text) and right - end < 200 and _ADDRESS_CHARACTERS.match(text[right]):
        right += 1
    return _IN_ADDRESS.search(text[left:start] + "\n" + text[end:right]) is not None


def _organisation_pattern(ends: tuple[str, ...], exceptions: tuple[str, ...]) -> re.Pattern[str] | None:
    if not ends:
        return None
    not_first = f"(?!{'|'.join(map(re.escape, exceptions))})" if exceptions else ""
    return re.compile(rf"{not_first}[一-鿿々]{{0,12}}?(?:{'|'.join(map(re.escape, ends))})")


def _guard_check(guard: tables.Guard) -> Callable[[str, int, int], bool]:
    reach = max((len(item) for item in guard.not_after + guard.only_after), default=0)

    def check(text: str, start: int, end: int) -> bool:
        before = text[max(0, start - reach) : start]
        if guard.only_after and not before.endswith(guard.only_after):
            return True
        return before.endswith(guard.not_after) or text.startswith(guard.not_before, end)

    return check


def _pronoun_check(pronoun: tables.Pronoun) -> Callable[[str, int, int], bool]:
    def check(text: str, start: int, end: int) -> bool:
        around = text[max(0, start - 40) : start] + text[end : end + 40]
        capitals = sum(character.isupper() for character in around)
        if capitals < 6 or any(character.islower() for character in around):
            return False
        before = text[:start].rstrip()
        return not (
            text[:start].endswith(pronoun.after) or before.endswith((",", "/")) or text.startswith("-", end)
        )

    return check


def _person_check(persons: tables.Persons, is_given: bool) -> Callable[[str, int, int], bool]:
    titles, given_names = frozenset(persons.titles), frozenset(persons.given_names)
    surnames, not_surnames = frozenset(persons.surnames), frozenset(persons.not_surnames)

    def check(text: str, start: int, end: int) -> bool:
        before = _LAST_WORD.search(text[max(0, start - 20) : start])
        if before is not None and (before[1] in titles or before[1] in given_names):
            return True
        after = _NEXT_WORD.match(text, end)
        if after is None:
            return False
        return after[1] in surnames or (is_given and after[1] not in not_surnames)

    return check


@cache
def gazetteer(language: str) -> Gazetteer:
    """Returns the names of a language (ISO 639-1), built once.

    Raises UnsupportedLanguageError where there are none, DataFileError for a bad data file.
    """
    return Gazetteer(language)
