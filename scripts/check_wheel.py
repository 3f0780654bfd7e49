"""Fail unless the one wheel in a folder holds exactly the files of the package. Usage: check_wheel.py DIST

An editable install reads the data files from the source tree, so no test can notice that the
wheel lacks one.
"""

from __future__ import annotations

import sys
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent.parent


def main(folder: str) -> int:
    """Compare the wheel in `folder` with the source tree; 0 if they agree, else 1."""
    (wheel,) = Path(folder).glob("noticecheck-*.whl")
    with ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("noticecheck/")}
    wanted = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "noticecheck").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    if wanted != packed:
        print(f"missing from {wheel.name}: {sorted(wanted - packed)}", file=sys.stderr)
        print(f"not expected in {wheel.name}: {sorted(packed - wanted)}", file=sys.stderr)
        return 1
    print(f"{wheel.name}: {len(packed)} files, all of the package")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
