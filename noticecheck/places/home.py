"""What is home to a reader: the places that are not abroad."""

from __future__ import annotations

from datetime import date
from functools import cache

from noticecheck.errors import UsageError
from noticecheck.places import codes


@cache
def home(reader: str, on: date | None = None) -> frozenset[str]:
    """Returns the codes of countries and blocs that are domestic for a reader.

    `reader` is an ISO 3166-1 alpha-2 code (or XK). That is the country itself; for a reader in a
    state of the European Economic Area on that date, every EEA state, the outermost regions and
    other territories in which EU law applies (article 355 TFEU), and the blocs EU and EEA: a
    transfer inside the EEA is no transfer to a third country (GDPR, article 44; EEA Joint
    Committee Decision 154/2018). Without a date the latest state of the table holds.
    Raises UsageError for a code that is not a country's.
    """
    if reader not in codes.country_codes():
        raise UsageError(
            f"reader {reader!r} is not a country code: give ISO 3166-1 alpha-2, such as JP or DE"
        )
    area = codes.members("EEA", on) | codes.territories("EEA", on)
    if reader not in area:
        return frozenset({reader})
    return area | {"EU", "EEA"}
