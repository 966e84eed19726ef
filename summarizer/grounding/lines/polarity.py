"""Lines of a summary that say yes where the article says no, no where it says yes, or the opposite of what it says."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import load_lexicon
from summarizer.grounding.checks.meanings import meaning, sides_of
from summarizer.grounding.checks.phrases import plain_words
from summarizer.grounding.checks.polarity import is_quarrel
from summarizer.grounding.checks.synonyms import groups_of
from summarizer.grounding.lines.senses import calls, lets_in, sacks
from summarizer.grounding.lines.support import find_support, root_of, roots_of, sentence_text, shares, told_within
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.words import either, word_list, word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from summarizer.contract.article import Article

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[;:.,!?]")
_NAMES = re.compile(r"(?<=\s)[A-ZÀ-Þ][\w’'-]+")
_ADMITTING = word_set("lines.polarity.admitting")
_GRANTING = _ADMITTING | word_set("lines.polarity.as_good_as_admitting")
DENYING = word_set("lines.polarity.denying")
_NEGATING = word_set("lines.polarity.negating")
_REFUSING = DENYING | word_set("lines.polarity.refusing")
DECLINING = word_set("lines.polarity.declining")
_ACCEPTING = word_set("lines.polarity.accepting")
LIGHT = word_set("lines.polarity.light")
_DOUBTING = _REFUSING | word_set("lines.polarity.doubting")
_SWAYING = re.compile(rf"\b(?:{either('lines.polarity.admitting', 'lines.polarity.denying')})\b", re.IGNORECASE)
_ENDS = word_set("lines.polarity.ends") | frozenset(";:.!?")
HELPERS = word_set("lines.polarity.helpers")
PREFIXES = tuple(word_list("lines.polarity.prefixes"))
_CONCEDING, _CONCESSIVE = word_set("lines.polarity.conceding"), word_set("lines.polarity.concessive")
_LITTLE = word_set("lines.polarity.little")
_NEITHER = frozenset({"neither", "nor"})
_ONLY = frozenset({"only", "merely", "just", "simply", "solely"})  # "not merely" negates nothing
_REACH = 12  # words after a "not" that it may be about
_MOST_HEADS = 4
_PREFIXED = 3  # letters that a word has at least beside "un"
_INSTEAD = {  # "has yet to", "instead of", "ruled out"
    "yet": "to", "instead": "of", "rather": "than", "ruled": "out", "rules": "out", "ruling": "out", "anything": "but",
    "far": "from", "short": "of",
}  # fmt: skip
_LEFT_OPEN = frozenset({"whether", "open", "unclear", "undecided", "unknown"})
_NOUNS = frozenset({"refusal", "failure"})
_EXCLUDING = frozenset({"rule", "exclude", "preclude"})
_EARLIER = frozenset({"before", "ever", "previously", "earlier", "yet"})
_AROUND = 3  # sentences about those that hold a clause
_NEAR = 3  # words before one in which a "not" is about it
_SHORT = 3  # roots of a sentence that says one thing
_BEHIND = 3  # words before a "not" that it may be about: "it was not"
_BESIDE = 2  # words: what stands so near belongs together
_AS_MUCH = 0.6  # of what one sentence has of a line: another one says it too
_PARTLY = 0.4
_MOSTLY = 0.6  # of a clause's roots in one sentence: it says the same


class Negation:
    """A word that negates, and the roots of what it is about."""

    def __init__(self, word: str, heads: list[str]) -> None:
        self.word = word
        self.heads = heads


def polarity_doubts(article: Article, clause: str, named: Collection[int]) -> Iterator[str]:
    """Why a clause of a line may say the opposite of the article, in words for a reader.

    `named` are the indices of sentences that the line is said to rest on.
    """
    said = tokens_of(clause)
    core = core_of(article, clause, named)
    if not core:
        return
    held = [tokens_of(text) for index in core for text in told_within(article, index)]
    last = len(sentences_of(article)) - 1
    around = {max(0, index - 1) for index in core} | {min(last, index + 1) for index in core} | set(core)
    wide = {word for index in around for word in tokens_of(sentence_text(article, index))}
    if _is_of_first(said) and "first" in wide:  # "no one before" is "the first"
        return
    yield from _unlicensed(said, wide)
    yield from _negations_put(said, held, wide, _denied_around(article, core))
    beside = [tokens_of(sentence_text(article, index)) for index in sorted(around - set(core))]
    names = frozenset(root_of(word) for word in _NAMES.findall(clause))
    told = [words for words in beside if _is_told(words, said)]
    yield from _negations_lost(article, said, [*held, *told], names)
    yield from _turned_round(said, held)


def core_of(article: Article, clause: str, named: Collection[int]) -> tuple[int, ...]:
    """The sentences of a clause; one where somebody denies something counts only if it is this that is denied."""
    plain = _SWAYING.sub(" ", clause)
    core = find_support(article, plain, named)
    if plain == clause:
        return core
    held = shares(article, roots_of(plain))
    more = (index for index in find_support(article, clause, named) if held[index] >= _PARTLY)
    return tuple(sorted({*core, *more}))


def _unlicensed(said: Sequence[str], wide: Collection[str]) -> Iterator[str]:
    admits = {word for at, word in enumerate(said) if word in _ADMITTING and not lets_in(said, at)}
    denies = {word for at, word in enumerate(said) if word in DENYING and not (is_quarrel(said, at) or sacks(said, at))}
    if admits and _GRANTING.isdisjoint(wide) and not (admits <= _CONCEDING and not _CONCESSIVE.isdisjoint(wide)):
        yield f"the line says “{min(admits)}”, the article does not"
    if denies and not has_doubt(wide):
        yield f"the line says “{min(denies)}”, the article does not"
    accepts = _ACCEPTING.intersection(said)
    if accepts and _GRANTING.isdisjoint(wide) and not DENYING.isdisjoint(wide) and DENYING.isdisjoint(said):
        yield f"the line says “{min(accepts)}”, the article has a denial"
    declines = DECLINING.intersection(said)
    if declines and not has_doubt(wide):
        yield f"the line says “{min(declines)}”, the article does not"


def has_doubt(words: Collection[str]) -> bool:
    """Whether any of some words negates, denies or doubts."""
    return any(negates(word) or word in _DOUBTING or _is_prefixed(word) for word in words)


def _is_of_first(said: Sequence[str]) -> bool:
    return any(map(negates, said)) and not _EARLIER.isdisjoint(said)


def _denied_around(article: Article, core: Collection[int]) -> set[str]:
    """The roots of what is negated first in the sentences about some."""
    last = len(sentences_of(article)) - 1
    around = {index for one in core for index in range(max(0, one - _AROUND), min(last, one + _AROUND) + 1)}
    return {
        one.heads[0] for index in around for one in negations(tokens_of(sentence_text(article, index))) if one.heads
    }


def _negations_put(
    said: Sequence[str], held: Sequence[Sequence[str]], wide: Collection[str], denied: Collection[str]
) -> Iterator[str]:
    """What a line negates and the article does not; `denied` are the roots that it negates around."""
    for one in negations(said):
        if one.word in DENYING | _LITTLE or not one.heads or (one.word == "without" and said[0] == "without"):
            continue
        head = one.heads[0]
        if one.word in DECLINING and any(one.word in words for words in held):
            continue
        if one.word in _NEITHER and any(head in _roots(words) and any(map(negates, words)) for words in held):
            continue  # "will neither row nor sail" is "will not row or sail"
        if head in denied or any(_is_negated_beside(said, one.word, words) for words in held):
            continue
        holding = [words for words in held if head in _roots(words)]
        if any(_is_negated_form(word, head) for words in held for word in words):  # "not known" is "unknown"
            continue
        if holding:
            is_denied = any(
                not set(one.heads).isdisjoint(other.heads) for words in holding for other in negations(words)
            )
            if not is_denied and not any(_is_doubted(words, head, said) for words in holding):
                yield f"the line says “{one.word}”, the article does not"
        elif not any(negates(word) or word in _DOUBTING or _is_prefixed(word) for word in wide):
            yield f"the line says “{one.word}”, the article does not"


def _is_negated_beside(said: Sequence[str], negator: str, words: Sequence[str]) -> bool:
    """Whether a sentence negates something right beside a word that the line has right beside its negation."""
    mine = {root_of(word) for word in _beside_negator(said, said.index(negator))}
    return any(
        mine & {root_of(word) for word in _beside_negator(words, at)} for at, word in enumerate(words) if negates(word)
    )


def _beside_negator(words: Sequence[str], at: int) -> list[str]:
    around = [*words[max(0, at - _NEAR) : at], *words[at + 1 : at + 1 + _NEAR]]
    return [word for word in around if word[0].isalpha() and word not in HELPERS]


def _is_negated_form(word: str, head: str) -> bool:
    """Whether a word is one of which this is the root, with "un" or the like before it."""
    return any(word.startswith(one) and root_of(word[len(one) :]) == head for one in PREFIXES)


def _is_doubted(words: Sequence[str], head: str, said: Collection[str]) -> bool:
    """Whether a word that negates or doubts, and that the line lacks, stands not far from a root in a sentence."""
    places = [at for at, word in enumerate(words) if word[0].isalpha() and root_of(word) == head]
    return any(
        (word in _REFUSING and word not in said) or negates(word)
        for at in places
        for word in words[max(0, at - _REACH) : at + _REACH]
    )


def _negations_lost(
    article: Article, said: Sequence[str], held: Sequence[Sequence[str]], names: Collection[str]
) -> Iterator[str]:
    """What the article negates and a line has as well, with no negation of its own beside it.

    `names` are the roots of the names in the line, which are no more about one thing than about another.
    """
    roots, kept = _roots(said), _kept(said, held)
    told = [at for at, word in enumerate(said) if _says_no(article, word, held)]
    own = [at for at in told if (said[at], _head_at(said, at)) not in kept]
    for words in held:
        share = len(roots & _roots(words)) / max(1, len(roots))
        alike = [_roots_told(said, other) for other in held if _roots(other) != _roots(words)]
        others = [told for told in alike if len(told) >= _AS_MUCH * share * len(roots)]
        for one in negations(words, DECLINING):
            if not one.heads or (one.word, one.heads[0]) in kept or _is_doubled(words, one.word):
                continue
            if is_also_so(words, one):
                continue
            if one.word in said and one.word in DECLINING:
                continue
            shared = [head for head in one.heads if head in roots]
            if any(_is_near(said, head, own) for head in shared):
                continue
            is_about = shared and (one.heads[0] in roots or len(shared) > 1) and share >= _MOSTLY
            is_about = is_about or (len(shared) > 1 and (one.heads[0] in roots or share >= _PARTLY))
            is_about = (
                is_about
                or _are_beside(said, [root for root in shared if root not in names])
                or (one.heads[0] in shared and _has_its_verb(words, one, said))
            )
            if is_about and not any(set(shared) <= other for other in others):
                yield f"the article says “{one.word}” of it, the line does not"


def _roots_told(said: Sequence[str], words: Sequence[str]) -> frozenset[str]:
    """The roots of a line that a sentence has, itself or in a word that may stand for the line's."""
    held, keys = _roots(words), [meaning(word) for word in words if word[0].isalpha()]
    sides = frozenset().union(*map(sides_of, keys))
    groups = frozenset().union(*map(groups_of, keys))
    return frozenset(
        root_of(word)
        for word in said
        if word[0].isalpha()
        and word not in HELPERS
        and (
            root_of(word) in held
            or not sides.isdisjoint(sides_of(meaning(word)))
            or not groups.isdisjoint(groups_of(meaning(word)))
        )
    )


