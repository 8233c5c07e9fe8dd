"""Incremental, parallel, killed, damaged or restored: what stands in the end is what a cold build makes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from tests.conftest import NOW, REPOSITORY
from tests.engine import mishaps
from tests.engine.machine import INSTANTS, Law, difference, tree
from tests.engine.manuscript import (
    CONFIGURATIONS,
    DATES,
    EXTENSIONS,
    FACTS,
    LANGUAGES,
    OVERRIDDEN,
    PIECES,
    RESTATED,
    TITLES,
    WARNINGS,
    Draft,
    Manuscript,
    picture_bytes,
)
from tests.engine.processes import Accident, Order, run
from tests.samples import write_newsroom, write_post
from tests.trees import differing

pytestmark = pytest.mark.slow

Step = Callable[[Law], None]

TestAnySequence = Law.TestCase
TestAnySequence.settings = settings(
    max_examples=5,
    stateful_step_count=25,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture
def law() -> Iterator[Law]:
    """A newsroom of three posts with some of everything, built once."""
    machine = Law()
    for number, pieces in enumerate((PIECES[:6], PIECES[6:11], PIECES[11:]), 1):
        machine.paper.drafts[number] = Draft(number, DATES[number - 1], pieces={each: [*pieces] for each in LANGUAGES})
    machine.paper.drafts[2].facts = {"hero": FACTS[8]["hero"]}
    machine.paper.drafts[2].files = {name: picture_bytes(1) for name in ("hero.png", "chart.png", "report.pdf")}
    machine.paper.drafts[3].files = {name: picture_bytes(2) for name in ("chart.png", "report.pdf")}
    machine.write()
    machine.a_build_is_what_a_cold_build_is()
    yield machine
    machine.teardown()


EDITORS: list[Step] = [
    *(partial(Law.edit, number=1, language="en", pieces=[each], quietly=True) for each in PIECES),
    partial(Law.edit, number=2, language="ar", pieces=[], quietly=False),
    *(partial(Law.retitle, number=2, language="ar", title=each) for each in TITLES),
    partial(Law.summarise, number=2, language="en", summary="Another"),
    partial(Law.update, number=1, language="en", updated=DATES[3]),
    partial(Law.add, number=4, pieces=["Words"], date=DATES[3]),
    partial(Law.add, number=5, pieces=["Words"], date=DATES[0]),
    partial(Law.rename, number=2, name="renamed"),
    *(partial(Law.redate, number=1, date=each) for each in reversed(DATES)),
    *(partial(Law.embargo, number=1, embargoed=each) for each in ("2026-12-01T09:00", "")),
    *(partial(Law.withhold_or_withdraw, number=1, pubstatus=each) for each in ("withheld", "canceled", "usable")),
    *(partial(Law.change_a_fact, number=3, fact=each, shade=9) for each in FACTS),
    *(partial(Law.translate, number=1, shown=each) for each in (("ar",), ("en",), LANGUAGES)),
    *(
        partial(Law.attach, number=3, name=each, shade=77, quietly=True)
        for each in ("hero.png", "chart.png", "report.pdf")
    ),
    partial(Law.detach, number=3),
    partial(Law.remove, number=2),
    partial(Law.edit, number=3, language="ar", pieces=[PIECES[16]], quietly=True),
    *(partial(Law.change_a_figure, revenue=revenue, restated=each) for revenue in (21.5, 20.7) for each in RESTATED),
]
KEEPER: list[Step] = [
    *(partial(Law.configure, change=each) for each in CONFIGURATIONS),
    *(partial(Law.change_the_languages, lead=lead, digits=digits) for lead in LANGUAGES for digits in ("latn", "arab")),
    partial(Law.change_the_plan, objective="Calm"),
    *(partial(Law.configure_the_engine, change=each, validation=WARNINGS[0]) for each in EXTENSIONS),
    *(partial(Law.configure_the_engine, change={"smarty": {}}, validation=each) for each in WARNINGS),
    *(partial(Law.change_the_theme, name=name, mark=mark) for name in OVERRIDDEN for mark in (1, 2, 3, 0)),
    *(
        partial(Law.change_an_executive, key=key, life=life)
        for key, life in (("salim", "x"), ("third", "y"), ("third", ""))
    ),
    partial(Law.change_a_plain_page, about=PIECES[3]),
]
ORDERS: list[Step] = [
    *(
        partial(Law.build_at_another_instant, at=at, supposed=supposed)
        for at in (*INSTANTS, None)
        for supposed in (True, False)
    ),
    *(partial(Law.build_into_another_folder, folder=each) for each in ("other", "")),
    *(partial(Law.build_by_the_engines_command, by_engine=each) for each in (True, False)),
    *(partial(Law.upgrade, version=each) for each in ("2", "1")),
    partial(Law.build_strictly_or_not, strict=True, language="ar"),
    partial(Law.touch_everything),
    *(partial(Law.clone_afresh, with_site=site, elsewhere=place) for site in (True, False) for place in (True, False)),
    *(partial(Law.build_with_more_or_fewer_processes, processes=each) for each in (3, 2)),
]
MISHAPS: list[Step] = [
    partial(Law.put_the_cache_aside),
    partial(Law.break_a_front_matter_and_mend_it, number=2),
    partial(Law.link_to_nothing_and_mend_it, number=2, language="en"),
    partial(Law.restore_the_cache),
    *(partial(Law.damage_the_cache, how=each, seed=1) for each in mishaps.CACHE),
    *(partial(Law.tamper_with_the_site, how=each, seed=4) for each in mishaps.SITE),
    *(partial(Law.build_twice_at_once, mark="1", much=each) for each in (True, False)),
]


@pytest.mark.parametrize("steps", [EDITORS, KEEPER, ORDERS, MISHAPS], ids=["editors", "keeper", "orders", "mishaps"])
def test_after_each_kind_of_change_a_build_is_what_a_cold_build_is(steps: list[Step], law: Law) -> None:
    for step in steps:
        step(law)
        law.a_build_is_what_a_cold_build_is()


# Every third write of a small build and every 27th of a large one; the soak kills at random ones, thousands of times.
@pytest.mark.parametrize(("processes", "step"), [(1, 3), (2, 27)])
def test_a_build_killed_at_a_write_leaves_each_file_old_or_new_and_the_next_is_right(
    processes: int, step: int, law: Law
) -> None:
    law.build_with_more_or_fewer_processes(processes)
    for number in range(1, 1000, step):
        law.change_much_or_little(str(number % 2), much=processes == 2)
        standing = tree(law.site)
        outcome = run(law.root, law.order, Accident("kill", number, law.root))
        law.all_is_old_or_new(standing, law.expected(standing))
        law.a_build_is_what_a_cold_build_is()
        if outcome:
            break
    assert number > 12
    assert outcome


@pytest.mark.parametrize("number", [1, 4, 9])
def test_a_worker_that_is_killed_ends_the_build_and_leaves_the_site(number: int, law: Law) -> None:
    law.build_with_more_or_fewer_processes(2)
    law.change_much_or_little("other", much=True)
    standing = tree(law.site)
    outcome = run(law.root, law.order, Accident("kill worker", number, law.root))
    assert outcome
    assert outcome.code == 3
    assert "exit -9" in " ".join(outcome.said)
    assert not difference(tree(law.site), standing)
    law.a_build_is_what_a_cold_build_is()


def test_a_disk_that_fails_once_leaves_the_site_or_costs_only_the_cache(law: Law) -> None:
    codes = []
    for number in range(1, 300, 6):
        law.change_much_or_little(str(number % 2), much=False)
        codes.append(law.build_on_a_failing_disk("error", number))
        law.a_build_is_what_a_cold_build_is()
    assert set(codes) == {0, 3}
    assert codes[-1] == 0


@pytest.mark.parametrize("by_engine", [False, True], ids=["newsroom", "mkdocs"])
@pytest.mark.parametrize("piece", [PIECES[15], PIECES[9]], ids=["said while converting", "told of all texts"])
def test_a_strict_build_that_failed_fails_again_in_the_same_words(piece: str, by_engine: bool, law: Law) -> None:
    law.paper = Manuscript()
    law.paper.validation = WARNINGS[0]
    law.write()
    law.a_build_is_what_a_cold_build_is()
    standing = tree(law.site)
    law.paper.drafts[1].pieces["en"] = [piece.replace("@6", "@2")]
    law.write()
    law.order = Order(strict=True, by_engine=by_engine)
    outcomes = [run(law.root, law.order) for _ in range(3)]
    law.build_with_more_or_fewer_processes(2)
    outcomes += [run(law.root, law.order) for _ in range(2)]
    assert outcomes[0]
    assert outcomes[0].code == (1 if by_engine else 3)
    assert outcomes == [outcomes[0]] * 5
    assert not difference(tree(law.site), standing)


def test_mkdocs_own_rendering_makes_the_same_bytes(example_site: Path, tmp_path: Path) -> None:
    root = tmp_path / "newsroom"
    shutil.copytree(REPOSITORY / "content", root / "content")
    for name in ("newsroom.yml", "plan.yml", "calendar.yml", "mkdocs.yml"):
        shutil.copyfile(REPOSITORY / name, root / name)
    (root / "hook.py").write_text("def on_page_markdown(markdown, **_):\n    return markdown\n")
    with (root / "mkdocs.yml").open("a") as file:
        file.write("hooks: [hook.py]\n")
    summary, site = build(root, Edition(NOW), None, strict=True)
    assert summary.rendered == summary.pages
    assert differing(example_site, site) == []


def test_any_number_of_processes_makes_the_same_bytes(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path / "newsroom", posts=0, posts_per_page=7)
    for number in range(1, 61):
        body = f"# Top\n\n[next](../post-{number % 60 + 1}/index.en.md#part) [^1]\n\n## Part\n\n[^1]: Note {number}."
        write_post(root, number, body_en=body, ar={"date": f"2026-01-{number % 28 + 1:02}T09:00"})
    made = []
    for processes in (1, 2, 3, 7):
        outcome = run(root, Order(processes=processes, folder=str(processes)))
        assert outcome
        assert (outcome.code, len([line for line in outcome.said if "NR506" in line])) == (0, 60)
        shutil.rmtree(root / ".newsroom")
        made.append((outcome, tree(root / str(processes))))
    assert all(other == made[0] for other in made[1:])
