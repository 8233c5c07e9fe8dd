"""Write ``docs/reference`` and ``docs/schema`` from the code, so that they cannot say anything else.

``scripts/reference`` runs this; a test compares what is on the disk with :func:`generated`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Final, get_origin

from pydantic import TypeAdapter

from newsroom.arguments import parser
from newsroom.commands.catalogue import catalogue, manual_of
from newsroom.commands.explain import name_of
from newsroom.commands.schema import published_schema
from newsroom.model.language import LANGUAGES, Language, Localized
from newsroom.model.problem import Rule
from newsroom.reading import kinds
from newsroom.reading.schema import PUBLISHED

DOCS: Final = Path(__file__).resolve().parent
NOTE: Final = "<!-- Written by scripts/reference. Change the code, not this file. -->"

Tree = Mapping[str, Any]


def generated() -> dict[Path, str]:
    """Every generated file and what it must hold."""
    files = {DOCS / "schema" / f"{name}.json": published_schema(name) for name in PUBLISHED}
    for language in LANGUAGES:
        suffix = ".ar.md" if language == "ar" else ".md"
        for name, lines in (("keys", _keys(language)), ("rules", _rules(language)), ("commands", _commands(language))):
            files[DOCS / "reference" / f"{name}{suffix}"] = "\n".join([NOTE, "", *lines]).rstrip() + "\n"
    return files


def main() -> None:
    """Write what has changed, and remove what is no longer made."""
    files = generated()
    for folder in (DOCS / "reference", DOCS / "schema"):
        folder.mkdir(exist_ok=True)
        for old in set(folder.iterdir()) - set(files):
            old.unlink()
    for path, text in files.items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            sys.stdout.write(f"docs/{path.relative_to(DOCS).as_posix()}\n")


# Keys

_KEYS_INTRODUCTION: Final = Localized(
    """# مفاتيح الملفات

كل مفتاح يعرفه المركز الإعلامي، في أي ملف يُكتب، وما الذي يحمله.
والمفتاح الذي لا يرد هنا خطأ (NR202). تعرض المحررات الشروح نفسها من مخططات JSON في [docs/schema](../schema/).""",
    """# Keys

