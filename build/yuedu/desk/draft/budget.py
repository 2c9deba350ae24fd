"""What a run may spend: requests and tokens, counted before they are sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from yuedu.desk.draft.faults import Spent
from yuedu.glossary.load import HAN


def estimate(text: str) -> int:
    """Tokens of a text, roughly and rather too many: one for each Han character, one for three others."""
    han = len(HAN.findall(text))
    return han + -(-(len(text) - han) // 3)


def estimate_messages(messages: Sequence[Mapping[str, str]]) -> int:
    return sum(estimate(m["content"]) + 4 for m in messages)


@dataclass(slots=True)
class Budget:
    """`tokens` holds what answers reported, and estimates where they did not or have not yet."""

    most_requests: int
    most_tokens: int
    requests: int = 0
    tokens: int = 0

    def take(self, tokens: int) -> None:
        """Set aside one request and its tokens; raises `Spent` where that is more than is left."""
        if self.requests >= self.most_requests:
            raise Spent(f"the limit of {self.most_requests} requests is reached (--max-requests)")
        if self.tokens + tokens > self.most_tokens:
            raise Spent(f"the limit of {self.most_tokens} tokens is reached (--max-tokens)")
        self.requests += 1
        self.tokens += tokens

    def settle(self, estimated: int, spent: int) -> None:
        """Put what was spent in the place of what was set aside."""
        self.tokens += spent - estimated
