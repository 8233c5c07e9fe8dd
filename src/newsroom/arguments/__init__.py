"""What can be typed: the command's verbs and their arguments, explained in the user's language."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from newsroom.arguments.going_live import (
    add_host,
    add_init,
    add_manifest,
    add_publish,
    add_publisher,
    add_receive,
    add_releases,
    add_rollback,
    add_serve_config,
    add_upgrade,
    add_upload,
    add_verify,
)
from newsroom.arguments.speaking import Parser, add_form, parser_in
from newsroom.model.language import Language
from newsroom.model.policy import ROLES
from newsroom.model.post import POST_TYPES
from newsroom.model.problem import ADDRESSEES
from newsroom.reading.schema import PUBLISHED

FORMATS: Final = ("text", "json", "sarif", "github")
"""In which findings can be told."""
PLAN_FORMATS: Final = ("table", "json", "ics")
"""In which the plan can be told."""
ARRANGEMENTS: Final = ("objective", "audience", "executive")
"""By which the table of the plan can be arranged."""


def parser(language: Language) -> Parser:
    """The command's arguments, explained in a language."""
    whole = parser_in(language, prog="newsroom")
    text = whole.text
    whole.description = text("A bilingual executive newsroom.", "مركز إعلامي بلغتين.")
    folder = text("the newsroom's folder", "مجلد المركز الإعلامي")
    whole.options.add_argument("--root", type=Path, default=Path(), metavar="DIR", help=folder)
    whole.options.add_argument("--language", choices=("ar", "en"), help=text("the language of messages", "لغة الرسائل"))
    verbs = whole.add_subparsers(required=True, metavar="COMMAND", title=text("commands", "الأوامر"))
    _add_accounts(verbs.add_parser("accounts", help=text("which accounts can be sent to", "أي الحسابات صالحة للإرسال")))
    _add_addresses(
        verbs.add_parser("addresses", help=text("what the site offers for ever", "العناوين التي يعرضها الموقع دائمًا"))
    )
    _add_approvals(verbs.add_parser("approvals", help=text("who has consented to what", "من وافق وعلى ماذا")))
    _add_approve(verbs.add_parser("approve", help=text("consent to a post", "الموافقة على منشور")))
    _add_audit(verbs.add_parser("audit", help=text("who wrote, approved and released what", "من كتب ووافق ونشر، ومتى")))
    _add_build(verbs.add_parser("build", help=text("build the site", "بناء الموقع")))
    _add_clean(verbs.add_parser("clean", help=text("remove what builds remember", "حذف ما يتذكره البناء")))
    _add_serve(verbs.add_parser("serve", help=text("show the site on this machine", "عرض الموقع على هذا الجهاز")))
    add_serve_config(
        verbs.add_parser("serve-config", help=text("print a web server's settings", "طباعة إعدادات خادم الويب"))
    )
    _add_check(verbs.add_parser("check", help=text("report every problem", "عرض كل المشكلات")))
    _add_crosspost(
        verbs.add_parser("crosspost", help=text("send to accounts all that is due", "إرسال كل ما حان إلى الحسابات"))
    )
    _add_due(verbs.add_parser("due", help=text("when the site next changes by itself", "متى يتغير الموقع من نفسه")))
    _add_figures(verbs.add_parser("figures", help=text("list figures and what uses them", "عرض الأرقام وما يستعملها")))
    _add_history(verbs.add_parser("history", help=text("what readers could see of a post", "ما رآه القراء من منشور")))
    add_host(
        verbs.add_parser(
            "host", help=text("make a folder to which newsrooms are pushed", "إنشاء مجلد تُدفع إليه المراكز")
        )
    )
    add_init(verbs.add_parser("init", help=text("begin a newsroom of your own", "بدء مركز إعلامي خاص بك")))
    add_manifest(verbs.add_parser("manifest", help=text("sign a finished site", "توقيع موقع تم بناؤه")))
    _add_new(verbs.add_parser("new", help=text("begin a post", "بدء منشور")))
    _add_plan(
        verbs.add_parser("plan", help=text("what the plan asks for, and what became of it", "ما تطلبه الخطة وما تم"))
    )
    _add_prove(
        verbs.add_parser("prove", help=text("prove that nothing held is in the site", "إثبات أن لا محجوب في الموقع"))
    )
    add_publish(verbs.add_parser("publish", help=text("make live what is to be seen now", "نشر ما يُعرض الآن")))
    add_publisher(
        verbs.add_parser("publisher", help=text("publish at each instant, on the minute", "النشر في كل موعد بدقيقته"))
    )
    add_receive(
        verbs.add_parser("receive", help=text("what git calls when somebody pushes", "ما يستدعيه git عند الدفع"))
    )
    add_releases(verbs.add_parser("releases", help=text("list what was published", "عرض ما نُشر")))
    _add_resolve(verbs.add_parser("resolve", help=text("say what became of a message", "بيان ما صارت إليه رسالة")))
    add_rollback(verbs.add_parser("rollback", help=text("serve an earlier release again", "العودة إلى إصدار سابق")))
    _add_schema(verbs.add_parser("schema", help=text("print a JSON Schema", "طباعة مخطط JSON")))
    _add_status(verbs.add_parser("status", help=text("what was sent, and what was not", "ما أُرسل وما لم يُرسل")))
    add_upgrade(
        verbs.add_parser("upgrade", help=text("bring the hosts' files up to this version", "ترقية ملفات الاستضافة"))
    )
    add_upload(
        verbs.add_parser("upload", help=text("publish the site to a store that speaks S3", "نشر الموقع في مخزن S3"))
    )
    add_verify(
        verbs.add_parser("verify", help=text("tell whether something was published", "التحقق من أن شيئًا نُشر كما هو"))
    )
    return whole


