"""Text in columns: how wide it is on a terminal, and where its lines may break."""

from __future__ import annotations

import re
import unicodedata

# A run of Latin-like letters stays whole; of East Asian letters each may end a line.
_PIECES = re.compile(
    r"\s+|[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|[^\s\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]+"
)
# Marks that never begin a line, and brackets that never end one.
_NOT_FIRST = frozenset("、。，．・：；？！）」』】〕〉》ー々,.:;?!)]}’”…")
_NOT_LAST = frozenset("（「『【〔〈《([{‘“")


def width(text: str) -> int:
    """How many columns of a terminal the text takes: two for East Asian wide characters."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrap(text: str, columns: int | None, *, first: str = "", rest: str = "") -> str:
    """The text in lines of at most that many columns; `first` begins the first line, `rest` the others.

    With None nothing is broken. A single word that is too long keeps a line of its own.
    """
    if columns is None:
        return first + " ".join(text.split())
    lines: list[str] = []
    line, used, empty = first, width(first), True
    for piece in _units(text):
        if piece.isspace():
            piece = " "
        size = width(piece)
        if used + size > columns and not empty:
            lines.append(line.rstrip())
            line, used, empty = rest, width(rest), True
        if empty and piece == " ":
            continue
        line, used, empty = line + piece, used + size, False
    return "\n".join([*lines, line.rstrip()])


def _units(text: str) -> list[str]:
    """What may not be broken: words, and East Asian letters with the marks that belong to them."""
    units: list[str] = []
    for piece in _PIECES.findall(text.strip()):
        joins = units and not units[-1].isspace() and (piece[0] in _NOT_FIRST or units[-1][-1] in _NOT_LAST)
        if joins and not piece.isspace():
            units[-1] += piece
        else:
            units.append(piece)
    return units
