"""The library of several years, for every test here."""

from tests.scale.library import built, cache, library, small

__all__ = ["built", "cache", "library", "small"]
