"""What stands for Threads: containers with their states, each published at most once, and a list of posts.

It does not check how Threads counts Arabic, how long it takes to publish, that a container expires after a day, the 250
posts of a day, and what becomes of the card of a link.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from newsroom.model.crossposting import Carrier
from newsroom.networks.counting import with_pictograms_as_bytes
from tests.networks.stands.loopback import Loopback, LoopbackStand, Reply, Request, reply
from tests.networks.stands.meta import failing, token_of, wrong
from tests.networks.stands.stand import Public

TOKEN, OTHER = "THQW-token|of/luban+", "THQW-token|that/was+revoked"
EXPIRES = datetime.datetime(2027, 1, 20, tzinfo=datetime.UTC)
MOST = 500
MOST_LINKS = 5


@dataclass
class Container:
    text: str
    states: list[str]
    """Those that are told one after the other; the last stays."""

    def told(self) -> str:
        return self.states.pop(0) if len(self.states) > 1 else self.states[0]


@dataclass(frozen=True)
class Post:
    id: str
    text: str
    at: datetime.datetime

    def record(self) -> dict[str, str]:
        return {
            "id": self.id,
            "text": self.text,
            "permalink": f"https://www.threads.net/@luban.logistics/post/{self.id}",
        }


class Threads:
    """A profile with its containers and posts; ``states`` are those of the next containers."""

    def __init__(self) -> None:
        self.containers: dict[str, Container] = {}
        self.posts: list[Post] = []
        self.late = False
        self.states = ["FINISHED"]
        self.count = 1800

    def respond(self, request: Request) -> Reply:
        assert request.host == "graph.threads.net"
        if token_of(request) != TOKEN:
            return wrong(400, 190, "Invalid OAuth access token")
        path = request.path.removeprefix("/v1.0/")
        if request.method == "POST":
            return self.make(request.form) if path == "me/threads" else self.publish(request.form)
        if request.method == "DELETE":
            self.posts = [post for post in self.posts if post.id != path]
            return reply(200, {"success": True, "deleted_id": path})
        return self.told(path, request.query)

    def told(self, path: str, query: dict[str, str]) -> Reply:
        if path == "me":
            return reply(200, {"id": "1811", "username": "luban.logistics"})
        if path == "debug_token":
            assert query["input_token"] == TOKEN
            return reply(200, {"data": {"is_valid": True, "expires_at": int(EXPIRES.timestamp())}})
        if path == "me/threads":
            shown = [
                post for post in reversed(self.posts) if post.at.timestamp() >= int(query["since"]) and not self.late
            ]
            return reply(200, {"data": [post.record() for post in shown][: int(query["limit"])]})
        if path in self.containers:
            return reply(200, {"id": path, "status": self.containers[path].told()})
        found = next((post for post in self.posts if post.id == path), None)
        return reply(200, found.record()) if found else wrong(400, 100, "Unsupported get request")

    def make(self, form: dict[str, str]) -> Reply:
        assert form["media_type"] == "TEXT"
        if with_pictograms_as_bytes(form["text"]) > MOST:
            return wrong(400, 100, "Param text must be at most 500 characters long")
        if len(set(re.findall(r"https?://\S+", form["text"]))) > MOST_LINKS:
            return wrong(400, 100, "THREADS_API__LINK_LIMIT_EXCEEDED")
        self.count += 1
        self.containers[str(self.count)] = Container(form["text"], list(self.states))
        return reply(200, {"id": str(self.count)})

    def publish(self, form: dict[str, str]) -> Reply:
        container = self.containers[form["creation_id"]]
        if container.states != ["FINISHED"]:
            return wrong(400, 24, "The requested resource does not exist")
        container.states = ["PUBLISHED"]
        self.count += 1
        self.posts.append(Post(str(self.count), container.text, datetime.datetime.now(datetime.UTC)))
        return reply(200, {"id": str(self.count)})


class ThreadsStand(LoopbackStand):
    carrier = Carrier("threads", "@luban.logistics", ("ar", "en"), ())

    lists = True

    def __init__(self, server: Loopback, threads: Threads) -> None:
        super().__init__(server)
        self.threads = threads
        self.environment, self.revoked = self.named(token=TOKEN), self.named(token=OTHER)

    def late(self, *, late: bool) -> None:
        self.threads.late = late

    def public(self) -> Sequence[Public]:
        return [Public(post.id, post.text) for post in self.threads.posts]


def is_publication(request: Request) -> bool:
    return request.method == "POST" and request.path.endswith("/threads_publish")


@contextmanager
def profile() -> Iterator[ThreadsStand]:
    threads = Threads()
    with Loopback(threads.respond, is_publication, failing).running() as server:
        yield ThreadsStand(server, threads)


STANDS = {"": profile}
