"""What networks and search engines ask of an article's page: 25 checks of its cards, 15 of its structured data.

https://ogp.me, https://developers.google.com/search/docs/appearance/structured-data/article; the sizes are those that
the help pages of Facebook, LinkedIn and X name. Their own inspectors work on pages that are live, and not here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tests.readers.headed_page import HeadedPage
from tests.readers.published import LANGUAGES, instant, is_far

PageRule = Callable[[HeadedPage], bool]

CARD = (1200, 627)
"""The least width and height in pixels of a picture for a large card: LinkedIn's, the strictest."""
RATIO, TOLERANCE = 1.91, 0.08
CARD_BYTES = 5 * 1024 * 1024
HEADLINE = 110
"""Letters of a headline that Google once showed."""
PIXELS = 50_000
"""The fewest that each picture of an article has: Google. One at least is as wide as a large card."""
RATIOS = {"16:9": 1200 / 630, "4:3": 4 / 3, "1:1": 1.0}
"""What Google asks of the pictures of an article; 1200 by 630 is near enough to the first."""


def og_title(page: HeadedPage) -> bool:
    return bool(page.meta("og:title"))


def og_description(page: HeadedPage) -> bool:
    return bool(page.meta("og:description"))


def og_url_is_canonical(page: HeadedPage) -> bool:
    return [page.meta("og:url")] == page.canonical


def og_site_name(page: HeadedPage) -> bool:
    return bool(page.meta("og:site_name"))


def og_type(page: HeadedPage) -> bool:
    return page.meta("og:type") == "article"


def og_locale(page: HeadedPage) -> bool:
    return page.meta("og:locale") == LANGUAGES[page.language].replace("-", "_")


def og_locale_alternate(page: HeadedPage) -> bool:
    others = [LANGUAGES[language] for language in page.alternates if language not in (page.language, "x-default")]
    return page.metas("og:locale:alternate") == [tag.replace("-", "_") for tag in others]


def og_image_is_absolute(page: HeadedPage) -> bool:
    return is_far(page.meta("og:image")) and page.meta("og:image").startswith("https:")


def og_image_exists(page: HeadedPage) -> bool:
    return page.site.file(page.meta("og:image")) is not None


def og_image_is_large(page: HeadedPage) -> bool:
    picture = page.site.picture(page.meta("og:image"))
    return picture is not None and picture.width >= CARD[0] and picture.height >= CARD[1]


def og_image_is_light(page: HeadedPage) -> bool:
    picture = page.site.picture(page.meta("og:image"))
    return picture is not None and picture.length <= CARD_BYTES


def og_image_has_the_shape_of_cards(page: HeadedPage) -> bool:
    picture = page.site.picture(page.meta("og:image"))
    return picture is not None and abs(picture.width / picture.height - RATIO) <= TOLERANCE


def og_image_width_is_true(page: HeadedPage) -> bool:
    picture = page.site.picture(page.meta("og:image"))
    return picture is not None and page.meta("og:image:width") == str(picture.width)


def og_image_height_is_true(page: HeadedPage) -> bool:
    picture = page.site.picture(page.meta("og:image"))
    return picture is not None and page.meta("og:image:height") == str(picture.height)


def og_image_is_described(page: HeadedPage) -> bool:
    return bool(page.meta("og:image:alt"))


def published_time(page: HeadedPage) -> bool:
    return instant(page.meta("article:published_time")) is not None


def modified_time(page: HeadedPage) -> bool:
    return instant(page.meta("article:modified_time")) is not None


def article_author_is_a_page(page: HeadedPage) -> bool:
    return page.site.file(page.meta("article:author")) is not None


def twitter_card(page: HeadedPage) -> bool:
    return page.meta("twitter:card") == "summary_large_image"


def twitter_title(page: HeadedPage) -> bool:
    return bool(page.meta("twitter:title"))


def twitter_image(page: HeadedPage) -> bool:
    return page.site.file(page.meta("twitter:image")) is not None


def twitter_image_is_described(page: HeadedPage) -> bool:
    return bool(page.meta("twitter:image:alt"))


def description_is_short(page: HeadedPage) -> bool:
    return 0 < len(page.meta("description")) <= 155


def fediverse_creator(page: HeadedPage) -> bool:
    name, _, host = page.meta("fediverse:creator").removeprefix("@").partition("@")
    return bool(name and host)


def large_previews_are_allowed(page: HeadedPage) -> bool:
    return "max-image-preview:large" in page.meta("robots")


