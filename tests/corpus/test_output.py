from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from noticecheck.corpus.output import written_whole
from noticecheck.errors import OutputError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_it_appears_when_it_is_whole(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with written_whole(out) as file:
        file.write(b"one\n")
        assert not out.exists()
    assert out.read_bytes() == b"one\n"
    assert names(tmp_path) == ["out.jsonl"]


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_bytes(b"old\n")

    def work() -> None:
        with written_whole(out) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert out.read_bytes() == b"old\n"
    assert names(tmp_path) == ["out.jsonl"]


def test_a_second_run_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with written_whole(out) as file:
        file.write(b"first\n")
        with pytest.raises(OutputError, match="Another run"), written_whole(out):
            pass
    with written_whole(out) as file:
        file.write(b"second\n")
    assert out.read_bytes() == b"second\n"


def test_a_run_that_was_killed_blocks_nobody(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    code = (
        "import os, pathlib, sys\n"
        "from noticecheck.corpus.output import written_whole\n"
        "with written_whole(pathlib.Path(sys.argv[1])) as file:\n"
        "    file.write(b'half of what it wanted to say')\n"
        "    file.flush()\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    subprocess.run([sys.executable, "-c", code, str(out)], check=False)
    assert names(tmp_path) == [".out.jsonl.part"]
    with written_whole(out) as file:
        file.write(b"whole\n")
    assert out.read_bytes() == b"whole\n"
    assert names(tmp_path) == ["out.jsonl"]


def test_permissions_are_kept_and_links_followed(tmp_path: Path) -> None:
    real = tmp_path / "real.jsonl"
    real.write_bytes(b"old\n")
    real.chmod(0o640)
    link = tmp_path / "link.jsonl"
    link.symlink_to(real)
    with written_whole(link) as file:
        file.write(b"new\n")
    assert link.is_symlink()
    assert real.read_bytes() == b"new\n"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_device_is_written_to_directly() -> None:
    with written_whole(Path(os.devnull)) as file:
        file.write(b"gone\n")
    assert Path(os.devnull).is_char_device()


@pytest.mark.parametrize("name", ["", "missing/out.jsonl", "file/out.jsonl"])
def test_a_place_that_cannot_be_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError), written_whole(tmp_path / name):
        pass
