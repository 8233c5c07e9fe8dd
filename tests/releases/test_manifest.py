"""The manifest as a value and as a text: what it says, what it is read from, and what it is not."""

from __future__ import annotations

import datetime
import hashlib
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.errors import ManifestUnusable
from newsroom.releases.manifest import LARGEST, Entry, Manifest, manifest, parse
from tests.releases.sites import ADDRESS, COMMIT, FILES, MONDAY, PAGE, REPORT, TUESDAY, WEDNESDAY

DIGESTS = {path: hashlib.sha256(text.encode()).hexdigest() for path, text in FILES.items()}
OTHER = "0" * 64


def first() -> Manifest:
    return manifest(DIGESTS, None, ADDRESS, COMMIT, MONDAY)


def second() -> Manifest:
    return manifest({**DIGESTS, PAGE: OTHER}, first(), ADDRESS, COMMIT, TUESDAY)


def test_it_is_a_text_that_people_can_read() -> None:
    assert manifest({PAGE: OTHER}, None, ADDRESS, "", MONDAY).text().decode().splitlines() == [
        "# newsroom manifest 1",
        f"# site {ADDRESS}",
        "# commit -",
        "# published 2026-11-23T09:00:00+04:00",
        "# previous -",
        "# files 1",
        "# since 2026-11-23T09:00:00+04:00",
        f"{OTHER}  {PAGE}",
    ]


@pytest.mark.parametrize("program", [["sha256sum"], ["shasum", "-a", "256"]], ids=["sha256sum", "shasum"])
def test_stock_programs_check_files_by_it(program: list[str], tmp_path: Path) -> None:
    (tmp_path / "posts/2026/new-cold-store").mkdir(parents=True)
    (tmp_path / REPORT).write_text(FILES[REPORT])
    (tmp_path / "manifest").write_bytes(second().text())
    command = [*program, "--check", "--ignore-missing", "manifest"]
    assert subprocess.check_output(command, cwd=tmp_path, text=True) == f"{REPORT}: OK\n"
    (tmp_path / REPORT).write_text("%PDF-1.7 doctored")
    with pytest.raises(subprocess.CalledProcessError):
        subprocess.check_output(command, cwd=tmp_path, stderr=subprocess.STDOUT)


def test_what_did_not_change_is_as_old_as_it_was() -> None:
    found = second().files
    assert found[REPORT] == Entry(DIGESTS[REPORT], MONDAY)
    assert found[PAGE] == Entry(OTHER, TUESDAY)


def test_what_comes_back_to_what_it_was_has_stood_since_it_came_back() -> None:
    assert manifest(DIGESTS, second(), ADDRESS, COMMIT, WEDNESDAY).files[PAGE] == Entry(DIGESTS[PAGE], WEDNESDAY)


def test_a_file_that_is_new_stands_behind_all_others() -> None:
    more = manifest({**DIGESTS, "a-first-name.txt": OTHER}, first(), ADDRESS, COMMIT, TUESDAY)
    old, new = first().text().decode(), more.text().decode()
    assert new.endswith(old.partition("# since")[2] + f"# since {TUESDAY.isoformat()}\n{OTHER}  a-first-name.txt\n")


def test_a_manifest_names_the_one_before() -> None:
    assert first().previous == ""
    assert second().previous == hashlib.sha256(first().text()).hexdigest()


def test_a_site_that_moved_begins_anew_at_its_address() -> None:
    moved = manifest(DIGESTS, first(), "https://news.sample.example/", COMMIT, TUESDAY)
    assert {entry.since for entry in moved.files.values()} == {TUESDAY}
    assert moved.previous == first().digest


def test_nothing_stands_since_after_the_publication_though_a_clock_went_wrong() -> None:
    again = manifest(DIGESTS, manifest(DIGESTS, None, ADDRESS, COMMIT, WEDNESDAY), ADDRESS, COMMIT, MONDAY)
    assert {entry.since for entry in again.files.values()} == {MONDAY}


@pytest.mark.parametrize("path", ["two\nlines", "back\\slash", "/etc/passwd", "", "bell\a", "no \udcff utf-8"])
def test_a_name_that_no_line_can_hold_is_refused(path: str) -> None:
    with pytest.raises(ManifestUnusable, match="no manifest can hold"):
        manifest({path: OTHER}, None, ADDRESS, COMMIT, MONDAY)


