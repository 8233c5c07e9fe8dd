"""What crawlers are allowed, as Python's own reader of robots.txt understands it."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

from newsroom.hosting.robots import robots, robots_of_preview

HOME = "https://newsroom.example.om/"


def read(data: bytes) -> RobotFileParser:
    reader = RobotFileParser()
    reader.parse(data.decode().splitlines())
    return reader


def test_everyone_may_look_and_is_told_of_both_sitemaps() -> None:
    sitemaps = [f"{HOME}sitemap.xml", f"{HOME}sitemap-news.xml"]
    reader = read(robots(sitemaps))
    assert reader.can_fetch("Googlebot-News", f"{HOME}ar/posts/2026/results/")
    assert reader.site_maps() == sitemaps


def test_nobody_may_look_at_a_preview() -> None:
    reader = read(robots_of_preview())
    assert not reader.can_fetch("Googlebot", HOME)
    assert reader.site_maps() is None
