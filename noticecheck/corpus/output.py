"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from noticecheck.errors import OutputError


@contextmanager
def written_whole(path: Path) -> Iterator[IO[bytes]]:
    """A file to write to, that takes the place of `path` when the block ends without an error.

    The bytes go to `.NAME.part` in the same folder, which only one process at a time may hold:
    a second one raises OutputError. An existing file keeps its permissions; a link is followed; a
    device or a pipe is written to directly. Raises OutputError where the place cannot be written.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            if target.is_dir():
                raise OutputError(f"{path} is a folder. Name a file to write to.")
            with target.open("wb") as device:
                yield device
            return
        part = target.with_name(f".{target.name}.part")
        file = _claim(part, path)
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            if target.exists():
                part.chmod(stat.S_IMODE(target.stat().st_mode))
            # Replaced while the lock is still held, so that no other run can claim the same part.
            part.replace(target)
    except BaseException as error:
        with suppress(OSError):
            part.unlink()
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            raise _unwritable(path, error) from error
        raise


def _claim(part: Path, path: Path) -> IO[bytes]:
    """The part file, empty and locked; a lock dies with its process, so a crash leaves none behind."""
    import fcntl  # POSIX only, like the file locks it gives

    while True:
        file = os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666), "r+b")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            raise OutputError(
                f"Another run is writing {path} at this moment. Wait for it, or choose another output."
            ) from None
        # The run that held it may have finished in between: then this is no longer the file by that name.
        with suppress(FileNotFoundError):
            if os.fstat(file.fileno()).st_ino == part.stat().st_ino:
                file.truncate()
                return file
        file.close()


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"Cannot write {path}: {error.strerror}. Check the folder, its permissions and the free space."
    )
