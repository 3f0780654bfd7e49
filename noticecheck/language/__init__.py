"""The lexicons: how a language speaks of data going abroad. One data file per language.

`load(code)` gives the compiled lexicon; `supported()` the codes that have a file. Nothing here knows
what a rule is for in law, and nothing outside the data files knows a word of a language.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

from noticecheck.errors import UnsupportedLanguageError
from noticecheck.language.lexicon import Lexicon, compile_lexicon
from noticecheck.language.schema import parse

__all__ = ["Lexicon", "load", "load_file", "supported"]


@cache
def supported() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that can be read, sorted."""
    names = (entry.name for entry in resources.files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@cache
def load(code: str) -> Lexicon:
    """The lexicon of a language.

    Raises `UnsupportedLanguageError` if there is no file for it, `DataFileError` if the file holds a
    bad value.
    """
    if code not in supported():
        raise UnsupportedLanguageError(
            f"no rules for the language {code!r}; supported: {', '.join(supported())}. "
            "If the language was detected wrongly, name it with language= or --language."
        )
    name = f"{code}.toml"
    return compile_lexicon(
        parse(resources.files(__name__).joinpath(name).read_bytes(), name), name, eager=False
    )


def load_file(path: Path) -> Lexicon:
    """A lexicon from a user's own file, in the same form. Raises `DataFileError` for a bad value."""
    return compile_lexicon(parse(path.read_bytes(), str(path)), str(path))
