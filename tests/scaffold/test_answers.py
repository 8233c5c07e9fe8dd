"""What a new newsroom is asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsroom.errors import Refused
from newsroom.scaffold.answers import QUESTIONS, answers, fitting
from tests.scaffold.organisations import ANSWERS

QUESTION = {question.name: question for question in QUESTIONS}


def person(*says: str) -> tuple[Callable[[str], str | None], list[str]]:
    """Somebody at a terminal who answers in turn, and what was asked."""
    asked: list[str] = []
    left = list(says)

    def ask(question: str) -> str | None:
        asked.append(question)
        return left.pop(0) if left else None

    return ask, asked


def without(*names: str) -> dict[str, str | None]:
    return {name: value for name, value in ANSWERS.items() if name not in names}


def test_nobody_is_asked_what_was_said() -> None:
    ask, asked = person()
    assert answers({**ANSWERS}, "en", ask) == ANSWERS
    assert asked == []


def test_a_person_is_asked_in_their_language_for_what_is_missing() -> None:
    ask, asked = person("  Sample \t Company\n")
    assert answers(without("name_en"), "ar", ask)["name_en"] == "Sample Company"
    assert asked == ["اسم المؤسسة الكامل بالإنجليزية (Luban Company SAOG): "]


def test_a_person_is_told_what_will_not_do_and_is_asked_again() -> None:
    ask, asked = person("sample.example", "https://sample.example/")
    assert answers(without("address"), "en", ask)["address"] == "https://sample.example/"
    assert "an example: https://newsroom.luban.example/" in asked[1]


@pytest.mark.parametrize("says", [["\n"], []], ids=["nothing typed", "nobody there"])
def test_a_short_name_is_the_name_where_none_is_told(says: list[str]) -> None:
    ask, _ = person(*says)
    assert answers(without("short_name_en"), "en", ask)["short_name_en"] == ANSWERS["name_en"]


@pytest.mark.parametrize("name", [question.name for question in QUESTIONS if not question.instead])
def test_what_is_missing_is_named_with_its_option_where_nobody_can_be_asked(name: str) -> None:
    ask, _ = person()
    with pytest.raises(Refused) as refused:
        answers(without(name), "en", ask)
    option = f"--{name.replace('_', '-')}"
    assert all(option in refused.value.sentence(language) for language in ("ar", "en"))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("name_en", "  "),
        ("name_en", "Sample\u202eynapmoC"),
        ("name_en", "Sam\u200bple"),
        ("name_en", "Sample\udc80"),
        ("address", "http://sample.example/"),
        ("address", "https://sample.example"),
        ("timezone", "Muscat"),
        ("email", "media at sample"),
        ("telephone", "24000000"),
        ("executive_since", "1 March 2022"),
    ],
)
def test_an_answer_that_will_not_do_is_refused(name: str, words: str) -> None:
    with pytest.raises(Refused, match=f"^--{name.replace('_', '-')}: "):
        fitting(QUESTION[name], words)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_the_example_of_a_question_is_an_answer(question: object) -> None:
    known = next(each for each in QUESTIONS if each is question)
    assert fitting(known, known.example) == known.example
