"""The miniature project and an endpoint on loopback, for every test here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.drafting.endpoint import Endpoint
from tests.editing.project import cache, mini, sound

__all__ = ["cache", "mini", "sound"]


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of whoever runs the tests: no endpoint, no key, no proxy."""
    for name in ("OPENAI_BASE_URL", "OPENAI_API_KEY", "YUEDU_MODEL", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch) -> Iterator[Endpoint]:
    """A good model, set as the endpoint of the environment; a test gives it other answers."""
    with Endpoint() as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base)
        monkeypatch.setenv("YUEDU_MODEL", "a-model")
        yield server
