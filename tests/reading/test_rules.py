"""Every code that reading can give: one change to a sound newsroom, and the one problem that it makes."""

from __future__ import annotations

import os
from pathlib import Path

from newsroom.reading import characters
from newsroom.reading.rules import READING_RULES
from newsroom.rules import RULES
from tests.reading.problems import ARABIC, ENGLISH, POST, Case, add_keys, add_words, found, replace, write
from tests.reading.test_figure_tables import TABLES
from tests.reading.test_plan import PLAN
from tests.reading.test_policy import POLICY
from tests.samples import (
    PUBLIC_KEY,
    Tree,
    both,
    configuration,
    contact,
    occasion,
    picture,
    write_calendar,
    write_figure,
    write_newsroom,
    write_picture,
    write_post,
    write_text,
)

EVIDENCE = "evidence:\n- {kind: %s, label: {ar: أ, en: a}, source: {ar: م, en: s}, date: 2026-01-01%s}"
HERO = "hero: {file: hero.png, alt: {ar: أ, en: a}, credit: {ar: ب, en: b}, licence: {ar: ج, en: c}}"

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="%s" width="9" height="9"/></svg>'


def link_out(root: Path, path: str, target: Path) -> None:
    (root / path).unlink(missing_ok=True)
    (root / path).symlink_to(target)


def outside(root: Path) -> Path:
    return write(root.parent, "outside.md", "---\ntitle: x\nsummary: y\n---\n")


def rename(root: Path, folder: str, name: str) -> None:
    (root / folder).rename((root / folder).with_name(name))


def with_picture(root: Path, data: bytes) -> None:
    write(root, f"{POST}/hero.png", data)
    add_keys(root, HERO)


def organization(**changes: object) -> Tree:
    return configuration()["organization"] | changes


def with_icon(root: Path, size: tuple[int, int], name: str = "icon.png") -> None:
    write_newsroom(root, organization=organization(icon=f"media/{name}"))
    write_picture(root / "content/media" / name, size)


def with_share(root: Path, size: tuple[int, int]) -> None:
    write_newsroom(root, organization=organization(picture=picture("media/share.png")))
    write_picture(root / "content/media/share.png", size)


