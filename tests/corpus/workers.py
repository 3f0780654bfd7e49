"""Jobs for worker processes; in a module of their own, because processes import them."""

from __future__ import annotations

import os
import time


def job(task: int | str) -> str:
    if task == "die":
        os._exit(3)
    if task == "kill":
        os.kill(os.getpid(), 9)
    if task == "hang":
        time.sleep(60)
    if isinstance(task, int):
        time.sleep((task * 7 % 3) / 1000)
    return f"done {task}"


def lost(task: int | str, reason: str) -> str:
    return f"lost {task}: {reason}"
