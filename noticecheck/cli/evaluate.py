"""`noticecheck evaluate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click


@click.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path))
@click.option(
    "--texts",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder with ID.txt for each notice.  [default: texts, beside the annotations, if it is there]",
)
@click.option(
    "--predictions",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Answers as batch writes them. Without it the texts are checked now.",
)
@click.option(
    "--errors", is_flag=True, help="Also show each notice whose answer differs, with sentences and rules."
)
@click.option("--json", "as_json", is_flag=True, help="The figures as JSON.")
def command(gold: Path, texts: Path | None, predictions: Path | None, errors: bool, as_json: bool) -> int:
    """Measure the answers against annotated notices.

    GOLD is a JSONL file, or a folder with such files. Shows accuracy, precision, recall and F1 with
    their counts and the 95 % bootstrap interval over notices, for all and for each language.

    \b
    Exit codes: 0 measured, 2 a file cannot be read, 64 wrong usage
    """
    from noticecheck.evaluation import evaluate, load_gold, load_predictions
    from noticecheck.evaluation.listing import differences
    from noticecheck.evaluation.predict import load_texts, predict
    from noticecheck.evaluation.table import table

    rows = load_gold(gold)
    folder = texts or _beside(gold)
    if folder is None and predictions is None:
        raise click.UsageError("Give the notices' texts (--texts), or answers (--predictions).")
    contents = None if folder is None else load_texts(folder, rows)
    answers: dict[str, dict[str, Any]]
    if predictions is not None:
        answers = load_predictions(predictions)
    else:
        assert folder is not None
        answers = predict(folder, rows)
    if errors:
        for line in differences(rows, answers, contents):
            click.echo(line, err=as_json)
    figures = evaluate(rows, answers, contents)
    click.echo(json.dumps(figures, ensure_ascii=False) if as_json else table(figures), nl=as_json)
    return 0


def _beside(gold: Path) -> Path | None:
    folder = (gold if gold.is_dir() else gold.parent) / "texts"
    return folder if folder.is_dir() else None
