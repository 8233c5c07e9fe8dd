"""What the rules on links and on pictures share: what one text points to and the other does not."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.model.problem import Problem, Rule
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings
from newsroom.rules.parity.disagreement import of_texts
from newsroom.rules.parity.facts import is_older
from newsroom.rules.parity.pairs import are_both
from newsroom.rules.parity.targets import TargetKind, language_pairs, missing, targets
from newsroom.rules.texts import texts_of


def absent(rule: Rule, kind: TargetKind, content: Content, wordings: Wordings) -> Iterator[Problem]:
    """A problem for each target of one text that the other lacks, but for an older text's: it may lack what is new."""
    if not are_both(wordings):
        return
    found = {text.language: list(targets(text, wordings[text.language])) for text in texts_of(content)}
    for mine, other in language_pairs():
        if not is_older(content, other):
            for target in missing(kind, found[mine], found[other]):
                values = {"target": target.written} | of_texts(mine)
                yield Problem(rule, wordings[mine].document.name, target.line, values)
