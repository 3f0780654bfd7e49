"""How well the answers agree with annotated notices."""

from __future__ import annotations

from noticecheck.evaluation.figures import Figures, evaluate
from noticecheck.evaluation.gold import Gold, load_gold, load_predictions

__all__ = ["Figures", "Gold", "evaluate", "load_gold", "load_predictions"]
