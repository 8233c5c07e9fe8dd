"""Every error that Newsroom raises on purpose.

NewsroomError                 a sentence for the person at the keyboard, never a traceback
├── NewsroomNotFound          there is no newsroom here to work on
├── ProblemsFound             the content was read and has problems; carries all of them
├── PostsLost                 posts went in that did not come out; nothing was published
└── Refused                   the work would destroy or overwrite something; carries why
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.model.problem import Problem


class NewsroomError(Exception):
    """The root of the tree: whoever catches it prints it and exits."""


class NewsroomNotFound(NewsroomError):
    """No ``newsroom.yml`` in the folder that was named."""


class ProblemsFound(NewsroomError):
    """The content has problems that stop the work.

    ``problems`` holds everything found in the one run, warnings included, in order of path and line.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(problem.line_of_text("en") for problem in problems))
        self.problems = tuple(problems)


class PostsLost(NewsroomError):
    """The engine did not write every page that was planned."""


class Refused(NewsroomError):
    """The command would overwrite or destroy what it must not."""
