"""What editors say to each other in comments is in no byte of the site."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from newsroom.commands.edition import Edition
from newsroom.engine.build import build
from tests.conftest import NOW
from tests.samples import executive, write_post, write_text
from tests.trees import holding, read_tree

SECRET = "palimpsest"
COMMENTS = {
    "on a line of its own": f"Text.\n\n<!-- {SECRET} -->\n\nMore.",
    "within a paragraph": f"Text <!-- {SECRET} --> and more.",
    "over several lines": f"Text.\n<!-- allow NR351:\n{SECRET}\n\n# {SECRET}\n-->\nMore.",
    "in a list": f"- one\n  <!-- {SECRET} -->\n- two <!-- {SECRET} -->",
    "in a table": f"| a | b |\n|---|---|\n| 1 <!-- {SECRET} --> | 2 |",
    "in HTML": f"<div>\n<!-- {SECRET} -->\n</div>",
    "in a heading": f"## Heading <!-- {SECRET} -->\n\nText.",
    "in a quotation": f"> quoted\n> <!-- {SECRET} -->",
    "after a tick that is none": f"5` wide <!-- {SECRET} -->\n\nand ` more.",
    "in a footnote": f"Text[^1].\n\n[^1]: Note <!-- {SECRET} -->",
    "with a link": f"Text <!-- [{SECRET}](../nowhere/index.en.md) --> more.",
}


@pytest.mark.parametrize("body", COMMENTS.values(), ids=COMMENTS.keys())
def test_a_comment_reaches_no_file_of_the_site(body: str, root: Path) -> None:
    write_post(root, 1, body_en=body, body_ar=body)
    salim = root / "content" / "executives" / "salim"
    write_text(salim / "index.ar.md", executive(), body)
    write_text(salim / "index.en.md", {"summary": "Leads the company."}, body)
    build(root, Edition(NOW), None, strict=False)
    site = root / "site"
    assert holding(site, SECRET) == []
    packed = [data for data in read_tree(site).values() if data.startswith(b"\x1f\x8b")]
    assert packed
    assert not any(SECRET.encode() in gzip.decompress(data) for data in packed)


def test_a_comment_in_code_is_shown_for_that_is_what_it_is_there_for(root: Path) -> None:
    write_post(root, 1, body_en="Write `<!-- comment -->` so.", body_ar="اكتب `<!-- comment -->` هكذا.")
    build(root, Edition(NOW), None, strict=False)
    assert "&lt;!-- comment --&gt;" in (root / "site/en/posts/2026/post-1/index.html").read_text()


def test_a_comment_between_two_lines_does_not_part_their_paragraph(root: Path) -> None:
    write_post(root, 1, body_en="One\n<!-- allow NR331: reason -->\ntwo.", body_ar="واحد\nاثنان.")
    build(root, Edition(NOW), None, strict=False)
    assert "<p>One\ntwo.</p>" in (root / "site/en/posts/2026/post-1/index.html").read_text()
