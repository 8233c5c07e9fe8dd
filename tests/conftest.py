"""What all tests share: a small newsroom to change, and the example newsroom built once."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from filelock import FileLock
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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let what is slow begin first: where files are shared out among processes, none waits for it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


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
def shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder of this run's, the same in all processes among which its tests are shared out."""
    folder = tmp_path_factory.getbasetemp()
    return folder if worker_id == "master" else folder.parent


@pytest.fixture(scope="session")
def example_site(shared_folder: Path) -> Path:
    """The example newsroom, built at :data:`NOW`."""
    return _built_once(Edition(NOW), shared_folder / "example-site")


@pytest.fixture(scope="session")
def example_preview(shared_folder: Path) -> Path:
    """The preview of the example newsroom."""
    return _built_once(Edition(None, planned_at=NOW), shared_folder / "example-preview")


def _built_once(edition: Edition, folder: Path) -> Path:
    """The example newsroom, by whichever process asks first; the others wait for it."""
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            build(REPOSITORY, edition, folder, strict=True)
    return folder
