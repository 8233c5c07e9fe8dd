"""A release made before its instant, so that at the instant nothing is left to do but to switch."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsroom.commands.edition import Edition
from newsroom.errors import NewsroomError, Refused
from newsroom.publishing.memory import begin_memory, keep_memory
from newsroom.publishing.publication import Publishing
from newsroom.releases.preparation import Preparation, Prepared, fitting
from newsroom.releases.release import Release

TRIES: Final = 3
"""How often a release is begun: the one that it begins with may go live, and have another name, while it is copied."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What was prepared; ``failure`` is why it is not of the commit that is wanted, where it is not."""

    prepared: Prepared
    failure: NewsroomError | None = None


class Preparing:
    """Prepares releases of a host."""

    def __init__(self, publishing: Publishing) -> None:
        self._publishing = publishing
        self._host = publishing.host
        self._preparation = Preparation(self._host)

    def prepare(self, instant: datetime.datetime) -> Ahead:
        """Prepare what is to be seen at an instant, after all that is prepared for earlier ones.

        Where the commit that is wanted cannot be built, what is served goes on by itself: its own commit is prepared.
        Raises :class:`NewsroomError` where nothing can be, as :meth:`Publishing.publish` does.
        """
        try:
            self._preparation.open()
            with self._preparation.lock:
                return self._prepare_next(instant)
        except OSError as error:
            raise Refused(
                f"{error.filename}: {error.strerror}; nothing was prepared, and what is served is as it was",
                f"{error.filename}: {error.strerror}؛ لم يُهيّأ شيء، والموقع المعروض كما كان",
            ) from None

    def _prepare_next(self, instant: datetime.datetime) -> Ahead:
        wanted, live = self._publishing.wanted(), self._live()
        chain = [each for each in self._fitting(live, wanted) if each.instant < instant]
        try:
            # What could not be built for the instant before cannot be built for this one.
            return Ahead(self._prepare(chain[-1].release.commit if chain else wanted, wanted, instant))
        except NewsroomError as failure:
            if chain or live.commit == wanted:
                raise
            return Ahead(self._prepare(live.commit, wanted, instant), failure)

    def _prepare(self, commit: str, wanted: str, instant: datetime.datetime) -> Prepared:
        checkout = self._preparation.checkout
        before, earlier, folder = self._begin(wanted, instant)
        self._publishing.check_out(commit, checkout)
        begin_memory(self._host, before)
        edition = Edition(instant, is_ahead=True)
        release, _ = self._publishing.make(commit, edition, checkout, folder, before, earlier)
        prepared = self._preparation.keep(folder, release, wanted)
        keep_memory(self._host, release)
        return prepared

    def _begin(self, wanted: str, instant: datetime.datetime) -> tuple[Release, Path, Path]:
        """The release before the next one, its site, and a folder that holds the same."""
        for _ in range(TRIES):
            live = self._live()
            chain = [each for each in self._fitting(live, wanted) if each.instant < instant]
            before = chain[-1].release if chain else live
            earlier = chain[-1].site if chain else self._publishing.releases.site(live)
            try:
                return before, earlier, self._preparation.begin(earlier)
            except FileNotFoundError:
                continue
        raise Refused(
            "releases go live faster than they can be copied; it is tried again",
            "تُعرض الإصدارات أسرع مما تُنسخ؛ وتُعاد المحاولة",
        )

    def _fitting(self, live: Release, wanted: str) -> list[Prepared]:
        return fitting(self._preparation.all(), live, wanted, self._publishing.clock())

    def _live(self) -> Release:
        live = self._publishing.releases.live
        if live is None:
            raise Refused(
                "nothing was published yet, so nothing can be prepared; push, or run newsroom publish",
                "لم يُنشر شيء بعد فلا شيء يُهيَّأ؛ ادفع التغييرات أو شغّل newsroom publish",
            )
        return live
