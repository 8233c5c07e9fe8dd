"""A small newsroom written to disk, for tests to change one thing of."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import yaml
from PIL import Image

from newsroom.reading.files import read_words
from newsroom.rules import EDITORIAL
from newsroom.rules.texts import Text as HasBody

Tree = dict[str, Any]


def both(ar: str, en: str) -> dict[str, str]:
    return {"ar": ar, "en": en}


NO_EDITOR: Final = dict.fromkeys(sorted(code for code in EDITORIAL if "NR300" < code < "NR400"), "off")
"""The ``rules`` of a newsroom whose texts are written to try out something else: nobody judges them."""


PUBLIC_KEY: Final = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIM8W4lCVu4RGcxAfsXrKRwPdfXM59gqwflx0btEUtqat"
"""A key of which nobody has the private half."""


def configuration(**changes: Any) -> Tree:
    return {
        "address": "https://newsroom.sample.example/",
        "timezone": "Asia/Muscat",
        "languages": {
            "lead": "ar",
            "ar": {"locale": "ar_OM", "digits": "arab"},
            "en": {"locale": "en_GB", "digits": "latn"},
        },
        "posts_per_page": 10,
        "organization": {
            "kind": "joint-stock",
            "name": both("الشركة المثال", "Sample Company"),
            "short_name": both("المثال", "Sample"),
            "description": both("شركة للتجربة.", "A company for tests."),
            "boilerplate": both("نبذة عن الشركة.", "About the company."),
            "website": "https://www.sample.example/",
            "logo": "media/logo.svg",
        },
        "contacts": [contact()],
        "topics": {"results": both("النتائج", "Results"), "ports": both("الموانئ", "Ports")},
    } | changes


def contact(**changes: Any) -> Tree:
    return {
        "key": "media-desk",
        "name": both("هدى", "Huda"),
        "role": both("الإعلام", "Media"),
        "telephone": "+968 2400 0000",
        "email": "media@sample.example",
        "hours": both("كل يوم", "every day"),
        "languages": ["ar", "en"],
        "audiences": ["media"],
    } | changes


def plan(**changes: Any) -> Tree:
    return {
        "objectives": [
            {
                "key": "informed-shareholders",
                "title": both("مساهمون مطّلعون", "Informed shareholders"),
                "purpose": both("ثقة المساهمين", "Trust"),
                "audiences": ["shareholders"],
                "cadence": {"posts": 1, "every": "quarter"},
                "evidence": ["figure"],
                "from": "2024-01-01",
            }
        ]
    } | changes


def occasion(number: int = 1, **changes: Any) -> Tree:
    """An item of ``calendar.yml``."""
    return {
        "key": f"occasion-{number}",
        "kind": "results",
        "title": both("إعلان النتائج", "Results announced"),
        "starts": "2026-04-28T08:00",
        "announced": "2026-01-15T09:00",
    } | changes


def post(number: int = 1, **changes: Any) -> Tree:
    """The lead language's front matter of a post."""
    return {
        "id": f"sample{number:06}",
        "type": "release",
        "date": "2026-01-15T09:00",
        "author": "salim",
        "contact": "media-desk",
        "topics": ["ports"],
        "audiences": ["media"],
        "title": f"عنوان المنشور {number}",
        "summary": f"ملخص المنشور {number}.",
    } | changes


def words(number: int = 1, **changes: Any) -> Tree:
    """The other language's front matter of a post."""
    return {"title": f"Title of post {number}", "summary": f"Summary of post {number}."} | changes


def executive(**changes: Any) -> Tree:
    return {
        "name": both("سالم", "Salim"),
        "date": "2024-01-01T08:00",
        "roles": [{"title": both("الرئيس التنفيذي", "Chief Executive"), "since": "2022-01-01"}],
        "summary": "يقود الشركة.",
    } | changes


def picture(name: str = "hero.png", **changes: Any) -> Tree:
    """A ``hero`` or ``portrait`` section."""
    return {
        "file": name,
        "alt": both("وصف", "description"),
        "credit": both("المثال", "Sample"),
        "licence": both("للصحافة", "for the press"),
    } | changes


