"""Whether a sentence of a summary speaks of "the parcel" or "the Varn senator" of which its reader was not told."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources.prose import lower_case
from summarizer.attribution.sources.vocabulary import PERSON_NOUNS
from summarizer.contract.article import ReadOnce
from summarizer.engines.rules.centrality import content_of, root_of, words_of
from summarizer.engines.rules.introducing import VERBS
from summarizer.engines.rules.pronouns import A_NAME, QUOTED
from summarizer.text.occurrences import find_all
from summarizer.text.words import either, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets

_AGAIN = re.compile(
    r"([TtSs](?<!\w.)(?:(?<=[Tt])h(?:e|is|at|ese|ose)|(?<=[Ss])uch)) (?=((?:[a-z][a-z’'-]+ ?){1,4})(?![\w-]))"
)
_KNOWN = word_set("drafts.summary.known_bodies")
_DEFINITE = re.compile(
    r"(?:The|This|These|That|Those|(?:Both|Neither)(?! (?:wo)?men| part| side| house| chamber)) "
    r"((?:[a-z][\w’'-]* ){1,4})"
)
_FINITE = VERBS - {tags.COORDINATOR}  # "the men and women who" is one phrase
_AFTER_NOUN = ("ly", "ed")  # "the mill subsequently paid"
_WHICH = re.compile(rf"\b(?:{either('drafts.summary.which_follows')})\b")
_INTRODUCED = re.compile(r"[AaOo](?<!\w.)(?:(?<=[Aa])n?|(?<=[Oo])ne) ((?:[a-z][a-z’'-]+ ?){1,4})")
_NAME_BEHIND = re.compile(
    r"[’']?(?: [a-z-]+)?, (?:the )?[A-ZÀ-Þ]|[’']? [A-Z]{3,} (?:said|says|has|had|was|will|would|[a-z]+ed)\b"
)
_CHUNK = re.compile(r"[a-z][\w’'-]+")
_RESUMING = frozenset({"former", "alleged", "same", "other"})
_THE_ROLE = re.compile(
    r"[Tt](?<!\w.)he (?:[A-ZÀ-Þ][\w’'-]+ |[a-z]{3,}(?:ed|al|ic|ive|ing) ){0,3}(?P<head>[a-z][a-z-]{2,})"
    r"(?: (?P<next>[a-z]+)|[’']s?(?= [a-z])|[,.;](?! (?:who|[A-ZÀ-Þ])))"
)
_ROLES = PERSON_NOUNS | word_set("drafts.summary.persons")
_SHOWING = frozenset({"this", "these", "those", "such"})
_BODIES = word_set("drafts.summary.bodies")
_FLAPS = word_set("drafts.summary.matters_in_other_words")
_MATTERS = word_set("drafts.summary.matters") | _FLAPS
_MANY_THINGS = re.compile(r"\b[a-z]{3,}s\b.*? such [a-z]+s\b")  # "laws that … for such measures"
_NOT_SUCH = frozenset({"as", "a", "an", "that", "and", "thing"})
_PRESENT = word_set("drafts.summary.present")
_RETOLD = re.compile(
    rf"(?:{either('drafts.summary.retold')})\b(?! (?:{either('drafts.summary.retold_which')}|made|\w+ed)\b)"
)
_OWN_MATTER = re.compile(
    r"(?:[^,“\"]{1,80}, )?(?:[A-ZÀ-Þ][\w.’'-]* ){0,3}[A-ZÀ-Þ][\w.-]*[’']s? (?:\w+ )?"
    rf"({either('drafts.summary.own_matters')})\b"
)
_SAYING = word_set("drafts.summary.saying")
_CLAUSE_AHEAD = re.compile(
    r"that (?:[\w’'-]+ ){1,4}?(?:is|are|was|were|will|would|has|have|had|can|could|may|might|should|must|[a-z]+ed)\b"
)
_IS = re.compile(r"(?:is|are|was|were|will|would|has|can|could|may|might|should)\b")
_CLAUSE_ENDS = (".", ",", ";", "”", '"', "")
_INITIALS = re.compile(r"\b[A-Z]{3,6}\b")
_KNOWN_INITIALS = word_set("drafts.summary.known_initials")


@lru_cache(maxsize=64)
def _words_in(context: str) -> frozenset[str]:
    return frozenset(words_of(context))


def has_loose_noun(text: str, context: str) -> bool:
    """Whether a sentence begins with "the" thing, and neither it nor what came before says which."""
    found = _DEFINITE.match(text)
    if found is None:
        return False
    words = found[1].split()
    if words[0].removesuffix("'s").removesuffix("’s") in _KNOWN:
        return False
    told, known = _words_in(context), load_lexicon().tags
    phrase = 1 + next(
        (at for at, one in enumerate(words[1:]) if one.endswith(_AFTER_NOUN) or known.get(one) in _FINITE), 3
    )
    words = words[:phrase]
    if any(word in told for one in words for word in content_of(one.lower())):
        return False
    if _NAME_BEHIND.match(text, found.start(1) + len(" ".join(words))):
        return False  # "The millers' union, Kell Mills, said"
    return text[:4] != "The " or _WHICH.search(text[: found.start(1) + len(" ".join(words)) + 12]) is None


@ReadOnce
def _lower_text(article: Article) -> str:
    return lower_case(article.text)


def is_told_before(article: Article, root: str, start: int) -> bool:
    """Whether a word of this root that is no name stands in an article before an offset."""
    text = article.text
    for at in find_all(_lower_text(article), root, 0, start):
        begin = 1 + max(text.rfind(" ", 0, at), text.rfind("\n", 0, at))
        chunk = next((one for one in _CHUNK.finditer(text, begin) if one.end() > at), None)
        if chunk is not None and chunk.start() <= at and root in map(root_of, content_of(chunk[0].lower())):
            return True
    return False


def has_loose_initials(article: Article, told: str, context: str) -> bool:
    """Whether a sentence has initials that the article spells out elsewhere: "the Kell Guild of Pilots, or KGP"."""
    for one in _INITIALS.findall(told):
        if one.lower() in _KNOWN_INITIALS or one in context:
            continue
        if any(spelt in article.text and spelt not in told for spelt in (f"({one})", f" or {one}")):
            return True
    return False


@ReadOnce
def _introductions(article: Article) -> dict[str, int]:
    """Where the root of each noun first stands behind "a": what is called "the batch" later is that one."""
    found: dict[str, int] = {}
    for one in _INTRODUCED.finditer(article.text):
        if head := phrase_of(one[1]).head:
            found.setdefault(root_of(head), one.start())
    return found


def _names_body(article: Article, start: int, end: int) -> bool:
    """Whether a stretch of the text names something that is no person: what "the company" may be."""
    names = [span for span, _ in read_cast(article).persons_within(start, end)]
    return any(
        not any(low < found.end() and found.start() < high for low, high in names)
        for found in A_NAME.finditer(article.text, start, end)
    )


def has_loose_role(
    article: Article, start: int, end: int, context: str, replaced: Sequence[tuple[Offsets, str]]
) -> bool:
    """Whether a sentence has "the Varn senator" before anybody whom it names, and its reader cannot know who it is."""
    cast = read_cast(article)
    for found in _THE_ROLE.finditer(article.text, start, end):
        head, following = found["head"], found["next"]
        if head not in _ROLES or head in _KNOWN or root_of(head) in roots_of(context):
            continue
        known = load_lexicon().tags.get(following) if following else None
        if following and known not in VERBS and (known is not None or not following.endswith(("s", "ed"))):
            continue
        if cast.is_quoted(found.start()) or any(low <= found.start() < high for (low, high), _ in replaced):
            continue
        if not any(" " in who.name or who.role for _, who in cast.persons_within(start, found.start())):
            return True
    return False


def has_loose_mention(
    article: Article, start: int, end: int, context: str, replaced: Sequence[tuple[Offsets, str]]
) -> bool:
    """Whether a sentence has "the parcel" or "that decision" of which the article told before, but not its reader."""
    again = list(_AGAIN.finditer(article.text, start, end))
    if not again:
        return False
    cast, told = read_cast(article), roots_of(context)
    for found in again:
        if cast.is_quoted(found.start()) or any(low <= found.start() < high for (low, high), _ in replaced):
            continue
        head, words, is_followed = phrase_of(found[2])
        is_shown = _points_at(article.text, start, found) and not _PRESENT & set(found[2].split())
        if is_shown and not head:
            head = next(iter(words_of(found[2].split()[0])), "")  # a noun that may be a verb, "these concerns"
        is_retold = not is_shown and _RETOLD.match(found[2]) is not None
        head = head or (found[2].split()[0] if is_retold else "")
        if found[1].lower() == "that" and is_followed and not is_shown:
            continue  # "denies reports that nitrate was kept"
        root = root_of(head)
        if not head or head in _KNOWN or (head == "one" and found.start() > start):
            continue
        is_matter = head in _MATTERS and words == head
        is_matter = is_matter and _WHICH.match(article.text, found.start(2) + len(head) + 1) is None
        is_first = not is_shown and not is_retold and not (is_matter and head in _FLAPS)
        is_first = is_first and not is_told_before(article, root, start)
        if is_first or not told.isdisjoint(map(root_of, words_of(words))):
            continue
        if not is_followed and _WHICH.match(article.text, found.end(2) + (found[2][-1] != " ")):
            continue
        before = article.text[start : found.start()]
        is_again = _introductions(article).get(root, start) < start
        is_again = is_again or (head in _BODIES and not _names_body(article, start, found.start()))
        is_again = is_again or is_matter
        is_resumed = found[1].lower() != "the" or found[2].split()[0] in _RESUMING or is_retold or is_again
        if root in roots_of(before) or (not is_resumed and A_NAME.search(before)):
            continue
        return True
    return False


def has_loose_matter(told: str, context: str) -> bool:
    """Whether a sentence opens with somebody's matter of which its reader has not been told: "Moll’s response came"."""
    found = _OWN_MATTER.match(told)
    if found is None:
        return False
    return root_of(found[1]) not in roots_of(context) and _WHICH.match(told, found.end() + 1) is None


