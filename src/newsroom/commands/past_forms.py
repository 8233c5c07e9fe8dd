"""The past of a post as people read it, and as JSON."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from newsroom.commands.history import Past, in_zone, sentence
from newsroom.commands.past import Face, Period, Reason, Shown
from newsroom.model.language import Language, Localized

_REASONS: Final[Mapping[Reason, Localized[str]]] = {
    "absent": Localized("لم يكن في المستودع", "it was not in the repository"),
    "broken": Localized("كانت فيه أخطاء توقف البناء", "it had errors that stop a build"),
    "withheld": Localized("كان محجوبًا (pubstatus: withheld)", "it was withheld (pubstatus: withheld)"),
    "unapproved": Localized("لم تكتمل موافقاته", "it lacked consent that it needed"),
    "unjudged": Localized(
        "لا يُعرف من هذه النسخة هل اكتملت موافقاته", "whether it had the consent that it needed, this clone cannot tell"
    ),
    "unreleased": Localized("لم يحن موعد نشره", "its release was still to come"),
    "never": Localized("سُحب قبل موعد نشره", "it was withdrawn before its release"),
}
_NOT_PUBLIC: Final = Localized("لم يكن منشورًا: {reason}", "not public: {reason}")
_NOW: Final = Localized("الآن", "now")
_NOT_THERE: Final = Localized("لم يكن المنشور موجودًا بعد", "the post was not there yet")
_NOT_SURE: Final = Localized("غير مؤكد", "not sure")
_FORMERLY: Final = Localized("وكان: {folders}", "formerly {folders}")
_UNCOMMITTED: Final = Localized(
    "لم يودَع، وما يلي من دونه: {path}", "not committed, and what follows is told without it: {path}"
)
_CORRECTION: Final = Localized("تصويب في {date}: {text}", "correction of {date}: {text}")
_WITHDRAWN: Final = Localized("سُحب في {date}: {text}", "withdrawn on {date}: {text}")


def as_text(past: Past, language: Language, *, with_words: bool) -> str:
    """For people, in their language, a period a paragraph; ``with_words`` tells the texts in full."""
    periods = (block for period in past.periods for block in ("", *_period(period, past, language, with_words)))
    lines = (*_head(past, language), *periods, *(() if past.periods else ("", _NOT_THERE[language])))
    return "".join(f"{line}\n" for line in lines)


def as_json(past: Past, _: Language, *, with_words: bool) -> str:
    """For programs: instants in the newsroom's zone, both languages."""
    record = {
        "id": past.id,
        "folders": past.folders,
        "periods": [_period_record(period, past, with_words) for period in past.periods],
        "doubts": [
            {
                "reason": each.reason,
                "commit": each.commit,
                "since": in_zone(each.since, past.zone),
                "until": in_zone(each.until, past.zone),
            }
            for each in past.doubts
        ],
        "uncommitted": past.uncommitted,
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _head(past: Past, language: Language) -> Iterator[str]:
    newest, *before = (folder.removeprefix("posts/") for folder in past.folders)
    formerly = _FORMERLY[language].format(folders=", ".join(before)) if before else ""
    yield "  ".join(filter(None, (newest, past.id, formerly)))
    for doubt in past.doubts:
        yield f"{_NOT_SURE[language]}: {sentence(doubt, language, past.zone)}"
    for path in past.uncommitted:
        yield _UNCOMMITTED[language].format(path=path)


def _period(period: Period, past: Past, language: Language, with_words: bool) -> Iterator[str]:  # noqa: FBT001 - handed on
    since, until = (_instant(each, past, language) for each in (period.since, period.until))
    yield f"{since} – {until}  {period.commit[:12]}"
    if not isinstance(period.shown, Shown):
        yield "  " + _NOT_PUBLIC[language].format(reason=_REASONS[period.shown][language])
        return
    yield from _notes(period.shown, past, language)
    for face in period.shown.faces:
        yield from _face(face, with_words=with_words)


def _instant(instant: datetime.datetime | None, past: Past, language: Language) -> str:
    if instant is None:
        return _NOW[language]
    told = in_zone(instant, past.zone)
    return told if past.is_sure(instant) else f"{told} ({_NOT_SURE[language]})"


def _notes(shown: Shown, past: Past, language: Language) -> Iterator[str]:
    for correction in shown.corrections:
        date, text = in_zone(correction.date, past.zone), _either(correction.text, language)
        yield "  " + _CORRECTION[language].format(date=date, text=text)
    if shown.withdrawal:
        date, text = in_zone(shown.withdrawal.date, past.zone), _either(shown.withdrawal.reason, language)
        yield "  " + _WITHDRAWN[language].format(date=date, text=text)


def _either(text: Localized[str], language: Language) -> str:
    """A text in a language, or in the only one that it has."""
    return text[language] or text.ar or text.en


def _face(face: Face, *, with_words: bool) -> Iterator[str]:
    yield f"  {face.language}  {face.title}".rstrip()
    if face.summary:
        yield f"      {face.summary}"
    yield f"      sha256 {face.digest}"
    if with_words and face.words.strip():
        yield from ("", face.words.strip())


def _period_record(period: Period, past: Past, with_words: bool) -> dict[str, Any]:  # noqa: FBT001 - handed on
    record = {
        "since": in_zone(period.since, past.zone),
        "until": in_zone(period.until, past.zone) if period.until else None,
        "sure": past.is_sure(period.since) and (period.until is None or past.is_sure(period.until)),
        "commit": period.commit,
        "public": isinstance(period.shown, Shown),
    }
    if not isinstance(period.shown, Shown):
        return {**record, "reason": period.shown}
    return {**record, **_shown_record(period.shown, past, with_words)}


def _shown_record(shown: Shown, past: Past, with_words: bool) -> dict[str, Any]:  # noqa: FBT001 - handed on
    withdrawal = shown.withdrawal
    return {
        "languages": {face.language: _face_record(face, with_words) for face in shown.faces},
        "corrections": [
            {"date": in_zone(each.date, past.zone), "text": _both(each.text)} for each in shown.corrections
        ],
        "withdrawal": withdrawal and {"date": in_zone(withdrawal.date, past.zone), "reason": _both(withdrawal.reason)},
    }


def _face_record(face: Face, with_words: bool) -> dict[str, str]:  # noqa: FBT001 - handed on
    words = {"text": face.words} if with_words else {}
    return {"title": face.title, "summary": face.summary, "digest": face.digest, **words}


def _both(text: Localized[str]) -> dict[str, str]:
    return {"ar": text.ar, "en": text.en}
