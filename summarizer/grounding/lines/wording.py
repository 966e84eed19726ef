"""Lines of a summary that say a thing otherwise than the sentences that hold it: surer, wider, of another unit or role.

Each clause of a line is set beside its sentences as a claim is beside its evidence, and what differs is classed by the
same rules (checks/). What a line may draw on further up is not known for sure, so that its names, figures and the "not"
that it puts in are looked at elsewhere, over the whole article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.sources import read_cast
from summarizer.grounding.checks.alignment import align
from summarizer.grounding.checks.line_checks import check_meaning, check_persons, doubt_moved
from summarizer.grounding.checks.moved import find_moved, find_replaced
from summarizer.grounding.checks.negation_edit import negation_edit
from summarizer.grounding.checks.passage import LONGEST, read_passage
from summarizer.grounding.lines.polarity import has_doubt, tokens_of
from summarizer.grounding.lines.reckoned import reckoned_numbers
from summarizer.grounding.lines.scores import is_of_score
from summarizer.grounding.lines.support import find_support, roots_of, sentence_text, told_within
from summarizer.grounding.lines.words import forms_of, has_capital, is_held, keys_of, names_nobody, word_key
from summarizer.reading.layout.layout import sentences_of
from summarizer.text.words import word_list, word_set

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from summarizer.contract.article import Article
    from summarizer.contract.check import Check, CheckCode
    from summarizer.grounding.checks.alignment import Alignment
    from summarizer.grounding.checks.moved import Moved

_CLOSE = 0.85  # of a clause in the article's words: only there does another noun in a place say another thing
_GLOSS = " ".join(word_list("lines.loaded.gloss"))
_DAYS = word_set("lines.names.days", "lines.names.months")
_PREPOSITIONS = word_set("checks.doers.prepositions") | {"between"}
_PARTIES = word_set("lines.speakers.parties")
_ONLY_LOST = re.compile("the evidence says “(?:only|solely|merely|exclusively) ")
_ONLY = frozenset({"only", "just", "merely", "solely"})
_LACKING = re.compile("the claim says “([^”]*)”, the evidence does not")
_IN_FULL = re.compile("“each”|“(?:whole|entire)”, the evidence does not")
_MORE_THAN_HALF = re.compile(r"\b(?:5[1-9]|[6-9]\d)(?:\.\d+)?(?:%| ?percent| per cent)|\bmajority\b|\boverwhelming")
_WHERE = r"\b(?:of|in|near|from|off|at|outside|inside|into|on)(?: the)?"
_FULL = 2  # words of a name; with more it is no first name and surname
_MOSTLY = 0.6  # of a clause's roots in one sentence: it says the same
_PART = 0.5  # of the roots of a part of that sentence in the clause: it is about the same
_OF_TITLE = 3  # letters of a word that a title may leave small
_CAPITALISED = 0.8
_SAID_OF_LINES = {"the claim": "the line", "the evidence": "the article"}
_SAID_OF_CLAIMS = re.compile("“[^”]*”|the claim|the evidence")  # what is quoted stays as it is


def wording_doubts(article: Article, clause: str, named: Collection[int]) -> Iterator[tuple[CheckCode, str]]:
    """What a clause of a line says otherwise than the sentences that hold it, each with the check's code.

    `named` are the indices of sentences that the line is said to rest on.
    """
    core = find_support(article, clause, named)
    if not core:
        return
    core = tuple(index for index in core if index in named) or core
    sentences = sentences_of(article)
    passage = read_passage(article, clause, [(sentences[index].start, sentences[index].end) for index in core])
    alignment = align(passage)
    moved = [doubt_moved(one) for one in find_moved(alignment, "") if _is_of_same_kind(article, clause, one)]
    is_close = len(core) == 1 and _share_linked(alignment) >= _CLOSE
    for check in (
        *check_meaning(passage, alignment, f"{article.text} {_GLOSS}"),
        *moved,
        *check_persons(passage, alignment),
    ):
        is_most = _is_most(check) and _MORE_THAN_HALF.search(passage.held) is not None
        if _counts(check, is_close=is_close) and not (is_most or _is_told_in(article, named, check)):
            yield check.code, _of_line(check.detail)
    best = _best(article, clause, core, named)
    if best is None:
        return
    reckoned = reckoned_numbers(article.text, clause)
    for index in sorted(core, key=lambda index: index != best):
        whole = sentences[index]
        for one in find_replaced(align(read_passage(article, clause, [(whole.start, whole.end)]))):
            if one.said in reckoned or (one.is_number and is_of_score(article, clause, one.said)):
                continue
            is_there = index == best or (not one.is_number and _are_places(clause, one, sentence_text(article, index)))
            if is_there and (one.is_number or _are_two(article, clause, one)):
                check = doubt_moved(one)
                yield check.code, _of_line(check.detail)
    roots = roots_of(clause)
    about = " ".join(text for text in told_within(article, best) if _is_about(text, roots))[:LONGEST]
    difference = negation_edit(clause, about)
    if difference and not (difference.startswith("the claim puts") and has_doubt(tokens_of(about))):
        yield "negation_differs", _of_line(difference)


def _counts(check: Check, *, is_close: bool) -> bool:
    """Whether a doubt counts in a line, which may put a word of its own for another and leave out an "only"."""
    if check.code == "scope_differs":
        lacking = _LACKING.fullmatch(check.detail)
        if lacking is not None and lacking[1].lower() in _ONLY:
            return False  # "told only on Friday"
        return _ONLY_LOST.match(check.detail) is None and _IN_FULL.search(check.detail) is None
    is_of_place = check.code == "meaning_differs" or "” stands before “" in check.detail
    return is_close or not is_of_place or " where the evidence has " not in check.detail


def _is_most(check: Check) -> bool:
    """Whether a line says "most" of a thing of which the article has no such word."""
    found = _LACKING.fullmatch(check.detail) if check.code == "scope_differs" else None
    return found is not None and found[1].lower() == "most"


def _is_told_in(article: Article, named: Collection[int], check: Check) -> bool:
    """Whether the sentences that a line names have the amount that the one that holds most of it lacks."""
    found = _LACKING.fullmatch(check.detail) if check.code == "scope_differs" else None
    return found is not None and any(found[1].lower() in keys_of(sentence_text(article, index)) for index in named)


def _share_linked(alignment: Alignment) -> float:
    """How many of a clause's words that say something are the article's."""
    links = [link for word, link in zip(alignment.said, alignment.links, strict=True) if word.is_content]
    return sum(link is not None for link in links) / len(links) if links else 0.0


def _are_places(clause: str, moved: Moved, text: str) -> bool:
    """Whether a clause has a name where something is, and a sentence another one."""
    return all(
        re.search(rf"{_WHERE} {re.escape(name)}(?!\w)", words)
        for name, words in ((moved.said, clause), (moved.held, text))
    )


def _are_two(article: Article, clause: str, moved: Moved) -> bool:
    """Whether a name of a clause and the one that the article has there are those of two, both persons or neither."""
    said, held = moved.said, moved.held
    if held.isupper() or names_nobody(article, clause, clause.find(said), said) or _is_of_title(article, held):
        return False
    if re.search(rf"-{re.escape(held)}\.?\)|\b{re.escape(held.lower())}\b", article.text):
        return False  # "(I-Kell)"; "Convention" of a title is a convention
    who = read_cast(article).fullest(said)
    if who is not None and held in who.name.split():
        return False  # "I like Paul", who is Paul Moll
    if not _PARTIES.isdisjoint({said.lower(), held.lower()}):
        return False
    if _are_placed_otherwise(article, clause, moved):
        return False  # "trains on the Kell line" and "trains between Varn and Marle"
    if _differ_in_last(said, held) and is_person(article, held) is not True:
        return False  # "House Members" are not the "House Panel"
    if any(_ends_alike(form, held) or _ends_alike(held, form) for form in forms_of(article, said)):
        return False
    return not differ_in_kind(article, said, held)


def _is_of_same_kind(article: Article, clause: str, moved: Moved) -> bool:
    """Whether what changed places is no half of a score, nor a person's name and another's."""
    if moved.is_number:
        return not is_of_score(article, clause, moved.said)
    return not (differ_in_kind(article, moved.said, moved.held) or _are_placed_otherwise(article, clause, moved))


def _are_placed_otherwise(article: Article, clause: str, moved: Moved) -> bool:
    """Whether two names, of no persons or days, stand after different prepositions."""
    if is_person(article, moved.said) is True or word_key(moved.said) in _DAYS:
        return False
    mine = re.search(rf"\b([a-z]+)(?: the)? {re.escape(moved.said)}(?!\w)", clause)
    its = re.findall(rf"\b([a-z]+)(?: the)? {re.escape(moved.held)}(?!\w)", article.text)
    if mine is None or mine[1] not in _PREPOSITIONS:
        return False
    return bool(its) and all(one in _PREPOSITIONS and one != mine[1] for one in its)


def differ_in_kind(article: Article, one: str, other: str) -> bool:
    """Whether one of two names is a person's and the other is not."""
    return {is_person(article, one), is_person(article, other)} == {True, False}


