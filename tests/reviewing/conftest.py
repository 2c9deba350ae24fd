"""The miniature project, and a reviewer at it, for every test here."""

from tests.editing.project import built, cache, mini, sound
from tests.reviewing.desk import desk, laid_out

__all__ = ["built", "cache", "desk", "laid_out", "mini", "sound"]
