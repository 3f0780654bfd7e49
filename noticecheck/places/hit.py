"""What the gazetteer finds."""

from __future__ import annotations

from typing import NamedTuple


class Hit(NamedTuple):
    """A place name: `text[start:end]`, offsets in characters of the text that was given.

    `kind` is `country`, `subdivision` (state, province, nation), `city`, `cloud_region` or `bloc`;
    `code` the country's ISO 3166-1 alpha-2 code (XK for Kosovo), or the bloc's.
    """

    start: int
    end: int
    code: str
    kind: str
