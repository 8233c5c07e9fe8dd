"""Every error that Newsroom raises on purpose; whoever catches one prints its sentence and exits.

NewsroomError                 a sentence for the person at the keyboard, never a traceback
├── NewsroomNotFound          there is no newsroom here to work on
├── ProblemsFound             the content was read and has problems; carries all of them
│   └── LeakFound             the site holds what is held back; nothing was published
├── WrongInstant              what was typed is no instant
├── UnknownFigure             what was typed is the name of no figure
├── SiteNotFound              there is no site to be proved
├── HostNotFound              the folder that was named is no host's
├── PushRefused               what was pushed cannot be published; the site was left as it was
├── FewerThanBefore           a release lacks what the last one had, and nobody says why; it was not published
├── ClockBehind               the clock is behind the release that is served; nothing was published
├── UnknownRule               what was typed is the code of no rule
├── PostsLost                 posts went in that did not come out; nothing was published
├── HistoryUnknown            git cannot tell what led to the newsroom as it stands
├── ContentChanged            a file was saved while the site was being built from it
├── BuildFailed               the engine gave up; nothing was published
├── SearchFailed              the posts could not be indexed; nothing was published
├── LedgerUnusable            nobody can tell what was sent before; nothing was sent
├── ManifestUnusable          what should say what was published does not, or nobody can tell whether it does
│   └── NotFetched            what is needed to tell could not be had from the web
├── AccountUnusable           what an account is set up with is not what its network takes; nothing was sent
│   └── SecretMissing         an account cannot be used without a word that is nowhere to be found
└── Refused                   the work would overwrite something, or there is no room for it
"""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.model.language import Language
from newsroom.model.problem import Problem


class NewsroomError(Exception):
    """The root of the tree: one sentence, in English and in Arabic.

    ``language`` is the one to tell it in, where that is not for whoever runs the command to choose.
    """

    language: Language | None = None

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


class HostNotFound(NewsroomError):
    """The folder that was named has no ``host.yml``."""


class PushRefused(NewsroomError):
    """A push that is no newsroom, or holds what no newsroom may, or takes away what was published."""


class FewerThanBefore(NewsroomError):
    """A release has fewer addresses, posts or feed items than the one before, and no commit tells the reason."""


class ClockBehind(NewsroomError):
    """To publish at the clock's instant would take away what has been seen."""


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


class ManifestUnusable(NewsroomError):
    """A manifest, its signature or the keys for it cannot be read, made or had."""


class NotFetched(ManifestUnusable):
    """A server did not give what it was asked for; ``is_missing`` where it says that there is no such thing."""

    def __init__(self, en: str, ar: str, *, is_missing: bool = False) -> None:
        super().__init__(en, ar)
        self.is_missing = is_missing


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
