"""The miniature project, for the pages of a comparison."""

from tests.editing.project import cache, mini, sound

__all__ = ["cache", "mini", "sound"]
