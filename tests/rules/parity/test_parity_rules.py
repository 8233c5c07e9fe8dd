"""What the parity rules ask of a post that planted faults, one post a case, cannot show."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.commands.check import check
from newsroom.model.problem import Problem
from tests.conftest import REPOSITORY
from tests.samples import Tree, both, executive, picture, write_newsroom, write_picture, write_post, write_text
from tests.test_corpus import CORPUS, lay_out

KNOWN = {
    ("2026/news-2025-08-09-420", "NR334"),
    ("2026/terms", "NR334"),
}
"""What is found in the corpus, each defended in docs/decisions/parity.md."""


def parity(root: Path) -> list[Problem]:
    return [problem for problem in check(root) if problem.rule.code.startswith("NR33")]


def found(root: Path, arabic: str, english: str, ar: Tree | None = None, en: Tree | None = None) -> list[Problem]:
    """What the parity rules find in a post of these texts."""
    write_newsroom(root, posts=0)
    write_post(root, body_ar=arabic, body_en=english, ar=ar, en=en)
    return parity(root)


def told(problems: list[Problem]) -> list[tuple[str, int, str]]:
    return [(problem.path.rpartition("/")[2], problem.line, problem.rule.code) for problem in problems]


def test_the_example_newsroom_says_the_same_in_both_languages() -> None:
    assert parity(REPOSITORY) == []


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside this checkout")
def test_every_finding_in_a_real_corpus_is_one_that_its_author_would_accept(tmp_path: Path) -> None:
    lay_out(tmp_path)
    places = {(problem.path.removeprefix("content/posts/"), problem.rule.code) for problem in parity(tmp_path)}
    assert {(path.rpartition("/")[0], code) for path, code in places} == KNOWN


def test_a_difference_is_told_with_both_numbers_and_the_line_of_the_other(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "نص.\n\nبلغ العدد ٤٥ شاحنة.", "Text.\n\nThere are 54 lorries.")
    assert problem.path.endswith("index.ar.md")
    assert problem.what("en") == 'the Arabic text says "٤٥", where the English text says "54" (line 8)'
    assert problem.what("ar").startswith("يقول النص العربي «٤٥»، ويقول النص الإنجليزي في موضعه «54»")


def test_a_number_is_said_if_the_other_text_says_it_in_another_paragraph(tmp_path: Path) -> None:
    assert found(tmp_path, "بلغ العدد ٤٥.\n\nنص.", "Text.\n\nThere were 45.") == []


def test_two_numbers_that_changed_places_are_found_in_paragraphs_that_stand_for_each_other(tmp_path: Path) -> None:
    problems = found(tmp_path, "في مسقط ٤٥.\n\nفي صلالة ٥٤.", "In Muscat 54.\n\nIn Salalah 45.")
    assert {problem.rule.code for problem in problems} == {"NR331"}


def test_a_title_may_choose_another_number_of_the_text(tmp_path: Path) -> None:
    arabic, english = "ارتفع الربح ٩٪ والإيرادات ٤٪.", "Profit rose 9% and revenue 4%."
    titles = {"title": "الربح يرتفع ٩٪"}, {"title": "Revenue rises 4%"}
    assert found(tmp_path, arabic, english, *titles) == []


def test_numbers_in_words_are_not_compared_where_paragraphs_do_not_stand_for_each_other(tmp_path: Path) -> None:
    assert found(tmp_path, "خمسة مواقع.\n\nنص.", "Seven sites.") == []


def test_the_year_and_day_of_the_post_are_never_missed(tmp_path: Path) -> None:
    assert found(tmp_path, "في ١٥ يناير ٢٠٢٦، وقبل ذلك في عام ٢٠٢٥.", "Today, and last year before.") == []


def test_another_year_is_missed(tmp_path: Path) -> None:
    assert [each.rule.code for each in found(tmp_path, "كان ذلك في ٢٠١٩.", "That was long ago.")] == ["NR331"]


def test_yesterday_is_a_date_where_the_other_text_tells_it(tmp_path: Path) -> None:
    assert found(tmp_path, "وقع ذلك في ١٤ يناير.", "It happened yesterday.") == []


def test_the_end_of_a_month_is_its_last_day(tmp_path: Path) -> None:
    assert found(tmp_path, "حتى نهاية سبتمبر.", "To 30 September.") == []


def test_an_older_text_is_told_so_and_not_asked_for_what_was_added(tmp_path: Path) -> None:
    added = "نص.\n\n## تحديث\n\nبلغ العدد ٣١ في [التقرير](https://a.example/r).\n"
    problems = found(tmp_path, added, "Text.", ar={"updated": "2026-05-04T10:00"})
    assert [(problem.rule.code, problem.path.rpartition("/")[2]) for problem in problems] == [("NR338", "index.en.md")]


def test_an_older_text_that_says_something_else_is_found_all_the_same(tmp_path: Path) -> None:
    problems = found(tmp_path, "العدد ٣١.", "The number is 13.", ar={"updated": "2026-05-04T10:00"})
    assert [problem.rule.code for problem in problems] == ["NR331", "NR338"]


@pytest.mark.parametrize(
    ("ar", "en", "expected"),
    [
        ("قال سالم بن خلفان الحارثي ذلك.", "The chief executive said so.", ["Salim Al Harthy"]),
        ("قال سالم بن خلفان الحارثي ذلك.", "Salem Alharthi said so.", ["Salim Al Harthy"]),
        ("قال الرئيس ذلك.", "Salim Al Harthy said so.", ["سالم بن خلفان الحارثي"]),
        ("قال سالم بن خلفان الحارثي ذلك.", "Mr Al-Harthy said so.", []),
        ("سُئل الحارثي فأجاب.", "The chief executive answered.", []),
        ("الكلمة للحارثي.", "Salim Al Harthy speaks.", []),
    ],
    ids=["missing in English", "spelled otherwise", "missing in Arabic", "family name", "not in full", "with a clitic"],
)
def test_an_executive_is_named_in_both_languages(tmp_path: Path, ar: str, en: str, expected: list[str]) -> None:
    write_newsroom(tmp_path, posts=0)
    named = executive(name=both("سالم بن خلفان الحارثي", "Salim Al Harthy"))
    write_text(tmp_path / "content" / "executives" / "salim" / "index.ar.md", named)
    write_post(tmp_path, body_ar=ar, body_en=en)
    assert [problem.values["expected"] for problem in parity(tmp_path)] == expected


def test_the_organisation_is_named_in_both_languages(tmp_path: Path) -> None:
    (problem,) = found(tmp_path, "أعلنت الشركة ذلك.", "Sample announced it.")
    assert problem.values["expected"] == "المثال"


def test_a_link_of_a_plain_page_is_compared_too(tmp_path: Path) -> None:
    write_newsroom(tmp_path, posts=0)
    page = tmp_path / "content" / "pages" / "about" / "index.en.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[report](https://a.example/r)\n", encoding="utf-8")
    assert [problem.rule.code for problem in parity(tmp_path)] == ["NR334"]


def test_a_caption_may_leave_a_number_out_and_may_not_say_another(tmp_path: Path) -> None:
    alt, caption = both("ثلاثة أعمدة في ٢٠٢٥", "Columns"), both("النمو في ٢٠٢٥", "Growth in 2024")
    write_newsroom(tmp_path, posts=0)
    write_post(tmp_path, ar={"hero": picture(alt=alt, caption=caption)})
    write_picture(tmp_path / "content" / "posts" / "2026" / "post-1" / "hero.png")
    (problem,) = parity(tmp_path)
    assert (problem.rule.code, problem.values["key"]) == ("NR339", "hero.caption")


@pytest.mark.parametrize(
    ("arabic", "english", "in_arabic", "in_english"),
    [
        (
            "الإيراد ٢٠٢٥",
            "Revenue",
            "«٢٠٢٥» بالعربية، ولا يقابله شيء بالإنجليزية",
            '"٢٠٢٥" in Arabic, and nothing like it in English',
        ),
        (
            "الإيراد",
            "Revenue 2025",
            "«2025» بالإنجليزية، ولا يقابله شيء بالعربية",
            '"2025" in English, and nothing like it in Arabic',
        ),
        (
            "الإيراد ٢٠٢٥",
            "Revenue 2024",
            "«٢٠٢٥» بالعربية و«2024» بالإنجليزية",
            '"٢٠٢٥" in Arabic and "2024" in English',
        ),
    ],
    ids=["only Arabic", "only English", "both"],
)
def test_what_only_one_language_says_is_told_in_words(
    tmp_path: Path, arabic: str, english: str, in_arabic: str, in_english: str
) -> None:
    evidence = {"kind": "report", "label": both(arabic, english), "source": both("م", "S"), "date": "2026-01-01"}
    (problem,) = found(tmp_path, "نص.", "Text.", ar={"evidence": [evidence]})
    assert in_arabic in problem.line_of_text("ar")
    assert in_english in problem.line_of_text("en")


def test_one_language_alone_is_not_compared(tmp_path: Path) -> None:
    write_newsroom(tmp_path, posts=0)
    write_post(tmp_path, languages=("ar",), body_ar="العدد ٤٥ في ٥ مارس.")
    assert parity(tmp_path) == []
