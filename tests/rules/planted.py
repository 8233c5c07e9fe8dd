"""The planted faults and their clean look-alikes: each case becomes a post of one newsroom, which is checked once.

A file of ``faults/`` is called after its rule. Under ``faults`` and ``clean`` stand cases: a text in one language or in
both, with a ``title`` and a ``summary`` where these matter, and ``keys`` of the front matter beside the usual ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

from newsroom.commands.check import check
from newsroom.model.language import LANGUAGES
from newsroom.model.problem import Problem, Rule
from newsroom.rules import NEWSROOM_RULES, WORDING_RULES
from tests.samples import Tree, configuration, write_figure, write_newsroom, write_post, write_yaml

FAULTS: Final = Path(__file__).parent / "faults"
_SURROUNDINGS: Final = frozenset({"policy", "listing"})
_USUAL: Final[Mapping[str, Tree]] = {
    "ar": {"title": "عنوان المنشور", "summary": "ملخص المنشور في جملة."},
    "en": {"title": "The title of the post", "summary": "The summary, in a sentence."},
}
"""Words that no rule objects to, and no number, which would be one of two kinds of digits."""

OF_THE_PLAN: Final = frozenset({"NR313", "NR315"})
"""Rules that look at objectives and at types of posts, and at no post by itself: see ``service/test_planning.py``."""

JUDGED: Final[Mapping[str, tuple[Rule, Callable[..., Any]]]] = {
    rule.code: (rule, check_of)
    for rule, check_of in (*WORDING_RULES, *NEWSROOM_RULES)
    if rule.code not in OF_THE_PLAN and (rule.editorial or any(rule is each for each, _ in WORDING_RULES))
}
"""The rules that need planted faults, by their codes: those of words, and those that a newsroom may turn off."""


@dataclass(frozen=True)
class Planted:
    """A case: ``number`` counts within its file, ``words`` are the keys of the case as they stand there."""

    code: str
    is_fault: bool
    number: int
    words: Tree

    @property
    def slug(self) -> str:
        return f"{self.code.lower()}-{'fault' if self.is_fault else 'clean'}-{self.number}"

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(language for language in LANGUAGES if language in self.words)

    def write(self, root: Path, number: int) -> None:
        """Write the case as a post of a newsroom; ``number`` tells it from all others."""
        own = {language: self._own(language) for language in self.languages}
        own[self.languages[0]] |= self.words.get("keys", {})
        texts = {f"body_{language}": self.words[language] for language in self.languages}
        write_post(root, number, slug=self.slug, languages=self.languages, **own, **texts)

    def _own(self, language: str) -> Tree:
        usual = _USUAL[language]
        return usual | {key: self.words[key][language] for key in usual if language in self.words.get(key, {})}


def read_cases() -> list[Planted]:
    """Every case of every file."""
    files = (path for path in sorted(FAULTS.glob("*.yml")) if path.stem not in _SURROUNDINGS)
    return [case for path in files for case in _cases(path)]


def _cases(path: Path) -> Iterator[Planted]:
    tree = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
    assert tree["rule"] == path.stem
    for name, is_fault in (("faults", True), ("clean", False)):
        for number, words in enumerate(tree[name], 1):
            yield Planted(path.stem, is_fault, number, words)


def write_cases(root: Path, cases: list[Planted]) -> Path:
    """A newsroom of all cases, listed, with a policy and a figure; everything else in it is sound."""
    listing = yaml.load((FAULTS / "listing.yml").read_bytes(), yaml.CBaseLoader)
    organization = configuration()["organization"] | {"listing": listing}
    write_newsroom(root, posts=0, organization=organization)
    policy = yaml.load((FAULTS / "policy.yml").read_bytes(), yaml.CBaseLoader)
    write_yaml(root / "policy.yml", policy)
    write_figure(root)
    for number, case in enumerate(cases, 1):
        case.write(root, number)
    return root


def findings(root: Path) -> Mapping[str, list[Problem]]:
    """What is found in each post of a newsroom, by its slug; what is found elsewhere, by its path."""
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in check(root):
        parts = problem.path.split("/")
        found[parts[3] if problem.path.startswith("content/posts/") else problem.path].append(problem)
    return found


def group_of(code: str) -> str:
    """The package that a rule lies in."""
    return JUDGED[code][1].__module__.rpartition(".")[0]
