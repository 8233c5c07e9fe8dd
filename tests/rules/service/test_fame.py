"""How often a text speaks of people and of the organisation."""

from __future__ import annotations

import pytest

from newsroom.model.language import Language, Localized
from newsroom.model.standards import Standards
from newsroom.prose.expressions import fold
from newsroom.rules.service.names import organization_in, people_in

EXECUTIVES = {
    "maryam": Localized("مريم بنت عبدالله اللواتية", "Maryam Al Lawati"),
    "salim": Localized("سالم بن خلفان الحارثي", "Salim Al Harthy"),
}
STANDARDS = Standards(executives=EXECUTIVES)

COUNTS: list[tuple[Language, str, tuple[int, int]]] = [
    ("ar", "زارت مريم اللواتية الدقم، ثم عادت اللواتية.", (2, 0)),
    ("ar", "زارت مريم بنت عبدالله اللواتية، الرئيسة التنفيذية للشؤون المالية، الشركة.", (1, 1)),
    ("ar", "وقالت مريم اللواتية إن العمل مستمر، وأكدت اللواتية ذلك.", (1, 0)),
    ("ar", "وَصَلَ سَعادةُ المهندسِ خالد بن علي.", (1, 0)),
    ("ar", "الطقس سالم من العواصف.", (0, 0)),
    ("ar", "نحن في الشركة نقيس، وفريقنا يعلن.", (0, 3)),
    ("ar", "بقي هنا أحيانًا.", (0, 0)),
    ("en", "Maryam came. Maryam Al Lawati left, and Al Lawati's car with her.", (3, 0)),
    ("en", "Maryam Al Lawati, Chief Financial Officer, spoke of the company.", (1, 1)),
    ("en", '"It works," said Salim Al Harthy. Later Salim left.', (1, 0)),
    ("en", '"It works," said Salim. "It does," Salim added.', (1, 0)),
    ("en", "The CEO and Dr Khalid Al Saidi met the chairman.", (3, 0)),
    ("en", "We know our drivers, and the company thanks us.", (0, 4)),
]


@pytest.mark.parametrize(("language", "text", "expected"), COUNTS, ids=[text for _, text, _ in COUNTS])
def test_a_text_speaks_of(language: Language, text: str, expected: tuple[int, int]) -> None:
    letters = [fold(text).letters]
    assert (people_in(letters, language, STANDARDS), organization_in(letters, language, STANDARDS)) == expected


def test_each_speaker_is_quoted_once_for_nothing_whatever_the_passage() -> None:
    passages = ['"one," said salim.', '"two," said maryam.', '"three," said salim.']
    assert people_in(passages, "en", STANDARDS) == 1
