"""`yuedu series`: figures of several documents that seem to count the same thing, for an editor to confirm in `topics.yml`."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator
from itertools import count, islice
from pathlib import Path

import click
from pypinyin import lazy_pinyin

from yuedu.corpus.corpus import Corpus
from yuedu.corpus.likely_series import Likely, likely_series, unknown_scopes
from yuedu.sources.yamlblock import OneLine, item
from yuedu.store.shelf import read_corpus

SHOWN = 30


@click.command("series", short_help="Figures of several documents that seem to count the same thing.")
@click.option("--limit", type=click.IntRange(1), help=f"How many to list: {SHOWN}; with --json, all.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def series_command(root: Path, limit: int | None, as_json: bool) -> None:
    """Series that a rule proposes, the likeliest first, each with its reasons, its sentences, and what to write under
    `series:` in topics.yml. A proposal is no record: it shows on no page until an editor has written it there."""
    corpus = read_corpus(root)
    found = likely_series(corpus)
    shown = [*islice(found, limit or (len(found) if as_json else SHOWN))]
    slugs = {s.slug for s in corpus.series}
    for one in shown:
        lines = _yaml(one, slugs)
        slugs.add(lines.split("\n")[0].rpartition(" ")[2])
        said = json.dumps(_record(corpus, one, lines), ensure_ascii=False) if as_json else _told(corpus, one, lines)
        click.echo(said)
    if as_json:
        click.echo(json.dumps({"summary": {"series": len(found), "shown": len(shown)}}))
        return
    for ident, figures in unknown_scopes(corpus).items():
        click.echo(f"{ident}: left out, {figures} figures: neither its office nor its issuer is known", err=True)
    rest = f", the likeliest {len(shown)} shown" if len(shown) < len(found) else ""
    click.echo(f"{len(found)} proposed{rest}: write under series: in topics.yml those that count the same thing")


def _record(corpus: Corpus, one: Likely, lines: str) -> dict[str, object]:
    figures = [
        {
            "id": f.id,
            "zh": f.quantity.zh,
            "value": f.quantity.value,
            "period": f.quantity.period,
            "status": f.quantity.status,
            "sentence": _sentence(corpus, f.passage, f.sentence),
        }
        for f in one.figures
    ]
    return {
        "subject": one.subject,
        "scope": one.scope,
        "reasons": one.reasons,
        "figures": figures,
        "yaml": lines,
    }


def _told(corpus: Corpus, one: Likely, yaml: str) -> str:
    lines = [f"{one.name}\t{'; '.join(one.reasons)}"]
    for f in one.figures:
        q = f.quantity
        lines.append(f"    {q.zh}\t{q.status}\t{q.period or '-'}\t{_sentence(corpus, f.passage, f.sentence)}")
    return "\n".join([*lines, "", yaml, ""])


def _sentence(corpus: Corpus, passage: str, number: int) -> str:
    return corpus.sentences[corpus.sentence_id(passage, number)]


def _yaml(one: Likely, slugs: Container[str]) -> str:
    """What to write: the English title is the editor's, and without it the file is refused."""
    slug = next(s for s in _slugs(one.name) if s not in slugs)
    record = {"slug": slug, "title": OneLine(en="", zh=one.name), "figures": [f.id for f in one.figures]}
    return "\n".join(item(record))


def _slugs(name: str) -> Iterator[str]:
    """Its pinyin in one word, then with a number, for series of one name."""
    plain = re.sub("[^a-z0-9]", "", "".join(lazy_pinyin(name))).lstrip("0123456789") or "series"
    yield plain
    yield from (f"{plain}-{n}" for n in count(2))
