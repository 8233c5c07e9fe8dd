"""Laws of ledgers, for any lines in any order."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.ledgers.ledger import STEPS, Baseline, BrokenLine, Ledger, Line, State, Step, folded
from newsroom.ledgers.writing import read_baseline, read_line, written
from newsroom.model.delivery import Receipt, Sealed
from newsroom.model.language import Localized
from newsroom.model.message import Card, Message
from tests.ledgers.homes import HOMES, NOW, identity, ledger, line

words = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
"""All that Python can encode: half of a pair of surrogates is no text."""
mappings = st.dictionaries(words, words, max_size=3)
instants = st.datetimes(
    min_value=NOW.replace(tzinfo=None, year=2000),
    max_value=NOW.replace(tzinfo=None, year=2100),
    timezones=st.just(NOW.tzinfo),
)
cards = st.builds(Card, words, words, words, words)
messages = st.builds(Message, words, st.sampled_from(["ar", "en"]), words, words, words, words, cards)
sealed = st.builds(Sealed, st.builds(identity, words), messages, instants, mappings)
lines = st.builds(
    Line,
    key=st.just(identity().key),
    step=st.sampled_from(STEPS),
    at=instants,
    writer=words,
    sealed=st.none() | sealed,
    prepared=mappings,
    receipt=st.none() | st.builds(Receipt, words, words),
    until=st.none() | instants,
    reason=st.none() | st.builds(Localized, words, words),
)


@given(lines)
def test_a_line_is_read_as_it_was_written_and_stands_on_one_line(line: Line) -> None:
    data = written(line)
    assert read_line(data, line.key) == line
    assert data.count(b"\n") == data.count(b"\0") == 0


@given(st.builds(Baseline, words, instants, st.lists(words).map(tuple)))
def test_a_baseline_is_read_as_it_was_written(baseline: Baseline) -> None:
    assert read_baseline(written(baseline)) == baseline


@given(lines, st.data())
def test_a_line_that_was_cut_anywhere_is_not_believed(line: Line, data: st.DataObject) -> None:
    whole = written(line)
    with pytest.raises(BrokenLine):
        read_line(whole[: data.draw(st.integers(0, len(whole) - 1))])


Try = tuple[int, int, int, Step]
"""A writer, one of two messages, how many lines ago the writer last looked, and what it would say."""
STEPS_THAT_FOLLOW: Sequence[Step] = ("claimed", "sending", "uncertain", "deferred", "posted", "deleted")


@pytest.mark.parametrize("kind", HOMES, ids=HOMES)
def test_whoever_writes_when_each_version_has_one_next_and_what_is_read_is_what_was_written(
    kind: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = HOMES[kind](tmp_path_factory.mktemp("law"))
    writers, examples = [ledger(home) for _ in range(3)], iter(range(1000))

    @settings(max_examples=4 if kind == "git" else 100, deadline=None, derandomize=True)
    @given(
        st.lists(
            st.tuples(st.integers(0, 2), st.integers(0, 1), st.integers(0, 2), st.sampled_from(STEPS_THAT_FOLLOW)),
            min_size=4,
            max_size=10,
        )
    )
    def law(tries: list[Try]) -> None:
        holds(writers, [f"example {next(examples)} {message}" for message in range(2)], tries)

    law()


def holds(writers: Sequence[Ledger], posts: Sequence[str], tries: Sequence[Try]) -> None:
    """What is appended after the last line is there; what is appended after any other line is not."""
    books: dict[str, list[tuple[str, Line]]] = {post: [] for post in posts}
    for number, (writer, message, behind, step) in enumerate(tries):
        post = posts[message]
        book = books[post]
        seen = len(book) - min(behind, len(book))
        wanted = line(step, f"{number}", post=post, minute=number)
        version = writers[writer].append(wanted, book[seen - 1][0] if seen else None)
        assert (version is None) == (seen < len(book))
        if version is not None:
            book.append((version, wanted))
    for writer in writers:
        found = writer.states()
        for post, book in books.items():
            assert shown(found.get(identity(post).key)) == shown(expected(book))


def expected(book: Sequence[tuple[str, Line]]) -> State | BrokenLine | None:
    try:
        return folded(book) if book else None
    except BrokenLine as error:
        return error


def shown(state: State | BrokenLine | None) -> object:
    return str(state) if isinstance(state, BrokenLine) else state
