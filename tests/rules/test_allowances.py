"""A comment lets one finding of an editorial rule be, and says so where it allows nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.commands.check import check
from tests.samples import configuration, write_post, write_yaml

LONG = "ع" * 150


def codes(root: Path) -> list[tuple[str, str, int]]:
    return [(problem.rule.code, problem.path.rpartition("/")[2], problem.line) for problem in check(root)]


def write(root: Path, *, above: str = "", beside: str = "", body: str = "نص المنشور.") -> None:
    """A post whose title is too long, with a comment above or beside it."""
    file = write_post(root, 1, body_ar=body) / "index.ar.md"
    text = file.read_text().replace("title: عنوان المنشور 1\n", f"{above}title: {LONG} 1{beside}\n")
    file.write_text(text)


@pytest.mark.parametrize(
    "comment",
    [
        {"beside": " # allow NR505: the ship's full name"},
        {"above": "# allow NR505: the ship's full name\n"},
        {"above": "#allow NR505:اسم السفينة كاملًا\n"},
        {"above": "# allow NR505: the ship's full name\n# more of it\n\n"},
    ],
    ids=["beside", "above", "without spaces", "above other comments and empty lines"],
)
def test_a_reasoned_comment_on_the_line_or_above_it_lets_a_finding_be(comment: dict[str, str], root: Path) -> None:
    write(root, **comment)
    assert codes(root) == []


@pytest.mark.parametrize("comment", ["# allow NR505\n", "# allow NR505:\n", "# allow NR505:   \n"])
def test_a_comment_without_a_reason_allows_nothing_and_is_a_warning(comment: str, root: Path) -> None:
    write(root, above=comment)
    assert {code for code, _, _ in codes(root)} == {"NR113", "NR505"}


def test_an_allowance_below_is_none(root: Path) -> None:
    write(root)
    file = root / "content/posts/2026/post-1/index.ar.md"
    file.write_text(file.read_text().replace("summary:", "# allow NR505: reason\nsummary:"))
    assert {code for code, _, _ in codes(root)} == {"NR114", "NR505"}


def test_an_allowance_of_another_rule_allows_nothing(root: Path) -> None:
    write(root, above="# allow NR216: reason\n")
    assert {code for code, _, _ in codes(root)} == {"NR114", "NR505"}


def test_what_guards_the_truth_cannot_be_allowed(root: Path) -> None:
    file = write_post(root, 2, ar={"id": "sample000001"}) / "index.ar.md"
    file.write_text(file.read_text().replace("id: sample000001", "# allow NR401: we know\nid: sample000001"))
    assert {code for code, _, _ in codes(root)} == {"NR114", "NR401"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<!-- allow NR506: the poster says so -->\n# Heading", []),
        ("# Heading <!-- allow NR506: the poster says so -->", []),
        ("<!-- allow NR506:\n  the poster\n  says so -->\n\n# Heading", []),
        ("<!-- allow NR506: the poster says so -->\nText.\n\n# Heading", ["NR114", "NR506"]),
        ("`<!-- allow NR506: the poster says so -->`\n\n# Heading", ["NR506"]),
        ("<!-- we allow NR506 here -->\n\nText.", []),
    ],
    ids=["above", "beside", "over lines", "above another line", "in code", "in a sentence"],
)
def test_a_comment_in_a_text_allows_what_follows_it(body: str, expected: list[str], root: Path) -> None:
    write_post(root, 1, body_en=body, body_ar="## عنوان\n\nنص." if "Heading" in body else "نص.")
    found = [code for code, name, _ in codes(root) if name == "index.en.md" and code in {"NR114", "NR506"}]
    assert found == expected


def test_an_allowance_that_allows_nothing_in_a_file_of_keys_is_told(root: Path) -> None:
    write_yaml(root / "newsroom.yml", configuration())
    file = root / "newsroom.yml"
    file.write_text(file.read_text().replace("timezone:", "# allow NR505: reason\ntimezone:"))
    assert codes(root) == [("NR114", "newsroom.yml", 2)]
