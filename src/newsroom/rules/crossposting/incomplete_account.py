"""An account's entry lacks what its network asks for, or names a server that nothing may be sent to.

What is sent, and the secrets that go with it, can be read on the way to a server without encryption. Bad:
``{network: mail, handle: press}``, for nobody knows by which server and from whom; ``server: http://hooks.example``,
which everybody on the way can read; a name or password in an address. Good:
``{network: mail, handle: press, server: "smtps://mail.luban.example", id: "Luban <news@luban.example>"}``.
Secrets have names of their own in the environment or the keyring, as the guide on cross-posting tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.model.crossposting import Carrier
from newsroom.model.language import Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, Rule
from newsroom.networks import NETWORKS
from newsroom.networks.network import Network, Setting
from newsroom.networks.servers import is_usable
from newsroom.reading.crossposting import CROSSPOSTING
from newsroom.reading.lines import Lines

RULE: Final = Rule(
    "NR805",
    "error",
    what=Localized(
        "ينقص الحساب {network} {handle} مفتاح {key} صالح", "the account {network} {handle} has no sound {key}"
    ),
    mend=Localized("اكتب {key}: {wanted_ar}", "write {key}: {wanted}"),
    addressee="communications",
)
_SERVER: Final = Localized("عنوان خادم يبدأ بـ https://", "the address of a server, beginning with https://")


def check(newsroom: Newsroom, lines: Lines) -> Iterator[Problem]:
    """Every setting that is missing or cannot be used."""
    for index, carrier in enumerate(newsroom.carriers):
        network = NETWORKS.get(carrier.network)
        for key, wanted in _lacking(carrier, network).items() if network else ():
            place = ("accounts", index, key) if getattr(carrier, key) else ("accounts", index)
            values = {"network": carrier.network, "handle": carrier.handle, "key": key}
            told = {"wanted": wanted.en, "wanted_ar": wanted.ar}
            yield Problem(RULE, CROSSPOSTING, lines.of_source(CROSSPOSTING, *place), values | told)


def _lacking(carrier: Carrier, network: Network) -> Mapping[Setting, Localized[str]]:
    missing = {key: wanted for key, wanted in network.settings.items() if not getattr(carrier, key)}
    if carrier.server and not is_usable(carrier.server, network.schemes):
        missing["server"] = network.settings.get("server", _SERVER)
    return missing
