"""The rules that reading holds files to: NR1xx for the file itself, NR2xx for what it says.

A code never changes its meaning and is never used again for another.
"""

from __future__ import annotations

from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Rule, Severity
from newsroom.reading.policy_rules import POLICY_FILE_RULES


def _rule(code: str, ar: tuple[str, str], en: tuple[str, str], severity: Severity = "error") -> Rule:
    """A rule; one that only warns, of pictures that networks show badly, is a newsroom's own affair."""
    what, mend = Localized(ar[0], en[0]), Localized(ar[1], en[1])
    return Rule(code, severity, what, mend, editorial=severity == "warning")


NOT_UTF8: Final = _rule(
    "NR101",
    ("في الملف بايتات ليست UTF-8", "احفظ الملف بترميز UTF-8"),
    ("the file holds bytes that are not UTF-8", "save it as UTF-8"),
)
EMPTY_FILE: Final = _rule(
    "NR102",
    ("الملف فارغ", "اكتب الترويسة بين سطرين من --- ثم النص"),
    ("the file is empty", "write the front matter between two lines of --- and then the text"),
)
OUTSIDE: Final = _rule(
    "NR103",
    ("رابط رمزي يؤدي إلى خارج content/ أو إلى خارج مجلد المركز الإعلامي", "ضع الملف نفسه هنا"),
    ("a symbolic link leads out of content/, or out of the newsroom's folder", "put the file itself here"),
)
NO_FRONT_MATTER: Final = _rule(
    "NR104",
    ("لا ترويسة في أول الملف", "ابدأ الملف بسطر --- ثم المفاتيح ثم سطر ---"),
    ("the file does not begin with front matter", "begin with a line of ---, then the keys, then a line of ---"),
)
BROKEN_YAML: Final = _rule(
    "NR105",
    (
        "صياغة YAML غير سليمة عند «{near}»",
        'اكتب كل مفتاح على هيئة «key: value» وضع النص الذي فيه : أو # بين علامتي " "',
    ),
    ("the YAML is broken: {reason}", 'write each key as "key: value", and quote a text that holds : or #'),
)
ALIAS: Final = _rule(
    "NR106",
    ("مرساة أو إحالة YAML «{value}» غير مسموحة", 'اكتب القيمة كاملة، أو ضعها بين علامتي " " إن بدأت بـ & أو *'),
    ('the YAML anchor or alias "{value}" is not allowed', "write the value out, or quote it if it begins with & or *"),
)
KEY_TWICE: Final = _rule(
    "NR107",
    ("المفتاح «{key}» مكتوب مرتين", "أبقِ واحدًا منهما"),
    ('the key "{key}" is written twice', "keep one of the two"),
)
TOO_LARGE: Final = _rule(
    "NR108",
    ("الملف كبير أو متداخل أكثر مما ينبغي: {size}", "الحد {limit}"),
    ("the file is too large or too deeply nested: {size}", "the limit is {limit}"),
)
UNEXPECTED: Final = _rule(
    "NR109",
    ("لا مكان هنا لـ «{name}»", "المنتظر هنا: {expected}"),
    ('"{name}" has no place here', "expected here: {expected}"),
)
SLUG: Final = _rule(
    "NR110",
    (
        "اسم المجلد «{name}» لا يصلح عنوانًا",
        "استعمل حروفًا لاتينية صغيرة وأرقامًا وبينها شرطة، حتى ٨٠ حرفًا، مثل first-half-results",
    ),
    (
        'the folder name "{name}" cannot be an address',
        "use small Latin letters and digits joined by hyphens, at most 80, such as first-half-results",
    ),
)
UNREADABLE: Final = _rule(
    "NR111",
    ("تعذّرت قراءة الملف: {reason_ar}", "امنح إذن القراءة أو أعد الملف"),
    ("the file cannot be read: {reason}", "allow reading, or put the file back"),
)
NO_LANGUAGE_FILE: Final = _rule(
    "NR112",
    ("ليس في المجلد index.ar.md ولا index.en.md", "أضف ملف لغة واحدة على الأقل"),
    ("the folder has neither index.ar.md nor index.en.md", "add the file of at least one language"),
)

