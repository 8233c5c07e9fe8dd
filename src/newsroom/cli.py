"""The command ``newsroom``: arguments in, sentences and exit codes out.

0: done, and nothing is wrong. 1: the content has problems. 3: the work could not be done: wrong arguments, no newsroom
here, no room on the disk. Problems and results go to standard output, everything else to standard error.

Each verb loads what it needs when it is asked for: to load everything takes longer than most of them.
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
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NoReturn

from newsroom.arguments import parser
from newsroom.arguments.speaking import COULD_NOT
from newsroom.commands.instants import parse_instant
from newsroom.errors import LeakFound, NewsroomError, ProblemsFound
from newsroom.model.language import Language
from newsroom.model.problem import Problem
from newsroom.terminal import DONE, PROBLEMS, is_sure, say

if TYPE_CHECKING:
    from newsroom.commands.edition import Edition
    from newsroom.crosspost.world import World


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that has no Arabic gets escapes instead of a crash.
            stream.reconfigure(errors="backslashreplace")
    try:
        code = run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has seen enough, as ``head`` has; what is still in the buffer must not be tried again at exit
        # (https://docs.python.org/3/library/signal.html#note-on-sigpipe).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = COULD_NOT
    # The interpreter would go through everything that a build holds once more before it lets go of it.
    gc.freeze()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run the command, and give its exit code."""
    language = _language(arguments)
    wanted = parser(language).parse_args(arguments)
    try:
        return _VERBS[wanted.verb](wanted, language)
    except ProblemsFound as error:
        language = error.language or language
        _report(error.problems, language)
        if isinstance(error, LeakFound):
            say(
                "لم يُنشر شيء وبقي الموقع كما كان"
                if language == "ar"
                else "nothing was published; the site was left as it was"
            )
        return PROBLEMS
    except NewsroomError as error:
        say(error.sentence(error.language or language))
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


def _edition(wanted: argparse.Namespace) -> Edition:
    from newsroom.commands.edition import Edition  # noqa: PLC0415

    if wanted.preview:
        return Edition(None, planned_at=_now())
    return Edition(parse_instant(wanted.at), is_supposed=True) if wanted.at else Edition(_now())


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _addresses(wanted: argparse.Namespace, language: Language) -> int:
    from newsroom.commands import addresses  # noqa: PLC0415

    if not wanted.write:
        print("\n".join(addresses.addresses(wanted.root, _now())))
        return DONE
    path, held, new = addresses.write_addresses(wanted.root, _now())
    print(path)
    say(f"العناوين: {held}؛ منها جديد: {new}" if language == "ar" else f"addresses: {held}; new among them: {new}")
    return DONE


def _approvals(wanted: argparse.Namespace, language: Language) -> int:
    from newsroom.commands import approvals  # noqa: PLC0415

    for line in approvals.approvals(wanted.root, wanted.slug, language):
        print(line)
    return DONE


def _approve(wanted: argparse.Namespace, language: Language) -> int:
    from newsroom.commands import approve  # noqa: PLC0415

    statement = approve.to_be_signed(wanted.root, wanted.slug, wanted.role, wanted.principal, _now())
    print(approve.shown(statement), end="")
    if not (wanted.yes or is_sure(language)):
        return COULD_NOT
    for path in approve.approve(wanted.root, statement, wanted.key):
        print(path)
    say(
        "أودِع هذين الملفين (git commit)، فلا تُحسب الموافقة إلا لهذا النص بعينه"
        if language == "ar"
        else "commit these two files; the consent is to these very words and to no others"
    )
    return DONE


def _audit(wanted: argparse.Namespace, _: Language) -> int:
    from newsroom.commands import audit  # noqa: PLC0415

    rows = audit.audit(wanted.root, _now())
    sys.stdout.write(audit.as_json(rows) if wanted.format == "json" else audit.as_csv(rows))
    return DONE


