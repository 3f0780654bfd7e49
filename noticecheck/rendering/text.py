"""The answer to `check` for people at a terminal: warnings, one sentence, the words, the laws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from noticecheck.notice import Span
from noticecheck.rendering.quote import around, printable, shortened
from noticecheck.rendering.style import Style
from noticecheck.rendering.width import wrap

if TYPE_CHECKING:
    from noticecheck.extraction.model import Mention, Statement
    from noticecheck.report import Bloc, Destination, Report
    from noticecheck.scoring.assessment import Assessment, Finding

_COLOURS = {"NAMED": "green", "PARTIAL": "yellow", "UNNAMED": "red", "DENIED": "cyan", "SILENT": "dim"}
_DATE_FROM = {
    "option": "the date asked for",
    "commit": "the date of the commit",
    "capture": "the date of the capture",
    "record": "the date in the corpus",
    "notice": "the notice's own date",
    "laws": "the date of the law data",
}
_VERDICTS = {
    "not_in_force": "not in force on this date",
    "no_duty": "does not ask that the country be named",
    "no_transfer_stated": "no transfer abroad is stated",
    "names_destinations": "the notice names the countries",
    "names_some": "the notice names some, and leaves others open",
    "names_none": "the notice names no country",
}
_STATUS = {
    "shown": "shown",
    "partly": "partly",
    "not_shown": "not shown",
    "not_applicable": "does not apply",
    "cannot_tell": "cannot tell",
}
_MOST_QUOTES = 8
_QUOTE_COLUMNS = 180
# A warning rests on the whole of its words, links and all.
_WARNING_COLUMNS = 600


def render(report: Report, style: Style) -> str:
    """The whole answer for a report without an error, ending in a line end.

    Quotes are the notice's own words, line ends as spaces, shortened with "…"; where there are no colours,
    the words that count stand in «».
    """
    sections = [
        _head(report, style),
        *([warnings] if (warnings := _warnings(report, style)) else []),
        _verdict(report, style),
        _places("Named abroad", [p for p in report.destinations if p.counts], report, style),
        _places("Groups of countries named instead", [b for b in report.blocs if b.counts], report, style),
        _passages("Left open", _open(report), report, style),
        _places("At home for the reader", [p for p in _all(report) if p.domestic], report, style),
        _places(
            "Named for other readers only",
            [p for p in _all(report) if not p.counts and not p.domestic],
            report,
            style,
        ),
        _passages("Denied", [s for s in report.statements if s.kind == "denial"], report, style),
        *(_assessment(one, report, style) for one in report.assessments),
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def _head(report: Report, style: Style) -> str:
    reader = "no reader in particular" if report.reader is None else f"reader {report.reader}"
    if "reader" in report.defaults:
        reader += f" (the default for {report.language})"
    source = _DATE_FROM.get(report.source.date_from or "", "")
    about = f"language {report.language}, {reader}, judged on {report.on} ({source})"
    return style.mark(printable(report.id), "bold") + "\n" + style.mark(wrap(about, style.columns), "dim")


def _warnings(report: Report, style: Style) -> str:
    lines = []
    for warning in report.warnings:
        lines.append(style.mark(wrap(warning.message, style.columns, first="! ", rest="  "), "yellow"))
        lines += [_quote(report, span, style, _WARNING_COLUMNS) for span in warning.evidence[:2]]
    return "\n".join(lines)


def _verdict(report: Report, style: Style) -> str:
    verdict = report.disclosure or ""
    sentence = wrap(_sentence(report), style.columns, first=f"{verdict}: ", rest="  ")
    return sentence.replace(verdict, style.mark(verdict, "bold", _COLOURS.get(verdict, "dim")), 1)


def _sentence(report: Report) -> str:
    """The disclosure for the reader in one sentence."""
    reader = "" if report.reader is None else f" For a reader in {_country(report.reader)}."
    countries = [place.name for place in report.destinations if place.counts]
    blocs = [bloc.name for bloc in report.blocs if bloc.counts]
    home = any(place.domestic for place in _all(report))
    match report.disclosure:
        case "NAMED":
            text = f"data is or may be abroad, and the notice names where: {_listed([*countries, *blocs])}."
        case "PARTIAL" if countries:
            text = (
                f"the notice names {_listed([*countries, *blocs])}, "
                "and says that data is or may be in places that it does not name."
            )
        case "PARTIAL":
            text = f"data is or may be abroad; the notice names no country, only {_listed(blocs)}."
        case "UNNAMED":
            other = "other " if home else ""
            text = f"data is or may be abroad, and the notice names no {other}country."
        case "DENIED":
            text = "the notice says that data does not go abroad."
        case _:
            text = "the notice says nothing of data being abroad."
    return text + reader


def _country(code: str) -> str:
    from noticecheck.places import name_of

    return name_of(code)


def _listed(names: Sequence[str]) -> str:
    if len(names) <= 1:
        return "".join(names)
    return f"{'; '.join(names[:-1])} and {names[-1]}" if any("," in n for n in names) else _with_commas(names)


def _with_commas(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _all(report: Report) -> list[Destination | Bloc]:
    return [*report.destinations, *report.blocs]


def _places(title: str, places: Sequence[Destination | Bloc], report: Report, style: Style) -> str:
    if not places:
        return ""
    lines = [style.mark(f"{title} ({len(places)})", "bold")]
    for place in places:
        notes = [place.name]
        if place.scope is not None:
            notes.append(f"for readers in {', '.join(place.scope)}")
        if len(place.mentions) > 1:
            notes.append(f"{len(place.mentions)} mentions")
        lines.append(wrap("; ".join(notes), style.columns, first=f"  {place.code}  ", rest="      "))
        lines.append(_mention(report, place.mentions[0], style))
    return "\n".join(lines)


def _mention(report: Report, mention: Mention, style: Style) -> str:
    return _in_context(report, Span(mention.start, mention.end), style)


def _in_context(report: Report, span: Span, style: Style) -> str:
    """A quote with the words around it, from the statement or block that it stands in."""
    text = _text(report)
    start, end = _passage_of(report, span)
    if (start, end) == tuple(span):
        return _quote(report, span, style)
    before, words, after = around(text, span[0], _word_end(text, span[1], end), within=(start, end))
    shown = wrap(f"{before}«{words}»{after}", style.columns, first='      "', rest="       ") + '"'
    if not style.colours:
        return shown
    return shown.replace(f"«{words}»", style.mark(words, "bold"), 1)


def _word_end(text: str, at: int, end: int) -> int:
    """`at`, or the end of the word that it cuts: a rule's words may be a stem."""
    while at < end and text[at].isalpha() and text[at - 1].isalpha() and text[at] < "\u0e00":
        at += 1
    return at


