"""Common words that British and American English spell differently, in lower case.

Words that one of the two has in both spellings, with two meanings, are left out: licence, practice, programme, metre,
tyre, cheque, storey, kerb, draught.
"""

from __future__ import annotations

from typing import Final

from newsroom.rules.word_lists import listed

_OUR: Final = listed(
    "colour favour honour labour neighbour behaviour harbour endeavour flavour rumour vapour "
    "humour savour vigour armour odour"
)
_RE: Final = listed("centre theatre fibre litre kilometre centimetre millimetre calibre lustre spectre")
_LL: Final = listed(
    "travelled travelling traveller travellers labelled labelling modelled modelling cancelled cancelling fuelled "
    "fuelling signalled signalling levelled levelling channelled channelling totalled totalling counsellor counsellors "
    "dialled dialling"
)
_OTHERS: Final = {
    "defence": "defense",
    "offence": "offense",
    "catalogue": "catalog",
    "catalogues": "catalogs",
    "analyse": "analyze",
    "analysed": "analyzed",
    "analysing": "analyzing",
    "grey": "gray",
    "aluminium": "aluminum",
    "fulfil": "fulfill",
    "fulfilment": "fulfillment",
    "enrol": "enroll",
    "enrolment": "enrollment",
    "skilful": "skillful",
    "jewellery": "jewelry",
    "plough": "plow",
    "sulphur": "sulfur",
    "ageing": "aging",
    "cosy": "cozy",
    "sceptical": "skeptical",
    "manoeuvre": "maneuver",
}
_STEMS_OF_VERBS: Final = listed(
    "organ recogn real optim minim maxim modern priorit util final emphas standard special digit summar author "
    "commercial capital stabil mobil central harmon normal local"
)
_ENDINGS: Final = ("e", "es", "ed", "ing", "ation", "ations")
_ENDINGS_OF_OUR: Final = ("", "s", "ed", "ing", "able", "al", "hood", "ful", "ite", "ites")


def _ending(ending: str) -> frozenset[str]:
    return frozenset(f"{stem}{ending}{rest}" for stem in _STEMS_OF_VERBS for rest in _ENDINGS)


BRITISH: Final = frozenset(
    (
        *(f"{word}{ending}" for word in _OUR for ending in _ENDINGS_OF_OUR),
        *(f"{word}{ending}" for word in _RE for ending in ("", "s", "d")),
        *_LL,
        *_OTHERS,
    )
)
AMERICAN: Final = frozenset(
    (
        *(f"{word.replace('our', 'or')}{ending}" for word in _OUR for ending in _ENDINGS_OF_OUR),
        *(f"{word[:-2]}er{ending}" for word in _RE for ending in ("", "s", "ed")),
        *(word.replace("ll", "l") for word in _LL),
        *_OTHERS.values(),
    )
)
ENDING_IN_ISE: Final = _ending("is")
ENDING_IN_IZE: Final = _ending("iz")
