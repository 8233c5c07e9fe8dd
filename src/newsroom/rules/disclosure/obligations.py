"""What the rules on disclosure share: which posts are asked for it, and the file that carries a post's shared keys."""

from __future__ import annotations

from typing import Final

from newsroom.model.organization import Listing
from newsroom.model.post import Post
from newsroom.model.standards import Standards
from newsroom.reading.files import Document
from newsroom.reading.folders import Content
from newsroom.reading.wording import Wordings

_KEY_OF_LEAD: Final = "id"
"""Only the file that carries the shared keys must have it."""


def material_post(content: Content, standards: Standards) -> Post | None:
    """The post of a listed joint-stock company that tells a material fact, and was not withdrawn; or nothing."""
    listing = obliged_listing(standards)
    if listing is None or not isinstance(content, Post) or content.pubstatus == "canceled":
        return None
    is_older = listing.disclosures_since is not None and content.released.date() < listing.disclosures_since
    return content if content.is_material and not is_older else None


def results_post(content: Content, standards: Standards) -> Post | None:
    """The same, where the material fact is results."""
    post = material_post(content, standards)
    return post if post and post.type == "results" else None


def obliged_listing(standards: Standards) -> Listing | None:
    """Where the shares are traded of an organisation that must disclose."""
    organization = standards.organization
    return organization.listing if organization and organization.kind == "joint-stock" else None


def lead_document(wordings: Wordings) -> Document:
    """The file that carries the shared keys."""
    documents = [wording.document for wording in wordings.values()]
    return next((document for document in documents if _KEY_OF_LEAD in document.tree), documents[0])
