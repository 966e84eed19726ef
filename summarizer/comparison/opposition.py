"""Whether one passage says no where another says yes: denials, negations, and words that exclude one another."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.comparison.contraries import contrary
from summarizer.comparison.datings import date_denied, dated_apart
from summarizer.comparison.days import DAYS, YEAR
from summarizer.comparison.likeness import best_clause, shared_weight
from summarizer.comparison.negations import Polarity, is_negated, light_words, polarity, undone_in, without_inquiries
from summarizer.comparison.terms import is_time, meaning_of, terms_of
from summarizer.text.words import word_set, wordings, words_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.comparison.likeness import Content
    from summarizer.comparison.passages import Passage

_PIVOT = 0.2  # the least weight of the word that one affirms and the other negates
_LEAST_SHARED = 0.3
_LEAST_CROSSING, _MORE_SHARED = 0.15, 0.5  # of a word that a source admits, beside others, after it has denied it
_LEAST_PIVOT = 0.03  # of one where both passages share nearly all
_TELLING = 0.1
_CONTEXT = 0.7  # the least weight of what else both say
_BESIDE_CONTRARY = 0.65
_DATED = 1.0
_RARE = 0.6  # of a word that is all that one of two passages says: "he has the votes"
_FEW = 6  # telling words of a passage that a single word may contradict
_OF_ONE_THING = 9  # terms of a passage that tells of one thing
_ALIKE = 0.84  # the least likeness of passages that only share a clause
_ALIKE_UNSAID = 1.3  # where the article itself says one of them, in sentences of many things
_OF_ALL = 0.10
_OF_DENIAL = 0.4
_NEARLY_ALL = 0.55  # of the content of the shorter passage
_STANCES = frozenset({"asserts", "denies", "confirms", "accuses", "condemns"})
_OPEN = re.compile(rf"\b(?:{'|'.join(word_set('comparison.open_questions.words'))})\b".replace(" ", r"\s"))
_ORDER = re.compile(r"[\W_]*(?:please\s)?(?:do\snot|don['’]t|let['’]s\snot|never)\b", re.IGNORECASE)
_CHANGE = words_pattern("comparison.changes.words")
_UNSAID = wordings("comparison.unsaid")
_NOT_SAID = re.compile(
    r"\b(?:never|not|n['’]t)\s(?:ever\s)?(?:said|say|claimed|claim|stated|promised|(?:spoken|spoke|speak)\s(?:of|about))\b"
)
_TAKEN_BACK = re.compile(
    r"\W*(?:correction|clarification)s?\s?:[^.]*?\b(?:reported|said|wrote|stated|told|gave|misstated)\b", re.IGNORECASE
)
_TO_COME = re.compile(r"\b(?:will|shall)\b(?![’'])|\bwon['’]t\b")
_AND_WILL = re.compile(
    r"(?<=[a-z]),?\s(?:and|but)\s(?:that\s)?(?:\w+\s){1,3}(?:will|would)\s(?!have\b)[^,.;]*"
)  # "…, and none would be paid"
_NOT_YET = re.compile(r"(\bnot|n['’]t)\syet\b")
_WOULD = re.compile(r"\bwould\b(?!\s(?:have|like|rather|mean)\b)")
_SINCE = re.compile(r"\bsince\s(?:\w+\s){0,2}((?:19|20)\d\d)\b")
BARE = frozenset(term.key for word in word_set("comparison.light.bare") for term in terms_of(word))
_ANYONE = re.compile(
    r"\bany(?:one|body|thing)\b|\bthere\s(?:had|has|have)\s(?:ever\s)?been\b|\bthere\s(?:was|were)\b"
)  # "denied that anyone was hurt" says that nobody was
# Not "no Danes died": it is denied that they died.
_A_NAME = re.compile(r"\b(?:an?|any)\s((?:[A-Z][\w’-]+\s?){1,3})")
_MAY = re.compile(r"(?<!^)\bMay\b")  # the month
_COULD_NOT = re.compile(r"\b(?:could\snot|couldn['’]t|can\snot|cannot|can['’]t)\b")  # it is no less sure than "did not"
# They tell of no time after which something is otherwise, and ask for nothing.
_AT_ONCE = re.compile(r"\bat\sonce\b|\b(?:even|as)\sif\b")
_LIKELY_CAUSE = re.compile(r"\blikely\s(?=(?:cause|reason|culprit|explanation|source|origin)\b)")
_OWN_DOING = re.compile(r"\b(?:he|she|i|we|they)\s(?:\w+\s){0,2}(?:\w+n['’]t|not|never|no)\b", re.IGNORECASE)
_LEFT_WITHOUT = re.compile(r"\b(?:left|were|are|was|is|be|been)\swithout\b")
_LOST = re.compile(r"\b(?:lost|lose|loses|losing|cut\soff|destroyed)\b")
_OF_SOMEBODY = re.compile(r"\W*(?:that\s)?(?:it|he|she|they|I|we)\s", re.IGNORECASE)
_IN_FIRST_PERSON = re.compile(r"\W*(?:I|we)\s", re.IGNORECASE)
_SOMEBODY = re.compile(r"\W*(?:that\s)?([A-Z][a-z]+\s[A-Z][a-z]+)\b")
_WE_DID_NO = re.compile(r"\W*(?:I|we)\s(?P<verb>\w+)\sno\s", re.IGNORECASE)  # "We fired no shots"
_NEGATORS = frozenset(term.key for term in terms_of("nobody never nothing none neither without ever anyone anybody"))
_SHARE = re.compile(
    r"(?:(?:about|around|nearly|almost|some|just|only|another)\s)?"
    r"(?:\d|an?\s(?:\w+\s)?(?:majority|plurality|third|quarter|fifth|half)\b|most\b|half\b|two[\s-]thirds\b)",
    re.IGNORECASE,
)
_POLLED = re.compile(r"(?:When\s)?[Aa]sked\s")  # "Asked what counts most, a fifth chose “honest and kind”"
_AS = re.compile(r"\b(?:dismiss|reject|describ|brush)\w*\s[^.]*\bas\b")
_CLAIMED = words_pattern("comparison.words_of.nouns")
_REJECTING = re.compile(r"\b(?:reject\w*|dismiss\w*|refus\w*|oppos\w*|vetoed|turned\sdown)\W+(?:\w+\W+)?$")
_REFUSED = words_pattern("comparison.refused.words")
_CLAUSE = re.compile(r"^\W*(?:that|having|\w+ing)\b|\b(?:is|are|was|were|has|had|have|did|does|will|would|might|may)\b")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s(?:\w+ly\s)?(\w+(?:ed|en|nt))\b")


class Opposition(NamedTuple):
    """Why two passages are opposed, and the term on which each of them is.

    `question` tells oppositions apart that answer another question than whether something is so: "cause".
    """

    reason: str
    one: str = ""
    two: str = ""
    question: str = ""


def opposition(one: Content, two: Content, *, alike: float) -> Opposition | None:
    """On what two passages are opposed, None where they are not or only may be; `alike` is their likeness."""
    here, there = one.passage, two.passage
    if not may_oppose(here, there):
        return None
    first, second = (polarity(passage.text, denied=passage.stance == "denies") for passage in (here, there))
    if alike < _ALIKE and first.heads.isdisjoint(second.affirmed) and second.heads.isdisjoint(first.affirmed):
        return None
    shared = shared_weight(one, two)
    pivot = _pivot(first, second, shared, (one.names | two.names) - _kinds(_negating(one, two).passage.text))
    if pivot and _is_negating(one, two) and not _is_of_others(here, there) and not _is_of_others(there, here):
        least = _ALIKE if here.speaker and there.speaker else _ALIKE_UNSAID
        is_clause = alike >= least and shared[pivot] >= _PIVOT and _together(one, two) >= shared[pivot] + _CONTEXT
        is_denied = first.denied or second.denied
        if first.denied != second.denied and contrary(here.text, there.text):
            return None  # who denies that a gate was locked does not contradict that it was open
        if _share_too_little(one, two, shared, is_denied=is_denied):
            return None
        if _is_nearly_all(one, two, shared, pivot) or (is_clause and not is_denied):
            return Opposition("one affirms what the other denies", pivot, pivot)
    if alike >= _ALIKE and (pair := contrary(here.text, there.text)) and _is_of_one_thing(one, two):
        words = f"“{pair[0]}” and “{pair[1]}” exclude one another"
        return Opposition(words, meaning_of(pair[0]), meaning_of(pair[1]))
    return _of_dates(one, two, shared, alike)


@lru_cache(maxsize=65536)
def _kinds(text: str) -> frozenset[str]:
    """The names in a text that are no one's but of a kind: the medal of "never got a Silver Cross"."""
    if _A_NAME.search(text) is None:
        return frozenset()
    return frozenset(term.key for found in _A_NAME.finditer(text) for term in terms_of(found[1]))