def speaks_of_untold(article: Article, line: str, start: int, context: str) -> bool:
    """Whether a line of a list speaks of "the delay" or "that reading" of which its reader has not read.

    It begins at `start` in the article; what a quotation speaks of is read too, and no name in the line excuses it.
    """
    told, quoted = roots_of(context), [one.span() for one in QUOTED.finditer(line)]
    for found in _AGAIN.finditer(line):
        if _says_this(found) and any(low < found.start() < high for low, high in quoted):
            return True  # "“This is a farce,”"
        head, words = _pointed_at(line, found)
        roots = set(map(root_of, words_of(words)))
        if not head or not roots_of(line[: found.start()]).isdisjoint(roots):
            continue
        is_the = found[1].lower() == "the"
        if is_the and not told.isdisjoint(roots):
            continue
        if not is_the or head in _MATTERS or is_told_before(article, root_of(head), start):
            return True
    return False


def _says_this(found: re.Match[str]) -> bool:
    """Whether "this" or "those" stands for a noun: "this was"."""
    return found[1].lower() in _SHOWING - {"such"} and _IS.match(found[2]) is not None


def _pointed_at(line: str, found: re.Match[str]) -> tuple[str, str]:
    """The noun behind "the", "that" or "such" with the words before it; none where it needs none told before."""
    pointer, (head, words, is_followed) = found[1].lower(), phrase_of(found[2])
    first = found[2].split()[0]
    if pointer == "the" and first.endswith(("'s", "’s")):
        return ("", "") if first[:-2] in _KNOWN else (first[:-2], first[:-2])  # "the group’s head"
    behind = found.start(2) + len(words)
    is_present = pointer != "that" and not _PRESENT.isdisjoint(words.split())
    is_known = head in _KNOWN or is_present or _WHICH.match(line, behind + 1)
    is_clause = not _is_led(line, found.start()) and (
        is_followed
        or any(word.endswith("s") for word in words.split())
        or line[behind : behind + 1] not in _CLAUSE_ENDS
    )
    if is_known or (pointer == "that" and is_clause):
        return "", ""
    if pointer == "such" and (first in _NOT_SUCH or _MANY_THINGS.search(line, 0, behind)):
        return "", ""
    return head, words


