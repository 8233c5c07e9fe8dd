"""A sentence put into a file in every form that a build can write, and in such as an attachment may have."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import quote
from xml.sax.saxutils import escape

import brotli
from fontTools.fontBuilder import FontBuilder
from icalendar import Calendar, Event
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from newsroom.search.pagefind import Record, index

Plant = Callable[[str], tuple[str, bytes]]
"""The path of a file, and its bytes with a sentence in them."""


def _page(words: str) -> bytes:
    return f"<!doctype html><html lang=ar><body><p>Before. {html.escape(words)} After.</p></body></html>".encode()


def _marked(words: str) -> bytes:
    """Every other word in an element of its own."""
    marked = " ".join(f"<em>{word}</em>" if place % 2 else word for place, word in enumerate(words.split()))
    return f"<p>Before. <b></b>{marked} After.</p>".encode()


def _wrapped(words: str) -> str:
    return "\n   ".join(words.split())


def _escaped_in_json(words: str) -> bytes:
    return json.dumps({"items": [{"content_html": f"<p>{html.escape(words)}</p>"}]}, ensure_ascii=True).encode()


def _feed(words: str) -> bytes:
    inner = escape(f"<p>Before.</p><p>{html.escape(words)}</p>")
    return f"<?xml version='1.0'?><rss><item><description>{inner}</description></item></rss>".encode()


def _calendar(words: str) -> bytes:
    calendar, event = Calendar(), Event()
    event.add("summary", f"Before. {words}")
    calendar.add_component(event)
    return calendar.to_ical()


def _zip(name: str, data: bytes, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as archive:
        archive.writestr("read-me.txt", "nothing")
        archive.writestr(name, data)
    return file.getvalue()


def _png(words: str, *, compressed: bool) -> bytes:
    said, file = PngInfo(), io.BytesIO()
    said.add_itxt("Description", words, zip=compressed)
    Image.new("RGB", (64, 64), (11, 85, 99)).save(file, "PNG", pnginfo=said)
    return file.getvalue()


def _photograph(form: str, words: str, tag: int, *, wide: bool = False) -> bytes:
    exif, file = Image.Exif(), io.BytesIO()
    exif[tag] = words.encode("utf-16-le") if wide else words.encode()
    Image.effect_noise((200, 200), 90).convert("RGB").save(file, form, exif=exif)
    return file.getvalue()


def _with_xmp(form: str, words: str) -> bytes:
    file = io.BytesIO()
    packet = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:title>{escape(words)}</dc:title></x:xmpmeta>".encode()
    Image.effect_noise((200, 200), 90).convert("RGB").save(file, form, xmp=packet)
    return file.getvalue()


def _with_iptc(words: str) -> bytes:
    """A caption of IPTC-IIM (2:120) in the block of a JPEG that Photoshop made for it."""
    said = words.encode()
    record = b"\x1c\x02\x78" + len(said).to_bytes(2, "big") + said
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(record).to_bytes(4, "big") + record
    picture = _photograph("JPEG", "nothing", 0x010E)
    return picture[:2] + b"\xff\xed" + (len(block) + 2).to_bytes(2, "big") + block + picture[2:]


def _pdf(words: str, *, deflated: bool) -> bytes:
    """A page whose text is set in pieces, as kerning does."""
    said = words.encode("utf-16-be")
    pieces = b" -20 ".join(b"<" + said[at : at + 6].hex().encode() + b">" for at in range(0, len(said), 6))
    content = b"BT /F1 12 Tf [" + pieces + b"] TJ ET"
    stream = zlib.compress(content) if deflated else content
    return b"%PDF-1.7\n4 0 obj\n<< /Length 99 >>\nstream\n" + stream + b"\nendstream\nendobj\n%%EOF\n"


def _pdf_title(words: str) -> bytes:
    said = b"\xfe\xff" + words.encode("utf-16-be")
    return b"%PDF-1.7\n1 0 obj\n<< /Title <" + said.hex().encode() + b"> >>\nendobj\n%%EOF\n"


def _letters(words: str, flavour: str) -> bytes:
    builder, file = FontBuilder(1000), io.BytesIO()
    builder.setupGlyphOrder([".notdef"])
    builder.setupCharacterMap({})
    builder.setupGlyf({".notdef": _no_shape()})
    builder.setupHorizontalMetrics({".notdef": (500, 0)})
    builder.setupHorizontalHeader()
    builder.setupNameTable({"familyName": {"en": "Sample"}, "description": {"en": words}})
    builder.setupOS2()
    builder.setupPost()
    builder.font.flavor = flavour
    builder.save(file)
    return file.getvalue()


def _no_shape() -> object:
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # noqa: PLC0415 - one use

    return TTGlyphPen(None).glyph()


def _search(words: str, ending: str) -> bytes:
    files = index([Record("/en/x/", f"Before. {words} After.", {"title": "x"})], "en")
    return next(data for path, data in files.items() if path.endswith(ending))


def _name(words: str) -> str:
    return "-".join(words.split()).strip(".").lower()


PLANTS: Final[Mapping[str, Plant]] = {
    "a page": lambda words: ("en/index.html", _page(words)),
    "words in elements of their own": lambda words: ("en/index.html", _marked(words)),
    "a page of long lines": lambda words: ("en/index.html", b"<p>" + _wrapped(words).encode() + b"</p>"),
    "an attribute": lambda words: ("en/index.html", f'<img alt="{html.escape(words)}">'.encode()),
    "a comment": lambda words: ("en/index.html", f"<!-- {words} -->".encode()),
    "capitals": lambda words: ("en/index.html", words.upper().encode()),
    "entities of numbers": lambda words: ("en/x.html", "".join(f"&#{ord(each)};" for each in words).encode()),
    "entities of hexadecimal": lambda words: ("en/x.html", "".join(f"&#x{ord(each):X};" for each in words).encode()),
    "a link with percents": lambda words: ("en/x.html", f'<a href="https://x.example/?t={quote(words)}">'.encode()),
    "percents twice over": lambda words: ("en/x.html", f'<a href="/?u={quote(quote(words))}">'.encode()),
    "JSON with escapes": lambda words: ("en/feed.json", _escaped_in_json(words)),
    "JSON in a page": lambda words: ("en/x.html", b"<script>" + _escaped_in_json(words) + b"</script>"),
    "a script": lambda words: ("en/x.js", json.dumps(words).encode()),
    "CDATA": lambda words: ("en/x.xml", f"<a><![CDATA[<p>{words}</p>]]></a>".encode()),
    "a feed": lambda words: ("en/feed.xml", _feed(words)),
    "a calendar": lambda words: ("en/calendar.ics", _calendar(words)),
    "plain text": lambda words: ("en/post.txt", words.encode()),
    "a table": lambda words: ("en/x.csv", b"\xef\xbb\xbf" + f'date,"{words}"\r\n'.encode()),
    "UTF-16": lambda words: ("en/x.txt", words.encode("utf-16")),
    "UTF-16 without a mark": lambda words: ("en/x.txt", words.encode("utf-16-be")),
    "a packed page": lambda words: ("en/x.html.gz", gzip.compress(_page(words))),
    "a page packed by brotli": lambda words: ("en/x.html.br", brotli.compress(_page(words))),
    "a press kit": lambda words: ("press-kits/x.zip", _zip("post.txt", words.encode())),
    "a press kit that stores": lambda words: ("x.zip", _zip("post.txt", words.encode(), zipfile.ZIP_STORED)),
    "an archive in an archive": lambda words: ("x.zip", _zip("inner.zip", _zip("post.txt", words.encode()))),
    "a name in an archive": lambda words: ("x.zip", _zip(f"{_name(words)}.txt", b"nothing")),
    "a picture in an archive": lambda words: ("x.zip", _zip("hero.png", _png(words, compressed=True))),
    "the text of a PNG": lambda words: ("x.png", _png(words, compressed=False)),
    "the packed text of a PNG": lambda words: ("x.png", _png(words, compressed=True)),
    "what is behind a PNG": lambda words: ("x.png", _png("nothing", compressed=False) + words.encode()),
    "EXIF of a JPEG": lambda words: ("x.jpg", _photograph("JPEG", words, 0x010E)),
    "EXIF of a JPEG in wide letters": lambda words: ("x.jpg", _photograph("JPEG", words, 0x9C9B, wide=True)),
    "EXIF of a WebP": lambda words: ("x.webp", _photograph("WEBP", words, 0x010E)),
    "EXIF of an AVIF": lambda words: ("x.avif", _photograph("AVIF", words, 0x010E)),
    "XMP of a JPEG": lambda words: ("x.jpg", _with_xmp("JPEG", words)),
    "XMP of a WebP": lambda words: ("x.webp", _with_xmp("WEBP", words)),
    "IPTC of a JPEG": lambda words: ("x.jpg", _with_iptc(words)),
    "what is behind a JPEG": lambda words: ("x.jpg", _photograph("JPEG", "nothing", 0x010E) + words.encode()),
    "a drawing": lambda words: ("x.svg", f"<svg xmlns='x'><title>{escape(words)}</title></svg>".encode()),
    "a data address": lambda words: ("x.css", b"url(data:text/plain;base64," + base64.b64encode(words.encode()) + b")"),
    "a PDF": lambda words: ("x.pdf", _pdf(words, deflated=False)),
    "a deflated PDF": lambda words: ("x.pdf", _pdf(words, deflated=True)),
    "the title of a PDF": lambda words: ("x.pdf", _pdf_title(words)),
    "the names in WOFF2": lambda words: ("fonts/x.woff2", _letters(words, "woff2")),
    "the names in WOFF": lambda words: ("fonts/x.woff", _letters(words, "woff")),
    "a fragment for searches": lambda words: ("en/search/0/fragment/x.pf_fragment", _search(words, ".pf_fragment")),
    "a file's name": lambda words: (f"en/{quote(_name(words)[:36])}.html", b"nothing"),
    "a folder's name": lambda words: (f"en/{_name(words)[:80]}/index.html", b"nothing"),
    "an unknown binary file": lambda words: ("x.bin", bytes(range(256)) + words.encode() + bytes(range(255, -1, -1))),
}
