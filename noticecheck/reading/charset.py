"""Bytes to text: which charset, and what decided it.

The order is the byte order mark, the HTTP header, the page's own declaration (`<meta>`), then
detection; a declared charset counts only if every byte decodes under it. Single-byte charsets
such as windows-1252 decode nearly anything, so one of them is not believed when the bytes hold
non-ASCII characters and are valid UTF-8: text in such a charset is valid UTF-8 only by a freak.
For the same reason a declared charset is not believed if it turns the bytes into control
characters that no text holds.

Labels mean what browsers take them for (WHATWG Encoding Standard, section 4.2): `shift_jis` is
windows-31j, `iso-8859-1` and `ascii` are windows-1252, `gb2312` is a part of gb18030.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from noticecheck.errors import UndecodableError

#: WHATWG labels whose meaning is not what Python's codec of that name does.
_LABELS = {
    "utf8": "utf-8",
    "unicode-1-1-utf-8": "utf-8",
    "x-unicode20utf8": "utf-8",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso88591": "cp1252",
    "iso_8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "l1": "cp1252",
    "windows-1252": "cp1252",
    "x-cp1252": "cp1252",
    "iso-8859-9": "cp1254",
    "latin5": "cp1254",
    "tis-620": "cp874",
    "iso-8859-11": "cp874",
    "windows-874": "cp874",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "ms_kanji": "cp932",
    "ms932": "cp932",
    "windows-31j": "cp932",
    "csshiftjis": "cp932",
    "euc-jp": "euc_jp",
    "x-euc-jp": "euc_jp",
    "eucjp": "euc_jp",
    "iso-2022-jp": "iso2022_jp",
    "csiso2022jp": "iso2022_jp",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "chinese": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949",
    "korean": "cp949",
    "windows-949": "cp949",
    "utf-16": "utf-16-le",
    "unicode": "utf-16-le",
}
#: Codecs of Python's that read more than the standard ones: tried when the first does not decode.
_WIDER = {
    "euc_jp": ("euc_jis_2004",),
    "iso2022_jp": ("iso2022_jp_ext", "iso2022_jp_2004"),
    "cp932": ("shift_jis_2004",),
}
#: Codecs whose name Python has, and which no charset of a document is.
_NOT_CHARSETS = frozenset(
    {"unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined", "mbcs", "oem", "utf-7"}
)
_META = re.compile(rb"<meta\b[^>]{0,1000}?\bcharset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.I)
_XML = re.compile(rb"^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([A-Za-z0-9_:.-]{1,40})", re.I)
#: How far a declaration is looked for. Browsers stop at 1,024 bytes; real pages declare later.
_DECLARATION_WITHIN = 8192
#: C0 controls that no text holds, and C1 controls except NEL, which windows-125x never yields.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x80-\x84\x86-\x9f]")
_C0 = bytes(b for b in range(32) if _CONTROLS.match(chr(b)))
_C1_IN_UTF8 = re.compile(rb"\xc2[\x80-\x84\x86-\x9f]")
_ISO_2022_JP = re.compile(rb"\x1b\$[@B]|\x1b\(J")
_ISO_2022_KR = b"\x1b$)C"
#: What detection may answer: charsets in which notices are published.
_CANDIDATES = (
    "cp932",
    "euc_jp",
    "gb18030",
    "big5",
    "cp949",
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "koi8_r",
    "iso8859_2",
)
_LATIN = ("cp1252", "cp1250", "cp1254", "cp1257", "iso8859_2")
_DETECT_FROM = 100_000


class Decoded(NamedTuple):
    """Text, the charset's name, and what decided it: `bom`, `header`, `meta` or `detection`."""

    text: str
    charset: str
    charset_from: str


def decode(data: bytes, *, header: str | None = None, html: bool = False) -> Decoded:
    """`data` as text, without its byte order mark; `header` is the HTTP header's charset.

    `<meta>` is looked for only if `html`. Line ends stay as they are. Raises `UndecodableError`.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            marked = _strict(data[len(mark) :], codec)
            if marked is not None:
                return Decoded(marked, _public_name(codec), "bom")
    utf8 = _strict(data, "utf-8")
    for label, source in _declared(data, header, html):
        declared = label_to_codec(label)
        if declared is None:
            continue
        decoded = _believe(data, declared, utf8)
        if decoded is not None:
            return Decoded(*decoded, source)
    escaped = _detect_iso_2022(data)
    if escaped is not None:
        return escaped
    if utf8 is not None:
        return Decoded(utf8, "utf-8", "detection")
    return _detect(data)


_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def has_bom(data: bytes) -> bool:
    """Whether `data` begins with the byte order mark of a Unicode charset."""
    return any(data.startswith(mark) for mark, _ in _BOMS)


def label_to_codec(label: str) -> str | None:
    """The Python codec for a charset label, as browsers understand labels; None if there is none."""
    name = label.strip().strip("\"'").lower()
    codec = _LABELS.get(name, name)
    try:
        info = codecs.lookup(codec)
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True) or info.name in _NOT_CHARSETS:
        return None
    return codec if codec in _LABELS.values() else info.name


def _declared(data: bytes, header: str | None, html: bool) -> list[tuple[str, str]]:
    found = [(header, "header")] if header else []
    if html:
        head = data[:_DECLARATION_WITHIN]
        match = _META.search(head) or _XML.search(head)
        if match:
            label = match[1].decode("ascii")
            # A page that declares UTF-16 in ASCII bytes is not UTF-16 (HTML standard, prescan).
            found.append(("utf-8" if label.lower().startswith("utf-16") else label, "meta"))
    return found


def _believe(data: bytes, codec: str, utf8: str | None) -> tuple[str, str] | None:
    """The text under a declared charset and the charset's name, if the bytes can be meant so."""
    if utf8 is not None and not data.isascii() and not codec.startswith("utf"):
        return None
    for candidate in (codec, *_WIDER.get(codec, ())):
        text = _strict(data, candidate)
        if text is None:
            continue
        if candidate == "cp1252" and _detect_iso_2022(data) is not None:
            return None
        if _controls(text, data, codec) * 200 > len(text):
            return None
        return text, _public_name(codec)
    return None


