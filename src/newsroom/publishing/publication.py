"""To publish: what stands at the branch's tip, at this instant, becomes the release that is served, or nothing changes.

Whoever publishes may be killed at any point, and may be one of several. One builds at a time. The link to what is
served is exchanged last, by one rename, and only while the branch still stands where it was built from and no release
of a later instant is served; else all is done again with what is there now.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.engine.summary import Summary
from newsroom.errors import ClockBehind, NewsroomError, Refused
from newsroom.model.language import Localized
from newsroom.publishing.contents import refuse_what_is_no_newsroom
from newsroom.publishing.losses import reason_for_less
from newsroom.publishing.memory import take_over_memory
from newsroom.publishing.repository import Repository
from newsroom.publishing.signing import sign_release
from newsroom.publishing.switching import switch_after_all, switch_to
from newsroom.publishing.wanted import pinned_commit, wanted_commit
from newsroom.releases.contents import Contents, contents_in, contents_of, write_contents
from newsroom.releases.host import Host
from newsroom.releases.release import SITE, Release
from newsroom.releases.store import Releases
from newsroom.releases.turns import taken

Clock = Callable[[], datetime.datetime]
Notice = Callable[[Localized[str]], None]
WAITING: Final = Localized("نشر آخر يعمل الآن؛ ننتظر انتهاءه", "another publication is at work; waiting for it")


@dataclass(frozen=True, slots=True)
class Publication:
    """What came of publishing: the release that is served now, and whether it was made ``anew`` by this."""

    release: Release
    anew: bool
    summary: Summary | None = None


@dataclass(frozen=True, slots=True)
class _Made:
    """A finished release without a number, in its folder."""

    release: Release
    folder: Path
    summary: Summary


class Publishing:
    """Makes releases of a host, and switches to them. ``clock`` gives aware instants; ``notice`` hears of waiting."""

    def __init__(self, host: Host, clock: Clock, notice: Notice = lambda _: None) -> None:
        self.host = host
        self.releases = Releases(host)
        self.repository = Repository(host.repository)
        self.clock = clock
        self._notice = notice

    def publish(self) -> Publication:
        """Make live what is to be seen now.

        Raises :class:`PushRefused`, :class:`FewerThanBefore`, :class:`ClockBehind`, :class:`Refused` where nothing can
        be written, and what a build raises; the site that is served is then as it was.
        """
        with self.alone():
            publication = self._publish()
            self.releases.prune(self.host.settings.keep, self.pinned)
            return publication

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Build while nobody else does, and leave nothing lying about. Raises :class:`Refused` for a failing disk."""
        with mending_words(), taken(self.host.building, lambda: self._notice(WAITING)):
            self.releases.sweep()
            try:
                yield
            finally:
                self.releases.sweep()

    @property
    def pinned(self) -> str | None:
        """The commit to which somebody went back, or nothing."""
        return pinned_commit(self.host)

    def pin(self, commit: str) -> None:
        """Publish a commit, whatever is at the branch's tip, until somebody pushes. Raises :class:`Refused`."""
        beside = self.host.pin.with_suffix(".new")
        with mending_words():
            beside.write_text(f"{commit}\n")
            beside.replace(self.host.pin)

    def unpin(self) -> None:
        """Publish the branch's tip again. Raises :class:`Refused`."""
        with mending_words():
            self.host.pin.unlink(missing_ok=True)

    def wanted(self) -> str:
        """The commit that is to be served: the branch's tip, or the one to which somebody went back."""
        return wanted_commit(self.host)

    def check_out(self, commit: str, place: Path) -> None:
        """Make a folder hold what a commit does. Raises :class:`PushRefused` for a commit that is no newsroom."""
        refuse_what_is_no_newsroom(self.repository, commit, self.host.settings.largest)
        self.repository.check_out(commit, place)

    def make(
        self,
        commit: str,
        edition: Edition,
        checkout: Path,
        folder: Path,
        before: Release | None,
        earlier: Path | None,
    ) -> tuple[Release, Summary]:
        """Build a public edition of a commit that is checked out, into a folder that may hold an earlier site.

        The release has no number yet. It is compared to the one ``before`` it, whose site is ``earlier``; both may be
        nothing.

        Raises :class:`Refused` where it cannot be signed, or what it is compared to has gone meanwhile.
        """
        summary, _ = build(checkout, edition, folder / SITE, strict=False, language=self.host.settings.language)
        contents = contents_of(folder / SITE)
        reason = self._reason_for_less(contents, before, earlier, commit)
        write_contents(folder, contents)
        assert summary.instant
        sign_release(self.host, folder / SITE, earlier, commit, summary.address, summary.instant)
        return Release(0, commit, summary.instant, summary.due, contents.counts, reason), summary

    def _publish(self) -> Publication:
        overtaken: _Made | None = None
        while True:
            now, commit, live = self.clock(), self.wanted(), self.releases.live
            if live and live.commit == commit and not self._is_due(live, now):
                return Publication(live, anew=False)
            try:
                made = self._make_now(commit, now, live)
            except NewsroomError:
                published = self._published_after_all(overtaken)
                if published:
                    return published
                raise
            release = switch_to(self.host, made.folder, made.release, commit)
            if release:
                return Publication(release, anew=True, summary=made.summary)
            overtaken = _Made(made.release, self.releases.keep_overtaken(made.folder), made.summary)

    def _published_after_all(self, overtaken: _Made | None) -> Publication | None:
        """What a later push has overtaken that cannot be published itself."""
        if overtaken is None:
            return None
        release = switch_after_all(self.host, overtaken.folder, overtaken.release)
        return Publication(release, anew=True, summary=overtaken.summary) if release else None

    def _is_due(self, live: Release, now: datetime.datetime) -> bool:
        return live.due is not None and live.due <= now

    def _make_now(self, commit: str, now: datetime.datetime, live: Release | None) -> _Made:
        """A release of a commit at this instant, settled in its folder, which is not served yet."""
        if live and now < live.instant:
            raise ClockBehind(
                f"the clock says {now.isoformat()}, and what is served is of {live.instant.isoformat()}: to publish now"
                " would take away what has been seen; set the clock right",
                f"الساعة الآن {now.isoformat()} والموقع المعروض هو موقع {live.instant.isoformat()}، فالنشر الآن"
                " يسحب ما رآه الناس؛ اضبط الساعة",
            )
        self.check_out(commit, self.host.checkout)
        take_over_memory(self.host, live)
        before = self._earlier(commit, live)
        earlier = self.releases.site(before) if before else None
        folder = self.releases.begin(earlier)
        release, summary = self.make(commit, Edition(now), self.host.checkout, folder, before, earlier)
        self.releases.settle(folder)
        return _Made(release, folder, summary)

    def _reason_for_less(self, contents: Contents, before: Release | None, earlier: Path | None, commit: str) -> str:
        if before is None or earlier is None:
            return ""
        since = before.commit
        return reason_for_less(contents_in(earlier), contents, lambda: self.repository.reasons(since, commit))

    def _earlier(self, commit: str, live: Release | None) -> Release | None:
        """The release that a new one begins with and is compared to: the last of its commit, else what is served.

        Whoever goes back does not lose what only a later commit had.
        """
        same = [release for release in self.releases.all() if release.commit == commit]
        return same[-1] if same else live


@contextmanager
def mending_words() -> Iterator[None]:
    """Tell of a disk that fails in a sentence. Raises :class:`Refused`."""
    try:
        yield
    except OSError as error:
        reason = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        raise Refused(
            f"nothing can be written ({reason}); what is served was left as it was. Mend that, then run"
            " newsroom publish",
            f"تعذّرت الكتابة ({reason})؛ وبقي المعروض كما كان. أصلح ذلك ثم شغّل newsroom publish",
        ) from None
