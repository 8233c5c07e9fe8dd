"""Files as text: what is forgiven, what is refused, and where links may lead."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsroom.errors import ContentChanged, NewsroomNotFound
from newsroom.model.text import NO_WORDS
from newsroom.reading import files
from newsroom.reading.newsroom import read_newsroom
from newsroom.reading.rules import UNREADABLE
from tests.reading.problems import ARABIC, ENGLISH, POST, add_words, found, only_problem, replace, the_post, write
from tests.samples import body_of, picture, write_picture, write_post


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: b"\xef\xbb\xbf" + text, id="a byte order mark"),
        pytest.param(lambda text: text.replace(b"\n", b"\r\n"), id="carriage returns"),
        pytest.param(lambda text: text.replace(b"\n", b"\r"), id="carriage returns alone"),
        pytest.param(lambda text: text.replace(b"---\n", b"---  \n"), id="spaces after the fences"),
    ],
)
def test_the_marks_that_editors_leave_are_no_part_of_the_text(root: Path, change) -> None:
    for file in (ARABIC, ENGLISH, "newsroom.yml", "plan.yml"):
        write(root, file, change((root / file).read_bytes()))
    translations = the_post(root).translations
    assert translations["en"].title == "Title of post 1"
    assert body_of(translations["en"], root).strip() == "The text."
    assert body_of(translations["ar"], root).strip() == "نص المنشور."


def test_a_line_is_counted_right_whatever_ends_it(root: Path) -> None:
    write(root, ENGLISH, (root / ENGLISH).read_bytes().replace(b"\n", b"\r\n") + b"\r\na\xff")
    assert found(root) == [("NR101", ENGLISH, 8)]


def test_a_rule_in_the_text_is_no_fence(root: Path) -> None:
    add_words(root, "\nfirst\n\n---\n\nsecond: no key\n\n---\n")
    assert "second: no key\n\n---" in body_of(the_post(root).translations["en"], root)


def test_front_matter_may_end_the_file(root: Path) -> None:
    write(root, ENGLISH, "---\ntitle: Title\nsummary: Summary\n---")
    assert the_post(root).translations["en"].body == NO_WORDS


def test_the_text_begins_on_the_line_after_the_fence(root: Path) -> None:
    write(root, ENGLISH, "---\ntitle: Title\nsummary: Summary\n---\n[x](nowhere.md)")
    assert found(root) == [("NR406", ENGLISH, 5)]


def test_what_an_os_refuses_is_said_in_words_of_both_languages(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "index.en.md" and path.parent.name == "post-1":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    problem = only_problem(root)
    assert (problem.rule, problem.path, problem.line) == (UNREADABLE, ENGLISH, 1)
    assert "not permitted" in problem.what("en")
    assert "لا إذن" in problem.what("ar")


def test_a_folder_that_cannot_be_listed_is_a_problem_and_not_an_empty_newsroom(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = os.scandir

    def refuse(path: Path):
        if Path(path).name == "2026":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert found(root) == [("NR111", "content/posts/2026", 1)]


def test_links_that_stay_inside_content_are_followed(root: Path) -> None:
    write_picture(root / "content" / "media" / "shared.png", (600, 401))
    folder = write_post(root, 2, ar={"hero": picture()}, languages=("ar",))
    (folder / "hero.png").symlink_to(Path("../../../media/shared.png"))
    (folder / "index.en.md").symlink_to(Path("../post-1/index.en.md"))
    assert found(root) == []
    newsroom = read_newsroom(root).newsroom
    assert newsroom
    post = newsroom.posts[1]
    assert post.hero
    assert (post.hero.path, post.hero.width) == ("posts/2026/post-2/hero.png", 600)
    assert post.translations["en"].title == "Title of post 1"


@pytest.mark.parametrize("folder", ["content/posts", "content/posts/2026", POST, "content/pages", "content/executives"])
def test_a_loop_of_folders_is_reported_where_it_lies(root: Path, folder: str) -> None:
    (root / folder).rename(root / "elsewhere")
    (root / folder).symlink_to(root / folder)
    (code, path, line), *others = found(root)
    assert (path, line) == (folder, 1)
    assert code in {"NR109", "NR111"}
    assert all(rule == "NR402" for rule, _, _ in others)


def test_content_that_lies_elsewhere_is_not_read(root: Path) -> None:
    (root / "content").rename(root.parent / "content")
    (root / "content").symlink_to(root.parent / "content")
    assert ("NR103", "content/posts/2026", 1) in found(root)


def test_the_newsrooms_own_folder_may_be_reached_by_a_link(root: Path) -> None:
    link = root.parent / "link"
    link.symlink_to(root)
    assert found(link) == []


def test_a_folder_without_newsroom_yml_is_no_newsroom(tmp_path: Path) -> None:
    with pytest.raises(NewsroomNotFound, match=r"newsroom\.yml") as raised:
        read_newsroom(tmp_path)
    assert "لا يوجد" in raised.value.sentence("ar")


@pytest.mark.parametrize("name", ["newsroom.yml", "plan.yml", "calendar.yml"])
@pytest.mark.parametrize("place", ["a folder", "a loop", "a link to nothing"])
def test_what_stands_in_the_place_of_a_configuration_is_one_problem(root: Path, name: str, place: str) -> None:
    (root / name).unlink(missing_ok=True)
    if place == "a folder":
        (root / name).mkdir()
    else:
        (root / name).symlink_to(name if place == "a loop" else "nothing.yml")
    assert found(root) == [("NR111", name, 1)]


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("newsroom.yml", ["address", "timezone", "languages", "organization", "contacts", "topics"]),
        ("plan.yml", ["objectives"]),
        ("calendar.yml", ["occasions"]),
    ],
)
def test_an_empty_configuration_lacks_every_key(root: Path, name: str, missing: list[str]) -> None:
    write(root, name, "")
    problems = read_newsroom(root).problems
    assert [(problem.rule.code, problem.values["key"]) for problem in problems] == [("NR201", key) for key in missing]


def test_a_hundred_thousand_marks_are_found_in_no_time(root: Path) -> None:
    write(root, ENGLISH, "---\ntitle: x\nsummary: y\n---\n" + "\u202e" * 100_000 + "\n" + "\u202e\n" * 50_000)
    problems = found(root)
    assert len(problems) == 50_001
    assert problems[0] == ("NR501", ENGLISH, 5)


def test_a_size_at_the_limit_is_read(root: Path) -> None:
    written = (root / ENGLISH).read_bytes()
    write(root, ENGLISH, written + b"x" * (files.MAXIMUM_SIZE - len(written)))
    assert found(root) == []
    add_words(root, "x")
    assert [code for code, _, _ in found(root)] == ["NR108"]


@pytest.mark.parametrize("key", ["عنوان", "tïtle", "title\u200b", "日付"])
def test_a_key_in_other_letters_is_not_known(root: Path, key: str) -> None:
    replace(root, ENGLISH, "title:", f"{key}: x\ntitle:")
    assert ("NR202", ENGLISH, 2) in found(root)


def test_a_text_that_changed_since_it_was_read_is_not_given(root: Path) -> None:
    text = the_post(root).translations["en"]
    add_words(root, "More.")
    with pytest.raises(ContentChanged, match=r"index\.en\.md changed"):
        body_of(text, root)


def test_a_text_that_went_since_it_was_read_is_not_given(root: Path) -> None:
    text = the_post(root).translations["en"]
    (root / ENGLISH).unlink()
    with pytest.raises(ContentChanged, match=r"index\.en\.md changed"):
        body_of(text, root)
