"""Whether a claim says no where its evidence says yes, or the other way round."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.grounding.checks import vocabulary as vocab
from summarizer.grounding.checks.phrases import plain_words
from summarizer.text.overlap import stem
from summarizer.text.words import word_set, wordings

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*|[.;:!?]")
_STOPS = frozenset(".;:!?")
_WINDOW = 4  # words about a negated word that tell two places of it apart
# A negation reaches over the rest of its clause, a denial over the rest of its sentence.
_CLAUSE, _SENTENCE = 9, 30
_ONLY = {("only",), ("merely",), ("simply",), ("solely",)}  # "not merely" negates nothing
_UNLESS = 5  # words before a negation in which "if" says that it is only supposed
_CLAUSE_ENDS = word_set("checks.negation.clause_ends")
_NEVER_JOINED = word_set("checks.negation.never_joined")
_SAY = word_set("checks.negation.say")
_MUTE = _SAY | word_set("checks.negation.mute")
_NEEDING = word_set("checks.negation.needing")
_NON = re.compile(r"\bnon-(\w+)", re.IGNORECASE)
_GROUNDS = frozenset(map(stem, word_set("checks.negation.grounds")))
_UNDONE = re.compile(r"un(?!der|i[^mn]|til|less|to$|usual)\w{4,}")
_APART = re.compile(  # "who asked not to be named" negates nothing of what is said; "rather than" does
    r"(?:not|n['’]t) (?:to )?(?:be )?(?:named|identified)|(?P<rather>rather than|instead of)",
    re.IGNORECASE,
)


class _Negation(NamedTuple):
    """A negator, where it stands, the first content word after it (None: there is none), and all that it reaches."""

    negator: str
    at: int
    head: int | None
    scope: range


class _Polarity(NamedTuple):
    """The stems of a text's words in order, its negations, and which places stand under one."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    negations: tuple[_Negation, ...]
    negated: frozenset[int]

    def heads(self) -> set[str]:
        """The stems of all words that are negated first."""
        return {self.stems[one.head] for one in self.negations if one.head is not None}

    def reached(self, one: _Negation) -> set[str]:
        """The stems of the content words that a negation reaches."""
        return {self.stems[at] for at in one.scope if _is_content(self.words[at])}

    def places(self, head: str, *, negated: bool) -> list[int]:
        """Where a stem stands, under a negation or not."""
        return [at for at, word in enumerate(self.stems) if _alike(word, head) and (at in self.negated) is negated]

    def around(self, at: int) -> set[str]:
        """The stems of the words about a place."""
        return {word for word in self.stems[max(0, at - _WINDOW) : at + _WINDOW + 1] if len(word) > 2}


class NegationSplit(NamedTuple):
    """The stems of a text that stand plain, those that a negation reaches, and the first that each negation reaches."""

    plain: frozenset[str]
    negated: frozenset[str]
    heads: frozenset[str]


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
    said, held, around = _polarity(text), _polarity(evidence), _polarity(sentences)
    # "X said: …" gives the words alone; the stance says that they are denied.
    quoted = _QUOTED.search(text) is not None
    return (
        _turned(said, around, denied=denied)
        or _doubled(said, around)
        or _until(said, around)
        or _stated(said, held, denied=denied and not quoted)
        or _dropped(said, held)
        or _halved(said, held)
        or _added(said, held, around, denied=denied, before=denied_before)
    )


def negation_lost(text: str, evidence: str) -> str | None:
    """What the evidence negates and a text in its words does not, nor says so in a word that holds a "not"."""
    said, held = _polarity(text), _polarity(evidence)
    if _is_soft(said) or not vocab.UNTRUE.isdisjoint(said.words):
        return None
    kept = tuple(one for one in held.negations if one.negator not in said.words)
    return _dropped(said, held._replace(negations=kept))


def split_by_negation(text: str) -> NegationSplit:
    """The stems of a text's content words by whether a negation or denial in it reaches them.

    A word that stands both ways is in both; negators and words of denying themselves are in neither.
    """
    read = _polarity(text)
    places = [at for at, word in enumerate(read.words) if _is_content(word) and word not in vocab.DENYING]
    return NegationSplit(
        frozenset(read.stems[at] for at in places if at not in read.negated),
        frozenset(read.stems[at] for at in places if at in read.negated),
        frozenset(read.heads()),
    )


_LEADS = wordings("checks.negation.lead", re.IGNORECASE)
_QUOTED = re.compile(r"\b(?:said|says|told \w+): ")


