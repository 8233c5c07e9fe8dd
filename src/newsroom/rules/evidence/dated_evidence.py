"""Evidence was too old when the post was released.

Figures and ratings are made every year: after two, a newer one exists or the old one no longer holds. Certificates last
three years, after which they are given anew (ISO/IEC 17021-1, https://www.iso.org/standard/61651.html, asks a full
audit every three), and a report is read as long. Bad: a post of 2026 with a rating of 2022. Good: the rating of 2025;
or, where the old date is the point, that the sentence says so and the rule is allowed on that line. A value of
``content/figures`` has its own dates, and is not asked. Mend it with newer evidence, or by taking the claim out.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.post import Evidence, EvidenceKind, Post
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.evidence.listed import line_of

RULE: Final = Rule(
    "NR303",
    "warning",
    what=Localized(
        "الدليل «{label_ar}» مؤرخ في {date}، قبل النشر بأكثر من {years_ar}",
        'the evidence "{label}" is of {date}, more than {years} before the release',
    ),
    mend=Localized("استبدل به دليلًا أحدث، أو احذف ما يستند إليه", "give newer evidence, or take out what rests on it"),
    editorial=True,
)

YEARS: Final[Mapping[EvidenceKind, int]] = {"figure": 2, "rating": 2, "certificate": 3, "report": 3}
_IN_WORDS: Final[Mapping[int, Localized[str]]] = {
    2: Localized("سنتين", "two years"),
    3: Localized("ثلاث سنوات", "three years"),
}


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:  # noqa: ARG001
    """Every piece of evidence that was too old."""
    if not isinstance(content, Post) or content.pubstatus == "canceled":
        return
    released = content.released.date()
    for index, evidence in enumerate(content.evidence):
        if not evidence.figure and _is_old(evidence, released):
            name, line = line_of(wordings, index, "date")
            yield Problem(RULE, name, line, _values(evidence))


def _is_old(evidence: Evidence, released: datetime.date) -> bool:
    years = YEARS[evidence.kind]
    return (evidence.date.year + years, evidence.date.month, evidence.date.day) < (
        released.year,
        released.month,
        released.day,
    )


def _values(evidence: Evidence) -> dict[str, str]:
    label, years = evidence.label, _IN_WORDS[YEARS[evidence.kind]]
    return {
        "label": label.en or label.ar,
        "label_ar": label.ar or label.en,
        "date": evidence.date.isoformat(),
        "years": years.en,
        "years_ar": years.ar,
    }