MISSING_KEY: Final = _rule(
    "NR201",
    ("المفتاح «{key}» ناقص", "أضف {example}"),
    ('the key "{key}" is missing', "add {example}"),
)
UNKNOWN_KEY: Final = _rule(
    "NR202",
    ("المفتاح «{key}» غير معروف", "المفاتيح المعروفة هنا: {known}"),
    ('the key "{key}" is not known', "the keys known here are: {known}"),
)
WRONG_KIND: Final = _rule(
    "NR203",
    ("قيمة «{key}» هي «{value}»", "المطلوب {expected}"),
    ('"{key}" is "{value}"', "it must be {expected}"),
)
WRONG_DATE: Final = _rule(
    "NR204",
    ("«{value}» في «{key}» ليس تاريخًا صحيحًا", "اكتبه على هيئة {example}"),
    ('"{value}" in "{key}" is not a right date', "write it like {example}"),
)
NOT_ONE_OF: Final = _rule(
    "NR205",
    ("«{value}» في «{key}» ليس من القيم المسموحة", "اختر من: {allowed}"),
    ('"{value}" in "{key}" is not an allowed value', "choose from: {allowed}"),
)
EMPTY_VALUE: Final = _rule(
    "NR206",
    ("المفتاح «{key}» بلا قيمة", "اكتب القيمة، أو احذف المفتاح إن لم يكن مطلوبًا"),
    ('the key "{key}" has no value', "write one, or delete the key where it is not required"),
)
CONTRADICTION: Final = _rule(
    "NR207",
    ("«{key}» هنا يخالف ما في {lead}", "احذفه من هذا الملف: المفاتيح المشتركة تُكتب مرة واحدة في {lead}"),
    ('"{key}" contradicts {lead}', "delete it here: shared keys are written once, in {lead}"),
)
NO_SUCH_TIME: Final = _rule(
    "NR208",
    (
        "الساعة «{value}» في «{key}» لا تقع أو تقع مرتين في المنطقة الزمنية {zone}",
        "أضف الفرق عن التوقيت العالمي، مثل {example}",
    ),
    (
        'the time "{value}" in "{key}" does not occur, or occurs twice, in {zone}',
        "add the offset, as in {example}",
    ),
)
WORDS_MISSING: Final = _rule(
    "NR209",
    ("«{key}» بلا نص باللغة {language}", "أضفه تحت {language}: لأن المنشور مكتوب بهذه اللغة"),
    ('"{key}" has no words under "{language}"', "add them, for the post exists in that language"),
)
NO_PICTURE: Final = _rule(
    "NR210",
    ("الصورة «{file}» غير موجودة", "ضعها في {folder} أو صحّح الاسم"),
    ('the picture "{file}" is not there', "put it in {folder}, or mend its name"),
)
BROKEN_PICTURE: Final = _rule(
    "NR211",
    ("تعذّر فهم الصورة «{file}»", "احفظها بصيغة JPEG أو PNG أو WebP سليمة"),
    ('the picture "{file}" cannot be understood', "save it as a sound JPEG, PNG or WebP"),
)
FIGURE_VALUE: Final = _rule(
    "NR212",
    ("الدليل من نوع «{kind}» وقيمته لا تطابق نوعه", "الرقم (figure) وحده يحمل value، ولا بد له منه"),
    ('evidence of the kind "{kind}" has the wrong keys', "a figure needs a value, and only a figure has one"),
)
WITHDRAWAL: Final = _rule(
    "NR213",
    ("السحب وحالة النشر لا يتفقان", "اكتب pubstatus: canceled ومعه withdrawal بتاريخه وسببه"),
    (
        "the withdrawal and the publishing status disagree",
        "write pubstatus: canceled together with withdrawal, its date and reason",
    ),
)
TWICE: Final = _rule(
    "NR214",
    ("«{value}» مكرر في «{key}»", "لكل عنصر مفتاح واحد لا يتكرر"),
    ('"{value}" occurs twice in "{key}"', "give each its own"),
)

