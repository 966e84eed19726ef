"""Whether a claim says no where its evidence says yes, or the other way round."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.meanings import exclude
from summarizer.grounding.checks.negated import ROOT, SAY, UNDONE, WINDOW, is_negated, is_soft
from summarizer.grounding.checks.negation_edit import SINCE, is_untrue
from summarizer.grounding.checks.polarity import THINKING, Negation, Polarity, are_alike, is_content, read_polarity
from summarizer.grounding.checks.until import has_not_until, says_no, until_difference
from summarizer.text.overlap import stem
from summarizer.text.words import word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNLESS = 5  # words before a negation in which "if" says that it is only supposed
_NEVER_JOINED = word_set("checks.negation.never_joined")
_BEEN = frozenset({"been", "was", "were", "be", "being"})
_NEEDING = word_set("checks.negation.needing")
_LIGHT = word_set("checks.negation.light")
_NON = re.compile(r"\bnon-(\w+)", re.IGNORECASE)
_GRADED = word_set("checks.negation.graded")  # no new boat is no boat that is new: there may be others
_GROUNDS = frozenset(map(stem, word_set("checks.negation.grounds")))


def negation_difference(
    text: str, evidence: str, sentences: str, *, denied: bool, denied_before: bool = False
) -> str | None:
    """What a claim's text negates and its evidence does not, or the other way round; None when they agree.

    `sentences` are all those that hold the evidence. With `denied` the evidence is what somebody denies, which may be
    put with the denial or with a negation; with `denied_before` the sentence before has the denial ("She denied it.").
    """
    for found in _NON.finditer(f"{text} {sentences}"):  # "non-political" is "not political"
        if re.search(rf"\b(?:not|n['’]t) (?:an? )?{found[1]}", f"{text} {sentences}", re.IGNORECASE):
            text, evidence, sentences = (_NON.sub(r"not \1", one) for one in (text, evidence, sentences))
            break
    said, held, around = read_polarity(text), read_polarity(evidence), read_polarity(sentences)
    # "X said: …" gives the words alone; the stance says that they are denied.
    quoted = _QUOTED.search(text) is not None
    return (
        _turned(said, around, denied=denied)
        or _doubled(said, around)
        or until_difference(said, around)
        or _something(said, held, around)
        or _stated(said, held, denied=denied and not quoted)
        or _dropped(said, held)
        or _halved(said, held)
        or (not _is_elliptical(text, sentences) and _added(said, held, around, denied=denied, before=denied_before))
        or None
    )


_IFS = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)
_IF_NOT = re.compile(
    r"\b[Ii]f \w+ (?:\w+n['’]t|\w+ not)\b(?! (?:\w+ly )?(?!he|she|they)[a-z]{4,}\b)"
)  # "If he doesn't he should go"
_ANSWERED_NO = re.compile(
    r"\?[”\"’']? [“\"]?(?:Probably|Certainly|Definitely|Of course|Absolutely|Likely|Perhaps|Maybe)?,? ?"
    r"(?:[Nn]ot|[Nn]o|[Hh]ardly|[Nn]ever|[Nn]ot (?:really|yet|likely))[.,;!]"
)


def _is_elliptical(text: str, sentences: str) -> bool:
    """Whether the evidence negates without the word that it negates: "Will it hold? Probably not." """
    if _ANSWERED_NO.search(sentences) or SINCE.search(sentences):
        return True
    return _IFS.search(text) is not None and _IF_NOT.search(sentences) is not None


def negation_lost(text: str, evidence: str) -> str | None:
    """What the evidence negates and a text in its words does not, nor says so in a word that holds a "not"."""
    said, held = read_polarity(text), read_polarity(evidence)
    if is_soft(said) or not vocab.UNTRUE.isdisjoint(said.words):
        return None
    kept = tuple(
        one
        for one in held.negations
        if one.negator not in said.words and (one.head is None or _is_lost(held.words[one.head], said.words))
    )
    return _dropped(said, held._replace(negations=kept))


def _is_lost(head: str, said: Sequence[str]) -> bool:
    """Whether a text must negate what a negation of its evidence is about: no "Moll's", and not what it leaves open."""
    if head in _LIGHT or head.endswith("'s"):
        return False
    return head not in SAY or _LEFT_OPEN.isdisjoint(said)


_LEFT_OPEN = frozenset({"whether", "open", "unclear", "undecided", "unknown"})
_LEADS = wordings("checks.negation.lead", re.IGNORECASE)
_QUOTED = re.compile(r"\b(?:said|says|told \w+): ")


def leads_to_denied(lead: str) -> bool:
    """Whether the words before the evidence, from its sentence's start on, end in a denial of what follows."""
    return _LEADS.search(lead) is not None