def leads_to_denied(lead: str) -> bool:
    """Whether the words before the evidence, from its sentence's start on, end in a denial of what follows."""
    return _LEADS.search(lead) is not None


def has_denial(text: str) -> bool:
    """Whether a text holds a verb of denying."""
    return not vocab.DENYING.isdisjoint(text.lower().split())


def _turned(said: _Polarity, around: _Polarity, *, denied: bool) -> str | None:
    """A denial that a claim calls a confirmation."""
    words = set(around.words)
    affirmed = vocab.AFFIRMING.intersection(said.words) - words
    if not affirmed or any(stem(word) in around.stems for word in affirmed):
        return None
    # "admitted the loss, denying that they fled" has both
    if not denied and (vocab.DENYING.isdisjoint(words) or not vocab.AFFIRMING.isdisjoint(words)):
        return None
    return f"the claim says “{min(affirmed)}”, the article has a denial"


def _stated(said: _Polarity, held: _Polarity, *, denied: bool) -> str | None:
    """What somebody denies, or calls untrue, given as what somebody says."""
    if said.negations or not vocab.UNTRUE.isdisjoint(said.words):
        return None
    untrue = vocab.UNTRUE.intersection(held.words)
    if untrue and len(set(said.stems) & set(held.stems)) >= 2:
        return f"the evidence calls this {min(untrue)}, the claim does not"
    if denied and not held.negations and not vocab.SAYING.isdisjoint(said.words):
        return "the article has this denied, the claim has it said"
    return None


def _until(said: _Polarity, around: _Polarity) -> str | None:
    """ "It will last until noon" given as "it will not last until noon", or the other way round."""
    if "until" not in said.words or "until" not in around.words or _has_not_until(said) is _has_not_until(around):
        return None
    return "either the claim or the evidence says “not … until”, the other does not"


def _has_not_until(one: _Polarity) -> bool:
    places = [at for at, word in enumerate(one.words) if word == "until"]
    return any(_says_no(word) for at in places for word in one.words[max(0, at - 5) : at])


def _says_no(word: str) -> bool:
    return word in vocab.PLAIN_NEGATORS or word.endswith("n't")


def _doubled(said: _Polarity, around: _Polarity) -> str | None:
    """A negation within a negation, or a denial of one, that the evidence does not have: "denied that it did not"."""
    pair = _pair(said)
    if pair is None or _pair(around) is not None:
        return None
    return f"the claim says “{said.words[pair[0]]} … {said.words[pair[1]]}”, the evidence does not negate twice"


def _pair(one: _Polarity) -> tuple[int, int] | None:
    for outer, inner in zip(one.negations, one.negations[1:], strict=False):
        if inner.negator == "without" or not _says_no(inner.negator):
            continue
        between = one.words[outer.at + 1 : inner.at]
        near = len(between) <= (6 if outer.negator in vocab.DENY else 4) and not _NEVER_JOINED.intersection(between)
        joined = outer.negator in vocab.DENY or _says_no(outer.negator)
        if joined and near and inner.at in outer.scope:
            return outer.at, inner.at
    for outer in one.negations:
        following = one.words[outer.at + 1 : outer.at + 2]
        if following and (following[0] in {"without", "unable"} or _UNDONE.fullmatch(following[0])):
            return outer.at, outer.at + 1
    last = one.negations[-1] if len(one.negations) > 1 else None
    if last is not None and last.negator in vocab.DENY and last.head is None:  # "It did not fall, she denied."
        return one.negations[0].at, last.at
    return None


def _halved(said: _Polarity, held: _Polarity) -> str | None:
    """One of two negations that the evidence has, of words that a claim has as well, lost: "it does not mean it is"."""
    if not said.negations or _is_soft(said) or any(one.negator == "too" for one in held.negations):
        return None
    told = [one for one in held.negations if one.negator.endswith(("not", "n't")) and one.head is not None]
    if len(told) < 2 or not all(held.stems[one.head] in said.stems for one in told if one.head is not None):
        return None
    if len(said.negations) >= len(told):
        return None
    return f"the evidence negates {len(told)} times, the claim {len(said.negations)}"