def _build(wanted: argparse.Namespace, language: Language) -> int:
    from newsroom.engine.build import build  # noqa: PLC0415
    from newsroom.engine.progress import for_terminal  # noqa: PLC0415

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
        say(
            f"الموقع في {folder} كما يكون في {wanted.at}، لا كما هو الآن"
            if language == "ar"
            else f"{folder} holds the site as it is at {wanted.at}, not now"
        )
    if edition.now is None:
        say(
            f"معاينة داخلية في {folder}؛ لا تنشرها" if language == "ar" else f"preview in {folder}: not for publication"
        )
    return DONE


def _serve(wanted: argparse.Namespace, language: Language) -> int:
    from newsroom.engine.build import serve  # noqa: PLC0415

    edition = _edition(wanted)
    if edition.now is None:
        os.environ["NEWSROOM_PREVIEW"] = "1"
    elif wanted.at:
        os.environ["NEWSROOM_AT"] = wanted.at
    if wanted.poll:
        os.environ["NEWSROOM_POLL"] = "1"
    serve(wanted.root, wanted.address, open_browser=wanted.open, language=language)
    return DONE


def _serve_config(wanted: argparse.Namespace, _: Language) -> int:
    from newsroom.commands.serve_config import serve_config  # noqa: PLC0415

    folders = (wanted.site, wanted.previews, wanted.password)
    print(serve_config(wanted.root, wanted.server, _now(), *folders, inside=wanted.inside), end="")
    return DONE


def _clean(wanted: argparse.Namespace, language: Language) -> int:
    from newsroom.engine.cleaning import clean  # noqa: PLC0415

    removed = list(clean(wanted.root))
    for path in removed:
        print(path)
    if not removed:
        say("لا شيء يُحذف" if language == "ar" else "there was nothing to remove")
    return DONE


def _check(wanted: argparse.Namespace, language: Language) -> int:
    if wanted.explain:
        from newsroom.commands.explain import explain  # noqa: PLC0415

        print("\n".join(explain(wanted.explain, language)))
        return DONE
    from newsroom.engine.checking import check_remembering  # noqa: PLC0415

    problems = _mended(wanted, language) if wanted.fix else check_remembering(wanted.root, _now())
    shown = [problem for problem in problems if wanted.addressee in (None, problem.rule.addressee)]
    return _report(shown, language, wanted.format)


def _mended(wanted: argparse.Namespace, language: Language) -> tuple[Problem, ...]:
    """Mend, say what was mended, and give what is left."""
    from newsroom.commands.mending import sentence  # noqa: PLC0415
    from newsroom.engine.checking import check_and_mend  # noqa: PLC0415

    problems, mended = check_and_mend(wanted.root, _now())
    for each in mended:
        say(sentence(each, language))
    if not mended:
        say("لا شيء يُصلح آليًّا" if language == "ar" else "nothing could be mended mechanically")
    return problems


def _to_accounts(wanted: argparse.Namespace, language: Language) -> int:
    from newsroom.sending import VERBS  # noqa: PLC0415

    return VERBS[wanted.verb](wanted, language, _world())


def _world() -> World:
    from newsroom.crosspost.world import World  # noqa: PLC0415
    from newsroom.networks.secrets import from_keyring  # noqa: PLC0415

    return World(_now, time.sleep, lambda: secrets.token_hex(8), os.environ, from_keyring)


def _on_host(wanted: argparse.Namespace, language: Language) -> int:
    from newsroom.publishing.verbs import VERBS  # noqa: PLC0415

    # Git tells its hooks there where that lies which is being pushed.
    wanted.environment = os.environ
    return VERBS[wanted.verb](wanted, language, _now)


def _publisher(wanted: argparse.Namespace, language: Language) -> int:
    from newsroom.publishing.waiting import publisher  # noqa: PLC0415

    return publisher(wanted, language, _now, time.sleep)


def _due(wanted: argparse.Namespace, language: Language) -> int:
    from newsroom.commands import due  # noqa: PLC0415

    instant = due.due(wanted.root, parse_instant(wanted.at) if wanted.at else _now())
    if instant:
        print(instant.isoformat())
    else:
        say("لا شيء في الانتظار" if language == "ar" else "nothing is waiting")
    return DONE


