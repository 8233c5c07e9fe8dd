"""The same newsroom as a Hugo site: the layouts of ``bench/hugo`` with words, names and posts written beside them.

Both sites have the same pages, which say the same and link to the same, and feeds with the same texts, but for two
things. Hugo numbers the pages of a list from the newest. And it is spared what it does not offer, or not in a template:
Atom and JSON feeds and their archives, files for agencies, share cards, search, letters cut for the page, rules for the
content, checked links, and left-to-right runs in Arabic kept in their order.

Hugo does not inherit between languages, so each file says everything. Words and names are taken from the newsroom
itself.
"""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from bench.corpus import CONTACT, TOPICS, TYPES, Post, posts, without_links
from newsroom.languages import words
from newsroom.languages.sorting import sort_key
from newsroom.languages.style import Style
from newsroom.model.language import LANGUAGES, Language
from newsroom.model.post import AUDIENCES

LAYOUTS = Path(__file__).resolve().parent / "hugo"
ZONE = ZoneInfo("Asia/Muscat")
STYLES: Mapping[Language, Style] = {
    "ar": Style("ar", "ar_OM", "arab", ZONE),
    "en": Style("en", "en_GB", "latn", ZONE),
}
SECTIONS = ("/types/results", "/archive", "/executives", "/audiences/shareholders", "/media-contacts")
WORDS_OF_FRONT = ("newsroom", "skip_to_content", "enter", "latest", "not_found_title", "not_found_text")
"""What the front door says in both languages at once, while Hugo's own words are those of one."""
FOOTER = ("/about", "/fact-sheet", "/media-contacts", "/boilerplate", "/accounts", "/archive")


def write_site(root: Path, example: Path, count: int) -> None:
    """A Hugo site with the same ``count`` posts, in two languages, as :func:`bench.corpus.write_corpus` writes."""
    shutil.copytree(LAYOUTS, root)
    settings = yaml.safe_load((example / "newsroom.yml").read_text(encoding="utf-8"))
    _write_data(root, settings)
    _copy_files(root, example)
    for language in LANGUAGES:
        _write_words(root, language)
        _write_pages(root, example, settings, language)
        _write_executives(root, example, language)
    _write_front(root, settings)
    for each in posts(count):
        write_post(root, each)


def write_post(root: Path, post: Post) -> None:
    """Add a post, and its year where it is the first of it."""
    for language in post.texts:
        _write_year(root, post.date.year, language)
        write_text(root, post, language)


def write_text(root: Path, post: Post, language: Language) -> None:
    """Write a post's file in one language."""
    text = post.texts[language]
    keys = {
        "title": text.title,
        "description": text.summary,
        "date": post.date.replace(tzinfo=ZONE),
        "types": [post.type],
        "executives": [post.author],
        "topics": list(post.topics),
        "audiences": list(post.audiences),
        "contact": CONTACT,
    }
    _write(root / "content" / "posts" / post.folder / f"index.{language}.md", keys, text.body)


def _write_year(root: Path, year: int, language: Language) -> None:
    path = root / "content" / "posts" / str(year) / f"_index.{language}.md"
    if not path.exists():
        name = STYLES[language].year(year)
        title = words(language).posts_of_year.format(year=name)
        _write(path, {"title": title, "name": name, "url": f"archive/{year}/"})


def _write_data(root: Path, settings: Mapping[str, Any]) -> None:
    organization = {**settings["organization"], "contacts": settings["contacts"]}
    _write_yaml(root / "data" / "organization.yaml", organization)
    _write_yaml(root / "data" / "frame.yaml", {"sections": list(SECTIONS), "footer": list(FOOTER)})


def _write_words(root: Path, language: Language) -> None:
    """All words as Hugo's i18n wants them: one level deep, with its own braces."""
    flat: dict[str, Any] = {}
    for name, value in asdict(words(language)).items():
        if name == "posts":
            flat[name] = {form: text.replace("{count}", "{{ .Count }}") for form, text in value.items()}
        elif isinstance(value, Mapping):
            flat.update({f"{name}_{key}": text for key, text in value.items()})
        else:
            flat[name] = _with_hugo_braces(value)
    for taxonomy, heading in (("posts", "year"), ("types", "type"), ("topics", "topic"), ("audiences", "audience")):
        flat[f"by_{taxonomy}"] = flat[f"by_{heading}"]
    _write_yaml(root / "i18n" / f"{language}.yaml", flat)


def _with_hugo_braces(text: str) -> str:
    for name in ("date", "name", "number", "since", "until"):
        text = text.replace(f"{{{name}}}", f"{{{{ .{name} }}}}")
    return text