def _of_dates(one: Content, two: Content, shared: Mapping[str, float], alike: float) -> Opposition | None:
    """The opposition of two passages that tell one thing of two dates, or one of a date that the other denies."""
    here, there = one.passage.text, two.passage.text
    if (when := date_denied(here, there)) and _is_dated(one, two, shared, alike):
        return Opposition(f"one says that it was not {'on' if when in DAYS else 'in'} {when}")
    is_short = max(len(one.passage.terms), len(two.passage.terms)) <= _OF_ONE_THING
    if is_short and (pair := dated_apart(here, there)) and _is_dated(one, two, shared, alike):
        return Opposition(f"they tell of one thing, one of {pair[0]} and one of {pair[1]}")
    return None


def _is_dated(one: Content, two: Content, shared: Mapping[str, float], alike: float) -> bool:
    """Whether two passages that give two dates tell of one thing: they share much, or all that the shorter one says."""
    if alike >= _ALIKE_UNSAID and _together(one, two) >= _DATED:
        return True
    telling = min((_telling(content) for content in (one, two)), key=len)
    return len(telling) > 1 and all(key in shared for key in telling)


def may_oppose(one: Passage, two: Passage) -> bool:
    """Whether two passages can be opposed at all: each is plain, none lies in the other or tells of an earlier time."""
    is_of_one_time = one.article == two.article
    if _SHARE.match(one.speaker) and _SHARE.match(two.speaker):
        return False  # of those who were asked some say this and others that
    if not _is_plain(one, is_of_one_time=is_of_one_time) or not _is_plain(two, is_of_one_time=is_of_one_time):
        return False
    if one.article == two.article and one.start < two.end and two.start < one.end:
        return False  # one within the other
    if one.article != two.article and (_has_changed(one.text) or _has_changed(two.text)):
        return False
    if one.article != two.article and (_is_to_come(_in_own_tense(one)) != _is_to_come(_in_own_tense(two))):
        return False  # "will not open before Friday" is no denial of "opened on Friday"
    return not (_is_of_years_before(one.text, two.text) or _is_of_years_before(two.text, one.text))


