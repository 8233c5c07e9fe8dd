"""Pictures: whole, of a kind that browsers show, and as large as they are seen."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from newsroom.commands.check import sound_newsroom
from tests.reading.problems import ARABIC, POST, add_keys, found, only_problem, the_post, write
from tests.reading.test_rules import HERO
from tests.samples import write_post


def drawn(file_format: str, size: tuple[int, int] = (640, 480), **options: object) -> bytes:
    data = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(data, file_format, **options)
    return data.getvalue()


def with_hero(root: Path, data: bytes, name: str = "hero.png") -> None:
    write(root, f"{POST}/{name}", data)
    add_keys(root, HERO.replace("hero.png", name))


KINDS = [("PNG", "a.png", "image/png"), ("JPEG", "a.JPG", "image/jpeg"), ("WEBP", "a.webp", "image/webp")]


@pytest.mark.parametrize(("file_format", "name", "media_type"), KINDS)
def test_a_picture_is_as_large_and_of_the_kind_that_it_is(
    root: Path, file_format: str, name: str, media_type: str
) -> None:
    data = drawn(file_format)
    with_hero(root, data, name)
    hero = the_post(root).hero
    assert hero
    assert (hero.path, hero.width, hero.height) == (f"posts/2026/post-1/{name}", 640, 480)
    assert (hero.length, hero.media_type) == (len(data), media_type)


def test_several_pictures_that_a_telephone_puts_into_one_jpeg_are_a_jpeg(root: Path) -> None:
    data = io.BytesIO()
    picture = Image.new("RGB", (640, 480))
    picture.save(data, "MPO", save_all=True, append_images=[picture])
    with_hero(root, data.getvalue(), "a.jpg")
    hero = the_post(root).hero
    assert hero
    assert hero.media_type == "image/jpeg"


COLOURS = [
    ("JPEG", "CMYK"),
    ("JPEG", "L"),
    ("PNG", "1"),
    ("PNG", "P"),
    ("PNG", "LA"),
    ("PNG", "I;16"),
    ("WEBP", "RGBA"),
]


@pytest.mark.parametrize(("file_format", "mode"), COLOURS)
def test_a_picture_of_other_colours_is_read(root: Path, file_format: str, mode: str) -> None:
    data = io.BytesIO()
    Image.new(mode, (640, 480)).save(data, file_format)
    with_hero(root, data.getvalue(), f"a.{file_format.lower()}")
    assert the_post(root).hero


def test_a_picture_of_a_single_point_is_published_with_a_warning(root: Path) -> None:
    with_hero(root, drawn("PNG", (1, 1)))
    problem = only_problem(root)
    assert (problem.rule.code, problem.path, problem.line, problem.is_error) == ("NR216", ARABIC, 13, False)
    assert "1 × 1" in problem.what("ar")
    (post,) = sound_newsroom(root).posts
    assert post.hero


@pytest.mark.parametrize(("size", "code"), [((400, 900), []), ((399, 900), ["NR216"]), ((900, 399), ["NR216"])])
def test_the_smaller_side_of_a_hero_decides(root: Path, size: tuple[int, int], code: list[str]) -> None:
    with_hero(root, drawn("PNG", size))
    assert [found_code for found_code, _, _ in found(root)] == code


def test_a_picture_of_40_megabytes_is_read_and_warned_of(root: Path) -> None:
    with_hero(root, drawn("PNG") + bytes(40_000_000))
    problem = only_problem(root)
    assert (problem.rule.code, problem.is_error) == ("NR217", False)
    assert problem.values["size"].startswith("40.")


@pytest.mark.parametrize("more", [0, 1])
def test_eight_megabytes_are_not_too_many(root: Path, more: int) -> None:
    data = drawn("PNG")
    with_hero(root, data.ljust(8_000_000 + more, b"\0"))
    assert [code for code, _, _ in found(root)] == ["NR217"] * more


@pytest.mark.parametrize("name", ["a.jpg", "a.webp", "a.gif", "a", "png"])
def test_a_name_that_says_another_kind_is_refused_and_the_right_one_said(root: Path, name: str) -> None:
    with_hero(root, drawn("PNG"), name)
    problem = only_problem(root)
    assert (problem.rule.code, problem.path, problem.line) == ("NR215", ARABIC, 13)
    assert problem.mend("en") == f"name it {name.removesuffix('.jpg').removesuffix('.webp').removesuffix('.gif')}.png"


def test_a_picture_in_a_text_is_named_after_its_kind_too(root: Path) -> None:
    folder = write_post(root, 1, body_en="![chart](chart.jpg)")
    (folder / "chart.jpg").write_bytes(drawn("PNG"))
    assert found(root) == [("NR215", f"{POST}/chart.jpg", 1)]


def test_a_small_picture_in_a_text_is_no_problem(root: Path) -> None:
    folder = write_post(root, 1, body_en="![chart](chart.png)")
    (folder / "chart.png").write_bytes(drawn("PNG", (1, 1)))
    assert found(root) == []


@pytest.mark.parametrize("file_format", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("share", [0.02, 0.5, 0.98])
def test_a_picture_that_was_cut_off_is_refused(root: Path, file_format: str, share: float) -> None:
    data = drawn(file_format)
    with_hero(root, data[: int(len(data) * share)])
    assert found(root) == [("NR211", ARABIC, 13)]


@pytest.mark.parametrize(("file_format", "name"), [("PNG", "a.png"), ("JPEG", "a.jpg")])
def test_bytes_after_a_picture_do_no_harm(root: Path, file_format: str, name: str) -> None:
    with_hero(root, drawn(file_format) + b"written by a camera", name)
    assert the_post(root).hero


@pytest.mark.parametrize("file_format", ["GIF", "TIFF", "BMP", "PDF"])
def test_a_kind_of_file_that_browsers_do_not_show_as_a_photograph_is_refused(root: Path, file_format: str) -> None:
    with_hero(root, drawn(file_format))
    problem = only_problem(root)
    assert problem.rule.code == "NR211"
    assert "JPEG" in problem.mend("ar")


def test_a_picture_of_more_points_than_memory_holds_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 2000)
    with_hero(root, drawn("PNG"))
    assert found(root) == [("NR211", ARABIC, 13)]


def test_a_photograph_taken_upright_is_higher_than_wide(root: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    with_hero(root, drawn("JPEG", exif=exif), "a.jpg")
    hero = the_post(root).hero
    assert hero
    assert (hero.width, hero.height) == (480, 640)


@pytest.mark.parametrize("words", ["alt", "credit", "licence"])
@pytest.mark.parametrize(("missing", "left"), [("ar", "en"), ("en", "ar")])
def test_words_that_a_picture_lacks_in_one_language_are_named(root: Path, words: str, missing: str, left: str) -> None:
    write(root, f"{POST}/hero.png", drawn("PNG"))
    letters = {"alt": ("أ", "a"), "credit": ("ب", "b"), "licence": ("ج", "c")}[words]
    both = f"{words}: {{ar: {letters[0]}, en: {letters[1]}}}"
    add_keys(root, HERO.replace(both, f"{words}: {{{left}: {letters[left == 'en']}}}"))
    problem = only_problem(root)
    assert (problem.rule.code, problem.path, problem.line) == ("NR209", ARABIC, 13)
    assert problem.values["key"] == f"hero.{words}"
    assert problem.values["language"] == missing


def test_a_picture_without_any_alternative_text_lacks_a_key(root: Path) -> None:
    write(root, f"{POST}/hero.png", drawn("PNG"))
    add_keys(root, HERO.replace(", alt: {ar: أ, en: a}", ""))
    problem = only_problem(root)
    assert (problem.rule.code, problem.values["key"]) == ("NR201", "hero.alt")


def test_an_empty_alternative_text_is_none(root: Path) -> None:
    write(root, f"{POST}/hero.png", drawn("PNG"))
    add_keys(root, HERO.replace("en: a}", "en: ' '}"))
    assert found(root) == [("NR206", ARABIC, 13)]


def test_a_picture_in_a_text_that_cannot_be_understood_is_a_problem(root: Path) -> None:
    folder = write_post(root, 1, body_en="![chart](chart.png)")
    (folder / "chart.png").write_bytes(b"no picture")
    assert found(root) == [("NR211", "content/posts/2026/post-1/chart.png", 1)]


def test_a_picture_that_moves_may_stand_in_a_text_and_says_its_size(root: Path) -> None:
    write_post(root, 1, body_ar="![خطوات](steps.gif)")
    write(root, f"{POST}/steps.gif", drawn("GIF", (320, 200)))
    assert the_post(root).attachments == {"posts/2026/post-1/steps.gif": (320, 200)}
