"""A newsroom in a git repository whose posts need consent, and people with keys of their own."""

from __future__ import annotations

import datetime
import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newsroom.approvals.rules import APPROVAL_RULES
from newsroom.commands.approve import approve, to_be_signed
from newsroom.commands.check import newsroom_and_warnings
from newsroom.errors import ProblemsFound
from newsroom.model.newsroom import Newsroom
from newsroom.model.policy import Role
from newsroom.model.problem import Problem
from newsroom.pages.release import at_instant
from tests.samples import Tree, both, write_newsroom, write_yaml

WRITTEN = "2026-01-10T08:00:00+00:00"
SIGNED = datetime.datetime.fromisoformat("2026-01-12T08:00:00+00:00")
NOW = datetime.datetime.fromisoformat("2026-02-01T08:00:00+00:00")
"""After the release of the sample post, on 15 January."""
AUTHOR = "writer@sample.example"
PEOPLE = {"legal": "legal@sample.example", "communications": "comms@sample.example"}


def policy(**changes: Any) -> Tree:
    """A ``policy.yml`` that asks for the consent of two roles to every release."""
    approvals = {
        "since": "2026-01-01T00:00",
        "required": {"release": ["communications", "legal"]},
        "approvers": [
            approver("legal@sample.example", "legal"),
            approver("comms@sample.example", "communications"),
            approver("both@sample.example", "communications", "legal"),
            approver("salim@sample.example", "communications", "legal", executive="salim"),
            approver(AUTHOR, "legal"),
        ],
    }
    return {"paragraphs": {"1": both("لكل منشور موافقاته.", "Posts need consent.")}, "approvals": approvals | changes}


def approver(principal: str, *roles: str, **changes: Any) -> Tree:
    return {"principal": principal, "name": both("شخص", "Somebody"), "roles": list(roles)} | changes


@dataclass
class Office:
    """The newsroom in ``root``, and private keys by the names of people in ``keys``."""

    root: Path
    keys: Path
    signers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def opened(cls, folder: Path, *, posts: int = 1) -> Office:
        """An office with its posts committed by their author, who is no approver of them."""
        office = cls(write_newsroom(folder / "newsroom", posts=posts), folder / "keys")
        office.keys.mkdir()
        write_yaml(office.root / "policy.yml", policy())
        for principal in (*PEOPLE.values(), "both@sample.example", "salim@sample.example", AUTHOR):
            office.admit(principal)
        office.git("init", "--quiet", "--initial-branch=main")
        office.commit()
        return office

    def key(self, name: str) -> Path:
        """A private key, made when it is first asked for."""
        path = self.keys / name
        if not path.exists():
            run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(path))
        return path

    def admit(self, principal: str, options: str = "", key: str = "") -> None:
        """Let a principal sign with a key, their own unless told otherwise."""
        public = self.key(key or principal).with_suffix(self.key(key or principal).suffix + ".pub").read_text()
        kind, data, *_ = public.split()
        restricted = ",".join(filter(None, ('namespaces="newsroom-approval"', options)))
        self.signers[principal] = f"{principal} {restricted} {kind} {data}"
        self.write_signers("".join(f"{line}\n" for line in self.signers.values()))

    def write_signers(self, text: str) -> None:
        (self.root / "approvals").mkdir(exist_ok=True)
        (self.root / "approvals" / "allowed_signers").write_text(text)

    def git(self, *arguments: str, at: str = WRITTEN, by: str = AUTHOR) -> str:
        who = ("-c", "user.name=Somebody", "-c", f"user.email={by}", "-c", "commit.gpgsign=false")
        times = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
        return run("git", *who, *arguments, cwd=self.root, env={**os.environ, **times})

    def commit(self, *, by: str = AUTHOR, at: str = WRITTEN, message: str = "Change") -> None:
        self.git("add", "--all", by=by, at=at)
        self.git("commit", "--quiet", "--allow-empty", "-m", message, by=by, at=at)

    def approve(
        self, role: Role, principal: str = "", *, slug: str = "post-1", at: datetime.datetime = SIGNED, key: str = ""
    ) -> tuple[Path, ...]:
        """Give a role's consent and commit it."""
        who = principal or PEOPLE[role]
        statement = to_be_signed(self.root, slug, role, who, at)
        made = approve(self.root, statement, self.key(key or who))
        self.commit(by=who, at=at.isoformat())
        return made

    def approve_all(self, **options: Any) -> None:
        for role in ("communications", "legal"):
            self.approve(role, **options)  # type: ignore[arg-type]

    def read(self, now: datetime.datetime | None = NOW) -> tuple[Newsroom, tuple[Problem, ...]]:
        return newsroom_and_warnings(self.root, now=now)

    def problems(self, now: datetime.datetime | None = NOW) -> tuple[Problem, ...]:
        """The problems of consent, each of which can be said in both languages; errors of others are none of ours."""
        try:
            found = self.read(now)[1]
        except ProblemsFound as error:
            found = error.problems
        found = tuple(problem for problem in found if problem.rule in APPROVAL_RULES)
        for problem in found:
            said = problem.line_of_text("ar"), problem.line_of_text("en")
            assert not any("{" in words for words in said)
        return found

    def codes(self, now: datetime.datetime | None = NOW) -> list[str]:
        return sorted(problem.rule.code for problem in self.problems(now))

    def problem(self, code: str, now: datetime.datetime | None = NOW) -> Problem:
        (found,) = (problem for problem in self.problems(now) if problem.rule.code == code)
        return found

    def public(self, now: datetime.datetime = NOW) -> list[str]:
        """The slugs of what the public sees."""
        return [post.slug for post in at_instant(self.read(None)[0], now).posts]

    def edit(self, file: str, before: str, after: str) -> None:
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")


def run(*command: str, cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
    outcome = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr
    return outcome.stdout
