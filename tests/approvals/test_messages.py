"""What accounts will say is signed with the post, and holds back the words alone, never the post."""

from __future__ import annotations

from newsroom.commands.approve import to_be_signed
from tests.approvals.office import PEOPLE, SIGNED, Office
from tests.samples import write_yaml

NAME = "message.printer.paper.en"
ENGLISH = "content/posts/2026/post-1/index.en.md"


def carry(office: Office, *handles: str) -> None:
    write_yaml(
        office.root / "crosspost.yml", {"accounts": [{"network": "printer", "handle": each} for each in handles]}
    )
    office.commit()


def agreed(office: Office) -> dict[str, str]:
    return dict(office.read()[0].agreed["sample000001"])


def test_what_is_signed_holds_the_words_for_each_account(office: Office) -> None:
    carry(office, "paper", "board")
    signed = to_be_signed(office.root, "post-1", "legal", PEOPLE["legal"], SIGNED).contents
    assert signed[NAME].startswith("Title of post 1")
    assert {name for name in signed if name.startswith("message.")} == {
        f"message.printer.{handle}.{language}" for handle in ("paper", "board") for language in ("ar", "en")
    }


def test_words_are_agreed_once_all_consent_is_there(office: Office) -> None:
    carry(office, "paper")
    office.approve("legal")
    assert agreed(office) == {}
    office.approve("communications")
    assert NAME in agreed(office)


def test_an_account_that_is_added_later_takes_nothing_from_the_post(office: Office) -> None:
    carry(office, "paper")
    office.approve_all()
    carry(office, "paper", "board")
    assert office.public() == ["post-1"]
    assert set(agreed(office)) == {NAME, "message.printer.paper.ar"}


def test_consent_to_words_that_are_put_otherwise_later_is_consent_to_none_of_them(office: Office) -> None:
    carry(office, "paper")
    office.approve("legal")
    office.edit("newsroom.yml", "en: Ports", "en: Harbours")
    office.commit()
    office.approve("communications")
    assert office.public() == ["post-1"]
    assert set(agreed(office)) == {"message.printer.paper.ar"}
