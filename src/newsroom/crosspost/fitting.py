"""As much of a post as a network takes: nothing is cut but between words, and never inside a figure or a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newsroom.networks.network import Draft, Network
from newsroom.prose.groups import groups

CUT: Final = "..."
"""Three full stops: on X an ellipsis weighs two."""
SENTENCE_ENDS: Final = (".", "!", "?", "؟")
WORTH_ENDING: Final = 0.5
"""Of the words that fit, at least so many have to be whole sentences, or the text is cut inside one."""
_JOINED: Final = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True)
class Material:
    """What there is to say, the most important first: ``paragraphs`` and then ``facts``, a line each, of clean text.

    ``names`` are those of people and of the organisation: they stay whole. ``notice`` is said below the first paragraph
    whatever else is left out. Hashtags are without their sign.
    """

    paragraphs: tuple[str, ...]
    facts: tuple[str, ...]
    hashtags: tuple[str, ...]
    link: str
    names: tuple[str, ...] = ()
    notice: str = ""

    def draft(self, paragraphs: Sequence[str], facts: Sequence[str] = (), hashtags: tuple[str, ...] = ()) -> Draft:
        """What is said of these parts."""
        first, rest = paragraphs[:1], paragraphs[1:]
        said = (*first, self.notice, *rest, "\n".join(facts))
        return Draft("\n\n".join(filter(None, said)), hashtags, self.link)


def fitted(material: Material, network: Network) -> Draft | None:
    """The fullest draft that a network takes, if it takes any.

    Hashtags go first, then facts, then paragraphs from the last word.
    """
    return next(filter(network.fits, _drafts(material, network)), None)


def _drafts(material: Material, network: Network) -> Iterator[Draft]:
    """Drafts, the fullest first."""
    paragraphs, hashtags = material.paragraphs, material.hashtags[: network.hashtags]
    for number in range(len(material.facts), -1, -1):
        for kept in range(len(hashtags), -1, -1):
            yield material.draft(paragraphs, material.facts[:number], hashtags[:kept])
    for number in range(len(paragraphs), 0, -1):
        yield from _cut(paragraphs[:number], material, network)
        if number > 1:
            yield from (
                material.draft(paragraphs[: number - 1], (), hashtags[:kept]) for kept in range(len(hashtags), -1, -1)
            )


def _cut(paragraphs: Sequence[str], material: Material, network: Network) -> Iterator[Draft]:
    """A draft whose last paragraph ends where it must, if one of its words fits."""
    *before, last = paragraphs
    parts = parts_of(last, material.names)

    def draft(words: str) -> Draft:
        return material.draft((*before, words))

    most = _most(len(parts) - 1, lambda number: network.fits(draft(_ended(parts[:number]))))
    ends = [number for number in range(1, most + 1) if parts[number - 1].endswith(SENTENCE_ENDS)]
    if ends and ends[-1] >= most * WORTH_ENDING:
        yield draft(" ".join(parts[: ends[-1]]))
    elif most:
        yield draft(_ended(parts[:most]))


def parts_of(text: str, names: Sequence[str]) -> list[str]:
    """A text in parts that stay whole; joined by spaces they are the text."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = text.replace(name, name.replace(" ", _JOINED + "\0"))
    return [part.replace(_JOINED + "\0", " ") for part in groups(text)]


def _ended(parts: Sequence[str]) -> str:
    return " ".join(parts).rstrip(",،;؛:.–—- ") + CUT


def _most(number: int, fits: Callable[[int], bool]) -> int:
    """The most of a number that fits, where fewer always fit if more do; 0 where none does."""
    least = 0
    while least < number:
        middle = (least + number + 1) // 2
        if fits(middle):
            least = middle
        else:
            number = middle - 1
    return least
