"""A network writes a text in a form of its own, and it is still the same."""

from __future__ import annotations

import pytest

from newsroom.networks.likeness import alike


@pytest.mark.parametrize(
    "shown",
    [
        "نتائج الربع: 8.4% و«ثقة» & أكثر https://t.co/a1",
        "نتائج الربع: 8.4% و«ثقة» &amp; أكثر https://t.co/a1",
        "نتائج الربع: 8.4%  و«ثقة» & أكثر",
        "نتائج الربع 8.4 و ثقة أكثر\n\nhttps://lnkd.in/x",
    ],
    ids=["a link made short", "signs as HTML has them", "no link", "without signs"],
)
def test_what_networks_do_to_a_text_leaves_it_alike(shown: str) -> None:
    assert alike("نتائج الربع: 8.4% و«ثقة» & أكثر\n\nhttps://newsroom.luban.om/ar/", shown)


@pytest.mark.parametrize(
    "shown", ["نتائج الربع: 8.5%", "نتائج", "", "تصحيح: نتائج الربع: 8.4%"], ids=["a figure", "less", "nothing", "more"]
)
def test_other_words_are_not_alike(shown: str) -> None:
    assert not alike("نتائج الربع: 8.4%", shown)
