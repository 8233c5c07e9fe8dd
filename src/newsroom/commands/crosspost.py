"""``newsroom crosspost``: send everything that is due, and tell what became of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from newsroom.commands.instants import aware
from newsroom.crosspost.delivering import Fate, Outcome
from newsroom.crosspost.running import Run, run
from newsroom.crosspost.world import World
from newsroom.ledgers.ledger import Ledger
from newsroom.model.delivery import Identity
from newsroom.model.language import Language, Localized
from newsroom.model.newsroom import Newsroom
from newsroom.pages.release import at_instant

SENT: Final = 0
FAILED: Final = 1
UNCERTAIN: Final = 2

FATES: Final[Mapping[Fate, Localized[str]]] = {
    "posted": Localized("أُرسلت", "sent"),
    "waiting": Localized("تنتظر موعدها", "waits for its hour"),
    "blocked": Localized("لم تُرسل", "not sent"),
    "taken": Localized("يتولاها تشغيل آخر", "in the hands of another run"),
    "deferred": Localized("لم تُرسل، وتُعاد المحاولة", "not sent, to be tried again"),
    "refused": Localized("رفضتها الشبكة", "refused by the network"),
    "uncertain": Localized("لا يُعلم أأُرسلت أم لا", "uncertain whether it was sent"),
    "claimed": Localized("حُجزت للإرسال", "claimed"),
    "sending": Localized("قيد الإرسال", "being sent"),
    "dismissed": Localized("صُرف النظر عنها", "dismissed"),
    "cleared": Localized("تُرسل في التشغيل التالي", "to be sent by the next run"),
    "deleted": Localized("حُذفت", "deleted"),
}
"""What a person is told of a message."""
_BEGUN: Final = Localized(
    "{account}: أول تشغيل؛ لم يُرسل شيء مما سبق نشره، ويُرسل ما يُنشر بعد الآن",
    "{account}: the first run; nothing that was out already is sent, and what comes out from now on is",
)
_BROKEN: Final = Localized(
    "في السجل سطور غير مفهومة: newsroom status", "lines in the ledger make no sense: newsroom status"
)
_NOTHING: Final = Localized("لم يحن شيء", "nothing is due")
_DONE: Final[frozenset[Fate]] = frozenset({"posted", "waiting", "taken"})


def crosspost(newsroom: Newsroom, ledger: Ledger, world: World, tell: Callable[[Outcome], None]) -> Run:
    """Send all that is due of a newsroom as it is now. Raises :class:`newsroom.errors.LedgerUnusable`."""
    visible = at_instant(newsroom, aware(world.clock(), newsroom))
    return run(visible, newsroom.agreed, ledger, world, tell)


def exit_code(done: Run) -> int:
    """0: all that was due is sent, or waits for its hour. 2: a person has to look what was sent. 1: the rest."""
    if any(each.fate == "uncertain" or not each.recorded for each in done.outcomes):
        return UNCERTAIN
    return FAILED if done.broken or any(each.fate not in _DONE for each in done.outcomes) else SENT


def remarks(done: Run, language: Language) -> Iterator[str]:
    """What is to be known of a run besides its messages."""
    for account in done.begun:
        yield _BEGUN[language].format(account=account)
    if done.broken:
        yield _BROKEN[language]
    if not (done.outcomes or done.begun or done.broken):
        yield _NOTHING[language]


def as_line(outcome: Outcome, newsroom: Newsroom, language: Language) -> str:
    """What became of a message, on one line: fate, account, language, post, and what is to be known of it."""
    identity = outcome.identity
    told = (outcome.receipt.address if outcome.receipt else "", _reason(outcome, language), _until(outcome, newsroom))
    head = f"{FATES[outcome.fate][language]}: {identity.network} {identity.handle} ({identity.language}) "
    return " · ".join(filter(None, (head + slug_of(identity, newsroom), *told)))


def _reason(outcome: Outcome, language: Language) -> str:
    lost = Localized("أُرسلت ولم يُكتب ذلك في السجل", "the ledger could not be told")[language]
    return "; ".join(
        filter(None, (outcome.reason[language] if outcome.reason else "", "" if outcome.recorded else lost))
    )


def _until(outcome: Outcome, newsroom: Newsroom) -> str:
    return outcome.until.astimezone(newsroom.timezone).isoformat(timespec="minutes") if outcome.until else ""


def slug_of(identity: Identity, newsroom: Newsroom) -> str:
    """Where the post of a message stands: ``2026/annual-results``; its id, where it is there no more."""
    found = next((post for post in newsroom.posts if post.id == identity.post), None)
    return f"{found.year}/{found.slug}" if found else identity.post


def as_json(done: Run, newsroom: Newsroom) -> str:
    """What a run did, for programs."""
    tree = {
        "begun": done.begun,
        "broken": done.broken,
        "messages": [_tree(outcome, newsroom) for outcome in done.outcomes],
    }
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _tree(outcome: Outcome, newsroom: Newsroom) -> dict[str, Any]:
    identity = outcome.identity
    return {
        "key": identity.key,
        "post": slug_of(identity, newsroom),
        "id": identity.post,
        "language": identity.language,
        "network": identity.network,
        "handle": identity.handle,
        "part": identity.part,
        "fate": outcome.fate,
        "recorded": outcome.recorded,
        "address": outcome.receipt.address if outcome.receipt else None,
        "until": outcome.until.isoformat() if outcome.until else None,
        "reason": outcome.reason.en if outcome.reason else None,
    }