def _together(one: Content, two: Content) -> float:
    """The weight of the words beside names that two passages share within a clause."""
    names = one.names | two.names
    shared = {key: value for key, value in shared_weight(one, two).items() if key not in names}
    return best_clause(one.order, two.order, shared)


def _is_of_one_thing(one: Content, two: Content) -> bool:
    """Whether two passages share enough beside the words that exclude one another, and not names alone."""
    plain = _together(one, two)
    if plain >= _BESIDE_CONTRARY:
        return True
    return plain >= _LEAST_SHARED and best_clause(one.order, two.order, shared_weight(one, two)) >= _BESIDE_CONTRARY


def share_plainly(one: Content, two: Content) -> bool:
    """Whether two passages, neither of which only asks, share a telling word that is no name."""
    return _is_plain(one.passage) and _is_plain(two.passage) and _together(one, two) >= _LEAST_SHARED


def are_crossing(one: Content, two: Content) -> bool:
    """Whether a telling word that two passages share is affirmed by one of them and negated by the other."""
    if not _is_plain(one.passage) or not _is_plain(two.passage):
        return False
    shared = shared_weight(one, two)
    first, second = (polarity(each.passage.text, denied=False) for each in (one, two))
    undone = (undone_in(one.passage.text) & second.affirmed) | (undone_in(two.passage.text) & first.affirmed)
    pivots = undone | {_pivot(first, second, shared, one.names | two.names)}
    least = _LEAST_CROSSING if sum(shared.values()) >= _MORE_SHARED else _LEAST_SHARED
    return any(shared.get(key, 0.0) >= least for key in pivots)


def say_otherwise(one: Content, two: Content) -> bool:
    """Whether two passages cannot be one statement, however alike: on a word that both have, one says no.

    Neither are they where one of them only says that nothing is known or told.
    """
    here, there = one.passage, two.passage
    if _is_unsaid(here.text) != _is_unsaid(there.text) or date_denied(here.text, there.text):
        return True
    if denies_saying(here.text) != denies_saying(there.text):
        return True
    if _is_negating(one, two):
        shared = shared_weight(one, two)
        first, second = (polarity(passage.text, denied=passage.stance == "denies") for passage in (here, there))
        pivot = _pivot(first, second, shared, one.names | two.names)
        return bool(pivot) and shared[pivot] >= _PIVOT
    return contrary(here.text, there.text) is not None


