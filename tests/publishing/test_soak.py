"""Whatever befalls pushes, a reader sees one whole release after another: a short edition of the soak."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.conftest import REPOSITORY
from tests.publishing.reader import Answer, failures, first_mixture

OLD, NEW = {"page": "1", "feed": "1", "style": "same"}, {"page": "2", "feed": "2", "style": "same"}


@pytest.mark.slow
def test_a_reader_sees_whole_releases_whatever_befalls_those_who_push() -> None:
    # In a process of its own, for it has threads, and the engine forks.
    command = [sys.executable, "-m", "tests.publishing.soak", "--pushes", "6", "--seed", "4"]
    outcome = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    told = json.loads(outcome.stdout)
    assert told["requests"] > 100
    assert told["releases"] > 2
    assert len(told["pushes"]) > 2


def answers(*told: tuple[str, str]) -> list[Answer]:
    return [Answer(address, 200, digest) for address, digest in told]


def test_one_release_after_another_is_no_mixture() -> None:
    seen = answers(("page", "1"), ("style", "same"), ("feed", "2"), ("page", "2"))
    assert first_mixture(seen, [OLD, NEW]) is None


@pytest.mark.parametrize(
    "seen",
    [
        pytest.param([("feed", "2"), ("page", "1")], id="an old page after a new feed"),
        pytest.param([("page", "1"), ("page", "3")], id="a page of no release"),
    ],
)
def test_a_mixture_would_be_found(seen: list[tuple[str, str]]) -> None:
    assert first_mixture(answers(*seen), [OLD, NEW]) == answers(seen[1])[0]


def test_an_answer_that_was_none_would_be_found() -> None:
    assert failures([*answers(("page", "1")), Answer("page", 404, "")]) == [Answer("page", 404, "")]
