"""``newsroom schema``: the published JSON Schema, with which editors complete and check what authors write."""

from __future__ import annotations

import json
from typing import Any, Final

from newsroom.reading.schema import PUBLISHED

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def published_schema(name: str) -> str:
    """A schema as JSON text, ending in a newline."""
    section, file = PUBLISHED[name]
    tree: dict[str, Any] = {"$schema": DIALECT, "title": f"Newsroom: {name} ({file})"}
    schema = section.model_json_schema(by_alias=True)
    tree |= {key: value for key, value in schema.items() if key not in tree}
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"
