"""The page of the plan: objectives on the timetable, deadlines and coverage, for previews alone."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.languages import plan_words
from newsroom.model.language import LANGUAGES, Localized
from newsroom.pages import addresses
from newsroom.pages.page import Blueprint, Page
from newsroom.pages.plan_lines import PlanHand
from newsroom.pages.planning import Desk, Paper
from newsroom.pages.timetable import Timetable


def plan_timetable(desk: Desk) -> Iterator[Blueprint]:
    """The page in each language, where the desk has an outlook: that of a public edition has none."""
    if desk.outlook:
        yield from desk.twins(Localized(*map(addresses.plan, LANGUAGES)), _timetable, desk.outlook.timetable)


def _timetable(paper: Paper, timetable: Timetable) -> Page:
    address = Localized(*map(addresses.plan, LANGUAGES))
    view = PlanHand.of(paper.hand).view(timetable)
    title = plan_words(paper.hand.language).plan
    return paper.page(address, "plan.html", title, view, description=view.introduction)