def _dropped(said: _Polarity, held: _Polarity) -> str | None:
    negated = {word for one in said.negations for word in said.reached(one)}
    is_soft = bool(said.negations) or _is_soft(said)
    for one in held.negations:
        if "if" in held.words[max(0, one.at - _UNLESS) : one.at] and not _is_supposed(said, held, one):
            continue  # "it would sink if they had not come"
        if one.head is None:
            if not is_soft or (one.negator == "no" and not _is_soft(said) and _has_fewer(said, held)):
                return f"the evidence says “{one.negator}”, the claim does not"
        elif not _is_kept(one, one.head, said, held, negated) and _is_plain(one, one.head, said, held, is_soft=is_soft):
            return f"the evidence says “{one.negator} … {held.words[one.head]}”, the claim does not negate it"
    return None


def _is_supposed(said: _Polarity, held: _Polarity, one: _Negation) -> bool:
    """Whether a claim, too, has an "if" before what the evidence negates behind its "if"."""
    places = () if one.head is None else said.places(held.stems[one.head], negated=False)
    return any("if" in said.words[max(0, at - _UNLESS) : at] for at in places) and not said.negations


def _has_fewer(said: _Polarity, held: _Polarity) -> bool:
    """Whether all negations of a claim are of the evidence, which answers "no" beside them."""
    return len(said.negations) < len(held.negations) and {one.negator for one in said.negations} <= {
        one.negator for one in held.negations if one.head is not None
    }


def _is_kept(one: _Negation, head: int, said: _Polarity, held: _Polarity, negated: set[str]) -> bool:
    """Whether a claim that negates these words negates what its evidence does, or needs no negation to say the same."""
    word = held.stems[head]
    if any(_alike(word, other) for other in said.heads()) or not negated.isdisjoint(held.reached(one) | {word}):
        return True
    if one.negator == "without":  # who cannot do without it needs it
        return not _NEEDING.isdisjoint(said.words)
    if one.negator in {"no", "none"} and head == one.at + 1:  # "no patient was at risk": patients were never at risk
        after = [other.at for other in said.negations if _says_no(other.negator)]
        if any(0 < place - at <= _WINDOW for at in said.places(word, negated=False) for place in after):
            return True
    # "none without a check" is "each with a check"
    return not said.negations and any(other.negator == "without" and other.at in one.scope for other in held.negations)


def _is_plain(one: _Negation, head: int, said: _Polarity, held: _Polarity, *, is_soft: bool) -> bool:
    """Whether a claim says without a negation what a negation of its evidence reaches."""
    word, reached = held.stems[head], held.reached(one)
    if not is_soft and not _GROUNDS.isdisjoint(reached & set(said.stems)):
        return True  # who knows of no evidence has none
    if not is_soft and not said.negations and word in _GROUNDS and sum(_is_about(one, said) for one in reached) > 1:
        return True  # where there is no sign of damage a claim has damage
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


def _is_about(stem_of_word: str, said: _Polarity) -> bool:
    return any(_alike(stem_of_word, other) or stem_of_word[:5] == other[:5] for other in said.stems)


def _added(said: _Polarity, held: _Polarity, around: _Polarity, *, denied: bool, before: bool) -> str | None:
    said_denied = not vocab.DENYING.isdisjoint(said.words)
    has_denial = before or not vocab.DENYING.isdisjoint(around.words)
    for one in said.negations:
        negator, head = one.negator, one.head
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
        if not _is_negated(said, one, head, held, around, denied=denied):
            return f"the claim says “{negator} … {said.words[head]}”, the evidence does not"
    return None


def _is_negated(
    said: _Polarity, one: _Negation, head: int, held: _Polarity, around: _Polarity, *, denied: bool
) -> bool:
    """Whether the evidence, too, negates what a claim's negation is about."""
    word = said.stems[head]
    plain, negated = around.places(word, negated=False), around.places(word, negated=True)
    if said.words[head] in _SAY and not negated and one.negator in vocab.PLAIN_NEGATORS | vocab.REFUSING:
        return any(not _MUTE.isdisjoint(around.words[at] for at in other.scope) for other in around.negations)
    if word in around.heads() and not held.places(word, negated=False):
        return True
    if negated:
        return not _is_elsewhere(said, head, around)
    others = [other for other in around.negations if one.negator not in vocab.DENY or other.negator != "without"]
    reached = said.reached(one)
    if any(_answers(reached, around, len(plain), other) for other in others):
        return True
    if plain or one.negator in vocab.DENYING:  # "dismissed the estimate, saying that it was old" has a cue of its own
        return not plain and one.negator not in vocab.DENY
    # other words for what the evidence negates: as many negations as it has
    return denied or len(said.negations) <= _count_shared(said, held, around) + _is_soft(around, but=said.words)


