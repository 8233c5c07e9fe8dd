"""The wheel, installed alone in a fresh environment, builds a site with its theme."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.samples import write_newsroom
from tests.scaffold.organisations import options

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        str(folder),
    ]
    subprocess.run([*build, str(REPOSITORY)], check=True)
    return next(folder.glob("mkdocs_newsroom-*.whl"))


def test_the_wheel_holds_the_package_and_the_theme_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "newsroom_theme/base.html" in names
    assert "newsroom_theme/styles/00-foundations.css" in names
    assert "newsroom/py.typed" in names
    templates = REPOSITORY / "src" / "newsroom" / "scaffold" / "templates"
    shipped = {path.relative_to(REPOSITORY / "src").as_posix() for path in templates.rglob("*") if path.is_file()}
    assert len(shipped) > 20
    assert shipped <= set(names)
    roots = {name.split("/")[0] for name in names}
    assert {root for root in roots if not root.endswith(".dist-info")} == {"newsroom", "newsroom_theme"}


def test_the_wheel_builds_a_site_in_a_fresh_environment(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(environment)], check=True)
    pip = [sys.executable, "-m", "pip", "--python", str(environment), "--disable-pip-version-check"]
    # Not compiled: most of these packages' modules are never imported here.
    install = [*pip, "install", "--quiet", "--no-compile"]
    subprocess.run([*install, "--require-hashes", "-r", str(REPOSITORY / "requirements/build.txt")], check=True)
    subprocess.run([*install, "--no-deps", str(wheel)], check=True)
    root = write_newsroom(tmp_path / "newsroom")
    build = [str(environment / "bin" / "newsroom"), "--root", str(root), "build", "--at", "2026-11-23T09:00+04:00"]
    outcome = subprocess.run(build, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert outcome.returncode == 0, outcome.stderr
    assert "عنوان المنشور 1" in (root / "site/ar/posts/2026/post-1/index.html").read_text(encoding="utf-8")
    assert (root / "site/assets/newsroom.css").is_file()
    begin = [
        str(environment / "bin" / "newsroom"),
        "init",
        "acme",
        "--preset",
        "family",
        "--host",
        "github",
        *options(),
    ]
    assert subprocess.run(begin, check=False, cwd=tmp_path).returncode == 0
    build = [str(environment / "bin" / "newsroom"), "--root", "acme", "build"]
    assert subprocess.run(build, check=False, cwd=tmp_path).returncode == 0


def test_every_requirement_is_pinned_with_its_hashes_and_names_no_host() -> None:
    for name in ("build", "servers", "test"):
        text = (REPOSITORY / "requirements" / f"{name}.txt").read_text()
        pinned = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
        assert all("==" in line for line in pinned)
        assert text.count("--hash=") >= len(pinned)
        assert "://" not in text
