"""What the hooks of the bare repository do: one refuses what must not come in, the other publishes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from newsroom.errors import PushRefused
from newsroom.history.git import quarantine_of
from newsroom.publishing.contents import refuse_what_is_no_newsroom
from newsroom.publishing.repository import NOTHING, Repository
from newsroom.releases.host import Host

_BRANCHES: Final = "refs/heads/"


@dataclass(frozen=True, slots=True)
class Update:
    """A branch that was pushed, from one commit to another; either is :data:`NOTHING` where there is none."""

    branch: str
    old: str
    new: str

    @property
    def is_deletion(self) -> bool:
        """Whether the branch is taken away."""
        return self.new == NOTHING


def updates(lines: Iterable[str]) -> Iterator[Update]:
    """The branches among what git tells a hook on its standard input, a line each: old commit, new commit, ref."""
    for line in lines:
        old, new, ref = line.rstrip("\n").split(" ", 2)
        if ref.startswith(_BRANCHES):
            yield Update(ref.removeprefix(_BRANCHES), old, new)


def refuse(host: Host, pushed: Iterable[Update], environment: Mapping[str, str]) -> None:
    """Raise :class:`PushRefused` for what must not come in; ``environment`` is that of the hook."""
    repository = Repository(host.repository, quarantine_of(environment))
    for update in pushed:
        if update.branch == host.settings.branch:
            _refuse_loss(repository, update)
        if not update.is_deletion:
            refuse_what_is_no_newsroom(repository, update.new, host.settings.largest)


def _refuse_loss(repository: Repository, update: Update) -> None:
    """The branch that is published only grows: its history is the record of what was said."""
    if update.is_deletion:
        raise PushRefused(
            f"the branch {update.branch} is the one that is published, and is not deleted",
            f"الفرع {update.branch} هو الذي يُنشر فلا يُحذف",
        )
    if update.old != NOTHING and not repository.contains(update.old, update.new):
        raise PushRefused(
            f"this push would take away commits that were published on {update.branch}; fetch and merge them first,"
            " and undo what is wrong with git revert",
            f"هذا الدفع يحذف إيداعات نُشرت من الفرع {update.branch}؛ اجلبها وادمجها أولًا،"
            " وتراجع عن الخطأ بالأمر git revert",
        )
