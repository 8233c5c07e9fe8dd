"""``newsroom clean``: what builds leave beside the site, and can make again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from newsroom.engine.build import PREVIEW_FOLDER, engine_file
from newsroom.engine.publishing import Staging
from newsroom.reading.newsroom import MEMORY


def clean(root: Path) -> Iterator[Path]:
    """Remove previews and what builds remember, each as it is named. The site itself stays.

    Waits for a build that is at work. Raises :class:`newsroom.errors.NewsroomNotFound`.
    """
    root = engine_file(root).parent
    for name in ("site", PREVIEW_FOLDER):
        staging = Staging(root / name)
        if staging.is_left:
            staging.open()
            staging.close()
    for folder in (root / MEMORY, root / PREVIEW_FOLDER):
        if folder.is_symlink():
            folder.unlink()
            yield folder
        elif folder.exists():
            shutil.rmtree(folder)
            yield folder
