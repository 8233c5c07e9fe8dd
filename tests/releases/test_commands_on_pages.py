"""The commands that pages show, run exactly as they stand there, against a real server of the built site."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html

from newsroom import cli
from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.pages.addresses import MANIFEST
from newsroom.signatures.keys import fingerprint
from tests.conftest import NOW
from tests.hosting.server import HERE, free_port, running
from tests.releases.sites import ADDRESS, public
from tests.samples import write_newsroom, write_post

HOST = "newsroom.sample.example"
POST = "posts/2026/post-1/"
PDF = f"{POST}report.pdf"


@dataclass
class Reader:
    """Somebody with an empty folder and stock programs, for whom the newsroom's host is our server."""

    folder: Path
    site: Path
    environment: dict[str, str]

    def commands(self, page: str) -> list[str]:
        """The commands that a page shows."""
        tree = html.parse(self.site / page / "index.html")
        return [each.text_content() for each in tree.iterfind(".//pre[@class='command']")]

    def runs(self, command: str) -> tuple[int, str]:
        """What comes of a command that is typed in the folder."""
        done = subprocess.run(
            ["bash", "-c", command], cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout

    def codes(self, page: str) -> list[int]:
        """The exit codes of all commands of a page."""
        return [self.runs(command)[0] for command in self.commands(page)]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, key: Path) -> Path:
    """A site that was built and signed."""
    root = write_newsroom(
        tmp_path_factory.mktemp("newsroom"), address=ADDRESS, hosting={"keys": [{"key": public(key).key}]}
    )
    write_post(root, body_ar="النص مع [تقريرنا](report.pdf).", body_en="The text, with [our report](report.pdf).")
    (root / "content" / PDF).write_bytes(b"%PDF-1.7 our figures")
    build(root, Edition(NOW), None, strict=True)
    assert cli.run(["--root", str(root), "manifest", str(root / "site"), "--key", str(key)]) == 0
    return root / "site"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a certificate that says that a server is the newsroom's host."""
    folder = tmp_path_factory.mktemp("certificate")
    names = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    subprocess.run(
        ["openssl", "req", *kind, *names, "-keyout", "key.pem", "-out", "cert.pem"],
        cwd=folder,
        capture_output=True,
        check=True,
    )
    return folder


@pytest.fixture
def reader(tmp_path: Path, built: Path, certificate: Path) -> Iterator[Reader]:
    site, port = Path(shutil.copytree(built, tmp_path / "site")), free_port()
    secured = f"ssl_certificate {certificate}/cert.pem; ssl_certificate_key {certificate}/key.pem;"
    (tmp_path / ".curlrc").write_text(f'connect-to = "{HOST}:443:{HERE}:{port}"\ncacert = "{certificate}/cert.pem"\n')
    (tmp_path / "folder").mkdir()
    with running(tmp_path, f"server {{ listen {HERE}:{port} ssl; {secured} root {site}; }}", port):
        path = "/usr/local/bin:/usr/bin:/bin"
        yield Reader(tmp_path / "folder", site, {"PATH": path, "HOME": str(tmp_path), "CURL_HOME": str(tmp_path)})


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_commands_of_a_post_verify_its_page(reader: Reader, key: Path, language: str) -> None:
    page = f"{language}/{POST}"
    fetch, check_signature, check_page = reader.commands(page)
    assert reader.runs(fetch)[0] == 0
    code, said = reader.runs(check_signature)
    assert code == 0
    assert said.startswith("Good")
    assert said.rstrip().endswith(fingerprint(public(key).key))
    assert reader.runs(check_page) == (0, f"{page}index.html: OK\n")


def test_they_verify_it_on_a_mac_too(reader: Reader) -> None:
    commands = [each.replace("sha256sum", "shasum -a 256") for each in reader.commands(f"en/{POST}")]
    assert [reader.runs(command)[0] for command in commands] == [0, 0, 0]


def test_they_fail_for_a_doctored_page(reader: Reader) -> None:
    page = reader.site / f"en/{POST}index.html"
    page.write_text(page.read_text().replace("Title of post 1", "A hoax"))
    assert reader.codes(f"en/{POST}") == [0, 0, 1]


def test_they_fail_for_a_doctored_manifest(reader: Reader) -> None:
    manifest = reader.site / MANIFEST
    manifest.write_text(manifest.read_text().replace("a", "b"))
    fetch, check_signature, _ = reader.commands(f"en/{POST}")
    assert reader.runs(fetch)[0] == 0
    assert reader.runs(check_signature)[0] != 0


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_commands_of_the_page_on_verifying_know_a_file_that_arrived_by_mail(reader: Reader, language: str) -> None:
    shutil.copy(reader.site / PDF, reader.folder / "report.pdf")
    fetch, check_signature, find_file = reader.commands(f"{language}/verify")
    assert (reader.runs(fetch)[0], reader.runs(check_signature)[0]) == (0, 0)
    code, said = reader.runs(find_file)
    assert code == 0
    assert said.endswith(f"  {PDF}\n")


@pytest.mark.parametrize("data", [b"%PDF-1.7 other figures", b"", None], ids=["doctored", "empty", "not there"])
def test_they_find_no_other_file(reader: Reader, data: bytes | None) -> None:
    if data is not None:
        (reader.folder / "report.pdf").write_bytes(data)
    fetch, _, find_file = reader.commands("en/verify")
    reader.runs(fetch)
    assert reader.runs(find_file) == (1, "")


def test_a_page_that_was_saved_is_found_like_any_file(reader: Reader) -> None:
    shutil.copy(reader.site / f"en/{POST}index.html", reader.folder / "report.pdf")
    fetch, _, find_file = reader.commands("en/verify")
    reader.runs(fetch)
    assert reader.runs(find_file)[1].endswith(f"  en/{POST}index.html\n")