def _controls(text: str, data: bytes, codec: str) -> int:
    """How many control characters `text` holds that no text should; in UTF-8 the bytes tell, faster."""
    if codec != "utf-8" and not (text.isascii() and len(text) == len(data)):
        return len(_CONTROLS.findall(text))
    found = len(data) - len(data.translate(None, _C0))
    return found if text.isascii() else found + len(_C1_IN_UTF8.findall(data))


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, UnicodeError):
        return None


def _detect_iso_2022(data: bytes) -> Decoded | None:
    if _ISO_2022_JP.search(data):
        for codec in ("iso2022_jp", *_WIDER["iso2022_jp"]):
            text = _strict(data, codec)
            if text is not None:
                return Decoded(text, "iso-2022-jp", "detection")
    if _ISO_2022_KR in data[:4096]:
        text = _strict(data, "iso2022_kr")
        if text is not None:
            return Decoded(text, "iso-2022-kr", "detection")
    return None


def _detect(data: bytes) -> Decoded:
    for codec in _utf16_guess(data):
        wide = _strict(data, codec)
        if wide is not None:
            return Decoded(wide, codec, "detection")
    from charset_normalizer import from_bytes

    # Only the parts that are not ASCII tell charsets apart; tags and scripts would drown them.
    sample = b"\n".join(_NON_ASCII_RUNS.findall(data))[:_DETECT_FROM]
    candidates = [c for c in _CANDIDATES if _strict(data, c) is not None]
    japanese = [c for c in ("cp932", "euc_jp") if c in candidates]
    for codec in japanese:
        # Kana are frequent in Japanese and hardly ever come out of another charset's bytes.
        probe = sample.decode(codec, "replace")
        kana = sum("ぁ" <= ch <= "ヿ" for ch in probe)
        if kana * 4 > sum(not ch.isascii() for ch in probe):
            return Decoded(data.decode(codec), _public_name(codec), "detection")
    # In Latin scripts single bytes above ASCII stand among ASCII letters; elsewhere they follow
    # each other. That much is certain before any statistics.
    words = b" ".join(_NON_ASCII_WORDS.findall(data))[:_DETECT_FROM]
    high = sum(byte >= 0x80 for byte in words)
    if high * 2 < len(words):
        candidates = [c for c in candidates if c in _LATIN]
        shown = words.decode("cp1252", "replace")
        odd = len(_ODD.findall(shown))
        if odd * 10 <= high:
            latin = ["cp1252"]
        elif len(_TURKISH.findall(shown)) * 2 > odd:
            latin = ["cp1254"]
        else:
            latin = ["cp1250", "cp1257", "iso8859_2"]
        candidates = [c for c in latin if c in candidates] or candidates
    if candidates:
        best = from_bytes(words, cp_isolation=candidates, enable_fallback=False).best()
        chosen = best.encoding if best is not None and best.encoding in candidates else candidates[0]
        return Decoded(data.decode(chosen), _public_name(chosen), "detection")
    damaged = _mostly_utf8(data)
    if damaged is not None:
        return damaged
    raise UndecodableError(
        "The file's charset could not be determined: no charset decodes all of its bytes. "
        "Save it as UTF-8, or pass charset=."
    )


_NON_ASCII_RUNS = re.compile(rb"(?:[\x80-\xff]+[\x20-\x3b\x3d\x3f-\x7e]?)+")


_NON_ASCII_WORDS = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")
#: What windows-1252 shows, right after a letter, where the bytes were meant in another charset:
#: currency signs, fractions, Icelandic letters.
_ODD = re.compile(
    "(?<=[A-Za-z])[\u00a1-\u00a9\u00ac-\u00b6\u00b8-\u00ba\u00bc-\u00bf\u00d0\u00d7\u00dd\u00de\u00f0\u00fd\u00fe]"
)
#: The six letters in which the Turkish charset differs from windows-1252.
_TURKISH = re.compile("(?<=[A-Za-z])[\u00d0\u00dd\u00de\u00f0\u00fd\u00fe]")


def _utf16_guess(data: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark: in text with any ASCII, every second byte is mostly zero."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if len(data) % 2 == 0 and odd * 4 > half and even * 20 < half:
        return ("utf-16-le",)
    if len(data) % 2 == 0 and even * 4 > half and odd * 20 < half:
        return ("utf-16-be",)
    return ()


def _mostly_utf8(data: bytes) -> Decoded | None:
    """A UTF-8 file with a few damaged bytes, as copying tools leave them, is still UTF-8."""
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") * 200 <= sum(not ch.isascii() for ch in text):
        return Decoded(text, "utf-8", "detection")
    return None


_PUBLIC = {
    "cp932": "shift_jis",
    "euc_jp": "euc-jp",
    "iso2022_jp": "iso-2022-jp",
    "cp949": "euc-kr",
    "big5hkscs": "big5",
    "koi8_r": "koi8-r",
    "iso8859_2": "iso-8859-2",
}


def _public_name(codec: str) -> str:
    if codec in _PUBLIC:
        return _PUBLIC[codec]
    return f"windows-{codec[2:]}" if re.fullmatch(r"cp125\d|cp874", codec) else codec.replace("_", "-")
