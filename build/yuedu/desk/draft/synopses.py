"""The synopsis of a topic or of a document, in both languages, as a job: from all its passages."""

from __future__ import annotations

from functools import partial
from typing import Any

from yuedu.checks.gate import judge_synopsis
from yuedu.corpus.corpus import Corpus
from yuedu.corpus.synopses import source_of
from yuedu.desk.draft import prompt
from yuedu.desk.draft.answer import SynopsisAnswer, schema_of
from yuedu.desk.draft.dialect import Message
from yuedu.desk.draft.drafting import Job
from yuedu.desk.draft.faults import BadAnswer
from yuedu.desk.draft.reader import read_answer
from yuedu.findings import Finding
from yuedu.sources.synopses import FILE, Sentence, Synopsis
from yuedu.text.ids import parse_id, passage_of

SCHEMA = schema_of(SynopsisAnswer)

ASK = (
    "Write a synopsis of the passages above in Chinese and in English: three to six sentences that say what the speakers "
    "ask, report and plan, with the figures that matter most. Each sentence stands in both languages, the English a "
    "faithful rendering of the Chinese, and names in `from` the ids of the passages, or of sentences of passages "
    "(li-2031.2.4.p3.s1), that it stands on. Say who asks and who reports; a claim of the speaker stays the speaker's. "
    "Only the ids given exist. Sentences of the Chinese end in 。 "
    'Answer with JSON alone: {"sentences": [{"zh": "…。", "en": "…", "from": ["…"]}]}'
)


def synopsis_job(corpus: Corpus, name: str, by: str) -> Job[Synopsis]:
    """`name` is topics.<slug> or documents.<id>; `by` stands in drafted_by."""
    return Job(
        name,
        FILE,
        SCHEMA,
        partial(_messages, corpus, name),
        partial(_read, corpus, name, by),
        lambda synopsis: judge_synopsis(corpus, name, synopsis),
    )


def names(corpus: Corpus) -> list[str]:
    """Every synopsis that there can be, of topics and of documents."""
    topics = [f"topics.{t.slug}" for t in corpus.topics.topics]
    return topics + [f"documents.{s.meta.id}" for s in corpus.speeches]


def _messages(corpus: Corpus, name: str) -> tuple[Message, ...]:
    return (
        {"role": "system", "content": f"{prompt.style()}\n{prompt.AS_DATA}"},
        {"role": "user", "content": f"<data>\n{prompt.as_data(_data(corpus, name))}\n</data>\n{ASK}"},
    )


def _gathered(corpus: Corpus, name: str) -> list[str]:
    """The ids of passages and sentences a synopsis is made from, in reading order."""
    group, _, key = name.partition(".")
    if group == "topics":
        return [*corpus.topics.gathered[key]]
    return [p.id for s in corpus.speeches if s.meta.id == key for p in s.tree.passages]


def _data(corpus: Corpus, name: str) -> dict[str, Any]:
    group, _, key = name.partition(".")
    of = (
        next(t.title for t in corpus.topics.topics if t.slug == key)
        if group == "topics"
        else next(s.meta.title for s in corpus.speeches if s.meta.id == key)
    )
    ids = _gathered(corpus, name)
    passages = [*dict.fromkeys(passage_of(i) for i in ids)]
    terms = {t["preferred"]: t for p in passages for t in prompt.terms_of(corpus, corpus.hits[p], corpus.texts[p])}
    speakers = {s.meta.id: s.name.zh for s in corpus.speeches if any(corpus.speech_of[p] is s for p in passages)}
    measured = [(p, f) for p in passages for f in prompt.figures_of(corpus, p) if "key" in f]
    data = {
        "synopsis of": {k: v for k, v in of.model_dump().items() if v},
        "speakers": speakers,
        "terms": [*terms.values()],
        "figures": [
            {"passage": p, "zh": f["zh"], "en": f["en"]} for p, f in measured if {p, f"{p}.s{f['sentence']}"} & {*ids}
        ],
        **prompt.rejected(standing.synopsis if (standing := corpus.synopses.all.get(name)) else None),
        "passages": [{"id": i, "zh": _zh(corpus, i)} for i in ids],
    }
    return {key: value for key, value in data.items() if value}


def _zh(corpus: Corpus, ident: str) -> str:
    passage, sentence = corpus.passages[passage_of(ident)], parse_id(ident).sentence
    if sentence is None:
        return passage.zh
    start, end = passage.sentences[sentence - 1]
    return passage.zh[start:end]


def _read(corpus: Corpus, name: str, by: str, text: str) -> tuple[Synopsis, list[Finding]]:
    """The synopsis in an answer; ids that do not exist are left out of it, with a finding."""
    answer = read_answer(text, SynopsisAnswer, "sentences")
    strange: dict[str, None] = {}
    sentences = []
    for said in answer.sentences:
        ids = dict.fromkeys(i.strip() for i in said.stands_on)
        known = [i for i in ids if _is_there(corpus, name, i)]
        strange |= dict.fromkeys(i for i in ids if i not in known)
        if known:
            zh, en = ("".join(said.zh.split()), " ".join(said.en.split()))
            sentences.append(Sentence(zh=zh, en=en, stands_on=known))
    if not sentences:
        raise BadAnswer("`from` names no passage of those given", text)
    passages = {passage_of(i) for s in sentences for i in s.stands_on}
    source = source_of(passages, {p: corpus.texts[p] for p in passages})
    synopsis = Synopsis(source=source, state="draft", drafted_by=by, sentences=sentences)
    findings = []
    if strange:
        message = "`from` names ids that are none of the passages given, and they are left out"
        findings.append(Finding("error", "link.synopsis", FILE, message, ", ".join(strange), passage=name))
    return synopsis, findings


def _is_there(corpus: Corpus, name: str, ident: str) -> bool:
    """A sentence of a passage that is given whole is there too."""
    given = _gathered(corpus, name)
    try:
        ref, passage = parse_id(ident), passage_of(ident)
    except ValueError:
        return False
    if ref.figure is not None or passage not in corpus.passages:
        return False
    within = ref.sentence is None or ref.sentence <= len(corpus.passages[passage].sentences)
    return within and (ident in given or (passage in given and ref.sentence is not None))
