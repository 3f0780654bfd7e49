from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
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
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return command


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that another user can reach, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
        Path(name).chmod(0o755)


@pytest.fixture
def run_unprivileged() -> Run:
    """Runs the command line as a user whom permissions bind, also where the tests run as root."""

    def command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        # All is imported before the user changes, who may not reach the interpreter's own files.
        code = (
            "import os, sys, noticecheck as nc, noticecheck.corpus.batch\n"
            "import noticecheck.cli.check, noticecheck.cli.batch\n"
            "nc.check_text('We store data in Canada.', laws=['all'], reader='JP', language='en')\n"
            "if os.getuid() == 0:\n"
            "    os.setgroups([])\n"
            "    os.setgid(65534)\n"
            "    os.setuid(65534)\n"
            "sys.exit(noticecheck.cli.main(sys.argv[1:]))\n"
        )
        return subprocess.run(
            [sys.executable, "-c", code, *map(str, arguments)],
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            timeout=120,
            check=False,
        )

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
