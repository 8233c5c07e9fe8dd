"""The proof: every file of a site is searched for every trace of what is held back.

To look into files needs the traces alone, and can be shared out among processes. What was found is then held against
released content, which is read only where something was found.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Final

from newsroom.model.language import LANGUAGES, Language, Localized
from newsroom.model.problem import Problem, Rule, in_reading_order
from newsroom.proof import rules
from newsroom.proof.haystack import File, How
from newsroom.proof.held import Held, HeldFile
from newsroom.proof.looking import Finding, Looker
from newsroom.proof.released import Released
from newsroom.proof.sayings import PARTS
from newsroom.proof.traces import Trace

Look = Callable[[Looker, Sequence[File]], Iterable[Finding]]
"""How many files are looked into: one after another, or in several processes."""

_NOTHING: Final = Localized("", "")


def one_by_one(looker: Looker, files: Sequence[File]) -> Iterator[Finding]:
    """Look into files one after another."""
    return chain.from_iterable(looker.look_into(file) for file in files)


def prove(
    held: Held, released: Released, files: Sequence[File], site: Path, look: Look = one_by_one
) -> tuple[Problem, ...]:
    """What is wrong with files that are all of ``site`` or will be; no error, and the proof holds.

    Problems name files below the site's name, in their order. Raises :class:`newsroom.errors.ContentChanged`.
    """
    return _Proof(held, released, site).of(files, look)


@dataclass(frozen=True, slots=True)
class _Proof:
    held: Held
    released: Released
    site: Path

    def of(self, files: Sequence[File], look: Look) -> tuple[Problem, ...]:
        findings = list(look(Looker(self.held.traces, self.held.files, self.site), files))
        found = {self.held.traces[finding.number] for finding in findings if finding.kind == "trace"}
        excused = self.released.says(found)
        leaking = {finding.path for finding in findings if not self._is_excused(finding, excused)}
        return self._told([file for file in files if file.path in leaking], excused) if leaking else ()

    def _problem(self, finding: Finding, traces: Sequence[Trace], others: Sequence[HeldFile]) -> Problem:
        """What was found, as a problem. What its authors released as it is may be a file that nobody can open."""
        problem = _problem(finding, traces, others, self.site.name)
        is_own = finding.kind == "closed" and finding.digest in self.released.digests
        return replace(problem, rule=rules.UNOPENED) if is_own else problem

    def _told(self, files: Sequence[File], excused: Collection[Trace]) -> tuple[Problem, ...]:
        """Files that are no proof, looked into once more for what makes them so: one problem a file, owner and rule."""
        traces = tuple(trace for trace in self.held.traces if trace not in excused)
        others = tuple(file for file in self.held.files if not self.released.has_file(file))
        findings = one_by_one(Looker(traces, others, self.site, in_detail=True), files)
        problems = [self._problem(finding, traces, others) for finding in findings]
        single = {(each.path, each.rule.code, each.values.get("owner")): each for each in reversed(problems)}
        return tuple(sorted(single.values(), key=in_reading_order))

    def _is_excused(self, finding: Finding, excused: Collection[Trace]) -> bool:
        if finding.kind == "trace":
            return self.held.traces[finding.number] in excused
        return finding.kind == "file" and self.released.has_file(self.held.files[finding.number])


def _problem(finding: Finding, traces: Sequence[Trace], files: Sequence[HeldFile], site: str) -> Problem:
    path, how = f"{site}/{finding.path}", _said(finding.how)
    if finding.kind == "trace":
        trace = traces[finding.number]
        return _with(rules.OF_FORMS[trace.form], path, owner=trace.owner, part=PARTS[trace.part], how=how)
    if finding.kind == "file":
        return _with(rules.FILE, path, owner=files[finding.number].owner, how=how)
    rule = rules.LEADS_OUT if finding.kind == "leads out" else rules.UNPROVABLE
    return _with(rule, path, reason=finding.reason or _NOTHING, how=how)


def _with(rule: Rule, path: str, *, owner: str = "", **words: Localized[str]) -> Problem:
    values = {"owner": owner} if owner else {}
    for name, each in words.items():
        values |= {name: each.en, f"{name}_ar": each.ar}
    return Problem(rule, path, values=values)


def _said(how: How) -> Localized[str]:
    """How something lies, as the end of a sentence."""
    return Localized(*("".join(f"{_JOINTS[language]}{each[language]}" for each in how) for language in LANGUAGES))


_JOINTS: Final[dict[Language, str]] = {"ar": "، ", "en": ", "}
