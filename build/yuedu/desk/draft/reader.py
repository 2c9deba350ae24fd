"""An answer out of what a model wrote: JSON, JSON in a fence, JSON with prose around it or a comma too many.

Nothing is executed and nothing cut off is completed: half an answer is no answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from yuedu.desk.draft.faults import BadAnswer

M = TypeVar("M", bound=BaseModel)

THOUGHT = re.compile(r"<think>.*?(</think>|\Z)", re.DOTALL)  # what reasoning models write before they answer
COMMA = re.compile(r'("(?:[^"\\]|\\.)*")|,(?=\s*[\]}])', re.DOTALL)  # [1, 2,] - a comma inside a string is kept
BEGIN = re.compile(r"[\[{]")
TRIES = 40
"""Places at which JSON may begin that are looked at; more are the babble of a model that does not answer."""
SHOWN = 4000
"""Characters of a bad answer that the model is shown again."""

DECODER = json.JSONDecoder(strict=False)  # a line feed inside a string is meant


def read_answer(text: str, model: type[M], list_field: str) -> M:
    """The first JSON in `text` that has the shape. A bare list stands for `list_field`, a bare item for a list of one.

    Raises `BadAnswer` that says what is wrong with the likeliest one.
    """
    complaint = ""
    for value, foremost in _values(THOUGHT.sub("", text)):
        try:
            return model.model_validate(_wrapped(value, list_field) if foremost else value)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            where = ".".join(map(str, first["loc"])) or "the whole"
            if not foremost and not (isinstance(value, dict) and list_field in value):
                continue  # a piece of something, or words in brackets
            complaint = complaint or f"the JSON has not the shape asked for: {where}: {first['msg']}"
    raise BadAnswer(complaint or _without_json(text), text[:SHOWN])


def _values(text: str) -> Iterator[tuple[Any, bool]]:
    """Every object or list in the text, and whether nothing was opened before it: what stands inside of something
    that cannot be read is a piece of an answer."""
    for source in dict.fromkeys((text, COMMA.sub(lambda m: m[1] or "", text))):
        at = 0
        for tried in range(TRIES):
            if not (match := BEGIN.search(source, at)):
                break
            try:
                value, at = DECODER.raw_decode(source, match.start())
            except (json.JSONDecodeError, RecursionError):
                at = match.start() + 1
            else:
                yield value, tried == 0


def _wrapped(value: Any, list_field: str) -> Any:
    if isinstance(value, dict) and list_field not in value:
        inner = [v for v in value.values() if isinstance(v, dict) and list_field in v]
        if len(inner) == 1:
            return inner[0]
        return {list_field: [value]} if "from" in value else value
    return {list_field: value} if isinstance(value, list) else value


def _without_json(text: str) -> str:
    if not text.strip():
        return "the answer is empty"
    return "the answer is not complete JSON" if BEGIN.search(text) else "the answer holds no JSON"
