"""A law file with a mistake is refused with the file's name and the path to the bad value."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from noticecheck import law
from noticecheck.errors import DataFileError, SourceNotFoundError
from noticecheck.extraction.model import Extraction
from noticecheck.scoring.assessment import assess

GOOD = """\
id = "xx-test-2020"
jurisdiction = "NZ"
title = "An Act for Tests"
title_native = "An Act for Tests"
citation = "s 1"
effective_from = 2020-01-01
effective_from_mark = "RECALLED"
effective_to = 2029-12-31
country_naming = "required"
home = ["NZ", "EEA"]

[[tracks]]
id = "A"
label = "one way"
relation = "alternative"

[[tracks]]
id = "B"
label = "another way"
relation = "alternative"

[[elements]]
id = "destination_country"
label = "the country"
article = "s 2"
strength = "required"
place = "notice"
track = "A"
shown_by = ["destinations"]
mark = "VERIFIED"

[[elements]]
id = "unidentified_reason"
label = "why there is no country"
article = "s 3"
strength = "conditional"
place = "consent"
track = "A"
replaces = "destination_country"
shown_by = ["information.unidentified_reason"]
mark = "VERIFIED"

[[elements]]
id = "recipient_measures"
label = "what recipients do"
article = "s 4"
strength = "on_request"
place = "request"
track = "B"
mark = "VERIFIED"

[[exempt_destinations]]
code = "AU"
lifts_tracks = ["A"]
lifts_elements = ["recipient_measures"]
from = 2021-01-01
to = 2022-01-01
source = "s 5"
mark = "VERIFIED"

[[enforcement]]
date = 2022-02-02
authority = "An authority"
controller = "A company"
summary = "What happened."
source = "https://example.org/case"
mark = "VERIFIED"
about_naming = true

[[notes]]
text = "A note."
mark = "VERIFIED"

