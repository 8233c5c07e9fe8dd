"""What search engines and the site's host read."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from newsroom.hosting.headers import rules
from newsroom.hosting.netlify import netlify
from newsroom.hosting.news_sitemap import Article, news_at, news_sitemap
from newsroom.hosting.redirects import Leads, redirects
from newsroom.hosting.robots import robots, robots_of_preview
from newsroom.hosting.security import security_txt
from newsroom.hosting.sitemaps import Place, sitemap, sitemap_addresses
from newsroom.model.language import LANGUAGES, Language, other
from newsroom.model.newsroom import Newsroom, Security, SigningKey
from newsroom.pages import addresses
from newsroom.pages.document import Document, Made, Texts
from newsroom.pages.moves import leads
from newsroom.pages.page import Blueprint
from newsroom.pages.planning import Desk, Paper
from newsroom.signatures.signers import allowed_signers


def plan_hosting(desk: Desk, blueprints: Sequence[Blueprint], now: datetime.datetime | None) -> Iterator[Document]:
    """The files for one site. ``now`` tells what is still news; without one, this is a preview."""
    site, preview = desk.newsroom.address, now is None
    yield desk.document((addresses.ROBOTS,), _robots, site, preview)
    yield desk.document((addresses.HEADERS,), _headers, site, preview)
    keys = desk.newsroom.hosting.keys
    if keys:
        yield desk.document((addresses.SIGNERS,), _signers, site, keys)
    moved = leads(desk.newsroom)
    if moved:
        yield desk.document((addresses.REDIRECTS,), _redirects, site, moved)
    if now is None:
        return
    places = tuple(_places(desk.newsroom, blueprints))
    yield desk.document(sitemap_addresses(places), _sitemap, site, places)
    yield desk.document((addresses.NEWS_SITEMAP,), _news, news_at(_articles(desk), now))
    security = desk.newsroom.hosting.security
    if security:
        languages = (desk.newsroom.lead, other(desk.newsroom.lead))
        yield desk.document((addresses.SECURITY,), _security, security, languages, site + addresses.SECURITY)


def _robots(_: Texts, site: str, preview: bool) -> Made:  # noqa: FBT001 - an input like any other
    sitemaps = (site + addresses.SITEMAP, site + addresses.NEWS_SITEMAP)
    yield addresses.ROBOTS, robots_of_preview() if preview else robots(sitemaps)


def _headers(_: Texts, site: str, preview: bool) -> Made:  # noqa: FBT001 - as above
    yield addresses.HEADERS, netlify(rules(site, preview=preview))


def _signers(_: Texts, site: str, keys: tuple[SigningKey, ...]) -> Made:
    yield addresses.SIGNERS, allowed_signers(site, keys)


def _redirects(_: Texts, site: str, moved: Leads) -> Made:
    yield addresses.REDIRECTS, redirects(site, moved)


def _places(newsroom: Newsroom, blueprints: Sequence[Blueprint]) -> Iterator[Place]:
    """Every page that may be found, the newest last, so that most files of a large sitemap stay as they are."""
    found = [each for each in blueprints if not (addresses.is_not_found(each.address) or each.leads_to)]
    for blueprint in sorted(found, key=lambda each: (each.modified, each.address)):
        twins = {language: newsroom.address + address for language, address in blueprint.twins.items()}
        yield Place(newsroom.address + blueprint.address, blueprint.modified, twins, _default(newsroom, blueprint))


def _default(newsroom: Newsroom, blueprint: Blueprint) -> str:
    """The page for readers of neither language: the front door for a home, else the lead language's page."""
    if not blueprint.twins:
        return ""
    if blueprint.address in (addresses.FRONT, *map(addresses.home, LANGUAGES)):
        return newsroom.address + addresses.FRONT
    return newsroom.address + blueprint.twins.get(newsroom.lead, blueprint.address)


def _sitemap(_: Texts, site: str, places: tuple[Place, ...]) -> Made:
    yield from sitemap(site, places)


def _articles(desk: Desk) -> Iterator[Article]:
    for post in desk.newsroom.posts:
        for language, text in post.translations.items():
            address = desk.newsroom.address + addresses.post(language, post)
            name = _publication(desk.papers[language])
            yield Article(address, name, language, post.released, text.title, post.withdrawal is not None)


def _publication(paper: Paper) -> str:
    organization = paper.hand.newsroom.organization
    return paper.hand.words.front_title.format(name=organization.short_name[paper.hand.language])


def _news(_: Texts, articles: tuple[Article, ...]) -> Made:
    yield addresses.NEWS_SITEMAP, news_sitemap(articles)


def _security(_: Texts, security: Security, languages: tuple[Language, ...], canonical: str) -> Made:
    yield addresses.SECURITY, security_txt(security, languages, canonical)
