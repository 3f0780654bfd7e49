"""Every country under every name: names from Babel and pycountry, not from the package's own tables."""

from __future__ import annotations

import unicodedata

import pycountry
import pytest
from babel import Locale

from noticecheck.places import gazetteer

CODES = sorted({country.alpha_2 for country in pycountry.countries} | {"XK"})


def found(language: str, text: str) -> list[tuple[str, str]]:
    return [(text[hit.start : hit.end], hit.code) for hit in gazetteer(language).find(text)]


def folded(name: str) -> str:
    table = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x2019: "'", 0xA0: " "}
    return unicodedata.normalize("NFC", name.translate(table))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Records are kept in {} by our supplier."),
        ("en", "| Payroll bureau | {} |"),
        ("ja", "記録は{}のサーバーに保管します。"),
        ("ja", "委託先({})に預けます。"),
    ],
)
def test_every_cldr_name_is_found(language: str, sentence: str, code: str) -> None:
    name = folded(Locale.parse(language).territories[code])
    assert found(language, sentence.format(name)) == [(name, code)]


@pytest.mark.parametrize("code", CODES)
def test_every_english_name_is_found_in_japanese_text(code: str) -> None:
    name = folded(Locale.parse("en").territories[code])
    assert found("ja", f"移転先は{name}です。") == [(name, code)]


ISO_NAMES = [
    (country.alpha_2, folded(name))
    for country in pycountry.countries
    for field in ("name", "official_name", "common_name")
    if (name := getattr(country, field, None)) is not None
]


@pytest.mark.parametrize(("code", "name"), ISO_NAMES)
def test_every_iso_name_is_found_in_text_and_in_capitals(code: str, name: str) -> None:
    assert [hit[1] for hit in found("en", f"It is kept in {name}.")] == [code]
    assert [hit[1] for hit in found("en", f"IT IS KEPT IN {name.upper()}.")] == [code]


ALIASES = """
US: the U.S.|the U.S|the US|USA|the U.S.A.|America|the United States of America|THE UNITED STATES
GB: the UK|the U.K.|Great Britain|Britain|England|Scotland|Wales|Northern Ireland
KR: Korea|South Korea|Republic of Korea|the Republic of Korea|Korea, Republic of
KP: North Korea|DPRK|Korea, Democratic People's Republic of
NL: Holland|the Netherlands|The Netherlands|THE NETHERLANDS
CZ: Czech Republic|Czechia|the Czech Republic
CN: China|PRC|the PRC|Mainland China|mainland China|the People's Republic of China
HK: Hong Kong|Hong Kong SAR|Hong Kong SAR, China
MO: Macau|Macao|Macao SAR
TW: Taiwan|Taiwan, Province of China|Taiwan (R.O.C.)
RU: Russia|the Russian Federation
VN: Vietnam|Viet Nam
AE: UAE|the U.A.E.|the United Arab Emirates
CI: Ivory Coast|Cote d'Ivoire|Côte d'Ivoire
MM: Burma|Myanmar|Myanmar (Burma)
TR: Turkey|Türkiye|Turkiye|TÜRKIYE
SZ: Swaziland|Eswatini
CV: Cape Verde|Cabo Verde
VG: BVI|British Virgin Islands|the British Virgin Islands
VI: U.S. Virgin Islands|Virgin Islands, U.S.
VA: Vatican|the Holy See
PS: Palestine|State of Palestine
XK: Kosovo
LA: Laos
SY: Syria
IR: Iran|Islamic Republic of Iran
BN: Brunei|Brunei Darussalam
TZ: Tanzania
MD: Moldova|Republic of Moldova
BO: Bolivia
VE: Venezuela
MK: Macedonia|North Macedonia
KN: St. Kitts and Nevis|Saint Kitts and Nevis|St Kitts & Nevis
TT: Trinidad and Tobago|Trinidad & Tobago
CW: Curacao|Curaçao
RE: Reunion|Réunion
AX: Aland Islands|Åland Islands
CD: Democratic Republic of the Congo|DRC|Congo - Kinshasa
CG: Congo|Republic of the Congo|Congo-Brazzaville
ST: Sao Tome and Principe|São Tomé & Príncipe
BA: Bosnia and Herzegovina|Bosnia & Herzegovina|Bosnia-Herzegovina
IM: Isle of Man|Isle Of Man|ISLE OF MAN
JE: Jersey
DM: Dominica
DO: Dominican Republic
GN: Guinea
GW: Guinea-Bissau
PG: Papua New Guinea
GQ: Equatorial Guinea
NE: Niger
NG: Nigeria
AS: American Samoa
GS: South Georgia & South Sandwich Islands
EU: the European Union|the E.U.|the EU|EU countries|member states of the EU|the EU member states
EEA: the EEA|the European Economic Area|the EU/EEA
EUROPE: Europe
APAC: APAC|Asia-Pacific|Asia Pacific
ASIA: Asia
LATAM: Latin America
OTHER: North America|the Middle East|Africa|the Nordic countries
"""