def has_denial(text: str) -> bool:
    """Whether a text holds a verb of denying."""
    return not vocab.DENYING.isdisjoint(text.lower().split())


def _turned(said: Polarity, around: Polarity, *, denied: bool) -> str | None:
    """A denial that a claim calls a confirmation."""
    words = set(around.words)
    passive = {word for before, word in pairwise(said.words) if before in _BEEN}  # "was admitted to the clinic"
    affirmed = vocab.AFFIRMING.intersection(said.words) - words - passive
    if not affirmed or any(stem(word) in around.stems for word in affirmed):
        return None
    # "admitted the loss, denying that they fled" has both
    if not denied and (vocab.DENYING.isdisjoint(words) or not vocab.AFFIRMING.isdisjoint(words)):
        return None
    return f"the claim says “{min(affirmed)}”, the article has a denial"


def _stated(said: Polarity, held: Polarity, *, denied: bool) -> str | None:
    """What somebody denies, or calls untrue, given as what somebody says."""
    if said.negations or not vocab.UNTRUE.isdisjoint(said.words):
        return None
    untrue = {word for at, word in enumerate(held.words) if is_untrue(held.words, at)}
    if untrue and len(set(said.stems) & set(held.stems)) >= 2:
        return f"the evidence calls this {min(untrue)}, the claim does not"
    if denied and not held.negations and not vocab.SAYING.isdisjoint(said.words):
        return "the article has this denied, the claim has it said"
    return None


def _doubled(said: Polarity, around: Polarity) -> str | None:
    """A negation within a negation, or a denial of one, that the evidence does not have: "denied that it did not"."""
    pair = _pair(said)
    if pair is None or _pair(around) is not None or _negates_twice(around):
        return None
    return f"the claim says “{said.words[pair[0]]} … {said.words[pair[1]]}”, the evidence does not negate twice"


def _negates_twice(one: Polarity) -> bool:
    """Whether a "not" reaches another one in the same clause: "I know nobody there that does not"."""
    return any(
        says_no(outer.negator) and says_no(inner.negator) and inner.at in outer.scope
        for outer, inner in zip(one.negations, one.negations[1:], strict=False)
    )


def _pair(one: Polarity) -> tuple[int, int] | None:
    for outer, inner in zip(one.negations, one.negations[1:], strict=False):
        if inner.negator == "without" or not says_no(inner.negator):
            continue
        between = one.words[outer.at + 1 : inner.at]
        near = len(between) <= (6 if outer.negator in vocab.DENY else 4) and not _NEVER_JOINED.intersection(between)
        joined = outer.negator in vocab.DENY or says_no(outer.negator)
        if joined and near and inner.at in outer.scope:
            return outer.at, inner.at
    for outer in one.negations:
        following = one.words[outer.at + 1 : outer.at + 2]
        if following and (following[0] in {"without", "unable"} or UNDONE.fullmatch(following[0])):
            return outer.at, outer.at + 1
    last = one.negations[-1] if len(one.negations) > 1 else None
    if last is not None and last.negator in vocab.DENY and last.head is None:  # "It did not fall, she denied."
        return one.negations[0].at, last.at
    return None


def _something(said: Polarity, held: Polarity, around: Polarity) -> str | None:
    """ "Nothing" of the evidence given as "something"."""
    if "something" not in said.words or "nothing" not in held.words or said.negations:
        return None
    return None if "something" in around.words else "the evidence says “nothing”, the claim “something”"


