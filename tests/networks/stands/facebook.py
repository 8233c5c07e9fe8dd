"""What stands for a Facebook Page: some repeats are refused and others published, and errors of the server publish too.

It does not check in what unit Facebook counts, how soon a feed shows a post, review of apps, and how a link's card is
made.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from newsroom.model.crossposting import Carrier
from tests.networks.stands.loopback import Loopback, LoopbackStand, Reply, Request, reply
from tests.networks.stands.meta import failing, token_of, wrong
from tests.networks.stands.stand import Public

TOKEN, OTHER = "EAAG-token|of/the+page", "EAAG-token|that/was+revoked"
PAGE = "104857600"
MOST = 63_206


@dataclass(frozen=True)
class Post:
    id: str
    message: str
    link: str
    at: datetime.datetime

    def record(self) -> dict[str, object]:
        return {
            "id": self.id,
            "message": self.message,
            "permalink_url": f"https://www.facebook.com/luban/posts/{self.id}",
            "created_time": self.at.isoformat(),
            "attachments": {"data": [{"unshimmed_url": f"{self.link}?fbclid=x"}]},
        }


class Facebook:
    """A page with its posts; ``refuses`` are the numbers of errors for texts that it has, one after the other."""

    def __init__(self) -> None:
        self.posts: list[Post] = []
        self.late = False
        self.count = 0
        self.refuses: list[int] = []

    def respond(self, request: Request) -> Reply:
        assert request.host == "graph.facebook.com"
        if token_of(request) != TOKEN:
            return wrong(400, 190, "Invalid OAuth access token - Cannot parse access token")
        path = request.path.removeprefix("/v25.0/")
        if path == "me":
            return reply(200, {"id": PAGE, "name": "Luban Logistics"})
        if request.method == "DELETE":
            self.posts = [post for post in self.posts if post.id != path]
            return reply(200, {"success": True})
        assert path == f"{PAGE}/feed"
        return self.post(request.form) if request.method == "POST" else self.feed(request.query)

    def post(self, form: dict[str, str]) -> Reply:
        if len(form["message"]) > MOST:
            return wrong(400, 100, "(#100) The message is too long")
        if self.refuses and any(post.message == form["message"] for post in self.posts):
            return wrong(400, self.refuses.pop(), "Duplicate status message")
        self.count += 1
        name = f"{PAGE}_{self.count}"
        self.posts.append(Post(name, form["message"], form["link"], datetime.datetime.now(datetime.UTC)))
        return reply(200, {"id": name})

    def feed(self, query: dict[str, str]) -> Reply:
        assert int(query["limit"]) <= 100
        shown = [post for post in reversed(self.posts) if post.at.timestamp() >= int(query["since"]) and not self.late]
        return reply(200, {"data": [post.record() for post in shown][: int(query["limit"])]})


class FacebookStand(LoopbackStand):
    carrier = Carrier("facebook", "luban.logistics", ("ar", "en"), (), id=PAGE)

    lists = True

    def __init__(self, server: Loopback, facebook: Facebook) -> None:
        super().__init__(server)
        self.facebook = facebook
        self.environment, self.revoked = self.named(token=TOKEN), self.named(token=OTHER)

    def late(self, *, late: bool) -> None:
        self.facebook.late = late

    def public(self) -> Sequence[Public]:
        return [Public(post.id, post.message) for post in self.facebook.posts]


def is_post(request: Request) -> bool:
    return request.method == "POST" and request.path.endswith("/feed")


@contextmanager
def page() -> Iterator[FacebookStand]:
    facebook = Facebook()
    with Loopback(facebook.respond, is_post, failing).running() as server:
        yield FacebookStand(server, facebook)


STANDS = {"": page}
