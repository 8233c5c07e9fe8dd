"""What the publisher does itself on a host, and whom it calls."""

from __future__ import annotations

import pytest

from newsroom.model.language import Localized
from newsroom.publishing.work import HostWork
from tests.publishing.hosted import Hosted

SENTENCE = Localized("تعذّرت التهيئة", "it cannot be prepared")


class Calling(HostWork):
    """The work on a host with an alarm, which can be waited for."""

    def __init__(self, fresh: Hosted, line: str, language: str = "en", keep: int = 10) -> None:
        (fresh.folder / "host.yml").write_text(f"keep: {keep}\nlanguage: {language}\nalarm: '{line}'\n")
        super().__init__(fresh.host)

    def wait(self) -> None:
        """Wait until nobody is being called any more, and all is removed."""
        if self._sweeping.ident:
            self._sweeping.join()
        for alarm in self._alarms:
            alarm.wait()


@pytest.mark.parametrize(("language", "told"), [("en", SENTENCE.en), ("ar", SENTENCE.ar)])
def test_the_alarm_is_told_why_in_the_language_of_the_host(fresh: Hosted, language: str, told: str) -> None:
    work = Calling(fresh, "cat > called.txt", language)
    work.alarm(SENTENCE)
    work.wait()
    assert (fresh.folder / "called.txt").read_text() == f"{told}\n"


@pytest.mark.parametrize("line", ["true", "exit 1", "no-such-program"])
def test_an_alarm_that_reads_nothing_or_fails_stops_nobody(fresh: Hosted, line: str) -> None:
    work = Calling(fresh, line)
    for _ in range(3):
        work.alarm(Localized("م" * 100_000, "m" * 100_000))
    work.wait()


def test_without_an_alarm_nobody_is_called(fresh: Hosted) -> None:
    HostWork(fresh.host).alarm(SENTENCE)
    assert not (fresh.folder / "called.txt").exists()


def test_it_is_seen_that_somebody_builds(fresh: Hosted) -> None:
    work = HostWork(fresh.host)
    with fresh.host.building:
        assert work.is_building()
    assert not work.is_building()


def test_releases_that_nobody_needs_are_removed_when_nobody_builds(fresh: Hosted) -> None:
    (fresh.folder / "host.yml").write_text("keep: 3\n")
    for number in (2, 3):
        fresh.push()
        fresh.write_post(number)
        fresh.commit()
    fresh.push()
    work = Calling(fresh, "true", keep=1)
    with fresh.host.building:
        work.tidy([])
    assert [release.number for release in fresh.releases.all()] == [1, 2, 3]
    work.tidy([])
    assert [release.number for release in fresh.releases.all()] == [2, 3]
    work.wait()
    assert list(fresh.host.releases.glob(".gone-*")) == []
