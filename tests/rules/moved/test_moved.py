"""The rules on addresses that were: what each finds, at which line, and what it lets pass."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.reading.problems import Case, add_keys, add_words, check_but_for_words, found, only_problem
from tests.samples import configuration, write_newsroom, write_post, write_yaml

SECOND: Final = "content/posts/2026/post-2/index.ar.md"
REDIRECTS: Final = 54
"""The line of ``newsroom.yml`` on which the first redirect stands."""


def redirect(root: Path, **redirects: str) -> None:
    """Redirects by old paths, in which two underscores stand for a slash and one for a hyphen."""
    told = {old.replace("__", "/").replace("_", "-"): new for old, new in redirects.items()}
    write_yaml(root / "newsroom.yml", configuration(redirects=told))


def alias(root: Path, *aliases: str) -> None:
    write_post(root, 2, ar={"aliases": list(aliases)})


def two_aliases(root: Path) -> None:
    write_post(root, 1, ar={"aliases": ["2025/old"]})
    alias(root, "2025/older", "2025/old")


def page_alias(root: Path, name: str) -> None:
    add_keys(root, f"aliases: [{name}]", "content/pages/about/index.ar.md")


ABOUT = "content/pages/about/index.ar.md"
CASES: Final = [
    Case("an alias that is a post", "NR772", SECOND, 15, lambda root: alias(root, "2025/old", "2026/post-1")),
    Case("an alias that is the post itself", "NR772", SECOND, 14, lambda root: alias(root, "2026/post-2")),
    Case("an alias that is a post to come", "NR772", SECOND, 14, lambda root: (
        write_post(root, 3, ar={"date": "2030-01-01T08:00"}), alias(root, "2026/post-3"))),
    Case("an alias that is a page of the site", "NR772", ABOUT, 4, lambda root: page_alias(root, "archive")),
    Case("a redirect from a list", "NR772", "newsroom.yml", REDIRECTS, lambda root: redirect(
        root, topics__ports="archive")),
    Case("a redirect from a list, in one language", "NR772", "newsroom.yml", REDIRECTS, lambda root: redirect(
        root, en__topics__ports="archive")),
    Case("a redirect from a folder of the site", "NR772", "newsroom.yml", REDIRECTS, lambda root: redirect(
        root, search__1="archive")),
    Case("a redirect from a feed that has posts", "NR772", "newsroom.yml", REDIRECTS, lambda root: redirect(
        root, feeds__topics__ports="archive")),
    Case("an alias of two posts", "NR773", SECOND, 15, two_aliases),
    Case("an alias and a redirect", "NR773", "newsroom.yml", REDIRECTS, lambda root: (
        alias(root, "2025/old"), redirect(root, posts__2025__old="archive"))),
    Case("a redirect to nowhere", "NR774", "newsroom.yml", REDIRECTS + 1, lambda root: redirect(
        root, docks="about", harbours="topics/prots")),
    Case("a redirect to a topic without a post", "NR774", "newsroom.yml", REDIRECTS, lambda root: redirect(
        root, docks="topics/results")),
    Case("a redirect to a language that a page has not", "NR774", "newsroom.yml", REDIRECTS, lambda root: (
        write_post(root, 2, languages=("ar",)), redirect(root, docks="en/posts/2026/post-2"))),
    Case("a chain", "NR775", "newsroom.yml", REDIRECTS, lambda root: redirect(
        root, docks="harbours", harbours="topics/ports")),
    Case("a chain through an alias", "NR775", "newsroom.yml", REDIRECTS, lambda root: (
        alias(root, "2025/old"), redirect(root, docks="posts/2025/old"))),
    Case("a loop of one", "NR776", "newsroom.yml", REDIRECTS, lambda root: redirect(root, docks="docks")),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_wrong_claim_is_found_where_it_stands(case: Case, root: Path) -> None:
    case.change(root)
    assert found(root) == [(case.code, case.path, case.line)]
    for language in ("ar", "en"):
        assert "{" not in only_problem(root).line_of_text(language)


def test_every_step_of_a_loop_is_found_and_the_way_is_told(root: Path) -> None:
    redirect(root, docks="harbours", harbours="quays", quays="docks", old="about")
    assert found(root) == [("NR776", "newsroom.yml", REDIRECTS + each) for each in range(3)]
    first = check_but_for_words(root)[0]
    assert first.values["way"] == "ar/docks/ → ar/harbours/ → ar/quays/ → ar/docks/"


@pytest.mark.parametrize(
    ("old", "new", "end"), [("docks", "harbours", "topics/ports"), ("en/docks", "en/harbours", "en/topics/ports")]
)
def test_the_end_of_a_chain_is_named_as_it_can_be_written(old: str, new: str, end: str, tmp_path: Path) -> None:
    root = write_newsroom(tmp_path / "newsroom", redirects={old: new, new: end})
    assert only_problem(root).values["end"] == end


def test_right_claims_pass(tmp_path: Path) -> None:
    redirects = {
        "topics/docks": "topics/ports",
        "en/posts/2026/post-2": "ar/posts/2026/post-2",
        "archive/2019": "archive",
        "feeds/topics/results": "archive",
        "posts/2019/gone": "posts/2026/post-3",
    }
    root = write_newsroom(tmp_path / "newsroom", redirects=redirects)
    write_post(root, 2, ar={"aliases": ["2025/old", "2026/older"]}, languages=("ar",))
    write_post(root, 3, ar={"date": "2030-01-01T08:00"})
    page_alias(root, "who-we-are")
    assert found(root) == []


def test_a_page_that_has_a_fault_of_its_own_is_not_called_nowhere(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path / "newsroom", redirects={"docks": "about", "quays": "posts/2026/post-1"})
    add_words(root, "a\u202eb", "content/pages/about/index.en.md")
    add_words(root, "a\u202eb")
    assert {code for code, _, _ in found(root)} == {"NR501"}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda root: alias(root, "old"), "NR203"),
        (lambda root: alias(root, "2025/Old"), "NR203"),
        (lambda root: page_alias(root, "2025/old"), "NR203"),
        (lambda root: write_yaml(root / "newsroom.yml", configuration(redirects={"/old/": "about"})), "NR203"),
        (lambda root: write_yaml(root / "newsroom.yml", configuration(redirects={"old": "https://x.om/"})), "NR203"),
        (lambda root: write_yaml(root / "newsroom.yml", configuration(redirects={"topics/x/page/1": "x"})), "NR203"),
        (lambda root: add_keys(root, "aliases: [old]", "content/pages/about/index.en.md"), "NR202"),
    ],
    ids=["no year", "capitals", "a post's", "slashes", "elsewhere", "a numbered page", "in the other language"],
)
def test_what_cannot_be_an_address_is_refused(change: object, code: str, root: Path) -> None:
    assert callable(change)
    change(root)
    assert code in {each for each, _, _ in found(root)}
