"""Who drafted and who reviewed what a reader sees, in one line."""

from __future__ import annotations

from yuedu.pages.labels import both
from yuedu.sources.reviews import Reviewable, State
from yuedu.sources.shape import Bilingual

KINDS = {"model": both("model", "模型"), "person": both("person", "人工")}


def credit(text: Reviewable, state: State) -> Bilingual:
    """reviewed 2023-02-20 · a model, an editor (person): the state, the drafter, and of what is reviewed who did and when.

    The Chinese is as short as it can be: names and the date stand beside it and are read in any language.
    """
    if state != "reviewed":
        return both(f"draft, not reviewed · {text.drafted_by}", "草稿，未审")
    kind = KINDS[text.reviewer_kind or "person"]
    return both(
        f"reviewed {text.reviewed_on} · {text.drafted_by}, {text.reviewed_by} ({kind.en})",
        f"已审（{kind.zh}）",
    )
