"""Which page names which as its part, and where it says so, for the rules that judge it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.model.newsroom import Newsroom, PlainPage
from newsroom.model.problem import Problem, Rule
from newsroom.reading.lines import Lines, lead_text


@dataclass(frozen=True, slots=True)
class Claim:
    """That the page ``part`` belongs to ``whole``, which says so at this ``place`` of its list."""

    whole: PlainPage
    part: str
    place: int

    def problem(self, rule: Rule, newsroom: Newsroom, lines: Lines, **values: str) -> Problem:
        """What a rule has found in the claim, at its line."""
        text = lead_text(self.whole.texts, newsroom)
        line = lines.of_key(text, "parts", self.place)
        return Problem(rule, lines.name(text), line, {"value": self.part, **values})


def claims(newsroom: Newsroom) -> Iterator[Claim]:
    """Every claim, in order of page."""
    for page in newsroom.pages:
        for place, part in enumerate(page.parts):
            yield Claim(page, part, place)
