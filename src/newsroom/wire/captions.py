"""What goes with pictures in a press kit: caption, credit and terms of use of each, as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from newsroom.model.post import Picture
from newsroom.pages.writing import Hand
from newsroom.wire.characters import sound


def captions(hand: Hand, pictures: Mapping[str, Picture], others: Iterable[str] = ()) -> bytes:
    """The words of pictures by the names of their files, then the names of ``others``, which stand in a text."""
    blocks = [hand.words.captions]
    blocks += ["\n".join((name, *_words(hand, picture))) for name, picture in sorted(pictures.items())]
    blocks += [f"{name}\n{hand.words.picture_in_text}" for name in sorted(others)]
    return sound("\n\n".join(blocks) + "\n").encode()


def _words(hand: Hand, picture: Picture) -> Iterator[str]:
    words, language = hand.words, hand.language
    yield hand.file(picture)
    if picture.caption[language]:
        yield picture.caption[language]
    said = (
        (words.picture_described, picture.alt),
        (words.credit, picture.credit),
        (words.licence, picture.licence),
    )
    yield from (f"{name}: {value[language]}" for name, value in said if value[language])
