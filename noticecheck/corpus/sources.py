"""What SOURCE means: a file, a folder, the standard input, an address, a JSONL corpus."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from noticecheck.corpus.items import Item
from noticecheck.corpus.records import record_items
from noticecheck.errors import DuplicateIdError, SourceNotFoundError

STDIN = "-"
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*://")


def is_address(source: str) -> bool:
    """Whether a source is an address (`https://...`) and not a path."""
    return _ADDRESS.match(source) is not None


def holds_many(source: str) -> bool:
    """Whether a source stands for any number of notices: a folder or a JSONL corpus."""
    return not is_address(source) and (Path(source).is_dir() or _is_records(source))


def items_of(sources: Sequence[str]) -> Iterator[Item]:
    """The notices of all sources, in the order given; folders in the order of their paths.

    Nothing is read but JSONL files, line by line. A file or address that is missing is still an
    item: reading it fails, for it alone. Raises SourceNotFoundError for a folder or a JSONL file
    that cannot be opened.
    """
    for source in sources:
        if source == STDIN:
            yield Item(id="stdin", kind="stdin")
        elif is_address(source):
            yield Item(id=source, kind="url", value=source)
        elif Path(source).is_dir():
            yield from _folder_items(source)
        elif _is_records(source):
            yield from record_items(Path(source))
        else:
            yield Item(id=id_of_path(Path(source).name), value=source, path=source)


def require_unique_ids(sources: Sequence[str]) -> None:
    """Raise DuplicateIdError where two notices have the same id: before any of them is checked."""
    for _ in unique(items_of(sources)):
        pass


def unique(items: Iterable[Item]) -> Iterator[Item]:
    """The items as they come; raises DuplicateIdError at the second of two with the same id."""
    # Digests, because a corpus may have more ids than memory has room for their texts.
    seen: set[bytes] = set()
    for item in items:
        digest = hashlib.blake2b(item.id.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        if digest in seen:
            raise DuplicateIdError(
                f"Two notices have the id {item.id!r} (the second: {item.path or item.id}). "
                "Rename one of them, or give ids of your own in a JSONL file."
            )
        seen.add(digest)
        yield item


def id_of_path(relative: str) -> str:
    """The id of a file: its path relative to its source, POSIX, without the last suffix."""
    return str(PurePosixPath(Path(relative).as_posix()).with_suffix(""))


def _is_records(source: str) -> bool:
    return source.lower().endswith(".jsonl")


def _folder_items(folder: str) -> Iterator[Item]:
    """Every file below the folder, but those with a name that begins with a dot, sorted by path."""
    found: list[tuple[tuple[str, ...], str]] = []

    def fail(error: OSError) -> None:
        raise SourceNotFoundError(
            f"Cannot list {error.filename}: {error.strerror}. Check the permissions."
        ) from error

    for directory, names, files in os.walk(folder, onerror=fail):
        names[:] = [name for name in names if not name.startswith(".")]
        for name in files:
            if not name.startswith("."):
                path = Path(directory) / name
                found.append((path.relative_to(folder).parts, str(path)))
    for parts, file in sorted(found):
        yield Item(id=id_of_path("/".join(parts)), value=file, path=file)