def _has_its_verb(words: Sequence[str], one: Negation, said: Sequence[str]) -> bool:
    """Whether a line has what "no" negates right after the verb that stands before the "no": "heard no alarm"."""
    at = words.index(one.word)
    if one.word != "no" or at == 0 or words[at - 1] in HELPERS or not words[at - 1][0].isalpha():
        return False
    return _are_beside([word for word in said if word not in HELPERS], [root_of(words[at - 1]), one.heads[0]])


def _are_beside(said: Sequence[str], heads: Sequence[str]) -> bool:
    """Whether a line has two or more of some roots right beside one another."""
    places = [at for at, word in enumerate(said) if word[0].isalpha() and root_of(word) in heads]
    return any(0 < later - at <= _BESIDE and said[at] != said[later] for at, later in pairwise(places))


def _is_doubled(words: Sequence[str], negator: str) -> bool:
    """Whether another word negates not far from one that does: "no reason why it should not" negates nothing."""
    at = words.index(negator)
    return any(
        place != at
        and (negates(word) or word in DENYING)
        and not {"but", "and", "or", ";"} & set(words[min(at, place) : max(at, place)])
        for place, word in enumerate(words)
        if abs(place - at) <= _REACH
    )


def _kept(said: Sequence[str], held: Sequence[Sequence[str]]) -> set[tuple[str, str]]:
    """The words that negate the same in a line and in the article, each with the root of what it negates first."""
    own = {(word, _head_at(said, at)) for at, word in enumerate(said)}
    return {
        (one.word, one.heads[0])
        for words in held
        for one in negations(words, DECLINING)
        if one.heads and (one.word, one.heads[0]) in own
    }