@pytest.mark.parametrize(
    "address", ["https://[::1/", "https://huda@sample.example/", "https://sample.example", "ftp://a/"]
)
def test_an_address_that_no_host_has_is_refused(address: str) -> None:
    with pytest.raises(ManifestUnusable, match="no address of a site"):
        manifest(DIGESTS, None, address, COMMIT, MONDAY)
    with pytest.raises(ManifestUnusable, match="does not begin as one does"):
        parse(first().text().replace(ADDRESS.encode(), address.encode()))


paths = st.from_regex(r"[a-zء-ي0-9 ._-]{1,9}(/[a-z0-9._-]{1,9}){0,2}", fullmatch=True).filter(lambda path: path.strip())
digests = st.integers(0, 7).map(lambda number: f"{number:064x}")
offsets = st.sampled_from([datetime.UTC, datetime.timezone(datetime.timedelta(hours=4))])
instants = st.datetimes(timezones=offsets, min_value=datetime.datetime(2020, 1, 1))  # noqa: DTZ001 - drawn beside it
sites = st.dictionaries(paths, digests, max_size=6)
histories = st.lists(st.tuples(sites, instants), min_size=1, max_size=5)


def published(history: list[tuple[dict[str, str], datetime.datetime]]) -> Manifest:
    made = None
    for files, instant in history:
        made = manifest(files, made, ADDRESS, COMMIT, instant)
    assert made
    return made


@given(histories)
def test_what_is_written_is_read_as_it_was(history: list[tuple[dict[str, str], datetime.datetime]]) -> None:
    made = published(history)
    assert parse(made.text()) == made
    assert parse(made.text()).text() == made.text()


@given(histories, st.randoms(use_true_random=False))
def test_the_order_in_which_files_are_found_changes_nothing(
    history: list[tuple[dict[str, str], datetime.datetime]], random: object
) -> None:
    def shuffled(files: dict[str, str]) -> dict[str, str]:
        names = list(files)
        random.shuffle(names)  # type: ignore[attr-defined]
        return {name: files[name] for name in names}

    other = [(shuffled(files), instant) for files, instant in history]
    assert published(other).text() == published(history).text()


@given(st.data())
def test_what_is_cut_anywhere_is_no_manifest(data: st.DataObject) -> None:
    text = second().text()
    with pytest.raises(ManifestUnusable):
        parse(text[: data.draw(st.integers(0, len(text) - 1))])


@given(st.binary(max_size=200))
def test_bytes_are_a_manifest_or_an_error_with_a_sentence(noise: bytes) -> None:
    for data in (noise, first().text() + noise, first().text()[:180] + noise):
        try:
            assert parse(data).text() == data
        except ManifestUnusable as error:
            assert error.sentence("ar")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: text.replace(b"\n", b"\r\n"), "line ends were changed to those of Windows"),
        (lambda text: text[: text.rindex(b"\n", 0, -1) + 1], "names 4 of 5 files"),
        (lambda text: b"<!doctype html>", "does not begin as one does"),
        (lambda text: text.replace(b"manifest 1", b"manifest 2"), "does not begin as one does"),
        (lambda text: b"#" * (LARGEST + 1), "more than"),
        (lambda text: text.replace(b"# since 2026-11-23T09", b"# since yesterday"), "this is no instant"),
        (lambda text: text.replace(b"# since 2026-11-23T09:00:00+04:00", b"# since 2026-11-23T09:00:00"), "no instant"),
        (lambda text: text.replace(b"  index.html", b" *index.html"), "no line of one is"),
        (lambda text: b"".join([*text.splitlines(keepends=True)[:7], *text.splitlines(keepends=True)[:6:-1]]), "order"),
        (lambda text: text.replace(b"ar/feed.xml", b"index.html"), "names 4 of 5"),
        (lambda text: text + b"\n", "order or form"),
    ],
    ids=["Windows", "cut", "a page", "later", "huge", "a day", "a local time", "binary", "shuffled", "twice", "longer"],
)
def test_what_is_wrong_with_a_manifest_is_said(change: Callable[[bytes], bytes], told: str) -> None:
    with pytest.raises(ManifestUnusable, match=told):
        parse(change(first().text()))
