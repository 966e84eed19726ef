"""Compares the stance of a claim with what the words say: nobody supports what they are quoted as condemning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.contract.check import Check
from summarizer.grounding.checks.source import is_same_source
from summarizer.grounding.checks.vocabulary import AFFIRMING, DENYING, PLAIN_NEGATORS
from summarizer.grounding.checks.who_says import read_said
from summarizer.text.words import either, read_words, split_entries

if TYPE_CHECKING:
    from summarizer.contract.draft import Stance
    from summarizer.grounding.checks.passage import Passage
    from summarizer.grounding.checks.source import Reading

# For each stance, those of the words which it cannot be.
CONTRARY = {
    stance: frozenset(split_entries(others)) for stance, others in read_words("checks")["stance"]["contrary"].items()
}
_SIGNS = {
    stance: re.compile(
        rf"(?<![\w])(?:(?:{either(f'checks.stance.{stance}.words')})(?!\w)"
        rf"|(?:{either(f'checks.stance.{stance}.beginnings')}))|n['’]t\b",
        re.IGNORECASE,
    )
    for stance in ("denies", "promises", "demands", "confirms")
}


_PRAISE, _BLAME = (
    re.compile(rf"(?<![\w-])(?:{either(f'checks.stance.valued.{kind}')})\w*")  # a capital makes it a name
    for kind in ("praise", "blame")
)
_REFUSED = re.compile(
    r"\b(?:refus|declin|without|lack|not|n['’]t|no|never|fail|rather than|instead of|stop|against|fight)", re.IGNORECASE
)
_TO_REFUSED = 30  # characters
_CALLED = re.compile(r"\b(?:call|describ|refer)", re.IGNORECASE)


def check_stance(passage: Passage, stance: Stance, reading: Reading | None) -> list[Check]:
    """Whether a claim's stance is one that its words can have.

    `reading` is what the rules read where its evidence stands. The words of saying in the claim's text are read only
    where that leaves a doubt.
    """
    is_theirs = reading is not None and (
        not reading.source or is_same_source(passage.article, reading.source, passage.speaker)
    )
    said = {reading.statement.stance} if reading is not None and is_theirs else set()
    is_blunt = _CALLED.search(passage.text) is not None and _values_otherwise(passage, stance) is not None
    if stance in said and not is_blunt:
        return []
    shown = {one.stance for one in read_said(passage.text)}
    said |= shown
    if stance in said and not is_blunt:
        return []
    words = set(passage.text.lower().split())
    if stance == "denies" and not PLAIN_NEGATORS.isdisjoint(words) and shown & {"asserts", "denies"}:
        return []  # "replied that no boat was lost, though it admitted a delay"
    if stance == "denies" and words & AFFIRMING and words.isdisjoint(DENYING | PLAIN_NEGATORS):
        return [
            Check(code="stance_differs", detail=f"the claim's stance is “denies”, it says “{min(words & AFFIRMING)}”")
        ]
    if "condemns" not in shown or _CALLED.search(passage.text):
        said.discard("condemns")  # "called it a blow": the words for it may blame or praise
    if _CALLED.search(passage.text) and not _PRAISE.search(passage.text):
        said.discard("supports")
    told = said - {"asserts", "other"}
    if told and told <= CONTRARY.get(stance, frozenset()):
        detail = f"the claim's stance is “{stance}”, its words say “{min(told)}”"
        return [Check(code="stance_differs", detail=detail)]
    if valued := _values_otherwise(passage, stance):
        detail = f"the claim's stance is “{stance}”, it says “{valued}” and nothing that would show that"
        return [Check(code="stance_differs", detail=detail)]
    sign = _SIGNS.get(stance)
    if sign is None or sign.search(f"{passage.text} {passage.sentences if stance != 'denies' else passage.near}"):
        return []
    return [
        Check(code="stance_differs", detail=f"the claim's stance is “{stance}”, no word of its evidence shows that")
    ]


def _is_judged(passage: Passage, at: int) -> bool:
    """Whether a word of praise is what somebody does or calls a thing, and not what is done in what they say."""
    before = passage.text[:at]
    if before.endswith(("'s ", "’s ")):
        return False  # "called Moll's praise a sham"
    return _CALLED.search(before) is not None or len(before.split()) <= _TO_VERB + len(passage.speaker.split())


_TO_VERB = 5  # words before the verb of a text, beside its speaker's name: "Harbour chief Ana Moll has praised"


def _values_otherwise(passage: Passage, stance: Stance) -> str | None:
    """A word of praise in what condemns, or of blame in what supports, where there is none of the other kind."""
    if stance not in ("condemns", "supports"):
        return None
    own, other = (_BLAME, _PRAISE) if stance == "condemns" else (_PRAISE, _BLAME)
    found = other.search(passage.text)
    if (
        found is None
        or (stance == "condemns" and not _is_judged(passage, found.start()))
        or own.search(passage.text)
        or own.search(passage.evidence)
    ):
        return None
    if _REFUSED.search(passage.text[max(0, found.start() - _TO_REFUSED) : found.start()]):
        return None  # "refusal to support"
    return found.group()
