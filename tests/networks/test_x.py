"""X counts what we count: its own library, in JavaScript, is asked about two thousand composed messages."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from newsroom.crosspost.cleaning import clean, directed
from newsroom.crosspost.fitting import Material, fitted
from newsroom.crosspost.hashtags import hashtag
from newsroom.networks.network import Network
from newsroom.networks.x import MOST, NETWORK, weight
from tests.readers.programs import counted

LINKS = (
    "https://newsroom.luban.om/ar/posts/2026/first-half-results-2026/",
    "https://luban.com/newsroom/en/posts/2025/solar-plant-barka/",
    "https://xn--mgb9awbf.xn--mgbab2bd.om/ar/posts/2024/x/",
)
_WORD = re.compile(r"\S+")
ARABIC = _WORD.findall(
    "أعلنت لُبان نموّ الإيرادات بنسبة ٨٫٤٪ إلى ٢٣٫٤ مليون ريال عُماني في النصف الأول، وقال الرئيس التنفيذي: «نمضي في "
    "خطتنا»؛ إِعْلَانٌ ـــ ﷺ ﴿﴾ ؟ ٪ ﻻ ① ② ★ \u200f \u2067مفتوح +968 2412 3456 C++ AI 🚢 👨‍👩‍👧‍👦 🇴🇲 1️⃣"
)
ENGLISH = _WORD.findall(
    "Luban raised revenue by 8.4% to OMR 23.4 million in the first half, and its chief executive said: “We go on.” "
    "café naïve … — – ‘quoted’ Q3 3PL e-mail U.S. A/B 24/7 (net) €5 ™ ✓ ❤️ 🎉 #no @no $CASH _under_ *star*"
)


def messages(number: int, network: Network = NETWORK) -> Iterator[str]:
    """Messages of all lengths, in one language or a mixture, as a network is sent them."""
    chance = random.Random(2026)
    for count in range(number):
        words = (ARABIC, ENGLISH, ARABIC + ENGLISH)[count % 3]
        language = "en" if count % 3 == 1 else "ar"
        paragraphs = tuple(
            directed(clean(" ".join(chance.choices(words, k=chance.randint(1, 60)))), language)
            for _ in range(chance.randint(1, 2))
        )
        tags = tuple(filter(None, (hashtag(word, language) for word in chance.choices(words, k=2))))
        draft = fitted(Material(paragraphs, (), tags, chance.choice(LINKS)), network)
        assert draft
        yield network.written(draft)


def test_x_itself_counts_what_we_count() -> None:
    texts = list(messages(500))
    own = list(map(weight, texts))
    theirs = counted("twitter_text.mjs", texts)
    differ = [each for each in zip(texts, own, theirs, strict=True) if each[1] != each[2]]
    assert differ == []
    assert max(own) <= MOST
