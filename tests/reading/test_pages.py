# ruff: noqa: E501 - documents are written as they come
"""Web pages: what is the notice and what surrounds it, on invented layouts and on real pages."""

from __future__ import annotations

import pytest

from noticecheck.errors import EmptyNoticeError, NoticecheckError
from noticecheck.notice import Notice
from noticecheck.reading import page_fault, read, read_text
from tests.reading.layouts import BODY, LAYOUTS, PLANTED, SENTENCES
from tests.reading.measure import PAGES, measure, rows

needs_pages = pytest.mark.skipif(not PAGES.exists(), reason=f"no real pages at {PAGES}: not measured")


def page(body: str, **options: str) -> Notice:
    return read_text(body, media_type="text/html", **options)  # type: ignore[arg-type]


def told(notice: Notice) -> list[tuple[str, str]]:
    return [(b.kind, notice.text[b.start : b.end]) for b in notice.blocks]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)
def test_nothing_planted_gets_in_and_nothing_of_the_body_is_lost(layout) -> None:  # type: ignore[no-untyped-def]
    notice = read(layout(BODY).encode(), media_type="text/html")
    assert [c for c in PLANTED if c in notice.text] == []
    assert [s for s in SENTENCES if s not in notice.text] == []
    assert notice.language == "en"


@needs_pages
def test_reference_sentences_of_real_pages_survive() -> None:
    results = measure()
    held, kept = sum(r.held for r in results), sum(r.kept for r in results)
    assert held > 5_000
    assert kept / held >= 0.98


@needs_pages
def test_language_of_real_pages() -> None:
    wrong = []
    for row in rows():
        try:
            notice = read((PAGES / str(row["file"])).read_bytes())
        except NoticecheckError:
            continue
        if notice.language != row["lang"] or notice.kind != "privacy_notice":
            wrong.append((row["file"], notice.language, notice.kind))
    assert wrong == []


def test_blocks_of_a_page() -> None:
    notice = page(
        "<h1>Kites</h1><p>Data goes to:</p><ul><li>Chile<ul><li>Santiago</li></ul></li><li>Peru</li></ul>"
        "<h2>Tables</h2><p>Partners:</p><table><tr><th>Who</th><th>Where</th></tr>"
        "<tr><td rowspan=2>Ana</td><td>Chile</td></tr><tr><td>Peru<br>Bolivia</td></tr></table>"
        "<dl><dt>Host</dt><dd>Norway</dd></dl>"
    )
    text, blocks = notice.text, notice.blocks
    by_text = {text[b.start : b.end]: b for b in blocks}
    index = {text[b.start : b.end]: i for i, b in enumerate(blocks)}
    assert by_text["Chile"].lead_in == index["Data goes to:"]
    assert by_text["Santiago"].lead_in == index["Chile"]
    assert by_text["Santiago"].level == 2
    assert by_text["Peru"].lead_in == index["Data goes to:"]
    row = by_text["Ana | Chile"]
    assert [text[s:e] for s, e in row.header] == ["Who", "Where"]
    assert row.lead_in == index["Partners:"]
    assert row.headings == (index["Kites"], index["Tables"])
    spanned = by_text["Peru\nBolivia"]
    assert [text[s:e] for s, e in spanned.header] == ["Where"]
    assert by_text["Norway"].lead_in == index["Host"]


def test_inline_elements_add_and_take_no_space() -> None:
    notice = page(
        "<p><b>United</b> <b>States</b> and foo</span><span>bar&nbsp;x\n  y<br>z<ruby>国<rt>くに</rt></ruby></p>"
    )
    assert notice.text == "United States and foobar x y\nz国"


def test_a_bold_line_is_a_heading_and_a_bold_word_is_not() -> None:
    notice = page("<p><strong>5. Transfers</strong></p><p><b>We</b> send data to Chile.</p>")
    assert told(notice) == [("heading", "5. Transfers"), ("paragraph", "We send data to Chile.")]


def test_panels_of_an_accordion_stay_and_hidden_menus_go() -> None:
    notice = page(
        "<p>We sell kites and keep data.</p><button aria-controls=p1 aria-expanded=false>Transfers of data</button>"
        "<div id=p1 hidden><p>We send data to Chile. It stays there.</p></div><div hidden>Peru</div>"
    )
    assert "Chile" in notice.text
    assert "Transfers of data" in notice.text
    assert "Peru" not in notice.text


def test_a_section_on_cookies_and_a_body_class_are_not_a_banner() -> None:
    notice = page(
        '<body class="cookie-notice-pending"><main><h1>Privacy</h1><section id="cookies" class="cookies"><h2>Cookies</h2>'
        "<p>Cookies are kept in Chile for a week.</p></section><p>Other data stays in Peru with us.</p></main></body>"
    )
    assert "Chile" in notice.text
    assert "Peru" in notice.text


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ('<body><div id="root"></div><script src="a.js"></script></body>', "script_shell"),
        (
            "<body><noscript>You need to enable JavaScript to run this app.</noscript><div id=app></div><script></script>",
            "script_shell",
        ),
        ("<title>404</title><body><h1>404 Not Found</h1></body>", "error_page"),
        ("<body><p>Checking your browser before you go on.</p></body>", "bot_check"),
    ],
)
def test_pages_that_are_no_notice(source: str, kind: str) -> None:
    with pytest.raises(EmptyNoticeError):
        page(source)
    visible = (
        ""
        if "root" in source or "app" in source
        else source.split("<body>")[1].replace("<h1>", "").replace("<p>", "")
    )
    fault = page_fault(visible, title="404" if "404" in source else None, html=source)
    assert fault is not None
    assert fault.kind == kind
    assert page_fault("We keep your data in Chile. " * 40 + "Please enable JavaScript.") is None


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 100_000 + "<p>We keep data in Chile.",
        "<ul><li>" * 20_000 + "We keep data in Chile.",
        "<table><tr><td>" * 10_000 + "We keep data in Chile.",
        f'<p class="{"nav " * 200_000}">We keep data in Chile.',
        "<p>We keep data in Chile.<!--" * 3,
        "<p>We keep\x00 data in Chile.</b></i><p",
    ],
    ids=["deep", "lists", "tables", "attributes", "comment", "broken"],
)
def test_hostile_pages_are_read(source: str) -> None:
    assert "data in Chile" in page(source).text
