"""How Japanese notices speak of other countries. Every text is ours, every company invented."""

# ruff: noqa: E501 -- a Japanese sentence has no place to break it, and each character counts as two

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noticecheck.extraction import Extraction, extract
from noticecheck.reading import read_text
from tests.language.japanese_drafts import DRAFTS, TOOLS


def found(text: str) -> Extraction:
    return extract(read_text(text, language="ja"))


def named(result: Extraction) -> set[str]:
    """Codes of the destinations, blocs included."""
    return {m.code for m in result.mentions if m.role == "destination"}


def kinds(result: Extraction) -> set[str]:
    return {s.kind for s in result.statements}


def verdict(result: Extraction) -> str:
    """The disclosure for any reader, in the words of the design."""
    if not result.statements:
        return "SILENT"
    if kinds(result) == {"denial"}:
        return "DENIED"
    countries = {m.code for m in result.mentions if m.role == "destination" and m.kind == "country"}
    if countries and not result.open_ended:
        return "NAMED"
    return "PARTIAL" if named(result) else "UNNAMED"


COUNTRIES = [
    ("米国", "US"), ("アメリカ合衆国", "US"), ("シンガポール共和国", "SG"), ("ベトナム", "VN"), ("大韓民国", "KR"), ("中華人民共和国", "CN"),
    ("豪州", "AU"), ("フィンランド", "FI"), ("ＵＳＡ", "US"), ("台湾", "TW"), ("ｱｲﾙﾗﾝﾄﾞ", "IE"),
]  # fmt: skip

# {} is a country; every sentence says that data goes there and leaves nothing open.
STATEMENTS = [
    # 移転, 提供, 転送, 送信
    ("お客様の個人データは{}に移転されます。", "transfer"),
    ("当社は、取得した情報を{}へ転送することがあります。", "transfer"),
    ("ご入力いただいた内容は、{}にあるサーバーに送信されます。", "transfer"),
    ("当社は個人データを{}に所在する第三者に提供しています。", None),
    ("当社は、{}の委託先に対して個人情報の取扱いを委託しております。", None),
    ("みどり商事は、利用者の情報を{}の事業者へ提供いたします。", None),
    ("取得した個人情報は、国境を越えて{}に移転される場合があります。", "transfer"),
    ("個人データの提供先は、{}に所在する子会社です。", None),
    ("お預かりしたデータは、データ分析業務の委託に伴い{}へ送付されます。", "transfer"),
    ("当社は、個人データを外国（{}）にある第三者に提供します。", None),
    # 保管, 処理, 保存
    ("個人情報は{}のデータセンターで保管しています。", "storage"),
    ("当サービスのデータは{}内のサーバーに保存されます。", "storage"),
    ("本アプリの利用情報は{}において処理されます。", "storage"),
    ("バックアップデータは{}に保管されております。", "storage"),
    ("当社が利用するクラウドサービスのサーバーは{}に設置されています。", "storage"),
    ("サーバー所在地：{}", None),
    ("データ保存先: {}", None),
    ("サーバは、{}に所在するデータセンタ内で運用しています。", "storage"),
    ("写真データは、{}に設置されたストレージに格納されます。", "storage"),
    # 閲覧, アクセス
    ("保守のため、{}の開発拠点から個人データにアクセスすることがあります。", "access"),
    ("{}に所在するグループ会社の担当者が、お客様の情報を閲覧する場合があります。", "access"),
    ("当社の{}子会社のエンジニアが、{}から個人データを閲覧できる状態にあります。", "access"),
    # 外的環境の把握
    ("外的環境の把握：当社は、個人データを{}において保管しているため、同国の個人情報の保護に関する制度を把握した上で安全管理措置を実施しています。", None),
    ("個人データを取り扱っている{}における個人情報の保護に関する制度を把握したうえで、必要な措置を講じています。", None),
    ("（外的環境の把握）{}において個人データを取り扱っているため、{}の個人情報保護制度を把握しています。", None),
    # labels
    ("移転先の国名：{}", None),
    ("提供先の第三者が所在する国：{}", None),
    ("移転先の所在国は{}です。", None),
    ("（１）提供先の外国の名称　{}にある第三者に個人データを提供します。", None),
    ("個人データを提供する第三者の所在国は、{}です。", None),
    ("クラウドサービスの提供事業者が所在する外国の名称：{}", None),
    # a recipient with its seat
    ("当社は、メール配信のため、Fjordpost Inc.（{}）に個人情報の取扱いを委託しています。", None),
    ("アクセス解析の提供先は、Blauwal GmbH（所在国：{}）です。", None),
    ("問い合わせ管理には、{}のSnowdesk社が提供するサービスを利用し、お客様の情報を同社に提供しています。", None),
    ("当社は、{}法人であるHoneyfish LLCに個人データを提供します。", None),
    ("顧客管理システムの運営会社（{}）に、氏名及びメールアドレスを提供します。", None),
    ("個人情報を、当社の親会社であるMarula Holdings（本社：{}）と共有します。", None),
    ("当社は個人データの入力業務を、{}にある再委託先に行わせています。", None),
]  # fmt: skip


