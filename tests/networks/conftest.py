"""Every stand in turn, each opened once for a file, and trials of messages there."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest

from newsroom.model.language import Language
from newsroom.model.message import Message
from tests.networks.stands import stands
from tests.networks.stands.loopback import LOOPBACK, Loopback, Reply, Request, never
from tests.networks.stands.pictures import CARD
from tests.networks.stands.stand import Stand
from tests.networks.trials import Begin, Trial, numbers

STANDS = stands()


@pytest.fixture(scope="module", params=STANDS)
def stand(request: pytest.FixtureRequest) -> Iterator[Stand]:
    with STANDS[request.param]() as opened:
        yield opened


@pytest.fixture(scope="module")
def pictures() -> Iterator[str]:
    """The address of a site with ``card.png``."""

    def respond(request: Request) -> Reply:
        there = request.path == "/card.png"
        return Reply(200, CARD, {"content-type": "image/png"}) if there else Reply(404, b"not here")

    with Loopback(respond, never, lambda *_: Reply(500)).running() as server:
        yield f"http://{LOOPBACK}:{server.port}"


@pytest.fixture
def begin(stand: Stand, pictures: str) -> Begin:
    """Gives a trial of a new message."""

    def begun(
        language: Language = "en",
        picture: str = "card.png",
        message: Message | None = None,
        *,
        revoked: bool = False,
    ) -> Trial:
        message = message or stand.message(next(numbers), language, f"{pictures}/{picture}")
        outlet = stand.outlet(stand.revoked if revoked else stand.environment)
        now = datetime.datetime.now(datetime.UTC)
        sealed = outlet.seal(stand.identity(message, outlet), message, now)
        return Trial(stand, message, outlet, sealed, {each.id for each in stand.public()}, stand.deeds())

    return begun
