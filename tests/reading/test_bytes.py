"""Bytes: charset, media type, what cannot be read, provenance, language, kind of document."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from noticecheck import errors
from noticecheck.reading import read, read_text

JAPANESE = (
    "凧の店は、お客様の個人データを保管します。国外のサーバーには送信しません。お問い合わせは店長まで。"
)
GOLD = Path(__file__).resolve().parents[2].parent / "shared" / "gold" / "texts"


@pytest.mark.parametrize(
    ("codec", "label"),
    [("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"), ("iso2022_jp", "ISO-2022-JP"), ("utf-8", "utf-8")],
)
@pytest.mark.parametrize("how", ["header", "meta", "detection", "wrong meta"])
def test_japanese_charsets(codec: str, label: str, how: str) -> None:
    declared = {"meta": label, "wrong meta": "iso-8859-1" if codec == "utf-8" else "utf-8"}.get(how)
    meta = f'<meta charset="{declared}">' if declared else ""
    data = f"<html><head>{meta}</head><body><p>{JAPANESE}</p></body></html>".encode(codec)
    if how == "wrong meta" and codec == "iso2022_jp":
        pytest.skip("ISO-2022-JP is ASCII bytes, so it does decode as UTF-8")
    notice = read(data, charset=label if how == "header" else None)
    assert notice.text == JAPANESE
    assert notice.provenance.charset_from == ("detection" if how == "wrong meta" else how)
    assert notice.language == "ja"


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(codec: str) -> None:
    notice = read(JAPANESE.encode(codec), charset="iso-8859-1")
    assert notice.text == JAPANESE
    assert notice.provenance.charset_from == "bom"


def test_western_text_without_a_declaration() -> None:
    text = (
        "Wir speichern personenbezogene Daten für höchstens fünf Jahre in Österreich und löschen sie später."
    )
    notice = read(text.encode("cp1252"))
    assert notice.text == text
    assert notice.language == "de"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", errors.EmptyNoticeError),
        (b" \r\n\t", errors.EmptyNoticeError),
        ("\u3000\n".encode(), errors.EmptyNoticeError),
        (b"<html><body><script>1</script></body></html>", errors.EmptyNoticeError),
        (b"ab\x00cd\x00\x00", errors.BinaryFileError),
        (b"PK\x03\x04abc", errors.BinaryFileError),
        (b"\x89PNG\r\n\x1a\nabc", errors.BinaryFileError),
        (bytes(range(1, 9)) * 9, errors.BinaryFileError),
        (b"%PDF-1.7 abc", errors.UnsupportedMediaTypeError),
    ],
)
def test_what_cannot_be_read(data: bytes, error: type[errors.NoticecheckError]) -> None:
    with pytest.raises(error):
        read(data)


def test_limits_paths_and_settings(tmp_path: Path) -> None:
    file = tmp_path / "kites.txt"
    file.write_text("We keep your data in Chile.")
    with pytest.raises(errors.TooLargeError):
        read(file, max_bytes=5)
    with pytest.raises(errors.TooLargeError):
        read(b"123456", max_bytes=5)
    with pytest.raises(errors.SourceNotFoundError):
        read(tmp_path / "none.txt")
    with pytest.raises(errors.SourceNotFoundError):
        read(tmp_path)
    with pytest.raises(errors.UnsupportedMediaTypeError):
        read(file, media_type="application/pdf")
    with pytest.raises(errors.UsageError):
        read(file, language="english please")
    notice = read(str(file), url="https://kites.example/privacy", date=date(2024, 5, 1), date_from="option")
    assert notice.provenance.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert notice.provenance.path == str(file)
    assert notice.provenance.url == "https://kites.example/privacy"
    assert notice.provenance.date == date(2024, 5, 1)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Your data may be transferred to the United States.", "en"),
        ("お客様の情報を米国に移転します。", "ja"),
        ("個人データはAmazon Web Services, Inc.とGoogle LLCとStripe, Inc.に提供されます。", "ja"),
        ("귀하의 개인정보는 미국으로 이전됩니다.", "ko"),
        ("您的个人信息将传输至美国。", "zh"),
        ("Vos données peuvent être transférées aux États-Unis.", "fr"),
        ("Ihre Daten können in die USA übermittelt werden.", "de"),
        ("Sus datos pueden transferirse a los Estados Unidos.", "es"),
        ("Os seus dados podem ser transferidos para os Estados Unidos.", "pt"),
        ("I tuoi dati possono essere trasferiti negli Stati Uniti.", "it"),
        ("Uw gegevens kunnen worden doorgegeven aan de Verenigde Staten.", "nl"),
        ("Państwa dane osobowe mogą być przekazywane do Stanów Zjednoczonych.", "pl"),
        ("Ваши персональные данные могут быть переданы в США.", "ru"),
        ("Kişisel verileriniz Amerika Birleşik Devletleri'ne aktarılabilir ve orada saklanabilir.", "tr"),
        ("Dina personuppgifter kan överföras till USA när vi behandlar dem.", "sv"),
    ],
)
def test_language_of_one_sentence(text: str, language: str) -> None:
    assert read_text(text).language == language


def test_a_declared_language_is_believed_only_if_the_text_agrees() -> None:
    body = "<p>We keep your data in Chile, and we do not send it to any other country.</p>"
    assert read_text(f"<html lang=en><body>{body}", media_type="text/html").language_from == "declared"
    notice = read_text(f"<html lang=ja><body>{body}", media_type="text/html")
    assert (notice.language, notice.language_from) == ("en", "detection")
    assert read_text(body, media_type="text/html", language="fr-CA").language == "fr"


def test_kind_of_document() -> None:
    terms = (
        "# Terms of service\n\n"
        + "You agree to these terms. Our liability under this agreement is limited. " * 40
    )
    assert read_text(terms).kind == "terms"
    notice = read_text(terms)
    assert notice.kind_evidence
    assert read_text("Your data may be sent to Chile.").kind == "privacy_notice"
    assert read_text("# Privacy\n\nSee also our terms of service.").kind == "privacy_notice"
    assert read_text("# Page not found\n").kind == "error_page"
    assert read_text("\n".join(f"- [Paper {i}](/p{i})" for i in range(20))).kind == "index"


@pytest.mark.skipif(not GOLD.exists(), reason=f"no annotated notices at {GOLD}")
def test_language_and_kind_of_the_annotated_notices() -> None:
    files = sorted(GOLD.glob("*.txt"))
    wrong = [
        (file.name, notice.language, notice.kind)
        for file in files
        if (notice := read(file)).language != file.name[:2] or notice.kind != "privacy_notice"
    ]
    assert files
    assert wrong == []
