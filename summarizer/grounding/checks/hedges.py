"""How sure a text is, beside its evidence: "may last" is not "will last", and "must" is not "might"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.alignment import Alignment, Word, clause_before, is_negated
from summarizer.grounding.checks.charged import CHARGED, is_charge
from summarizer.grounding.checks.conditions import unconditional
from summarizer.grounding.checks.meanings import sides_of
from summarizer.grounding.checks.prospects import (
    AUXILIARIES,
    BEFORE_NOUNS,
    DETERMINERS,
    HEDGES,
    MODALS,
    OF_DOUBT,
    TO_HEAD,
    WEAK,
    auxiliaries,
    doubted,
    granted,
    is_of_verb,
    raised,
)
from summarizer.grounding.checks.told_as_done import (
    AHEAD,
    BE,
    BEFORE,
    NEARLY,
    SUPPOSING,
    come,
    done,
    is_hedge,
    is_passive,
    is_retold,
)
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEADING = word_set("checks.hedges.leading")
_LOSABLE = word_set("checks.hedges.losable", "checks.hedges.attempts") | _LEADING
_ADDABLE = word_set("checks.hedges.addable")
_NORMS = word_set("checks.hedges.norms")
_PROPOSING = frozenset(
    {"suggested", "suggests", "proposed", "proposes", "recommended", "recommends", "advised", "asked"}
)
_SURE = word_set("checks.hedges.sure")
_AS_NOUNS = frozenset({"aim", "aims", "hope", "hopes", "bid", "effort", "efforts", "attempt", "attempts", "potential"})
_OWED = frozenset({"should", "ought"})  # what should be is not in doubt
_WILL = frozenset({"will", "won't", "would"})
_AFTER = 4  # and after it
_SPEECH = word_set("words.claims.saying") | word_set("checks.hedges.known")
_PASSED_OVER = frozenset({"more", "less", "like", "much", "very"})  # "seemed more of a warning"
_IMPOSSIBLE = frozenset({"cannot", "can't", "never", "won't", "not"})
_UNSURE = frozenset({"unlikely", "likely", "probably", "doubtful", "expected", "thought", "believed"})
_MOSTLY = frozenset({"most", "mostly", "usually", "generally", "often", "mainly", "tend", "tends", "tended"})
_SUSPICIONS = frozenset({"allegation", "allegations", "suspicion", "suspicions"})
_CLAIMING = word_set("checks.hedges.claiming")
_BEFORE_NAMES = OF_DOUBT | _SUSPICIONS | {"expect", "expects", "expected"}
_ATTEMPTS = word_set("checks.hedges.attempts")
_BEFORE_ATTEMPTED = frozenset({"to", "of", "for", "at", "not", "from", "the", "a"})
_ROUGHLY = frozenset({"about", "around", "roughly", "some", "approximately"})
_INQUIRING = word_set("checks.hedges.inquiring") | {"investigations"}
_SEEMING = word_set("checks.hedges.seeming") - _SPEECH
_QUOTATION = frozenset('“”"')
_ROOT = 4  # letters that "alleged" and "allegation" begin with
_COMPARED = frozenset({"as", "more", "less", "times", "equally", "how"})


def hedge_difference(alignment: Alignment) -> str | None:
    """What the evidence hedges and the text does not, or the other way round; None where they agree."""
    return (
        _lost(alignment)
        or _unvouched(alignment)
        or raised(alignment)
        or done(alignment)
        or come(alignment)
        or granted(alignment)
        or unconditional(alignment)
        or _added(alignment)
        or doubted(alignment)
        or _ruled_out(alignment)
    )


def _lost(alignment: Alignment) -> str | None:
    said, held = alignment.said, alignment.held
    losable = _losable(said)
    for at, word in enumerate(held):
        if word.lower not in losable or not _is_of_cited(alignment, at) or not _is_hedging(held, at):
            continue
        head = _head(held, at)
        if head is not None and held[head].kind == "name" and word.lower in _BEFORE_NAMES:
            head = next(
                (
                    one
                    for one in range(head, min(head + TO_HEAD, len(held)))
                    if held[one].kind == "word" and held[one].is_content
                ),
                None,
            )
        if head is not None and _is_named_so(alignment, at, head):
            return f"the evidence says “{word.text} be {held[head].text}”, the claim does not hedge it"
        if head is None or held[head].kind == "name":
            continue  # "alleged that Moll fled" is what is said
        place = alignment.back[head]
        if place is None:
            if not any(is_hedge(one) and one.lower not in _SPEECH for one in said) and (
                (is_retold(alignment, at) and _says_will(said))
                or (word.lower in WEAK and _is_what_may_be(alignment, head))
            ):
                return f"the evidence says “{word.text} {held[head].text}”, the claim does not hedge it"
        elif _is_taken_as_so(alignment, at, place):
            return f"the evidence says “{word.text} {held[head].text}”, the claim does not hedge it"
    return None


def _is_named_so(alignment: Alignment, at: int, head: int) -> bool:
    """Whether the text says "the captain is Moll" where the evidence says that it may be Moll."""
    said, place = alignment.said, alignment.back[head]
    after = [word.lower for word in alignment.held[at + 1 : at + 2]]
    if alignment.held[head].kind != "name" or place is None or after != ["be"]:
        return False
    return said[max(0, place - 1)].lower in BE and not any(map(is_hedge, said))


def _unvouched(alignment: Alignment) -> str | None:
    """ "Reportedly" of the evidence that a text leaves out, without another word for it."""
    said, held = alignment.said, alignment.held
    if any(is_hedge(word) or word.lower in _SPEECH | CHARGED | _CLAIMING for word in said):
        return None
    for at in sorted(alignment.cited):
        if held[at].lower in _VOUCHING and is_retold(alignment, at):
            return f"the evidence says “{held[at].text}”, the claim has it as so"
    return None


_SAID = frozenset({"said", "reported", "understood", "known"})
_VOUCHING = frozenset({"reportedly", "allegedly", "supposedly", "purportedly", "apparently"})


def _is_what_may_be(alignment: Alignment, head: int) -> bool:
    """Whether a text says "is a threat" where the evidence has something that may "pose a threat"."""
    after = range(head + 1, min(head + 1 + AHEAD, len(alignment.held)))
    linked = (alignment.back[one] for one in after if alignment.held[one].is_content)
    thing = next((place for place in linked if place is not None), None)
    return thing is not None and any(one.lower in BE for one in alignment.said[max(0, thing - AHEAD) : thing])


def _is_hedging(held: Sequence[Word], at: int) -> bool:
    """Whether a word that may hedge does so where it stands."""
    word, after = held[at], held[at + 1 : at + 2]
    if word.lower.startswith("aim") and [one.lower for one in after] == ["at"]:
        return False
    if (
        word.lower in _AS_NOUNS
        and not (word.lower == "potential" and any(one.is_content for one in after) and not _are_many(after))
        and at > 0
        and held[at - 1].lower in BEFORE_NOUNS
        and [one.lower for one in after] != ["to"]
    ):
        return False  # "not against the aim"
    if word.lower in NEARLY and [one.kind for one in after] == ["number"]:
        return False  # how exact a number is has a check of its own
    if word.lower == "likely" and any(one.lower in _COMPARED for one in held[max(0, at - 1) : at]):
        return False  # "twice as likely to fall" falls twice as often
    is_as_possible = word.lower == "possible" and at > 0 and held[at - 1].lower == "as"
    if is_as_possible or (word.lower == "potential" and _are_many(after)):
        return False  # "as soon as possible", "potential voters"
    if word.lower == "near" and not any(one.lower in _EXTREME for one in after):
        return False  # "near the pier"
    if word.text == "May" and at > 0 and held[at - 1].kind != "mark":
        return False  # the month
    if word.lower in MODALS and any(one.lower == "so" for one in clause_before(held, at, AHEAD)[:-1]):
        so = next(one for one in range(at - 1, -1, -1) if held[one].lower == "so")
        return so == 0 or held[so - 1].kind == "mark"  # "lit the lamp so that she could see": what for
    return not _is_firm(held, at) and (word.lower not in _LEADING or is_passive(held, at))


def _are_many(after: Sequence[Word]) -> bool:
    """Whether the next word is a plural: "potential buyers"."""
    return any(one.is_content and one.lower.endswith("s") and not one.lower.endswith("ss") for one in after)


def _is_taken_as_so(alignment: Alignment, at: int, place: int) -> bool:
    """Whether a text has, at a place, as so what the evidence hedges with a word."""
    said, held = alignment.said, alignment.held
    if said[place].kind == "number" and said[max(0, place - 1)].lower in _ROUGHLY:
        return False
    if is_of_verb(alignment, at, place) and place and said[place - 1].lower in BEFORE_NOUNS:
        return False  # "the rally" is not what somebody "would probably rally" for
    if is_negated(said, place, AHEAD) and not is_negated(held, at, AHEAD):
        return False  # what "never came" is no longer what "would probably come"
    if held[at].lower in _ATTEMPTS and not _is_told_as_done(held, at, said, place):
        return False
    return not _keeps_doubt(alignment, place, at) and not (held[at].lower == "should" and _is_owed(said))


def _is_told_as_done(held: Sequence[Word], at: int, said: Sequence[Word], place: int) -> bool:
    """Whether what the evidence tries "to" do stands in a text with no "to" before it."""
    after = [word.lower for word in held[at + 1 : at + 2]]
    before = {word.lower for word in said[max(0, place - AHEAD) : place]}
    return after == ["to"] and _BEFORE_ATTEMPTED.isdisjoint(before)


def _ruled_out(alignment: Alignment) -> str | None:
    """What the evidence calls unlikely and the text impossible."""
    said, held = alignment.said, alignment.held
    if any(word.lower in _UNSURE for word in said):
        return None
    for at, word in enumerate(held):
        if word.lower != "unlikely" or at not in alignment.cited:
            continue
        head = _head(held, at)
        place = None if head is None else alignment.back[head]
        if head is None or place is None:
            continue
        before = clause_before(said, place, AUXILIARIES)
        denied = [one for one in before if one.lower in _IMPOSSIBLE]
        if denied and not any(one.lower in WEAK or one.lower == "would" for one in before):
            return f"the evidence calls “{held[head].text}” unlikely, the claim says “{denied[0].text}”"
    return None


def _is_of_cited(alignment: Alignment, at: int) -> bool:
    """Whether a hedge stands in the evidence, right before it, or leads to it: "it is feared that"."""
    if at in alignment.cited or at + 1 in alignment.cited:
        return True
    return alignment.held[at].lower in _LEADING and not alignment.cited.isdisjoint(range(at + 1, at + 1 + AHEAD))


_EXTREME = word_set("checks.hedges.extreme")
_FORESEEN = frozenset({"expected", "expects", "expect", "predicted", "forecast", "projected", "tipped"})


def _losable(said: Sequence[Word]) -> frozenset[str]:
    """What the evidence may hedge with; what can be is not yet what will be."""
    return (
        _LOSABLE | _FORESEEN | {"can"} if any(word.lower in ("will", "won't", "always") for word in said) else _LOSABLE
    )


def _is_firm(held: Sequence[Word], at: int) -> bool:
    """Whether a word that mostly hedges does not: "could not come" did not, "should have come" blames."""
    after = [word.lower for word in held[at + 1 : at + 3]]
    if held[at].lower in ("could", "can"):
        return "not" in after[:1]
    return held[at].lower == "should" and "have" in after


def _added(alignment: Alignment) -> str | None:
    said, held = alignment.said, alignment.held
    for at, word in enumerate(said):
        if word.lower not in _ADDABLE or word.text == "May" or _is_firm(said, at):
            continue
        head = _head(said, at)
        place = None if head is None else alignment.links[head]
        is_sure = place is not None and _will_be(held, place)
        hedges = HEDGES - _OWED - _SPEECH - (SUPPOSING if is_sure else frozenset())
        if head is None or place is None or _is_hedged(held, place, hedges):
            continue
        if _is_hedged_elsewhere(held, place):
            continue
        if any(
            one.lower in _SURE or one.lower.endswith(("'ll", "'s", "'re", "'d"))
            for one in clause_before(held, place, TO_HEAD)
        ):
            return f"the claim says “{word.text} {said[head].text}”, the evidence is sure of it"
    return None


def _will_be(held: Sequence[Word], place: int) -> bool:
    """Whether "will" alone stands before a verb, and nothing that supposes it."""
    before = clause_before(held, place, BEFORE)
    return auxiliaries(held, place) == ["will"] and SUPPOSING.isdisjoint(one.lower for one in before)


def _keeps_doubt(alignment: Alignment, at: int, hedge: int) -> bool:
    """Whether a text hedges a word by more than what the article, too, has beside the hedge at a place."""
    doubted = alignment.held[hedge].lower
    if doubted in _SUSPICIONS and any(word.lower in _INQUIRING for word in alignment.said):
        return True  # who is investigated is suspected
    if doubted in _VOUCHING | _SUSPICIONS | {"alleged"} and any(word.lower in _CLAIMING for word in alignment.said):
        return True
    if doubted in _VOUCHING | _SUSPICIONS | {"alleged"} and is_charge(alignment.said, at):
        return True
    for alike in (NEARLY, _SEEMING):
        if alignment.held[hedge].lower in alike and any(word.lower in alike for word in alignment.said):
            return True
    said, lost = alignment.said, alignment.held[hedge].key[:_ROOT]
    if any(one.lower in _SAID and other.lower == "to" for one, other in pairwise(said)):
        return True  # "is said to have left"
    if any(word.is_content and word.key[:_ROOT] == lost for word in said):
        return True
    free = [
        word._replace(text="") if word.is_content and _is_of_another_hedge(alignment, place, hedge) else word
        for place, word in enumerate(said)
    ]
    if alignment.held[hedge].lower in OF_DOUBT and any(one.lower in _MOSTLY for one in said):
        return True  # what is likely is so in most cases
    hedges = HEDGES - _SPEECH
    if alignment.held[hedge].lower in OF_DOUBT and any(one.lower in vocab.SAYING for one in said):
        hedges -= {"would"}  # which is "will" when it is told: "would likely" is more than that
    return _is_hedged(free, at, hedges) or _is_hedged_elsewhere(said, at)


def _is_of_another_hedge(alignment: Alignment, place: int, hedge: int) -> bool:
    """Whether a word of the text repeats a hedge of the article that stands elsewhere."""
    link = alignment.links[place]
    return link not in (None, hedge) and is_hedge(alignment.held[link or 0])


def _is_hedged_elsewhere(said: Sequence[Word], at: int) -> bool:
    """Whether a text has a word of the same meaning again, and hedges that: "it has cut the fee and may lower it"."""
    sides = sides_of(said[at].key)
    return any(
        one != at and (word.key == said[at].key or not sides.isdisjoint(sides_of(word.key))) and _is_hedged(said, one)
        for one, word in enumerate(said)
        if word.is_content
    )


def _is_owed(said: Sequence[Word]) -> bool:
    return any(word.lower in _NORMS or word.lower in _PROPOSING for word in said)


def _head(words: Sequence[Word], at: int) -> int | None:
    """The place of the word that a hedge is about: the first that says something by itself, adverbs left out."""
    for place in range(at + 1, min(at + 1 + TO_HEAD, len(words))):
        word = words[place]
        if word.text in _QUOTATION:
            continue
        if word.kind == "mark" or (word.lower in DETERMINERS and words[place - 1].lower != "have"):
            return None
        if word.lower in HEDGES | vocab.PLAIN_NEGATORS | _PASSED_OVER or word.lower.endswith("ly"):
            continue
        if word.is_content:
            return place
    return None


def _is_hedged(words: Sequence[Word], at: int, hedges: frozenset[str] = HEDGES) -> bool:
    around = [*clause_before(words, at, BEFORE), *words[at + 1 : at + 1 + _AFTER]]
    return any(is_hedge(word) and word.lower in hedges for word in around)


def _says_will(said: Sequence[Word]) -> bool:
    return any(word.lower in _WILL for word in said)
