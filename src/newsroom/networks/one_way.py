"""Outlets that only take: a post goes there whole, and can be neither looked up nor taken back.

What a network's own file adds is the deed, and what can be asked of it without one.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from newsroom.model.delivery import ANNOUNCEMENT, Identity, Receipt, Sealed
from newsroom.model.language import Language, Localized
from newsroom.model.message import Message
from newsroom.networks.outcomes import Declined, Unknown


class OneWay:
    """An outlet that keeps no record that we could read: what is in doubt there stays so until a person looks."""

    def parts(self, _: Language) -> Sequence[str]:
        """Once."""
        return (ANNOUNCEMENT,)

    def seal(self, identity: Identity, message: Message, now: datetime.datetime) -> Sealed:
        """The message as it is."""
        return Sealed(identity, message, now)

    def prepare(self, _: Sealed) -> Mapping[str, str]:
        """Nothing has to be ready."""
        return {}

    def recover(self, _sealed: Sealed, _prepared: Mapping[str, str], _since: datetime.datetime) -> Receipt | None:
        """Nobody can tell: raises ``Unknown``."""
        raise Unknown(
            Localized(
                "قد تكون الرسالة قد وصلت، ولا سبيل إلى معرفة ذلك من هنا",
                "it may have arrived; it cannot be seen from here",
            )
        )

    def delete(self, _: Receipt) -> None:
        """What has arrived cannot be taken back: raises ``Declined``."""
        raise Declined(Localized("لا تُسترد الرسالة بعد وصولها", "what has arrived there cannot be taken back"))


class Repeatable(OneWay):
    """An outlet that may be told a thing twice: who hears it again sees that it is the same."""

    def recover(self, _sealed: Sealed, _prepared: Mapping[str, str], _since: datetime.datetime) -> Receipt | None:
        """Nothing: it may be sent again."""
        return None
