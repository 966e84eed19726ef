"""Chooses headline, abstract and key points from an article's own sentences, as an editor would print them.

The abstract is the news (the first sentence that tells what the title says), and two more: by place and centrality,
but rather one in which the main speaker is heard, or who denies it, or the figure that matters. Every sentence is told
so that it stands alone, or is not taken.
"""

from __future__ import annotations

import re
from collections import Counter
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from summarizer.engines.rules.candidates import DENIES_IT, MAX_ABSTRACT, Candidate, find_candidates, past_news
from summarizer.engines.rules.centrality import Topic, Weighed, root_of, says_again, weigh_sentences, words_of
from summarizer.engines.rules.denials import answers, with_denials
from summarizer.engines.rules.doubts import goes_on, tells_background
from summarizer.engines.rules.headline import headline_of
from summarizer.engines.rules.key_points import Point, Read, choose_points
from summarizer.engines.rules.lead import find_lead, is_scene
from summarizer.engines.rules.pronouns import is_mostly_quoted
from summarizer.engines.rules.reported import with_reported
from summarizer.engines.rules.shortening import one_line, shorten
from summarizer.engines.rules.title import find_title
from summarizer.grounding.checks.injection import article_instructions
from summarizer.reading.layout.layout import layout_of, sentences_of
from summarizer.text.figures import find_figures
from summarizer.text.words import rare_wordings, word_set, words_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.draft import DraftClaim
    from summarizer.reading.layout.layout import Sentence

_MOST_SENTENCES = 3
_BELOW_SUMMARY, _SUMMED_UP = 3, 0.25  # sentences, and the share of roots that one of them has of a summary above
_TITLE_LEFT, _FEW_LEFT = 0.2, 2  # what a sentence gains that tells what the title says, and of how many words
_NOVEL = 0.4  # of a sentence's words must be new
_SHORT_DENIAL = 6  # content words
_DENIED_ABOVE = 4  # sentences among which the one stands that says what is denied
# What a main speaker, a contradiction, the count of a harm and any figure add to a sentence's weight; what it loses
# that tells of the time before, or is mostly a quotation.
_HEARD, _DENIED, _HARMED, _COUNTED = 0.1, 0.75, 0.45, 0.1
_BEFORE, _SPOKEN, _WENT_ON = 0.25, 0.15, 0.3
_SCENE, _SCENES = 0.5, 6  # what a scene loses, and among how many sentences one is looked for
_CONTRADICTION = rare_wordings("drafts.summary.contradiction")
_HARM = words_pattern("drafts.summary.harm")
_HARM_WORDS = frozenset(words_of(" ".join(word_set("drafts.summary.harm"))))  # as they stand among content words
_DIGIT = re.compile(r"\d")


class Line(NamedTuple):
    """A sentence of a summary with the numbers of the sentences that it is made of."""

    text: str
    sentences: tuple[int, ...]


class Outline(NamedTuple):
    """A summary before it is a draft; the headline's sentences are known where it is a sentence of the text."""

    headline: Line
    abstract: tuple[Line, ...]
    key_points: tuple[Point, ...]


def outline(article: Article, claims: Sequence[DraftClaim], rates: Sequence[float] | None = None) -> Outline:
    """Choose a headline, an abstract and key points; every word of them stands in the article or is a source's name.

    Key points rest on claims that are sure enough by their confidences, `rates`; without them all are.
    """
    layout = layout_of(article)
    title, numbers, above = find_title(article)
    body = [one for one in layout.sentences if layout.blocks[one.block].kind == "body"] or list(layout.sentences)
    title_words = words_of(title)
    if any(one.number not in above for one in body):
        body = [one for one in body if one.number not in above]
    orders = _orders(article)
    weighed = weigh_sentences([article.text[one.start : one.end] for one in body], title_words)
    news_end = past_news(article, layout)
    pairs = [
        (one, weight)
        for one, weight in zip(body, weighed, strict=True)
        if one.start < news_end and one.number not in orders
    ]
    candidates = find_candidates(article, layout, pairs, title)
    abstract = _abstract(candidates, claims) or _plain_abstract(article, pairs)
    headline = headline_of(title, [abstract[0].text] if abstract else [], article.outlet)
    if not numbers and abstract:
        numbers = abstract[0].sentences
    weights = {one.number: weight.weight for one, weight in pairs}

    read = _read_in(abstract, title, candidates, weighed)
    # what stands before the news sets a scene
    first = min(read.sentences, default=0)
    behind = {number: weight for number, weight in weights.items() if number >= first}
    told = [one for one in candidates if one.number > first]
    chosen = choose_points(article, claims, behind, rates, read)
    points = with_reported(chosen.points, told, read) or chosen.refused
    if not points and len(abstract) > 1:  # a short article: its last sentence is told as a point, if it can be
        last = {number: weight for number, weight in weights.items() if number in abstract[-1].sentences}
        before = _read_in(abstract[:-1], title, candidates, weighed)
        points = choose_points(article, claims, last, rates, before).points
        if len(abstract) == _MOST_SENTENCES:
            points = points or with_reported((), [one for one in candidates if one.number in last], before)
        abstract = abstract[:-1] if points else abstract
    return Outline(Line(headline, numbers), abstract, tuple(with_denials(points, candidates, read)))


