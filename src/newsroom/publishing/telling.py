"""What people are told of a publication: what is served now, until when, and what became of their push."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.publishing.losses import named
from newsroom.publishing.publication import Publication
from newsroom.releases.contents import Contents
from newsroom.releases.release import Release

NOBODY_WAITS: Final = Localized(
    "ولا ناشر يعمل هنا ليغيّره في موعده؛ شغّله: newsroom publisher --host {folder}",
    "no publisher is at work here to change it then; start one: newsroom publisher --host {folder}",
)
NO_PREVIEW: Final = Localized("لم تُنشأ المعاينة: {why}", "there is no new preview: {why}")


def published(publication: Publication, pushed: str | None = None) -> Iterator[Localized[str]]:
    """What is served now; ``pushed`` is the commit that whoever listens has pushed."""
    release = publication.release
    if pushed and pushed != release.commit:
        yield Localized(
            f"لا يُعرض ما دفعتَه ({pushed[:12]})، بل {release.commit[:12]}: دُفع بعده أو رجع إليه أحد",
            f"what you pushed ({pushed[:12]}) is not served, but {release.commit[:12]} is in its place: it was pushed"
            " later, or somebody went back to it",
        )
    if release.reason and publication.anew:
        yield Localized(
            f"فيه أقل مما كان، والسبب: {release.reason}", f"it holds less than before, since: {release.reason}"
        )
    yield served(release)


def served(release: Release) -> Localized[str]:
    """Which release is live, and when it changes by itself."""
    due = release.due.isoformat(timespec="minutes") if release.due else ""
    return Localized(
        f"الموقع المعروض هو الإصدار {release.number}" + (f"؛ ويتغير من نفسه في {due}" if due else ""),
        f"release {release.number} is live" + (f"; it next changes by itself at {due}" if due else ""),
    )


def previewed(branch: str, address: str | None) -> Localized[str]:
    """Where a branch can be seen, if it has anything of its own."""
    if address is None:
        return Localized(f"ليس في {branch} ما لم يُنشر، فلا معاينة له", f"{branch} has nothing new to preview")
    return Localized(f"معاينة {branch}: {address}", f"preview of {branch}: {address}")


def went_back(release: Release, branch: str, gone: Contents) -> Iterator[Localized[str]]:
    """What follows from going back: until when, and which addresses and items of the later release are ``gone``."""
    if gone != Contents():
        yield Localized(f"لم يعد معروضًا: {named(gone)}", f"no longer served: {named(gone)}")
    yield served(release)
    yield Localized(
        f"وهو من {release.commit[:12]} ويبقى كذلك إلى الدفع التالي إلى {branch}",
        f"it is of {release.commit[:12]}, and stays so until the next push to {branch}",
    )
