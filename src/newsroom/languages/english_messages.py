"""The words of messages to accounts in British English."""

from __future__ import annotations

from typing import Final

from newsroom.languages.message_words import MessageWords
from newsroom.languages.words import Plural

ENGLISH_MESSAGES: Final = MessageWords(
    messages="Messages to accounts",
    introduction=(
        "What the accounts in {file} will say of posts to come, and of those of the last seven days. Whether something "
        "was sent is told by {command}."
    ),
    nothing_to_say="No post is to come, and there is none of the last seven days.",
    to_messages="See the messages",
    of_this_post="See what accounts will say of this post",
    counted=Plural(*["{count} messages", "{count} message", *["{count} messages"] * 4]),
    no_messages="No messages",
    release="Release: {date}",
    withheld="Withheld",
    withdrawn="Withdrawn",
    read_post="Read the post",
    picture="Picture",
    link="Link",
    as_sent="As it is sent",
    length="Length",
    length_of="{count} of {most} {units}",
    any_length="the network takes any",
    price="Price",
    dollars="US${amount}",
    free="free of charge",
    goes="Goes from",
    goes_after="{date}, where the post itself was sent",
    goes_with_consent="when the post has all the consent it needs",
    goes_when_open="when the post is no longer withheld",
    consent="Consent",
    consents={
        "unneeded": "not needed",
        "given": "given to these words",
        "missing": "not yet given to these words",
    },
    silent="Nothing goes to",
    reasons={
        "type": "not for posts of this type",
        "language": "not for this language",
        "withdrawn": "the post was withdrawn",
        "lapsed": "the post is too old to be news there",
        "speechless": "the other accounts there say it all; for words of its own, use the key {key}",
    },
    other_networks={
        "threads": "Threads",
        "mail": "E-mail",
        "slack": "Slack",
        "discord": "Discord",
        "teams": "Teams",
        "webhook": "Webhook",
        "websub": "WebSub",
        "indexnow": "IndexNow",
        "printer": "Printer",
    },
)
