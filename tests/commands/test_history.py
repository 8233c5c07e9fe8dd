"""``newsroom history``: what readers could see of a post at any past instant, and what nobody can tell."""

from __future__ import annotations

import datetime
import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom import cli
from newsroom.commands.history import Past, at, past_of
from newsroom.commands.past import Period, Shown
from newsroom.commands.past_forms import as_json, as_text
from newsroom.errors import HistoryUnknown, Refused, WrongInstant
from tests.approvals.office import Office
from tests.history.repository import POST, Archive
from tests.samples import both, write_post

NOW = datetime.datetime.fromisoformat("2026-06-01T12:00:00+00:00")
RELEASED = "2026-01-15T05:00"
WRITTEN = "2026-01-12T08:00:00+00:00"
CHANGED = "2026-02-01T08:00:00+00:00"
LATER = "2026-03-01T08:00:00+00:00"
CORRECTED = {
    "corrections": [{"date": "2026-02-10T12:00", "text": both("كان خطأً.", "It was wrong.")}],
    "updated": "2026-02-10T12:00",
}
WITHDRAWN = {
    "pubstatus": "canceled",
    "withdrawal": {"date": "2026-03-01T12:00", "reason": both("سُحب.", "Withdrawn.")},
}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def past(root: Path, slug: str = "post-1") -> Past:
    return past_of(root, slug, NOW)


def told(found: Sequence[Period]) -> list[tuple[str, str]]:
    """From when, in UTC, and what: the English title, the notice, or the reason for nothing."""
    return [(f"{each.since.astimezone(datetime.UTC):%Y-%m-%dT%H:%M}", _said(each)) for each in found]


def _said(period: Period) -> str:
    if not isinstance(period.shown, Shown):
        return period.shown
    marks = "+" * len(period.shown.corrections)
    return "withdrawn" if period.shown.withdrawal else period.shown.faces[-1].title + marks


