"""Which posts go to which of the newsroom's accounts."""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.model.language import Language
from newsroom.model.post import Post, PostType


@dataclass(frozen=True, slots=True)
class Carrier:
    """An official account that carries posts, in these languages and of these types; no type named: of all."""

    network: str
    handle: str
    languages: tuple[Language, ...]
    types: tuple[PostType, ...]

    def carries(self, post: Post) -> bool:
        """Whether posts of this type are for the account."""
        return not self.types or post.type in self.types
