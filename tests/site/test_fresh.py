"""What is committed is what the sources give: the ledger always, and docs/ where it is committed."""

from __future__ import annotations

from pathlib import Path

import pytest

from yuedu.store.paths import LEDGER
from yuedu.store.project import Built, build, committed


@pytest.fixture(scope="module")
def built(root: Path) -> Built:
    return build(root)


def test_docs_are_up_to_date(built: Built) -> None:
    if not built.corpus.site.commit:
        pytest.skip("docs/ is not committed (extra.yuedu.commit is false in mkdocs.yml): the publishing job makes it")
    assert not built.difference, built.difference


def test_the_ledger_and_the_frame_are_up_to_date(built: Built) -> None:
    found = committed(built)
    assert not found, found
    assert LEDGER in built.expected
