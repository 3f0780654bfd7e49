"""Where an annotator's quote stands in a text, and when two passages are the same statement."""

from __future__ import annotations

from noticecheck.notice import Span


class QuoteFinder:
    """Finds quotes in one text, white space ignored on both sides."""

    def __init__(self, text: str) -> None:
        self._offsets = [at for at, character in enumerate(text) if not character.isspace()]
        self._letters = "".join(text[at] for at in self._offsets)

    def find(self, quote: str) -> list[Span]:
        """Every place where the quote stands, as offsets into the text, in text order."""
        wanted = "".join(quote.split())
        found: list[Span] = []
        if not wanted:
            return found
        at = self._letters.find(wanted)
        while at >= 0:
            found.append(Span(self._offsets[at], self._offsets[at + len(wanted) - 1] + 1))
            at = self._letters.find(wanted, at + 1)
        return found


def same_statement(one: Span, other: Span) -> bool:
    """Whether two passages share at least half of the shorter one's characters."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    shorter = min(one.end - one.start, other.end - other.start)
    return shared > 0 and 2 * shared >= shorter
