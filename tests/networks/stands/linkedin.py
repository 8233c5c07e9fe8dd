"""What stands for LinkedIn: it reads little text as LinkedIn does, and cuts it without a word at the first sign that is
not escaped; it has pictures uploaded before it shows them, refuses a text that it has by naming the post that has it,
and one that was deleted by naming a post that there is not. A member's posts can be read by nobody.

It does not check how long LinkedIn remembers a deleted text, whether it counts backslashes, what a picture is of, the
roles of people on a page, and limits of a day.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from newsroom.model.crossposting import Carrier
from newsroom.model.message import Message
from tests.networks.stands.loopback import Loopback, LoopbackStand, Reply, Request, reply, said_back
from tests.networks.stands.stand import Fault, Public

TOKEN, OTHER = "AQX-real/token+of_luban==", "AQX-token/that+was_revoked=="
PAGE, MEMBER = "urn:li:organization:5515715", "urn:li:person:8675309"
VERSIONS = {"202608", "202609"}
HASHTAG = re.compile(r"\{hashtag\|\\?#\|((?:\\.|[^\\|{}@\[\]()<>#*_~])+)\}", re.DOTALL)
PLAIN = re.compile(r"\\(.)|[^\\|{}@\[\]()<>#*_~]", re.DOTALL)


def read(commentary: str) -> str:
    """What LinkedIn makes of little text: all before the first sign that is neither escaped nor in a template."""
    shown, place = "", 0
    while place < len(commentary):
        if hashtag := HASHTAG.match(commentary, place):
            shown, place = shown + "#" + re.sub(r"\\(.)", r"\1", hashtag[1]), hashtag.end()
        elif plain := PLAIN.match(commentary, place):
            shown, place = shown + (plain[1] or plain[0]), plain.end()
        else:
            break
    return shown


@dataclass(frozen=True)
class Post:
    name: str
    record: Mapping[str, object]
    at: datetime.datetime

    def told(self) -> dict[str, object]:
        at = int(self.at.timestamp() * 1000)
        return {**self.record, "id": self.name, "createdAt": at, "publishedAt": at}


class LinkedIn:
    """A page or a member with its posts."""

    def __init__(self, author: str) -> None:
        self.author = author
        self.posts: list[Post] = []
        self.late = False
        self.deleted: set[object] = set()
        self.pictures: dict[str, bool] = {}
        self.count = 7_000_000

    def respond(self, request: Request) -> Reply:
        if request.headers.get("authorization") != f"Bearer {TOKEN}":
            return wrong(
                401, "REVOKED_ACCESS_TOKEN", f"The token used in the request has been revoked: {said_back(request)}"
            )
        if request.path == "/v2/userinfo":
            return reply(200, {"sub": MEMBER.rpartition(":")[2], "name": "Salim Al Harthy"})
        if request.method == "PUT":
            self.pictures[request.query["image"]] = True
            return reply(201)
        if request.headers.get("linkedin-version") not in VERSIONS:
            return wrong(426, "NONEXISTENT_VERSION", "Requested version is not active")
        assert request.headers["x-restli-protocol-version"] == "2.0.0"
        return self.upload(request) if request.path == "/rest/images" else self.rest(request)

    def upload(self, request: Request) -> Reply:
        assert request.query["action"] == "initializeUpload"
        assert request.json["initializeUploadRequest"]["owner"] == self.author
        picture = f"urn:li:image:C4E{len(self.pictures)}"
        self.pictures[picture] = False
        value = {"uploadUrl": f"https://www.linkedin.com/dms-uploads?image={picture}", "image": picture}
        return reply(200, {"value": value})

    def rest(self, request: Request) -> Reply:
        name = request.path.removeprefix("/rest/posts").removeprefix("/")
        if request.method == "POST":
            return self.post(request.json)
        if request.method == "DELETE":
            self.deleted |= {post.record["commentary"] for post in self.posts if post.name == name}
            self.posts = [post for post in self.posts if post.name != name]
            return reply(204)
        if self.author == MEMBER:
            return wrong(403, "ACCESS_DENIED", "Not enough permissions to access: partnerApiPostsExternal.GET")
        return self.named(name) if name else self.listed(request.query)

    def named(self, name: str) -> Reply:
        found = next((post for post in self.posts if post.name == name), None)
        return reply(200, found.told()) if found else wrong(404, "NOT_FOUND", f"Entity {name} not found")

    def listed(self, query: Mapping[str, str]) -> Reply:
        assert (query["q"], query["author"], query["sortBy"]) == ("author", self.author, "CREATED")
        shown = [] if self.late else [post.told() for post in reversed(self.posts)]
        return reply(200, {"elements": shown[: int(query["count"])]})

    def post(self, record: dict[str, object]) -> Reply:
        commentary = str(record["commentary"])
        if record["author"] != self.author or len(commentary) > 3000 or record["lifecycleState"] != "PUBLISHED":
            return wrong(422, "FIELD_LENGTH_TOO_LONG", "/commentary :: too long")
        article = record["content"]["article"]  # type: ignore[index]
        if not self.pictures.get(article.get("thumbnail"), "thumbnail" not in article):
            return wrong(400, "INVALID_CONTENT", "thumbnail is not uploaded")
        again = next((post.name for post in self.posts if post.record["commentary"] == commentary), None)
        self.count += 1
        if again or commentary in self.deleted:
            ghost = f"urn:li:share:{self.count}"
            return wrong(422, "DUPLICATE_POST", f"Content is a duplicate of {again or ghost}")
        name = f"urn:li:share:{self.count}"
        self.posts.append(Post(name, record, datetime.datetime.now(datetime.UTC)))
        return reply(201, None, x_restli_id=name)


def wrong(status: int, code: str, message: str) -> Reply:
    return reply(status, {"status": status, "code": code, "message": message})


def failing(fault: Fault, request: Request) -> Reply:
    if fault is Fault.BUSY:
        # LinkedIn says nowhere how long to wait.
        return wrong(429, "TOO_MANY_REQUESTS", "Resource level throttle APPLICATION DAY limit for calls reached")
    if fault is Fault.DENIED:
        return wrong(401, "EXPIRED_ACCESS_TOKEN", f"The token used in the request has expired: {said_back(request)}")
    if fault is Fault.PICTURE_REFUSED:
        return wrong(400, "MEDIA_ASSET_PROCESSING_FAILED", "The picture cannot be used")
    return wrong(500, "INTERNAL_SERVER_ERROR", said_back(request))


class LinkedInStand(LoopbackStand):
    faults = frozenset(Fault)
    carries_alt = True

    def __init__(self, server: Loopback, linkedin: LinkedIn, handle: str) -> None:
        super().__init__(server)
        self.linkedin = linkedin
        self.lists = linkedin.author == PAGE
        self.carrier = Carrier("linkedin", handle, ("ar", "en"), (), id=linkedin.author)
        self.environment, self.revoked = self.named(token=TOKEN), self.named(token=OTHER)

    def late(self, *, late: bool) -> None:
        self.linkedin.late = late

    def public(self) -> Sequence[Public]:
        return [self._seen(post) for post in self.linkedin.posts]

    @staticmethod
    def _seen(post: Post) -> Public:
        article = post.record["content"]["article"]  # type: ignore[index]
        return Public(post.name, read(str(post.record["commentary"])), "", article.get("thumbnailAltText", ""))

    def shown(self, message: Message) -> str:
        """What it was meant to say, wherever LinkedIn may cut it."""
        return re.sub(r"\\(.)", r"\1", re.sub(r"\{hashtag\|\\#\|(.*?)\}", r"#\1", message.text))


def is_post(request: Request) -> bool:
    return request.method == "POST" and request.path == "/rest/posts"


@contextmanager
def account(author: str, handle: str) -> Iterator[LinkedInStand]:
    linkedin = LinkedIn(author)
    server = Loopback(linkedin.respond, is_post, failing, lambda request: request.method == "PUT")
    with server.running():
        yield LinkedInStand(server, linkedin, handle)


STANDS = {"page": partial(account, PAGE, "luban-logistics"), "member": partial(account, MEMBER, "salim-al-harthy")}
