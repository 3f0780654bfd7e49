"""What looks like a place and is none, and names that their neighbours decide."""

from __future__ import annotations

import pytest

from noticecheck.places import gazetteer


def codes(language: str, text: str) -> list[str]:
    return [hit.code for hit in gazetteer(language).find(text)]


@pytest.mark.parametrize(
    "text",
    [
        "A woman may write to us, and we may write to her.",
        "Let us know; it is up to us.",
        "The china and the turkey are on the table in the jersey shop.",
        "We use JavaScript, and Java on some machines.",
        "Indians, Chadian banknotes, Malian films, Usability and Eurovision.",
        "An Irish lawyer, an American judge, German law and Swiss banks.",
        "English, French, Portuguese and Dutch are spoken here.",
        "Contact US",
        "CONTACT US",
        "About US",
        "SEND US A LETTER AND TELL US WHAT YOU WANT FROM US.",
        "Michael Jordan signs our letters.",
        "Please write to Jordan Smith or to Ms. Jordan.",
        "Mr. Chad answers on Mondays.",
        "Ask for Chris Israel or Emma Holland.",
        "Sydney Walker and Austin Bell run the desk; so does Madison Clark.",
        "Bank of America and the Bank of England are banks.",
        "Cables cross the Indian Ocean and the South China Sea.",
        "See https://shop.example/US/en or mail to Canada@example.com.",
        "See www.example.org/Germany/start and example.com/Japan for more.",
        "The page's locale is en-US or en_UK.",
        "It costs US$ 20 or US $30.",
        "The Paris Convention and the Rome II rules apply.",
    ],
)
def test_no_place_in_english(text: str) -> None:
    assert codes("en", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ireland's law, US-based staff, EU-based servers, a Japan-only plan", ["IE", "US", "EU", "JP"]),
        ("New Jersey and Jersey", ["US", "JE"]),
        ("New Mexico and Mexico", ["US", "MX"]),
        ("Northern Ireland and Ireland", ["GB", "IE"]),
        ("Indiana and India, Nigeria and Niger", ["US", "IN", "NG", "NE"]),
        ("Guinea-Bissau, Papua New Guinea, Equatorial Guinea and Guinea", ["GW", "PG", "GQ", "GN"]),
        ("Dominican Republic and Dominica", ["DO", "DM"]),
        ("American Samoa and Samoa", ["AS", "WS"]),
        ("Staff in Georgia, Armenia and Turkey", ["GE", "AM", "TR"]),
        ("It is kept in Georgia.", ["GE"]),
        ("An office in Atlanta, Georgia", ["US", "US"]),
        ("An office in Macon, Georgia", ["US"]),
        ("The State of Georgia", ["US"]),
        ("Residents of Virginia, Georgia and Texas", ["US", "US", "US"]),
        ("Residents of Georgia, Virginia or Texas", ["US", "US", "US"]),
        ("Georgia, USA", ["US", "US"]),
        ("South Georgia", ["GS"]),
        ("London, Ontario", ["CA", "CA"]),
        ("Paris, Texas", ["US", "US"]),
        ("Dublin, Ohio", ["US", "US"]),
        ("Dublin, CA", ["US"]),
        ("Dublin, CA 94568", ["US", "US"]),
        ("Dublin, Ireland", ["IE", "IE"]),
        ("Milan, MI 20121", ["IT", "IT"]),
        ("12 Elm Road, Springfield, IL 62701", ["US"]),
        ("Berlin, DE 10115", ["DE"]),
        ("Toronto, ON M5V 2T6", ["CA", "CA"]),
        ("Washington, DC 20001", ["US"]),
        ("We ask, OR we wait, IN time, as ME and DE do.", []),
        ("YOUR DATA IS SENT TO THE US AND KEPT IN THE EU.", ["US", "EU"]),
        ("Data is sent to the US.", ["US"]),
        ("| US |", ["US"]),
        ("in Jordan, in Chad or in Israel", ["JO", "TD", "IL"]),
        ("In Jordan we have no staff.", ["JO"]),
        ("The Republic of Chad Ministry", ["TD"]),
        ("transfers between the EU and the U.S.", ["EU", "US"]),
        ("EU-U.S. framework", ["EU", "US"]),
        ("[Canada](https://shop.example/ca)", ["CA"]),
        ("Servers in united states and in the european union", ["US", "EU"]),
        ("USA/UK/EU", ["US", "GB", "EU"]),
        ("U.S. and U.K., U.A.E.", ["US", "GB", "AE"]),
        ("the United States_", []),
    ],
)
def test_neighbours_decide_in_english(text: str, expected: list[str]) -> None:
    assert codes("en", text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "タイトル、リアルタイム、タイムゾーン、タイムスタンプ、タイル、タイプ、タイマー、タイミング",
        "シリアル番号とシリアルコードを記録します。",
        "マリンスポーツの会員情報、ガーナチョコの懸賞",
        "中国地方の店舗、中国電力および中国銀行の口座",
        "日本語、韓国語、中国語、ドイツ語、タイ語でお答えします。",
        "韓国人のお客様、外国籍、フランス料理の予約、スペイン料理店",
        "日本体育大学、日本赤十字社、米国公認会計士",
        "毎月15日本地の時刻で集計します。",
        "月・火・水・木・金・土・日に営業",
        "大・中・小から選べます。",
        "対応言語(英・独・仏)",
        "(仏・独・西・伊)の言語に対応",
        "日中の時間帯にお電話します。",
        "米ドルと香港ドルで決済します。",
        "インド洋と日本海",
        "アメリカン・エキスプレスのカード",
        "中だけ、英だけ、米穀の通販",
    ],
)
def test_no_place_in_japanese(text: str) -> None:
    assert codes("ja", text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("インドネシアとインド", ["ID", "IN"]),
        ("ラテンアメリカとアメリカ", ["LATAM", "US"]),
        ("アルバータ州とアルバ", ["CA", "AW"]),
        ("日米韓で分担します。", ["JP", "US", "KR"]),
        ("日・米・韓の3か国", ["JP", "US", "KR"]),
        ("英・独・仏にある拠点", ["GB", "DE", "FR"]),
        ("日米両国", ["JP", "US"]),
        ("米国、英、独の委託先", ["US", "GB", "DE"]),
        ("Pine Cloud LLC(米)", ["US"]),
        ("米国等", ["US"]),
        ("米国カリフォルニア州", ["US", "US"]),
        ("アメリカ・ジョージア州", ["US", "US"]),
        ("ジョージアとアルメニア", ["GE", "AM"]),
        ("EU及び英国を除く", ["EU", "GB"]),
        ("コンゴ民主共和国、コンゴ共和国", ["CD", "CG"]),
        ("ニジェール、ナイジェリア", ["NE", "NG"]),
        ("オーストリア、オーストラリア", ["AT", "AU"]),
        ("Denmark、Switzerland及びMalaysia", ["DK", "CH", "MY"]),
    ],
)
def test_neighbours_decide_in_japanese(text: str, expected: list[str]) -> None:
    assert codes("ja", text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [("日本国外", "日本"), ("日本国内", "日本"), ("スイス国外", "スイス"), ("タイ国内", "タイ")],
)
def test_what_follows_keeps_its_word(text: str, name: str) -> None:
    [hit] = gazetteer("ja").find(f"{text}の設備")
    assert f"{text}の設備"[hit.start : hit.end] == name
