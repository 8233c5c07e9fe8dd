"""The one schema of everything that a newsroom's files may say.

Reading checks files against it, problems take their words from it, and the published JSON Schema and the reference
documentation are made from it (:mod:`newsroom.reading.published_schema`). Each key states its meaning in both
languages.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from newsroom.model.disclosure import Stage
from newsroom.model.post import Audience, EvidenceKind, PostType, PublishingStatus
from newsroom.reading.calendar import CalendarFile
from newsroom.reading.configuration import NewsroomFile
from newsroom.reading.crossposting import CrosspostingFile
from newsroom.reading.figure_sections import FigureFile
from newsroom.reading.host import HostFile
from newsroom.reading.kinds import (
    Day,
    FigureReference,
    FileName,
    HttpsLink,
    Identity,
    Instant,
    Key,
    Lines,
    Meaning,
    Number,
    PostPlace,
    TrueOrFalse,
    Words,
)
from newsroom.reading.plan import PlanFile
from newsroom.reading.policy_sections import PolicyFile
from newsroom.reading.sections import AccountSection, BothWords, Section, SomeUnit, SomeWords


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
    value: Annotated[
        Number | None,
        Meaning(
            "The figure, one plain number, written once; each language formats it.",
            "الرقم مكتوبًا مرة واحدة؛ تنسّقه كل لغة بأرقامها.",
        ),
    ] = None
    unit: Annotated[
        SomeUnit | None,
        Meaning('The figure\'s unit; a plain "%" serves both languages.', "وحدة الرقم؛ وتكفي «%» للغتين معًا."),
    ] = None
    source: Annotated[SomeWords | None, Meaning("Who says so, and where.", "مصدر الدليل.")] = None
    date: Annotated[Day | None, Meaning("The day of the source.", "تاريخ المصدر.")] = None
    figure: Annotated[
        FigureReference | None,
        Meaning(
            "A value of content/figures, in place of value, unit, source and date: its figure, series and point.",
            "قيمة من content/figures تغني عن value وunit وsource وdate: اسم الملف ثم السلسلة ثم النقطة.",
        ),
    ] = None
    link: Annotated[HttpsLink | None, Meaning("Where the source can be read.", "رابط المصدر.")] = None


class CorrectionSection(Section):
    """A dated note of what was wrong."""

    date: Annotated[Instant, Meaning("When the post was corrected.", "لحظة التصحيح.")]
    text: Annotated[SomeWords, Meaning("What the post said, and what is right.", "ما قاله المنشور وما هو الصحيح.")]
    crosspost: Annotated[
        TrueOrFalse,
        Meaning(
            "Whether the accounts that carried the post tell of it, in a message of its own.",
            "هل تخبر به الحسابات التي نشرت المنشور، في رسالة مستقلة.",
        ),
    ] = False


class WithdrawalSection(Section):
    """The notice that takes a post's place."""

    date: Annotated[Instant, Meaning("When the post was withdrawn.", "لحظة السحب.")]
    reason: Annotated[
        SomeWords | None,
        Meaning(
            "Why; readers see this in the post's place. It may come later: the notice stands without it.",
            "سبب السحب؛ يراه القارئ مكان المنشور. وقد يأتي بعدُ، فالإشعار قائم دونه.",
        ),
    ] = None
    legal: Annotated[
        TrueOrFalse,
        Meaning(
            "Whether the law demands it: a server that is told then answers at the address with 410, gone for good.",
            "هل يوجبه القانون: عندئذ يجيب الخادم الذي أُخبر بذلك عن العنوان بالرمز 410، أي زال نهائيًّا.",
        ),
    ] = False


class DisclosureSection(Section):
    """The filing of a material fact with the exchange."""

    reference: Annotated[Words, Meaning("The exchange's reference of the filing.", "رقم الإفصاح لدى البورصة.")]
    filed: Annotated[
        Instant,
        Meaning(
            "The instant of filing; the post may not be released before it.", "لحظة الإيداع؛ ولا يُنشر المنشور قبلها."
        ),
    ]


class OwnWordsSection(Section):
    """What is said of the post on a network, in place of what would be composed from it."""

    network: Annotated[Key, Meaning("The network, as in crosspost.yml.", "الشبكة، كما كُتبت في crosspost.yml.")]
    handle: Annotated[
        Words | None,
        Meaning(
            "The account; if left out, the first there that carries the post.",
            "الحساب؛ فإن تُرك فأول حساب فيها ينشر المنشور.",
        ),
    ] = None
    ar: Annotated[
        Lines | None,
        Meaning("What is said in Arabic; the link is added.", "ما يُقال بالعربية؛ ويُضاف إليه الرابط."),
    ] = None
    en: Annotated[
        Lines | None,
        Meaning("What is said in English; the link is added.", "ما يُقال بالإنجليزية؛ ويُضاف إليه الرابط."),
    ] = None


