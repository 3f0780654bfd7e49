"""Builds extractions by hand: the text is made of the pieces, so every offset is that of a real string."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Self

from noticecheck.extraction.model import Extraction, Mention, PlaceKind, Safeguard, Statement, StatementKind
from noticecheck.notice import Span
from noticecheck.places.codes import blocs

Scope = tuple[str, ...] | None


@dataclass
class Builder:
    """Each method adds a sentence and what extraction would have found in it."""

    text: str = ""
    statements: list[Statement] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    safeguards: list[Safeguard] = field(default_factory=list)
    information: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    open_evidence: list[Span] = field(default_factory=list)

    def says(
        self,
        *codes: str,
        kind: StatementKind = "transfer",
        open_ended: bool = False,
        scope: Scope = None,
        mention_scope: Scope = None,
    ) -> Self:
        """A transfer statement that names these places."""
        start = len(self.text)
        number = len(self.statements)
        body = "Records are kept in "
        for code in codes:
            at = start + len(body)
            place = f"<{code}>"
            which: PlaceKind = "bloc" if code in blocs() else "country"
            self.mentions.append(
                Mention(
                    at, at + len(place), place, code, which, "destination", "t", None, number, mention_scope
                )
            )
            body += place + ", "
        body += "and elsewhere." if open_ended else "here."
        end = start + len(body)
        if open_ended:
            self.open_evidence.append(Span(end - len("elsewhere."), end))
        self.statements.append(
            Statement(
                start,
                end,
                body,
                kind,
                (),
                open_ended,
                "t",
                None,
                scope,
                tuple(code for code in codes if code not in blocs()),
                tuple(code for code in codes if code in blocs()),
            )
        )
        self.text += body + "\n"
        return self

    def denies(self, *codes: str, scope: Scope = None) -> Self:
        """A denial, which may name where data stays."""
        return self.says(*codes, kind="denial", scope=scope)

    def mentions_only(self, code: str, role: str) -> Self:
        """A place in a role that is not a destination."""
        start = len(self.text)
        place = f"<{code}>"
        self.mentions.append(Mention(start, start + len(place), place, code, "country", role, "t"))
        self.text += place + "\n"
        return self

    def tells(self, *keys: str) -> Self:
        """Passages with further information."""
        for key in keys:
            start = len(self.text)
            self.text += f"[{key}]\n"
            self.information[key] = (*self.information.get(key, ()), Span(start, len(self.text) - 1))
        return self

    def under(self, *codes: str) -> Self:
        """Safeguards."""
        for code in codes:
            start = len(self.text)
            self.text += f"[{code}]\n"
            end = len(self.text) - 1
            self.safeguards.append(Safeguard(code, start, end, self.text[start:end], "t"))
        return self

    def built(self, open_ended: bool | None = None) -> Extraction:
        """The extraction; the notice is open-ended if some statement is, unless said otherwise."""
        is_open = bool(self.open_evidence) if open_ended is None else open_ended
        return Extraction(
            "en",
            tuple(self.statements),
            tuple(self.mentions),
            tuple(self.safeguards),
            is_open,
            tuple(self.open_evidence) if is_open else (),
            dict(self.information),
        )


def notice() -> Builder:
    return Builder()


def without_open_evidence(extraction: Extraction) -> Extraction:
    return replace(extraction, open_ended_evidence=())