MISNAMED_PICTURE: Final = _rule(
    "NR215",
    ("الصورة «{file}» بصيغة {kind} واسمها يدل على غيرها", "سمِّها {right}"),
    ('the picture "{file}" is a {kind}, which its name denies', "name it {right}"),
)
SMALL_HERO: Final = _rule(
    "NR216",
    ("الصورة «{file}» مقاسها {size}، وهذا أصغر مما تقبله بعض برامج الخلاصات", "اجعل أصغر ضلعيها 400 نقطة على الأقل"),
    ('the picture "{file}" is {size} pixels, too small for some readers', "make its smaller side at least 400 pixels"),
    "warning",
)
HEAVY_HERO: Final = _rule(
    "NR217",
    (
        "الصورة «{file}» حجمها {size}، ولا تعرض الشبكات صورة بهذا الحجم",
        "احفظها بحجم لا يزيد على 8 ميغابايت، والأفضل دون 1",
    ),
    ('the picture "{file}" has {size}, and networks show none so heavy', "save it with at most 8 MB, better below 1"),
    "warning",
)
ICON: Final = _rule(
    "NR218",
    ("الأيقونة «{file}» صورة {found}", "المطلوب صورة PNG مربعة لا تقل عن 512 × 512 نقطة"),
    ('the icon "{file}" is {found}', "it must be a square PNG of at least 512 × 512 pixels"),
)
SHARE_PICTURE: Final = _rule(
    "NR219",
    ("صورة المشاركة «{file}» هي {found}", "المطلوب صورة لا تقل عن 1200 × 627 نقطة"),
    ('the picture for sharing "{file}" is {found}', "it must be at least 1200 × 627 pixels"),
)
ENDS_BEFORE_START: Final = _rule(
    "NR220",
    ("الموعد «{value}» ينتهي قبل أن يبدأ", "اكتب في ends وقتًا لا يسبق starts"),
    ('the occasion "{value}" ends before it starts', "let ends be no earlier than starts"),
)
MIXED_TIMES: Final = _rule(
    "NR221",
    ("بداية الموعد «{value}» ونهايته إحداهما يوم والأخرى لحظة", "اكتب الساعة في starts وends معًا، أو لا تكتبها فيهما"),
    (
        'the occasion "{value}" has a day at one end and an instant at the other',
        "write the hour in both starts and ends, or in neither",
    ),
)
SAID_BY_FIGURE: Final = _rule(
    "NR222",
    ("الدليل يذكر {key} ويحيل كذلك إلى {figure} الذي يذكره", "احذف {key}، أو احذف figure"),
    ('the evidence has "{key}", which {figure} says already', "delete it, or delete figure"),
)
POINTS_TWICE: Final = _rule(
    "NR223",
    ("النقاط هنا وفي {file} معًا", "أبقها في واحد من الملفين"),
    ("the points stand here and in {file} as well", "keep them in one of the two"),
)
NOT_COMMAS: Final = _rule(
    "NR224",
    ("أعمدة الجدول لا تفصل بينها فواصل لاتينية ,", "احفظ الجدول من برنامج الجداول بصيغة CSV UTF-8 المفصولة بفواصل"),
    ("the columns are not parted by commas", "save it from the spreadsheet as comma-delimited CSV in UTF-8"),
)
UNKNOWN_COLUMN: Final = _rule(
    "NR225",
    ("العمود «{column}» لا سلسلة له في {file}", "احذفه، أو سمِّه باسم واحد من هذه: {known}"),
    ('the column "{column}" is no series of {file}', "delete it, or give it one of these names: {known}"),
)
MISSING_COLUMN: Final = _rule(
    "NR226",
    ("ينقص الجدول: {columns}", "اكتب في سطره الأول: {known}"),
    ("the table has no column for: {columns}", "let its first line be: {known}"),
)
BROKEN_ROW: Final = _rule(
    "NR227",
    (
        "لا يمكن توزيع هذا السطر على أعمدة السطر الأول",
        'افصل الخانات بفواصل لاتينية، واكتب الكسور بنقطة، وضع النص الذي فيه فاصلة بين علامتي " "',
    ),
    (
        "this row cannot be parted into the columns of the first",
        'part its cells by commas, write decimals with a point, and put a text that holds a comma in " "',
    ),
)
EMPTY_CELL: Final = _rule(
    "NR228",
    ("لا قيمة في العمود «{column}»", "اكتب العدد، أو {none} إن لم تكن قيمة"),
    ('there is no value in the column "{column}"', "write the number, or {none} where there is none"),
)
WRONG_NUMBER: Final = _rule(
    "NR229",
    (
        "«{value}» في العمود «{column}» ليس عددًا مكتوبًا كما يجب",
        "اكتبه بالأرقام 0-9 ونقطة قبل الكسر، بلا فواصل آلاف ولا وحدة، مثل 1234.5 أو -2.8",
    ),
    (
        '"{value}" in the column "{column}" is not a number as it must be written',
        "use the digits 0-9 and a point before decimals, no thousands separators and no unit: 1234.5 or -2.8",
    ),
)
UNREADABLE_COLOUR: Final = _rule(
    "NR230",
    (
        "باللون {colour} يكون في الموقع {words} على {ground}، وتباينهما {ratio}:1 والمطلوب {least}:1",
        "اختر لونًا أغمق؛ وأقرب درجة منه تصلح هي {nearest}",
    ),
    (
        "{colour} would put {words} on {ground} in the site: a contrast of {ratio}:1, where {least}:1 is needed",
        "choose a darker one; the nearest shade that would do is {nearest}",
    ),
)
DARK_LOGO: Final = _rule(
    "NR231",
    (
        "الشعار «{file}» لا يكاد يُرى على خلفية داكنة",
        "أضف في brand الشعار المخصص للخلفية الداكنة: logo_on_dark",
    ),
    ('the logo "{file}" can hardly be seen on a dark ground', "name one that can, as logo_on_dark in brand"),
    "warning",
)
NO_FONT: Final = _rule(
    "NR232",
    ("ملف الخط «{file}» غير موجود", "ضعه في content أو صحّح الاسم"),
    ('the font "{file}" is not there', "put it in content, or mend its name"),
)
WRONG_FONT: Final = _rule(
    "NR233",
    ("الملف «{file}» ليس خطًّا بصيغة WOFF2", "حوّل الخط إلى WOFF2"),
    ('"{file}" is no WOFF2 font', "convert the font to WOFF2"),
)
OBJECTIVE_REVERSED: Final = _rule(
    "NR235",
    ("الهدف «{value}» ينتهي قبل أن يبدأ", "اكتب في until يومًا لا يسبق from"),
    ('the objective "{value}" ends before it begins', "let until be no earlier than from"),
)

READING_RULES: Final[tuple[Rule, ...]] = (
    *(value for value in dict(globals()).values() if isinstance(value, Rule)),
    *POLICY_FILE_RULES,
)
