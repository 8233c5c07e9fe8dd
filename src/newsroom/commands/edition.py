"""Which edition of the newsroom is wanted: that of an instant, or the preview of everything."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import partial
from typing import Literal

from newsroom.commands.documents import documents_of, readable_documents
from newsroom.commands.instants import aware
from newsroom.crosspost.forecast import tellings, told
from newsroom.model.newsroom import Newsroom
from newsroom.pages.on_request import SiteOnRequest
from newsroom.pages.outlook import Outlook
from newsroom.pages.page import Site
from newsroom.pages.plan import plan, plan_preview
from newsroom.pages.release import at_instant, in_preview, next_change, released_whole, shown_whole
from newsroom.pages.timetable import timetable

Kind = Literal["public", "prepared", "instant", "preview"]


@dataclass(frozen=True, slots=True)
class Edition:
    """``now`` is the instant, in the newsroom's zone where it names none; nothing means the preview of everything.

    ``is_supposed`` tells an instant that somebody named from the one that it is. ``planned_at`` is the instant from
    which a preview looks at the plan and at messages to accounts; without one it has no page of these, and no public
    edition ever has. ``is_ahead`` tells an edition that is made before its instant, and takes the place of what was
    published then: what is known of it is not to be known of the public one before.
    """

    now: datetime.datetime | None
    is_supposed: bool = False
    planned_at: datetime.datetime | None = None
    is_ahead: bool = False

    @property
    def kind(self) -> Kind:
        """What may be known of it: only of what is public now everything."""
        if self.now is None:
            return "preview"
        if self.is_ahead:
            return "prepared"
        return "instant" if self.is_supposed else "public"

    def visible(self, newsroom: Newsroom) -> Newsroom:
        """What of the newsroom this edition may show."""
        return in_preview(newsroom) if self.now is None else at_instant(newsroom, aware(self.now, newsroom))

    def visible_whole(self, newsroom: Newsroom) -> frozenset[str]:
        """The folders of the posts of which this edition may show everything: what was read of them may be kept."""
        whole = shown_whole(newsroom) if self.now is None else released_whole(newsroom, aware(self.now, newsroom))
        return frozenset(post.folder for post in whole)

    def instant(self, newsroom: Newsroom) -> datetime.datetime | None:
        """The instant of this edition in the newsroom's zone."""
        return aware(self.now, newsroom).astimezone(newsroom.timezone) if self.now else None

    def due(self, newsroom: Newsroom) -> datetime.datetime | None:
        """The next instant at which the public site shows something else than this edition, in the newsroom's zone."""
        if self.now is None:
            return None
        instant = next_change(newsroom, aware(self.now, newsroom))
        return instant.astimezone(newsroom.timezone) if instant else None

    def plan(self, newsroom: Newsroom) -> Site:
        """The site of this edition."""
        if self.now is None:
            return plan_preview(newsroom, partial(documents_of, now=None), self._outlook(newsroom))
        now = aware(self.now, newsroom)
        return plan(newsroom, now, partial(documents_of, now=now))

    def on_request(self, newsroom: Newsroom) -> SiteOnRequest:
        """The site of this edition, for whoever shows single pages of it."""
        visible, ahead = self.visible(newsroom), self._outlook(newsroom)
        return SiteOnRequest(visible, readable_documents, preview=self.now is None, outlook=ahead)

    def _outlook(self, newsroom: Newsroom) -> Outlook | None:
        if self.now is not None or self.planned_at is None:
            return None
        at = aware(self.planned_at, newsroom)
        return Outlook(timetable(newsroom, at), told(newsroom, at), partial(tellings, newsroom, at))
