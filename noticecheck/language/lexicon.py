"""A language file made ready: patterns compiled, words indexed so that a rule is only tried where one
of its words stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from noticecheck.errors import DataFileError
from noticecheck.language import schema

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

#: A masked place: as many of these characters as the name has, so that positions hold.
COUNTRY_MASK = "\ue000"
BLOC_MASK = "\ue001"
REGION_MASK = "\ue002"  # a cloud provider's region: stands for its country, and is always a place of storage
MASKS = COUNTRY_MASK + BLOC_MASK + REGION_MASK

RuleData = (
    schema.Role
    | schema.Feature
    | schema.Open
    | schema.Bloc
    | schema.SafeguardRule
    | schema.Information
    | schema.LanguageVersion
)
#: Features that every passage can have without any rule of the language.
BUILT_IN_FEATURES = frozenset({"always", "destination", "lead", "negated", "origin", "place", "statement"})
_REFERENCE = re.compile(r"@([a-z_]+)")


class Pattern:
    """A pattern of a language file, compiled when it is first needed: most notices need few of them,
    and compiling all would take a third of the time of checking one."""

    __slots__ = ("_build", "_compiled")

    def __init__(self, build: Callable[[], re.Pattern[str]]) -> None:
        self._build = build
        self._compiled: re.Pattern[str] | None = None

    @property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern. Raises `DataFileError` with the path to it if it cannot be compiled."""
        if self._compiled is None:
            self._compiled = self._build()
        return self._compiled


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One rule. `data` is what the file says; `pattern` is None where the words alone decide. `stop` is
    what keeps a match from counting: a role's termination, a language version's own name."""

    data: RuleData
    pattern: Pattern | None
    stop: Pattern | None = None
    via: Pattern | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Everything that extraction asks of a language.

    `rules[rules_of[i]]` are the rules that the word i can set off; `candidate_automaton` finds the words
    that make a sentence worth a look without any place name; `before` holds the defaults' patterns.
    """

    language: schema.Language
    words: tuple[str, ...]
    rules: tuple[Rule, ...]
    rules_of: tuple[tuple[int, ...], ...]
    before: tuple[Pattern | None, ...]
    place_list: re.Pattern[str]
    sentence_end: re.Pattern[str]
    sentence_start: re.Pattern[str] | None
    automaton: AhoCorasick = field(repr=False)
    candidate_automaton: AhoCorasick = field(repr=False)

    @property
    def spaced(self) -> bool:
        """Whether the language puts spaces between words, so that words have boundaries to check."""
        return self.language.script == "words"

    def candidates_in(self, low: str) -> list[int]:
        """Where in `low`, a text in lower case, words stand that make a sentence worth a look."""
        found = self.candidate_automaton.find_matches_as_indexes(low)
        return [
            s for _, s, _ in found if not (self.spaced and s and low[s - 1].isalnum() and low[s].isalnum())
        ]

    def words_in(self, low: str) -> Iterator[tuple[int, int, int]]:
        """(word, start, end) of every word of the lexicon in `low`, a text in lower case; words that
        stand inside a longer word of a spaced language are left out at their start only, since a
        lexicon's words are stems."""
        for word, start, end in self.automaton.find_matches_as_indexes(low, overlapping=True):
            if self.spaced and start and low[start - 1].isalnum() and self.words[word][0].isalnum():
                continue
            yield word, start, end


