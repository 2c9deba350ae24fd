"""What editors put right in the commitments, held against the sentences: what they quote must stand there."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

from yuedu.sources.collection import CommitmentOverride
from yuedu.sources.yamlfile import Where, YamlFile
from yuedu.text.ids import parse_id, passage_of
from yuedu.text.tree import Passage


def read_overrides(
    file: YamlFile, overrides: Sequence[CommitmentOverride], passages: Mapping[str, Passage]
) -> dict[str, CommitmentOverride]:
    """Sentence id → override; raises `EditorError` where one names or quotes what is not there."""
    found: dict[str, CommitmentOverride] = {}
    for n, override in enumerate(overrides):
        _check(file, ("commitments", n), override, passages)
        if override.sentence in found:
            message = f"{override.sentence!r} is put right twice"
            raise file.error(("commitments", n, "sentence"), message, "make one entry of the two")
        found[override.sentence] = override
    return found


def check_needed(file: YamlFile, overrides: Sequence[CommitmentOverride], read: Container[str]) -> None:
    """An override of what the rule does not find needs the word that directs. `read`: the sentences it finds one in."""
    for n, override in enumerate(overrides):
        if override.sentence not in read and not override.word:
            message = f"the rule finds no commitment in {override.sentence!r}"
            remedy = "remove the entry, or name under `word` the word that directs"
            raise file.error(("commitments", n, "sentence"), message, remedy)


def _check(file: YamlFile, where: Where, override: CommitmentOverride, passages: Mapping[str, Passage]) -> None:
    ident = override.sentence
    try:
        number, home = parse_id(ident).sentence, passage_of(ident)
    except ValueError as error:
        raise file.error((*where, "sentence"), str(error), "write the id of a sentence") from None
    passage = passages.get(home)
    if number is None or passage is None or number > len(passage.sentences):
        message = f"no sentence {ident!r}"
        remedy = f"{home} has {len(passage.sentences)} sentences" if passage else "see data/digest.json for the ids"
        raise file.error((*where, "sentence"), message, remedy)
    start, end = passage.sentences[number - 1]
    quoted: list[tuple[str, tuple[str, ...]]] = [("word", (override.word,) if override.word else ())]
    quoted += [("who", tuple(a.zh for a in override.who or ())), ("when", tuple(override.when or ()))]
    for field, words in quoted:
        for word in words:
            if word not in passage.zh[start:end]:
                message = f"{ident} does not hold the words {word!r}"
                raise file.error((*where, field), message, "copy the words from the sentence")
    if override.period and not override.when:
        raise file.error((*where, "period"), "a period without the words that state it", "quote them under `when`")
    changes = (override.word, override.who, override.when)
    if override.not_a_commitment and any(c is not None for c in changes):
        message = f"{ident} is no commitment, and yet has a word, a who or a when"
        raise file.error((*where, "not_a_commitment"), message, "leave the other fields out")
    if not override.not_a_commitment and all(c is None for c in changes):
        raise file.error(where, f"nothing is put right in {ident}", "give not_a_commitment, word, who or when")
