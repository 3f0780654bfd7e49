"""Place names of a passage."""

from __future__ import annotations

from noticecheck.extraction.matching import mask, match_rules
from noticecheck.extraction.passage import Passage, Place
from noticecheck.language import Lexicon, schema
from noticecheck.places import Gazetteer


def find_places(passage: Passage, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
    """Fill `passage.places`: names from the gazetteer, and groups of countries that the language
    describes by words (`countries with an adequacy decision`); and `passage.masked` after them."""
    names = [
        Place(h.start, h.end, h.code, h.kind == "bloc", region=h.kind == "cloud_region")
        for h in gazetteer.find(passage.text)
    ]
    passage.places = names
    passage.masked = mask(passage)
    described = [
        Place(m.start, m.end, m.rule.data.code, True, rule=m.rule.data.id)
        for m in match_rules(passage, lexicon, (schema.Bloc,))
        if isinstance(m.rule.data, schema.Bloc)
    ]
    if described:
        kept = [p for p in names if not any(d.start < p.end and p.start < d.end for d in described)]
        places = sorted((*kept, *described), key=lambda p: (p.start, -p.end))
        passage.places = [p for i, p in enumerate(places) if i == 0 or p.start >= places[i - 1].end]
        passage.masked = mask(passage)
    for cell, span in enumerate(passage.cells):
        for place in passage.places:
            if span.start <= place.start < span.end:
                place.cell = cell
