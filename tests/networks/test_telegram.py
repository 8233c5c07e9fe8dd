"""Telegram in particular: its own way to say how long to wait, and what the bot may do."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest

from newsroom.model.delivery import Sealed
from newsroom.networks.outcomes import Declined, NotSent
from tests.networks.stands import telegram
from tests.networks.stands.loopback import Reply, Request
from tests.networks.stands.stand import Fault
from tests.networks.stands.telegram import TelegramStand, channel


@pytest.fixture
def stand() -> Iterator[TelegramStand]:
    with channel() as opened:
        yield opened


def sealed(stand: TelegramStand) -> Sealed:
    message = stand.message(1, "ar", "")
    outlet = stand.outlet(stand.environment)
    return outlet.seal(stand.identity(message, outlet), message, datetime.datetime.now(datetime.UTC))


def test_a_busy_telegram_says_how_long_to_wait(stand: TelegramStand) -> None:
    one = sealed(stand)
    stand.fault(Fault.BUSY)
    with pytest.raises(NotSent) as caught:
        stand.outlet(stand.environment).send(one, {})
    assert caught.value.until is not None
    assert 34 <= (caught.value.until - one.made).total_seconds() <= 45


def test_a_receipt_leads_to_the_message_in_a_public_channel(stand: TelegramStand) -> None:
    receipt = stand.outlet(stand.environment).send(sealed(stand), {})
    assert receipt.address == f"https://t.me/luban_newsroom/{receipt.id}"


def test_a_message_in_a_channel_without_a_public_name_has_no_address(stand: TelegramStand) -> None:
    stand.carrier = replace(stand.carrier, id=telegram.CHANNEL)
    assert stand.outlet(stand.environment).send(sealed(stand), {}).address == ""


def test_a_bot_that_may_not_post_is_found_out(stand: TelegramStand) -> None:
    answer = stand.server.respond

    def respond(request: Request) -> Reply:
        asked = request.path.endswith("/getChatMember")
        return telegram.right({"status": "administrator", "can_post_messages": False}) if asked else answer(request)

    stand.server.respond = respond
    with pytest.raises(Declined, match="may not post"):
        stand.outlet(stand.environment).health()
