"""Other plugins and extensions: they work, and where they may look past a page every page is made again."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from tests.conftest import NOW
from tests.samples import NO_EDITOR, configuration, write_post, write_yaml
from tests.trees import differing, read_tree

AT = Edition(NOW)

HOOK = """
def on_page_content(html, page, config, files):
    return html.replace("The text.", "The text, hooked.")
"""
COUNTING_HOOK = """
titles = []

def on_page_content(html, page, config, files):
    titles.append(page.title)

def on_post_build(config):
    with open(config.site_dir + "/titles.txt", "w") as file:
        file.write("\\\\n".join(sorted(titles)))
    titles.clear()
"""


def configure(root: Path, lines: str) -> None:
    file = root / "mkdocs.yml"
    file.write_text(f"{file.read_text()}{lines}\n", encoding="utf-8")


def rendered_by_two_builds(root: Path) -> list[int]:
    return [build(root, AT, None, strict=True)[0].rendered for _ in range(2)]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("hooks: [hook.py]", 'the plugin "hook.py" is not known here'),
        ("markdown_extensions: [pymdownx.snippets]", 'the Markdown extension "pymdownx.snippets" may read other files'),
        (
            "markdown_extensions: [{pymdownx.highlight: {anchor_linenums: !!python/name:hook.on_page_content }}]",
            'the Markdown extension "pymdownx.highlight" may read other files',
        ),
    ],
    ids=["a hook", "an extension that reads files", "an extension that is given a function"],
)
def test_what_may_look_past_a_page_makes_all_of_them_again_and_says_why(
    lines: str,
    words: str,
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (root / "hook.py").write_text(HOOK)
    monkeypatch.syspath_prepend(root)
    configure(root, lines)
    first, second = rendered_by_two_builds(root)
    assert first == second > 0
    assert f"compatible mode: every page is made again, since {words}" in capsys.readouterr().err


def test_a_search_plugin_gets_every_page_of_every_build(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = root / "mkdocs.yml"
    file.write_text(file.read_text().replace("plugins: [newsroom]", "plugins: [search, newsroom]"))
    build(root, AT, None, strict=True)
    index = (root / "site" / "search" / "search_index.json").read_bytes()
    build(root, AT, None, strict=True)
    assert (root / "site" / "search" / "search_index.json").read_bytes() == index
    assert b"Title of post 1" in index
    assert 'the plugin "search" gathers from all pages' in capsys.readouterr().err


def test_a_hook_that_counts_pages_sees_all_of_them_each_time(root: Path) -> None:
    (root / "hook.py").write_text(COUNTING_HOOK)
    configure(root, "hooks: [hook.py]")
    build(root, AT, None, strict=True)
    before = read_tree(root / "site")
    build(root, AT, None, strict=True)
    assert b"Title of post 1" in before["titles.txt"]
    assert read_tree(root / "site") == before


def test_a_hook_may_change_what_a_page_says(root: Path) -> None:
    (root / "hook.py").write_text(HOOK)
    configure(root, "hooks: [hook.py]")
    build(root, AT, None, strict=True)
    assert "The text, hooked." in (root / "site" / "en/posts/2026/post-1/index.html").read_text()


def test_to_and_from_the_compatible_mode_the_bytes_are_the_same(root: Path, tmp_path: Path) -> None:
    write_yaml(root / "newsroom.yml", configuration(rules=NO_EDITOR))
    write_post(root, 2, body_en="[first](../post-1/index.en.md)[^1]\n\n[^1]: Note")
    file = root / "mkdocs.yml"
    alone = file.read_text()
    build(root, AT, None, strict=True)
    build(root, AT, tmp_path / "fast", strict=True)
    (root / "hook.py").write_text("def on_page_content(html, page, config, files):\n    return html\n")
    configure(root, "hooks: [hook.py]")
    build(root, AT, None, strict=True)
    assert differing(root / "site", tmp_path / "fast") == []
    write_post(root, 2, body_en="Others")
    build(root, AT, None, strict=True)
    file.write_text(alone)
    build(root, AT, None, strict=True)
    build(root, AT, tmp_path / "cold", strict=True)
    assert differing(root / "site", tmp_path / "cold") == []


@pytest.mark.parametrize("extension", ["admonition", "pymdownx.tasklist", "markdown.extensions.def_list"])
def test_an_extension_of_the_text_alone_leaves_pages_as_they_are(extension: str, root: Path) -> None:
    configure(root, f"markdown_extensions: [{extension}]")
    first, second = rendered_by_two_builds(root)
    assert (first > 0, second) == (True, 0)
