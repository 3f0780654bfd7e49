from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import noticecheck as nc
from noticecheck.errors import (
    EmptyNoticeError,
    FetchError,
    SourceNotFoundError,
    UnsupportedLanguageError,
    UsageError,
)

NAMED = "We store your personal data on servers in Canada."
PARTIAL = "We transfer your personal data to Vietnam and to other countries."
UNNAMED = "Your personal data may be transferred to other countries."
DENIED = "We do not transfer your personal data outside Switzerland."
SILENT = "We collect your name and your e-mail address when you order a lamp."


@pytest.mark.parametrize(
    ("text", "disclosure"),
    [(NAMED, "NAMED"), (PARTIAL, "PARTIAL"), (UNNAMED, "UNNAMED"), (DENIED, "DENIED"), (SILENT, "SILENT")],
)
def test_a_single_sentence_is_a_notice(text: str, disclosure: str) -> None:
    report = nc.check_text(text, language="en")
    assert report.disclosure_any_reader == report.disclosure == disclosure
    assert report.error is None


def test_what_is_home_to_the_reader_does_not_count() -> None:
    report = nc.check_text(NAMED, reader="CA", language="en")
    assert (report.disclosure, report.disclosure_any_reader) == ("SILENT", "NAMED")
    assert [(place.code, place.domestic) for place in report.destinations] == [("CA", True)]


def test_the_notice_is_in_the_report_and_its_offsets_hold() -> None:
    text = "# Privacy\n\n" + PARTIAL
    report = nc.check_text(text, language="en")
    assert report.notice is not None
    assert report.notice.text == text
    for place in report.destinations:
        for mention in place.mentions:
            assert text[mention.start : mention.end] == mention.text
    for statement in report.statements:
        assert text[statement.start : statement.end] == statement.text


def test_a_path_and_its_notice_give_the_same_report(tmp_path: Path) -> None:
    file = tmp_path / "shop.privacy.md"
    file.write_text(PARTIAL, encoding="utf-8")
    by_path = nc.check(file, language="en")
    assert by_path.id == "shop.privacy"
    assert by_path.source.path == str(file)
    assert nc.check(nc.read(file, language="en")).to_json() == by_path.to_json()
    assert nc.check(str(file), language="en").to_json() == by_path.to_json()


def test_a_str_is_a_path_and_never_the_text() -> None:
    with pytest.raises(SourceNotFoundError):
        nc.check("We store your personal data in Canada.")


def test_an_address_is_not_fetched() -> None:
    with pytest.raises(FetchError, match="Save the page"):
        nc.check("https://shop.example/privacy")


def test_nothing_to_read() -> None:
    with pytest.raises(EmptyNoticeError):
        nc.check_text("  \n")


def test_a_language_without_rules_is_an_error() -> None:
    with pytest.raises(UnsupportedLanguageError, match="fi"):
        nc.check_text("Henkilötietojasi ei luovuteta kenellekään.", language="fi")


