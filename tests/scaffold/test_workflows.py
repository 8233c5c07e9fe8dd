"""The workflows of hosts: sound by the judgement of their own linters, and told apart when they grow old."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsroom import cli
from newsroom.arguments import parser
from newsroom.commands.check import check
from newsroom.scaffold.version import installed
from newsroom.scaffold.workflows import PLACES, workflows, workflows_in, written
from tests.samples import write_newsroom
from tests.scaffold.ageing import aged
from tests.scaffold.organisations import options

GITHUB = [name for name in PLACES if name.startswith("github")]
GITLAB = [name for name in PLACES if name.startswith("gitlab")]
PUBLISHING = [name for name in PLACES if name != "github-preview"]


def tool(name: str, *arguments: str, told: str = "") -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name(name)), *arguments]
    return subprocess.run(command, input=told, capture_output=True, text=True, check=False)


def tree(name: str) -> dict[str, Any]:
    found = yaml.safe_load(written(name))
    assert isinstance(found, dict)
    return found


def jobs(name: str) -> dict[str, dict[str, Any]]:
    """The jobs of a workflow of either host, by name."""
    whole = tree(name)
    if name in GITHUB:
        return dict(whole["jobs"])
    return {key: job for key, job in whole.items() if isinstance(job, dict) and "script" in job}


def lines(name: str) -> list[str]:
    """Every line of shell of a workflow."""
    if name in GITHUB:
        return [step["run"] for job in jobs(name).values() for step in job["steps"] if "run" in step]
    return [*tree(name)["default"]["before_script"], *(line for job in jobs(name).values() for line in job["script"])]


@pytest.mark.parametrize("name", GITHUB)
def test_a_workflow_for_github_has_nothing_that_zizmor_warns_of(name: str, tmp_path: Path) -> None:
    (tmp_path / "workflow.yml").write_text(written(name), encoding="utf-8")
    outcome = tool("zizmor", "--offline", "--persona", "auditor", "--no-progress", str(tmp_path / "workflow.yml"))
    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize("name", GITHUB)
def test_a_workflow_for_github_fits_githubs_schema(name: str, tmp_path: Path) -> None:
    (tmp_path / "workflow.yml").write_text(written(name), encoding="utf-8")
    outcome = tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(tmp_path / "workflow.yml"))
    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize("name", GITLAB)
def test_a_pipeline_for_gitlab_fits_gitlabs_schema(name: str, tmp_path: Path) -> None:
    (tmp_path / "pipeline.yml").write_text(written(name), encoding="utf-8")
    schema = ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")
    outcome = tool("check-jsonschema", *schema, str(tmp_path / "pipeline.yml"))
    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize("name", PLACES)
def test_the_lines_of_shell_have_nothing_that_shellcheck_warns_of(name: str) -> None:
    script = "\n".join(["#!/bin/bash", "set -e", *lines(name), ""])
    outcome = tool("shellcheck", "--shell", "bash", "-", told=script)
    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize(
    "broken",
    ["persist-credentials: false", "permissions: {}\n", "@08c6903cd8c0fde910a37f88322edcfb5dd907a8"],
    ids=["credentials", "permissions", "pin"],
)
def test_a_workflow_that_lost_a_guard_would_be_found(broken: str, tmp_path: Path) -> None:
    text = written("github-preview").replace(broken, "@v5" if broken.startswith("@") else "")
    (tmp_path / "workflow.yml").write_text(text, encoding="utf-8")
    outcome = tool("zizmor", "--offline", "--persona", "auditor", "--no-progress", str(tmp_path / "workflow.yml"))
    assert outcome.returncode != 0


@pytest.mark.parametrize("name", PLACES)
def test_no_line_of_shell_holds_what_somebody_else_wrote(name: str) -> None:
    assert [line for line in lines(name) if "${{" in line] == []


@pytest.mark.parametrize("name", PLACES)
def test_every_command_of_ours_exists(name: str) -> None:
    typed = re.findall(r"(?:^|then )newsroom ([^;\n]*)", "\n".join(lines(name)), re.MULTILINE)
    assert typed
    for arguments in typed:
        parser("en").parse_args(shlex.split(arguments))


@pytest.mark.parametrize("name", GITHUB)
def test_every_action_is_pinned_by_its_commit_and_says_its_version(name: str) -> None:
    used = re.findall(r"uses: (.*)", written(name))
    assert used
    assert [each for each in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each)] == []


@pytest.mark.parametrize("name", PLACES)
def test_every_job_ends_by_itself(name: str) -> None:
    if name in GITHUB:
        assert [key for key, job in jobs(name).items() if not job["timeout-minutes"]] == []
    else:
        assert tree(name)["default"]["timeout"] == "30 minutes"


@pytest.mark.parametrize("name", PUBLISHING)
def test_a_site_is_checked_built_and_proved_before_it_is_published_and_told_of_after(name: str) -> None:
    said = "\n".join(lines(name))
    verbs = re.findall(r"newsroom (check|build(?! --preview)|prove|manifest|upload|crosspost)", said)
    published = ["upload"] if name.endswith("s3") else []
    assert verbs[verbs.index("build") - 1 :] == ["check", "build", "prove", "manifest", *published, "crosspost"]


@pytest.mark.parametrize("name", ["github-pages", "github-s3"])
def test_a_publication_on_github_is_never_cancelled_and_can_be_asked_for(name: str) -> None:
    whole = tree(name)
    assert whole["concurrency"] == {"group": "publish", "cancel-in-progress": False}
    # YAML 1.1 takes the key "on" for true.
    assert "workflow_dispatch" in whole[True]  # type: ignore[index]


@pytest.mark.parametrize("name", GITLAB)
def test_a_publication_on_gitlab_is_never_cancelled_and_one_at_a_time(name: str) -> None:
    publishing = [job for key, job in jobs(name).items() if key in {"pages", "publish"}]
    assert [(job["interruptible"], job["resource_group"]) for job in publishing] == [(False, "publish")]


@pytest.mark.parametrize("name", [*GITHUB, *GITLAB])
def test_a_preview_is_kept_from_what_is_published(name: str) -> None:
    whole = json.dumps(jobs(name), sort_keys=True)
    previews = [job for key, job in jobs(name).items() if key == "preview"]
    assert whole.count("build --preview") == len(previews)
    assert all("secrets." not in json.dumps(job) and "cache" not in json.dumps(job) for job in previews)


def steps_without_github() -> Iterator[str]:
    for step in jobs("github-pages")["build"]["steps"]:
        if "run" in step and "pip install" not in step["run"]:
            yield step["run"]


def test_the_steps_for_github_make_a_site_and_pack_all_of_it(tmp_path: Path) -> None:
    root = str(tmp_path)
    assert cli.run(["--root", root, "init", "acme", "--preset", "family", "--host", "github", *options()]) == 0
    program = tmp_path / "bin" / "newsroom"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m newsroom "$@"\n')
    program.chmod(0o755)
    folder = tmp_path / "acme"
    security = "hosting:\n  security: {contact: 'mailto:security@sample.example', expires: 2099-01-01T00:00}\n"
    configuration = folder / "newsroom.yml"
    configuration.write_text(configuration.read_text(encoding="utf-8") + security, encoding="utf-8")
    for line in steps_without_github():
        # As GitHub runs a step: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
        shell = ["env", f"PATH={program.parent}:/usr/bin:/bin", f"RUNNER_TEMP={root}", "NEWSROOM_SIGNING_KEY="]
        outcome = subprocess.run(
            [*shell, "bash", "-e", "-c", line], cwd=folder, capture_output=True, text=True, check=False
        )
        assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    packed = subprocess.run(
        ["tar", "--list", "--file", str(tmp_path / "artifact.tar")], capture_output=True, text=True, check=True
    ).stdout.split()
    assert {"./index.html", "./en/feed.xml", "./.well-known/security.txt"} <= set(packed)
    assert [name for name in packed if "our-newsroom-is-open" in name] == []


@pytest.mark.parametrize(
    ("hosts", "names"),
    [
        ({"own"}, set()),
        ({"github"}, {"github-pages", "github-preview"}),
        ({"gitlab"}, {"gitlab-pages"}),
        ({"s3"}, {"github-s3", "github-preview"}),
        ({"github", "s3"}, {"github-s3", "github-preview"}),
        ({"gitlab", "s3"}, {"gitlab-s3"}),
        ({"github", "gitlab"}, {"github-pages", "github-preview", "gitlab-pages"}),
    ],
    ids=lambda value: "+".join(sorted(value)) or "none",
)
def test_each_host_has_its_workflows(hosts: Any, names: set[str]) -> None:
    assert workflows(hosts) == {PLACES[name]: written(name) for name in names}


def test_check_tells_the_engineer_of_a_workflow_that_has_grown_old(tmp_path: Path) -> None:
    root = write_newsroom(tmp_path)
    aged(root)
    (problem,) = check(root)
    assert (problem.rule.code, problem.path, problem.rule.addressee) == ("NR901", ".gitlab-ci.yml", "engineer")
    assert problem.values == {"written": "0.0.9", "installed": installed()}


@pytest.mark.parametrize(
    "text",
    [
        written("gitlab-pages"),
        written("gitlab-pages") + "# ours\n",
        written("gitlab-pages").replace(f"newsroom {installed()} as", "newsroom 0.0.9 as"),
        written("gitlab-pages").replace("\n", "\r\n"),
        "# our own\npages: {script: [make]}\n",
        "",
    ],
    ids=[
        "as written",
        "changed by hand",
        "an equal one of before",
        "other line ends",
        "another's",
        "empty",
    ],
)
def test_check_says_nothing_of(text: str, tmp_path: Path) -> None:
    root = write_newsroom(tmp_path)
    (root / ".gitlab-ci.yml").write_bytes(text.encode())
    assert check(root) == ()


def test_a_workflow_that_was_moved_to_anothers_place_is_nobodys(tmp_path: Path) -> None:
    aged(tmp_path, "github-pages").rename(tmp_path / ".gitlab-ci.yml")
    assert list(workflows_in(tmp_path)) == []


def test_a_workflow_that_a_person_changed_is_known_as_such(tmp_path: Path) -> None:
    aged(tmp_path, "gitlab-pages")
    aged(tmp_path, "github-preview", "# ours\n")
    assert [(each.name, each.is_changed) for each in workflows_in(tmp_path)] == [
        ("github-preview", True),
        ("gitlab-pages", False),
    ]
