"""A run writes to each reader of a press list once, and what it keeps of them names nobody."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from newsroom.commands.accounts import check_accounts
from newsroom.commands.check import sound_newsroom
from newsroom.commands.crosspost import crosspost
from newsroom.commands.edition import Edition
from newsroom.crosspost.running import Run
from newsroom.crosspost.world import World
from newsroom.engine.build import build
from newsroom.ledgers.sqlite import SqliteLedger
from tests.crosspost.public_site import PublicSite
from tests.crosspost.test_composing import carrier
from tests.samples import NO_EDITOR, write_newsroom, write_post, write_yaml
from tests.servers.mail_server import PASSWORD, USER, MailServer, mail_server

READERS = "zahra@paper.example ar\nsalim@daily.example ar\nsalim@daily.example en\n"
BEFORE, THEN = (datetime.datetime.fromisoformat(f"2026-11-2{day}T09:00+04:00") for day in (2, 3))


@dataclass
class PressDesk:
    """A newsroom with a press list and the printer, before and after the release of a post."""

    root: Path
    server: MailServer
    now: datetime.datetime = BEFORE

    def __post_init__(self) -> None:
        self._words = count()
        self.site = PublicSite(self.root / "newsroom" / "site", lambda: self.now)
        self.list = self.root / "readers.txt"

    def world(self) -> World:
        secrets = {"USER": USER, "PASSWORD": PASSWORD, "RECIPIENTS": str(self.list), "SALT": "sel" * 9}
        environment = {f"NEWSROOM_MAIL_PRESS_{name}": value for name, value in secrets.items()}
        words, nap = self._words, lambda _: None
        return World(lambda: self.now, nap, lambda: str(next(words)), environment, transport=self.site)

    def publish(self, now: datetime.datetime) -> None:
        self.now = now
        build(self.root / "newsroom", Edition(now), None, strict=False)

    def run(self) -> Run:
        ledger = SqliteLedger(self.root / "ledger.sqlite")
        return crosspost(sound_newsroom(self.root / "newsroom"), ledger, self.world(), lambda _: None)

    def fates(self, network: str = "mail") -> list[str]:
        return [outcome.fate for outcome in self.run().outcomes if outcome.identity.network == network]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[PressDesk]:
    root = tmp_path / "newsroom"
    root.mkdir()
    write_newsroom(root, rules=NO_EDITOR, address="https://newsroom.luban.om/")
    write_post(root, 2, ar={"date": "2026-11-23T08:00"})
    with mail_server() as server:
        mail = carrier("mail", "press", server=server.address, id="Sample <news@sample.example>")
        write_yaml(root / "crosspost.yml", {"accounts": [mail, carrier("printer", "paper")]})
        desk = PressDesk(tmp_path, server)
        desk.list.write_text(READERS, encoding="utf-8")
        desk.publish(BEFORE)
        desk.run()
        desk.publish(THEN)
        yield desk


def test_each_reader_is_written_to_once_in_their_language(desk: PressDesk) -> None:
    assert desk.fates() == ["posted"] * 3
    assert [(kept.reader, kept.mail["Subject"]) for kept in desk.server.letters] == [
        ("zahra@paper.example", "عنوان المنشور 2"),
        ("salim@daily.example", "عنوان المنشور 2"),
        ("salim@daily.example", "Title of post 2"),
    ]
    assert desk.fates() == []


def test_one_reader_s_refusal_is_nobody_else_s(desk: PressDesk) -> None:
    desk.server.fail("RCPT", "550 5.1.1 <zahra@paper.example> unknown")
    assert desk.fates() == ["refused", "posted", "posted"]
    assert desk.fates() == []


def test_a_letter_whose_answer_was_lost_is_left_to_a_person(desk: PressDesk) -> None:
    desk.server.fail("END", is_kept=True)
    assert desk.fates() == ["uncertain", "posted", "posted"]
    assert desk.fates() == ["uncertain"]
    assert len(desk.server.letters) == 3


def test_no_ledger_holds_an_address(desk: PressDesk) -> None:
    desk.server.fail("RCPT", "550 5.1.1 <zahra@paper.example> unknown")
    desk.server.fail("END", "554 5.7.1 not to salim@daily.example")
    desk.run()
    kept = b"".join(path.read_bytes() for path in desk.root.glob("ledger.sqlite*"))
    assert b"sample000002" in kept
    assert [name for name in (b"zahra", b"salim@", b"paper.example", b"daily.example") if name in kept] == []


def test_who_came_to_the_list_since_is_written_to_and_who_left_is_not(desk: PressDesk) -> None:
    desk.run()
    desk.list.write_text("huda@agency.example en\n", encoding="utf-8")
    assert desk.fates() == ["posted"]
    assert desk.server.letters[-1].reader == "huda@agency.example"


def test_a_list_that_cannot_be_used_stops_no_other_account(desk: PressDesk) -> None:
    desk.list.write_text("zahra@paper.example\n", encoding="utf-8")
    run = desk.run()
    assert {(each.identity.network, each.fate) for each in run.outcomes} == {("mail", "blocked"), ("printer", "posted")}
    desk.list.write_text(READERS, encoding="utf-8")
    assert desk.fates() == ["posted"] * 3


def test_the_check_of_accounts_says_what_is_wrong_with_the_list(desk: PressDesk) -> None:
    desk.list.write_text("zahra@paper.example\n", encoding="utf-8")
    mail, _ = check_accounts(sound_newsroom(desk.root / "newsroom"), desk.world())
    assert mail.fault
    assert "line 1" in mail.fault.en
