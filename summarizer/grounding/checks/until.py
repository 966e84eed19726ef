"""What is not so until something: "it will not open until noon" is not "it will open until noon"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.grounding.checks import vocabulary as vocab

if TYPE_CHECKING:
    from summarizer.grounding.checks.polarity import Polarity

_REACH = 5  # words before an "until" in which a "not" may stand


def until_difference(said: Polarity, around: Polarity) -> str | None:
    """ "It will last until noon" given as "it will not last until noon", or the other way round."""
    if has_not_until(around) and "before" in said.words and "until" not in said.words and not said.negations:
        return "the evidence says “not … until”, the claim that it was before"
    if "until" not in said.words or "until" not in around.words or has_not_until(said) is has_not_until(around):
        return None
    return "either the claim or the evidence says “not … until”, the other does not"


def has_not_until(one: Polarity) -> bool:
    places = [at for at, word in enumerate(one.words) if word == "until"]
    before = [word for at in places for word in one.words[max(0, at - _REACH) : at]]
    return any(says_no(word) or word in vocab.REFUSING or word.startswith("declin") for word in before)


def says_no(word: str) -> bool:
    return word in vocab.PLAIN_NEGATORS or word.endswith("n't")
