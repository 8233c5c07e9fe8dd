"""Commits checked out beside the newsroom, in a repository of their own that borrows its objects.

Nothing in the newsroom's repository changes, and what is read there is read as it was at the commit: the files by the
readers of files, and consent by whoever judges consent.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from newsroom.errors import HistoryUnknown
from newsroom.history.git import WITHOUT_HOOKS, ask, text_of
from newsroom.history.log import whereabouts

Checkout = Callable[[str], Path]
"""Checks a commit out, and gives the newsroom's folder as it was there."""


@contextmanager
def scratch(root: Path, places: Sequence[str]) -> Iterator[Checkout]:
    """Commits of the newsroom in a folder, of each only what lay in some places. Raises :class:`HistoryUnknown`.

    ``places`` are files and folders below the newsroom's folder.
    """
    prefix = whereabouts(root)[1]
    try:
        with _repository(root, [prefix + place for place in places]) as folder:
            yield lambda commit: _checked_out(commit, folder) / prefix
    except OSError as error:
        words = error.strerror or str(error)
        raise HistoryUnknown(
            f"past commits cannot be laid out ({words})", f"تعذّر بسط الإيداعات السابقة ({words})"
        ) from None


@contextmanager
def _repository(root: Path, places: Sequence[str]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="newsroom-history-") as name:
        folder = Path(name)
        _borrow(root, folder)
        patterns = "".join(f"/{_escaped(place)}\n" for place in places)
        (folder / ".git" / "info").mkdir(exist_ok=True)
        (folder / ".git" / "info" / "sparse-checkout").write_text(patterns, encoding="utf-8")
        yield folder


def _checked_out(commit: str, folder: Path) -> Path:
    ask(folder, *WITHOUT_HOOKS, "checkout", "--quiet", "--force", "--detach", commit)
    return folder


def _borrow(root: Path, folder: Path) -> None:
    """Make a repository in a folder that finds the objects of another in their place."""
    kind = text_of(ask(root, "rev-parse", "--show-object-format")).strip()
    ask(folder, "init", "--quiet", "--template=", f"--object-format={kind}")
    ask(folder, "config", "core.sparseCheckout", "true")
    info = folder / ".git" / "objects" / "info"
    info.mkdir(exist_ok=True)
    (info / "alternates").write_text(f"{_own(root, 'objects')}\n", encoding="utf-8")
    shallow = _own(root, "shallow")
    if shallow.is_file():
        shutil.copyfile(shallow, folder / ".git" / "shallow")


def _own(root: Path, name: str) -> Path:
    """A file or folder of a repository's own."""
    return (root / text_of(ask(root, "rev-parse", "--git-path", name)).strip("\n")).resolve()


def _escaped(place: str) -> str:
    """A path as a pattern that matches nothing else."""
    return "".join(f"\\{letter}" if letter in "*?[\\!# " else letter for letter in place)
