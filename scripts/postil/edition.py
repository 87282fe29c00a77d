"""The editions a companion can be built in: the public one, and a private one that holds the text of the essay."""

from __future__ import annotations

from dataclasses import dataclass, field

from .copy.in_place import Own

PRIVATE_SITE = "site-private"


@dataclass(frozen=True)
class Edition:
    """Where an edition goes, below the root: its site, and the pages it is rendered from; and the essay in it."""

    site: str
    docs: str
    own: Own = field(default_factory=dict)

    @property
    def is_private(self) -> bool:
        return self.site == PRIVATE_SITE

    @property
    def last(self) -> str:
        """Where the site before this one waits while the new one is put in its place."""
        return f"build/{self.site}-last"


PUBLIC = Edition("site", "build/docs")


def private(own: Own) -> Edition:
    """The edition with the text of `own`."""
    return Edition(PRIVATE_SITE, "build/docs-private", own)


EVERY = (PUBLIC, private({}))
