from __future__ import annotations

from datetime import date

import pytest

from noticecheck import law
from noticecheck.scoring.assessment import Assessment, assess
from tests.scoring.build import Builder, notice

JP17 = date(2021, 3, 1)
JP22 = date(2024, 6, 1)
EU = date(2024, 6, 1)

JP_VERDICTS: list[tuple[str, Builder, str]] = [
    ("nothing", notice(), "no_transfer_stated"),
    ("denied", notice().denies("JP"), "no_transfer_stated"),
    ("home only", notice().says("JP"), "no_transfer_stated"),
    ("home and tail", notice().says("JP", open_ended=True), "names_none"),
    ("overseas", notice().says(open_ended=True), "names_none"),
    ("overseas, nothing open", notice().says(), "names_none"),
    ("one country", notice().says("KR"), "names_destinations"),
    ("country and home", notice().says("KR", "JP"), "names_destinations"),
    ("country and bloc", notice().says("KR", "EEA"), "names_destinations"),
    ("country and tail", notice().says("KR", open_ended=True), "names_some"),
    ("bloc", notice().says("EEA"), "names_some"),
    ("CBPR members", notice().says("CBPR"), "names_some"),
    ("for others only", notice().says("US", scope=("KR",)), "no_transfer_stated"),
    ("for Japan", notice().says("US", scope=("KR", "JP")), "names_destinations"),
]


@pytest.mark.parametrize(("built", "verdict"), [c[1:] for c in JP_VERDICTS], ids=[c[0] for c in JP_VERDICTS])
def test_verdicts_of_japan_2022(built: Builder, verdict: str) -> None:
    assert assess(built.built(), law.load("jp-appi-2022"), JP22).verdict == verdict


@pytest.mark.parametrize(("built", "_verdict"), [c[1:] for c in JP_VERDICTS], ids=[c[0] for c in JP_VERDICTS])
def test_under_the_laws_before_there_is_no_duty_to_name(built: Builder, _verdict: str) -> None:
    assert assess(built.built(), law.load("jp-appi-2017"), JP17).verdict == "no_duty"
    assert assess(built.built(), law.load("jp-appi-2003"), date(2010, 1, 1)).verdict == "no_duty"


EU_VERDICTS: list[tuple[str, Builder, str]] = [
    ("nothing", notice(), "no_transfer_stated"),
    ("EEA state", notice().says("IE"), "no_transfer_stated"),
    ("EEA", notice().says("EEA"), "no_transfer_stated"),
    ("EU", notice().says("EU"), "no_transfer_stated"),
    ("outside the EEA", notice().says(open_ended=True), "names_none"),
    ("in the EEA, and outside", notice().says("EEA").says(open_ended=True), "names_none"),
    ("Switzerland", notice().says("CH"), "names_destinations"),
    ("US and tail", notice().says("US", open_ended=True), "names_some"),
    ("adequate countries", notice().says("ADEQUATE"), "names_some"),
    ("US for Europeans", notice().says("US", scope=("EEA",)), "names_destinations"),
    ("US for Germans", notice().says("US", scope=("DE",)), "names_destinations"),
    ("US for Japanese", notice().says("US", scope=("JP",)), "no_transfer_stated"),
    ("denied", notice().denies("EU"), "no_transfer_stated"),
]


@pytest.mark.parametrize(("built", "verdict"), [c[1:] for c in EU_VERDICTS], ids=[c[0] for c in EU_VERDICTS])
def test_verdicts_of_the_gdpr(built: Builder, verdict: str) -> None:
    assert assess(built.built(), law.load("eu-gdpr"), EU).verdict == verdict


@pytest.mark.parametrize(
    ("regime", "on", "verdict"),
    [
        ("jp-appi-2003", date(2005, 3, 31), "not_in_force"),
        ("jp-appi-2003", date(2005, 4, 1), "no_duty"),
        ("jp-appi-2003", date(2017, 5, 29), "no_duty"),
        ("jp-appi-2003", date(2017, 5, 30), "not_in_force"),
        ("jp-appi-2017", date(2017, 5, 29), "not_in_force"),
        ("jp-appi-2017", date(2017, 5, 30), "no_duty"),
        ("jp-appi-2017", date(2022, 3, 31), "no_duty"),
        ("jp-appi-2017", date(2022, 4, 1), "not_in_force"),
        ("jp-appi-2022", date(2022, 3, 31), "not_in_force"),
        ("jp-appi-2022", date(2022, 4, 1), "names_none"),
        ("eu-gdpr", date(2018, 5, 24), "not_in_force"),
        ("eu-gdpr", date(2018, 5, 25), "names_none"),
    ],
)
def test_dates_of_force(regime: str, on: date, verdict: str) -> None:
    found = assess(notice().says(open_ended=True).built(), law.load(regime), on)
    assert found.verdict == verdict
    assert bool(found.findings)
    assert any("would have asked" in note for note in found.notes) == (verdict == "not_in_force")


