"""The example newsroom as a parsed tree, and as the records it was made from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.commands.check import sound_newsroom
from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.model.newsroom import Newsroom
from newsroom.pages.release import at_instant
from tests.conftest import NOW, REPOSITORY
from tests.site.tree import Tree

Build = Callable[..., Tree]


@pytest.fixture(scope="session")
def example() -> Newsroom:
    """Everything that the example newsroom holds, released or not."""
    return sound_newsroom(REPOSITORY)


@pytest.fixture(scope="session")
def visible(example: Newsroom) -> Newsroom:
    """What of it the public may see."""
    return at_instant(example, NOW)


@pytest.fixture(scope="session")
def public(example_site: Path, example: Newsroom) -> Tree:
    return Tree(example_site, example.address)


@pytest.fixture(scope="session")
def preview(example_preview: Path, example: Newsroom) -> Tree:
    return Tree(example_preview, example.address)


@pytest.fixture(params=["public", "preview"])
def tree(request: pytest.FixtureRequest) -> Tree:
    """Each of the two: what holds for every page holds in both."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def built(tmp_path: Path) -> Build:
    """Builds a newsroom that a test wrote, as of the example's instant, in a folder of the given name."""

    def build_tree(root: Path, name: str = "built", *, strict: bool = True) -> Tree:
        folder = tmp_path / name
        build(root, Edition(NOW), folder, strict=strict)
        return Tree(folder, sound_newsroom(root).address)

    return build_tree
