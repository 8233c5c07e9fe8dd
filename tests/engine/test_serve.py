"""The newsroom on this machine: pages made when they are asked for, and made again when something is saved."""

from __future__ import annotations

import datetime
import http.client
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from newsroom.languages import words
from newsroom.model.language import LANGUAGES
from newsroom.pages import addresses
from tests.conftest import NOW, REPOSITORY
from tests.reading.test_figure_tables import write_table
from tests.samples import both, write_newsroom, write_picture, write_post, write_yaml

pytestmark = pytest.mark.slow

PATIENCE = 60.0
"""Seconds: what a busy machine may take, not what a reader waits."""
AT = ("--at", NOW.isoformat())
SCRIPT = re.compile(rb"<script>\nvar livereload =.*?</script>", re.DOTALL)
"""What MkDocs' server adds to a page."""

POST = "en/posts/2026/post-1/"
FOR_THE_HOST = {
    addresses.HEADERS,
    addresses.NEWS_SITEMAP,
    addresses.ROBOTS,
    addresses.SECURITY,
    addresses.SITEMAP,
}
"""What nobody asks for on this machine."""
INDEXES = tuple(f"{addresses.search(language)}{number}/" for language in LANGUAGES for number in range(1, 10))
"""What is searched, which is left to builds."""


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Server:
    """A running server, as a browser sees it."""

    def __init__(self, port: int, log: Path) -> None:
        self._port = port
        self._log = log

    @property
    def said(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def get(self, path: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        try:
            connection.request("GET", f"/{path}")
            answer = connection.getresponse()
            return Answer(answer.status, answer.msg, answer.read())
        finally:
            connection.close()

    def wait_for(self, path: str, words: str, *, status: int = 200) -> Answer:
        deadline = time.monotonic() + PATIENCE
        while True:
            answer = self.get(path)
            if answer.status == status and words in answer.text:
                return answer
            assert time.monotonic() < deadline, f"{words!r} never came to {path}: {answer.status} {answer.text}"
            time.sleep(0.05)

    def wait_until_said(self, words: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while words not in self.said:
            assert time.monotonic() < deadline, f"{words!r} was never said: {self.said}"
            time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextmanager
def running(root: Path, command: list[str], port: int, **environment: str) -> Iterator[Server]:
    log = root.parent / f"{port}.log"
    everything = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1", **environment}
    with log.open("w") as said:
        process = subprocess.Popen([sys.executable, "-m", *command], stdout=said, stderr=said, cwd=root, env=everything)
    server = Server(port, log)
    try:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                server.get("")
                break
            except OSError:
                assert process.poll() is None, server.said
                assert time.monotonic() < deadline, server.said
                time.sleep(0.05)
        yield server
    finally:
        process.terminate()
        process.wait()


@contextmanager
def served(root: Path, *options: str) -> Iterator[Server]:
    """A running ``newsroom serve``."""
    port = free_port()
    with running(root, ["newsroom", "serve", "--address", f"127.0.0.1:{port}", *options], port) as server:
        yield server


def title(folder: Path, words: str) -> None:
    file = folder / "index.en.md"
    file.write_text(re.sub(r"(?m)^title: .*$", f"title: {words}", file.read_text(encoding="utf-8")), encoding="utf-8")


def test_a_saved_post_is_shown_on_its_page_and_wherever_it_is_listed(root: Path) -> None:
    with served(root, *AT) as server:
        server.wait_for(POST, "Title of post 1")
        write_post(root, 1, en={"title": "Another title"})
        server.wait_for(POST, "Another title")
        for path in ("en/", "en/archive/2026/", "en/topics/ports/", "en/executives/salim/", ""):
            assert "Another title" in server.get(path).text, path


def test_posts_that_come_move_and_go_are_followed(root: Path) -> None:
    with served(root, *AT) as server:
        folder = write_post(root, 2)
        server.wait_for("en/posts/2026/post-2/", "Title of post 2")
        assert "Title of post 2" in server.get("en/").text
        folder.rename(folder.with_name("renamed"))
        server.wait_for("en/posts/2026/renamed/", "Title of post 2")
        assert server.get("en/posts/2026/post-2/").status == 404
        for file in folder.with_name("renamed").iterdir():
            file.unlink()
        folder.with_name("renamed").rmdir()
        server.wait_for("en/posts/2026/renamed/", "Page not found", status=404)
        assert "الصفحة غير موجودة" in server.get("ar/posts/2026/renamed/").text
        assert "Title of post 2" not in server.get("en/").text


def test_a_saved_table_of_a_figure_is_shown_wherever_the_figure_is(root: Path) -> None:
    table = write_table(root)
    write_post(root, 1, body_en="It was {{results.revenue.q1}}.")
    with served(root, *AT) as server:
        server.wait_for(POST, "20.7")
        table.write_text(table.read_text("utf-8").replace("20.7", "20.9"), "utf-8")
        server.wait_for(POST, "20.9")
        for path in ("en/figures/", "en/figures/results.csv"):
            assert "20.9" in server.get(path).text, path
        table.write_text(table.read_text("utf-8").replace("20.9", "20.9%"), "utf-8")
        assert "content/figures/results.csv" in server.wait_for(POST, "NR229", status=500).text


def test_an_editor_that_puts_a_new_file_in_place_of_the_old_is_noticed(root: Path) -> None:
    with served(root, *AT) as server:
        file = root / "content" / "posts" / "2026" / "post-1" / "index.en.md"
        beside = file.with_name(".index.en.md.swp")
        beside.write_text(file.read_text(encoding="utf-8").replace("Title of post 1", "Put in place"), encoding="utf-8")
        beside.replace(file)
        server.wait_for(POST, "Put in place")


def test_a_change_of_the_newsrooms_own_file_changes_every_page(root: Path) -> None:
    with served(root, *AT) as server:
        write_newsroom(root, topics={"ports": both("الموانئ", "Harbours"), "results": both("النتائج", "Results")})
        server.wait_for(POST, "Harbours")


def test_the_newest_of_two_quick_saves_is_what_is_shown_in_the_end(root: Path) -> None:
    with served(root, *AT) as server:
        for number in range(20):
            title(root / "content" / "posts" / "2026" / "post-1", f"Save {number} of many")
            time.sleep(0.01)
        server.wait_for(POST, "Save 19 of many")
        assert "Save 19 of many" in server.get("en/").text


def test_a_problem_is_shown_with_path_and_line_in_the_language_of_the_page_until_it_is_mended(root: Path) -> None:
    file = root / "content" / "posts" / "2026" / "post-1" / "index.ar.md"
    right = file.read_text(encoding="utf-8")
    with served(root, *AT) as server:
        server.wait_for(POST, "Title of post 1")
        file.write_text(right.replace("type: release", "type: <b>nothing"), encoding="utf-8")
        english = server.wait_for(POST, "content/posts/2026/post-1/index.ar.md:3", status=500)
        assert 'lang="en" dir="ltr"' in english.text
        assert "<b>nothing" not in english.text
        arabic = server.get("ar/").text
        assert 'lang="ar" dir="rtl"' in arabic
        assert "content/posts/2026/post-1/index.ar.md:3" in arabic
        assert "livereload(" in arabic
        server.wait_until_said("content/posts/2026/post-1/index.ar.md:3: ")
        file.write_text(right, encoding="utf-8")
        server.wait_for(POST, "Title of post 1")


@pytest.mark.parametrize("name", ["newsroom.yml", "mkdocs.yml"])
def test_serving_begins_and_goes_on_with_a_newsroom_that_is_broken(root: Path, name: str) -> None:
    file = root / name
    right = file.read_text(encoding="utf-8")
    if name == "newsroom.yml":
        file.write_text("address: nowhere\n", encoding="utf-8")
    with served(root, *AT) as server:
        if name == "newsroom.yml":
            assert "newsroom.yml:1" in server.wait_for("en/", "newsroom.yml", status=500).text
            file.write_text(right, encoding="utf-8")
        server.wait_for(POST, "Title of post 1")
        file.write_text("[", encoding="utf-8")
        server.wait_for("ar/", "lang=", status=500)
        file.write_text(right, encoding="utf-8")
        server.wait_for(POST, "Title of post 1")


def with_theme(root: Path) -> Path:
    theme = root / "theme"
    theme.mkdir()
    (root / "mkdocs.yml").write_text(
        "site_name: N\ndocs_dir: content/pages\ntheme: {name: newsroom, custom_dir: theme}\nplugins: [newsroom]\n"
    )
    return theme


def test_an_error_of_a_template_is_shown_on_the_pages_that_it_breaks_and_on_no_other(root: Path) -> None:
    theme = with_theme(root)
    with served(root, *AT) as server:
        server.wait_for(POST, "Title of post 1")
        (theme / "post.html").write_text("<p>\n{{ nothing_of_this_name }}\n")
        broken = server.wait_for(POST, "nothing_of_this_name", status=500)
        assert "theme/post.html:2" in broken.text
        assert server.get("en/").status == 200
        (theme / "post.html").write_text("<p>\n{% if %}\n")
        assert "theme/post.html:2" in server.wait_for(POST, "theme/post.html", status=500).text
        (theme / "post.html").write_text("<body>A hand of our own</body>")
        server.wait_for(POST, "A hand of our own")


def test_a_part_of_the_style_sheet_that_is_saved_is_shown(root: Path) -> None:
    theme = with_theme(root)
    (theme / "styles").mkdir()
    with served(root, *AT) as server:
        server.wait_for("assets/newsroom.css", "newsroom")
        (theme / "styles" / "75-foot.css").write_text("body { color: rebeccapurple }")
        answer = server.wait_for("assets/newsroom.css", "rebeccapurple")
        assert answer.headers["Content-Type"] == "text/css"


def test_warnings_stand_at_the_foot_of_the_page_that_they_are_about(root: Path) -> None:
    with served(root, *AT) as server:
        write_post(root, 1, body_en="# A heading of the first level\n\nWords.")
        warned = server.wait_for(POST, "content/posts/2026/post-1/index.en.md:").text
        assert "<aside" in warned
        assert "A heading of the first level" in warned
        assert "<aside" not in server.get("ar/posts/2026/post-1/").text


def test_files_of_released_posts_are_served_as_they_are_and_no_others(root: Path) -> None:
    write_picture(write_post(root, 1, body_en="![A chart](chart.png)") / "chart.png")
    write_picture(write_post(root, 2, ar={"date": "2040-01-01T08:00"}, body_en="![A chart](chart.png)") / "chart.png")
    (root / "content" / "media" / "not-named.svg").write_text("<svg/>")
    with served(root, *AT) as server:
        chart = server.get("posts/2026/post-1/chart.png")
        assert chart.headers["Content-Type"] == "image/png"
        assert chart.body == (root / "content" / "posts" / "2026" / "post-1" / "chart.png").read_bytes()
        for path in (
            "posts/2026/post-2/chart.png",
            "en/posts/2026/post-2/",
            "ar/posts/2026/post-2/",
            "posts/2026/post-1/index.en.md",
            "media/not-named.svg",
            "newsroom.yml",
            "../newsroom.yml",
            "en/../../newsroom.yml",
            "%2e%2e/newsroom.yml",
            "assets/../../newsroom.yml",
            "/etc/passwd",
            "en//",
        ):
            answer = server.get(path)
            assert answer.status == 404, path
            language = "ar" if path.startswith("ar/") else "en"
            assert words(language).not_found_title in answer.text, path
        for path in ("en/", "en/archive/2026/", "en/topics/ports/", ""):
            assert "Title of post 2" not in server.get(path).text


def test_a_preview_shows_what_is_not_due_and_is_marked(root: Path) -> None:
    write_post(root, 2, ar={"date": "2040-01-01T08:00"})
    with served(root, "--preview") as server:
        page = server.wait_for("en/posts/2026/post-2/", "Title of post 2")
        assert "noindex" in page.text


def test_a_preview_shows_what_accounts_will_say_and_again_when_the_accounts_are_saved(root: Path) -> None:
    accounts = [{"network": "slack", "handle": "board"}]
    write_post(root, 2, ar={"date": "2040-01-01T08:00"})
    write_yaml(root / "crosspost.yml", {"accounts": accounts})
    with served(root, "--preview") as server:
        server.wait_for("en/messages/", '<bdi dir="ltr">board</bdi>')
        accounts.append({"network": "discord", "handle": "press"})
        write_yaml(root / "crosspost.yml", {"accounts": accounts})
        server.wait_for("en/messages/", '<bdi dir="ltr">press</bdi>')
        write_post(root, 2, ar={"date": "2040-01-01T08:00"}, en={"title": "Another title"})
        server.wait_for("en/messages/", "Another title")


def test_a_post_that_falls_due_while_nobody_saves_appears(root: Path) -> None:
    due = datetime.datetime.now(datetime.UTC).replace(microsecond=0) + datetime.timedelta(seconds=6)
    write_post(root, 2, ar={"date": due.isoformat()})
    with served(root) as server:
        server.wait_for("en/posts/2026/post-2/", "Title of post 2")
        assert datetime.datetime.now(datetime.UTC) >= due


def test_an_address_without_its_slash_leads_to_the_page(root: Path) -> None:
    with served(root, *AT) as server:
        answer = server.get(POST.removesuffix("/"))
        assert (answer.status, answer.headers["Location"]) == (302, f"/{POST}")
        assert server.get(f"{POST}index.html").text.count("Title of post 1") > 0


def test_a_site_below_a_path_is_served_there(root: Path) -> None:
    write_newsroom(root, address="https://www.sample.example/newsroom/")
    with served(root, *AT) as server:
        assert server.get("").headers["Location"] == "/newsroom/"
        assert server.get(f"newsroom/{POST}").status == 200
        assert 'href="/newsroom/en/"' in server.get("newsroom/nothing-here").text


def test_what_editors_leave_lying_about_changes_nothing(root: Path) -> None:
    folder = root / "content" / "posts" / "2026" / "post-1"
    with served(root, *AT) as server:
        for name in (".index.en.md.swp", "index.en.md~", "4913", "draft.tmp", "#index.en.md#"):
            (folder / name).write_text("scratch")
            (folder / name).unlink()
        (root / "notes.txt").write_text("beside the newsroom")
        (root / ".git").mkdir()
        title(folder, "Saved after all")
        server.wait_for(POST, "Saved after all")
        assert server.said.count("shown after") == 1, server.said
        assert "swp" not in server.said


def test_reading_a_page_is_no_change(root: Path) -> None:
    with served(root, *AT) as server:
        for _ in range(5):
            server.get(POST)
        title(root / "content" / "posts" / "2026" / "post-1", "Saved after all")
        server.wait_for(POST, "Saved after all")
        assert server.said.count("shown after") == 1, server.said


def test_files_can_be_looked_at_where_the_system_does_not_tell(root: Path) -> None:
    with served(root, *AT, "--poll") as server:
        title(root / "content" / "posts" / "2026" / "post-1", "Found by looking")
        server.wait_for(POST, "Found by looking")


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_the_engines_own_command_does_the_same(root: Path, engine: str) -> None:
    port = free_port()
    command = [engine, "serve", "--config-file", "mkdocs.yml", "--dev-addr", f"127.0.0.1:{port}"]
    write_post(root, 2, ar={"date": "2040-01-01T08:00"})
    with running(root, command, port, NEWSROOM_AT=NOW.isoformat()) as server:
        server.wait_for(POST, "Title of post 1")
        title(root / "content" / "posts" / "2026" / "post-1", "Saved for the engine")
        server.wait_for(POST, "Saved for the engine")
        assert server.get("en/posts/2026/post-2/").status == 404


def test_without_reloading_the_engine_shows_a_site_that_was_built_once(root: Path) -> None:
    port = free_port()
    with running(root, ["mkdocs", "serve", "--no-livereload", "--dev-addr", f"127.0.0.1:{port}"], port) as server:
        answer = server.wait_for(POST, "Title of post 1")
        assert not SCRIPT.search(answer.body)


def test_with_a_hook_everything_is_built_at_each_save(root: Path) -> None:
    (root / "hook.py").write_text("def on_page_content(html, **_):\n    return html + '<p>hooked</p>'\n")
    with (root / "mkdocs.yml").open("a") as file:
        file.write("hooks: [hook.py]\n")
    with served(root, *AT) as server:
        server.wait_for(POST, "<p>hooked</p>")
        title(root / "content" / "posts" / "2026" / "post-1", "Saved beside a hook")
        server.wait_for(POST, "Saved beside a hook")


def test_a_hook_that_comes_while_serving_asks_for_a_new_start(root: Path) -> None:
    (root / "hook.py").write_text("")
    with served(root, *AT) as server:
        with (root / "mkdocs.yml").open("a") as file:
            file.write("hooks: [hook.py]\n")
        server.wait_for("en/", "serving has to begin again", status=500)


def test_the_terminal_says_what_is_served_in_the_users_language(root: Path) -> None:
    port = free_port()
    command = ["newsroom", "--language", "ar", "serve", "--preview", "--address", f"127.0.0.1:{port}"]
    with running(root, command, port) as server:
        server.wait_until_said(f"http://127.0.0.1:{port}/ يعرض معاينة كل شيء")
        title(root / "content" / "posts" / "2026" / "post-1", "Saved")
        server.wait_until_said("content/posts/2026/post-1/index.en.md: يُعرض بعد")


def test_an_address_that_is_taken_is_refused_with_a_sentence(root: Path) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        address = f"127.0.0.1:{listener.getsockname()[1]}"
        command = [sys.executable, "-m", "newsroom", "serve", "--address", address]
        outcome = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert outcome.returncode == 3
    assert f"nothing can be shown at {address}" in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_serving_leaves_the_public_site_and_the_public_memory_alone(root: Path) -> None:
    held = write_post(root, 2, ar={"date": "2040-01-01T08:00"}, en={"title": "A title that nobody may read yet"})
    with served(root) as server:
        assert server.get("en/").status == 200
        title(held, "Another that nobody may read yet")
        server.wait_until_said("shown after")
    assert not (root / "site").exists()
    for file in (root / ".newsroom").iterdir():
        assert b"nobody may read yet" not in file.read_bytes()


def test_every_page_of_the_example_is_served_as_it_is_built(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    build(REPOSITORY, Edition(NOW, is_supposed=True), folder, strict=True)
    port = free_port()
    command = ["newsroom", "--root", str(REPOSITORY), "serve", *AT, "--address", f"127.0.0.1:{port}"]
    with running(tmp_path / "site", command, port) as server:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                path = file.relative_to(folder).as_posix()
                if path in FOR_THE_HOST or path.startswith(INDEXES):
                    continue
                assert SCRIPT.sub(b"", server.get(path).body) == file.read_bytes(), path
