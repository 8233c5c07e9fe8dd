"""What is not released is in no byte and no name of the public site; a preview shows it, and says what it is."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from newsroom.languages import message_words, words
from newsroom.languages.message_words import MessageWords
from newsroom.model.newsroom import Newsroom
from newsroom.model.post import Post
from tests.conftest import NOW, REPOSITORY
from tests.samples import NO_EDITOR, body_of, picture, write_newsroom, write_picture, write_post
from tests.site.conftest import Build
from tests.site.tree import NOT_FOUND, Tree, language_of, single_spaced, text_of

_SENTENCES = re.compile(r"(?<=[.!?؟:])\s+|\n+|\s*\|\s*|\[|\]\([^)]*\)|\*\*")
_SHORTEST = 25
"""Shorter pieces of a text, such as a table's years, stand in released posts too."""


@pytest.fixture(scope="module")
def hidden(example: Newsroom) -> list[Post]:
    """The posts that the example holds back: one embargoed, one withheld."""
    return [post for post in example.posts if post.pubstatus == "withheld" or post.released > NOW]


def test_the_example_holds_back_an_embargoed_post_and_a_withheld_one(hidden: list[Post]):
    assert {(post.slug, post.pubstatus, post.embargoed is not None) for post in hidden} == {
        ("twenty-five-years", "usable", True),
        ("warehouse-robot-patent", "withheld", False),
    }


def test_nothing_of_a_post_that_is_held_back_is_in_a_byte_or_name_of_the_site(hidden: list[Post], public: Tree):
    released = "\n".join(_written_elsewhere({post.folder for post in hidden}))
    marks = [mark for post in hidden for mark in _marks(post) if mark not in released]
    assert len(marks) > 60
    site = "\n".join(_readable(public))
    assert [mark for mark in marks if mark in site] == []


def test_the_same_search_finds_it_in_the_preview(hidden: list[Post], preview: Tree):
    shown = "\n".join(_readable(preview))
    for post in hidden:
        texts = [
            text for translation in post.translations.values() for text in _sentences(body_of(translation, REPOSITORY))
        ]
        assert len(texts) > 20
        assert [text for text in texts if text not in shown] == []
        assert post.slug in shown


def test_no_year_type_or_topic_page_exists_for_a_post_that_is_held_back_alone(public: Tree, preview: Tree):
    for language in ("ar", "en"):
        assert f"{language}/archive/2030/" in preview
        assert f"{language}/archive/2030/" not in public


def test_counts_do_not_count_what_is_held_back(public: Tree, preview: Tree, visible: Newsroom, example: Newsroom):
    public_count = _count_of(public, "en/types/innovation/")
    assert public_count == sum(post.type == "innovation" and not post.withdrawal for post in visible.posts)
    assert _count_of(preview, "en/types/innovation/") == public_count + 1


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"date": "2026-11-23T09:00:01+04:00"}, id="dated a second later"),
        pytest.param({"embargoed": "2026-11-23T09:00:01+04:00"}, id="embargoed a second longer"),
        pytest.param({"pubstatus": "withheld"}, id="withheld"),
    ],
)
def test_pictures_attachments_and_links_of_a_hidden_post_stay_at_home(change: dict, tmp_path: Path, built: Build):
    root = _with_a_secret(tmp_path / "newsroom", change)
    tree = built(root)
    site = "\n".join(_readable(tree))
    assert "secret" not in site.lower()
    assert (root / "content/posts/2026/secret-plan/secret.png").read_bytes() not in [
        path.read_bytes() for path in tree.files
    ]
    assert "انظر الخطة" in text_of(tree["ar/posts/2026/post-1/"].one("//article"))


def test_the_same_pictures_attachments_and_links_are_there_once_the_post_is_due(tmp_path: Path, built: Build):
    tree = built(_with_a_secret(tmp_path / "newsroom", {"date": "2026-11-23T09:00:00+04:00"}))
    names = {path.name for path in tree.files}
    assert {"secret.png", "secret.pdf"} <= names
    assert tree["ar/posts/2026/post-1/"].linked_address("//p/a[contains(., 'الخطة')]") == "ar/posts/2026/secret-plan/"


def test_the_plan_is_in_the_preview_and_in_no_byte_or_name_of_the_public_site(
    public: Tree, preview: Tree, example: Newsroom
):
    said = [text for objective in example.objectives for text in objective.title]
    assert {"ar/plan/", "en/plan/"} <= {page.address for page in preview.pages}
    shown = "\n".join(_readable(preview))
    assert [text for text in said if text not in shown] == []
    site = "\n".join(_readable(public))
    purposes = [text for objective in example.objectives for text in objective.purpose]
    links = [f"{language}/plan/" for language in ("ar", "en")]
    assert [text for text in (*purposes, *links) if text in site] == []