class PeriodSection(Section):
    """The period that results are about."""

    since: Annotated[Day, Meaning("Its first day.", "أول يوم فيها."), Field(alias="from")]
    until: Annotated[Day, Meaning("Its last day.", "آخر يوم فيها.")]


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
    material: Annotated[
        TrueOrFalse,
        Meaning(
            "Whether it tells a fact that may move the price of the shares; results always do.",
            "هل فيه معلومة جوهرية قد تؤثر في سعر السهم؛ والنتائج جوهرية دائمًا.",
        ),
    ] = False
    disclosure: Annotated[DisclosureSection | None, Meaning("Its filing with the exchange.", "إيداعه لدى البورصة.")] = (
        None
    )
    stage: Annotated[
        Stage | None,
        Meaning(
            "How far results have come: not yet approved by the board, reviewed, or audited.",
            "مرحلة النتائج: أولية لم يعتمدها مجلس الإدارة، أو مراجَعة، أو مدققة.",
        ),
    ] = None
    period: Annotated[PeriodSection | None, Meaning("The period of the results.", "الفترة التي تغطيها النتائج.")] = None
    social: Annotated[
        tuple[OwnWordsSection, ...],
        Meaning("The author's own words for networks.", "كلمات الكاتب نفسه للشبكات."),
    ] = ()
    hero: Annotated[PictureSection | None, Meaning("The post's picture.", "صورة المنشور.")] = None
    evidence: Annotated[tuple[EvidenceSection, ...], Meaning("What the post rests on.", "ما يستند إليه المنشور.")] = ()
    corrections: Annotated[
        tuple[CorrectionSection, ...], Meaning("What was wrong, and when it was mended.", "ما كان خطأً ومتى صُحِّح.")
    ] = ()
    withdrawal: Annotated[
        WithdrawalSection | None, Meaning("The notice of a withdrawn post.", "إشعار المنشور المسحوب.")
    ] = None
    aliases: Annotated[
        tuple[PostPlace, ...],
        Meaning(
            "Years and slugs that it was published under before: their addresses lead here.",
            "السنة والاسم اللذان نُشر بهما من قبل، فعنوانهما يؤدي إلى هنا.",
        ),
    ] = ()


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
    aliases: Annotated[
        tuple[Key, ...],
        Meaning(
            "Names that this folder had before: their addresses lead here.",
            "أسماء المجلد السابقة، فعناوينها تؤدي إلى هنا.",
        ),
    ] = ()


class PageWords(Section):
    """What a plain page's file says in its own language."""

    title: Annotated[Words, Meaning("The page's heading.", "عنوان الصفحة.")]
    summary: Annotated[Words, Meaning("One sentence on what the page holds.", "جملة واحدة عن محتوى الصفحة.")]


class PageFile(PageWords):
    """The front matter of a plain page's file in the lead language."""

    aliases: Annotated[
        tuple[Key, ...],
        Meaning(
            "Names that this folder had before: their addresses lead here. The lead language's file says it.",
            "أسماء المجلد السابقة، فعناوينها تؤدي إلى هنا. ومكانه ملف اللغة الرئيسة.",
        ),
    ] = ()
    parts: Annotated[
        tuple[Key, ...],
        Meaning(
            "Pages that belong to this one, by their folders, in reading order: listed below its text, and not at "
            "the foot of every page. The lead language's file says it.",
            "الصفحات التابعة لهذه، بأسماء مجلداتها وبترتيب قراءتها: تُسرد تحت نصها بدل أن تُذكر في ذيل كل صفحة. "
            "ومكانه ملف اللغة الرئيسة.",
        ),
    ] = ()


Place = Literal[
    "newsroom.yml",
    "plan.yml",
    "calendar.yml",
    "policy.yml",
    "crosspost.yml",
    "host.yml",
    "front matter",
    "content/figures/name.yml",
]

PUBLISHED: Final[dict[str, tuple[type[Section], Place]]] = {
    "newsroom": (NewsroomFile, "newsroom.yml"),
    "plan": (PlanFile, "plan.yml"),
    "calendar": (CalendarFile, "calendar.yml"),
    "policy": (PolicyFile, "policy.yml"),
    "crosspost": (CrosspostingFile, "crosspost.yml"),
    "host": (HostFile, "host.yml"),
    "post": (PostFile, "front matter"),
    "post-words": (PostWords, "front matter"),
    "executive": (ExecutiveFile, "front matter"),
    "executive-words": (ExecutiveWords, "front matter"),
    "page": (PageFile, "front matter"),
    "figure": (FigureFile, "content/figures/name.yml"),
}
"""The schemas that are published, by name."""
