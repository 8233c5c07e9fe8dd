"""``newsroom plan``: the plan as a table of eighty columns in both languages, as JSON and as a calendar."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from newsroom.cli import run
from newsroom.commands.check import sound_newsroom
from newsroom.commands.plan_table import WIDTH, columns
from newsroom.errors import ProblemsFound
from newsroom.model.language import LANGUAGES, Language
from newsroom.wire.content_lines import permanent_name
from tests.samples import Tree, both, configuration, plan, write_post, write_yaml

AT = "2026-11-23T09:00+04:00"
GOLDEN = Path(__file__).with_name("golden")
LISTING = {"exchange": both("بورصة مسقط", "Muscat Stock Exchange"), "symbol": "SMPL", "market": "msx"}
FIGURE = {
    "kind": "figure", "label": both("الوظائف", "Jobs"), "value": 9, "unit": both("وظيفة", "jobs"),
    "source": both("الشركة", "The company"), "date": "2026-11-01",
}  # fmt: skip


def objective(key: str, **changes: Any) -> Tree:
    (known,) = plan()["objectives"]
    return known | {"key": key} | changes


def write_plan(root: Path, *objectives: Tree, **changes: Any) -> None:
    write_yaml(root / "plan.yml", {"objectives": list(objectives), **changes})


@pytest.fixture
def busy(root: Path) -> Path:
    """A listed company with objectives of all kinds, and posts that stand at all points."""
    organization = configuration()["organization"] | {"listing": LISTING | {"disclosures_since": "2026-11-01"}}
    write_yaml(root / "newsroom.yml", configuration(organization=organization))
    long = both("هدف طويل الاسم " * 10, "An objective of a long name " * 6)
    write_plan(
        root,
        objective("shareholders", until="2026-12-31"),
        objective("weekly", title=long, cadence={"posts": 2, "every": "week"}, until="2026-12-05",
                  audiences=["media", "customers"], **{"from": "2026-11-15"}),
        objective("later", title=both("هدف لاحق", "Later"), **{"from": "2027-06-01"}),
        objective("over", title=both("هدف مضى", "Over"), until="2025-12-31"),
    )  # fmt: skip
    write_post(root, 1, ar={"objective": "shareholders", "date": "2026-11-02T09:00"})
    write_post(root, 2, ar={"objective": "weekly", "date": "2026-11-16T09:00", "evidence": [FIGURE]})
    write_post(root, 3, ar={"objective": "weekly", "date": "2026-11-26T09:00"})
    write_post(root, 4, ar={"objective": "weekly", "date": "2026-11-27T09:00", "pubstatus": "withheld"})
    return root


def told(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str, language: Language = "en") -> str:
    assert run(["--root", str(root), "--language", language, "plan", "--at", AT, *arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("by", ["objective", "audience", "executive"])
def test_the_table_is_that_of_the_golden_file(
    language: Language, by: str, busy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    golden = (GOLDEN / f"plan-by-{by}.{language}.txt").read_text(encoding="utf-8")
    assert told(busy, capsys, "--by", by, language=language) == golden


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("by", ["objective", "audience", "executive"])
def test_no_line_is_wider_than_a_terminal(
    language: Language, by: str, busy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = told(busy, capsys, "--by", by, language=language).splitlines()
    assert max(map(columns, lines)) <= WIDTH
    assert [line for line in lines if line != line.rstrip()] == []


def test_arabic_lines_begin_at_the_right_edge(busy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line for line in told(busy, capsys, language="ar").splitlines() if line]
    assert {columns(line) for line in lines} <= {WIDTH, WIDTH - 2}


@pytest.mark.parametrize(
    ("text", "wide"),
    [("نُشر", 3), ("plan", 4), ("مُهَل", 3), ("新聞", 4), ("", 0)],
    ids=["a vowel sign", "Latin", "two vowel signs", "wide letters", "nothing"],
)  # fmt: skip
def test_marks_on_letters_take_no_room(text: str, wide: int) -> None:
    assert columns(text) == wide


def test_only_what_is_overdue_may_be_asked_for(busy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = told(busy, capsys, "--overdue").splitlines()
    statuses = [line.split("  ")[2].strip() for line in lines if line.startswith("  ") and "2026  " in line]
    assert statuses
    assert {status.split(",")[0] for status in statuses} == {"overdue"}


def test_where_nothing_is_overdue_this_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_plan(root, objective("shareholders", **{"from": "2026-11-01"}))
    assert told(root, capsys, "--overdue").splitlines()[-1] == "Nothing is overdue."


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_without_objectives_is_no_fault(
    language: Language, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_plan(root)
    said = {"en": "There are no objectives in the plan yet.", "ar": "لا أهداف في الخطة بعد."}[language]
    assert told(root, capsys, language=language).splitlines()[-1].strip(" \u2067\u2069") == said


def test_a_post_that_is_only_in_one_language_is_told_in_that(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_post(root, 2, languages=("en",), en={"objective": "informed-shareholders", "date": "2026-11-02T09:00"})
    assert "Title of post 2" in told(root, capsys, language="ar")


def test_a_post_with_placeholders_is_a_draft_and_no_reason_to_say_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keys = {"objective": "informed-shareholders", "date": "2026-12-02T09:00"}
    write_post(root, 2, ar=keys, body_en="⟦what the article says⟧")
    with pytest.raises(ProblemsFound):
        sound_newsroom(root)
    (place,) = record(root, capsys)["objectives"][0]["slots"][-3]["places"]
    assert (place["standing"], place["post"]["id"]) == ("drafted", "sample000002")


def test_another_fault_is_reported_in_place_of_the_plan(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_post(root, 2, ar={"author": "salem"})
    assert run(["--root", str(root), "plan", "--at", AT]) == 1
    assert "NR402" in capsys.readouterr().out


@pytest.mark.parametrize("at", ["1899-12-31T09:00", "2200-01-01T00:00+04:00", "9999-12-31T23:59", "0001-01-01"])
def test_an_instant_beyond_all_plans_is_refused(at: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--root", str(root), "--language", "en", "plan", "--at", at]) == 3
    assert "from 1900 to 2199" in capsys.readouterr().err


@pytest.mark.parametrize("at", ["1900-01-01T00:00+14:00", "2199-12-31T23:59-12:00"])
def test_the_first_and_the_last_instant_can_be_seen(at: str, busy: Path) -> None:
    assert run(["--root", str(busy), "plan", "--at", at]) == 0


# JSON


def record(root: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    return json.loads(told(root, capsys, "--format", "json", *arguments))


def test_json_holds_every_slot_with_its_places(busy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shareholders, weekly, later, over = record(busy, capsys)["objectives"]
    assert [each["phase"] for each in (shareholders, weekly, later, over)] == ["current", "current", "future", "past"]
    last = shareholders["slots"][-1]
    assert (last["since"], last["until"], last["asked"]) == ("2026-10-01", "2026-12-31", 1)
    assert last["places"][0] == {
        "standing": "published",
        "post": {
            "id": "sample000001",
            "folder": "posts/2026/post-1",
            "type": "release",
            "objective": "shareholders",
            "standing": "published",
            "day": "2026-11-02",
        },
        "asked": True,
        "due": "2026-12-31",
        "begin": None,
        "overdue": False,
        "late_to_begin": False,
        "lacks_evidence": True,
    }


def test_json_tells_the_same_in_either_language_and_each_time(busy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = {told(busy, capsys, "--format", "json", language=language) for language in (*LANGUAGES, *LANGUAGES)}
    assert len(known) == 1


def test_json_counts_what_the_table_counts(busy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = record(busy, capsys)
    places = [place for each in known["objectives"] for slot in each["slots"] for place in slot["places"]]
    assert known["overdue"] == sum(each["overdue"] for each in (*places, *known["deadlines"]))
    assert known["version"] == 1


def test_json_of_what_is_overdue_holds_nothing_else(busy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = record(busy, capsys, "--overdue")
    places = [place for each in known["objectives"] for slot in each["slots"] for place in slot["places"]]
    assert places
    assert all(place["overdue"] for place in places)


# The team's calendar


def events(root: Path, capsys: pytest.CaptureFixture[str], language: Language = "en", at: str = AT) -> dict[str, Any]:
    """The events of the calendar, by what they say."""
    assert run(["--root", str(root), "--language", language, "plan", "--at", at, "--format", "ics"]) == 0
    read = Calendar.from_ical(capsys.readouterr().out)
    return {str(event["SUMMARY"]): event for event in read.walk("VEVENT")}


def test_the_calendar_tells_when_to_begin_what_comes_and_what_is_owed(
    busy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = {said: event["DTSTART"].dt.isoformat()[:10] for said, event in events(busy, capsys).items()}
    assert known["Release: Title of post 3"] == "2026-11-26"
    assert known["Deadline of the exchange: initial results to 31 December 2026"] == "2027-01-15"
    assert known["Begin writing: initial results to 31 December 2026"] == "2026-12-25"
    name = " ".join(["An objective of a long name"] * 6)
    assert known[f"Begin writing: {name}, Week from 29 November 2026"] == "2026-11-30"


def test_the_calendar_speaks_the_language_that_is_asked_for(busy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = events(busy, capsys, "ar")
    release = known["نشر: عنوان المنشور 3"]
    assert str(release["DESCRIPTION"]) == "ينتظر موعده"
    assert release["SUMMARY"].params["LANGUAGE"] == "ar-OM"


def test_an_event_is_the_same_in_both_languages_and_on_another_day(
    busy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [
        {str(event["UID"]) for event in events(busy, capsys, language, at).values()}
        for language, at in (("en", AT), ("ar", AT), ("en", "2026-11-23T20:00+04:00"))
    ]
    assert names[0] == names[1] == names[2]


def test_an_event_is_known_by_the_objective_the_slot_and_the_place_in_it(
    busy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = {str(event["UID"]) for event in events(busy, capsys).values()}
    for name in ("begin/weekly/2026-11-29/2", "release/sample000003", "deadline/2026-12-31/initial"):
        assert permanent_name(sound_newsroom(busy), "plan", name) in names


def test_every_event_has_a_name_of_its_own_and_takes_up_nobodys_time(
    busy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--root", str(busy), "plan", "--at", AT, "--format", "ics"]) == 0
    known = Calendar.from_ical(capsys.readouterr().out).walk("VEVENT")
    assert len({str(event["UID"]) for event in known}) == len(known) > 5
    assert {str(event["TRANSP"]) for event in known} == {"TRANSPARENT"}


def test_what_is_past_or_done_is_not_in_the_calendar(busy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_post(busy, 5, ar={"objective": "weekly", "date": "2026-11-17T09:00", "pubstatus": "withheld"})
    told_early = {
        "type": "results",
        "date": "2026-11-20T09:00",
        "stage": "reviewed",
        "period": {"from": "2026-01-01", "until": "2026-12-31"},
        "disclosure": {"reference": "MSX-1", "filed": "2026-11-20T08:00"},
    }
    write_post(busy, 6, ar=told_early)
    known = events(busy, capsys)
    assert not [said for said in known if "post 1" in said or "post 5" in said or "Q3 2026" in said]
    assert not [said for said in known if "to 31 December 2026" in said]


def test_where_there_is_nothing_to_put_in_no_calendar_is_printed_and_this_is_said(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_plan(root)
    assert run(["--root", str(root), "--language", "en", "plan", "--at", AT, "--format", "ics"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "there is nothing to put into a calendar\n")
