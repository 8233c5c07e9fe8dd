"""The one schema of everything that a newsroom's files may say.

Reading checks files against it, problems take their words from it, and the published JSON Schema and the reference
documentation are made from it (:mod:`newsroom.reading.published_schema`). Each key states its meaning in both
languages.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from newsroom.model.language import Digits, Language
from newsroom.model.organization import OrganizationKind
from newsroom.model.plan import Period
from newsroom.model.post import Audience, EvidenceKind, PostType, PublishingStatus
from newsroom.reading.kinds import (
    ArabicLocale,
    Day,
    Email,
    EnglishLocale,
    FileName,
    HttpsLink,
    Identity,
    Instant,
    Key,
    Meaning,
    MediaPath,
    Number,
    SiteAddress,
    Telephone,
    TimeZone,
    Words,
)


class Section(BaseModel):
    """A mapping of keys, none of them unknown."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=False)


class BothWords(Section):
    """A text in both languages."""

    ar: Annotated[Words, Meaning("The text in Arabic.", "النص بالعربية.")]
    en: Annotated[Words, Meaning("The text in English.", "النص بالإنجليزية.")]


class SomeWords(Section):
    """A text in each language in which the post exists."""

    ar: Annotated[Words | None, Meaning("The text in Arabic.", "النص بالعربية.")] = None
    en: Annotated[Words | None, Meaning("The text in English.", "النص بالإنجليزية.")] = None


def _same_in_both(value: Any) -> Any:
    return {"ar": value, "en": value} if isinstance(value, str) else value


Unit = Annotated[
    SomeWords,
    BeforeValidator(_same_in_both),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string"},
                {
                    "type": "object",
                    "properties": {"ar": {"type": "string"}, "en": {"type": "string"}},
                    "additionalProperties": False,
                },
            ]
        }
    ),
]


class PictureSection(Section):
    """A picture with the words that must go with it."""

    file: Annotated[FileName, Meaning("The picture's file name, in this folder.", "اسم ملف الصورة في هذا المجلد.")]
    alt: Annotated[
        SomeWords,
        Meaning("What the picture shows, for someone who cannot see it.", "وصف ما تُظهره الصورة لمن لا يراها."),
    ]
    credit: Annotated[SomeWords, Meaning("Who made the picture.", "صاحب الصورة.")]
    licence: Annotated[SomeWords, Meaning("What others may do with the picture.", "ما يجوز للآخرين أن يفعلوه بالصورة.")]
    caption: Annotated[SomeWords | None, Meaning("The words under the picture.", "التعليق تحت الصورة.")] = None


class EvidenceSection(Section):
    """A figure, certificate, rating or report with its source."""

    kind: Annotated[EvidenceKind, Meaning("What kind of evidence this is.", "نوع الدليل.")]
    label: Annotated[
        SomeWords, Meaning("What is shown: the figure's or the document's name.", "ما يُعرض: اسم الرقم أو الوثيقة.")
    ]
    source: Annotated[SomeWords, Meaning("Who says so, and where.", "مصدر الدليل.")]
    date: Annotated[Day, Meaning("The day of the source.", "تاريخ المصدر.")]
    value: Annotated[
        Number | None,
        Meaning(
            "The figure, one plain number, written once; each language formats it.",
            "الرقم مكتوبًا مرة واحدة؛ تنسّقه كل لغة بأرقامها.",
        ),
    ] = None
    unit: Annotated[
        Unit | None,
        Meaning('The figure\'s unit; a plain "%" serves both languages.', "وحدة الرقم؛ وتكفي «%» للغتين معًا."),
    ] = None
    link: Annotated[HttpsLink | None, Meaning("Where the source can be read.", "رابط المصدر.")] = None


class CorrectionSection(Section):
    """A dated note of what was wrong."""

    date: Annotated[Instant, Meaning("When the post was corrected.", "لحظة التصحيح.")]
    text: Annotated[SomeWords, Meaning("What the post said, and what is right.", "ما قاله المنشور وما هو الصحيح.")]


class WithdrawalSection(Section):
    """The notice that takes a post's place."""

    date: Annotated[Instant, Meaning("When the post was withdrawn.", "لحظة السحب.")]
    reason: Annotated[
        SomeWords, Meaning("Why; readers see this in the post's place.", "سبب السحب؛ يراه القارئ مكان المنشور.")
    ]


