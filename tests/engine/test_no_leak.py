"""The law of the house: nothing of what is not released is in any byte or name of the site."""

from __future__ import annotations

import datetime
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from newsroom.commands.check import sound_newsroom
from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.model.newsroom import Newsroom
from newsroom.pages.addresses import NEWS_SITEMAP
from newsroom.pages.document import Document
from newsroom.pages.page import Asset, Page, Site
from newsroom.pages.plan import plan
from newsroom.pages.release import next_change
from newsroom.reading.newsroom import read_newsroom
from tests.approvals.office import policy
from tests.samples import (
    both,
    configuration,
    executive,
    picture,
    write_newsroom,
    write_picture,
    write_post,
    write_text,
    write_yaml,
)
from tests.trees import holding

pytestmark = pytest.mark.slow

NOW = datetime.datetime.fromisoformat("2026-06-01T12:00+04:00")
SLOW = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow],
    "phases": [Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
}
"""A whole build an example: explaining a failure would take minutes more."""
MINUTES = st.integers(-3, 3)
"""Around the instant itself: an edition of a minute early or late must be right, not only one of a year."""


@dataclass(frozen=True)
class Draft:
    """A post as drawn: minutes from now to its date and the end of its embargo, and what it carries.

    One that needs consent has none.
    """

    date: int
    embargo: int | None
    pubstatus: str
    languages: tuple[str, ...]
    correction: int | None
    own_author: bool
    own_topic: bool
    links_to: int
    needs_consent: bool = False

    @property
    def is_public(self) -> bool:
        if self.needs_consent:
            return False
        return self.pubstatus != "withheld" and self.date <= 0 and (self.embargo is None or self.embargo <= 0)


DRAFTS = st.builds(
    Draft,
    date=MINUTES,
    embargo=st.none() | MINUTES,
    pubstatus=st.sampled_from(["usable", "usable", "usable", "withheld", "canceled"]),
    languages=st.sampled_from([("ar", "en"), ("ar", "en"), ("ar",), ("en",)]),
    correction=st.none() | MINUTES,
    own_author=st.booleans(),
    own_topic=st.booleans(),
    links_to=st.integers(0, 4),
    needs_consent=st.sampled_from([False, False, False, True]),
)
NEWSROOMS = st.lists(DRAFTS, min_size=1, max_size=5)


def marker(kind: str, number: int) -> str:
    """A word that occurs nowhere but in what it marks, fit for a slug."""
    return f"marker{kind}{number}end"


def at(minutes: int) -> str:
    return (NOW + datetime.timedelta(minutes=minutes)).isoformat()


def write(root: Path, drafts: list[Draft]) -> None:
    write_newsroom(root, posts=0)
    topics = {"ports": both("الموانئ", "Ports")}
    for number, draft in enumerate(drafts):
        write_draft(root, number, draft, drafts)
        topics[marker("topic", number)] = both(marker("topicname", number), marker("topicname", number))
    write_yaml(root / "newsroom.yml", configuration(topics=topics))
    write_yaml(root / "crosspost.yml", {"accounts": [{"network": "slack", "handle": marker("account", 0)}]})
    if any(draft.needs_consent for draft in drafts):
        write_yaml(root / "policy.yml", policy(since="2020-01-01T00:00", required={"statement": ["legal"]}))


def write_draft(root: Path, number: int, draft: Draft, drafts: list[Draft]) -> None:
    author = write_author(root, number, draft) if draft.own_author else "salim"
    slug, target = marker("slug", number), draft.links_to % len(drafts)
    hero = picture(marker("file", number) + ".png", alt=both(marker("alt", number), marker("alt", number)))
    shared = {
        "id": marker("id", number),
        "type": "statement" if draft.needs_consent else "release",
        "date": at(draft.date),
        "pubstatus": draft.pubstatus,
        "author": author,
        "topics": [marker("topic", number)] if draft.own_topic else ["ports"],
        "hero": hero,
        "social": [{"network": "slack", "ar": marker("social", number), "en": marker("social", number)}],
        "evidence": [
            {
                "kind": "report",
                "label": both(marker("label", number), marker("label", number)),
                "source": both(marker("source", number), marker("source", number)),
                "date": "2026-01-01",
            }
        ],
    }
    if draft.embargo is not None:
        shared["embargoed"] = at(draft.embargo)
    if draft.correction is not None:
        text = both(marker("correction", number), marker("correction", number))
        shared["corrections"] = [{"date": at(draft.correction), "text": text}]
    if draft.pubstatus == "canceled":
        reason = both(marker("reason", number), marker("reason", number))
        shared["withdrawal"] = {"date": at(draft.date), "reason": reason}
    own = {"title": marker("title", number), "summary": marker("summary", number)}
    there = marker("slug", target)
    link = f"[words](../{there}/index.{drafts[target].languages[0]}.md)"
    body = f"{marker('body', number)} {link} ![picture](../{there}/{marker('file', target)}.png)"
    lead = draft.languages[0]
    folder = write_post(
        root,
        number,
        slug=slug,
        languages=draft.languages,
        ar={**(shared if lead == "ar" else {}), **own},
        en={**(shared if lead == "en" else {}), **own},
        body_ar=body,
        body_en=body,
    )
    write_picture(folder / (marker("file", number) + ".png"))
    (folder / f"{marker('unnamed', number)}.txt").write_text(marker("unnamed", number))


