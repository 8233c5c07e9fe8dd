"""A newsroom of any size, the same each time: the same number of posts gives the same bytes."""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsroom.model.language import Language

ROOT_FILES = ("newsroom.yml", "plan.yml", "mkdocs.yml")
EXECUTIVES = ("salim-al-harthy", "maryam-al-lawati", "khalid-al-shanfari", "aisha-al-rawahi")
TYPES = ("release", "results", "statement", "speech", "opinion", "award", "innovation", "community", "event")
TOPICS = ("results", "food-security", "cold-chain", "ports", "sustainability", "people", "innovation", "governance")
AUDIENCES = ("media", "employees", "community", "customers", "government", "shareholders")
"""Shareholders come last, for the contact takes no calls from those whom a post is for first if it is they."""
CONTACT = "media-desk"
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
FIRST = datetime.datetime(2010, 1, 1, 8, 0)  # noqa: DTZ001 - written without a zone, as authors do
DAYS = 5800
"""The posts spread over these days; the one to be published next stands at their end."""


@dataclass(frozen=True, slots=True)
class Text:
    """A post in one language."""

    title: str
    summary: str
    body: str


@dataclass(frozen=True, slots=True)
class Post:
    """A generated post, before it is written down for one generator or the other."""

    number: int
    date: datetime.datetime
    type: str
    author: str
    topics: tuple[str, ...]
    audiences: tuple[str, ...]
    texts: Mapping[Language, Text]

    @property
    def folder(self) -> str:
        """Year and slug, the same in both generators' content."""
        return f"{self.date.year}/post-{self.number:05}"

    @property
    def address(self) -> str:
        """Where both sites show its English page."""
        return f"/en/posts/{self.folder}/"


def posts(count: int) -> Iterator[Post]:
    """The posts of a newsroom of this size, the oldest first."""
    return (post(number, count) for number in range(count))


def post(number: int, count: int) -> Post:
    """One post of a newsroom of ``count``; number ``count`` is the one to be published next."""
    chance = random.Random(number)  # noqa: S311 - the same texts each time are wanted
    shares = [chance.randint(1, 999) for _ in range((PARAGRAPHS + 1) * SENTENCES)]
    arabic = _text(ARABIC, chance, iter(shares))
    return Post(
        number=number,
        date=FIRST + datetime.timedelta(hours=number * 24 * DAYS // count),
        type=chance.choice(TYPES),
        author=chance.choice(EXECUTIVES),
        topics=tuple(chance.sample(TOPICS, 2)),
        audiences=tuple(sorted(chance.sample(AUDIENCES, 2), key=AUDIENCES.index)),
        texts={"ar": arabic, "en": _text(ENGLISH, chance, iter(shares))},
    )


def write_corpus(root: Path, example: Path, count: int) -> None:
    """A newsroom like the example one, with ``count`` generated posts in two languages in place of its own."""
    root.mkdir(parents=True)
    for name in ROOT_FILES:
        (root / name).write_bytes((example / name).read_bytes())
    for folder in ("executives", "pages", "media"):
        _copy(example / "content" / folder, root / "content" / folder)
    for each in posts(count):
        write_post(root, each)


def write_post(root: Path, post: Post) -> None:
    """Add a post to a newsroom."""
    for language in post.texts:
        write_text(root, post, language)


def write_text(root: Path, post: Post, language: Language) -> None:
    """Write a post's file in one language; the lead language's says what is shared."""
    folder = root / "content" / "posts" / post.folder
    folder.mkdir(parents=True, exist_ok=True)
    text = post.texts[language]
    own = f'title: "{text.title}"\nsummary: "{text.summary}"\n'
    keys = _shared(post) + own if language == "ar" else own
    (folder / f"index.{language}.md").write_text(f"---\n{keys}---\n\n{text.body}", encoding="utf-8")


def _shared(post: Post) -> str:
    return (
        f"id: bench{post.number:07}\ntype: {post.type}\ndate: {post.date:%Y-%m-%dT%H:%M}\n"
        f"author: {post.author}\ncontact: {CONTACT}\ntopics: [{', '.join(post.topics)}]\n"
        f"audiences: [{', '.join(post.audiences)}]\n"
    )


def without_links(text: str) -> str:
    """The example's pages link to its posts, which are not here."""
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)


def _copy(source: Path, target: Path) -> None:
    for path in source.rglob("*"):
        if path.is_file():
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            if path.suffix == ".md":
                copy.write_text(without_links(path.read_text(encoding="utf-8")), encoding="utf-8")
            else:
                copy.write_bytes(path.read_bytes())


def _text(vocabulary: list[str], chance: random.Random, shares: Iterator[int]) -> Text:
    """A text of random words; ``shares`` are the numbers in it, which are the same in both languages."""
    title = _words(vocabulary, chance, 6)
    body = "\n\n".join(_paragraph(vocabulary, chance, shares) for _ in range(PARAGRAPHS))
    heading = _words(vocabulary, chance, 4)
    summary = _words(vocabulary, chance, 20)
    ending = _paragraph(vocabulary, chance, shares)
    return Text(title, f"{summary}.", f"{body}\n\n## {heading}\n\n{ending}\n")


def _paragraph(vocabulary: list[str], chance: random.Random, shares: Iterator[int]) -> str:
    sentences = (_words(vocabulary, chance, WORDS) for _ in range(SENTENCES))
    return " ".join(f"{sentence} {next(shares)}%." for sentence in sentences)


def _words(vocabulary: list[str], chance: random.Random, count: int) -> str:
    """Words of which none stands twice in a row, which an editor would be told of."""
    return " ".join(chance.sample(vocabulary, count))