class PostWords(Section):
    """What a post's file says in its own language; the Markdown below the front matter is the text."""

    title: Annotated[Words, Meaning("The headline.", "العنوان.")]
    summary: Annotated[
        Words, Meaning("One or two plain sentences for lists and feeds.", "جملة أو جملتان للقوائم والخلاصات.")
    ]
    updated: Annotated[
        Instant | None,
        Meaning(
            "The last change of substance in this language; a translation older than its sibling's is shown as stale.",
            "آخر تغيير جوهري في هذه اللغة؛ والترجمة الأقدم من شقيقتها يُنبَّه القارئ إليها.",
        ),
    ] = None


class PostFile(PostWords):
    """The front matter of a post's file in the newsroom's lead language: its own words and all shared keys."""

    id: Annotated[
        Identity, Meaning("The post's permanent identity. Never change it.", "هوية المنشور الدائمة. لا تغيّرها أبدًا.")
    ]
    type: Annotated[PostType, Meaning("What kind of post this is.", "نوع المنشور.")]
    date: Annotated[
        Instant,
        Meaning(
            "The instant of release, in the newsroom's time zone unless an offset is written.",
            "لحظة النشر، بتوقيت المركز الإعلامي ما لم يُكتب فرق التوقيت.",
        ),
    ]
    author: Annotated[
        Key,
        Meaning(
            "The executive who speaks: a folder's name in content/executives.",
            "المسؤول المتحدث: اسم مجلده في content/executives.",
        ),
    ]
    contact: Annotated[
        Key, Meaning("Whom to call: a contact's key in newsroom.yml.", "جهة الاتصال: مفتاحها في newsroom.yml.")
    ]
    topics: Annotated[
        tuple[Key, ...],
        Meaning("What it is about: keys of topics in newsroom.yml.", "الموضوعات: مفاتيحها في newsroom.yml."),
        Field(min_length=1),
    ]
    audiences: Annotated[tuple[Audience, ...], Meaning("For whom it is meant.", "لمن يُوجَّه."), Field(min_length=1)]
    objective: Annotated[
        Key | None, Meaning("The objective it serves: a key in plan.yml.", "الهدف الذي يخدمه: مفتاحه في plan.yml.")
    ] = None
    embargoed: Annotated[
        Instant | None,
        Meaning("The instant before which nothing of it may be seen.", "اللحظة التي لا يجوز أن يُرى شيء منه قبلها."),
    ] = None
    pubstatus: Annotated[
        PublishingStatus,
        Meaning(
            "usable: released at its date; withheld: not released; canceled: withdrawn.",
            "usable: يُنشر في موعده؛ withheld: لا يُنشر؛ canceled: مسحوب.",
        ),
    ] = "usable"
    hero: Annotated[PictureSection | None, Meaning("The post's picture.", "صورة المنشور.")] = None
    evidence: Annotated[tuple[EvidenceSection, ...], Meaning("What the post rests on.", "ما يستند إليه المنشور.")] = ()
    corrections: Annotated[
        tuple[CorrectionSection, ...], Meaning("What was wrong, and when it was mended.", "ما كان خطأً ومتى صُحِّح.")
    ] = ()
    withdrawal: Annotated[
        WithdrawalSection | None, Meaning("The notice of a withdrawn post.", "إشعار المنشور المسحوب.")
    ] = None


class AccountSection(Section):
    """An official account."""

    network: Annotated[
        Key, Meaning("The network: mastodon, x, linkedin, youtube …", "الشبكة: mastodon أو x أو linkedin أو youtube …")
    ]
    handle: Annotated[Words, Meaning("The account's name there.", "اسم الحساب فيها.")]
    link: Annotated[HttpsLink, Meaning("The account's address.", "رابط الحساب.")]
    since: Annotated[
        Day,
        Meaning(
            "The day from which it speaks for its holder; before it, the account is not shown.",
            "اليوم الذي يبدأ فيه التحدث باسم صاحبه؛ ولا يظهر قبله.",
        ),
    ]


class RoleSection(Section):
    """A position and when it was held."""

    title: Annotated[BothWords, Meaning("The position's title.", "المسمى الوظيفي.")]
    since: Annotated[Day, Meaning("The first day; before it, the role is not shown.", "أول يوم؛ ولا يظهر المسمى قبله.")]
    until: Annotated[
        Day | None, Meaning("The last day; before it has passed, it is not shown.", "آخر يوم؛ ولا يظهر قبل انقضائه.")
    ] = None