def write_author(root: Path, number: int, draft: Draft) -> str:
    key = marker("author", number)
    name = both(marker("name", number), marker("name", number))
    profile = executive(name=name, date=at(3), summary=marker("bio", number))
    write_text(root / "content" / "executives" / key / "index.ar.md", profile, marker("biobody", number))
    return key


def secrets(number: int, draft: Draft) -> list[str]:
    """The markers that the public must not find."""
    own = ["slug", "id", "title", "summary", "body", "file", "alt", "label", "source", "correction", "reason"]
    if draft.is_public:
        return [*_secrets_of_a_public_post(number, draft), marker("unnamed", number), marker("social", number)]
    profile = ["author", "name", "bio", "biobody"] if draft.own_author else []
    topic = ["topic", "topicname"] if draft.own_topic else []
    return [marker(kind, number) for kind in [*own, *profile, *topic, "unnamed", "social"]]


def _secrets_of_a_public_post(number: int, draft: Draft) -> list[str]:
    if draft.pubstatus == "canceled":
        return [marker(kind, number) for kind in ("title", "summary", "body", "alt", "label", "source", "file")]
    late = draft.correction is not None and draft.correction > 0
    return [marker("correction", number)] if late else []


@settings(max_examples=25, **SLOW)
@given(NEWSROOMS)
def test_no_byte_or_name_of_the_site_tells_of_what_is_not_released(drafts: list[Draft]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write(root, [*drafts])
        if any(draft.needs_consent for draft in drafts):
            record(root)
        build(root, Edition(NOW), None, strict=False)
        for number, draft in enumerate(drafts):
            for secret in secrets(number, draft):
                assert holding(root / "site", secret) == [], f"{secret} of {draft}"
        # Who carries posts is nobody's business but the newsroom's own.
        assert holding(root / "site", marker("account", 0)) == []


def record(root: Path) -> None:
    """Commit the newsroom: where consent is asked for, a build without a history stops."""
    for command in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message=All")):
        who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@sample.example", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *command], cwd=root, check=True)


@settings(max_examples=150, **SLOW)
@given(NEWSROOMS)
def test_the_plan_is_the_same_as_if_what_is_not_released_did_not_exist(drafts: list[Draft]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whole, public = Path(folder) / "whole", Path(folder) / "public"
        write(whole, drafts)
        write(public, drafts)
        for number, draft in enumerate(drafts):
            if not draft.is_public:
                remove(public, number)
        assert drawn(sound_newsroom(whole), NOW) == drawn(read_with_broken_links(public), NOW)


def drawn(newsroom: Newsroom, now: datetime.datetime) -> tuple[tuple[Page, ...], tuple[Asset, ...]]:
    """Everything in a site."""
    site = plan(newsroom, now)
    return site.pages, site.assets


def remove(root: Path, number: int) -> None:
    shutil.rmtree(root / "content" / "posts" / "2026" / marker("slug", number))
    shutil.rmtree(root / "content" / "executives" / marker("author", number), ignore_errors=True)


def read_with_broken_links(root: Path) -> Newsroom:
    """A newsroom whose links to removed posts lead nowhere."""
    newsroom = read_newsroom(root).newsroom
    assert newsroom
    return newsroom


@settings(max_examples=100, **SLOW)
@given(NEWSROOMS)
def test_between_two_due_instants_nothing_changes_but_what_is_no_longer_news(drafts: list[Draft]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), drafts)
        newsroom = sound_newsroom(Path(folder))
        now = NOW - datetime.timedelta(minutes=10)
        while (change := next_change(newsroom, now)) is not None:
            just_before = change - datetime.timedelta(seconds=1)
            stays_but_for_old_news(newsroom, now, just_before)
            assert drawn(newsroom, just_before) != drawn(newsroom, change)
            now = change
        # By then each post is older than two days, and in no sitemap for news any more.
        stays_but_for_old_news(newsroom, now, NOW + datetime.timedelta(days=3))


def stays_but_for_old_news(newsroom: Newsroom, earlier: datetime.datetime, later: datetime.datetime) -> None:
    """Hold the sites of two instants to be one, but that articles may have gone from its sitemap for news."""
    first, second = (Edition(now).plan(newsroom) for now in (earlier, later))
    assert (first.pages, first.assets) == (second.pages, second.assets)
    files, later_files = documents(first), documents(second)
    assert files.keys() == later_files.keys()
    assert {address for address in files if files[address].key != later_files[address].key} <= {NEWS_SITEMAP}
    assert news(later_files[NEWS_SITEMAP]) <= news(files[NEWS_SITEMAP])


def documents(site: Site) -> dict[str, Document]:
    """What makes each file that is no page."""
    return {address: document for document in site.documents for address in document.addresses}


def news(document: Document) -> set[str]:
    """The addresses in a sitemap for news."""
    ((_, data),) = document.making(None, *document.inputs)
    return set(re.findall(r"<loc>(.+?)</loc>", data.decode()))
