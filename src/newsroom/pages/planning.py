"""What planners share: a page in the frame of its language, with its twin in the other."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from newsroom.model.language import Language, Localized, other
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Size
from newsroom.pages.frame import frame
from newsroom.pages.page import Page, Text
from newsroom.pages.views import Frame, Link, View
from newsroom.pages.writing import Hand
from newsroom.prose.links import content_path, is_internal, mentions


@dataclass(frozen=True, slots=True)
class Desk:
    """A newsroom as may be seen, the hands and frames of both languages, and the files that texts may link to.

    ``visible`` gives the address of each such file, ``sizes`` the pixels of those that are pictures.
    """

    newsroom: Newsroom
    hands: Localized[Hand]
    frames: Localized[Frame]
    visible: Mapping[str, str]
    sizes: Mapping[str, Size]

    @classmethod
    def of(cls, newsroom: Newsroom, visible: Mapping[str, str], sizes: Mapping[str, Size], *, preview: bool) -> Desk:
        """The desk of a newsroom that is already cut down to what may be seen."""
        hands = Localized(Hand.of(newsroom, "ar"), Hand.of(newsroom, "en"))
        return cls(newsroom, hands, Localized(*(frame(hand, preview=preview) for hand in hands)), visible, sizes)

    def page(
        self,
        hand: Hand,
        address: Localized[str],
        template: str,
        title: str,
        view: View,
        *,
        languages: Collection[Language] = ("ar", "en"),
        switch: str | None = None,
        description: str = "",
        text: Text | None = None,
        modified: str = "",
    ) -> Page:
        """A page of one language, with its twin in each of ``languages`` as alternate.

        The language switch leads to the twin, or to ``switch`` where there is none.
        """
        language = hand.language
        there = other(language)
        links = self.links(text)
        target = address[there] if there in languages else switch
        return Page(
            address=address[language],
            template=template,
            language=language,
            title=title,
            description=description or self.newsroom.organization.description[language],
            frame=self.frames[language],
            view=view,
            alternates={each: address[each] for each in ("ar", "en") if each in languages},
            switch=None if target is None else Link(hand.words.own_language_names[there], target, there),
            text=text,
            links=links,
            sizes={path: self.sizes[path] for path in links if path in self.sizes},
            modified=modified,
        )

    def links(self, text: Text | None) -> dict[str, str]:
        """The files that a text links to and that may be seen, with their addresses."""
        if text is None:
            return {}
        paths = {
            content_path(mention.target, text.path)
            for mention in mentions(text.markdown)
            if is_internal(mention.target)
        }
        return {path: self.visible[path] for path in sorted(paths) if path in self.visible}
