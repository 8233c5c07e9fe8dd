"""Where the newsroom's texts and evidence use figures, for the rules about these and for ``newsroom figures``."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from newsroom.model.figure import Figure, Reference, path_of
from newsroom.model.freshness import known_to
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.prose.links import content_path, is_internal
from newsroom.prose.values import reference_in
from newsroom.reading.folders import Content
from newsroom.reading.lines import HasPath, Lines, lead_of
from newsroom.rules.texts import texts_of


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a figure.

    ``written`` refers to a value, and ``path`` is the figure's file below ``content/`` where all of it is shown as a
    chart; the other is empty. The place is a ``line`` of the text's body, or an item of the evidence in its keys.
    """

    content: Content
    text: HasPath
    written: str
    path: str
    line: int = 0
    evidence: int = 0

    def line_in_file(self, lines: Lines) -> int:
        """The line of the file on which it stands."""
        if self.line:
            return lines.of_body(self.text, self.line)
        return lines.of_key(self.text, "evidence", self.evidence, "figure")

    def values_in(self, figure: Figure) -> Iterator[Reference]:
        """The values of a figure that it uses; a chart in a post has those alone that the post knows of."""
        if self.path == figure.path:
            shown = known_to(self.content, figure) if isinstance(self.content, Post) else figure
            yield from shown.references()
        reference = Reference.of(self.written)
        if reference and reference.figure == figure.name:
            yield reference


def uses(newsroom: Newsroom) -> Iterator[Use]:
    """Every use, in the order of posts, executives and pages."""
    figures = {figure.path for figure in newsroom.figures}
    for content in newsroom.folders:
        if isinstance(content, Post):
            yield from _in_evidence(content, newsroom)
        for text in texts_of(content):
            for mention in text.body.mentions:
                written = reference_in(mention)
                path = "" if written or not is_internal(mention.target) else content_path(mention.target, text.path)
                if written or (path in figures and not mention.raw):
                    yield Use(content, text, written, path, line=mention.line)


def _in_evidence(post: Post, newsroom: Newsroom) -> Iterator[Use]:
    for index, evidence in enumerate(post.evidence):
        if evidence.figure:
            yield Use(post, lead_of(post, newsroom), evidence.figure, "", evidence=index)


def has_broken_figure(use: Use, figures: Collection[str], lines: Lines) -> bool:
    """Whether a use refers to a figure whose file is there, but has problems of its own and was not read."""
    reference = Reference.of(use.written)
    return reference is not None and reference.figure not in figures and lines.was_there(path_of(reference.figure))
