"""Names that the names next to them decide: "London, Ontario", "Virginia, Georgia and Texas"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from noticecheck.places.addresses import Addresses
from noticecheck.places.hit import Hit
from noticecheck.places.tables import Double

# What joins two names of one list is short in every language: ", ", " and ", ", or ".
_JOIN = re.compile(r"[^.:!?。\n]{1,6}")
_AFTER_TOWN = re.compile(r"[^\W\d_][\w'.]*, \Z")


class Context:
    """Decides the country of cities by the state after them, and of names that two places share."""

    def __init__(self, doubles: Iterable[Double], addresses: Addresses) -> None:
        self._addresses = addresses
        self._doubles = {form: double for double in doubles for form in (double.name, double.name.upper())}

    def decide(self, text: str, hits: list[Hit]) -> list[Hit]:
        """Returns `hits` with the codes that their neighbours give them."""
        decided = list(hits)
        doubles = [index for index, hit in enumerate(hits) if text[hit.start : hit.end] in self._doubles]
        # Back again, too: in a list of such names the first may be decided by the last.
        for index in doubles + doubles[::-1]:
            decided[index] = self._part_or_country(text, decided, index)
        for index, hit in enumerate(decided):
            if hit.kind != "city" or not text.startswith(", ", hit.end):
                continue
            following = decided[index + 1] if index + 1 < len(decided) else None
            if following is not None and following[0] == hit.end + 2 and following.kind == "subdivision":
                decided[index] = hit._replace(code=following.code)
            else:
                decided[index] = hit._replace(code=self._addresses.country_after(text, hit))
        return decided

    def _part_or_country(self, text: str, hits: list[Hit], index: int) -> Hit:
        hit = hits[index]
        double = self._doubles[text[hit.start : hit.end]]
        part = hit._replace(code=double.part_of, kind="subdivision")
        if text.endswith(double.after, 0, hit.start) or text.startswith(double.before, hit.end):
            return part
        previous = hits[index - 1] if index else None
        following = hits[index + 1] if index + 1 < len(hits) else None
        if previous is not None and not _JOIN.fullmatch(text, previous.end, hit.start):
            previous = None
        if following is not None and not _JOIN.fullmatch(text, hit.end, following.start):
            following = None
        beside = [neighbour for neighbour in (previous, following) if neighbour is not None]
        if any(neighbour[2:] == (double.part_of, "subdivision") for neighbour in beside):
            return part
        if previous is not None:
            return part if previous[2:] == (double.part_of, "city") else hit
        # A town that has no entry: "Macon, Georgia".
        return part if _AFTER_TOWN.search(text, max(0, hit.start - 30), hit.start) else hit
