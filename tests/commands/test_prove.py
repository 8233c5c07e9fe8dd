"""``newsroom prove``: a proof, or what of it fails; and never a proof of what nobody could look into."""

from __future__ import annotations

import datetime
import gzip
import hashlib
import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.cli import run
from newsroom.commands.prove import Account, prove_site
from newsroom.errors import SiteNotFound
from newsroom.proof import haystack, unpacking
from tests.proof.plants import PLANTS
from tests.samples import NO_EDITOR, write_newsroom, write_picture, write_post

NOW = datetime.datetime.fromisoformat("2026-02-01T12:00+04:00")
SENTENCE = "Nobody is to read of the second cold store before that day."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A newsroom of a released post and a held one, and by hand a site of one page."""
    root = write_newsroom(tmp_path / "newsroom", rules=NO_EDITOR)
    write_post(root, 2, slug="held-plan", ar={"pubstatus": "withheld"}, body_en=SENTENCE)
    put(root, "index.html", b"<p>Title of post 1</p>")
    return root


def put(root: Path, path: str, data: bytes) -> Path:
    place = root / "site" / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return place


def proved(root: Path) -> Account:
    return prove_site(root, None, NOW)


def codes(root: Path) -> list[tuple[str, str]]:
    return [(problem.path, problem.rule.code) for problem in proved(root).problems]


def test_a_site_that_holds_nothing_of_it_is_proved(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--root", str(root), "prove", "--at", NOW.isoformat()]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "site holds nothing of what is held back at 2026-02-01T12:00:00+04:00."
    assert lines[1].startswith("Posts held: 1; traces looked for: ")
    assert lines[1].endswith("; files: 1 (0.0 MB).")


def test_it_is_said_in_arabic(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--root", str(root), "--language", "ar", "prove", "--at", NOW.isoformat()]) == 0
    assert capsys.readouterr().out.startswith("لا أثر في site لما يُحجب في 2026-02-01T12:00:00+04:00.\n")


def test_the_digest_is_what_standard_programs_make_of_the_files(root: Path) -> None:
    put(root, "en/feed.xml", b"<rss/>")
    data = {"en/feed.xml": b"<rss/>", "index.html": b"<p>Title of post 1</p>"}
    lines = "".join(f"{hashlib.sha256(data[path]).hexdigest()}  {path}\n" for path in sorted(data))
    assert proved(root).tree == f"sha256:{hashlib.sha256(lines.encode()).hexdigest()}"


def test_a_leak_is_told_with_its_file_its_post_and_how_it_lay(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(root, *PLANTS["a link with percents"](SENTENCE))
    assert run(["--root", str(root), "prove", "--at", NOW.isoformat()]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(
        "site/en/x.html:1: NR791 words of what is held back are in this file: 2026/held-plan (text), percent-encoded; "
    )


@pytest.mark.parametrize("form", ["text", "json"])
def test_no_word_of_what_is_held_back_is_printed(form: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(root, "en/x.html", SENTENCE.encode())
    assert run(["--root", str(root), "prove", "--at", NOW.isoformat(), "--format", form]) == 1
    assert "cold store" not in "".join(capsys.readouterr())


def test_programs_are_told_the_same(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["--root", str(root), "prove", "--at", NOW.isoformat(), "--format", "json"]
    assert run(command) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["proved"], told["files"], told["held"], told["problems"]) == (True, 1, 1, [])
    put(root, "en/x.html", SENTENCE.encode())
    assert run(command) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["proved"], told["digest"]) == (False, None)
    assert [problem["code"] for problem in told["problems"]] == ["NR791"]


@pytest.mark.parametrize(
    ("path", "data", "code"),
    [
        pytest.param("en/index.html", b'<a href="posts/2026/held-plan/">', "NR792", id="an address"),
        pytest.param("en/posts/2026/held-plan/index.html", b"", "NR792", id="a folder"),
        pytest.param("en/feed.xml", b"<guid>sample000002</guid>", "NR792", id="an id"),
        pytest.param("sitemap.xml", "<t>عنوان المنشور 2</t>".encode(), "NR791", id="a title"),
    ],
)
def test_each_kind_of_leak_has_its_code(path: str, data: bytes, code: str, root: Path) -> None:
    put(root, path, data)
    assert codes(root) == [(f"site/{path}", code)]


def test_the_bytes_of_a_held_picture_are_found_under_any_name_and_in_any_archive(root: Path) -> None:
    picture = write_picture(root / "content/posts/2026/held-plan/hero.png").read_bytes()
    put(root, "x.bin", picture)
    with zipfile.ZipFile(put(root, "kit.zip", b""), "w") as archive:
        archive.writestr("y", picture)
    assert codes(root) == [("site/kit.zip", "NR795"), ("site/x.bin", "NR795")]


def test_a_file_that_a_released_post_has_too_is_no_leak(root: Path) -> None:
    for slug in ("held-plan", "post-1"):
        write_picture(root / "content/posts/2026" / slug / "same.png")
    write_post(root, 1, body_en="![words](same.png)", body_ar="![كلمات](same.png)")
    put(root, "posts/2026/post-1/same.png", (root / "content/posts/2026/post-1/same.png").read_bytes())
    assert codes(root) == []


def _locked_zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("secret.txt", "x")
    data = bytearray(file.getvalue())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("x.zip", _locked_zip(), id="an archive with a password"),
        pytest.param("x.zip", PLANTS["a press kit"]("nothing")[1][:60], id="half an archive"),
        pytest.param("x.gz", gzip.compress(b"nothing" * 99)[:-9], id="half of gzip"),
        pytest.param("x.br", b"no brotli", id="what is no brotli"),
        pytest.param("x.woff2", b"wOF2" + b"\0" * 60, id="broken letters"),
        pytest.param("x.png", PLANTS["the text of a PNG"]("nothing")[1][:90], id="half a picture"),
        pytest.param("x.pdf", b"%PDF-1.7\ntrailer << /Encrypt 9 0 R >>", id="a locked PDF"),
    ],
)
def test_what_cannot_be_opened_is_no_proof(name: str, data: bytes, root: Path) -> None:
    put(root, name, data)
    assert codes(root) == [(f"site/{name}", "NR797")]


@pytest.mark.parametrize("name", ["report.pdf", "press-kit.zip"], ids=["beside its post", "in a press kit"])
def test_what_authors_closed_and_released_is_told_and_stops_nothing(
    name: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = b"%PDF-1.7\ntrailer << /Encrypt 9 0 R >>"
    folder = write_post(root, body_en="Read [the report](report.pdf).")
    (folder / "report.pdf").write_bytes(report)
    with zipfile.ZipFile(kit := io.BytesIO(), "w") as archive:
        archive.writestr("report.pdf", report)
        archive.writestr("words.txt", "nothing")
    put(root, name, report if name == "report.pdf" else kit.getvalue())
    assert codes(root) == [(f"site/{name}", "NR799")]
    assert run(["--root", str(root), "prove", "--at", NOW.isoformat()]) == 0
    assert "site holds nothing of what is held back" in capsys.readouterr().out


def test_what_lies_beside_a_closed_file_in_an_archive_is_searched(root: Path) -> None:
    with zipfile.ZipFile(kit := io.BytesIO(), "w") as archive:
        archive.writestr("a.pdf", b"%PDF-1.7\ntrailer << /Encrypt 9 0 R >>")
        archive.writestr("b.txt", SENTENCE)
    put(root, "x.zip", kit.getvalue())
    assert codes(root) == [("site/x.zip", "NR791"), ("site/x.zip", "NR797")]


def test_what_grows_beyond_measure_is_no_proof(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(haystack, "MOST", 10**6)
    put(root, "x.gz", gzip.compress(b"\0" * 10**7))
    assert codes(root) == [("site/x.gz", "NR797")]


def test_what_is_wrapped_beyond_measure_is_no_proof(root: Path) -> None:
    data = b"nothing"
    for _ in range(12):
        data = gzip.compress(data)
    put(root, "x.gz", data)
    assert codes(root) == [("site/x.gz", "NR797")]


def test_a_large_file_is_searched_in_pieces_over_their_edges_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "WHOLE", 4096)
    monkeypatch.setattr(haystack, "WHOLE", 4096)
    monkeypatch.setattr(unpacking, "OVERLAP", 256)
    put(root, "film.mp4", os.urandom(4096 - 30) + SENTENCE.encode() + os.urandom(9000))
    put(root, "large.zip", PLANTS["a press kit"](SENTENCE + f"{os.urandom(9000).hex()}")[1])
    assert codes(root) == [("site/film.mp4", "NR791"), ("site/large.zip", "NR791")]


def test_what_cannot_be_read_is_no_proof(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refused(self: Path, *arguments: object, **options: object) -> object:
        if self.name == "closed.html":
            raise PermissionError(13, "Permission denied")
        return opened(self, *arguments, **options)  # type: ignore[call-overload]

    put(root, "closed.html", b"")
    monkeypatch.setattr(Path, "open", refused)
    assert codes(root) == [("site/closed.html", "NR797")]


def test_a_pipe_is_no_proof_and_does_not_keep_us_waiting(root: Path) -> None:
    os.mkfifo(root / "site/pipe")
    assert codes(root) == [("site/pipe", "NR797")]


@pytest.mark.parametrize(
    ("target", "found"),
    [
        pytest.param("index.html", [], id="to a file of the site"),
        pytest.param("nowhere.html", [], id="to nothing"),
        pytest.param("link.html", [], id="to itself"),
        pytest.param("../newsroom.yml", ["NR798"], id="out of the site"),
        pytest.param("../content", ["NR798"], id="to a folder outside"),
        pytest.param("posts/2026/held-plan/", ["NR792"], id="with a name that betrays"),
    ],
)
def test_a_symbolic_link_is_looked_at_and_not_followed(target: str, found: list[str], root: Path) -> None:
    (root / "site/link.html").symlink_to(target)
    assert [code for _, code in codes(root)] == found


def test_at_an_instant_in_the_past_more_is_held_back(root: Path) -> None:
    put(root, "index.html", b"<p>Summary of post 1.</p>")
    past = datetime.datetime.fromisoformat("2026-01-15T08:59:59")
    assert [problem.rule.code for problem in prove_site(root, None, past).problems] == ["NR791"]
    assert prove_site(root, None, past + datetime.timedelta(seconds=1)).problems == ()


def _nothing(site: Path) -> None:
    pass


def _empty(site: Path) -> None:
    (site / "en").mkdir(parents=True)


@pytest.mark.parametrize("make", [_nothing, _empty, Path.touch], ids=["no folder", "an empty folder", "a file"])
def test_where_there_is_no_site_nothing_is_proved(make: Callable[[Path], None], root: Path, tmp_path: Path) -> None:
    make(tmp_path / "public")
    with pytest.raises(SiteNotFound):
        prove_site(root, tmp_path / "public", NOW)
    assert run(["--root", str(root), "prove", str(tmp_path / "public")]) == 3
