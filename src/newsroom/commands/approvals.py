"""``newsroom approvals``: which posts need consent, who has given it, and whose is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from newsroom.approvals.gate import register
from newsroom.approvals.reporting import ROLE_NAMES, Reporter, names
from newsroom.approvals.standing import Standing
from newsroom.commands.approve import find_post
from newsroom.errors import ProblemsFound
from newsroom.model.language import Language, Localized
from newsroom.model.newsroom import Newsroom
from newsroom.model.policy import Role
from newsroom.reading.newsroom import read_newsroom

_AWAITED: Final = Localized("لم تُعطَ بعد", "not given yet")
_ONE_IS_ENOUGH: Final = Localized(
    "تكفي للسحب موافقة واحدة من: {roles}", "to withdraw it, any one of these is enough: {roles}"
)
_NOT_COUNTED: Final = Localized("أُعطيت ولا تُحسب", "given, and does not count")


def approvals(root: Path, slug: str | None, language: Language) -> Iterator[str]:
    """Lines about one post or all that need consent, the next to be released first. Raises :class:`ProblemsFound`.

    Under each post stands each role with its consent, and what is wrong with one that does not count.
    """
    reading = read_newsroom(root)
    newsroom = reading.newsroom
    if newsroom is None:
        raise ProblemsFound(reading.problems)
    wanted = find_post(newsroom, slug).id if slug else None
    known = register(newsroom, root, {})
    for problem in known.problems:
        yield problem.line_of_text(language)
    for standing in sorted(known.standings, key=lambda each: (each.post.released, each.post.id)):
        if wanted in (None, standing.post.id):
            yield from _lines(standing, newsroom, root, language)


def _lines(standing: Standing, newsroom: Newsroom, root: Path, language: Language) -> Iterator[str]:
    post, reporter = standing.post, Reporter(newsroom, root)
    title = (post.translations.get(language) or next(iter(post.translations.values()))).title
    yield f"{post.year}/{post.slug}  {reporter.instant(post.released)}  {title}"
    for role in standing.need.asked:
        yield f"  {ROLE_NAMES[role][language]}: {_consent(standing, role, reporter, language)}"
    if standing.need.instead:
        yield f"  {_ONE_IS_ENOUGH[language].format(roles=names(standing.need.instead, language, any_one=True))}"
    yield from (f"  {problem.line_of_text(language)}" for problem in standing.problems)


def _consent(standing: Standing, role: Role, reporter: Reporter, language: Language) -> str:
    given = standing.given.get(role)
    if given:
        return f"{given.principal}  {reporter.instant(given.signed)}"
    return (_NOT_COUNTED if role in standing.handed_in else _AWAITED)[language]
