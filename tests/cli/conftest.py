from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the real command in `tmp_path`."""

    def command(
        *arguments: str | Path, stdin: str | bytes = b"", env: dict[str, str] | None = None, **options: Any
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [sys.executable, "-m", "noticecheck", *map(str, arguments)],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **(env or {})},
            timeout=120,
            check=False,
            **options,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return command


@pytest.fixture
def notices(tmp_path: Path) -> Path:
    """A folder with one notice for each disclosure."""
    folder = tmp_path / "notices"
    (folder / "more").mkdir(parents=True)
    texts = {
        "named.md": "# Privacy\n\nWe store your personal data on servers in Canada.\n",
        "partial.md": "# Privacy\n\nWe transfer your personal data to Vietnam and to other countries.\n",
        "unnamed.txt": "Your personal data may be transferred to other countries.\n",
        "more/denied.html": "<html lang='en'><body><main><h1>Privacy</h1>"
        "<p>We do not transfer your personal data outside Switzerland.</p></main></body></html>",
        "more/silent.md": "We collect your name and your e-mail address when you order a lamp.\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