class ExecutiveWords(Section):
    """What an executive's file says in its own language; the Markdown below is the biography."""

    summary: Annotated[Words, Meaning("One sentence about this person's work.", "جملة واحدة عن عمله.")]


class ExecutiveFile(ExecutiveWords):
    """The front matter of an executive's file in the lead language."""

    name: Annotated[
        BothWords, Meaning("The name, exactly as it is spelt in each language.", "الاسم كما يُكتب تمامًا في كل لغة.")
    ]
    date: Annotated[
        Instant,
        Meaning(
            "The instant from which the newsroom may show this person.", "اللحظة التي يجوز من بعدها عرض هذا المسؤول."
        ),
    ]
    roles: Annotated[
        tuple[RoleSection, ...],
        Meaning("Positions held, the present one first.", "المناصب، والحالي أولًا."),
        Field(min_length=1),
    ]
    portrait: Annotated[PictureSection | None, Meaning("A portrait.", "الصورة الشخصية.")] = None
    accounts: Annotated[tuple[AccountSection, ...], Meaning("Official accounts.", "الحسابات الرسمية.")] = ()


class PageFile(Section):
    """The front matter of a plain page in one language."""

    title: Annotated[Words, Meaning("The page's heading.", "عنوان الصفحة.")]
    summary: Annotated[Words, Meaning("One sentence on what the page holds.", "جملة واحدة عن محتوى الصفحة.")]


_LOCALE: Final = Meaning(
    "CLDR locale with its territory: names of months differ between countries.",
    "محلية CLDR مع بلدها: أسماء الشهور تختلف بين البلدان.",
)


class TongueSection(Section):
    """How a language is written on this site."""

    digits: Annotated[Digits, Meaning("arab: ٠١٢; latn: 012.", "arab: ٠١٢؛ latn: 012.")] = "latn"


class ArabicSection(TongueSection):
    """How Arabic is written on this site."""

    locale: Annotated[ArabicLocale, _LOCALE]


class EnglishSection(TongueSection):
    """How English is written on this site."""

    locale: Annotated[EnglishLocale, _LOCALE]


class LanguagesSection(Section):
    """The two languages, and which one leads."""

    lead: Annotated[
        Language,
        Meaning("The language whose files carry the shared keys.", "اللغة التي تحمل ملفاتها المفاتيح المشتركة."),
    ]
    ar: Annotated[ArabicSection, Meaning("Arabic on this site.", "العربية في هذا الموقع.")]
    en: Annotated[EnglishSection, Meaning("English on this site.", "الإنجليزية في هذا الموقع.")]


class ListingSection(Section):
    """Where the shares are traded."""

    exchange: Annotated[BothWords, Meaning("The exchange's name.", "اسم البورصة.")]
    symbol: Annotated[Words, Meaning("The symbol there.", "الرمز فيها.")]


class OrganizationSection(Section):
    """The organisation."""

    kind: Annotated[OrganizationKind, Meaning("What kind of organisation it is.", "نوع المؤسسة.")]
    name: Annotated[BothWords, Meaning("The full name.", "الاسم الكامل.")]
    short_name: Annotated[BothWords, Meaning("The name as people say it.", "الاسم المختصر.")]
    description: Annotated[BothWords, Meaning("What it does, in one sentence.", "عمل المؤسسة في جملة واحدة.")]
    boilerplate: Annotated[BothWords, Meaning("The paragraph that ends each post.", "الفقرة التي يُختم بها كل منشور.")]
    website: Annotated[HttpsLink, Meaning("The organisation's main site.", "الموقع الرئيسي للمؤسسة.")]
    logo: Annotated[
        MediaPath,
        Meaning(
            "The logo's file below content/, such as media/logo.svg.", "ملف الشعار تحت content/ مثل media/logo.svg."
        ),
    ]
    accounts: Annotated[
        tuple[AccountSection, ...], Meaning("The organisation's official accounts.", "الحسابات الرسمية للمؤسسة.")
    ] = ()
    listing: Annotated[
        ListingSection | None, Meaning("Where the shares are traded.", "البورصة التي تُتداول فيها الأسهم.")
    ] = None


