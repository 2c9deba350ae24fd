"""How a document's parts are filed, in its `document.yml`: each under a topic, by whom, and for which words.

    topics:
      "2.4": data-market                                      # a section; the nearest above holds
      "2.4.p3": {topic: legislation, words: 三是健全制度规则}   # a passage of it apart
      "3": {topic: security, words: 三、守牢安全, by: rule, score: 0.71, for: [网络安全, 防护]}
    also:
      "1.p6.s4": [foundation]                                 # a sentence, or a passage, that touches on another topic

`words` are those that the place began with when it was filed: with them a filing follows its text where numbers move.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler, StringConstraints, model_validator

from yuedu.sources.shape import Shape
from yuedu.text.ids import TOPIC

Slug = Annotated[str, StringConstraints(pattern=rf"^{TOPIC}$")]
_SLUG = {"type": "string", "pattern": rf"^{TOPIC}$"}
Words = Annotated[str, StringConstraints(min_length=1)]


class Filed(Shape):
    """The topic of a place. A rule says how sure it is, from 0 to 1, and which words spoke `for` it."""

    topic: Slug
    words: Words | None = None
    by: Literal["editor", "rule"] = "editor"
    score: Annotated[float, Field(ge=0, le=1)] | None = None
    spoke: list[Words] = Field(default_factory=list, alias="for")

    @model_validator(mode="before")
    @classmethod
    def _topic_alone(cls, value: Any) -> Any:
        return {"topic": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [_SLUG, handler(core)]}


class Also(Shape):
    """The further topics that a passage or a sentence touches on."""

    topics: Annotated[list[Slug], Field(min_length=1)]
    words: Words | None = None

    @model_validator(mode="before")
    @classmethod
    def _topics_alone(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"topics": [value]}
        return {"topics": value} if isinstance(value, list) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [_SLUG, {"type": "array", "items": _SLUG, "minItems": 1}, handler(core)]}