def _read_in(lines: Sequence[Line], title: str, candidates: Sequence[Candidate], weighed: Sequence[Weighed]) -> Read:
    """What a reader of the title and of some lines of an abstract has read; `weighed` are the body's sentences."""
    numbers = frozenset(number for line in lines for number in line.sentences)
    text = " ".join((title, *(line.text for line in lines)))
    return Read(
        text,
        numbers,
        tuple(frozenset(words_of(line.text)) for line in lines),
        Topic(text, weighed),
        frozenset().union(*[one.told.names for one in candidates if one.number in numbers]),
    )


def _orders(article: Article) -> frozenset[int]:
    """The numbers of the sentences that look like an order to a model: they are quoted with a check, not summed up."""
    suspects = article_instructions(article)
    if not suspects:
        return frozenset()
    return frozenset(
        one.number
        for one in sentences_of(article)
        if any(suspect.start < one.end and one.start < suspect.end for suspect in suspects)
    )


def _abstract(candidates: Sequence[Candidate], claims: Sequence[DraftClaim]) -> tuple[Line, ...]:
    """The news and up to two sentences that add to it, in the article's order."""
    lead = find_lead(candidates)
    if lead is None:
        return ()
    chosen = [lead]
    # what stands before the news sets a scene
    candidates = [one for one in candidates if one.number >= lead.number]
    weights = _Weights(candidates, claims)
    while len(chosen) < _MOST_SENTENCES:
        best = _next(candidates, chosen, weights)
        if best is None:
            break
        denied = _what_is_denied(best, candidates, chosen)
        answer = _answer_to(best, candidates, chosen)
        if answer is not None:
            chosen = [*chosen[: _MOST_SENTENCES - 2], best, answer]
            continue
        if denied is None:
            chosen.append(best)
            continue
        both = [*chosen[: _MOST_SENTENCES - 2], denied, best]
        if _leans_on_nothing(denied, both) or sum(len(one.told.text) + 1 for one in both) > MAX_ABSTRACT:
            candidates = [one for one in candidates if one is not best]
        else:
            chosen = both
    chosen.sort(key=lambda one: one.number)
    return _tell_all(chosen)


def _what_is_denied(best: Candidate, candidates: Sequence[Candidate], chosen: Sequence[Candidate]) -> Candidate | None:
    """The sentence before one that only says "he denied the claims", unless it is chosen already.

    Where one a little further up has the word itself, "the guild claimed", it is that one.
    """
    denial = DENIES_IT.search(best.text)
    if denial is None or any(answers(best, one.number) for one in chosen):
        return None
    is_bare = denial["what"] is None and (
        denial["bare"] is not None or denial["it"] is not None
    )  # "denied that, saying"
    if not is_bare and len(best.weighed.words) > _SHORT_DENIAL:
        return None
    near = [one for one in reversed(candidates) if 0 < best.number - one.number <= _DENIED_ABOVE and one.is_news]
    roots = set(map(root_of, words_of(denial["what"] or "")))
    named = next((one for one in near if not roots.isdisjoint(map(root_of, one.weighed.words))), None)
    before = named or next((one for one in near[:1] if one.number == best.number - 1), None)
    return before if before not in chosen else None


def _answer_to(best: Candidate, candidates: Sequence[Candidate], chosen: Sequence[Candidate]) -> Candidate | None:
    """The answer to what somebody is accused of in a sentence, where it fits beside that and the lead."""
    answer = next((one for one in candidates if answers(one, best.number)), None)
    if answer is None or answer in chosen or answer.told.standing == "never":
        return None
    length = sum(len(one.told.text) + 1 for one in (*chosen[: _MOST_SENTENCES - 2], best, answer))
    return answer if length <= MAX_ABSTRACT else None


