"""Where a post's evidence stands: in the file that carries the keys of both languages."""

from __future__ import annotations

from newsroom.reading.wording import Wordings


def line_of(wordings: Wordings, index: int, key: str) -> tuple[str, int]:
    """The file and line of a key of the evidence at an index."""
    documents = [wording.document for wording in wordings.values()]
    document = next((each for each in documents if "evidence" in each.tree), documents[0])
    return document.name, document.line_of("evidence", index, key)
