from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from noticecheck.errors import UsageError
from noticecheck.extraction.model import Extraction
from noticecheck.scoring.audience import Audience
from noticecheck.scoring.disclosure import disclose
from noticecheck.scoring.standpoint import seen_from
from tests.scoring.build import Builder, notice, without_open_evidence

ON = date(2024, 6, 1)

# what the notice says, reader, verdict for any reader, verdict for the reader
CASES: list[tuple[str, Builder, bool | None, str | None, str, str]] = [
    ("nothing", notice(), None, "JP", "SILENT", "SILENT"),
    ("other roles only", notice().mentions_only("JP", "user_location"), None, "JP", "SILENT", "SILENT"),
    ("one country", notice().says("US"), None, "JP", "NAMED", "NAMED"),
    ("one country, no reader", notice().says("US"), None, None, "NAMED", "NAMED"),
    ("country and tail", notice().says("US", open_ended=True), None, "JP", "PARTIAL", "PARTIAL"),
    ("bloc only", notice().says("EEA"), None, "JP", "PARTIAL", "PARTIAL"),
    ("bloc and tail", notice().says("EU", open_ended=True), None, "JP", "PARTIAL", "PARTIAL"),
    ("country and bloc", notice().says("US", "EEA"), None, "JP", "NAMED", "NAMED"),
    ("bloc without members", notice().says("ADEQUATE"), None, "DE", "PARTIAL", "PARTIAL"),
    ("no place", notice().says(open_ended=True), None, "JP", "UNNAMED", "UNNAMED"),
    ("no place, not open", notice().says(), None, "JP", "UNNAMED", "UNNAMED"),
    ("denial", notice().denies(), None, "JP", "DENIED", "DENIED"),
    ("denial with place", notice().denies("JP"), None, "JP", "DENIED", "DENIED"),
    ("denial with place abroad", notice().denies("DE"), None, "JP", "DENIED", "DENIED"),
    ("denial, then a provider abroad", notice().denies("JP").says("US"), None, "JP", "NAMED", "NAMED"),
    ("denial, then somewhere", notice().denies().says(open_ended=True), None, "JP", "UNNAMED", "UNNAMED"),
    ("home only", notice().says("JP"), None, "JP", "NAMED", "SILENT"),
    ("home only, other reader", notice().says("JP"), None, "US", "NAMED", "NAMED"),
    ("home and tail", notice().says("JP", open_ended=True), None, "JP", "PARTIAL", "UNNAMED"),
    ("home, then overseas", notice().says("JP").says(open_ended=True), None, "JP", "PARTIAL", "UNNAMED"),
    ("home and denial", notice().says("JP").denies(), None, "JP", "NAMED", "DENIED"),
    (
        "home, denial and tail",
        notice().says("JP", open_ended=True).denies(),
        None,
        "JP",
        "PARTIAL",
        "UNNAMED",
    ),
    ("home and abroad", notice().says("JP", "KR"), None, "JP", "NAMED", "NAMED"),
    ("home, abroad, tail", notice().says("JP", "KR", open_ended=True), None, "JP", "PARTIAL", "PARTIAL"),
    ("home and a bloc", notice().says("JP", "EEA"), None, "JP", "NAMED", "PARTIAL"),
    ("EEA state for EEA reader", notice().says("IE"), None, "DE", "NAMED", "SILENT"),
    ("EEA state for Swiss reader", notice().says("IE"), None, "CH", "NAMED", "NAMED"),
    ("Norway for German reader", notice().says("NO"), None, "DE", "NAMED", "SILENT"),
    ("EEA for German reader", notice().says("EEA"), None, "DE", "PARTIAL", "SILENT"),
    ("EU for Norwegian reader", notice().says("EU"), None, "NO", "PARTIAL", "SILENT"),
    ("EEA for British reader", notice().says("EEA"), None, "GB", "PARTIAL", "PARTIAL"),
    ("Europe for German reader", notice().says("EUROPE"), None, "DE", "PARTIAL", "PARTIAL"),
    ("EEA and tail for German", notice().says("EEA", open_ended=True), None, "DE", "PARTIAL", "UNNAMED"),
    ("EEA state and US for German", notice().says("IE", "US"), None, "DE", "NAMED", "NAMED"),
    ("EEA and denial for German", notice().says("EEA").denies(), None, "DE", "PARTIAL", "DENIED"),
    ("scope reaches", notice().says("US", scope=("JP",)), None, "JP", "NAMED", "NAMED"),
    ("scope does not reach", notice().says("US", scope=("KR",)), None, "JP", "NAMED", "SILENT"),
    ("bloc scope reaches member", notice().says("US", scope=("EEA",)), None, "NO", "NAMED", "NAMED"),
    ("EU scope misses Norway", notice().says("US", scope=("EU",)), None, "NO", "NAMED", "SILENT"),
    ("bloc scope misses", notice().says("US", scope=("EEA",)), None, "JP", "NAMED", "SILENT"),
    ("scope, no reader", notice().says("US", scope=("KR",)), None, None, "NAMED", "NAMED"),
    (
        "mention scope misses, statement reaches",
        notice().says("US", mention_scope=("KR",)),
        None,
        "JP",
        "NAMED",
        "UNNAMED",
    ),
    ("scope of several", notice().says("US", scope=("KR", "EU")), None, "FR", "NAMED", "NAMED"),
    ("others' denial", notice().says("US").denies(scope=("DE",)), None, "JP", "NAMED", "NAMED"),
    ("own denial", notice().says("US", scope=("DE",)).denies(scope=("JP",)), None, "JP", "NAMED", "DENIED"),
    (
        "others' tail",
        notice().says("US").says(open_ended=True, scope=("DE",)),
        None,
        "JP",
        "PARTIAL",
        "NAMED",
    ),
    (
        "own tail",
        notice().says("US").says(open_ended=True, scope=("JP",)),
        None,
        "JP",
        "PARTIAL",
        "PARTIAL",
    ),
    (
        "others' tail, and abroad without a place for all",
        notice().says("JP").says().says(open_ended=True, scope=("DE",)),
        None,
        "JP",
        "PARTIAL",
        "UNNAMED",
    ),
    (
        "home, and others' tail",
        notice().says("JP").says(open_ended=True, scope=("DE",)),
        None,
        "JP",
        "PARTIAL",
        "SILENT",
    ),
    (
        "others' tail, own denial",
        notice().says("JP").denies().says(open_ended=True, scope=("DE",)),
        None,
        "JP",
        "PARTIAL",
        "DENIED",
    ),
    (
        "others' and own tail",
        notice().says("US").says(open_ended=True, scope=("DE",)).says("US", open_ended=True),
        None,
        "JP",
        "PARTIAL",
        "PARTIAL",
    ),
    ("home bloc and another", notice().says("EU", "ASIA"), None, "DE", "PARTIAL", "PARTIAL"),
    ("list closes the tail", notice().says(open_ended=True).says("US"), False, "JP", "NAMED", "NAMED"),
    ("open by words outside of statements", notice().says("US"), True, "JP", "PARTIAL", "PARTIAL"),
    ("home, open by words outside", notice().says("JP"), True, "JP", "PARTIAL", "UNNAMED"),
]


