"""Which commit is wanted is seen at once, however git keeps it, and git is seldom asked."""

from __future__ import annotations

import pytest

from newsroom.publishing import wanted
from newsroom.publishing.wanted import Lookout
from tests.publishing.hosted import Hosted


def test_before_the_first_push_nothing_is_wanted(fresh: Hosted) -> None:
    assert Lookout(fresh.host).wanted() is None


def test_what_is_pushed_is_seen_at_once(fresh: Hosted) -> None:
    lookout = Lookout(fresh.host)
    for message in ("one", "two"):
        tip = fresh.commit(message)
        fresh.take(fresh.git("rev-parse", "main"))
        assert lookout.wanted() == tip


def test_it_is_seen_when_refs_were_packed(fresh: Hosted) -> None:
    lookout = Lookout(fresh.host)
    fresh.take(fresh.git("rev-parse", "main"))
    fresh.git("--git-dir", str(fresh.host.repository), "pack-refs", "--all")
    assert lookout.wanted() == fresh.git("rev-parse", "HEAD")


def test_where_somebody_went_back_that_commit_is_wanted(fresh: Hosted) -> None:
    lookout = Lookout(fresh.host)
    fresh.take(fresh.git("rev-parse", "main"))
    tip = lookout.wanted()
    fresh.host.pin.write_text("an-earlier-commit\n")
    assert lookout.wanted() == "an-earlier-commit"
    fresh.host.pin.unlink()
    assert lookout.wanted() == tip


def test_git_is_not_asked_while_nothing_changes(fresh: Hosted, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh.take(fresh.git("rev-parse", "main"))
    asked = []
    monkeypatch.setattr(wanted, "wanted_commit", lambda _: asked.append(1) or "tip")
    lookout = Lookout(fresh.host)
    assert {lookout.wanted() for _ in range(60)} == {"tip"}
    assert len(asked) == 1
