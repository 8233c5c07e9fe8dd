"""Those who read a preview see what nobody has approved yet, and who has to."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.model.language import Language
from newsroom.model.policy import Role
from tests.approvals.office import NOW, Office, policy
from tests.engine.test_serve import served
from tests.samples import write_post, write_yaml
from tests.trees import read_tree

LISTS = ("", "archive/2026/", "types/release/", "topics/ports/", "audiences/media/", "executives/salim/")
BADGES = "//*[contains(@class, 'badge-alert')]"
NOTICES = "//article//p[@role='note']"


def found(site: Path, address: str, path: str) -> list[str]:
    """What is said at a path of a page."""
    page = lxml.html.document_fromstring((site / address / "index.html").read_text(encoding="utf-8"))
    return [" ".join(each.text_content().split()) for each in page.xpath(path)]


def preview(office: Office) -> Path:
    return build(office.root, Edition(None), None, strict=False)[1]


@pytest.mark.parametrize(
    ("language", "badge", "notice"),
    [
        (
            "ar",
            "تنقصه موافقة الاتصال المؤسسي والشؤون القانونية",
            "ليس هذا للنشر بعد: ما زالت تنقصه موافقة الاتصال المؤسسي والشؤون القانونية.",
        ),
        (
            "en",
            "Lacks the consent of communications and legal affairs",
            "Not for release yet: this still lacks the consent of communications and legal affairs.",
        ),
    ],
)
def test_a_preview_says_on_the_page_and_in_every_list_whose_consent_is_missing(
    office: Office, language: Language, badge: str, notice: str
) -> None:
    site = preview(office)
    assert found(site, f"{language}/posts/2026/post-1", NOTICES) == [notice]
    assert {address: set(found(site, f"{language}/{address}", BADGES)) for address in LISTS} == {
        address: {badge} for address in LISTS
    }


@pytest.mark.parametrize(("role", "missing"), [("legal", "communications"), ("communications", "legal affairs")])
def test_who_has_consented_is_not_asked_for(office: Office, role: Role, missing: str) -> None:
    office.approve(role)
    assert found(preview(office), "en/posts/2026/post-1", NOTICES) == [
        f"Not for release yet: this still lacks the consent of {missing}."
    ]


def test_a_withdrawal_says_that_any_one_is_enough(approved: Office) -> None:
    approved.edit(
        "content/posts/2026/post-1/index.ar.md",
        "type: release",
        'type: release\npubstatus: canceled\nwithdrawal: {date: "2026-01-21T02:00"}',
    )
    approved.commit()
    site = preview(approved)
    missing = "communications or legal affairs"
    assert found(site, "en/posts/2026/post-1", NOTICES) == [
        f"Not for release yet: this still lacks the consent of {missing}."
    ]
    assert found(site, "en/archive/2026", BADGES) == [f"Lacks the consent of {missing}"]


def test_a_served_preview_follows_consent_that_comes(office: Office) -> None:
    with served(office.root, "--preview") as server:
        server.wait_for("en/posts/2026/post-1/", "lacks the consent of communications and legal affairs.")
        office.approve("legal")
        server.wait_for("en/posts/2026/post-1/", "lacks the consent of communications.")


@pytest.mark.parametrize("edition", [Edition(None), Edition(NOW)], ids=["preview", "public"])
def test_what_lacks_nothing_is_not_marked(approved: Office, edition: Edition) -> None:
    site = build(approved.root, edition, None, strict=False)[1]
    for address in ("posts/2026/post-1/", *LISTS):
        assert found(site, f"en/{address}", BADGES) == found(site, f"en/{address}", NOTICES) == []


def test_nothing_of_it_is_said_to_the_public(office: Office) -> None:
    write_yaml(office.root / "policy.yml", policy(since="2026-01-16T00:00"))
    write_post(office.root, 2, ar={"date": "2026-01-20T09:00"})
    office.commit()
    site = read_tree(build(office.root, Edition(NOW), None, strict=False)[1])
    told = [words.encode() for words in ("consent of", "تنقصه موافقة")]
    assert not [path for path, data in site.items() if path.endswith(".html") and any(each in data for each in told)]
    assert "en/posts/2026/post-1/index.html" in site
    assert "en/posts/2026/post-2/index.html" not in site
