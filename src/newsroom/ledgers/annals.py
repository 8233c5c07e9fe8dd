"""What a clone knows of a ledger at its remote, and whether all of it is still there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from typing import Final

from newsroom.errors import LedgerUnusable
from newsroom.ledgers.commits import Commit, beginning, heads
from newsroom.ledgers.losses import BASELINES, LINES, LOST, Loss, losses, rewritten
from newsroom.ledgers.repository import PLACE, Repository

_SEEN: Final = f"{PLACE}seen/"
"""Where a clone remembers what it saw, by remote. Not under the remote's own names: ``git push --mirror`` would rewind
the ledger to what an old clone knew. As it is, that leaves the clone's memory at the remote, where all look for it."""
_LOOKS: Final = 2
"""A remote tells its refs one after another, while others write: what is missing once is asked for again."""


class Annals:
    """The records that are known, by their commits. Every method may raise :class:`LedgerUnusable`."""

    def __init__(self, repository: Repository) -> None:
        self.commits: dict[str, Commit] = {}
        self._repository = repository
        self._memory = f"{_SEEN}{repository.remote}/"
        self._heads: frozenset[str] = frozenset()
        self._is_read = False

    def read(self) -> Mapping[str, str]:
        """The last commit of every story at the remote, by its ref; each is known then, with all before it."""
        found: list[Loss] = []
        for _ in range(_LOOKS):
            # In this order: what another process of this clone remembers was at the remote before.
            own = self._repository.own_refs()
            refs = self._told(own)
            found = losses(self.commits, refs)
            if not found:
                self._is_read = True
                self._remember(own)
                return refs
        self._repository.update_own({loss.keep: loss.last for loss in found if loss.ref and not loss.forks})
        raise rewritten(self._repository.remote, found)

    def parents(self, after: str | None) -> list[str]:
        """The parents of a new record: the one before it in its story, and all for which no other vouches yet."""
        # Also where the version came from another clone: a commit can only be pushed with those before it.
        if not self._is_read or (after and after not in self.commits):
            self.read()
        first = after or self._beginning
        return [first, *sorted(self._heads - {first})]

    def add(self, commit: Commit) -> None:
        """Know a record that has come to be at the remote."""
        self.commits[commit.id] = commit
        self._heads = (self._heads - set(commit.parents)) | {commit.id}
        self._keep({self._memory + commit.id: commit.id})

    @cached_property
    def _beginning(self) -> str:
        commit = self._repository.write(beginning(self._repository.tree))
        self.commits.setdefault(commit, Commit(commit, (), b""))
        return commit

    def _told(self, own: Mapping[str, str]) -> dict[str, str]:
        """The remote's stories. What it holds of clones' memories is learned as well, and told of by :func:`losses`."""
        refs = self._repository.refs()
        self._learn(commit for name, commit in own.items() if name.startswith(self._memory))
        new = [commit for commit in refs.values() if commit not in self.commits]
        if new:
            self._repository.fetch(new)
            self._learn(refs.values())
        return {name: commit for name, commit in refs.items() if name.startswith((LINES, BASELINES))}

    def _learn(self, last: Iterable[str]) -> None:
        new = [commit for commit in last if commit not in self.commits]
        if new:
            self.commits.update((each.id, each) for each in self._repository.commits(new, self._heads))
            self._heads = heads(self.commits)

    def _remember(self, own: Mapping[str, str]) -> None:
        """Keep the records that lead to all others, and nothing else; also nothing that has been put back."""
        names = {self._memory + commit: commit for commit in self._heads}
        self._keep({name: names[name] for name in names.keys() - own.keys()})
        past = [name for name in own if name.startswith((self._memory, LOST)) and name not in names]
        self._keep({}, past)

    def _keep(self, update: Mapping[str, str], delete: Iterable[str] = ()) -> None:
        """Move what the clone remembers. All of it is at the remote, and another process may be at the same refs."""
        with suppress(LedgerUnusable):
            self._repository.update_own(update, delete)