@pytest.mark.parametrize(("template", "kind"), STATEMENTS)
def test_a_country_where_data_goes(template: str, kind: str | None) -> None:
    for name, code in COUNTRIES:
        text = template.replace("{}", name)
        result = found(text)
        assert named(result) == {code}, text
        assert verdict(result) == "NAMED", text
        if kind:
            assert kinds(result) == {kind}, text
        for mention in result.mentions:
            assert text[mention.start : mention.end] == mention.text


LISTS = [
    "個人データは、{}、{}及び{}に移転されます。",
    "データは{}・{}・{}のサーバーに保管されています。",
    "移転先の国名：{}／{}／{}",
    "当社は、{}, {}, {}に所在する委託先に個人情報を提供します。",
    "個人データを取り扱う国は、{}、{}並びに{}です。",
    "当社グループは、①{}、②{}、③{}において個人データを処理します。",
]
LISTED = [("米国", "US"), ("フィリピン", "PH"), ("インド", "IN"), ("ノルウェー", "NO"), ("カナダ", "CA")]


@pytest.mark.parametrize("template", LISTS)
def test_every_country_of_a_list_counts(template: str) -> None:
    for three in itertools.combinations(LISTED, 3):
        text = template.format(*(name for name, _ in three))
        result = found(text)
        assert named(result) == {code for _, code in three}, text
        assert verdict(result) == "NAMED", text


UNNAMED = [
    "当社は、個人データを外国にある第三者に提供することがあります。",
    "取得した情報は、国外のサーバーに保存される場合があります。",
    "お客様の情報は、海外に所在する事業者に委託されることがあります。",
    "本サービスのデータは、日本国外に移転されることがあります。",
    "個人情報は国境を越えて移転される可能性があります。",
    "当社の委託先は、お客様がお住まいの国以外の国で個人情報を処理することがあります。",
    "当社のサーバーは海外に設置されています。",
    "グループ会社の担当者が国外からお客様のデータを閲覧することがあります。",
    "個人データは域外に転送され、処理されることがあります。",
    "当社が利用するクラウドは、世界各地のデータセンターでデータを保管しています。",
    "外国にある第三者に個人データを提供する場合は、あらかじめ本人の同意を得ます。",
    "当社は、外国にある第三者へ個人データを提供する場合、当該第三者の所在国における制度を確認いたします。",
    "あらかじめ本人の同意を得ることなく、外国にある第三者に個人データを提供することはありません。",
    "利用者の個人情報は、ノルウェー国外で取り扱うことがあります。",
    "会員情報は、メキシコ国外の設備で保管されることがあります。",
    "外国のクラウドサービスを利用して個人データを取り扱う場合があります。",
    "個人情報の越境移転が生じることがあります。",
    "お客様の情報が別の国にあるコンピュータに保存されることがあります。",
    "当社は世界各国の拠点で個人データを共有しています。",
    "提供先の所在国をあらかじめ特定することは困難ですが、外国にある事業者に提供する場合があります。",
    "カード会社が外国にある場合、会員情報は当該カード会社が所属する国へ移転されることがあります。",
    "データの一部は海外の設備で処理されます。",
]


@pytest.mark.parametrize("text", UNNAMED)
def test_a_transfer_that_names_no_country(text: str) -> None:
    result = found(text)
    assert named(result) == set()
    assert verdict(result) == "UNNAMED"
    assert result.open_ended


