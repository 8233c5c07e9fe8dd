"""The text says of the results what their ``stage`` denies.

Bad: ``stage: audited`` and *these unaudited figures*; ``stage: initial`` and «النتائج المدققة التي اعتمدها مجلس
الإدارة». Good: the stage that the statements have come to, and the words of that stage. Sentences on other results, of
last year or to come, say nothing of these. Mend ``stage`` or the text, whichever is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.model.disclosure import Stage
from newsroom.model.language import Language, Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.prose.passages import Passage
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.disclosure.obligations import results_post
from newsroom.rules.disclosure.stage_sayings import (
    ABOUT_OTHERS,
    APPROVED,
    AUDITED,
    INITIAL,
    UNAPPROVED,
    UNAUDITED,
    Saying,
    Sentence,
    sentences,
)

RULE: Final = Rule(
    "NR724",
    "error",
    what=Localized(
        "المرحلة stage هي {stage} والنص يقول خلاف ذلك: «{sentence}»",
        'the stage is {stage}, and the text says otherwise: "{sentence}"',
    ),
    mend=Localized("صحّح stage أو النص", "mend the stage or the text"),
    addressee="finance",
)
_DENIED: Final[Mapping[Stage, tuple[Localized[Saying], ...]]] = {
    "initial": (AUDITED, APPROVED),
    "reviewed": (AUDITED, UNAPPROVED, INITIAL),
    "audited": (UNAUDITED, UNAPPROVED, INITIAL),
}
_SHOWN: Final = 80
"""Letters of the sentence that are shown."""


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """Every sentence that says what the stage denies."""
    post = results_post(content, standards)
    if post and post.stage:
        for wording in wordings.values():
            yield from _contradictions(post.stage, wording)


def _contradictions(stage: Stage, wording: Wording) -> Iterator[Problem]:
    for passage in wording.passages:
        for sentence in denied_sentences(stage, wording.language, passage):
            shown = passage.text[sentence.start : sentence.start + _SHOWN].strip()
            line = wording.line_of(passage, sentence.start)
            yield Problem(RULE, wording.document.name, line, {"stage": stage, "sentence": shown})


def denied_sentences(stage: Stage, language: Language, passage: Passage) -> Iterator[Sentence]:
    """The sentences of a passage that say of these results what their stage denies."""
    sayings = [saying[language] for saying in _DENIED[stage]]
    for sentence in sentences(passage):
        is_of_these = not ABOUT_OTHERS[language].search(sentence.letters)
        if is_of_these and any(saying.stands_in(sentence) for saying in sayings):
            yield sentence