def _write_pages(root: Path, example: Path, settings: Mapping[str, Any], language: Language) -> None:
    own, content = words(language), root / "content"
    short_name = settings["organization"]["short_name"][language]
    spoken = {name: getattr(own, name) for name in WORDS_OF_FRONT}
    _write(content / f"_index.{language}.md", {"title": own.front_title.format(name=short_name), "words": spoken})
    _write(content / "posts" / f"_index.{language}.md", _hidden(own.archive))
    for taxonomy, names in _terms(settings, language).items():
        _write(content / taxonomy / f"_index.{language}.md", _hidden(taxonomy))
        for weight, (key, keys) in enumerate(names.items(), 1):
            _write(content / taxonomy / key / f"_index.{language}.md", {**keys, "weight": weight})
    _write(content / f"archive.{language}.md", {"title": own.archive, "layout": "archive"})
    _write(content / f"boilerplate.{language}.md", {"title": own.boilerplate, "layout": "boilerplate"})
    accounts = {"title": own.accounts, "description": own.accounts_introduction, "layout": "accounts"}
    _write(content / f"accounts.{language}.md", accounts)
    contacts = {"title": own.media_contacts, "description": own.contacts_introduction, "layout": "contacts"}
    _write(content / f"media-contacts.{language}.md", contacts)
    for page in sorted((example / "content" / "pages").iterdir()):
        keys, body = _read(page / f"index.{language}.md")
        own_keys = {"title": keys["title"], "description": keys["summary"]}
        _write(content / f"{page.name}.{language}.md", own_keys, without_links(body))


def _write_front(root: Path, settings: Mapping[str, Any]) -> None:
    """The front door, and the page for an address that leads nowhere: each once, for both languages."""
    names, own = settings["organization"]["name"], words("ar")
    door = {"title": f"{names['ar']}{own.title_joint}{names['en']}", "layout": "front", "url": "/"}
    _write(root / "content" / "front.ar.md", door)
    _write(root / "content" / "lost.ar.md", {"title": own.not_found_title, "layout": "lost", "url": "/404.html"})


def _hidden(title: str) -> dict[str, Any]:
    return {"title": title, "build": {"render": "never"}}


def _terms(settings: Mapping[str, Any], language: Language) -> dict[str, dict[str, dict[str, str]]]:
    own = words(language)
    answers = {audience: each["key"] for each in reversed(settings["contacts"]) for audience in each["audiences"]}
    return {
        "types": {key: {"title": title} for key, title in own.types_in_plural.items() if key in TYPES},
        "topics": {key: {"title": title[language]} for key, title in settings["topics"].items() if key in TOPICS},
        "audiences": {
            key: {"title": own.for_audience[key], "name": own.audience_names[key], "contact": answers[key]}
            for key in AUDIENCES
        },
    }


def _write_executives(root: Path, example: Path, language: Language) -> None:
    _write(root / "content" / "executives" / f"_index.{language}.md", {"title": words(language).executives})
    folders = sorted((example / "content" / "executives").iterdir())
    people = {folder: _read(folder / "index.ar.md")[0] for folder in folders}
    by_name = sorted(folders, key=lambda folder: sort_key(people[folder]["name"][language]))
    for weight, folder in enumerate(by_name, 1):
        shared = people[folder]
        own, body = _read(folder / f"index.{language}.md")
        keys: dict[str, Any] = {
            "title": shared["name"][language],
            "description": own["summary"],
            "weight": weight,
            **{key: shared[key] for key in ("roles", "portrait", "accounts") if key in shared},
        }
        target = root / "content" / "executives" / folder.name
        _write(target / f"_index.{language}.md", keys, without_links(body))
        shutil.copyfile(folder / "portrait.jpg", target / "portrait.jpg")


def _copy_files(root: Path, example: Path) -> None:
    """The logo and both style sheets."""
    shutil.copytree(example / "content" / "media", root / "static" / "media")
    assets = root / "static" / "assets"
    assets.mkdir(parents=True)
    parts = sorted((_package("newsroom_theme") / "styles").glob("*.css"))
    (assets / "newsroom.css").write_text("\n".join(part.read_text("utf-8") for part in parts), "utf-8")
    material = next((_package("material") / "templates" / "assets" / "stylesheets").glob("main.*.min.css"))
    shutil.copyfile(material, assets / "material.css")


def _package(name: str) -> Path:
    found = importlib.util.find_spec(name)
    assert found
    assert found.origin
    return Path(found.origin).parent


def _read(path: Path) -> tuple[dict[str, Any], str]:
    _, front_matter, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front_matter), body


def _write(path: Path, keys: Mapping[str, Any], body: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{_yaml(keys)}---\n\n{body}", encoding="utf-8")


def _write_yaml(path: Path, content: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_yaml(content), encoding="utf-8")


def _yaml(content: Mapping[str, Any]) -> str:
    return yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=1000)
