"""A post speaks of a person more than of the organisation.

The newsroom serves the organisation, and not the fame of those who speak for it: readers come for what was done, and an
executive who is named in each sentence is remembered for that. Counted are, over title, summary and text, the people
(executives by name, others with a title, chiefs by office) and the organisation (its names, *the company*, *we*,
*our*). The first quotation of each person is not counted. People may be named as often as the organisation; in
appointments, speeches and opinions, which are about somebody or by somebody, twice as often. A headline that names a
person, under which neither title nor summary names the organisation, is found as well, but not in these. Bad: *Salim
visits Duqm. The chief executive toured the hub, and Salim praised …* Good: *Luban's Duqm hub takes its first fish*,
with what Salim says of it once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.post import Post, PostType
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.places import whole
from newsroom.rules.service.names import Mentions, mentions, names_people

RULE: Final = Rule(
    "NR311",
    "warning",
    what=Localized(
        "في {where_ar} يُذكر الأشخاص {people} مرة والمؤسسة {organization} مرة",
        "{where} names people {people} times and the organisation {organization} times",
    ),
    mend=Localized(
        "ابدأ بما أنجزته المؤسسة، واذكر الشخص حيث يُنقل كلامه",
        "begin with what the organisation did, and name the person where they are quoted",
    ),
    editorial=True,
)

_LIMITS: Final[Mapping[PostType, int]] = {"appointment": 2, "speech": 2, "opinion": 2}
"""How often people may be named for each time that the organisation is; where a type is not here, once."""
_LEAST: Final = 3
"""Mentions of people below which a text is not weighed."""
_HEADLINE: Final = frozenset({"title", "summary"})
_IN_TEXT: Final = Localized("المنشور", "the post")
_IN_HEADLINE: Final = Localized("العنوان والملخص", "the title and summary")


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """Every text that is about a person."""
    if isinstance(content, Post) and content.pubstatus != "canceled":
        for wording in wordings.values():
            yield from _in_text(content.type, wording, standards)


def _in_text(kind: PostType, wording: Wording, standards: Standards) -> Iterator[Problem]:
    if not names_people(whole(wording), wording.language, standards):
        return
    every = mentions([passage.text for passage in wording.passages], wording.language, standards)
    if every.people >= _LEAST and every.people > every.organization * _LIMITS.get(kind, 1):
        yield _problem(wording, _IN_TEXT, every)
    elif kind not in _LIMITS and every.people:
        headline = [passage.text for passage in wording.passages if passage.kind in _HEADLINE]
        top = mentions(headline[:1], wording.language, standards)
        if top.people and not mentions(headline, wording.language, standards).organization:
            yield _problem(wording, _IN_HEADLINE, mentions(headline, wording.language, standards))


def _problem(wording: Wording, where: Localized[str], counts: Mentions) -> Problem:
    values = {
        "where": where.en,
        "where_ar": where.ar,
        "people": str(counts.people),
        "organization": str(counts.organization),
    }
    return Problem(RULE, wording.document.name, wording.document.line_of("title"), values)
