"""Documentation that cannot lie: what it says to type works, what it points to is there, what there is stands in it."""

from __future__ import annotations

import argparse
import re
import shlex
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

import pytest
from docs.generate import all_rules, generated, reads_the_same_in_arabic, verbs
from markdown import Markdown
from PIL import Image

from newsroom import cli
from newsroom.arguments import parser
from newsroom.reading.findings import Findings
from newsroom.reading.rules import MISSING_KEY
from newsroom.reading.schema import PUBLISHED, Section
from newsroom.reading.schema_problems import validate
from newsroom.reading.yaml import read_mapping
from newsroom.rules.presets import PRESETS
from newsroom.scaffold.files import first_files
from tests.conftest import NOW, REPOSITORY
from tests.documents import TUTORIALS, Block, blocks, prose, read
from tests.scaffold.organisations import ANSWERS, IDENTITY, options

GUIDES = REPOSITORY / "docs" / "guides"
PAIRS = [("README.md", "README.ar.md")] + [
    (f"docs/guides/{path.name}", f"docs/guides/{path.stem}.ar.md")
    for path in sorted(GUIDES.glob("*.md"))
    if not path.name.endswith(".ar.md")
]
BY_HAND = [name for pair in PAIRS for name in pair]
ARABIC = [name for name in BY_HAND if name.endswith(".ar.md")]
GENERATED_ARABIC = [f"docs/reference/{name}.ar.md" for name in ("keys", "rules", "commands")]
EVERYTHING = sorted(
    path.relative_to(REPOSITORY).as_posix() for path in (*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md"))
)
VERBS_OF_SCRIPTS = {"build": "build", "serve": "serve", "check": "check", "crosspost": "crosspost"}
PROGRAMS = {".venv/bin/newsroom", ".venv/bin/pip", "gh", "git", "python3"}
"""What documents say to type and is no file of the repository."""
HARMLESS = {"check", "due", "figures", "new", "plan", "schema"}
MACHINE_PATH = re.compile(r"(?<![\w.>])/(?:work|root|home|tmp|usr|opt|var|Users|mnt|srv)/|[A-Z]:\\")


def commands(name: str) -> list[str]:
    return [line for block in blocks(name) if block.language in {"sh", "console"} for line in block.text.splitlines()]


def every_command() -> list[tuple[str, str]]:
    """What documents say to type, but for the tutorial's, which is run as a whole by ``tests/test_tutorial.py``."""
    return sorted({(name, line) for name in set(EVERYTHING) - set(TUTORIALS.values()) for line in commands(name)})


def newsroom_arguments(line: str) -> list[str] | None:
    """What a line gives to ``newsroom``, itself or through a script; nothing where it calls something else."""
    program, *arguments = shlex.split(line)
    if program in {"newsroom", ".venv/bin/newsroom"}:
        return arguments
    verb = VERBS_OF_SCRIPTS.get(program.removeprefix("scripts/")) if program.startswith("scripts/") else None
    return [verb, *arguments] if verb else None


def parsed(arguments: list[str]) -> argparse.Namespace:
    return parser("en").parse_args(arguments)


def test_the_generated_reference_is_that_of_the_code() -> None:
    there = {path for folder in ("reference", "schema") for path in (REPOSITORY / "docs" / folder).iterdir()}
    made = generated()
    assert there == set(made), "run scripts/reference"
    stale = [path.name for path, text in made.items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "run scripts/reference"


def test_the_documents_say_something_to_type() -> None:
    assert len(every_command()) > 20


@pytest.mark.parametrize(("name", "line"), every_command())
def test_what_a_document_says_to_type_exists(name: str, line: str) -> None:
    program = shlex.split(line)[0]
    assert program in PROGRAMS or (REPOSITORY / program).is_file()
    arguments = newsroom_arguments(line)
    if arguments is not None:
        parsed(arguments)


@pytest.mark.parametrize("line", ["newsroom biuld", "newsroom build --tomorrow", "scripts/build --prevue=x"])
def test_a_line_with_a_wrong_verb_or_option_would_be_found(line: str) -> None:
    arguments = newsroom_arguments(line)
    assert arguments is not None
    with pytest.raises(SystemExit):
        parsed(arguments)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The example newsroom, to be changed."""
    root = tmp_path / "newsroom"
    shutil.copytree(REPOSITORY / "content", root / "content")
    for name in ("newsroom.yml", "plan.yml", "calendar.yml", "mkdocs.yml"):
        shutil.copy(REPOSITORY / name, root / name)
    return root


def harmless_commands() -> list[str]:
    lines = {line for _, line in every_command()}
    return sorted(line for line in lines if (newsroom_arguments(line) or [""])[0] in HARMLESS)


@pytest.mark.parametrize("line", harmless_commands())
def test_a_harmless_command_does_what_it_says(line: str, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = newsroom_arguments(line)
    assert arguments
    assert cli.run(["--root", str(copy), *arguments]) == cli.DONE
    written, said = capsys.readouterr()
    if arguments[0] == "new":
        assert [Path(path).is_file() for path in written.split()] == [True, True]
        assert cli.run(["--root", str(copy), "check"]) == cli.DONE
    elif arguments[0] == "check" and "--explain" not in arguments:
        assert "no errors" in said
    else:
        assert written


@pytest.mark.parametrize("name", ["docs/guides/start.md", "docs/guides/start.ar.md"])
def test_whoever_follows_the_tutorial_has_a_site(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for line in commands(name):
        arguments = newsroom_arguments(line) or ["serve"]
        if arguments[0] == "serve":
            continue
        told = options() if arguments[:2] == ["init", "."] else []
        assert cli.run([*arguments, *told]) == cli.DONE, (line, capsys.readouterr())
    assert (tmp_path / "site" / "en" / "index.html").is_file()
    assert (tmp_path / "acme" / "newsroom.yml").is_file()


@pytest.mark.parametrize("name", ["docs/guides/start.md", "docs/guides/start.ar.md"])
def test_the_tutorial_tells_of_every_file_that_is_written(name: str) -> None:
    rows = re.findall(r"^\| (.*?) \|", read(name), re.MULTILINE)
    told = [path for row in rows for path in re.findall(r"(?:`|<code dir=\"ltr\">)([^`<]+)", row)]
    written = first_files("family", ANSWERS, {"github", "gitlab"}, NOW, IDENTITY)
    assert [path for path in written if not path.startswith(tuple(told))] == []


def anchors(name: str) -> set[str]:
    page = Markdown(extensions=["toc"])
    page.convert(prose(name))
    return {token["id"] for token in _flat(page.toc_tokens)}  # type: ignore[attr-defined]


def _flat(tokens: list[dict[str, object]]) -> Iterator[dict[str, object]]:
    for token in tokens:
        yield token
        yield from _flat(token["children"])  # type: ignore[arg-type]


def links() -> list[tuple[str, str]]:
    found = []
    for name in EVERYTHING:
        text = re.sub(r"`[^`\n]*`", "", prose(name))
        found += [(name, target) for target in re.findall(r"(?<!\\)\]\(([^)\s]+)\)", text)]
    return sorted(set(found))


@pytest.mark.parametrize(("name", "target"), links())
def test_a_link_leads_somewhere(name: str, target: str) -> None:
    parts = urlsplit(target)
    if parts.scheme:
        assert parts.scheme == "https"
        return
    assert not target.startswith("/")
    path = (REPOSITORY / name).parent / unquote(parts.path) if parts.path else REPOSITORY / name
    assert path.exists()
    assert path.resolve().is_relative_to(REPOSITORY)
    if parts.fragment:
        assert parts.fragment in anchors(path.relative_to(REPOSITORY).as_posix())


def shown_in(folder: Path) -> list[Path]:
    """What a reader of a folder finds: its README, which must then lead on, or else all that is in it."""
    readme = folder / "README.md"
    return [readme] if readme.is_file() else sorted(folder.glob("*.md"))


def test_the_documents_link_to_each_other() -> None:
    reached = {"README.md", "README.ar.md"}
    while True:
        targets = {(REPOSITORY / name).parent / urlsplit(target).path for name, target in links() if name in reached}
        more = reached | {
            path.resolve().relative_to(REPOSITORY).as_posix()
            for target in targets
            for path in (target, *shown_in(target))
            if path.suffix == ".md" and path.is_file()
        }
        if more == reached:
            break
        reached = more
    assert set(EVERYTHING) <= reached


@pytest.mark.parametrize("language", [0, 1], ids=["English", "Arabic"])
def test_every_verb_stands_in_what_people_read(language: int) -> None:
    text = " ".join(read(pair[language]) for pair in PAIRS)
    absent = [verb for verb in verbs("en") if f"newsroom {verb}" not in text and f"scripts/{verb}" not in text]
    assert absent == []


@pytest.mark.parametrize("name", ["docs/reference/rules.md", "docs/reference/rules.ar.md"])
def test_every_code_in_the_source_stands_in_the_rules(name: str) -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (REPOSITORY / "src" / "newsroom").rglob("*.py"))
    codes = set(re.findall(r'"(NR\d{3})"', source))
    assert codes == {rule.code for rule in all_rules()}
    assert codes == set(re.findall(r"^\| (NR\d{3}) ", read(name), re.MULTILINE))


def test_a_code_that_a_document_names_is_a_rule() -> None:
    codes = {rule.code for rule in all_rules()}
    named = {(name, code) for name in EVERYTHING for code in re.findall(r"\bNR\d{3}\b", read(name))}
    assert {(name, code) for name, code in named if code not in codes} == set()


@pytest.mark.parametrize("language", [0, 1], ids=["English", "Arabic"])
@pytest.mark.parametrize("schema", PUBLISHED)
def test_the_guides_show_every_key_of_the_first_level(schema: str, language: int) -> None:
    section, _ = PUBLISHED[schema]
    text = "\n".join(read(pair[language]) for pair in PAIRS)
    keys = [field.alias or name for name, field in section.model_fields.items()]
    assert [key for key in keys if not re.search(rf"(?m)^\s*(?:- )?{key}:|`{key}`|`{key}: ", text)] == []


def headings(name: str) -> list[int]:
    return [len(level) for level in re.findall(r"^(#+) ", prose(name), re.MULTILINE)]


def without_titles(lines: list[str]) -> list[str]:
    """Commands without the words that are in one language."""
    return [re.sub(r'"[^"]*"', '"…"', line) for line in lines]


@pytest.mark.parametrize(("english", "arabic"), PAIRS)
def test_a_document_and_its_arabic_twin_have_one_shape(english: str, arabic: str) -> None:
    assert headings(english) == headings(arabic)
    assert without_titles(commands(english)) == without_titles(commands(arabic))
    samples = [[block.text for block in blocks(name) if block.language == "yaml"] for name in (english, arabic)]
    assert samples[0] == samples[1]
    targets = [[target for source, target in links() if source == name] for name in (english, arabic)]
    assert len(targets[0]) == len(targets[1])


def test_a_readme_is_under_two_screens() -> None:
    assert max(len(read(name).splitlines()) for name in ("README.md", "README.ar.md")) <= 95


@pytest.mark.parametrize("name", [*ARABIC, *GENERATED_ARABIC])
def test_code_within_arabic_is_shown_as_it_is_typed(name: str) -> None:
    code = re.findall(r"`([^`\n]+)`", prose(name))
    assert code
    assert [each for each in code if not reads_the_same_in_arabic(each)] == []


@pytest.mark.parametrize("name", ARABIC)
def test_an_arabic_paragraph_begins_in_arabic(name: str) -> None:
    """Whoever shows Markdown guesses a paragraph's direction from its first letter."""
    text = re.sub(r"<[^>]*>|!?\[English\]\([^)]*\)", "", prose(name))
    paragraphs = [part.strip() for part in re.split(r"\n\n+", text) if part.strip() and not part.startswith("|")]
    first = [next((letter for letter in part if letter.isalpha()), "ا") for part in paragraphs]
    assert [part for part, letter in zip(paragraphs, first, strict=True) if letter.isascii()] == []


@pytest.mark.parametrize("name", ["README.ar.md", "docs/guides/release-and-embargo.ar.md", *GENERATED_ARABIC])
def test_an_arabic_table_begins_on_the_right(name: str) -> None:
    tables = re.findall(r"(.*)\n\n\|.*\|\n\|---", prose(name))
    assert tables
    assert set(tables) == {'<div dir="rtl">'}


def every_file() -> list[str]:
    schemas = [f"docs/schema/{name}.json" for name in PUBLISHED]
    return [*EVERYTHING, *schemas, "docs/generate.py"]


@pytest.mark.parametrize("name", every_file())
def test_no_document_names_a_path_of_one_machine(name: str) -> None:
    assert MACHINE_PATH.findall(read(name)) == []


def yaml_samples() -> list[tuple[str, Block]]:
    return [(name, block) for name in BY_HAND for block in blocks(name) if block.language == "yaml"]


def file_of(block: Block) -> str:
    """The file that a sample says it is from, in its first line."""
    match = re.match(r"# (\S+)\n", block.text)
    assert match, f"the sample on line {block.line} does not name its file"
    return match[1]


def schema_of(path: str) -> type[Section]:
    names: Mapping[str, str] = {
        r"newsroom\.yml": "newsroom",
        r"plan\.yml": "plan",
        r"calendar\.yml": "calendar",
        r"policy\.yml": "policy",
        r"host\.yml": "host",
        r"crosspost\.yml": "crosspost",
        r"content/posts/\d{4}/[a-z0-9-]+/index\.ar\.md": "post",
        r"content/posts/\d{4}/[a-z0-9-]+/index\.en\.md": "post-words",
        r"content/executives/[a-z-]+/index\.ar\.md": "executive",
        r"content/executives/[a-z-]+/index\.en\.md": "executive-words",
        r"content/pages/[a-z-]+/index\.(ar|en)\.md": "page",
        r"content/figures/[a-z0-9-]+\.yml": "figure",
    }
    return PUBLISHED[next(name for pattern, name in names.items() if re.fullmatch(pattern, path))][0]


@pytest.mark.parametrize(
    ("name", "block"), yaml_samples(), ids=[f"{name}:{block.line}" for name, block in yaml_samples()]
)
def test_a_sample_of_a_guide_fits_the_schema(name: str, block: Block) -> None:
    findings = Findings()
    if not [line for line in block.text.splitlines() if not line.startswith("#")]:
        assert block.text.splitlines()[-1] == read(file_of(block)).splitlines()[0]
        return
    tree = read_mapping(block.text, name, findings, first_line=block.line + 1)
    assert tree
    validate(schema_of(file_of(block)), tree, name, lambda *_: block.line, findings, ZoneInfo("Asia/Muscat"))
    left_out = [
        problem for problem in findings.problems if problem.rule is MISSING_KEY and "." not in problem.values["key"]
    ]
    assert [problem.line_of_text("en") for problem in findings.problems if problem not in left_out] == []


def test_the_post_of_the_guide_is_a_sound_post(copy: Path) -> None:
    parts: dict[str, str] = {}
    for block in blocks("docs/guides/write-a-post.md"):
        if block.language == "yaml":
            _, _, keys = block.text.partition("\n")
            parts[file_of(block)] = parts.get(file_of(block), "") + keys.replace("pubstatus: withheld\n", "")
    for path, keys in parts.items():
        file = copy / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{keys}---\n\nText.\n", encoding="utf-8")
    Image.new("RGB", (8, 4)).save(file.parent / "hero.jpg")
    assert len(parts) == 2
    assert cli.run(["--root", str(copy), "check"]) == cli.DONE


@pytest.mark.parametrize(
    ("file", "schema"), [("newsroom.yml", "newsroom"), ("plan.yml", "plan"), ("calendar.yml", "calendar")]
)
def test_a_file_of_the_example_names_its_schema_for_editors(file: str, schema: str) -> None:
    assert read(file).splitlines()[0] == f"# yaml-language-server: $schema=docs/schema/{schema}.json"


def test_the_drawing_of_the_rooms_is_the_one_that_is_held_to() -> None:
    drawing = next(block.text for block in blocks("ARCHITECTURE.md") if block.language == "text")
    drawn = re.findall(r"^([a-z]+(?: \| [a-z]+)*)  ", drawing, re.MULTILINE)
    layers = re.search(r"^layers =\n((?: +\S.*\n)+)", read(".importlinter"), re.MULTILINE)
    assert layers
    assert drawn == [line.strip().replace("newsroom.", "") for line in layers[1].splitlines()]


@pytest.mark.parametrize("name", ["home-ar", "post-en"])
def test_a_picture_is_of_a_size_for_a_readme(name: str) -> None:
    path = REPOSITORY / "docs" / "pictures" / f"{name}.png"
    with Image.open(path) as picture:
        assert picture.width == 1280
    assert path.stat().st_size < 350_000


@pytest.mark.parametrize("name", ["docs/guides/check.md", "docs/guides/check.ar.md"])
def test_the_guide_to_checks_names_every_preset(name: str) -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| ([^|]*NR[^|]*) \|", read(name), re.MULTILINE)
    told = {(kind, code) for kind, codes in rows for code in re.findall(r"NR\d{3}", codes)}
    assert told == {(kind, code) for kind, weights in PRESETS.items() for code in weights}
