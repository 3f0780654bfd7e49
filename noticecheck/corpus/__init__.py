"""Many notices: where they are, and checking them all."""

from __future__ import annotations
