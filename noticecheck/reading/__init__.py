"""Reading: bytes, a file or a string becomes a `Notice`. Never touches the network.

`read` takes a path or bytes (HTML, Markdown, plain text), `read_text` a string that is already in
memory. Both judge what they are given: its charset, its language, what kind of document it is, and
which parts of a web page are the notice.
"""

from __future__ import annotations

from noticecheck.reading.origin import Origin
from noticecheck.reading.reader import DEFAULT_MAX_BYTES, read, read_text
from noticecheck.reading.shell import PageFault, page_fault

__all__ = ["DEFAULT_MAX_BYTES", "Origin", "PageFault", "page_fault", "read", "read_text"]
