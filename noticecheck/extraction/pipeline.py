"""The spaCy pipeline: scan, mentions, roles, statements, over candidate passages only.

A blank pipeline with components of our own; no model is downloaded. Each component reads what the
one before it left on `Doc._.passage`, so that a user can take one out, put one in, or look at
`doc.spans` (`mentions`, `statements`; see `annotate`) with displaCy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import registry
from spacy.vocab import Vocab

from noticecheck.extraction.mentions import find_places
from noticecheck.extraction.passage import Passage
from noticecheck.extraction.roles import try_rules
from noticecheck.extraction.statements import judge
from noticecheck.language import Lexicon, load, schema
from noticecheck.places import Gazetteer, gazetteer

_SENTENCE_RULES = (
    schema.Role,
    schema.Feature,
    schema.Open,
    schema.SafeguardRule,
    schema.Information,
    schema.LanguageVersion,
)
_WORDS = re.compile(r"\w+(?:['.-]\w+)*|[^\w\s]")
# Where words are not parted by spaces a run of one script is the unit that scopes are counted in.
_RUNS = re.compile(r"[\u3040-\u309f]+|[\u30a0-\u30ff]+|[\u3400-\u9fff々]+|[A-Za-z0-9]+|\s+|.", re.DOTALL)

for _owner, _names in (
    (Doc, ("passage",)),
    (Span, ("code", "role", "rule", "cue", "place")),
):
    for _name in _names:
        if not _owner.has_extension(_name):
            _owner.set_extension(_name, default=None)


class PassageTokenizer:
    """Splits a passage into tokens by a pattern, keeping every character."""

    def __init__(self, vocab: Vocab, pattern: re.Pattern[str]) -> None:
        self.vocab = vocab
        self._pattern = pattern

    def __call__(self, text: str) -> Doc:
        """The tokens of a text."""
        words: list[str] = []
        spaces: list[bool] = []
        at = 0
        for match in self._pattern.finditer(text):
            if match.start() > at:
                gap = text[at : match.start()]
                if words and gap == " ":
                    spaces[-1] = True
                else:
                    words.append(gap)
                    spaces.append(False)
            words.append(match.group())
            spaces.append(False)
            at = match.end()
        if at < len(text):
            words.append(text[at:])
            spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def to_bytes(self, **kwargs: object) -> bytes:
        """Nothing: spaCy asks for the state, and there is none beyond the pattern."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: object) -> PassageTokenizer:
        """The tokenizer as it is."""
        return self


@registry.tokenizers("noticecheck.passages.v1")  # type: ignore[untyped-decorator]  # spaCy's is not typed
def create_tokenizer(spaced: bool) -> Callable[[Language], PassageTokenizer]:
    """A tokenizer for languages with (`spaced`) or without spaces between words."""
    return lambda nlp: PassageTokenizer(nlp.vocab, _WORDS if spaced else _RUNS)


class _Component:
    """A pipeline component bound to one language's data."""

    def __init__(self, lexicon: str) -> None:
        self.lexicon: Lexicon = load(lexicon)


@Language.factory("noticecheck_scan", default_config={"lexicon": "en"})
def create_scan(nlp: Language, name: str, lexicon: str) -> Scan:
    """The component `noticecheck_scan` for the language `lexicon`."""
    return Scan(lexicon)


class Scan(_Component):
    """Finds the lexicon's words in the passage: what is not here is not tried later."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the passage's words and its tokens' ends."""
        passage: Passage = doc._.passage
        passage.words = list(self.lexicon.words_in(passage.low))
        passage.token_ends = [token.idx + len(token) for token in doc]
        return doc


@Language.factory("noticecheck_mentions", default_config={"lexicon": "en"})
def create_mentions(nlp: Language, name: str, lexicon: str) -> Mentions:
    """The component `noticecheck_mentions` for the language `lexicon`."""
    return Mentions(lexicon)


class Mentions(_Component):
    """Finds place names, and groups of countries that are described by words."""

    def __init__(self, lexicon: str) -> None:
        super().__init__(lexicon)
        self.gazetteer: Gazetteer = gazetteer(lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """Fill the passage's places."""
        find_places(doc._.passage, self.lexicon, self.gazetteer)
        return doc


@Language.factory("noticecheck_roles", default_config={"lexicon": "en"})
def create_roles(nlp: Language, name: str, lexicon: str) -> Roles:
    """The component `noticecheck_roles` for the language `lexicon`."""
    return Roles(lexicon)


class Roles(_Component):
    """Tries the rules on the passage and gives each place its role."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the passage's matches and features, and its places' roles."""
        try_rules(doc._.passage, self.lexicon, _SENTENCE_RULES)
        return doc


@Language.factory("noticecheck_statements", default_config={"lexicon": "en"})
def create_statements(nlp: Language, name: str, lexicon: str) -> Statements:
    """The component `noticecheck_statements` for the language `lexicon`."""
    return Statements(lexicon)


class Statements(_Component):
    """Decides whether the passage is a transfer statement."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill the passage's statement."""
        judge(doc._.passage, self.lexicon)
        return doc


@cache
def pipeline(language: str) -> Language:
    """The pipeline for a language, built once a process. Raises `UnsupportedLanguageError`."""
    lexicon = load(language)
    # "xx" (no language in particular): everything that is particular stands in the lexicon, and the
    # language classes of spaCy bring tokenizers that need more packages (Japanese, Chinese, Korean).
    nlp = spacy.blank(
        "xx",
        config={"nlp": {"tokenizer": {"@tokenizers": "noticecheck.passages.v1", "spaced": lexicon.spaced}}},
    )
    # Nothing here asks a token for its shape or its prefix; working them out for each new word costs more
    # than all the rest of tokenising.
    nlp.vocab.lex_attr_getters = {}  # type: ignore[attr-defined]  # missing from spaCy's stubs
    for name in ("noticecheck_scan", "noticecheck_mentions", "noticecheck_roles", "noticecheck_statements"):
        nlp.add_pipe(name, config={"lexicon": language}, validate=False)
    return nlp


def run(nlp: Language, passages: Iterable[Passage]) -> Iterator[Passage]:
    """Send passages through the pipeline; yields each with what the components filled in."""
    for passage in passages:
        doc = nlp.make_doc(passage.text)
        doc._.passage = passage
        for _, component in nlp.pipeline:
            doc = component(doc)
        yield passage


def annotate(doc: Doc) -> Doc:
    """Put the passage's findings into `doc.spans`, to look at: `mentions` labelled by role, and
    `statements` by kind. A span holds whole tokens; `span._.place` is the name's own (start, end) in the
    document's text, which in Japanese may be part of a token."""
    passage: Passage = doc._.passage
    mentions: list[Span] = []
    for place in passage.places:
        span = doc.char_span(place.start, place.end, label=place.role or "other", alignment_mode="expand")
        assert span is not None  # expanded to whole tokens, every stretch of the text is a span
        span._.code, span._.role, span._.rule, span._.cue = place.code, place.role, place.rule, place.cue
        span._.place = (place.start, place.end)
        mentions.append(span)
    doc.spans["mentions"] = mentions
    kind = passage.statement[0] if passage.statement else None
    doc.spans["statements"] = [Span(doc, 0, len(doc), label=kind)] if kind else []
    return doc
