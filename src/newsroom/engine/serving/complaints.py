"""What is wrong, as a page of its own or at the foot of the page that it belongs to.

These pages are for whoever writes the newsroom, never for its readers: nothing here reaches a build.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from jinja2 import TemplateSyntaxError
from markupsafe import Markup

from newsroom.engine.templates import isolated
from newsroom.errors import NewsroomError, ProblemsFound
from newsroom.model.language import Language, Localized, direction
from newsroom.model.problem import Problem

_TITLE: Final = Localized("لا يمكن عرض الصفحة بعد", "The page cannot be shown yet")
_INTRODUCTION: Final = Localized(
    "أصلح ما يلي واحفظ الملف، فتعود الصفحة من نفسها.", "Mend this and save the file: the page comes back by itself."
)
_NOTICE: Final = Localized("تنبيهات على هذه الصفحة", "Warnings about this page")

_NOTHING: Final = Localized("", "")

_STYLE: Final = Markup(
    "<style>"
    ":root{color-scheme:light dark}"
    "body{margin:0 auto;padding:2rem 1.25rem;max-inline-size:46rem;font:1.0625rem/1.7 system-ui,sans-serif;"
    "overflow-wrap:anywhere}"
    "h1{font-size:1.4rem;line-height:1.4}"
    "ol{list-style:none;margin:1.5rem 0;padding:0}"
    "li{margin-block:1rem;padding:.75rem 1rem;border-inline-start:.25rem solid light-dark(#b3261e,#ffb4ab);"
    "background:light-dark(#f5f0ef,#2b2220)}"
    "li p{margin:.25rem 0}"
    "code{display:block;font:.9375rem/1.6 ui-monospace,monospace}"
    "</style>"
)
_PAGE: Final = Markup(
    '<!doctype html>\n<html lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n{style}\n</head>\n'
    "<body>\n<main>\n<h1>{title}</h1>\n<p>{introduction}</p>\n<ol>\n{entries}\n</ol>\n</main>\n</body>\n</html>\n"
)
_ENTRY: Final = Markup('<li><p><code dir="ltr">{place}</code> {code}</p><p>{what}</p><p>{mend}</p></li>')
_FOOT: Final = Markup(
    '<aside lang="{language}" dir="{direction}" style="padding:1rem;border-block-start:.25rem solid #b26a00;'
    'background:Canvas;color:CanvasText;font:1rem/1.7 system-ui,sans-serif;overflow-wrap:anywhere">'
    "<strong>{title}</strong><ul>{lines}</ul></aside>\n"
)


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something that is wrong: ``place`` is its path and line, or empty where it has none."""

    place: str
    code: str
    what: Localized[str]
    mend: Localized[str] = _NOTHING

    @classmethod
    def about(cls, problem: Problem) -> Complaint:
        """What a rule has found."""
        what, mend = (Localized(words("ar"), words("en")) for words in (problem.what, problem.mend))
        return cls(f"{problem.path}:{problem.line}", problem.rule.code, what, mend)

    def line_of_text(self, language: Language) -> str:
        """The complaint in a line, for a terminal."""
        joint = "؛ " if language == "ar" else "; "
        words = joint.join(filter(None, (self.what[language], self.mend[language])))
        return " ".join(filter(None, (self.place and f"{self.place}:", self.code, words)))


def complaints_of(error: BaseException, place: str = "") -> tuple[Complaint, ...]:
    """What an error means to whoever made it; ``place`` is the file that was at hand."""
    if isinstance(error, ProblemsFound):
        return tuple(map(Complaint.about, error.problems))
    if isinstance(error, NewsroomError):
        return (Complaint(place, "", Localized(error.sentence("ar"), error.sentence("en"))),)
    words = f"{type(error).__name__}: {error}"
    return (Complaint(_place_in_template(error) or place, "", Localized(words, words)),)


def page_of(complaints: Iterable[Complaint], language: Language) -> str:
    """A page that says what is wrong; it needs no other file."""
    entries = Markup("\n").join(
        _ENTRY.format(
            place=each.place,
            code=each.code,
            what=isolated(each.what[language], language),
            mend=isolated(each.mend[language], language),
        )
        for each in complaints
    )
    return _PAGE.format(
        language=language,
        direction=direction(language),
        title=_TITLE[language],
        introduction=_INTRODUCTION[language],
        style=_STYLE,
        entries=entries,
    )


def with_foot(html: str, lines: Sequence[str], language: Language) -> str:
    """A page with its warnings below, if it has any."""
    if not lines:
        return html
    items = Markup().join(Markup('<li><bdi dir="auto">{}</bdi></li>').format(line) for line in lines)
    foot = _FOOT.format(language=language, direction=direction(language), title=_NOTICE[language], lines=items)
    before, end, after = html.rpartition("</body>")
    return f"{before}{foot}{end}{after}"


def _place_in_template(error: BaseException) -> str:
    """The path and line of the template in which an error arose, or empty."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    frames = reversed(traceback.extract_tb(error.__traceback__))
    return next((f"{frame.filename}:{frame.lineno}" for frame in frames if frame.filename.endswith(".html")), "")
