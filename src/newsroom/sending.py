"""The verbs of cross-posting: what they are asked, and what they print; the world is given to them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from newsroom.commands import accounts as account_findings
from newsroom.commands import crosspost as sent
from newsroom.commands import messages, resolving
from newsroom.commands import status as delivery_status
from newsroom.crosspost.delivering import Outcome
from newsroom.crosspost.world import World
from newsroom.engine.checking import read_remembering
from newsroom.errors import Refused
from newsroom.ledgers.home import opened
from newsroom.ledgers.ledger import Ledger
from newsroom.model.language import Language
from newsroom.model.newsroom import Newsroom
from newsroom.terminal import DONE, PROBLEMS, say, show


def accounts(wanted: argparse.Namespace, language: Language, world: World) -> int:
    """``newsroom accounts check``."""
    newsroom = read_remembering(wanted.root, world.clock())
    findings = list(account_findings.check_accounts(newsroom, world))
    if wanted.format == "json":
        sys.stdout.write(account_findings.as_json(findings))
    else:
        show(account_findings.as_lines(findings, language))
    return PROBLEMS if any(each.fault for each in findings) else DONE


def crosspost(wanted: argparse.Namespace, language: Language, world: World) -> int:
    """``newsroom crosspost``, with a post ``--preview`` and ``--delete``."""
    if wanted.preview or wanted.delete:
        if not wanted.slug:
            raise Refused("name the post: newsroom crosspost SLUG", "اذكر المنشور: newsroom crosspost SLUG")
        return _deleted(wanted, language, world) if wanted.delete else _previewed(wanted, language)
    if wanted.slug:
        raise Refused(
            "all that is due is sent, whatever the post: newsroom crosspost; to see what is said of one, add --preview",
            "يُرسل كل ما حان أيًّا كان المنشور: newsroom crosspost؛ ولمعاينة ما يقال عن منشور أضف --preview",
        )
    return _sent(wanted, language, world)


def _previewed(wanted: argparse.Namespace, language: Language) -> int:
    composed = messages.messages(wanted.root, wanted.slug)
    if wanted.format == "json":
        sys.stdout.write(messages.as_json(composed))
    else:
        show(messages.as_text(composed, language))
    return DONE


def _sent(wanted: argparse.Namespace, language: Language, world: World) -> int:
    newsroom, ledger = _book(wanted.root, world)
    if not newsroom.carriers:
        say("لا حسابات في crosspost.yml" if language == "ar" else "crosspost.yml names no accounts")
        return DONE
    done = sent.crosspost(newsroom, ledger, world, _hearing(wanted.format, newsroom, language))
    if wanted.format == "json":
        sys.stdout.write(sent.as_json(done, newsroom))
    for line in sent.remarks(done, language):
        say(line)
    return sent.exit_code(done)


def _hearing(form: str, newsroom: Newsroom, language: Language) -> Callable[[Outcome], None]:
    """Who hears of each message as it goes: people, at once; programs are given all at the end."""
    if form == "json":
        return lambda _: None
    return lambda outcome: show([sent.as_line(outcome, newsroom, language)])


def _deleted(wanted: argparse.Namespace, language: Language, world: World) -> int:
    newsroom, ledger = _book(wanted.root, world)
    left = False
    for line, is_gone in resolving.deletions(newsroom, ledger, world, wanted.slug, language):
        show([line])
        left |= not is_gone
    return PROBLEMS if left else DONE


def status(wanted: argparse.Namespace, language: Language, world: World) -> int:
    """``newsroom status``."""
    newsroom, ledger = _book(wanted.root, world)
    found, broken = delivery_status.entries(newsroom, ledger, wanted.slug or "")
    if wanted.format == "json":
        sys.stdout.write(delivery_status.as_json(found, broken, newsroom))
    else:
        show(delivery_status.as_lines(found, broken, newsroom, language))
    if not found and not broken:
        say("لا شيء ينتظر أحدًا" if language == "ar" else "nothing waits for anybody")
    return delivery_status.exit_code(found, broken)


def resolve(wanted: argparse.Namespace, language: Language, world: World) -> int:
    """``newsroom resolve``."""
    newsroom, ledger = _book(wanted.root, world)
    said = resolving.resolve(newsroom, ledger, world, wanted.key, wanted.decision, wanted.address)
    say(said[language])
    return DONE


def _book(root: Path, world: World) -> tuple[Newsroom, Ledger]:
    """The newsroom as it stands, and its ledger."""
    newsroom = read_remembering(root, world.clock())
    return newsroom, opened(newsroom.ledger, root)


VERBS: Final[Mapping[str, Callable[[argparse.Namespace, Language, World], int]]] = {
    "accounts": accounts,
    "crosspost": crosspost,
    "resolve": resolve,
    "status": status,
}
