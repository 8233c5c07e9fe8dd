"""What betrays a thing that is held back, and what only looks like it."""

from __future__ import annotations

import pytest

from newsroom.proof.sayings import Form, Saying
from newsroom.proof.searching import MARKUP, Searcher
from newsroom.proof.traces import traces_of


def betrays(form: Form, held: str, text: str) -> bool:
    return bool(Searcher(traces_of("2026/held", Saying("text", form, held))).found(text))


@pytest.mark.parametrize(
    ("form", "held", "text"),
    [
        pytest.param("prose", "Profit doubled.", "It said: profit doubled!", id="a short sentence"),
        pytest.param("prose", "تضاعفت الأرباح.", "وتضاعفت الأرباح", id="behind a conjunction"),
        pytest.param("name", "Ali Omar", "by Ali  Omar,", id="a short name"),
        pytest.param("name", "سالم الحارثي", "لسالم الحارثي", id="a name behind a preposition"),
        pytest.param("code", "sample000001", "id=sample000001;", id="an id"),
        pytest.param("code", "second-cold-store", "../second-cold-store/", id="a slug"),
        pytest.param("address", "2026/results", "/en/posts/2026/results/", id="an address of a single word"),
        pytest.param("code", "@new_voice_om", "follow @new_voice_om", id="a handle"),
        pytest.param("file", "frost.jpg", "href=frost.jpg", id="a file"),
        pytest.param("file", "frost-gripper.jpg", "renditions/frost-gripper-jpg-480.webp", id="a smaller copy"),
        pytest.param("file", "frost-gripper.jpg", "renditions/frost-gripper-1200x630.jpg", id="a cut copy"),
        pytest.param("number", "OMR {14.2} million", "OMR 14.2 million", id="a number with its unit"),
        pytest.param("number", "{1234.5} مليون ريال", "١٬٢٣٤٫٥ مليون ريال", id="Arabic digits with their signs"),
        pytest.param("number", "{1234} tonnes", "1,234\u00a0tonnes", id="thousands"),
        pytest.param("number", "Quarter 3 {24.5}", f"{MARKUP}Quarter 3{MARKUP}{MARKUP}24.5", id="a row of a table"),
    ],
)
def test_this_betrays_it(form: Form, held: str, text: str) -> None:
    assert betrays(form, held, text)


@pytest.mark.parametrize(
    ("form", "held", "text"),
    [
        pytest.param("prose", "Results", "Results", id="a word that stands everywhere"),
        pytest.param("prose", "Dates ahead", "Dates ahead", id="two such words"),
        pytest.param("prose", "2024 2025 2026 2027 2028", "2024 2025 2026 2027 2028", id="years alone"),
        pytest.param("prose", "Art thrives.", "The start thrives.", id="a word's end"),
        pytest.param("prose", "Profit doubled.", "Profit doubledash", id="a word's beginning"),
        pytest.param("name", "Ali Omar", "Khali Omara", id="letters within other names"),
        pytest.param("code", "second-cold-store", "second-cold-stores", id="a longer slug"),
        pytest.param("code", "results", "/types/results/", id="a slug that is a word"),
        pytest.param("address", "2026/results", "/archive/12026/results-of-others", id="another address"),
        pytest.param("file", "frost.jpg", "permafrost.jpg", id="another file"),
        pytest.param("file", "hero.jpg", "the hero. 480 more", id="a file's name that is a word"),
        pytest.param("number", "OMR {14.2} million", "OMR 142 million", id="ten times as much"),
        pytest.param("number", "OMR {14.2} million", "OMR 314.2 million", id="the end of another number"),
        pytest.param("number", "{14.2} tonnes", "2,014.2 tonnes", id="the end of thousands"),
        pytest.param("number", "{14} tonnes", "14.2 tonnes", id="the beginning of another number"),
        pytest.param("number", "{3} years", "3 years", id="a single digit"),
        pytest.param("number", "{14.2} %", "14.2 %", id="a number beside a sign"),
        pytest.param("number", "March {12}", "March 12:00", id="a time of day"),
    ],
)
def test_this_only_looks_like_it(form: Form, held: str, text: str) -> None:
    assert not betrays(form, held, text)