class _Weights:
    """What each sentence weighs in an abstract: who is heard in it counts, and what it counts.

    What makes one lighter is looked for in those alone that may be the heaviest: for all it takes 3% of the whole path
    (benchmarks/extractive.py).
    """

    def __init__(self, candidates: Sequence[Candidate], claims: Sequence[DraftClaim]) -> None:
        speakers = Counter(claim.source.casefold() for claim in claims if claim.source)
        main = {name for name, count in speakers.most_common(2) if count > 1}
        heard = {claim.sentence for claim in claims if claim.source.casefold() in main}
        denied = {claim.sentence for claim in claims if claim.stance == "denies" and claim.source}
        self._most: dict[int, float] = {}
        for one in candidates:
            number, text = one.number, one.text
            weight = one.weighed.weight + (_HEARD if number in heard else 0)
            weight += _DENIED if number in denied or _CONTRADICTION.search(text) else 0
            weight += _HARMED if _counts_harm(one) else _COUNTED if _DIGIT.search(text) else 0
            self._most[number] = weight
        self._known: dict[int, float] = {}

    def heaviest_first(self, shares: Iterable[tuple[Candidate, float]]) -> Iterator[Candidate]:
        """The sentences by what a share of their weight is; the earlier one of two alike."""
        waiting = [(-self._most[one.number] * share, one.number, False, share, one) for one, share in shares]
        heapify(waiting)
        while waiting:
            _, number, is_weighed, share, one = heappop(waiting)
            if is_weighed:
                yield one
            else:
                heappush(waiting, (-self._of(one) * share, number, True, share, one))

    def _of(self, one: Candidate) -> float:
        weight = self._known.get(one.number)
        if weight is None:
            text = one.text
            weight = self._most[one.number] - (_BEFORE if tells_background(text) else 0)
            weight -= _WENT_ON if goes_on(text) else 0
            weight -= _SCENE if one.weighed.place < _SCENES and is_scene(one) else 0
            self._known[one.number] = weight = weight - (_SPOKEN if is_mostly_quoted(text) else 0)
        return weight


def _counts_harm(one: Candidate) -> bool:
    """Whether a sentence counts the dead, the hurt or the accused."""
    if _HARM_WORDS.isdisjoint(one.weighed.words):
        return False
    return _HARM.search(one.text) is not None and bool(find_figures(one.text))


def _next(candidates: Sequence[Candidate], chosen: Sequence[Candidate], weights: _Weights) -> Candidate | None:
    """The sentence that adds most to those chosen and still fits beside them; the earlier one of two alike."""
    covered = frozenset().union(*[one.weighed.words for one in chosen])
    room = MAX_ABSTRACT - sum(len(one.told.text) + 1 for one in chosen)
    title = frozenset(words_of(chosen[0].title)) - covered  # the news of which nothing is told yet
    shares = []
    for one in candidates:
        words = one.weighed.words
        novelty = len(words - covered) / max(1, len(words))
        if novelty >= _NOVEL and one not in chosen:
            titled = 1 + _TITLE_LEFT * len(words & title) / max(_FEW_LEFT, len(title))
            shares.append((one, min(1.0, 0.5 + novelty) * titled))
    for one in weights.heaviest_first(shares):
        if not one.is_news or _is_near(one, chosen):
            continue
        if len(one.told.text) <= room and not _leans_on_nothing(one, chosen):
            return one
    return None


def _is_near(one: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Whether a sentence says most of what one of those chosen says, in part with the same words."""
    return any(
        says_again(one.weighed.words, other.weighed.words) or (other.sums_up and _is_summed_up(one, other))
        for other in chosen
    )


def _is_summed_up(one: Candidate, above: Candidate) -> bool:
    """Whether a sentence is one of the first below a summary of the text, and has some of its words."""
    roots, summed = (frozenset(map(root_of, other.weighed.words)) for other in (one, above))
    return one.weighed.place <= above.weighed.place + _BELOW_SUMMARY and says_again(roots, summed, _SUMMED_UP)


def _leans_on_nothing(one: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Whether a sentence needs another one before it than those of the abstract that come before it."""
    before = [other for other in chosen if other.number < one.number]
    if one.told.text[:1] in "\"“‘'" or one.told.standing == "never":
        return True
    if not one.told.leans or any(other.number == one.number - 1 or answers(one, other.number) for other in before):
        return False
    known = frozenset().union(*[other.told.names for other in before])
    return one.tell(known, " ".join((one.title, *(other.told.text for other in before)))).leans


def _tell_all(chosen: Sequence[Candidate]) -> tuple[Line, ...]:
    """The chosen sentences, each told to a reader of those before it."""
    lines: list[Line] = []
    known: frozenset[str] = frozenset()
    for one in chosen:
        told = one.tell(known, " ".join((one.title, *(line.text for line in lines))))
        known |= told.names
        lines.append(Line(told.text, (one.number,)))
    return tuple(lines)


def _plain_abstract(article: Article, pairs: Sequence[tuple[Sentence, Weighed]]) -> tuple[Line, ...]:
    """The first sentence with a word in it, where no sentence can be told by itself."""
    for one, weighed in pairs:
        if weighed.words:
            return (Line(shorten(one_line(article.text[one.start : one.end]), MAX_ABSTRACT), (one.number,)),)
    return ()
