"""What holds for any extraction whatever: no exception, evidence from the extraction, plain words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from noticecheck import law
from noticecheck.extraction.model import OTHER_ROLES, Extraction, Mention, Safeguard, Statement
from noticecheck.notice import Span
from noticecheck.places.codes import blocs
from noticecheck.scoring.assessment import Assessment, assess
from noticecheck.scoring.disclosure import Disclosure, disclose
from tests.scoring.build import Builder, notice

REGIMES = [law.load(regime_id) for regime_id in law.ids()]
CODES = ("JP", "US", "DE", "GB", "CH", "XK", "EU", "EEA", "ADEQUATE", "CBPR", "OTHER")
KEYS = (
    "destination_law",
    "recipient_measures",
    "unidentified_reason",
    "safeguards_copy",
    "external_environment",
    "recipient_identity",
)
SAFEGUARDS = ("SCC", "BCR", "ADEQUACY", "DPF", "CONSENT", "CBPR", "CONTRACT", "DEROGATION")
JUDGING = re.compile(
    r"\b(compl[iy]\w*|violat\w*|(?:il|un)?(?:legal|lawful)\w*|breach\w*|infring\w*)\b", re.IGNORECASE
)

spans = st.tuples(st.integers(0, 40), st.integers(1, 20)).map(lambda pair: Span(pair[0], sum(pair)))
scopes = st.none() | st.lists(st.sampled_from(CODES), min_size=1, max_size=2, unique=True).map(tuple)
places = st.lists(st.sampled_from(CODES), max_size=2, unique=True).map(tuple)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    start, end = draw(spans)
    codes = draw(places)
    return Statement(
        start,
        end,
        "x" * (end - start),
        draw(st.sampled_from(("transfer", "storage", "access", "recipient", "denial"))),
        (),
        draw(st.booleans()),
        "t",
        None,
        draw(scopes),
        tuple(code for code in codes if code not in blocs()),
        tuple(code for code in codes if code in blocs()),
    )


@st.composite
def mentions(draw: st.DrawFn) -> Mention:
    start, end = draw(spans)
    code = draw(st.sampled_from(CODES))
    return Mention(
        start,
        end,
        "x" * (end - start),
        code,
        "bloc" if code in blocs() else "country",
        draw(st.sampled_from(("destination", "destination", "destination", *OTHER_ROLES))),
        "t",
        None,
        draw(st.none() | st.integers(0, 3)),
        draw(scopes),
    )


@st.composite
def safeguards(draw: st.DrawFn) -> Safeguard:
    start, end = draw(spans)
    return Safeguard(draw(st.sampled_from(SAFEGUARDS)), start, end, "x" * (end - start), "t")


extractions = st.builds(
    Extraction,
    language=st.just("en"),
    statements=st.lists(statements(), max_size=3).map(tuple),
    mentions=st.lists(mentions(), max_size=4).map(tuple),
    safeguards=st.lists(safeguards(), max_size=2).map(tuple),
    open_ended=st.booleans(),
    open_ended_evidence=st.lists(spans, max_size=1).map(tuple),
    information=st.dictionaries(
        st.sampled_from(KEYS), st.lists(spans, min_size=1, max_size=2).map(tuple), max_size=3
    ),
)
dates = st.dates(date(2004, 1, 1), date(2027, 1, 1))
readers = st.none() | st.sampled_from(("JP", "DE", "NO", "GB", "US"))


def spans_of(extraction: Extraction) -> set[Span]:
    found = {Span(s.start, s.end) for s in extraction.statements}
    found |= {Span(m.start, m.end) for m in extraction.mentions}
    found |= {Span(s.start, s.end) for s in extraction.safeguards}
    return found | {span for spans in extraction.information.values() for span in spans}


@settings(max_examples=150, deadline=None)
@given(extractions, dates, readers)
def test_any_extraction_can_be_assessed(extraction: Extraction, on: date, reader: str | None) -> None:
    own = spans_of(extraction)
    for regime in REGIMES:
        found = assess(extraction, regime, on, reader=reader)
        for finding in found.findings:
            assert set(finding.evidence) <= own
            assert list(finding.evidence) == sorted(set(finding.evidence))
            assert finding.status not in ("shown", "partly") or finding.evidence
            assert_plain_sentence(finding.explanation)
        assert_verdict_fits(found, regime, on)
        assert assess(extraction, regime, on, reader=reader) == found


@settings(max_examples=200, deadline=None)
@given(extractions, dates, readers)
def test_disclosure_of_any_extraction(extraction: Extraction, on: date, reader: str | None) -> None:
    found = disclose(extraction, reader, on)
    if reader is None:
        assert found.any_reader == found.for_reader
    assert all(place.counts <= (not place.domestic) for place in (*found.destinations, *found.blocs))
    listed = sorted(m.start for place in (*found.destinations, *found.blocs) for m in place.mentions)
    assert listed == sorted(m.start for m in extraction.mentions if m.role == "destination")
    assert_follows_the_scheme(found, extraction)


def assert_follows_the_scheme(found: Disclosure, extraction: Extraction) -> None:
    """The verdict for any reader, worked out once more from the scheme's own words."""
    kinds = [s.kind for s in extraction.statements]
    if not kinds:
        expected = "SILENT"
    elif set(kinds) == {"denial"}:
        expected = "DENIED"
    elif not found.destinations and not found.blocs:
        expected = "UNNAMED"
    else:
        expected = "NAMED" if found.destinations and not extraction.open_ended else "PARTIAL"
    assert found.any_reader == expected


