"""What happens while a release is being made, at its most delicate moment: it is made, and not switched to yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsroom.publishing import publication


def meanwhile(patch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """Let something happen once, when the next build of this process has ended."""
    whole, waiting = publication.build, [happens]

    def builds(*arguments: Any, **options: Any) -> Any:
        built = whole(*arguments, **options)
        while waiting:
            waiting.pop()()
        return built

    patch.setattr(publication, "build", builds)
