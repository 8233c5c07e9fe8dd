"""Every network alike: what an outlet promises, asked of whatever stands for its network.

Each is asked by what ``tests/networks/stands`` has under its key: ``Stand`` says what that has to be. Messages differ
from test to test, so a stand may be one server for all of them.
"""

from __future__ import annotations

import datetime
import logging
import traceback
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

import msgspec
import pytest

from newsroom.errors import SecretMissing
from newsroom.model.delivery import Identity, Receipt, Sealed
from newsroom.model.language import LANGUAGES, Language
from newsroom.networks import NETWORKS
from newsroom.networks.outcomes import Declined, NotSent, Undelivered, Unknown
from tests.networks.stands import stands
from tests.networks.stands.stand import Fault, Stand
from tests.networks.trials import AN_HOUR_LATER, AT_ONCE, Begin, Trial, expected, meets, numbers

OUTCOMES: dict[Fault, type[Undelivered]] = {
    Fault.REFUSED: NotSent,
    Fault.DROPPED: Unknown,
    Fault.ANSWER_LOST: Unknown,
    Fault.BUSY: NotSent,
    Fault.FAILED: Unknown,
    Fault.FAILED_DONE: Unknown,
    Fault.DENIED: Declined,
}
"""What a deed that meets each is: nothing left, it may be out, or the network will not have it."""
DONE = {Fault.ANSWER_LOST, Fault.FAILED_DONE}
NOT_DONE = {Fault.DROPPED, Fault.FAILED}
WHEN = pytest.mark.parametrize("ahead", [AT_ONCE, AN_HOUR_LATER], ids=["at once", "an hour later"])
LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def repeated_once(trial: Trial) -> None:
    """What was said to be not sent may be sent: readers then see it once."""
    receipt = trial.sent()
    assert [each.text for each in trial.fresh()] == [trial.stand.shown(trial.message)]
    assert trial.fresh()[0].id == receipt.id


@pytest.mark.parametrize("network", NETWORKS)
def test_a_network_can_be_sent_to_and_has_a_stand(network: str) -> None:
    assert NETWORKS[network].opened
    assert [name for name in stands() if name.split()[0] == network]


@LANGUAGE
def test_readers_see_what_the_preview_shows(begin: Begin, language: Language) -> None:
    trial = begin(language)
    receipt = trial.sent()
    assert trial.fresh() == [expected(trial, receipt)]
    assert trial.deeds() == 1


def test_nothing_is_public_before_the_deed_however_often_it_is_prepared(begin: Begin) -> None:
    trial = begin()
    trial.outlet.prepare(trial.sealed)
    trial.outlet.prepare(trial.sealed)
    assert (trial.fresh(), trial.deeds()) == ([], 0)


def test_what_was_sealed_and_prepared_is_the_same_after_the_ledger(begin: Begin) -> None:
    trial = begin()
    prepared = trial.outlet.prepare(trial.sealed)
    read = msgspec.json.decode(msgspec.json.encode((trial.sealed, prepared)), type=tuple[Sealed, dict[str, str]])
    receipt = trial.outlet.send(*read)
    assert trial.fresh() == [expected(trial, receipt)]


def test_a_receipt_leads_to_what_is_public_or_nowhere(begin: Begin) -> None:
    assert begin().sent().address.partition("//")[0] in {"", "https:", "http:"}


@pytest.mark.parametrize("fault", OUTCOMES, ids=lambda fault: fault.name.lower())
def test_a_failure_is_what_is_known_of_it(begin: Begin, stand: Stand, fault: Fault) -> None:
    meets(stand, fault)
    trial = begin()
    assert type(trial.missed(fault)) is OUTCOMES[fault]
    assert len(trial.fresh()) == (1 if fault in DONE else 0)
    assert trial.deeds() == (0 if fault is Fault.REFUSED else 1)


@pytest.mark.parametrize("fault", [Fault.REFUSED, Fault.BUSY], ids=lambda fault: fault.name.lower())
def test_what_did_not_leave_may_be_sent_again(begin: Begin, stand: Stand, fault: Fault) -> None:
    meets(stand, fault)
    trial = begin()
    trial.missed(fault)
    repeated_once(trial)