def _add_addresses(parser: Parser) -> None:
    write = parser.text("add them to addresses.txt, to be committed", "إضافتها إلى addresses.txt لإيداعه")
    parser.options.add_argument("--write", action="store_true", help=write)
    parser.set_defaults(verb="addresses")


def _add_approvals(parser: Parser) -> None:
    _add_slug(parser, nargs="?")
    parser.set_defaults(verb="approvals")


def _add_slug(parser: Parser, **options: Any) -> None:
    slug = parser.text("a post's slug, or its year and slug: 2026/annual-results", "اسم المنشور، أو سنته واسمه")
    parser.values.add_argument("slug", help=slug, **options)


def _add_approve(parser: Parser) -> None:
    _add_slug(parser)
    parser.options.add_argument("--role", choices=ROLES, required=True, help=parser.text("as what", "بأي صفة"))
    key = parser.text("the file of your key; else your agent is asked", "ملف مفتاحك، وإلا سُئل الوكيل ssh-agent")
    parser.options.add_argument("--key", type=Path, metavar="FILE", help=key)
    who = parser.text("who you are, as policy.yml has it", "من أنت، كما في policy.yml")
    parser.options.add_argument("--as", dest="principal", metavar="EMAIL", help=who)
    sure = parser.text("do not ask whether you are sure", "دون سؤال عن التأكيد")
    parser.options.add_argument("--yes", action="store_true", help=sure)
    parser.set_defaults(verb="approve")


def _add_audit(parser: Parser) -> None:
    written = parser.text("how it is written; csv unless told otherwise", "صيغة الكتابة، وهي csv ما لم تغيّرها")
    parser.options.add_argument("--format", choices=("csv", "json"), default="csv", help=written)
    parser.set_defaults(verb="audit")


def _add_build(parser: Parser) -> None:
    _add_edition(parser)
    folder = parser.text("where to write instead", "مجلد آخر للكتابة فيه")
    parser.options.add_argument("--site-dir", type=Path, metavar="DIR", help=folder)
    strict = parser.text("let warnings stop the build", "إيقاف البناء عند التنبيهات أيضًا")
    parser.options.add_argument("--strict", action="store_true", help=strict)
    timings = parser.text("print what was done, and the time it took, as JSON", "طباعة ما أُنجز وزمنه بصيغة JSON")
    parser.options.add_argument("--timings", action="store_true", help=timings)
    parser.set_defaults(verb="build")


