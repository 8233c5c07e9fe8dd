"""What all tests share: a small newsroom to change, and the example newsroom built once."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import settings

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.styling.letters import WEIGHTS, letters
from tests.samples import write_newsroom

# The same examples each time, however slow the machine: a suite that gates a release must not depend on luck.
settings.register_profile("newsroom", derandomize=True, deadline=None)
settings.load_profile("newsroom")

REPOSITORY = Path(__file__).resolve().parent.parent
NOW = datetime.datetime.fromisoformat("2026-11-23T09:00+04:00")
"""The instant at which the example newsroom is looked at: what is due by then is fixed, whatever the clock says."""


@pytest.fixture(scope="session", autouse=True)
def _letters_are_cut() -> None:
    """Cut the letters once: a build takes them from its cache, and hundreds of builds here begin with an empty one."""
    for weight in WEIGHTS:
        letters(weight)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A newsroom of one post, without a problem."""
    return write_newsroom(tmp_path / "newsroom")


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example newsroom, built at :data:`NOW`."""
    folder = tmp_path_factory.mktemp("example") / "site"
    build(REPOSITORY, Edition(NOW), folder, strict=True)
    return folder


@pytest.fixture(scope="session")
def example_preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview of the example newsroom."""
    folder = tmp_path_factory.mktemp("example") / "preview"
    build(REPOSITORY, Edition(None), folder, strict=True)
    return folder