Every key that the newsroom knows, the file it is written in and what it holds. A key that is not here is an error
(NR202). Editors show the same explanations from the JSON Schemas in [docs/schema](../schema/).""",
)
_FILES: Final[Mapping[str, Localized[str]]] = {
    "newsroom": Localized("الملف newsroom.yml", "newsroom.yml"),
    "plan": Localized("الملف plan.yml", "plan.yml"),
    "calendar": Localized("الملف calendar.yml", "calendar.yml"),
    "policy": Localized("الملف policy.yml", "policy.yml"),
    "crosspost": Localized("الملف crosspost.yml", "crosspost.yml"),
    "host": Localized("الملف host.yml", "host.yml"),
    "post": Localized("المنشور: ملف اللغة الرئيسة", "A post: the lead language's file"),
    "post-words": Localized("المنشور: ملف اللغة الأخرى", "A post: the other language's file"),
    "executive": Localized("المسؤول: ملف اللغة الرئيسة", "An executive: the lead language's file"),
    "executive-words": Localized("المسؤول: ملف اللغة الأخرى", "An executive: the other language's file"),
    "page": Localized("الصفحة الثابتة: ملف كل لغة", "A plain page: each language's file"),
    "figure": Localized("الرقم", "A figure"),
}
_PLACES: Final[Mapping[str, Localized[str]]] = {
    "newsroom": Localized("في مجلد المركز الإعلامي.", "In the newsroom's folder."),
    "plan": Localized("في مجلد المركز الإعلامي.", "In the newsroom's folder."),
    "calendar": Localized(
        "في مجلد المركز الإعلامي، لمن أراد تقويمًا.", "In the newsroom's folder, where a calendar is wanted."
    ),
    "policy": Localized(
        "في مجلد المركز الإعلامي، لمن له سياسة مكتوبة.", "In the newsroom's folder, where there is a written policy."
    ),
    "crosspost": Localized(
        "في مجلد المركز الإعلامي، لمن له حسابات تنشر منشوراته.",
        "In the newsroom's folder, where accounts carry its posts.",
    ),
    "host": Localized(
        "في مجلد الاستضافة، لا في المركز الإعلامي؛ ينشئه الأمر `newsroom host`.",
        "In the host's folder, not in the newsroom; `newsroom host` makes it.",
    ),
    "post": Localized(
        "مكانه `content/posts/YYYY/slug/index.ar.md`، أو `index.en.md` إن كانت الإنجليزية هي الرئيسة أو الوحيدة.",
        "`content/posts/YYYY/slug/index.ar.md`, or `index.en.md` where English leads or is the only language.",
    ),
    "post-words": Localized(
        "مكانه `content/posts/YYYY/slug/index.en.md`، أو `index.ar.md` إن كانت الإنجليزية هي الرئيسة.\n"
        "وما عدا هذه المفاتيح يرثه من الملف الأول.",
        "`content/posts/YYYY/slug/index.en.md`, or `index.ar.md` where English leads. All else it inherits.",
    ),
    "executive": Localized(
        "مكانه `content/executives/key/index.ar.md`، والنص تحت الترويسة هو السيرة.",
        "`content/executives/key/index.ar.md`; the text below the front matter is the biography.",
    ),
    "executive-words": Localized(
        "مكانه `content/executives/key/index.en.md`.", "`content/executives/key/index.en.md`."
    ),
    "page": Localized(
        "مكانه `content/pages/slug/index.ar.md` ومعه `index.en.md`.",
        "`content/pages/slug/index.ar.md` and `index.en.md`.",
    ),
    "figure": Localized("مكانه `content/figures/name.yml`.", "`content/figures/name.yml`."),
}
_KEY_COLUMNS: Final = Localized(("المفتاح", "إن تُرك", "ما يحمله", "معناه"), ("key", "if left out", "holds", "meaning"))
_REQUIRED: Final = Localized("خطأ، فهو لازم", "required")
_NOTHING: Final = Localized("لا شيء", "nothing")
_EITHER: Final = Localized(" أو ", " or ")
_JOINT: Final = Localized("، ", ", ")
_LIST_OF: Final = Localized("قائمة، في كل عنصر منها: {}", "list of: {}")
_SECTION: Final = Localized("مفاتيح القسم {}", "the keys of {}")
_MAPPING: Final = Localized("لكل مفتاح: {}", "for each key: {}")
_BOTH: Final = Localized("نص باللغتين: {}", "text in both languages: {}")
_SOME: Final = Localized("نص بكل لغة للمنشور: {}", "text in each language of the post: {}")
_PAIRS: Final = {"BothWords": _BOTH, "SomeWords": _SOME}
_PAIR: Final = "{ar: …, en: …}"
_BETWEEN: Final = Localized("عدد صحيح من {} إلى {}", "whole number from {} to {}")
_AT_LEAST: Final = Localized("عدد صحيح لا يقل عن {}", "whole number, at least {}")

_KINDS: Final[Mapping[str, tuple[Localized[str], str]]] = {
    "Words": (Localized("نص", "text"), ""),
    "Day": (Localized("تاريخ", "day"), "2026-07-29"),
    "Instant": (Localized("لحظة", "instant"), "2026-07-29T08:00"),
    "DayOrInstant": (Localized("تاريخ أو لحظة", "day or instant"), "2026-07-29T08:00"),
    "Key": (Localized("مفتاح", "key"), "a-key-like-this"),
    "PostPlace": (Localized("سنة واسم", "year and slug"), "2025/half-year-results"),
    "SitePath": (Localized("عنوان في الموقع", "address in the site"), "topics/ports"),
    "FigureReference": (Localized("إحالة", "reference"), "quarterly-results.revenue.2026-q3"),
    "RuleCode": (Localized("رمز قاعدة", "code of a rule"), "NR505"),
    "Identity": (Localized("معرّف", "identity"), "6k2v9m4x7q1c"),
    "HttpsLink": (Localized("رابط", "link"), "https://…"),
    "SiteAddress": (Localized("عنوان", "address"), "https://newsroom.example.om/"),
    "TimeZone": (Localized("منطقة زمنية", "time zone"), "Asia/Muscat"),
    "ArabicLocale": (Localized("محلية", "locale"), "ar_OM"),
    "EnglishLocale": (Localized("محلية", "locale"), "en_GB"),
    "Number": (Localized("عدد", "number"), "48.5"),
    "FileName": (Localized("اسم ملف", "file name"), "hero.jpg"),
    "MediaPath": (Localized("مسار", "path"), "media/logo.svg"),
    "Colour": (Localized("لون", "colour"), "#0b5563"),
    "Telephone": (Localized("رقم هاتف", "telephone number"), "+968 2412 3456"),
    "Email": (Localized("بريد إلكتروني", "e-mail address"), "media@example.om"),
    "SecurityContact": (Localized("رابط أو بريد", "link or mailto:"), "mailto:security@example.om"),
    "PublicKey": (Localized("مفتاح عام", "public key"), "ssh-ed25519 AAAAC3Nza…"),
    "DailyHours": (Localized("من ساعة إلى ساعة", "from one hour to another"), "08:00-20:00"),
    "ParagraphNumber": (Localized("رقم فقرة", "paragraph number"), "4.2"),
    "Expression": (Localized("كلمات أو نمط", "words or a pattern"), "/guarantee[ds]? of/"),
    "TrueOrFalse": (Localized("نعم أو لا", "yes or no"), "true, false"),
}
"""What each kind of value in :mod:`newsroom.reading.kinds` is called, with an example."""


def _keys(language: Language) -> Iterator[str]:
    yield _KEYS_INTRODUCTION[language]
    for name in PUBLISHED:
        schema = json.loads(published_schema(name))
        yield from ("", f"## {_FILES[name][language]}", "", _PLACES[name][language])
        for paths, section in _sections(schema).items():
            if paths:
                heading = _SECTION[language].format(_JOINT[language].join(f"`{path}`" for path in paths.split()))
                yield from ("", f"### {heading[0].upper()}{heading[1:]}")
            rows = (_key_row(key, property_, section, schema, language) for key, property_ in _properties(section))
            yield from _table(_KEY_COLUMNS[language], rows, language)


def _sections(schema: Tree) -> dict[str, Tree]:
    """The mappings of a file by the paths at which they stand, in order of reading; a shared one stands once."""
    found: dict[str, list[str]] = {}
    _walk(schema, schema, "", found)
    named = {" ".join(paths): schema["$defs"][name] for name, paths in found.items()}
    return {"": schema, **named}


def _walk(section: Tree, schema: Tree, path: str, found: dict[str, list[str]]) -> None:
    for key, property_ in _properties(section):
        for name in _references(property_):
            if name not in _PAIRS:
                there = f"{path}.{key}".removeprefix(".")
                found.setdefault(name, []).append(there)
                _walk(schema["$defs"][name], schema, there, found)


def _references(property_: Any) -> Iterator[str]:
    if isinstance(property_, dict):
        if "$ref" in property_:
            yield property_["$ref"].rpartition("/")[2]
        for value in property_.values():
            yield from _references(value)
    elif isinstance(property_, list):
        for value in property_:
            yield from _references(value)


def _properties(section: Tree) -> Iterator[tuple[str, Tree]]:
    yield from section["properties"].items()


def _key_row(key: str, property_: Tree, section: Tree, schema: Tree, language: Language) -> tuple[str, ...]:
    meaning = _meaning(property_, schema, language)
    return f"`{key}`", _need(key, property_, section, language), _holds(property_, schema, language), meaning


def _meaning(property_: Tree, schema: Tree, language: Language) -> str:
    if language == "ar":
        return str(property_["x-description-ar"])
    if "description" in property_:
        return str(property_["description"])
    # Pydantic leaves out a meaning that says the same as the section that the key refers to.
    return str(schema["$defs"][next(_references(property_))]["description"])


def _need(key: str, property_: Tree, section: Tree, language: Language) -> str:
    if key in section.get("required", ()):
        return _REQUIRED[language]
    default = property_.get("default")
    written = json.dumps(default) if isinstance(default, bool) else str(default)
    return _NOTHING[language] if default in (None, []) else _in(language, written)


def _holds(property_: Tree, schema: Tree, language: Language) -> str:
    """What a key may hold, in words."""
    match property_:
        case {"enum": allowed}:
            return _EITHER[language].join(f"`{value}`" for value in allowed)
        case {"$ref": reference}:
            return _section(reference.rpartition("/")[2], schema, language)
        case {"anyOf": choices}:
            held = (_holds(each, schema, language) for each in choices if each != {"type": "null"})
            return _EITHER[language].join(dict.fromkeys(held))
        case {"type": "integer", "minimum": least}:
            return _whole_number(least, property_.get("maximum"), language)
        case {"type": "array"} | {"type": "object"}:
            return _holds_several(property_, schema, language)
    return _kind(property_, language)


def _holds_several(property_: Tree, schema: Tree, language: Language) -> str:
    match property_:
        case {"items": items}:
            return _LIST_OF[language].format(_holds(items, schema, language))
        case {"patternProperties": dict(values)}:
            return _MAPPING[language].format(*(_holds(value, schema, language) for value in values.values()))
        case {"additionalProperties": dict(values)}:
            return _MAPPING[language].format(_holds(values, schema, language))
    pair = _BOTH if "required" in property_ else _SOME
    return pair[language].format(_in(language, _PAIR))


def _whole_number(least: int, most: int | None, language: Language) -> str:
    return _AT_LEAST[language].format(least) if most is None else _BETWEEN[language].format(least, most)


def _kind(property_: Tree, language: Language) -> str:
    if _shape(property_) == {"type": "string"}:
        return _KINDS["Words"][0][language]
    for name, kind in vars(kinds).items():
        if get_origin(kind) is Annotated and _shape(TypeAdapter(kind).json_schema()) == _shape(property_):
            words, example = _KINDS[name]
            return f"{words[language]} {_in(language, example)}".rstrip()
    raise LookupError(f"docs/generate.py has no name for {property_}")


def _shape(property_: Tree) -> dict[str, Any]:
    return {key: value for key, value in property_.items() if key in _SHAPE}


_SHAPE: Final = frozenset({"type", "format", "pattern", "minLength", "maxLength", "examples"})


def _section(name: str, schema: Tree, language: Language) -> str:
    if name in _PAIRS:
        return _PAIRS[name][language].format(_in(language, _PAIR))
    keys = schema["$defs"][name]["properties"]
    return _JOINT[language].join(f"`{key}`" for key in keys)


# Rules

_RULES_INTRODUCTION: Final = Localized(
    """# القواعد

