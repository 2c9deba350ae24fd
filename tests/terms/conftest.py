"""The miniature project, for the tests here that need a corpus."""

from tests.editing.project import cache, mini, sound

__all__ = ["cache", "mini", "sound"]
