"""Secrets are found where they are kept, and in nothing that is written."""

from __future__ import annotations

import pytest

from newsroom.errors import SecretMissing
from newsroom.model.crossposting import Carrier
from newsroom.networks.secrets import Secrets

CARRIER = Carrier("mastodon", "@luban@social.luban.om", ("ar",), ())
NAME = "NEWSROOM_MASTODON_LUBAN_SOCIAL_LUBAN_OM_TOKEN"
TOKEN = "a/token+with=signs|and more"


def test_a_secret_has_a_name_that_environments_can_hold() -> None:
    assert Secrets(CARRIER, {}).name("token") == NAME


def test_the_environment_goes_before_the_keyring() -> None:
    keyring = {NAME: "from the keyring"}.get
    assert Secrets(CARRIER, {NAME: " from the environment\n"}, keyring).get("token") == "from the environment"
    assert Secrets(CARRIER, {}, keyring).get("token") == "from the keyring"


@pytest.mark.parametrize("environment", [{}, {NAME: ""}, {NAME: "  "}], ids=["absent", "empty", "blank"])
def test_a_secret_that_is_missing_is_named_in_both_languages(environment: dict[str, str]) -> None:
    with pytest.raises(SecretMissing) as caught:
        Secrets(CARRIER, environment).get("token")
    assert NAME in caught.value.sentence("ar")
    assert NAME in caught.value.sentence("en")


@pytest.mark.parametrize(
    "text",
    [
        f"Bearer {TOKEN}",
        "https://x.example/bota%2Ftoken%2Bwith%3Dsigns%7Cand%20more/send",
        "https://x.example/bota/token%2Bwith%3Dsigns%7Cand%20more/send",
        "access_token=a%2Ftoken%2Bwith%3Dsigns%7Cand+more&x=1",
    ],
    ids=["as it is", "in an address", "in a path", "in a form"],
)
def test_a_secret_is_taken_out_however_it_was_written(text: str) -> None:
    secrets = Secrets(CARRIER, {NAME: TOKEN})
    secrets.get("token")
    hidden = secrets.hide(text)
    assert "[secret]" in hidden
    assert "token%2B" not in hidden
    assert "signs" not in hidden


def test_a_short_word_stays_in_what_is_told() -> None:
    secrets = Secrets(CARRIER, {NAME: "on"})
    secrets.get("token")
    assert secrets.hide("connection refused") == "connection refused"


def test_secrets_are_not_in_their_own_name() -> None:
    secrets = Secrets(CARRIER, {NAME: TOKEN})
    secrets.get("token")
    assert TOKEN not in repr(secrets)