كل ما قد يعترض عليه الأمر `newsroom check` وكل بناء. الخطأ يوقف البناء ويُخرج الأمر بالرمز ١، والتنبيه لا يوقف شيئًا
إلا مع <code dir="ltr">--strict</code>، والملاحظة لا يعرضها إلا `newsroom check`.
وفي العمود الأخير هل يجوز للمركز أن يغيّر درجة القاعدة أو يوقفها تحت `rules` في `newsroom.yml`.
وما بين حاصرتين { } في الجملة يحلّ محله الاسم أو القيمة المعنيّة.
ورمز القاعدة لا يتغير معناه أبدًا، ولا يُستعمل لغيرها.""",
    """# Rules

Everything that `newsroom check` and each build may object to. An error stops the build and ends the command with
code 1; a warning stops nothing but a build with `--strict`; a note is told by `newsroom check` alone. The last column
tells whether a newsroom may give the rule another severity, or turn it off, under `rules` in `newsroom.yml`. Names in
braces are filled with what was found. A code never changes its meaning and is never used again for another rule.""",
)
_GROUPS: Final[Mapping[tuple[int, int], Localized[str]]] = {
    (100, 199): Localized("الملف نفسه", "The file itself"),
    (200, 299): Localized("المفاتيح وقيمها", "Keys and their values"),
    (300, 309): Localized("الأدلة", "Evidence"),
    (310, 319): Localized("خدمة المؤسسة", "Service to the organisation"),
    (320, 329): Localized("الأسلوب المهني", "Professional style"),
    (330, 349): Localized("تطابق اللغتين", "Parity of the two languages"),
    (350, 379): Localized("العربية", "Arabic"),
    (380, 399): Localized("الإنجليزية", "English"),
    (400, 499): Localized("ما يشير إليه المنشور", "What a post refers to"),
    (500, 599): Localized("الحروف والعناوين", "Characters and headlines"),
    (600, 699): Localized("الموقع المنشور", "The published site"),
    (700, 719): Localized("السياسة", "Policy"),
    (720, 749): Localized("الإفصاح", "Disclosure"),
    (750, 771): Localized("الموافقات", "Approvals"),
    (772, 789): Localized("الروابط والتاريخ", "Addresses and history"),
    (790, 799): Localized("إثبات الحظر", "Proof of the embargo"),
    (800, 819): Localized("النشر في الشبكات", "Cross-posting"),
    (900, 919): Localized("ملفات الاستضافة", "Files for hosts"),
}
"""By the numbers of their codes, first and last."""
_RULE_COLUMNS: Final = Localized(
    ("الرمز", "الدرجة", "المشكلة", "الصواب", "من يصلحها", "تغييرها"),
    ("code", "severity", "what is wrong", "what right looks like", "who can mend it", "changing it"),
)
_SEVERITIES: Final = Localized(
    {"error": "خطأ", "warning": "تنبيه", "information": "ملاحظة"},
    {"error": "error", "warning": "warning", "information": "note"},
)
_CHANGING: Final = Localized({True: "يجوز", False: "لا يجوز"}, {True: "may be", False: "may not be"})
_MORE: Final = "Why, with examples"


def all_rules() -> tuple[Rule, ...]:
    """Every rule there is, by its code."""
    return tuple(catalogue().values())


def _rules(language: Language) -> Iterator[str]:
    yield _RULES_INTRODUCTION[language]
    for (first, last), heading in _GROUPS.items():
        rules = [rule for rule in all_rules() if first <= int(rule.code.removeprefix("NR")) <= last]
        if rules:
            yield from ("", f"## {heading[language]}")
            yield from _table(_RULE_COLUMNS[language], (_rule_row(rule, language) for rule in rules), language)
    if language == "en":
        yield from ("", f"## {_MORE}")
        for rule in all_rules():
            if manual_of(rule):
                yield from ("", f"### {rule.code}", "", _manual(rule))


def _rule_row(rule: Rule, language: Language) -> tuple[str, ...]:
    what, mend = (re.sub(r"[<>|*_\[\]]", r"\\\g<0>", words[language]) for words in (rule.what, rule.mend))
    severity, change = _SEVERITIES[language][rule.severity], _CHANGING[language][rule.editorial]
    return rule.code, severity, what, mend, name_of(rule.addressee)[language], change


def _manual(rule: Rule) -> str:
    """A rule's docstring as Markdown; a line that begins an example begins a paragraph."""
    text = re.sub(r"(?<!\n)\n(?=(?:Bad|Good): )", "\n\n", manual_of(rule))
    return re.sub(r"``([^`]+)``", r"`\1`", " ".join(f"{text}\n".split("\n")).replace("  ", "\n\n")).strip()


