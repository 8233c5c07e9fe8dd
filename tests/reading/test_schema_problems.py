"""Keys that are missing or unknown: each is named, and what may have been meant comes first."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.commands.check import check
from tests.reading.problems import ARABIC, ENGLISH, add_keys, only_problem, replace
from tests.reading.test_rules import EVIDENCE, HERO


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "meant"),
    [
        (ARABIC, "---\n\n", "embargo: x\n---\n\n", "embargo", "embargoed"),
        (ARABIC, "---\n\n", "pubstate: x\n---\n\n", "pubstate", "pubstatus"),
        (ARABIC, "---\n\n", "corections: x\n---\n\n", "corections", "corrections"),
        (ARABIC, "---\n\n", "Title: x\n---\n\n", "Title", "title"),
        (ENGLISH, "---\n\n", "sumary: x\n---\n\n", "sumary", "summary"),
        (ARABIC, "---\n\n", HERO.replace("{file", "{captions: x, file") + "\n---\n\n", "hero.captions", "caption"),
        (ARABIC, "---\n\n", HERO.replace("ar: أ", "ar: أ, er: أ") + "\n---\n\n", "hero.alt.er", "ar"),
        (ARABIC, "---\n\n", EVIDENCE % ("report", ", links: x") + "\n---\n\n", "evidence.0.links", "link"),
        ("newsroom.yml", "  logo:", "  logos: x\n  logo:", "organization.logos", "logo"),
        ("newsroom.yml", "  role:", "  roles: x\n  role:", "contacts.0.roles", "role"),
        ("newsroom.yml", "    locale: ar_OM", "    locales: x\n    locale: ar_OM", "languages.ar.locales", "locale"),
        ("newsroom.yml", "    en: Results", "    en: Results\n    eng: x", "topics.results.eng", "en"),
        ("plan.yml", "  cadence:", "  cadense: x\n  cadence:", "objectives.0.cadense", "cadence"),
        ("plan.yml", "    every:", "    evry: x\n    every:", "objectives.0.cadence.evry", "every"),
        ("plan.yml", "  from:", "  form: x\n  from:", "objectives.0.form", "from"),
    ],
)
def test_of_the_keys_known_where_an_unknown_one_stands_the_likeliest_is_named_first(
    root: Path, file: str, old: str, new: str, key: str, meant: str
) -> None:
    replace(root, file, old, new)
    problem = only_problem(root)
    assert (problem.rule.code, problem.values["key"]) == ("NR202", key)
    assert problem.mend("en").startswith(f"the keys known here are: {meant}")
    assert problem.mend("ar").startswith(f"المفاتيح المعروفة هنا: {meant}")


@pytest.mark.parametrize("key", ["id", "type", "date", "author", "contact", "topics", "audiences", "title", "summary"])
def test_each_key_that_a_post_needs_is_named_when_it_is_missing(root: Path, key: str) -> None:
    lines = (root / ARABIC).read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.startswith(f"{key}:"))
    length = 2 if key in {"topics", "audiences"} else 1
    (root / ARABIC).write_text("".join(lines[:at] + lines[at + length :]), encoding="utf-8")
    problem = only_problem(root)
    assert (problem.rule.code, problem.path, problem.values["key"]) == ("NR201", ARABIC, key)
    assert problem.mend("en") == f"add {key}: …"


@pytest.mark.parametrize("key", ["objective", "embargoed", "pubstatus", "hero", "evidence", "corrections", "updated"])
def test_an_optional_key_is_one_that_has_a_value_or_is_not_there(root: Path, key: str) -> None:
    add_keys(root, f"{key}: ''")
    problem = only_problem(root)
    assert problem.rule.code in {"NR204", "NR205", "NR206"}
    assert problem.line == 13


@pytest.mark.parametrize(
    ("value", "shown"),
    [("[a, b]", "[…]"), ("{a: b}", "{…}"), ("X" * 100, "X" * 60 + "…"), ('"a\\nb\\tc\\e[31m"', "a b c\ufffd[31m")],
)
def test_a_value_is_shown_short_and_on_one_line(root: Path, value: str, shown: str) -> None:
    replace(root, ARABIC, "type: release", f"type: {value}")
    (problem,) = [problem for problem in check(root) if problem.rule.code == "NR205"]
    assert problem.values["value"] == shown