CARDS: tuple[PageRule, ...] = (
    og_title,
    og_description,
    og_url_is_canonical,
    og_site_name,
    og_type,
    og_locale,
    og_locale_alternate,
    og_image_is_absolute,
    og_image_exists,
    og_image_is_large,
    og_image_is_light,
    og_image_has_the_shape_of_cards,
    og_image_width_is_true,
    og_image_height_is_true,
    og_image_is_described,
    published_time,
    modified_time,
    article_author_is_a_page,
    twitter_card,
    twitter_title,
    twitter_image,
    twitter_image_is_described,
    description_is_short,
    fediverse_creator,
    large_previews_are_allowed,
)


def _article(page: HeadedPage) -> dict[str, Any]:
    return page.node("NewsArticle", "Article", "BlogPosting", "OpinionNewsArticle")


def _images(page: HeadedPage) -> Iterator[str]:
    for image in _article(page).get("image", ()):
        yield image["url"] if isinstance(image, dict) else image


def is_an_article(page: HeadedPage) -> bool:
    return _article(page).get("@context") == "https://schema.org"


def headline(page: HeadedPage) -> bool:
    return 0 < len(_article(page).get("headline", "")) <= HEADLINE


def described(page: HeadedPage) -> bool:
    return bool(_article(page).get("description"))


def images_exist_in_every_shape(page: HeadedPage) -> bool:
    pictures = [picture for url in _images(page) if (picture := page.site.picture(url))]
    shapes = [picture.width / picture.height for picture in pictures]
    return all(any(abs(shape - wanted) < TOLERANCE for shape in shapes) for wanted in RATIOS.values())


def images_are_large(page: HeadedPage) -> bool:
    pictures = [page.site.picture(url) for url in _images(page)]
    measured = [picture for picture in pictures if picture and picture.width * picture.height >= PIXELS]
    return len(measured) == len(pictures) > 0 and max(picture.width for picture in measured) >= CARD[0]


def date_published_is_the_cards(page: HeadedPage) -> bool:
    date = instant(_article(page).get("datePublished", ""))
    return date is not None and date == instant(page.meta("article:published_time"))


def date_modified_is_the_cards(page: HeadedPage) -> bool:
    date = instant(_article(page).get("dateModified", ""))
    return date is not None and date == instant(page.meta("article:modified_time"))


def _authors(page: HeadedPage) -> list[dict[str, Any]]:
    authors = _article(page).get("author", [])
    return authors if isinstance(authors, list) else [authors]


def authors_are_people_with_names(page: HeadedPage) -> bool:
    return bool(_authors(page)) and all(each["@type"] == "Person" and each.get("name") for each in _authors(page))


def authors_have_pages(page: HeadedPage) -> bool:
    return bool(_authors(page)) and all(page.site.file(each.get("url", "")) for each in _authors(page))


def publisher_has_a_name(page: HeadedPage) -> bool:
    return bool(_article(page).get("publisher", {}).get("name"))


def publisher_has_a_logo(page: HeadedPage) -> bool:
    logo = _article(page).get("publisher", {}).get("logo", "")
    return page.site.file(logo["url"] if isinstance(logo, dict) else logo) is not None


def main_entity_is_the_page(page: HeadedPage) -> bool:
    entity = _article(page).get("mainEntityOfPage", "")
    return (entity["@id"] if isinstance(entity, dict) else entity) == page.url


def url_is_the_page(page: HeadedPage) -> bool:
    return _article(page).get("url") == page.url


def language_is_the_pages(page: HeadedPage) -> bool:
    return _article(page).get("inLanguage") == LANGUAGES[page.language]


def bread_crumbs_lead_here(page: HeadedPage) -> bool:
    crumbs = page.node("BreadcrumbList").get("itemListElement", [])
    places = [crumb["position"] for crumb in crumbs]
    pages = [crumb["item"]["@id"] if isinstance(crumb["item"], dict) else crumb["item"] for crumb in crumbs[:-1]]
    return len(crumbs) > 1 and places == list(range(1, len(crumbs) + 1)) and all(map(page.site.file, pages))


STRUCTURED: tuple[PageRule, ...] = (
    is_an_article,
    headline,
    described,
    images_exist_in_every_shape,
    images_are_large,
    date_published_is_the_cards,
    date_modified_is_the_cards,
    authors_are_people_with_names,
    authors_have_pages,
    publisher_has_a_name,
    publisher_has_a_logo,
    main_entity_is_the_page,
    url_is_the_page,
    language_is_the_pages,
    bread_crumbs_lead_here,
)