DENIED = [
    ("当社は、個人データを外国にある第三者に提供しません。", set()),
    ("個人情報を国外へ移転することはありません。", set()),
    ("海外の事業者へ個人情報を委託することはいたしません。", set()),
    ("当社は、お客様の個人データを海外に移転しておりません。", set()),
    ("個人データを外国で取り扱う予定はございません。", set()),
    ("国外への移転の予定はありません。変更する場合は改めてお知らせします。", set()),
    ("外国にある第三者への提供：なし", set()),
    ("外国にある第三者への提供は行っておりません。", set()),
    ("個人データは日本国内のサーバーにのみ保管されます。", {"JP"}),
    ("お預かりした情報は、日本国内のデータセンターだけで処理しています。", {"JP"}),
    ("データの保管は国内のサーバーに限定しています。", set()),
    ("取得した情報は、いずれの国にも移転しません。", set()),
    ("当社は個人データを日本国外に持ち出しません。", set()),
    ("個人情報の取扱いを外国の事業者に委託していません。", set()),
    ("利用者のデータは国内でのみ処理され、国外に送信されることはありません。", set()),
    ("本サービスは、海外のサーバーを利用しておりません。", set()),
    ("現在、外国において個人データを取り扱っておらず、今後もその予定はありません。", set()),
]


@pytest.mark.parametrize(("text", "codes"), DENIED)
def test_a_denial(text: str, codes: set[str]) -> None:
    result = found(text)
    assert verdict(result) == "DENIED"
    assert named(result) == codes


