"""Two documents whose wording an editor wants compared, beside those of which one follows the other."""

from __future__ import annotations

from yuedu.sources.document import DocumentId
from yuedu.sources.shape import Shape


class Change(Shape):
    """From the wording of `a` to that of `b`."""

    a: DocumentId
    b: DocumentId
