"""What fits a network is never over its limit, and nothing in it is cut where it may not be."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.crosspost.fitting import CUT, Material, fitted, parts_of
from newsroom.model.language import Localized
from newsroom.networks import NETWORKS
from newsroom.networks.network import Draft, Limit, Network, plainly
from newsroom.networks.printer import opened

LINK = "https://newsroom.luban.om/ar/posts/2026/first-half-results-2026/"
ARABIC = [
    "أعلنت",
    "لُبان",
    "نموّ",
    "الإيرادات",
    "بنسبة",
    "٨٫٤٪",
    "إلى",
    "٢٣٫٤ مليون ريال عُماني،",
    "وقال",
    "سالم الحارثي:",
    "نمضي.",
    "🚢",
]
ENGLISH = [
    "Luban",
    "raised",
    "revenue",
    "by",
    "8.4%",
    "to",
    "OMR 23.4 million,",
    "Salim Al Harthy",
    "said.",
    "Q3",
    "🚢",
    "👨‍👩‍👧‍👦",
]
NAMES = ("سالم الحارثي", "Salim Al Harthy")
NOTICE = "النتائج أولية لم يعتمدها مجلس الإدارة بعد."
WHOLE = ("٢٣٫٤ مليون ريال عُماني", "OMR 23.4 million", *NAMES)

words = st.lists(st.sampled_from(ARABIC + ENGLISH), min_size=1, max_size=120).map(" ".join)
materials = st.builds(
    Material,
    paragraphs=st.lists(words, min_size=1, max_size=2).map(tuple),
    facts=st.lists(words, max_size=4).map(tuple),
    hashtags=st.lists(st.sampled_from(["الأمن_الغذائي", "Results", "عُمان_2040"]), max_size=3, unique=True).map(tuple),
    link=st.just(LINK),
    names=st.just(NAMES),
)
networks = st.sampled_from(sorted(NETWORKS)).map(NETWORKS.__getitem__)


def narrow(most: int) -> Network:
    """A network with little room."""
    return Network("narrow", (Limit(most, len, Localized("حرفًا", "characters")),), plainly, hashtags=3, opened=opened)


def words_of(material: Material, most: int) -> str:
    """What is said of it where there is so much room."""
    draft = fitted(material, narrow(most))
    return draft.words if draft else ""


@settings(deadline=None)
@given(materials, networks)
def test_nothing_is_ever_over_a_limit(material: Material, network: Network) -> None:
    draft = fitted(material, network)
    assert draft
    text = network.written(draft)
    assert all(limit.count(text) <= limit.most for limit in network.limits)


@given(materials, st.integers(80, 700))
def test_no_figure_and_no_name_is_parted(material: Material, most: int) -> None:
    said = words_of(material, most)
    everything = "\n".join((*material.paragraphs, *material.facts))
    for whole in WHOLE:
        for length in range(2, len(whole.split())):
            beginning = " ".join(whole.split()[:length])
            assert (
                said.count(beginning) <= said.count(whole)
                or whole not in everything
                or beginning in everything.replace(whole, "")
            )


@given(materials, st.integers(80, 700))
def test_what_is_said_stands_in_the_post(material: Material, most: int) -> None:
    everything = (*material.paragraphs, *material.facts)
    for line in words_of(material, most).splitlines():
        said = line.removesuffix(CUT)
        assert any(each.startswith(said) for each in everything)


@given(materials)
def test_where_there_is_room_everything_is_said(material: Material) -> None:
    draft = fitted(material, narrow(100_000))
    said = (*material.paragraphs, "\n".join(material.facts))
    assert draft == Draft("\n\n".join(filter(None, said)), material.hashtags, LINK)


@given(materials, st.integers(150, 700))
def test_a_notice_is_never_left_out(material: Material, most: int) -> None:
    assert NOTICE in words_of(replace(material, notice=NOTICE), most).splitlines()


MATERIAL = Material(
    ("Revenue grew by 8.4% in the first half.", "Storage led. Transport followed with OMR 6.5 million, as in May."),
    ("Revenue: OMR 23.4 million", "Growth: 8.4%"),
    ("Results", "Ports"),
    LINK,
)


def test_parts_together_are_the_text() -> None:
    text = "قال سالم الحارثي إن الإيرادات ٢٣٫٤ مليون ريال عُماني"
    parts = parts_of(text, NAMES)
    assert " ".join(parts) == text
    assert {"سالم الحارثي", "٢٣٫٤ مليون ريال عُماني"} <= set(parts)


def test_a_text_is_rather_ended_with_a_sentence_than_cut() -> None:
    room = len(f"{MATERIAL.paragraphs[0]}\n\nStorage led. Transport\n\n{LINK}")
    assert words_of(MATERIAL, room) == f"{MATERIAL.paragraphs[0]}\n\nStorage led."


def test_a_headline_that_is_too_long_is_cut_between_words() -> None:
    assert words_of(MATERIAL, len(f"Revenue grew by 8.4% in...\n\n{LINK}")) == "Revenue grew by 8.4% in..."


def test_where_not_even_a_word_fits_nothing_is_said() -> None:
    assert fitted(MATERIAL, narrow(len(LINK))) is None
