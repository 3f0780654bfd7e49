"""What the command line costs: CPU time of one check against that of importing spaCy alone.

``python benchmarks/startup.py [REPETITIONS]`` runs, in turn, `noticecheck check` of one Markdown notice,
`python -c "import spacy"`, and `noticecheck --help`, each in a process of its own (user and system time,
as the operating system counts it). It prints the medians and ends with 1 where a bound does not hold.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTICE = ROOT / "corpora" / "line-case" / "en-after-2022-03-17.md"
MOST_TIMES_SPACY = 1.5
MOST_SECONDS_OF_HELP = 0.15


def cpu_seconds(*arguments: str) -> float:
    """User and system time of one Python process with these arguments."""
    before = os.times()
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    after = os.times()
    if done.returncode not in (0, 1):  # 1 is an answer of `check`
        raise SystemExit(f"{arguments} ended with {done.returncode}:\n{done.stderr}")
    return (after.children_user - before.children_user) + (after.children_system - before.children_system)


def main(repetitions: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        output = str(Path(folder, "report.json"))
        commands = {
            "check": ("-m", "noticecheck", "check", str(NOTICE), "--format", "json", "-o", output),
            "import spacy": ("-c", "import spacy"),
            "--help": ("-m", "noticecheck", "--help"),
        }
        for arguments in commands.values():  # the first run compiles the modules
            cpu_seconds(*arguments)
        runs = [
            {name: cpu_seconds(*command) for name, command in commands.items()} for _ in range(repetitions)
        ]
    for name in commands:
        seconds = [run[name] for run in runs]
        print(f"{name:<14}{statistics.median(seconds):7.3f} s CPU ({min(seconds):.3f} to {max(seconds):.3f})")
    # Of pairs that ran one after the other, since what else the machine does changes with time.
    ratio = statistics.median(run["check"] / run["import spacy"] for run in runs)
    help_seconds = statistics.median(run["--help"] for run in runs)
    print(f"check / import spacy: {ratio:.2f}, at most {MOST_TIMES_SPACY}")
    print(f"--help: {help_seconds:.3f} s, at most {MOST_SECONDS_OF_HELP} s")
    return 0 if ratio < MOST_TIMES_SPACY and help_seconds < MOST_SECONDS_OF_HELP else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15))
