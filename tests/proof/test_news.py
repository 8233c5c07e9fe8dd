"""Of a file that was proved before, no more than what is new is searched, and all of that."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsroom.proof import news as module
from newsroom.proof.news import NEAR, news

ENTRIES = st.lists(st.sampled_from([f"<entry>{number}{'word ' * 2000}</entry>" for number in range(6)]), max_size=8)
NEW = "<entry>Something that was never said before</entry>"


def test_nothing_is_new_in_the_same_bytes() -> None:
    assert news(b"word " * 9000, b"word " * 9000) == b""


def test_of_a_feed_that_took_in_one_entry_little_more_is_new() -> None:
    old = "".join(f"<entry>{number} {number * 7919}{'word ' * 3000}</entry>" for number in range(30))
    part = news(f"<feed>{NEW}{old[:-15000]}".encode(), f"<feed>{old}".encode())
    assert NEW.encode() in part
    assert len(part) < 6 * NEAR


@given(ENTRIES, ENTRIES, st.integers(0, 100_000))
def test_what_was_not_there_is_new_wherever_it_stands(before: list[str], after: list[str], place: int) -> None:
    text = "".join(after)
    data = text[:place] + NEW + text[place:]
    assert NEW.encode() in news(data.encode(), "".join(before).encode())


@given(st.binary(max_size=60), st.binary(max_size=60), st.integers(0, 3))
def test_each_two_bytes_that_never_stood_together_are_new_together(one: bytes, other: bytes, near: int) -> None:
    """The law, with probes and surroundings so small that it shows."""
    kept = module.NEAR, module._PROBE, module._STEP
    module.NEAR, module._PROBE, module._STEP = near + 2, 4, 2  # type: ignore[misc]
    try:
        data, old = one + other, other + b"x" + one
        part = news(data, old)
        pairs = (data[place : place + 2] for place in range(len(data) - 1))
        assert all(pair in part for pair in pairs if pair not in old)
    finally:
        module.NEAR, module._PROBE, module._STEP = kept  # type: ignore[misc]
