"""A ledger at a git remote: what a person reads there, and what happens when somebody rewrites it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from newsroom.errors import LedgerUnusable
from newsroom.ledgers.git import GitLedger
from newsroom.ledgers.ledger import Baseline, State
from newsroom.ledgers.losses import ref_of_baseline, ref_of_line
from newsroom.ledgers.repository import Push, Repository
from newsroom.model.delivery import Receipt
from tests.ledgers.homes import NOW, GitHome, git, history, identity, ledger, line

KEY = identity().key
REF = ref_of_line(KEY)
RECEIPT = Receipt("7", "https://b/7")
STORY = [line("claimed", "a"), line("sending", "b", minute=1), line("posted", "c", minute=2, receipt=RECEIPT)]
BASELINE = Baseline("mastodon @a@b.example", NOW, ("post-1",))


@pytest.fixture
def home(tmp_path: Path) -> GitHome:
    return GitHome(tmp_path)


def states(writer: GitLedger) -> dict[str, str]:
    return {key: state.step if isinstance(state, State) else "broken" for key, state in writer.states().items()}


def told(writer: GitLedger) -> str:
    """What is said to somebody who may not send anything now; in Arabic it is the same."""
    with pytest.raises(LedgerUnusable) as caught:
        writer.states()
    en, ar = (caught.value.sentence(language) for language in ("en", "ar"))
    assert "nothing was sent" in en
    assert "لم يُرسل شيء" in ar
    assert commands_in(en) == commands_in(ar)
    return en


def commands_in(sentence: str) -> list[str]:
    """The commands that a sentence tells to run."""
    return re.findall(r'git (?:push|log)(?: (?:"[^"]+"|[\w:/=*.-]+))*', sentence)


def follow(clone: Path, sentence: str) -> None:
    """Do as the sentence says."""
    for command in commands_in(sentence):
        subprocess.run(command, shell=True, cwd=clone, check=True, capture_output=True)


# What stands there


def test_a_person_reads_in_gits_own_log_what_became_of_a_message(home: GitHome) -> None:
    history(ledger(home), *STORY)
    log = git(home.remote, "log", "--first-parent", "--format=%an %aI %s", REF).splitlines()
    assert log == [
        "Newsroom 2026-11-23T08:02:00+00:00 posted 7 https://b/7",
        "Newsroom 2026-11-23T08:01:00+00:00 sending",
        "Newsroom 2026-11-23T08:00:00+00:00 claimed post-1 ar mastodon @a@b.example announcement",
        "Newsroom 1970-01-01T00:00:00+00:00 Newsroom's ledger: every story begins here",
    ]


def test_only_refs_of_its_own_come_to_the_remote(home: GitHome) -> None:
    writer = ledger(home)
    writer.open(BASELINE, "one")
    history(writer, *STORY)
    assert set(home.refs()) == {REF, ref_of_baseline(BASELINE.account)}
    assert git(home.remote, "for-each-ref", "refs/heads", "refs/tags") == ""
    assert git(home.remote, "fsck", "--strict") == ""


def test_each_line_vouches_for_the_last_lines_about_all_other_messages(home: GitHome) -> None:
    writer = ledger(home)
    *_, posted = history(writer, *STORY)
    history(writer, line("claimed", post="post-2"))
    (other,) = (commit for name, commit in home.refs().items() if name != REF)
    assert git(home.remote, "rev-parse", f"{other}^2") == posted


def test_the_clone_itself_is_left_as_it_was_but_for_what_it_remembers(home: GitHome) -> None:
    clone = home.clone()
    history(ledger(home), *STORY)
    GitLedger(clone, "origin").states()
    refs = git(clone, "for-each-ref", "--format=%(refname)").splitlines()
    assert [name.rpartition("/")[0] for name in refs] == ["refs/newsroom/seen/origin"]
    assert git(clone, "status", "--porcelain") == ""
    assert not (clone / ".git" / "FETCH_HEAD").exists()


# Where it cannot be kept


def test_a_remote_that_cannot_be_reached_stops_everything(home: GitHome) -> None:
    clone = home.clone(str(home.folder / "nowhere.git"))
    assert "run this again" in told(GitLedger(clone, "origin"))
    with pytest.raises(LedgerUnusable):
        GitLedger(clone, "origin").append(STORY[0], None)


def test_an_address_is_told_without_the_password_in_it(home: GitHome) -> None:
    clone = home.clone("http://user:s3cret-t0ken@127.0.0.1:9/x.git")
    sentence = told(GitLedger(clone, "origin"))
    assert "127.0.0.1:9/x.git" in sentence
    assert "s3cret" not in sentence


def test_a_clone_without_the_remote_is_told_which(home: GitHome) -> None:
    assert "no such remote; nothing was sent. Add it with git remote add upstream" in told(
        GitLedger(home.clone(), "upstream")
    )


@pytest.mark.parametrize("remote", ["--all", "https://h.example/x.git", "a b", ""])
def test_what_is_no_remotes_name_is_none(home: GitHome, remote: str) -> None:
    assert "has no such remote" in told(GitLedger(home.clone(), remote))


def test_a_folder_in_no_repository_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert "lies in no git repository" in told(GitLedger(tmp_path, "origin"))
    assert "cannot be run" in told(GitLedger(tmp_path / "missing", "origin"))


HOOK = "#!/bin/sh\n"


def hook(folder: Path, name: str, script: str) -> None:
    path = folder / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(HOOK + script)
    path.chmod(0o755)


def test_a_host_that_refuses_is_named_with_its_reason_and_with_another_home(home: GitHome) -> None:
    hook(home.remote, "pre-receive", "echo no such refs here >&2\nexit 1\n")
    with pytest.raises(LedgerUnusable, match=r"does not take .*pre-receive hook declined.*ledger: \{sqlite: …\}"):
        ledger(home).append(STORY[0], None)
    assert home.refs() == {}


def test_a_host_that_shows_nothing_of_what_it_took_is_found_out_before_anything_is_sent(home: GitHome) -> None:
    git(home.remote, "config", "uploadpack.hideRefs", "refs/newsroom")
    with pytest.raises(LedgerUnusable, match="not shown"):
        ledger(home).open(BASELINE, "one")


def test_the_users_own_hooks_and_settings_have_no_part_in_it(home: GitHome) -> None:
    clone = home.clone()
    for name in ("pre-push", "reference-transaction", "post-commit"):
        hook(clone / ".git", name, "exit 1\n")
    settings = {
        "commit.gpgSign": "true",
        "push.followTags": "true",
        "push.gpgSign": "true",
        "push.recurseSubmodules": "check",
        "remote.origin.mirror": "true",
        "remote.origin.push": "refs/heads/*:refs/heads/*",
        "fetch.prune": "true",
        "log.showSignature": "true",
        "protocol.version": "0",
        "i18n.commitEncoding": "ISO-8859-6",
        "i18n.logOutputEncoding": "ISO-8859-6",
        "user.useConfigOnly": "true",
    }
    for name, value in settings.items():
        git(clone, "config", name, value)
    history(GitLedger(clone, "origin"), *STORY)
    assert states(GitLedger(clone, "origin")) == {KEY: "posted"}
    assert git(clone, "for-each-ref", "refs/newsroom/seen")


def test_where_git_pushes_to_the_ledger_is_read_as_well(home: GitHome) -> None:
    git(home.folder, "init", "--quiet", "--bare", "copy.git")
    clone = home.clone(str(home.folder / "copy.git"))
    git(clone, "remote", "set-url", "--push", "origin", str(home.remote))
    history(GitLedger(clone, "origin"), *STORY)
    assert states(GitLedger(clone, "origin")) == states(ledger(home)) == {KEY: "posted"}


def test_a_newsroom_below_the_clones_top_and_an_address_told_from_there(home: GitHome) -> None:
    clone = home.clone("../remote.git")
    (clone / "news" / "room").mkdir(parents=True)
    history(GitLedger(clone / "news" / "room", "origin"), *STORY)
    assert states(GitLedger(clone, "origin")) == {KEY: "posted"}


@pytest.mark.parametrize(
    "options", [["--depth=1"], ["--filter=tree:0"], ["--mirror"]], ids=["shallow", "partial", "mirror"]
)
def test_any_kind_of_clone_will_do(home: GitHome, options: list[str]) -> None:
    source = home.clone()
    for number in range(2):
        who = ("-c", "user.name=a", "-c", "user.email=a@b.example")
        git(source, *who, "commit", "--quiet", "--allow-empty", "-m", f"{number}")
    git(source, "push", "--quiet", "origin", "HEAD:refs/heads/main")
    git(home.remote, "symbolic-ref", "HEAD", "refs/heads/main")
    history(ledger(home), *STORY)
    copy = home.folder / "copy"
    git(home.folder, "clone", "--quiet", *options, f"file://{home.remote}", str(copy))
    if "--mirror" in options:
        git(copy, "config", "core.bare", "false")
        git(copy, "worktree", "add", "--quiet", "--detach", str(home.folder / "tree"), "main")
        copy = home.folder / "tree"
    writer = GitLedger(copy, "origin")
    assert states(writer) == {KEY: "posted"}
    history(writer, line("claimed", post="post-2"))
    assert states(ledger(home)) == {KEY: "posted", identity("post-2").key: "claimed"}


def test_a_repository_of_longer_names_will_do(tmp_path: Path) -> None:
    home = GitHome(tmp_path, form="sha256")
    writer = ledger(home)
    writer.open(BASELINE, "one")
    (*_, last) = history(writer, *STORY)
    assert len(last) == 64
    assert states(ledger(home)) == {KEY: "posted"}


# Answers that are lost


class Deaf(Repository):
    """A line that breaks after the remote has done what it was asked, and before it says so."""

    def push(self, name: str, commit: str, before: str) -> Push:
        super().push(name, commit, before)
        return Push("", "the remote end hung up unexpectedly")


def deaf(home: GitHome, monkeypatch: pytest.MonkeyPatch) -> GitLedger:
    monkeypatch.setattr("newsroom.ledgers.git.Repository", Deaf)
    return GitLedger(home.clone(), "origin")


def test_a_line_whose_answer_was_lost_is_known_by_its_own_commit(
    home: GitHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = history(deaf(home, monkeypatch), *STORY)
    assert git(home.remote, "rev-parse", REF) == versions[-1]


def test_a_line_that_was_beaten_is_not_taken_for_ones_own_when_the_answer_is_lost(
    home: GitHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    history(ledger(home), line("claimed", "first"))
    assert deaf(home, monkeypatch).append(line("claimed", "second"), None) is None


def test_a_server_that_dies_after_it_wrote_is_asked_what_it_wrote(home: GitHome) -> None:
    hook(home.remote, "post-receive", "kill -9 $PPID\n")
    (version,) = history(ledger(home), line("claimed"))
    assert git(home.remote, "rev-parse", REF) == version


def test_a_remote_that_is_busy_for_a_moment_is_asked_again(home: GitHome) -> None:
    # A lock that somebody holds while the first push comes, and lets go of.
    lock = home.remote / f"{REF}.lock"
    lock.parent.mkdir(parents=True)
    lock.touch()
    hook(home.remote, "post-receive", "true\n")
    hook(home.remote, "pre-receive", f"[ -e seen ] && rm -f '{lock}'\ntouch seen\nexit 0\n")
    assert history(ledger(home), line("claimed"))


def test_a_commit_that_is_there_already_is_nobodys_victory(home: GitHome) -> None:
    # git answers 0 to both of two who push the same bytes.
    one, other = ledger(home), ledger(home)
    assert one.states() == other.states() == {}
    assert one.append(line("claimed", "same word"), None)
    assert other.append(line("claimed", "same word"), None) is None


# Somebody rewrites it


def rewound(home: GitHome) -> None:
    git(home.remote, "update-ref", REF, f"{REF}~1")


def gone(home: GitHome) -> None:
    git(home.remote, "update-ref", "-d", REF)


ACCIDENTS = {"rewound": rewound, "gone": gone}


@pytest.mark.parametrize("accident", ACCIDENTS.values(), ids=ACCIDENTS)
def test_a_clone_that_saw_more_stops_and_says_how_to_put_it_back(home: GitHome, accident: object) -> None:
    history(ledger(home), *STORY)
    clone = home.clone()
    before = states(GitLedger(clone, "origin")), home.refs()
    accident(home)  # type: ignore[operator]
    sentence = told(GitLedger(clone, "origin"))
    assert "was rewritten: what was known of post-1 (ar, mastodon @a@b.example, announcement) is not in it" in sentence
    follow(clone, sentence)
    assert (states(GitLedger(clone, "origin")), home.refs()) == before


@pytest.mark.parametrize("accident", ACCIDENTS.values(), ids=ACCIDENTS)
def test_a_clone_that_was_never_here_misses_what_later_lines_vouch_for(home: GitHome, accident: object) -> None:
    writer = ledger(home)
    history(writer, *STORY)
    history(writer, line("claimed", post="post-2"))
    before = home.refs()
    accident(home)  # type: ignore[operator]
    clone = home.clone()
    follow(clone, told(GitLedger(clone, "origin")))
    assert home.refs() == before
    assert states(GitLedger(clone, "origin")) == {KEY: "posted", identity("post-2").key: "claimed"}


def test_a_baseline_that_is_gone_is_missed(home: GitHome) -> None:
    writer = ledger(home)
    writer.open(BASELINE, "one")
    history(writer, *STORY)
    git(home.remote, "update-ref", "-d", ref_of_baseline(BASELINE.account))
    clone = home.clone()
    sentence = told(GitLedger(clone, "origin"))
    assert "what was known of mastodon @a@b.example is not in it" in sentence
    follow(clone, sentence)
    assert GitLedger(clone, "origin").baselines() == {BASELINE.account: BASELINE}


def test_many_losses_are_put_back_with_one_command(home: GitHome) -> None:
    writer = ledger(home)
    for number in range(5):
        history(writer, line("claimed", post=f"post-{number}"))
    clone = home.clone()
    GitLedger(clone, "origin").states()
    before = home.refs()
    git(home.remote, "update-ref", "--stdin", told="".join(f"delete {name}\n" for name in before))
    sentence = told(GitLedger(clone, "origin"))
    assert "nor of 4 more" in sentence
    follow(clone, sentence)
    assert home.refs() == before


def test_what_was_put_back_is_not_kept_to_be_put_back_again(home: GitHome) -> None:
    writer = ledger(home)
    history(writer, *STORY)
    clone = home.clone()
    GitLedger(clone, "origin").states()
    gone(home)
    follow(clone, told(GitLedger(clone, "origin")))
    GitLedger(clone, "origin").states()
    assert git(clone, "for-each-ref", "refs/newsroom/lost") == ""


def test_of_two_stories_of_one_message_a_person_chooses(home: GitHome) -> None:
    history(ledger(home), *STORY)
    clone = home.clone()
    GitLedger(clone, "origin").states()
    before = home.refs()
    gone(home)
    history(ledger(home), line("claimed", "another"))
    sentence = told(GitLedger(clone, "origin"))
    assert "Compare the two stories" in sentence
    follow(clone, sentence)
    assert home.refs() == before
    assert states(ledger(home)) == {KEY: "posted"}


def test_a_clone_that_is_pushed_as_a_mirror_deletes_the_ledger_and_gives_itself_away(home: GitHome) -> None:
    history(ledger(home), *STORY)
    mirroring = home.clone()
    GitLedger(mirroring, "origin").states()
    git(mirroring, "push", "--quiet", "--mirror", "origin")
    assert REF not in home.refs()
    fresh = home.clone()
    sentence = told(GitLedger(fresh, "origin"))
    follow(fresh, sentence)
    assert states(ledger(home)) == {KEY: "posted"}


def test_an_old_clone_that_is_pushed_as_a_mirror_rewinds_nothing_unseen(home: GitHome) -> None:
    writer = ledger(home)
    versions = history(writer, *STORY[:2])
    old = home.clone()
    GitLedger(old, "origin").states()
    assert writer.append(STORY[2], versions[-1])
    git(old, "push", "--quiet", "--mirror", "origin")
    assert "was rewritten" in told(GitLedger(home.clone(), "origin"))


def test_memories_of_one_clone_do_not_disturb_another_remotes_ledger(home: GitHome) -> None:
    clone = home.clone()
    history(GitLedger(clone, "origin"), *STORY)
    git(home.folder, "init", "--quiet", "--bare", "other.git")
    git(clone, "remote", "add", "other", str(home.folder / "other.git"))
    assert states(GitLedger(clone, "other")) == {}


def test_a_move_to_another_host_without_the_ledger_is_noticed(home: GitHome) -> None:
    clone = home.clone()
    history(GitLedger(clone, "origin"), *STORY)
    git(home.folder, "init", "--quiet", "--bare", "new.git")
    git(clone, "remote", "set-url", "origin", str(home.folder / "new.git"))
    follow(clone, told(GitLedger(clone, "origin")))
    assert states(GitLedger(clone, "origin")) == {KEY: "posted"}


def test_a_stale_push_with_force_is_told_as_what_it_is(home: GitHome) -> None:
    writer = ledger(home)
    claimed, *_ = history(writer, *STORY)
    history(writer, line("claimed", post="post-2"))
    stale = home.clone()
    git(stale, "fetch", "--quiet", "origin", claimed)
    git(stale, "push", "--quiet", "--force", "origin", f"{claimed}:{REF}")
    fresh = home.clone()
    follow(fresh, told(GitLedger(fresh, "origin")))
    assert states(ledger(home))[KEY] == "posted"


def test_a_tag_in_the_place_of_a_line_is_no_line(home: GitHome) -> None:
    (commit,) = history(ledger(home), line("claimed"))
    told_of = f"object {commit}\ntype commit\ntag x\ntagger a <a@b.example> 0 +0000\n\nx\n"
    git(home.remote, "update-ref", REF, git(home.remote, "mktag", told=told_of))
    fresh = home.clone()
    follow(fresh, told(GitLedger(fresh, "origin")))
    assert home.refs() == {REF: commit}


def test_of_a_message_in_whose_place_is_no_commit_nothing_is_believed(home: GitHome) -> None:
    (commit,) = history(ledger(home), line("claimed"))
    git(home.remote, "update-ref", REF, git(home.remote, "rev-parse", f"{commit}^{{tree}}"))
    assert states(ledger(home)) == {KEY: "broken"}