def statuses(found: Assessment) -> dict[str, str]:
    return {f"{f.track or ''}:{f.element}".removeprefix(":"): f.status for f in found.findings}


ALL_OF_A = ("destination_law", "recipient_measures")

# what the notice says, then the elements whose status is expected by hand
JP_FINDINGS: list[tuple[str, Builder, dict[str, str]]] = [
    (
        "all of A and C",
        notice().says("KR").tells(*ALL_OF_A, "external_environment"),
        {
            "A:destination_country": "shown",
            "A:destination_law": "shown",
            "A:recipient_measures": "shown",
            "A:unidentified_reason": "not_applicable",
            "A:unidentified_reference": "not_applicable",
            "A:unavailable_measures_reason": "not_applicable",
            "B:destination_country": "shown",
            "B:destination_law": "shown",
            "B:recipient_measures": "shown",
            "C:storage_country": "shown",
            "C:destination_law": "shown",
            "C:unidentified_reason": "not_applicable",
        },
    ),
    (
        "no country",
        notice().says(open_ended=True).tells(*ALL_OF_A),
        {
            "A:destination_country": "cannot_tell",
            "B:destination_country": "cannot_tell",
            "C:storage_country": "cannot_tell",
            "A:destination_law": "shown",
            "A:unidentified_reason": "cannot_tell",
        },
    ),
    (
        "the country alone",
        notice().says("KR"),
        {
            "A:destination_country": "shown",
            "A:destination_law": "cannot_tell",
            "A:recipient_measures": "cannot_tell",
            "A:unavailable_measures_reason": "cannot_tell",
            "B:destination_law": "cannot_tell",
            "C:destination_law": "cannot_tell",
            "A:recipient_identity": "cannot_tell",
            "A:purpose": "cannot_tell",
        },
    ),
    (
        "measures only missing",
        notice().says("KR").tells("destination_law"),
        {"A:recipient_measures": "cannot_tell"},
    ),
    ("who receives", notice().says("KR").tells("recipient_identity"), {"A:recipient_identity": "shown"}),
    (
        "country and tail",
        notice().says("KR", open_ended=True),
        {
            "A:destination_country": "partly",
            "B:destination_country": "partly",
            "C:storage_country": "partly",
            "A:unidentified_reason": "cannot_tell",
        },
    ),
    ("bloc alone", notice().says("CBPR"), {"A:destination_country": "partly", "C:storage_country": "partly"}),
    (
        "cannot be identified, with the reason",
        notice().says(open_ended=True).tells("unidentified_reason"),
        {
            "A:destination_country": "not_applicable",
            "A:unidentified_reason": "shown",
            "A:unidentified_reference": "cannot_tell",
            "B:destination_country": "cannot_tell",
            "C:storage_country": "not_applicable",
            "C:unidentified_reason": "shown",
        },
    ),
    (
        "some named, a reason for the rest",
        notice().says("KR", open_ended=True).tells("unidentified_reason"),
        {"A:destination_country": "partly", "A:unidentified_reason": "shown", "C:storage_country": "partly"},
    ),
    (
        "named, and a reason that is not needed",
        notice().says("KR").tells("unidentified_reason"),
        {"A:destination_country": "shown", "A:unidentified_reason": "not_applicable"},
    ),
    (
        "seat of a recipient",
        notice().says("US", kind="recipient"),
        {"A:destination_country": "shown", "C:storage_country": "partly"},
    ),
    (
        "seat and server",
        notice().says("US", kind="recipient").says("SG", kind="storage"),
        {"A:destination_country": "shown", "C:storage_country": "shown"},
    ),
    (
        "access",
        notice().says("VN", kind="access"),
        {"A:destination_country": "shown", "C:storage_country": "shown"},
    ),
    (
        "in the EEA",
        notice().says("DE"),
        {
            "A:destination_country": "not_applicable",
            "A:destination_law": "not_applicable",
            "B:recipient_measures": "not_applicable",
            "C:storage_country": "shown",
            "C:destination_law": "cannot_tell",
        },
    ),
    (
        "the EEA as a bloc",
        notice().says("EEA"),
        {"A:destination_country": "not_applicable", "C:storage_country": "partly"},
    ),
    (
        "the EU as a bloc",
        notice().says("EU"),
        {"A:destination_law": "not_applicable", "C:storage_country": "partly"},
    ),
    (
        "in the UK",
        notice().says("GB"),
        {"A:destination_country": "not_applicable", "C:storage_country": "shown"},
    ),
    (
        "in the EEA and the UK",
        notice().says("FR", "GB"),
        {"A:recipient_measures": "not_applicable", "C:storage_country": "shown"},
    ),
    (
        "in the EEA and elsewhere",
        notice().says("DE", open_ended=True),
        {
            "A:destination_country": "partly",
            "A:destination_law": "cannot_tell",
            "C:storage_country": "partly",
        },
    ),
    (
        "in the EEA and Korea",
        notice().says("DE", "KR"),
        {"A:destination_country": "shown", "A:destination_law": "cannot_tell"},
    ),
    (
        "one place in the EEA, one not",
        notice().says("DE", "CH"),
        {"A:recipient_measures": "cannot_tell", "B:recipient_measures": "cannot_tell"},
    ),
    (
        "reason for servers where only seats are named",
        notice().says("US", kind="recipient").tells("unidentified_reason"),
        {
            "A:unidentified_reason": "not_applicable",
            "C:storage_country": "partly",
            "C:unidentified_reason": "shown",
        },
    ),
    ("Switzerland is not exempt", notice().says("CH"), {"A:destination_country": "shown"}),
    ("Europe is not the EEA", notice().says("EUROPE"), {"A:destination_country": "partly"}),
    (
        "nothing abroad",
        notice().says("JP"),
        {
            "A:destination_country": "not_applicable",
            "B:destination_country": "not_applicable",
            "C:storage_country": "not_applicable",
            "A:purpose": "not_applicable",
        },
    ),
    ("denied", notice().denies("JP"), {"A:destination_country": "not_applicable"}),
]


