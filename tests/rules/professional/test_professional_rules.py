"""What the rules on style say, and once for what."""

from __future__ import annotations

from pathlib import Path

from newsroom.commands.check import check
from tests.reading.problems import ENGLISH
from tests.samples import write_post


def said(root: Path, code: str, key: str) -> list[tuple[str, int]]:
    return [(problem.values[key], problem.line) for problem in check(root) if problem.rule.code == code]


def test_an_abbreviation_is_told_once_where_it_first_stands(root: Path) -> None:
    write_post(root, body_en="Words.\n\nThe WMS runs.\n\nThe WMS stops, and the TRA knows.")
    assert said(root, "NR323", "abbreviation") == [("WMS", 8), ("TRA", 10)]


def test_an_abbreviation_that_is_written_out_later_is_clear(root: Path) -> None:
    write_post(root, body_en="The WMS runs.\n\nA warehouse management system (WMS) counts pallets.")
    assert said(root, "NR323", "abbreviation") == []


def test_the_initials_of_the_exchange_are_the_newsrooms_own(root: Path) -> None:
    text = (root / "newsroom.yml").read_text(encoding="utf-8")
    listing = "  listing: {exchange: {ar: السوق, en: Doha Stock Market}, symbol: SMPL}\n"
    (root / "newsroom.yml").write_text(text.replace("organization:\n", f"organization:\n{listing}"), encoding="utf-8")
    write_post(root, body_en="SMPL rose on the DSM, and on the XYZ.")
    assert said(root, "NR323", "abbreviation") == [("XYZ", 6)]


def test_each_word_of_praise_in_a_passage_is_told(root: Path) -> None:
    write_post(root, body_en="A world-class port with cutting-edge cranes.\nIt is seamless.")
    assert said(root, "NR322", "found") == [("world-class", 6), ("cutting-edge", 6), ("seamless", 7)]


def test_a_passage_shouts_once(root: Path) -> None:
    write_post(root, body_en="Come! Come now! It is HUGE!\n\nCome!")
    assert [line for _, line in said(root, "NR321", "found")] == [6, 8]


def test_a_summary_that_repeats_the_title_is_told_at_the_summary(root: Path) -> None:
    write_post(root, en={"title": "Luban opens a port", "summary": "The port: Luban opens a port."})
    assert [(problem.rule.code, problem.path, problem.line) for problem in check(root)] == [("NR324", ENGLISH, 3)]


def test_nothing_is_asked_of_a_post_that_was_withdrawn(root: Path) -> None:
    withdrawal = {"date": "2026-01-16T09:00", "reason": {"ar": "خطأ", "en": "A mistake."}}
    write_post(root, ar={"pubstatus": "canceled", "withdrawal": withdrawal}, body_en="HUGE! A world-class WMS!")
    assert check(root) == ()
