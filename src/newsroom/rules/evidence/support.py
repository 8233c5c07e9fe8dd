"""What a claim of rank may rest on: evidence of the post, or a source that its own sentence links to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from newsroom.model.language import Language
from newsroom.model.organization import Organization
from newsroom.model.post import Evidence, Post
from newsroom.model.standards import Standards
from newsroom.prose.expressions import fold
from newsroom.prose.passages import OBJECT
from newsroom.reading.wording import Wording
from newsroom.rules.evidence.claims import Claim
from newsroom.rules.evidence.sentences import links_from, sentence_around

_WORD: Final = re.compile(r"[^\W\d_]{3,}|[a-z]+ ?\d{3,}")
_BARE: Final = re.compile(r"^[وفبلك]?(?:ال|لل)(?=\w{3})|(?:ات|ين|ون|ة|ه|ها|ies|es|e|s|y)$")
_COMMON: Final = """
    the and for with our its report certificate rating figure annual oman omani gulf world region country market in year
    first largest leading best most company group since
    تقرير شهاد سنوي سنو عمان خليج عالم منطق سلطن بلاد شرك مجموع عام سن اول اكبر افضل رايد من علي الي
"""
_SAY_NOTHING: Final = frozenset(_COMMON.split())
"""Words that a claim and its evidence share whatever they are about, without article and ending."""


def is_supported(claim: Claim, wording: Wording, post: Post, standards: Standards) -> bool:
    """Whether the post shows what the claim says.

    A rating does, and so does a report by somebody else. The organisation's own reports and figures, and certificates,
    show what they are about: they share a word with the sentence. A sentence's own link or note shows it too, and of
    a record a figure of the post or a table.
    """
    if links_from(wording, claim.passage, claim.start):
        return True
    if claim.is_own and _has_figures(wording, post):
        return True
    return any(_shows(evidence, claim, wording.language, standards.organization) for evidence in post.evidence)


def _has_figures(wording: Wording, post: Post) -> bool:
    is_counted = any(evidence.kind == "figure" for evidence in post.evidence)
    return is_counted or any(passage.kind == "cell" or OBJECT in passage.text for passage in wording.passages)


def _shows(evidence: Evidence, claim: Claim, language: Language, organization: Organization | None) -> bool:
    if evidence.kind == "rating" or (evidence.kind == "report" and _is_from_outside(evidence, language, organization)):
        return True
    about = set(_words(f"{evidence.label[language]} {evidence.source[language]}", _of_name(organization, language)))
    start, end = sentence_around(claim.passage.text, claim.start)
    return not about.isdisjoint(_words(claim.passage.text[start:end], frozenset()))


def _is_from_outside(evidence: Evidence, language: Language, organization: Organization | None) -> bool:
    if organization is None:
        return True
    source = fold(f"{evidence.source[language]} {evidence.label[language]}").letters
    own = (organization.short_name[language], organization.name[language])
    return bool(evidence.source[language]) and not any(fold(name).letters in source for name in own)


def _of_name(organization: Organization | None, language: Language) -> frozenset[str]:
    return frozenset(_words(organization.name[language], frozenset())) if organization else frozenset()


def _words(text: str, but: Collection[str]) -> Iterator[str]:
    """The words of a text that say what it is about, each without article and ending."""
    for match in _WORD.finditer(fold(text).letters):
        stem = _BARE.sub("", match[0])
        if stem not in _SAY_NOTHING and stem not in but and match[0] not in _SAY_NOTHING:
            yield stem
