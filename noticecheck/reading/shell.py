"""Pages that are no notice at all: script shells, bot checks, error pages."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from noticecheck.reading.datafiles import load_shells


class PageFault(NamedTuple):
    """Why a page holds no notice, and what to do about it."""

    kind: Literal["script_shell", "bot_check", "error_page"]
    advice: str


#: A page with this much text is a document, whatever else it says. Characters.
_DOCUMENT_FROM = 600

_ADVICE = {
    "script_shell": "The page has no text of its own: its scripts load it. Save the page from a browser "
    "after it has loaded (as complete HTML), or copy its text to a file, and read that.",
    "bot_check": "The site answered with a check for robots instead of the notice. Open the address in a "
    "browser, save the page, and read that file.",
    "error_page": "This is the site's error page, not the notice. Check the address.",
}


def page_fault(text: str, *, title: str | None = None, html: str = "") -> PageFault | None:
    """Judges a page that may hold no notice, from its visible `text`, `title` and source `html`.

    None if the page reads as a document. Only pages with little text are judged: a long notice may
    well say "please enable JavaScript".
    """
    visible = text.strip()
    if len(visible) >= _DOCUMENT_FROM:
        return None
    patterns = load_shells()
    words = f"{title or ''}\n{visible}"
    head = html[:200_000]
    if patterns.bot_check.search(words) or patterns.bot_source.search(head):
        return _fault("bot_check")
    # The body of an error page is a few words; a notice of one sentence may speak of errors too.
    if patterns.error.search(title or "") or (len(visible) < 300 and patterns.error_text.match(visible)):
        return _fault("error_page")
    if patterns.script.search(words):
        return _fault("script_shell")
    if len(visible) < 80 and patterns.root.search(head) and re.search(r"<script\b", head, re.I):
        return _fault("script_shell")
    return None


def _fault(kind: Literal["script_shell", "bot_check", "error_page"]) -> PageFault:
    return PageFault(kind, _ADVICE[kind])
