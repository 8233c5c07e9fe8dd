"""The W3C feed validator's errors and warnings that could befall us, as its documentation describes them.

https://validator.w3.org/feed/docs/. The validator itself is in no registry, so these are checks of our own after its
pages. They do not cover what it finds by fetching (redirects, media types of answers), its strict parse of the HTML in
items, which the Nu checker does for our pages, nor namespaces that we do not use. Of one warning we know and keep it:
an Atom feed with a withdrawn post declares the namespace of tombstones (RFC 6721), which the validator does not know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml.etree import QName, _Element

from tests.readers.published import NAMES, Document, addresses_in, fragment, is_far, texts
from tests.readers.rss_rules import MARKUP, Faults, Rule

RELATIONS = {"self", "alternate", "enclosure", "hub", "current", "prev-archive", "next-archive", "related", "via"}
UUID = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
BAD = re.compile("[\x80-\x9f\N{REPLACEMENT CHARACTER}]")
"""Control characters that come of a wrong encoding, and the sign for one that could not be read."""

REPEATED = {f"{{{NAMES['atom']}}}link", f"{{{NAMES['atom']}}}author", f"{{{NAMES['atom']}}}category", "category"}
REPEATED |= {f"{{{NAMES['dc']}}}creator", "item", f"{{{NAMES['atom']}}}entry", f"{{{NAMES['at']}}}deleted-entry"}
"""Elements that may stand more than once in one parent; every other that we use may not."""

CONTENT = "//content:encoded | //atom:content[@type='html']"


def _atom_links(feed: Document, parents: str) -> Iterator[list[_Element]]:
    for parent in feed.root.xpath(parents, namespaces=NAMES):
        yield parent.findall("atom:link", NAMES)


def unknown_namespace(feed: Document) -> Faults:
    for element in feed.root.iter("*"):
        for prefix, space in element.nsmap.items():
            if space not in NAMES.values():
                yield f"{prefix}: {space}"


def nonstandard_prefix(feed: Document) -> Faults:
    for element in feed.root.iter("*"):
        yield from (
            f"{prefix}: {space}" for prefix, space in element.nsmap.items() if prefix and NAMES.get(prefix) != space
        )


def avoid_namespace_prefix_in_atom(feed: Document) -> Faults:
    if QName(feed.root).localname == "feed" and "atom" in feed.root.nsmap:
        yield "Atom stands in the default namespace"


def encoding_is_declared_as_utf_8(feed: Document) -> Faults:
    first = feed.file.read_bytes().splitlines()[0].lower()
    if not first.startswith(b"<?xml") or b"utf-8" not in first:
        yield first.decode()


def no_style_sheet_and_no_document_type(feed: Document) -> Faults:
    written = feed.file.read_bytes()
    if b"<?xml-stylesheet" in written or b"<!DOCTYPE" in written:
        yield "an instruction for browsers that no longer follow it"


def duplicate_element(feed: Document) -> Faults:
    for element in feed.root.iter("*"):
        counts = Counter(child.tag for child in element if child.tag not in REPEATED)
        yield from (str(tag) for tag, times in counts.items() if times > 1)


def misplaced_item(feed: Document) -> Faults:
    (head,) = feed.root.xpath("/rss/channel | /atom:feed", namespaces=NAMES)
    kinds = [QName(each).localname in ("item", "entry") for each in head if "deleted-entry" not in each.tag]
    if kinds != sorted(kinds):
        yield "something stands after the first item"


def invalid_urn(feed: Document) -> Faults:
    ids = texts(feed.root, "//guid | //atom:id | //at:deleted-entry/@ref")
    yield from (each for each in ids if not is_far(each) and not UUID.fullmatch(each))


def unregistered_link_relation(feed: Document) -> Faults:
    yield from set(texts(feed.root, "//atom:link/@rel")) - RELATIONS


def duplicate_atom_link(feed: Document) -> Faults:
    for links in _atom_links(feed, "//channel | //atom:feed | //atom:entry"):
        counts = Counter((link.get("rel"), link.get("type"), link.get("hreflang")) for link in links)
        yield from (str(kind) for kind, times in counts.items() if times > 1)


def address_is_incomplete(feed: Document) -> Faults:
    addresses = texts(feed.root, "//@href | //@url | //link[text()] | //atom:uri | //atom:logo | //atom:icon | //docs")
    yield from (each for each in addresses if not is_far(each))


def address_leads_nowhere(feed: Document) -> Faults:
    addresses = texts(feed.root, "//@href | //@url | //link[text()] | //atom:uri | //atom:logo | //atom:icon")
    yield from (each for each in addresses if feed.site.leads_nowhere(each))


def text_leads_nowhere(feed: Document) -> Faults:
    for html in texts(feed.root, CONTENT):
        yield from (each for each in addresses_in(html) if feed.site.leads_nowhere(each))


def length_is_a_whole_number(feed: Document) -> Faults:
    lengths = texts(feed.root, "//enclosure/@length | //atom:link/@length | //@fileSize | //@width | //@height")
    yield from (each for each in lengths if not each.isdecimal() or int(each) == 0)


def media_group_without_alternatives(feed: Document) -> Faults:
    for group in feed.root.iter(f"{{{NAMES['media']}}}group"):
        if len(group.findall("media:content", NAMES)) < 2:
            yield "a group of one"


def missing_current_in_archive(feed: Document) -> Faults:
    if feed.root.xpath("//fh:archive", namespaces=NAMES) and not texts(feed.root, "//atom:link[@rel='current']/@href"):
        yield "an archive without the live feed's address"


def contains_html(feed: Document) -> Faults:
    plain = "//channel/title | //channel/description | //copyright | //category | //atom:subtitle | //atom:rights"
    words = texts(feed.root, f"{plain} | //media:title | //media:description | //media:credit")
    yield from (each for each in words if MARKUP.search(each))


def bad_characters(feed: Document) -> Faults:
    yield from (str(element.tag) for element in feed.root.iter("*") if BAD.search(element.text or ""))


def security_risk_attribute(feed: Document) -> Faults:
    for html in texts(feed.root, CONTENT):
        names = {name for element in fragment(html).iter("*") for name in element.attrib}
        yield from (each for each in names if each.startswith(("aria-", "on")) or each in {"role", "style"})


def nothing_is_blank(feed: Document) -> Faults:
    for element in feed.root.iter("*"):
        words = (element.text or "").strip()
        if not len(element) and not words and not element.attrib and QName(element).localname != "archive":
            yield str(element.tag)


RULES: tuple[Rule, ...] = (
    unknown_namespace,
    nonstandard_prefix,
    avoid_namespace_prefix_in_atom,
    encoding_is_declared_as_utf_8,
    no_style_sheet_and_no_document_type,
    duplicate_element,
    misplaced_item,
    invalid_urn,
    unregistered_link_relation,
    duplicate_atom_link,
    address_is_incomplete,
    address_leads_nowhere,
    text_leads_nowhere,
    length_is_a_whole_number,
    media_group_without_alternatives,
    missing_current_in_archive,
    contains_html,
    bad_characters,
    security_risk_attribute,
    nothing_is_blank,
)
