"""What ``content/figures/name.yml`` may say."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from newsroom.model.figure import Form
from newsroom.reading.kinds import Instant, Key, Meaning, Number
from newsroom.reading.sections import BothUnit, BothWords, Section


class SeriesSection(Section):
    """One of the things that were counted."""

    key: Annotated[Key, Meaning("Its permanent name; references name it.", "اسمه الدائم الذي تذكره الإحالات.")]
    name: Annotated[BothWords, Meaning("What was counted, such as revenue.", "ما الذي قيس، كالإيرادات.")]


class RestatementSection(Section):
    """A value that was replaced."""

    series: Annotated[Key, Meaning("The series whose value was replaced.", "السلسلة التي عُدّلت قيمتها.")]
    date: Annotated[
        Instant,
        Meaning(
            "When it was replaced; before this instant the site shows the earlier value.",
            "لحظة التعديل، ويعرض الموقع قبلها القيمة السابقة.",
        ),
    ]
    before: Annotated[Number, Meaning("The value before.", "القيمة السابقة."), Field(alias="from")]
    reason: Annotated[BothWords, Meaning("Why; readers see this.", "السبب، ويراه القارئ.")]


class PointRestatementSection(RestatementSection):
    """A value from the table beside the file that was replaced."""

    point: Annotated[Key, Meaning("The point whose value was replaced.", "النقطة التي عُدّلت قيمتها.")]


class PointSection(Section):
    """A quarter, a place or whatever else was counted."""

    key: Annotated[Key, Meaning("Its permanent name; references name it.", "اسمها الدائم الذي تذكره الإحالات.")]
    name: Annotated[BothWords, Meaning("What readers see, such as Q3 2026.", "ما يراه القارئ، مثل الربع الثالث ٢٠٢٦.")]
    released: Annotated[
        Instant,
        Meaning(
            "The instant from which its values may be seen; a post shows none that came after it.",
            "اللحظة التي يجوز من بعدها أن تُرى قيمها، ولا يعرض منشور ما جاء بعده.",
        ),
    ]
    values: Annotated[
        dict[Key, Number],
        Meaning("The value of each series, as it stands now.", "قيمة كل سلسلة كما هي الآن."),
        Field(min_length=1),
    ]
    restated: Annotated[
        tuple[RestatementSection, ...],
        Meaning("Values that were replaced, and what they were.", "القيم التي عُدّلت، وما كانت عليه."),
    ] = ()


class FigureFile(Section):
    """A figure: one or more series with a value for each point."""

    title: Annotated[BothWords, Meaning("What the figure shows.", "ما الذي يعرضه الرقم.")]
    unit: Annotated[
        BothUnit,
        Meaning('The unit of every value; a plain "%" serves both languages.', "وحدة القيم كلها؛ وتكفي «%» للغتين."),
    ]
    source: Annotated[BothWords, Meaning("Who says so, and where.", "مصدر القيم.")]
    by: Annotated[BothWords, Meaning("What the points are, such as quarter or hub.", "ما هي النقاط، كالربع أو المركز.")]
    form: Annotated[
        Form,
        Meaning(
            "columns stand beside each other, for times; bars lie below each other, for places and names.",
            "columns أعمدة متجاورة للأزمنة، وbars أشرطة متتالية للأماكن والأسماء.",
        ),
    ] = "columns"
    series: Annotated[tuple[SeriesSection, ...], Meaning("What was counted.", "ما الذي قيس."), Field(min_length=1)]
    points: Annotated[
        tuple[PointSection, ...],
        Meaning(
            "What it was counted for, in order; left out where name.csv beside this file holds it.",
            "لأي شيء قيس، بالترتيب؛ ويُترك إن كان في name.csv بجانب هذا الملف.",
        ),
        Field(min_length=1),
    ] = ()
    restated: Annotated[
        tuple[PointRestatementSection, ...],
        Meaning(
            "Values of name.csv that were replaced, and what they were.",
            "ما عُدّل من قيم name.csv، وما كانت عليه.",
        ),
    ] = ()
