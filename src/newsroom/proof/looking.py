"""A look into one file: which traces lie in it, and how. It needs no newsroom, so that processes can share it out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from newsroom.model.language import Localized
from newsroom.proof.decoding import how_it_lay, unescaped
from newsroom.proof.haystack import File, How, Straw, straws_of, texts_of, texts_of_name
from newsroom.proof.held import HeldFile
from newsroom.proof.searching import Searcher, confirmed
from newsroom.proof.traces import Trace
from newsroom.proof.unpacking import CannotOpen

Kind = Literal["trace", "file", "closed", "leads out"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found in a file: the trace or the held file of a number; or that nobody can tell, for a reason.

    ``digest`` is the SHA-256 of what nobody can look into, where its bytes are at hand.
    """

    path: str
    kind: Kind
    number: int
    how: How
    reason: Localized[str] | None = None
    digest: bytes = b""


class Looker:
    """Looks for traces, and for files by their bytes. ``site`` is the folder out of which no link may lead.

    A trace that was found once is taken at its letters in other files, unless it is to be told ``in_detail`` how each
    lies there: released content may turn out to say the same, and most of what is found is of that kind.
    """

    def __init__(
        self, traces: Sequence[Trace], files: Sequence[HeldFile], site: Path, *, in_detail: bool = False
    ) -> None:
        self._searcher = Searcher(traces)
        self._numbers = {trace: number for number, trace in enumerate(traces)}
        self._known: set[Trace] = set()
        self._files = files
        self._sizes = {file.size for file in files}
        self._site = site.resolve()
        self._in_detail = in_detail

    def look_into(self, file: File) -> list[Finding]:
        """What lies in a file, each once."""
        found = _Found(file.path)
        self._search(*texts_of_name(file.path), found)
        # Path.resolve raises on a loop of links before Python 3.13.
        if file.place.is_symlink() and not Path(os.path.realpath(file.place)).is_relative_to(self._site):
            found.add("leads out", 0, ())
        try:
            for straw in straws_of(file):
                if straw.closed:
                    found.close(straw.how, straw.closed, hashlib.sha256(straw.data).digest())
                else:
                    self._look_at(straw, found)
        except CannotOpen as error:
            found.close((), error.reason, b"")
        return list(found.findings.values())

    def _look_at(self, straw: Straw, found: _Found) -> None:
        if len(straw.data) in self._sizes:
            digest = hashlib.sha256(straw.data).digest()
            for number, file in enumerate(self._files):
                if file.size == len(straw.data) and self._digests[number] == digest:
                    found.add("file", number, straw.how)
        for text, how in texts_of(straw):
            self._search(text, how, found)

    def _search(self, text: str, how: How, found: _Found) -> None:
        for piece in unescaped(text):
            candidates = self._searcher.candidates(piece)
            if candidates:
                for trace in self._sure(candidates, piece):
                    self._note(trace, text, how, found)

    def _sure(self, candidates: Sequence[Trace], text: str) -> Iterable[Trace]:
        if self._in_detail:
            return confirmed(candidates, text)
        new = [trace for trace in candidates if trace not in self._known]
        self._known.update(confirmed(new, text))
        return (trace for trace in candidates if trace in self._known)

    def _note(self, trace: Trace, text: str, how: How, found: _Found) -> None:
        number = self._numbers[trace]
        if found.is_news(number, how):
            hidden = how_it_lay(text, Searcher([trace]).found) if self._in_detail else ()
            found.add("trace", number, (*how, *hidden))

    @cached_property
    def _digests(self) -> list[bytes]:
        """SHA-256 of each held file; read only where a file of its size is met."""
        return [hashlib.sha256(file.path.read_bytes()).digest() for file in self._files]


@dataclass
class _Found:
    """Findings in one file. Of a trace that lies there twice, that of which more is told: as it lies in an archive."""

    path: str
    findings: dict[tuple[Kind, int], Finding] = field(default_factory=dict)

    def is_news(self, number: int, how: How) -> bool:
        known = self.findings.get(("trace", number))
        return known is None or len(how) > len(known.how)

    def close(self, how: How, reason: Localized[str], digest: bytes) -> None:
        number = len(self.findings)
        self.findings["closed", number] = Finding(self.path, "closed", number, how, reason, digest)

    def add(self, kind: Kind, number: int, how: How) -> None:
        self.findings[kind, number] = Finding(self.path, kind, number, how)
