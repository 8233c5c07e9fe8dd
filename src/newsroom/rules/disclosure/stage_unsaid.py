"""Results do not say how far they have come; or initial ones do not tell readers so in each language.

Shareholders must not take figures that the board has yet to approve for final ones: initial results say that they are
initial and that the board has not approved them, in every language. Bad: ``type: results`` without ``stage``; or
``stage: initial`` and a text that calls the figures *unaudited* and no more. Good: *These results are initial and
unaudited, and the board of directors has not yet approved them.* «هذه نتائج أولية غير مدققة ولم يعتمدها مجلس الإدارة».
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsroom.model.language import Localized
from newsroom.model.problem import Problem, Rule
from newsroom.model.standards import Standards
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wording, Wordings
from newsroom.rules.disclosure.obligations import lead_document, results_post
from newsroom.rules.disclosure.stage_sayings import INITIAL, UNAPPROVED, sentences

RULE: Final = Rule(
    "NR723",
    "error",
    what=Localized("{missing_ar}", "{missing}"),
    mend=Localized(
        "اكتب stage (initial أو reviewed أو audited)؛ وقل عن الأولية في كل لغة: نتائج أولية لم يعتمدها مجلس الإدارة",
        "write stage (initial, reviewed or audited); of initial results say in each language that they are initial"
        " and not approved by the board",
    ),
    addressee="finance",
)
_NO_STAGE: Final = {"missing": "the results have no stage", "missing_ar": "النتائج بلا مرحلة"}
_NOT_INITIAL: Final = {
    "missing": "nothing says here that these results are initial",
    "missing_ar": "ليس في هذا النص أن النتائج أولية",
}
_NOT_UNAPPROVED: Final = {
    "missing": "nothing says here that the board has not approved these initial results",
    "missing_ar": "ليس في هذا النص أن مجلس الإدارة لم يعتمد هذه النتائج الأولية",
}


def check(content: Content, wordings: Wordings, standards: Standards) -> Iterator[Problem]:
    """Results without a stage, and each language in which initial ones do not say what they are."""
    post = results_post(content, standards)
    if post and post.stage is None:
        document = lead_document(wordings)
        yield Problem(RULE, document.name, document.line_of("type"), _NO_STAGE)
    elif post and post.stage == "initial":
        for wording in wordings.values():
            yield from _unsaid(wording)


def _unsaid(wording: Wording) -> Iterator[Problem]:
    said = [sentence for passage in wording.passages for sentence in sentences(passage)]
    for saying, values in ((INITIAL, _NOT_INITIAL), (UNAPPROVED, _NOT_UNAPPROVED)):
        if not any(map(saying[wording.language].stands_in, said)):
            yield Problem(RULE, wording.document.name, wording.document.line_of("title"), values)
            return
