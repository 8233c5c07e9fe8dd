"""The plan of the house, held by machine."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

SOURCE = REPOSITORY / "src" / "newsroom"
MODULES = sorted(SOURCE.rglob("*.py"))
OUTERMOST = {"cli.py", "engine/plugin.py"}


def test_imports_go_down_only() -> None:
    # In a process of its own, for it reconfigures logging.
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    outcome = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "core", "base", "manager"])
def test_no_room_is_a_drawer(name: str) -> None:
    assert not [module for module in MODULES if name in module.relative_to(SOURCE).with_suffix("").parts]


def _calls(module: Path) -> set[str]:
    calls = (node.func for node in ast.walk(ast.parse(module.read_text())) if isinstance(node, ast.Call))
    return {call.attr for call in calls if isinstance(call, ast.Attribute)}


def test_only_the_outermost_rooms_read_the_clock() -> None:
    readers = {
        module.relative_to(SOURCE).as_posix() for module in MODULES if _calls(module) & {"now", "utcnow", "today"}
    }
    assert readers == OUTERMOST


def test_only_the_outermost_rooms_read_the_environment() -> None:
    readers = {module.relative_to(SOURCE).as_posix() for module in MODULES if "os.environ" in module.read_text()}
    assert readers == OUTERMOST


def test_no_module_needs_more_than_a_sitting() -> None:
    lengths = {module.relative_to(SOURCE).as_posix(): module.read_text().count("\n") for module in MODULES}
    assert [name for name, length in lengths.items() if length > 400] == []


def test_every_command_of_the_scripts_folder_is_short() -> None:
    lengths = {script.name: script.read_text().count("\n") for script in (REPOSITORY / "scripts").iterdir()}
    assert [name for name, length in lengths.items() if length > 40] == []
