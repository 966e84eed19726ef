"""Finds passages that only deny what was said before: "That is untrue", "rejected the mayor's figure"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from summarizer.comparison.contraries import contrary
from summarizer.comparison.opposition import is_plainly_negating
from summarizer.comparison.terms import terms_of
from summarizer.text.words import word_set, wordings, words_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.comparison.passages import Passage

_REPLY = wordings("comparison.replies")
_NO_PART = wordings("comparison.no_part")
_SENTENCES_BACK = 1
# What names whose words it answers may stand some sentences after them.
_NAMED_BACK = 6
_ABOUT_WORDS = wordings("comparison.replies_to.words")
_DISAGREES = wordings("comparison.replies_to.disagreement")
_OF_ALL = re.compile(r"the\s(?:account|story|version|allegations|accusations|charges|claims)", re.IGNORECASE)
_CLAIMS = word_set("comparison.rebuffed.claims")  # "…, a claim that Ms. Poe called nonsense"
_WRONG = words_pattern("comparison.rebuffed.wrong")
_FEW = 3  # terms of an answer that says of whom was just spoken the contrary: "that he had resigned"
_OF_THE_SAME = re.compile(r"(?:that\s)?(?:it|he|she|they)\s", re.IGNORECASE)
_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject\w*|disput\w*|contest\w*|refus\w*|refut\w*|rebut\w*|dismiss\w*|contradict\w*|counter\w*)\b"
)
_JUST_SAID = re.compile(r"(?:this|that|it|so|as\smuch)", re.IGNORECASE)  # "Mr. Poe denied this"
_AFFIRMS = re.compile(
    r"(?:that\s)?(?:it|they|he|she|there|we|I)\s(?:certainly\s)?"
    r"(?:can|did|do|does|was|were|is|are|had|has|have|will|would|could)",
    re.IGNORECASE,
)
_OF_SEVERAL = frozenset({"witness", "anonymous"})
_CLOSE = 4  # characters between a denial and what it goes on with
_SHORT = 60  # characters of a quotation that goes on from a denial
_OWNER = re.compile(r"([\w-]+)['’]s?\s(?:\w+\s)?[a-z]+\W*$")
_ACCUSES = re.compile(r"\baccus(?:e|es|ed|ing)\b")
_ACCUSED = re.compile(r"\b(?:charge|allegation|accusation)s?$")
_THOUGH = re.compile(r"[,;—–-]\s?(?:although|though|but|while|whereas)\s[^,;]{3,60}$")
_CALLED = re.compile(
    r"[\W_]*(?:it|that|this|they|them)\s(?:(?:is|was|are|were|to\sbe)\s)?(?:\w+ly\s)?[\w-]+[\W_]*", re.IGNORECASE
)


def find_replies(passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Pairs of places in `passages`: a statement, and the denial of it by another speaker right after it.

    A denial that names whose words it answers ("the mayor's figure") may come some sentences later.
    """
    by_article: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(passages):
        by_article[one.article].append(at)
    for places in by_article.values():
        for number, at in enumerate(places):
            if passages[at].speaker:
                before = _answered_by(passages, places[:number], passages[at])
                if before is None:
                    continue
                if passages[before].stance != "denies" or _affirms(passages[at]):  # who denies too is of one mind
                    yield before, at
                    yield from ((before, after) for after in _going_on(passages, places[number + 1 :], passages[at]))


