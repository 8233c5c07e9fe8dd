"""A run sends what is due, once, when readers can see it; and nothing else."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import count, repeat
from pathlib import Path
from typing import Any

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.commands.crosspost import crosspost, exit_code
from newsroom.commands.edition import Edition
from newsroom.crosspost.running import Run
from newsroom.crosspost.world import World
from newsroom.engine.build import build
from newsroom.ledgers.sqlite import SqliteLedger
from newsroom.networks import NETWORKS
from newsroom.networks.outcomes import Declined, NotSent, Unknown
from newsroom.networks.outlet import Access, Outlet
from tests.crosspost.fake_network import REASON, FakeNetwork, FakeOutlet
from tests.crosspost.public_site import PublicSite
from tests.crosspost.test_composing import ORGANIZATION, carrier
from tests.samples import NO_EDITOR, both, write_newsroom, write_post, write_yaml

START = datetime.datetime.fromisoformat("2026-11-22T09:00+04:00")
LATER = "2026-11-23T08:00"


@dataclass
class Stage:
    """A newsroom whose accounts are on made-up networks, at an instant that the test moves."""

    root: Path
    networks: dict[str, FakeNetwork] = field(default_factory=dict)
    now: datetime.datetime = START
    words: count[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        self.site = PublicSite(self.root / "site", lambda: self.now)

    def write(self, number: int = 2, **keys: Any) -> None:
        write_post(self.root, number, ar={"date": LATER, **keys})

    def publish(self) -> None:
        build(self.root, Edition(self.now), None, strict=False)

    def run(self, at: str = "", **known: Any) -> Run:
        self.now = datetime.datetime.fromisoformat(at) if at else self.now
        world = World(lambda: self.now, lambda _: None, lambda: str(next(self.words)), {}, transport=self.site)
        ledger = SqliteLedger(self.root / "ledger.sqlite")
        return crosspost(replace(sound_newsroom(self.root), **known), ledger, world, lambda _: None)

    def posted(self, network: str = "x @one") -> int:
        return len(self.networks[network].posted)


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """A newsroom with one post, which was out when its accounts began to carry posts."""
    set_up = Stage(
        write_newsroom(tmp_path, organization=ORGANIZATION, rules=NO_EDITOR, address="https://newsroom.luban.om/")
    )

    def opened(access: Access) -> Outlet:
        return FakeOutlet(set_up.networks.setdefault(access.carrier.name, FakeNetwork("looked up")))

    for key in ("x", "bluesky"):
        monkeypatch.setitem(_writable(NETWORKS), key, replace(NETWORKS[key], opened=opened, settings={}, settles=0.0))
    carriers(set_up, carrier(), carrier("bluesky", "one.om"))
    set_up.publish()
    set_up.run()
    return set_up


def _writable(networks: Mapping[str, Any]) -> dict[str, Any]:
    assert isinstance(networks, dict)
    return networks


def carriers(stage: Stage, *accounts: dict[str, Any]) -> None:
    write_yaml(stage.root / "crosspost.yml", {"accounts": list(accounts)})


def fates(run: Run) -> list[str]:
    return [outcome.fate for outcome in run.outcomes]


def test_the_first_run_sends_nothing_of_what_was_out_already(stage: Stage) -> None:
    assert stage.networks == {} or all(not each.posted for each in stage.networks.values())
    assert fates(stage.run()) == []


def test_a_post_goes_out_once_in_each_language_on_each_account(stage: Stage) -> None:
    stage.write()
    stage.now = datetime.datetime.fromisoformat(f"{LATER}+04:00")
    stage.publish()
    done = stage.run()
    assert fates(done) == ["posted"] * 4
    assert exit_code(done) == 0
    assert (stage.posted(), stage.posted("bluesky one.om")) == (2, 2)
    assert fates(stage.run()) == []


def publish_second(stage: Stage) -> None:
    stage.write()
    stage.now = datetime.datetime.fromisoformat(f"{LATER}+04:00")
    stage.publish()


@pytest.mark.parametrize(
    "keys",
    [
        {"title": "عنوان آخر"},
        {"date": "2026-11-23T07:00"},
        {"date": "2026-11-23T08:30"},
        {"topics": ["results"]},
    ],
    ids=["another title", "an earlier date", "a later date", "other topics"],
)
def test_no_edit_sends_a_post_again(stage: Stage, keys: dict[str, Any]) -> None:
    publish_second(stage)
    stage.run()
    stage.write(**keys)
    stage.now += datetime.timedelta(hours=1)
    stage.publish()
    assert fates(stage.run()) == []
    assert stage.posted() == 2


def test_what_was_out_before_is_not_sent_when_its_date_is_changed(stage: Stage) -> None:
    stage.write(1)
    stage.now = datetime.datetime.fromisoformat(f"{LATER}+04:00")
    stage.publish()
    assert fates(stage.run()) == []


def test_nothing_is_asked_of_the_network_where_nothing_is_due(stage: Stage) -> None:
    stage.site.asked.clear()
    stage.run()
    assert stage.site.asked == []


def test_nothing_is_said_of_a_page_that_is_not_there_yet(stage: Stage) -> None:
    stage.write()
    stage.now = datetime.datetime.fromisoformat(f"{LATER}+04:00")
    done = stage.run()
    assert fates(done) == ["blocked"] * 4
    assert exit_code(done) == 1
    stage.publish()
    assert fates(stage.run()) == ["posted"] * 4


def test_nothing_is_said_of_a_page_that_still_shows_another_edition(stage: Stage) -> None:
    publish_second(stage)
    stage.write(summary="رقم مصحح.")
    done = stage.run()
    arabic = [outcome for outcome in done.outcomes if outcome.identity.language == "ar"]
    assert [outcome.fate for outcome in arabic] == ["blocked", "blocked"]
    assert arabic[0].reason
    assert "publish the site" in arabic[0].reason.en


def test_words_that_lack_consent_are_not_sent(stage: Stage) -> None:
    publish_second(stage)
    english = "Title of post 2\n\nSummary of post 2.\n\n#Ports\n\nhttps://newsroom.luban.om/en/posts/2026/post-2/"
    agreed = {"sample000002": {"message.x.@one.en": english, "message.bluesky.one.om.en": "Other words."}}
    done = stage.run(agreed=agreed)
    assert {(each.identity.network, each.identity.language): each.fate for each in done.outcomes} == {
        ("x", "en"): "posted",
        ("x", "ar"): "blocked",
        ("bluesky", "en"): "blocked",
        ("bluesky", "ar"): "blocked",
    }


def test_a_clock_that_is_not_the_site_s_sends_nothing(stage: Stage) -> None:
    publish_second(stage)
    there = stage.now - datetime.timedelta(hours=1)
    stage.site.clock = lambda: there
    done = stage.run()
    assert fates(done) == ["blocked"] * 4
    assert done.outcomes[0].reason
    assert "60 minutes" in done.outcomes[0].reason.en


def test_one_account_s_failure_stops_no_other(stage: Stage) -> None:
    publish_second(stage)
    stage.networks["x @one"] = FakeNetwork("looked up", fates=iter([None, Declined(REASON), None, Declined(REASON)]))
    done = stage.run()
    assert sorted(fates(done)) == ["posted", "posted", "refused", "refused"]
    assert exit_code(done) == 1
    assert stage.posted("bluesky one.om") == 2


def test_what_is_uncertain_is_told_by_the_exit_code(stage: Stage) -> None:
    publish_second(stage)
    stage.networks["x @one"] = FakeNetwork("once", fates=iter([None, Unknown(REASON)]))
    done = stage.run()
    assert "uncertain" in fates(done)
    assert exit_code(done) == 2


def test_an_account_speaks_within_its_hours_but_for_what_may_move_a_price(stage: Stage) -> None:
    carriers(stage, carrier(hours="10:00-20:00"))
    publish_second(stage)
    done = stage.run()
    assert fates(done) == ["waiting", "waiting"]
    assert done.outcomes[0].until == datetime.datetime.fromisoformat("2026-11-23T10:00+04:00")
    assert exit_code(done) == 0
    stage.write(material=True)
    stage.publish()
    assert fates(stage.run()) == ["posted", "posted"]


def test_two_messages_of_an_account_are_its_pace_apart(stage: Stage) -> None:
    carriers(stage, carrier(pace=15))
    publish_second(stage)
    assert fates(stage.run()) == ["posted", "waiting"]
    assert fates(stage.run("2026-11-23T08:14+04:00")) == ["waiting"]
    assert fates(stage.run("2026-11-23T08:15+04:00")) == ["posted"]


def test_nothing_is_sent_of_a_post_that_was_withdrawn(stage: Stage) -> None:
    stage.write(pubstatus="canceled", withdrawal={"date": "2026-11-23T08:01"})
    stage.now = datetime.datetime.fromisoformat("2026-11-23T09:00+04:00")
    stage.publish()
    assert fates(stage.run()) == []


def test_news_of_last_week_is_no_news(stage: Stage) -> None:
    publish_second(stage)
    stage.now += datetime.timedelta(days=8)
    stage.publish()
    assert fates(stage.run()) == []


def test_a_new_account_begins_with_what_comes_next(stage: Stage) -> None:
    publish_second(stage)
    carriers(stage, carrier(), carrier(handle="@two"))
    done = stage.run()
    assert done.begun == ("x @two",)
    assert {outcome.identity.handle for outcome in done.outcomes} == {"@one"}


def test_a_message_without_its_secret_is_blocked_with_the_name_of_the_secret(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_second(stage)
    opened = lambda access: FakeOutlet(FakeNetwork(access.secrets.get("token")))  # noqa: E731
    monkeypatch.setitem(_writable(NETWORKS), "x", replace(NETWORKS["x"], opened=opened))
    blocked = [outcome for outcome in stage.run().outcomes if outcome.fate == "blocked"]
    assert len(blocked) == 2
    assert blocked[0].reason
    assert "NEWSROOM_X_ONE_TOKEN" in blocked[0].reason.en


CORRECTION = {"date": "2026-11-23T12:00", "text": both("الصحيح ٤٨.", "It is 48."), "crosspost": True}


def correct(stage: Stage, **keys: Any) -> Run:
    stage.write(corrections=[CORRECTION | keys])
    stage.now = datetime.datetime.fromisoformat("2026-11-23T12:00+04:00")
    stage.publish()
    return stage.run()


def test_a_correction_is_told_where_the_post_was_once_in_a_message_of_its_own(stage: Stage) -> None:
    publish_second(stage)
    stage.run()
    assert fates(correct(stage)) == ["posted"] * 4
    assert stage.posted() == 4
    assert fates(stage.run()) == []


def test_a_correction_is_told_only_where_its_author_says_so(stage: Stage) -> None:
    publish_second(stage)
    stage.run()
    assert fates(correct(stage, crosspost=False)) == []


def test_a_correction_is_not_told_where_the_post_never_was(stage: Stage) -> None:
    publish_second(stage)
    stage.networks["x @one"] = FakeNetwork("looked up", fates=iter([None, Declined(REASON), None, Declined(REASON)]))
    stage.run()
    assert {outcome.identity.network for outcome in correct(stage).outcomes} == {"bluesky"}


def test_an_account_that_takes_nothing_is_left_alone_after_a_few_messages(stage: Stage) -> None:
    carriers(stage, carrier())
    for number in (2, 3, 4):
        stage.write(number)
    stage.now = datetime.datetime.fromisoformat(f"{LATER}+04:00")
    stage.publish()
    network = FakeNetwork("looked up", fates=repeat(NotSent(REASON)))
    stage.networks["x @one"] = network
    done = stage.run()
    assert fates(done) == ["deferred"] * 3 + ["blocked"] * 3
    network.fates = iter(())
    assert fates(stage.run("2026-11-23T09:30+04:00")) == ["posted"] * 6


def test_posts_that_wait_for_consent_hold_back_no_other(stage: Stage) -> None:
    carriers(stage, carrier())
    for number in (2, 3, 4):
        stage.write(number)
    stage.now = datetime.datetime.fromisoformat(f"{LATER}+04:00")
    stage.publish()
    done = stage.run(agreed={"sample000002": {}, "sample000003": {}})
    assert sorted(fates(done)) == ["blocked"] * 4 + ["posted"] * 2
