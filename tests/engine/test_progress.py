"""How far a build is: heard of every piece, and shown to people only."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from newsroom.commands.edition import Edition
from newsroom.engine import documents, production, shelf
from newsroom.engine.build import build
from newsroom.engine.progress import Bars, for_terminal, in_silence
from tests.conftest import NOW
from tests.samples import write_post


@pytest.mark.parametrize("forks", [False, True], ids=["in one process", "in several"])
def test_every_post_page_and_document_is_heard_of(forks: bool, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if forks:
        monkeypatch.setattr(shelf, "WORTH_A_FORK", 1)
        monkeypatch.setattr(production, "WORTH_A_FORK", 1)
        monkeypatch.setattr(documents, "WORTH_A_FORK", 1)
    write_post(root, 2)
    heard: dict[str, list[tuple[int, int]]] = {"posts": [], "pages": [], "documents": []}
    summary, _ = build(
        root,
        Edition(NOW),
        None,
        strict=True,
        progress=lambda kind, done, number: heard[kind].append((done, number)),
    )
    assert heard["posts"][-1] == (2, 2)
    assert heard["pages"][-1] == (summary.pages, summary.pages)
    done, number = heard["documents"][-1]
    assert 0 < done == number
    assert all(done <= number for counts in heard.values() for done, number in counts)


def test_a_terminal_gets_bars_and_a_log_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    assert for_terminal("en") is in_silence
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert isinstance(for_terminal("en"), Bars)


@pytest.mark.parametrize(("language", "label"), [("en", "pages"), ("ar", "الصفحات")])
def test_a_bar_names_what_it_counts(language: str, label: str, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", terminal)
    bars = Bars(language)  # type: ignore[arg-type]
    bars("pages", 1, 2)
    bars("pages", 2, 2)
    assert label in terminal.getvalue()
    assert "2/2" in terminal.getvalue()
