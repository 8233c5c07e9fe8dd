"""Laws that hold whatever bytes an author's files hold."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from newsroom.commands.check import check
from newsroom.model.post import AUDIENCES, POST_TYPES
from newsroom.reading.newsroom import Reading, read_newsroom
from tests.reading.problems import ARABIC, ENGLISH, POST, write
from tests.samples import both, occasion, write_calendar, write_newsroom, write_post

MUSCAT = ZoneInfo("Asia/Muscat")
PIECES = [
    "---\n", "---", "\n", "\r", "\t", "  ", "- ", "? ", ": ", "[", "]", "{", "}", "&a ", "*a", "!!x ", "<<: ", "|", ">",
    '"', "'", "\\", "#", "%", "@", "`", ",", "...", "title: x\n", "summary: y\n", "id: sample000001\n",
    "type: release\n", "date: 2026-01-15T09:00\n",
    "author: salim\n", "contact: media-desk\n", "topics: [ports]\n", "audiences: [media]\n",
    "hero:\n", "  file: a.png\n", "evidence:\n", "- kind: figure\n", "  value: 1\n", "pubstatus: canceled\n", "عنوان",
    "\u202e", "\x00", "\x85", "\u2028", "\ufeff", "\U0001f600", "[a](b.md)", "[a](http://[)", "<a href=x>", "⟦x⟧",
    "objectives:\n", "occasions:\n", "  starts: 2026-01-01\n",
    "- key: a\n", "  from: 2024-01-01\n", "address: https://a.example/\n", "timezone: Asia/Muscat\n",
    "languages:\n", "  lead: ar\n", "topics:\n", "  ports: {ar: a, en: b}\n",
]  # fmt: skip
BYTES = (
    some.binary(max_size=60)
    | some.lists(some.sampled_from(PIECES) | some.text(max_size=3), max_size=25).map("".join).map(str.encode)
    | some.text(max_size=60).map(lambda text: f"---\n{text}\n---\n".encode())
)
"""Noise, scraps of front matter, and noise between fences."""

CONFIGURATIONS = ["newsroom.yml", "plan.yml", "calendar.yml"]
SOUND = {
    ARABIC: "---\nid: sample000001\ntype: release\ndate: 2026-01-15T09:00\nauthor: salim\ncontact: media-desk\n"
    "topics: [ports]\naudiences: [media]\ntitle: عنوان\nsummary: ملخص\n---\nنص\n",
    ENGLISH: "---\ntitle: Title\nsummary: Summary\n---\nText\n",
}


@pytest.fixture(scope="module")
def newsroom_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        root = write_newsroom(Path(folder) / "newsroom")
        write_calendar(root, occasion(ends="2026-04-28T09:00", post="sample000001"))
        yield root


@pytest.fixture
def restored(newsroom_folder: Path) -> Iterator[Path]:
    kept = {name: (newsroom_folder / name).read_bytes() for name in (ARABIC, ENGLISH, *CONFIGURATIONS)}
    yield newsroom_folder
    for name, data in kept.items():
        (newsroom_folder / name).write_bytes(data)


def law(examples: int):
    return settings(max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def with_bytes_in_place(data: bytes, start: int, length: int, sound: str) -> bytes:
    """A sound text with a part of it replaced by other bytes."""
    whole = sound.encode()
    at = start % (len(whole) + 1)
    return whole[:at] + data + whole[at + length :]


def assert_nothing_is_lost(reading: Reading) -> None:
    """The post is in the model, or an error names a path in its folder."""
    errors = [problem for problem in reading.problems if problem.is_error]
    there = reading.newsroom.posts if reading.newsroom else ()
    assert (len(there) == 1) or any(problem.path.startswith(POST) for problem in errors)
    assert reading.newsroom or errors


def assert_every_problem_can_be_printed(root: Path) -> None:
    for problem in check(root):
        assert problem.line >= 1
        assert (root / problem.path).exists()
        for language in ("ar", "en"):
            line = problem.line_of_text(language)
            assert line.isprintable()
            assert line.endswith(problem.mend(language))


@law(200)
@given(BYTES, some.sampled_from([ARABIC, ENGLISH]), some.integers(0, 400), some.sampled_from([0, 3, 1000]))
@example(b"---\n<<: {title: a}\n---\n[a](http://[)", ENGLISH, 0, 1000)
def test_whatever_a_posts_file_holds_the_post_is_read_or_reported(
    restored: Path, data: bytes, file: str, start: int, length: int
) -> None:
    for each, text in SOUND.items():
        write(restored, each, text)
    write(restored, file, with_bytes_in_place(data, start, length, SOUND[file]))
    assert_nothing_is_lost(read_newsroom(restored))
    assert_every_problem_can_be_printed(restored)


@law(120)
@given(BYTES, some.sampled_from(CONFIGURATIONS), some.integers(0, 1500), some.sampled_from([0, 3, 9999]))
def test_whatever_a_configuration_holds_there_is_a_newsroom_or_a_problem(
    restored: Path, data: bytes, file: str, start: int, length: int
) -> None:
    sound = (restored / file).read_bytes()
    write(restored, file, with_bytes_in_place(data, start, length, sound.decode()))
    reading = read_newsroom(restored)
    assert reading.newsroom or any(problem.is_error for problem in reading.problems)
    assert_every_problem_can_be_printed(restored)
    write(restored, file, sound)


KEYS = some.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
LETTERS = some.characters(categories=["Lu", "Ll", "Lo", "Nd", "Po"], exclude_characters="\u3164\uffa0\u115f\u1160")
WORDS = some.text(LETTERS, min_size=1, max_size=20)
INSTANTS = some.datetimes(
    datetime.datetime.fromisoformat("1950-01-01T00:00"), datetime.datetime.fromisoformat("2150-01-01T00:00")
).map(lambda instant: instant.replace(second=0, microsecond=0))


@law(60)
@given(
    slug=KEYS,
    year=some.integers(1990, 2100),
    identity=some.from_regex(r"[a-z0-9][a-z0-9-]{5,20}", fullmatch=True),
    post_type=some.sampled_from(POST_TYPES),
    date=INSTANTS,
    embargoed=some.none() | INSTANTS,
    audiences=some.lists(some.sampled_from(AUDIENCES), min_size=1, max_size=3),
    topics=some.lists(some.sampled_from(["ports", "results"]), min_size=1, max_size=2),
    pubstatus=some.sampled_from(["usable", "withheld"]),
    value=some.decimals(-(10**9), 10**9, places=3),
    title=WORDS,
    text=WORDS,
)
def test_every_shared_key_of_a_sound_post_comes_back_as_it_was_written(
    slug, year, identity, post_type, date, embargoed, audiences, topics, pubstatus, value, title, text
) -> None:
    figure = {"kind": "figure", "label": both(title, text), "source": both(text, title), "date": "2026-01-01"}
    keys = {
        "id": identity, "type": post_type, "date": date.isoformat(timespec="minutes"), "audiences": audiences,
        "topics": topics, "pubstatus": pubstatus, "title": title, "summary": text,
        "evidence": [figure | {"value": f"{value:f}"}],
    } | ({"embargoed": embargoed.isoformat(timespec="minutes")} if embargoed else {})  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        root = write_newsroom(Path(folder), posts=0)
        write_post(root, slug=slug, year=year, ar=keys, en={"title": text, "summary": title})
        reading = read_newsroom(root)
    assert not reading.problems
    assert reading.newsroom
    (post,) = reading.newsroom.posts
    assert (post.slug, post.year, post.folder) == (slug, year, f"posts/{year}/{slug}")
    assert (post.id, post.type, post.pubstatus, post.author) == (identity, post_type, pubstatus, "salim")
    assert (post.audiences, post.topics) == (tuple(audiences), tuple(topics))
    assert post.date == date.replace(tzinfo=MUSCAT)
    assert post.embargoed == (embargoed and embargoed.replace(tzinfo=MUSCAT))
    assert (post.translations["ar"].title, post.translations["en"].title) == (title, text)
    (read,) = post.evidence
    assert (read.value, tuple(read.label), tuple(read.source)) == (value, (title, text), (text, title))
