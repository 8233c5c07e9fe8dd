"""``newsroom approve``: consent to exactly what will be published of a post, signed with the approver's own key."""

from __future__ import annotations

import datetime
from contextlib import suppress
from pathlib import Path

from newsroom.approvals.contents import contents
from newsroom.approvals.files import ALLOWED_SIGNERS, path_at
from newsroom.approvals.gate import Register, register
from newsroom.approvals.messages import messages
from newsroom.approvals.reporting import Reporter
from newsroom.approvals.signers import keys_of, read_revoked, read_signers
from newsroom.approvals.standing import Standing
from newsroom.approvals.statement import NAMESPACE, Statement
from newsroom.commands.check import problems_but_for_consent
from newsroom.errors import ProblemsFound, Refused
from newsroom.history.log import SLACK, History, read_history
from newsroom.model.newsroom import Newsroom
from newsroom.model.policy import Role
from newsroom.model.post import Post
from newsroom.reading.files import read_words
from newsroom.reading.findings import Findings
from newsroom.reading.newsroom import read_newsroom
from newsroom.rules import inspect
from newsroom.signatures.openssh import Verifier, sign


def to_be_signed(root: Path, slug: str, role: Role, principal: str | None, now: datetime.datetime) -> Statement:
    """The statement that a person would sign. ``slug`` is a post's, with its year before it where that is needed.

    Raises :class:`Refused`, :class:`ProblemsFound` where the post has errors, and :class:`HistoryUnknown`.
    """
    newsroom, post = _post(root, slug)
    standing, history = _standing(register(newsroom, root, {}), post, role), read_history(root)
    who = _principal(newsroom, post, role, principal)
    _refuse_own(standing, history, role, who)
    _refuse_unfinished(post, history, now)
    published = contents(post, newsroom, root, lambda text: read_words(text.path, text.body.digest, root))
    said = {**published, **messages(newsroom, post)}
    return Statement(role, who, now.replace(microsecond=0), history.head, said)


def approve(root: Path, statement: Statement, key: Path | None) -> tuple[Path, ...]:
    """Sign a statement and write it with its signature, and say where. Without ``key``, an agent is asked.

    Raises :class:`Refused` where nobody signs, or with a key that is not the approver's.
    """
    text, (signers, revoked) = str(statement).encode(), _keys(root)
    signature = _signature(text, statement, signers, key)
    outcome = (
        Verifier(NAMESPACE, signers, revoked).verdict(text, signature, statement.principal, statement.signed).outcome
    )
    if outcome != "good":
        raise Refused(
            f"{ALLOWED_SIGNERS} does not give the key that signed to {statement.principal}; nothing was written",
            f"المفتاح الذي وقّع ليس لـ {statement.principal} في {ALLOWED_SIGNERS}؛ ولم يُكتب شيء",
        )
    path = root / path_at(statement.contents["address"], statement.role)
    path.parent.mkdir(parents=True, exist_ok=True)
    return _replaced(path.with_name(f"{path.name}.sig"), signature), _replaced(path, text)


def shown(statement: Statement) -> str:
    """A statement for a terminal, which could take some characters for orders."""
    return "".join(each if each.isprintable() or each == "\n" else f"<U+{ord(each):04X}>" for each in str(statement))


def find_post(newsroom: Newsroom, slug: str) -> Post:
    """The post of a slug, or of a year and a slug. Raises :class:`Refused` where there is none, or are several."""
    found = [post for post in newsroom.posts if slug in (post.slug, f"{post.year}/{post.slug}")]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(f"{post.year}/{post.slug}" for post in found)
        raise Refused(
            f"several posts have this slug; choose from: {names}", f"لعدة منشورات هذا الاسم؛ اختر من: {names}"
        )
    raise Refused(f'there is no post "{slug}" without errors', f"لا منشور سليمًا باسم «{slug}»")


def _post(root: Path, slug: str) -> tuple[Newsroom, Post]:
    """The newsroom and the post, which has no error; those of other posts are not this approver's concern."""
    reading = read_newsroom(root, inspect)
    newsroom = reading.newsroom
    errors = tuple(problem for problem in problems_but_for_consent(reading, root) if problem.is_error)
    of_post = tuple(problem for problem in errors if f"/{slug.rpartition('/')[2]}/" in problem.path)
    if newsroom is None or of_post:
        raise ProblemsFound(of_post or errors)
    return newsroom, find_post(newsroom, slug)


