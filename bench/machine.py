"""The machine that was measured on. No clock: whoever quotes the figures says when."""

from __future__ import annotations

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Final

from bench.generators import Generator

GIBIBYTE: Final = 2**30
PACKAGES: Final = ("mkdocs", "markdown", "jinja2")


def machine(hugo: Generator) -> dict[str, str]:
    """What the figures depend on: processor, memory, and the versions of all that takes part."""
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return {
        "cores": str(len(os.sched_getaffinity(0))),
        "processor": _processor(),
        "memory": f"{memory / GIBIBYTE:.0f} GiB",
        "system": platform.system(),
        "python": platform.python_version(),
        **{package: version(package) for package in PACKAGES},
        "hugo": _first_word_with_digits(hugo.start_up),
    }


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _first_word_with_digits(command: list[str]) -> str:
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return next(word for word in said.split() if any(map(str.isdigit, word))).partition("-")[0]


def sentence(machine: dict[str, str]) -> str:
    """The same for people."""
    return "Measured on: " + ", ".join(f"{name} {value}" for name, value in machine.items()) + "."
