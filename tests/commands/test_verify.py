"""What is verified and what is not: addresses on a real server, saved files, whole sites, and whose keys count."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsroom import cli, vouching
from newsroom.engine.packing import pack
from newsroom.pages.addresses import MANIFEST, SIGNATURE, SIGNERS
from newsroom.signatures.signers import allowed_signers
from tests.hosting.server import HERE, free_port, running
from tests.releases.sites import ADDRESS, MONDAY, PAGE, REPORT, TUESDAY, key_in, public, publish, site_in
from tests.samples import write_newsroom

Told = tuple[int, dict[str, Any]]


class Desk:
    """Somebody's folder, from which they verify, and the port at which a server is for the site."""

    def __init__(self, root: Path, site: Path, address: str, capsys: pytest.CaptureFixture[str]) -> None:
        self.root, self.site, self.address = root, site, address
        self._capsys = capsys

    def verify(self, what: str | Path, *options: str | Path) -> Told:
        """The exit code, and what was told as JSON."""
        code = cli.run(["--root", str(self.root), "verify", str(what), "--format", "json", *map(str, options)])
        return code, json.loads(self._capsys.readouterr().out or "{}")

    def words(self, what: str | Path, *options: str | Path, language: str = "en") -> tuple[int, str]:
        """The exit code, and what was told to people."""
        root = ("--root", str(self.root), "--language", language)
        code = cli.run([*root, "verify", str(what), *map(str, options)])
        return code, "".join(self._capsys.readouterr())

    def outcome(self, what: str | Path, *options: str | Path) -> tuple[int, str]:
        """The exit code, and the outcome."""
        code, told = self.verify(what, *options)
        return code, told.get("outcome", "")


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    """A server for whatever lies in the folder ``web``, its error pages as hosts have them."""
    port = free_port()
    settings = "gzip_static on; absolute_redirect off; location = /old { return 301 /en/; }"
    server = f"listen {HERE}:{port}; root {tmp_path}/web; {settings}"
    (tmp_path / "web").mkdir()
    with running(tmp_path, f"server {{ {server} }}", port):
        yield port


@pytest.fixture
def desk(tmp_path: Path, port: int, key: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    address = f"http://{HERE}:{port}/"
    site = site_in(tmp_path / "web", key, address)
    publish(site, key, address=address)
    (tmp_path / "desk").mkdir()
    return Desk(tmp_path / "desk", site, address, capsys)


@pytest.mark.parametrize(
    "path",
    [
        "en/posts/2026/new-cold-store/",
        "en/posts/2026/new-cold-store",
        "en/posts/2026/new-cold-store/index.html",
        "en/posts/2026/new-cold-store/?from=mail#top",
        REPORT,
        "posts/2026/new-cold-store/report%2Epdf",
        "",
        "old",
    ],
)
def test_an_address_of_the_site_is_verified(desk: Desk, path: str) -> None:
    assert desk.outcome(desk.address + path) == (0, "verified")


def test_it_is_said_since_when_by_which_manifest_and_with_whose_key(desk: Desk) -> None:
    _, told = desk.verify(f"{desk.address}{REPORT}")
    assert told["published"] == [{"address": desk.address + REPORT, "since": "2026-11-23T09:00:00+04:00"}]
    assert told["manifest"]["published"] == "2026-11-23T09:00:00+04:00"
    assert told["keys_from"] == "site"


def test_a_doctored_page_is_told_from_the_one_that_was_published(desk: Desk) -> None:
    (desk.site / PAGE).write_text("<p>A hoax</p>")
    assert desk.outcome(f"{desk.address}en/posts/2026/new-cold-store/") == (1, "altered")


def test_a_page_that_was_never_published_is_none(desk: Desk) -> None:
    (desk.site / "en/hoax.html").write_text("<p>A hoax</p>")
    assert desk.outcome(f"{desk.address}en/hoax.html") == (1, "unknown")


def test_a_page_in_the_place_of_another_is_not_what_was_published_there(desk: Desk) -> None:
    shutil.copy(desk.site / PAGE, desk.site / "en/index.html")
    assert desk.outcome(f"{desk.address}en/") == (1, "altered")


def test_a_copy_of_the_site_at_another_address_is_found_out(desk: Desk, port: int) -> None:
    assert desk.outcome(f"http://localhost:{port}/en/", "--signers", desk.site / SIGNERS) == (1, "elsewhere")


def test_a_doctored_manifest_is_found_out(desk: Desk) -> None:
    manifest = desk.site / MANIFEST
    manifest.write_text(manifest.read_text().replace("T09:00:00", "T08:00:00"))
    code, told = desk.verify(f"{desk.address}en/")
    assert (code, told["outcome"], told["signature"]) == (1, "unsigned", "broken")


def test_a_site_that_signs_with_its_own_key_is_not_the_newsroom(desk: Desk, other_key: Path) -> None:
    shutil.copy(desk.site / SIGNERS, desk.root / "trusted")
    (desk.site / SIGNERS).write_bytes(allowed_signers(desk.address, [public(other_key)]))
    publish(desk.site, other_key, address=desk.address)
    assert desk.outcome(f"{desk.address}en/") == (0, "verified")
    code, told = desk.verify(f"{desk.address}en/", "--signers", desk.root / "trusted")
    assert (code, told["outcome"], told["signature"]) == (1, "unsigned", "unknown")


def test_that_only_the_site_names_its_key_is_said_aloud(desk: Desk) -> None:
    assert "only the site itself says" in desk.words(f"{desk.address}en/")[1]
    assert "لا يشهد لهذا المفتاح إلا الموقع نفسه" in desk.words(f"{desk.address}en/", language="ar")[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"<!doctype html><title>Not found</title>", "has no manifest"),
        (b"# newsroom manifest 1\n# site", "does not begin as one does"),
        (b"# newsroom manifest 1\n" + b"#" * 33_000_000, "more than 32000000 bytes"),
    ],
    ids=["a page", "cut", "huge"],
)
def test_what_is_no_manifest_tells_nothing(desk: Desk, text: bytes, told: str) -> None:
    (desk.site / MANIFEST).write_bytes(text)
    code, said = desk.words(f"{desk.address}en/")
    assert code == 3
    assert told in said


