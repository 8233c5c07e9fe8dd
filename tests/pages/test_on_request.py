"""Pages planned one by one, when they are asked for: the same as those of the whole plan."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.commands.edition import Edition
from newsroom.pages.page import Blueprint, Page
from tests.pages.edits import NOON, edits, newsroom

EDITIONS = [
    Edition(None),
    Edition(None, planned_at=NOON),
    *(Edition(NOON + datetime.timedelta(days=days)) for days in (-40, -8, 0, 400)),
]


def shown(blueprint: Blueprint) -> tuple[str, bool, Page]:
    return blueprint.source, blueprint.is_post, blueprint.draw()


@settings(deadline=None, max_examples=30)
@given(st.data(), st.sampled_from(EDITIONS))
def test_a_page_that_is_asked_for_is_that_of_the_plan(data: st.DataObject, edition: Edition) -> None:
    _, edited = data.draw(st.sampled_from(list(edits(newsroom()))))
    whole, on_request = edition.plan(edited), edition.on_request(edited)
    for blueprint in whole.blueprints:
        found = on_request.page(blueprint.address)
        assert found
        assert shown(found) == shown(blueprint)
    assert (on_request.site.address, on_request.site.lead) == (whole.address, whole.lead)


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: str(edition.now or edition.planned_at))
def test_what_is_not_in_the_plan_is_nowhere(edition: Edition) -> None:
    whole, on_request = edition.plan(newsroom()), edition.on_request(newsroom())
    everything = Edition(None, planned_at=NOON).plan(newsroom())
    pages, assets = ({each.address for each in kind} for kind in (whole.blueprints, whole.assets))
    for blueprint in everything.blueprints:
        assert bool(on_request.page(blueprint.address)) == (blueprint.address in pages)
    for asset in everything.assets:
        assert bool(on_request.asset(asset.address)) == (asset.address in assets)
        assert on_request.address_of(asset.source) == (asset.address if asset.address in assets else None)
    assert on_request.page("en/posts/2026/no-such-post/") is None


def test_a_text_leads_to_its_page_as_links_in_the_plan_do() -> None:
    whole, on_request = Edition(NOON).plan(newsroom()), Edition(NOON).on_request(newsroom())
    for blueprint in whole.blueprints:
        if blueprint.source:
            assert on_request.address_of(blueprint.source) == blueprint.address