@pytest.mark.parametrize(
    ("built", "open_ended", "reader", "anyone", "own"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_verdicts(built: Builder, open_ended: bool | None, reader: str | None, anyone: str, own: str) -> None:
    found = disclose(built.built(open_ended), reader, ON)
    assert (found.any_reader, found.for_reader) == (anyone, own)


@pytest.mark.parametrize("case", CASES, ids=[c[0] for c in CASES])
def test_without_a_reader_both_are_the_same(
    case: tuple[str, Builder, bool | None, str | None, str, str],
) -> None:
    found = disclose(case[1].built(case[2]), None, ON)
    assert found.any_reader == found.for_reader == case[4]


@pytest.mark.parametrize(
    ("on", "verdict"),
    [(date(2020, 12, 31), "SILENT"), (date(2021, 1, 1), "NAMED"), (date(2012, 6, 1), "SILENT")],
)
def test_home_of_an_eea_reader_is_that_of_the_date(on: date, verdict: str) -> None:
    assert disclose(notice().says("GB").built(), "IE", on).for_reader == verdict


def test_a_state_is_home_from_the_day_it_joined() -> None:
    assert disclose(notice().says("HR").built(), "DE", date(2013, 6, 30)).for_reader == "NAMED"
    assert disclose(notice().says("EU").built(), "DE", date(2013, 6, 30)).for_reader == "SILENT"


def test_destinations_are_grouped_by_code_in_order_of_appearance() -> None:
    found = disclose(notice().says("KR", "JP").says("KR", "EEA").built(), "JP", ON)
    assert [(d.code, d.domestic, d.counts, len(d.mentions)) for d in found.destinations] == [
        ("KR", False, True, 2),
        ("JP", True, False, 1),
    ]
    assert [(b.code, b.domestic, b.counts) for b in found.blocs] == [("EEA", False, True)]


def test_a_destination_keeps_its_scope_unless_some_mention_is_for_all() -> None:
    scoped = notice().says("US", scope=("KR",)).says("US", scope=("JP", "KR"))
    assert disclose(scoped.built(), None, ON).destinations[0].scope == ("KR", "JP")
    assert disclose(scoped.says("US").built(), None, ON).destinations[0].scope is None


def test_a_destination_out_of_scope_stays_listed_and_does_not_count() -> None:
    found = disclose(notice().says("US", scope=("KR",)).built(), "JP", ON)
    assert [(d.code, d.domestic, d.counts) for d in found.destinations] == [("US", False, False)]


def test_statements_are_those_that_the_verdict_rests_on() -> None:
    built = notice().says("JP").says("KR").says("US", scope=("DE",)).denies().built()
    assert [s.destinations for s in disclose(built, "JP", ON).statements] == [("KR",)]
    assert [s.kind for s in disclose(notice().says("JP").denies().built(), "JP", ON).statements] == ["denial"]
    assert disclose(notice().says("JP").built(), "JP", ON).statements == ()


def test_open_ended_with_home_places_alone_still_shows_a_statement() -> None:
    found = disclose(notice().says("JP").built(open_ended=True), "JP", ON)
    assert found.for_reader == "UNNAMED"
    assert [s.destinations for s in found.statements] == [("JP",)]


def test_open_endedness_without_evidence_holds_for_everyone() -> None:
    built = without_open_evidence(notice().says("US").says("KR", scope=("DE",)).built(open_ended=True))
    found = disclose(built, "JP", ON)
    assert (found.open_ended, found.open_ended_for_reader) == (True, True)


def test_a_bloc_that_only_partly_is_home_counts() -> None:
    audience = Audience(frozenset({"NO"}), frozenset({"NO", "DE"}), ON)
    assert seen_from(notice().says("EEA").built(), audience).verdict == "PARTIAL"
    assert seen_from(notice().says("DE").built(), audience).verdict == "SILENT"


def test_an_unknown_reader_is_refused() -> None:
    with pytest.raises(UsageError):
        disclose(Extraction("en"), "QQ", ON)


def test_words_outside_of_others_statements_keep_a_notice_open() -> None:
    built = notice().says("US").says(open_ended=True, scope=("DE",)).tells("x").built()
    elsewhere = replace(built, open_ended_evidence=(*built.open_ended_evidence, built.information["x"][0]))
    assert disclose(built, "JP", ON).for_reader == "NAMED"
    assert disclose(elsewhere, "JP", ON).for_reader == "PARTIAL"
