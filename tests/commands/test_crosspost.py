"""The verbs of cross-posting, typed as a person would: what they print, and with which code they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsroom import cli
from newsroom.crosspost.world import World
from newsroom.networks.outcomes import Unknown
from tests.crosspost.fake_network import REASON, FakeNetwork
from tests.crosspost.test_running import Stage, carriers, publish_second, stage
from tests.samples import write_yaml

__all__ = ["stage"]


@pytest.fixture
def typed(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """A newsroom with its ledger in a file, and one post more since the accounts began."""
    crosspost = {"accounts": [{"network": "x", "handle": "@one"}], "ledger": {"sqlite": "ledger.sqlite"}}
    write_yaml(stage.root / "crosspost.yml", crosspost)
    publish_second(stage)
    world = World(lambda: stage.now, lambda _: None, lambda: str(next(stage.words)), {}, transport=stage.site)
    monkeypatch.setattr(cli, "_world", lambda: world)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return stage


def run(stage: Stage, *arguments: str) -> int:
    return cli.run(["--root", str(stage.root), *arguments])


def be_uncertain(stage: Stage) -> None:
    """Send two messages, of which the first may be there or not."""
    stage.networks["x @one"] = FakeNetwork("once", fates=iter([None, Unknown(REASON)]))
    assert run(stage, "crosspost") == 2


def test_a_run_tells_of_each_message_and_ends_with_0(typed: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(typed, "crosspost") == 0
    assert capsys.readouterr().out.splitlines() == [
        "sent: x @one (ar) 2026/post-2",
        "sent: x @one (en) 2026/post-2",
    ]
    assert run(typed, "crosspost") == 0
    assert capsys.readouterr().err == "nothing is due\n"


def test_programs_are_told_as_json(typed: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(typed, "crosspost", "--format", "json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [(each["post"], each["language"], each["fate"]) for each in told["messages"]] == [
        ("2026/post-2", "ar", "posted"),
        ("2026/post-2", "en", "posted"),
    ]


def test_a_person_hears_in_arabic(typed: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--language", "ar", "--root", str(typed.root), "crosspost"]) == 0
    assert capsys.readouterr().out.startswith("أُرسلت: x @one (ar) 2026/post-2\n")


def test_a_page_that_is_not_there_ends_the_run_with_1(typed: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    typed.site.folder = typed.root / "nowhere"
    assert run(typed, "crosspost") == 1
    assert "404" in capsys.readouterr().out


def test_status_shows_what_waits_for_a_person_and_how_to_say_what_it_saw(
    typed: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    be_uncertain(typed)
    capsys.readouterr()
    assert run(typed, "status") == 2
    told = capsys.readouterr().out
    assert "uncertain whether it was sent · x @one (ar) 2026/post-2" in told
    assert f"newsroom resolve {told[:8]} sent" in told


@pytest.mark.parametrize(("decision", "posted"), [("sent", 1), ("drop", 1), ("send", 2)])
def test_a_person_says_what_became_of_a_message(
    typed: Stage, capsys: pytest.CaptureFixture[str], decision: str, posted: int
) -> None:
    be_uncertain(typed)
    run(typed, "status")
    key = capsys.readouterr().out.splitlines()[-2][:8]
    assert run(typed, "resolve", key, decision) == 0
    assert run(typed, "crosspost") == 0
    assert typed.posted() == posted
    assert run(typed, "status") == 0


def test_what_the_network_has_is_not_sent_again_whoever_did_not_see_it(
    typed: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    blind = [None, None, Unknown(REASON)] + [Unknown(REASON)] * 2
    typed.networks["x @one"] = FakeNetwork("looked up", fates=iter(blind))
    assert run(typed, "crosspost") == 2
    run(typed, "status")
    key = capsys.readouterr().out.splitlines()[-2][:8]
    assert run(typed, "resolve", key, "send") == 0
    assert run(typed, "crosspost") == 0
    assert typed.posted() == 2


@pytest.mark.parametrize("key", ["00000000", "", "zz"])
def test_a_key_that_no_message_has_is_refused(typed: Stage, key: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(typed, "crosspost")
    assert run(typed, "resolve", key, "drop") == 3
    assert "newsroom status" in capsys.readouterr().err


def test_what_cannot_be_said_of_a_message_is_refused(typed: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    run(typed, "crosspost")
    key = typed.networks["x @one"].posted[0][:8]
    assert run(typed, "resolve", key, "send") == 3
    assert "cannot be said" in capsys.readouterr().err


def test_what_was_sent_of_a_withdrawn_post_is_shown_and_taken_down_for_good(
    typed: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    run(typed, "crosspost")
    typed.write(pubstatus="canceled", withdrawal={"date": "2026-11-23T08:00"})
    assert run(typed, "status") == 1
    assert "newsroom crosspost post-2 --delete" in capsys.readouterr().out
    assert run(typed, "crosspost", "post-2", "--delete") == 0
    assert typed.posted() == 0
    typed.write()
    typed.publish()
    assert run(typed, "crosspost") == 0
    assert typed.posted() == 0


def test_nothing_is_taken_down_of_a_post_that_stands(typed: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    run(typed, "crosspost")
    assert run(typed, "crosspost", "post-2", "--delete") == 3
    assert "withdraw it first" in capsys.readouterr().err
    assert typed.posted() == 2


def test_accounts_check_says_what_works_and_what_ends_when(typed: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    carriers(typed, {"network": "x", "handle": "@one", "expires": "2026-12-01"})
    assert run(typed, "accounts", "check") == 0
    assert capsys.readouterr().out == "x @one · works · fake · its secrets end on 2026-12-01 · renew them now\n"
    carriers(typed, {"network": "x", "handle": "@one", "expires": "2026-11-01"})
    assert run(typed, "accounts", "check", "--format", "json") == 1
    assert json.loads(capsys.readouterr().out)[0]["fault"] == "its secrets have ended"


def test_a_newsroom_without_accounts_sends_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--root", str(root), "crosspost"]) == 0
    assert "names no accounts" in capsys.readouterr().err


def test_a_ledger_that_cannot_be_reached_sends_nothing(typed: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    crosspost = {"accounts": [{"network": "x", "handle": "@one"}], "ledger": {"git": "elsewhere"}}
    write_yaml(typed.root / "crosspost.yml", crosspost)
    assert run(typed, "crosspost") == 3
    assert "nothing was sent" in capsys.readouterr().err
    assert typed.networks == {} or typed.posted() == 0