def _standing(known: Register, post: Post, role: Role) -> Standing:
    standing = next((each for each in known.standings if each.post.id == post.id), None)
    if standing and role in standing.need.asked:
        return standing
    needed = ", ".join(standing.need.asked) if standing else "—"
    raise Refused(
        f"policy.yml asks for no consent of {role} to this post; it asks for: {needed}",
        f"لا تطلب policy.yml لهذا المنشور موافقة {role}؛ وإنما تطلب: {needed}",
    )


def _principal(newsroom: Newsroom, post: Post, role: Role, wanted: str | None) -> str:
    able = list(Reporter(newsroom, Path()).principals(post, role))
    chosen = [each for each in able if wanted is None or each.lower() == wanted.lower()]
    if len(chosen) == 1:
        return chosen[0]
    names = ", ".join(able) or "—"
    raise Refused(
        f"say with --as who you are; these may consent to it as {role}: {names}",
        f"اذكر بالخيار --as من أنت؛ ومن لهم الموافقة بصفة {role}: {names}",
    )


def _refuse_own(standing: Standing, history: History, role: Role, who: str) -> None:
    """Refuse the consent of whoever wrote the post, or has consented in another role."""
    commits = history.of(f"content/{standing.post.folder}")
    if role != "author" and any(who.lower() in commit.writers for commit in commits):
        raise Refused(
            f"{who} wrote this post or a part of it; another has to consent as {role}",
            f"كتب {who} هذا المنشور أو شيئًا منه؛ فليوافق غيره بصفة {role}",
        )
    if any(given.principal == who.lower() and given.role != role for given in standing.given.values()):
        raise Refused(
            f"{who} has consented to this post in another role; another has to consent as {role}",
            f"وافق {who} على هذا المنشور بصفة أخرى؛ فليوافق غيره بصفة {role}",
        )


def _refuse_unfinished(post: Post, history: History, now: datetime.datetime) -> None:
    """Refuse what nobody could hold to the consent later."""
    if post.pubstatus == "withheld":
        raise Refused(
            "the post is withheld; delete pubstatus: withheld first, for it is not released without consent anyway",
            "المنشور محجوب؛ احذف pubstatus: withheld أولًا، فهو لا يُنشر دون الموافقات على أي حال",
        )
    if not history.is_recorded(f"content/{post.folder}"):
        raise Refused(
            f"content/{post.folder} has changes that are not committed; commit them first",
            f"في content/{post.folder} تغييرات لم تُودَع؛ أودِعها أولًا (git commit)",
        )
    if now < history.times[history.head] - SLACK:
        raise Refused(
            "by this machine's clock the last commit lies in the future; set the clock right first",
            "آخر إيداع واقع في المستقبل بحسب ساعة هذا الجهاز؛ اضبطها أولًا",
        )


def _keys(root: Path) -> tuple[bytes, bytes | None]:
    """The files of allowed signers and of revoked keys. Raises :class:`ProblemsFound`."""
    findings = Findings()
    signers, revoked = read_signers(root, findings), read_revoked(root, findings)
    if findings.problems:
        raise ProblemsFound(findings.problems)
    return signers, revoked


def _signature(text: bytes, statement: Statement, signers: bytes, key: Path | None) -> bytes:
    """A signature by the key in a file, or by the first of the approver's own that an agent holds."""
    keys: list[Path | str] = [key] if key else list(keys_of(statement.principal, signers))
    if not keys:
        raise Refused(
            f"{ALLOWED_SIGNERS} has no key of {statement.principal}; name the file of one with --key",
            f"لا مفتاح لـ {statement.principal} في {ALLOWED_SIGNERS}؛ سمِّ ملفه بالخيار --key",
        )
    for each in keys[:-1]:
        with suppress(Refused):
            return sign(text, each, NAMESPACE)
    return sign(text, keys[-1], NAMESPACE)


def _replaced(path: Path, data: bytes) -> Path:
    """Write a file that is there whole or not at all."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(data)
    beside.replace(path)
    return path