@pytest.mark.parametrize(("built", "expected"), [c[1:] for c in JP_FINDINGS], ids=[c[0] for c in JP_FINDINGS])
def test_findings_of_japan_2022(built: Builder, expected: dict[str, str]) -> None:
    found = statuses(assess(built.built(), law.load("jp-appi-2022"), JP22))
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize("case", JP_FINDINGS, ids=[c[0] for c in JP_FINDINGS])
def test_japan_2022_never_calls_missing_what_may_be_told_elsewhere(
    case: tuple[str, Builder, dict[str, str]],
) -> None:
    found = assess(case[1].built(), law.load("jp-appi-2022"), JP22)
    assert "not_shown" not in {finding.status for finding in found.findings}


EU_FINDINGS: list[tuple[str, Builder, dict[str, str]]] = [
    (
        "all, on clauses",
        notice().says("US").under("SCC").tells("safeguards_copy"),
        {
            "transfer_fact": "shown",
            "destination_country": "shown",
            "adequacy:adequacy_status": "not_applicable",
            "safeguards:safeguards": "shown",
            "safeguards:safeguards_copy": "shown",
            "exception:legal_basis": "not_applicable",
            "recipient_category": "cannot_tell",
        },
    ),
    (
        "clauses, no copy",
        notice().says("US").under("SCC"),
        {"safeguards:safeguards": "shown", "safeguards:safeguards_copy": "not_shown"},
    ),
    (
        "clauses and the framework, no copy",
        notice().says("US").under("SCC", "DPF"),
        {
            "adequacy:adequacy_status": "shown",
            "safeguards:safeguards": "shown",
            "safeguards:safeguards_copy": "not_shown",
            "exception:legal_basis": "not_applicable",
        },
    ),
    ("rules of a group", notice().says("US").under("BCR"), {"safeguards:safeguards": "shown"}),
    ("a contract", notice().says("IN").under("CONTRACT"), {"safeguards:safeguards": "shown"}),
    (
        "names nothing",
        notice().says(open_ended=True).under("SCC").tells("safeguards_copy"),
        {"transfer_fact": "shown", "destination_country": "not_shown", "safeguards:safeguards": "shown"},
    ),
    (
        "country and nothing else",
        notice().says("CN"),
        {
            "destination_country": "shown",
            "adequacy:adequacy_status": "not_shown",
            "safeguards:safeguards": "not_shown",
            "safeguards:safeguards_copy": "not_shown",
            "exception:legal_basis": "not_shown",
            "exception:risks": "cannot_tell",
        },
    ),
    ("country and tail", notice().says("US", open_ended=True), {"destination_country": "partly"}),
    (
        "adequate country",
        notice().says("NZ"),
        {
            "destination_country": "shown",
            "adequacy:adequacy_status": "not_shown",
            "safeguards:safeguards": "not_applicable",
            "safeguards:safeguards_copy": "not_applicable",
            "exception:legal_basis": "not_applicable",
        },
    ),
    (
        "adequate country and the decision",
        notice().says("NZ").under("ADEQUACY"),
        {"adequacy:adequacy_status": "shown", "safeguards:safeguards": "not_applicable"},
    ),
    (
        "adequate countries as a bloc",
        notice().says("ADEQUATE").under("ADEQUACY"),
        {"destination_country": "partly", "safeguards:safeguards": "not_applicable"},
    ),
    (
        "adequate country and China",
        notice().says("NZ", "CN").under("ADEQUACY"),
        {"adequacy:adequacy_status": "shown", "safeguards:safeguards": "cannot_tell"},
    ),
    (
        "US under the framework",
        notice().says("US").under("DPF"),
        {"adequacy:adequacy_status": "shown", "safeguards:safeguards": "cannot_tell"},
    ),
    (
        "US, framework not spoken of",
        notice().says("US"),
        {"adequacy:adequacy_status": "not_shown", "safeguards:safeguards": "cannot_tell"},
    ),
    (
        "consent",
        notice().says("CN").under("CONSENT"),
        {
            "exception:legal_basis": "shown",
            "safeguards:safeguards": "not_applicable",
            "adequacy:adequacy_status": "not_applicable",
        },
    ),
    (
        "nothing abroad",
        notice().says("DE"),
        {
            "transfer_fact": "not_applicable",
            "destination_country": "not_applicable",
            "safeguards:safeguards": "not_applicable",
            "recipient_category": "cannot_tell",
        },
    ),
]


