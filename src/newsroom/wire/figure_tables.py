"""The figures of a post as a table that any spreadsheet opens: what was counted, the number, its unit, source and date.

Numbers and dates are written as spreadsheets understand them in every language. The form is that of RFC 4180
(https://www.rfc-editor.org/rfc/rfc4180); the mark at the start tells spreadsheets that the letters are UTF-8.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from newsroom.model.figure import Figure, Reference, found
from newsroom.model.post import Evidence, Post
from newsroom.pages.figures import known_since
from newsroom.pages.writing import Hand
from newsroom.prose.values import reference_in
from newsroom.wire.characters import sound


class Row(NamedTuple):
    """A number and what is to be known of it, in the words of one language."""

    label: str
    value: Decimal
    unit: str
    source: str
    date: datetime.date


def evidence_csv(hand: Hand, post: Post, figures: Iterable[Figure]) -> bytes:
    """A post's evidence that is a number, then the values that its texts name, each once; nothing where it has none.

    ``figures`` are those that the post uses, as they are known to it.
    """
    rows = [*_of_evidence(hand, post), *_of_values(hand, post, {figure.name: figure for figure in figures})]
    return _written(hand, rows) if rows else b""


def _of_evidence(hand: Hand, post: Post) -> Iterator[Row]:
    for each in post.evidence:
        if each.value is not None:
            source, label = each.source[hand.language], each.label[hand.language]
            yield Row(label, each.value, _unit(hand, each), source, each.date)


def _unit(hand: Hand, evidence: Evidence) -> str:
    return evidence.unit[hand.language] if evidence.unit else ""


def _of_values(hand: Hand, post: Post, figures: Mapping[str, Figure]) -> Iterator[Row]:
    """The values that stand in the text of either language and not among the evidence."""
    named = (reference_in(mention) for text in post.translations.values() for mention in text.body.mentions)
    known = {each.figure for each in post.evidence}
    for reference in dict.fromkeys(each for each in named if each and each not in known):
        yield from _of_value(hand, reference, figures)


def _of_value(hand: Hand, reference: str, figures: Mapping[str, Figure]) -> Iterator[Row]:
    there, parts, language = found(reference, figures), Reference.of(reference), hand.language
    if there and parts:
        figure, point, value = there
        series = next(each.name[language] for each in figure.series if each.key == parts.series)
        label = f"{figure.title[language]}: {series}{hand.words.comma}{point.name[language]}"
        date = hand.style.day_of(known_since(point))
        yield Row(label, value.number, figure.unit[language], figure.source[language], date)


def _written(hand: Hand, rows: Iterable[Row]) -> bytes:
    words, text = hand.words, io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow((words.figure_label, words.figure_value, words.figure_unit, words.source, words.date))
    for row in rows:
        cells = (row.label, f"{row.value:f}", row.unit, row.source, row.date.isoformat())
        table.writerow(" ".join(sound(cell).split()) for cell in cells)
    return text.getvalue().encode("utf-8-sig")
