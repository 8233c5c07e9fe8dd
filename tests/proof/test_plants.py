"""Whatever is held back is found, in whatever form it lies in a site."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.proof.folding import letters_in, squeezed
from newsroom.proof.haystack import File
from newsroom.proof.looking import Looker
from newsroom.proof.sayings import Saying
from newsroom.proof.traces import Trace, traces_of
from tests.proof.plants import PLANTS

ENGLISH = "The company will open a second cold store at Barka in March."
ARABIC = "تفتتح الشركة مخزنًا مبردًا ثانيًا في بركاء خلال شهر مارس."
SHORT = "Profit doubled."


def traces(*texts: str) -> tuple[Trace, ...]:
    return tuple(trace for text in texts for trace in traces_of("2026/held", Saying("text", "prose", text)))


def found(folder: Path, path: str, data: bytes, *texts: str) -> list[str]:
    """What is found of some sentences in a site of one file, and how it lay, in English."""
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    findings = Looker(traces(*texts), (), folder, in_detail=True).look_into(File(path, place))
    return [", ".join(how.en for how in finding.how) for finding in findings if finding.kind == "trace"]


@pytest.mark.parametrize("sentence", [ENGLISH, ARABIC, SHORT], ids=["English", "Arabic", "short"])
@pytest.mark.parametrize("form", PLANTS)
def test_a_sentence_is_found_in_every_form(form: str, sentence: str, tmp_path: Path) -> None:
    assert found(tmp_path, *PLANTS[form](sentence), sentence)


@pytest.mark.parametrize("form", PLANTS)
def test_nothing_is_found_where_something_else_was_said(form: str, tmp_path: Path) -> None:
    assert (
        found(tmp_path, *PLANTS[form]("The board met in Muscat on Sunday to talk of harbours."), ENGLISH, ARABIC) == []
    )


VOCABULARY = (
    *[
        "the",
        "company",
        "port",
        "opened",
        "store",
        "market",
        "revenue",
        "profit",
        "Sohar",
        "Muscat",
        "2026",
        "14.2%",
        "growth",
        "farmers",
        "board",
    ],
    *[
        "الشركة",
        "الميناء",
        "افتتحت",
        "المخزن",
        "السوق",
        "الإيرادات",
        "الأرباح",
        "صحار",
        "مسقط",
        "٢٠٢٦",
        "النمو",
        "المزارعون",
        "المجلس",
        "أعلنت",
    ],
)
SENTENCES = st.lists(st.sampled_from(VOCABULARY), min_size=7, max_size=14).map(" ".join)
LONG_WORDS = [word for word in VOCABULARY if letters_in(squeezed(word)) >= 4]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
WAYS = {
    "as it was": str,
    "in capitals": str.upper,
    "in eastern digits": lambda words: words.translate(EASTERN),
    "with vowel marks": lambda words: "".join(f"{each}\u064e" if each in "شمرسل" else each for each in words),
    "stretched": lambda words: words.replace("م", "م\u0640"),
    "with isolates": lambda words: f"\u2067{words}\u2069",
    "in wide spaces": lambda words: words.replace(" ", "\u00a0\u00a0"),
}


@settings(max_examples=150)
@given(SENTENCES, st.sampled_from(sorted(WAYS)), st.sampled_from(sorted(PLANTS)))
def test_a_sentence_is_found_however_it_is_written(sentence: str, way: str, form: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert found(Path(folder), *PLANTS[form](WAYS[way](sentence)), sentence)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(LONG_WORDS), min_size=12, max_size=30), st.data())
def test_any_seven_words_of_a_sentence_are_enough(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 7))
    with tempfile.TemporaryDirectory() as folder:
        part = " ".join(words[start : start + 7])
        assert found(Path(folder), *PLANTS["a page"](part), " ".join(words))


@pytest.mark.parametrize(
    ("form", "how"),
    [
        ("a page", ""),
        ("words in elements of their own", ""),
        ("a link with percents", "percent-encoded"),
        ("entities of numbers", "as HTML entities"),
        ("a data address", "in base64"),
        ("UTF-16", "in UTF-16"),
        ("a packed page", "packed by gzip"),
        ("a press kit that stores", "in post.txt of the archive"),
        ("a picture in an archive", "in hero.png of the archive, in the picture's metadata"),
        ("a folder's name", "in the name"),
    ],
)
def test_it_is_told_how_a_sentence_lay(form: str, how: str, tmp_path: Path) -> None:
    assert set(found(tmp_path, *PLANTS[form](ENGLISH), ENGLISH)) == {how}