def figure(**changes: Any) -> Tree:
    """A file of ``content/figures``: revenue and profit of two quarters, each released on a day of its own."""
    return {
        "title": both("الإيرادات بحسب الربع", "Revenue by quarter"),
        "unit": both("مليون ر.ع.", "OMR million"),
        "source": both("القوائم المالية", "Financial statements"),
        "by": both("الربع", "Quarter"),
        "series": [
            {"key": "revenue", "name": both("الإيرادات", "Revenue")},
            {"key": "profit", "name": both("الربح", "Profit")},
        ],
        "points": [
            point("q1", "2026-01-10T08:00", revenue=20.7, profit=-2.8),
            point("q2", "2026-04-10T08:00", revenue=21.9),
        ],
    } | changes


def point(key: str, released: str, *, restated: list[Tree] | None = None, **values: float) -> Tree:
    """A point of a figure; what it is called in Arabic and in English differs from its key."""
    name = both(f"الربع {key[1:]}", f"Quarter {key[1:]}")
    return {"key": key, "name": name, "released": released, "values": values, "restated": restated or []}


def restatement(**changes: Any) -> Tree:
    """Revenue as it was before the first of March."""
    return {
        "series": "revenue", "date": "2026-03-01T08:00", "from": 20.1, "reason": both("إعادة تصنيف", "Reclassified.")
    } | changes  # fmt: skip


def write_figure(root: Path, name: str = "results", **changes: Any) -> Path:
    return write_yaml(root / "content" / "figures" / f"{name}.yml", figure(**changes))


def write_yaml(path: Path, tree: Tree) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def write_calendar(root: Path, *occasions: Tree) -> Path:
    return write_yaml(root / "calendar.yml", {"occasions": list(occasions)})


def write_text(path: Path, front_matter: Tree, body: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    keys = yaml.safe_dump(front_matter, allow_unicode=True, sort_keys=False, width=1000)
    path.write_text(f"---\n{keys}---\n\n{body}\n", encoding="utf-8")
    return path


def write_picture(path: Path, size: tuple[int, int] = (600, 400)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, (11, 85, 99)).save(path)
    return path


def write_post(
    root: Path,
    number: int = 1,
    *,
    slug: str | None = None,
    year: int = 2026,
    ar: Tree | None = None,
    en: Tree | None = None,
    body_ar: str = "نص المنشور.",
    body_en: str = "The text.",
    languages: tuple[str, ...] = ("ar", "en"),
) -> Path:
    """A post's folder; ``ar`` and ``en`` change keys of each file."""
    folder = root / "content" / "posts" / str(year) / (slug or f"post-{number}")
    if "ar" in languages:
        write_text(folder / "index.ar.md", post(number) | (ar or {}), body_ar)
    if "en" in languages:
        alone = post(number) if languages == ("en",) else {}
        write_text(folder / "index.en.md", alone | words(number) | (en or {}), body_en)
    return folder


def body_of(text: HasBody, root: Path) -> str:
    """The Markdown of a text that was read."""
    return read_words(text.path, text.body.digest, root)


def write_newsroom(root: Path, *, posts: int = 1, **changes: Any) -> Path:
    """A newsroom without a problem; ``changes`` are made to ``newsroom.yml``."""
    write_yaml(root / "newsroom.yml", configuration(**changes))
    write_yaml(root / "plan.yml", plan())
    (root / "mkdocs.yml").write_text(
        "site_name: Newsroom\ndocs_dir: content/pages\ntheme: {name: newsroom}\nplugins: [newsroom]\n", encoding="utf-8"
    )
    logo = root / "content" / "media" / "logo.svg"
    logo.parent.mkdir(parents=True, exist_ok=True)
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', encoding="utf-8")
    people = root / "content" / "executives" / "salim"
    write_text(people / "index.ar.md", executive(), "سيرة.")
    write_text(people / "index.en.md", {"summary": "Leads the company."}, "A life.")
    about = root / "content" / "pages" / "about"
    write_text(about / "index.ar.md", {"title": "عن الشركة", "summary": "من نحن."}, "نص.")
    write_text(about / "index.en.md", {"title": "About us", "summary": "Who we are."}, "Text.")
    for number in range(1, posts + 1):
        write_post(root, number)
    return root
