"""Whether a sentence of a summary needs another one before it: nobody is called "he" out of the blue."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources.prose import lower_case
from summarizer.attribution.sources.vocabulary import PERSON_NOUNS
from summarizer.contract.article import ReadOnce
from summarizer.engines.rules.centrality import content_of, root_of, words_of
from summarizer.engines.rules.fragments import is_fragment, is_piece, is_tag
from summarizer.engines.rules.introducing import VERBS
from summarizer.engines.rules.pronouns import A_NAME, THING_PRONOUN, has_loose_it, has_loose_pronoun, without_quoted
from summarizer.text.language import is_known_to_rules, is_read_as_english, rules_language
from summarizer.text.occurrences import find_all
from summarizer.text.words import either, leaping, rare_wordings, word_set, wordings

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets

Standing = Literal["alone", "behind", "never"]

_BACKWARD = re.compile(
    rf"(?:[•*–-]\s|(?!H(?:is|er) (?:Hon|Maj|High|Hol|Exc|Grace))(?:{either('drafts.summary.backward_openings')})\b)"
)
_WRITER = rare_wordings("drafts.summary.writer")
_POINTING_OPENING = wordings("drafts.summary.pointing.openings")
_POINTING_PHRASE = rare_wordings("drafts.summary.pointing.phrases")
_UNTOLD = rare_wordings("drafts.summary.pointing.untold")
_DONE_TO = (" him", " her", " them")
_DONE_TO_HIM = re.compile(  # somebody else than who does it: "Ana Moll accused her of lying"
    r"(?:\b(?:[A-ZÀ-Þ][\w’'-]+ ){0,3}[A-ZÀ-Þ][\w’'-]+|\b[Ss]?[Hh]e)(?:, [^,]{1,90},)? "
    r"(?:(?:has|had|have|would|will|also) )*[a-z]+(?<!n’t) "
    rf"(?:him|them|her(?= (?:{either('drafts.summary.after_objects')})\b|[.,;]))(?!self|selves)\b"
)
_HERE = re.compile(r"(?<= )here\b(?![’'])")
_THERE = re.compile(r"(?:(?P<before>[\w’'-]+) )?\b[Tt]here\b(?: (?P<after>[\w’'-]+)|(?P<joined>[’']))?")
_NO_PLACE = word_set("drafts.summary.around_there")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|to|from|near|of|on|into|outside|visited|reached|left) (?:the |an? )?(?:[\w’'-]+ )?[A-Za-z]"
)
_SAID_LOOSELY = re.compile(
    rf"[“\"](?:(?:{either('drafts.summary.spoken_openings')})\b|It(?:['’]s|\b)"
    r"(?! (?:(?:is|was|['’]s) )?(?:[a-z]+ ){1,4}(?:that|to|who|what|how|for|when|of time|not)\b))"
)
_AGAIN = re.compile(
    r"([TtSs](?<!\w.)(?:(?<=[Tt])h(?:e|is|at|ese|ose)|(?<=[Ss])uch)) (?=((?:[a-z][a-z’'-]+ ?){1,4})(?![\w-]))"
)
_YOU = re.compile(r"[Yy](?<!\w.)(?i:ou(?:r|['’](?:d|re|ll|ve))?)\b")
_FIRST_PERSON = re.compile(leaping(word_set("drafts.summary.first_persons"), behind=r"\w.") + r"(?![\w.]|-[A-Z])")
_PERSONS = re.compile(rf"The (?:[\w-]+ )?(?:{either('drafts.summary.persons')})\b(?! [A-ZÀ-Þ]|, [A-ZÀ-Þ])")
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
    r"(?: (?P<next>[a-z]+)|[,.;](?! (?:who|[A-ZÀ-Þ])))"
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
_NEAR_OPENING = 60  # characters
_INITIALS = re.compile(r"\b[A-Z]{3,6}\b")
_KNOWN_INITIALS = word_set("drafts.summary.known_initials")
_NAMING = tags.group(tags.NOUN, tags.ED_FORM, tags.S_FORM, tags.BASE_FORM, tags.PRONOUN, tags.ING_FORM, tags.NUMBER)


def standing(
    article: Article,
    span: Offsets,
    told: str,
    *,
    context: str,
    known: Collection[str],
    replaced: Sequence[tuple[Offsets, str]],
) -> Standing:
    """Whether a sentence as a reader of `context` is told it stands "alone", only "behind" the one before, or "never".

    `span` is where it stands in the article, and `replaced` what is told in other words than there.
    """
    if not is_read_as_english(article.language):
        return "behind" if _points_back(told, article.language) else "alone"
    if _is_unfit(told) or is_piece(article.text, span) or is_tag(article.text, span, told):
        return "never"
    leans = (
        points_back(told)
        or has_loose_it(article, *span)
        or _has_loose_noun(told, context)
        or _has_loose_initials(article, told, context)
        or has_loose_pronoun(article, *span, known, replaced)
        or _has_loose_mention(article, *span, context, replaced)
        or _has_loose_role(article, *span, context, replaced)
    )
    return "behind" if leans else "alone"


def points_back(told: str) -> bool:
    """Whether a sentence begins with "that", "he" or other words for what was told before it."""
    plain = without_quoted(told)
    if _BACKWARD.match(plain) or _POINTING_OPENING.match(plain) or _PERSONS.match(plain):
        return True
    if _POINTING_PHRASE.search(plain) or _UNTOLD.search(plain):
        return True
    if _opens_with_it(plain) or _is_there_loose(plain):
        return True
    if not any(map(plain.__contains__, _DONE_TO)):
        return False
    done = _DONE_TO_HIM.search(plain)
    return done is not None and A_NAME.search(plain, 0, done.start()) is None


def _opens_with_it(plain: str) -> bool:
    """Whether an "it" stands before anything that it may mean: "Shortly after it ruled, the mill closed"."""
    found = THING_PRONOUN.search(plain[:_NEAR_OPENING])
    if found is None or found["what"]:
        return False
    before, known = plain[: found.start()].lower().split(), load_lexicon().tags
    return bool(before) and all(word.endswith("ly") or known.get(word, tags.NOUN) not in _NAMING for word in before)


def _is_there_loose(plain: str) -> bool:
    """Whether "there" is a place that the sentence has not named: "Polls there show"."""
    if "here" not in plain:
        return False
    for found in _THERE.finditer(plain):
        words = {(found["before"] or "").lower(), (found["after"] or "").lower()}
        if found["joined"] is None and words.isdisjoint(_NO_PLACE):
            return _PLACE_BEFORE.search(plain, 0, found.start()) is None
    return False


def _points_back(told: str, language: str) -> bool:
    """Whether a sentence in a language with a file of its own begins with "he", "their" or "but"."""
    if is_read_as_english(language) or not is_known_to_rules(language):
        return False
    from summarizer.attribution.by_language.speech import load_speech  # noqa: PLC0415  English does without it

    first = next(iter(told.lower().split()), "").strip("“”„«»\"',.")
    return first in load_speech(rules_language(language)).grammar.pointing_back


def speaks_loosely(text: str) -> bool:
    """Whether a quotation begins with a word for something that was said before it: "That was wrong"."""
    return _SAID_LOOSELY.match(text) is not None


def _is_unfit(text: str) -> bool:
    """Whether a sentence is a piece of one, is cut out of a quotation, or speaks as "I", to "you" or from "here"."""
    if is_fragment(text) or _SAID_LOOSELY.match(text) is not None:
        return True
    plain = without_quoted(text)
    if _FIRST_PERSON.search(plain) or _YOU.search(plain) or _WRITER.search(plain):
        return True
    return "here" in plain and _HERE.search(plain) is not None


@lru_cache(maxsize=64)
def _words_in(context: str) -> frozenset[str]:
    return frozenset(words_of(context))


def _has_loose_noun(text: str, context: str) -> bool:
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


def _is_told_before(article: Article, root: str, start: int) -> bool:
    """Whether a word of this root that is no name stands in an article before an offset."""
    text = article.text
    for at in find_all(_lower_text(article), root, 0, start):
        begin = 1 + max(text.rfind(" ", 0, at), text.rfind("\n", 0, at))
        chunk = next((one for one in _CHUNK.finditer(text, begin) if one.end() > at), None)
        if chunk is not None and chunk.start() <= at and root in map(root_of, content_of(chunk[0].lower())):
            return True
    return False


def _has_loose_initials(article: Article, told: str, context: str) -> bool:
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
        if head := _phrase_of(one[1]).head:
            found.setdefault(root_of(head), one.start())
    return found


def _names_body(article: Article, start: int, end: int) -> bool:
    """Whether a stretch of the text names something that is no person: what "the company" may be."""
    names = [span for span, _ in read_cast(article).persons_within(start, end)]
    return any(
        not any(low < found.end() and found.start() < high for low, high in names)
        for found in A_NAME.finditer(article.text, start, end)
    )


def _has_loose_role(
    article: Article, start: int, end: int, context: str, replaced: Sequence[tuple[Offsets, str]]
) -> bool:
    """Whether a sentence has "the Varn senator" before anybody whom it names, and its reader cannot know who it is."""
    cast = read_cast(article)
    for found in _THE_ROLE.finditer(article.text, start, end):
        head, following = found["head"], found["next"]
        if head not in _ROLES or head in _KNOWN or root_of(head) in _roots_of(context):
            continue
        known = load_lexicon().tags.get(following) if following else None
        if following and known not in VERBS and (known is not None or not following.endswith(("s", "ed"))):
            continue
        if cast.is_quoted(found.start()) or any(low <= found.start() < high for (low, high), _ in replaced):
            continue
        if not any(" " in who.name or who.role for _, who in cast.persons_within(start, found.start())):
            return True
    return False


def _has_loose_mention(
    article: Article, start: int, end: int, context: str, replaced: Sequence[tuple[Offsets, str]]
) -> bool:
    """Whether a sentence has "the parcel" or "that decision" of which the article told before, but not its reader."""
    again = list(_AGAIN.finditer(article.text, start, end))
    if not again:
        return False
    cast, told = read_cast(article), _roots_of(context)
    for found in again:
        if cast.is_quoted(found.start()) or any(low <= found.start() < high for (low, high), _ in replaced):
            continue
        head, words, is_followed = _phrase_of(found[2])
        is_shown = _is_shown(article.text, start, found) and not _PRESENT & set(found[2].split())
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
        is_first = is_first and not _is_told_before(article, root, start)
        if is_first or not told.isdisjoint(map(root_of, words_of(words))):
            continue
        if not is_followed and _WHICH.match(article.text, found.end(2) + (found[2][-1] != " ")):
            continue
        before = article.text[start : found.start()]
        is_again = _introductions(article).get(root, start) < start
        is_again = is_again or (head in _BODIES and not _names_body(article, start, found.start()))
        is_again = is_again or is_matter
        is_resumed = found[1].lower() != "the" or found[2].split()[0] in _RESUMING or is_retold or is_again
        if root in _roots_of(before) or (not is_resumed and A_NAME.search(before)):
            continue
        return True
    return False


def _is_shown(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether "these", "such" or, behind a preposition, "that" points at a thing: not in "said that boats"."""
    pointer = found[1].lower()
    if pointer == "such":
        word = found[2].split()[0]
        return word not in _NOT_SUCH and _MANY_THINGS.search(text, start, found.start(2) + len(word)) is None
    if pointer != "that":
        return pointer in _SHOWING
    word = text[start : found.start()].rpartition(" ")[0].rpartition(" ")[2]
    return load_lexicon().tags.get(word.lower()) == tags.PREPOSITION


@lru_cache(maxsize=64)  # what a reader has read before is asked for each sentence that may follow it
def _roots_of(text: str) -> frozenset[str]:
    return frozenset({root_of(word) for word in words_of(text)})


class _Phrase(NamedTuple):
    """The noun that some words begin with, those words, and whether more follow it that say what it does."""

    head: str
    words: str
    is_followed: bool


def _phrase_of(text: str) -> _Phrase:
    """The noun phrase that the words behind "the" begin with."""
    known, head, words = load_lexicon().tags, "", text.split()
    for number, word in enumerate(words):
        tag = known.get(word)
        if (tag is not None and tag not in "JXBZG") or (head and word.endswith("ed")):
            return _Phrase(head, " ".join(words[:number]), tag != "P")
        head = head if tag == "J" else next(iter(content_of(word)), head)
    return _Phrase(head, text, is_followed=False)
