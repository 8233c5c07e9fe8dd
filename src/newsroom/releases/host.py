"""Where everything of a host of one's own lies. Only ``live`` and ``previews`` are for the world."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from newsroom.model.host import HostSettings


@dataclass(frozen=True, slots=True)
class Host:
    """A host's folder, and what its operator has decided."""

    folder: Path
    settings: HostSettings

    @property
    def repository(self) -> Path:
        """The bare repository to which people push."""
        return self.folder / "repository.git"

    @property
    def checkout(self) -> Path:
        """The newsroom as it is being built, with what builds remember."""
        return self.folder / "checkout"

    @property
    def releases(self) -> Path:
        """The folder of all releases."""
        return self.folder / "releases"

    @property
    def live(self) -> Path:
        """The link to the site that is served: the root of a web server."""
        return self.folder / "live"

    @property
    def preparation(self) -> Path:
        """The folder of what goes live at an instant to come, which nobody else may enter."""
        return self.folder / "preparation"

    @property
    def pin(self) -> Path:
        """The file that names the commit to which somebody went back."""
        return self.folder / "pinned-commit"

    @property
    def previews(self) -> Path:
        """The folder of links to previews, one a branch, by names that nobody can guess."""
        return self.folder / "previews"

    @property
    def preview_sites(self) -> Path:
        """The folder of what those links lead to."""
        return self.folder / "preview-sites"

    @property
    def preview_checkouts(self) -> Path:
        """The folder of newsrooms as they are being previewed, with what builds remember of them."""
        return self.folder / "preview-checkouts"

    @property
    def secret(self) -> Path:
        """The file of what makes the names of previews unguessable."""
        return self.folder / "previews.secret"

    @property
    def previewing(self) -> FileLock:
        """Held by whoever builds a preview, which holds up no publication."""
        return FileLock(self.folder / ".previewing.lock")

    @property
    def building(self) -> FileLock:
        """Held by whoever builds, from the check-out to the switch."""
        return FileLock(self.folder / ".building.lock")

    @property
    def waiting(self) -> FileLock:
        """Held, as long as it runs, by the one process that publishes at instants."""
        return FileLock(self.folder / ".publisher.lock")

    @property
    def switching(self) -> FileLock:
        """Held for the moment in which the link is exchanged."""
        return FileLock(self.folder / ".switching.lock")
