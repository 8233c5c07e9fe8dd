"""Where every page stands. An address below the site's root, ASCII, ending in a slash; the root itself is empty.

Addresses are for ever: they come from folder names and keys, never from titles or dates.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from newsroom.model.language import LANGUAGES, Language
from newsroom.model.post import Audience, Post, PostType

FRONT = ""
NOT_FOUND = "404.html"
OPML = "feeds.opml"
SITEMAP = "sitemap.xml"
NEWS_SITEMAP = "sitemap-news.xml"
ROBOTS = "robots.txt"
HEADERS = "_headers"
REDIRECTS = "_redirects"
SECURITY = ".well-known/security.txt"
MANIFEST = ".well-known/newsroom-manifest.txt"
SIGNATURE = f"{MANIFEST}.sig"
SIGNERS = ".well-known/newsroom-signers"
BRAND_SHEET = "assets/brand.css"
FONT_LICENCE = "fonts/OFL.txt"
ACCOUNTS = ".well-known/official-accounts.json"
POST_FILES: Final = ("ninjs.json", "post.txt", "post.md")
"""What stands beside each post for agencies and terminals."""
ICONS: Final = (144, 512, 64)
"""The sides of the square icons in pixels: the most that RSS allows, what others ask for, and a browser's tab."""


class Feeds(NamedTuple):
    """The addresses of one feed, by format."""

    rss: str
    atom: str
    json: str


def home(language: Language) -> str:
    """A language's home."""
    return f"{language}/"


def not_found(language: Language) -> str:
    """What is shown below a language's home where nothing stands; elsewhere that is :data:`NOT_FOUND`."""
    return home(language) + NOT_FOUND


def not_found_at(address: str) -> str:
    """The page that is shown at an address where nothing stands."""
    return next((not_found(each) for each in LANGUAGES if address.startswith(home(each))), NOT_FOUND)


def is_not_found(address: str) -> bool:
    """Whether an address is of the page that is shown where nothing stands, in one language or in both."""
    return address.rpartition("/")[2] == NOT_FOUND


def post(language: Language, post: Post) -> str:
    """A post, under the year of its folder."""
    return f"{language}/posts/{post.year}/{post.slug}/"


def plain_text(language: Language, post: Post) -> str:
    """A post as plain text, beside its page."""
    return _beside(language, post, "post.txt")


def markdown(language: Language, post: Post) -> str:
    """A post as Markdown, beside its page."""
    return _beside(language, post, "post.md")


def ninjs(language: Language, post: Post) -> str:
    """A post for agencies, beside its page."""
    return _beside(language, post, "ninjs.json")


def card_of_post(language: Language, post: Post, suffix: str) -> str:
    """The card of a post, beside its page."""
    return _beside(language, post, f"card.{suffix}")


def card_of_executive(language: Language, key: str, suffix: str) -> str:
    """The card of an executive, beside the page."""
    return f"{language}/executives/{key}/card.{suffix}"


def card_of_newsroom(language: Language, suffix: str) -> str:
    """The card of all pages that have none of their own."""
    return f"{language}/card.{suffix}"


def _beside(language: Language, post: Post, name: str) -> str:
    return f"{language}/posts/{post.year}/{post.slug}/{name}"


def archive(language: Language) -> str:
    """The way into the archive."""
    return f"{language}/archive/"


def year(language: Language, year: int) -> str:
    """The posts of a year."""
    return f"{language}/archive/{year}/"


def post_type(language: Language, post_type: PostType) -> str:
    """The posts of a type."""
    return f"{language}/types/{post_type}/"


def topic(language: Language, topic: str) -> str:
    """The posts on a topic."""
    return f"{language}/topics/{topic}/"


def audience(language: Language, audience: Audience) -> str:
    """The page of an audience."""
    return f"{language}/audiences/{audience}/"


def executives(language: Language) -> str:
    """Everyone who speaks for the organisation."""
    return f"{language}/executives/"


