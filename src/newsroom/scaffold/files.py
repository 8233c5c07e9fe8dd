"""The files that a newsroom begins with, each as its path and its bytes."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from typing import Final
from zoneinfo import ZoneInfo

import yaml
from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers

from newsroom.model.language import LANGUAGES, Localized
from newsroom.model.organization import OrganizationKind
from newsroom.scaffold.filling import filled, scalar, shipped
from newsroom.scaffold.version import DISTRIBUTION, installed
from newsroom.scaffold.workflows import Host, workflows

_DESCRIPTIONS: Final[Mapping[OrganizationKind, Localized[str]]] = {
    "government": Localized("{name}، شركة حكومية.", "{name} is a government company."),
    "joint-stock": Localized("{name}، شركة مساهمة.", "{name} is a joint-stock company."),
    "family": Localized("{name}، شركة عائلية.", "{name} is a family company."),
}
_SUMMARY: Final = Localized("{name}، الرئيس التنفيذي.", "{name}, Chief Executive Officer.")


def first_files(
    preset: OrganizationKind,
    answers: Mapping[str, str],
    hosts: Collection[Host],
    now: datetime.datetime,
    identity: str,
) -> dict[str, bytes]:
    """The files of a new newsroom by their paths in its folder; ``newsroom.yml``, which makes it one, is the last.

    ``answers`` answer every question of :data:`newsroom.scaffold.answers.QUESTIONS`; ``identity`` is the first post's.
    """
    here = now.astimezone(ZoneInfo(answers["timezone"]))
    values = _values(preset, answers, here, identity)
    texts = {
        "plan.yml": _dated(f"presets/{preset}/plan.yml", here),
        "policy.yml": shipped(f"presets/{preset}/policy.yml"),
        "calendar.yml": shipped("calendar.yml"),
        "mkdocs.yml": shipped("mkdocs.yml"),
        ".gitignore": shipped("gitignore"),
        "README.md": shipped("README.md"),
        "requirements.txt": requirement(hosts),
        "content/media/logo.svg": shipped("logo.svg"),
        **_in_both("content/pages/about", "page", values),
        **_in_both("content/executives/chief-executive", "executive", values),
        **_in_both(f"content/posts/{here.year}/our-newsroom-is-open", "post", values),
        **workflows(hosts),
        "newsroom.yml": filled("newsroom.yml", values) + shipped(f"presets/{preset}/topics.yml"),
    }
    return {path: text.encode() for path, text in texts.items()}


def requirement(hosts: Collection[Host]) -> str:
    """The one line of ``requirements.txt``: upgrading is to change its number."""
    return f"{DISTRIBUTION}{'[s3]' if 's3' in hosts else ''}=={installed()}\n"


def _values(
    preset: OrganizationKind, answers: Mapping[str, str], here: datetime.datetime, identity: str
) -> dict[str, str]:
    """What fills the gaps, as YAML: what people typed within quotation marks, what has a form of its own as it is."""
    locale, digits = _arabic(answers["timezone"])
    texts = {
        **answers,
        "description_ar": _DESCRIPTIONS[preset].ar.format(name=answers["name_ar"]),
        "description_en": _DESCRIPTIONS[preset].en.format(name=answers["name_en"]),
        "executive_summary_ar": _SUMMARY.ar.format(name=answers["executive_ar"]),
        "executive_summary_en": _SUMMARY.en.format(name=answers["executive_en"]),
    }
    return {
        **{name: scalar(text) for name, text in texts.items()},
        "address": answers["address"],
        "website": answers["website"],
        "timezone": answers["timezone"],
        "executive_since": answers["executive_since"],
        "preset": preset,
        "locale": locale,
        "digits": digits,
        "identity": identity,
        "now": here.strftime("%Y-%m-%dT%H:%M"),
        "today": here.date().isoformat(),
        "topic": _first_key(f"presets/{preset}/topics.yml", "topics"),
        "objective": _first_key(f"presets/{preset}/plan.yml", "objectives"),
    }


def _first_key(name: str, section: str) -> str:
    """The key of the first topic or objective that comes with the program."""
    first = next(iter(yaml.safe_load(shipped(name))[section]))
    return str(first["key"] if isinstance(first, dict) else first)


def _dated(name: str, here: datetime.datetime) -> str:
    return filled(name, {"today": here.date().isoformat()})


def _in_both(folder: str, name: str, values: Mapping[str, str]) -> dict[str, str]:
    """The two files of a folder: keys between their lines, then the words."""
    return {
        f"{folder}/index.{language}.md": f"---\n{filled(f'{name}.{language}.yml', values)}---\n\n"
        + shipped(f"{name}.{language}.md")
        for language in LANGUAGES
    }


def _arabic(timezone: str) -> tuple[str, str]:
    """The Arabic of the country in which a time zone lies, and its digits, as CLDR has them; else that of the world."""
    territory = get_global("zone_territories").get(timezone, "001")
    locale = Locale.parse(f"ar_{territory}") if f"ar_{territory}" in locale_identifiers() else Locale("ar", "001")
    return str(locale), "arab" if locale.default_numbering_system == "arab" else "latn"
