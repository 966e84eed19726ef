"""Names that a claim adds to say where something is or which one it is, where its evidence has no name for that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import read_cast
from summarizer.grounding.checks.references import has_stand_in, runs, stands_by_speaker
from summarizer.grounding.checks.who_says import spoke_before
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.occurrences import holds_whole
from summarizer.text.overlap import without_possessive
from summarizer.text.words import either

if TYPE_CHECKING:
    from summarizer.grounding.checks.passage import Passage

_THINGS = either("checks.references.things")
_HAS_PLACE = r"(?:in|at|near|of|from|outside|on) (?:the )?"
_ABOUT = r"(?:in|at|near|of|from|outside|aboard|about|over) (?:the )?"


def is_setting(passage: Passage, word: str) -> bool:
    """Whether a name only adds where or about what something is, and the evidence has no place of its own.

    The title, the first sentences of the body, and the sentence before the evidence tell that.
    """
    text, article = passage.text, passage.article
    run = next((run for at, run in runs(text) if word in run.split() and re.search(rf"\b{_ABOUT}$", text[:at])), "")
    sentences = sentences_of(article)
    if not run or not sentences:
        return False
    first, last = passage.stretches[0]
    if re.search(rf"\b{_HAS_PLACE}[A-Z]", article.text[sentences[first].start : sentences[last].end]):
        return False
    cast = read_cast(article)
    telling = [*sentences[:2], *sentences[max(0, first - 1) : first]]
    known = {name for one in telling for name, _ in cast.names_within(one.start, one.end)}
    who = cast.fullest(run)
    return run in known and (who is None or who.name == run) and _is_thing(run, article.text)


def is_known_kind(passage: Passage, word: str) -> bool:
    """Whether a name only says which one a thing of the evidence is, as the article does: "the Varn floods".

    The evidence has the thing with "the" or "this" and without a name, and no other of its sort has one in the article.
    """
    text, article = passage.text, passage.article
    run = next((run for _, run in runs(text) if word in run.split()), "")
    found = re.search(rf"(?<!\w){re.escape(run)} ([a-z]{{4,}})(?!\w)", text) if run else None
    if found is None:
        return False
    thing = re.escape(found[1].removesuffix("s"))
    if re.search(rf"(?<!\w)(?:[Tt]he|[Tt]his|[Tt]hese|[Tt]hose) {thing}s?(?!\w)", passage.held) is None:
        return False
    named = rf"(?<!\w){thing}s? (?:in|at|on|of|near) (?:the )?([A-ZÀ-Þ][\w’'-]+)|([A-ZÀ-Þ][\w’'-]+) {thing}s?(?!\w)"
    theirs = {one or other for one, other in re.findall(named, article.text)}
    theirs.update(re.findall(rf"[A-Z]{thing[1:]}s? in ([A-ZÀ-Þ][\w’'-]+)", article.text))
    return run.split()[0] in theirs and theirs <= {*run.split(), "The", "This", "These", "Those"}


def _is_thing(run: str, article_text: str) -> bool:
    """Whether an article has a name after "the", after what sort of thing it is, or where something is: no person's."""
    thing = rf"\b(?:(?:the|The|in|aboard)(?: [a-z]+)?|{_THINGS}) {re.escape(run)}(?!\w| [A-Z])"
    return re.search(thing, article_text) is not None


_BACK = 3  # sentences before the evidence in which a name is still at hand
_LEAD = 3  # sentences, the title among them, that say what the article is about


def is_just_told_of(passage: Passage, word: str) -> bool:
    """Whether a name that a text adds is at hand: the article leads with it, or has it in the sentences just before.

    Not where the evidence has "she" or "the company": whom these mean is read by the rules.
    """
    article = passage.article
    named = ((at, run) for at, run in runs(passage.text) if word in run.split())
    run = next((run for at, run in named if not _is_belonging(passage, at, run)), "")
    if not run or has_stand_in(passage.held):
        return False
    sentences = sentences_of(article)
    near = list(sentences[:_LEAD])
    for first, _ in passage.stretches:
        near += sentences[max(0, first - _BACK) : first]
    return any(holds_whole(article.text[one.start : one.end], run) for one in near)


_WITH = re.compile(r"\b(?:with|from|for|in|at|near|on) (?:the )?$")


def _is_belonging(passage: Passage, at: int, run: str) -> bool:
    """Whether a name at a place of a text says whose somebody is, or where: "a doctor with Sund Line"."""
    return stands_by_speaker(passage, at, run) or _WITH.search(passage.text[:at]) is not None


def is_last_speakers(passage: Passage, word: str) -> bool:
    """Whether a text says whose "the remark" of its evidence is, and it is of the one who spoke last before that."""
    name = without_possessive(word)
    found = re.search(rf"(?<!\w){re.escape(name)}['’]s ([a-z]{{4,}})", passage.text) if name != word else None
    if found is None or not re.search(rf"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Tt]hese|[Tt]hose) {found[1]}\b", passage.held):
        return False
    speaker = spoke_before(passage.article, passage.spans[0][0])
    return speaker is not None and name in speaker.split()
