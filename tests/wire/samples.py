"""A newsroom, a post and an occasion by hand, for tests to change one thing of."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final
from zoneinfo import ZoneInfo

from newsroom.feeds.feed import Author, Entry, Media
from newsroom.model.brand import PRESETS, Brand
from newsroom.model.calendar import Occasion
from newsroom.model.executive import Executive
from newsroom.model.language import Language, Localized
from newsroom.model.newsroom import Hosting, Newsroom, Tongue
from newsroom.model.organization import Account, Contact, Listing, Organization
from newsroom.model.post import Correction, Evidence, Post, Translation, Withdrawal
from newsroom.model.text import NO_WORDS
from newsroom.pages.planning import Paper

SITE: Final = "https://newsroom.sample.example/"
NOTICE: Final = Localized("أُعلن قبل أوانه.", "It was announced too early.")


def instant(text: str) -> datetime.datetime:
    return datetime.datetime.fromisoformat(f"{text}+04:00")


def contact(**changes: Any) -> Contact:
    return replace(
        Contact(
            key="media-desk",
            name=Localized("هدى المحروقية", "Huda Al Mahrooqi"),
            role=Localized("رئيسة العلاقات الإعلامية", "Head of Media Relations"),
            telephone="+968 2400 0000",
            email="media@sample.example",
            hours=Localized("الأحد إلى الخميس، من ٨:٠٠ إلى ٤:٠٠", "Sunday to Thursday, 8 am to 4 pm"),
            languages=("ar", "en"),
            audiences=("media",),
        ),
        **changes,
    )


def executive(key: str = "salim", **changes: Any) -> Executive:
    return replace(
        Executive(
            key=key,
            folder=f"executives/{key}",
            name=Localized("سالم الحارثي", "Salim Al Harthi"),
            date=instant("2024-01-01T08:00"),
            roles=(),
            portrait=None,
            accounts=(account(handle="@salim"),),
            attachments={},
            biographies={},
        ),
        **changes,
    )


def account(**changes: Any) -> Account:
    return replace(
        Account("mastodon", "@sample", "https://social.sample.example/@sample", datetime.date(2023, 11, 1)), **changes
    )


def organization(**changes: Any) -> Organization:
    return replace(
        Organization(
            kind="joint-stock",
            name=Localized("الشركة المثال ش.م.ع.ع", "Sample Company SAOG"),
            short_name=Localized("المثال", "Sample"),
            description=Localized("شركة للتجربة.", "A company for tests."),
            boilerplate=Localized("تأسست الشركة في عام ٢٠٠٥.", "The company was founded in 2005."),
            website="https://www.sample.example/",
            logo="media/logo.svg",
            icon=None,
            picture=None,
            accounts=(account(),),
            listing=Listing(Localized("بورصة مسقط", "Muscat Stock Exchange"), "SMPL"),
        ),
        **changes,
    )


def newsroom(**changes: Any) -> Newsroom:
    return replace(
        Newsroom(
            address=SITE,
            timezone=ZoneInfo("Asia/Muscat"),
            lead="ar",
            tongues=Localized(Tongue("ar_OM", "arab"), Tongue("en_GB", "latn")),
            posts_per_page=10,
            organization=organization(),
            brand=Brand(PRESETS["joint-stock"], "", is_logo_dark=False, fonts=None),
            contacts=(contact(),),
            topics={"results": Localized("النتائج", "Results"), "ports": Localized("الموانئ", "Ports")},
            executives={"salim": executive()},
            posts=(),
            pages=(),
            objectives=(),
            occasions=(),
            hosting=Hosting("", None, compressed=False),
        ),
        **changes,
    )


def paper(language: Language = "en", **changes: Any) -> Paper:
    """What ``language`` is written on; ``changes`` are made to the newsroom."""
    return Paper.of(newsroom(**changes), language, preview=False)


FIGURE: Final = Evidence(
    kind="figure",
    label=Localized("نسبة النمو", "Growth"),
    source=Localized("القوائم المالية", "Financial statements"),
    date=datetime.date(2026, 1, 10),
    link="https://www.sample.example/statements_2025.pdf",
    value=Decimal("8.4"),
    unit=Localized("٪", "%"),
)
CORRECTION: Final = Correction(
    instant("2026-01-16T10:00"), Localized("الصواب ثمانية لا تسعة.", "It is eight, not nine.")
)
WITHDRAWAL: Final = Withdrawal(instant("2026-01-20T10:00"), NOTICE)


def post(**changes: Any) -> Post:
    return replace(
        Post(
            id="sample000001",
            folder="posts/2026/annual-results",
            year=2026,
            slug="annual-results",
            type="results",
            date=instant("2026-01-15T09:00"),
            embargoed=None,
            pubstatus="usable",
            author="salim",
            topics=("results", "ports"),
            audiences=("media",),
            objective=None,
            contact="media-desk",
            hero=None,
            evidence=(FIGURE,),
            corrections=(CORRECTION,),
            withdrawal=None,
            attachments={},
            translations={"ar": _translation("ar"), "en": _translation("en")},
        ),
        **changes,
    )


def _translation(language: Language) -> Translation:
    path = f"posts/2026/annual-results/index.{language}.md"
    return Translation(language, path, TITLES[language], SUMMARIES[language], NO_WORDS, instant("2026-01-15T09:00"))


TITLES: Final = Localized("نمو الإيرادات ٨٫٤٪", "Revenue grew by 8.4%")
SUMMARIES: Final = Localized("ملخص الخبر.", "The summary.")
TEXTS: Final = Localized("ارتفعت الإيرادات في عام ٢٠٢٥.", "Revenue rose in 2025.")
HERO: Final = Media(
    address=f"{SITE}posts/2026/annual-results/hero.jpg",
    media_type="image/jpeg",
    length=81_234,
    width=1600,
    height=900,
    title="The port at dawn",
    description="Cranes over a quay.",
    credit="Sample Company",
    licence="Free for the press",
)


def entry(language: Language = "en", **changes: Any) -> Entry:
    address = f"{SITE}{language}/posts/2026/annual-results/"
    return replace(
        Entry(
            id="urn:uuid:5f8a1a70-4f0e-5c7e-9a52-0d7a1f0c2b11",
            address=address,
            title=TITLES[language],
            summary=SUMMARIES[language],
            html=f"<div><p>{TEXTS[language]}</p></div>",
            language=Localized("ar-OM", "en-GB")[language],
            published=instant("2026-01-15T09:00"),
            modified=instant("2026-01-16T10:00"),
            withdrawn=None,
            authors=(Author(executive().name[language], f"{SITE}{language}/executives/salim/"),),
            categories=("Results",),
            media=HERO,
        ),
        **changes,
    )


def withdrawn(language: Language = "en") -> tuple[Post, Entry]:
    """The post as it is once withdrawn, and the notice that a feed has of it."""
    words = NOTICE[language]
    shown = entry(
        language, title="Withdrawn", summary=words, html=f"<p>{words}</p>", authors=(), categories=(), media=None
    )
    at = WITHDRAWAL.date
    return post(pubstatus="canceled", withdrawal=WITHDRAWAL), replace(shown, withdrawn=at, modified=at)


def occasion(**changes: Any) -> Occasion:
    return replace(
        Occasion(
            key="annual-meeting-2026",
            kind="meeting",
            status="confirmed",
            title=Localized("الجمعية العامة العادية السنوية", "Annual general meeting"),
            description=Localized("جدول الأعمال في الموقع.", "The agenda is on the website."),
            starts=instant("2026-03-25T16:00"),
            ends=instant("2026-03-25T18:00"),
            place=Localized("مسقط، فندق المثال", "Sample Hotel, Muscat"),
            link="https://meet.sample.example/agm",
            announced=instant("2026-02-20T08:00"),
            updated=instant("2026-03-01T08:00"),
            audiences=("shareholders",),
            post=None,
        ),
        **changes,
    )
