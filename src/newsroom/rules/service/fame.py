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
from newsroom.rules.service.names import organization_in, people_in

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
    language = wording.language
    people = people_in(wording.letters, language, standards)
    organization = organization_in(wording.letters, language, standards) if people >= _LEAST else 0
    if people >= _LEAST and people > organization * _LIMITS.get(kind, 1):
        yield _problem(wording, _IN_TEXT, people, organization)
    elif kind not in _LIMITS and people:
        headline = wording.letters[: sum(passage.kind in _HEADLINE for passage in wording.passages[:2])]
        if people_in(headline[:1], language, standards) and not organization_in(headline, language, standards):
            yield _problem(wording, _IN_HEADLINE, people_in(headline, language, standards), 0)


def _problem(wording: Wording, where: Localized[str], people: int, organization: int) -> Problem:
    values = {
        "where": where.en,
        "where_ar": where.ar,
        "people": str(people),
        "organization": str(organization),
    }
    return Problem(RULE, wording.document.name, wording.document.line_of("title"), values)