@pytest.mark.parametrize(
    "wrong",
    [
        {"reader": "Japan"},
        {"reader": "ZZ"},
        {"on": "yesterday"},
        {"on": "20220401"},
        {"on": "2022-02-30"},
        {"laws": ["no-such-law"]},
        {"laws": "jp-appi-2022"},
        {"language": "a language"},
    ],
)
def test_wrong_settings_are_usage_errors(wrong: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        nc.check_text(NAMED, **wrong)


def test_codes_may_be_in_lower_case() -> None:
    assert nc.check_text(NAMED, reader="ca", language="EN-gb").reader == "CA"


class TestDate:
    notice = "Last updated: March 5, 2021\n\n" + NAMED

    def test_the_option_comes_first(self) -> None:
        report = nc.check_text(self.notice, on="2022-04-01", language="en")
        assert (report.on, report.source.date_from) == (date(2022, 4, 1), "option")

    def test_then_what_is_known_of_the_source(self) -> None:
        read = nc.read_text(self.notice, language="en", date=date(2021, 6, 1), date_from="commit")
        report = nc.check(read)
        assert (report.on, report.source.date_from) == (date(2021, 6, 1), "commit")

    def test_then_the_notice_itself(self) -> None:
        report = nc.check_text(self.notice, language="en")
        assert (report.on, report.source.date_from) == (date(2021, 3, 5), "notice")
        assert report.warnings == ()

    def test_at_last_the_law_data_with_a_warning(self) -> None:
        report = nc.check_text(NAMED, language="en")
        assert report.source.date_from == "laws"
        assert [warning.code for warning in report.warnings] == ["no_date"]


class TestDefaults:
    def test_english_has_none(self) -> None:
        report = nc.check_text(NAMED, language="en")
        assert (report.reader, report.assessments, report.defaults) == (None, (), ())

    def test_japanese_is_read_in_japan_under_the_law_of_the_day(self) -> None:
        text = "当社は、お客様の個人情報をベトナムの委託先に提供します。"
        report = nc.check_text(text, on="2021-03-01")
        assert (report.language, report.reader) == ("ja", "JP")
        assert [one.regime for one in report.assessments] == ["jp-appi-2017"]
        assert report.defaults == ("reader", "laws")
        later = nc.check_text(text, on="2022-04-01", reader="DE")
        assert [one.regime for one in later.assessments] == ["jp-appi-2022"]
        assert later.defaults == ("laws",)
        assert "home_differs" in [warning.code for warning in later.warnings]

    def test_no_laws_are_no_laws(self) -> None:
        assert nc.check_text("個人情報を海外に移転します。", laws=[]).assessments == ()


class TestAssessment:
    def test_a_country_means_its_law_on_the_day(self) -> None:
        before = nc.check_text(UNNAMED, laws=["JP"], on="2022-03-31", language="en")
        after = nc.check_text(UNNAMED, laws=["JP"], on="2022-04-01", language="en")
        assert [(one.regime, one.verdict) for one in before.assessments] == [("jp-appi-2017", "no_duty")]
        assert [(one.regime, one.verdict) for one in after.assessments] == [("jp-appi-2022", "names_none")]

    def test_the_law_s_home_is_its_own(self) -> None:
        text = "We store your personal data on servers in Japan."
        report = nc.check_text(text, laws=["jp-appi-2022"], reader="DE", on="2023-01-01", language="en")
        assert report.disclosure == "NAMED"
        assert report.assessments[0].verdict == "no_transfer_stated"
        assert [warning.code for warning in report.warnings] == ["home_differs"]


def test_another_language_version_for_the_reader_is_a_warning() -> None:
    text = (
        PARTIAL
        + "\n\nIf this policy is translated, the Japanese version shall apply to users residing in Japan.\n"
    )
    report = nc.check_text(text, reader="JP", language="en", on="2022-01-01")
    found = [one for one in report.warnings if one.code == "not_addressed_to_reader"]
    assert len(found) == 1
    assert any("Japanese version" in text[start:end] for start, end in found[0].evidence)
    assert nc.check_text(text, reader="DE", language="en", on="2022-01-01").warnings == ()


def test_much_in_another_script_is_a_warning() -> None:
    english = NAMED + "\n\n" + "We collect your name and your address.\n\n" * 5
    japanese = (
        "お客様の氏名、住所、電話番号およびその他の情報を取得し、サービスの提供のために利用します。\n\n" * 20
    )
    assert "mixed_languages" in [w.code for w in nc.check_text(english + japanese, language="en").warnings]
    assert "mixed_languages" not in [w.code for w in nc.check_text(english, language="en").warnings]


def test_the_same_input_gives_the_same_output() -> None:
    first = nc.check_text(PARTIAL, laws=["all"], reader="JP", on="2022-04-01", language="en")
    assert (
        nc.check_text(PARTIAL, laws=["all"], reader="JP", on="2022-04-01", language="en").to_json()
        == first.to_json()
    )


def test_all_names_of_the_public_face_resolve() -> None:
    assert {name: getattr(nc, name) for name in nc.__all__}
    assert set(nc.__all__) <= set(dir(nc))
    assert nc.exceptions.NoticecheckError is nc.NoticecheckError
    with pytest.raises(AttributeError):
        nc.no_such_name  # noqa: B018


def test_every_exception_has_a_code_and_advice() -> None:
    leaves = nc.NoticecheckError.__subclasses__()
    codes = [leaf.code for leaf in leaves]
    assert len(set(codes)) == len(codes) > 10
    assert nc.exceptions.__doc__ is not None
    for leaf in leaves:
        assert leaf.__name__ in nc.exceptions.__doc__
        assert leaf.code in nc.exceptions.__doc__
