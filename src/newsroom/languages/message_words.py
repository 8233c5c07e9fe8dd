"""Every word in which a preview tells of messages to accounts, as in :mod:`newsroom.languages.words`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.languages.words import Plural
from newsroom.model.message import Consent, Silence


@dataclass(frozen=True, slots=True)
class MessageWords:
    """One language's words. ``other_networks`` are those on which nobody follows an official account."""

    # Around the messages
    messages: str
    introduction: str  # {file}, {command}
    nothing_to_say: str
    to_messages: str
    of_this_post: str

    # Of a post
    counted: Plural
    no_messages: str
    release: str  # {date}
    withheld: str
    withdrawn: str
    read_post: str

    # Of a message
    picture: str
    link: str
    as_sent: str
    length: str
    length_of: str  # {count}, {most}, {units}
    any_length: str
    price: str
    dollars: str  # {amount}
    free: str
    goes: str
    goes_after: str  # {date}
    goes_with_consent: str
    goes_when_open: str
    consent: str
    consents: Mapping[Consent, str]

    # Where nothing goes
    silent: str
    reasons: Mapping[Silence, str]  # {key}

    other_networks: Mapping[str, str]