def executive(language: Language, key: str) -> str:
    """An executive's page."""
    return f"{language}/executives/{key}/"


def accounts(language: Language) -> str:
    """The official accounts."""
    return f"{language}/accounts/"


def media_contacts(language: Language) -> str:
    """Whom to call."""
    return f"{language}/media-contacts/"


def boilerplate(language: Language) -> str:
    """The paragraph about the organisation."""
    return f"{language}/boilerplate/"


def plain_page(language: Language, slug: str) -> str:
    """A plain page."""
    return f"{language}/{slug}/"


def subscribe(language: Language) -> str:
    """The page that explains the feeds."""
    return f"{language}/subscribe/"


def search(language: Language) -> str:
    """The page from which posts are searched."""
    return f"{language}/search/"


def search_index(language: Language, number: int) -> str:
    """The folder of an index that is searched, by the number of its first post, counted from the oldest."""
    return f"{language}/search/{number}/"


def verification(language: Language) -> str:
    """The page that tells how to verify what is published."""
    return f"{language}/verify/"


def calendar(language: Language) -> str:
    """The page of dates to come."""
    return f"{language}/calendar/"


def calendar_file(language: Language) -> str:
    """The same dates, for calendars."""
    return f"{language}/calendar.ics"


def plan(language: Language) -> str:
    """The plan on a timetable, in previews alone."""
    return f"{language}/plan/"


def messages(language: Language) -> str:
    """What accounts will say of posts, in previews alone."""
    return f"{language}/messages/"


def messages_of(language: Language, post: Post) -> str:
    """The part of that page that is about a post."""
    return f"{messages(language)}#{message_part(post)}"


def message_part(post: Post) -> str:
    """The name of that part: a slug is that of one post of its year alone."""
    return f"{post.year}-{post.slug}"


def figures(language: Language) -> str:
    """The page of all figures."""
    return f"{language}/figures/"


def figure_file(language: Language, name: str) -> str:
    """The data of a figure, for spreadsheets."""
    return f"{language}/figures/{name}.csv"


def contact_file(language: Language, key: str) -> str:
    """A media contact, for address books."""
    return f"{language}/contacts/{key}.vcf"


def feeds(language: Language, name: str = "") -> Feeds:
    """Where a feed stands in each format: that of a name such as ``topics/ports``, or that of everything."""
    if not name:
        return Feeds(f"{language}/feed.xml", f"{language}/atom.xml", f"{language}/feed.json")
    folder = f"{language}/feeds"
    return Feeds(f"{folder}/rss/{name}.xml", f"{folder}/atom/{name}.xml", f"{folder}/json/{name}.json")


def feed_archive(language: Language, number: int) -> Feeds:
    """An archive document of the feed of everything, numbered from the oldest."""
    return feeds(language, f"archive/{number}")


def media_library(language: Language) -> str:
    """Every picture that may be published, with the terms of its use."""
    return f"{language}/media-library/"


def media_library_year(language: Language, year: int) -> str:
    """The pictures of a year's posts."""
    return f"{language}/media-library/{year}/"


def press_kit(post: Post) -> str:
    """What a journalist needs of a post, in one file for both languages."""
    return f"press-kits/{post.year}/{post.slug}.zip"


NEWSROOM_KIT: Final = "press-kits/newsroom.zip"
"""What a journalist needs of the organisation, in one file for both languages."""


def font(weight: str) -> str:
    """The letters of a weight that pages are set in where the organisation has none of its own."""
    return f"fonts/plex-{weight}.woff2"


def icon(size: int) -> str:
    """The organisation's icon with sides of so many pixels."""
    return f"media/icon-{size}.png"


def ninjs_list(language: Language) -> str:
    """Every post of a language, for agencies."""
    return f"{language}/ninjs.json"


def page_of_list(first: str, number: int) -> str:
    """An older page of a list, numbered from the oldest, so that a new post never moves what is on it."""
    return f"{first}page/{number}/"


def asset(path: str) -> str:
    """A picture or other file, at the path that it has below ``content/``."""
    return path
