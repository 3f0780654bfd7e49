"""Codes of states and provinces in postal addresses ("Springfield, IL 62701")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from noticecheck.places.hit import Hit
from noticecheck.places.tables import Postal

_CANDIDATE = re.compile(r"(?<=[^\W\d_][,.] )[A-Z]{2,3}(?=,? [A-Z\d])")
_CODE_AFTER_CITY = re.compile(r", ([A-Z]{2,3})(?!\w)")


class Addresses:
    """Knows the codes of states of some countries, and the form of the postal codes after them."""

    def __init__(self, postal: Iterable[Postal]) -> None:
        self._states = {table.code: frozenset(table.subdivisions) for table in postal}
        self._numbers = {table.code: re.compile(rf",? {table.postal_code}(?!\w)") for table in postal}

    def add(self, text: str, hits: list[Hit]) -> list[Hit]:
        """Returns `hits` together with the codes of states that stand between a town and a postal code."""
        found: list[Hit] = []
        for match in _CANDIDATE.finditer(text):
            start, end = match.span()
            if any(hit.start < end and start < hit.end for hit in hits):
                continue
            city = next((hit for hit in hits if hit.end == start - 2 and hit.kind == "city"), None)
            # "Berlin, DE 10115": the letters are the city's own country, no state.
            if city is not None and city.code == match[0]:
                continue
            country = self._country(match[0], city.code if city is not None else "", text, end)
            if country is not None:
                found.append(Hit(start, end, country, "subdivision"))
        return sorted([*hits, *found]) if found else hits

    def country_after(self, text: str, city: Hit) -> str:
        """Returns the country by the code of a state after a city ("Dublin, CA"), else the city's own."""
        match = _CODE_AFTER_CITY.match(text, city.end)
        if match is None or match[1] == city.code or match[1] in self._states.get(city.code, ()):
            return city.code
        return next((code for code, states in self._states.items() if match[1] in states), city.code)

    def _country(self, state: str, own: str, text: str, end: int) -> str | None:
        """Returns the country of a state's code: the city's own before any other."""
        for code in sorted(self._states, key=lambda code: code != own):
            if state in self._states[code] and self._numbers[code].match(text, end):
                return code
        return None
