"""How often a text speaks of people and of the organisation."""

from __future__ import annotations

import pytest

from newsroom.model.language import Language, Localized
from newsroom.model.standards import Standards
from newsroom.rules.service.names import Mentions, mentions

EXECUTIVES = {
    "maryam": Localized("مريم بنت عبدالله اللواتية", "Maryam Al Lawati"),
    "salim": Localized("سالم بن خلفان الحارثي", "Salim Al Harthy"),
}
STANDARDS = Standards(executives=EXECUTIVES)

COUNTS: list[tuple[Language, str, Mentions]] = [
    ("ar", "زارت مريم اللواتية الدقم، ثم عادت اللواتية.", Mentions(2, 0)),
    ("ar", "زارت مريم بنت عبدالله اللواتية، الرئيسة التنفيذية للشؤون المالية، الشركة.", Mentions(1, 1)),
    ("ar", "وقالت مريم اللواتية إن العمل مستمر، وأكدت اللواتية ذلك.", Mentions(1, 0)),
    ("ar", "وَصَلَ سَعادةُ المهندسِ خالد بن علي.", Mentions(1, 0)),
    ("ar", "الطقس سالم من العواصف.", Mentions(0, 0)),
    ("ar", "نحن في الشركة نقيس، وفريقنا يعلن.", Mentions(0, 3)),
    ("ar", "بقي هنا أحيانًا.", Mentions(0, 0)),
    ("en", "Maryam came. Maryam Al Lawati left, and Al Lawati's car with her.", Mentions(3, 0)),
    ("en", "Maryam Al Lawati, Chief Financial Officer, spoke of the company.", Mentions(1, 1)),
    ("en", '"It works," said Salim Al Harthy. Later Salim left.', Mentions(1, 0)),
    ("en", '"It works," said Salim. "It does," Salim added.', Mentions(1, 0)),
    ("en", "The CEO and Dr Khalid Al Saidi met the chairman.", Mentions(3, 0)),
    ("en", "We know our drivers, and the company thanks us.", Mentions(0, 4)),
]


@pytest.mark.parametrize(("language", "text", "expected"), COUNTS, ids=[text for _, text, _ in COUNTS])
def test_a_text_speaks_of(language: Language, text: str, expected: Mentions) -> None:
    assert mentions([text], language, STANDARDS) == expected


def test_each_speaker_is_quoted_once_for_nothing_whatever_the_passage() -> None:
    passages = ['"One," said Salim.', '"Two," said Maryam.', '"Three," said Salim.']
    assert mentions(passages, "en", STANDARDS) == Mentions(1, 0)
