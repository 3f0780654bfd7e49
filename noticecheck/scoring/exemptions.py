"""Which places a regime asks less about on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from noticecheck.law.schema import Element, Exemption, Regime, within
from noticecheck.scoring.audience import inside, members_of
from noticecheck.scoring.standpoint import Standpoint

#: `all`: every place named is exempt. `perhaps`: every place is, but for some only certain recipients
#: are, which a country's name does not settle. `no`: some place is not, or places are not named.
Lifted = Literal["all", "perhaps", "no"]


def lifted(regime: Regime, element: Element, seen: Standpoint, on: date) -> Lifted:
    """Whether what an element asks is lifted for everything that a notice names abroad."""
    places = {mention.code for mention in (*seen.countries, *seen.blocs)}
    relevant = [e for e in regime.exempt_destinations if lifts(e, element) and within(on, e.from_, e.to)]
    if not places or seen.open_ended or not relevant:
        return "no"
    covering = [[e for e in relevant if _covers(e.code, place, on)] for place in sorted(places)]
    if not all(covering):
        return "no"
    return "all" if all(_any_whole(found) for found in covering) else "perhaps"


def lifts(exemption: Exemption, element: Element) -> bool:
    """Whether an exemption reaches an element, by its track or by its id."""
    return element.id in exemption.lifts_elements or element.track in exemption.lifts_tracks


def _any_whole(found: Sequence[Exemption]) -> bool:
    return any(exemption.scope is None for exemption in found)


def _covers(exempt: str, place: str, on: date) -> bool:
    if exempt == place or place in inside(exempt, on):
        return True
    group = members_of(place, on)
    return bool(group) and group <= members_of(exempt, on)
