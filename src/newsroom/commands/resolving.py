"""``newsroom resolve`` and ``newsroom crosspost --delete``: what only people can say of a message that was sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from newsroom.commands.crosspost import FATES
from newsroom.commands.status import SHORT, Entry, entries
from newsroom.crosspost.world import World
from newsroom.errors import Refused
from newsroom.ledgers.ledger import Ledger, Line, State, Step, may_follow
from newsroom.model.crossposting import Carrier
from newsroom.model.delivery import Identity, Receipt
from newsroom.model.language import Language, Localized
from newsroom.model.newsroom import Newsroom
from newsroom.networks import NETWORKS
from newsroom.networks.outcomes import Undelivered, Unknown

Decision = Literal["sent", "send", "drop"]
"""What a person says of a message: it is there; it is not, and may be sent; it is not to be sent."""
DECISIONS: Final[Mapping[Decision, Step]] = {"sent": "posted", "send": "cleared", "drop": "dismissed"}


def resolve(
    newsroom: Newsroom, ledger: Ledger, world: World, key: str, decision: Decision, address: str
) -> Localized[str]:
    """Write down what a person says of a message, and say what that means.

    Where the network can be asked, it is, and a message that it has is not sent again, whoever did not see it. Raises
    :class:`Refused` where the key or the decision cannot be, or the network should be asked and cannot.
    """
    state = _the_one(ledger, key)
    step = DECISIONS[decision]
    if not may_follow(step, state.step):
        raise Refused(
            f"{key}: {decision} cannot be said of a message that is {FATES[state.step].en}",
            f"{key}: لا يقال {decision} عن رسالة حالها: {FATES[state.step].ar}",
        )
    found = _found(state, newsroom, world) if decision != "drop" else None
    step = "posted" if found else step
    receipt = found or (Receipt("", address) if step == "posted" else None)
    _append(ledger, Line(state.key, step, world.clock(), world.word(), receipt=receipt), state)
    return FATES[step]


def _found(state: State, newsroom: Newsroom, world: World) -> Receipt | None:
    """The receipt of a message that may have left, where the network has it and tells."""
    carrier = _carrier_of(state.sealed.identity, newsroom) if state.sealed else None
    if carrier is None or state.sealed is None or state.since is None:
        return None
    try:
        outlet = NETWORKS[carrier.network].opened(world.access(carrier))
        return outlet.recover(state.sealed, state.prepared, state.since)
    except Unknown:
        return None
    except Undelivered as error:
        raise Refused(
            f"the network has to be asked first, and cannot be: {error.reason.en}",
            f"تُسأل الشبكة أولًا وتعذّر سؤالها: {error.reason.ar}",
        ) from None


def _the_one(ledger: Ledger, key: str) -> State:
    found = [state for each, state in ledger.states().items() if each.startswith(key) and isinstance(state, State)]
    if len(found) != 1 or len(key) < SHORT:
        raise Refused(
            f'no single message has a key that begins with "{key}"; newsroom status shows them',
            f"لا توجد رسالة واحدة يبدأ مفتاحها بـ«{key}»؛ يعرضها الأمر newsroom status",
        )
    return found[0]


def _append(ledger: Ledger, line: Line, state: State) -> None:
    if ledger.append(line, state.version) is None:
        raise Refused(
            "somebody else has just written about this message; look again: newsroom status",
            "كُتب عن هذه الرسالة للتو في موضع آخر؛ انظر ثانية: newsroom status",
        )


def deletions(
    newsroom: Newsroom, ledger: Ledger, world: World, slug: str, language: Language
) -> Iterator[tuple[str, bool]]:
    """Take down the messages of a withdrawn post: what is told of each, and whether it is gone.

    Raises :class:`Refused` where the post was not withdrawn.
    """
    found = [entry for entry in entries(newsroom, ledger, slug)[0] if entry.state.step == "posted"]
    if any(not entry.is_left_over for entry in found):
        raise Refused(
            f"{slug} was not withdrawn; withdraw it first, so that its page says so",
            f"المنشور {slug} غير مسحوب؛ اسحبه أولًا لتقول صفحته ذلك",
        )
    for entry in found:
        fault = _deleted(entry.state, newsroom, ledger, world)
        yield (
            " · ".join((FATES["deleted"][language] if fault is None else fault[language], *_named(entry))),
            fault is None,
        )


def _named(entry: Entry) -> Iterator[str]:
    state = entry.state
    if state.sealed:
        yield f"{state.sealed.identity.network} {state.sealed.identity.handle} ({state.sealed.identity.language})"
    if state.receipt and state.receipt.address:
        yield state.receipt.address


def _deleted(state: State, newsroom: Newsroom, ledger: Ledger, world: World) -> Localized[str] | None:
    carrier = _carrier_of(state.sealed.identity, newsroom) if state.sealed else None
    if carrier is None or state.receipt is None:
        return Localized(
            "الحساب ليس في crosspost.yml؛ احذفها يدويًّا", "the account is not in crosspost.yml; delete it by hand"
        )
    if not state.receipt.id:
        return Localized("لا يُعرف رقمها هناك؛ احذفها يدويًّا", "nobody knows its number there; delete it by hand")
    try:
        NETWORKS[carrier.network].opened(world.access(carrier)).delete(state.receipt)
    except Undelivered as error:
        return error.reason
    _append(ledger, Line(state.key, "deleted", world.clock(), world.word()), state)
    return None


def _carrier_of(identity: Identity, newsroom: Newsroom) -> Carrier | None:
    account = (identity.network, identity.handle)
    return next((each for each in newsroom.carriers if (each.network, each.handle) == account), None)
