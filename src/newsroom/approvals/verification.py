"""Many signatures verified at once; what was found of one is remembered by every byte that it was found from."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, get_args

from newsroom.approvals.statement import NAMESPACE
from newsroom.signatures.openssh import Outcome, Verdict, Verifier

Memory = MutableMapping[str, bytes]
"""What was found of signatures and texts, by their digests; it may forget, and tells nothing of a post."""

AT_ONCE: Final = 4
"""Programs that run side by side."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text, its signature, and by whom and when it is said to be signed."""

    text: bytes
    signature: bytes
    principal: str
    signed: datetime.datetime


def verdicts(cases: Iterable[Case], signers: bytes, revoked: bytes | None, memory: Memory) -> dict[Case, Verdict]:
    """What came of each case."""
    keys = {case: _key(case, signers, revoked) for case in cases}
    known = {case: _remembered(memory[key]) for case, key in keys.items() if key in memory}
    unknown = [case for case in keys if case not in known]
    verifier = Verifier(NAMESPACE, signers, revoked)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = dict(zip(unknown, pool.map(lambda case: _verdict(verifier, case), unknown), strict=True))
    # That the program is missing says nothing of the signature.
    memory.update((keys[case], _encoded(each)) for case, each in found.items() if each.outcome != "no-program")
    return known | found


def _verdict(verifier: Verifier, case: Case) -> Verdict:
    return verifier.verdict(case.text, case.signature, case.principal, case.signed)


def _key(case: Case, signers: bytes, revoked: bytes | None) -> str:
    whole = hashlib.sha256()
    for part in (
        case.text,
        case.signature,
        case.principal.encode(),
        signers,
        b"" if revoked is None else b"+" + revoked,
    ):
        whole.update(b"%d:" % len(part))
        whole.update(part)
    return whole.hexdigest()


def _encoded(verdict: Verdict) -> bytes:
    return f"{verdict.outcome} {verdict.key}".encode()


def _remembered(data: bytes) -> Verdict:
    outcome, _, key = data.decode().partition(" ")
    known: Outcome | None = next((each for each in get_args(Outcome) if each == outcome), None)
    return Verdict(known or "unknown", key)
