"""Figures as a table for people."""

from __future__ import annotations

from noticecheck.evaluation.figures import Figures

_ROWS = (
    ("verdict", "accuracy"),
    ("verdict", "macro_f1"),
    ("destinations", "precision"),
    ("destinations", "recall"),
    ("destinations", "f1"),
    ("destination_set_exact", None),
    ("blocs", "f1"),
    ("open_ended", "accuracy"),
    ("statements", "precision"),
    ("statements", "recall"),
    ("statements", "f1"),
    ("safeguards", "f1"),
    ("destination_law_info", "accuracy"),
    ("destination_law_info", "f1"),
    ("recipient_measures_info", "accuracy"),
    ("recipient_measures_info", "f1"),
)


def table(figures: Figures) -> str:
    """All notices first, then each language: figure, 95 % interval, and what it is counted over."""
    parts = [_block("all languages", figures)]
    languages: dict[str, Figures] = figures.get("languages", {})
    if len(languages) > 1:
        parts += [_block(name, part) for name, part in languages.items()]
    return "\n".join(parts)


def _block(title: str, figures: Figures) -> str:
    lines = [f"{title}: {figures['notices']} notices, {figures['answered']} answered"]
    intervals = figures.get("intervals", {})
    for name, measure in _ROWS:
        value = figures.get(name)
        if isinstance(value, dict):
            value = value.get(measure)
        if value is None:
            continue
        label = name if measure is None else f"{name}.{measure}"
        interval = intervals.get(label)
        span = "" if interval is None else f"[{interval[0]:.3f}, {interval[1]:.3f}]"
        lines.append(f"  {label:<34}{value:>7.4f}  {span:<16}  {_counts(figures, name)}".rstrip())
    if wrong := figures["verdict"]["confusion"]:
        lines.append(
            "  wrong verdicts (annotated>answered): " + ", ".join(f"{k} {n}" for k, n in wrong.items())
        )
    return "\n".join(lines) + "\n"


def _counts(figures: Figures, name: str) -> str:
    value = figures[name]
    if not isinstance(value, dict):
        return f"n {figures['notices']}"
    if "tp" in value:
        return f"tp {value['tp']}, fp {value['fp']}, fn {value['fn']}"
    if "gold" in value:
        return f"annotated {value['gold']}, answered {value['predicted']}"
    return f"n {value['n']}"
