from __future__ import annotations

from pathlib import Path

import pytest

from tests.releases.sites import key_in


@pytest.fixture(scope="session")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The newsroom's private key."""
    return key_in(tmp_path_factory.mktemp("keys"))


@pytest.fixture(scope="session")
def other_key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The private key of somebody else."""
    return key_in(tmp_path_factory.mktemp("keys"), "other")
