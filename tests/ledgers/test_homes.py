"""What every home of a ledger does, asked of each of them in the same words."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from newsroom.errors import LedgerUnusable
from newsroom.ledgers.ledger import Baseline, BrokenLine, State, folded
from newsroom.model.delivery import Receipt
from newsroom.model.language import Localized
from tests.ledgers.homes import HOMES, NOW, Home, history, identity, ledger, line

KEY = identity().key
RECEIPT = Receipt("7", "https://b/7")
STORY = [line("claimed", "a"), line("sending", "b", minute=1), line("posted", "c", minute=2, receipt=RECEIPT)]
BASELINE = Baseline("mastodon @a@b.example", NOW, ("post-1", "post-2"))


@pytest.fixture(params=HOMES, ids=HOMES)
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Home:
    made: Home = HOMES[request.param](tmp_path)
    return made


def test_a_new_ledger_knows_nothing(home: Home) -> None:
    assert (ledger(home).states(), ledger(home).baselines()) == ({}, {})


def test_what_one_writes_another_reads(home: Home) -> None:
    versions = history(ledger(home), *STORY)
    assert ledger(home).states() == {KEY: folded(zip(versions, STORY, strict=True))}


def test_a_writer_reads_what_it_wrote_itself(home: Home) -> None:
    writer = ledger(home)
    versions = history(writer, *STORY)
    assert writer.states() == {KEY: folded(zip(versions, STORY, strict=True))}


def test_lines_about_one_message_say_nothing_of_another(home: Home) -> None:
    writer = ledger(home)
    history(writer, *STORY)
    (version,) = history(writer, line("claimed", post="post-2"))
    assert {key: state.version for key, state in states(home).items()} == {
        KEY: states(home)[KEY].version,
        identity("post-2").key: version,
    }


def states(home: Home) -> dict[str, State]:
    found = ledger(home).states()
    return {key: state for key, state in found.items() if isinstance(state, State)}


def test_of_two_who_claim_the_same_message_the_first_wins(home: Home) -> None:
    one, other = ledger(home), ledger(home)
    version = one.append(line("claimed", "one"), None)
    assert other.append(line("claimed", "other"), None) is None
    assert states(home)[KEY].version == version


def test_of_two_who_go_on_from_the_same_line_the_first_wins(home: Home) -> None:
    one, other = ledger(home), ledger(home)
    (claimed,) = history(one, line("claimed"))
    assert other.append(line("claimed", "other", minute=1), claimed) is not None
    assert one.append(line("sending", "one", minute=1), claimed) is None
    assert (states(home)[KEY].step, states(home)[KEY].attempts) == ("claimed", 2)


def test_who_knows_only_an_old_line_adds_nothing(home: Home) -> None:
    writer = ledger(home)
    claimed, *_ = history(writer, *STORY)
    assert writer.append(line("sending", "late"), claimed) is None
    assert states(home)[KEY].step == "posted"


def test_a_line_that_is_written_twice_is_written_once(home: Home) -> None:
    writer = ledger(home)
    assert writer.append(STORY[0], None) is not None
    assert writer.append(STORY[0], None) is None
    assert ledger(home).append(STORY[0], None) is None
    assert states(home)[KEY].attempts == 1


@pytest.mark.parametrize(
    "body",
    ["no JSON", "{}", '{"key":"cut in ha', line("sending", post="post-2").key],
    ids=["text", "empty", "cut", "a key alone"],
)
def test_of_a_message_whose_line_cannot_be_read_nothing_is_believed_and_of_others_all(home: Home, body: str) -> None:
    writer = ledger(home)
    history(writer, line("claimed", post="post-2"))
    history(writer, *STORY)
    home.spoil_line(KEY, body)
    found = ledger(home).states()
    assert isinstance(found[KEY], BrokenLine)
    assert isinstance(found[identity("post-2").key], State)


def test_a_line_about_another_message_is_not_believed(home: Home) -> None:
    history(ledger(home), line("claimed"))
    home.spoil_line(KEY, '{"key":"another","step":"dismissed","at":"2026-11-23T08:00:00Z","writer":"w"}')
    assert str(ledger(home).states()[KEY]) == "a line about another message"


def test_a_baseline_is_recorded_once_and_is_the_first(home: Home) -> None:
    later = Baseline(BASELINE.account, NOW + datetime.timedelta(days=1), ())
    assert ledger(home).open(BASELINE, "one")
    assert not ledger(home).open(later, "other")
    assert ledger(home).baselines() == {BASELINE.account: BASELINE}


def test_every_account_has_a_baseline_of_its_own(home: Home) -> None:
    other = Baseline("x @لبان /..", NOW, ("post-9",))
    writer = ledger(home)
    assert writer.open(BASELINE, "one")
    assert writer.open(other, "one")
    history(writer, *STORY)
    assert ledger(home).baselines() == {BASELINE.account: BASELINE, other.account: other}
    assert set(ledger(home).states()) == {KEY}


@pytest.mark.parametrize(
    "body", ["no JSON", '{"account":"another","at":"2026-11-23T08:00:00Z","posts":[]}'], ids=["text", "another's"]
)
def test_without_a_baseline_that_can_be_read_nothing_is_sent(home: Home, body: str) -> None:
    ledger(home).open(BASELINE, "one")
    home.spoil_baseline(BASELINE.account, body)
    with pytest.raises(LedgerUnusable, match=r"baseline that cannot be read .*nothing was sent\. Restore") as caught:
        ledger(home).baselines()
    assert "لم يُرسل شيء" in caught.value.sentence("ar")


def test_texts_of_every_kind_come_back_as_they_were(home: Home) -> None:
    reason = 'سطر أول\nثانٍ\r\n\x01\x1f "quoted" \N{FAMILY} \u2067x\u2069'
    history(ledger(home), line("claimed"), line("deferred", "b", reason=Localized(reason, "away"), until=NOW))
    state = states(home)[KEY]
    assert (state.reason, state.until, state.sealed) == (Localized(reason, "away"), NOW, line("claimed").sealed)