def _is_led(line: str, at: int) -> bool:
    """Whether a preposition, or what is being done, stands before a place in a line.

    Behind it "that" is no "that" of a clause: "in that passage", "Winning that race", but not "warning that".
    """
    word = line[:at].rpartition(" ")[0].rpartition(" ")[2].lower()
    tag = load_lexicon().tags.get(word)
    return tag == tags.PREPOSITION or (word.endswith("ing") and word not in _SAYING and not _is_clause_ahead(line, at))


def _is_clause_ahead(line: str, at: int) -> bool:
    """Whether a "that" is followed by what somebody does, within a few words."""
    return _CLAUSE_AHEAD.match(line, at) is not None


def _points_at(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether "these", "such" or, behind a preposition, "that" points at a thing: not in "said that boats"."""
    pointer = found[1].lower()
    if pointer == "such":
        word = found[2].split()[0]
        return word not in _NOT_SUCH and _MANY_THINGS.search(text, start, found.start(2) + len(word)) is None
    if pointer != "that":
        return pointer in _SHOWING
    return _is_led(text[start : found.start()], found.start() - start)


@lru_cache(maxsize=64)  # what a reader has read before is asked for each sentence that may follow it
def roots_of(text: str) -> frozenset[str]:
    return frozenset({root_of(word) for word in words_of(text)})


class _Phrase(NamedTuple):
    """The noun that some words begin with, those words, and whether more follow it that say what it does."""

    head: str
    words: str
    is_followed: bool


def phrase_of(text: str) -> _Phrase:
    """The noun phrase that the words behind "the" begin with."""
    known, head, words = load_lexicon().tags, "", text.split()
    for number, word in enumerate(words):
        tag = known.get(word)
        if (tag is not None and tag not in "JXBZG") or (head and word.endswith("ed")):
            return _Phrase(head, " ".join(words[:number]), tag != "P")
        head = head if tag == "J" else next(iter(content_of(word)), head)
    return _Phrase(head, text, is_followed=False)
