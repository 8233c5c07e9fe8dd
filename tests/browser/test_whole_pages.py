"""Raw HTML in a text: what would take the rest of the page with it in a browser is refused, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from markdown import Markdown
from playwright.sync_api import Browser, Page

from newsroom.engine.typesetting import EXTENSIONS
from newsroom.prose.links import without_code
from newsroom.rules.open_html import SWALLOWING, swallowing

ELEMENTS = str.split(
    "a abbr address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br "
    "button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt "
    "em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 head header hgroup hr html i "
    "iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu "
    "menuitem meta meter nav nobr noembed noframes noscript object ol optgroup option output p param picture "
    "plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot small source spacer "
    "span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr "
    "track tt u ul unheard-of var video wbr xmp"
)
"""Those of HTML, today's and those of old (https://html.spec.whatwg.org/multipage/indices.html#elements-3)."""

PLACES = (
    "{}\n\nLast <x-word>word</x-word>.",
    "First {} middle <x-word>word</x-word>.\n\nLast <x-word>word</x-word>.",
    "{}first <x-word>word</x-word>.\n\nLast <x-word>word</x-word>.",
    "- one\n- {} two\n- three <x-word>word</x-word>\n\nLast <x-word>word</x-word>.",
    "> {} words\n\nLast <x-word>word</x-word>.",
    "<div>words {}</div>\n\nLast <x-word>word</x-word>.",
)
TORN = (
    "<div", "</div", "<div title='x>", '<p title="x>', '<div>words</div title="', "<!doctype x", "<!-- words",
    "words <!-- more", "<![CDATA[ words", "<?php words", "<svg><title>", "<svg><desc>", "<svg/>", "<svg><title>x</svg>",
    "<textarea\n>", "<TextArea>", "\\<textarea>", "<script/>", "<title>x</title >", "<svg><title>x</title></svg>",
    "<plaintext></plaintext>", "<table><textarea></table></textarea>", "<table><tr><td>x</table>",
    "<table><table></table>", "<script>'<table>'</script>", "</textarea>", "</main>", "</body>",
)  # fmt: skip
"""What is no single tag."""

ARE_WHOLE = """pages => pages.map(([text, words]) => {
    document.open(); document.write(text); document.close();
    const shown = element => element.checkVisibility() && element.getBoundingClientRect().width > 0;
    const foot = document.querySelector("body > footer");
    return foot !== null && shown(foot) && foot.textContent === `The "foot" of it's page`
        && [...document.querySelectorAll("x-word")].filter(shown).length === words;
})"""
CONVERTER = Markdown(extensions=list(EXTENSIONS), extension_configs=EXTENSIONS)


@pytest.fixture(scope="module")
def reader(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    yield page
    page.close()


def whole(reader: Page, texts: Sequence[str]) -> list[bool]:
    """Whether a reader sees every marked word of each text, and what stands below it on the page."""
    pages = [(page_with(CONVERTER.reset().convert(text)), text.count("<x-word>")) for text in texts]
    return list(reader.evaluate(ARE_WHOLE, pages))


def page_with(html: str) -> str:
    foot = """<footer>The "foot" of <b>it's</b> page</footer>"""
    return f"<!doctype html><title>x</title><body><main><article><div>{html}</div></article></main>{foot}"


def is_refused(text: str) -> bool:
    return any(swallowing(without_code(text)))


def test_exactly_the_elements_that_take_the_page_along_may_not_stay_open(reader: Page) -> None:
    texts = [place.format(f"<{name}>") for name in ELEMENTS for place in PLACES]
    named = [name for name in ELEMENTS for _ in PLACES]
    assert {name for name, is_whole in zip(named, whole(reader, texts), strict=True) if not is_whole} == SWALLOWING


@pytest.mark.parametrize("name", sorted(SWALLOWING - {"plaintext"}))
def test_what_is_closed_takes_nothing_along_and_is_not_refused(reader: Page, name: str) -> None:
    texts = [place.format(f"<{name}>x</{name}>") for place in PLACES]
    assert all(whole(reader, texts))
    assert not any(map(is_refused, texts))


@pytest.mark.parametrize("torn", TORN)
def test_what_is_not_refused_leaves_the_page_whole(reader: Page, torn: str) -> None:
    texts = [place.format(torn) for place in PLACES]
    taken = [text for text, is_whole in zip(texts, whole(reader, texts), strict=True) if not is_whole]
    assert all(map(is_refused, taken))