def _add_clean(parser: Parser) -> None:
    parser.set_defaults(verb="clean")


def _add_serve(parser: Parser) -> None:
    _add_edition(parser)
    where = parser.text(
        "where to listen; 127.0.0.1:8000 unless told otherwise", "عنوان العرض، وهو 127.0.0.1:8000 ما لم تغيّره"
    )
    parser.options.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT", help=where)
    parser.options.add_argument("--open", action="store_true", help=parser.text("open the browser", "فتح المتصفح"))
    poll = parser.text(
        "look at the files where the system does not tell of changes, as in some containers",
        "النظر في الملفات حيث لا يخبر النظام بتغيّرها، كما في بعض الحاويات",
    )
    parser.options.add_argument("--poll", action="store_true", help=poll)
    parser.set_defaults(verb="serve")


def _add_check(parser: Parser) -> None:
    written = parser.text("how it is written; text unless told otherwise", "صيغة الكتابة، وهي text ما لم تغيّرها")
    parser.options.add_argument("--format", choices=FORMATS, default="text", help=written)
    role = parser.text("only what this role can mend", "ما تصلحه هذه الصفة وحدها")
    parser.options.add_argument("--for", dest="addressee", choices=ADDRESSEES, help=role)
    fix = parser.text("mend what is mechanical, and report the rest", "إصلاح ما هو آلي، وعرض الباقي")
    parser.options.add_argument("--fix", action="store_true", help=fix)
    code = parser.text("tell what a rule is for, and check nothing", "شرح قاعدة دون فحص شيء")
    parser.options.add_argument("--explain", metavar="CODE", help=code)
    parser.set_defaults(verb="check")


def _add_accounts(parser: Parser) -> None:
    what = parser.text(
        "ask each network whether the account works; nothing is sent", "سؤال كل شبكة أيعمل الحساب، دون إرسال"
    )
    parser.values.add_argument("what", choices=("check",), help=what)
    add_form(parser)
    parser.set_defaults(verb="accounts")


def _add_crosspost(parser: Parser) -> None:
    _add_slug(parser, nargs="?")
    acts = parser.options.add_mutually_exclusive_group()
    preview = parser.text("show what would be sent of a post, and send nothing", "عرض ما سيُرسل عن منشور من غير إرسال")
    acts.add_argument("--preview", action="store_true", help=preview)
    delete = parser.text("take down what was sent of a post that was withdrawn", "حذف ما أُرسل عن منشور مسحوب")
    acts.add_argument("--delete", action="store_true", help=delete)
    add_form(parser)
    parser.set_defaults(verb="crosspost")


def _add_due(parser: Parser) -> None:
    parser.options.add_argument(
        "--at", metavar="INSTANT", help=parser.text("count from this instant", "العدّ من هذه اللحظة")
    )
    parser.set_defaults(verb="due")


def _add_history(parser: Parser) -> None:
    _add_slug(parser)
    instant = parser.text(
        "show the text as it stood at this instant: 2026-02-25T12:00",
        "عرض النص كما كان في هذه اللحظة: 2026-02-25T12:00",
    )
    parser.options.add_argument("--at", metavar="INSTANT", help=instant)
    written = parser.text("how it is written; text unless told otherwise", "صيغة الكتابة، وهي text ما لم تغيّرها")
    parser.options.add_argument("--format", choices=("text", "json"), default="text", help=written)
    parser.set_defaults(verb="history")


