"""Each branch has a preview at an address that nobody can guess, as long as there is something in it to preview."""

from __future__ import annotations

import datetime
import re
import stat
from pathlib import Path
from urllib.parse import urljoin

import pytest

from newsroom.errors import ProblemsFound
from newsroom.hosting.served import Previews, Served
from newsroom.publishing.previewing import Previewing
from tests.hosting.server import NAMES, Name, ask, serving
from tests.hosting.test_servers import HOME
from tests.publishing.hosted import Hosted

ADDRESS = "https://host.example/previews/"


@pytest.fixture
def previewed(hosted: Hosted) -> Hosted:
    """A host with previews, and in the working copy the branch ``trial`` with an embargoed post 2."""
    hosted.set(previews=ADDRESS)
    hosted.git("checkout", "--quiet", "-b", "trial")
    hosted.write_post(2, embargoed="2096-01-01T00:00")
    hosted.commit("Trial")
    return hosted


def preview(hosted: Hosted, branch: str = "trial") -> Path:
    """Take a branch and preview it in this very process; where its preview is found."""
    hosted.take(hosted.git("rev-parse", branch), branch)
    address = _previewing(hosted).preview(branch)
    assert address
    return hosted.folder / "previews" / address.removeprefix(ADDRESS).rstrip("/")


def _previewing(hosted: Hosted) -> Previewing:
    return Previewing(hosted.host, lambda: datetime.datetime.now(datetime.UTC))


def test_whoever_pushes_a_branch_is_told_where_its_preview_is(previewed: Hosted) -> None:
    answer = previewed.push(refs="trial")
    told = re.search(rf"preview of trial: {ADDRESS}([a-z2-7]{{52}})/", answer.stderr)
    assert told, answer.stderr
    site = previewed.folder / "previews" / told[1]
    # It is marked, and closed to search engines.
    assert "noindex" in (site / "en/posts/2026/post-2/index.html").read_text()
    assert "Disallow: /" in (site / "robots.txt").read_text()
    assert previewed.live.number == 1
    assert "post-2" not in previewed.shown("en/index.html")


def test_a_branch_keeps_its_address_and_others_have_others(previewed: Hosted) -> None:
    first = preview(previewed)
    previewed.write_post(3)
    previewed.commit()
    assert preview(previewed) == first
    assert (first / "en/posts/2026/post-3/index.html").is_file()
    assert [path.name for path in (previewed.folder / "preview-sites" / first.name).iterdir()] == ["2"]
    previewed.git("branch", "other")
    assert preview(previewed, "other") != first


def test_two_hosts_name_a_branch_differently(previewed: Hosted) -> None:
    first = preview(previewed)
    previewed.host.secret.unlink()
    assert preview(previewed).name != first.name


@pytest.mark.parametrize("server", NAMES)
def test_the_servers_that_we_tell_show_a_preview_and_what_it_links_to(
    previewed: Hosted, server: Name, tmp_path: Path
) -> None:
    token = preview(previewed).name
    served = Served(HOME, previewed.host.live, previews=Previews(previewed.host.previews))
    with serving(server, tmp_path, served) as port:
        page = ask(port, f"/previews/{token}/en/posts/2026/post-2/")
        assert (page.status, page.headers["x-robots-tag"]) == (200, "noindex, nofollow")
        style = re.search(rb'rel="stylesheet" href="([^"]+)"', page.body)
        assert style
        address = urljoin(f"/previews/{token}/en/posts/2026/post-2/", style[1].decode())
        assert ask(port, address).status == 200


def test_nobody_sees_what_previews_there_are(previewed: Hosted) -> None:
    preview(previewed)
    modes = {"previews": 0o711, "preview-sites": 0o711, "preview-checkouts": 0o700, "previews.secret": 0o600}
    assert {name: stat.S_IMODE((previewed.folder / name).stat().st_mode) for name in modes} == modes


def test_without_an_address_for_them_there_are_no_previews(hosted: Hosted) -> None:
    hosted.git("checkout", "--quiet", "-b", "trial")
    hosted.commit()
    assert "preview" not in hosted.push(refs="trial").stderr
    assert not (hosted.folder / "previews").exists()


def test_a_branch_with_nothing_of_its_own_has_no_preview(previewed: Hosted) -> None:
    previewed.take(previewed.git("rev-parse", "main"), "same")
    assert _previewing(previewed).preview("same") is None


def test_a_branch_with_an_error_keeps_the_preview_that_it_had(previewed: Hosted) -> None:
    site = preview(previewed)
    previewed.write_post(3, author="nobody-of-this-name")
    previewed.commit()
    with pytest.raises(ProblemsFound):
        preview(previewed)
    assert (site / "en/posts/2026/post-2/index.html").is_file()


def test_a_push_of_a_branch_with_an_error_comes_in_and_says_why_there_is_no_preview(previewed: Hosted) -> None:
    previewed.write_post(3, author="nobody-of-this-name")
    previewed.commit()
    answer = previewed.push(refs="trial")
    assert answer.returncode == 0
    assert "there is no new preview: content/posts/2026/post-3/index.ar.md:" in answer.stderr


def test_the_preview_of_a_branch_that_is_deleted_goes(previewed: Hosted) -> None:
    site = preview(previewed)
    previewed.push("--delete", refs="trial")
    assert not site.is_symlink()
    for folder in ("previews", "preview-sites", "preview-checkouts"):
        assert list((previewed.folder / folder).iterdir()) == []


def test_the_preview_of_a_branch_that_was_merged_goes_and_that_of_another_stays(previewed: Hosted) -> None:
    site = preview(previewed)
    previewed.git("checkout", "--quiet", "-b", "other", "main")
    previewed.commit("Other")
    other = preview(previewed, "other")
    previewed.take(previewed.git("rev-parse", "trial"), "main")
    _previewing(previewed).sweep()
    assert not site.is_symlink()
    assert (other / "en/index.html").is_file()
