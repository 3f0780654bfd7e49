"""Writes noticecheck/places/data/cldr/<language>.json: the territory names of Unicode CLDR.

Run it after a new Babel release, or with one more language::

    python scripts/build_place_names.py            # the languages that are there
    python scripts/build_place_names.py tr pl      # further languages

Babel carries the CLDR data; it is needed here only, not at run time. Only ISO 3166-1 codes and XK
are kept. The licence of the data stands beside it in LICENSE-UNICODE.txt.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import babel
import pycountry
from babel import Locale
from babel.core import get_cldr_version

FOLDER = Path(__file__).resolve().parent.parent / "noticecheck" / "places" / "data" / "cldr"
LANGUAGES = ("en", "ja", "de", "fr", "es", "ko", "zh", "pt", "it", "nl")


def territory_names(language: str) -> dict[str, str]:
    """Returns code -> name in `language`, for all ISO 3166-1 alpha-2 codes and XK, sorted by code."""
    territories = Locale.parse(language).territories
    codes = sorted({country.alpha_2 for country in pycountry.countries} | {"XK"})
    missing = [code for code in codes if code not in territories]
    if missing:
        raise SystemExit(f"CLDR has no {language} name for {', '.join(missing)}")
    return {code: territories[code] for code in codes}


def main(further: list[str]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    licence = Path(babel.__file__).parent / "locale-data" / "LICENSE.unicode"
    shutil.copyfile(licence, FOLDER / "LICENSE-UNICODE.txt")
    present = {path.stem for path in FOLDER.glob("*.json")}
    for language in sorted({*LANGUAGES, *present, *further}):
        content = {
            "source": f"Unicode CLDR {get_cldr_version()}, territory names; see LICENSE-UNICODE.txt",
            "territories": territory_names(language),
        }
        path = FOLDER / f"{language}.json"
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        print(path.name, len(territory_names(language)))


if __name__ == "__main__":
    main(sys.argv[1:])