def test_a_manifest_with_the_line_ends_of_windows_says_so(desk: Desk) -> None:
    manifest = desk.site / MANIFEST
    manifest.write_bytes(manifest.read_bytes().replace(b"\n", b"\r\n"))
    assert desk.words(f"{desk.address}en/") == (
        3,
        "this is no manifest of a newsroom: its line ends were changed to those of Windows; save it as it is\n",
    )


@pytest.mark.parametrize("what", ["http://127.0.0.1:1/en/", "https://no.such.host.invalid/", "http://[::1/"])
def test_what_cannot_be_fetched_is_neither_true_nor_false(desk: Desk, what: str) -> None:
    code, said = desk.words(what)
    assert code == 3
    assert "could not be fetched" in said


@pytest.mark.parametrize("place", ["http://[::1/", "nowhere.txt"])
def test_a_place_that_has_no_manifest_is_said_to_have_none(desk: Desk, place: str) -> None:
    code, said = desk.words(desk.site / PAGE, "--manifest", place)
    assert code == 3
    assert place in said


@pytest.mark.parametrize("name", ["n" * 300, "link"])
def test_a_file_that_cannot_be_read_is_no_crash(desk: Desk, name: str) -> None:
    (desk.root / "link").symlink_to("nowhere")
    assert desk.words(desk.root / name, "--manifest", desk.address)[0] == 3


def test_a_site_below_a_folder_of_its_host_is_found(desk: Desk, port: int, key: Path) -> None:
    address = f"{desk.address}press/"
    publish(site_in(desk.site / "press", key, address), key, address=address)
    (desk.site / MANIFEST).unlink()
    assert desk.outcome(f"{address}en/posts/2026/new-cold-store/") == (0, "verified")


