"""The spaCy pipeline: its parts, what it looks at, and what holds for any notice."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from noticecheck.extraction import Extraction, Mention, Safeguard, Statement, extract, pipeline
from noticecheck.extraction.candidates import passages
from noticecheck.language import load
from noticecheck.notice import Notice
from noticecheck.places import gazetteer
from noticecheck.reading import read_text

COMPONENTS = ["noticecheck_scan", "noticecheck_mentions", "noticecheck_roles", "noticecheck_statements"]
#: Rules that no language file holds: nothing gave a role, a heading that announces, "there".
BUILT_IN_RULES = {"no-cue", "heading", "back-reference"}

ENGLISH = [
    "We store your personal data on servers in Canada.",
    "Your personal data may be transferred to our group companies in Peru, Kenya and other countries.",
    "If you live in France, you can write to us. We do not transfer your data outside Switzerland.",
    "Our support team in Manila, Philippines, can access your account details.",
    "We rely on standard contractual clauses when we send personal data to India.",
    "Our company is governed by the laws of Norway.",
    "We send your personal data to countries outside the EEA.",
]
JAPANESE = [
    "当社は、お客様の個人データを韓国及びベトナムにある委託先に提供します。",
    "個人情報は、海外にある第三者に提供されることがあります。",
    "当社は、米国のクラウドサービスのサーバーに個人データを保存しています。",
]
OTHER = [
    "We use cookies to remember the lamps that you looked at.",
    "You can ask us for a copy of what we hold at any time.",
    "Ask a colleague if the form does not work.",
]


def _read(text: str, language: str = "en") -> Notice:
    return read_text(text, language=language)


def _docs(text: str, language: str = "en") -> Iterator[Doc]:
    nlp, notice = pipeline.pipeline(language), _read(text, language)
    for passage in passages(notice, load(language), gazetteer(language)):
        doc = nlp.make_doc(passage.text)
        doc._.passage = passage
        for _, component in nlp.pipeline:
            doc = component(doc)
        yield doc


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_order(language: str) -> None:
    assert pipeline.pipeline(language).pipe_names == COMPONENTS
    assert pipeline.pipeline(language) is pipeline.pipeline(language)


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_component_is_needed(name: str) -> None:
    for texts, language in ((ENGLISH, "en"), (JAPANESE, "ja")):
        notice = _read("\n\n".join(texts), language)
        whole = extract(notice)
        with pipeline.pipeline(language).select_pipes(disable=[name]):
            without = extract(notice)
        assert without != whole
        assert extract(notice) == whole


@pytest.mark.parametrize("name", COMPONENTS)
def test_components_are_spacys_own_kind(name: str) -> None:
    # Registering the same function again is what happens when a notebook reloads the module.
    function = getattr(pipeline, name.replace("noticecheck", "create"))
    Language.factory(name, default_config={"lexicon": "en"}, func=function)
    assert Language.has_factory(name)
    assert pipeline.pipeline("en").get_pipe_config(name)["lexicon"] == "en"


@pytest.mark.parametrize(("texts", "language"), [(ENGLISH, "en"), (JAPANESE, "ja")])
def test_annotated_documents_show_the_mentions(texts: list[str], language: str) -> None:
    text = "\n\n".join(texts)
    shown = []
    kinds = []
    for doc in map(pipeline.annotate, _docs(text, language)):
        passage = doc._.passage
        for span in doc.spans["mentions"]:
            assert span.start_char <= span._.place[0] < span._.place[1] <= span.end_char
            place = passage.span(*span._.place)
            shown.append((*place, span._.code, span.label_, span._.role, span._.rule))
        kinds += [span.label_ for span in doc.spans["statements"]]
    found = extract(_read(text, language))
    assert shown == [(m.start, m.end, m.code, m.role, m.role, m.rule) for m in found.mentions]
    assert kinds == [statement.kind for statement in found.statements]


@pytest.mark.parametrize("language", ["en", "ja"])
@given(text=st.text(max_size=60))
def test_tokens_keep_every_character(language: str, text: str) -> None:
    nlp = pipeline.pipeline(language)
    with nlp.memory_zone():
        assert nlp.make_doc(text.replace("\ufffd", "")).text == text.replace("\ufffd", "")


@contextmanager
def _tokenised(language: str) -> Iterator[list[str]]:
    """The texts that the real tokenizer is given meanwhile."""
    nlp, texts = pipeline.pipeline(language), list[str]()
    real = nlp.tokenizer

    def spy(text: str) -> Doc:
        texts.append(text)
        return real(text)

    nlp.tokenizer = spy
    try:
        yield texts
    finally:
        nlp.tokenizer = real


def test_only_candidates_are_tokenised() -> None:
    dull = "We wrote this page with care and we hope that it is easy to read. " * 5 + "\n\n"
    dull *= 1_000_000 // len(dull) + 1
    with _tokenised("en") as texts:
        assert extract(_read(dull)) == Extraction("en")
    assert texts == []
    with _tokenised("en") as texts:
        found = extract(_read(dull + ENGLISH[0] + "\n\n" + dull))
    assert [statement.text for statement in found] == [ENGLISH[0]]
    assert texts == [ENGLISH[0]]


def _digest() -> str:
    results = [
        extract(_read("\n\n".join(texts), code)) for texts, code in ((ENGLISH, "en"), (JAPANESE, "ja"))
    ]
    return hashlib.sha256(repr(results).encode()).hexdigest()


def test_the_same_in_every_process() -> None:
    code = "from tests.extraction.test_pipeline import _digest; print(_digest())"
    path = os.pathsep.join(filter(None, sys.path))
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        ).stdout.strip()
        for seed in ("0", "1", "4242")
    }
    assert digests == {_digest()}


def test_a_notices_words_leave_with_it() -> None:
    nlp = pipeline.pipeline("en")
    extract(_read(ENGLISH[0]))
    before = sum(1 for _ in nlp.vocab), len(nlp.vocab.strings)
    for i in range(300):
        found = extract(_read(f"Quibber{i} stores your personal data with Zamblo{i} on servers in Canada."))
        assert len(found) == 1
    after = sum(1 for _ in nlp.vocab), len(nlp.vocab.strings)
    assert after == before


def _ids(language: str) -> set[str]:
    data = load(language).language
    tables = (data.roles, data.defaults, data.features, data.statements, data.open, data.blocs,
              data.safeguards, data.information, data.versions)  # fmt: skip
    return {rule.id for table in tables for rule in table}


@pytest.mark.parametrize(("texts", "language"), [(ENGLISH, "en"), (JAPANESE, "ja")])
def test_it_explains_itself(texts: list[str], language: str) -> None:
    notice = _read("# About places\n\n" + "\n\n".join(texts), language)
    found = extract(notice)
    known = _ids(language) | BUILT_IN_RULES
    blocks = [(block.start, block.end) for block in notice.blocks]
    assert found.mentions
    assert found.statements
    both: list[Mention | Statement] = [*found.mentions, *found.statements]
    for one in both:
        assert one.rule in known
        if one.cue is not None:
            (own,) = [(start, end) for start, end in blocks if start <= one.start < end]
            assert own[0] <= one.cue.start < one.cue.end <= own[1]
    assert {safeguard.rule for safeguard in found.safeguards} <= known


phrases = st.lists(st.sampled_from([*ENGLISH, *OTHER]), min_size=1, max_size=6, unique=True)


def _quotes(notice: Notice, found: Extraction) -> Iterator[tuple[str, str]]:
    every: list[Statement | Mention | Safeguard] = [*found.statements, *found.mentions, *found.safeguards]
    for one in every:
        yield notice.text[one.start : one.end], one.text


@given(texts=phrases, odd=st.sampled_from(["", "\u00ad", "\u200b", "\ufeff", "\u3000", "**", "e\u0301"]))
def test_quotes_are_exact(texts: list[str], odd: str) -> None:
    notice = _read(f"{odd}\n\n".join(text.replace(" in ", f" in {odd}") for text in texts))
    found = extract(notice)
    for quoted, text in _quotes(notice, found):
        assert quoted == text
    for mention in found.mentions:
        if mention.statement is not None:
            statement = found.statements[mention.statement]
            assert statement.start <= mention.start < mention.end <= statement.end


def _shape(found: Extraction, moved: int = 0, after: int = 0) -> list[tuple[object, ...]]:
    """What was found, with offsets from `after` on moved back by `moved`."""

    def back(at: int) -> int:
        return at - moved if at >= after else at

    statements = [
        (back(s.start), back(s.end), s.kind, s.rule, s.destinations, s.blocs) for s in found.statements
    ]
    mentions = [(back(m.start), back(m.end), m.code, m.role, m.rule, m.statement) for m in found.mentions]
    safeguards = [(back(s.start), back(s.end), s.code) for s in found.safeguards]
    return [*statements, *mentions, *safeguards, (found.open_ended,)]


@given(texts=phrases, extra=st.sampled_from(OTHER), where=st.integers(0, 6))
def test_an_unrelated_paragraph_only_moves_the_offsets(texts: list[str], extra: str, where: int) -> None:
    head, tail = texts[:where], texts[where:]
    with_extra = "\n\n".join([*head, extra, *tail])
    after = sum(len(text) + 2 for text in head)
    alone, more = extract(_read("\n\n".join(texts))), extract(_read(with_extra))
    assert _shape(more, len(extra) + 2, after) == _shape(alone)


@given(texts=st.lists(st.sampled_from(ENGLISH), min_size=1, max_size=4, unique=True))
def test_markup_changes_no_destination(texts: list[str]) -> None:
    from noticecheck.reading import read

    plain = extract(_read("\n\n".join(texts)))
    items = extract(_read("# Privacy\n\n" + "\n".join(f"- **{text}**" for text in texts)))
    html = "".join(f"<p>{text}</p>" for text in texts)
    page = f"<html lang=en><head><title>Privacy</title></head><body><main>{html}</main></body></html>"
    served = extract(read(page.encode(), media_type="text/html", language="en"))
    for other in (items, served):
        assert [s.destinations for s in other] == [s.destinations for s in plain]
        assert [s.blocs for s in other] == [s.blocs for s in plain]
