"""The files that hosts read to publish a newsroom: which there are, and what became of those in a folder.

The first line of each says which version wrote it, under which name, and the digest of the rest, so that one that a
person has changed since is told from one that has only grown old.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

from newsroom.scaffold.filling import shipped
from newsroom.scaffold.version import DISTRIBUTION, installed

Host = Literal["github", "gitlab", "s3", "own"]
"""Where a newsroom is published: by GitHub to its Pages, by GitLab to its, to a store that speaks S3, or by oneself."""
HOSTS: Final[tuple[Host, ...]] = get_args(Host)

PLACES: Final[Mapping[str, str]] = {
    "github-pages": ".github/workflows/publish.yml",
    "github-s3": ".github/workflows/publish.yml",
    "github-preview": ".github/workflows/preview.yml",
    "gitlab-pages": ".gitlab-ci.yml",
    "gitlab-s3": ".gitlab-ci.yml",
}
"""Where each workflow lies in a newsroom's folder, by its name."""

_MARK: Final = re.compile(
    rf"# Written by {DISTRIBUTION} (?P<version>[0-9A-Za-z.+!-]+) as (?P<name>[a-z0-9-]+);"
    r" sha256 (?P<digest>[0-9a-f]{64})\n"
)


@dataclass(frozen=True, slots=True)
class Workflow:
    """A workflow as it lies in a newsroom's folder, and the version that wrote it."""

    path: str
    name: str
    version: str
    text: str
    is_changed: bool

    @property
    def successor(self) -> str:
        """The same workflow as the installed version writes it."""
        return written(self.name)

    @property
    def is_outdated(self) -> bool:
        """Whether the installed version writes it otherwise; the first line alone is no difference."""
        return _digest(shipped(_file(self.name))) != _stated_digest(self.text)


def workflows(hosts: Collection[Host]) -> dict[str, str]:
    """The workflows for some hosts, by their paths. A store needs somebody who builds: GitHub, unless GitLab does."""
    kind = "s3" if "s3" in hosts else "pages"
    names = []
    if "gitlab" in hosts:
        names.append(f"gitlab-{kind}")
    if "github" in hosts or ("s3" in hosts and "gitlab" not in hosts):
        names += [f"github-{kind}", "github-preview"]
    return {PLACES[name]: written(name) for name in names}


def written(name: str) -> str:
    """A workflow of the installed version, with its first line."""
    text = shipped(_file(name))
    return f"# Written by {DISTRIBUTION} {installed()} as {name}; sha256 {_digest(text)}\n{text}"


def workflows_in(root: Path) -> Iterator[Workflow]:
    """The workflows of ours in a newsroom's folder; files that others wrote are none."""
    for path in dict.fromkeys(PLACES.values()):
        workflow = _read(root / path, path)
        if workflow:
            yield workflow


def _read(file: Path, path: str) -> Workflow | None:
    try:
        # A clone under Windows may have other ends of lines: that is nobody's change.
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    mark = _MARK.match(text)
    if mark is None or PLACES.get(mark["name"]) != path:
        return None
    rest = text.partition("\n")[2]
    return Workflow(path, mark["name"], mark["version"], text, is_changed=_digest(rest) != mark["digest"])


def _stated_digest(text: str) -> str:
    mark = _MARK.match(text)
    return mark["digest"] if mark else ""


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _file(name: str) -> str:
    return f"workflows/{name}.yml"
