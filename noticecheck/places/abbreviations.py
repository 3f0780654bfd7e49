"""One-character names of countries (米, 英, 独), which are names only in company."""

from __future__ import annotations

import re

from noticecheck.places.hit import Hit
from noticecheck.places.tables import Abbreviations

_HAN = "一-鿿々"


class AbbreviationFinder:
    """Finds the one-character names of one language."""

    def __init__(self, table: Abbreviations) -> None:
        self._meaning = {key: (code, "country") for key, code in table.codes.items()}
        self._meaning |= {key: (code, "bloc") for key, code in table.blocs.items()}
        self._not_around = table.not_around
        letters = "".join(self._meaning)
        ends = rf"(?:(?=[{re.escape(table.around)}])|(?![{_HAN}]))"
        # Run together: three or more, or a listed pair.
        self._compound = re.compile(rf"(?<![{_HAN}])(?:[{letters}]{{3,}}|{'|'.join(table.pairs)}){ends}")
        self._single = re.compile(rf"(?<![{_HAN}])[{_HAN}]{ends}")
        self._alone = re.compile(rf"(?<=[(\[])[{table.alone}](?=[)\]])")
        words = "|".join(map(re.escape, table.joins))
        self._join = re.compile(rf" *(?:[{re.escape(table.separators)}]|{words}) *")
        self._any = re.compile(rf"[{letters}]")

    def add(self, text: str, hits: list[Hit]) -> list[Hit]:
        """Returns `hits` together with the one-character names of the text, in text order."""
        if not self._any.search(text):
            return hits
        taken = [(hit.start, hit.end) for hit in hits]
        spans = {match.span() for match in self._alone.finditer(text)}
        spans |= {(at, at + 1) for match in self._compound.finditer(text) for at in range(*match.span())}
        spans |= set(self._listed(text, taken))
        free = [span for span in spans if not any(start < span[1] and span[0] < end for start, end in taken)]
        return sorted([*hits, *(Hit(start, end, *self._meaning[text[start]]) for start, end in free)])

    def _listed(self, text: str, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Returns the members of lists: each is joined by a separator to another one, or to a longer name."""
        names = set(taken)
        chains: list[list[tuple[int, int]]] = []
        for item in sorted(names | {match.span() for match in self._single.finditer(text)}):
            if chains and self._join.fullmatch(text, chains[-1][-1][1], item[0]):
                chains[-1].append(item)
            else:
                chains.append([item])
        found: list[tuple[int, int]] = []
        for chain in chains:
            added = [item for item in chain if item not in names]
            # Days of the week, sizes and school subjects are lists of single characters, too.
            if len(chain) < 2 or any(text[start] not in self._meaning for start, _ in added):
                continue
            before = text[max(0, chain[0][0] - 10) : chain[0][0]].rstrip("(「 ")
            after = text[chain[-1][1] : chain[-1][1] + 10].lstrip(")」 ")
            if before.endswith(self._not_around) or after.startswith(self._not_around):
                continue
            found += added
        return found