@pytest.mark.parametrize(("built", "expected"), [c[1:] for c in EU_FINDINGS], ids=[c[0] for c in EU_FINDINGS])
def test_findings_of_the_gdpr(built: Builder, expected: dict[str, str]) -> None:
    found = statuses(assess(built.built(), law.load("eu-gdpr"), EU))
    assert {key: found[key] for key in expected} == expected


@pytest.mark.parametrize(
    ("regime", "code", "on", "key", "status"),
    [
        ("jp-appi-2017", "DE", date(2019, 1, 22), "transfer_fact", "shown"),
        ("jp-appi-2017", "DE", date(2019, 1, 23), "transfer_fact", "not_applicable"),
        ("jp-appi-2017", "GB", date(2019, 1, 22), "transfer_fact", "shown"),
        ("jp-appi-2017", "GB", date(2019, 1, 23), "transfer_fact", "not_applicable"),
        ("jp-appi-2022", "DE", date(2022, 3, 31), "A:destination_country", "shown"),
        ("jp-appi-2022", "DE", date(2022, 4, 1), "A:destination_country", "not_applicable"),
        ("eu-gdpr", "GB", date(2020, 12, 31), "destination_country", "not_applicable"),
        ("eu-gdpr", "GB", date(2021, 1, 1), "destination_country", "shown"),
        ("eu-gdpr", "GB", date(2021, 6, 27), "safeguards:safeguards", "not_shown"),
        ("eu-gdpr", "GB", date(2021, 6, 28), "safeguards:safeguards", "not_applicable"),
        ("eu-gdpr", "KR", date(2021, 12, 16), "safeguards:safeguards", "not_shown"),
        ("eu-gdpr", "KR", date(2021, 12, 17), "safeguards:safeguards", "cannot_tell"),
        ("eu-gdpr", "US", date(2020, 7, 16), "safeguards:safeguards", "cannot_tell"),
        ("eu-gdpr", "US", date(2020, 7, 17), "safeguards:safeguards", "not_shown"),
        ("eu-gdpr", "US", date(2023, 7, 9), "safeguards:safeguards", "not_shown"),
        ("eu-gdpr", "US", date(2023, 7, 10), "safeguards:safeguards", "cannot_tell"),
        ("eu-gdpr", "BR", date(2026, 1, 25), "safeguards:safeguards", "not_shown"),
        ("eu-gdpr", "BR", date(2026, 1, 26), "safeguards:safeguards", "not_applicable"),
    ],
)
def test_exemptions_and_homes_hold_from_their_first_to_their_last_day(
    regime: str, code: str, on: date, key: str, status: str
) -> None:
    assert statuses(assess(notice().says(code).built(), law.load(regime), on))[key] == status