def test_the_messages_are_in_the_preview_and_in_no_byte_or_name_of_the_public_site(public: Tree, preview: Tree):
    pages = {f"{language}/messages/" for language in ("ar", "en")}
    assert pages <= {page.address for page in preview.pages}
    assert all(message_words(language).to_messages in "\n".join(_readable(preview)) for language in ("ar", "en"))
    site = "\n".join(_readable(public))
    words_around = [text for each in ("ar", "en") for text in _around_messages(message_words(each))]
    assert [each for each in (*pages, *words_around) if each in site] == []


def test_every_page_of_a_preview_is_kept_from_indexes(preview: Tree):
    assert [page.address for page in preview.pages if not any("noindex" in each for each in page.robots)] == []


def test_every_page_of_a_preview_says_so_in_its_language(preview: Tree):
    silent = []
    for page in preview.pages:
        notes = [text_of(note) for note in page.find("//*[@role='note']") if language_of(note) == page.language]
        if not any(note.startswith(words(page.language).preview_banner) for note in notes):
            silent.append(page.address)
    assert silent == []


def test_a_preview_page_for_both_languages_says_so_in_both(preview: Tree):
    for address in ("", "404.html"):
        assert [
            language for language in ("ar", "en") if words(language).preview_banner not in preview[address].words
        ] == []


def test_a_public_page_is_no_preview_and_open_to_indexes_unless_it_is_a_404(public: Tree):
    closed = {page.address: page.robots for page in public.pages if any("noindex" in each for each in page.robots)}
    assert closed == {address: ["noindex"] for address in NOT_FOUND}
    banners = [words(language).preview_banner for language in ("ar", "en")]
    assert [page.address for page in public.pages for banner in banners if banner in page.words] == []


def _around_messages(known: MessageWords) -> tuple[str, ...]:
    return known.messages, known.to_messages, known.of_this_post, known.silent


def _readable(tree: Tree) -> Iterator[str]:
    """All names and bytes of a tree, as written and with the escapes of HTML and of addresses undone."""
    for path in tree.folder.rglob("*"):
        yield path.relative_to(tree.folder).as_posix()
        if path.is_file():
            text = path.read_bytes().decode("utf-8", "replace")
            yield text
            if path.suffix in (".html", ".xml"):
                yield html.unescape(text)
                yield unquote(text)
    yield from (page.words for page in tree.pages)


def _written_elsewhere(folders: set[str]) -> Iterator[str]:
    """What authors wrote outside some folders: a phrase that stands there too, such as who spoke, betrays nothing."""
    content = REPOSITORY / "content"
    for file in content.rglob("*.md"):
        if file.parent.relative_to(content).as_posix() not in folders:
            yield single_spaced(file.read_text("utf-8"))


def _marks(post: Post) -> Iterator[str]:
    """Whatever would betray a post."""
    yield from (post.id, post.slug)
    for translation in post.translations.values():
        yield from (translation.title, translation.summary)
        yield from _sentences(body_of(translation, REPOSITORY))
    for evidence in post.evidence:
        yield from evidence.label
    if post.hero:
        yield from (post.hero.path, *post.hero.alt, *post.hero.caption)


def _sentences(body: str) -> list[str]:
    pieces = (single_spaced(piece.strip("#- ")) for piece in _SENTENCES.split(body))
    return [piece for piece in pieces if len(piece) >= _SHORTEST]


def _count_of(tree: Tree, address: str) -> int:
    return int(
        text_of(tree[address].one("//header[contains(@class, 'opening')]//p[contains(@class, 'standfirst')]")).split()[
            0
        ]
    )


def _with_a_secret(root: Path, change: dict) -> Path:
    """A newsroom whose released post links to a second one, which has a picture and an attachment of its own."""
    write_newsroom(root, posts=0, rules=NO_EDITOR)
    link = "../secret-plan/index.{}.md"
    write_post(root, 1, body_ar=f"انظر [الخطة]({link.format('ar')}).", body_en=f"See [the plan]({link.format('en')}).")
    named = "[PDF](secret.pdf)"
    folder = write_post(
        root,
        2,
        slug="secret-plan",
        ar={"title": "خطة Secret", "summary": "ملخص secret.", "hero": picture("secret.png")} | change,
        en={"title": "Secret plan", "summary": "A secret."},
        body_ar=f"نص secret. {named}",
        body_en=f"Secret text. {named}",
    )
    write_picture(folder / "secret.png", (600, 400))
    (folder / "secret.pdf").write_bytes(b"%PDF-1.4 secret")
    return root
