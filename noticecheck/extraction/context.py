"""What the headings, the lead-in and the column headers say about a passage."""

from __future__ import annotations

from noticecheck.extraction.mentions import find_places
from noticecheck.extraction.passage import Context, Passage
from noticecheck.extraction.roles import try_rules
from noticecheck.extraction.sentences import sentences
from noticecheck.language import Lexicon, schema
from noticecheck.notice import Notice, Span
from noticecheck.places import Gazetteer
from noticecheck.view import lower, view

_NOTHING = Context()


class Contexts:
    """The contexts of a notice's blocks, worked out once for each heading, lead-in and header."""

    def __init__(self, notice: Notice, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self._notice = notice
        self._lexicon = lexicon
        self._gazetteer = gazetteer
        self._read: dict[tuple[int, int, bool], tuple[frozenset[str], tuple[str, ...]]] = {}

    def of(self, index: int) -> Context:
        """The context of the block with this index."""
        block = self._notice.blocks[index]
        features: set[str] = set()
        readers: tuple[str, ...] = ()
        for heading in block.headings:
            found, addressed = self._features(Span(*self._bounds(heading)))
            features |= {f"heads:{name}" for name in found}
            if heading == block.headings[-1]:
                features |= {f"head:{name}" for name in found}
            readers = addressed or readers
        if block.lead_in is not None:
            features.add("lead")
        lead, seen = block.lead_in, 0
        while lead is not None and seen < 4:  # a list in a list in a list: the outermost lead-in counts too
            found, addressed = self._features(Span(*self._bounds(lead)), last=True)
            features |= {f"lead:{name}" for name in found}
            readers = addressed or readers
            lead, seen = self._notice.blocks[lead].lead_in, seen + 1
        columns = tuple(frozenset(f"column:{n}" for n in self._features(cell)[0]) for cell in block.header)
        for column in columns:
            features |= {name.replace("column:", "row:") for name in column}
        if not features and not columns and not readers:
            return _NOTHING
        return Context(frozenset(features), columns, readers)

    def _bounds(self, index: int) -> tuple[int, int]:
        block = self._notice.blocks[index]
        return block.start, block.end

    def _features(self, span: Span, *, last: bool = False) -> tuple[frozenset[str], tuple[str, ...]]:
        """Features of a stretch of the notice, and the readers it addresses; of its last sentence only
        if `last`: a long paragraph introduces a list with its end."""
        key = (*span, last)
        if key not in self._read:
            clean = view(self._notice.text, *span, markdown=self._notice.markup == "markdown")
            start, end = 0, len(clean.text)
            if last:
                *_, (start, end) = [(0, 0), *sentences(clean.text, self._lexicon)]
            text = clean.text[start:end]
            passage = Passage(-1, clean, start, text, lower(text), "heading", _NOTHING)
            passage.words = list(self._lexicon.words_in(passage.low))
            find_places(passage, self._lexicon, self._gazetteer)
            try_rules(passage, self._lexicon, (schema.Feature, schema.Role))
            readers = tuple(p.code for p in passage.places if p.role == "user_location" and p.scopes)
            names = set(passage.features) | {"place" for _ in passage.places[:1]}
            names |= {"destination" for p in passage.places if p.role == "destination"}
            self._read[key] = frozenset(names), readers
        return self._read[key]