def _count_shared(said: _Polarity, held: _Polarity, around: _Polarity) -> int:
    """How many negations the evidence has, with those of its sentences that are about words of the claim."""
    own, beside = _countable(held), _countable(around)
    stems = {word for at, word in enumerate(said.stems) if _is_content(said.words[at])}
    about = sum(not stems.isdisjoint(around.reached(one) | around.around(one.at)) for one in beside)
    return max(len(own), about - len(own))  # the sentences repeat the evidence


def _countable(one: _Polarity) -> list[_Negation]:
    return [other for other in one.negations if other.head is not None or other.negator not in vocab.DENYING]


def _answers(reached: set[str], around: _Polarity, least: int, other: _Negation) -> bool:
    """Whether a negation of the evidence is about the same words as one of a claim that reaches these."""
    if other.negator == "no" and other.head is None:  # asked whether it fell, she said no
        return True
    if len(reached & around.reached(other)) > least:
        return True
    # "received no answer" is "did not receive an answer"
    return other.negator == "no" and other.head is not None and around.stems[other.head] in reached


def _is_soft(one: _Polarity, but: tuple[str, ...] = ()) -> bool:
    """Whether a text holds a word, other than these, that may stand for a negation: "unchanged", "still out"."""
    return any(
        word not in but and (word in vocab.SOFT_NEGATIONS or _UNDONE.fullmatch(word) is not None) for word in one.words
    )


def _is_elsewhere(said: _Polarity, head: int, around: _Polarity) -> bool:
    """Whether a word that stands both plain and negated in the evidence is the plain one here."""
    here, word = said.around(head), said.stems[head]

    def likeness(*, negated: bool) -> int:
        return max((len(here & around.around(at)) for at in around.places(word, negated=negated)), default=0)

    return likeness(negated=False) > likeness(negated=True)


def _polarity(text: str) -> _Polarity:
    text = _APART.sub(lambda found: "not" if found["rather"] else "", plain_words(text))
    words = tuple(word.lower().replace("’", "'") for word in _WORD.findall(text))
    negations: list[_Negation] = []
    for at, word in enumerate(words):
        if negates(words, at):
            head = _head(words, at)
            negations.append(_Negation(word, at, head, range(at + 1, _reach(words, at, head))))
    negated = frozenset(at for one in negations if one.head is not None for at in one.scope)
    return _Polarity(words, tuple(map(stem, words)), tuple(negations), negated)


def negates(words: tuple[str, ...], at: int) -> bool:
    """Whether the word at a place, in lower case like all, negates: "no" does, but not in "no less than"."""
    word = words[at]
    if not (word in vocab.NEGATORS or word.endswith("n't") or word in {"too", "against"}):
        return False
    following = words[at + 1 : at + 9]
    if word == "against":  # "advised against using it" advises not to use it
        return following != () and following[0].endswith("ing")
    if word == "too":  # "too short to prove it" does not prove it
        return "to" in following[1:4]
    if word == "no":  # "no less than"
        return following[1:2] != ("than",)
    if word == "not" or word.endswith("n't"):  # "not until noon": at noon
        return following[:1] not in _ONLY and "until" not in following[:4]
    return not (word.startswith("dismiss") and "as" in following)  # "dismissed it as gossip"


def _reach(words: tuple[str, ...], at: int, head: int | None) -> int:
    """The end of what a negator reaches over."""
    is_long = words[at] in vocab.DENYING or words[at] in vocab.REFUSING
    last = min(len(words), (at if head is None else head) + (_SENTENCE if is_long else _CLAUSE))
    for place in range(at + 1, last):
        word = words[place]
        if word in _STOPS or (word in _CLAUSE_ENDS and not (is_long and word in {"after", "while"})):
            return place
        following = words[place + 1 : place + 2]
        if word == "and" and following and (following[0] in vocab.SUBJECTS or following[0].endswith("ed")):
            return place
    return last


def _is_content(word: str) -> bool:
    return word not in vocab.FILLERS and word not in vocab.NEGATORS and word not in _STOPS and word not in vocab.SAYING


def _alike(one: str, other: str) -> bool:
    """Whether two stems are of one root: "complain" and "complaint"."""
    return one == other or (len(one) > 5 and len(other) > 5 and (one.startswith(other) or other.startswith(one)))


def _head(words: tuple[str, ...], negator: int) -> int | None:
    for at in range(negator + 1, min(negator + 8, len(words))):
        if words[at] in _STOPS:
            return None
        if words[at] not in vocab.FILLERS and words[at] not in vocab.NEGATORS:
            return at
    return None
