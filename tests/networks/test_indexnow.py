"""Search engines are told an address, and where to find the key."""

from __future__ import annotations

import datetime
import json

import pytest

from newsroom.model.crossposting import Carrier
from newsroom.model.delivery import Identity, Sealed
from newsroom.model.message import Card, Message
from newsroom.networks.indexnow import SERVER, IndexNow
from newsroom.networks.outcomes import Declined
from newsroom.networks.outlet import Access
from newsroom.networks.secrets import Secrets
from newsroom.networks.web import Web
from tests.servers.proxy import Proxy, Request, answered

NOW = datetime.datetime(2026, 11, 23, 8, tzinfo=datetime.UTC)
KEY = "0123456789abcdef"
LINK = "https://newsroom.luban.om/ar/posts/2026/results/"


def engine(server: str, file: str = "https://newsroom.luban.om/engines.txt") -> IndexNow:
    carrier = Carrier("indexnow", "engines", ("ar", "en"), (), server, file)
    secrets = Secrets(carrier, {"NEWSROOM_INDEXNOW_ENGINES_KEY": KEY})
    return IndexNow(Access(carrier, secrets, Web(lambda: NOW, secrets.hide), lambda: NOW))


def told(server: str) -> None:
    message = Message("post1", "ar", "indexnow", "engines", LINK, LINK, Card("", "", "", ""))
    engine(server).send(Sealed(Identity("post1", "ar", "indexnow", "engines"), message, NOW), {})


def test_an_engine_is_told_the_page_and_where_the_key_is() -> None:
    with Proxy("http://nobody.invalid", lambda _: answered(202)) as server:
        told(f"{server.address}/")
        assert server.seen[0].path == "/indexnow"
        assert json.loads(server.seen[0].body) == {
            "host": "newsroom.luban.om",
            "key": KEY,
            "keyLocation": "https://newsroom.luban.om/engines.txt",
            "urlList": [LINK],
        }


def test_all_engines_are_told_where_none_is_named() -> None:
    assert engine("")._server == SERVER


@pytest.mark.parametrize("status", [400, 403, 422])
def test_an_engine_that_does_not_believe_us_wants_a_person(status: int) -> None:
    with (
        Proxy("http://nobody.invalid", lambda _: answered(status, body=KEY.encode())) as server,
        pytest.raises(Declined) as caught,
    ):
        told(server.address)
    assert KEY not in str(caught.value.reason)


@pytest.mark.parametrize(("content", "is_well"), [(f"{KEY}\n", True), ("another", False)])
def test_health_looks_for_the_key_where_engines_will(content: str, is_well: bool) -> None:
    def site(request: Request):  # type: ignore[no-untyped-def]
        return answered(200, body=content.encode())

    with Proxy("http://nobody.invalid", site) as server:
        account = engine("", f"{server.address}/{KEY}.txt")
        if is_well:
            assert account.health().holder == server.address.removeprefix("http://")
        else:
            with pytest.raises(Declined) as caught:
                account.health()
            assert KEY not in str(caught.value.reason)
