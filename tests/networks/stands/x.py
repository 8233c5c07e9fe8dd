"""What stands for X: it checks signatures, weighs texts, shortens links, refuses a text that it has, and counts money.

It does not check how long X remembers a text and how near another has to be to be the same to it, the delay until a
post is shown, rates, the label of automated accounts, and whether X minds a digest of the body, which it refuses.
"""

from __future__ import annotations

import datetime
import html
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import unquote

from oauthlib.common import Request as Signed
from oauthlib.oauth1.rfc5849 import signature
from oauthlib.oauth1.rfc5849.utils import parse_authorization_header
from twitter_text import extract_urls_with_indices

from newsroom.model.crossposting import Carrier
from newsroom.networks.x import MOST, PRICE, PRICE_WITH_LINK, weight
from tests.networks.stands.loopback import Loopback, LoopbackStand, Reply, Request, reply, said_back
from tests.networks.stands.stand import Fault, Public

SECRETS = {
    "api_key": "key-of-the/app+1",
    "api_secret": "secret-of-the/app+1",
    "token": "1811-token-of/luban+1",
    "token_secret": "secret-of-the-token+1",
}
OTHERS = SECRETS | {"token": "1811-token-that-was-revoked", "token_secret": "secret-that-was-revoked"}
READING = Decimal("0.001")
"""What one of the account's own posts costs that is read."""


@dataclass(frozen=True)
class Post:
    id: str
    text: str
    at: datetime.datetime

    def record(self) -> dict[str, object]:
        text, entities = self.text, []
        for number, link in enumerate(reversed(extract_urls_with_indices(self.text))):
            short, (start, end) = f"https://t.co/{self.id}{number}", link["indices"]
            text = text[:start] + short + text[end:]
            entities.append({"url": short, "expanded_url": link["url"], "unwound_url": f"{link['url']}?from=x"})
        shown = html.escape(text, quote=False)
        return {"id": self.id, "text": shown, "entities": {"urls": entities}, "created_at": self.at.isoformat()}


class X:
    """An account with its posts; ``spent`` is what was asked for so far, in US dollars."""

    def __init__(self) -> None:
        self.posts: list[Post] = []
        self.late = False
        self.count = 1990
        self.spent = Decimal(0)

    def respond(self, request: Request) -> Reply:
        assert request.host == "api.x.com"
        if not is_signed(request):
            return wrong(401, "Unauthorized", said_back(request))
        kind, _, number = request.path.removeprefix("/2/").partition("/")
        if request.method == "POST":
            return self.post(request.json)
        if request.method == "DELETE":
            self.posts = [post for post in self.posts if post.id != number]
            return reply(200, {"data": {"deleted": True}})
        assert kind == "users"
        if number == "me":
            return reply(200, {"data": {"id": "1811", "username": "LubanLogistics", "name": "Luban"}})
        assert number == "1811/tweets"
        return self.timeline(request.query)

    def post(self, record: dict[str, str]) -> Reply:
        text = record["text"]
        if set(record) != {"text"} or weight(text) > MOST:
            return wrong(403, "Forbidden", "Your Tweet text is too long.")
        if any(post.text == text for post in self.posts):
            return wrong(403, "Forbidden", "You are not allowed to create a Tweet with duplicate content.")
        self.spent += PRICE_WITH_LINK if extract_urls_with_indices(text) else PRICE
        self.count += 1
        self.posts.append(Post(str(self.count), text, datetime.datetime.now(datetime.UTC)))
        return reply(201, {"data": {"id": str(self.count), "text": text}})

    def timeline(self, query: dict[str, str]) -> Reply:
        start = datetime.datetime.strptime(query["start_time"], "%Y-%m-%dT%H:%M:%S%z")
        assert 5 <= int(query["max_results"]) <= 100
        shown = [post for post in reversed(self.posts) if post.at >= start and not self.late][
            : int(query["max_results"])
        ]
        self.spent += READING * len(shown)
        kept = {"id", "text", *query["tweet.fields"].split(",")}
        posts = [{name: value for name, value in post.record().items() if name in kept} for post in shown]
        # Where there is nothing to show, X leaves the list out.
        return reply(200, {"data": posts, "meta": {"result_count": len(posts)}} if posts else {"meta": {}})


def is_signed(request: Request) -> bool:
    """Whether a request has the signature of OAuth 1.0a that only who has the secrets can make."""
    header = request.headers["authorization"]
    given = {name: unquote(value) for name, value in parse_authorization_header(header)}
    if "oauth_body_hash" in given or given["oauth_token"] != SECRETS["token"]:
        return False
    address = f"https://{request.host}{request.target}"
    signed = Signed(address, request.method)
    signed.params = signature.collect_parameters(address.partition("?")[2], headers={"Authorization": header})
    signed.signature = given["oauth_signature"]
    return bool(signature.verify_hmac_sha1(signed, SECRETS["api_secret"], SECRETS["token_secret"]))


def wrong(status: int, title: str, detail: str, **headers: str) -> Reply:
    return reply(status, {"title": title, "status": status, "detail": detail, "type": "about:blank"}, **headers)


def failing(fault: Fault, request: Request) -> Reply:
    if fault is Fault.BUSY:
        reset = str(int(datetime.datetime.now(datetime.UTC).timestamp()) + 600)
        limits = {"x_rate_limit_limit": "100", "x_rate_limit_remaining": "0", "x_rate_limit_reset": reset}
        return wrong(429, "Too Many Requests", "Too Many Requests", **limits)
    if fault is Fault.DENIED:
        return wrong(401, "Unauthorized", f"Unauthorized {said_back(request)}")
    return wrong(503, "Service Unavailable", said_back(request))


class XStand(LoopbackStand):
    carrier = Carrier("x", "@LubanLogistics", ("ar", "en"), ())

    lists = True

    def __init__(self, server: Loopback, x: X) -> None:
        super().__init__(server)
        self.x = x
        self.environment, self.revoked = self.named(**SECRETS), self.named(**OTHERS)

    def late(self, *, late: bool) -> None:
        self.x.late = late

    def public(self) -> Sequence[Public]:
        return [Public(post.id, post.text) for post in self.x.posts]


def is_post(request: Request) -> bool:
    return request.method == "POST" and request.path == "/2/tweets"


@contextmanager
def account() -> Iterator[XStand]:
    x = X()
    with Loopback(x.respond, is_post, failing).running() as server:
        yield XStand(server, x)


STANDS = {"": account}
