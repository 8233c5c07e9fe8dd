"""What readers see of a text that was sent: its own words, whatever a network has to be told so that it shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.networks import NETWORKS
from newsroom.networks.network import Draft

LINK = "https://newsroom.luban.example/ar/posts/2026/a_b-c/"
WORDS = st.text(st.sampled_from("أب ab&;<>lt\\|{}@[]()#*_~`-\n")).map(str.strip)
HASHTAGS = st.lists(st.sampled_from(["الأمن_الغذائي", "FoodSecurity"]), max_size=2).map(tuple)


@pytest.mark.parametrize("network", [each for each in NETWORKS.values() if each.tells == "announcement"])
@given(words=WORDS, hashtags=HASHTAGS)
def test_readers_see_the_words_as_they_were_composed(network, words, hashtags):
    shown = network.shown(network.written(Draft(words, hashtags, LINK)))
    tagged = "".join(f"\n\n{' '.join(f'#{each}' for each in hashtags)}" if hashtags else "")
    assert shown.removesuffix(LINK).strip("\n") in {words.strip("\n"), (words + tagged).strip("\n")}