READING = [
    Case("bytes that are not UTF-8", "NR101", ENGLISH, 7, lambda root: write(
        root, ENGLISH, (root / ENGLISH).read_bytes() + b"caf\xe9\n")),
    Case("bytes after a byte order mark", "NR101", ENGLISH, 2, lambda root: write(
        root, ENGLISH, b"\xef\xbb\xbf---\n\xff: x\n---\n")),
    Case("UTF-16", "NR101", ENGLISH, 1, lambda root: write(root, ENGLISH, "---\n".encode("utf-16"))),
    Case("an empty file", "NR102", ENGLISH, 1, lambda root: write(root, ENGLISH, "")),
    Case("a file of spaces", "NR102", ENGLISH, 1, lambda root: write(root, ENGLISH, " \n\n")),
    Case("a file linked from outside", "NR103", ENGLISH, 1, lambda root: link_out(root, ENGLISH, outside(root))),
    Case("a file linked from beside content", "NR103", ENGLISH, 1, lambda root: link_out(
        root, ENGLISH, root / "mkdocs.yml")),
    Case("a folder linked from outside", "NR103", "content/posts/2026/other", 1, lambda root: link_out(
        root, "content/posts/2026/other", root.parent)),
    Case("a year linked from outside", "NR103", "content/posts/2025", 1, lambda root: link_out(
        root, "content/posts/2025", root.parent)),
    Case("a picture linked from outside", "NR103", f"{POST}/hero.png", 1, lambda root: (
        link_out(root, f"{POST}/hero.png", write_picture(root.parent / "out.png")), add_keys(root, HERO))),
    Case("an attachment linked from outside", "NR103", f"{POST}/report.pdf", 1, lambda root: (
        link_out(root, f"{POST}/report.pdf", outside(root)), add_words(root, "Read report.pdf."))),
    Case("a logo linked from outside", "NR103", "content/media/logo.svg", 1, lambda root: link_out(
        root, "content/media/logo.svg", outside(root))),
    Case("a configuration linked from outside", "NR103", "plan.yml", 1, lambda root: link_out(
        root, "plan.yml", outside(root))),
    Case("no front matter", "NR104", ENGLISH, 1, lambda root: write(root, ENGLISH, "Only words.\n")),
    Case("no closing fence", "NR104", ENGLISH, 1, lambda root: write(root, ENGLISH, "---\ntitle: x\nwords\n")),
    Case("broken YAML", "NR105", ENGLISH, 3, lambda root: replace(
        root, ENGLISH, "Summary of post 1.", "x: y")),
    Case("front matter that is one text", "NR105", ENGLISH, 2, lambda root: write(root, ENGLISH, "---\nx\n---\n")),
    Case("an anchor", "NR106", ARABIC, 3, lambda root: replace(root, ARABIC, "release", "&kind release")),
    Case("a key twice", "NR107", ARABIC, 13, lambda root: add_keys(root, "author: salim")),
    Case("a key twice deep inside", "NR107", ARABIC, 15, lambda root: add_keys(
        root, "hero:\n  file: a.png\n  file: b.png")),
    Case("a file too large", "NR108", ENGLISH, 1, lambda root: add_words(root, "x" * 1_000_000)),
    Case("nesting too deep", "NR108", ARABIC, 13, lambda root: add_keys(root, "hero: " + "[" * 70 + "]" * 70)),
    Case("a third language", "NR109", f"{POST}/index.fr.md", 1, lambda root: write(root, f"{POST}/index.fr.md", "")),
    Case("a language in capitals", "NR109", f"{POST}/index.fr.MD", 1, lambda root: write(
        root, f"{POST}/index.fr.MD", "")),
    Case("a file among years", "NR109", "content/posts/2026.md", 1, lambda root: write(
        root, "content/posts/2026.md", "")),
    Case("a folder that is no year", "NR109", "content/posts/drafts", 1, lambda root: (
        root / "content/posts/drafts").mkdir()),
    Case("a file among executives", "NR109", "content/executives/ali.md", 1, lambda root: write(
        root, "content/executives/ali.md", "")),
    Case("a file among pages", "NR109", "content/pages/about.md", 1, lambda root: write(
        root, "content/pages/about.md", "")),
    Case("an Arabic slug", "NR110", "content/posts/2026/خبر", 1, lambda root: rename(root, POST, "خبر")),
    Case("a slug with a capital", "NR110", "content/posts/2026/Post", 1, lambda root: rename(root, POST, "Post")),
    Case("a slug of 81 letters", "NR110", f"content/posts/2026/{'x' * 81}", 1, lambda root: rename(
        root, POST, "x" * 81)),
    Case("a slug of another encoding", "NR110", "content/posts/2026/caf\ufffd", 1, lambda root: rename(
        root, POST, os.fsdecode(b"caf\xe9"))),
    Case("a folder in a file's place", "NR111", ENGLISH, 1, lambda root: (
        (root / ENGLISH).unlink(), (root / ENGLISH).mkdir())),
    Case("a loop of links in a file's place", "NR111", ENGLISH, 1, lambda root: link_out(
        root, ENGLISH, Path("index.en.md"))),
    Case("a link to nothing", "NR111", ENGLISH, 1, lambda root: link_out(root, ENGLISH, Path("nothing.md"))),
    Case("a pipe in a file's place", "NR111", ENGLISH, 1, lambda root: (
        (root / ENGLISH).unlink(), os.mkfifo(root / ENGLISH))),
    Case("no plan", "NR111", "plan.yml", 1, lambda root: (root / "plan.yml").unlink()),
    Case("a file in the place of pages", "NR111", "content/pages", 1, lambda root: (
        (root / "content/pages").rename(root / "content/old"), write(root, "content/pages", ""))),
    Case("a folder without a text", "NR112", "content/posts/2026/empty", 1, lambda root: (
        root / "content/posts/2026/empty").mkdir()),
    Case("a key missing", "NR201", ARABIC, 2, lambda root: replace(root, ARABIC, "contact: media-desk\n", "")),
    Case("a key missing deep inside", "NR201", ARABIC, 14, lambda root: add_keys(root, "corrections:\n- {date: "
        "2026-02-01T08:00}")),
    Case("an unknown key", "NR202", ARABIC, 13, lambda root: add_keys(root, "auther: salim")),
    Case("an unknown key in the other language", "NR202", ENGLISH, 4, lambda root: add_keys(
        root, "subtitle: x", ENGLISH)),
    Case("a merge key", "NR202", ARABIC, 13, lambda root: add_keys(root, "<<: {author: salim}")),
    Case("a list where words are wanted", "NR203", ENGLISH, 2, lambda root: replace(
        root, ENGLISH, "title: Title of post 1", "title: [a]")),
    Case("words where a list is wanted", "NR203", ARABIC, 7, lambda root: replace(
        root, ARABIC, "topics:\n- ports", "topics: ports")),
    Case("an id with a space", "NR203", ARABIC, 2, lambda root: replace(root, ARABIC, "sample000001", "my post")),
    Case("a link without https", "NR203", ARABIC, 14, lambda root: add_keys(
        root, EVIDENCE % ("report", ", link: 'http://a.example/'"))),
    Case("a link that no one can parse", "NR203", ARABIC, 14, lambda root: add_keys(
        root, EVIDENCE % ("report", ", link: 'https://['"))),
    Case("a figure in words", "NR203", ARABIC, 14, lambda root: add_keys(root, EVIDENCE % ("figure", ", value: many"))),
    Case("a figure that grows to gigabytes", "NR203", ARABIC, 14, lambda root: add_keys(
        root, EVIDENCE % ("figure", ", value: 1e999999999"))),
    Case("a picture elsewhere", "NR203", ARABIC, 13, lambda root: add_keys(
        root, HERO.replace("hero.png", "../../hero.png"))),
    Case("a picture with a name too long for a disk", "NR203", ARABIC, 13, lambda root: add_keys(
        root, HERO.replace("hero.png", f"{'x' * 300}.png"))),
    Case("a date in words", "NR204", ARABIC, 4, lambda root: replace(
        root, ARABIC, "2026-01-15T09:00", "15 January 2026")),
    Case("a type that is none", "NR205", ARABIC, 3, lambda root: replace(root, ARABIC, "release", "news")),
    Case("an audience that is none", "NR205", ARABIC, 10, lambda root: replace(root, ARABIC, "- media", "- everyone")),
    Case("a key without a value", "NR206", ENGLISH, 3, lambda root: replace(
        root, ENGLISH, "summary: Summary of post 1.", "summary:")),
    Case("a title of spaces", "NR206", ENGLISH, 2, lambda root: replace(root, ENGLISH, "Title of post 1", "' '")),
    Case("an empty list", "NR206", ARABIC, 7, lambda root: replace(root, ARABIC, "topics:\n- ports", "topics: []")),
    Case("an empty section", "NR206", ARABIC, 13, lambda root: add_keys(root, "hero:")),
    Case("a translation that contradicts", "NR207", ENGLISH, 4, lambda root: add_keys(
        root, "author: maryam", ENGLISH)),
    Case("an hour that does not occur", "NR208", ARABIC, 4, lambda root: (
        replace(root, "newsroom.yml", "Asia/Muscat", "Europe/Berlin"),
        replace(root, ARABIC, "2026-01-15T09:00", "2026-03-29T02:30"))),
    Case("words in one language only", "NR209", ARABIC, 14, lambda root: add_keys(
        root, (EVIDENCE % ("report", "")).replace(", en: a", ""))),
    Case("a picture without alternative text in one language", "NR209", ARABIC, 13, lambda root: (
        write_picture(root / POST / "hero.png"), add_keys(root, HERO.replace("{ar: أ, en: a}", "{ar: أ}")))),
    Case("a picture that is not there", "NR210", ARABIC, 13, lambda root: add_keys(root, HERO)),
    Case("a loop of links in a picture's place", "NR210", ARABIC, 13, lambda root: (
        link_out(root, f"{POST}/hero.png", Path("hero.png")), add_keys(root, HERO))),
    Case("a folder in a picture's place", "NR210", ARABIC, 13, lambda root: (
        (root / POST / "hero.png").mkdir(), add_keys(root, HERO))),
    Case("a logo that is not there", "NR210", "newsroom.yml", 27, lambda root: (
        root / "content/media/logo.svg").unlink()),
    Case("a logo of dots that is not there", "NR210", "newsroom.yml", 27, lambda root: write_newsroom(
        root, organization=organization(logo="media/logo.png"))),
    Case("a logo of dots that is none", "NR211", "newsroom.yml", 27, lambda root: (
        write(root, "content/media/logo.png", b"\x89PNG"),
        write_newsroom(root, organization=organization(logo="media/logo.png")))),
    Case("an empty picture", "NR211", ARABIC, 13, lambda root: with_picture(root, b"")),
    Case("a text that is called a picture", "NR211", ARABIC, 13, lambda root: with_picture(root, b"not a picture")),
    Case("a picture that its name says is another", "NR215", ARABIC, 13, lambda root: (
        write_picture(root / POST / "hero.png").rename(root / POST / "hero.jpg"),
        add_keys(root, HERO.replace("hero.png", "hero.jpg")))),
    Case("a hero too small", "NR216", ARABIC, 13, lambda root: (
        write_picture(root / POST / "hero.png", (300, 900)), add_keys(root, HERO))),
    Case("a hero too heavy", "NR217", ARABIC, 13, lambda root: with_picture(
        root, write_picture(root / POST / "hero.png").read_bytes().ljust(8_000_001, b"\0"))),
    Case("an icon that is not there", "NR210", "newsroom.yml", 28, lambda root: write_newsroom(
        root, organization=organization(icon="media/icon.png"))),
    Case("an icon too small", "NR218", "newsroom.yml", 28, lambda root: with_icon(root, (511, 511))),
    Case("an icon that is not square", "NR218", "newsroom.yml", 28, lambda root: with_icon(root, (600, 512))),
    Case("an icon that is a photograph", "NR218", "newsroom.yml", 28, lambda root: with_icon(
        root, (512, 512), "icon.jpg")),
    Case("an icon linked from outside", "NR103", "content/media/icon.png", 1, lambda root: (
        with_icon(root, (512, 512)), link_out(root, "content/media/icon.png", write_picture(root.parent / "out.png")))),
    Case("an icon with a broken file", "NR211", "newsroom.yml", 28, lambda root: (
        with_icon(root, (512, 512)), write(root, "content/media/icon.png", b"x"))),
    Case("a picture for sharing that is not there", "NR210", "newsroom.yml", 29, lambda root: write_newsroom(
        root, organization=organization(picture=picture("media/share.png")))),
    Case("a picture for sharing too low", "NR219", "newsroom.yml", 29, lambda root: with_share(root, (1200, 626))),
    Case("a picture for sharing too narrow", "NR219", "newsroom.yml", 29, lambda root: with_share(root, (1199, 630))),
    Case("a picture for sharing without words", "NR201", "newsroom.yml", 28, lambda root: write_newsroom(
        root, organization=organization(picture={
            key: value for key, value in picture("media/x.png").items() if key != "alt"}))),
    Case("a hub without https", "NR203", "newsroom.yml", 54, lambda root: write_newsroom(
        root, hosting={"hub": "http://hub.example/"})),
    Case("a security contact that is none", "NR203", "newsroom.yml", 55, lambda root: write_newsroom(
        root, hosting={"security": {"contact": "security@sample.example", "expires": "2027-06-30T00:00"}})),
    Case("a security contact that ends on a day", "NR204", "newsroom.yml", 56, lambda root: write_newsroom(
        root, hosting={"security": {"contact": "mailto:security@sample.example", "expires": "2027-06-30"}})),
    Case("a key to sign with that is none", "NR203", "newsroom.yml", 55, lambda root: write_newsroom(
        root, hosting={"keys": [{"key": "ssh-ed25519 AAAA"}]})),
    Case("a key that signs until some day", "NR204", "newsroom.yml", 56, lambda root: write_newsroom(
        root, hosting={"keys": [{"key": PUBLIC_KEY, "until": "soon"}]})),
    Case("packing in other words", "NR203", "newsroom.yml", 54, lambda root: write_newsroom(
        root, hosting={"compressed": "yes"})),
    Case("a colour too light to be read", "NR230", "newsroom.yml", 55, lambda root: write_newsroom(
        root, brand={"colours": {"primary": "#ffcc00"}})),
    Case("a colour by its name", "NR203", "newsroom.yml", 55, lambda root: write_newsroom(
        root, brand={"colours": {"primary": "teal"}})),
    Case("a logo that vanishes on dark", "NR231", "newsroom.yml", 27, lambda root: write(
        root, "content/media/logo.svg", SQUARE % "#222222")),
    Case("a logo for dark grounds that vanishes there", "NR231", "newsroom.yml", 54, lambda root: (
        write(root, "content/media/dark.svg", SQUARE % "navy"),
        write_newsroom(root, brand={"logo_on_dark": "media/dark.svg"}))),
    Case("a logo for dark grounds that is not there", "NR210", "newsroom.yml", 54, lambda root: write_newsroom(
        root, brand={"logo_on_dark": "media/dark.svg"})),
    Case("a font that is not there", "NR232", "newsroom.yml", 55, lambda root: (
        write(root, "content/media/bold.woff2", b"wOF2"),
        write_newsroom(root, brand={"fonts": {"regular": "media/regular.woff2", "bold": "media/bold.woff2"}}))),
    Case("a font in another format", "NR233", "newsroom.yml", 56, lambda root: (
        write(root, "content/media/regular.woff2", b"wOF2"), write(root, "content/media/bold.ttf", b"\0\1\0\0"),
        write_newsroom(root, brand={"fonts": {"regular": "media/regular.woff2", "bold": "media/bold.ttf"}}))),
    Case("a font without its bold", "NR201", "newsroom.yml", 54, lambda root: write_newsroom(
        root, brand={"fonts": {"regular": "media/regular.woff2"}})),
    Case("an occasion that ends before it starts", "NR220", "calendar.yml", 9, lambda root: write_calendar(
        root, occasion(ends="2026-04-28T07:59"))),
    Case("an occasion that ends on the day before", "NR220", "calendar.yml", 9, lambda root: write_calendar(
        root, occasion(starts="2026-04-28", ends="2026-04-27"))),
    Case("an occasion from a day to an hour", "NR221", "calendar.yml", 9, lambda root: write_calendar(
        root, occasion(starts="2026-04-28", ends="2026-04-28T09:00"))),
    Case("an occasion from an hour to a day", "NR221", "calendar.yml", 9, lambda root: write_calendar(
        root, occasion(ends="2026-04-29"))),
    Case("an occasion twice", "NR214", "calendar.yml", 9, lambda root: write_calendar(root, occasion(), occasion())),
    Case("an occasion of a kind that is none", "NR205", "calendar.yml", 3, lambda root: write_calendar(
        root, occasion(kind="holiday"))),
    Case("an occasion without a day", "NR201", "calendar.yml", 2, lambda root: write_calendar(
        root, {key: value for key, value in occasion().items() if key != "starts"})),
    Case("an occasion on a day in words", "NR204", "calendar.yml", 7, lambda root: write_calendar(
        root, occasion(starts="28 April"))),
    Case("an occasion announced on a day", "NR204", "calendar.yml", 8, lambda root: write_calendar(
        root, occasion(announced="2026-01-15"))),
    Case("a calendar linked from outside", "NR103", "calendar.yml", 1, lambda root: link_out(
        root, "calendar.yml", outside(root))),
    Case("a figure without a value", "NR212", ARABIC, 14, lambda root: add_keys(root, EVIDENCE % ("figure", ""))),
    Case("evidence that says what its figure says", "NR222", ARABIC, 14, lambda root: (
        write_figure(root), add_keys(root, EVIDENCE.replace(", source: {ar: م, en: s}", "") % (
            "figure", ", figure: results.revenue.q1")))),
    Case("a certificate with a value", "NR212", ARABIC, 14, lambda root: add_keys(
        root, EVIDENCE % ("certificate", ', value: 5, link: "https://a.example/"'))),
    Case("canceled without a withdrawal", "NR213", ARABIC, 13, lambda root: add_keys(root, "pubstatus: canceled")),
    Case("a withdrawal of a usable post", "NR213", ARABIC, 13, lambda root: add_keys(
        root, "pubstatus: usable\nwithdrawal: {date: 2026-02-01T08:00, reason: {ar: أ, en: a}}")),
    Case("a withdrawal without a status", "NR213", ARABIC, 13, lambda root: add_keys(
        root, "withdrawal: {date: 2026-02-01T08:00, reason: {ar: أ, en: a}}")),
    Case("a contact twice", "NR214", "newsroom.yml", 46, lambda root: write_newsroom(
        root, contacts=[contact(), contact()])),
    Case("a control of direction in the text", "NR501", ENGLISH, 7, lambda root: add_words(root, "a\u202eb")),
    Case("a control of direction in newsroom.yml", "NR501", "newsroom.yml", 16, lambda root: replace(
        root, "newsroom.yml", "Sample Company", "Sample\u2067 Company")),
    Case("a control of direction in plan.yml", "NR501", "plan.yml", 5, lambda root: replace(
        root, "plan.yml", "Informed", "Informed\u202a")),
    Case("a control of direction written as an escape", "NR501", ENGLISH, 2, lambda root: replace(
        root, ENGLISH, "Title of post 1", '"Title \\u202E of post 1"')),
    Case("an invisible character", "NR502", ENGLISH, 7, lambda root: add_words(root, "a\u200bb")),
    Case("a character that no feed may hold", "NR502", ENGLISH, 7, lambda root: add_words(root, "a\uffffb")),
    Case("a control character in the keys", "NR502", ENGLISH, 3, lambda root: replace(
        root, ENGLISH, "Summary of", "Summary\x07of")),
    Case("a direction mark in the text", "NR503", ENGLISH, 7, lambda root: add_words(root, "a\u200fb")),
    *TABLES,
]  # fmt: skip


