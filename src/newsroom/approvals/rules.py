"""The rules of consent: NR751 to NR771.

What is wrong with an approval holds its post back and is a warning, so that no draft stops the others' release. Three
stop a build instead: a post that was released with consent that no longer stands, which would vanish; a withdrawal to
which nobody has consented, with which it would vanish too; and a history that is not there, without which nobody can
tell which posts need consent.

A code never changes its meaning and is never used again for another.
"""

from __future__ import annotations

from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Addressee, Rule, Severity


def _rule(
    code: str,
    ar: tuple[str, str],
    en: tuple[str, str],
    addressee: Addressee = "communications",
    severity: Severity = "warning",
) -> Rule:
    return Rule(code, severity, Localized(ar[0], en[0]), Localized(ar[1], en[1]), addressee)


AWAITED: Final = _rule(
    "NR751",
    (
        "ينتظر هذا المنشور موافقة: {roles_ar}؛ ولن يُنشر قبلها أيًا كان تاريخه",
        "تُعطى الموافقة هكذا: {command}",
    ),
    (
        "this post awaits the consent of: {roles}; it is not released before, whatever its date",
        "consent is given with: {command}",
    ),
)
NO_LONGER: Final = _rule(
    "NR752",
    (
        "نُشر هذا المنشور بموافقات لم تعد قائمة: {roles_ar}؛ فتوقف البناء كي لا يختفي دون علم أحد",
        "أعد النص كما كان، أو خذ الموافقة من جديد: {command}",
    ),
    (
        "this post was released with consent that no longer stands: {roles}; the build stops, or it would vanish",
        "put back what was approved, or have it approved again: {command}",
    ),
    severity="error",
)
CHANGED: Final = _rule(
    "NR753",
    (
        "تغيّر {name} بعد موافقة {role_ar} في {date}: كان «{before}» وصار «{after}»{more_ar}",
        "خذ الموافقة من جديد، أو أعد ما كان: {command}",
    ),
    (
        '{name} has changed since the consent of {role} on {date}: it was "{before}" and is "{after}"{more}',
        "have it approved again, or put back what was there: {command}",
    ),
)
UNKNOWN_KEY: Final = _rule(
    "NR754",
    (
        "وُقّعت موافقة {role_ar} بمفتاح ليس لـ {principal} في approvals/allowed_signers",
        "أضف مفتاحه العام إليه إن كان له حقًا، وإلا فاحذف الموافقة وخذها من جديد",
    ),
    (
        "the consent of {role} is signed with a key that approvals/allowed_signers does not give to {principal}",
        "add the public key there if it truly is theirs; or delete the approval and ask for it again",
    ),
)
EXPIRED_KEY: Final = _rule(
    "NR755",
    (
        "مفتاح {principal} لم يكن ساريًا في {date} حين وُقّعت موافقة {role_ar}",
        "خذ الموافقة من جديد بمفتاح سارٍ: {command}",
    ),
    (
        "the key of {principal} was not valid on {date}, when the consent of {role} was signed",
        "have it approved again with a key that is valid: {command}",
    ),
)
REVOKED_KEY: Final = _rule(
    "NR756",
    (
        "المفتاح الذي وُقّعت به موافقة {role_ar} مُبطَل في approvals/revoked_keys",
        "خذ الموافقة من جديد بمفتاح آخر: {command}",
    ),
    (
        "the key that signed the consent of {role} is revoked in approvals/revoked_keys",
        "have it approved again with another key: {command}",
    ),
)
NOT_SIGNED: Final = _rule(
    "NR757",
    (
        "نص هذه الموافقة ليس هو النص الموقَّع؛ فقد غُيّر باليد أو تلف توقيعه",
        "أعد الملفين كما كانا، أو خذ الموافقة من جديد: {command}",
    ),
    (
        "this approval is not the text that was signed: it was edited by hand, or its signature is damaged",
        "put both files back as they were, or have the post approved again: {command}",
    ),
)
NOT_ENTITLED: Final = _rule(
    "NR758",
    (
        "لا تعطي policy.yml للموقِّع {principal} حق الموافقة بصفة {role_ar}",
        "خذ الموافقة ممن له هذه الصفة: {principals}",
    ),
    (
        "policy.yml does not let {principal} consent as {role}",
        "ask for the consent of one who may: {principals}",
    ),
)
OWN_POST: Final = _rule(
    "NR759",
    (
        "كتب {principal} هذا المنشور أو صدر باسمه، فلا تُحسب موافقته عليه بصفة {role_ar}",
        "خذ الموافقة من غيره: {principals}",
    ),
    (
        "{principal} wrote this post or speaks in it, so their own consent as {role} does not count",
        "ask for the consent of another: {principals}",
    ),
)
TWO_ROLES: Final = _rule(
    "NR760",
    (
        "وافق الشخص نفسه ({principal}) على هذا المنشور بصفتين، فلا تُحسب موافقته بصفة {role_ar}",
        "خذ إحدى الموافقتين من غيره: {principals}",
    ),
    (
        "one person ({principal}) has consented in two roles, so the consent as {role} does not count",
        "ask another for one of the two: {principals}",
    ),
)
WRONG_TIME: Final = _rule(
    "NR761",
    (
        "تقول الموافقة إنها وُقّعت في {date}، {other_ar}؛ فساعة أحد الأجهزة خاطئة",
        "اضبط الساعة وخذ الموافقة من جديد: {command}",
    ),
    (
        "the approval says that it was signed on {date}, {other}: somebody's clock is wrong",
        "set the clock right and have the post approved again: {command}",
    ),
)
NO_STATEMENT: Final = _rule(
    "NR762",
    (
        "ليس هذا الملف موافقة على هذا المنشور بصفة {role_ar}",
        "احذف الملفين، وخذ الموافقة هكذا: {command}",
    ),
    (
        "this file is no consent to this post as {role}",
        "delete both files, and have the post approved with: {command}",
    ),
)
STRAY: Final = _rule(
    "NR763",
    (
        "لا معنى لهذا الملف هنا: {reason_ar}",
        "انقله إلى موضعه أو احذفه؛ والموضع: approvals/YYYY/slug/role.txt ومعه role.txt.sig",
    ),
    (
        "this file means nothing here: {reason}",
        "move it or delete it; its place is approvals/YYYY/slug/role.txt, with role.txt.sig beside it",
    ),
)
SIGNERS: Final = _rule(
    "NR764",
    (
        "لا يُقرأ هذا الملف، فلا تُحسب أي موافقة: {reason_ar}",
        "اكتب في كل سطر صاحب المفتاح ثم مفتاحه العام، كما في ALLOWED SIGNERS من دليل ssh-keygen",
    ),
    (
        "this file cannot be used, so no consent counts: {reason}",
        "write a principal and their public key on each line, as in ALLOWED SIGNERS of the manual of ssh-keygen",
    ),
    "engineer",
)
NO_HISTORY: Final = _rule(
    "NR765",
    (
        "لا يُعرف من كتب المنشورات، فلا تُحسب أي موافقة: {reason_ar}",
        "ابنِ من نسخة git كاملة التاريخ",
    ),
    (
        "it cannot be told who wrote the posts, so no consent counts: {reason}",
        "build from a git clone that has all of its history",
    ),
    "engineer",
    "error",
)
NO_PROGRAM: Final = _rule(
    "NR766",
    (
        "برنامج ssh-keygen غير موجود أو لا يجيب، فلا تُحسب أي موافقة",
        "ثبّت openssh-client، وهو في كل توزيعة",
    ),
    (
        "the program ssh-keygen is not there or does not answer, so no consent counts",
        "install openssh-client, which every distribution has",
    ),
    "engineer",
)
BACKDATED: Final = _rule(
    "NR767",
    (
        "تاريخ هذا المنشور {date} يسبق العمل بالموافقات، لكنه دخل المستودع بعده",
        "هو محتاج إلى الموافقة كغيره؛ اكتب تاريخ نشره الصحيح",
    ),
    (
        "this post is dated {date}, before consent was asked for, but came into the repository later",
        "it needs consent like any other; write the instant at which it is to be released",
    ),
    "author",
)
REWRITTEN: Final = _rule(
    "NR768",
    (
        "أُعطيت موافقة {role_ar} عند الإيداع {commit}، وليس هو في تاريخ هذه النسخة: أُعيدت كتابته",
        "ادمج الفروع بالأمر merge دون rebase ولا squash، أو خذ الموافقة من جديد: {command}",
    ),
    (
        "the consent of {role} was given at commit {commit}, which is not in this history: it was rebased or squashed",
        "merge with a merge commit instead, or have the post approved again: {command}",
    ),
)
TOUCHED: Final = _rule(
    "NR769",
    (
        "ملفات هذا المنشور ليست كما كانت حين وافق {role_ar} عند الإيداع {commit}، وإن بقي ما يُنشر كما هو",
        "أودِع ما لم يُودَع وأعد الملفات كما كانت، أو خذ الموافقة من جديد: {command}",
    ),
    (
        "the files of this post are not those to which {role} consented at commit {commit}, though they say the same",
        "commit what is not committed and put the files back, or have the post approved again: {command}",
    ),
)
WITHDRAWAL_AWAITED: Final = _rule(
    "NR770",
    (
        "ينتظر سحب هذا المنشور موافقة واحدة: {roles_ar}؛ ويبقى الموقع كما هو حتى تُعطى",
        "تُعطى الموافقة هكذا، من غير من كتب السحب: {command}",
    ),
    (
        "the withdrawal of this post awaits one consent: {roles}; until then the site stays as it is",
        "one who did not write the withdrawal gives it with: {command}",
    ),
    severity="error",
)
SUPERSEDED: Final = _rule(
    "NR771",
    (
        "وافق {other} في {other_date} على نص أحدث لهذا المنشور، فلا تُحسب موافقة {role_ar} في {date} على هذا النص",
        "إن كان الرجوع إلى النص الأقدم مقصودًا فخذ الموافقة عليه من جديد: {command}",
    ),
    (
        "{other} consented to a newer text of this post on {other_date}, so the consent of {role} to this one,"
        " of {date}, counts no more",
        "if the older text is to come back, have it approved again: {command}",
    ),
)

APPROVAL_RULES: Final = (
    AWAITED,
    NO_LONGER,
    CHANGED,
    UNKNOWN_KEY,
    EXPIRED_KEY,
    REVOKED_KEY,
    NOT_SIGNED,
    NOT_ENTITLED,
    OWN_POST,
    TWO_ROLES,
    WRONG_TIME,
    NO_STATEMENT,
    STRAY,
    SIGNERS,
    NO_HISTORY,
    NO_PROGRAM,
    BACKDATED,
    REWRITTEN,
    TOUCHED,
    WITHDRAWAL_AWAITED,
    SUPERSEDED,
)
