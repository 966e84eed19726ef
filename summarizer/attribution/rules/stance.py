"""Says what stand a statement takes: that of its cue, and what the words after it make of that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution import grammar
from summarizer.attribution.rules.unsaid import is_unsaid
from summarizer.text.words import wordings

if TYPE_CHECKING:
    from summarizer.attribution.syntax.site import Attribution
    from summarizer.contract.draft import Stance

# Families of cues.toml: of verbs that say what something is, and of verbs that only tell somebody something.
NAMING = frozenset({"call", "describe_as", "describe", "refer", "compare", "see", "consider"})
TELLING = frozenset({"tell", "ask", "say_that"})
LAMENTING = frozenset({"lament", "bemoan"})
SAID = frozenset({"quotation", "clause", "bare_clause"})
WITHOUT_STAND = frozenset({"show", "find", "read", "prove", "document", "quote"})  # what they say is found, or read
MOST_LETTERS = 240
SENTENCE_END = re.compile(r"(?<=[.!?])[”\"’']?\s|[.!?;:]\Z")
WITHOUT_MARKS = str.maketrans("", "", '“”"«»„')
QUOTATION_MARKS = "“”\"'‘’«»„ "
STANCES: tuple[Stance, ...] = ("denies", "condemns", "accuses", "warns", "promises", "demands", "supports")
WORDINGS = [(stance, wordings(f"stance.wordings.{stance}")) for stance in STANCES]
MOST_WORDS_TO_DENIAL = 3  # tokens from "not" to what is not so


def stance_of(attribution: Attribution) -> Stance:
    """The stand of a statement: "called it a disgrace" condemns, "told the crews to leave" demands."""
    if is_unsaid(attribution):
        return "other"
    family = attribution.entry.family
    is_telling = family in TELLING or "person-to" in attribution.entry.frames
    if is_telling and attribution.form == "infinitive":
        return "demands"
    if family == "disagree" and attribution.form == "clause":
        return "denies"  # "disagreed that it was safe", but not "disagreed: it was safe"
    if family in NAMING:
        return _judgement(attribution)
    if attribution.entry.lemma in LAMENTING and attribution.form == "noun_phrase":
        return "condemns"
    if attribution.entry.stance == "asserts" and attribution.form in SAID and family not in WITHOUT_STAND:
        return _stand_of_words(attribution)
    return attribution.entry.stance


def _stand_of_words(attribution: Attribution) -> Stance:
    """The stand that what is said begins with: "“This is a disgrace,” he said" condemns; else it is asserted."""
    if attribution.entry.certainty != "firm" or not attribution.content:
        return "asserts"
    start, end = attribution.paragraph.offsets(*attribution.content[0])
    words = " ".join(attribution.paragraph.text[start : min(end, start + MOST_LETTERS)].lower().split())
    words = words.strip(QUOTATION_MARKS).translate(WITHOUT_MARKS)  # "the plan is “a joke”"
    first = SENTENCE_END.split(words, maxsplit=1)[0]
    if "?" in first:
        return "asserts"
    return next((stance for stance, pattern in WORDINGS if pattern.match(first)), "asserts")


def _judgement(attribution: Attribution) -> Stance:
    """Whether somebody denies, blames or praises what he names; the cue's own stand where the words tell none of it."""
    paragraph = attribution.paragraph
    if _calls_untrue(attribution):
        return "denies"
    for first, past in attribution.content:
        is_of_as = attribution.entry.family != "call" and attribution.form != "infinitive"
        as_ = next((at for at in range(first, past) if is_of_as and paragraph.lower[at] == "as"), first - 1)
        for index in range(as_ + 1, past):  # "described the fall of the tyrant as good news"
            word = paragraph.lower[index]
            is_blame, is_praise = word in grammar.BLAMING, word in grammar.PRAISING
            if not is_blame and not is_praise:
                continue
            if is_praise and not grammar.UNDESERVING.isdisjoint(paragraph.lower[index:past]):
                return "condemns"  # "a gift to the rich"
            before = paragraph.lower[max(first, index - MOST_WORDS_TO_DENIAL) : index]
            if not grammar.NEGATIVES.isdisjoint(before) or "nothing" in before:
                return attribution.entry.stance
            return "condemns" if is_blame else "supports"
    return attribution.entry.stance


def _calls_untrue(attribution: Attribution) -> bool:
    """Whether somebody says of what others tell that it is not so: "called the reports false"."""
    words = [word for piece in attribution.content for word in attribution.paragraph.lower[slice(*piece)]]
    if grammar.UNTRUE.isdisjoint(words) or grammar.TOLD_BEFORE.isdisjoint(words):
        return False
    untrue = next(at for at, word in enumerate(words) if word in grammar.UNTRUE)
    return grammar.NEGATIVES.isdisjoint(words[max(0, untrue - MOST_WORDS_TO_DENIAL) : untrue])