class ContactSection(Section):
    """Whom to call."""

    key: Annotated[Key, Meaning("What posts call this contact.", "الاسم الذي تستعمله المنشورات لهذه الجهة.")]
    name: Annotated[BothWords, Meaning("The person's name.", "الاسم.")]
    role: Annotated[BothWords, Meaning("The person's position.", "المنصب.")]
    telephone: Annotated[Telephone, Meaning("With the country's code.", "مع رمز البلد.")]
    email: Annotated[Email, Meaning("The e-mail address.", "البريد الإلكتروني.")]
    hours: Annotated[BothWords, Meaning("When the telephone is answered.", "أوقات الرد على الهاتف.")]
    languages: Annotated[tuple[Language, ...], Meaning("Languages spoken.", "اللغات."), Field(min_length=1)]
    audiences: Annotated[
        tuple[Audience, ...],
        Meaning(
            "Whose calls this contact takes first; the page of each audience shows it.",
            "الجمهور الذي تخدمه أولًا، وتظهر في صفحته.",
        ),
    ] = ()


class NewsroomFile(Section):
    """newsroom.yml: what this newsroom is."""

    address: Annotated[
        SiteAddress, Meaning("Where the site stands, with a closing slash.", "عنوان الموقع منتهيًا بشرطة مائلة.")
    ]
    timezone: Annotated[
        TimeZone, Meaning("The zone of dates that name none.", "المنطقة الزمنية للتواريخ التي لا تذكر منطقتها.")
    ]
    languages: Annotated[LanguagesSection, Meaning("The two languages.", "اللغتان.")]
    organization: Annotated[OrganizationSection, Meaning("Who speaks.", "المؤسسة.")]
    contacts: Annotated[
        tuple[ContactSection, ...],
        Meaning("Whom journalists and shareholders call.", "من يتصل به الصحفيون والمساهمون."),
        Field(min_length=1),
    ]
    topics: Annotated[
        dict[Key, BothWords],
        Meaning("Topics by key, with their names.", "الموضوعات بمفاتيحها وأسمائها."),
        Field(min_length=1),
    ]
    posts_per_page: Annotated[
        int, Meaning("Posts on one page of a list.", "عدد المنشورات في صفحة القائمة."), Field(ge=1, le=200)
    ] = 20


class CadenceSection(Section):
    """How often."""

    posts: Annotated[int, Meaning("How many posts.", "عدد المنشورات."), Field(ge=1)]
    every: Annotated[Period, Meaning("In which period.", "في أي مدة.")]


class ObjectiveSection(Section):
    """What the newsroom set out to say."""

    key: Annotated[Key, Meaning("What posts call this objective.", "الاسم الذي تستعمله المنشورات لهذا الهدف.")]
    title: Annotated[BothWords, Meaning("The objective in a few words.", "الهدف في كلمات.")]
    purpose: Annotated[BothWords, Meaning("What it serves in the organisation.", "ما يخدمه في المؤسسة.")]
    audiences: Annotated[tuple[Audience, ...], Meaning("To whom it speaks.", "لمن يتوجه."), Field(min_length=1)]
    cadence: Annotated[CadenceSection, Meaning("How often.", "الوتيرة.")]
    evidence: Annotated[
        tuple[EvidenceKind, ...],
        Meaning("The evidence its posts should carry.", "الأدلة التي ينبغي أن تحملها منشوراته."),
    ] = ()
    since: Annotated[Day, Meaning("Its first day.", "أول يوم فيه."), Field(alias="from")]
    until: Annotated[Day | None, Meaning("Its last day.", "آخر يوم فيه.")] = None


class PlanFile(Section):
    """plan.yml: objectives on a timetable."""

    objectives: Annotated[
        tuple[ObjectiveSection, ...],
        Meaning("What the newsroom set out to say.", "ما أراد المركز الإعلامي أن يقوله."),
    ]


PUBLISHED: Final[dict[str, tuple[type[Section], Literal["newsroom.yml", "plan.yml", "front matter"]]]] = {
    "newsroom": (NewsroomFile, "newsroom.yml"),
    "plan": (PlanFile, "plan.yml"),
    "post": (PostFile, "front matter"),
    "post-words": (PostWords, "front matter"),
    "executive": (ExecutiveFile, "front matter"),
    "executive-words": (ExecutiveWords, "front matter"),
    "page": (PageFile, "front matter"),
}
"""The schemas that are published, by name."""
