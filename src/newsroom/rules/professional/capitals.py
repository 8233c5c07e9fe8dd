"""What capitals stand for: abbreviations that everybody knows, the newsroom's own, and words that are shouted."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from newsroom.model.organization import Organization
from newsroom.model.standards import Standards

_KNOWN: Final = """
    AGM EGM CEO CFO COO CTO CIO CHRO MD VP HR IT PR AI TV PC ID OK PDF URL FAQ USB GPS QR SMS LED LNG LPG CNG
    CCTV DNA DVD HTML HTTP HTTPS API RSS ATM PIN SIM VIP MBA PHD BSC MSC BA MA CV PS RSVP NB ETC AKA AM PM AD BC
    BCE CE GMT UTC EST CET GST UN EU UK US USA UAE GCC KSA MENA OPEC NATO UNESCO UNICEF WHO WTO IMF FAO UNDP ILO
    IMO IATA ICAO FIFA OECD ASEAN BBC CNN AFP UNEP IAEA INTERPOL NASA NASDAQ NYSE FTSE IBM HSBC KPMG PWC DHL BMW
    BP ISO IEC ITU IEEE IFRS IAS GAAP EBITDA EBIT GDP VAT IPO ESG CSR NGO SME SMES ROI EPS FY YTD KPI KPIS LLC
    PLC SAOG SAOC SPC INC LTD CO OMR USD EUR GBP AED SAR QAR KWD BHD INR JPY CNY CHF EGP JOD TRY RO MSX R&D SOS
    COVID HIV AIDS KM KG MW GW KW KWH MWH GWH MV PNG JPG JPEG GIF SVG CSV XML JSON ZIP
"""
WELL_KNOWN: Final = frozenset(_KNOWN.split())
"""What a reader of business news in the Gulf meets every week."""

_OFTEN_SHOUTED: Final = """
    WE DID US THE AND NOT NOW NEW YOU YOUR OUR ALL FOR WITH THIS THAT FROM MORE MOST BEST BIG HUGE FREE VERY ONLY EVER
    NEVER MUST WILL CAN HAVE HAS ARE WAS FIRST LAST NEXT TODAY OPEN FAST GREAT GOOD HIGH LOW TOP WIN WINS WON UP
    DOWN OUT ON OFF IN IS IT AT BY BE NO YES SAFE TRUE REAL FULL HALF BOTH EVERY EACH WHY HOW WHAT WHEN WHO STOP
    READ JOIN CALL HERE NEWS SALE DEAL LIVE JUST EVEN ALSO MADE MAKE TIME YEAR WORLD TEAM HOT COLD LATE SOON
    SOAR SOARS SURGE JUMP JUMPS LEAP LEAPS BOOM RISE RISES GROW GROWS GROWTH LOVE HAPPY
    LESS PLUS MEGA SUPER WOW THANK THANKS LARGE LARGEST RECORD SUCCESS BREAKING URGENT PROUD ALERT EXCLUSIVE
"""
ORDINARY: Final = frozenset(_OFTEN_SHOUTED.split())

_OF_ERRORS: Final = """
    EACCES EADDRINUSE EAGAIN EBADF EBUSY ECONNABORTED ECONNREFUSED ECONNRESET EEXIST EFAULT EFBIG EHOSTUNREACH EINTR
    EINVAL EIO EISDIR ELOOP EMFILE EMLINK ENAMETOOLONG ENETUNREACH ENFILE ENODEV ENOENT ENOEXEC ENOMEM ENOSPC ENOSYS
    ENOTCONN ENOTDIR ENOTEMPTY ENOTSUP EPERM EPIPE ERANGE EROFS ETIMEDOUT
"""
_ERRORS: Final = frozenset(_OF_ERRORS.split())
"""The errors that programs tell people of most (https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/errno.h.html)."""
_CODE_NEAR: Final = re.compile(
    r"\b(?:error|errno|exception|signal|status|constant|macro|flag)s?\b|(?:ال|لل)?(?:خطأ|الخطإ|أخطاء|استثناء)(?!\w)",
    re.IGNORECASE,
)
_SHIP_BEFORE: Final = re.compile(
    r"(?:\b(?:vessels?|ships?|tankers?|carriers?|ferry|freighter|MV|M/V)|"
    r"(?<!\w)[وفبلك]?(?:ال|لل)?(?:سفينة|ناقلة|عبارة|باخرة)(?:\sال\w+)?)\s[«\"“]?(?:[A-Z]+\s)*$",
    re.IGNORECASE,
)
_NEAR: Final = 28
"""Letters beside a word in which it is told what it is."""

_INITIAL: Final = re.compile(r"(?<![A-Za-z])[A-Z]")
_IN_CAPITALS: Final = re.compile(r"(?<!\w)[A-Z]{2,}(?!\w)")


def of_standards(standards: Standards) -> frozenset[str]:
    """The newsroom's own: the symbol, the initials of the exchange, and what its names have in capitals."""
    return _of_organization(standards.organization) if standards.organization else frozenset()


@lru_cache(maxsize=4)
def _of_organization(organization: Organization) -> frozenset[str]:
    names = {organization.name.en, organization.short_name.en, organization.name.ar, organization.short_name.ar}
    known = {word for name in names for word in _IN_CAPITALS.findall(name)} | {initials_of(organization.name.en)}
    if organization.listing:
        listing = organization.listing
        known |= {listing.symbol.upper(), initials_of(listing.exchange.en), (listing.market or "").upper()}
    return frozenset(known)


def initials_of(words: str) -> str:
    """The capitals that begin words: *Muscat Stock Exchange* gives MSE."""
    return "".join(_INITIAL.findall(words))


def is_an_ordinary_word(word: str, text: str) -> bool:
    """Whether a word in capitals is no abbreviation: it is a common one, or is written small elsewhere in the text."""
    if word in ORDINARY and len(word) > 2:
        return True
    return len(word) > 3 and re.search(rf"(?<!\w){word.lower()}(?!\w)", text) is not None


def is_a_code(word: str, place: re.Match[str]) -> bool:
    """Whether a word in capitals is what a program calls an error: by its name, or where one speaks of errors."""
    if word in _ERRORS:
        return True
    text, start, end = place.string, place.start(), place.end()
    return word.startswith("E") and any(
        map(_CODE_NEAR.search, (text[max(0, start - _NEAR) : start], text[end : end + _NEAR]))
    )


def is_a_name(place: re.Match[str]) -> bool:
    """Whether what stands in capitals is the name of a ship."""
    return _SHIP_BEFORE.search(place.string, max(0, place.start() - _NEAR), place.start()) is not None


def is_roman(word: str) -> bool:
    """Whether a word may be a number in Roman letters."""
    return not set(word) - set("IVXLC")
