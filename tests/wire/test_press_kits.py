"""Press kits: what belongs to a post or to the organisation, in both languages, and nothing that is not released."""

from __future__ import annotations

import datetime
import io
import shutil
import zipfile
from pathlib import Path

import pytest
import yaml

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.languages import words
from newsroom.model.language import Language
from tests.conftest import NOW
from tests.samples import both, configuration, picture, write_newsroom, write_picture, write_post

KIT = "press-kits/2026/post-1.zip"


def kits(root: Path, site: Path) -> dict[str, dict[str, bytes]]:
    """The kits of a site by their addresses, each with its files by their names."""
    shutil.rmtree(site, ignore_errors=True)
    build(root, Edition(NOW), site, strict=False)
    return {path.relative_to(site).as_posix(): unpacked(path) for path in (site / "press-kits").rglob("*.zip")}


def unpacked(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.fixture
def pictured(root: Path) -> Path:
    """A newsroom whose post has a picture above its text, another in it, and a document."""
    words_of_hero = picture("hero.png", caption=both("رافعة في الميناء", "A crane in the port"))
    folder = write_post(
        root, 1, ar={"hero": words_of_hero}, body_ar="![مخطط](chart.png) [تقرير](report.pdf)", body_en="![](chart.png)"
    )
    write_picture(folder / "hero.png")
    write_picture(folder / "chart.png")
    (folder / "report.pdf").write_bytes(b"%PDF-1.7")
    return root


def test_a_kit_holds_text_pictures_and_documents_of_its_post(pictured: Path, tmp_path: Path) -> None:
    assert set(kits(pictured, tmp_path / "site")[KIT]) == {
        "post-1/post-1.ar.txt",
        "post-1/post-1.ar.md",
        "post-1/post-1.en.txt",
        "post-1/post-1.en.md",
        "post-1/pictures/captions.ar.txt",
        "post-1/pictures/captions.en.txt",
        "post-1/pictures/hero.png",
        "post-1/pictures/chart.png",
        "post-1/documents/report.pdf",
    }


def test_pictures_go_with_caption_description_credit_and_terms(pictured: Path, tmp_path: Path) -> None:
    kit = kits(pictured, tmp_path / "site")[KIT]
    english = kit["post-1/pictures/captions.en.txt"].decode().strip().split("\n\n")
    assert english[1].split("\n") == [
        "hero.png",
        "PNG, 600 × 400 pixels, 2\N{NO-BREAK SPACE}KB",
        "A crane in the port",
        "Description: description",
        "Picture credit: Sample",
        "Terms of use: for the press",
    ]
    assert english[2].split("\n") == ["chart.png", words("en").picture_in_text]
    assert "مصدر الصورة: المثال" in kit["post-1/pictures/captions.ar.txt"].decode()


def test_the_text_is_that_of_the_file_beside_the_page(pictured: Path, tmp_path: Path) -> None:
    kit = kits(pictured, tmp_path / "site")[KIT]
    for language in ("ar", "en"):
        beside = tmp_path / "site" / language / "posts" / "2026" / "post-1" / "post.txt"
        assert kit[f"post-1/post-1.{language}.txt"] == beside.read_bytes()


def test_a_post_that_is_text_alone_has_no_kit(root: Path, tmp_path: Path) -> None:
    assert set(kits(root, tmp_path / "site")) == {"press-kits/newsroom.zip"}
    page = (tmp_path / "site" / "en" / "posts" / "2026" / "post-1" / "index.html").read_text(encoding="utf-8")
    assert "press-kits" not in page


def test_a_post_under_embargo_has_no_kit_and_leaves_no_trace_in_others(pictured: Path, tmp_path: Path) -> None:
    later = (NOW + datetime.timedelta(days=1)).isoformat()
    write_post(pictured, 2, ar={"hero": picture("hero.png"), "embargoed": later})
    write_picture(pictured / "content/posts/2026/post-2/hero.png")
    found = kits(pictured, tmp_path / "site")
    assert set(found) == {KIT, "press-kits/newsroom.zip"}
    assert not [name for files in found.values() for name, data in files.items() if b"post-2" in data]


def test_a_withdrawn_post_has_no_kit(pictured: Path, tmp_path: Path) -> None:
    withdrawal = {"date": "2026-02-01T09:00", "reason": both("خطأ", "a mistake")}
    write_post(
        pictured, 1, ar={"hero": picture("hero.png"), "pubstatus": "canceled", "withdrawal": withdrawal}, body_ar="نص."
    )
    assert set(kits(pictured, tmp_path / "site")) == {"press-kits/newsroom.zip"}


@pytest.mark.parametrize(("language", "boilerplate"), [("ar", "نبذة عن الشركة."), ("en", "About the company.")])
def test_the_kit_of_the_newsroom_introduces_the_organisation(
    language: Language, boilerplate: str, root: Path, tmp_path: Path
) -> None:
    kit = {name: data.decode() for name, data in kits(root, tmp_path / "site")["press-kits/newsroom.zip"].items()}
    assert boilerplate in kit[f"newsroom/boilerplate.{language}.txt"]
    assert "+968 2400 0000" in kit[f"newsroom/contacts.{language}.txt"]
    assert {"ar": "يقود الشركة.", "en": "Leads the company."}[language] in kit[f"newsroom/people/salim.{language}.txt"]
    assert {"ar": "من نحن.", "en": "Who we are."}[language] in kit[f"newsroom/background/about.{language}.txt"]
    assert "newsroom/logo/logo.svg" in kit


def test_a_portrait_bears_the_name_of_its_person(root: Path, tmp_path: Path) -> None:
    people = root / "content" / "executives" / "salim"
    source = (people / "index.ar.md").read_text(encoding="utf-8")
    section = yaml.safe_dump({"portrait": picture("face.jpg")}, allow_unicode=True)
    (people / "index.ar.md").write_text(source.replace("---\n", f"---\n{section}", 1), encoding="utf-8")
    write_picture(people / "face.jpg")
    kit = kits(root, tmp_path / "site")["press-kits/newsroom.zip"]
    assert "newsroom/portraits/salim.jpg" in kit
    assert kit["newsroom/portraits/captions.en.txt"].decode().split("\n\n")[1].startswith("salim.jpg\n")


def test_a_logo_for_dark_grounds_and_the_terms_of_pictures_come_along(tmp_path: Path) -> None:
    organization = configuration()["organization"] | {"picture": picture("media/share.png")}
    root = write_newsroom(tmp_path / "other", organization=organization, brand={"logo_on_dark": "media/dark.svg"})
    media = root / "content" / "media"
    (media / "dark.svg").write_bytes((media / "logo.svg").read_bytes())
    write_picture(media / "share.png", (1200, 630))
    kit = kits(root, tmp_path / "site")["press-kits/newsroom.zip"]
    assert {"newsroom/logo/logo.svg", "newsroom/logo/dark.svg", "newsroom/logo/share.png"} <= set(kit)
    assert "Terms of use: for the press" in kit["newsroom/logo/captions.en.txt"].decode()


def test_a_kit_is_the_same_bytes_in_every_build(pictured: Path, tmp_path: Path) -> None:
    first = kits(pictured, tmp_path / "site")
    data = (tmp_path / "site" / KIT).read_bytes()
    shutil.rmtree(pictured / ".newsroom")
    assert kits(pictured, tmp_path / "site") == first
    assert (tmp_path / "site" / KIT).read_bytes() == data
