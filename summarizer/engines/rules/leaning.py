"""Whether a sentence of a summary needs another one before it: nobody is called "he" out of the blue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.engines.rules.fragments import is_fragment, is_piece, is_tag
from summarizer.engines.rules.mentions import (
    has_loose_initials,
    has_loose_matter,
    has_loose_mention,
    has_loose_noun,
    has_loose_role,
)
from summarizer.engines.rules.pronouns import A_NAME, THING_PRONOUN, has_loose_it, has_loose_pronoun, without_quoted
from summarizer.text.language import is_known_to_rules, is_read_as_english, rules_language
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
_YOU = re.compile(r"[Yy](?<!\w.)(?i:ou(?:r|['’](?:d|re|ll|ve))?)\b")
_FIRST_PERSON = re.compile(leaping(word_set("drafts.summary.first_persons"), behind=r"\w.") + r"(?![\w.]|-[A-Z])")
_PERSONS = re.compile(rf"The (?:[\w-]+ )?(?:{either('drafts.summary.persons')})\b(?! [A-ZÀ-Þ]|, [A-ZÀ-Þ])")
_WHEN, _LONGEST_WHEN = frozenset({"next", "last", "this", "that", "every", "each"}), 3  # "Next season it"
_NEAR_OPENING = 60  # characters
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
        or has_loose_noun(told, context)
        or has_loose_initials(article, told, context)
        or has_loose_matter(told, context)
        or has_loose_pronoun(article, *span, known, replaced)
        or has_loose_mention(article, *span, context, replaced)
        or has_loose_role(article, *span, context, replaced)
    )
    return "behind" if leans else "alone"


def points_back(told: str) -> bool:
    """Whether a sentence begins with "that", "he" or other words for what was told before it, or has some of these."""
    plain = without_quoted(told)
    if begins_back(plain):
        return True
    if _POINTING_PHRASE.search(plain) or _UNTOLD.search(plain):
        return True
    if _opens_with_it(plain) or _is_there_loose(plain):
        return True
    if not any(map(plain.__contains__, _DONE_TO)):
        return False
    done = _DONE_TO_HIM.search(plain)
    return done is not None and A_NAME.search(plain, 0, done.start()) is None


def begins_back(plain: str) -> bool:
    """Whether a sentence begins with words for what was told before it; no more is asked of one that opens a text."""
    return any(one.match(plain) is not None for one in (_BACKWARD, _POINTING_OPENING, _PERSONS))


def _opens_with_it(plain: str) -> bool:
    """Whether an "it" stands before anything that it may mean: "Shortly after it ruled, the mill closed"."""
    found = THING_PRONOUN.search(plain[:_NEAR_OPENING])
    if found is None or found["what"]:
        return False
    before, known = plain[: found.start()].lower().split(), load_lexicon().tags
    if len(before) > 1 and before[0] in _WHEN and len(before) <= _LONGEST_WHEN:
        return True
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
