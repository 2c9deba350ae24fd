"""Who drafted and who reviewed what a reader sees, in one line."""

from __future__ import annotations

from yuedu.render.labels import both
from yuedu.reviews import Reviewable, State
from yuedu.shape import Bilingual

KINDS = {"model": both("model", "模型"), "person": both("person", "人工")}


def credit(text: Reviewable, state: State) -> Bilingual:
    """reviewed 2023-02-20 · a model, an editor (person): the state, the drafter, and of what is reviewed who did and when."""
    if state != "reviewed":
        return both(f"draft, not reviewed · {text.drafted_by}", f"草稿，未审 · 起草：{text.drafted_by}")
    kind = KINDS[text.reviewer_kind or "person"]
    return both(
        f"reviewed {text.reviewed_on} · {text.drafted_by}, {text.reviewed_by} ({kind.en})",
        f"已审 {text.reviewed_on} · 起草：{text.drafted_by}，审校：{text.reviewed_by}（{kind.zh}）",
    )
