# ruff: noqa: E501 - pages are written as they are served
"""Invented web pages: one body, wrapped the ways different site builders wrap it, with countries
planted in everything around it."""

from __future__ import annotations

from collections.abc import Callable

#: Countries that the body does not name: none of them may reach the notice's text.
PLANTED = (
    "Paraguay",
    "Botswana",
    "Mongolia",
    "Iceland",
    "Fiji",
    "Latvia",
    "Senegal",
    "Oman",
    "Nepal",
    "Uruguay",
)

#: What every layout must keep, word for word.
SENTENCES = (
    "Fernwood Kites Ltd sells kites and writes this notice for its customers.",
    "We keep your order history on servers in Portugal and Japan.",
    "Our repair partners in the following countries may see your address:",
    "Kenya",
    "Peru (spare parts only)",
    "If you ask us, we delete your account within thirty days.",
    "Cookies on our site remember your basket, and nothing else.",
    "Norway",
)

BODY = """
<h1>Privacy notice of Fernwood Kites</h1>
<p>Fernwood Kites Ltd sells kites and writes this notice for its customers.</p>
<h2>Where we keep data</h2>
<p>We keep your <b>order history</b> on servers in <em>Portugal</em> and <a href="/japan">Japan</a>.</p>
<p>Our repair partners in the following countries may see your address:</p>
<ul><li>Kenya</li><li>Peru (spare parts only)</li></ul>
<table><tr><th>Recipient</th><th>Country</th></tr><tr><td>Fjordpost AS</td><td>Norway</td></tr></table>
<h2 id="cookies">Cookies</h2>
<p>Cookies on our site remember your basket, and nothing else.</p>
<h2>Your rights</h2>
<p>If you ask us, we delete your account within thirty days.</p>
"""

_LINKS = "".join(f'<li><a href="/{c.lower()}">{c}</a></li>' for c in PLANTED)
_OPTIONS = "".join(f'<option value="{c[:2]}">{c}</option>' for c in PLANTED)
_NAMES = ", ".join(PLANTED)


def semantic(body: str) -> str:
    return f"""<!doctype html><html lang="en"><head><title>Privacy - Fernwood</title><meta charset="utf-8">
<style>.x{{}}</style><script>var countries = "{_NAMES}";</script></head><body>
<a class="skip" href="#main">Skip</a><header><a href="/">Fernwood {PLANTED[0]}</a><nav><ul>{_LINKS}</ul></nav></header>
<main id="main"><article>{body}</article></main><aside><h3>Shops in {PLANTED[1]}</h3></aside>
<footer><p>Offices in {_NAMES}.</p><select>{_OPTIONS}</select></footer></body></html>"""


def blog(body: str) -> str:
    return f"""<!doctype html><html lang="en-US"><head><title>Privacy</title></head>
<body class="page has-sidebar cookies-not-set"><div id="page" class="site"><div id="masthead" class="site-header">
<div class="main-navigation"><ul class="menu">{_LINKS}</ul></div></div>
<div class="breadcrumbs"><a href="/">Home</a> &raquo; <a href="/fiji">Fiji</a></div>
<div id="content" class="site-content"><div id="primary"><div class="entry-content">{body}</div></div>
<div id="secondary" class="widget-area sidebar"><h3>Recent posts</h3><ul>{_LINKS}</ul></div></div>
<div id="colophon" class="site-footer"><div class="site-info">Made with care. Shops in {_NAMES}.</div></div></div>
<div id="cookie-law-info-bar" role="region"><p>We use cookies in {_NAMES}. <a class="btn">Accept</a></p></div>
</body></html>"""


def shop(body: str) -> str:
    return f"""<html><body><div class="announcement-bar"><div class="locale-selector__list"><ul>{_LINKS}</ul></div></div>
<div class="shop-SiteHeader_nav__aX12"><div><a href="/a">{PLANTED[0]}</a> <a href="/b">{PLANTED[1]}</a>
<a href="/c">{PLANTED[2]}</a></div></div><div class="shopify-policy__container">{body}</div>
<form class="localization-form"><label for="c">Ship to {PLANTED[3]}</label><select id="c">{_OPTIONS}</select>
<button>{PLANTED[4]} (ISK)</button></form>
<div class="FooterBlock_wrap__9q"><p>We ship to {_NAMES}.</p></div></body></html>"""


