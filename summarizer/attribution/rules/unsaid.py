"""Finds what somebody has not said: denied, asked, expected or imagined, though the cue and the content stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.verb_groups import has_finite, is_cue_word, is_time, verb_group_start

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution

NEGATIVE_ENDINGS = ("n't", "n’t")
ANYBODY = tuple([word, article] for word in ("when", "whenever") for article in ("a", "an", "somebody", "someone"))
WOULD = ("'d", "’d", "'ll", "’ll")
LONGEST_GROUP = 6  # tokens of a verb group before its cue
LONGEST_FRONT = 5  # tokens of "not once", "at no point", "under no circumstances" before "did"
MOST_GOVERNORS = 3  # verbs above one another: "was not able to go so far as to say"
MOST_WORDS_TO_DOUBT = 6  # tokens from "no evidence" to "that Lund said"
SHORTEST_LACK = 4  # tokens from "no" to "suggest", in "no evidence to suggest" and "no hard evidence to suggest"

_FINDING_OUT = frozenset({"find", "discover", "learn", "realize", "realise", "notice", "see"})
_FINDING = frozenset({"show", "find", "suggest", "indicate", "reveal", "demonstrate", "prove"})
PRESENT = tags.group(tags.BASE_FORM, tags.S_FORM)
ASKING = tags.group(tags.PAST_OR_ED_FORM, PRESENT)
BEING = frozenset({"is", "are", "am"})
LIKENING = frozenset({"like", "though"})  # "it looks like", "it looks as though"; "as if" is supposed anyway
BEFORE_CUE = tags.group(tags.HELPING, tags.ADVERB, tags.TO, tags.PREPOSITION)


def is_unsaid(attribution: Attribution) -> bool:
    """Whether a verb is denied its stance, or only may or is to be said: "did not confirm", "is expected to say"."""
    if attribution.entry.kind not in {"verb", "adjective"} or not attribution.has_cue_word:
        return False
    paragraph, at = attribution.cue_paragraph or attribution.paragraph, attribution.cue[0]
    first, past = attribution.content[0] if attribution.content else (0, 0)
    is_silent = past > first and attribution.paragraph.lower[first] in grammar.SILENT
    is_silent = is_silent and attribution.entry.lemma in grammar.PLAIN_SAYING
    if is_silent and attribution.form != "quotation" and not has_finite(attribution.paragraph, first, past):
        return True  # "said nothing about the flood"
    if attribution.entry.inflection == "base" and at > 0 and paragraph.lower[at - 1].endswith(WOULD):
        return True  # "he'd tell"
    if at > 0 and paragraph.lower[at - 1] == "nor":
        return True  # "has neither confirmed nor denied that"
    if at == 0 or (paragraph.tags[at - 1] not in BEFORE_CUE and paragraph.lower[at - 1] != "longer"):
        return False
    if paragraph.lower[at - 2 : at] == ["short", "of"]:
        return True
    if at > 1 and paragraph.lower[at - 1] == "to" and paragraph.lower[at - 2] in BEING:
        return True  # "the minister is to tell the crews that"
    return _is_denied(paragraph, at, MOST_GOVERNORS)


def _is_denied(paragraph: Paragraph, at: int, depth: int) -> bool:
    """Whether the verb group of the verb at a token denies it, or a verb above does: "is not ready to say"."""
    start = verb_group_start(paragraph, at, max(0, at - LONGEST_GROUP))
    group = paragraph.lower[start:at]
    if not grammar.POSSIBLY.isdisjoint(group) or _is_negated(group):
        return not _is_double(paragraph, at)
    if "to" not in group:
        return False
    governor = start + group.index("to") - 1
    if governor < 0 or "yet" in group or paragraph.lower[governor] in grammar.NOT_YET:
        return True
    if paragraph.lower[governor - 2 : governor + 1] in (["so", "far", "as"], ["as", "far", "as"]):
        governor -= 3
    is_governor = governor >= 0 and paragraph.tags[governor] not in tags.CLAUSE_BREAK | tags.CLAUSE_START
    return is_governor and depth > 0 and _is_denied(paragraph, governor, depth - 1)


def _is_negated(words: Iterable[str]) -> bool:
    return any(word in grammar.NEGATIVES or word.endswith(NEGATIVE_ENDINGS) for word in words)


def _is_double(paragraph: Paragraph, at: int) -> bool:
    """Whether two denials make a statement: "did not hesitate to say", "could not help saying"."""
    return paragraph.lower[at] in grammar.DENYING or paragraph.word_at(at - 1) in grammar.DENYING


def is_nothing_said(  # noqa: C901, PLR0911, PLR0912  one answer for each way to say nothing
    attribution: Attribution, others: Iterable[Attribution]
) -> bool:
    """Whether no statement is left: a question, a condition, "without saying that", "neither Lund nor Berg said".

    `others` are the attributions of the same sentence.
    """
    paragraph, at, mention = attribution.paragraph, attribution.cue[0], attribution.mention
    if attribution.entry.kind == "noun" and mention is not None:
        return _is_nobodys_view(paragraph, mention[0])
    if attribution.entry.kind != "verb" or mention is None:
        return False
    source, (left, _) = mention[0], paragraph.sentence_at(at)
    past = next((one for one in range(at, left, -1) if paragraph.tags[one - 1] != tags.ADVERB), left)
    before = paragraph.lower[max(left, past - 2) : past]  # "avoided openly blaming"
    if before and (before[-1] in grammar.AVOIDING or before == ["instead", "of"]):
        return attribution.entry.inflection == "ing"
    if paragraph.tags[left] == tags.WH_WORD and mention == (left, left + 1):
        return True  # "Who said that it was safe?"
    if source >= at:
        return _is_open_question(paragraph, attribution.content[0][0], left)
    is_supposed = not grammar.SUPPOSING.isdisjoint(paragraph.lower[max(left, source - 1) : source + 1])
    is_supposed = is_supposed or not grammar.WISHED.isdisjoint(paragraph.lower[max(left, source - 2) : source])
    is_supposed = is_supposed or _is_conditional(paragraph, source, at, left) or _is_asked(paragraph, at, left)
    is_supposed = is_supposed or _is_likened(paragraph, source, left)
    if is_supposed or _is_anybodys(paragraph, source, at):
        return True
    if _is_nobody_of(paragraph, source, left) or (source > left and paragraph.lower[source - 1] == "not"):
        return True  # "Not everyone claimed", "it was not Lund who said"
    if any(_denies_saying(other, attribution, mention) for other in others):
        return True
    if _is_due(paragraph, at, left) or _is_duty(attribution) or _is_advised(attribution):
        return True
    if _is_foretold(attribution) or _is_hearsay(attribution) or _is_reason_to_hide(attribution, left):
        return True
    first, past = attribution.content[0]
    if past - first == len(attribution.content) == 1 and is_time(paragraph, first):
        return True  # "responded Friday"
    if attribution.entry.family == "expect" and "can" in paragraph.lower[source + 1 : at]:
        return True  # "she can expect a fine"
    if attribution.rule == "gap" and _is_asked_about(attribution, left):
        return True
    if _is_compared(attribution, left) or _is_imagined(attribution, left) or _is_doubted(paragraph, source, left):
        return True
    around = [other for other in others if other is not attribution and other.holds(at)]
    if any(_asks(other, at) or other.entry.family == "apologize" for other in around):
        return True  # "apologized for calling her a thief"
    if attribution.form == "noun_phrase" and _is_habit(paragraph, at, left):
        return True
    if not is_unsaid(attribution):
        return False
    group = paragraph.lower[verb_group_start(paragraph, at, max(left, at - LONGEST_GROUP)) : at]
    is_possible = not grammar.POSSIBLY.isdisjoint(group) or "cannot" in group
    if around and attribution.form != "clause" and is_possible:
        return True  # "Lund said the council should not confirm a new chief"
    # "Lund said she could not confirm that it fell" is one statement, and so is what somebody plans to tell.
    # "Lund said the tests did not show that it was safe": the tests say nothing.
    is_one = paragraph.tags[source] == tags.PRONOUN or attribution.entry.lemma in _FINDING
    return any(is_one or other.entry.stance in {"other", "demands", "promises"} for other in around)


def _is_habit(paragraph: Paragraph, at: int, left: int) -> bool:
    """Whether a verb tells what is not done as a rule: "firms usually do not disclose", "doctors rarely discuss"."""
    group = paragraph.lower[verb_group_start(paragraph, at, max(left, at - LONGEST_GROUP)) : at]
    is_present = grammar.PAST_FORMS.isdisjoint(group) and paragraph.tags[at] in PRESENT
    is_never = not grammar.SELDOM.isdisjoint(group)
    return is_present and (is_never or (not grammar.USUALLY.isdisjoint(group) and _is_negated(group)))


def _is_nobodys_view(paragraph: Paragraph, source: int) -> bool:
    """Whether a view is denied to whom a token names: "it was never Lund's view that"."""
    before = paragraph.lower[max(0, source - 2) : source]
    return len(before) == 2 and before[0] in grammar.BE and before[1] in grammar.NEGATIVES


def _is_anybodys(paragraph: Paragraph, source: int, at: int) -> bool:
    """Whether it is said whenever it happens, by whoever it may be: "when a keeper warns a guest that it is late"."""
    return paragraph.lower[max(0, source - 1) : source + 1] in ANYBODY and paragraph.tags[at] == tags.S_FORM


def _is_nobody_of(paragraph: Paragraph, source: int, left: int) -> bool:
    """Whether nobody of those who are named says it: "nobody at the firm has admitted"."""
    if source == left or paragraph.tags[source - 1] != tags.PREPOSITION or paragraph.lower[source - 1] == "as":
        return False  # "had no ticket as the guard told him that"
    return not grammar.NOBODY.isdisjoint(paragraph.lower[max(left, source - 3) : source - 1])


def _is_asked(paragraph: Paragraph, at: int, left: int) -> bool:
    """Whether a cue stands in the question that opens a sentence: "Asked why they should believe it, she said"."""
    return paragraph.lower[left] in grammar.PUT_TO and tags.COMMA not in paragraph.tags[left:at]


def _is_conditional(paragraph: Paragraph, source: int, at: int, left: int) -> bool:
    """Whether somebody only would say it in a case that is imagined: "If she won, the guild would call for a vote"."""
    left += paragraph.tags[left] == tags.COORDINATOR  # "But if"
    is_inverted = paragraph.lower[left] in grammar.CONDITIONAL_VERBS and paragraph.tags[left + 1] in tags.SUBJECT_START
    if paragraph.lower[left] not in grammar.CONDITIONAL and not is_inverted:
        return False
    group = paragraph.lower[verb_group_start(paragraph, at, max(left, at - LONGEST_GROUP)) : at]
    is_after = paragraph.tags.find(tags.COMMA, left, source + 1) >= 0
    return is_after and not grammar.IMAGINING.isdisjoint(group)


def _is_likened(paragraph: Paragraph, source: int, left: int) -> bool:
    """Whether the writer only guesses that somebody does: "it doesn't sound like Lund knows what she wants"."""
    before = paragraph.lower[max(left, source - 3) : source]
    if before[-1:] == ["though"] and before[-2:-1] != ["as"]:
        return False
    return before[-1:] != [] and before[-1] in LIKENING and "," not in before and not grammar.COPULAR.isdisjoint(before)


def _is_reason_to_hide(attribution: Attribution, left: int) -> bool:
    """Whether it only tells why a source has no name: "on condition of anonymity because she did not want to"."""
    paragraph, at = attribution.paragraph, attribution.cue[0]
    return attribution.entry.family == "want" and "anonymity" in paragraph.lower[left:at]


def _is_due(paragraph: Paragraph, at: int, left: int) -> bool:
    """Whether somebody only should say it: "those chiefs should make it clear that they are angry"."""
    verb = at - 2 if paragraph.lower[at - 2 : at] == ["continue", "to"] else at
    group = paragraph.lower[verb_group_start(paragraph, verb, max(left, verb - LONGEST_GROUP)) : verb]
    if group[-2:] == ["have", "to"]:
        return not grammar.SUPPOSED_MODALS.isdisjoint(group)  # "she will have to stress it"
    return not grammar.DUE.isdisjoint(group) and "have" not in group


def _is_duty(attribution: Attribution) -> bool:
    """Whether somebody only may, has to or cannot say it: "have a duty to remind them", "no evidence to suggest"."""
    paragraph, at = attribution.paragraph, attribution.cue[0]
    if paragraph.tag_at(at - 1) != tags.TO or at < SHORTEST_LACK:
        return False
    what = paragraph.lower[at - 2]
    is_lacking = "no" in paragraph.lower[at - SHORTEST_LACK : at - 2] and what != "but"
    return what in grammar.DUTIES or what in grammar.SILENT or is_lacking


def _is_advised(attribution: Attribution) -> bool:
    """Whether nobody in particular says or thinks it: "it is important to remember that"."""
    paragraph, at = attribution.paragraph, attribution.cue[0]
    if paragraph.tag_at(at - 1) != tags.TO:
        return False
    before = paragraph.lower[max(0, at - LONGEST_FRONT) : at - 1]
    return not grammar.ADVISING.isdisjoint(before)


def _is_hearsay(attribution: Attribution) -> bool:
    """Whether others only say or think so of somebody: "Lund is thought to have warned that"."""
    paragraph, at = attribution.paragraph, attribution.cue[0]
    have = next((one for one in range(at - 1, max(0, at - LONGEST_FRONT), -1) if paragraph.lower[one] == "have"), 0)
    if have < 3 or paragraph.lower[have - 1] != "to" or paragraph.lower[have - 2] not in grammar.THOUGHT_OF:
        return False
    return not grammar.BE.isdisjoint(paragraph.lower[max(0, have - LONGEST_FRONT) : have - 2])


def _is_compared(attribution: Attribution, left: int) -> bool:
    """Whether something is only held against what somebody wanted: "harder than she had planned to"."""
    source = attribution.mention[0] if attribution.mention else left
    is_measure = source > left and attribution.paragraph.lower[source - 1] == "than"
    return is_measure and attribution.form == "infinitive"


def _is_asked_about(attribution: Attribution, left: int) -> bool:
    """Whether a question only asks what somebody thinks: "she was asked who she thought would win"."""
    paragraph, first = attribution.paragraph, attribution.content[0][0]
    if paragraph.tags[first] != tags.WH_WORD or paragraph.tag_at(first - 1) == tags.COMMA:
        return False
    if first > left and is_cue_word(paragraph, first - 1) and paragraph.tags[first - 1] in ASKING:
        return True  # "did not say who she believed had done it"
    return not grammar.PUT_TO.isdisjoint(paragraph.lower[max(left, first - LONGEST_FRONT) : first])


def _is_foretold(attribution: Attribution) -> bool:
    """Whether the article foretells what somebody will think of something: "will dismiss any criticism"."""
    paragraph, at = attribution.paragraph, attribution.cue[0]
    is_found_out = attribution.entry.lemma in _FINDING_OUT  # "He will find that the sea is cold"
    if not is_found_out and attribution.form not in {"noun_phrase", "phrase", "infinitive"}:
        return False
    return "will" in paragraph.lower[verb_group_start(paragraph, at, max(0, at - LONGEST_GROUP)) : at]


def _is_imagined(attribution: Attribution, left: int) -> bool:
    """Whether a verb stands before its subject, or is only thought of: "not once did Lund say", "would have said"."""
    paragraph, at = attribution.paragraph, attribution.cue[0]
    source = attribution.mention[0] if attribution.mention else at
    group = paragraph.lower[verb_group_start(paragraph, at, max(left, at - LONGEST_GROUP)) : at]
    if not grammar.IMAGINING.isdisjoint(group) and "have" in group:
        return True
    if source == left or paragraph.tags[source - 1] not in tags.HELPING:
        return False
    _, right = paragraph.sentence_at(at)
    is_question = paragraph.tags[right - 1] == tags.QUESTION_MARK and not paragraph.is_quoted(right - 1)
    if is_question or (source == left + 1 and paragraph.lower[left] in grammar.CONDITIONAL_VERBS):
        return True  # "Did Lund say that?", "Had Lund said so", "Should Lund say so"
    return not grammar.NO_TIME.isdisjoint(paragraph.lower[max(left, source - 1 - LONGEST_FRONT) : source - 1])


def _is_doubted(paragraph: Paragraph, source: int, left: int) -> bool:
    """Whether it is said to be untrue or unknown that somebody says so: "there is no proof that Lund said"."""
    if source == left or paragraph.lower[source - 1] != "that":
        return False
    before = paragraph.lower[max(left, source - 1 - MOST_WORDS_TO_DOUBT) : source - 1]
    is_not = before[-1:] != [] and before[-1] in grammar.CERTAIN and _is_negated(before)
    return is_not or not grammar.DOUBTING.isdisjoint(before)


def _is_open_question(paragraph: Paragraph, first: int, left: int) -> bool:
    """Whether it is unknown if somebody ordered what begins at a token: "unclear if the raid was ordered by"."""
    if first == left or paragraph.lower[first - 1] not in grammar.OPEN_QUESTIONS:
        return False
    before = paragraph.lower[max(left, first - 1 - MOST_WORDS_TO_DOUBT) : first - 1]
    return not grammar.DOUBTING.isdisjoint(before) or not grammar.NEGATIVES.isdisjoint(before)


def _denies_saying(later: Attribution, earlier: Attribution, mention: Range) -> bool:
    """Whether somebody denies later that he said so: "said Berg called her a thief – something Berg has denied"."""
    if later.entry.stance != "denies" or later.mention is None or not later.holds(earlier.cue[0]):
        return False
    words = earlier.paragraph.lower
    is_same = words[slice(*later.mention)] == words[slice(*mention)]
    return is_same and later.cue[0] > earlier.cue[0] and later.paragraph is earlier.paragraph


def _asks(around: Attribution, at: int) -> bool:
    """Whether a token stands in an open question: "declined to say whether she backs it"."""
    if around.form not in {"question", "infinitive"}:
        return False
    first = next(first for first, past in around.content if first <= at < past)
    return not grammar.OPEN_QUESTIONS.isdisjoint(around.paragraph.lower[first:at])
