"""The version of this package, as the JSON output states it."""

from __future__ import annotations

__version__ = "0.1.0"
