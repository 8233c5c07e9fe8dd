"""How a claim of rank is worded in English, in small letters.

Each way is a pattern whose one group is the word that ranks; ``record`` is a rank among one's own years.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_PLACE: Final = (
    r"(?:worlds?|regions?|gulf|gcc|middle east|mena|country|nation|sultanate|kingdom|oman|uae|emirates|"
    r"saudi(?: arabia)?|qatar|kuwait|bahrain|arab world|arabia|peninsula|asia|africa|europe|governorate|market|"
    r"industry|sector|field|business|batinah|dhofar|muscat|sohar|salalah|duqm)"
)
_WIDE: Final = r"(?:whole |entire |wider |local |omani |national |arab(?:ian)? |regional |global |[a-z]+ )?"
_SCOPE: Final = (
    rf"(?:(?:in|across|throughout|within|anywhere in|on) (?:the |all of |all )?{_WIDE}{_PLACE}\b|"
    r"world-?wide\b|globally\b|nationwide\b|of its (?:kind|type|class|sort)\b|"
    r"in its (?:class|field|category)\b|on earth\b|anywhere\b)"
)
_THING: Final = (
    r"(?:compan(?:y|ies)|groups?(?! of\b)|firms?|enterprises?|operators?|providers?|producers?|exporters?|importers?|"
    r"suppliers?|employers?|brands?|banks?|ports?|hubs?|stores?|warehouses?|plants?|factor(?:y|ies)|fleets?|"
    r"networks?|carriers?|centres?|centers?|facilit(?:y|ies)|developers?|investors?|players?|names?(?! of\b)|partners?|"
    r"manufacturers?|insurers?|logistics|services?|quality|products?|solutions?|teams?(?! of\b)|experts?|"
    r"technolog(?:y|ies)|systems?|platforms?|prices|workplaces?|airlines?|airports?|contractors?|institutions?|"
    r"organi[sz]ations?|distributors?|retailers?|chains?)"
)
_FILLER: Final = (
    r"(?:(?!(?:to|of|in|for|at|by|that|which|and|is|are|was|were|with|from|the|an?|our|its|on|than|as|or)\b)[\w'&-]+ )"
)
_MOST: Final = (
    r"most (?:highly |technologically |widely )?(?:\w+(?:ed|ing|ive|able|ible|ent|ant|ful|ous)|modern|secure|robust|"
    r"profitable|diverse|complete)"
)
_BEST: Final = (
    r"(?:largest|biggest|greatest|leading|best|finest|foremost|premier|fastest|strongest|safest|smartest|"
    rf"{_MOST})(?:-[a-z]+)?"
)
_ANY: Final = (
    rf"(?:{_BEST}|cleanest|greenest|newest|oldest|longest|highest|lowest|cheapest|tallest|deepest|widest|richest|"
    r"quickest|busiest|first)"
)
_COUNTED: Final = (
    r"(?! (?:(?:two|three|four|five|six|nine|ten|few|\d+) |(?:general |annual |public )?meeting|quarter|half|phase|"
    r"stage|batch|class|round|day|week|month|year|shift|part|page|place in the|edition|floor|aid|name|language))"
)
_NO_MERIT: Final = (
    r"(?:members?|employees?|persons?|people|m[ae]n|wom[ae]n|child(?:ren)?|pupils?|visitors?|guests?|residents?|"
    r"risks?|challenges?|problems?|threats?|dangers?|obstacles?|concerns?|difficult(?:y|ies)|worr(?:y|ies)|fears?|"
    r"changes?|shifts?|increases?|rises?|falls?|drops?|costs?|expenses?|loss(?:es)?|storms?|floods?|fires?|"
    r"temperatures?|rainfall|tides?|waves?|winds?)"
)
"""Who or what may be the oldest or the biggest without anybody being ranked."""
_NO_RANK: Final = (
    rf"(?! (?:practices?|interests?|before|wishes|the|an?|its|our|their|his|her)\b)(?! (?:[a-z]+ )?{_NO_MERIT}\b)"
)
_NO_ADVERB: Final = r"(?<!\bcomes )(?<!\bcome )(?!(?<!\bthe )first \w+ed\b)"
"""*Safety comes first*; *it first opened in 1998*."""
_OWN: Final = r"(?<!\bour )(?<!\bits )(?<!\bhis )(?<!\bher )(?<!\btheir )(?<!\bmy )(?<!\byour )(?<!company's )"
_AMONG_OWN: Final = (
    r"(?! of (?:our|its|the company's|these|those|the (?:two|three|four|five))\b)(?! (?:in|among|across) (?:our|its)\b)"
)
_NTH: Final = r"(?:(?:second|third|fourth|fifth|2nd|3rd|4th|5th)[ -])?"
_RECORD: Final = (
    r"record[ -](?:net |annual |quarterly |half-year |full-year )?(?:profits?|revenues?|years?|quarters?|sales|"
    r"results|highs?|earnings|dividends?|volumes?|growth|harvest|time|numbers?|levels?)|"
    r"all-time (?:high|record|best)|"
    r"(?:highest|best|strongest|largest|biggest|fastest|lowest)(?: [\w'&-]+){0,5}? "
    r"(?:ever\b|in (?:its|our|the company's|the group's) history|on record|since \d{4})"
)
_PHRASE: Final = (
    r"number one|no\.? ?1|(?:market|world|industry|global|regional|sector)[ -]lead(?:ers?|ing)|second to none|"
    r"(?:a|the) (?:\w+ )?leader in|leads? the (?:market|industry|sector|field)|"
    r"rank(?:s|ed|ing)? (?:first|top|highest)|top-ranked|first-ever|world[ -]first|first of its kind|"
    r"a pioneer(?:ing)?|pioneers? (?:in|of)|undisputed|"
    rf"top (?:three|five|ten|\d+) (?:{_FILLER}{{0,3}}{_THING}|{_SCOPE})|"
    rf"(?:largest|biggest|highest) (?:share of the market|market share)|no other {_FILLER}{{0,3}}{_THING}|"
    rf"(?:nobody|no one)(?: else)? {_SCOPE}|"
    r"tops? the (?:list|table|ranking|league|chart)s?|"
    r"(?:outperform(?:s|ed|ing)? |(?:beats?|outpac(?:es|ed)|overtakes|ahead of) (?=all |every |each |any ))"
    r"(?:all |every |each |any )?(?:of )?(?:its |our |the |other )?(?:competitors?|rivals?|peers)"
)

_WAYS: Final = "|".join(
    (
        rf"{_OWN}(?:the|an?|as|of|is|are|among|becomes?|became|remains?) (?P<best>{_BEST}) "
        rf"(?!(?:the|to|an?|its|our|by|this)\b){_FILLER}{{0,4}}{_THING}\b{_AMONG_OWN}",
        rf"{_OWN}{_NO_ADVERB}(?P<scoped>{_ANY}){_COUNTED}{_NO_RANK}"
        rf"(?: (?!our\b|its\b|who\b|which\b)[\w'&-]+){{0,6}}? {_SCOPE}",
        rf"{_PLACE}'s? (?:\w+ )?{_NTH}(?P<placed>{_ANY}|only|top){_COUNTED}\b",
        rf"the (?P<only>only|first) (?:[\w'&-]+ ){{0,3}}?{_THING} (?:to|that|which|in|with)\b(?! (?:our|its)\b)",
        rf"the (?P<alone>only) (?:[\w'&-]+ ){{0,5}}?{_SCOPE}",
        rf"(?P<phrase>{_PHRASE})\b",
        rf"(?P<record>{_RECORD})",
    )
)


@cache
def ranks() -> re.Pattern[str]:
    """All of them as one pattern, made when it is first asked for: that takes longer than to check a few posts."""
    return re.compile(rf"(?<!\w)(?:{_WAYS})")


SIGNS: Final = re.compile(
    r"est\b|leading|most |first|only |top|number one|no\.? ?1|leader|second to|pioneer|record|premier|leads? the|"
    r"undisputed|no other|nobody|no one|competitor|rival|peers"
)
"""Letters without which none of these stands in a text."""
DENIED: Final = re.compile(
    r"(?:\bnot|n't|\bnever|\bnor|\bto (?:become|be)|\bwhether|\bif|\bhope[sd]?|\baim(?:s|ed)?)"
    r"(?: (?:it|we|they|the company|to be|yet|is|are))? (?:(?:one of|among) )?(?:the |an? )?$"
)
"""What stands before a rank that is denied, or only hoped for."""
