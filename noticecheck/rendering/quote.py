"""The exact words around a place in a notice, shortened."""

from __future__ import annotations

from noticecheck.rendering.width import width

#: How many columns of context to keep on each side.
_AROUND = 90


def around(
    text: str, start: int, end: int, *, within: tuple[int, int], columns: int = _AROUND
) -> tuple[str, str, str]:
    """What stands before, in and after `text[start:end]`, no further than `within` (start, end).

    Words are kept whole; "…" stands where something is left out. Line ends become spaces.
    """
    before = _last(text[within[0] : start], columns)
    after = _first(text[end : within[1]], columns)
    return before, _line(text[start:end]), after


def shortened(text: str, columns: int) -> str:
    """The beginning of a passage, on one line."""
    return _first(text, columns).strip()


def _line(text: str) -> str:
    return printable(" ".join(text.split()) or " ")


def printable(text: str) -> str:
    """The text without control characters, so that a notice cannot steer the terminal."""
    return "".join(c if c.isprintable() or c == " " else "\ufffd" for c in text)


def _first(text: str, columns: int) -> str:
    flat = _flat(text)
    if width(flat) <= columns:
        return flat
    used = kept = 0
    for character in flat:
        used += width(character)
        if used > columns:
            break
        kept += 1
    space = flat.rfind(" ", kept // 2, kept + 1)
    return flat[: space if space > 0 else kept] + " …" if space > 0 else flat[:kept] + "…"


def _last(text: str, columns: int) -> str:
    flat = _flat(text)
    if width(flat) <= columns:
        return flat
    used = kept = 0
    for character in reversed(flat):
        used += width(character)
        if used > columns:
            break
        kept += 1
    cut = len(flat) - kept
    space = flat.find(" ", cut, cut + kept // 2)
    return "… " + flat[space + 1 :] if space >= 0 else "…" + flat[cut:]


def _flat(text: str) -> str:
    """One line; white space at the edges, which parts the words from the quote, stays as one space."""
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    lead = " " if text[0].isspace() else ""
    tail = " " if text[-1].isspace() else ""
    return printable(f"{lead}{inner}{tail}")