def _add_new(parser: Parser) -> None:
    parser.values.add_argument("what", choices=("post",), help=parser.text("what to begin", "ما يُبدأ"))
    parser.values.add_argument("title", help=parser.text("its title, in either language", "عنوانه بأي من اللغتين"))
    parser.options.add_argument("--type", choices=POST_TYPES, default="release", help=parser.text("its type", "نوعه"))
    parser.options.add_argument("--author", metavar="KEY", help=parser.text("who speaks", "المتحدث"))
    parser.options.add_argument(
        "--slug", help=parser.text("the last part of its permanent address", "آخر جزء من رابطه الدائم")
    )
    parser.set_defaults(verb="new")


def _add_figures(parser: Parser) -> None:
    name = parser.text("one figure: its file's name without .yml", "رقم واحد: اسم ملفه بلا .yml")
    parser.values.add_argument("name", nargs="?", help=name)
    parser.set_defaults(verb="figures")


def _add_plan(parser: Parser) -> None:
    parser.options.add_argument(
        "--at", metavar="INSTANT", help=parser.text("look from this instant", "النظر من هذه اللحظة")
    )
    written = parser.text(
        "how it is written: a table unless told otherwise, JSON for scripts, iCalendar for the team",
        "صيغة الكتابة: جدول ما لم تغيّرها، أو JSON للبرامج، أو iCalendar لتقويم الفريق",
    )
    parser.options.add_argument("--format", choices=PLAN_FORMATS, default="table", help=written)
    by = parser.text(
        "how the table is arranged; by objective unless told otherwise", "ترتيب الجدول، وهو بالأهداف ما لم تغيّره"
    )
    parser.options.add_argument("--by", choices=ARRANGEMENTS, default="objective", help=by)
    overdue = parser.text("only what has passed unmet", "المتأخر وحده")
    parser.options.add_argument("--overdue", action="store_true", help=overdue)
    parser.set_defaults(verb="plan")


def _add_prove(parser: Parser) -> None:
    site = parser.text("the site's folder; `site` unless told otherwise", "مجلد الموقع، وهو site ما لم تغيّره")
    parser.values.add_argument("site", nargs="?", type=Path, metavar="SITE", help=site)
    at = parser.text("what is held back at this instant, not now", "ما يُحجب في هذه اللحظة لا الآن")
    parser.options.add_argument("--at", metavar="INSTANT", help=at)
    written = parser.text("how it is written; text unless told otherwise", "صيغة الكتابة، وهي text ما لم تغيّرها")
    parser.options.add_argument("--format", choices=("text", "json"), default="text", help=written)
    parser.set_defaults(verb="prove")


def _add_resolve(parser: Parser) -> None:
    key = parser.text("the message's key, as status shows it", "مفتاح الرسالة كما يعرضه الأمر status")
    parser.values.add_argument("key", help=key)
    decision = parser.text(
        "sent: it is there; send: it is not, send it; drop: do not send it",
        "sent: هي هناك؛ send: ليست هناك فتُرسل؛ drop: لا تُرسل",
    )
    parser.values.add_argument("decision", choices=("sent", "send", "drop"), help=decision)
    address = parser.text("where it is there", "رابطها هناك")
    parser.options.add_argument("--address", default="", metavar="URL", help=address)
    parser.set_defaults(verb="resolve")


def _add_schema(parser: Parser) -> None:
    parser.values.add_argument("name", choices=tuple(PUBLISHED), help=parser.text("which schema", "أي مخطط"))
    parser.set_defaults(verb="schema")


def _add_status(parser: Parser) -> None:
    _add_slug(parser, nargs="?")
    add_form(parser)
    parser.set_defaults(verb="status")


def _add_edition(parser: Parser) -> None:
    edition = parser.options.add_mutually_exclusive_group()
    at = parser.text(
        "the site as it is at this instant: 2027-01-01T08:00+04:00", "الموقع في هذه اللحظة: 2027-01-01T08:00+04:00"
    )
    edition.add_argument("--at", metavar="INSTANT", help=at)
    edition.add_argument(
        "--preview", action="store_true", help=parser.text("everything, due or not", "كل شيء، وإن لم يحن موعده")
    )
