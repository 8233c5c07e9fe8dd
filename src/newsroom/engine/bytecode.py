"""Compiled templates, kept like everything else that takes time to make."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

import jinja2
from jinja2.bccache import Bucket

from newsroom.engine.cache import Cache

KIND: Final = "template"


class Bytecode(jinja2.BytecodeCache):
    """What Jinja makes of templates; it looks itself whether that is still what a template says.

    ``fresh`` is what was compiled and not known before. A forked process inherits it.
    """

    def __init__(self, cache: Cache) -> None:
        self.fresh: dict[str, bytes] = {}
        self._cache = cache
        self.is_empty = not cache.keys(KIND)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja what was compiled from a template of this name, if anything was."""
        data = self.fresh.get(bucket.key) or self._cache.get(KIND, bucket.key)
        if data:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take what Jinja compiled."""
        self.fresh[bucket.key] = bucket.bytecode_to_string()

    def compile_all(self, environment: jinja2.Environment) -> None:
        """Compile every template once, before processes are forked that would each do it for themselves."""
        for name in environment.list_templates(extensions=["html"]):
            # What is wrong with a template is said when a page needs it.
            with suppress(jinja2.TemplateError):
                environment.get_template(name)

    def save(self) -> None:
        """Keep what was compiled."""
        self._cache.put(KIND, self.fresh.items())