def test_no_code_of_reading_is_without_a_case() -> None:
    marks = {rule.code for rule in vars(characters).values() if type(rule) is type(READING_RULES[0])}
    assert {case.code for case in (*READING, *POLICY, *PLAN)} == {rule.code for rule in READING_RULES} | marks


def test_no_two_rules_have_one_code() -> None:
    marks = [rule for rule in vars(characters).values() if type(rule) is type(READING_RULES[0])]
    codes = [rule.code for rule in (*READING_RULES, *marks, *RULES)]
    assert len(codes) == len(set(codes))


def test_many_faults_in_many_files_are_reported_in_one_run_in_order(root: Path) -> None:
    for number in (2, 3, 4):
        write_post(root, number)
    replace(root, ARABIC, "release", "news")
    replace(root, ARABIC, "contact: media-desk\n", "")
    add_keys(root, "subtitle: x", ENGLISH)
    write(root, "content/posts/2026/post-2/index.ar.md", "---\n: : :\n---\n")
    add_keys(root, "subtitle: x", "content/posts/2026/post-2/index.en.md")
    write(root, "content/posts/2026/post-3/index.en.md", b"\xff")
    replace(root, "content/posts/2026/post-3/index.ar.md", "author: salim", "author: nobody")
    add_words(root, "[x](../nowhere.md)", "content/posts/2026/post-4/index.en.md")
    replace(root, "newsroom.yml", "posts_per_page: 10", "posts_per_page: 10\nchecks: none")
    replace(root, "plan.yml", "quarter", "decade")
    posts = "content/posts/2026"
    assert found(root) == [
        ("NR201", ARABIC, 2),
        ("NR205", ARABIC, 3),
        ("NR202", ENGLISH, 4),
        ("NR105", f"{posts}/post-2/index.ar.md", 2),
        ("NR202", f"{posts}/post-2/index.en.md", 4),
        ("NR101", f"{posts}/post-3/index.en.md", 1),
        ("NR202", "newsroom.yml", 12),
        ("NR205", "plan.yml", 13),
    ]


def test_a_text_with_a_fault_makes_no_problem_of_those_that_refer_to_it(root: Path) -> None:
    write_post(root, 2, body_en="[one](../post-1/index.en.md)")
    add_words(root, "a\u202eb", "content/executives/salim/index.en.md")
    add_words(root, "a\u202eb")
    assert [code for code, _, _ in found(root)] == ["NR501", "NR501"]


def test_a_whole_section_of_pictures_and_people_is_sound(root: Path) -> None:
    portrait = picture("portrait.png")
    people = root / "content" / "executives" / "salim"
    write_picture(people / "portrait.png")
    keys = {
        "name": both("سالم", "Salim"), "date": "2024-01-01T08:00", "summary": "س", "portrait": portrait,
        "roles": [{"title": both("رئيس", "Chief"), "since": "2022-01-01", "until": "2030-01-01"}],
        "accounts": [{"network": "x", "handle": "@s", "link": "https://x.example/s", "since": "2024-01-01"}],
    }  # fmt: skip
    write_text(people / "index.ar.md", keys, "سيرة")
    assert found(root) == []