def single_page_app(body: str) -> str:
    items = "".join(f'<div role="option">{c}</div>' for c in PLANTED)
    return f"""<!doctype html><html lang="en"><body><noscript>Enable JavaScript, {PLANTED[0]}</noscript><div id="root">
<div class="css-1a2b3c"><div role="navigation"><a href="/x">{PLANTED[1]}</a></div></div>
<div class="css-9z8y7x">{body}</div><div role="listbox" aria-label="Country">{items}</div>
<div role="contentinfo">{_NAMES}</div></div>
<div role="dialog" aria-modal="true"><h2>Your choices</h2><p>Partners in {_NAMES} set cookies.</p><button>OK</button></div>
<template><p>{PLANTED[5]}</p></template></body></html>"""


def old_tables(body: str) -> str:
    menu = " | ".join(f'<a href="/{c.lower()}.htm">{c}</a>' for c in PLANTED)
    return f"""<HTML><BODY BGCOLOR=white><TABLE WIDTH=100%><TR><TD COLSPAN=2>{menu}</TD></TR>
<TR><TD WIDTH=150><UL>{_LINKS}</UL></TD><TD>{body}</TD></TR><TR><TD COLSPAN=2>{menu}</TD></TR></TABLE></BODY></HTML>"""


def hashed_classes(body: str) -> str:
    """No names that mean anything: only structure tells."""
    grid = "".join(f'<div class="k3"><a href="/{c.lower()}"><span>{c}</span></a></div>' for c in PLANTED)
    return f"""<!doctype html><html><body><div class="a1"><div class="a2">{grid}</div></div><div class="b1">{body}</div>
<div class="c1" style="position:fixed"><div>We and partners in {_NAMES} use cookies.</div>
<div><button class="q">Accept all</button><button class="q">Reject all</button></div></div>
<div style="display:none">Menu for {_NAMES}</div><div hidden>Only for {PLANTED[6]}.</div>
<div><p>Choose your country:</p><ul>{_LINKS}</ul></div></body></html>"""


def consent_vendor(body: str) -> str:
    return f"""<!doctype html><html lang="en"><body><div class="page-wrap">{body}</div>
<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk" role="dialog"><p>Vendors in {_NAMES} may store cookies on your
device. They do so for measuring. They keep them for a year.</p><button>Accept All Cookies</button></div></div>
<div id="CybotCookiebotDialog"><p>Providers: {_NAMES}. They are many. They like cookies.</p></div>
<ul class="language-switcher"><li><span>{PLANTED[0]}</span></li><li><span>{PLANTED[1]}</span></li></ul>
<div class="country-selector"><div>{"</div><div>".join(PLANTED)}</div></div></body></html>"""


def accordion(body: str) -> str:
    """The body's sections are panels that are closed at first."""
    first, *rest = body.split("<h2")
    panels = "".join(
        f'<div class="accordion-item"><h2{part.split("</h2>")[0]}</h2><div class="accordion-collapse collapse" '
        f'aria-hidden="true" style="display:none">{part.split("</h2>")[1]}</div></div>'
        for part in rest
    )
    return f"""<!doctype html><html lang="en"><body><nav>{_NAMES}</nav><main>{first}<div class="accordion">{panels}</div>
</main><footer>{_NAMES}</footer></body></html>"""


def web_forms(body: str) -> str:
    """The whole page is one form, as some server frameworks have it."""
    return f"""<html><body><form id="aspnetForm" method="post"><div id="topnav"><ul>{_LINKS}</ul></div>
<div id="MainContent">{body}</div><select>{_OPTIONS}</select><div id="footer">{_NAMES}</div></form></body></html>"""


LAYOUTS: tuple[Callable[[str], str], ...] = (
    semantic,
    blog,
    shop,
    single_page_app,
    old_tables,
    hashed_classes,
    consent_vendor,
    accordion,
    web_forms,
)