JAPANESE_ALIASES = """
US: 米国|アメリカ|アメリカ合衆国|USA|US|U.S.|United States
GB: 英国|イギリス|連合王国|UK|グレートブリテン及び北アイルランド連合王国
CN: 中国|中華人民共和国|China
KR: 韓国|大韓民国|Korea
TW: 台湾|台湾地域
HK: 香港
MO: 澳門|マカオ
AU: 豪州|オーストラリア|オーストラリア連邦
AT: オーストリア
IE: アイルランド共和国|アイルランド
NL: オランダ王国|オランダ
TH: タイ王国|タイ
IN: インド共和国|インド
SG: シンガポール共和国|シンガポール
VN: ベトナム|ヴェトナム|ベトナム社会主義共和国
VE: ベネズエラ|ヴェネズエラ
DE: ドイツ連邦共和国|独国
RU: ロシア連邦
CH: スイス連邦
BA: ボスニアヘルツェゴビナ|ボスニア・ヘルツェゴヴィナ
CR: コスタリカ
NE: ニジェール
NG: ナイジェリア
GW: ギニアビサウ
PG: パプアニューギニア|パプア・ニューギニア
ZA: 南アフリカ|南アフリカ共和国
JP: 日本|日本国|我が国
EU: 欧州連合|EU|EU加盟国
EEA: 欧州経済領域|EEA
EUROPE: 欧州|ヨーロッパ
APAC: アジア太平洋|アジア・太平洋地域
OTHER: 欧米|北米|中東
LATAM: 中南米|ラテンアメリカ
"""


def pairs(table: str) -> list[tuple[str, str]]:
    rows = [line.split(": ", 1) for line in table.strip().splitlines()]
    return [(code, name) for code, names in rows for name in names.split("|")]


@pytest.mark.parametrize(("code", "name"), pairs(ALIASES))
def test_the_names_that_people_use_in_english(code: str, name: str) -> None:
    text = f"Our suppliers keep some of it in {name}, too."
    [(words, found_code)] = found("en", text)
    assert found_code == code
    assert name.removeprefix("the ").removeprefix("The ").removeprefix("THE ").endswith(words)


@pytest.mark.parametrize(("code", "name"), pairs(JAPANESE_ALIASES))
def test_the_names_that_people_use_in_japanese(code: str, name: str) -> None:
    assert found("ja", f"情報を{name}にある設備で扱います。") == [(name, code)]


CITIES = """
US: Virginia|California|Ohio|Oregon|Northern California|New York|Seattle|Washington, D.C.|Council Bluffs
IE: Dublin
DE: Frankfurt|Bavaria
NL: Amsterdam
BE: St. Ghislain
SG: Singapore
IN: Mumbai|Bangalore|Hyderabad|Karnataka
BR: São Paulo|Sao Paulo
CA: Ontario|Quebec|Québec|British Columbia
AU: New South Wales|Sydney
JP: Tokyo|Osaka
CN: Beijing|Shanghai
"""


@pytest.mark.parametrize(("code", "name"), pairs(CITIES))
def test_cities_and_states_stand_for_their_country(code: str, name: str) -> None:
    assert found("en", f"The machines are in {name} today.") == [(name, code)]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("US", "カリフォルニア州"),
        ("US", "バージニア州"),
        ("US", "ヴァージニア州"),
        ("US", "オレゴン州"),
        ("IE", "ダブリン"),
        ("KR", "ソウル"),
        ("JP", "東京"),
        ("JP", "石狩"),
        ("JP", "東京リージョン"),
        ("US", "バージニアリージョン"),
        ("CA", "アルバータ州"),
        ("CN", "上海"),
    ],
)
def test_japanese_cities_and_states_stand_for_their_country(code: str, name: str) -> None:
    assert found("ja", f"機器は{name}に置いています。") == [(name, code)]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("SG", "ap-southeast-1"),
        ("US", "us-east-1"),
        ("NL", "europe-west4"),
        ("NL", "westeurope"),
        ("IE", "northeurope"),
        ("JP", "asia-northeast1"),
        ("US", "nam5"),
    ],
)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_region_codes_of_clouds(language: str, code: str, name: str) -> None:
    [hit] = gazetteer(language).find(f"AWS ({name})")
    assert (hit.code, hit.kind) == (code, "cloud_region")


@pytest.mark.parametrize("zone", ["us-east-1a", "europe-west4-b"])
def test_a_zone_of_a_region_is_in_the_region(zone: str) -> None:
    assert len(found("en", f"zone {zone} only")) == 1


@pytest.mark.parametrize(
    "other", ["us-east-12", "xus-east-1", "my-us-east-1", "us-east-1-backup", "us-east-1z"]
)
def test_longer_codes_are_other_codes(other: str) -> None:
    assert found("en", f"zone {other} only") == []


def test_kinds() -> None:
    text = "Canada, Ontario, Toronto, US East (N. Virginia), Europe"
    kinds = [hit.kind for hit in gazetteer("en").find(text)]
    assert kinds == ["country", "subdivision", "city", "cloud_region", "bloc"]