def _halved(said: Polarity, held: Polarity) -> str | None:
    """One of two negations that the evidence has, of words that a claim has as well, lost: "it does not mean it is"."""
    if not said.negations or is_soft(said) or any(one.negator == "too" for one in held.negations):
        return None
    if "or" in said.words and "or" not in held.words:
        return None  # "will not row or sail"
    told = [one for one in held.negations if one.negator.endswith(("not", "n't")) and one.head is not None]
    if len(told) < 2 or not all(held.stems[one.head] in said.stems for one in told if one.head is not None):
        return None
    if len(said.negations) >= len(told):
        return None
    return f"the evidence negates {len(told)} times, the claim {len(said.negations)}"


def _dropped(said: Polarity, held: Polarity) -> str | None:
    negated = {word for one in said.negations for word in said.reached(one)}
    own = [one for one in said.negations if not _is_repeated(one, said, held)]
    is_answered = bool(own) or is_soft(said, but=held.words)
    for one in held.negations:
        if _has_if(held.words[max(0, one.at - _UNLESS) : one.at]) and not _is_supposed(said, held, one):
            continue  # "it would sink if they had not come"
        if one.head is None:
            if "or" in held.words[max(0, one.at - WINDOW) : one.at]:
                continue  # "either it holds or it does not"
            if not is_answered or (one.negator == "no" and not is_soft(said) and _has_fewer(said, held)):
                return f"the evidence says “{one.negator}”, the claim does not"
        elif any(exclude(held.stems[one.head], word) for word in set(said.stems).difference(held.stems)):
            continue  # "barred" for "not allowed"
        elif not _is_kept(one, one.head, said, held, negated) and _is_plain(
            one, one.head, said, held, is_soft=is_answered
        ):
            return f"the evidence says “{one.negator} … {held.words[one.head]}”, the claim does not negate it"
    return None


def _is_repeated(one: Negation, said: Polarity, held: Polarity) -> bool:
    """Whether the evidence has a negation of a claim in the same words: that is not in the place of another one."""
    if one.head is None:
        return False
    head = said.stems[one.head]
    return any(
        other.head is not None and other.negator[:ROOT] == one.negator[:ROOT] and held.stems[other.head] == head
        for other in held.negations
    )


def _has_if(words: Sequence[str]) -> bool:
    """Whether something is only supposed: "if", but not "as if", which tells what is done."""
    return any(word == "if" and words[at - 1 : at] != ("as",) for at, word in enumerate(words))


def _is_supposed(said: Polarity, held: Polarity, one: Negation) -> bool:
    """Whether a claim, too, has an "if" before what the evidence negates behind its "if"."""
    places = () if one.head is None else said.places(held.stems[one.head], negated=False)
    return any("if" in said.words[max(0, at - _UNLESS) : at] for at in places) and not said.negations


def _has_fewer(said: Polarity, held: Polarity) -> bool:
    """Whether all negations of a claim are of the evidence, which answers "no" beside them."""
    return len(said.negations) < len(held.negations) and {one.negator for one in said.negations} <= {
        one.negator for one in held.negations if one.head is not None
    }


_FEWER = frozenset({"less", "fewer", "worse", "smaller", "lower", "weaker", "shorter"})
_ALL = {("all",), ("every",), ("everyone",), ("everybody",), ("everything",)}
_PARTS = word_set("checks.scope.most", "checks.scope.a_few", "checks.scope.a_part", "checks.scope.a_lot")


