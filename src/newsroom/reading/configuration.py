"""The schema of ``newsroom.yml``: what this newsroom is."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from newsroom.model.disclosure import Market
from newsroom.model.language import Digits, Language
from newsroom.model.organization import OrganizationKind
from newsroom.model.post import Audience
from newsroom.model.problem import Weight
from newsroom.reading.brand_sections import BrandSection
from newsroom.reading.kinds import (
    ArabicLocale,
    Day,
    Email,
    EnglishLocale,
    HttpsLink,
    Instant,
    Key,
    Meaning,
    MediaPath,
    PublicKey,
    RuleCode,
    SecurityContact,
    SiteAddress,
    SitePath,
    Telephone,
    TimeZone,
    TrueOrFalse,
    Words,
)
from newsroom.reading.sections import AccountSection, BothWords, Section

_LOCALE: Final = Meaning(
    "CLDR locale with its territory: names of months differ between countries.",
    "محلية CLDR مع بلدها: أسماء الشهور تختلف بين البلدان.",
)


class TongueSection(Section):
    """How a language is written on this site."""

    digits: Annotated[Digits, Meaning("arab: ٠١٢; latn: 012.", "arab: ٠١٢؛ latn: 012.")] = "latn"
    hijri: Annotated[
        TrueOrFalse,
        Meaning(
            "Whether dates that are told in full have the Hijri date beside them, by the calendar of Umm al-Qura.",
            "هل يُذكر التاريخ الهجري بجانب الميلادي في التواريخ المكتوبة كاملة، بتقويم أم القرى.",
        ),
    ] = False


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
    market: Annotated[
        Market | None,
        Meaning(
            "The exchange whose deadlines results are held to; if left out, results have none.",
            "البورصة التي تُراعى مهلها في إعلان النتائج؛ فإن تُركت فلا مهلة.",
        ),
    ] = None
    subsidiaries: Annotated[
        TrueOrFalse,
        Meaning(
            "Whether there are subsidiaries: consolidated statements have a longer time.",
            "هل للشركة شركات تابعة: فمهلة القوائم الموحدة أطول.",
        ),
    ] = False
    disclosures_since: Annotated[
        Day | None,
        Meaning(
            "Posts released before this day are not asked for a filing with the exchange; if left out, all are.",
            "لا يُطلب الإفصاح لدى البورصة لما نُشر قبل هذا اليوم؛ فإن تُرك طُلب في كل المنشورات.",
        ),
    ] = None


class CoverSection(Section):
    """The picture that networks show with a page that has none of its own."""

    file: Annotated[
        MediaPath,
        Meaning(
            "The picture's file below content/, at least 1200 × 627 pixels.",
            "ملف الصورة تحت content/، ولا تقل عن 1200 × 627 نقطة.",
        ),
    ]
    alt: Annotated[
        BothWords,
        Meaning("What the picture shows, for someone who cannot see it.", "وصف ما تُظهره الصورة لمن لا يراها."),
    ]
    credit: Annotated[BothWords, Meaning("Who made the picture.", "صاحب الصورة.")]
    licence: Annotated[BothWords, Meaning("What others may do with the picture.", "ما يجوز للآخرين أن يفعلوه بالصورة.")]
    caption: Annotated[BothWords | None, Meaning("The words under the picture.", "التعليق تحت الصورة.")] = None


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
    icon: Annotated[
        MediaPath | None,
        Meaning(
            "The logo as a square PNG of at least 512 × 512 pixels, for feeds and search engines.",
            "الشعار صورةً مربعة بصيغة PNG لا تقل عن 512 × 512 نقطة، للخلاصات ومحركات البحث.",
        ),
    ] = None
    picture: Annotated[
        CoverSection | None,
        Meaning("Stands for every page that has no picture of its own.", "تمثّل كل صفحة ليست لها صورة."),
    ] = None
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


class SecuritySection(Section):
    """Whom to tell of a weakness of the site."""

    contact: Annotated[
        SecurityContact,
        Meaning("An address of a form, or mailto: and an e-mail address.", "رابط نموذج، أو mailto: ثم بريد إلكتروني."),
    ]
    expires: Annotated[
        Instant,
        Meaning(
            "The instant after which this is not to be relied on; within a year is best.",
            "اللحظة التي لا يُعتمد على هذا بعدها؛ والأفضل ألا تزيد المدة على سنة.",
        ),
    ]


class SigningKeySection(Section):
    """A key with which publications are signed."""

    key: Annotated[
        PublicKey,
        Meaning(
            "The public key in one line, as ssh-keygen writes it to a file that ends in .pub.",
            "المفتاح العام في سطر واحد، كما يكتبه ssh-keygen في ملف ينتهي بـ .pub.",
        ),
    ]
    until: Annotated[
        Instant | None,
        Meaning(
            "The instant after which nothing is signed with it, once another has taken its place.",
            "اللحظة التي لا يوقَّع به شيء بعدها، إن حل محله مفتاح آخر.",
        ),
    ] = None


class HostingSection(Section):
    """What the host of the site is to be told."""

    hub: Annotated[
        HttpsLink | None,
        Meaning(
            "The WebSub hub that tells readers of new posts at once; whoever publishes has to ping it.",
            "مجمّع WebSub الذي يبلّغ القراء بالجديد فورًا؛ وعلى من ينشر الموقع أن ينبّهه.",
        ),
    ] = None
    security: Annotated[
        SecuritySection | None,
        Meaning("Whom to tell of a weakness of the site.", "من يُبلَّغ بثغرة في الموقع."),
    ] = None
    compressed: Annotated[
        TrueOrFalse,
        Meaning(
            "Whether packed twins (.gz, .br) are laid beside what can be packed.",
            "هل توضع بجوار الملفات نسخ مضغوطة من النوعين gz وbr.",
        ),
    ] = False
    keys: Annotated[
        tuple[SigningKeySection, ...],
        Meaning(
            "The public keys with which publications are signed, so that anyone can verify them; the one in use first.",
            "المفاتيح العامة التي يُوقَّع بها ما يُنشر ليتحقق منه من شاء، وأولها المستعمل الآن.",
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
    brand: Annotated[
        BrandSection | None,
        Meaning(
            "Colours, fonts and the logo for dark grounds; what is left out is that of the organisation's kind.",
            "الألوان والخطوط والشعار للخلفيات الداكنة؛ وما لم يُذكر فبحسب نوع المؤسسة.",
        ),
    ] = None
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
    rules: Annotated[
        dict[RuleCode, Weight],
        Meaning(
            "Editorial rules by their codes, with the severity that they have here; off turns one off.",
            "رموز القواعد التحريرية ودرجة كل منها هنا، والقيمة off توقف القاعدة.",
        ),
        Field(default_factory=dict),
    ]
    redirects: Annotated[
        dict[SitePath, SitePath],
        Meaning(
            "Addresses that were published and no longer stand, each with the one in its place: below a language's"
            " home, or with the language for one alone.",
            "عناوين نُشرت ثم زالت، وأمام كل منها ما حل محله: تحت صفحة اللغة، أو مسبوقًا باللغة للغة واحدة.",
        ),
        Field(default_factory=dict),
    ]
    hosting: Annotated[
        HostingSection | None, Meaning("What the site's host is to be told.", "ما يُبلَّغ به مستضيف الموقع.")
    ] = None
