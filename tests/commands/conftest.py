from tests.releases.conftest import key, other_key

__all__ = ["key", "other_key"]
