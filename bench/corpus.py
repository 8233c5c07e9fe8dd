"""A newsroom of any size, the same each time: the same number of posts gives the same bytes."""

from __future__ import annotations

import datetime
import random
import re
from pathlib import Path

ROOT_FILES = ("newsroom.yml", "plan.yml", "mkdocs.yml")
EXECUTIVES = ("salim-al-harthy", "maryam-al-lawati", "khalid-al-shanfari", "aisha-al-rawahi")
TYPES = ("release", "results", "statement", "speech", "opinion", "award", "innovation", "community", "event")
TOPICS = ("results", "food-security", "cold-chain", "ports", "sustainability", "people", "innovation", "governance")
AUDIENCES = ("media", "shareholders", "employees", "community", "customers", "government")
ARABIC = (
    "الشركة الميناء المخزن التبريد الشحن الغذاء السوق "
    "المزارع العملاء النمو الإيرادات الأرباح التكاليف الطاقة الكهرباء "
    "التدريب الموظفون المجتمع الموردون الجودة السلامة الخطة "
    "المشروع المركز الصادرات الواردات الأسماك الحبوب النقل الطريق "
    "أعلنت وقّعت افتتحت رفعت خفضت أضافت درست نفذت واصلت بدأت "
    "في من على إلى خلال بعد قبل مع وفق نحو هذا العام الماضي الجاري"
).split()
ENGLISH = (
    "the company port store chilled freight food market "
    "farms customers growth revenue profit costs energy power training "
    "people community suppliers quality safety plan project hub "
    "exports imports fish grain transport road announced signed "
    "opened raised lowered added studied completed continued began "
    "in from on to during after before with under about this year"
).split()
PARAGRAPHS, SENTENCES, WORDS = 6, 5, 15
"""About 450 words a post and language: what a release and its background take."""


def write_corpus(root: Path, example: Path, posts: int) -> None:
    """A newsroom like the example one, with ``posts`` generated posts in two languages in place of its own."""
    root.mkdir(parents=True)
    for name in ROOT_FILES:
        (root / name).write_bytes((example / name).read_bytes())
    for folder in ("executives", "pages", "media"):
        _copy(example / "content" / folder, root / "content" / folder)
    first = datetime.datetime(2010, 1, 1, 8, 0)  # noqa: DTZ001 - written without a zone, as authors do
    for number in range(posts):
        _write_post(root, number, first + datetime.timedelta(hours=number * 24 * 5800 // posts))


def _copy(source: Path, target: Path) -> None:
    for path in source.rglob("*"):
        if path.is_file():
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(_without_links(path.read_bytes()) if path.suffix == ".md" else path.read_bytes())


def _without_links(text: bytes) -> bytes:
    """The example's pages link to its posts, which are not here."""
    return re.sub(rb"\[([^\]]*)\]\([^)]*\)", rb"\1", text)


def _write_post(root: Path, number: int, date: datetime.datetime) -> None:
    chance = random.Random(number)  # noqa: S311 - the same texts each time are wanted
    folder = root / "content" / "posts" / str(date.year) / f"post-{number:05}"
    folder.mkdir(parents=True)
    arabic = _words("ar", number, chance)
    shared = (
        f"id: bench{number:07}\ntype: {chance.choice(TYPES)}\ndate: {date:%Y-%m-%dT%H:%M}\n"
        f"author: {chance.choice(EXECUTIVES)}\ncontact: media-desk\ntopics: [{', '.join(chance.sample(TOPICS, 2))}]\n"
        f"audiences: [{', '.join(chance.sample(AUDIENCES, 2))}]\n"
    )
    (folder / "index.ar.md").write_text(f"---\n{shared}{arabic}", encoding="utf-8")
    (folder / "index.en.md").write_text(f"---\n{_words('en', number, chance)}", encoding="utf-8")


def _words(language: str, number: int, chance: random.Random) -> str:
    vocabulary = ARABIC if language == "ar" else ENGLISH
    title = " ".join(chance.choices(vocabulary, k=8))
    body = "\n\n".join(_paragraph(vocabulary, chance) for _ in range(PARAGRAPHS))
    heading = " ".join(chance.choices(vocabulary, k=4))
    summary = " ".join(chance.choices(vocabulary, k=20))
    ending = _paragraph(vocabulary, chance)
    return f'title: "{title} {number}"\nsummary: "{summary}."\n---\n\n{body}\n\n## {heading}\n\n{ending}\n'


def _paragraph(vocabulary: list[str], chance: random.Random) -> str:
    sentences = (" ".join(chance.choices(vocabulary, k=WORDS)) for _ in range(SENTENCES))
    return " ".join(f"{sentence} {chance.randint(1, 999)}%." for sentence in sentences)
