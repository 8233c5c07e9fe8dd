"""The site as values: what decides whether a page must be rendered again."""

from __future__ import annotations

from pathlib import Path

from newsroom.commands.check import sound_newsroom
from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.engine.files import destination
from newsroom.languages import words
from newsroom.pages.page import digest
from newsroom.pages.plan import plan
from tests.conftest import NOW
from tests.samples import write_newsroom, write_post


def digests(root: Path) -> dict[str, str]:
    return {page.address: digest(page) for page in plan(sound_newsroom(root), NOW).pages}


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {address for address in before.keys() | after.keys() if before.get(address) != after.get(address)}


def test_pages_have_each_an_address_of_their_own(root: Path) -> None:
    addresses = [page.address for page in plan(sound_newsroom(root), NOW).pages]
    assert addresses == sorted(set(addresses))


def test_a_held_post_changes_no_digest(root: Path) -> None:
    before = digests(root)
    write_post(root, 2, ar={"date": "2027-01-01T08:00"})
    write_post(root, 3, ar={"pubstatus": "withheld"})
    assert digests(root) == before


def test_a_changed_body_changes_the_digest_of_its_own_page_alone(root: Path) -> None:
    before = digests(root)
    write_post(root, 1, body_en="Another text.")
    assert changed(before, digests(root)) == {"en/posts/2026/post-1/"}


def test_a_new_post_leaves_old_posts_but_its_neighbour_as_they_were(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path, posts=0, posts_per_page=2)
    for number in range(1, 8):
        write_post(root, number, ar={"date": f"2026-01-{number:02}T09:00"})
    before = digests(root)
    write_post(root, 8, ar={"date": "2026-01-08T09:00"})
    posts = {address for address in changed(before, digests(root)) if "/posts/" in address}
    assert posts == {f"{language}/posts/2026/post-{number}/" for language in ("ar", "en") for number in (7, 8)}


def test_equal_digests_mean_equal_bytes_and_new_bytes_a_new_digest(root: Path, tmp_path: Path) -> None:
    write_post(root, 2, ar={"topics": ["results"]}, body_ar="قبل")
    before, _ = digests(root), build(root, Edition(NOW), tmp_path / "before", strict=True)
    write_post(root, 2, ar={"topics": ["results"], "title": "عنوان آخر"}, body_ar="بعد")
    after, _ = digests(root), build(root, Edition(NOW), tmp_path / "after", strict=True)
    pages = {page.address: destination(page.address) for page in plan(sound_newsroom(root), NOW).pages}
    one, two = tmp_path / "before", tmp_path / "after"
    differing = {address for address, file in pages.items() if (one / file).read_bytes() != (two / file).read_bytes()}
    assert differing == changed(before, after)
    assert differing


def test_a_newsroom_without_a_post_is_still_a_site(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path / "empty", posts=0)
    counted, site = build(root, Edition(NOW), None, strict=True)
    assert (counted.read.ar, counted.read.en) == (0, 0)
    assert words("ar").empty_list in (site / "ar/types/results/index.html").read_text()


def test_an_executive_without_posts_or_portrait_has_a_page(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path / "empty", posts=0)
    _, site = build(root, Edition(NOW), None, strict=True)
    assert "سالم" in (site / "ar/executives/salim/index.html").read_text()
