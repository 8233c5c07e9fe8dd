"""The news sitemap: what was released in the last two days, newest first, and nothing else."""

from __future__ import annotations

import datetime
from dataclasses import replace

from newsroom.hosting.news_sitemap import MOST, NEW, Article, news_at, news_sitemap
from tests.hosting.reading import read, texts

NOW = datetime.datetime.fromisoformat("2026-11-23T09:00:00+04:00")
ARTICLE = Article(
    "https://newsroom.example.om/ar/posts/2026/results/",
    "غرفة أخبار المثال",
    "ar",
    NOW,
    "نتائج <الربع> & ما بعدها",
    False,
)


def released(**before: float) -> Article:
    return replace(ARTICLE, released=NOW - datetime.timedelta(**before))


def test_an_article_says_what_google_asks_for() -> None:
    root = read(news_sitemap(news_at([ARTICLE], NOW)))
    assert texts(root, "s:url/s:loc") == [ARTICLE.address]
    assert texts(root, "s:url/news:news/news:publication/*") == ["غرفة أخبار المثال", "ar"]
    assert texts(root, "s:url/news:news/news:publication_date") == ["2026-11-23T09:00:00+04:00"]
    assert texts(root, "s:url/news:news/news:title") == ["نتائج <الربع> & ما بعدها"]


def test_news_is_two_days_old_at_most_and_never_of_the_future() -> None:
    at_its_oldest = released(hours=48)
    articles = [released(seconds=-1), released(seconds=0), at_its_oldest, released(hours=48, seconds=1)]
    assert news_at(articles, NOW) == (released(seconds=0), at_its_oldest)
    assert datetime.timedelta(days=2) == NEW


def test_a_withdrawn_post_is_no_news() -> None:
    assert news_at([replace(ARTICLE, is_withdrawn=True)], NOW) == ()


def test_at_no_instant_there_is_no_news() -> None:
    assert news_at([ARTICLE], None) == ()
    assert len(read(news_sitemap(()))) == 0


def test_of_too_many_the_newest_stay() -> None:
    articles = [released(seconds=each) for each in range(MOST + 5)]
    assert news_at(reversed(articles), NOW) == tuple(articles[:1000])


def test_the_order_does_not_depend_on_that_of_reading() -> None:
    english = replace(ARTICLE, address=ARTICLE.address.replace("/ar/", "/en/"), language="en")
    assert news_at([english, ARTICLE], NOW) == news_at([ARTICLE, english], NOW)


def test_until_a_day_passes_the_file_stays_as_it_is() -> None:
    later = NOW + datetime.timedelta(hours=3)
    assert news_sitemap(news_at([ARTICLE], NOW)) == news_sitemap(news_at([ARTICLE], later))