def _figures(wanted: argparse.Namespace, language: Language) -> int:
    from newsroom.commands import figures  # noqa: PLC0415

    for line in figures.figures(wanted.root, wanted.name, language):
        print(line)
    return DONE


def _history(wanted: argparse.Namespace, language: Language) -> int:
    from newsroom.commands import history, past_forms  # noqa: PLC0415

    now = _now()
    past = history.past_of(wanted.root, wanted.slug, now)
    if wanted.at:
        instant = parse_instant(wanted.at)
        instant = instant if instant.tzinfo else instant.replace(tzinfo=past.zone)
        past = replace(past, periods=history.at(past, instant, now))
    write = past_forms.as_json if wanted.format == "json" else past_forms.as_text
    print(write(past, language, with_words=bool(wanted.at)), end="")
    return DONE


def _founding(wanted: argparse.Namespace, language: Language) -> int:
    from newsroom import founding  # noqa: PLC0415

    return founding.VERBS[wanted.verb](wanted, language, _now, secrets.choice)


def _new(wanted: argparse.Namespace, language: Language) -> int:
    from newsroom.commands import new  # noqa: PLC0415

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
    say(
        "المنشور محجوب إلى أن تحذف pubstatus: withheld"
        if language == "ar"
        else "the post is withheld until you delete pubstatus: withheld"
    )
    return DONE


def _plan(wanted: argparse.Namespace, language: Language) -> int:
    from newsroom.commands import plan  # noqa: PLC0415
    from newsroom.languages import plan_words  # noqa: PLC0415

    now = parse_instant(wanted.at) if wanted.at else _now()
    told = plan.plan(wanted.root, now, language, form=wanted.format, by=wanted.by, overdue=wanted.overdue)
    print(told, end="")
    if not told:
        say(plan_words(language).empty_calendar)
    return DONE


def _prove(wanted: argparse.Namespace, language: Language) -> int:
    from newsroom.commands import prove  # noqa: PLC0415

    account = prove.prove_site(wanted.root, wanted.site, parse_instant(wanted.at) if wanted.at else _now())
    print(prove.as_json(account) if wanted.format == "json" else prove.as_sentences(account, language), end="")
    return DONE if account.is_proved else PROBLEMS


def _schema(wanted: argparse.Namespace, _: Language) -> int:
    from newsroom.commands import schema  # noqa: PLC0415

    print(schema.published_schema(wanted.name), end="")
    return DONE


def _vouching(wanted: argparse.Namespace, language: Language) -> int:
    from newsroom.vouching import VERBS, World  # noqa: PLC0415

    return VERBS[wanted.verb](wanted, language, World(_now(), os.environ))


_VERBS: Final[Mapping[str, Callable[[argparse.Namespace, Language], int]]] = {
    "accounts": _to_accounts,
    "addresses": _addresses,
    "approvals": _approvals,
    "approve": _approve,
    "audit": _audit,
    "build": _build,
    "check": _check,
    "clean": _clean,
    "crosspost": _to_accounts,
    "due": _due,
    "figures": _figures,
    "history": _history,
    "host": _on_host,
    "init": _founding,
    "manifest": _vouching,
    "new": _new,
    "plan": _plan,
    "prove": _prove,
    "publish": _on_host,
    "publisher": _publisher,
    "receive": _on_host,
    "releases": _on_host,
    "resolve": _to_accounts,
    "rollback": _on_host,
    "schema": _schema,
    "serve": _serve,
    "serve-config": _serve_config,
    "status": _to_accounts,
    "upgrade": _founding,
    "upload": _founding,
    "verify": _vouching,
}


def _report(problems: Sequence[Problem], language: Language, form: str = "text") -> int:
    """Print every problem, and count them."""
    from newsroom.commands.reports import report, summary  # noqa: PLC0415

    print(report(problems, form, language), end="")
    say(summary(problems, language))
    return PROBLEMS if any(problem.is_error for problem in problems) else DONE