[[sources]]
url = "https://example.org/law"
mark = "VERIFIED"
supports = "all"
"""

# what is replaced, by what, what the message must hold
MISTAKES: list[tuple[str, str, str]] = [
    ('id = "xx-test-2020"', 'id = "Test"', "$.id"),
    ('id = "xx-test-2020"', 'name = "xx-test-2020"', "name"),
    ('title = "An Act for Tests"\n', 'title = " "\n', "$.title"),
    ('title = "An Act for Tests"\n', "", "title"),
    ('citation = "s 1"', "citation = 1", "$.citation"),
    ('citation = "s 1"', 'citation = "s 1"\ncolour = "red"', "colour"),
    ('jurisdiction = "NZ"', 'jurisdiction = "QQ"', "$.jurisdiction"),
    ('jurisdiction = "NZ"', 'jurisdiction = "nz"', "$.jurisdiction"),
    ("effective_from = 2020-01-01", 'effective_from = "soon"', "$.effective_from"),
    ("effective_from = 2020-01-01", "effective_from = 2020-02-30", "xx.toml"),
    ("effective_from = 2020-01-01", "effective_from = 2030-01-01", "$.effective_to"),
    ('effective_from_mark = "RECALLED"', 'effective_from_mark = "GUESSED"', "$.effective_from_mark"),
    ('country_naming = "required"', 'country_naming = "must"', "$.country_naming"),
    ('home = ["NZ", "EEA"]', "home = []", "$.home"),
    ('home = ["NZ", "EEA"]', 'home = ["NZ", "UK"]', "$.home[1]"),
    ('home = ["NZ", "EEA"]', 'home = ["NZ", "NZ"]', "$.home[1]"),
    ('home = ["NZ", "EEA"]', 'home = ["NZ", "ADEQUATE"]', "$.home[1]"),
    ('home = ["NZ", "EEA"]', 'home = ["NZ", "New Zealand"]', "$.home[1]"),
    ('home = ["NZ", "EEA"]', 'home = ["NZ"]\naliases = ["ZZ"]', "$.aliases[0]"),
    ('home = ["NZ", "EEA"]', 'home = ["NZ"]\nsuccessor = "jp-appi-2022"', "$.successor"),
    ('id = "B"', 'id = "A"', "$.tracks[1].id"),
    ('id = "B"', 'id = "C"', "$.tracks[1].id"),
    (
        'relation = "alternative"\n\n[[elements]]',
        'relation = "either"\n\n[[elements]]',
        "$.tracks[1].relation",
    ),
    (
        'relation = "alternative"\n\n[[elements]]',
        'relation = "additional"\n\n[[elements]]',
        "$.tracks[0].relation",
    ),
    (
        'relation = "alternative"\n\n[[elements]]',
        'relation = "alternative"\ntaken_if = ["x"]\n\n[[elements]]',
        "$.tracks[1].taken_if",
    ),
    ('place = "request"', 'place = "notice"\nid = "purpose"', "xx.toml"),
    (
        'id = "recipient_measures"\n',
        'id = "destination_country"\n',
        "$.exempt_destinations[0].lifts_elements",
    ),
    ('id = "destination_country"', 'id = "country"', "$.elements[0].id"),
    ('strength = "required"', 'strength = "strong"', "$.elements[0].strength"),
    ('strength = "required"\n', "", "$.elements[0]"),
    ('place = "notice"', 'place = "website"', "$.elements[0].place"),
    ('place = "notice"\ntrack = "A"', 'place = "notice"\ntrack = "D"', "$.elements[0].track"),
    ('shown_by = ["destinations"]', 'shown_by = ["countries"]', "$.elements[0].shown_by[0]"),
    ('shown_by = ["destinations"]', 'shown_by = "destinations"', "$.elements[0].shown_by"),
    ('shown_by = ["destinations"]', 'shown_by = ["destinations", "destinations"]', "$.elements[0].shown_by"),
    ('shown_by = ["destinations"]', "", "$.country_naming"),
    ('replaces = "destination_country"', 'replaces = "storage_country"', "$.elements[1].replaces"),
    ('replaces = "destination_country"', 'replaces = "recipient_measures"', "$.elements[1].replaces"),
    ('replaces = "destination_country"', 'replaces = "unidentified_reason"', "$.elements[1].replaces"),
    ('place = "consent"\ntrack = "A"', 'place = "consent"\ntrack = "B"', "$.elements[1].replaces"),
    (
        'strength = "conditional"\nplace = "consent"\ntrack = "A"\nreplaces = "destination_country"',
        'strength = "conditional"\nplace = "consent"\ntrack = "A"\nreplaces = ""',
        "$.elements[1].replaces",
    ),
    (
        'shown_by = ["information.unidentified_reason"]',
        'shown_by = ["information.x"]',
        "$.elements[1].shown_by",
    ),
    ('place = "request"\ntrack = "B"\nmark = "VERIFIED"', 'place = "request"\ntrack = "B"', "$.elements[2]"),
    ('code = "AU"', 'code = "OZ"', "$.exempt_destinations[0].code"),
    ("to = 2022-01-01", "to = 2020-12-31", "$.exempt_destinations[0].to"),
    ('lifts_tracks = ["A"]', 'lifts_tracks = ["A", "Z"]', "$.exempt_destinations[0].lifts_tracks[1]"),
    (
        'lifts_elements = ["recipient_measures"]',
        'lifts_elements = ["purpose"]',
        "$.exempt_destinations[0].lifts_elements[0]",
    ),
    (
        'lifts_tracks = ["A"]\nlifts_elements = ["recipient_measures"]\n',
        "",
        "$.exempt_destinations[0]",
    ),
    ('source = "s 5"\n', "", "$.exempt_destinations[0]"),
    ("date = 2022-02-02", "date = 2019-02-02", "$.enforcement[0].date"),
    ('source = "https://example.org/case"', 'source = "a newspaper"', "$.enforcement[0].source"),
    ("about_naming = true", 'about_naming = "yes"', "$.enforcement[0].about_naming"),
    ('text = "A note."\n', 'text = ""\n', "$.notes[0].text"),
    ('url = "https://example.org/law"', 'url = "example.org"', "$.sources[0].url"),
    ('[[sources]]\nurl = "https://example.org/law"\nmark = "VERIFIED"\nsupports = "all"\n', "", "sources"),
    (
        'country_naming = "required"',
        'country_naming = "not_required"\nsuccessor = "nz-none-2050"',
        "$.successor",
    ),
    (
        'country_naming = "required"',
        'country_naming = "not_required"\nsuccessor = "xx-test-2020"',
        "$.successor",
    ),
    ('title = "An Act for Tests"\n', 'title = "An Act\n', "xx.toml"),
    ('id = "xx-test-2020"', 'id = "xx-test-2020"\nid = "xx-test-2021"', "xx.toml"),
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "xx.toml"


def test_the_good_file_is_accepted_and_can_be_assessed(file: Path) -> None:
    file.write_text(GOOD, "utf-8")
    regime = law.load_file(file)
    assert assess(Extraction("en"), regime, date(2021, 1, 1)).verdict == "no_transfer_stated"


def _first_element() -> str:
    start = GOOD.index("[[elements]]")
    return GOOD[start : GOOD.index("[[elements]]", start + 1)]


def test_an_element_given_twice_is_refused(file: Path) -> None:
    file.write_text(
        GOOD.replace("[[exempt_destinations]]", _first_element() + "[[exempt_destinations]]"), "utf-8"
    )
    with pytest.raises(DataFileError, match=r"xx\.toml: \$\.elements\[3\]\.id: .*twice"):
        law.load_file(file)


def test_only_alternatives_are_taken(file: Path) -> None:
    track = '[[tracks]]\nid = "C"\nlabel = "on top"\nrelation = "additional"\ntaken_if = ["safeguards"]\n'
    element = _first_element().replace('track = "A"', 'track = "C"')
    file.write_text(GOOD.replace("[[elements]]", track + element + "[[elements]]", 1), "utf-8")
    with pytest.raises(DataFileError, match=r"\$\.tracks\[2\]\.taken_if"):
        law.load_file(file)


@pytest.mark.parametrize(("good", "bad", "where"), MISTAKES)
def test_a_mistake_is_refused_with_file_and_path(file: Path, good: str, bad: str, where: str) -> None:
    assert good in GOOD
    file.write_text(GOOD.replace(good, bad, 1), "utf-8")
    with pytest.raises(DataFileError, match=re.escape(where)) as caught:
        law.load_file(file)
    assert str(file) in str(caught.value)


def test_bytes_that_are_not_utf8(file: Path) -> None:
    file.write_bytes(GOOD.replace("A note.", "日本").encode("shift_jis"))
    with pytest.raises(DataFileError, match=r"xx\.toml"):
        law.load_file(file)


def test_a_folder_is_not_a_law(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFoundError):
        law.load_file(tmp_path)
