"""The statement that an approver signs: who consents to what, as a plain text that anyone can read.

Its first line names the format. Four lines say who consents, as what, when, and at which commit of the repository the
post stood so; then, after an empty line, comes everything that is published. A value of one line stands behind its
name; one of several lines stands below it, each line behind a bar. So no value can be taken for another name or value,
and every text has one statement only.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newsroom.approvals.contents import Contents, instant

FORMAT: Final = "newsroom approval 1"
"""Changes whenever an older statement would be read otherwise; then every approval has to be given again."""
NAMESPACE: Final = "newsroom-approval"
"""What the signature below a statement is for (see :mod:`newsroom.signatures.openssh`)."""

_BAR: Final = "  | "
_HEAD: Final = re.compile(
    re.escape(FORMAT)
    + r"""
role: (?P<role>[a-z-]+)
principal: (?P<principal>[!-~]+)
signed: (?P<signed>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z)
commit: (?P<commit>[0-9a-f]{40,64})

"""
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A person's consent in a role, given at an instant, to contents as they stood at a commit."""

    role: str
    principal: str
    signed: datetime.datetime
    commit: str
    contents: Contents

    def __str__(self) -> str:
        """The text that is signed."""
        head = (
            FORMAT,
            f"role: {self.role}",
            f"principal: {self.principal}",
            f"signed: {instant(self.signed)}",
            f"commit: {self.commit}",
            "",
        )
        return "".join(f"{line}\n" for line in (*head, *_lines(self.contents)))

    @property
    def digest(self) -> str:
        """Hexadecimal SHA-256 of the text."""
        return hashlib.sha256(str(self).encode()).hexdigest()


def read_statement(data: bytes) -> Statement | None:
    """The statement that a file is; nothing, where it is none or is not written as we write it, byte by byte."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    head = _HEAD.match(text)
    if head is None:
        return None
    try:
        signed = datetime.datetime.fromisoformat(head["signed"])
        contents = dict(_read_lines(text[head.end() :]))
    except ValueError:
        return None
    statement = Statement(head["role"], head["principal"], signed, head["commit"], contents)
    return statement if str(statement) == text else None


def _lines(contents: Contents) -> Iterator[str]:
    for name, value in contents.items():
        if "\n" in value:
            yield f"{name}:"
            yield from (_BAR + line for line in value.split("\n"))
        else:
            yield f"{name}: {value}"


def _read_lines(text: str) -> Iterator[tuple[str, str]]:
    """Names and values. Raises ``ValueError`` where a line is neither."""
    lines = deque(text.split("\n")[:-1])
    while lines:
        name, colon, value = lines.popleft().partition(":")
        if not colon:
            raise ValueError(name)
        if value:
            yield name, value.removeprefix(" ")
        else:
            yield name, "\n".join(_below(lines))


def _below(lines: deque[str]) -> Iterator[str]:
    while lines and lines[0].startswith(_BAR):
        yield lines.popleft().removeprefix(_BAR)