def _is_kept(one: Negation, head: int, said: Polarity, held: Polarity, negated: set[str]) -> bool:
    """Whether a claim that negates these words negates what its evidence does, or needs no negation to say the same."""
    word = held.stems[head]
    if any(other.head is None and word in said.stems[max(0, other.at - WINDOW) : other.at] for other in said.negations):
        return True  # "the boats are not", where the evidence has no boats
    if "as" in held.words[one.at + 1 : one.at + _UNLESS] and not _FEWER.isdisjoint(said.words):
        return True  # "not as much as" is "less than"
    if held.words[one.at + 1 : one.at + 2] in _ALL and not _PARTS.isdisjoint(said.words):
        return True  # "not all came": some did
    if word == "know" and "little" in said.words:
        return True  # "does not know much"
    if any(are_alike(word, other) for other in said.heads()) or not negated.isdisjoint(held.reached(one) | {word}):
        return True
    if one.negator == "without":  # who cannot do without it needs it
        return not _NEEDING.isdisjoint(said.words)
    if one.negator in {"no", "none"} and head == one.at + 1:  # "no patient was at risk": patients were never at risk
        after = [other.at for other in said.negations if says_no(other.negator)]
        if any(0 < place - at <= WINDOW for at in said.places(word, negated=False) for place in after):
            return True
    # "none without a check" is "each with a check"
    return not said.negations and any(other.negator == "without" and other.at in one.scope for other in held.negations)


def _is_plain(one: Negation, head: int, said: Polarity, held: Polarity, *, is_soft: bool) -> bool:
    """Whether a claim says without a negation what a negation of its evidence reaches."""
    word, reached = held.stems[head], held.reached(one)
    if not is_soft and not _GROUNDS.isdisjoint(reached & set(said.stems)):
        return True  # who knows of no evidence has none
    if not is_soft and not said.negations and word in _GROUNDS and sum(_is_about(one, said) for one in reached) > 1:
        return True  # where there is no sign of damage a claim has damage
    if not is_soft and not said.negations and _is_thing_told(one, head, said, held):
        return True
    least = 1 if one.negator in vocab.DENY and len(reached) <= 4 else max(2, len(reached) // 2)
    if not is_soft and one.negator != "too" and len(reached & set(said.stems)) >= least:
        return True
    meant = held.around(head)
    others = [held.around(at) for at in held.places(word, negated=False)]
    for at in said.places(word, negated=False):
        here = said.around(at)
        if all(len(here & meant) > len(here & other) for other in others):
            return True
    return False


def _is_thing_told(one: Negation, head: int, said: Polarity, held: Polarity) -> bool:
    """Whether a claim tells what the evidence has none of, or does not think: "no civil suits", "don't think so"."""
    after = [at for at in one.scope if at > head and is_content(held.words[at])][:1]
    if not after or not said.places(held.stems[after[0]], negated=False):
        return False
    if held.words[head] in THINKING:
        return True
    is_noun = one.negator == "no" and head == one.at + 1 and after[0] == head + 1
    return is_noun and held.words[head] not in _GRADED and held.stems[head] not in said.stems


def _is_about(stem_of_word: str, said: Polarity) -> bool:
    return any(are_alike(stem_of_word, other) or stem_of_word[:5] == other[:5] for other in said.stems)


def _added(said: Polarity, held: Polarity, around: Polarity, *, denied: bool, before: bool) -> str | None:
    said_denied = not vocab.DENYING.isdisjoint(said.words)
    has_denial = before or not vocab.DENYING.isdisjoint(around.words)
    for one in said.negations:
        negator, head = one.negator, one.head
        if (
            (negator in vocab.REFUSING or negator.startswith("declin"))
            and has_not_until(said)
            and has_not_until(around)
        ):
            continue  # "declined to speak until" is "will not speak until"
        if negator == "too" or (negator in vocab.DENYING and (denied or has_denial)):
            continue
        if head is None:
            if not around.negations or (negator in vocab.DENY and vocab.DENYING.isdisjoint(around.words)):
                return f"the claim says “{negator}”, the evidence does not"
            continue
        if denied and not held.negations:
            if not said_denied:  # "denied that it fell" may be put as "it did not fall"
                continue
            return f"the claim negates what is denied once more: “{negator} … {said.words[head]}”"
        if not vocab.UNTRUE.isdisjoint(held.words) and said.words[head] not in vocab.UNTRUE:
            continue
        if not is_negated(said, one, head, held, around, denied=denied):
            return f"the claim says “{negator} … {said.words[head]}”, the evidence does not"
    return None
