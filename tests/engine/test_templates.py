"""What templates are given, and that the quick ways of giving it change no byte."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

import newsroom_theme
from newsroom.commands.check import sound_newsroom
from newsroom.engine import templates
from newsroom.engine.templates import absolute, context, escaped, isolated, prepare, root, tongue
from newsroom.pages.page import Site
from newsroom.pages.plan import plan
from tests.conftest import NOW
from tests.samples import both, configuration, write_newsroom, write_post

THEME = Path(newsroom_theme.__file__).parent
SAMPLE = "https://newsroom.sample.example/"


def environment(*folders: Path, **options: Any) -> jinja2.Environment:
    """The theme's templates, behind those of the given folders."""
    made = jinja2.Environment(loader=jinja2.FileSystemLoader([*folders, THEME]), **options)
    prepare(made)
    return made


def rendered(site: Site, made: jinja2.Environment) -> dict[str, str]:
    """Every page of a site by its address."""
    return {
        page.address: made.get_template(page.template).render(context(page, "<p>…</p>", site, ["own.css"]))
        for page in site.pages
    }


def forget() -> None:
    """Let nothing be left of what was rendered before."""
    for memory in vars(templates).values():
        if hasattr(memory, "cache_clear"):
            memory.cache_clear()


def site_at(address: str) -> Any:
    """As much of a site as templates may use."""
    return SimpleNamespace(address=address, lead="ar")


@pytest.fixture
def planned(tmp_path: Path) -> Callable[..., Site]:
    """Plans a newsroom with posts in both languages and in one, and the given changes to ``newsroom.yml``."""

    def plan_site(name: str, **changes: Any) -> Site:
        folder = write_newsroom(tmp_path / name, posts=2, **changes)
        write_post(folder, 3, ar={"title": "الأرباح +8.4% و«R&D» <هنا>"}, languages=("ar",))
        write_post(folder, 4, en={"title": 'R&D\'s "share" > 8.4%'}, languages=("en",))
        return plan(sound_newsroom(folder), NOW)

    return plan_site


@pytest.fixture
def other_company() -> dict[str, Any]:
    organization = configuration()["organization"]
    named = {"name": both("Ports & «موانئ»", "Ports & <Partners>"), "short_name": both("موانئ", "Ports")}
    return {"address": "https://ports.example/news/", "organization": organization | named}


@pytest.mark.parametrize(
    ("text", "language", "html"),
    [
        ("نمو +8.4% هذا العام", "ar", 'نمو <bdi dir="ltr">+8.4%</bdi> هذا العام'),
        ("هاتف +968 2412 3456", "ar", 'هاتف <bdi dir="ltr">+968 2412 3456</bdi>'),
        ("نمو ٨٫٤٪ هذا العام", "ar", "نمو ٨٫٤٪ هذا العام"),
        ("<b>R&D</b> +8.4%", "ar", '&lt;b&gt;R&amp;D&lt;/b&gt; <bdi dir="ltr">+8.4%</bdi>'),
        ("<b>R&D</b> +8.4%", "en", "&lt;b&gt;R&amp;D&lt;/b&gt; +8.4%"),
        ("", "ar", ""),
    ],
)
def test_a_plain_text_is_escaped_and_its_runs_are_isolated_in_arabic(text: str, language: str, html: str) -> None:
    assert str(isolated(text, language)) == html  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_text_and_the_same_letters_as_safe_html_are_not_taken_for_each_other(language: Any) -> None:
    assert isolated("<i>a</i>", language) == "&lt;i&gt;a&lt;/i&gt;"
    assert isolated(Markup("<i>a</i>"), language) == "<i>a</i>"


@given(st.text() | st.text(alphabet="&<>\"'a ") | st.text().map(Markup) | st.text().map(escape) | st.integers())
def test_escaping_gives_what_markupsafe_gives(value: Any) -> None:
    assert str(escaped(value)) == str(escape(value))


@pytest.mark.parametrize(
    ("language", "around", "attributes"),
    [("ar", "en", ' lang="ar" dir="rtl"'), ("en", "ar", ' lang="en" dir="ltr"'), ("ar", "ar", ""), ("en", "en", "")],
)
def test_words_in_another_tongue_say_which_and_how_it_runs(language: Any, around: Any, attributes: str) -> None:
    assert str(tongue(language, around)) == attributes
    assert escaped(tongue(language, around)) == attributes


