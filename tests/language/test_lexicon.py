"""Language files: loaded whole, refused with the place of a mistake, and quick on any text."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from noticecheck.errors import DataFileError
from noticecheck.language import Lexicon, load, load_file, supported
from noticecheck.language.lexicon import BLOC_MASK, COUNTRY_MASK

FOLDER = Path(__file__).resolve().parents[2] / "noticecheck" / "language"
CODES = ("en", "ja")


@pytest.mark.parametrize("code", CODES)
def test_every_pattern_of_a_language_compiles(code: str) -> None:
    whole = load_file(FOLDER / f"{code}.toml")
    assert code in supported()
    assert [rule.data.id for rule in whole.rules] == [rule.data.id for rule in load(code).rules]


@pytest.mark.parametrize("code", CODES)
def test_every_rule_is_set_off_by_a_word(code: str) -> None:
    lexicon = load(code)
    set_off = {number for numbers in lexicon.rules_of for number in numbers}
    assert set_off == set(range(len(lexicon.rules)))


_SMALL = """
code = "xx"
name = "Test"
script = "words"
sources = ["written for this test"]
place_list = '@place(?:, @place)*'
[sentences]
end = '[.!?] +'
start = '[A-Z]'
abbreviations = ["e.g."]
[classes]
move = '(?:send|transfer)'
far = '(?:@move abroad)'
[[roles]]
id = "to"
role = "destination"
words = ["to"]
patterns = ['to @places']
needs = ["move"]
rank = 60
[[roles]]
id = "from"
role = "origin"
words = ["from"]
patterns = ['from']
direction = "forward"
scope = 3
stop = '@far'
unless = ["lead:move"]
[[defaults]]
id = "cell"
role = "destination"
where = "cell"
all = ["column:move"]
before = 'to'
[[features]]
id = "moves"
feature = "move"
words = ["send"]
patterns = ['@far']
candidate = true
[[features]]
id = "not"
feature = "deny"
words = ["not"]
cancels = ["move", "open"]
[[statements]]
id = "moved"
kind = "transfer"
all = ["move"]
any = ["place"]
none = ["deny"]
near = 9
[[open]]
id = "others"
strength = "strong"
words = ["other"]
needs = ["head:move"]
[[blocs]]
id = "adequate"
code = "ADEQUATE"
words = ["adequate"]
patterns = ['adequate lands']
[[safeguards]]
id = "scc"
code = "SCC"
words = ["clauses"]
needs = ["statement"]
[[information]]
id = "law"
key = "destination_law"
words = ["system"]
[[versions]]
id = "version"
words = ["version"]
patterns = ['version for @place']
own = "English"
"""

# What is written, what a mistake makes of it, and the path that the message names.
MISTAKES = [
    ('name = "Test"', 'name = "Test"\nnmae = "x"', "nmae"),
    ('rank = 60', 'rnak = 60', "$.roles[0]"),
    ('candidate = true', 'candidates = true', "$.features[0]"),
    ('near = 9', 'nearby = 9', "$.statements[0]"),
    ('abbreviations = ', 'abbreviation = ', "$.sentences"),
    ('strength = "strong"', 'strength = "strong"\nrank = 1', "$.open[0]"),
    ('code = "xx"', 'code = "XX"', "$.code"),
    ('script = "words"', 'script = "letters"', "$.script"),
    ('sources = ["written for this test"]', '', "sources"),
    ('sources = ["written for this test"]', 'sources = "a"', "$.sources"),
    ('role = "origin"', 'role = "source"', "$.roles[1].role"),
    ('direction = "forward"', 'direction = "onward"', "$.roles[1].direction"),
    ('where = "cell"', 'where = "column"', "$.defaults[0].where"),
    ('kind = "transfer"', 'kind = "move"', "$.statements[0].kind"),
    ('strength = "strong"', 'strength = "certain"', "$.open[0].strength"),
    ('code = "SCC"', 'code = "SCCS"', "$.safeguards[0].code"),
    ('key = "destination_law"', 'key = "law"', "$.information[0].key"),
    ('rank = 60', 'rank = 101', "$.roles[0].rank"),
    ('rank = 60', 'rank = -1', "$.roles[0].rank"),
    ('rank = 60', 'rank = "high"', "$.roles[0].rank"),
    ('scope = 3', 'scope = 61', "$.roles[1].scope"),
    ('near = 9', 'near = 201', "$.statements[0].near"),
    ('candidate = true', 'candidate = "yes"', "$.features[0].candidate"),
    ('id = "moves"', 'id = "Moves it"', "$.features[0].id"),
    ('id = "scc"', 'id = ""', "$.safeguards[0].id"),
    ('words = ["clauses"]', 'words = []', "$.safeguards[0].words"),
    ('words = ["clauses"]', 'words = [""]', "$.safeguards[0].words"),
    ('words = ["clauses"]', '', "words"),
    ("patterns = ['to @places']", 'patterns = []', "$.roles[0].patterns"),
    ("patterns = ['to @places']", "patterns = ['to (@places']", "$.roles[0].patterns"),
    ("patterns = ['@far']", "patterns = ['[a-']", "$.features[0].patterns"),
    ("patterns = ['version for @place']", "patterns = ['*']", "$.versions[0].patterns"),
    ("stop = '@far'", "stop = '(?P<x'", "$.roles[1].stop"),
    ("scope = 3", "scope = 3\nvia = 'a{2,1}'", "$.roles[1].via"),
    ("before = 'to'", "before = '('", "$.defaults[0].before"),
    ("end = '[.!?] +'", "end = '[.!?'", "$.sentences.end"),
    ("start = '[A-Z]'", "start = '(?'", "$.sentences.start"),
    ("place_list = '@place(?:, @place)*'", "place_list = '(@place'", "$."),
    ("patterns = ['to @places']", "patterns = ['to @towns']", "$.roles[0].patterns"),
    ("stop = '@far'", "stop = '@near'", "$.roles[1].stop"),
    ("move = '(?:send|transfer)'", "move = '(?:send|@far)'", "$.roles[1].stop"),
    ("place_list = '@place(?:, @place)*'", "place_list = '@places'", "$."),
    ('needs = ["move"]', 'needs = ["mvoe"]', "$.roles[0].needs[0]"),
    ('unless = ["lead:move"]', 'unless = ["move", "lead:mvoe"]', "$.roles[1].unless[1]"),
    ('all = ["column:move"]', 'all = ["column:tool"]', "$.defaults[0].all[0]"),
    ('all = ["move"]', 'all = ["moved"]', "$.statements[0].all[0]"),
    ('any = ["place"]', 'any = ["palce"]', "$.statements[0].any[0]"),
    ('none = ["deny"]', 'none = ["denial"]', "$.statements[0].none[0]"),
    ('needs = ["head:move"]', 'needs = ["head:others"]', "$.open[0].needs[0]"),
    ('needs = ["statement"]', 'needs = ["statements"]', "$.safeguards[0].needs[0]"),
    ('cancels = ["move", "open"]', 'cancels = ["move", "opens"]', "$.features[1].cancels[1]"),
    ('id = "scc"', 'id = "to"', "$.safeguards[0].id"),
    ('id = "from"', 'id = "to"', "$.roles[1].id"),
    ('words = ["other"]', 'words = ["Other"]', "$.open[0].words[0]"),
    ('words = ["system"]', 'words = ["system", "Law"]', "$.information[0].words[1]"),
    ('[[blocs]]', '[[blocks]]', "blocks"),
    ('[[open]]', '[[open]', "mine.toml"),
]  # fmt: skip


def _load(text: str, folder: Path) -> Lexicon:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return load_file(path)


def test_a_users_own_file_is_loaded(tmp_path: Path) -> None:
    lexicon = _load(_SMALL, tmp_path)
    low = "do not send it to them, said the nottable cannot"
    assert [lexicon.words[word] for word, _, _ in lexicon.words_in(low)] == ["not", "send", "to", "not"]


@pytest.mark.parametrize(("written", "mistake", "path"), MISTAKES, ids=lambda value: repr(value)[:40])
def test_a_mistake_is_refused_with_its_place(written: str, mistake: str, path: str, tmp_path: Path) -> None:
    assert written in _SMALL
    with pytest.raises(DataFileError) as caught:
        _load(_SMALL.replace(written, mistake, 1), tmp_path)
    assert str(tmp_path / "mine.toml") in str(caught.value)
    assert path in str(caught.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b"name = '\xff\xfe'")
    with pytest.raises(DataFileError, match=r"mine\.toml"):
        load_file(path)


# Long enough to tell linear from quadratic growth, short enough for all patterns to be tried.
_SHORT, _LONG = 500, 4_000
_FASTEST_THAT_COUNTS = 0.01


def _texts(code: str, length: int) -> list[str]:
    """Texts of one thing repeated, which patterns that try everything in several ways are slow on."""
    country, bloc = COUNTRY_MASK * 4, BLOC_MASK * 2
    units = {
        "en": [
            *("we ", "transfer data to ", f"{country}, ", f"{country} and the ", f"outside {bloc} ", "1 "),
            *("or other countries, ", "you are not in ", "(", "a", " ", "the laws of ", "and the "),
        ],
        "ja": [
            *(
                "当社は",
                "個人データを",
                f"{country}、",
                f"{country}及び",
                f"{bloc}外の",
                "外国にある第三者",
                "1",
            ),
            *("に提供し", "（", "ア", " ", "の法令", "及び"),
        ],
    }[code]
    mixed = "".join(unit * 3 for unit in units)
    return [(unit * length)[:length] for unit in (*units, mixed)]


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - start


def _patterns(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    found = {"place_list": lexicon.place_list, "sentences.end": lexicon.sentence_end}
    for rule in lexicon.rules:
        for key, lazy in (("patterns", rule.pattern), ("stop", rule.stop), ("via", rule.via)):
            if lazy is not None:
                found[f"{rule.data.id}: {key}"] = lazy.regex
    return found


@pytest.mark.parametrize("code", CODES)
def test_no_pattern_takes_much_longer_on_longer_texts(code: str) -> None:
    slow = []
    for name, pattern in _patterns(load(code)).items():
        for sample, short, long in zip(
            _texts(code, 100), _texts(code, _SHORT), _texts(code, _LONG), strict=True
        ):
            # Growth without bound would show at a hundred characters, and must not stop the test.
            if _seconds(pattern, sample) > _FASTEST_THAT_COUNTS:
                slow.append(f"{name}: slow on {sample[:40]!r}")
            elif (took := min(_seconds(pattern, long) for _ in range(2))) > _FASTEST_THAT_COUNTS:
                growth = took / max(min(_seconds(pattern, short) for _ in range(3)), 1e-5)
                # Eight times the text: about 8 for a linear pattern, 64 for a quadratic one.
                if growth > 32:
                    slow.append(f"{name}: {growth:.0f} times as long on {sample[:40]!r}")
    assert slow == []