@lru_cache(maxsize=65536)
def _is_unsaid(text: str) -> bool:
    """Whether a passage says that nothing is known or told yet."""
    return _UNSAID.search(text) is not None


def _is_of_years_before(early: str, late: str) -> bool:
    """Whether one passage tells of a year before the one since which the other tells."""
    since = _year_since(late)
    return bool(since) and YEAR.search(early) is not None and max(YEAR.findall(early)) < since


@lru_cache(maxsize=65536)
def _year_since(text: str) -> str:
    """The year since which a passage tells, "" for none."""
    found = _SINCE.search(text)
    return found[1] if found else ""


def _is_nearly_all(one: Content, two: Content, shared: Mapping[str, float], pivot: str) -> bool:
    """Whether what two passages share is nearly all that the shorter one says."""
    names = (one.names & two.names) - _kinds(_negating(one, two).passage.text)
    telling = sum(value >= _LEAST_PIVOT for key, value in shared.items() if key not in names)
    if telling < 2:
        if _negating(one, two).passage.stance == "denies" and _ANYONE.search(_negating(one, two).passage.text) is None:
            return False
        telling_of = [set(_telling(content)) - _NEGATORS - BARE for content in (one, two)]
        no, yes = telling_of if _negating(one, two) is one else telling_of[::-1]
        is_short = min(len(no), len(yes)) <= 2 >= len(no) or (shared[pivot] >= _RARE and yes == {pivot})
        return shared[pivot] >= _PIVOT and is_short and max(map(len, telling_of)) <= _FEW
    least = min(
        sum(value for key, value in content.weight.items() if not (is_time(key) or key in _NEGATORS))
        for content in (one, two)
    )
    return sum(shared.values()) >= max(_LEAST_SHARED, _NEARLY_ALL * least)


def _share_too_little(one: Content, two: Content, shared: Mapping[str, float], *, is_denied: bool) -> bool:
    """Whether what two passages share is too little of either, or of what one of them denies, to be one question.

    One sentence of many things has a few words of another, and "denied that she had closed the mill" does not
    contradict "she spoke of the mill".
    """
    if sum(shared.values()) < _OF_ALL * max(one.total, two.total):
        return True
    return is_denied and not _is_of_what_is_denied(_negating(one, two), shared)


def _is_of_what_is_denied(denial: Content, shared: Mapping[str, float]) -> bool:
    """Whether two passages share enough of what one of them denies, of which there may be much beside a name."""
    plain = {key: value for key, value in denial.weight.items() if key not in denial.names and not is_time(key)}
    told = sum(value for key, value in plain.items() if key not in _NEGATORS)
    return sum(value for key, value in shared.items() if key in plain) >= _OF_DENIAL * told


def _telling(one: Content) -> list[str]:
    """The terms of a passage that say something and are no time."""
    return [key for key, value in one.weight.items() if value >= _TELLING and not (is_time(key) or key.isdecimal())]


def is_plainly_negating(passage: Passage) -> bool:
    """Whether a passage denies or negates in plain words."""
    return passage.stance == "denies" or is_negated(passage.text)


def _is_negating(one: Content, two: Content) -> bool:
    """Whether a passage denies or negates in plain words: "too close to call" and "failed to" contradict nobody."""
    return is_negated(_negating(one, two).passage.text) or "denies" in (
        one.passage.stance,
        two.passage.stance,
    )


def _negating(one: Content, two: Content) -> Content:
    """The passage with a negation."""
    return one if is_negated(one.passage.text) or one.passage.stance == "denies" else two


@lru_cache(maxsize=65536)
def _has_changed(text: str) -> bool:
    """Whether a passage tells what has become different."""
    return _CHANGE.search(text.lower()) is not None


@lru_cache(maxsize=65536)
def _is_to_come(text: str) -> bool:
    """Whether a passage tells what will be or will not be."""
    return _TO_COME.search(text) is not None


@lru_cache(maxsize=65536)
def is_open(text: str) -> bool:
    """Whether a passage only asks, supposes or looks ahead."""
    told = _MAY.sub("", _COULD_NOT.sub("", _LIKELY_CAUSE.sub("", _AT_ONCE.sub("", without_inquiries(text)))))
    return _OPEN.search(told.lower()) is not None or _ORDER.match(text) is not None


