"""Files as they come with the program, and their gaps filled in: each gap takes one whole value of YAML."""

from __future__ import annotations

import math
from collections.abc import Mapping
from importlib.resources import files
from string import Template

import yaml


def shipped(name: str) -> str:
    """A file that comes with the program, by its path below ``scaffold/templates``."""
    return (files("newsroom.scaffold") / "templates" / name).read_text(encoding="utf-8")


def filled(name: str, values: Mapping[str, str]) -> str:
    """A file of YAML with every gap filled; ``values`` are YAML already, as :func:`scalar` writes it.

    What a value holds is not looked at again. Raises :class:`KeyError` where a gap has no value: a fault of ours.
    """
    return Template(shipped(name)).substitute(values)


def scalar(value: str) -> str:
    """A text as YAML writes it within quotation marks, on one line."""
    return yaml.dump(value, Dumper=yaml.SafeDumper, default_style='"', allow_unicode=True, width=math.inf).rstrip("\n")
