"""`read` and `read_text`: what a caller has becomes a `Notice`."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import NamedTuple, Unpack

from noticecheck.errors import EmptyNoticeError, SourceNotFoundError, TooLargeError
from noticecheck.notice import Block, Markup, Notice, Provenance
from noticecheck.reading import charset as charsets
from noticecheck.reading import sniff
from noticecheck.reading.kind import judge_kind
from noticecheck.reading.language import detect
from noticecheck.reading.origin import Origin

#: The size limit of one notice, in bytes.
DEFAULT_MAX_BYTES = 50 * 1024 * 1024


def read(
    source: str | os.PathLike[str] | bytes,
    *,
    media_type: str | None = None,
    language: str | None = None,
    charset: str | None = None,
    max_bytes: int = DEFAULT_MAX_BYTES,
    **origin: Unpack[Origin],
) -> Notice:
    """A file or bytes as a `Notice`. A str is a path; bytes are the content itself.

    `media_type` is `text/html`, `text/markdown` or `text/plain` (by default: by the file's suffix,
    else by its content). `charset` is the HTTP header's; `language` an ISO 639-1 code that
    overrules detection. `max_bytes` is the size limit. What is known of where the bytes came from
    (`url`, `path`, `fetched_at`, `commit`, `date`, `date_from`) goes into `notice.provenance`.

    For Markdown and plain text `notice.text` is the decoded content without the byte order mark,
    character for character; for HTML it is the visible text of the notice.

    Raises `SourceNotFoundError`, `TooLargeError` (before the content is read), `BinaryFileError`,
    `UnsupportedMediaTypeError`, `UndecodableError`, `EmptyNoticeError` (no text, or a page that
    only its scripts fill, a check for robots, an error page), and `UsageError` for a media type or
    language code that is none. The language is not judged here: it may be one without rules.
    """
    if isinstance(source, bytes):
        data = source
        if len(data) > max_bytes:
            raise _too_large(len(data), max_bytes)
    else:
        data = _load(source, max_bytes)
        origin.setdefault("path", os.fspath(source))
    kind_of_file = sniff.known_type(media_type) if media_type else None
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise EmptyNoticeError("There is no text to read. Check that the file was saved whole.")
    sniff.refuse_binary(data)
    if kind_of_file is None:
        kind_of_file = sniff.type_of(data, origin.get("path"))
    decoded = charsets.decode(data, header=charset, html=kind_of_file == sniff.HTML)
    provenance = Provenance(
        hashlib.sha256(data).hexdigest(), kind_of_file, decoded.charset, decoded.charset_from, **origin
    )
    return _notice(decoded.text, kind_of_file, language, provenance)


def read_text(
    text: str,
    *,
    media_type: str = sniff.MARKDOWN,
    language: str | None = None,
    **origin: Unpack[Origin],
) -> Notice:
    """Text that is in memory as a `Notice`; the keyword arguments are those of `read`.

    For Markdown and plain text `notice.text` is `text`, character for character. `sha256` is that
    of its UTF-8 encoding. Raises `EmptyNoticeError` and `UsageError`, as `read` does.
    """
    data = text.encode("utf-8", "surrogatepass")
    provenance = Provenance(
        hashlib.sha256(data).hexdigest(), sniff.known_type(media_type), "utf-8", "given", **origin
    )
    return _notice(text, provenance.media_type, language, provenance)


class _Content(NamedTuple):
    text: str
    blocks: tuple[Block, ...]
    markup: Markup
    title: str | None
    declared: str | None


def _notice(text: str, media_type: str, language: str | None, provenance: Provenance) -> Notice:
    content = _html(text) if media_type == sniff.HTML else _text(text, media_type)
    code, language_from = detect(content.text, content.blocks, option=language, declared=content.declared)
    kind = judge_kind(content.text, content.blocks, language=code, title=content.title)
    title = content.title or _first_heading(content)
    return Notice(
        text=content.text,
        blocks=content.blocks,
        language=code,
        language_from=language_from,
        provenance=provenance,
        markup=content.markup,
        title=title,
        kind=kind.kind,
        kind_evidence=kind.evidence,
    )


def _text(text: str, media_type: str) -> _Content:
    from noticecheck.reading import markdown

    if not text.strip():
        raise EmptyNoticeError("There is no text to read. Check that the file was saved whole.")
    is_markdown = media_type == sniff.MARKDOWN or markdown.evident(text)
    return _Content(text, markdown.split(text), "markdown" if is_markdown else "plain", None, None)


def _html(text: str) -> _Content:
    from noticecheck.reading.html import read_page
    from noticecheck.reading.shell import page_fault

    page = read_page(text)
    fault = page_fault(page.text, title=page.title, html=text)
    if fault is not None:
        raise EmptyNoticeError(f"There is no notice in this page. {fault.advice}")
    if not page.text.strip():
        raise EmptyNoticeError(
            "The page has no visible text. Save it from a browser after it has loaded, and read that file."
        )
    return _Content(page.text, page.blocks, "plain", page.title, page.language)


def _first_heading(content: _Content) -> str | None:
    for block in content.blocks[:20]:
        if block.kind == "heading":
            return content.text[block.start : block.end]
    return None


def _load(path: str | os.PathLike[str], max_bytes: int) -> bytes:
    name = os.fspath(path)
    try:
        with Path(name).open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > max_bytes:
                raise _too_large(size, max_bytes)
            # A pipe or a growing file has no size: one byte over the limit is enough to know.
            data = file.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceNotFoundError(f"The file cannot be opened ({reason}). Check the path {name}.") from error
    if len(data) > max_bytes:
        raise _too_large(len(data), max_bytes)
    return data


def _too_large(size: int, limit: int) -> TooLargeError:
    return TooLargeError(
        f"The source has {size:,} bytes or more; the limit is {limit:,}. Raise the limit if it is one notice."
    )
