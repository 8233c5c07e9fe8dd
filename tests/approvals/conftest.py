"""An office for each test, copied from one that is set up once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.approvals.office import Office


@pytest.fixture(scope="session")
def model_office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office.opened(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="session")
def model_approved(tmp_path_factory: pytest.TempPathFactory, model_office: Office) -> Office:
    office = copied(model_office, tmp_path_factory.mktemp("approved"))
    office.approve_all()
    return office


@pytest.fixture
def office(tmp_path: Path, model_office: Office) -> Office:
    """An office with one post, to which nobody has consented."""
    return copied(model_office, tmp_path)


@pytest.fixture
def approved(tmp_path: Path, model_approved: Office) -> Office:
    """An office with one post, to which everybody has consented."""
    return copied(model_approved, tmp_path)


def copied(office: Office, folder: Path) -> Office:
    shutil.copytree(office.root, folder / "newsroom", dirs_exist_ok=True)
    shutil.copytree(office.keys, folder / "keys", dirs_exist_ok=True)
    return Office(folder / "newsroom", folder / "keys", dict(office.signers))
