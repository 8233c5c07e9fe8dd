"""The verbs that vouch for what is published, and that find out whether somebody does; the world is given to them."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from newsroom.commands import manifest, verify, verify_forms
from newsroom.model.language import Language
from newsroom.releases.fetching import fetch
from newsroom.terminal import DONE, PROBLEMS, say, show


class World(NamedTuple):
    """What is outside: the instant, and the variables of the environment."""

    now: datetime.datetime
    environment: Mapping[str, str]


def vouch(wanted: argparse.Namespace, language: Language, world: World) -> int:
    """``newsroom manifest``."""
    publication = manifest.Publication(wanted.root, wanted.site, wanted.commit, wanted.previous, world.now)
    with manifest.key_file(wanted.key, world.environment) as key:
        made = manifest.write(publication, key, fetch)
    new = sum(entry.since == made.published for entry in made.files.values())
    say(
        f"الملفات في البيان: {len(made.files)}؛ منها جديد أو متغير: {new}"
        if language == "ar"
        else f"files in the manifest: {len(made.files)}; new or changed among them: {new}"
    )
    return DONE


def find_out(wanted: argparse.Namespace, language: Language, world: World) -> int:
    """``newsroom verify``."""
    found = verify.Verification(wanted.root, wanted.signers, wanted.manifest, world.now, fetch).of(wanted.what)
    if wanted.format == "json":
        sys.stdout.write(verify_forms.as_json(found))
    else:
        show(verify_forms.as_lines(found, language))
    return DONE if found.is_verified else PROBLEMS


VERBS: Final[Mapping[str, Callable[[argparse.Namespace, Language, World], int]]] = {
    "manifest": vouch,
    "verify": find_out,
}
