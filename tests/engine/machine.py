"""The equality law: whatever befell a newsroom, its cache and its site, the next build is what a cold build is.

The machine changes a small newsroom step by step. After each step it is built where it stands and, from the same
sources, in a fresh folder: the trees are equal byte for byte, and so are the exit codes and every word that was said.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from newsroom.pages.addresses import ROBOTS
from tests.engine import mishaps
from tests.engine.manuscript import (
    CONFIGURATIONS,
    DATES,
    EXTENSIONS,
    FACTS,
    LANGUAGES,
    OVERRIDDEN,
    OVERRIDE,
    PIECES,
    RESTATED,
    TITLES,
    WARNINGS,
    Draft,
    Manuscript,
    clone,
    lay,
    picture_bytes,
)
from tests.engine.processes import CRASHED, Accident, Child, Order, Outcome, run, scratch

INSTANTS: Final = (
    "2026-01-15T09:00+04:00", "2026-01-20T12:00+04:00", "2026-06-01T12:00+04:00", "2027-03-01T12:00+04:00"
)  # fmt: skip
Tree = dict[str, bytes | None]

NUMBERS: Final = some.integers(1, 6)
TONGUES: Final = some.sampled_from(LANGUAGES)
TEXTS: Final = some.lists(some.sampled_from(PIECES), max_size=5)
MARKS: Final = some.integers(0, 99).map(str)
WRITES: Final = some.integers(1, 12) | some.integers(1, 250)
SEEDS: Final = some.integers(0, 2**32 - 1)


@dataclass(frozen=True)
class Cold:
    """What a cold build says and makes."""

    outcome: Outcome
    tree: Tree


def tree(folder: Path) -> Tree:
    """Every file and folder below a folder by its path; folders have no bytes, and links are not followed."""
    return dict(_entries(folder, folder))


def _entries(folder: Path, top: Path) -> Iterator[tuple[str, bytes | None]]:
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        name = path.relative_to(top).as_posix()
        if path.is_symlink():
            yield name, b"a link"
        elif path.is_dir():
            yield name, None
            yield from _entries(path, top)
        else:
            yield name, path.read_bytes()


def difference(one: Tree, other: Tree) -> list[str]:
    """The paths at which two trees differ."""
    nowhere = b"nowhere"
    return sorted(name for name in one.keys() | other.keys() if one.get(name, nowhere) != other.get(name, nowhere))


@lru_cache(maxsize=64)
def cold_build(
    files: frozenset[tuple[str, bytes]], order: Order, standing: frozenset[str], robots: bytes | None
) -> Cold:
    """A build in a fresh folder, where empty files stand that would vanish, which is to be said; and whose they are."""
    folder = scratch()
    root = folder / "newsroom"
    lay(dict(files), root)
    for name in standing:
        (root / order.site / name).parent.mkdir(parents=True, exist_ok=True)
        (root / order.site / name).touch()
    if robots is not None:
        (root / order.site / ROBOTS).parent.mkdir(parents=True, exist_ok=True)
        (root / order.site / ROBOTS).write_bytes(robots)
    outcome = run(root, order)
    assert outcome
    cold = Cold(outcome, tree(root / order.site))
    shutil.rmtree(folder)
    return cold


class Law(RuleBasedStateMachine):
    """A newsroom and all that may befall it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = scratch()
        self.root = self.folder / "newsroom"
        self.paper = Manuscript()
        # By an instant that was named, which takes no addresses away: else the first post that is removed ends it all.
        self.order = Order(supposed=True)
        self.clones = 0
        lay(self.paper.files(), self.root)

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @property
    def site(self) -> Path:
        return self.root / self.order.site

    @property
    def memory(self) -> Path:
        return self.root / ".newsroom"

    @property
    def draft(self) -> Draft:
        """The post that was written first; there is always one."""
        return self.paper.drafts[min(self.paper.drafts)]

    def expected(self, standing: Tree) -> Cold:
        """What a cold build would make of the newsroom now."""
        files = (name for name, data in standing.items() if data is not None)
        offered = frozenset(name for name in files if name.endswith(("/index.html", ".xml", ".json")))
        return cold_build(frozenset(self.paper.files().items()), self.order.cold, offered, standing.get(ROBOTS))

    @invariant()
    def a_build_is_what_a_cold_build_is(self) -> None:
        standing = tree(self.site)
        cold = self.expected(standing)
        outcome = run(self.root, self.order)
        made = tree(self.site)
        assert outcome == cold.outcome, (outcome, cold.outcome)
        assert outcome.code in (0, 1, 3), outcome
        assert not difference(made, cold.tree if outcome.code == 0 else standing), difference(made, cold.tree)
        assert not [path for path in self.root.iterdir() if path.name.endswith((".staging", ".old"))]

    def write(self, *, quietly: bool = False) -> None:
        lay(self.paper.files(), self.root, quietly=quietly)

    def post(self, number: int) -> Draft:
        """A post, by its number or in place of it."""
        return self.paper.drafts.get(number) or self.draft

    # What editors do.

    @rule(
        number=NUMBERS,
        language=TONGUES,
        pieces=some.lists(some.sampled_from(PIECES), max_size=5),
        quietly=some.booleans(),
    )
    def edit(self, number: int, language: str, pieces: list[str], quietly: bool) -> None:
        self.post(number).pieces[language] = pieces
        self.write(quietly=quietly)

    @rule(number=NUMBERS, language=TONGUES, title=some.sampled_from(TITLES))
    def retitle(self, number: int, language: str, title: str) -> None:
        self.post(number).words[language]["title"] = title
        self.write()

    @rule(number=NUMBERS, language=TONGUES, summary=some.sampled_from(TITLES))
    def summarise(self, number: int, language: str, summary: str) -> None:
        self.post(number).words[language]["summary"] = summary
        self.write()

    @rule(number=NUMBERS, language=TONGUES, updated=some.sampled_from(DATES))
    def update(self, number: int, language: str, updated: str) -> None:
        self.post(number).words[language]["updated"] = updated
        self.write()

    @rule(number=NUMBERS, pieces=TEXTS, date=some.sampled_from(DATES))
    def add(self, number: int, pieces: list[str], date: str) -> None:
        self.paper.drafts.setdefault(number, Draft(number, date, pieces={each: list(pieces) for each in LANGUAGES}))
        self.write()

    @rule(number=NUMBERS)
    def remove(self, number: int) -> None:
        if len(self.paper.drafts) > 1:
            self.paper.drafts.pop(number, None)
        self.write()

    @rule(number=NUMBERS, name=some.sampled_from(["", "renamed", "post-9"]))
    def rename(self, number: int, name: str) -> None:
        draft = self.post(number)
        taken = {each.slug for each in self.paper.drafts.values() if each is not draft}
        draft.name = draft.name if (name or f"post-{draft.number}") in taken else name
        self.write()

    @rule(number=NUMBERS, date=some.sampled_from(DATES))
    def redate(self, number: int, date: str) -> None:
        self.post(number).date = date
        self.write()

    @rule(number=NUMBERS, embargoed=some.sampled_from(["", "2026-01-18T09:00", "2026-12-01T09:00"]))
    def embargo(self, number: int, embargoed: str) -> None:
        self.post(number).embargoed = embargoed
        self.write()

    @rule(number=NUMBERS, pubstatus=some.sampled_from(["usable", "withheld", "canceled"]))
    def withhold_or_withdraw(self, number: int, pubstatus: str) -> None:
        self.post(number).pubstatus = pubstatus
        self.write()

    @rule(number=NUMBERS, fact=some.sampled_from(FACTS), shade=some.integers(0, 255))
    def change_a_fact(self, number: int, fact: dict[str, object], shade: int) -> None:
        draft = self.post(number)
        draft.facts = {} if fact.items() <= draft.facts.items() else draft.facts | fact
        if "hero" in draft.facts:
            draft.files.setdefault("hero.png", picture_bytes(shade))
        self.write()

    @rule(number=NUMBERS, shown=some.sampled_from([("ar",), ("en",), LANGUAGES]))
    def translate(self, number: int, shown: tuple[str, ...]) -> None:
        self.post(number).shown = shown
        self.write()

    @rule(
        number=NUMBERS,
        name=some.sampled_from(["hero.png", "chart.png", "report.pdf", "unnamed.txt"]),
        shade=some.integers(0, 255),
        quietly=some.booleans(),
    )
    def attach(self, number: int, name: str, shade: int, quietly: bool) -> None:
        self.post(number).files[name] = picture_bytes(shade)
        self.write(quietly=quietly)

    @rule(number=NUMBERS)
    def detach(self, number: int) -> None:
        draft = self.post(number)
        draft.files, draft.facts = {}, {key: value for key, value in draft.facts.items() if key != "hero"}
        self.write()

    @rule(key=some.sampled_from(["salim", "huda", "third"]), life=some.sampled_from(["سيرة أخرى.", "A life.", ""]))
    def change_an_executive(self, key: str, life: str) -> None:
        self.paper.people[key] = life
        if not life and key == "third":
            del self.paper.people[key]
        self.write()

    @rule(about=some.sampled_from(PIECES[:7]))
    def change_a_plain_page(self, about: str) -> None:
        self.paper.about = about
        self.write()

    @rule(revenue=some.sampled_from([20.7, 21.5]), restated=some.sampled_from(RESTATED))
    def change_a_figure(self, revenue: float, restated: str) -> None:
        self.paper.revenue, self.paper.restated = revenue, restated
        self.write()

    # What the newsroom's keeper does.

    @rule(change=some.sampled_from(CONFIGURATIONS))
    def configure(self, change: dict[str, object]) -> None:
        changes = self.paper.changes
        self.paper.changes = {} if change.items() <= changes.items() else changes | change
        self.write()

    @rule(lead=TONGUES, digits=some.sampled_from(["arab", "latn"]))
    def change_the_languages(self, lead: str, digits: str) -> None:
        self.paper.lead, self.paper.digits = lead, digits
        self.write()

    @rule(objective=some.sampled_from(["Trust", "Calm"]))
    def change_the_plan(self, objective: str) -> None:
        self.paper.objective = objective
        self.write()

    @rule(change=some.sampled_from(EXTENSIONS), validation=some.sampled_from(WARNINGS))
    def configure_the_engine(self, change: dict[str, object], validation: dict[str, object]) -> None:
        extensions = self.paper.extensions
        self.paper.extensions = {} if change.items() <= extensions.items() else extensions | change
        self.paper.validation = validation
        self.write()

    @rule(
        name=some.sampled_from(OVERRIDDEN),
        mark=some.integers(0, 3),
    )
    def change_the_theme(self, name: str, mark: int) -> None:
        text = "p { color: #00MARK }" if name.endswith(".css") else OVERRIDE
        if name.startswith("partials"):
            text = "{%- macro pages(pager, here) -%}<p>MARK</p>{%- endmacro -%}" if mark < 3 else "{{ broken"
        self.paper.theme[name] = text.replace("MARK", str(mark))
        if not mark:
            del self.paper.theme[name]
            self.paper.theme.setdefault("assets/own.css", "")
        self.write()

    # How the build is asked for.

    @rule(at=some.sampled_from([*INSTANTS, None]), supposed=some.sampled_from([True, True, False]))
    def build_at_another_instant(self, at: str | None, supposed: bool) -> None:
        self.order = replace(self.order, at=at, supposed=supposed)

    @rule(processes=some.sampled_from([1, 2, 3]))
    def build_with_more_or_fewer_processes(self, processes: int) -> None:
        self.order = replace(self.order, processes=processes)

    @rule(strict=some.booleans(), language=TONGUES)
    def build_strictly_or_not(self, strict: bool, language: str) -> None:
        self.order = replace(self.order, strict=strict, language=language)

    @rule(folder=some.sampled_from(["", "other"]))
    def build_into_another_folder(self, folder: str) -> None:
        self.order = replace(self.order, folder=folder)

    @rule(by_engine=some.booleans())
    def build_by_the_engines_command(self, by_engine: bool) -> None:
        self.order = replace(self.order, by_engine=by_engine)

    @rule(version=some.sampled_from(["1", "2"]))
    def upgrade(self, version: str) -> None:
        self.order = replace(self.order, version=version)

    # What goes wrong.

    @rule(number=NUMBERS)
    def break_a_front_matter_and_mend_it(self, number: int) -> None:
        draft = self.post(number)
        self.paper.broken = f"content/posts/2026/{draft.slug}/index.{draft.shown[0]}.md"
        self.write()
        self.a_build_is_what_a_cold_build_is()
        self.paper.broken = ""
        self.write()

    @rule(number=NUMBERS, language=TONGUES)
    def link_to_nothing_and_mend_it(self, number: int, language: str) -> None:
        pieces = self.post(number).pieces[language]
        pieces.append("[nothing](../nothing/index.ar.md)")
        self.write()
        self.a_build_is_what_a_cold_build_is()
        pieces.pop()
        self.write()

    @rule()
    def touch_everything(self) -> None:
        for path in self.root.rglob("*"):
            if path.is_file() and not path.is_relative_to(self.memory):
                os.utime(path)

    @rule(with_site=some.booleans(), elsewhere=some.booleans())
    def clone_afresh(self, with_site: bool, elsewhere: bool) -> None:
        self.clones += 1
        fresh = self.folder / f"clone-{self.clones}" / "newsroom"
        clone(self.root, fresh, without=() if with_site else ("site", "preview", "other"))
        if elsewhere:
            self.root = fresh
        else:
            shutil.rmtree(self.root)
            fresh.rename(self.root)

    @rule(how=some.sampled_from(sorted(mishaps.CACHE)), seed=SEEDS)
    def damage_the_cache(self, how: str, seed: int) -> None:
        for path in sorted(self.memory.glob("*.db")):
            mishaps.CACHE[how](path, random.Random(seed))

    @rule()
    def put_the_cache_aside(self) -> None:
        shutil.rmtree(self.folder / "aside", ignore_errors=True)
        shutil.copytree(self.memory, self.folder / "aside")

    @rule()
    @precondition(lambda self: (self.folder / "aside").exists())
    def restore_the_cache(self) -> None:
        shutil.copytree(self.folder / "aside", self.memory, dirs_exist_ok=True)

    @rule(how=some.sampled_from(sorted(mishaps.SITE)), seed=SEEDS)
    def tamper_with_the_site(self, how: str, seed: int) -> None:
        files = [self.site / name for name, data in tree(self.site).items() if data]
        if files:
            mishaps.SITE[how](random.Random(seed).choice(files))

    # Builds that do not end well, each with something to publish.

    def change_much_or_little(self, mark: str, much: bool) -> None:
        self.draft.pieces["ar"] = [f"نص {mark}."]
        if much:
            boilerplate = {"ar": f"نبذة {mark}", "en": f"About {mark}"}
            organization = self.paper.changes.get("organization") or CONFIGURATIONS[-1]["organization"]
            self.paper.changes = self.paper.changes | {"organization": organization | {"short_name": boilerplate}}
        self.write()

    def all_is_old_or_new(self, standing: Tree, cold: Cold) -> None:
        """No file of the site is half-written, and none that was and will be there is missing."""
        found = tree(self.site)
        strange = [
            name for name, data in found.items() if data and data not in (standing.get(name), cold.tree.get(name))
        ]
        assert not strange, strange
        whole = {name for name, data in standing.items() if data is not None and cold.tree.get(name) is not None}
        assert not whole - found.keys(), whole - found.keys()

    @rule(
        kind=some.sampled_from(["kill", "kill worker"]),
        number=WRITES,
        mark=MARKS,
        much=some.booleans(),
    )
    def be_killed_at_a_write(self, kind: str, number: int, mark: str, much: bool) -> None:
        self.change_much_or_little(mark, much)
        standing = tree(self.site)
        run(self.root, self.order, Accident(kind, number, self.root))
        self.all_is_old_or_new(standing, self.expected(standing))

    @rule(milliseconds=some.integers(10, 250), mark=MARKS, much=some.booleans())
    def be_killed_at_a_moment(self, milliseconds: int, mark: str, much: bool) -> None:
        self.change_much_or_little(mark, much)
        standing = tree(self.site)
        run(self.root, self.order, seconds=milliseconds / 1000)
        self.all_is_old_or_new(standing, self.expected(standing))

    @rule(
        kind=some.sampled_from(["error", "full"]),
        number=WRITES,
        mark=MARKS,
        much=some.booleans(),
    )
    def have_a_failing_disk(self, kind: str, number: int, mark: str, much: bool) -> None:
        self.change_much_or_little(mark, much)
        self.build_on_a_failing_disk(kind, number)

    def build_on_a_failing_disk(self, kind: str, number: int) -> int:
        """Build, and give the exit code: the site is whole, or it is as it was."""
        standing = tree(self.site)
        cold = self.expected(standing)
        outcome = run(self.root, self.order, Accident(kind, number, self.root))
        assert outcome
        # MkDocs' own command shows a failing disk as Python does.
        failed = (1, CRASHED) if self.order.is_the_engines else (3,)
        assert outcome.code in (cold.outcome.code, *failed), outcome
        assert not difference(tree(self.site), cold.tree if outcome.code == 0 else standing), outcome
        return outcome.code

    @rule(mark=MARKS, much=some.booleans())
    def build_twice_at_once(self, mark: str, much: bool) -> None:
        self.change_much_or_little(mark, much)
        standing = tree(self.site)
        cold = self.expected(standing)
        both = [Child(self.root, self.order) for _ in range(2)]
        outcomes = [child.outcome() for child in both]
        assert [outcome and outcome.code for outcome in outcomes] == [cold.outcome.code] * 2, outcomes
        assert not difference(tree(self.site), standing if cold.outcome.code else cold.tree)