def only_git(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no program be found but git, and the one that starts it."""
    folder.mkdir()
    for name in ("env", "git"):
        program = shutil.which(name)
        assert program
        (folder / name).symlink_to(program)
    monkeypatch.setenv("PATH", str(folder))


def test_what_is_told_to_the_newsroom_alone_makes_no_version(archive: Archive) -> None:
    archive.post(WRITTEN)
    archive.post(CHANGED, objective="informed-shareholders", aliases=["2025/old"], material=True)
    assert len(past(archive.root).periods) == 2


def test_a_post_is_seen_from_its_release_and_each_version_from_its_commit(archive: Archive) -> None:
    archive.post(WRITTEN, title="One")
    archive.post(CHANGED, title="Two")
    archive.post(LATER, title="Two", **WITHDRAWN)
    found = past(archive.root).periods
    assert told(found) == [
        ("2026-01-12T08:00", "unreleased"),
        (RELEASED, "One"),
        ("2026-02-01T08:00", "Two"),
        ("2026-03-01T08:00", "withdrawn"),
    ]
    assert [each.until for each in found] == [*(each.since for each in found[1:]), None]


def test_a_correction_is_seen_from_its_date_when_that_is_later_than_its_commit(archive: Archive) -> None:
    archive.post(WRITTEN, title="One")
    archive.post(CHANGED, title="Two", **CORRECTED)
    assert told(past(archive.root).periods)[1:] == [
        (RELEASED, "One"),
        ("2026-02-01T08:00", "Two"),
        ("2026-02-10T08:00", "Two+"),
    ]


def test_what_stood_at_an_instant_is_told_in_both_languages(archive: Archive) -> None:
    archive.post(WRITTEN, title="One")
    archive.post(CHANGED, title="Two")
    whole = past(archive.root)
    (period,) = at(whole, datetime.datetime.fromisoformat("2026-01-20T08:00:00+00:00"), NOW)
    assert isinstance(period.shown, Shown)
    assert [(face.language, face.words.strip()) for face in period.shown.faces] == [
        ("ar", "نص المنشور."),
        ("en", "Words of One."),
    ]
    text = as_text(replace(whole, periods=(period,)), "en", with_words=True)
    assert "Words of One." in text
    assert "Words of Two." not in text


def test_a_change_in_one_language_changes_the_digest_of_no_other(archive: Archive) -> None:
    archive.post(WRITTEN, title="One")
    archive.post(CHANGED, title="Two")
    first, second = (each.shown for each in past(archive.root).periods[1:])
    assert isinstance(first, Shown)
    assert isinstance(second, Shown)
    assert first.faces[0].digest == second.faces[0].digest
    assert first.faces[1].digest != second.faces[1].digest


def test_what_all_languages_share_is_part_of_each_version(archive: Archive) -> None:
    archive.post(WRITTEN)
    archive.post(CHANGED, topics=["results"])
    first, second = (each.shown for each in past(archive.root).periods[1:])
    assert isinstance(first, Shown)
    assert isinstance(second, Shown)
    assert all(one.digest != other.digest for one, other in zip(first.faces, second.faces, strict=True))


def test_a_commit_that_changes_nothing_for_readers_begins_no_period(archive: Archive) -> None:
    archive.post(WRITTEN)
    (archive.root / POST / "notes.txt").write_text("nothing")
    archive.commit(CHANGED)
    assert told(past(archive.root).periods) == [("2026-01-12T08:00", "unreleased"), (RELEASED, "Title")]


@pytest.mark.parametrize("slug", ["post-1", "2026/post-1", "renamed", "2027/renamed"])
def test_a_renamed_folder_is_followed_by_its_id(slug: str, archive: Archive) -> None:
    archive.post(WRITTEN, title="One")
    (archive.root / "content/posts/2027").mkdir()
    (archive.root / POST).rename(archive.root / "content/posts/2027/renamed")
    archive.commit(CHANGED)
    folder = archive.root / "content/posts/2027/renamed/index.en.md"
    folder.write_text(folder.read_text().replace("title: One", "title: Two"))
    archive.commit(LATER)
    found = past(archive.root, slug)
    assert found.folders == ("posts/2027/renamed", "posts/2026/post-1")
    assert told(found.periods)[1:] == [(RELEASED, "One"), ("2026-03-01T08:00", "Two")]


def test_what_lay_on_a_branch_was_seen_from_its_merge(archive: Archive) -> None:
    archive.git("checkout", "--quiet", "-b", "side", at=WRITTEN)
    archive.post("2026-01-20T08:00:00+00:00", title="One")
    archive.git("checkout", "--quiet", "main", at=WRITTEN)
    archive.git("merge", "--quiet", "--no-ff", "-m", "Merge", "side", at=CHANGED)
    assert told(past(archive.root).periods) == [("2026-02-01T08:00", "One")]


def test_a_version_with_errors_left_the_site_as_it_was(archive: Archive) -> None:
    archive.post(WRITTEN, title="One")
    archive.post(CHANGED, title="Two", type="rumour")
    archive.post(LATER, title="Three")
    assert told(past(archive.root).periods)[1:] == [(RELEASED, "One"), ("2026-03-01T08:00", "Three")]


def test_a_deleted_post_and_one_that_came_back_are_told(archive: Archive) -> None:
    archive.post(WRITTEN)
    shutil.rmtree(archive.root / POST)
    archive.commit(CHANGED)
    archive.post(LATER)
    assert told(past(archive.root).periods)[1:] == [
        (RELEASED, "Title"),
        ("2026-02-01T08:00", "absent"),
        ("2026-03-01T08:00", "Title"),
    ]


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ({"pubstatus": "withheld"}, "withheld"),
        ({"embargoed": "2026-12-01T08:00"}, "unreleased"),
        (WITHDRAWN | {"date": "2026-05-01T08:00"}, "never"),
    ],
    ids=["withheld", "under embargo", "withdrawn before"],
)
def test_why_nothing_was_public_is_told(keys: dict[str, object], reason: str, archive: Archive) -> None:
    archive.post(WRITTEN, **keys)
    assert told(past(archive.root).periods) == [("2026-01-12T08:00", reason)]


def test_a_version_without_the_consent_that_it_needed_was_not_public(tmp_path: Path) -> None:
    office = Office.opened(tmp_path)
    office.approve("communications", at=datetime.datetime.fromisoformat("2026-01-20T08:00:00+00:00"))
    office.approve("legal", at=datetime.datetime.fromisoformat("2026-01-21T08:00:00+00:00"))
    office.edit("content/posts/2026/post-1/index.en.md", "The text.", "Another text.")
    office.commit(at=CHANGED)
    assert told(past(office.root).periods) == [
        ("2026-01-10T08:00", "unapproved"),
        ("2026-01-21T08:00", "Title of post 1"),
        ("2026-02-01T08:00", "unapproved"),
    ]


def test_a_shallow_clone_tells_only_what_it_has(archive: Archive, tmp_path: Path) -> None:
    archive.post(WRITTEN, title="One")
    archive.post(CHANGED, title="Two")
    found = past(archive.clone(tmp_path / "clone", "--depth=1"))
    assert told(found.periods) == [("2026-02-01T08:00", "Two")]
    assert [each.reason for each in found.doubts] == ["shallow"]
    with pytest.raises(HistoryUnknown, match="shallow"):
        at(found, datetime.datetime.fromisoformat("2026-01-20T08:00:00+00:00"), NOW)
    assert at(found, datetime.datetime.fromisoformat("2026-02-02T08:00:00+00:00"), NOW)
    assert "2026-02-01T12:00:00+04:00 (not sure) – now" in as_text(found, "en", with_words=False)


def test_what_a_shallow_clone_cannot_judge_it_does_not_tell(tmp_path: Path) -> None:
    office = Office.opened(tmp_path)
    office.approve_all()
    clone = tmp_path / "clone"
    office.git("clone", "--quiet", "--depth=1", f"file://{office.root}", str(clone))
    assert told(past(clone).periods) == [("2026-01-12T08:00", "unjudged")]


def test_without_the_program_for_signatures_nobody_is_said_to_have_kept_consent_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office.opened(tmp_path)
    office.approve_all()
    only_git(tmp_path / "bin", monkeypatch)
    assert told(past(office.root).periods) == [("2026-01-10T08:00", "unapproved"), ("2026-01-12T08:00", "unjudged")]


@pytest.mark.parametrize(
    ("made", "written", "reason"),
    [
        ("2026-01-20T08:00:00+00:00", "", "backwards"),
        (LATER, "2026-03-05T08:00:00+00:00", "written-after"),
        ("2026-07-01T08:00:00+00:00", "", "ahead"),
    ],
    ids=["times that run backwards", "written after it was made", "after the clock"],
)
def test_where_git_contradicts_itself_it_is_named_and_nothing_is_told(
    made: str, written: str, reason: str, archive: Archive
) -> None:
    archive.post(WRITTEN, title="One")
    archive.post(CHANGED, title="Two")
    odd = archive.post(made, title="Three", written=written)
    found = past(archive.root)
    (doubt,) = found.doubts
    assert (doubt.reason, doubt.commit) == (reason, odd)
    middle = doubt.since + (doubt.until - doubt.since) / 2
    if reason != "ahead":
        with pytest.raises(HistoryUnknown, match=odd[:12]):
            at(found, middle, NOW)
    assert told(at(found, datetime.datetime.fromisoformat("2026-01-18T08:00:00+00:00"), NOW)) == [(RELEASED, "One")]
    for language in ("ar", "en"):
        assert odd[:12] in as_text(found, language, with_words=False).splitlines()[1]


def test_doubts_about_times_before_the_post_are_not_its_own(archive: Archive) -> None:
    archive.commit("2026-01-11T08:00:00+00:00")
    archive.commit("2026-01-10T12:00:00+00:00")
    archive.post(WRITTEN)
    assert past(archive.root).doubts == ()


def test_a_rebased_history_is_told_by_the_times_of_the_rebase(archive: Archive) -> None:
    archive.post(WRITTEN, title="One")
    archive.post(CHANGED, title="Two")
    archive.git("rebase", "--quiet", "--force-rebase", "--root", at=LATER)
    assert told(past(archive.root).periods) == [("2026-03-01T08:00", "Two")]


@pytest.mark.parametrize("change", ["edited", "new", "ignored"])
def test_what_is_not_committed_is_named_and_not_told(change: str, archive: Archive) -> None:
    archive.post(WRITTEN, title="One")
    name = {"edited": "index.en.md"}.get(change, "a.png")
    if change == "ignored":
        (archive.top / ".git" / "info" / "exclude").write_text("*.png\n")
    (archive.root / POST / name).write_text("---\ntitle: Draft\nsummary: Draft.\n---\n")
    found = past(archive.root)
    assert found.uncommitted == (f"{POST}/{name}",)
    text = as_text(found, "en", with_words=True)
    assert f"{POST}/{name}" in text
    assert "Draft" not in text


def test_a_post_that_was_never_committed_has_no_past(archive: Archive) -> None:
    write_post(archive.root, 2)
    with pytest.raises(Refused, match="never committed"):
        past(archive.root, "post-2")


def test_of_two_posts_with_one_slug_the_year_is_asked_for(archive: Archive) -> None:
    archive.post(WRITTEN)
    write_post(archive.root, 2, slug="post-1", year=2025, en={"title": "Other"})
    archive.commit(CHANGED)
    with pytest.raises(Refused, match="2025/post-1, 2026/post-1"):
        past(archive.root)
    assert told(past(archive.root, "2025/post-1").periods) == [("2026-02-01T08:00", "Other")]


def test_the_future_is_not_told(archive: Archive) -> None:
    archive.post(WRITTEN)
    with pytest.raises(WrongInstant, match="build --at"):
        at(past(archive.root), NOW + datetime.timedelta(1), NOW)


def test_before_the_first_commit_of_a_post_there_was_none(archive: Archive) -> None:
    archive.post(WRITTEN)
    found = past(archive.root)
    assert at(found, datetime.datetime.fromisoformat("2026-01-11T08:00:00+00:00"), NOW) == ()
    assert "the post was not there yet" in as_text(replace(found, periods=()), "en", with_words=True)


def test_no_repository_is_a_sentence(root: Path) -> None:
    with pytest.raises(HistoryUnknown, match="not a git repository"):
        past(root)


def test_no_git_is_a_sentence(archive: Archive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    only_git(tmp_path / "bin", monkeypatch)
    (tmp_path / "bin" / "git").unlink()
    with pytest.raises(HistoryUnknown, match="git is not there"):
        past(archive.root)


def test_programs_are_told_the_same(archive: Archive) -> None:
    archive.post(WRITTEN, title="One")
    archive.post(CHANGED, title="Two", **CORRECTED)
    record = json.loads(as_json(past(archive.root), "en", with_words=False))
    assert [each["public"] for each in record["periods"]] == [False, True, True, True]
    last = record["periods"][-1]
    assert (last["since"], last["until"], last["sure"]) == ("2026-02-10T12:00:00+04:00", None, True)
    assert last["languages"]["en"].keys() == {"title", "summary", "digest"}
    assert last["corrections"][0]["text"]["en"] == "It was wrong."
    assert record["periods"][0]["reason"] == "unreleased"


@pytest.mark.parametrize(("language", "words"), [("en", "withdrawn on 2026-03-01"), ("ar", "سُحب في 2026-03-01")])
def test_the_command_speaks_both_languages(
    language: str, words: str, archive: Archive, capsys: pytest.CaptureFixture[str]
) -> None:
    archive.post(WRITTEN)
    archive.post(LATER, **WITHDRAWN)
    start = ["--root", str(archive.root), "--language", language, "history", "post-1"]
    assert cli.run(start) == 0
    assert words in capsys.readouterr().out
    assert cli.run([*start, "--at", "2026-02-01T12:00"]) == 0
    said = capsys.readouterr().out
    assert "Words of Title." in said
    assert words not in said
    assert cli.run([*start, "--at", "2199-01-01T00:00", "--format", "json"]) == 3
    assert cli.run([*start, "--format", "json"]) == 0