def _is_of_title(article: Article, name: str) -> bool:
    """Whether what begins with a capital is no name, or has it from a title alone: "Fire Harms Hills For Years"."""
    title = article.title or ""
    is_of_title = name in title and title.count(name) == article.text.count(name)
    if " " in name:
        return is_of_title and _is_in_title_case(title)
    return name.lower() in load_lexicon().tags or is_of_title


def _is_in_title_case(title: str) -> bool:
    """Whether a title has most of its words in capitals, so that a run of them need be no name."""
    words = [word for word in title.split() if len(word) > _OF_TITLE]
    return sum(word[0].isupper() for word in words) >= _CAPITALISED * len(words)


def _differ_in_last(name: str, other: str) -> bool:
    """Whether two names of several words begin alike and end otherwise."""
    one, two = name.split(), other.split()
    return len(one) > 1 < len(two) and one[0] == two[0] and one[-1] != two[-1]


def _ends_alike(name: str, other: str) -> bool:
    """Whether the last word of a name is in another one: the same person, or the same body by a shorter name."""
    if _are_namesakes(name, other):
        return False
    last = word_key(name.rsplit(maxsplit=1)[-1])
    return is_held(last, keys_of(other)) or has_capital(last, keys_of(other))


def _are_namesakes(name: str, other: str) -> bool:
    """Whether two names differ in the word that tells two bodies of one kind apart: "Bath" and "York Crown Court"."""
    one, two = name.split(), other.split()
    return len(one) == len(two) > _FULL and one[1:] == two[1:] and not is_held(word_key(one[0]), keys_of(two[0]))


def is_person(article: Article, name: str) -> bool | None:
    """Whether a name is a person's in an article; None where it has no first name and may be anything's."""
    who = read_cast(article).fullest(name)
    if who is None or (who.kind == "person" and " " not in who.name):
        return None
    return who.kind == "person"


def _best(article: Article, clause: str, core: Collection[int], named: Collection[int]) -> int | None:
    """The index of the sentence that says most of a clause; None where none says enough of it."""
    roots = roots_of(clause)
    held = {index: len(roots & roots_of(sentence_text(article, index))) for index in core}
    best = max(core, key=lambda index: (held[index], index in named, -index))
    return best if held[best] >= _MOSTLY * len(roots) else None


def _is_about(part: str, roots: Collection[str]) -> bool:
    own = roots_of(part)
    shared = own.intersection(roots)
    return len(shared) > 1 or (bool(own) and len(shared) >= _PART * len(own))


def _of_line(difference: str) -> str:
    """What is said of a claim and its evidence, said of a line and the article."""
    return _SAID_OF_CLAIMS.sub(lambda found: _SAID_OF_LINES.get(found[0], found[0]), difference)
