"""The command ``newsroom``: arguments in, sentences and exit codes out.

0: done, and nothing is wrong. 1: the content has problems. 3: the work could not be done: wrong arguments, no newsroom
here, no room on the disk. Problems and results go to standard output, everything else to standard error.
"""

from __future__ import annotations

import argparse
import datetime
import gc
import io
import json
import os
import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from newsroom.commands import check, due, figures, headers, new, schema
from newsroom.commands.edition import Edition, parse_instant
from newsroom.engine.build import build, serve
from newsroom.engine.cleaning import clean
from newsroom.engine.progress import for_terminal
from newsroom.errors import NewsroomError, ProblemsFound
from newsroom.model.language import Language
from newsroom.model.post import POST_TYPES
from newsroom.model.problem import Problem
from newsroom.reading.schema import PUBLISHED

DONE: Final = 0
PROBLEMS: Final = 1
COULD_NOT: Final = 3


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that has no Arabic gets escapes instead of a crash.
            stream.reconfigure(errors="backslashreplace")
    code = run(sys.argv[1:] if arguments is None else arguments)
    # The interpreter would go through everything that a build holds once more before it lets go of it.
    gc.freeze()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run the command, and give its exit code."""
    language = _language(arguments)
    wanted = parser(language).parse_args(arguments)
    try:
        return int(wanted.verb(wanted, language))
    except ProblemsFound as error:
        _report(error.problems, language)
        return PROBLEMS
    except NewsroomError as error:
        _say(error.sentence(language))
        return COULD_NOT
    except KeyboardInterrupt:
        return COULD_NOT


def _language(arguments: Sequence[str]) -> Language:
    """The language of messages: ``--language``, else the user's locale."""
    early = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    early.add_argument("--language", nargs="?")
    chosen = early.parse_known_args(arguments)[0].language
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    wanted = chosen or next((name for name in names if name), "")
    return "ar" if wanted.startswith("ar") else "en"


class _ArabicFormatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "الاستعمال: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks the user's language and leaves with our exit code for wrong arguments.

    What argparse itself finds wrong it says in English; around it, everything is in the user's language.
    """

    language: Language = "en"
    formatter: type[argparse.HelpFormatter] = argparse.HelpFormatter

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "add_help": False, "formatter_class": self.formatter})
        self.values = self.add_argument_group(self.text("arguments", "المعطيات"))
        self.options = self.add_argument_group(self.text("options", "الخيارات"))
        self.options.add_argument("-h", "--help", action="help", help=self.text("show this help", "عرض هذه المساعدة"))

    def text(self, en: str, ar: str) -> str:
        """Choose between English and Arabic words."""
        return ar if self.language == "ar" else en

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        _say(self.text(f"newsroom: {message}", f"newsroom: الأمر غير صحيح ({message})؛ المساعدة بالخيار --help"))
        sys.exit(COULD_NOT)


class _ArabicParser(_Parser):
    language = "ar"
    formatter = _ArabicFormatter


def parser(language: Language) -> _Parser:
    """The command's arguments, explained in a language."""
    whole = (_ArabicParser if language == "ar" else _Parser)(prog="newsroom")
    text = whole.text
    whole.description = text("A bilingual executive newsroom.", "مركز إعلامي بلغتين.")
    folder = text("the newsroom's folder", "مجلد المركز الإعلامي")
    whole.options.add_argument("--root", type=Path, default=Path(), metavar="DIR", help=folder)
    whole.options.add_argument("--language", choices=("ar", "en"), help=text("the language of messages", "لغة الرسائل"))
    verbs = whole.add_subparsers(required=True, metavar="COMMAND", title=text("commands", "الأوامر"))
    _add_build(verbs.add_parser("build", help=text("build the site", "بناء الموقع")))
    _add_clean(verbs.add_parser("clean", help=text("remove what builds remember", "حذف ما يتذكره البناء")))
    _add_serve(verbs.add_parser("serve", help=text("show the site on this machine", "عرض الموقع على هذا الجهاز")))
    _add_check(verbs.add_parser("check", help=text("report every problem", "عرض كل المشكلات")))
    _add_due(verbs.add_parser("due", help=text("when the site next changes by itself", "متى يتغير الموقع من نفسه")))
    _add_figures(verbs.add_parser("figures", help=text("list figures and what uses them", "عرض الأرقام وما يستعملها")))
    _add_headers(verbs.add_parser("headers", help=text("print a server's settings", "طباعة إعدادات الخادم")))
    _add_new(verbs.add_parser("new", help=text("begin a post", "بدء منشور")))
    _add_schema(verbs.add_parser("schema", help=text("print a JSON Schema", "طباعة مخطط JSON")))
    return whole


def _add_build(parser: _Parser) -> None:
    _add_edition(parser)
    folder = parser.text("where to write instead", "مجلد آخر للكتابة فيه")
    parser.options.add_argument("--site-dir", type=Path, metavar="DIR", help=folder)
    strict = parser.text("let warnings stop the build", "إيقاف البناء عند التنبيهات أيضًا")
    parser.options.add_argument("--strict", action="store_true", help=strict)
    timings = parser.text("print what was done, and the time it took, as JSON", "طباعة ما أُنجز وزمنه بصيغة JSON")
    parser.options.add_argument("--timings", action="store_true", help=timings)
    parser.set_defaults(verb=_build)


def _add_clean(parser: _Parser) -> None:
    parser.set_defaults(verb=_clean)


def _add_serve(parser: _Parser) -> None:
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
    parser.set_defaults(verb=_serve)


def _add_check(parser: _Parser) -> None:
    parser.set_defaults(verb=_check)


