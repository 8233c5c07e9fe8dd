"""What accounts that carry posts must be, and what an author's own words for them may not be."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from newsroom.commands.check import check
from tests.crosspost.test_composing import carrier, write
from tests.samples import NO_EDITOR, configuration, write_yaml


class Crossposting(NamedTuple):
    """Accounts and an author's words for them, and the one problem that they make."""

    code: str
    carriers: list[dict[str, Any]]
    social: list[dict[str, Any]]
    line: str = ""


HUB: Final = "https://hub.luban.example/"
SENDER: Final = "Luban <news@luban.example>"
MAIL: Final = {"server": "smtps://mail.luban.example", "id": SENDER}
CASES: Final = (
    Crossposting("NR801", [carrier("twitter")], [], "NR801 crosspost.yml:2"),
    Crossposting("NR802", [carrier(handle="@hoax")], [], "NR802 crosspost.yml:3"),
    Crossposting("NR803", [carrier()], [{"network": "linkedin", "en": "Lost."}]),
    Crossposting("NR804", [carrier()], [{"network": "x", "en": "long " * 60}]),
    Crossposting("NR805", [carrier("mail", "press", id=SENDER)], [], "NR805 crosspost.yml:2"),
    Crossposting("NR806", [carrier("websub", "hub", server=HUB)], [], "NR806 crosspost.yml:4"),
)


def found(root: Path, case: Crossposting) -> list[str]:
    keys = {"social": case.social} if case.social else {}
    return [f"{each.rule.code} {each.path}:{each.line}" for each in check(write(root, *case.carriers, **keys))]


@pytest.mark.parametrize("case", CASES, ids=[case.code for case in CASES])
def test_what_is_wrong_is_told(tmp_path: Path, case: Crossposting) -> None:
    problems = found(tmp_path, case)
    assert case.code in {each.partition(" ")[0] for each in problems}
    assert not case.line or case.line in problems


def test_the_printer_needs_no_official_account(tmp_path: Path) -> None:
    assert found(tmp_path, Crossposting("", [carrier("printer", "paper")], [])) == []


def test_an_account_is_named_once(tmp_path: Path) -> None:
    assert "NR214 crosspost.yml:4" in found(tmp_path, Crossposting("", [carrier(), carrier()], []))


@pytest.mark.parametrize(
    ("account", "problems"),
    [
        (carrier("mail", "press", **MAIL), []),
        (carrier("mail", "press"), ["NR805 crosspost.yml:2", "NR805 crosspost.yml:2"]),
        (carrier("mail", "press", **MAIL | {"server": "https://mail.luban.example"}), ["NR805 crosspost.yml:4"]),
        (carrier("mail", "press", **MAIL | {"server": "smtp://127.0.0.1:2525"}), []),
        (carrier("webhook", "portal", server="https://portal.luban.example/news"), []),
        (carrier("webhook", "portal", server="http://portal.luban.example/news"), ["NR805 crosspost.yml:4"]),
        (carrier("webhook", "portal", server="http://127.0.0.1:8080/news"), []),
        (carrier("webhook", "portal", server="https://user:word@portal.luban.example/"), ["NR805 crosspost.yml:4"]),
        (carrier("slack", "press"), []),
    ],
    ids=[
        "mail",
        "mail without settings",
        "mail by the web",
        "mail on this machine",
        "a receiver",
        "a receiver on an open line",
        "a receiver on this machine",
        "a password in the address",
        "a room has its address among the secrets",
    ],
)
def test_an_account_says_what_its_network_needs(tmp_path: Path, account: dict[str, Any], problems: list[str]) -> None:
    assert found(tmp_path, Crossposting("", [account], [])) == problems


def test_words_for_a_hub_are_heard_by_nobody(tmp_path: Path) -> None:
    hub = carrier("websub", "hub", server=HUB)
    problems = found(tmp_path, Crossposting("", [hub], [{"network": "websub", "en": "Lost."}]))
    assert "NR803" in [each.partition(" ")[0] for each in problems]


@pytest.mark.parametrize(
    ("hub", "is_told"),
    [
        pytest.param(HUB, False, id="the same"),
        pytest.param(HUB.rstrip("/"), False, id="the same without the stroke at its end"),
        pytest.param("https://other.luban.example/", True, id="another"),
        pytest.param("", True, id="none"),
    ],
)
def test_the_hub_that_is_told_is_the_one_that_feeds_name(tmp_path: Path, hub: str, is_told: bool) -> None:
    root = write(tmp_path, carrier("websub", "hub", server=HUB))
    write_yaml(root / "newsroom.yml", configuration(hosting={"hub": hub} if hub else {}, rules=NO_EDITOR))
    assert ("NR806" in {each.rule.code for each in check(root)}) == is_told
