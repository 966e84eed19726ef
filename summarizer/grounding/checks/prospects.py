"""What the evidence says may, should or is meant to be, and a text that it will be: "will ease" for "may ease"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.grounding.checks.alignment import clause_before
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.grounding.checks.alignment import Alignment, Word

HEDGES = word_set(
    "checks.hedges.possible", "checks.hedges.likely", "checks.hedges.seeming", "checks.hedges.intended",
    "checks.hedges.leading",
)  # fmt: skip
HAVE = frozenset({"has", "have", "had", "was", "were"})
MODALS = frozenset({"can", "could", "may", "might", "will", "would", "shall", "should"})
_VERBAL = HAVE | MODALS | word_set("checks.hedges.beside_auxiliaries")
_MUST = (["have", "to"], ["has", "to"], ["had", "to"], ["need", "to"], ["needs", "to"])
AUXILIARIES = 4  # words before a verb that may be its auxiliaries
WEAK, _STRONG = frozenset({"could", "may", "might", "should"}), frozenset({"will", "won't", "shall"})
DETERMINERS = frozenset({"her", "his", "their", "its", "our", "my"})  # what follows one is no verb
BEFORE_NOUNS = DETERMINERS | {"the", "an", "a"}
OF_DOUBT = frozenset({"likely", "probably", "possibly", "perhaps", "maybe", "potentially"})
TO_HEAD = 6  # words after a hedge in which the word stands that it is about
TOLD = 3  # words around a hedge that a text must repeat to be about the same
_DONE = frozenset(
    {"made", "done", "taken", "gone", "come", "given", "had", "have", "be"}
)  # they say little, but may be done
_PROMISED, _WILL = frozenset({"will", "won't"}), frozenset({"will", "won't", "would"})
_WISHED = word_set("checks.hedges.wished")


def raised(alignment: Alignment) -> str | None:
    """What the evidence says may or should be, and the text that it will be: "will ease" for "should ease"."""
    said, held = alignment.said, alignment.held
    for at, word in enumerate(said):
        place = alignment.links[at]
        if place is None or word.kind != "word" or not (word.is_content or word.lower in _DONE):
            continue
        before, own = auxiliaries(held, place), auxiliaries(said, at)
        weak = next((one for one in before if one in WEAK and one != "should"), None)
        if weak and "have" in before and "would" in own and "have" in own:
            return f"the evidence says “{weak} have {held[place].text}”, the claim “would have”"
        if not own or not _STRONG.isdisjoint(before) or _STRONG.isdisjoint(own) or "have" in before:
            continue
        weak = next((one for one in before if one in WEAK), None)
        if weak is not None and not any(map(_is_adverb_of_doubt, clause_before(said, at, AUXILIARIES))):
            return f"the evidence says “{weak} {held[place].text}”, the claim that it will be so"
    return None


def granted(alignment: Alignment) -> str | None:
    """What somebody wants or tries to do in the evidence, and will do in the text."""
    said, held = alignment.said, alignment.held
    for at, word in enumerate(said):
        place = alignment.links[at]
        if place is None or word.kind != "word" or _STRONG.isdisjoint(auxiliaries(said, at)):
            continue
        before = clause_before(held, place, AUXILIARIES)
        wished = next((one.text for one in before if one.lower in _WISHED), None)
        if wished is not None and before[-1].lower == "to" and _WISHED.isdisjoint(one.lower for one in said):
            return f"the evidence says “{wished} to {held[place].text}”, the claim that it will be so"
    return None


def doubted(alignment: Alignment) -> str | None:
    """What the evidence says will be, and nothing there hedges, when the text says that it may be."""
    said, held = alignment.said, alignment.held
    weak = next((one for one in said if one.lower in WEAK and one.text != "May"), None)
    if weak is None or weak.lower == "should" or any(one.lower in _WILL for one in said):
        return None
    if any(one.lower in HEDGES - _WILL and one.text != "May" for one in held):
        return None
    sure = next((held[at].text for at in sorted(alignment.cited) if held[at].lower in _PROMISED), None)
    return None if sure is None else f"the claim says “{weak.text}”, the evidence “{sure}”"


def auxiliaries(words: Sequence[Word], at: int) -> list[str]:
    """The auxiliaries right before a verb, in their order."""
    found: list[str] = []
    before = words[max(0, at - AUXILIARIES) : at]
    if [word.lower for word in before[-2:]] in _MUST:  # "may have to pay" hedges paying
        before = before[:-2]
    for word in reversed(before):
        if word.lower.endswith("'ll"):  # "he'll"
            return ["will", *found]
        if word.text == "May" or (word.lower not in _VERBAL and not word.lower.endswith("ly")):
            break
        found.insert(0, word.lower)
    return [one for one in found if one in _VERBAL]


def _is_adverb_of_doubt(word: Word) -> bool:
    return word.lower in HEDGES and word.lower not in MODALS


def is_of_verb(alignment: Alignment, hedge: int, place: int) -> bool:
    """Whether what the evidence hedges is a verb there: nothing but the hedge's own words stand before it."""
    held, head = alignment.held, alignment.links[place]
    if head is None or held[hedge].lower not in MODALS | OF_DOUBT:
        return False
    return head > 0 and BEFORE_NOUNS.isdisjoint((held[head - 1].lower, held[hedge - 1].lower if hedge else ""))


def has_same_object(alignment: Alignment, at: int, place: int) -> bool:
    """Whether the word after a verb of the text stands after the article's as well."""
    after = range(at + 1, min(at + 1 + TOLD, len(alignment.said)))
    following = next((one for one in after if alignment.said[one].is_content), None)
    other = None if following is None else alignment.links[following]
    return other is not None and place < other <= place + TO_HEAD


def is_told_there(alignment: Alignment, at: int, place: int) -> bool:
    """Whether one of the words right beside a verb of the text stands beside the article's as well."""
    around = range(max(0, at - TOLD), min(len(alignment.said), at + 1 + TOLD))
    others = (alignment.links[one] for one in around if one != at and alignment.said[one].is_content)
    return any(other is not None and abs(other - place) <= TO_HEAD for other in others)
