"""From a notice to its transfer statements: what it says, where, and which rule saw it. No law here."""

from __future__ import annotations

from noticecheck.extraction.model import Extraction, Mention, Safeguard, Statement
from noticecheck.notice import Notice

__all__ = ["Extraction", "Mention", "Safeguard", "Statement", "extract"]


def extract(notice: Notice) -> Extraction:
    """Everything that a notice says about places where personal data goes.

    Returns an `Extraction`, which is also the sequence of its statements in text order; offsets count
    characters of `notice.text`. A pure function: no law, no network, no clock.

    Raises `UnsupportedLanguageError` if there are no rules for the notice's language.
    """
    from noticecheck.extraction.assemble import assemble
    from noticecheck.extraction.candidates import passages
    from noticecheck.extraction.pipeline import pipeline, run
    from noticecheck.language import load
    from noticecheck.places import gazetteer

    lexicon = load(notice.language)
    nlp = pipeline(notice.language)
    # A memory zone: what a notice adds to the vocabulary goes again, so that a million notices need
    # no more memory than one.
    with nlp.memory_zone():
        found = list(run(nlp, passages(notice, lexicon, gazetteer(notice.language))))
        return assemble(notice, found, lexicon)