def _passage_of(report: Report, span: Span) -> tuple[int, int]:
    passages = [(one.start, one.end) for one in report.statements]
    if report.notice is not None:
        passages += [(one.start, one.end) for one in report.notice.blocks]
    around_it = (passage for passage in passages if passage[0] <= span[0] and span[1] <= passage[1])
    return next(around_it, (span[0], span[1]))


def _open(report: Report) -> Iterator[Statement | Span]:
    """What leaves places open, each passage once, for readers whom it concerns."""
    seen: set[tuple[int, int]] = set()
    if not report.open_ended:
        return
    spans: Iterable[Span] = report.open_ended_evidence or (
        Span(s.start, s.end) for s in report.statements if s.open_ended
    )
    for span in spans:
        if span not in seen:
            seen.add(span)
            yield span


def _passages(title: str, passages: Iterable[Statement | Span], report: Report, style: Style) -> str:
    spans = [p if isinstance(p, Span) else Span(p.start, p.end) for p in passages]
    if not spans:
        return ""
    lines = [style.mark(f"{title} ({len(spans)})", "bold")]
    lines += [_in_context(report, span, style) for span in spans[:_MOST_QUOTES]]
    if len(spans) > _MOST_QUOTES:
        lines.append(f"      … and {len(spans) - _MOST_QUOTES} more")
    return "\n".join(lines)


def _quote(report: Report, span: Span, style: Style, columns: int = _QUOTE_COLUMNS) -> str:
    words = shortened(_text(report)[span[0] : span[1]], columns)
    return wrap(words, style.columns, first='      "', rest="       ") + '"'


def _assessment(assessment: Assessment, report: Report, style: Style) -> str:
    from noticecheck.law import load

    regime = load(assessment.regime)
    verdict = _VERDICTS[assessment.verdict]
    head = f"{assessment.regime} on {assessment.on}: {verdict}"
    lines = [
        wrap(head, style.columns, rest="  ").replace(
            assessment.regime, style.mark(assessment.regime, "bold"), 1
        ),
        style.mark(wrap(regime.title, style.columns, first="  ", rest="  "), "dim"),
    ]
    tracks = {track.id: track.label for track in regime.tracks}
    last: str | None = None
    for finding in assessment.findings:
        if finding.track != last and finding.track in tracks:
            lines.append(wrap(f"{tracks[finding.track]}:", style.columns, first="  ", rest="  "))
        last = finding.track
        lines += _finding(finding, report, style)
    for note in assessment.notes:
        lines.append(wrap(f"Note: {note}", style.columns, first="  ", rest="  "))
    return "\n".join(lines)


def _finding(finding: Finding, report: Report, style: Style) -> Iterator[str]:
    decided = finding.status in ("shown", "partly", "not_shown")
    # What a notice cannot show is listed by its name only: the law asks for it elsewhere.
    words = finding.explanation if decided else f"{finding.label} ({finding.article})"
    status = _STATUS[finding.status]
    yield wrap(f"{finding.element}: {words}", style.columns, first=f"  {status:<15} ", rest=" " * 18)
    if finding.evidence and decided:
        yield _in_context(report, finding.evidence[0], style)


def _text(report: Report) -> str:
    return "" if report.notice is None else report.notice.text