def assert_verdict_fits(found: Assessment, regime: law.Regime, on: date) -> None:
    assert (found.verdict == "not_in_force") == (not regime.in_force(on))
    if found.verdict == "names_none":
        named = [f for f in found.findings if f.element == "destination_country"]
        assert all(f.status not in ("shown", "partly") for f in named)
    if found.verdict == "no_transfer_stated":
        assert all(f.status in ("not_applicable", "cannot_tell") for f in found.findings)


def assert_plain_sentence(text: str) -> None:
    assert JUDGING.search(text) is None
    assert text.endswith(".")
    assert text[0].isupper() or text.startswith(law.ids())
    assert "  " not in text
    assert "{" not in text
    assert ".." not in text


def test_no_combination_of_what_a_notice_says_is_answered_with_a_judgement() -> None:
    say: list[Callable[[], Builder]] = [
        notice,
        lambda: notice().denies("JP"),
        lambda: notice().says("JP"),
        lambda: notice().says("DE"),
        lambda: notice().says("US", kind="recipient"),
        lambda: notice().says("US", "KR"),
        lambda: notice().says("KR", open_ended=True),
        lambda: notice().says("EEA", open_ended=True),
        lambda: notice().says(open_ended=True),
    ]
    telling = [(), ("unidentified_reason",), KEYS]
    relying = [(), ("SCC",), ("ADEQUACY",), ("DPF", "CONSENT")]
    days = (date(2001, 1, 1), date(2010, 1, 1), date(2021, 1, 1), date(2024, 1, 1))
    seen = set()
    for build, keys, codes, regime, on in product(say, telling, relying, REGIMES, days):
        found = assess(build().tells(*keys).under(*codes).built(), regime, on, reader="US")
        for finding in found.findings:
            assert_plain_sentence(finding.explanation)
            seen.add(finding.status)
        for note in found.notes:
            assert JUDGING.search(note) is None
    assert seen == {"shown", "partly", "not_shown", "not_applicable", "cannot_tell"}


def test_no_text_of_a_law_file_judges_a_company() -> None:
    for regime in REGIMES:
        texts = [regime.title, regime.citation, regime.enforced or ""]
        texts += [element.label for element in regime.elements] + [track.label for track in regime.tracks]
        texts += [case.summary for case in regime.enforcement] + [
            source.supports for source in regime.sources
        ]
        texts += [note.text for note in (*regime.notes, *regime.exempt_recipients)]
        for text in texts:
            assert JUDGING.search(text) is None, (regime.id, text)