# Commands

_COMMANDS_INTRODUCTION: Final = Localized(
    """# الأوامر

كل ما يُطلب من الأمر `newsroom`، ومكانه في البيئة <code dir="ltr">.venv/bin/newsroom</code>.
والملفات القصيرة في مجلد `scripts` تهيّئ البيئة أولًا، ثم تمرّر ما يُكتب بعدها إلى الأمر نفسه.""",
    """# Commands

Everything that `newsroom` can be told; inside the environment it is `.venv/bin/newsroom`. The short files in `scripts/`
make the environment first and hand their arguments on to the same command.""",
)
_CODES: Final = Localized(
    """## رموز الخروج

يعني ٠ أن العمل تم ولا أخطاء، و١ أن في المحتوى أخطاء، و٣ أن العمل تعذّر:
خيار غير صحيح، أو لا مركز إعلامي هنا، أو لا مكان على القرص.""",
    """## Exit codes

0: done, and nothing is wrong. 1: the content has errors. 3: the work could not be done: wrong arguments, no newsroom
here, no room on the disk.""",
)
_BEFORE: Final = Localized("قبل أي أمر", "Before any command")
_INSTANT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\S+")
_VERB: Final = Localized("الأمر `newsroom {}`", "`newsroom {}`")
_ARGUMENT_COLUMNS: Final = Localized(("يُكتب", "معناه"), ("written", "meaning"))


