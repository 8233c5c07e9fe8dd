"""Meta's errors, which Facebook and Threads share."""

from __future__ import annotations

from tests.networks.stands.loopback import Reply, Request, reply, said_back
from tests.networks.stands.stand import Fault


def wrong(status: int, code: int, message: str, **more: object) -> Reply:
    error = {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "AbCd", **more}
    return reply(status, {"error": error})


def failing(fault: Fault, request: Request) -> Reply:
    if fault is Fault.BUSY:
        return wrong(400, 32, "(#32) Page request limit reached")
    if fault is Fault.DENIED:
        return wrong(400, 190, f"Error validating access token: session is invalid {said_back(request)}")
    return wrong(500, 2, f"An unexpected error has occurred. Please retry your request later. {said_back(request)}")


def token_of(request: Request) -> str:
    fields = request.form if request.method == "POST" else request.query
    return fields.get("access_token", "")
