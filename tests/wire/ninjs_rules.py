"""What ninjs 3.1 asks of an item, for ``jsonschema``: the keys it knows, and the form of those that we write.

Written from the standard's own schema, https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json, without what we do not
use: a key that is the standard's but not ours is refused here too, so whoever adds one looks it up first.
"""

from __future__ import annotations

from typing import Any, Final

Schema = dict[str, Any]

STRING: Final[Schema] = {"type": "string"}
INTEGER: Final[Schema] = {"type": "integer"}
URI: Final[Schema] = {"type": "string", "pattern": "^[a-z]+:[!-~]+$"}
INSTANT: Final[Schema] = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$",
}


def one_of(*words: str) -> Schema:
    return {"enum": list(words)}


def several(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def closed(*required: str, **properties: Schema) -> Schema:
    """An object with these properties and no others."""
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


WORDED: Final = closed("value", role=STRING, contentType=STRING, value=STRING)
CALL: Final = closed("value", type=STRING, role=STRING, lang=STRING, name=STRING, value=STRING)
FILE: Final = closed(
    "name", name=STRING, href=URI, contentType=STRING, width=INTEGER, height=INTEGER, sizeInBytes=INTEGER
)
PARTY: Final = closed(name=STRING, role=STRING, uri=URI, contactInfo=several(CALL))
SYMBOL: Final = closed(exchange=STRING, symbol=STRING)

PROPERTIES: Final[dict[str, Schema]] = {
    "uri": URI,
    "type": one_of("text", "picture", "composite"),
    "standard": closed(name=STRING, version=STRING, schema=URI),
    "representationType": one_of("full", "partial"),
    "firstCreated": INSTANT,
    "versionCreated": INSTANT,
    "contentCreated": INSTANT,
    "pubStatus": one_of("usable", "withheld", "canceled"),
    "copyrightHolder": STRING,
    "usageTerms": STRING,
    "edNote": STRING,
    "language": STRING,
    "title": STRING,
    "by": STRING,
    "slugline": STRING,
    "headlines": several(WORDED),
    "descriptions": several(WORDED),
    "bodies": several(WORDED),
    "people": several(closed(name=STRING, rel=STRING, uri=URI)),
    "organisations": several(closed(name=STRING, rel=STRING, uri=URI, symbols=several(SYMBOL))),
    "subjects": several(closed(name=STRING, rel=STRING, uri=URI, literal=STRING)),
    "genres": several(closed(name=STRING, literal=STRING)),
    "infoSources": several(PARTY),
    "altIds": several(closed(role=STRING, value=STRING)),
    "renditions": several(FILE),
    "associations": several({"$ref": "#/$defs/associated"}),
}

NINJS: Final[Schema] = closed("uri", **PROPERTIES) | {
    "$defs": {"associated": closed("name", "uri", **PROPERTIES, name=STRING, rel=STRING)}
}