@lru_cache(maxsize=65536)
def denies_saying(text: str) -> bool:
    """Whether a passage says that somebody has not said something: "he had never said that there was no current"."""
    return _NOT_SAID.search(text) is not None


def is_taken_back(text: str) -> bool:
    """Whether an article only says what it had told wrongly: "Correction: we reported that nine people had died"."""
    return _TAKEN_BACK.match(text) is not None


def _in_own_tense(passage: Passage) -> str:
    """The words of a passage, with "will" where somebody is said to have said that something would be.

    What it adds at its end of what is to come is left out.
    """
    text = _without_sequel(passage.text) if "will" in passage.text or "would" in passage.text else passage.text
    if passage.claim is None or passage.is_quoted or not passage.speaker or "would" not in text:
        return text
    return _WOULD.sub("will", text)


@lru_cache(maxsize=65536)
def _without_sequel(text: str) -> str:
    return _AND_WILL.sub("", text)


def _is_refused(passage: Passage) -> bool:
    """Whether somebody refuses what he is said to deny: "Voters rejected this plan" says not that there is none."""
    if _CLAUSE.search(passage.text) or _CLAIMED.search(passage.text.lower()):
        return False
    before = passage.sentence_text[: max(0, passage.start - passage.sentence)]
    return _REFUSED.search(passage.text.lower()) is not None or _REJECTING.search(before) is not None


def _is_plain(passage: Passage, *, is_of_one_time: bool = False) -> bool:
    """Whether it can be told what a passage affirms: "dismissed it as a prank" does not deny a prank.

    Against what is told at one time with it, "not yet" is no more open than "not".
    """
    text = _in_own_tense(passage)
    text = _NOT_YET.sub(r"\1", text) if is_of_one_time and " yet" in text else text
    if passage.stance not in _STANCES or _POLLED.match(passage.text) or is_open(text) or is_taken_back(passage.text):
        return False
    if " " not in passage.text.strip() or denies_saying(passage.text):
        return False  # one word of a sentence states nothing, and who has not said it says not that it is not so
    if passage.stance == "denies" and _is_refused(passage):
        return False
    return not (passage.stance == "denies" and _AS.search(passage.sentence_text))


def _pivot(one: Polarity, two: Polarity, shared: Mapping[str, float], names: frozenset[str]) -> str:
    """The heaviest term, no name, that one of two passages affirms and on which a negation of the other falls."""
    return _pivot_of(one, two, shared, names) or _pivot_of(two, one, shared, names)


def _pivot_of(yes: Polarity, no: Polarity, shared: Mapping[str, float], names: frozenset[str]) -> str:
    heads = no.heads & no.negated & yes.affirmed - light_words()  # "it had heard of no complaint", "we heard knocking"
    if not heads or any(key in shared for key in yes.negated & no.negated):
        return ""
    crossing = sorted((key for key in heads if key in shared and key not in names), key=lambda key: (-shared[key], key))
    return crossing[0] if crossing and shared[crossing[0]] >= _LEAST_PIVOT else ""


def _is_of_others(one: Passage, two: Passage) -> bool:
    """Whether somebody says only that he did not do what the other says was done, by whomever.

    Neither do "left without a home" and "lost their homes" contradict one another.
    """
    if _LEFT_WITHOUT.search(one.text) is not None and _LOST.search(two.text) is not None:
        return True
    if _OWN_DOING.search(one.text) is None:
        return False
    if _PASSIVE.search(two.text) is not None:
        return True
    own = {term.key for term in terms_of(f"{one.speaker} {one.role} {' '.join(one.forms)}")}
    somebody = _SOMEBODY.match(two.text) if _IN_FIRST_PERSON.match(one.text) else None
    if somebody and own.isdisjoint(term.key for term in terms_of(somebody[1])):
        return True  # "I never hid it" and "Olek Moss hid it", unless that is he
    is_named = _OF_SOMEBODY.match(two.text) is not None or not own.isdisjoint(term.key for term in two.terms)
    done = _WE_DID_NO.match(one.text)
    verb = {term.key for term in terms_of(done["verb"])} - light_words() if done else set()
    return bool(verb) and not is_named and verb.isdisjoint(term.key for term in two.terms)
