"""No edition for the public is published before every file of it is proved to hold nothing that is held back.

What stands as the last build left it was proved by the build that made it. It is looked into again for traces which
that build did not know: those of a post that was written since, or of one that is held back once more. What came to
stand otherwise, from an earlier release say, is looked into for all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import msgspec

from newsroom.commands.edition import Edition
from newsroom.commands.instants import aware
from newsroom.engine.cache import Cache
from newsroom.engine.inspection import warn_of
from newsroom.engine.inventory import Inventory, Output
from newsroom.engine.publishing import Staging
from newsroom.engine.workers import share_out, shares_of
from newsroom.errors import LeakFound
from newsroom.model.newsroom import Newsroom
from newsroom.model.problem import Problem, in_reading_order
from newsroom.proof.haystack import File
from newsroom.proof.held import Held, HeldFile, held_back, seen_of
from newsroom.proof.looking import Finding, Looker
from newsroom.proof.proving import Look, one_by_one, prove
from newsroom.proof.released import Released

WORTH_A_FORK: Final = 200
"""Files: to look into so many takes longer than to start a process and hear from it."""

_KIND: Final = "proof"
_encode: Final = msgspec.msgpack.Encoder().encode
_decode: Final = msgspec.msgpack.Decoder(list[Finding]).decode
_decode_digests: Final = msgspec.msgpack.Decoder(frozenset[bytes]).decode


@dataclass(frozen=True, slots=True)
class Proving:
    """Proves what of an edition is about to stand. The cache holds digests of traces, and no word of them."""

    edition: Edition
    newsroom: Newsroom
    visible: Newsroom
    root: Path
    staging: Staging
    cache: Cache
    processes: int
    strict: bool

    def prove(self, inventory: Inventory, made: Mapping[str, Output], changed: Sequence[str]) -> frozenset[bytes]:
        """The digests of all traces of which a site of these files is free.

        Raises :class:`LeakFound`; if strict, :class:`newsroom.errors.ProblemsFound` for warnings too.

        A preview is shown to nobody from whom anything is held back, and is not proved.
        """
        if self.edition.now is None:
            return frozenset()
        seen = seen_of(self.visible, self.newsroom, aware(self.edition.now, self.newsroom))
        held = held_back(self.newsroom, seen, self.root)
        old, new = _divided(held, self._known(inventory.name))
        problems: tuple[Problem, ...] = ()
        staying = [File(path, self.staging.site / path) for path in sorted(made.keys() - set(changed))]
        if not old.is_nothing:
            files = [self._file(path, inventory) for path in changed]
            files += (file for file in staying if not inventory.is_as_left(file.path))
            problems += self._problems(old, seen, files)
        if not new.is_nothing:
            files = [File(path, self.staging.folder / path) for path in changed]
            problems += self._problems(new, seen, [*files, *staying])
        problems = tuple(sorted(problems, key=in_reading_order))
        if any(problem.is_error for problem in problems):
            raise LeakFound(problems)
        warn_of(problems, strict=self.strict)
        return frozenset((*(trace.digest for trace in held.traces), *map(_digest, held.files)))

    def _file(self, path: str, inventory: Inventory) -> File:
        """A new file, and the one in its place where that is as it was left when it was proved."""
        is_proved = inventory.is_as_left(path)
        return File(path, self.staging.folder / path, self.staging.site / path if is_proved else None)

    def remember(self, name: str, proved: frozenset[bytes]) -> None:
        """Keep the digests of what a site is free of, once it stands."""
        if proved != self._known(name):
            self.cache.put(_KIND, [(name, _encode(sorted(proved)))])

    def _known(self, name: str) -> frozenset[bytes]:
        data = self.cache.get(_KIND, name)
        return _decode_digests(data) if data else frozenset()

    def _problems(self, held: Held, seen: Newsroom, files: Sequence[File]) -> tuple[Problem, ...]:
        released, look = Released(seen, self.root), _in_processes(self.processes)
        return prove(held, released, files, self.staging.site, look)


def _divided(held: Held, known: Collection[bytes]) -> tuple[Held, Held]:
    """What is held back, as far as the site that stands was proved to be free of it; and the rest."""
    traces = {trace: trace.digest in known for trace in held.traces}
    files = {file: _digest(file) in known for file in held.files}
    old, new = (
        replace(
            held,
            traces=tuple(trace for trace in traces if traces[trace] is wanted),
            files=tuple(file for file in files if files[file] is wanted),
        )
        for wanted in (True, False)
    )
    return old, new


def _digest(file: HeldFile) -> bytes:
    status = file.path.stat()
    said = f"{file.owner}\0{file.path.name}\0{status.st_size}\0{status.st_mtime_ns}"
    return hashlib.blake2b(said.encode(), digest_size=8).digest()


def _in_processes(processes: int) -> Look:
    """Look into many files in several processes, each of which leaves when it is done with its share."""

    def look(looker: Looker, files: Sequence[File]) -> Iterable[Finding]:
        if processes == 1 or len(files) < WORTH_A_FORK:
            return one_by_one(looker, files)
        found: list[Finding] = []
        shares = shares_of(files, processes, len(files))
        worker = share_out(shares, processes, lambda report: found.extend(_decode(report)), lambda _: None)
        if worker:
            worker.run(lambda share: _encode(list(one_by_one(looker, list(share)))))
        return found

    return look
