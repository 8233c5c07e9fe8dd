"""A feed of two posts, for a test to change one thing of."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any, Final

from hypothesis import strategies as st

from newsroom.feeds.feed import Author, Chain, Entry, Feed, Logo, Media
from newsroom.prose.legibility import in_legible_characters

SITE: Final = "https://news.example.om/"
MUSCAT: Final = datetime.timezone(datetime.timedelta(hours=4))
RELEASED: Final = datetime.datetime(2026, 11, 22, 9, 0, tzinfo=MUSCAT)
CORRECTED: Final = datetime.datetime(2026, 11, 22, 15, 30, tzinfo=MUSCAT)
WITHDRAWN: Final = datetime.datetime(2026, 11, 23, 8, 15, tzinfo=MUSCAT)

HERO: Final = Media(
    address=f"{SITE}posts/2026/berth/crane.jpg",
    media_type="image/jpeg",
    length=184_320,
    width=1600,
    height=900,
    title="رافعة جديدة على الرصيف",
    description="رافعة زرقاء ترفع حاوية عن سفينة",
    credit="سالم الحارثي",
    licence="CC BY 4.0",
)
ENTRY: Final = Entry(
    id="urn:uuid:0b2a3f9e-5a0c-4a34-9a6c-0d4d6e5b7f10",
    address=f"{SITE}ar/posts/2026/berth/",
    title="ميناء صُحار يفتتح رصيفًا جديدًا",
    summary="افتتح الميناء رصيفه الثامن، وهو الأطول في البلاد.",
    html='<div dir="rtl" lang="ar"><p>افتتح الميناء <em>رصيفه</em> الثامن &amp; الأطول.</p></div>',
    language="ar-OM",
    published=RELEASED,
    modified=CORRECTED,
    withdrawn=None,
    authors=(
        Author("مريم البلوشية", f"{SITE}ar/executives/maryam/"),
        Author("ناصر الكندي", f"{SITE}ar/executives/nasser/"),
    ),
    categories=("الموانئ", "الاستثمار"),
    media=HERO,
)
OLDER: Final = replace(
    ENTRY,
    id="urn:uuid:6c1f8a52-93f7-4b1e-8d53-2f6a1c9be7a4",
    address=f"{SITE}ar/posts/2026/award/",
    title="جائزة للسلامة",
    published=RELEASED - datetime.timedelta(days=3),
    modified=RELEASED - datetime.timedelta(days=3),
    categories=(),
    media=None,
)
NOTICE: Final = replace(
    ENTRY,
    title="خبر مسحوب",
    summary="سُحب الخبر لأن الأرقام لم تكن نهائية.",
    html='<div dir="rtl" lang="ar"><p>سُحب الخبر لأن الأرقام لم تكن نهائية.</p></div>',
    modified=WITHDRAWN,
    withdrawn=WITHDRAWN,
    authors=(),
    categories=(),
    media=None,
)


def chain(name: str, *, previous: str = "") -> Chain:
    """A live document."""
    return Chain(f"{SITE}ar/{name}", f"{SITE}ar/{name}", previous)


FEED: Final = Feed(
    id="urn:uuid:2f0b6a1e-1111-4c3d-9b70-5f5c2f0e7d01",
    title="أخبار ميناء صُحار",
    description="كل ما يعلنه الميناء.",
    tongue="ar",
    language="ar-OM",
    home=f"{SITE}ar/",
    updated=CORRECTED,
    publisher="ميناء صُحار",
    website="https://port.example.om/",
    rights="© ميناء صُحار",
    logo=Logo(f"{SITE}logo-144.png", f"{SITE}logo-512.png", f"{SITE}logo-64.png"),
    hub="https://hub.example.org/",
    rss=chain("feed.xml", previous=f"{SITE}ar/feeds/rss/archive/2.xml"),
    atom=chain("atom.xml", previous=f"{SITE}ar/feeds/atom/archive/2.xml"),
    json=chain("feed.json", previous=f"{SITE}ar/feeds/json/archive/2.json"),
    entries=(ENTRY, OLDER),
)
ARCHIVE: Final = replace(
    FEED,
    rss=Chain(f"{SITE}ar/feeds/rss/archive/2.xml", f"{SITE}ar/feed.xml", f"{SITE}ar/feeds/rss/archive/1.xml"),
    atom=Chain(f"{SITE}ar/feeds/atom/archive/2.xml", f"{SITE}ar/atom.xml", f"{SITE}ar/feeds/atom/archive/1.xml"),
    json=Chain(f"{SITE}ar/feeds/json/archive/2.json", f"{SITE}ar/feed.json", f"{SITE}ar/feeds/json/archive/1.json"),
)
PLAIN: Final = replace(
    FEED,
    logo=None,
    hub="",
    rss=chain("feed.xml"),
    atom=chain("atom.xml"),
    json=chain("feed.json"),
)

ODD: Final = {
    "XML's own letters": "<&>\"' &amp; &lt;b&gt;",
    "the end of CDATA": "a]]>b<![CDATA[c]]>",
    "both directions": "ارتفع إلى 12.5% (EBITDA) \u2067\u200f\u2069 في 2026",
    "emoji": "👩🏽\u200d🚀 🇴🇲 ‼️",
    "spaces of many kinds": "a\u00a0b\u2003c\u200bd\u2028e",
}
"""Texts that are odd and sound."""

BROKEN: Final = {
    "a control character": ("a\x00b\x0bc", "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}c"),
    "half of a pair": ("a\ud83db\udc00", "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"),
    "no characters": ("a\ufffeb\uffff", "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"),
}
"""Texts that no XML can hold, and what becomes of them."""

texts = st.text(st.characters(exclude_characters=bytes(range(0x7F, 0xA0)).decode("latin-1")), min_size=1, max_size=40)
"""Any text, lone surrogates among it; but without the controls that XML can hold, for reading lets none in."""

instants = st.integers(0, 2**32).map(lambda seconds: datetime.datetime.fromtimestamp(seconds, MUSCAT))
"""Seconds of the years from 1970 to 2106."""

entries = st.builds(
    replace,
    st.just(ENTRY),
    title=texts,
    summary=texts,
    html=texts,
    categories=st.lists(texts, max_size=2).map(tuple),
    authors=st.lists(st.builds(Author, texts, st.just(SITE)), max_size=2).map(tuple),
    media=st.none() | st.builds(replace, st.just(HERO), title=texts, description=texts, credit=texts),
    published=instants,
    modified=instants,
    withdrawn=st.none() | instants,
)
feeds = st.builds(
    replace,
    st.just(FEED),
    title=texts,
    description=texts,
    publisher=texts,
    entries=st.lists(entries, max_size=3).map(tuple),
)

"""Feeds of any texts."""
legible_feeds = feeds.map(in_legible_characters)
"""Feeds as each format is given them."""


def with_entry(feed: Feed = FEED, **changes: Any) -> Feed:
    """A feed of one entry with something changed."""
    return replace(feed, entries=(replace(ENTRY, **changes),))
