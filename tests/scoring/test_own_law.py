"""A law of a user's own, from a file and without code, with what the packaged ones do not have."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from noticecheck import law
from noticecheck.law.describe import describe
from noticecheck.scoring.assessment import assess
from tests.scoring.build import Builder, notice

LAW = """\
id = "xx-atlantis-2020"
jurisdiction = "NZ"
title = "An Act of Atlantis"
title_native = "An Act of Atlantis"
citation = "s 1"
effective_from = 2020-01-01
effective_from_mark = "RECALLED"
country_naming = "if_practicable"
home = ["NZ"]

[[elements]]
id = "transfer_fact"
label = "whether data leave the island"
article = "s 2"
strength = "required"
place = "notice"
always = true
shown_by = ["statements"]
mark = "VERIFIED"

[[elements]]
id = "destination_country"
label = "the area in which data are used"
article = "s 3"
strength = "if_practicable"
place = "collection"
always = true
shown_by = ["destinations"]
mark = "VERIFIED"

[[elements]]
id = "recipient_identity"
label = "who receives the data"
article = "s 4"
strength = "implied"
place = "notice_or_consent"
shown_by = ["information.recipient_identity"]
mark = "VERIFIED"

[[sources]]
url = "https://example.org/law"
mark = "VERIFIED"
supports = "all"
"""


@pytest.mark.parametrize(
    ("built", "fact", "country", "recipient"),
    [
        (notice(), "not_shown", "not_shown", "not_applicable"),
        (notice().denies(), "shown", "not_shown", "not_applicable"),
        (notice().says("NZ"), "not_shown", "shown", "not_applicable"),
        (notice().says("AU"), "shown", "shown", "cannot_tell"),
        (notice().says("AU").tells("recipient_identity"), "shown", "shown", "shown"),
        (notice().says(open_ended=True), "shown", "not_shown", "cannot_tell"),
        (notice().says("EEA"), "shown", "partly", "cannot_tell"),
    ],
)
def test_a_yes_or_no_is_due_even_when_nothing_goes_abroad(
    tmp_path: Path, built: Builder, fact: str, country: str, recipient: str
) -> None:
    file = tmp_path / "atlantis.toml"
    file.write_text(LAW, "utf-8")
    found = assess(built.built(), law.load_file(file), date(2024, 1, 1))
    assert [finding.status for finding in found.findings] == [fact, country, recipient]


def test_it_can_be_described(tmp_path: Path) -> None:
    file = tmp_path / "atlantis.toml"
    file.write_text(LAW, "utf-8")
    text = describe(law.load_file(file))
    assert "due even when nothing goes abroad" in text
    assert "required where practicable" in text
