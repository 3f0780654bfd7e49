"""Word boundaries by script."""

from __future__ import annotations


def script_of(character: str) -> str:
    """Returns `letters` (alphabets with spaces between words), `katakana`, `hangul`, or an empty string.

    Characters of the empty kind (Han, hiragana, signs, spaces) do not hold a word together: a
    name may stand directly next to them.
    """
    code = ord(character)
    if code < 0x2E80:
        return "letters" if character.isalnum() or character == "_" else ""
    if 0x30A1 <= code <= 0x30FA or code in (0x30FC, 0x30FD, 0x30FE):
        return "katakana"
    if 0xAC00 <= code <= 0xD7A3:
        return "hangul"
    return ""


def is_boundary(text: str, at: int) -> bool:
    """Returns whether a word may begin or end at offset `at`: no two characters of one script meet there."""
    if at <= 0 or at >= len(text):
        return True
    before = script_of(text[at - 1])
    return not before or before != script_of(text[at])
