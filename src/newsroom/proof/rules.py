"""The rules of the proof: NR791 to NR799.

Each is a way in which something that is held back lies in a finished site, or a reason for which nobody can tell. None
says the words that it found: what is printed by a build may be read by many.

A code never changes its meaning and is never used again for another.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Addressee, Rule, Severity
from newsroom.proof.sayings import Form

_MEND: Final = (
    "لا تنشر هذا الموقع؛ وابحث عما حملها إليه: نص أو ملف منشور يذكرها، أو قالب، أو ملف بقي من بناء سابق",
    "do not publish this site; find what carried it here: a released text or file, a template, or a file left behind",
)


def _rule(
    code: str,
    ar: str,
    en: str,
    mend: tuple[str, str] = _MEND,
    addressee: Addressee = "communications",
    severity: Severity = "error",
) -> Rule:
    return Rule(code, severity, Localized(ar, en), Localized(*mend), addressee)


WORDS: Final = _rule(
    "NR791",
    "في هذا الملف كلمات مما يُحجب: {owner} ({part_ar}){how_ar}",
    "words of what is held back are in this file: {owner} ({part}){how}",
)
IDENTITY: Final = _rule(
    "NR792",
    "في هذا الملف هوية ما يُحجب أو رابطه: {owner} ({part_ar}){how_ar}",
    "the id or address of what is held back is in this file: {owner} ({part}){how}",
)
PERSON: Final = _rule(
    "NR793",
    "في هذا الملف اسم شخص لم يحن ظهوره: {owner}{how_ar}",
    "the name of a person who is not to be seen yet is in this file: {owner}{how}",
)
NUMBER: Final = _rule(
    "NR794",
    "في هذا الملف رقم مما يُحجب مع وحدته: {owner} ({part_ar}){how_ar}",
    "a number of what is held back is in this file, with its unit: {owner} ({part}){how}",
)
FILE: Final = _rule(
    "NR795",
    "هذا ملف مما يُحجب، أو هو فيه: {owner}{how_ar}",
    "this is a file of what is held back, or holds one: {owner}{how}",
)
FILE_NAME: Final = _rule(
    "NR796",
    "في هذا الملف اسم ملف مما يُحجب: {owner}{how_ar}",
    "the name of a file of what is held back is in this file: {owner}{how}",
)
UNPROVABLE: Final = _rule(
    "NR797",
    "لا يمكن النظر في هذا الملف: {reason_ar}{how_ar}؛ فلا يُعلم ما فيه",
    "nobody can look into this file: {reason}{how}; what it holds is not known",
    (
        "انشره بصيغة تُفتح، أو لا تنشره ما دام في المركز ما يُحجب",
        "publish it in a form that can be opened, or not while anything is held back",
    ),
    "engineer",
)
UNOPENED: Final = _rule(
    "NR799",
    "نُشر هذا الملف بيد المؤسسة ولا يمكن النظر فيه: {reason_ar}{how_ar}؛ فلم يُفحص ما فيه",
    "this file was released by its authors and nobody can look into it: {reason}{how}; its words were not searched",
    (
        "انشره بلا كلمة مرور إن أمكن، أو ليقرأه من يعرف ما يُحجب",
        "release it without a password if you can, or let somebody read it who knows what is held back",
    ),
    severity="warning",
)
LEADS_OUT: Final = _rule(
    "NR798",
    "يخرج هذا الرابط الرمزي من الموقع، فلا يُعلم ما يعرضه الخادم مكانه",
    "this symbolic link leads out of the site; what a server shows in its place is not known",
    ("ضع الملف نفسه مكان الرابط", "put the file itself in the place of the link"),
    "engineer",
)

OF_FORMS: Final[Mapping[Form, Rule]] = {
    "prose": WORDS,
    "name": PERSON,
    "code": IDENTITY,
    "address": IDENTITY,
    "file": FILE_NAME,
    "number": NUMBER,
}
PROOF_RULES: Final = (*dict.fromkeys(OF_FORMS.values()), FILE, UNPROVABLE, UNOPENED, LEADS_OUT)
