"""No edition for the public is published before it is proved to hold nothing that is held back."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from newsroom.cli import run
from newsroom.commands.edition import Edition
from newsroom.commands.prove import prove_site
from newsroom.engine.build import build
from newsroom.errors import LeakFound
from newsroom.proof.haystack import File
from newsroom.proof.looking import Finding, Looker
from tests.conftest import NOW as NOW_OF_EXAMPLE
from tests.conftest import REPOSITORY
from tests.samples import NO_EDITOR, both, picture, write_newsroom, write_picture, write_post
from tests.trees import holding, read_tree

pytestmark = pytest.mark.slow

NOW = datetime.datetime.fromisoformat("2026-02-01T12:00+04:00")
RELEASE = "2026-02-01T13:00"
SENTENCE = "Nobody is to read of the second cold store before that day."
COMMAND = ["build", "--at", NOW.isoformat()]


def build_at(root: Path, now: datetime.datetime = NOW) -> None:
    build(root, Edition(now), None, strict=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A newsroom of a released post with an attachment, and a post that is released an hour later."""
    root = write_newsroom(tmp_path / "newsroom", rules=NO_EDITOR)
    folder = write_post(root, 1, body_en="[notes](notes.txt)", body_ar="[ملاحظات](notes.txt)")
    (folder / "notes.txt").write_text("Nothing to see.")
    hero = picture("frost-gripper.png", caption=both("رافعة", "A gripper"))
    write_picture(write_held(root, SENTENCE, hero=hero) / "frost-gripper.png")
    return root


def write_held(root: Path, body: str, **keys: object) -> Path:
    return write_post(root, 2, slug="held-plan", ar={"date": RELEASE, **keys}, body_en=body)


def leak(root: Path) -> None:
    """Let an attachment of the released post say what the other is to say."""
    (root / "content/posts/2026/post-1/notes.txt").write_text(f"Between us: {SENTENCE}")


def test_a_leak_stops_the_build_and_the_site_is_left_as_it_was(root: Path) -> None:
    build_at(root)
    before = read_tree(root / "site")
    leak(root)
    with pytest.raises(LeakFound) as caught:
        build_at(root)
    assert {problem.rule.code for problem in caught.value.problems} == {"NR791"}
    assert {problem.path for problem in caught.value.problems} >= {"site/posts/2026/post-1/notes.txt"}
    assert read_tree(root / "site") == before
    assert not (root / ".site.staging").exists()


def test_what_came_to_stand_otherwise_than_by_the_last_build_is_searched_again(root: Path) -> None:
    build_at(root)
    leak(root)
    place = "posts/2026/post-1/notes.txt"
    (root / "site" / place).write_bytes((root / "content" / place).read_bytes())
    with pytest.raises(LeakFound) as caught:
        build_at(root)
    assert f"site/{place}" in {problem.path for problem in caught.value.problems}


