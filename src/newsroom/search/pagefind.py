"""Pagefind, which indexes: records in, the files of one index out.

It is spoken to as its own package for Python speaks, in base64 and JSON through a pipe
(https://pagefind.app/docs/py-api/), but in one go: the package waits a tenth of a second for each record's answer.
"""

from __future__ import annotations

import base64
import gzip
import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from threading import Thread
from typing import IO, Any, Final

import msgspec
from pagefind_bin import get_executable  # type: ignore[import-untyped]

from newsroom.errors import SearchFailed
from newsroom.model.language import Language

ENTRY: Final = "pagefind-entry.json"
"""Names all others: the file with which an index is opened."""
SCRIPT: Final = "pagefind.js"
"""What searches in a browser, of the version that has made the index."""

_FRAGMENT: Final = "fragment/"
_PARTS: Final = (".pf_meta", ".pf_index", ".pf_fragment")
_SIGNATURE: Final = b"pagefind_dcd"
"""Stands before whatever Pagefind has compressed."""
_PIECE: Final = 2**20
_SURROUNDINGS: Final = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "5000"}
"""All that Pagefind sees of the environment: how many places of words fill a piece of the index.

A search fetches the whole piece in which a word stands. Of 20,000 places, as many as Pagefind takes by itself
(https://github.com/Pagefind/pagefind/blob/main/pagefind/src/options.rs), it has 20 to 60 KB; of 5,000, some 6 KB.
"""

_decode: Final = msgspec.json.decode


class Record(msgspec.Struct, frozen=True):
    """What is searched of a post: its address, its words, and what is shown of it or searched besides."""

    url: str
    content: str
    meta: Mapping[str, str]


def index(records: Sequence[Record], language: Language) -> dict[str, bytes]:
    """The files of an index, by path; the same records make the same bytes. Raises :class:`SearchFailed`.

    Those for Pagefind's own interface are left out, and its filters are not used: it would write their values in an
    order that changes from run to run.
    """
    requests = [{"type": "NewIndex", "config": {}}]
    requests += [_addition(record, language) for record in records]
    answers = _converse([*requests, {"type": "GetFiles", "index_id": 0}])
    files = {each["path"]: base64.b64decode(each["content"]) for each in answers[-1]["files"]}
    return {path: files[path] for path in sorted(files) if _is_needed(path, language)}


def urls(files: Mapping[str, bytes]) -> dict[str, str]:
    """The address of the record behind each result, by the name that Pagefind gives to the result."""
    fragments = {path: data for path, data in files.items() if path.startswith(_FRAGMENT)}
    return {
        path.removeprefix(_FRAGMENT).partition(".")[0]: _decode(gzip.decompress(data).removeprefix(_SIGNATURE))["url"]
        for path, data in fragments.items()
    }


def _addition(record: Record, language: Language) -> dict[str, Any]:
    said = {"url": record.url, "content": record.content, "meta": record.meta, "language": language}
    return {"type": "AddRecord", "index_id": 0, "filters": {}, "sort": {}, **said}


def _is_needed(path: str, language: Language) -> bool:
    return path in (ENTRY, SCRIPT, f"wasm.{language}.pagefind") or path.endswith(_PARTS)


def _converse(requests: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The answer to each request, in their order."""
    command = [get_executable(), "--service"]
    with subprocess.Popen(  # noqa: S603 - a package's
        command, env=_SURROUNDINGS, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        # Whoever only writes waits for ever once the pipe with the answers is full.
        asking = Thread(target=_ask, args=(process.stdin, requests))
        asking.start()
        answers = [answer for _, answer in zip(requests, _answers(process.stdout), strict=False)]
        asking.join()
        with suppress(BrokenPipeError):
            process.stdin.close()
    if len(answers) < len(requests) or any(answer["type"] == "Error" for answer in answers):
        raise _failure(answers)
    return answers


def _ask(pipe: IO[bytes], requests: Sequence[Mapping[str, Any]]) -> None:
    # Who answers no more is noticed where answers are counted.
    with suppress(BrokenPipeError):
        for number, payload in enumerate(requests, 1):
            pipe.write(base64.b64encode(json.dumps({"message_id": number, "payload": payload}).encode()) + b",")
        pipe.flush()


def _answers(pipe: IO[bytes]) -> Iterator[dict[str, Any]]:
    rest = b""
    while piece := pipe.read1(_PIECE):  # type: ignore[attr-defined]
        *whole, rest = (rest + piece).split(b",")
        yield from (_decode(base64.b64decode(each))["payload"] for each in whole)


def _failure(answers: Sequence[Mapping[str, Any]]) -> SearchFailed:
    said = next((answer["message"] for answer in answers if answer["type"] == "Error"), "no answer")
    return SearchFailed(
        f"Pagefind could not index the posts ({said}), so the site was left as it was",
        f"تعذّر على Pagefind فهرسة الأخبار ({said})، فبقي الموقع كما كان",
    )
