"""Every exception that noticecheck raises on purpose, one tree.

::

    NoticecheckError                 code              raised when
    ├── UsageError                   usage             a setting is not one of the allowed values
    ├── SourceNotFoundError          source_not_found  a path does not exist or cannot be opened
    ├── EmptyNoticeError             empty             there is no text to read
    ├── BinaryFileError              binary            the bytes are not text in any charset
    ├── TooLargeError                too_large         the source is over the size limit
    ├── UnsupportedMediaTypeError    unsupported_media_type   no reader for this kind of file
    ├── UndecodableError             undecodable       text, but no charset decodes it
    ├── UnsupportedLanguageError     unsupported_language     no rules for the notice's language
    ├── TimeLimitError               time_limit        a notice took longer than allowed
    ├── RecordError                  bad_record        a row of a corpus lacks a field or cannot be parsed
    ├── DuplicateIdError             duplicate_id      two sources of one run have the same id
    ├── OutputError                  output            a result cannot be written
    ├── FetchError                   fetch             an address cannot be obtained
    ├── DataFileError                bad_data_file     a law or language file holds a bad value
    └── InternalError                internal          a notice could not be processed for a reason of our own

`code` is stable: programs may compare it. The message says what happened and what to do next.
"""

from __future__ import annotations

from typing import ClassVar


class NoticecheckError(Exception):
    """The root: catch this to catch everything that noticecheck raises on purpose."""

    code: ClassVar[str] = "error"


class UsageError(NoticecheckError, ValueError):
    """A setting is not one of the allowed values. Correct the argument that the message names."""

    code = "usage"


class SourceNotFoundError(NoticecheckError):
    """A path does not exist or cannot be opened. Check the spelling and the file's permissions."""

    code = "source_not_found"


class EmptyNoticeError(NoticecheckError):
    """There is no text to read. Check that the file was saved whole."""

    code = "empty"


class BinaryFileError(NoticecheckError):
    """The bytes are not text. Convert the document to HTML, Markdown or plain text first."""

    code = "binary"


class TooLargeError(NoticecheckError):
    """The source is over the size limit. Raise the limit if the file really is one notice."""

    code = "too_large"


class UnsupportedMediaTypeError(NoticecheckError):
    """There is no reader for this kind of file. Convert it, or name its media type."""

    code = "unsupported_media_type"


class UndecodableError(NoticecheckError):
    """The bytes look like text, but no charset decodes them. Save the file as UTF-8."""

    code = "undecodable"


class UnsupportedLanguageError(NoticecheckError):
    """There are no rules for the notice's language, so nothing can be said about it.

    Pass ``language=`` if the detection was wrong.
    """

    code = "unsupported_language"


class TimeLimitError(NoticecheckError):
    """A notice took longer than the time limit. Raise the limit, or look at the file."""

    code = "time_limit"


class RecordError(NoticecheckError):
    """A row of a corpus lacks a field or cannot be parsed. Correct the row that the message names."""

    code = "bad_record"


class DuplicateIdError(NoticecheckError):
    """Two sources of one run have the same id. Rename one, or give ids in a JSONL file."""

    code = "duplicate_id"


class OutputError(NoticecheckError):
    """A result cannot be written. Check the folder, its permissions and the free space."""

    code = "output"


class FetchError(NoticecheckError):
    """An address cannot be obtained. Save the page to a file and check that file."""

    code = "fetch"


class DataFileError(NoticecheckError):
    """A law or language file holds a bad value. The message gives the file and the path to it."""

    code = "bad_data_file"


class InternalError(NoticecheckError):
    """A notice could not be processed for a reason that lies in this package or in the machine.

    In corpus runs and on the command line only: a library function raises what went wrong itself.
    """

    code = "internal"
