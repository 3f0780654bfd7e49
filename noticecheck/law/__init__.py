"""The regimes: what a notice must say, from when to when, for whom. Data files and their loader.

Knows no language and nothing of how a notice is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import msgspec

from noticecheck.errors import DataFileError, SourceNotFoundError, UsageError
from noticecheck.law.home import home_on
from noticecheck.law.schema import Regime

__all__ = ["AS_OF", "Regime", "home_on", "ids", "in_force", "json_schema", "load", "load_file", "resolve"]

#: The day on which the law data was put together. A law without an end was in force on this day.
AS_OF: Final = date(2026, 11, 24)


@cache
def ids() -> tuple[str, ...]:
    """The ids of the laws that come with the package, sorted."""
    folder = files("noticecheck.law").joinpath("regimes")
    return tuple(sorted(entry.name[:-5] for entry in folder.iterdir() if entry.name.endswith(".toml")))


@cache
def load(regime_id: str) -> Regime:
    """The law with this id. Raises `UsageError` for an id that the package does not have."""
    if regime_id not in ids():
        raise UsageError(f"There is no law `{regime_id}`. Known laws: {', '.join(ids())}.")
    entry = files("noticecheck.law").joinpath("regimes", f"{regime_id}.toml")
    regime = _parse(entry.read_bytes(), str(entry))
    if regime.id != regime_id:
        raise DataFileError(f"{entry}: $.id: is `{regime.id}`; it must be the file's name, `{regime_id}`")
    return regime


def load_file(path: str | Path) -> Regime:
    """A law from a user's own file, in the same format.

    Raises `SourceNotFoundError` if the file cannot be opened, `DataFileError` with the file and the
    path to the bad value if it does not fit the schema.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise SourceNotFoundError(f"{path}: cannot be opened ({error.strerror}). Check the path.") from error
    return _parse(data, str(path))


def in_force(jurisdiction: str, on: date) -> list[Regime]:
    """The laws of a country or bloc in force on a day, by id; empty if there are none.

    A country for which a bloc's law is home law (an EEA state) has that law.
    """
    return [regime for regime in _of(jurisdiction.upper(), on) if regime.in_force(on)]


def resolve(names: Sequence[str], on: date) -> list[Regime]:
    """The laws meant by `--law` values: an id, a country's or bloc's code, or `all`.

    A code means the law of that place in force on the day; where none was in force, the one in force
    nearest to that day, so that a date before the first law gets the answer `not_in_force` instead of
    none. In the order given, each law once. Raises `UsageError` for a name that is none of these.
    """
    found: dict[str, Regime] = {}
    for name in names:
        for regime in _resolve_one(name, on):
            found.setdefault(regime.id, regime)
    return list(found.values())


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a law file, for people who write one and for their editors."""
    return msgspec.json.schema(Regime)


def _resolve_one(name: str, on: date) -> list[Regime]:
    if name.lower() == "all":
        return [load(regime_id) for regime_id in ids()]
    if name.lower() in ids():
        return [load(name.lower())]
    candidates = _of(name.upper(), on)
    current = [regime for regime in candidates if regime.in_force(on)]
    if current:
        return current
    if candidates:
        return [min(candidates, key=lambda regime: (_days_away(regime, on), regime.id))]
    codes = sorted({load(regime_id).jurisdiction for regime_id in ids()})
    raise UsageError(
        f"There is no law `{name}`. Known laws: {', '.join(ids())}. "
        f"Or give a place ({', '.join(codes)}, or a state of the EEA), or `all`."
    )


def _of(code: str, on: date) -> list[Regime]:
    regimes = [load(regime_id) for regime_id in ids()]
    own = [regime for regime in regimes if code == regime.jurisdiction or code in regime.aliases]
    return own or [regime for regime in regimes if code in home_on(regime, on)]


def _days_away(regime: Regime, on: date) -> int:
    if on < regime.effective_from:
        return (regime.effective_from - on).days
    return 0 if regime.effective_to is None else max(0, (on - regime.effective_to).days)


def _parse(data: bytes, name: str) -> Regime:
    from noticecheck.law.checks import problems

    try:
        regime = msgspec.toml.decode(data, type=Regime)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DataFileError(f"{name}: {error}") from error
    for problem in problems(regime):
        raise DataFileError(f"{name}: {problem.path}: {problem.message}")
    if regime.successor is not None and regime.successor not in ids():
        raise DataFileError(f"{name}: $.successor: there is no law `{regime.successor}`")
    return regime