def verbs(language: Language) -> dict[str, argparse.ArgumentParser]:
    """The real parser of each verb."""
    return dict(_verb_action(parser(language)).choices)


def _verb_action(parser: argparse.ArgumentParser) -> Any:
    return next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))


def _commands(language: Language) -> Iterator[str]:
    whole = parser(language)
    verb_action = _verb_action(whole)
    meanings = {action.dest: action.help for action in verb_action._choices_actions}
    yield _COMMANDS_INTRODUCTION[language]
    yield from ("", _CODES[language], "", f"## {_BEFORE[language]}")
    yield from _arguments(whole, language)
    for verb, parser_of_verb in verb_action.choices.items():
        sentence = meanings[verb][0].upper() + meanings[verb][1:]
        yield from ("", f"## {_VERB[language].format(verb)}", "", f"{sentence}.")
        yield from _arguments(parser_of_verb, language)


def _arguments(parser: argparse.ArgumentParser, language: Language) -> Iterator[str]:
    rows = [
        (_in(language, _written(action)), _explained(action, language))
        for action in parser._actions
        if not isinstance(action, argparse._HelpAction | argparse._SubParsersAction)
    ]
    if rows:
        yield from _table(_ARGUMENT_COLUMNS[language], rows, language)


def _explained(action: argparse.Action, language: Language) -> str:
    """What an argument means and what it may be."""
    meaning = _INSTANT.sub(lambda match: _in(language, match[0]), action.help or "")
    choices = _JOINT[language].join(f"`{choice}`" for choice in action.choices or ())
    return ": ".join(filter(None, (meaning, choices)))