def _expand(pattern: str, classes: dict[str, str], where: str, depth: int = 0) -> str:
    if depth > 8:
        raise DataFileError(f"{where}: classes refer to each other in a circle. Break the circle.")

    def insert(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in classes:
            raise DataFileError(
                f"{where}: no class {name!r} under [classes]. Define it, or correct the name."
            )
        return f"(?:{_expand(classes[name], classes, where, depth + 1)})"

    return _REFERENCE.sub(insert, pattern)


def _compile(patterns: list[str], classes: dict[str, str], wrap: str, where: str) -> re.Pattern[str]:
    expanded = "|".join(f"(?:{_expand(p, classes, where)})" for p in patterns)
    try:
        return re.compile(wrap.format(expanded))
    except re.error as error:
        raise DataFileError(f"{where}: not a regular expression: {error}. Correct the pattern.") from error


def _check_features(language: schema.Language, name: str) -> None:
    """A rule that asks for a feature which nothing gives would never fire: that is a mistake in the file."""
    known = {f.feature for f in language.features} | BUILT_IN_FEATURES
    tables: dict[str, Sequence[object]] = {
        "roles": language.roles,
        "defaults": language.defaults,
        "statements": language.statements,
        "open": language.open,
        "safeguards": language.safeguards,
        "information": language.information,
    }
    for table, items in tables.items():
        for i, rule in enumerate(items):
            for key in ("needs", "unless", "all", "any", "none"):
                for k, feature in enumerate(getattr(rule, key, ())):
                    if feature.split(":")[-1] not in known:
                        path = f"$.{table}[{i}].{key}[{k}]"
                        raise DataFileError(
                            f"{name}: {path}: no feature {feature!r}. Define it under [[features]]."
                        )
    for i, feature_rule in enumerate(language.features):
        for k, cancelled in enumerate(feature_rule.cancels):
            if cancelled not in known | {"open", "destination"}:
                path = f"$.features[{i}].cancels[{k}]"
                raise DataFileError(
                    f"{name}: {path}: no feature {cancelled!r}. Define it under [[features]]."
                )


def compile_lexicon(language: schema.Language, name: str, *, eager: bool = True) -> Lexicon:
    """The lexicon of a language file. Raises `DataFileError` with the path to what cannot be compiled:
    at once if `eager`, else when a rule is first tried (for files that the tests have compiled whole)."""
    from ahocorasick_rs import AhoCorasick

    classes = dict(language.classes)
    # A name is taken whole or not at all: trying its parts makes the work on a long list grow beyond reason.
    for key, masks in (
        ("place", MASKS),
        ("country", COUNTRY_MASK + REGION_MASK),
        ("bloc", BLOC_MASK),
        ("region", REGION_MASK),
    ):
        classes[key] = f"(?<![{masks}])[{masks}]++"
    classes["places"] = language.place_list
    tables: dict[str, Sequence[RuleData]] = {
        "roles": language.roles,
        "features": language.features,
        "open": language.open,
        "blocs": language.blocs,
        "safeguards": language.safeguards,
        "information": language.information,
        "versions": language.versions,
    }
    every: list[Pattern] = []

    def pattern(patterns: list[str], where: str, wrap: str = "{}") -> Pattern | None:
        if not any(patterns):
            return None
        every.append(Pattern(partial(_compile, patterns, classes, wrap, f"{name}: {where}")))
        return every[-1]

    words_apart = r"(?<!\w)(?:{})(?!\w)" if language.script == "words" else "{}"
    rules: list[Rule] = []
    by_word: dict[str, list[int]] = defaultdict(list)
    looks: set[str] = set()
    seen: dict[str, str] = {}
    for table, items in tables.items():
        for i, data in enumerate(items):
            where = f"$.{table}[{i}]"
            if data.id in seen:
                raise DataFileError(
                    f"{name}: {where}.id: {data.id!r} is the id of {seen[data.id]} already. Choose another."
                )
            seen[data.id] = where
            for k, word in enumerate(data.words):
                if word != word.lower():
                    raise DataFileError(
                        f"{name}: {where}.words[{k}]: {word!r} is not in lower case. Write it so."
                    )
                by_word[word].append(len(rules))
                if getattr(data, "candidate", isinstance(data, (schema.Bloc, schema.LanguageVersion))):
                    looks.add(word)
            stop = getattr(data, "own" if isinstance(data, schema.LanguageVersion) else "stop", "")
            via = getattr(data, "via", "")
            rules.append(
                Rule(
                    data,
                    pattern(data.patterns, f"{where}.patterns", words_apart),
                    pattern([stop], f"{where}.stop", words_apart),
                    pattern([via], f"{where}.via", words_apart),
                )
            )
    before = tuple(
        pattern([d.before], f"$.defaults[{i}].before", r"(?:{})\s*$") for i, d in enumerate(language.defaults)
    )
    if eager:
        for lazy in every:
            _ = lazy.regex
    words = tuple(sorted(by_word))
    _check_features(language, name)
    ends = language.sentences
    return Lexicon(
        language=language,
        words=words,
        rules=tuple(rules),
        rules_of=tuple(tuple(by_word[w]) for w in words),
        before=before,
        place_list=_compile(["@places"], classes, "{}", f"{name}: $.place_list"),
        sentence_end=_compile([ends.end], classes, "{}", f"{name}: $.sentences.end"),
        sentence_start=_compile([ends.start], classes, "{}", f"{name}: $.sentences.start")
        if ends.start
        else None,
        automaton=AhoCorasick(words),
        candidate_automaton=AhoCorasick(sorted(looks)),
    )
