"""One plain sentence for a judgement: what the notice shows, what it does not, what the law asks.

Says nothing of whether a company keeps the law: only a court or an authority can.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from noticecheck.extraction.model import Mention
from noticecheck.law.schema import Element, Place, Regime, Strength
from noticecheck.scoring.judgement import Judgement, Matter, is_naming

_ASKS: dict[Strength, str] = {
    "required": "{law} asks that people be told {what}",
    "conditional": "in some cases {law} asks that people be told {what}",
    "if_practicable": "{law} asks that people be told, where practicable, {what}",
    "on_request": "{law} asks that people who inquire be told {what}",
    "effort": "{law} wants companies to try to tell people {what}",
    "guidance": "regulators expect people to be told {what}",
    "implied": "{law} implies that people be told {what}",
}

_ELSEWHERE: dict[Place, str] = {
    "consent": "it may stand in the request for consent instead",
    "notice_or_consent": "it may stand in the request for consent instead",
    "request": "a notice need not hold it",
    "accessible": "it may be anywhere a person can get at, which includes an answer to a question",
}


#: How many places a sentence lists before it counts the rest.
_MOST_PLACES = 6


def law_on(regime: Regime, on: date) -> str:
    """How to speak of a regime on a day: `the law`, or the law with the days of its force."""
    if on < regime.effective_from:
        return f"the law in force from {regime.effective_from}"
    if regime.effective_to is not None and on > regime.effective_to:
        return f"the law in force until {regime.effective_to}"
    return "the law"


def sentence(matter: Matter, element: Element, judgement: Judgement, law: str) -> str:
    """The explanation of a judgement, one English sentence.

    `law` is how to speak of the law, as `law_on` gives it.
    """
    label = element.label
    ask = _ask(element, law, label)
    ask_it = _ask(element, law, "this")
    match judgement.reason:
        case "shown":
            return _shown(matter, element, ask, ask_it)
        case "partly" | "partly_explained":
            more = (
                ", and gives a reason for those that it cannot identify"
                if "explained" in judgement.reason
                else ""
            )
            return f"{_partly(matter)}{more}; {ask}."
        case "absent":
            return f"{_nothing(matter, element)}; {ask if is_naming(element) else ask_it}."
        case "elsewhere":
            wanted = ask if is_naming(element) else ask_it
            nothing = _lower(_nothing(matter, element))
            return f"Not shown here: {nothing}; {wanted}, and {_ELSEWHERE[element.place]}."
        case "not_searched":
            return f"Notices are not searched for this, so whether this one tells it is left open; {ask}."
        case "nothing_abroad":
            return f"The notice states nothing of data going abroad, so there is nothing to look for; {ask}."
        case "said_no":
            return f"The notice says that data does not go abroad; {ask}."
        case "home_named":
            return f"The notice names {_places(matter.seen.domestic)}; {ask}."
        case "exempt":
            lifted = (
                f"{_upper(law)} lifts this for every place that the notice names ({_places(_abroad(matter))})"
            )
            return f"{lifted}; otherwise {_ask(element, 'it', label)}."
        case "perhaps_exempt":
            named = _places(_abroad(matter))
            lifted = f"{_upper(law)} lifts this for some recipients in {named}"
            return f"{lifted}, and a country's name does not settle for which; {ask}."
        case "other_route":
            return f"The notice takes another route, and on this one, {_route(matter, element)}, {ask}."
        case "perhaps_other_route":
            route = _route(matter, element)
            taken = "The notice takes another route, which may not reach every place"
            return f"{taken}; on this one, {route}, {ask}."
        case "name_given":
            return f"The notice names the countries, so that nothing has to stand in for them; else {ask}."
        case "replaced":
            return f"The notice says why it cannot give this, which {law} accepts in its place; {ask}."


def _shown(matter: Matter, element: Element, ask: str, ask_it: str) -> str:
    if is_naming(element):
        if element.strength == "guidance":
            return f"The notice names {_places(_abroad(matter))}, as regulators expect ({element.article})."
        return f"The notice names {_places(_abroad(matter))}; {ask}."
    if element.id == "transfer_fact":
        return f"The notice says that data goes or may go abroad; {ask}."
    return f"The notice tells people {element.label}; {ask_it}."


def _partly(matter: Matter) -> str:
    seen = matter.seen
    if seen.countries and seen.open_ended:
        return f"The notice names {_places(seen.countries)} and also speaks of places that it does not name"
    if seen.countries:
        return (
            f"The notice names {_places(seen.countries)} as recipients' seats, not as where data is handled"
        )
    groups = f"The notice names only a group of countries, {_places(seen.blocs)}, not the countries"
    return f"{groups}, and speaks of further places" if seen.open_ended else groups


def _nothing(matter: Matter, element: Element) -> str:
    if is_naming(element) and matter.seen.states:
        return "The notice says that data goes or may go abroad, and names no country"
    if is_naming(element) or element.id == "transfer_fact":
        return "The notice does not say whether data goes abroad"
    return f"The notice does not tell people {element.label}"


def _ask(element: Element, law: str, what: str) -> str:
    asked = _ASKS[element.strength].format(law=law, what=what)
    sector = f"for {element.sector}, " if element.sector else ""
    return f"{sector}{asked} ({element.article})"


def _route(matter: Matter, element: Element) -> str:
    return next((track.label for track in matter.regime.tracks if track.id == element.track), "")


def _abroad(matter: Matter) -> tuple[Mention, ...]:
    return (*matter.seen.countries, *matter.seen.blocs)


def _places(mentions: Iterable[Mention]) -> str:
    """The places in the notice's own words, each with its code, as far as a sentence bears them."""
    named: dict[str, str] = {}
    for mention in sorted(mentions, key=lambda m: (m.start, m.end)):
        named.setdefault(mention.code, f"{' '.join(mention.text.split())} ({mention.code})")
    places = list(named.values())
    if len(places) > _MOST_PLACES + 1:
        places = [*places[:_MOST_PLACES], f"{len(places) - _MOST_PLACES} more"]
    return " and ".join([", ".join(places[:-1]), places[-1]]) if len(places) > 1 else "".join(places)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