@pytest.mark.parametrize(
    ("address", "site", "way"),
    [
        pytest.param("", SAMPLE, "./", id="the front door"),
        pytest.param("en/", SAMPLE, "../", id="a home"),
        pytest.param("en/posts/2026/port-opens/", SAMPLE, "../../../../", id="a post"),
        pytest.param("404.html", SAMPLE, "/", id="not found, at a domain's root"),
        pytest.param("404.html", f"{SAMPLE}news/", "/news/", id="not found, below it"),
        pytest.param("ar/404.html", f"{SAMPLE}news/", "/news/", id="not found, in a language"),
    ],
)
def test_every_page_knows_its_way_to_the_root(address: str, site: str, way: str) -> None:
    assert root(address, site_at(site)) == way


@pytest.mark.parametrize(
    ("address", "site", "whole"),
    [
        ("", SAMPLE, SAMPLE),
        ("en/posts/2026/port-opens/", SAMPLE, f"{SAMPLE}en/posts/2026/port-opens/"),
        ("404.html", SAMPLE, f"{SAMPLE}404.html"),
        ("en/", f"{SAMPLE}news/", f"{SAMPLE}news/en/"),
        ("en/", f"{SAMPLE}news", f"{SAMPLE}en/"),
        ("en/../ar/", SAMPLE, f"{SAMPLE}ar/"),
        ("https://www.sample.example/", SAMPLE, "https://www.sample.example/"),
    ],
)
def test_an_address_is_told_to_the_world_in_whole(address: str, site: str, whole: str) -> None:
    assert absolute(address, site_at(site)) == whole


@given(
    st.lists(st.sampled_from(["en", "post-1", "2026", "a_b", "..", ".", "", "c.html", "d;e", "f?g", "h#i", "x:y"])),
    st.lists(st.sampled_from(["news", "..", ".", "", "a;b"])),
    st.sampled_from(["", "/"]),
)
def test_an_absolute_address_is_the_one_that_a_browser_would_find(parts: list[str], base: list[str], end: str) -> None:
    site = site_at("/".join(["https://newsroom.sample.example", *base]) + end)
    address = "/".join(parts) + end
    assert absolute(address, site) == urljoin(site.address, address)


def test_the_shorter_way_gives_the_bytes_of_ordinary_jinja(
    planned: Callable[..., Site], other_company: dict[str, Any]
) -> None:
    site, ordinary = planned("one", **other_company), environment()
    ordinary.template_class = jinja2.Template
    assert rendered(site, environment()) == rendered(site, ordinary)


def test_a_site_is_the_same_whatever_was_rendered_before_it(
    planned: Callable[..., Site], other_company: dict[str, Any]
) -> None:
    sites, shared = [planned("one"), planned("two", **other_company)], environment()
    alone = []
    for site in sites:
        forget()
        alone.append(rendered(site, environment()))
    assert alone[0] != alone[1]
    assert [rendered(site, shared) for site in [*sites, *sites]] == [*alone, *alone]


def test_templates_compiled_by_an_earlier_build_give_the_same_bytes(
    planned: Callable[..., Site], other_company: dict[str, Any], tmp_path: Path
) -> None:
    site, cache = planned("one", **other_company), jinja2.FileSystemBytecodeCache(str(tmp_path))
    first = rendered(site, environment(bytecode_cache=cache))
    assert any(tmp_path.glob("__jinja2_*"))
    assert rendered(site, environment(bytecode_cache=cache)) == first


def test_a_macro_of_the_theme_can_be_replaced(planned: Callable[..., Site], tmp_path: Path) -> None:
    own = tmp_path / "own" / "partials" / "pager.html"
    own.parent.mkdir(parents=True)
    own.write_text("{% macro pages(pager, here) %}<p>{{ here.root }} & {{ here.language }}</p>{% endmacro %}", "utf-8")
    pages = rendered(planned("one"), environment(own.parent.parent))
    assert "<p>../../../ & en</p>" in pages["en/archive/2026/"]


@pytest.mark.parametrize(
    "template",
    [
        "{{ nobody }}",
        "{{ page.nobody }}",
        "{{ nobody | isolated('ar') }}",
        "{% from 'partials/phrases.html' import anchor %}{{ anchor(page.switch, here, nobody) }}",
    ],
)
def test_a_name_that_was_not_given_is_an_error(template: str, planned: Callable[..., Site]) -> None:
    site = planned("one")
    page = next(page for page in site.pages if page.address == "en/posts/2026/post-1/")
    with pytest.raises(jinja2.UndefinedError):
        environment().from_string(template).render(context(page, "", site, []))
