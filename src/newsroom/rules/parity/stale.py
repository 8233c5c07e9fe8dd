"""One text of a post is older than the other's last change of substance.

The page says so to its readers, in a banner, until the older text follows; the newsroom should not leave it there.
Once a text is known to be older, no rule asks why it lacks what was added to the other. Bad: ``updated:
2026-05-04T10:00`` in Arabic and nothing in English. Good: the addition in English too, and the same ``updated``
there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.freshness import fresher_translation
from newsroom.model.language import Localized
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.parity.disagreement import of_texts

RULE: Final = Rule(
    "NR338",
    "warning",
    what=Localized(
        "النص {text_ar} أقدم من النص {sibling_ar} الذي غُيّر في {date}",
        "the {text_en} text is older than the {sibling_en} one, which changed on {date}",
    ),
    mend=Localized(
        "أدخل فيه ما أُضيف إلى النص {sibling_ar}، ثم اكتب updated بالتاريخ نفسه",
        "carry over what was added to the {sibling_en} text, then write updated with the same date",
    ),
    editorial=True,
)


def check(content: Content, wordings: Wordings, _: Standards) -> Iterator[Problem]:
    """The text that is older, where one is."""
    if not isinstance(content, Post):
        return
    for language in content.translations:
        fresher = fresher_translation(content, language)
        if fresher and language in wordings:
            document = wordings[language].document
            line = document.line_of("updated" if "updated" in document.tree else "title")
            values = {"date": fresher.updated.date().isoformat()} | of_texts(language)
            yield Problem(RULE, document.name, line, values)