def test_a_publication_between_two_requests_is_no_hoax(desk: Desk, key: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fetch, asked = vouching.fetch, []

    def publishing(address: str, keep: Any) -> str:
        led = fetch(address, keep)
        if not asked:
            (desk.site / PAGE).write_text("<p>A larger cold store</p>")
            publish(desk.site, key, TUESDAY, address=desk.address)
        asked.append(address)
        return led

    monkeypatch.setattr(vouching, "fetch", publishing)
    assert desk.outcome(f"{desk.address}en/posts/2026/new-cold-store/") == (0, "verified")


def test_a_saved_file_is_known_by_what_is_in_it(desk: Desk) -> None:
    saved = Path(shutil.copy(desk.site / REPORT, desk.root / "from an e-mail.pdf"))
    assert desk.outcome(saved, "--manifest", desk.address) == (0, "verified")
    saved.write_text("%PDF-1.7 doctored")
    assert desk.outcome(saved, "--manifest", desk.address) == (1, "unknown")


def test_all_is_verified_without_a_network_from_files_that_were_kept(desk: Desk) -> None:
    kept = desk.root / "kept"
    kept.mkdir()
    for name in (MANIFEST, SIGNATURE, SIGNERS, PAGE):
        shutil.copy(desk.site / name, kept)
    assert desk.outcome(kept / "index.html", "--manifest", kept / "newsroom-manifest.txt") == (0, "verified")


def test_a_file_alone_does_not_say_by_what_it_is_verified(desk: Desk) -> None:
    code, said = desk.words(desk.site / PAGE)
    assert code == 3
    assert "--manifest" in said


def test_what_is_not_there_is_not_verified(desk: Desk) -> None:
    assert desk.words(desk.root / "nothing.pdf", "--manifest", desk.address)[0] == 3


def test_a_whole_site_is_verified_or_told_what_is_amiss_in_it(desk: Desk) -> None:
    assert desk.outcome(desk.site) == (0, "verified")
    (desk.site / PAGE).write_text("<p>A hoax</p>")
    (desk.site / REPORT).unlink()
    (desk.site / "more.html").write_text("more")
    code, told = desk.verify(desk.site)
    assert (code, told["outcome"], told["amiss"]) == (1, "altered", [PAGE, "more.html", REPORT])


@pytest.mark.parametrize("suffix", [".gz", ".br"])
def test_a_packed_twin_is_the_file_beside_it_or_amiss(desk: Desk, suffix: str) -> None:
    twin = desk.site / f"{PAGE}{suffix}"
    twin.write_bytes(pack((desk.site / PAGE).read_bytes())[suffix])
    assert desk.outcome(desk.site) == (0, "verified")
    for doctored in (pack(b"<p>A hoax</p>" * 9)[suffix], pack(bytes(10_000_000))[suffix], b"nothing packed"):
        twin.write_bytes(doctored)
        assert desk.verify(desk.site)[1]["amiss"] == [f"{PAGE}{suffix}"]


def test_a_doctored_twin_is_what_a_browser_would_show(desk: Desk) -> None:
    (desk.site / f"{PAGE}.gz").write_bytes(pack(b"<p>A hoax</p>" * 9)[".gz"])
    assert desk.outcome(f"{desk.address}en/posts/2026/new-cold-store/") == (1, "altered")


def test_the_keys_of_the_newsroom_here_count_and_no_others(
    desk: Desk, key: Path, other_key: Path, tmp_path: Path
) -> None:
    site = site_in(tmp_path / "ours", key)
    publish(site, key)
    write_newsroom(desk.root, address=ADDRESS, hosting={"keys": [{"key": public(key).key}]})
    assert desk.verify(site)[1]["keys_from"] == "newsroom"
    write_newsroom(desk.root, address=ADDRESS, hosting={"keys": [{"key": public(other_key).key}]})
    assert desk.outcome(site) == (1, "unsigned")


def test_a_manifest_that_was_kept_is_judged_by_its_own_day_and_one_from_the_web_by_ours(
    desk: Desk, key: Path, tmp_path: Path
) -> None:
    trusted, long_ago = desk.root / "trusted", MONDAY.replace(year=2021)
    publish(desk.site, key, long_ago, address=desk.address)
    old = replace(public(key), until=TUESDAY.replace(year=2021))
    trusted.write_bytes(allowed_signers(desk.address, [public(key_in(tmp_path, "new")), old]))
    assert desk.outcome(desk.site / PAGE, "--manifest", desk.site / MANIFEST, "--signers", trusted) == (0, "verified")
    code, told = desk.verify(f"{desk.address}en/", "--signers", trusted)
    assert (code, told["signature"]) == (1, "expired")


def test_signers_that_cannot_be_read_are_said_to_be(desk: Desk) -> None:
    code, said = desk.words(desk.site, "--signers", desk.root / "nowhere")
    assert code == 3
    assert "cannot be read" in said
