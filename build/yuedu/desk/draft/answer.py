"""The shape of an answer, for the server that can hold a model to it and for the reader of what comes."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


def _as_list(value: Any) -> Any:
    """One number where a list of one was asked for, and numbers written as text, are what they mean."""
    values = value if isinstance(value, list) else [value]
    return [int(v) if isinstance(v, str) and v.isascii() and v.isdecimal() and len(v) < 7 else v for v in values]


Numbers = Annotated[
    list[Annotated[int, Field(strict=True)]], BeforeValidator(_as_list, json_schema_input_type=list[int])
]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Part(BaseModel):
    """The base: what else a model adds is not read."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class SegmentAnswer(Part):
    """English and the numbers of the Chinese sentences it stands on."""

    text: Text
    stands_on: Annotated[Numbers, Field(alias="from")]


class OmissionAnswer(Part):
    """A Chinese sentence left out, and why."""

    sentence: int
    reason: Text


class LabelAnswer(Part):
    """What a measured figure counts, by its key."""

    key: Text
    zh: Text
    en: Text


class Answer(Part):
    """The English of one text, and a label for each of its measured figures."""

    segments: Annotated[list[SegmentAnswer], Field(min_length=1)]
    omitted: list[OmissionAnswer] = Field(default_factory=list)
    figures: list[LabelAnswer] = Field(default_factory=list)


class SentenceAnswer(Part):
    """One sentence of a synopsis in both languages, and the ids of the passages it stands on."""

    zh: Text
    en: Text
    stands_on: Annotated[list[str], Field(alias="from", min_length=1)]


class SynopsisAnswer(Part):
    """A synopsis."""

    sentences: Annotated[list[SentenceAnswer], Field(min_length=1)]


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """JSON Schema in the subset that servers enforce: nothing but what is declared, every field required, no `$ref`."""
    made = model.model_json_schema(by_alias=True, mode="validation")
    plain = _plain(made, made.get("$defs", {}))
    return dict(plain)


def _plain(node: Any, parts: dict[str, Any]) -> Any:
    if isinstance(node, list):
        return [_plain(n, parts) for n in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _plain(parts[node["$ref"].rpartition("/")[2]], parts)
    kept = {k: _plain(node[k], parts) for k in ("type", "items", "description") if k in node}
    if node.get("type") == "object":
        kept["properties"] = {k: _plain(v, parts) for k, v in node["properties"].items()}
        kept |= {"required": [*node["properties"]], "additionalProperties": False}
    kept.pop("description", None)
    return kept
