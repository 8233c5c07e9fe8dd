"""What posts know of figures, and how a language shows them.

A post shows what was known when it was released: no point that came later, and no restatement until the post itself is
corrected. So nothing in it changes without a dated note; :mod:`newsroom.rules.restated_figure` asks for that note.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace

from newsroom.model.figure import FOLDER, Figure, Point, Reference, Value, found, path_of
from newsroom.model.freshness import known_to
from newsroom.model.post import Evidence, Post, Translation
from newsroom.pages.writing import Hand
from newsroom.prose.links import content_path, is_internal
from newsroom.prose.shown import ShownFigure, ShownPoint, ShownSeries, ShownValue
from newsroom.prose.values import named_in


def used_by(post: Post) -> frozenset[str]:
    """The files of the figures that a post shows as charts, or of which it names a value."""
    references = (Reference.of(each.figure) for each in post.evidence)
    return frozenset(
        (
            *(path_of(each.figure) for each in references if each),
            *(path for text in post.translations.values() for path in named_in(text.body)),
            *(path for text in post.translations.values() for path in _charts_in(text)),
        )
    )


def _charts_in(text: Translation) -> Iterator[str]:
    for mention in text.body.mentions:
        path = content_path(mention.target, text.path) if is_internal(mention.target) and not mention.raw else ""
        if path.startswith(f"{FOLDER}/"):
            yield path


def with_values(post: Post, figures: Mapping[str, Figure], timezone: datetime.tzinfo) -> Post:
    """A post whose evidence has the values that it refers to; the very post where it refers to none."""
    if not any(evidence.figure for evidence in post.evidence):
        return post
    return replace(post, evidence=tuple(_with_value(each, post, figures, timezone) for each in post.evidence))


def _with_value(evidence: Evidence, post: Post, figures: Mapping[str, Figure], timezone: datetime.tzinfo) -> Evidence:
    there = found(evidence.figure, {name: known_to(post, figure) for name, figure in figures.items()})
    if there is None:
        return evidence
    figure, point, value = there
    day = _last_change(point, value).astimezone(timezone).date()
    return replace(evidence, value=value.number, unit=figure.unit, source=figure.source, date=day)


def shown(hand: Hand, figure: Figure) -> ShownFigure:
    """A figure as a language shows it."""
    language, words = hand.language, hand.words
    return ShownFigure(
        language=language,
        name=figure.name,
        title=figure.title[language],
        unit=figure.unit[language],
        by=figure.by[language],
        form=figure.form,
        series=tuple(ShownSeries(each.key, each.name[language]) for each in figure.series),
        points=tuple(_point(hand, figure, point) for point in figure.points),
        source=_source(hand, figure),
        notes=tuple(note for point in figure.points for note in notes_on(hand, figure, point)),
        table_name=words.figure_table,
        nothing=words.no_value,
    )


def _point(hand: Hand, figure: Figure, point: Point) -> ShownPoint:
    values = (point.values.get(series.key) for series in figure.series)
    unit = figure.unit[hand.language]
    return ShownPoint(
        point.key, point.name[hand.language], tuple(_value(hand, value, unit) if value else None for value in values)
    )


def _value(hand: Hand, value: Value, unit: str) -> ShownValue:
    mark = hand.words.restated if value.restatements else ""
    return ShownValue(value.number, hand.style.number(value.number), hand.style.quantity(value.number, unit), mark)


def _source(hand: Hand, figure: Figure) -> str:
    """The source and the day of the newest value: "Source: audited statements, 22 February 2026"."""
    day = hand.short_day(hand.style.day_of(max(map(known_since, figure.points))))
    return f"{hand.words.source}: {figure.source[hand.language]}{hand.words.comma}{day}"


def notes_on(hand: Hand, figure: Figure, point: Point) -> Iterator[str]:
    """A sentence for each restatement of a point's values."""
    language, style, unit = hand.language, hand.style, figure.unit[hand.language]
    for series in figure.series:
        for each in point.values[series.key].restatements if series.key in point.values else ():
            yield hand.words.restated_note.format(
                series=series.name[language],
                point=point.name[language],
                date=hand.short_day(style.day_of(each.date)),
                before=style.quantity(each.before, unit),
                reason=each.reason[language],
            )


def known_since(point: Point) -> datetime.datetime:
    """The instant since which a point's values are what they are."""
    return max(_last_change(point, value) for value in point.values.values())


def _last_change(point: Point, value: Value) -> datetime.datetime:
    return max((point.released, *(restatement.date for restatement in value.restatements)))
