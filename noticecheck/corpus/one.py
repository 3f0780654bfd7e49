"""From an entry of a corpus to its report, whatever happens on the way."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from noticecheck.corpus.items import Item
from noticecheck.corpus.limits import Limits, time_limit
from noticecheck.errors import InternalError, NoticecheckError, TooLargeError
from noticecheck.notice import Notice
from noticecheck.report import Problem, Report, Source
from noticecheck.settings import Settings, language_code


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks one item after another under the same settings; sent to worker processes as it is."""

    settings: Settings
    limits: Limits

    def __call__(self, item: Item) -> Report:
        """The item's report, under the item's id; an exception becomes the report's `error`."""
        if item.problem is not None:
            return failed(item, item.problem)
        try:
            with time_limit(self.limits.seconds):
                from noticecheck.checking import report_for

                return report_for(self._read(item), self.settings).with_id(item.id)
        except NoticecheckError as error:
            return failed(item, Problem(error.code, str(error)))
        except RecursionError:
            return failed(item, Problem(InternalError.code, "Nested too deeply. Look at the file."))
        except MemoryError:
            return failed(
                item, Problem(InternalError.code, "Needs more memory than there is. Look at the file.")
            )
        except Exception as error:  # noqa: BLE001 - becomes the row's error
            # One document must not end a run over thousands; the message keeps what a report needs.
            return failed(item, Problem(InternalError.code, _defect(error)))

    def _read(self, item: Item) -> Notice:
        from noticecheck.checking import address_refused
        from noticecheck.reading import Origin, read, read_text

        language = self.settings.language
        if language is None and item.language is not None:
            language = language_code(item.language)
        origin = Origin(path=item.path)
        if item.date is not None:
            origin["date"] = item.date
            origin["date_from"] = "record"
        size = self.limits.max_bytes
        if item.kind == "url":
            raise address_refused(item.value)
        if item.kind in ("text", "html"):
            length = len(item.value.encode("utf-8", "surrogatepass"))
            if length > size:
                raise TooLargeError(
                    f"The text has {length:,} bytes; the limit is {size:,}. Raise it if it is one notice."
                )
            if item.kind == "html":
                return read_text(item.value, media_type="text/html", language=language, **origin)
            return read_text(item.value, language=language, **origin)
        if item.kind == "stdin":
            # One byte more than allowed is enough to know that it is too much.
            return read(sys.stdin.buffer.read(size + 1), language=language, max_bytes=size, **origin)
        return read(item.value, language=language, max_bytes=size, **origin)


def failed(item: Item, problem: Problem) -> Report:
    """The report of a notice that could not be processed."""
    url = item.value if item.kind == "url" else None
    return Report(id=item.id, source=Source(url=url, path=item.path), error=problem)


def lost(item: Item, reason: str) -> Report:
    """The report of a notice whose worker process died or hung."""
    return failed(
        item,
        Problem(
            InternalError.code,
            f"The process that worked on it {reason}. Try it alone with more memory or time.",
        ),
    )


def _defect(error: Exception) -> str:
    return (
        f"Internal error ({type(error).__name__}: {error}). "
        "This is a defect of noticecheck: please report it together with the notice."
    )
