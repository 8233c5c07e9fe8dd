"""A clone and its remote, as a ledger needs them: refs read, commits fetched, and one ref moved if it was not before.

Never ``--force``, and never a ``+``: either of them cancels a lease (measured with git 2.39).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from newsroom.errors import HistoryUnknown, LedgerUnusable
from newsroom.history.git import WITHOUT_HOOKS, Answer, attempt, text_of
from newsroom.ledgers.commits import LOG_FORMAT, Commit, commits_in

PLACE: Final = "refs/newsroom/"
"""All that is ours, at the remote as in a clone."""
_QUIETLY: Final = (
    *WITHOUT_HOOKS,
    "-c",
    "gc.auto=0",
    "-c",
    "maintenance.auto=false",
    "-c",
    "credential.interactive=false",
)
_FETCH: Final = ("fetch", "--quiet", "--no-tags", "--no-prune", "--no-recurse-submodules", "--no-write-fetch-head")
_PUSH: Final = (
    "push",
    "--porcelain",
    "--no-verify",
    "--no-signed",
    "--no-follow-tags",
    "--recurse-submodules=no",
)


@dataclass(frozen=True, slots=True)
class Push:
    """What git said of a ref that it was to move: a ``flag`` as ``--porcelain`` has it, or none; and the reason."""

    flag: str
    reason: str

    @property
    def moved(self) -> bool:
        """Whether this push, and no other, made the ref or moved it on."""
        return self.flag in {"*", " "}

    @property
    def came_late(self) -> bool:
        """Whether the ref, when this push came, stood elsewhere than it was to stand, or already where it was to go."""
        return self.flag == "=" or "stale info" in self.reason


class Repository:
    """The clone that a folder lies in, and its remote of a name. Every method may raise :class:`LedgerUnusable`."""

    def __init__(self, folder: Path, remote: str) -> None:
        self.remote = remote
        self._folder = folder

    def refs(self, *names: str) -> dict[str, str]:
        """Our refs at the remote, or those of these names, with the commit of each."""
        lines = self._ask("ls-remote", "--refs", self._address, *(names or (f"{PLACE}*",)))
        pairs = (line.split("\t") for line in text_of(lines).splitlines())
        return {name: commit for commit, name in pairs if name.startswith(PLACE)}

    def own_refs(self) -> dict[str, str]:
        """Our refs in the clone itself."""
        lines = self._ask("for-each-ref", "--format=%(objectname)%09%(refname)", PLACE)
        return {name: commit for commit, name in (line.split("\t") for line in text_of(lines).splitlines())}

    def update_own(self, update: Mapping[str, str], delete: Iterable[str] = ()) -> None:
        """Move refs of ours in the clone, or make them, and delete others: all of it or nothing."""
        told = [
            *(f"update {name} {commit}\n" for name, commit in update.items()),
            *(f"delete {name}\n" for name in delete),
        ]
        if told:
            self._ask("update-ref", "--stdin", told="".join(told).encode())

    def fetch(self, commits: Iterable[str]) -> None:
        """Get commits from the remote, and make no ref of them. By their names, for by those of refs it takes long."""
        self._ask(*_FETCH, "--stdin", self._address, told="".join(f"{commit}\n" for commit in commits).encode())

    def commits(self, last: Iterable[str], known: Iterable[str] = ()) -> Iterable[Commit]:
        """The commits that lead to some, without those that lead to others."""
        told = "".join([*(f"{commit}\n" for commit in last), *(f"^{commit}\n" for commit in known)]).encode()
        question = ("log", "-z", "--no-decorate", "--encoding=UTF-8", f"--format={LOG_FORMAT}", "--stdin")
        return commits_in(self._ask(*question, told=told)) if told else ()

    def write(self, commit: bytes) -> str:
        """Put a commit into the clone; its name."""
        return text_of(self._ask("hash-object", "-w", "-t", "commit", "--stdin", told=commit)).strip()

    @cached_property
    def tree(self) -> str:
        """The tree that holds nothing."""
        return text_of(self._ask("mktree")).strip()

    def push(self, name: str, commit: str, before: str) -> Push:
        """Move a ref at the remote from one commit to another, or make it where ``before`` is empty."""
        lease = f"--force-with-lease={name}:{before}"
        try:
            answer = self._attempt(*_PUSH, lease, self._address, f"{commit}:{name}")
        except HistoryUnknown as error:
            return Push("", str(error))
        for line in text_of(answer.output).splitlines():
            flag, *told = line.split("\t")
            if told and told[0].endswith(f":{name}"):
                return Push(flag, told[-1])
        return Push("", answer.complaint)

    @cached_property
    def _top(self) -> Path:
        """Where the clone begins: an address of a remote may be told from there."""
        try:
            answer = attempt(self._folder, "rev-parse", "--show-toplevel")
        except HistoryUnknown as error:
            raise self._unusable(str(error), error.sentence("ar")) from None
        if answer.code:
            raise LedgerUnusable(
                f"the ledger is kept by git, and {self._folder} lies in no git repository ({answer.complaint});"
                " nothing was sent. Run this in a clone, or keep the ledger in a file: ledger: {sqlite: …} in"
                " crosspost.yml",
                f"السجل محفوظ في git، والمجلد {self._folder} ليس في مستودع git ({answer.complaint})؛ لم يُرسل شيء."
                " شغّل الأمر في نسخة من المستودع، أو احفظ السجل في ملف: ledger: {sqlite: …} في crosspost.yml",
            )
        return Path(text_of(answer.output).rstrip("\n"))

    @cached_property
    def _address(self) -> str:
        """Where git pushes to. A remote may be read elsewhere, and what was written would then never be read."""
        answer = attempt(self._top, "remote", "get-url", "--push", "--", self.remote)
        if answer.code:
            raise LedgerUnusable(
                f"the ledger is kept at the git remote {self.remote}, and this clone has no such remote; nothing was"
                f" sent. Add it with git remote add {self.remote} ADDRESS, or name another in crosspost.yml:"
                " ledger: {git: …}",
                f"السجل محفوظ في المستودع البعيد {self.remote}، وهذه النسخة لا تعرفه؛ لم يُرسل شيء. أضفه بالأمر"
                f" git remote add {self.remote} ADDRESS، أو سمِّ غيره في crosspost.yml:"
                " ledger: {git: …}",
            )
        return text_of(answer.output).strip("\n")

    def _attempt(self, *question: str, told: bytes = b"") -> Answer:
        return attempt(self._top, *_QUIETLY, *question, told=told)

    def _ask(self, *question: str, told: bytes = b"") -> bytes:
        try:
            answer = self._attempt(*question, told=told)
        except HistoryUnknown as error:
            raise self._unusable(str(error), error.sentence("ar")) from None
        if answer.code:
            raise self._unusable(f"git says: {answer.complaint}", f"يقول git: {answer.complaint}")
        return answer.output

    def _unusable(self, en: str, ar: str) -> LedgerUnusable:
        return LedgerUnusable(
            f"the ledger at the git remote {self.remote} cannot be used ({en}); nothing was sent. When"
            f" git ls-remote {self.remote} works here, run this again",
            f"تعذّر استعمال السجل في المستودع البعيد {self.remote} ({ar})؛ لم يُرسل شيء. أعد التشغيل متى نجح"
            f" الأمر git ls-remote {self.remote} هنا",
        )
