"""A material post exists in one language only.

A fact that moves the price is told to all at the same time, and those who read the other language are told later or not
at all. Bad: results in ``index.ar.md`` alone. Good: ``index.en.md`` beside it before the release.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import LANGUAGES, Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.disclosure.obligations import lead_document, material_post

RULE: Final = Rule(
    "NR726",
    "error",
    what=Localized("في المنشور معلومة جوهرية وهو بلغة واحدة", "the post tells a material fact in one language only"),
    mend=Localized(
        "أضف {file} قبل النشر، فالمعلومة الجوهرية للجميع في وقت واحد",
        "add {file} before the release: what is material is told to all at one time",
    ),
    addressee="communications",
)


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """A material post without its sibling."""
    post = material_post(content, standards)
    missing = [language for language in LANGUAGES if post and language not in post.translations]
    for language in missing:
        document = lead_document(wordings)
        yield Problem(RULE, document.name, document.line_of("title"), {"file": f"index.{language}.md"})
