"""What stands on the page of a post: its evidence, its corrections, its contact, its neighbours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from newsroom.languages import words
from newsroom.languages.style import style_of
from newsroom.model.language import LANGUAGES, Language, other
from newsroom.model.newsroom import Newsroom
from newsroom.model.organization import Contact
from newsroom.model.post import Post
from tests.conftest import REPOSITORY
from tests.samples import body_of
from tests.site.tree import HtmlPage, Tree, single_spaced, text_of

_EVIDENCE = "//section[@class='evidence']//*[self::li or self::div]"

Told = Iterator[tuple[Post, Language, HtmlPage]]


def _page(tree: Tree, post: Post, language: Language) -> HtmlPage:
    return tree[f"{language}/posts/{post.year}/{post.slug}/"]


def _standing(tree: Tree, newsroom: Newsroom) -> Told:
    for post in newsroom.posts:
        for language in post.translations if not post.withdrawal else ():
            yield post, language, _page(tree, post, language)


def _the_one(newsroom: Newsroom, slug: str) -> Post:
    return next(post for post in newsroom.posts if post.slug == slug)


def test_a_post_shows_its_headline_and_summary(public: Tree, visible: Newsroom):
    for post, language, page in _standing(public, visible):
        assert text_of(page.one("//h1")) == single_spaced(post.translations[language].title)
        assert single_spaced(post.translations[language].summary) in page.words


def test_a_post_names_its_author_and_leads_to_their_page(public: Tree, visible: Newsroom):
    for post, language, page in _standing(public, visible):
        author = page.one("//a[contains(@class, 'p-author')]")
        assert text_of(author) == visible.executives[post.author].name[language]
        assert page.linked_address("//a[contains(@class, 'p-author')]") == f"{language}/executives/{post.author}/"


def test_a_post_shows_its_filing_with_the_exchange_where_it_has_one(public: Tree, visible: Newsroom):
    filed = [post for post, *_ in _standing(public, visible) if post.disclosure]
    assert filed
    for post, language, page in _standing(public, visible):
        told = page.find("//p[@class='dates'][bdi]")
        assert len(told) == (post.disclosure is not None)
        if post.disclosure:
            assert text_of(told[0]).startswith(words(language).filed)
            assert style_of(visible, language).instant(post.disclosure.filed) in text_of(told[0])
            assert text_of(told[0]).endswith(post.disclosure.reference)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_withdrawn_post_shows_its_notice(language: Language, public: Tree, example: Newsroom):
    post = _the_one(example, "board-dividend-proposal")
    page = _page(public, post, language)
    assert text_of(page.one("//h1")) == words(language).withdrawn_title
    assert post.withdrawal.reason[language] in page.words
    assert style_of(example, language).short_day(post.withdrawal.date.date()) in page.words


def test_nothing_that_a_withdrawn_post_said_stands_anywhere(tree: Tree, example: Newsroom):
    post = _the_one(example, "board-dividend-proposal")
    said = [
        line.strip("- ")
        for each in post.translations.values()
        for line in body_of(each, REPOSITORY).splitlines()
        if len(line) > 40
    ]
    said += [text for each in post.translations.values() for text in (each.title, each.summary)]
    assert len(said) > 15
    site = "\n".join(page.words for page in tree.pages)
    assert [sentence for sentence in said if sentence in site] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_withdrawn_post_is_listed_by_its_notice(language: Language, public: Tree, example: Newsroom):
    post = _the_one(example, "board-dividend-proposal")
    year = [page for page in public.pages if page.address.startswith(f"{language}/archive/{post.year}/")]
    links = [link for page in year for link in page.find("//ol//a") if post.slug in link.get("href")]
    assert [text_of(link) for link in links] == [words(language).withdrawn_title]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_corrected_post_shows_its_correction_and_the_day_of_it_before_its_text(
    language: Language, public: Tree, example: Newsroom
):
    post = _the_one(example, "annual-results-2024")
    (correction,) = post.corrections
    page = _page(public, post, language)
    (note,) = page.find("//section[@aria-labelledby='Newsroom-corrections']")
    assert correction.text[language] in text_of(note)
    assert note.xpath(".//time/@datetime") == [correction.date.isoformat()]
    assert style_of(example, language).instant(correction.date) in text_of(note)
    assert note.xpath("following::div[contains(@class, 'post-text')]")


def test_no_other_post_shows_a_correction(public: Tree, visible: Newsroom):
    shown = {post.slug for post, _, page in _standing(public, visible) if page.find("//*[@id='Newsroom-corrections']")}
    assert shown == {"annual-results-2024"}


def test_a_stale_translation_says_so_and_leads_to_its_newer_sibling(public: Tree, example: Newsroom):
    page = public["en/posts/2026/robot-stacker-sohar/"]
    (notice,) = [each for each in page.find("//p[contains(@class, 'notice')]") if words("en").stale in text_of(each)]
    (link,) = notice.xpath(".//a")
    assert page.absolute(link.get("href")) == f"{public.home}ar/posts/2026/robot-stacker-sohar/"
    assert (link.get("lang"), link.get("dir"), link.get("hreflang")) == ("ar", "rtl", "ar")


def test_no_other_page_calls_itself_stale(public: Tree):
    stale = [page.address for page in public.pages for each in LANGUAGES if words(each).stale in page.words]
    assert stale == ["en/posts/2026/robot-stacker-sohar/"]


def test_a_post_in_one_language_says_so_and_no_other_does(public: Tree, visible: Newsroom):
    alone = {
        (language, post.slug)
        for post, language, page in _standing(public, visible)
        if words(language).single in page.words
    }
    assert alone == {("ar", "salalah-storm-statement"), ("en", "investor-day-transcript-note")}


def test_evidence_stands_with_its_source_and_date(public: Tree, visible: Newsroom):
    shown = 0
    for post, language, page in _standing(public, visible):
        style = style_of(visible, language)
        for evidence in post.evidence:
            entry = page.one(f"{_EVIDENCE}[dt='{evidence.label[language]}' or strong='{evidence.label[language]}']")
            told = text_of(entry)
            assert f"{words(language).source}: {evidence.source[language]}" in told
            assert style.short_day(evidence.date) in told
            assert entry.xpath(".//a/@href") == [evidence.link] * bool(evidence.link)
            shown += 1
    assert shown > 60


def test_a_figure_shows_its_number_and_unit(public: Tree, visible: Newsroom):
    for post, language, page in _standing(public, visible):
        style = style_of(visible, language)
        values = [text_of(each) for each in page.find("//dd[@class='figure-value']")]
        figures = [each for each in post.evidence if each.value is not None]
        assert values == [
            single_spaced(style.quantity(each.value, each.unit[language] if each.unit else "")) for each in figures
        ]


def test_a_post_names_whom_to_call(public: Tree, visible: Newsroom):
    contacts = {contact.key: contact for contact in visible.contacts}
    for post, language, page in _standing(public, visible):
        _assert_can_be_called(page, contacts[post.contact], language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contacts_page_names_everyone_with_telephone_and_email(language: Language, public: Tree, visible: Newsroom):
    for contact in visible.contacts:
        _assert_can_be_called(public[f"{language}/media-contacts/"], contact, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_an_audience_names_who_takes_its_calls(language: Language, public: Tree, visible: Newsroom):
    for contact in visible.contacts:
        for audience in contact.audiences:
            _assert_can_be_called(public[f"{language}/audiences/{audience}/"], contact, language)


def _assert_can_be_called(page: HtmlPage, contact: Contact, language: Language) -> None:
    assert contact.name[language] in page.words
    telephone = page.one(f"//main//a[@href='tel:{contact.telephone.replace(' ', '')}']")
    assert (text_of(telephone), telephone.xpath("string(.//bdi/@dir)")) == (contact.telephone, "ltr")
    email = page.one(f"//main//a[@href='mailto:{contact.email}']")
    assert (text_of(email), email.xpath("string(.//bdi/@dir)")) == (contact.email, "ltr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_previous_leads_through_every_standing_post_from_the_newest_to_the_oldest(
    language: Language, public: Tree, visible: Newsroom
):
    posts = [post for post in visible.posts if language in post.translations and not post.withdrawal]
    expected = [f"{language}/posts/{post.year}/{post.slug}/" for post in posts]
    assert _walk(public, expected[0], "prev") == expected
    assert _walk(public, expected[-1], "next") == expected[::-1]


def _walk(tree: Tree, start: str, relation: str) -> list[str]:
    way, link = [start], f"//nav[contains(@class, 'neighbours')]/a[@rel='{relation}']"
    while tree[way[-1]].find(link):
        way.append(tree[way[-1]].linked_address(link))
    return way


def test_related_posts_share_a_topic_and_are_older(public: Tree, visible: Newsroom):
    by_slug = {post.slug: post for post in visible.posts}
    with_related = 0
    for post, _, page in _standing(public, visible):
        related = [
            by_slug[href.split("/")[-2]] for href in page.find("//section[contains(@class, 'related')]//h3/a/@href")
        ]
        assert len(related) <= 3
        assert all(set(each.topics) & set(post.topics) and each.released < post.released for each in related)
        with_related += bool(related)
    assert with_related > 50


def test_a_posts_labels_lead_to_their_lists(public: Tree, visible: Newsroom):
    for post, language, page in _standing(public, visible):
        labels = [page.absolute(href).removeprefix(public.home) for href in page.find("//dl[@class='labels']//a/@href")]
        assert labels == [f"{language}/topics/{each}/" for each in post.topics] + [
            f"{language}/audiences/{each}/" for each in post.audiences
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_executives_page_shows_both_spellings_roles_accounts_and_biography(
    language: Language, public: Tree, visible: Newsroom
):
    for executive in visible.executives.values():
        page = public[f"{language}/executives/{executive.key}/"]
        assert text_of(page.one("//h1")) == executive.name[language]
        (elsewhere,) = page.find(f"//*[@lang='{other(language)}'][.='{executive.name[other(language)]}']")
        assert elsewhere.get("dir") == ("rtl" if language == "en" else "ltr")
        assert [role.title[language] for role in executive.roles if role.title[language] not in page.words] == []
        assert set(page.find("//a[@rel='me']/@href")) == {account.link for account in executive.accounts}
        assert page.find("//div[contains(@class, 'profile-text')]/p")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_official_account_stands_on_the_page_of_accounts(language: Language, public: Tree, visible: Newsroom):
    people = sum((executive.accounts for executive in visible.executives.values()), ())
    links = public[f"{language}/accounts/"].find("//a[@rel='me']/@href")
    assert sorted(links) == sorted(account.link for account in (*visible.organization.accounts, *people))