def test_a_busy_network_says_until_when_if_it_says_so_at_all(begin: Begin, stand: Stand) -> None:
    meets(stand, Fault.BUSY)
    error = begin().missed(Fault.BUSY)
    assert isinstance(error, NotSent)
    assert error.until is None or error.until > datetime.datetime.now(datetime.UTC)


@WHEN
@pytest.mark.parametrize("fault", sorted(DONE, key=lambda fault: fault.name), ids=lambda fault: fault.name.lower())
def test_what_went_out_without_an_answer_is_found_or_doubted(
    begin: Begin, stand: Stand, fault: Fault, ahead: datetime.timedelta
) -> None:
    meets(stand, fault)
    trial = begin("ar")
    trial.missed(fault)
    outcome = trial.recovered(ahead)
    if outcome is None:
        repeated_once(trial)
    assert not isinstance(outcome, Receipt) or trial.fresh() == [expected(trial, outcome)]


@WHEN
@pytest.mark.parametrize("fault", sorted(NOT_DONE, key=lambda fault: fault.name), ids=lambda fault: fault.name.lower())
def test_what_never_arrived_is_not_taken_for_sent(
    begin: Begin, stand: Stand, fault: Fault, ahead: datetime.timedelta
) -> None:
    meets(stand, fault)
    begin("ar", message=stand.message(next(numbers), "ar", "")).sent()
    trial = begin("en")
    trial.missed(fault)
    outcome = trial.recovered(ahead)
    assert not isinstance(outcome, Receipt)
    assert trial.fresh() == []
    if outcome is None:
        repeated_once(trial)


@pytest.mark.parametrize(
    ("before", "after"),
    [("revenue grew", "a correction: revenue fell"), ("/posts/2026/", "/posts/2025/")],
    ids=["other words", "another link"],
)
def test_another_message_is_not_taken_for_this_one(begin: Begin, stand: Stand, before: str, after: str) -> None:
    meets(stand, Fault.DROPPED)
    if stand.repeats:
        pytest.skip("all its messages are alike")
    first = begin()
    first.sent()
    text, link = (each.replace(before, after) for each in (first.message.text, first.message.link))
    trial = begin(message=replace(first.message, post=f"{first.message.post}-other", text=text, link=link))
    trial.missed(Fault.DROPPED)
    assert not isinstance(trial.recovered(), Receipt)


@WHEN
def test_what_is_not_shown_yet_is_not_taken_for_absent(begin: Begin, stand: Stand, ahead: datetime.timedelta) -> None:
    if not stand.lists:
        pytest.skip("has no list")
    trial = begin()
    trial.missed(Fault.ANSWER_LOST)
    stand.late(late=True)
    try:
        assert isinstance(trial.recovered(ahead), Undelivered)
    finally:
        stand.late(late=False)
    outcome = trial.recovered(ahead)
    assert isinstance(outcome, Undelivered) or trial.fresh()[0].id == (outcome and outcome.id)


@WHEN
def test_who_cannot_look_does_not_know(begin: Begin, stand: Stand, ahead: datetime.timedelta) -> None:
    meets(stand, Fault.ANSWER_LOST)
    trial = begin()
    trial.missed(Fault.ANSWER_LOST)
    stand.unreachable(gone=True)
    try:
        outcome = trial.recovered(ahead)
    finally:
        stand.unreachable(gone=False)
    assert not isinstance(outcome, Receipt)
    if outcome is None:
        repeated_once(trial)


def test_what_was_sent_is_taken_down_or_stays_and_that_is_said(begin: Begin, stand: Stand) -> None:
    trial = begin()
    receipt = trial.sent()
    if stand.deletes:
        trial.outlet.delete(receipt)
        assert trial.fresh() == []
    else:
        with pytest.raises(Declined):
            trial.outlet.delete(receipt)
        assert trial.fresh() == [expected(trial, receipt)]


