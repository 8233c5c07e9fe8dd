"""Compiled templates, shared by the processes of one build.

They are not kept for the next: a cache is restored from wherever, and must hold nothing that is run.
"""

from __future__ import annotations

from contextlib import suppress

import jinja2
from jinja2.bccache import Bucket


class Bytecode(jinja2.BytecodeCache):
    """What Jinja makes of templates; a forked process inherits it."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja what was compiled from a template of this name, if anything was."""
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take what Jinja compiled."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()

    def compile_all(self, environment: jinja2.Environment) -> None:
        """Compile every template once, before processes are forked that would each do it for themselves."""
        for name in environment.list_templates(extensions=["html"]):
            # What is wrong with a template is said when a page needs it.
            with suppress(jinja2.TemplateError):
                environment.get_template(name)
