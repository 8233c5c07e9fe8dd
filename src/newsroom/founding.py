"""The verbs that begin a newsroom, keep its hosts' files up, and fill the store from which a host serves it."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from newsroom.commands import init as beginning
from newsroom.commands import upgrade as upgrading
from newsroom.commands import upload as uploading
from newsroom.commands.new import Choose, new_identity
from newsroom.model.language import Language
from newsroom.scaffold.answers import QUESTIONS, answers
from newsroom.stores import s3_store
from newsroom.terminal import DONE, PROBLEMS, say, show

Clock = Callable[[], datetime.datetime]


def init(wanted: argparse.Namespace, language: Language, clock: Clock, choose: Choose) -> int:
    """``newsroom init``."""
    folder: Path = wanted.root / wanted.folder
    given = {question.name: getattr(wanted, question.name) for question in QUESTIONS}
    # Before ten questions are answered in vain.
    beginning.refuse_existing(folder, ["newsroom.yml"])
    told = answers(given, language, _typed)
    hosts = frozenset(wanted.host or ["own"])
    begun = beginning.init(folder, wanted.preset, told, hosts, now=clock(), identity=new_identity(choose))
    show(map(str, begun.written))
    for path, text in begun.left.items():
        say(_left(path, text, language))
    say(
        "التالي: newsroom check، ثم newsroom serve --preview؛ والمنشور الأول محجوب إلى أن تحذف pubstatus: withheld"
        if language == "ar"
        else "next: newsroom check, then newsroom serve --preview; the first post is withheld until you delete"
        " pubstatus: withheld"
    )
    return DONE


def _left(path: Path, text: str, language: Language) -> str:
    """That a file was left as it was; and of what git ignores, the lines that keep what is held back out of it."""
    told = f"{path}: بقي كما كان" if language == "ar" else f"{path}: left as it was"
    if path.name != ".gitignore":
        return told
    known = set(path.read_text(encoding="utf-8", errors="replace").splitlines())
    lines = [line for line in text.splitlines() if line not in known and not line.startswith("#")]
    asks = "؛ أضف إليه:" if language == "ar" else "; add to it:"
    return "\n".join([told + asks, *lines]) if lines else told


def _typed(question: str) -> str | None:
    """What a person at a terminal answers; nothing where there is none, or who is there has no more to say."""
    if not sys.stdin.isatty():
        return None
    sys.stderr.write(question)
    sys.stderr.flush()
    line = sys.stdin.readline()
    return line or None


def upgrade(wanted: argparse.Namespace, language: Language, _: Clock, __: Choose) -> int:
    """``newsroom upgrade``: 0 where nothing is left to be upgraded, 1 where something is."""
    found = upgrading.upgrade(wanted.root, write=wanted.write, overwrite=wanted.overwrite)
    for each in found:
        sys.stdout.write(each.difference)
        say(_told(each, language))
    if not found:
        say(
            "ملفات الاستضافة كما يكتبها هذا الإصدار"
            if language == "ar"
            else "the hosts' files are those of this version"
        )
    return DONE if all(each.is_written for each in found) else PROBLEMS


def _told(each: upgrading.Upgrade, language: Language) -> str:
    if each.is_written:
        return f"{each.path}: كُتب" if language == "ar" else f"{each.path}: written"
    if each.is_changed:
        return (
            f"{each.path}: غُيّر يدويًّا فلم يُكتب؛ للكتابة فوقه: newsroom upgrade --write --overwrite"
            if language == "ar"
            else f"{each.path}: changed by hand, and not written; to write it all the same:"
            " newsroom upgrade --write --overwrite"
        )
    return (
        f"{each.path}: للكتابة: newsroom upgrade --write"
        if language == "ar"
        else f"{each.path}: to write it: newsroom upgrade --write"
    )


def upload(wanted: argparse.Namespace, language: Language, clock: Clock, _: Choose) -> int:
    """``newsroom upload``."""
    done = uploading.upload(wanted.root, wanted.site, s3_store(wanted.bucket), clock())
    say(
        f"رُفع من الملفات: {done.put}؛ وحُذف: {done.deleted}"
        if language == "ar"
        else f"files uploaded: {done.put}; deleted: {done.deleted}"
    )
    return DONE


VERBS: Final[Mapping[str, Callable[[argparse.Namespace, Language, Clock, Choose], int]]] = {
    "init": init,
    "upgrade": upgrade,
    "upload": upload,
}
"""Each is given the arguments, the user's language, the clock and chance."""