@pytest.mark.parametrize(
    ("built", "status", "words"),
    [
        (notice().says(open_ended=True), "cannot_tell", "names no country"),
        (notice().says("KR", "VN"), "shown", "names <KR> (KR) and <VN> (VN)"),
        (notice().says("KR", open_ended=True), "partly", "names <KR> (KR) and also speaks of places"),
        (notice().says("DE"), "not_applicable", "<DE> (DE)"),
        (notice().says("JP"), "not_applicable", "nothing of data going abroad"),
    ],
)
def test_before_2022_a_finding_says_what_the_later_law_asks(built: Builder, status: str, words: str) -> None:
    found = assess(built.built(), law.load("jp-appi-2017"), JP17)
    [finding] = [f for f in found.findings if f.element == "destination_country"]
    assert finding.regime == "jp-appi-2022"
    assert finding.status == status
    assert words in finding.explanation
    assert "jp-appi-2017 does not ask that the country be named" in finding.explanation
    assert "in force from 2022-04-01" in finding.explanation


def test_line_before_and_after() -> None:
    """The shape of the case: overseas without a name, later named, each under the law of its day."""
    before = notice().says("JP", kind="storage").says(open_ended=True).built()
    after = notice().says("JP", "KR", kind="storage").says("VN", "KR", kind="access").built()
    law17, law22 = law.load("jp-appi-2017"), law.load("jp-appi-2022")
    assert assess(before, law17, date(2021, 3, 30)).verdict == "no_duty"
    assert assess(after, law17, date(2021, 3, 31)).verdict == "no_duty"
    assert assess(before, law22, date(2021, 3, 30)).verdict == "not_in_force"
    assert assess(before, law22, date(2022, 4, 1)).verdict == "names_none"
    assert assess(after, law22, date(2022, 4, 1)).verdict == "names_destinations"
    country = assess(after, law22, date(2022, 4, 1)).findings[0]
    assert [after.statements[0].text, after.mentions[1].text] == [
        "Records are kept in <JP>, <KR>, here.",
        "<KR>",
    ]
    assert country.evidence == tuple((m.start, m.end) for m in after.mentions if m.code != "JP")


def test_a_law_has_its_own_home_whatever_the_reader() -> None:
    built = notice().says("KR").built()
    korean = assess(built, law.load("jp-appi-2022"), JP22, reader="KR")
    assert korean.verdict == "names_destinations"
    assert any("not the home of the reader (KR)" in note for note in korean.notes)
    assert assess(built, law.load("jp-appi-2022"), JP22, reader="JP").notes == ()
    assert assess(built, law.load("jp-appi-2022"), JP22).notes == ()
    german = assess(built, law.load("eu-gdpr"), EU, reader="DE")
    assert not any("home of the reader" in note for note in german.notes)
    assert assess(built, law.load("eu-gdpr"), EU, reader="GB").findings == german.findings


def test_the_gdpr_speaks_of_regulators_and_not_of_the_statute() -> None:
    for built in (notice().says("US"), notice().says("US", open_ended=True), notice().says(open_ended=True)):
        found = assess(built.built(), law.load("eu-gdpr"), EU)
        [country] = [f for f in found.findings if f.element == "destination_country"]
        assert "regulators expect" in country.explanation
        assert "the law asks" not in country.explanation


def test_findings_carry_what_the_law_says_of_them() -> None:
    finding = assess(notice().says("US").built(), law.load("jp-appi-2022"), JP22).findings[0]
    assert (finding.article, finding.strength, finding.place) == (
        "Art 28(2); Rules 17(2)(i)",
        "required",
        "consent",
    )
    assert finding.label in finding.explanation


def test_an_explanation_stays_one_readable_sentence_however_many_places_there_are() -> None:
    codes = ["KR", "VN", "TH", "TW", "ID", "PH", "US", "IL", "SG"]
    found = assess(notice().says(*codes).says("KR").built(), law.load("jp-appi-2022"), JP22)
    explanation = found.findings[0].explanation
    assert "<PH> (PH) and 3 more; the law asks" in explanation
    assert explanation.count("(KR)") == 1
    assert len(found.findings[0].evidence) == 10


def test_exempt_and_other_places_together_are_not_answered_with_an_exemption() -> None:
    explanations = [
        f.explanation
        for f in assess(notice().says("DE", "KR").built(), law.load("jp-appi-2022"), JP22).findings
        if f.track in ("A", "B")
    ]
    assert not any("lifts this" in text for text in explanations)


def test_evidence_is_that_of_the_element_alone() -> None:
    built = notice().says("US").under("SCC", "DPF", "CONSENT").built()
    [found] = [f for f in assess(built, law.load("eu-gdpr"), EU).findings if f.element == "safeguards"]
    assert [built.safeguards[0].text, found.evidence] == [
        "[SCC]",
        ((built.safeguards[0].start, built.safeguards[0].end),),
    ]
