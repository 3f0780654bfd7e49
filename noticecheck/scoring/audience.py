"""For whom a notice is read: what is home to them, and which scoped passages reach them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from noticecheck.places.codes import blocs, members, territories


@dataclass(frozen=True, slots=True)
class Audience:
    """A reader, or everyone whom a regime protects, on a day.

    `codes` are the places whose people they are, `home` the places that are not abroad to them.
    """

    codes: frozenset[str]
    home: frozenset[str]
    on: date

    def includes(self, scope: tuple[str, ...] | None) -> bool:
        """Whether a passage with this scope (None: for all readers) speaks to them. A bloc in a scope
        stands for its members on the day."""
        if scope is None:
            return True
        return any(code in self.codes or bool(inside(code, self.on) & self.codes) for code in scope)

    def at_home(self, code: str) -> bool:
        """Whether a country is home, or a bloc lies wholly within it."""
        if code in self.home:
            return True
        group = members_of(code, self.on)
        return bool(group) and group <= self.home


def members_of(code: str, on: date) -> frozenset[str]:
    """The member states of a bloc on a day; empty for a country and for a bloc without a table."""
    bloc = blocs().get(code)
    return members(code, on) if bloc is not None and bloc.members else frozenset()


def inside(code: str, on: date) -> frozenset[str]:
    """The members of a bloc on a day with the territories that count as theirs."""
    group = members_of(code, on)
    return group | territories(code, on) if group else group
