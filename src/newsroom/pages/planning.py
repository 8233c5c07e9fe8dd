"""What planners share: the paper that pages of a language are drawn on, and the blueprints of these pages.

Each page is drawn by a function of a module from a paper and from inputs that are handed to it, and from nothing else.
The digest of exactly these is the page's key: so a page whose key is known need not even be drawn, and nothing has to
remember which page depends on what.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Self, TypeVarTuple

from msgspec.structs import replace

from newsroom.model.figure import FOLDER, Figure
from newsroom.model.freshness import known_to
from newsroom.model.language import LANGUAGES, Language, Localized, other
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post, Size
from newsroom.model.text import Body
from newsroom.pages.digesting import digest_of, encoded
from newsroom.pages.document import Document, Made
from newsroom.pages.figures import shown
from newsroom.pages.frame import frame
from newsroom.pages.metadata import Metadata, SiteMetadata, of_page, of_site
from newsroom.pages.outlook import Outlook
from newsroom.pages.page import Blueprint, Page, Text, View
from newsroom.pages.structured_data import breadcrumbs, script
from newsroom.pages.views import Frame, Link
from newsroom.pages.writing import Hand
from newsroom.prose.links import content_path, is_internal
from newsroom.prose.values import named_in

Inputs = TypeVarTuple("Inputs")


@dataclass(frozen=True, slots=True)
class Targets:
    """The files that a text links to and that may be seen: their addresses, and the pixels of the pictures.

    ``figures`` are those that it shows or names, by their files.
    """

    links: Mapping[str, str]
    sizes: Mapping[str, Size]
    figures: Mapping[str, Figure] = field(default_factory=dict)


NO_TARGETS: Final = Targets({}, {})


@dataclass(frozen=True, slots=True)
class Paper:
    """What all pages of a language are drawn on: the hand that writes there, the frame around it, their digest.

    ``site`` is what all these pages say of themselves to machines.
    """

    hand: Hand
    frame: Frame
    site: SiteMetadata
    digest: str

    @classmethod
    def of(cls, newsroom: Newsroom, language: Language, *, preview: bool, outlook: Outlook | None = None) -> Self:
        """The paper of a language in a newsroom that is already cut down to what may be seen."""
        hand = Hand.of(newsroom, language)
        around = frame(
            hand,
            newsroom.pages,
            has_posts=bool(newsroom.posts),
            has_figures=bool(newsroom.figures),
            preview=preview,
            has_plan=outlook is not None,
            has_messages=outlook is not None and bool(newsroom.carriers),
        )
        site = of_site(hand)
        shared = (hand.newsroom, hand.language, hand.words, hand.style, around, site)
        return cls(hand, around, site, digest_of(encoded(shared)))

    def page(
        self,
        address: Localized[str],
        template: str,
        title: str,
        view: View,
        *,
        languages: Collection[Language] = ("ar", "en"),
        switch: str | None = None,
        description: str = "",
        metadata: Metadata | None = None,
        text: Text | None = None,
        targets: Targets = NO_TARGETS,
        modified: str = "",
    ) -> Page:
        """A page of this language, with its twin in each of ``languages`` as alternate.

        The language switch leads to the twin, or to ``switch`` where there is none.
        """
        language = self.hand.language
        there = other(language)
        described = description or self.hand.newsroom.organization.description[language]
        target = address[there] if there in languages else switch
        return Page(
            address=address[language],
            template=template,
            language=language,
            title=title,
            description=described,
            frame=self.frame,
            view=view,
            site=self.site,
            metadata=self._with_breadcrumbs(metadata or of_page(self.hand, described), title, address[language]),
            alternates={each: address[each] for each in ("ar", "en") if each in languages},
            switch=None if target is None else Link(self.hand.words.own_language_names[there], target, there),
            text=text,
            links=targets.links,
            sizes=targets.sizes,
            figures={path: shown(self.hand, figure) for path, figure in targets.figures.items()},
            modified=modified,
        )

    def _with_breadcrumbs(self, metadata: Metadata, title: str, address: str) -> Metadata:
        """What a page says with the way that leads to it; to the home leads none."""
        home = self.frame.home
        if address == home.address:
            return metadata
        steps = (home, *metadata.trail, self.hand.link(title, address))
        return replace(metadata, nodes=(*metadata.nodes, script(breadcrumbs(self.hand, steps))))


@dataclass(frozen=True, slots=True)
class Desk:
    """A newsroom as may be seen, the papers of both languages, and the files that texts may link to.

    ``visible`` gives the address of each such file, ``sizes`` the pixels of those that are pictures; ``digests`` is
    that of each post, by its folder. With none, blueprints get no key: for whoever draws each page that is asked for.
    ``outlook`` is for a preview alone.
    """

    newsroom: Newsroom
    papers: Localized[Paper]
    visible: Mapping[str, str]
    sizes: Mapping[str, Size]
    digests: Mapping[str, str] | None
    outlook: Outlook | None = None

    @classmethod
    def of(
        cls,
        newsroom: Newsroom,
        visible: Mapping[str, str],
        sizes: Mapping[str, Size],
        *,
        preview: bool,
        with_keys: bool,
        outlook: Outlook | None = None,
    ) -> Self:
        """The desk of a newsroom that is already cut down to what may be seen."""
        papers = Localized(*(Paper.of(newsroom, each, preview=preview, outlook=outlook) for each in LANGUAGES))
        digests = {post.folder: digest_of(encoded(post)) for post in newsroom.posts} if with_keys else None
        return cls(newsroom, papers, visible, sizes, digests, outlook)

    @property
    def hands(self) -> Localized[Hand]:
        """The hands of both languages, for what a list is called in each."""
        return Localized(self.papers.ar.hand, self.papers.en.hand)

    def twins(
        self,
        address: Localized[str],
        draw: Callable[[Paper, *Inputs], Page],
        *inputs: *Inputs,
        modified: str = "",
    ) -> Iterator[Blueprint]:
        """The blueprints of a page in each language, made from the same inputs."""
        brief, twins = self._brief(draw, inputs), _in_languages(address, LANGUAGES)
        for paper in self.papers:
            language = paper.hand.language
            key = _key(paper, brief)
            yield Blueprint(address[language], language, key, draw, (paper, *inputs), twins=twins, modified=modified)

    def blueprint(
        self,
        address: str,
        paper: Paper,
        draw: Callable[[Paper, *Inputs], Page],
        *inputs: *Inputs,
        source: str = "",
        is_post: bool = False,
        twins: Mapping[Language, str] | None = None,
        modified: str = "",
        leads_to: str = "",
    ) -> Blueprint:
        """The blueprint of the page that ``draw`` makes on a paper from its inputs."""
        key = _key(paper, self._brief(draw, inputs))
        return Blueprint(
            address, paper.hand.language, key, draw, (paper, *inputs), source, is_post, twins or {}, modified, leads_to
        )

    def document(
        self,
        addresses: tuple[str, ...],
        making: Callable[..., Made],
        *inputs: object,
        sources: tuple[str, ...] = (),
        files: tuple[str, ...] = (),
        is_costly: bool = False,
        folder: str = "",
    ) -> Document:
        """Files that ``making`` makes from its inputs, from the texts in ``sources`` and from other ``files``."""
        brief = self._brief(making, inputs)
        return Document(addresses, digest_of(brief) if brief else "", making, inputs, sources, files, is_costly, folder)

    def _brief(self, draw: Callable[..., object], inputs: tuple[object, ...]) -> bytes:
        if self.digests is None:
            return b""
        return encoded((draw.__module__, draw.__qualname__, _in_brief(inputs, self.digests)))

    def targets(self, path: str, body: Body, post: Post | None = None) -> Targets:
        """The files that the text in the file ``path`` links to and that may be seen.

        The text of a post shows figures as they are known to the post, any other as they are known now.
        """
        if not body.mentions:
            return NO_TARGETS
        paths = {content_path(mention.target, path) for mention in body.mentions if is_internal(mention.target)}
        links = {each: self.visible[each] for each in sorted(paths) if each in self.visible}
        sizes = {each: self.sizes[each] for each in links if each in self.sizes}
        return Targets(links, sizes, self._figures({*paths, *named_in(body)}, post))

    def _figures(self, paths: Collection[str], post: Post | None) -> dict[str, Figure]:
        """The figures among some files, as they are known to a post or now."""
        named = {path for path in paths if path.startswith(f"{FOLDER}/")}
        if not named:
            return {}
        figures = (known_to(post, each) if post else each for each in self.newsroom.figures if each.path in named)
        return {figure.path: figure for figure in figures if figure.points}


def _in_brief(value: object, digests: Mapping[str, str]) -> object:
    """What stands for an input in a key: digests for posts and papers, any other value for itself."""
    if isinstance(value, Post):
        return digests[value.folder]
    if isinstance(value, tuple):
        return [_in_brief(each, digests) for each in value]
    return value.digest if isinstance(value, Paper) else value


def _in_languages(address: Localized[str], languages: Collection[Language]) -> dict[Language, str]:
    return {each: address[each] for each in LANGUAGES if each in languages}


def _key(paper: Paper, brief: bytes) -> str:
    return digest_of(paper.digest.encode() + brief) if brief else ""
