"""What a release has no longer that the one before it had, and whether somebody says why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from newsroom.errors import FewerThanBefore
from newsroom.publishing.repository import REASON
from newsroom.releases.contents import Contents

NAMED: Final = 10
"""The most of what is missing that a sentence names."""


def reason_for_less(before: Contents, after: Contents, reasons: Callable[[], str]) -> str:
    """Why something is gone; empty where nothing is. ``reasons`` gives what commits say of it, or nothing.

    Raises :class:`FewerThanBefore` where something is gone and nobody says why, though as much may have come.
    """
    lost = before.beyond(after)
    if lost == Contents():
        return ""
    said = reasons()
    if not said:
        raise _without_reason(before, after, lost)
    return said


def named(lost: Contents) -> str:
    """The first of what was lost, one after another."""
    everything = (*lost.addresses, *lost.items)
    more = ", …" if len(everything) > NAMED else ""
    return ", ".join(everything[:NAMED]) + more


def _without_reason(before: Contents, after: Contents, lost: Contents) -> FewerThanBefore:
    were, are = before.counts, after.counts
    return FewerThanBefore(
        f"readers would lose {named(lost)}: there were {were.addresses} addresses, {were.posts} posts and {were.items}"
        f" feed items, and there would be {are.addresses}, {are.posts} and {are.items}. Nothing was published;"
        f" if that is meant, say why in the last lines of a commit's message: {REASON}: …",
        f"سيفقد القراء {named(lost)}: كان في الموقع {were.addresses} عنوانًا و{were.posts} منشورًا و{were.items} مادة"
        f" في الخلاصات، وسيكون فيه {are.addresses} و{are.posts} و{are.items}. لم يُنشر شيء؛ فإن كان ذلك مقصودًا"
        f" فاذكر السبب في آخر أسطر رسالة إيداع: {REASON}: …",
    )
