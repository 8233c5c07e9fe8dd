"""The sitemap: every page with what is known of it, in as few files as may be, of which a new page changes the last."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.hosting import sitemaps
from newsroom.hosting.sitemaps import Place, sitemap, sitemap_addresses
from newsroom.pages.addresses import SITEMAP
from tests.hosting.reading import NAMES, read, texts

ROOT = "https://newsroom.example.om/"


def place(name: str, modified: str = "") -> Place:
    ar, en = f"{ROOT}ar/{name}/", f"{ROOT}en/{name}/"
    return Place(ar, modified, {"en": en, "ar": ar}, en)


def files(places: list[Place]) -> dict[str, bytes]:
    made = dict(sitemap(ROOT, places))
    assert tuple(made) == sitemap_addresses(places)
    return made


def addresses(data: bytes) -> list[str]:
    return texts(read(data), "s:url/s:loc")


def test_a_page_is_listed_with_its_date_and_its_twins() -> None:
    (url,) = read(files([place("about", "2026-11-22T09:00:00+04:00")])["sitemap.xml"])
    assert texts(url, "s:loc") == [f"{ROOT}ar/about/"]
    assert texts(url, "s:lastmod") == ["2026-11-22T09:00:00+04:00"]
    links = [(link.get("hreflang"), link.get("href")) for link in url.findall("xhtml:link", NAMES)]
    assert links == [("ar", f"{ROOT}ar/about/"), ("en", f"{ROOT}en/about/"), ("x-default", f"{ROOT}en/about/")]


def test_what_is_not_known_is_not_said() -> None:
    (url,) = read(files([Place(f"{ROOT}ar/only/", "", {}, "")])["sitemap.xml"])
    assert [etree.tag for etree in url] == [f"{{{NAMES['s']}}}loc"]


def test_an_address_may_hold_what_xml_does_not() -> None:
    address = f"{ROOT}ar/?a=1&b=%22'"
    assert addresses(files([replace(place("x"), address=address)])["sitemap.xml"]) == [address]


def test_one_file_is_enough_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MOST", 3)
    assert list(files([place(str(each)) for each in range(3)])) == ["sitemap.xml"]


def test_beyond_the_limit_an_index_leads_to_every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MOST", 3)
    places = [place(str(each)) for each in range(7)]
    made = files(places)
    listed = texts(read(made.pop("sitemap.xml")), "s:sitemap/s:loc")
    assert listed == [ROOT + address for address in made] == [f"{ROOT}sitemap-{each}.xml" for each in (1, 2, 3)]
    assert [address for data in made.values() for address in addresses(data)] == [each.address for each in places]


@given(st.lists(st.integers(0, 100), min_size=1, max_size=30))
def test_no_file_is_larger_than_the_limit(lengths: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sitemaps, "LARGEST", 3000)
        made = files([place("&" * length, "2026-11-22") for length in lengths])
    around = len(files([])["sitemap.xml"])
    assert max(map(len, made.values())) <= around + 3000


@given(st.integers(1, 12), st.integers(1, 4))
def test_a_new_page_changes_only_the_last_of_the_filled_files(number: int, added: int) -> None:
    places = [place(str(each)) for each in range(number + added)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sitemaps, "MOST", 3)
        before, after = files(places[:number]), files(places)
    filled = [f"sitemap-{each}.xml" for each in range(1, number // 3 + 1)] if number > 3 else []
    assert [before[address] for address in filled] == [after[address] for address in filled]


def test_a_site_without_pages_has_an_empty_sitemap() -> None:
    assert list(files([])) == [SITEMAP]
    assert addresses(files([])[SITEMAP]) == []
