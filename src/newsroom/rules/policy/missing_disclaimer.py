"""A post does not hold a text that the policy asks of posts like it.

``policy.yml`` lists such texts under ``disclaimers``: which posts, and the words in each language. They must stand word
for word in the text of every language; white space, line ends, markup and vowel marks apart. The organisation's
boilerplate ends every post, so what stands there is in every post. Bad: a forecast in both languages, and the notice on
forward-looking statements in English alone. Good: the notice as a paragraph of both. Mend it by copying the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.prose.expressions import without_marks
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.policy.scopes import cited, fits, is_judged

RULE: Final = Rule(
    "NR703",
    "error",
    what=Localized(
        "النص الذي تشترطه السياسة ليس في المتن (الفقرة {paragraph}: {words_ar})",
        "the text that the policy asks for is not there (paragraph {paragraph}: {words})",
    ),
    mend=Localized("أضف هذه الفقرة بنصها: {text}", "add this paragraph, word for word: {text}"),
)
_SPACES: Final = re.compile(r"\s+")
_QUOTES: Final = str.maketrans("’‘“”", "''\"\"")


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """Every language of a post that lacks a text."""
    policy = standards.policy
    if not policy.disclaimers or not isinstance(content, Post) or not is_judged(content, policy):
        return
    for disclaimer in policy.disclaimers:
        if fits(disclaimer.scope, content, wordings):
            for language, wording in wordings.items():
                text = disclaimer.text[language]
                if _plain(text) not in _read(wording, standards):
                    values = {"text": text, **cited(disclaimer.paragraph, policy)}
                    yield Problem(RULE, wording.document.name, wording.document.line_of("title"), values)


def _read(wording: Wording, standards: Standards) -> str:
    """What readers read below the summary, in one go."""
    texts = [passage.text for passage in wording.passages if passage.kind not in ("title", "summary", "alt")]
    if standards.organization:
        texts.append(standards.organization.boilerplate[wording.language])
    return _plain(" ".join(texts))


def _plain(text: str) -> str:
    return _SPACES.sub(" ", without_marks(text).translate(_QUOTES)).strip()