def _head_at(words: Sequence[str], at: int) -> str:
    return next(iter(_heads(words[at + 1 : at + _REACH])), "")


def _is_near(said: Sequence[str], head: str, places: Sequence[int]) -> bool:
    return any(
        (-_BEHIND if negates(said[place]) else -_REACH) <= at - place <= _REACH
        for at, word in enumerate(said)
        if word[0].isalpha() and root_of(word) == head
        for place in places
    )


def _is_told(words: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a short sentence says nothing but what a line says."""
    own = {root_of(word) for word in words if word[0].isalpha() and word not in HELPERS and not negates(word)}
    own -= {"it's", "that'", "it"}
    return 0 < len(own) <= _SHORT and own <= _roots(said)


def _turned_round(said: Sequence[str], held: Sequence[Sequence[str]]) -> Iterator[str]:
    """ "Only" for "not only", and "still" for "no longer"."""
    words = [word for sentence in held for word in sentence]
    mine, its = _limits(said), _limits(words)
    if mine == {False} and its == {True}:
        yield "the line says “only”, the article “not only”"
    is_ended = any(map(negates, words)) and not {"anymore", "longer"}.isdisjoint(words)
    if is_ended and "still" in said and "still" not in words and not any(map(negates, said)):
        yield "the line says “still”, the article “no longer”"


def _limits(words: Sequence[str]) -> set[bool]:
    """For each "only" of some words, whether it is negated."""
    return {any(map(negates, words[max(0, at - _NEAR) : at])) for at, word in enumerate(words) if word in _ONLY}


def negations(words: Sequence[str], more: Collection[str] = ()) -> Iterator[Negation]:
    """The negations of some words; `more` are words that count as such beside "not" and "denied"."""
    for at, word in enumerate(words):
        following = list(words[at + 1 : at + 3])
        if word == "no" and following[1:] == ["than"]:  # "no more than"
            continue
        if word == "not" and following[:1] and following[0] in _ONLY:
            continue
        if word in _NOUNS and following[:1] != ["to"]:  # "that refusal"
            continue
        if negates(word) and following[:1] and following[0] in _EXCLUDING:  # "did not rule out"
            continue
        is_instead = following[:1] == [_INSTEAD.get(word, "")]
        is_denial = word in DENYING and not is_quarrel(words, at) and not calls(words, at)
        if negates(word) or is_denial or word in more or is_instead:
            yield Negation(word, _heads(words[at + 1 + is_instead : at + _REACH]))


def is_also_so(words: Sequence[str], one: Negation) -> bool:
    """Whether a sentence has before a "not" what it negates: "a rough pier and a rougher one, not a rough one"."""
    return one.heads[0] in _roots(words[: words.index(one.word)])


def _heads(following: Sequence[str]) -> list[str]:
    heads: list[str] = []
    for word in following:
        if (word in _ENDS and not (heads and word == "or")) or len(heads) == _MOST_HEADS:
            break
        if word == "," and not (heads and "or" in following):  # "no damage, injuries or loss" is about all of them
            break
        if word not in (",", "or") and word not in HELPERS and word not in LIGHT:
            heads.append(root_of(word))
    return heads


def tokens_of(text: str) -> list[str]:
    return [word.lower().replace("’", "'") for word in _TOKEN.findall(plain_words(text))]


def _roots(words: Sequence[str]) -> frozenset[str]:
    return frozenset(root_of(word) for word in words if word[0].isalpha() and word not in HELPERS)


def negates(word: str) -> bool:
    """Whether a word negates: "no", "can't"."""
    return word in _NEGATING or word.endswith("n't")


def says_no(word: str) -> bool:
    """Whether a word negates, or holds a "not": "unable"."""
    return negates(word) or _is_prefixed(word)


def _is_prefixed(word: str) -> bool:
    return any(word.startswith(prefix) and word[len(prefix) :] in load_lexicon().tags for prefix in PREFIXES)


def _says_no(article: Article, word: str, held: Sequence[Sequence[str]]) -> bool:
    """Whether a word of a line may be what a negation of the article has become."""
    if negates(word) or word in _DOUBTING | _LEFT_OPEN or _is_prefixed(word):
        return True
    if not word.startswith(PREFIXES) or len(word) <= _PREFIXED + 2:
        return False
    plain = re.compile(
        rf"(?<!\w)(?:{'|'.join(re.escape(word.removeprefix(one)) for one in PREFIXES if word.startswith(one))})"
    )
    return plain.search(article.text) is not None or (word.startswith("un") and any(word in words for words in held))
