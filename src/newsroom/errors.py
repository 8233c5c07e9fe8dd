"""Every error that Newsroom raises on purpose; whoever catches one prints its sentence and exits.

NewsroomError                 a sentence for the person at the keyboard, never a traceback
├── NewsroomNotFound          there is no newsroom here to work on
├── ProblemsFound             the content was read and has problems; carries all of them
│   └── LeakFound             the site holds what is held back; nothing was published
├── WrongInstant              what was typed is no instant
├── UnknownFigure             what was typed is the name of no figure
├── SiteNotFound              there is no site to be proved
├── UnknownRule               what was typed is the code of no rule
├── PostsLost                 posts went in that did not come out; nothing was published
├── HistoryUnknown            git cannot tell what led to the newsroom as it stands
├── ContentChanged            a file was saved while the site was being built from it
├── BuildFailed               the engine gave up; nothing was published
├── SearchFailed              the posts could not be indexed; nothing was published
├── LedgerUnusable            nobody can tell what was sent before; nothing was sent
├── AccountUnusable           what an account is set up with is not what its network takes; nothing was sent
│   └── SecretMissing         an account cannot be used without a word that is nowhere to be found
└── Refused                   the work would overwrite something, or there is no room for it
"""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.model.problem import Problem


class NewsroomError(Exception):
    """The root of the tree: one sentence, in English and in Arabic."""

    def __init__(self, en: str, ar: str) -> None:
        super().__init__(en)
        self._sentences = {"en": en, "ar": ar}

    def sentence(self, language: str) -> str:
        """What happened, and what to do, in a language."""
        return self._sentences[language]


class NewsroomNotFound(NewsroomError):
    """The folder that was named holds no newsroom."""


class SiteNotFound(NewsroomError):
    """The folder that was named holds no site."""


class WrongInstant(NewsroomError):
    """A date and time that cannot be understood."""


class UnknownFigure(NewsroomError):
    """A name that no figure has."""


class UnknownRule(NewsroomError):
    """A code that no rule has."""


class PostsLost(NewsroomError):
    """The engine did not write every page that was planned."""


class HistoryUnknown(NewsroomError):
    """There is no git, no repository here, or not all of its history."""


class ContentChanged(NewsroomError):
    """A text is no longer what it was when the site was planned."""


class BuildFailed(NewsroomError):
    """The engine stopped before the site was whole."""


class SearchFailed(NewsroomError):
    """The indexer stopped before the site was whole."""


class LedgerUnusable(NewsroomError):
    """The ledger cannot be reached or read, or is not the one that it was."""


class AccountUnusable(NewsroomError):
    """A person has to set an account right before anything can be sent there."""


class SecretMissing(AccountUnusable):
    """Neither the environment nor the keyring has a secret that an account needs."""


class Refused(NewsroomError):
    """The command would overwrite what it must not, or cannot write where it must."""


class ProblemsFound(NewsroomError):
    """The content has problems that stop the work.

    ``problems`` holds everything found in the one run, warnings included, in order of path and line.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        en, ar = ("\n".join(problem.line_of_text(language) for problem in problems) for language in ("en", "ar"))
        super().__init__(en, ar)
        self.problems = tuple(problems)


class LeakFound(ProblemsFound):
    """What was about to be published holds what is held back, or nobody can tell whether it does."""
