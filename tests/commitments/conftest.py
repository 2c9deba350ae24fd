"""The miniature project, for every test here."""

from tests.editing.project import built, cache, mini, sound

__all__ = ["built", "cache", "mini", "sound"]
