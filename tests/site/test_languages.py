"""Each page speaks its own language, says so, and leads to its twin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml.html import HtmlElement

from newsroom.languages import words
from newsroom.model.language import LANGUAGES, Language, direction, other
from newsroom.model.newsroom import Newsroom
from newsroom.pages.metadata import FEED_FORMATS
from tests.conftest import REPOSITORY
from tests.samples import configuration, write_newsroom, write_post
from tests.site.conftest import Build
from tests.site.tree import NOT_FOUND, Tree, language_of, single_spaced, text_of

_LATIN = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_MARKDOWN_TARGET = re.compile(r"\]\([^)]*\)")
_FORMAT = re.compile(r" \((RSS|Atom|JSON Feed)\)$")
"""What a feed's title says last, in every language alike."""
_NAMES = {"JPEG", "PNG", "WebP", "SVG", "PDF", "CSV", "ZIP", "Markdown", "ninjs", "JavaScript"}
"""Names of formats and techniques are the same in every language."""
_SPOKEN = ("alt", "aria-label", "title", "placeholder", "content")
_FOR_BOTH = ("", "404.html")
"""The pages that speak both languages at once: the front door, and what is shown where nothing stands."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_says_its_language_and_direction(language: Language, tree: Tree):
    pages = [page for page in tree.pages if page.language == language]
    said = {(page.html.get("lang"), page.html.get("dir"), page.html.body.get("dir")) for page in pages}
    assert said == {(language, direction(language), direction(language))}


def test_what_states_a_language_states_the_direction_in_which_it_is_written(tree: Tree):
    wrong = []
    for page in tree.pages:
        for element in page.find("//body//*[@lang]"):
            stated = element.get("dir") or element.xpath("string(.//@dir)") or page.html.get("dir")
            if stated != direction(element.get("lang")):
                wrong.append((page.address, element.tag, element.get("lang"), stated))
    assert wrong == []


def test_alternates_are_absolute_and_name_this_page_and_a_default(tree: Tree):
    wrong = {}
    for page in tree.pages:
        alternates = page.alternates
        own = "x-default" if page.address in _FOR_BOTH else page.language
        if alternates and (
            alternates.get(own) != page.url
            or "x-default" not in alternates
            or not all(address.startswith(tree.home) for address in alternates.values())
        ):
            wrong[page.address] = alternates
    assert wrong == {}


def test_alternates_answer_each_other(tree: Tree):
    by_url = {page.url: page for page in tree.pages}
    unanswered = [
        (page.address, language)
        for page in tree.pages
        for language, address in page.alternates.items()
        if language != "x-default" and by_url[address].alternates != page.alternates
    ]
    assert unanswered == []


def test_every_page_but_the_404s_has_alternates(tree: Tree):
    assert {page.address for page in tree.pages if "x-default" not in page.alternates} == NOT_FOUND


def test_the_default_of_the_homes_is_the_front_door_and_of_the_rest_the_lead_languages_page(tree: Tree):
    for page in tree.pages:
        if page.address in ("", "ar/", "en/"):
            assert page.alternates["x-default"] == tree.home
        elif page.alternates:
            assert page.alternates["x-default"] == page.alternates.get("ar", page.url)


def test_alternates_stand_just_where_a_translation_does(public: Tree, visible: Newsroom):
    for post in visible.posts:
        for language in post.translations:
            page = public[f"{language}/posts/{post.year}/{post.slug}/"]
            assert set(page.alternates) - {"x-default"} == set(post.translations)


def test_a_post_without_a_translation_has_no_page_in_the_other_language(public: Tree, visible: Newsroom):
    alone = [(post, language) for post in visible.posts for language in LANGUAGES if language not in post.translations]
    assert len(alone) == 2
    assert [post.slug for post, language in alone if f"{language}/posts/{post.year}/{post.slug}/" in public] == []


def test_the_switch_leads_to_the_same_page_in_the_other_language(tree: Tree):
    missed = {}
    for page in tree.pages:
        there = page.alternates.get(other(page.language))
        if (
            there
            and page.address not in _FOR_BOTH
            and tree.home + page.linked_address("//a[contains(@class, 'switch')]") != there
        ):
            missed[page.address] = there
    assert missed == {}


def test_the_switch_of_a_post_never_leads_home_where_there_is_a_translation(public: Tree, visible: Newsroom):
    translated = [post for post in visible.posts if len(post.translations) == 2]
    led = {
        public[f"{language}/posts/{post.year}/{post.slug}/"].linked_address("//a[contains(@class, 'switch')]")
        for post in translated
        for language in LANGUAGES
    }
    assert led == {f"{language}/posts/{post.year}/{post.slug}/" for post in translated for language in LANGUAGES}


def test_the_switch_of_a_post_in_one_language_leads_to_the_other_home(public: Tree, visible: Newsroom):
    for post in visible.posts:
        if len(post.translations) == 1:
            (language,) = post.translations
            page = public[f"{language}/posts/{post.year}/{post.slug}/"]
            assert page.linked_address("//a[contains(@class, 'switch')]") == f"{other(language)}/"


def test_the_switch_names_the_other_language_in_that_language(tree: Tree):
    named = {
        (page.language, switch.get("lang"), switch.get("hreflang"), switch.xpath("string(.//@dir)"), text_of(switch))
        for page in tree.pages
        for switch in page.find("//a[contains(@class, 'switch')]")
    }
    assert named == {("ar", "en", "en", "ltr", "English"), ("en", "ar", "ar", "rtl", "العربية")}


def test_an_arabic_page_holds_no_latin_word_that_its_author_did_not_write(tree: Tree, example: Newsroom):
    references = [post.disclosure.reference for post in example.posts if post.disclosure]
    written = set(_LATIN.findall("\n".join([*_written_in_arabic(REPOSITORY), *references])))
    foreign = {}
    for page in tree.pages:
        # What accounts say of posts is told to the team letter for letter, with addresses, handles and commands.
        if page.language == "ar" and page.address != "ar/messages/":
            shown = {word for text in _spoken(page.html, "ar") for word in _LATIN.findall(text)}
            if shown - written - _NAMES:
                foreign[page.address] = shown - written
    assert foreign == {"": set(example.organization.name.en.split())}


def test_an_english_page_holds_no_arabic_word_outside_what_is_marked_arabic(tree: Tree):
    arabic = re.compile("[\u0620-\u065f\u0670-\u06d3]+")
    shown = {
        page.address: found
        for page in tree.pages
        if page.language == "en"
        for found in [[word for text in _spoken(page.html, "en") for word in arabic.findall(text)]]
        if found
    }
    assert shown == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_marked_as_the_other_language_was_written_in_it(language: Language, public: Tree, example: Newsroom):
    there = other(language)
    formats = _NAMES | {form.name for form in FEED_FORMATS}
    authored = set(_titles_and_summaries(example, there)) | {words(language).own_language_names[there]} | formats
    unknown = [
        (page.address, text_of(element))
        for page in public.pages
        if page.language == language and page.address not in _FOR_BOTH
        for element in page.find(f"//body//*[@lang='{there}']")
        for part in element.iter()
        if part.text and part.text.strip() and single_spaced(part.text) not in authored
    ]
    assert unknown == []


@pytest.mark.parametrize(
    ("digits", "day"),
    [
        pytest.param("arab", "الأحد ١٥ يناير ٢٠١٧، ٠٨:٠٠", id="Arabic-Indic"),
        pytest.param("latn", "الأحد 15 يناير 2017، 08:00", id="Western"),
    ],
)
def test_dates_are_said_as_arabic_papers_say_them(digits: str, day: str, tmp_path: Path, built: Build):
    tree = built(_of_2017(tmp_path / "newsroom", digits))
    assert text_of(tree["ar/posts/2017/opening/"].one("//article//time[contains(@class, 'dt-published')]")) == day
    assert text_of(tree["en/posts/2017/opening/"].one("//article//time[contains(@class, 'dt-published')]")) == (
        "Sunday 15 January 2017, 08:00"
    )


@pytest.mark.parametrize(("digits", "foreign"), [("arab", "[0-9]"), ("latn", "[٠-٩]")])
def test_no_other_digits_are_shown_than_those_the_newsroom_chose(
    digits: str, foreign: str, tmp_path: Path, built: Build
):
    tree = built(_of_2017(tmp_path / "newsroom", digits))
    said = {
        page.address: found
        for page in tree.pages
        if page.language == "ar" and page.alternates
        for found in [[text for text in _spoken(page.html, "ar") if re.search(foreign, text) and "968" not in text]]
        if found
    }
    assert said == {}


def test_machines_read_dates_in_western_digits_with_a_zone(public: Tree):
    instants = {stamp for page in public.pages for stamp in page.find("//time/@datetime")}
    form = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}:[0-9]{2}\+04:00)?")
    assert [stamp for stamp in instants if not form.fullmatch(stamp)] == []


def _of_2017(root: Path, digits: str) -> Path:
    tongues = configuration()["languages"] | {"ar": {"locale": "ar_OM", "digits": digits}}
    write_newsroom(root, posts=0, languages=tongues)
    words_without_digits = {"title": "افتتاح", "summary": "افتتح المركز أبوابه أمام الزوار والموردين في بركاء."}
    write_post(
        root, slug="opening", year=2017, ar={"date": "2017-01-15T08:00", **words_without_digits}, en={"title": "Open"}
    )
    return root


def _spoken(html: HtmlElement, language: str) -> Iterator[str]:
    """Every text that is shown or read out in a language: what stands between tags, and what attributes say."""
    for element in html.iter("*"):
        if language_of(element) == language:
            if element.tag not in ("script", "style", "code") and element.text:
                yield element.text
            if element.tag != "meta" or element.get("name") == "description":
                yield from (_FORMAT.sub("", element.get(name)) for name in _SPOKEN if element.get(name))
        parent = element.getparent()
        if element.tail and parent is not None and language_of(parent) == language:
            yield element.tail


def _written_in_arabic(root: Path) -> Iterator[str]:
    """What authors wrote for Arabic readers: Arabic texts, and the handles and addresses that both languages show."""
    yield from _for_arabic(yaml.safe_load((root / "newsroom.yml").read_text("utf-8")))
    for file in (root / "content").rglob("index.ar.md"):
        _, front_matter, body = file.read_text("utf-8").split("---\n", 2)
        yield from _for_arabic(yaml.safe_load(front_matter))
        yield _MARKDOWN_TARGET.sub("]", body)


def _for_arabic(tree: Any, key: str = "") -> Iterator[str]:
    if isinstance(tree, Mapping):
        for name, value in tree.items():
            if name != "en":
                yield from _for_arabic(value, name)
    elif isinstance(tree, list):
        for value in tree:
            yield from _for_arabic(value, key)
    elif key in ("ar", "title", "summary", "handle", "email"):
        yield str(tree)


def _titles_and_summaries(newsroom: Newsroom, language: Language) -> Iterator[str]:
    for post in newsroom.posts:
        if language in post.translations:
            yield post.translations[language].title
            yield post.translations[language].summary
            yield from (text for each in post.evidence for text in (each.label[language], each.source[language]))
    for executive in newsroom.executives.values():
        yield executive.name[language]
