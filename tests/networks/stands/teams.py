"""What stands for the workflow of a room on Teams: it takes one adaptive card of 28 KB, and gives no id.

It does not fetch the picture, and checks of a card no more than that it has paragraphs and one picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from newsroom.model.crossposting import Carrier
from tests.networks.stands.loopback import Loopback, Reply, Request, reply, said_back
from tests.networks.stands.stand import Fault, Stand
from tests.networks.stands.unnamed import UnnamedStand

WORKFLOW = (
    "https://prod-12.westeurope.logic.azure.com/workflows/4f0e/triggers/manual/paths/invoke"
    "?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig="
)
SIGNATURE, OTHER = "real-signature_of-the-room", "signature_that-was-revoked"


class Teams:
    def __init__(self) -> None:
        self.held: list[tuple[str, str]] = []

    def respond(self, request: Request) -> Reply:
        if request.query.get("sig") != SIGNATURE or request.query["sp"] != "/triggers/manual/run":
            return reply(401, {"error": {"code": "DirectApiAuthorizationRequired", "message": said_back(request)}})
        if len(request.body) > 28 * 1024:
            return reply(413, {"error": {"code": "RequestEntityTooLarge"}})
        (attachment,) = request.json["attachments"]
        card = attachment["content"]
        *paragraphs, picture = card["body"]
        assert (request.json["type"], card["type"], picture["type"]) == ("message", "AdaptiveCard", "Image")
        assert card["rtl"] is (card["lang"] == "ar")
        self.held.append(("\n\n".join(each["inlines"][0]["text"] for each in paragraphs), card["lang"]))
        return Reply(202)


def failing(fault: Fault, request: Request) -> Reply:
    if fault is Fault.BUSY:
        return reply(429, {"error": {"code": "TooManyRequests"}}, retry_after="17")
    if fault is Fault.DENIED:
        return reply(401, {"error": {"message": said_back(request)}})
    return reply(502, {"error": {"message": said_back(request)}})


class TeamsStand(UnnamedStand):
    carrier = Carrier("teams", "press room", ("ar", "en"), ())
    carries_language = True
    health_knows = False

    def __init__(self, server: Loopback, teams: Teams) -> None:
        super().__init__(server, teams.held)
        self.environment = self.named(address=WORKFLOW + SIGNATURE)
        self.revoked = self.named(address=WORKFLOW + OTHER)


@contextmanager
def room() -> Iterator[Stand]:
    teams = Teams()
    with Loopback(teams.respond, lambda _: True, failing).running() as server:
        yield TeamsStand(server, teams)


STANDS = {"": room}
