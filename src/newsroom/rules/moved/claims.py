"""What a newsroom says of addresses that were: each claim with its place, for the rules that judge it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from newsroom.model.executive import Executive
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from newsroom.model.problem import Problem, Rule
from newsroom.pages.old_paths import address_of, languages_of, old_paths, own_path
from newsroom.pages.standing import standing_pages
from newsroom.reading.folders import Content
from newsroom.reading.lines import HasPath, Lines, lead_text
from newsroom.reading.newsroom import CONFIGURATION


@dataclass(frozen=True, slots=True)
class Claim:
    """That an old path leads to a new one. It is the alias of this ``number`` of a ``content``, or a redirect."""

    old: str
    new: str
    content: Content | None = None
    number: int = 0

    @property
    def below(self) -> str:
        """The old path below a language's home."""
        return self.old_addresses[0].partition("/")[2].removesuffix("/")

    @property
    def old_addresses(self) -> tuple[str, ...]:
        """Where it leads from, in each language that it is meant for."""
        return tuple(address_of(self.old, language) for language in languages_of(self.old))

    @property
    def new_addresses(self) -> tuple[str, ...]:
        """Where it leads to from each of these."""
        return tuple(address_of(self.new, language) for language in languages_of(self.old))


def claims(newsroom: Newsroom) -> tuple[Claim, ...]:
    """Every claim, aliases before redirects."""
    aliases = (
        Claim(old, own_path(content), content, number)
        for content in newsroom.folders
        for number, old in enumerate(old_paths(content))
    )
    return (*aliases, *(Claim(old, new) for old, new in newsroom.redirects.items()))


def standing(newsroom: Newsroom) -> frozenset[str]:
    """Every address at which a page stands or will."""
    return frozenset(chain.from_iterable(standing_pages(newsroom)))


def onward(found: tuple[Claim, ...]) -> Mapping[str, tuple[str, ...]]:
    """Each old address with all to which it leads."""
    leads: defaultdict[str, list[str]] = defaultdict(list)
    for claim in found:
        for old, new in zip(claim.old_addresses, claim.new_addresses, strict=True):
            leads[old].append(new)
    return {old: tuple(news) for old, news in leads.items()}


def way_from(address: str, leads: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The addresses to which one leads, one after another; the last leads nowhere else, or was met before."""
    seen = {address}
    while address in leads:
        address = leads[address][0]
        yield address
        if address in seen:
            return
        seen.add(address)


def problem(rule: Rule, claim: Claim, newsroom: Newsroom, lines: Lines, **values: str) -> Problem:
    """What a rule has found in a claim, at the line where the claim stands."""
    values = {"old": claim.old, "new": claim.new, **values}
    if claim.content is None:
        return Problem(rule, CONFIGURATION, lines.of_source(CONFIGURATION, "redirects", claim.old), values)
    text = _lead_text(claim.content, newsroom)
    return Problem(rule, lines.name(text), lines.of_key(text, "aliases", claim.number), values)


def _lead_text(content: Content, newsroom: Newsroom) -> HasPath:
    if isinstance(content, Post):
        return lead_text(content.translations, newsroom)
    return lead_text(content.biographies if isinstance(content, Executive) else content.texts, newsroom)