def test_a_leak_in_the_first_build_leaves_no_site(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    leak(root)
    assert run(["--root", str(root), *COMMAND]) == 1
    said = capsys.readouterr()
    assert "site/posts/2026/post-1/notes.txt:1: NR791" in said.out
    assert "nothing was published; the site was left as it was" in said.err
    assert not (root / "site").exists()


def test_once_it_is_released_it_is_no_leak(root: Path) -> None:
    leak(root)
    build_at(root, NOW + datetime.timedelta(hours=1))
    assert holding(root / "site", SENTENCE)


def test_a_preview_holds_everything_and_is_not_stopped(root: Path) -> None:
    leak(root)
    build(root, Edition(None), None, strict=False)
    assert holding(root / "preview", SENTENCE)


def test_what_stands_is_searched_for_what_is_held_back_since(root: Path) -> None:
    write_held(root, "Something else is told here, and nobody knows it yet.")
    leak(root)
    build_at(root)
    write_held(root, SENTENCE)
    with pytest.raises(LeakFound):
        build_at(root)


def test_what_was_published_is_searched_when_it_is_held_back_again(root: Path) -> None:
    leak(root)
    build_at(root, NOW + datetime.timedelta(hours=1))
    with pytest.raises(LeakFound):
        build_at(root)


def looked_into(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[File]:
    """The files into which a build looks."""
    files: list[File] = []
    look_into = Looker.look_into

    def noted(self: Looker, file: File) -> list[Finding]:
        files.append(file)
        return look_into(self, file)

    monkeypatch.setattr(Looker, "look_into", noted)
    build_at(root)
    return files


def test_where_nothing_changes_nothing_is_searched(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_at(root)
    assert looked_into(root, monkeypatch) == []


def test_of_a_site_that_changes_only_what_changes_is_searched(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_at(root)
    write_post(root, 3)
    files = looked_into(root, monkeypatch)
    assert 0 < len(files) < len(read_tree(root / "site"))
    assert {file.path for file in files if file.before} >= {"en/feed.xml", "sitemap.xml"}


def test_where_nothing_is_held_back_nothing_is_searched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert looked_into(write_newsroom(tmp_path / "newsroom"), monkeypatch) == []


def test_a_proof_that_was_killed_leaves_the_site_as_it_was(root: Path) -> None:
    build_at(root)
    before = read_tree(root / "site")
    write_post(root, 3)
    process = os.fork()
    if process == 0:
        Looker.look_into = lambda *_: os._exit(9)  # type: ignore[method-assign]
        build_at(root)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 9
    assert read_tree(root / "site") == before
    build_at(root)
    assert holding(root / "site", "Title of post 3")


def test_no_word_of_what_is_held_back_is_in_the_memory_of_builds(root: Path) -> None:
    build_at(root)
    for word in ("cold store", "frost-gripper", "held-plan"):
        assert holding(root / ".newsroom", word) == []


def test_what_quotes_and_shares_with_released_posts_is_no_leak(root: Path) -> None:
    quoted = "We open the harbour to every farmer of the coast this year, and to every fisher."
    evidence = {"kind": "figure", "label": both("سعة المخزن", "Capacity of the store"), "date": "2026-01-01"}
    evidence |= {"source": both("المجلس", "Board of the company"), "value": 2400, "unit": both("طبلية", "pallets")}
    shared = {"hero": picture("frost-gripper.png"), "evidence": [evidence]}
    write_picture(write_post(root, 1, ar=shared, body_en=quoted) / "frost-gripper.png")
    body = f'"{quoted}" said Salim, Chief Executive.\n\nSample is a company that does things.'
    held = write_held(root, body, **shared)
    write_picture(held / "frost-gripper.png")
    build_at(root)
    assert prove_site(root, None, NOW).problems == ()


def test_names_of_files_are_not_there_before_and_stay_the_same_after(root: Path) -> None:
    build_at(root)
    assert [path for path in read_tree(root / "site") if "held-plan" in path or "frost-gripper" in path] == []
    released = NOW + datetime.timedelta(hours=1)
    build_at(root, released)
    names = [path for path in read_tree(root / "site") if "held-plan" in path]
    assert {"press-kits/2026/held-plan.zip", "posts/2026/held-plan/frost-gripper.png"} <= set(names)
    write_post(root, 3, ar={"date": RELEASE})
    build_at(root, released + datetime.timedelta(days=9))
    assert [path for path in read_tree(root / "site") if "held-plan" in path] == names


def test_the_example_newsroom_is_proved(example_site: Path) -> None:
    account = prove_site(REPOSITORY, example_site, NOW_OF_EXAMPLE)
    assert account.problems == ()
    assert (account.posts, account.traces > 400) == (2, True)


def test_a_preview_in_the_place_of_the_site_is_no_proof(example_preview: Path) -> None:
    problems = prove_site(REPOSITORY, example_preview, NOW_OF_EXAMPLE).problems
    assert {problem.values["owner"] for problem in problems} >= {
        "2026/warehouse-robot-patent",
        "2030/twenty-five-years",
    }
    assert {problem.path.rpartition(".")[2] for problem in problems} >= {"html", "xml", "json", "pf_fragment"}
