"""The HTML of a text, made fit to stand anywhere: in a reader of feeds, an agency's system, another site.

What may stand there is listed; all else goes. Its words stay, a film or a frame leaves a link to itself, and where
something that can be seen had to be left out, a closing sentence leads to the page that has it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from lxml import etree

from newsroom.model.language import Language, direction
from newsroom.prose.absolute import LINKED, SHOWN, absolute, absolute_set
from newsroom.prose.carried import BLOCKS, CARRIED, EMBEDDED, EVERYWHERE, SEEN, UNSEEN
from newsroom.prose.fragments import is_deep, parse, write
from newsroom.prose.legibility import legible

_HOLD_PARAGRAPHS: Final = frozenset({"body", "div", "section", "article", "aside", "figure", "blockquote"})
_MOST_READINGS: Final = 10
_USUAL: Final = ("class", "id", "tabindex", "loading")
"""What our Markdown gives to many elements: taken from all of them at once, which is quicker."""

_UNWRAPPED: Final = "unwrapped"
_DROPPED: Final = "dropped"


def portable(html: str, page: str, language: Language, notice: str) -> etree._Element:
    """A text as it may stand anywhere, its language and direction on its outermost element, which is given.

    ``page`` is the absolute address of the page on which the text stands, ``notice`` a sentence in the text's language
    that says that there is more to see there. To carry what is portable already changes nothing. Never raises.
    """
    carrying = _Carrying(page)
    root = carrying.out_of(html, language)
    if carrying.left_out:
        link = etree.SubElement(etree.SubElement(root, "p"), "a", {"href": absolute(page, page) or page})
        link.text = notice
    return root


class _Carrying:
    """One text on its way out; ``left_out`` when something that can be seen did not come along."""

    def __init__(self, page: str) -> None:
        self.left_out = False
        self._page = page
        self._changed = False

    def out_of(self, html: str, language: Language) -> etree._Element:
        """The outermost element of a text, with nothing in it that cannot be carried.

        What is taken out of a tree may leave one that reads otherwise when it is written; so it is read again, until
        there is nothing to be done.
        """
        for _ in range(_MOST_READINGS):
            root = _outermost(parse(html), language)
            if is_deep(root):
                break
            if not self._clean(root):
                return root
            html = write(root)
        return self._words_alone(root, language)

    def _words_alone(self, root: etree._Element, language: Language) -> etree._Element:
        """A text without any marks: what becomes of one that nobody could have meant."""
        self.left_out = True
        etree.strip_elements(root, *SEEN, *UNSEEN, with_tail=False)
        paragraph = parse("<p></p>")
        paragraph[0].text = legible(" ".join("".join(root.itertext()).split()))
        return _outermost(paragraph, language)

    def _clean(self, root: etree._Element) -> bool:
        """Take out what cannot be carried, and say whether the tree is another now."""
        self._changed = False
        self._link_embedded(root)
        self._leave_out(root)
        etree.strip_attributes(root, *_USUAL)
        for element in root.iterdescendants():
            tag = element.tag
            if tag not in CARRIED:
                self._loosen(element)
            elif tag in _NEEDS or not EVERYWHERE.issuperset(element.keys()):
                self._clean_attributes(element)
        if self._changed:
            etree.strip_elements(root, _DROPPED, with_tail=False)
            etree.strip_tags(root, _UNWRAPPED)
        return self._changed

    def _link_embedded(self, root: etree._Element) -> None:
        outer = [each for each in root.iter(*EMBEDDED) if next(each.iterancestors(*EMBEDDED), None) is None]
        for element in outer:
            address = self._address_of(element)
            if address:
                _become_link(element, address)
                self._changed = True

    def _address_of(self, element: etree._Element) -> str | None:
        """Where that stands which an element shows."""
        for each in (element, *element.iterchildren("source")):
            target = each.get("src") or each.get("data")
            if target:
                return absolute(target, self._page, SHOWN)
        return None

    def _leave_out(self, root: etree._Element) -> None:
        seen = next(root.iter(*SEEN), None) is not None
        if seen or next(root.iter(*UNSEEN), None) is not None:
            etree.strip_elements(root, *SEEN, *UNSEEN, with_tail=False)
            self.left_out = self.left_out or seen
            self._changed = True

    def _loosen(self, element: etree._Element) -> None:
        hidden = "hidden" in element.attrib
        self._retag(element, _DROPPED if hidden else "div" if element.tag in BLOCKS else _UNWRAPPED)
        element.attrib.clear()

    def _retag(self, element: etree._Element, tag: str) -> None:
        element.tag = tag
        self._changed = True

    def _clean_attributes(self, element: etree._Element) -> None:
        if "hidden" in element.attrib:
            self._retag(element, _DROPPED)
            return
        allowed = CARRIED[str(element.tag)]
        for name, value in element.items():
            carried = value if name in EVERYWHERE or name in allowed else None
            if carried is not None and name in _ADDRESSES:
                carried = _ADDRESSES[name](value, self._page)
            if carried is None:
                del element.attrib[name]
            elif carried != value:
                element.set(name, carried)
        if element.tag in _NEEDS:
            _NEEDS[str(element.tag)](self, element)

    def _need_target(self, element: etree._Element) -> None:
        """A link that leads nowhere is its words."""
        if "href" not in element.attrib:
            self._retag(element, _UNWRAPPED)

    def _need_picture(self, element: etree._Element) -> None:
        """A picture that cannot be carried is the words for it."""
        if "src" not in element.attrib:
            element.text = legible(element.get("alt", ""))
            element.attrib.clear()
            self._retag(element, _UNWRAPPED)
            self.left_out = True


_NEEDS: Final[Mapping[str, Callable[[_Carrying, etree._Element], None]]] = {
    "a": _Carrying._need_target,
    "img": _Carrying._need_picture,
}
"""Elements that are nothing without a certain attribute."""

_ADDRESSES: Final[Mapping[str, Callable[[str, str], str | None]]] = {
    "href": lambda address, page: absolute(address, page, LINKED),
    "src": lambda address, page: absolute(address, page, SHOWN) if address.strip() else None,
    "cite": lambda address, page: absolute(address, page, SHOWN),
    "srcset": absolute_set,
}


def _outermost(body: etree._Element, language: Language) -> etree._Element:
    """The element that says a text's language and direction: the one that is there, or the body made one."""
    own: dict[str, str] = {"lang": language, "dir": direction(language)}
    if len(body) == 1 and not (body.text or "").strip() and not (body[0].tail or "").strip():
        child = body[0]
        if (child.tag, dict(child.attrib)) == ("div", own):
            return child
    body.tag = "div"
    body.attrib.clear()
    body.attrib.update(own)
    return body


def _become_link(element: etree._Element, address: str) -> None:
    """Make a link of what is shown at an address, in a paragraph of its own where it stood by itself."""
    words = element.get("title") or element.get("aria-label") or address
    parent = element.getparent()
    element.clear(keep_tail=True)
    if parent is not None and parent.tag in _HOLD_PARAGRAPHS:
        element.tag = "p"
        element = etree.SubElement(element, "a")
    element.tag = "a"
    element.set("href", address)
    element.text = legible(words)
