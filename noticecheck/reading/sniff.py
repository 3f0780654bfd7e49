"""What the bytes are: HTML, Markdown, plain text, or nothing that can be read."""

from __future__ import annotations

import re
from pathlib import PurePath

from noticecheck.errors import BinaryFileError, UnsupportedMediaTypeError, UsageError
from noticecheck.reading.charset import has_bom

HTML = "text/html"
MARKDOWN = "text/markdown"
PLAIN = "text/plain"

_SUFFIXES = {
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".xht": HTML,
    ".shtml": HTML,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".txt": PLAIN,
    ".text": PLAIN,
}
_TYPES = {
    "text/html": HTML,
    "application/xhtml+xml": HTML,
    "application/xml": HTML,
    "text/xml": HTML,
    "text/markdown": MARKDOWN,
    "text/x-markdown": MARKDOWN,
    "text/plain": PLAIN,
}
_MAGIC = (
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x89PNG\r\n\x1a\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF87a", "an image"),
    (b"GIF89a", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document of the old format"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"OggS", "a sound or video file"),
    (b"ID3", "a sound file"),
    (b"PAR1", "a Parquet file"),
)
_TAG = re.compile(
    rb"<!doctype\s+html|<(?:html|head|body|title|meta|script|style|link|div|p|h[1-6]|table|ul|ol|"
    rb"span|section|article|main|br|font)\b[^<>]{0,2000}/?>",
    re.I,
)
_HTML_START = re.compile(
    rb"(?:\s|<!--.{0,4000}?-->|<\?xml[^>]{0,200}\?>)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|section|article|main)\b",
    re.I | re.S,
)
_SNIFF = 20_000


def known_type(media_type: str) -> str:
    """`media_type` (parameters allowed) as one of the three this package reads.

    Raises `UnsupportedMediaTypeError` for any other type and `UsageError` for what is no type.
    """
    name = media_type.partition(";")[0].strip().lower()
    if name in _TYPES:
        return _TYPES[name]
    if not re.fullmatch(r"[\w.+-]+/[\w.+-]+", name):
        raise UsageError(f"media_type is {media_type!r}; give text/html, text/markdown or text/plain.")
    raise UnsupportedMediaTypeError(
        f"There is no reader for {name}. Convert the document to HTML, Markdown or plain text first."
    )


def type_of(data: bytes, path: str | None) -> str:
    """The media type by the file's suffix, else by what the bytes begin with."""
    if path:
        suffix = PurePath(path).suffix.lower()
        if suffix in _SUFFIXES:
            return _SUFFIXES[suffix]
    return HTML if looks_like_html(data) else PLAIN


def looks_like_html(data: bytes) -> bool:
    """Whether the bytes begin as an HTML page or fragment. Markdown may hold single tags."""
    sample = data[:_SNIFF]
    if has_bom(sample) and not sample.startswith(b"\xef\xbb\xbf"):
        sample = sample.replace(b"\x00", b"")
    if _HTML_START.match(
        sample.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    ):
        return True
    tags = len(_TAG.findall(sample))
    return tags >= 3 and tags * 800 > len(sample) and sample.lstrip()[:1] == b"<"


def refuse_binary(data: bytes) -> None:
    """Raises `UnsupportedMediaTypeError` for PDF, `BinaryFileError` for what is no text at all."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        raise UnsupportedMediaTypeError(
            "This is a PDF, which cannot be read. Save the notice's web page as HTML, or convert the "
            "PDF to text (for example with pdftotext) and read that."
        )
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise BinaryFileError(
                f"The file is {what}, not a text. Give the notice as HTML, Markdown or text."
            )
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        raise BinaryFileError("The file is an image, sound or video, not a text.")
    if has_bom(data):
        return
    sample = data[:_SNIFF]
    if b"\x00" in sample and not _is_utf16(sample) and sample.count(0) * 1000 > len(sample):
        raise BinaryFileError("The file holds NUL bytes, so it is not a text. Give HTML, Markdown or text.")
    controls = sum(sample.count(byte) for byte in _CONTROL_BYTES)
    if controls * 10 > len(sample):
        raise BinaryFileError("The file is mostly control characters, so it is not a text.")


_CONTROL_BYTES = [byte for byte in range(1, 32) if byte not in (9, 10, 11, 12, 13, 27)]


def _is_utf16(sample: bytes) -> bool:
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    return (odd * 4 > half and even * 20 < half) or (even * 4 > half and odd * 20 < half)
