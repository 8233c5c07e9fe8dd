"""The schema of ``policy.yml``: what the organisation allows its newsroom to say."""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from newsroom.model.calendar import OccasionKind
from newsroom.model.policy import Role
from newsroom.model.post import EvidenceKind, PostType
from newsroom.reading.kinds import Email, Expression, Instant, Key, Meaning, ParagraphNumber, Words
from newsroom.reading.sections import BothWords, Section

LONGEST_QUIET: Final = 90
"""Days: a quarter. A longer period is a slip of the finger."""

_PARAGRAPH: Final = Meaning("The policy's paragraph that says so.", "فقرة السياسة التي تنص على ذلك.")
Paragraph = Annotated[ParagraphNumber, _PARAGRAPH]


def _not_all_empty(section: Any) -> Any:
    """Refuse a section in which nothing is named: it would mean no post, or no word."""
    if not any(getattr(section, name) for name in type(section).model_fields):
        raise PydanticCustomError("empty", "empty")
    return section


class ExpressionsSection(Section):
    """Words in one language or in both."""

    ar: Annotated[
        tuple[Expression, ...],
        Meaning(
            "Arabic words, found with their prefixes and endings; or a regular expression between slashes.",
            "كلمات عربية، تُعرف بسوابقها ولواحقها؛ أو تعبير نمطي بين شرطتين مائلتين.",
        ),
        Field(min_length=1),
    ] = ()
    en: Annotated[
        tuple[Expression, ...],
        Meaning(
            "English words, found in either number; or a regular expression between slashes.",
            "كلمات إنجليزية، تُعرف مفردةً وجمعًا؛ أو تعبير نمطي بين شرطتين مائلتين.",
        ),
        Field(min_length=1),
    ] = ()
    _check = model_validator(mode="after")(_not_all_empty)


class ScopeSection(Section):
    """Which posts are meant: those of one of the types, or of one of the topics, or with one of the words."""

    types: Annotated[
        tuple[PostType, ...], Meaning("Posts of these types.", "منشورات من هذه الأنواع."), Field(min_length=1)
    ] = ()
    topics: Annotated[
        tuple[Key, ...],
        Meaning("Posts on these topics: keys in newsroom.yml.", "منشورات في هذه الموضوعات: مفاتيحها في newsroom.yml."),
        Field(min_length=1),
    ] = ()
    words: Annotated[
        ExpressionsSection | None,
        Meaning(
            "Posts in whose title, summary or text one of these stands.",
            "منشورات يرد شيء من هذه الكلمات في عنوانها أو ملخصها أو نصها.",
        ),
    ] = None
    _check = model_validator(mode="after")(_not_all_empty)


class BannedSection(Section):
    """Words that are never used."""

    paragraph: Paragraph
    words: Annotated[ExpressionsSection, Meaning("The words.", "الكلمات.")]
    instead: Annotated[BothWords | None, Meaning("What to say instead.", "ما يُقال بدلًا منها.")] = None


class ClaimSection(Section):
    """A claim that needs evidence."""

    paragraph: Paragraph
    words: Annotated[ExpressionsSection, Meaning("The words that make the claim.", "الكلمات التي فيها الادعاء.")]
    evidence: Annotated[
        tuple[EvidenceKind, ...],
        Meaning("The post must have evidence of one of these kinds.", "لا بد للمنشور من دليل من أحد هذه الأنواع."),
        Field(min_length=1),
    ]


class SubjectSection(Section):
    """A subject on which posts need the consent of certain roles."""

    paragraph: Paragraph
    scope: Annotated[ScopeSection, Meaning("Which posts.", "أي المنشورات.")]
    roles: Annotated[tuple[Role, ...], Meaning("Whose consent is needed.", "من تلزم موافقته."), Field(min_length=1)]


class DisclaimerSection(Section):
    """A text that posts must hold."""

    paragraph: Paragraph
    scope: Annotated[ScopeSection, Meaning("Which posts.", "أي المنشورات.")]
    text: Annotated[
        BothWords,
        Meaning(
            "What must stand, word for word, in the text of each language.",
            "ما يجب أن يرد بنصه في متن كل لغة.",
        ),
    ]


class QuietSection(Section):
    """Days before an occasion on which some posts are not released."""

    paragraph: Paragraph
    before: Annotated[OccasionKind, Meaning("The kind of occasion in calendar.yml.", "نوع الموعد في calendar.yml.")]
    days: Annotated[int, Meaning("How many days before it.", "عدد الأيام قبل الموعد."), Field(ge=1, le=LONGEST_QUIET)]
    scope: Annotated[
        ScopeSection,
        Meaning(
            "Which posts are not released; the post about the occasion itself is.",
            "المنشورات التي لا تُنشر؛ ويُستثنى المنشور الذي يعلن الموعد نفسه.",
        ),
    ]


