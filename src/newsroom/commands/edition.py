"""Which edition of the newsroom is wanted: that of an instant, or the preview of everything."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import partial
from typing import Literal

from newsroom.commands.documents import documents_of, readable_documents
from newsroom.commands.instants import aware
from newsroom.model.newsroom import Newsroom
from newsroom.pages.on_request import SiteOnRequest
from newsroom.pages.page import Site
from newsroom.pages.plan import plan, plan_preview
from newsroom.pages.release import at_instant, in_preview, released_whole, shown_whole
from newsroom.pages.timetable import Timetable, timetable


@dataclass(frozen=True, slots=True)
class Edition:
    """``now`` is the instant, in the newsroom's zone where it names none; nothing means the preview of everything.

    ``is_supposed`` tells an instant that somebody named from the one that it is. ``planned_at`` is the instant from
    which a preview looks at the plan; without one it has no page of the plan, and no public edition ever has.
    """

    now: datetime.datetime | None
    is_supposed: bool = False
    planned_at: datetime.datetime | None = None

    @property
    def kind(self) -> Literal["public", "instant", "preview"]:
        """What may be known of it: only of what is public now everything."""
        if self.now is None:
            return "preview"
        return "instant" if self.is_supposed else "public"

    def visible(self, newsroom: Newsroom) -> Newsroom:
        """What of the newsroom this edition may show."""
        return in_preview(newsroom) if self.now is None else at_instant(newsroom, aware(self.now, newsroom))

    def visible_whole(self, newsroom: Newsroom) -> frozenset[str]:
        """The folders of the posts of which this edition may show everything: what was read of them may be kept."""
        whole = shown_whole(newsroom) if self.now is None else released_whole(newsroom, aware(self.now, newsroom))
        return frozenset(post.folder for post in whole)

    def plan(self, newsroom: Newsroom) -> Site:
        """The site of this edition."""
        if self.now is None:
            return plan_preview(newsroom, partial(documents_of, now=None), self._timetable(newsroom))
        now = aware(self.now, newsroom)
        return plan(newsroom, now, partial(documents_of, now=now))

    def on_request(self, newsroom: Newsroom) -> SiteOnRequest:
        """The site of this edition, for whoever shows single pages of it."""
        visible, known = self.visible(newsroom), self._timetable(newsroom)
        return SiteOnRequest(visible, readable_documents, preview=self.now is None, timetable=known)

    def _timetable(self, newsroom: Newsroom) -> Timetable | None:
        if self.now is not None or self.planned_at is None:
            return None
        return timetable(newsroom, aware(self.planned_at, newsroom))
