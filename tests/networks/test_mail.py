"""A press list on a real mail server: what a reader gets, and what is known when something fails."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsroom.errors import AccountUnusable
from newsroom.model.crossposting import Carrier
from newsroom.model.delivery import Identity, Sealed
from newsroom.model.language import Language
from newsroom.model.message import Card, Message
from newsroom.networks import NETWORKS
from newsroom.networks.mail import PressList
from newsroom.networks.mail_letters import Letter
from newsroom.networks.mail_sending import PostOffice
from newsroom.networks.outcomes import Declined, NotSent, Undelivered, Unknown
from newsroom.networks.outlet import Access
from newsroom.networks.secrets import Secrets
from newsroom.networks.web import Web
from tests.servers.mail_server import PASSWORD, USER, MailServer, Phase, certificate, mail_server

NOW = datetime.datetime(2026, 11, 23, 8, tzinfo=datetime.UTC)
LINK = "https://newsroom.luban.om/ar/posts/2026/results/"
READER = "Zahra.Desk@Paper.Example"
READERS = f"{READER} ar\nnews@daily.example en  # both desks\nnews@daily.example ar\n"
TITLE = "لُبان تعلن نتائج النصف الأول من عام ٢٠٢٦ ونمو إيراداتها من التخزين المبرد والنقل بين الموانئ"
TEXTS = {
    "ar": f"{TITLE}\n\n.سطر يبدأ بنقطة\nوسطر <ثانٍ> & ثالث\n\n{LINK}",
    "en": f"Luban's first half\n\n.A line that begins with a full stop\nand <another>\n\n{LINK}",
}


@pytest.fixture(scope="module")
def server() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture(autouse=True)
def empty(server: MailServer) -> None:
    server.letters.clear()
    server.failures.clear()


Open = Callable[..., PressList]


@pytest.fixture
def opened(tmp_path: Path, server: MailServer) -> Open:
    """Gives the press list of an account, at the server unless it is told another."""

    def press_list(
        readers: str = READERS,
        sender: str = "لُبان <news@luban.example>",
        address: str = "",
        handle: str = "Press list",
        **secrets: str,
    ) -> PressList:
        (tmp_path / "readers.txt").write_text(readers, encoding="utf-8")
        carrier = Carrier("mail", handle, ("ar", "en"), (), address or server.address, sender)
        values = {"user": USER, "password": PASSWORD, "recipients": str(tmp_path / "readers.txt"), "salt": "sel" * 9}
        names = Secrets(carrier, {})
        secret = Secrets(carrier, {names.name(purpose): value for purpose, value in (values | secrets).items()})
        return PressList(Access(carrier, secret, Web(lambda: NOW, secret.hide), lambda: NOW))

    return press_list


def message(language: Language = "ar") -> Message:
    card = Card(TITLE if language == "ar" else "Luban's first half", "", f"{LINK}card.png", "")
    return Message("post1", language, "mail", "Press list", TEXTS[language], LINK, card)


def sealed(press_list: PressList, language: Language = "ar", place: int = 0) -> Sealed:
    identity = Identity("post1", language, "mail", "Press list", press_list.parts(language)[place])
    return press_list.seal(identity, message(language), NOW)


def test_each_reader_has_a_letter_of_their_own(opened: Open, server: MailServer) -> None:
    press_list = opened()
    for place in range(2):
        press_list.send(sealed(press_list, place=place), {})
    assert [(kept.reader, kept.mail["To"]) for kept in server.letters] == [
        ("Zahra.Desk@paper.example", "Zahra.Desk@paper.example"),
        ("news@daily.example", "news@daily.example"),
    ]


def test_a_letter_says_in_its_headers_what_it_is(opened: Open, server: MailServer) -> None:
    press_list = opened()
    whole = sealed(press_list)
    receipt = press_list.send(whole, {})
    mail = server.letters[0].mail
    assert {name: str(value) for name, value in mail.items() if name not in {"Content-Type", "MIME-Version"}} == {
        "From": "لُبان <news@luban.example>",
        "To": "Zahra.Desk@paper.example",
        "Date": "Mon, 23 Nov 2026 08:00:00 +0000",
        "Message-ID": f"<{whole.identity.key}@luban.example>",
        "Subject": TITLE,
        "Content-Language": "ar",
        "List-Id": "<press-list.luban.example>",
        "List-Unsubscribe": "<mailto:news@luban.example?subject=unsubscribe%20Zahra.Desk%40paper.example>",
        "Auto-Submitted": "auto-generated",
    }
    assert receipt.id == mail["Message-ID"]


def test_headers_are_short_lines_of_ascii(opened: Open, server: MailServer) -> None:
    press_list = opened(readers=f"{'a-very-long-name.' * 4}zahra@paper.example ar")
    press_list.send(sealed(press_list), {})
    lines = server.letters[0].content.partition(b"\r\n\r\n")[0].split(b"\r\n")
    long = {line.partition(b":")[0] for line in lines if len(line) > 78}
    assert all(line.isascii() for line in lines)
    assert long == {b"To", b"Message-ID", b"List-Unsubscribe"}
    assert b"=?" not in next(line for line in lines if line.startswith(b"List-Unsubscribe"))


@pytest.mark.parametrize(
    ("language", "direction", "why"), [("ar", "rtl", "تصلك هذه الرسالة"), ("en", "ltr", "You receive this")]
)
def test_words_come_plain_first_and_then_in_their_direction(
    opened: Open, server: MailServer, language: Language, direction: str, why: str
) -> None:
    press_list = opened()
    press_list.send(sealed(press_list, language), {})
    kept = server.letters[0]
    kinds = [part.get_content_type() for part in kept.mail.iter_parts()]
    plain, html = kept.part("plain"), kept.part("html")
    assert kinds == ["text/plain", "text/html"]
    assert plain.startswith(f"{TEXTS[language]}\n\n-- \n{why}")
    assert html.count(f'lang="{language}" dir="{direction}"') == 2
    assert f'<a href="{LINK}" dir="ltr">{LINK}</a>' in html
    assert "&lt;" in html


def test_nothing_in_a_letter_reports_that_it_was_read(opened: Open, server: MailServer) -> None:
    press_list = opened()
    press_list.send(sealed(press_list), {})
    html = server.letters[0].part("html")
    assert html.count("http") == 2
    assert [each for each in ("<img", "<link", "<script", "<style", "url(") if each in html] == []


def test_a_letter_has_the_same_bytes_at_every_try(opened: Open, server: MailServer) -> None:
    whole = sealed(opened())
    for _ in range(2):
        opened().send(whole, {})
    assert server.letters[0].content == server.letters[1].content


@pytest.mark.parametrize(
    ("phase", "reply", "outcome"),
    [
        ("CONNECT", "421 4.3.2 busy", NotSent),
        ("CONNECT", "554 5.7.1 no", Declined),
        ("CONNECT", "", NotSent),
        ("EHLO", "", NotSent),
        ("AUTH", "454 4.7.0 later", NotSent),
        ("AUTH", "535 5.7.8 wrong", Declined),
        ("AUTH", "", NotSent),
        ("MAIL", "451 4.3.0 later", NotSent),
        ("MAIL", "550 5.7.1 not from you", Declined),
        ("MAIL", "", NotSent),
        ("RCPT", "450 4.2.1 later", NotSent),
        ("RCPT", f"550 5.1.1 <{READER}> unknown", Declined),
        ("RCPT", "", NotSent),
        ("DATA", "451 4.3.0 later", NotSent),
        ("DATA", "554 5.5.1 nobody to send to", Declined),
        ("DATA", "", NotSent),
        ("END", "452 4.2.2 full", NotSent),
        ("END", f"554 5.7.1 {READER} may not", Declined),
        ("END", "", Unknown),
        ("END", "what?", Unknown),
        ("END", "354 and then?", Unknown),
    ],
)
def test_a_failure_is_what_is_known_at_its_phase(
    opened: Open, server: MailServer, phase: Phase, reply: str, outcome: type[Undelivered]
) -> None:
    press_list = opened()
    whole = sealed(press_list)
    server.fail(phase, reply)
    with pytest.raises(Undelivered) as caught:
        press_list.send(whole, {})
    assert type(caught.value) is outcome
    assert server.letters == []
    told = f"{caught.value!r} {caught.value.reason}".casefold()
    assert not [word for word in (READER.casefold(), "zahra", PASSWORD) if word in told]


def test_a_letter_that_was_kept_without_an_answer_is_in_doubt(opened: Open, server: MailServer) -> None:
    press_list = opened()
    whole = sealed(press_list)
    server.fail("END", is_kept=True)
    with pytest.raises(Unknown):
        press_list.send(whole, {})
    with pytest.raises(Unknown):
        press_list.recover(whole, {}, NOW)
    assert len(server.letters) == 1


def test_who_was_refused_is_told_by_the_line_of_the_list(opened: Open, server: MailServer) -> None:
    press_list = opened()
    server.fail("RCPT", "550 5.1.1 unknown")
    with pytest.raises(Declined) as caught:
        press_list.send(sealed(press_list, place=1), {})
    assert caught.value.reason.en == "127.0.0.1: 550 5.1.1, of the reader on line 3 of the list"


def test_where_nobody_listens_nothing_was_sent(opened: Open) -> None:
    with mail_server() as gone:
        address = gone.address
    press_list = opened(address=address)
    with pytest.raises(NotSent):
        press_list.send(sealed(press_list), {})


@pytest.mark.parametrize(("is_international", "kept"), [(True, 1), (False, 0)], ids=["offered", "not offered"])
def test_a_name_in_arabic_needs_a_server_that_takes_it(opened: Open, *, is_international: bool, kept: int) -> None:
    with mail_server(is_international=is_international) as server:
        press_list = opened(readers="زهرة@صحيفة.example ar", address=server.address)
        if is_international:
            press_list.send(sealed(press_list), {})
        else:
            with pytest.raises(Declined):
                press_list.send(sealed(press_list), {})
        assert [letter.reader for letter in server.letters] == ["زهرة@xn--ogbhx3c3b.example"] * kept
        assert all("To: زهرة@xn".encode() in letter.content for letter in server.letters)


def test_a_domain_in_arabic_needs_nothing(opened: Open) -> None:
    with mail_server(is_international=False) as server:
        press_list = opened(readers="zahra@صحيفة.example ar", address=server.address)
        press_list.send(sealed(press_list), {})
        assert server.letters[0].reader.endswith(".example")
        assert server.letters[0].reader.isascii()


@pytest.mark.parametrize("scheme", ["smtps", "smtp"])
def test_a_line_is_encrypted_by_a_certificate_that_is_trusted(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    context, trusted = certificate(tmp_path)
    with mail_server(**{"encrypted" if scheme == "smtps" else "encrypting": context}) as server:
        press_list = opened(address=server.address.replace("smtp:", f"{scheme}:"))
        with pytest.raises(NotSent, match="certificate"):
            press_list.send(sealed(press_list), {})
        assert server.letters == []
        monkeypatch.setenv("SSL_CERT_FILE", str(trusted))
        press_list.send(sealed(press_list), {})
        assert len(server.letters) == 1


def test_a_line_that_begins_with_a_full_stop_ends_no_letter(server: MailServer) -> None:
    office = PostOffice(server.address, USER, PASSWORD, str)
    content = b"Subject: dots\r\n\r\n.\r\n..two\r\nlast.\r\n"
    with office.open() as line:
        office.hand_over(line, Letter("news@luban.example", "zahra@paper.example", 1, content, is_international=False))
    assert server.letters[0].content == content


def test_no_password_is_told_on_an_open_line_to_another_machine(
    opened: Open, monkeypatch: pytest.MonkeyPatch, server: MailServer
) -> None:
    monkeypatch.setattr("newsroom.networks.mail_sending.is_loopback", lambda _: False)
    press_list = opened()
    server.fail("AUTH", "535 5.7.8 heard it")
    with pytest.raises(Declined, match="STARTTLS"):
        press_list.send(sealed(press_list), {})
    assert server.met("AUTH")


def test_readers_are_hashes_that_only_the_salt_explains(opened: Open) -> None:
    parts = opened().parts("ar")
    assert parts == opened(readers=READERS.upper().replace(" AR", " ar").replace(" EN", " en")).parts("ar")
    assert not set(parts) & set(opened(salt="another" * 4).parts("ar"))
    assert opened().parts("en") == parts[1:]


def test_who_was_taken_off_the_list_is_sent_nothing(opened: Open, server: MailServer) -> None:
    whole = sealed(opened())
    with pytest.raises(Declined):
        opened(readers="news@daily.example ar").send(whole, {})
    assert server.letters == []


def test_no_address_stands_in_what_is_kept(opened: Open) -> None:
    press_list = opened()
    whole = sealed(press_list)
    receipt = press_list.send(whole, {})
    assert "zahra" not in f"{whole} {receipt} {press_list!r} {press_list._readers}".casefold()


def test_health_logs_in_and_sends_nothing(opened: Open, server: MailServer) -> None:
    assert opened().health().holder == "news@luban.example"
    assert server.letters == []


def test_health_finds_a_password_that_works_no_more(opened: Open) -> None:
    with pytest.raises(Declined):
        opened(password="another-password").health()


@pytest.mark.parametrize(
    "wrong", [{"sender": "nobody"}, {"readers": "zahra@paper.example"}], ids=["the sender", "the list"]
)
def test_a_list_that_is_set_up_wrong_is_not_opened(opened: Open, wrong: dict[str, str]) -> None:
    with pytest.raises(AccountUnusable):
        opened(**wrong)


def test_a_handle_without_letters_of_ascii_has_a_list_all_the_same(opened: Open, server: MailServer) -> None:
    press_list = opened(handle="القائمة الصحفية")
    press_list.send(sealed(press_list), {})
    assert server.letters[0].mail["List-Id"] == "<press.luban.example>"


def test_news_lapses_after_a_day() -> None:
    assert NETWORKS["mail"].lapses == datetime.timedelta(days=1)