class SpeakerSection(Section):
    """An official account that may carry posts."""

    paragraph: Paragraph
    network: Annotated[Key, Meaning("The account's network.", "شبكة الحساب.")]
    handle: Annotated[
        Words,
        Meaning(
            "Its name there, as the organisation or an executive lists it.", "اسمه فيها كما ورد لدى المؤسسة أو المسؤول."
        ),
    ]
    types: Annotated[
        tuple[PostType, ...],
        Meaning(
            "The only types of post that it may carry; none named: all.",
            "الأنواع التي له أن ينقلها وحدها؛ فإن لم تُذكر فكلها.",
        ),
    ] = ()


class ApproverSection(Section):
    """Who may approve."""

    principal: Annotated[
        Email,
        Meaning(
            "The e-mail address by which the file of allowed signers knows the key.",
            "البريد الإلكتروني الذي يُعرف به المفتاح في ملف الموقّعين.",
        ),
    ]
    name: Annotated[BothWords, Meaning("The person's name.", "الاسم.")]
    roles: Annotated[
        tuple[Role, ...],
        Meaning("For which roles this person consents.", "الأدوار التي يوافق عنها."),
        Field(min_length=1),
    ]
    executive: Annotated[
        Key | None,
        Meaning(
            "The executive who this is: a folder's name in content/executives.",
            "المسؤول نفسه إن كان من المسؤولين: اسم مجلده في content/executives.",
        ),
    ] = None


class ApprovalsSection(Section):
    """Who must consent before a post is released."""

    since: Annotated[
        Instant,
        Meaning(
            "Posts that are released from this instant on need consent.", "تلزم الموافقة لما يُنشر من هذه اللحظة فصاعدًا."
        ),
    ]
    required: Annotated[
        dict[PostType, tuple[Role, ...]],
        Meaning("The roles that each type of post needs.", "الأدوار التي يلزم كلَّ نوعٍ موافقتُها."),
        Field(min_length=1),
    ]
    withdrawal: Annotated[
        tuple[Role, ...],
        Meaning(
            "Any one of these roles is enough to withdraw a post without giving a reason; if left out, any one that "
            "the post needs but its author.",
            "يكفي واحد من هذه الأدوار لسحب منشور دون ذكر السبب؛ فإن تُركت كفى أي دور يلزم المنشورَ سوى الكاتب.",
        ),
        Field(min_length=1),
    ] = ()
    approvers: Annotated[
        tuple[ApproverSection, ...], Meaning("Who may approve.", "من لهم أن يوافقوا."), Field(min_length=1)
    ]


class PolicyFile(Section):
    """policy.yml: the organisation's own policy. A newsroom may have none."""

    since: Annotated[
        Instant | None,
        Meaning(
            "Posts released before this instant are not judged by the policy; if left out, all are.",
            "لا تسري السياسة على ما نُشر قبل هذه اللحظة؛ فإن تُركت سرت على كل المنشورات.",
        ),
    ] = None
    paragraphs: Annotated[
        dict[ParagraphNumber, BothWords],
        Meaning("The policy's paragraphs by number, in both languages.", "فقرات السياسة بأرقامها وباللغتين."),
        Field(min_length=1),
    ]
    banned: Annotated[tuple[BannedSection, ...], Meaning("Words that are never used.", "كلمات لا تُستعمل أبدًا.")] = ()
    claims: Annotated[
        tuple[ClaimSection, ...], Meaning("Claims that need evidence.", "ادعاءات لا بد لها من دليل.")
    ] = ()
    subjects: Annotated[
        tuple[SubjectSection, ...],
        Meaning("Subjects that need a role's consent.", "موضوعات تلزمها موافقة دور معيّن."),
    ] = ()
    disclaimers: Annotated[tuple[DisclaimerSection, ...], Meaning("Texts that must appear.", "نصوص يجب أن ترد.")] = ()
    quiet: Annotated[
        tuple[QuietSection, ...], Meaning("Quiet periods before occasions.", "فترات الصمت قبل المواعيد.")
    ] = ()
    speakers: Annotated[
        tuple[SpeakerSection, ...], Meaning("Accounts that may speak.", "الحسابات التي لها أن تتحدث.")
    ] = ()
    approvals: Annotated[
        ApprovalsSection | None,
        Meaning(
            "Who must consent before a post is released; if left out, nobody.",
            "من تلزم موافقته قبل النشر؛ فإن تُرك فلا أحد.",
        ),
    ] = None
