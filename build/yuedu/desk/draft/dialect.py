"""The ways in which servers of the same API differ, from the most exact request to the plainest.

OpenAI, vLLM and Ollama hold an answer to a JSON Schema; llama-cpp-python takes the schema under another name, and answers
500 to the first; others take `json_object` alone, or nothing. Newer models of OpenAI want `max_completion_tokens` and
refuse a temperature.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from yuedu.desk.draft.endpoint import Endpoint

Message = Mapping[str, str]

TEMPERATURE = 0.2
FORMATS = ("json_schema", "json_object with its schema", "json_object", "no format")
ABOUT_FORMAT = ("response_format", "json_schema", "json_object", "grammar")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How requests are put. `format` indexes FORMATS."""

    format: int = 0
    tokens_field: str = "max_tokens"
    temperature: bool = True

    def body(self, endpoint: Endpoint, messages: Sequence[Message], schema: Mapping[str, Any]) -> dict[str, Any]:
        """The request as JSON."""
        body: dict[str, Any] = {"model": endpoint.model, "messages": [*messages], "stream": False}
        body[self.tokens_field] = endpoint.limits.answer_tokens
        if self.temperature:
            body["temperature"] = TEMPERATURE
        if self.format == 0:
            body["response_format"] = {
                "type": "json_schema",
                "json_schema": {"name": "answer", "strict": True, "schema": schema},
            }
        elif self.format < 3:
            body["response_format"] = {"type": "json_object"} | ({"schema": schema} if self.format == 1 else {})
        return body

    def simpler(self, message: str) -> Dialect | None:
        """The next to try where a server refuses this one with `message`; None where there is none."""
        if "max_completion_tokens" in message and self.tokens_field == "max_tokens":
            return replace(self, tokens_field="max_completion_tokens")
        if "temperature" in message and self.temperature:
            return replace(self, temperature=False)
        if self.format < len(FORMATS) - 1:
            return replace(self, format=self.format + 1)
        return None


def about_format(message: str) -> bool:
    """Whether a server that answers 500 complains of the request and not of itself."""
    return any(word in message for word in ABOUT_FORMAT)
