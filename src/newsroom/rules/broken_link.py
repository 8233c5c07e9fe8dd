"""A link leads to a file that is not there.

Links inside the newsroom are relative paths from file to file. Bad: ``[results](/ar/posts/2026/results/)`` or a path
to a missing file. Good: ``[results](../first-half-results/index.en.md)``. A link to a post that is not released yet
is no problem: until its release the words stand there without the link.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.prose.links import content_path, is_internal
from newsroom.reading.lines import Lines
from newsroom.rules.texts import texts

RULE: Final = Rule(
    "NR406",
    "error",
    what=Localized("الرابط «{target}» لا يؤدي إلى ملف هنا", 'the link "{target}" leads to no file here'),
    mend=Localized(
        "اكتب المسار النسبي إلى الملف، مثل ../first-half-results/index.ar.md",
        "write the relative path to a file, such as ../first-half-results/index.en.md",
    ),
)


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every internal link without a target."""
    known = _linkable(newsroom)
    for text in texts(newsroom):
        for mention in text.body.mentions:
            if mention.raw or not is_internal(mention.target):
                continue
            path = content_path(mention.target, text.path)
            if path not in known and not lines.was_there(path):
                yield Problem(RULE, lines.name(text), lines.of_body(text, mention.line), {"target": mention.target})


def _linkable(newsroom: Newsroom) -> set[str]:
    """Every file that a link may lead to, released or not."""
    known = {text.path for text in texts(newsroom)}
    for folder in newsroom.folders:
        known.update(folder.attachments)
    known.update(figure.path for figure in newsroom.figures)
    known.update(post.hero.path for post in newsroom.posts if post.hero)
    known.update(each.portrait.path for each in newsroom.executives.values() if each.portrait)
    return known
