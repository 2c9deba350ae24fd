"""The JSON Schemas of what is published and of what editors write."""

from __future__ import annotations

import json

from yuedu.digest.shape import Digest
from yuedu.glossary.shape import GlossaryFile
from yuedu.pages.labels import both as label
from yuedu.sources.collection import Collection
from yuedu.sources.shape import Bilingual, Shape
from yuedu.sources.topics import TopicFile

SCHEMAS: dict[str, tuple[type[Shape], Bilingual]] = {
    "digest.schema.json": (Digest, label("JSON Schema of digest.json", "digest.json 的结构")),
    "glossary.schema.json": (
        GlossaryFile,
        label("JSON Schema of glossary.yml, for editors", "glossary.yml 的结构，供编辑使用"),
    ),
    "topics.schema.json": (TopicFile, label("JSON Schema of topics.yml, for editors", "topics.yml 的结构，供编辑使用")),
    "document.schema.json": (
        Collection,
        label("JSON Schema of document.yml, for editors", "document.yml 的结构，供编辑使用"),
    ),
}
"""File → its shape, and what it is."""


def schema(model: type[Shape]) -> str:
    """The text of a schema's file."""
    found = model.model_json_schema(by_alias=True, mode="validation")
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"
