"""Publishing, and saying what came of it to whoever pushed or stands at the host."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from newsroom.errors import NewsroomError
from newsroom.model.language import Language, Localized
from newsroom.publishing.crossposting import crosspost_beside
from newsroom.publishing.going_back import go_back
from newsroom.publishing.permissions import made_for_readers
from newsroom.publishing.presence import somebody_waits
from newsroom.publishing.previewing import Previewing
from newsroom.publishing.publication import Clock, Publishing
from newsroom.publishing.receiving import Update
from newsroom.publishing.telling import NO_PREVIEW, NOBODY_WAITS, previewed, published, went_back
from newsroom.releases.contents import Contents
from newsroom.releases.host import Host
from newsroom.terminal import say, show


def publish(host: Host, clock: Clock, pushed: str | None = None) -> None:
    """Make live what is to be seen now; ``pushed`` is the commit of whoever listens. Raises what a publication does."""
    made_for_readers()
    language = host.settings.language
    publication = _publishing(host, clock, language).publish()
    if publication.summary:
        show(publication.summary.sentences(language).splitlines())
    _say(published(publication, pushed), language)
    if publication.release.due and not somebody_waits(host):
        say(NOBODY_WAITS[language].format(folder=host.folder))
    crosspost_beside(host)


def receive(host: Host, pushed: Sequence[Update], clock: Clock) -> None:
    """Publish what was pushed, if it is of the branch that is published. Raises what a publication does."""
    update = next((update for update in pushed if update.branch == host.settings.branch), None)
    try:
        if update:
            _publishing(host, clock, host.settings.language).unpin()
            publish(host, clock, update.new)
    finally:
        _preview(host, pushed, clock)


def _preview(host: Host, pushed: Sequence[Update], clock: Clock) -> None:
    """Show the branches that were pushed to whoever knows where, and those no more that were merged or deleted.

    What goes wrong here is said, and blocks nothing.
    """
    language = host.settings.language
    previewing = Previewing(host, clock, lambda notice: say(notice[language]))
    others = [each.branch for each in pushed if not each.is_deletion and each.branch != host.settings.branch]
    with _saying_what_fails(language):
        previewing.sweep()
    for branch in others if host.settings.previews else ():
        with _saying_what_fails(language):
            say(previewed(branch, previewing.preview(branch))[language])


@contextmanager
def _saying_what_fails(language: Language) -> Iterator[None]:
    try:
        yield
    except NewsroomError as error:
        say(NO_PREVIEW[language].format(why=error.sentence(language)))


def roll_back(host: Host, number: int | None, clock: Clock, language: Language) -> None:
    """Serve an earlier release again, until somebody pushes. Raises :class:`newsroom.errors.Refused`."""
    made_for_readers()
    publishing = _publishing(host, clock, language)
    releases = publishing.releases
    before = releases.contents(releases.live) if releases.live else Contents()

    def failed(error: NewsroomError) -> None:
        say(error.sentence(language))

    release = go_back(publishing, number, failed).release
    _say(went_back(release, host.settings.branch, before.beyond(releases.contents(release))), language)


def _publishing(host: Host, clock: Clock, language: Language) -> Publishing:
    return Publishing(host, clock, lambda notice: say(notice[language]))


def _say(sentences: Iterable[Localized[str]], language: Language) -> None:
    for sentence in sentences:
        say(sentence[language])
