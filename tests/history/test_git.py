"""How git is asked: nobody is there to answer a question of its own, and no secret is repeated."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from newsroom.errors import HistoryUnknown
from newsroom.history.git import ask, attempt


def shell(command: str) -> tuple[str, ...]:
    """A question that makes git run a command."""
    return "-c", f"alias.run=!{command}", "run"


def test_git_has_no_terminal_on_which_a_password_could_be_asked_for(tmp_path: Path) -> None:
    session = attempt(tmp_path, *shell(f"'{sys.executable}' -c 'import os; print(os.getsid(0))'"))
    assert int(session.output) != os.getsid(0)
    asked = attempt(tmp_path, *shell("echo $GIT_TERMINAL_PROMPT $SSH_ASKPASS_REQUIRE $GCM_INTERACTIVE"))
    assert asked.output == b"0 never never\n"


def test_what_git_says_no_to_is_an_answer(tmp_path: Path) -> None:
    answer = attempt(tmp_path, *shell("echo done; echo fatal: not so >&2; exit 3"))
    assert (answer.code, answer.output, answer.complaint) == (3, b"done\n", "not so")


@pytest.mark.parametrize(
    "address",
    ["https://user:s3cret@h.example/x.git", "https://s3cret@h.example/x.git", "https://s3cret:x-oauth@h.example/x.git"],
    ids=["password", "token", "token as name"],
)
def test_credentials_in_an_address_are_not_repeated(tmp_path: Path, address: str) -> None:
    with pytest.raises(HistoryUnknown, match=r"unable to access 'https://h\.example/x\.git'") as caught:
        ask(tmp_path, *shell(f"echo \"fatal: unable to access '{address}'\" >&2; exit 128"))
    assert "s3cret" not in caught.value.sentence("ar")


def test_an_answer_that_does_not_come_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.history.git.TIMEOUT", 0.2)
    with pytest.raises(HistoryUnknown, match="no answer within"):
        attempt(tmp_path, *shell("sleep 2"))