def find_denied_words(passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Pairs of places: what somebody says, and the denial by another of the very same words or of some of them.

    "Poe said that Roe had struck him, which Roe denied": the words of what Roe denies are Poe's.
    """
    together: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at, one in enumerate(passages):
        if one.claim and one.speaker:
            together[one.article, one.sentence].append(at)
    for places in together.values():
        for at, other in ((a, b) for a in places for b in places if _is_rebuff(passages[b])):
            said, denial = passages[at], passages[other]
            rest = said.text[: max(0, denial.start - said.start)]
            is_within = said.start <= denial.start and denial.end <= said.end and _DENYING.search(rest) is None
            # A denial that follows in a sentence of its own is of all that the sentence before it says.
            is_all = denial.start == denial.sentence and denial.start <= said.start and said.end <= denial.end
            is_all = is_all and 5 * len(said.text) >= 2 * len(denial.text)
            if (is_within or is_all) and not _is_rebuff(said) and said.speaker != denial.speaker:
                yield min(at, other), max(at, other)


def _is_rebuff(one: Passage) -> bool:
    """Whether a passage denies what it says, or is "a claim" of another that its speaker calls nonsense."""
    if one.stance == "denies":
        return True
    is_claim = one.stance == "condemns" and one.text.lower() in _CLAIMS
    return is_claim and _WRONG.search(one.sentence_text, one.end - one.sentence) is not None


def _going_on(passages: Sequence[Passage], after: Sequence[int], reply: Passage) -> Iterator[int]:
    """The short quotation with which a denial goes on: “It works perfectly” after "Mr. Poe denied this"."""
    for at in after[:1]:
        one = passages[at]
        between = one.start - reply.end
        if one.is_quoted and one.speaker == reply.speaker and 0 <= between <= _CLOSE and len(one.text) <= _SHORT:
            yield at


def _answered_by(passages: Sequence[Passage], before: Sequence[int], reply: Passage) -> int | None:
    """The statement that a passage denies, None where it denies none."""
    text = _bare(reply)
    if _REPLY.fullmatch(text) or (reply.stance == "denies" and _JUST_SAID.fullmatch(text)):
        return _accusing(passages, before, reply) if _ACCUSED.search(text) else _answered(passages, before, reply)
    if _affirms(reply):
        last = _answered(passages, before, reply)
        return last if last is not None and is_plainly_negating(passages[last]) else None
    if (found := _NO_PART.fullmatch(text)) is not None:
        last = _answered(passages, before, reply)
        own = {term.key for term in terms_of(found["what"])}
        return last if last is not None and own and own <= {term.key for term in passages[last].terms} else None
    if _CALLED.fullmatch(text) or (len(reply.terms) <= _FEW and _OF_THE_SAME.match(text)):
        last = _answered(passages, before, reply)
        return last if last is not None and contrary(passages[last].text, text) else None
    if reply.stance == "denies" and _ABOUT_WORDS.fullmatch(text):
        owner = _owner(text)
        named = _answered(passages, before, reply, owner=owner, sentences=_NAMED_BACK)
        if named is not None or owner[:1].isupper():
            return named  # "denied Poe's claims" answers nobody but Poe
        if _ACCUSED.search(text):
            return _accusing(passages, before, reply)
        last = _answered(passages, before, reply)
        return last if last is None or not _OF_ALL.fullmatch(text) else _first_told(passages, before, last)
    if (found := _DISAGREES.search(text)) and (owner := _owner(text[found.start() :])):
        return _answered(passages, before, reply, owner=owner, sentences=_NAMED_BACK)
    return None


def _first_told(passages: Sequence[Passage], before: Sequence[int], at: int) -> int:
    """The first of what the speaker of a statement tells without a break before it: his account is of that."""
    last, number = passages[at], before.index(at)
    told = [at]
    for other in reversed(before[:number]):
        if passages[other].speaker not in (last.speaker, ""):
            break
        if passages[other].speaker:
            told.append(other)
    return told[-1]


def _accusing(passages: Sequence[Passage], before: Sequence[int], reply: Passage) -> int | None:
    """The accusation that a denial of one answers: the last statement, unless another paragraph's accuses somebody."""
    last = _answered(passages, before, reply)
    if last is not None and (passages[last].stance == "accuses" or passages[last].sentence_text in reply.lead):
        return last
    accusing = (at for at in reversed(before) if passages[at].stance == "accuses" or _ACCUSES.search(passages[at].text))
    return next((at for at in accusing if passages[at].speaker != reply.speaker), last)


def _owner(text: str) -> str:
    """Whose words a text is about, by one word: the Poe of "disagree with Mr. Poe's position"; "" for none."""
    found = _OWNER.search(text)
    return found[1] if found else ""


def _answered(
    passages: Sequence[Passage],
    before: Sequence[int],
    reply: Passage,
    *,
    owner: str | None = None,
    sentences: int = _SENTENCES_BACK,
) -> int | None:
    """The last statement before a denial, by somebody else or by its `owner`, in its sentence or in those before it."""
    seen: list[int] = []
    if owner is None and (clause := _clause_before(passages, before, reply)) is not None:
        return clause
    for at in reversed(before):
        one = passages[at]
        if owner is None and not one.claim and (one.sentence, one.article) == (reply.sentence, reply.article):
            return None  # what stands before the denial in its sentence is told by nobody who is known
        if one.sentence not in seen:
            seen.append(one.sentence)
        # In one paragraph the article itself may go on with what somebody says before another denies it.
        is_beside = bool(one.sentence_text) and one.sentence_text in reply.lead
        if len([start for start in seen if start != reply.sentence]) > sentences + is_beside:
            return None
        is_others = one.claim and one.speaker and one.speaker != reply.speaker
        if is_others and (owner is None or owner in f"{one.speaker} {one.role} {' '.join(one.forms)}".split()):
            if owner is not None:
                return at
            return _illustrated(passages, before, _whole_of(passages, before, _around(passages, before, at, reply)))
    return None


def _clause_before(passages: Sequence[Passage], before: Sequence[int], reply: Passage) -> int | None:
    """What an article itself says in the sentence of a denial: "The pier is theirs, though Orsk disputes this"."""
    if not before or passages[before[-1]].speaker or passages[before[-1]].sentence != reply.sentence:
        return None
    tie = _THOUGH.search(reply.sentence_text, 0, reply.start - reply.sentence)
    return before[-1] if tie is not None else None


def _affirms(reply: Passage) -> bool:
    """Whether a passage only says that something is so which was just said not to be: "that it can"."""
    return reply.stance != "denies" and _AFFIRMS.fullmatch(_bare(reply)) is not None


def _bare(passage: Passage) -> str:
    return passage.text.strip(" “”\"',.")


def _whole_of(passages: Sequence[Passage], before: Sequence[int], at: int) -> int:
    """The longest of what one speaker says in a statement's sentence: "that she had written and asked them to go"."""
    last = passages[at]
    told = [
        other
        for other in before
        if (passages[other].sentence, passages[other].speaker) == (last.sentence, last.speaker)
    ]
    return max(told, key=lambda other: (len(passages[other].text), other), default=at) if not last.is_quoted else at


def _around(passages: Sequence[Passage], before: Sequence[int], at: int, reply: Passage) -> int:
    """The statement around another in its sentence: "that she had not asked him to go", of which a part is hers."""
    inner = passages[at]
    outer = [
        other
        for other in before
        if passages[other].sentence == inner.sentence
        and passages[other].start < inner.start
        and inner.end <= passages[other].end
        and passages[other].speaker not in (reply.speaker, "")
    ]
    return outer[0] if outer else at


def _illustrated(passages: Sequence[Passage], before: Sequence[int], at: int) -> int:
    """The statement of several ("Relatives said that …") which the quotation of one of them after it illustrates."""
    quoted = passages[at]
    earlier = [
        other for other in before if other < at and quoted.is_quoted and passages[other].sentence != quoted.sentence
    ]
    if not earlier:
        return at
    said = passages[earlier[-1]]
    is_next = bool(quoted.lead) and said.sentence_text in quoted.lead and said.claim is not None
    return earlier[-1] if is_next and said.kind in _OF_SEVERAL and not said.is_quoted else at
