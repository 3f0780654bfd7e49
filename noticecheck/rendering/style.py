"""How a terminal shows the answer: its width, and whether it has colours."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TextIO

_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}
_WIDEST = 100


@dataclass(frozen=True, slots=True)
class Style:
    """`columns` None: lines are not broken. `colours`: emphasis by escape sequences."""

    columns: int | None = None
    colours: bool = False

    @classmethod
    def of(cls, stream: TextIO) -> Style:
        """The style for a stream: colours and line breaks for a terminal only, and no colours where
        the environment has NO_COLOR (no-color.org)."""
        if not stream.isatty():
            return cls()
        columns = min(shutil.get_terminal_size().columns, _WIDEST)
        return cls(columns=max(columns, 40), colours=not os.environ.get("NO_COLOR"))

    def mark(self, text: str, *names: str) -> str:
        """The text in colours or bold, where the stream has them."""
        if not self.colours or not text:
            return text
        return f"\x1b[{';'.join(_CODES[name] for name in names)}m{text}\x1b[0m"