SILENT = [
    "当店では外国籍のお客様にもご利用いただけます。",
    "海外旅行保険のお申込みの際に、パスポート番号をお伺いします。",
    "準拠法：ポルトガル法",
    "本規約は日本法に準拠し、東京地方裁判所を専属的合意管轄裁判所とします。",
    "ノルウェーにお住まいの方には、消去を求める権利があります。",
    "米国カリフォルニア州の居住者は、CCPAに基づく権利を行使できます。",
    "ギリシャ料理教室の申込みで、氏名と電話番号をいただきます。",
    "タイトル、リアルタイム通信、タイムスタンプ、アルバイトの情報を取得します。",
    "シリアルコードを保存します。",
    "当社は、韓国語および中国語の通訳の資格情報を管理します。",
    "米国公認会計士の資格の有無を記録します。",
    "入力内容がどこかへ送られることはありません。",
    "外部のサーバーに送ることは一切ありません。",
    "この通販はデンマーク在住の方に向けたものです。",
    "所在地：東京都千代田区神田1丁目2番3号",
    "当社は、あらかじめ本人の同意を得ることなく個人データを第三者に提供しません。",
    "事業譲渡に伴い個人情報が承継先に移転される場合があります。",
    "チェコ語や（独・仏・伊）の各言語でお答えします。",
    "中国電力の検針票番号を登録いただきます。",
    "中国地方にお住まいの方の情報を保管します。",
    "当社の商品は台湾でも販売しています。",
    "海外からアクセスする利用者も本ポリシーに従うものとします。",
    "GDPRに基づき、EUの利用者はデータポータビリティの権利を有します。",
    "個人情報保護委員会（https://www.ppc.go.jp/）に苦情を申し出ることができます。",
    "日本体育大学の卒業生名簿を管理しています。",
    "株式会社ジャパン・フクロウは、個人情報を適切に管理します。",
    "外国人登録番号を取得することはありません。",
    "国や自治体の事務に協力する必要があるとき",
    "ブラウザの言語および国の設定を取得します。",
    "海外発送をご希望の場合は、送付先の住所をご入力ください。",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_transfer(text: str) -> None:
    result = found(text)
    assert verdict(result) == "SILENT", [(s.kind, s.rule) for s in result.statements]
    assert named(result) == set()


OPEN = [
    ("お客様のデータは、主に米国のサーバーで処理されます。", {"US"}),
    ("個人データは米国等に移転されます。", {"US"}),
    ("個人情報は、米国その他の国に移転されます。", {"US"}),
    ("当社は、シンガポール、インドなどに所在する委託先に個人情報を提供します。", {"SG", "IN"}),
    ("移転先の国：カナダ、ドイツほか", {"CA", "DE"}),
    ("当社は海外（トルコを含みます）の委託先に個人データを提供します。", {"TR"}),
    ("主な移転先の国は米国です。個人データは同国に移転されます。", {"US"}),
    ("会員情報は国内（日本）のサーバーで保管しますが、一部は海外のサーバーで保管します。", {"JP"}),
    ("例えば、アイルランドのサーバーに個人データを保管する場合があります。", {"IE"}),
    ("個人データは英国をはじめとする諸国に移転されます。", {"GB"}),
    ("個人データは韓国に移転されます。また、その他の国に移転されることもあります。", {"KR"}),
    (
        "個人データは米国のサーバーに保存されます。再委託先の所在国はあらかじめ特定することができません。",
        {"US"},
    ),
]


@pytest.mark.parametrize(("text", "codes"), OPEN)
def test_a_list_of_countries_left_open(text: str, codes: set[str]) -> None:
    result = found(text)
    assert named(result) == codes
    assert result.open_ended
    assert verdict(result) == "PARTIAL"


CLOSED = [
    ("当社の委託先はいずれも日本国外に所在し、個人データは米国に移転されます。", {"US"}),
    (
        "外国にある第三者に個人データを提供しています。提供先の国は以下のとおりです。\n\n- 米国\n- ベトナム",
        {"US", "VN"},
    ),
    ("移転先の国：オランダ（一部アイルランド）", {"NL", "IE"}),
    ("現時点では、個人データの移転先はタイのみです。", {"TH"}),
]


@pytest.mark.parametrize(("text", "codes"), CLOSED)
def test_a_list_of_countries_that_is_closed(text: str, codes: set[str]) -> None:
    result = found(text)
    assert named(result) == codes
    assert verdict(result) == "NAMED"


OTHER_ROLES = [
    # rows: text, code, its role, destinations
    ("EUから米国への個人データの移転について説明します。", "EU", "origin", {"US"}),
    ("日本の域外のカナダへデータが移転されます。", "JP", "origin", {"CA"}),
    ("日本国外（インド）に所在する委託先に個人データを提供します。", "JP", "origin", {"IN"}),
    ("スイスに居住する利用者のデータは、ドイツのサーバーに保存されます。", "CH", "user_location", {"DE"}),
    ("英国の利用者の個人データは、アイルランドに移転されます。", "GB", "user_location", {"IE"}),
    ("移転先：スウェーデン／根拠法：タイPDPA第28条", "TH", "law", {"SE"}),
    (
        "米国には日本と同等の個人情報保護制度は存在しませんが、個人データは米国のサーバーに保管されます。",
        "JP",
        "law",
        {"US"},
    ),
    ("外国（EU及び英国を除く）にある第三者に個人データを提供する場合があります。", "GB", "origin", set()),
    ("外国（EU及び英国を除く）にある第三者に個人データを提供する場合があります。", "EU", "origin", set()),
    ("個人データは中国には移転しません。韓国のサーバーに保存されます。", "CN", "negated", {"KR"}),
    ("日本ヤマネコ株式会社は、個人データを米国のサーバーに保管します。", "JP", "company_name", {"US"}),
    ("EU一般データ保護規則に従い、個人データをスウェーデンのサーバーに保存します。", "EU", "law", {"SE"}),
    (
        "お問い合わせ先：〒150-0001 東京都渋谷区神宮前9丁目9番9号\n\n個人データは米国に保管されます。",
        "JP",
        "address",
        {"US"},
    ),
    (
        "デンマークの監督当局に苦情を申し立てることができます。個人データはフランスで保管されます。",
        "DK",
        "other",
        {"FR"},
    ),
    (
        "将来、ブラジルに個人データを移転する場合は改めて通知します。個人データは米国に保管されます。",
        "BR",
        "negated",
        {"US"},
    ),
    (
        "EU-米国データプライバシーフレームワークの認証を受けています。個人データは米国に保管されます。",
        "EU",
        "mechanism",
        {"US"},
    ),
]


@pytest.mark.parametrize(("text", "code", "role", "codes"), OTHER_ROLES)
def test_a_country_that_is_no_destination(text: str, code: str, role: str, codes: set[str]) -> None:
    result = found(text)
    assert role in {m.role for m in result.mentions if m.code == code}
    assert named(result) == codes


BLOCKS = [
    # a table whose header tells the country
    ("外国にある第三者への提供\n\n提供先 | 所在国 | 提供する情報\nAcorn Mail, Inc. | 米国 | メールアドレス\nTulipa B.V. | オランダ | 氏名\n", {"US", "NL"}, "NAMED"),
    ("業務委託先\n\n委託先 | 委託業務 | 所在国・地域\nKoala Cloud Pty Ltd | ホスティング | オーストラリア\n株式会社すずめ | 配送 | 日本\n", {"AU", "JP"}, "NAMED"),
    ("利用しているクラウドサービス\n\nサービス名 | 提供者（所在地） | 目的\nPostbird | Postbird, Inc.（アメリカ・オレゴン州） | メール配信\nShelfy | Shelfy Oy（フィンランド） | 在庫管理\n", {"US", "FI"}, "NAMED"),
    ("| 移転先 | 移転先の国名 | 当該国の個人情報保護制度 |\n|---|---|---|\n| Marmot LLC | 米国 | 包括的な法令なし |\n| Lotus Co., Ltd. | ベトナム | サイバー情報保護法 |\n", {"US", "VN"}, "NAMED"),
    ("移転先の国名 | 米国\n当該外国における制度 | 包括的な法律は存在しません\n移転先が講ずる措置 | OECD８原則に対応\n個人データは上記の国に移転されます。", {"US"}, "NAMED"),
    # label and value, line by line
    ("外国にある第三者への提供\n\n当社は次のとおり個人データを提供します。\n提供先：Heron Analytics LLC\n国名：アメリカ合衆国\n提供する項目：閲覧履歴\n", {"US"}, "NAMED"),
    ("１．外国への移転\n・提供先　Nordlys AS（ノルウェー）\n・目的　アンケートの集計\n", {"NO"}, "NAMED"),
    # lists under a lead-in
    ("個人データの移転先となる国は以下のとおりです。\n\n- 米国\n- 英国\n- 中国\n", {"US", "GB", "CN"}, "NAMED"),
    ("当社は、以下の国に所在する委託先に個人データを提供します。\n\n・インドネシア\n・タイ王国\n", {"ID", "TH"}, "NAMED"),
    ("## 外国にある第三者への提供\n\n当社は外国にある第三者に個人データを提供します。\n\n- 米国：アクセス解析\n- シンガポール：データの保管\n", {"US", "SG"}, "NAMED"),
    ("## 委託先\n\n当社は次の事業者に個人データの取扱いを委託します。\n\n- Kestrel Inc.（米国）— メール配信\n- Vuono Oy(国名：フィンランド) — 決済\n", {"US", "FI"}, "NAMED"),
    ("## 越境移転\n\n移転先の国\n\n米国、ドイツ\n", {"US", "DE"}, "NAMED"),
    ("サーバーは AWS の ap-southeast-1 リージョンを利用し、個人データを保存しています。", {"SG"}, "NAMED"),
    ("データは東京リージョンに保存されます。", {"JP"}, "NAMED"),
    ("データベースはGCPのasia-northeast1に置いています。", {"JP"}, "NAMED"),
    ("当社は、EU加盟国に所在する委託先に個人データを提供します。", {"EU"}, "PARTIAL"),
    ("個人データは、欧州経済領域（EEA）内のサーバーに保存されます。", {"EEA"}, "PARTIAL"),
    ("個人データの移転先は次のとおりです。\n\n- 欧州委員会により十分な保護水準を有すると認められている国または地域\n", {"ADEQUATE"}, "PARTIAL"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes", "expected"), BLOCKS)
def test_tables_lists_and_labels(text: str, codes: set[str], expected: str) -> None:
    result = found(text)
    assert named(result) == codes
    assert verdict(result) == expected


SAFEGUARDS = [
    ("個人データを米国に移転する際は、標準契約条項（SCC）を締結します。", {"SCC"}),
    ("当社は拘束的企業準則（BCR）に基づき、グループ会社の所在する米国へ個人データを移転します。", {"BCR"}),
    ("個人データの英国への移転は、十分性認定に基づいて行われます。", {"ADEQUACY"}),
    ("外国にある第三者に個人データを提供する場合は、あらかじめ本人の同意を得ます。", {"CONSENT"}),
    ("利用者は、個人データが米国に移転されることに同意するものとします。", {"CONSENT"}),
    ("## 外国にある第三者への提供\n\n提供先の米国法人とは、データ処理契約を締結しています。", {"CONTRACT"}),
    (
        "提供先のMoss Inc.（米国）はCBPRシステムの認証を取得しています。個人データは同社に提供されます。",
        {"CBPR"},
    ),
    ("個人データはEU-U.S. Data Privacy Frameworkに基づき米国に移転されます。", {"DPF"}),
    (
        "個人データは米国のサーバーに保存されます。あらかじめ本人の同意を得ることなく第三者に提供しません。",
        set(),
    ),
    ("個人データは米国のサーバーに保存されます。本ポリシーに同意したうえでご利用ください。", set()),
    ("個人データは米国に移転されます。米国は十分性認定を受けていません。", set()),
    ("当社は、相当措置を講ずる体制を整備している米国の事業者に個人データを提供します。", set()),
]


@pytest.mark.parametrize(("text", "codes"), SAFEGUARDS)
def test_safeguards(text: str, codes: set[str]) -> None:
    assert {s.code for s in found(text).safeguards} == codes


INFORMATION = [
    ("## 外国にある第三者への提供\n\n個人データを米国に移転します。\n\n米国の制度については、個人情報保護委員会が公表する調査結果をご覧ください。", {"destination_law"}),
    ("個人データを米国に移転します。米国には包括的な個人情報保護に関する法律は存在しません。", {"destination_law"}),
    ("## 外国への移転\n\n個人データをタイに移転します。\n\n移転先は、契約に基づき日本の事業者と同等の安全管理措置を講じています。", {"recipient_measures"}),
    ("個人データは米国に移転されます。国によりデータ保護の水準が異なる場合があります。", set()),
    ("個人データを米国に移転します。当該国の個人情報保護制度については、お問い合わせいただければ情報を提供します。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "keys"), INFORMATION)
def test_what_else_the_law_asks_for(text: str, keys: set[str]) -> None:
    assert {"destination_law", "recipient_measures"} & set(found(text).information) == keys


@pytest.mark.parametrize(("text", "expected", "codes"), DRAFTS)
def test_drafts(text: str, expected: str, codes: str) -> None:
    result = found(text)
    assert named(result) == set(codes.split())
    assert verdict(result) == expected


@pytest.mark.parametrize(("text", "safeguards", "keys"), TOOLS)
def test_tools_and_information_in_drafts(text: str, safeguards: str | None, keys: str | None) -> None:
    result = found(text)
    if safeguards is not None:
        assert {s.code for s in result.safeguards} == set(safeguards.split())
    if keys is not None:
        assert {"destination_law", "recipient_measures"} & set(result.information) == set(keys.split())


# {} is a country that is not where data goes; nothing else is said.
NEVER = [
    "本規約の準拠法は{}法とします。",
    "{}にお住まいの方は、次の権利を有します。",
    "{}の居住者の個人情報の開示請求に応じます。",
    "{}の監督機関に苦情を申し立てることができます。",
    "{}の個人情報保護法に従って対応します。",
    "{}向けの商品を販売しています。",
    "{}語のお問い合わせに対応します。",
    "{}籍の方の在留資格を確認します。",
    "{}料理の予約を受け付けます。",
    "当社は{}においてサービスを展開しています。",
    "{}への発送は承っておりません。",
    "{}人スタッフが常駐しています。",
    "{}国外からのご利用はサポートしておりません。",
]


@pytest.mark.parametrize("template", NEVER)
def test_a_country_in_another_part(template: str) -> None:
    for name in ("フランス", "韓国", "タイ", "ベトナム", "中国", "メキシコ"):
        base = name.removesuffix("国") if template.startswith("{}国外") else name
        text = template.replace("{}", name if base == name else base)
        result = found(text)
        assert named(result) == set(), text
        assert verdict(result) == "SILENT", text


def test_a_line_break_that_an_extractor_put_into_a_word() -> None:
    text = "当社は、取得した個人データを、オース\nトラリアに所在するサーバーに保存し、シンガポー\nルの委託先に閲覧させます。"
    result = found(text)
    assert named(result) == {"AU", "SG"}
    assert [m.text for m in result.mentions] == ["オース\nトラリア", "シンガポー\nル"]


def test_short_lines_are_sentences_of_their_own() -> None:
    result = found("移転先の国名\nカナダ\n問い合わせ先\n東京都港区9-9-9\n上記の国に個人データを移転します。")
    assert named(result) == {"CA"}


@settings(max_examples=60, deadline=None)
@given(
    before=st.text(alphabet="あア亜ｱ　 。、\n・（）「」A1", max_size=40),
    after=st.text(alphabet="あア亜ｱ　 。、\n・（）「」A1", max_size=40),
    country=st.sampled_from(COUNTRIES),
)
def test_quotes_stand_at_their_offsets(before: str, after: str, country: tuple[str, str]) -> None:
    text = f"{before}\n\nお客様の個人データは{country[0]}に移転されます。\n\n{after}"
    result = found(text)
    assert country[1] in named(result)
    pieces = [(m.start, m.end, m.text) for m in result.mentions]
    pieces += [(s.start, s.end, s.text) for s in result.statements]
    for start, end, quote in pieces:
        assert text[start:end] == quote
    assert [s.start for s in result.statements] == sorted(s.start for s in result.statements)