def _add_due(parser: _Parser) -> None:
    parser.options.add_argument(
        "--at", metavar="INSTANT", help=parser.text("count from this instant", "العدّ من هذه اللحظة")
    )
    parser.set_defaults(verb=_due)


def _add_new(parser: _Parser) -> None:
    parser.values.add_argument("what", choices=("post",), help=parser.text("what to begin", "ما يُبدأ"))
    parser.values.add_argument("title", help=parser.text("its title, in either language", "عنوانه بأي من اللغتين"))
    parser.options.add_argument("--type", choices=POST_TYPES, default="release", help=parser.text("its type", "نوعه"))
    parser.options.add_argument("--author", metavar="KEY", help=parser.text("who speaks", "المتحدث"))
    parser.options.add_argument(
        "--slug", help=parser.text("the last part of its permanent address", "آخر جزء من رابطه الدائم")
    )
    parser.set_defaults(verb=_new)


def _add_figures(parser: _Parser) -> None:
    name = parser.text("one figure: its file's name without .yml", "رقم واحد: اسم ملفه بلا .yml")
    parser.values.add_argument("name", nargs="?", help=name)
    parser.set_defaults(verb=_figures)


def _add_headers(parser: _Parser) -> None:
    server = parser.text("which server", "أي خادم")
    parser.values.add_argument("server", choices=tuple(headers.SERVERS), help=server)
    parser.set_defaults(verb=_headers)


def _add_schema(parser: _Parser) -> None:
    parser.values.add_argument("name", choices=tuple(PUBLISHED), help=parser.text("which schema", "أي مخطط"))
    parser.set_defaults(verb=_schema)


def _add_edition(parser: _Parser) -> None:
    edition = parser.options.add_mutually_exclusive_group()
    at = parser.text(
        "the site as it is at this instant: 2027-01-01T08:00+04:00", "الموقع في هذه اللحظة: 2027-01-01T08:00+04:00"
    )
    edition.add_argument("--at", metavar="INSTANT", help=at)
    edition.add_argument(
        "--preview", action="store_true", help=parser.text("everything, due or not", "كل شيء، وإن لم يحن موعده")
    )


def _edition(wanted: argparse.Namespace) -> Edition:
    if wanted.preview:
        return Edition(None)
    return Edition(parse_instant(wanted.at), is_supposed=True) if wanted.at else Edition(_now())


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _build(wanted: argparse.Namespace, language: Language) -> int:
    edition = _edition(wanted)
    summary, folder = build(
        wanted.root,
        edition,
        wanted.site_dir,
        strict=wanted.strict,
        language=language,
        progress=for_terminal(language),
    )
    print(json.dumps(summary.record()) if wanted.timings else summary.sentences(language))
    if wanted.at:
        _say(
            f"الموقع في {folder} كما يكون في {wanted.at}، لا كما هو الآن"
            if language == "ar"
            else f"{folder} holds the site as it is at {wanted.at}, not now"
        )
    if edition.now is None:
        _say(
            f"معاينة داخلية في {folder}؛ لا تنشرها" if language == "ar" else f"preview in {folder}: not for publication"
        )
    return DONE


def _serve(wanted: argparse.Namespace, language: Language) -> int:
    edition = _edition(wanted)
    if edition.now is None:
        os.environ["NEWSROOM_PREVIEW"] = "1"
    elif wanted.at:
        os.environ["NEWSROOM_AT"] = wanted.at
    if wanted.poll:
        os.environ["NEWSROOM_POLL"] = "1"
    serve(wanted.root, wanted.address, open_browser=wanted.open, language=language)
    return DONE


def _clean(wanted: argparse.Namespace, language: Language) -> int:
    removed = list(clean(wanted.root))
    for path in removed:
        print(path)
    if not removed:
        _say("لا شيء يُحذف" if language == "ar" else "there was nothing to remove")
    return DONE


def _check(wanted: argparse.Namespace, language: Language) -> int:
    return _report(check.check(wanted.root), language)


def _due(wanted: argparse.Namespace, language: Language) -> int:
    instant = due.due(wanted.root, parse_instant(wanted.at) if wanted.at else _now())
    if instant:
        print(instant.isoformat())
    else:
        _say("لا شيء في الانتظار" if language == "ar" else "nothing is waiting")
    return DONE


def _figures(wanted: argparse.Namespace, language: Language) -> int:
    for line in figures.figures(wanted.root, wanted.name, language):
        print(line)
    return DONE


def _headers(wanted: argparse.Namespace, _: Language) -> int:
    print(headers.headers(wanted.root, wanted.server), end="")
    return DONE


def _new(wanted: argparse.Namespace, language: Language) -> int:
    written = new.new_post(
        wanted.root,
        wanted.title,
        post_type=wanted.type,
        author=wanted.author,
        slug=wanted.slug,
        now=_now(),
        choose=secrets.choice,
    )
    for path in written:
        print(path)
    _say(
        "المنشور محجوب إلى أن تحذف pubstatus: withheld"
        if language == "ar"
        else "the post is withheld until you delete pubstatus: withheld"
    )
    return DONE


def _schema(wanted: argparse.Namespace, _: Language) -> int:
    print(schema.published_schema(wanted.name), end="")
    return DONE


def _report(problems: Sequence[Problem], language: Language) -> int:
    """Print every problem on its line, and count them."""
    for problem in problems:
        print(problem.line_of_text(language))
    errors = sum(problem.is_error for problem in problems)
    warnings = len(problems) - errors
    _say(f"الأخطاء: {errors}، التنبيهات: {warnings}" if language == "ar" else f"errors: {errors}, warnings: {warnings}")
    return PROBLEMS if errors else DONE


def _say(text: str) -> None:
    print(text, file=sys.stderr)