def _written(action: argparse.Action) -> str:
    value = action.metavar or action.dest.upper()
    if not action.option_strings:
        return str(value)
    return action.option_strings[-1] if action.nargs == 0 else f"{action.option_strings[-1]} {value}"


# Writing


def _in(language: Language, code: str) -> str:
    """Code in a text of a language."""
    if not code:
        return ""
    return _code(code) if language == "ar" else f"`{code}`"


def _code(code: str) -> str:
    """Code in Arabic text."""
    return f"`{code}`" if reads_the_same_in_arabic(code) else f'<code dir="ltr">{code}</code>'


def reads_the_same_in_arabic(code: str) -> bool:
    """Whether the letters around it leave code as it is: signs at its ends, and figures at its beginning, are moved."""
    return code[0].isalpha() and code[-1].isascii() and code[-1].isalnum()


def _table(columns: tuple[str, ...], rows: Any, language: Language) -> Iterator[str]:
    """A Markdown table; an Arabic one begins on the right."""
    yield from ("", '<div dir="rtl">', "") if language == "ar" else ("",)
    yield _row(columns)
    yield "|" + "---|" * len(columns)
    yield from map(_row, rows)
    if language == "ar":
        yield from ("", "</div>")


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(re.sub(r"(?<!\\)\|", r"\\|", cell) for cell in cells) + " |"


if __name__ == "__main__":
    main()
