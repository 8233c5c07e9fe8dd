"""What is held back at an instant: each thing of a newsroom until its own."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.pages.release import at_instant, in_preview
from newsroom.proof.held import Held, held_back, seen_of
from newsroom.proof.searching import Searcher
from tests.samples import (
    NO_EDITOR,
    both,
    executive,
    occasion,
    picture,
    point,
    restatement,
    write_calendar,
    write_figure,
    write_newsroom,
    write_picture,
    write_post,
    write_text,
)

NOW = datetime.datetime.fromisoformat("2026-02-01T12:00+04:00")
LATER, EARLIER = "2026-02-01T12:00:01", "2026-02-01T12:00:00"
WORDS = "Words that nobody is to read before that day."


def held(root: Path, now: datetime.datetime = NOW) -> Held:
    newsroom = sound_newsroom(root)
    return held_back(newsroom, seen_of(at_instant(newsroom, now), newsroom, now), root)


def owners(root: Path, text: str) -> set[str]:
    """Whose traces lie in a text."""
    return {trace.owner for trace in Searcher(held(root).traces).found(text)}


def _post(root: Path, when: str) -> None:
    write_post(root, 7, slug="secret-plan", ar={"date": when}, body_en=WORDS)


def _embargo(root: Path, when: str) -> None:
    write_post(root, 7, slug="secret-plan", ar={"embargoed": when}, body_en=WORDS)


def _title(root: Path, when: str) -> None:
    write_post(root, 7, slug="secret-plan", ar={"date": when}, en={"title": WORDS})


def _caption(root: Path, when: str) -> None:
    hero = picture(caption=both("تعليق", WORDS))
    write_picture(write_post(root, 7, slug="secret-plan", ar={"date": when, "hero": hero}) / "hero.png")


def _correction(root: Path, when: str) -> None:
    write_post(root, 7, slug="secret-plan", ar={"corrections": [{"date": when, "text": both("تصويب", WORDS)}]})


def _person(root: Path, when: str) -> None:
    write_text(root / "content/executives/secret-person/index.ar.md", executive(date=when, summary=WORDS))


def _occasion(root: Path, when: str) -> None:
    write_calendar(root, occasion(key="secret-meeting", announced=when, title=both("موعد", WORDS)))


def _restatement(root: Path, when: str) -> None:
    restated = restatement(date=when, reason=both("سبب", WORDS))
    write_figure(root, "secret", points=[point("q1", "2026-01-10T08:00", revenue=20.7, restated=[restated])])


@pytest.mark.parametrize(
    ("write", "owner"),
    [
        pytest.param(_post, "2026/secret-plan", id="the text of a post"),
        pytest.param(_embargo, "2026/secret-plan", id="the text of a post under embargo"),
        pytest.param(_title, "2026/secret-plan", id="its title"),
        pytest.param(_caption, "2026/secret-plan", id="the caption of its picture"),
        pytest.param(_correction, "2026/secret-plan", id="a correction"),
        pytest.param(_person, "executives/secret-person", id="a person"),
        pytest.param(_occasion, "calendar.yml: secret-meeting", id="a date of the calendar"),
        pytest.param(_restatement, "figures/secret.yml", id="a restatement of a figure"),
    ],
)
def test_it_is_held_back_until_its_instant(write: Callable[[Path, str], None], owner: str, tmp_path: Path) -> None:
    before = write_newsroom(tmp_path / "before", rules=NO_EDITOR)
    write(before, LATER)
    assert owners(before, WORDS) == {owner}
    after = write_newsroom(tmp_path / "after", rules=NO_EDITOR)
    write(after, EARLIER)
    assert owners(after, WORDS) == set()


@pytest.mark.parametrize(
    "text",
    [
        "/en/posts/2026/secret-plan/",
        "sample000007",
        "secret-plan.zip",
        "secret.pdf",
        "2,400 pallets",
        "عنوان المنشور السري",
    ],
)
def test_a_post_is_betrayed_by_more_than_its_text(text: str, root: Path) -> None:
    label = both("السعة المخطط لها", "Capacity that is planned")
    evidence = {"kind": "figure", "label": label, "source": both("المجلس", "Board"), "date": "2026-01-01"}
    evidence |= {"value": 2400, "unit": both("طبلية", "pallets")}
    keys = {"date": LATER, "title": "عنوان المنشور السري", "evidence": [evidence]}
    folder = write_post(root, 7, slug="secret-plan", ar=keys, body_en="See [the plan](secret.pdf).")
    (folder / "secret.pdf").write_bytes(b"%PDF-1.7" * 20)
    assert owners(root, text) == {"2026/secret-plan"}


def test_values_of_figures_are_held_back_until_their_points(root: Path) -> None:
    points = [point("q1", EARLIER, revenue=20.7), point("q2", LATER, revenue=21.9)]
    write_figure(root, "results", points=points)
    assert owners(root, "OMR 20.7 million; Quarter 1: 20.7") == set()
    assert owners(root, "OMR 21.9 million") == owners(root, "Quarter 2, 21.9") == {"figures/results.yml"}


def test_every_file_beside_a_held_text_is_held_back_whether_it_is_named_or_not(root: Path) -> None:
    folder = write_post(root, 7, slug="secret-plan", ar={"pubstatus": "withheld"})
    (folder / "notes.txt").write_text("Notes of the team. " * 9)
    assert [(file.owner, file.path.name) for file in held(root).files] == [("2026/secret-plan", "notes.txt")]


def test_of_a_withdrawn_post_the_words_are_held_back_and_not_the_address(root: Path) -> None:
    withdrawal = {"date": EARLIER, "reason": both("سبب السحب", "It was wrong.")}
    write_post(root, 7, slug="wrong-plan", ar={"pubstatus": "canceled", "withdrawal": withdrawal}, body_en=WORDS)
    assert owners(root, WORDS) == {"2026/wrong-plan"}
    assert owners(root, "/en/posts/2026/wrong-plan/ sample000007") == set()


def test_a_gate_that_lets_a_post_through_does_not_excuse_it(root: Path) -> None:
    _post(root, LATER)
    newsroom = sound_newsroom(root)
    open_gate = in_preview(newsroom)
    traces = held_back(newsroom, seen_of(open_gate, newsroom, NOW), root).traces
    assert Searcher(traces).found(WORDS)


def test_where_nothing_is_held_back_there_is_nothing_to_look_for(root: Path) -> None:
    assert held(root).is_nothing


def test_no_trace_shows_in_its_digest(root: Path) -> None:
    _post(root, LATER)
    traces = held(root).traces
    assert len({trace.digest for trace in traces}) == len(traces) > 5
    assert all(len(trace.digest) == 8 for trace in traces)
