"""X in particular: what its refusals mean, what reading costs, and what it is never sent."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from newsroom.model.delivery import Sealed
from newsroom.networks.outcomes import Declined, NotSent, Unknown
from newsroom.networks.x import PRICE_WITH_LINK
from tests.networks.stands.loopback import Reply, Request
from tests.networks.stands.stand import Fault
from tests.networks.stands.x import READING, XStand, account, wrong


@pytest.fixture
def stand() -> Iterator[XStand]:
    with account() as opened:
        yield opened


def sealed(stand: XStand, number: int = 1) -> Sealed:
    message = stand.message(number, "ar", "")
    outlet = stand.outlet(stand.environment)
    return outlet.seal(stand.identity(message, outlet), message, datetime.datetime.now(datetime.UTC))


def answers(stand: XStand, status: int, title: str, detail: str) -> None:
    """Let X answer so, whatever it is asked."""

    def respond(_: Request) -> Reply:
        return wrong(status, title, detail)

    stand.server.respond = respond


def test_a_text_that_x_has_is_looked_for_and_found(stand: XStand) -> None:
    outlet, one = stand.outlet(stand.environment), sealed(stand)
    assert outlet.send(one, {}) == outlet.send(one, {})
    assert len(stand.public()) == 1


def test_a_text_that_x_has_from_elsewhere_is_in_doubt(stand: XStand) -> None:
    outlet, one = stand.outlet(stand.environment), sealed(stand)
    outlet.send(one, {})
    later = replace(one, made=one.made + datetime.timedelta(hours=1))
    with pytest.raises(Unknown, match="duplicate"):
        outlet.send(later, {})


def test_a_repeat_that_cannot_be_looked_for_is_in_doubt(stand: XStand) -> None:
    answers(stand, 403, "Forbidden", "You are not allowed to create a Tweet with duplicate content.")
    with pytest.raises(Unknown, match="duplicate"):
        stand.outlet(stand.environment).send(sealed(stand), {})


def test_any_other_refusal_is_final(stand: XStand) -> None:
    answers(stand, 403, "Forbidden", "You may only use one cashtag.")
    with pytest.raises(Declined, match="cashtag"):
        stand.outlet(stand.environment).send(sealed(stand), {})


def test_an_account_without_credit_waits_for_who_pays(stand: XStand) -> None:
    answers(stand, 402, "CreditsDepleted", "Your enrolled account does not have any credits.")
    with pytest.raises(NotSent, match="credits") as caught:
        stand.outlet(stand.environment).send(sealed(stand), {})
    assert caught.value.until is not None


def test_a_post_costs_its_price_and_a_look_what_is_read(stand: XStand) -> None:
    outlet = stand.outlet(stand.environment)
    for number in range(3):
        outlet.send(sealed(stand, number), {})
    assert stand.x.spent == 3 * PRICE_WITH_LINK == Decimal("0.600")
    one = sealed(stand, 4)
    stand.fault(Fault.ANSWER_LOST)
    with pytest.raises(Unknown):
        outlet.send(one, {})
    assert outlet.recover(one, {}, one.made)
    assert stand.x.spent == 4 * PRICE_WITH_LINK + 4 * READING


def test_what_was_posted_before_the_claim_is_not_read(stand: XStand) -> None:
    outlet = stand.outlet(stand.environment)
    outlet.send(sealed(stand), {})
    spent = stand.x.spent
    one = sealed(stand, 2)
    with pytest.raises(Unknown):
        outlet.recover(one, {}, one.made + datetime.timedelta(minutes=6))
    assert stand.x.spent == spent


def test_secrets_of_another_account_are_found_out(stand: XStand) -> None:
    stand.carrier = replace(stand.carrier, handle="@salim")
    stand.environment = {name.replace("LUBANLOGISTICS", "SALIM"): secret for name, secret in stand.environment.items()}
    with pytest.raises(Declined, match="@LubanLogistics"):
        stand.outlet(stand.environment).health()
