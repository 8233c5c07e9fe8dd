"""Newer consent goes before older: what was approved once does not come back after somebody approved something else.

Without this, whoever may push could put back the words that were corrected or withdrawn, together with the approvals
that these had then, and all signatures would be good.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from newsroom.approvals.contents import STATUS, instant
from newsroom.approvals.files import Approvals
from newsroom.approvals.messages import on_the_site
from newsroom.approvals.past import PastApproval, past_approval, replaced_approvals
from newsroom.approvals.requirements import Need
from newsroom.approvals.statement import Statement
from newsroom.approvals.verification import Memory, verdicts
from newsroom.history.log import History, leads_to
from newsroom.model.post import Post


class Precedence:
    """Knows every good signature that was ever given to a post, whether its files are still there or not.

    ``statements`` are by the ids of posts; ``leads_to`` tells whether one commit is among those that led to another.
    """

    def __init__(self, statements: Mapping[str, Sequence[Statement]], leads_to: Callable[[str, str], bool]) -> None:
        self._statements = statements
        self._leads_to = leads_to

    @classmethod
    def of(
        cls, root: Path, history: History, present: Approvals, signers: bytes, revoked: bytes | None, memory: Memory
    ) -> Precedence:
        """That of the approvals that are there and of those that were. Raises :class:`HistoryUnknown`."""
        paths = {approval.path for of_post in present.values() for approval in of_post.values()}
        found = [*_present(present), *replaced_approvals(root, history, paths)]
        outcomes = verdicts([each.case for each in found], signers, revoked, memory)
        good: dict[str, list[Statement]] = defaultdict(list)
        for each in found:
            if outcomes[each.case].outcome == "good" and each.statement.commit in history.times:
                good[each.statement.contents.get("post", "")].append(each.statement)
        return cls(good, partial(leads_to, root))

    def newer(self, statement: Statement) -> Statement | None:
        """A consent to other contents of the same post, given at a commit that came after; or nothing."""
        others = self._statements.get(statement.contents.get("post", ""), ())
        return next((each for each in others if self._is_newer(each, statement)), None)

    def _is_newer(self, other: Statement, statement: Statement) -> bool:
        is_other = on_the_site(other.contents) != on_the_site(statement.contents)
        return is_other and self._leads_to(statement.commit, other.commit)

    def approved_as(self, post: str) -> frozenset[str]:
        """The types that the post of an id had when somebody consented to it."""
        return frozenset(each.contents.get("type", "") for each in self._statements.get(post, ()))

    def bounded(self, need: Need, post: Post) -> Need:
        """A need in which one consent is enough only where the post had all that it needs, at its place and instant.

        Else one person could publish a notice at an address of their own choosing, or have a post vanish without one.
        """
        return need if self.had_all(need, post) else Need(need.roles)

    def had_all(self, need: Need, post: Post) -> bool:
        """Whether each role has once consented to a post, not withdrawn, of this place and instant."""
        statements = self._statements.get(post.id, ())
        had = {each.role for each in statements if STATUS not in each.contents and _is_in_place(each, post)}
        return had.issuperset(need.roles)


NO_PRECEDENCE: Final = Precedence({}, lambda _, __: False)
"""That of a newsroom without approvals, or without a history."""


def _is_in_place(statement: Statement, post: Post) -> bool:
    said = statement.contents
    return (said.get("address"), said.get("released")) == (post.folder, instant(post.released))


def _present(approvals: Approvals) -> Iterator[PastApproval]:
    for of_post in approvals.values():
        for each in of_post.values():
            found = past_approval("", each.path, each.statement, each.signature)
            if found:
                yield found
