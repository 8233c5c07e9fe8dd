"""A text is read as its readers meet it, and each letter is found again in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.prose.passages import OBJECT, passages

TEXTS = {
    "emphasis and links leave their words": (
        '**Luban** opens [a hub](../hub/index.en.md "words") in *Duqm*.\n',
        [("paragraph", "Luban opens a hub in Duqm.")],
    ),
    "lines of a paragraph are read on": ("one\ntwo\n\nthree\n", [("paragraph", "one two"), ("paragraph", "three")]),
    "code, values and addresses are no prose": (
        "run `rm` at https://a.example/x? {{a.b.c}}\n",
        [("paragraph", f"run {OBJECT} at {OBJECT} {OBJECT}")],
    ),
    "a heading in either form": (
        "## النتائج {#results}\n\nDuqm\n----\n",
        [("heading", "النتائج"), ("heading", "Duqm")],
    ),
    "fenced and indented code says nothing": ("```\nwords\n```\n\n    words\n", []),
    "an item goes on in the next line": ("- one\n  two\n- three\n", [("item", "one two"), ("item", "three")]),
    "cells one by one": (
        "| الربع | ٢٠٢٦ |\n|---|---:|\n| الأول | ٧٫٤ |\n",
        [("cell", "الربع"), ("cell", "٢٠٢٦"), ("cell", "الأول"), ("cell", "٧٫٤")],
    ),
    "a picture's words": ("![a hub](hub.jpg)\n", [("alt", "a hub")]),
    "a quotation and a note": ("> said\n\n[^1]: where\n", [("quote", "said"), ("note", "where")]),
    "a definition says nothing": ("[report]: https://a.example/\n", []),
    "a comment says nothing": ("a<!-- b\nc -->d\n", [("paragraph", "ad")]),
    "a line of comments does not part a paragraph": ("a\n<!-- b -->\nc\n", [("paragraph", "a c")]),
    "escapes and entities": (r"2 \* 3 &amp; 4", [("paragraph", "2 * 3 & 4")]),
    "words of another language": ('اسمه <span lang="en">Luban</span> هنا', [("paragraph", f"اسمه {OBJECT} هنا")]),
    "code in HTML": (
        'at <code dir="ltr">2027-10-04</code>, or <kbd>F5</kbd>',
        [("paragraph", f"at {OBJECT}, or {OBJECT}")],
    ),
}


@pytest.mark.parametrize(("markdown", "expected"), TEXTS.values(), ids=TEXTS.keys())
def test_a_text_is_read_as_its_readers_meet_it(markdown: str, expected: list[tuple[str, str]]) -> None:
    assert [(passage.kind, passage.text) for passage in passages(markdown)] == expected


@given(st.text(alphabet="ab و٧ \n*_`[]()<>{}|#-!>\\&;:", max_size=120))
def test_each_letter_stands_where_the_passage_says(markdown: str) -> None:
    for passage in passages(markdown):
        assert len(passage.places) == len(passage.text)
        for letter, place in zip(passage.text, passage.places, strict=True):
            assert letter in {markdown[place], OBJECT, " ", "&", "<", ">"}
