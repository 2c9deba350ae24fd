"""A topic added to `topics.yml`; all else keeps its bytes."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock

from yuedu.corpus.filing import check_topics
from yuedu.errors import UsageError
from yuedu.sources.topics import TopicFile
from yuedu.sources.yamlblock import item
from yuedu.sources.yamledit import Layout, rewrite
from yuedu.sources.yamlfile import parse_yaml
from yuedu.store.files import write_atomically
from yuedu.store.sources import read_text

FILE = "topics.yml"


def add_topic(root: Path, slug: str, zh: str, en: str | None) -> None:
    """Add a topic after the others. Raises `EditorError` for a slug that cannot be one, and writes nothing then."""
    (root / ".cache").mkdir(exist_ok=True)
    with FileLock(root / ".cache" / "topics.lock"):
        text = read_text(root / FILE, FILE)
        file = parse_yaml(text, FILE)
        topics = file.shaped(TopicFile).topics
        record = {"slug": slug, "title": {"zh": zh, "en": en}}
        if any(t.slug == slug for t in topics):
            raise UsageError(FILE, None, f"the topic {slug!r} is there already", "choose another slug")
        if topics:
            value = {**file.value, "topics": [*file.value["topics"], record]}
            after = rewrite(text, file, value, Layout(lambda where: (), lambda where: False))
        else:
            after = f"{text.replace('topics: []', 'topics:').rstrip()}\n" + "\n".join(item(record)) + "\n"
        made = parse_yaml(after, FILE)
        check_topics(made, made.shaped(TopicFile).topics)
        write_atomically(root / FILE, after.encode())
