"""The forms under which one name is written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_BRACKET = re.compile(r"\s*\([^)]*\)")
_WORD_START = re.compile(r"(?<![^\W_])(?<!')[^\W\d_]")
# Texts come to find() with full-width forms in ASCII and straight apostrophes: names must too.
_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x2019: "'",
    0x2018: "'",
    0xA0: " ",
    0x3000: " ",
}


def folded(name: str) -> str:
    """Returns the name as it stands in a text that has been folded for matching."""
    return unicodedata.normalize("NFC", name.translate(_FOLD))


def without_marks(name: str) -> str:
    """Returns the name without diacritics on Latin letters: "Curaçao" as "Curacao"."""
    if name.isascii():
        return name
    kept: list[str] = []
    for character in name:
        parts = unicodedata.normalize("NFD", character)
        kept.append(parts[0] if len(parts) > 1 and parts[0].isascii() else character)
    return "".join(kept)


def titled(name: str) -> str:
    """Returns the name with a capital on every word, other letters as they are: "Isle Of Man"."""
    return _WORD_START.sub(lambda match: match[0].upper(), name)


def inverted(name: str) -> str | None:
    """Returns "Republic of Korea" for "Korea, Republic of", the form of ISO 3166-1; else None.

    Commas of lists ("Bonaire, Sint Eustatius and Saba") are told apart by the end: what is
    inverted ends in "of" or "of the", or is one word ("Virgin Islands, U.S.").
    """
    head, comma, tail = name.partition(", ")
    if not comma or not (tail.endswith((" of", " of the")) or " " not in tail):
        return None
    return f"{tail} {head}"


def without_bracket(name: str) -> str | None:
    """Returns "Myanmar" for "Myanmar (Burma)", None for a name that has no brackets."""
    short = _BRACKET.sub("", folded(name)).strip()
    return short if short and short != folded(name) else None


def forms(name: str, swaps: Iterable[tuple[str, str]] = ()) -> Iterator[str]:
    """Yields every form to look for, the name itself first; some may be equal.

    `swaps` are pairs of strings that stand for each other in names of a language ("St. ", "Saint ").
    """
    bases = [folded(name)]
    if "," in name and (other := inverted(bases[0])) is not None:
        bases.append(other)
    for old, new in swaps:
        bases.extend([base.replace(old, new) for base in bases if old in base])
    for base in bases:
        yield base
    for base in bases:
        plain = without_marks(base)
        if plain is not base:
            yield plain
        if (cased := base.upper()) != base:
            yield cased
            yield plain.upper()
            yield titled(base)
            if plain is not base:
                yield titled(plain)