def test_a_healthy_account_says_whose_it_is_and_nothing_becomes_public(begin: Begin) -> None:
    trial = begin()
    assert trial.outlet.health().holder
    assert (trial.fresh(), trial.deeds()) == ([], 0)


def test_revoked_secrets_are_found_out(begin: Begin, stand: Stand) -> None:
    if not stand.health_knows:
        pytest.skip("the network does not tell")
    with pytest.raises(Declined):
        begin(revoked=True).outlet.health()


def test_nothing_is_sent_with_revoked_secrets(begin: Begin, stand: Stand) -> None:
    if not stand.revoked:
        pytest.skip("has no secrets")
    trial = begin(revoked=True)
    with pytest.raises(Declined):
        trial.sent()
    assert trial.fresh() == []


def test_each_secret_that_is_missing_is_named(stand: Stand) -> None:
    secrets = stand.access(stand.environment).secrets
    for purpose in NETWORKS[stand.carrier.network].secrets:
        name = secrets.name(purpose)
        assert name in stand.environment
        rest = {each: value for each, value in stand.environment.items() if each != name}
        with pytest.raises(SecretMissing, match=name):
            stand.outlet(rest).health()


def test_secrets_are_told_to_nobody(begin: Begin, stand: Stand, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    if not stand.revoked:
        pytest.skip("has no secrets")
    told = "\n".join(_told(begin, stand)) + caplog.text
    values = {*stand.environment.values(), *stand.revoked.values()}
    assert [value for value in values if value in told or quote(value, safe="") in told] == []


def _told(begin: Begin, stand: Stand) -> Iterator[str]:
    """Everything that ends up where people or programs read it."""
    for fault in (each for each in OUTCOMES if each in stand.faults):
        trial = begin()
        yield from _said(trial.missed(fault))
        outcome = trial.recovered()
        yield from _said(outcome) if isinstance(outcome, Undelivered) else [repr(outcome)]
    trial = begin()
    prepared = trial.outlet.prepare(trial.sealed)
    yield repr((trial.sealed, prepared, trial.sent(), trial.outlet, trial.outlet.health(), stand.access({}).secrets))
    for refused in (begin(revoked=True).outlet.health, begin(revoked=True).sent):
        try:
            refused()
        except Undelivered as error:
            yield from _said(error)


def _said(error: Undelivered) -> Iterator[str]:
    yield from (str(error), repr(error), error.reason.ar, error.reason.en, *traceback.format_exception(error))


@LANGUAGE
def test_a_failure_is_told_in_both_languages(begin: Begin, stand: Stand, language: Language) -> None:
    meets(stand, Fault.FAILED)
    trial = begin(language)
    assert trial.missed(Fault.FAILED).reason[language]


def test_a_text_that_is_too_long_is_not_sent(begin: Begin, stand: Stand) -> None:
    message = stand.message(next(numbers), "en", "")
    if not stand.too_long(message):
        pytest.skip("takes any text")
    trial = begin(message=replace(message, text=stand.too_long(message)))
    with pytest.raises(Declined):
        trial.sent()
    assert trial.fresh() == []


def test_a_missing_picture_takes_nothing_but_the_picture(begin: Begin) -> None:
    trial = begin(picture="missing.png")
    receipt = trial.sent()
    assert trial.fresh() == [expected(trial, receipt, alt=False)]


def test_a_picture_that_is_refused_takes_nothing_but_the_picture(begin: Begin, stand: Stand) -> None:
    meets(stand, Fault.PICTURE_REFUSED)
    trial = begin()
    stand.fault(Fault.PICTURE_REFUSED)
    receipt = trial.sent()
    assert trial.fresh() == [expected(trial, receipt, alt=False)]


def test_identities_of_all_parts_differ(stand: Stand) -> None:
    outlet = stand.outlet(stand.environment)
    keys = [
        Identity("post", language, stand.carrier.network, stand.carrier.handle, part).key
        for language in LANGUAGES
        for part in outlet.parts(language)
    ]
    assert len(keys) == len(set(keys)) >= len(LANGUAGES)
