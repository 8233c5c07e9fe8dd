"""What was found of something that was verified, in a few sentences for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final

from newsroom.commands.verify import Finding, Origin
from newsroom.model.language import Language, Localized
from newsroom.model.problem import printable
from newsroom.signatures.openssh import Outcome as Judgement

VERSION: Final = 1
"""Of the JSON: another number tells whoever reads it that a key has gone or means something else."""
MOST: Final = 20
"""Paths of a site that are told to people; programs are told all."""

_VERIFIED: Final = Localized(
    "تحقّق: {what} هو ما نشره {site}، وهو في {address} منذ {since}",
    "verified: {what} is what {site} published; it has stood at {address} since {since}",
)
_VERIFIED_SITE: Final = Localized(
    "تحقّق: كل ما في {what} هو ما نشره {site}، ولم يتغير منه شيء منذ {since}",
    "verified: all of {what} is what {site} published; nothing in it has changed since {since}",
)
_FAILED: Final[Mapping[str, Localized[str]]] = {
    "altered": Localized(
        "ليس {what} ما نشره {site}: المنشور في {address} منذ {since} غيره",
        "{what} is not what {site} published: it has other bytes at {address} since {since}",
    ),
    "unknown": Localized(
        "ليس {what} مما نشره {site}: لا مثيل له في بيان {published}",
        "{what} is not what {site} published: its manifest of {published} has nothing of the kind",
    ),
    "elsewhere": Localized(
        "عنوان {what} ليس من عناوين {site}، وإن عرض بيانه",
        "{what} is at an address that is not of {site}, whose manifest it shows",
    ),
    "site": Localized(
        "ليس {what} كما نشره {site} في {published}؛ والملفات المختلفة أو الناقصة أو الزائدة:",
        "{what} is not as {site} published it on {published}; these files are others, missing or more:",
    ),
}
_UNSIGNED: Final[Mapping[Judgement, Localized[str]]] = {
    "broken": Localized(
        "لا شيء يشهد لـ {what}: التوقيع ليس توقيع هذا البيان، فقد غُيّر أحدهما",
        "nothing vouches for {what}: the signature is not that of this manifest; one of the two was changed",
    ),
    "unknown": Localized(
        "لا شيء يشهد لـ {what}: وُقّع البيان بمفتاح ليس من مفاتيح {site} المعروفة",
        "nothing vouches for {what}: the manifest is signed with a key that is not among those known of {site}",
    ),
    "expired": Localized(
        "لا شيء يشهد لـ {what}: وُقّع البيان بمفتاح لم يعد {site} يستعمله",
        "nothing vouches for {what}: the manifest is signed with a key that {site} uses no longer",
    ),
}
_SIGNED: Final = Localized(
    "بيان {published}، موقّع بالمفتاح {key}", "by the manifest of {published}, signed with the key {key}"
)
_ORIGINS: Final[Mapping[Origin, Localized[str]]] = {
    "given": Localized("المفتاح من الملف الذي سمّيته بالخيار --signers", "the key is in the file that --signers names"),
    "newsroom": Localized("المفتاح مذكور في newsroom.yml هنا", "the key is one of those in newsroom.yml here"),
    "site": Localized(
        "لا يشهد لهذا المفتاح إلا الموقع نفسه؛ قارنه بما لديك من مصدر آخر",
        "only the site itself says that this key is its own; compare it with what you have from elsewhere",
    ),
}


def as_lines(found: Finding, language: Language) -> Iterator[str]:
    """The finding for people, a sentence a line."""
    values = _values(found)
    yield _verdict(found)[language].format(**values)
    yield from (f"  {printable(path)}" for path in found.amiss[:MOST])
    if len(found.amiss) > MOST:
        yield f"  … +{len(found.amiss) - MOST}"
    if found.outcome != "unsigned":
        yield _SIGNED[language].format(**values)
        yield _ORIGINS[found.origin][language]


def as_json(found: Finding) -> str:
    """The finding for programs."""
    manifest = found.manifest
    said = {
        "version": VERSION,
        "verified": found.is_verified,
        "outcome": found.outcome,
        "what": found.what,
        "published": [{"address": address, "since": since.isoformat()} for address, since in found.entries],
        "amiss": list(found.amiss),
        "site": manifest.address,
        "manifest": {"published": manifest.published.isoformat(), "commit": manifest.commit, "digest": manifest.digest},
        "signature": found.judgement,
        "key": found.key or None,
        "keys_from": found.origin,
    }
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _verdict(found: Finding) -> Localized[str]:
    if found.outcome == "verified":
        return _VERIFIED_SITE if found.entries and found.entries[0][0] == found.manifest.address else _VERIFIED
    if found.outcome == "unsigned":
        return _UNSIGNED.get(found.judgement, _UNSIGNED["unknown"])
    return _FAILED["site" if found.amiss else found.outcome]


def _values(found: Finding) -> dict[str, str]:
    address, since = found.entries[0] if found.entries else ("", None)
    return {
        "what": printable(found.what),
        "site": found.manifest.address,
        "address": address,
        "since": since.isoformat() if since else "",
        "published": found.manifest.published.isoformat(),
        "key": found.key,
    }
