"""What a document is: notices, and what is taken for one by mistake."""

from __future__ import annotations

import pytest

from noticecheck.errors import EmptyNoticeError
from noticecheck.reading import read_text

TERMS = (
    "By flying our kites you agree to these terms. This agreement may be terminated at any time. "
    "We give no warranty, and our liability for broken strings is limited. You may not copy our kites. "
) * 12
JAPANESE_TERMS = (
    "本規約は凧の貸し出しに適用されます。会員は凧を転売できません。禁止行為を行った場合、利用契約を解除します。"
    "当店は凧の破損について免責されます。準拠法は日本法とします。"
) * 12
NOTICE = (
    "We collect your personal data when you order a kite. Your personal information is kept for a year. "
    "To ask for your data, write to the shop. "
) * 12
JAPANESE_NOTICE = (
    "当店は凧の注文の際に個人情報を取得します。利用目的は凧の発送です。個人データの開示は店長にお申し付けください。"
) * 12


@pytest.mark.parametrize(
    "text",
    [
        f"# Terms of Service\n\n{TERMS}",
        f"# Terms of Service\n\nPlease read our Privacy Policy too.\n\n{TERMS}",
        f"Kite User Agreement\n\n{TERMS}",
        f"Kites & More\n\n{TERMS}",
        f"# Terms of Use\n\n{TERMS}\n\n## Privacy\n\nSee our privacy policy.\n",
        f"# 利用規約\n\n{JAPANESE_TERMS}",
        f"凧会員規約\n\n第1条（適用）\n\n{JAPANESE_TERMS}\n\n第2条（個人情報）\n\n当店の方針によります。\n",
    ],
)
def test_terms_are_told_with_evidence(text: str) -> None:
    notice = read_text(text)
    assert notice.kind == "terms"
    assert notice.kind_evidence
    assert all(0 <= s < e <= len(text) and text[s:e].strip() for s, e in notice.kind_evidence)


@pytest.mark.parametrize(
    "title",
    [
        "Privacy and Cookie Policy",
        "Terms and Privacy",
        "Privacy Notice and Terms of Use",
        "Terms of Service and Privacy Policy",
        "Privacy notice for job applicants",
        "How we handle applications",
        "Cookie and Privacy Notice",
        "Kites & More",
    ],
)
def test_privacy_notices_under_any_title(title: str) -> None:
    notice = read_text(f"# {title}\n\n{NOTICE}")
    assert (notice.kind, notice.kind_evidence) == ("privacy_notice", ())


@pytest.mark.parametrize(
    "title",
    [
        "プライバシーポリシー及びクッキーポリシー",
        "利用規約・プライバシーポリシー",
        "採用応募者の個人情報の取扱いについて",
        "採用応募者の皆様へ",
        "個人情報保護方針",
        "凧の店",
    ],
)
def test_japanese_privacy_notices_under_any_title(title: str) -> None:
    notice = read_text(f"# {title}\n\n{JAPANESE_NOTICE}")
    assert (notice.language, notice.kind, notice.kind_evidence) == ("ja", "privacy_notice", ())


def test_a_notice_that_names_the_terms_first_is_a_notice() -> None:
    assert read_text(f"Terms of Use\n\nPrivacy Policy\n\n{NOTICE}").kind == "privacy_notice"
    assert read_text(f"# Privacy policy\n\nTerms of Use\n\n{NOTICE}").kind == "privacy_notice"


def test_tables_of_cookies() -> None:
    rows = "".join(
        f"| kite_{i} | Session cookie of the kite shop, expires after a day |\n" for i in range(40)
    )
    notice = read_text(f"# Cookie list\n\n| Cookie | What for |\n| --- | --- |\n{rows}")
    assert notice.kind == "cookie_table"
    assert [notice.text[s:e] for s, e in notice.kind_evidence] == ["Cookie list"]
    rows = "".join(
        f"| kite_{i} | 凧の店のクッキー、有効期限は一日、ログインの維持のために使います |\n"
        for i in range(40)
    )
    notice = read_text(f"# クッキー一覧\n\n| クッキー | 用途 |\n| --- | --- |\n{rows}")
    assert (notice.language, notice.kind) == ("ja", "cookie_table")


@pytest.mark.parametrize(
    "text",
    [
        "# Privacy notices\n\nChoose the notice of your shop:\n\n"
        + "".join(f"- [Shop {i}](https://kites.example/{i})\n" for i in range(12)),
        "# プライバシーポリシー一覧\n\n" + "".join(f"- [第{i}店](/shop/{i})\n" for i in range(12)),
        "Privacy notices\n\n" + "".join(f"- Notice of shop {i}\n" for i in range(12)),
    ],
)
def test_an_index_of_notices(text: str) -> None:
    notice = read_text(text)
    assert notice.kind == "index"
    assert notice.kind_evidence


@pytest.mark.parametrize(
    "text",
    [
        "# Investor relations\n\n"
        + "Kite sales grew by a tenth in the quarter. The board proposes a dividend. " * 60,
        "# 株主・投資家の皆様へ\n\n"
        + "当期の凧の売上高は前期より増加しました。配当は一株当たり十円を予定しています。" * 80,
    ],
)
def test_other_documents(text: str) -> None:
    notice = read_text(text)
    assert notice.kind == "other"
    assert [notice.text[s:e] for s, e in notice.kind_evidence] == [text.splitlines()[0][2:]]


@pytest.mark.parametrize(
    "text", ["# Page not found\n\nTry the kites.", "お探しのページは見つかりませんでした。", "404 Not Found"]
)
def test_error_pages(text: str) -> None:
    assert read_text(text).kind == "error_page"
    with pytest.raises(EmptyNoticeError):
        read_text(f"<body><p>{text.removeprefix('# ')}</p></body>", media_type="text/html")


def test_a_long_document_is_judged_by_more_than_its_beginning() -> None:
    assert read_text(f"# Kites\n\n{TERMS * 12}\n\n{NOTICE}").kind == "terms"
    assert read_text(f"# Kites\n\n{NOTICE * 12}\n\n{TERMS}").kind == "privacy_notice"
