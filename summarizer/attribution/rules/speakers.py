"""Finds who speaks where no cue says so: a name beside a quotation, or the subject of what leads to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.rules.acting import acting_subject, does_not_react, only_listens
from summarizer.attribution.rules.labels import is_name, is_named_below, may_be_somebody
from summarizer.attribution.rules.other_speaker import other_before_colon
from summarizer.attribution.sources.vocabulary import (
    BODY_KINDS,
    DOCUMENT_NOUNS,
    ROLE_NOUNS,
    SURE_ENDINGS,
    TRADES,
    is_personal,
)
from summarizer.attribution.syntax.clauses import quotation_from
from summarizer.attribution.syntax.noun_phrases import phrase_ending
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.site import Attribution
from summarizer.attribution.syntax.subjects import governing_subject, main_subject, subject_before
from summarizer.attribution.syntax.titles import is_title, is_work
from summarizer.attribution.syntax.verb_groups import has_finite, is_cue_word, is_time
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.syntax.paragraph import Paragraph, Range

DASHES = frozenset("-–—―")
LONGEST_LEAD = 16  # tokens of a sentence before a quotation that it does not announce with a colon
MOST_BEFORE_OF = 2  # tokens: the words of
LONGEST_NAME = 8  # tokens before a colon
LONGEST_SPEAKER = 30  # tokens between a quotation and the verb after it
SHORTEST_SPEECH = 6  # tokens of a quotation, marks included, whose speaker any verb may follow


WORKS = word_set("media.pieces.called") | {"book", "novel", "memoir", "album", "song", "episode"}


OF_SPEAKER = grammar.FIRST_PERSON | grammar.OWN
SPEAKS = OF_SPEAKER | grammar.NOT_QUOTED

LEADS_CLAUSE = tags.group(tags.SUBORDINATOR, tags.PREPOSITION)
PASSED_ON = frozenset({"quoted", "cited", "heard", "overheard"})
READING = frozenset({"read", "reads", "ran"})
HEAD_END = tags.group(tags.PREPOSITION, tags.COMMA, tags.WH_WORD, tags.OPENING_BRACKET, tags.TO)
AFTER_SPEAKER = tags.group(tags.COLON, tags.COMMA, tags.PREPOSITION, tags.DASH, tags.OPENING_BRACKET)
PERHAPS_SAYING = tags.group(tags.PAST, tags.ED_FORM, tags.S_FORM)
IN_SPEAKER = tags.group(
    tags.SUBJECT_START, tags.COMMA, tags.PREPOSITION, tags.COORDINATOR, tags.STOP, tags.OTHER_MARK, tags.ADVERB
)  # fmt: skip


def can_speak(paragraph: Paragraph, phrase: Range, *, or_read: bool = False) -> bool:
    """Whether a phrase is for somebody and not for a thing or a deed: not "the law".

    With `or_read` it may be for what is read, such as a letter.
    """
    first = phrase[0]
    if paragraph.tags[first] == tags.PRONOUN:
        return paragraph.lower[first] in grammar.SPEAKING_PRONOUNS
    head = _head_of(paragraph, phrase)
    word = paragraph.lower[head].removesuffix("'s").removesuffix("’s")
    if is_time(paragraph, head) or word in grammar.RISEN:
        return False
    is_name = paragraph.words[head][0].isupper() and paragraph.tags[head] == tags.NOUN
    is_known = (
        word in ROLE_NOUNS or word in TRADES or word in BODY_KINDS or word in grammar.QUANTIFIERS or is_personal(word)
    )
    return is_name or is_known or word.endswith(SURE_ENDINGS) or (or_read and word in DOCUMENT_NOUNS)


def is_only_a_figure(paragraph: Paragraph, phrase: Range) -> bool:
    """Whether a phrase is for what rises and falls, and never for somebody: "Shares in Brenn", "grain prices"."""
    return paragraph.lower[_head_of(paragraph, phrase)] in grammar.RISEN


def _head_of(paragraph: Paragraph, phrase: Range) -> int:
    first, past = phrase
    end = next((at for at in range(first + 1, past) if paragraph.tags[at] in HEAD_END), past)
    is_stop = paragraph.tags[end - 1] == tags.STOP and end - 1 > first
    return end - 2 if is_stop else end - 1  # "Jr."


def said_by(paragraph: Paragraph, quote: Range, mention: Range, cue: Range, there: Paragraph, rule: str) -> Attribution:
    """The attribution of a quotation to a mention that stands in the paragraph `there`."""
    saying = load_lexicon().plain_saying
    return Attribution(paragraph, [quote], mention, cue, saying, "quotation", rule, cue_paragraph=there)


def outer_speaker(paragraph: Paragraph, sentence: Range, attributions: Sequence[Attribution]) -> Attribution | None:
    """Who speaks in a sentence, and not only in what another says there or in a clause about somebody."""
    left, right = sentence
    here = [one for one in attributions if one.paragraph is paragraph and one.mention and left <= one.cue[0] < right]
    outer = [one for one in here if not any(other is not one and other.holds(one.cue[0]) for other in here)]
    main = [one for one in outer if one.mention and _is_main(paragraph, left, one.mention) and not _is_described(one)]
    if not main:  # "Though she called it late, Lund waited"
        main = [one for one in outer if one.mention and paragraph.tags[one.mention[0]] == tags.PRONOUN]
    return main[-1] if main else None


def _is_described(attribution: Attribution) -> bool:
    """Whether a participle only describes who speaks: "notes that showed crewmen suggesting that he leave"."""
    mention = attribution.mention
    return attribution.is_participle and mention is not None and mention[0] > 0 and mention[1] == attribution.cue[0]


def _is_main(paragraph: Paragraph, left: int, mention: Range) -> bool:
    """Whether a mention is no subject of a subordinate clause: not the "he" of "whom he described as"."""
    before = mention[0] - 1
    return before < left or (
        paragraph.tags[before] not in tags.CLAUSE_START and paragraph.lower[before] not in grammar.SUBORDINATORS
    )


def spoken_before(
    paragraph: Paragraph, quote: Range, before: Paragraph, sentence: Range | None, said: Sequence[Attribution]
) -> Attribution | None:
    """The quotation as said by whom the sentence before it names, which may stand in the paragraph before.

    `said` are the attributions of that paragraph.
    """
    if sentence is None:
        return None
    before.prepare()
    left, right = sentence
    if before.lower[right - 1] == ":":
        return _announced_by(paragraph, quote, before, sentence, said)
    acting = main_subject(before, _past_question(before, left, right), right)
    if acting is None and before is paragraph:
        acting = acting_subject(before, left, right)
    subject, verb = acting or (None, left)
    if subject is None or right - left > LONGEST_LEAD or not can_speak(before, subject):
        return None
    if does_not_react(before, verb) or only_listens(before, subject):
        return None
    return without_cue(said_by(paragraph, quote, subject, (verb, verb + 1), before, "sentence-before"))


def _past_question(before: Paragraph, left: int, right: int) -> int:
    """Where the main clause begins after what somebody is asked: "Asked if she would stay, | Lund smiled"."""
    opening = left + (before.lower[left] == "when")
    if before.tags[opening] != tags.ED_FORM or not is_cue_word(before, opening):
        return left
    comma = before.tags.find(tags.COMMA, opening, right - 2)
    while comma >= 0:
        main = main_subject(before, comma + 1, right)
        if main and main[0][0] == comma + 1:
            return comma + 1
        comma = before.tags.find(tags.COMMA, comma + 1, right - 2)
    return left


def _announced_by(
    paragraph: Paragraph, quote: Range, before: Paragraph, sentence: Range, said: Sequence[Attribution]
) -> Attribution | None:
    """The quotation after a colon: by who speaks before that, or acts, or is only named there."""
    left, right = sentence
    colon = right - 1
    if "transcript" in before.lower[left:colon]:
        return None  # several speak in it
    if _is_only_words(paragraph, quote):
        return None  # "He has a new title: “song collector.”"
    of_headline = outer_speaker(before, (left, colon), said) if before.is_headline(left, right) else None
    mention = of_headline.mention if of_headline is not None else None  # "Lund Praises Keeper: ‘Very Good’"
    mention = mention or _after_dash(before, left, colon) or named_alone(before, left, colon)
    is_question = paragraph.tags[quote[1] - 2] == tags.QUESTION_MARK
    other = other_before_colon(before, left, colon, is_question=is_question)
    mention = mention or (other if other and can_speak(before, other) else None)
    mention = mention or _after_verb(before, left, colon) or _leading_subject(before, left, colon, said)
    if mention is None:
        return None
    return without_cue(said_by(paragraph, quote, mention, (colon, right), before, "sentence-before"))


def _after_verb(before: Paragraph, left: int, colon: int) -> Range | None:
    """Who stands between a verb and the colon, alone: "Stated Lund:"."""
    if before.tag_at(left) not in tags.PAST_OR_ED_FORM or not is_cue_word(before, left):
        return None
    name = phrase_starting(before, left + 1, colon)
    return name if name and name[1] == colon else None


def _is_only_words(paragraph: Paragraph, quote: Range) -> bool:
    first, past = quote
    if is_work(paragraph, quote):
        return True  # "She listed her favourite: “Harbour Lights”"
    is_short = past - first <= SHORTEST_SPEECH and paragraph.words[first + 1][0].islower()
    return is_short and not has_finite(paragraph, first, past)


def _after_dash(before: Paragraph, left: int, colon: int) -> Range | None:
    """The name alone between a dash and a colon: "NO ROOM IN THE HARBOUR - Ada Lund: ..."."""
    dash = before.tags.rfind(tags.DASH, left, colon)
    name = phrase_starting(before, dash + 1, colon) if dash > left else None
    is_alone = name is not None and name[1] == colon and before.lower[name[0]] not in grammar.NOT_SPEAKERS
    return name if name and is_alone and can_speak(before, name) else None


def without_cue(attribution: Attribution) -> Attribution:
    """Mark an attribution that no word of saying makes."""
    attribution.has_cue_word = False
    return attribution


def _leading_subject(before: Paragraph, left: int, colon: int, said: Sequence[Attribution]) -> Range | None:
    """The subject of what leads to a quotation, or the name at its end: "That did not surprise Ada Lund: ..."."""
    who = before.tags.rfind(tags.WH_WORD, left + 1, colon - 1)
    if who > left and before.lower[who] == "who" and is_cue_word(before, who + 1):
        return phrase_ending(before, who, left)  # "Lund, who told the hall:"
    if before.lower[colon - 1] in READING and (thing := subject_before(before, colon - 1, left)):
        return thing  # "The sign on the gate read:"
    contents = [content for one in said if one.paragraph is before for content in one.content]
    nearest = governing_subject(before, left, colon, contents)
    if nearest and before.lower[nearest[0]] in grammar.IMPERSONAL:
        return _who_reacts(before, left, colon)
    speaks = nearest is not None and (can_speak(before, nearest, or_read=True) or nearest[1] == colon - 1)
    if nearest and speaks and _is_main(before, left, nearest):
        return nearest  # whatever it is, in "The guild answered:"
    speaker = outer_speaker(before, (left, colon), said)
    main = main_subject(before, left, colon)
    # "Hours after nine people had died, a voice mocked them:" is not said by nine people.
    is_led = main is not None and before.tags[main[0][0] - 1] in LEADS_CLAUSE and main[0][0] > left
    for subject in (speaker.mention if speaker else None, main[0] if main and not is_led else None):
        if subject and can_speak(before, subject, or_read=True):
            return subject
    return _name_ending(before, left, colon) or _who_reacts(before, left, colon) or _described(before, left, colon)


def _described(before: Paragraph, left: int, colon: int) -> Range | None:
    """The name of whom nothing but a relative clause tells: "Ada Lund, who lost her shop:"."""
    name = phrase_starting(before, left, colon)
    if name is None or before.tags[name[1] : name[1] + 2] != tags.COMMA + tags.WH_WORD:
        return None
    is_one_clause = tags.COMMA not in before.tags[name[1] + 1 : colon]
    return name if is_one_clause and before.words[left][0].isupper() and can_speak(before, name) else None


def _who_reacts(before: Paragraph, left: int, colon: int) -> Range | None:
    """Whose words are told of and then quoted: "This was the reaction of Ada Lund, who runs the inn:"."""
    for at in range(colon - 2, left, -1):
        if before.lower[at] in {"of", "from", "by"} and before.lower[at - 1] in grammar.REACTING:
            phrase = phrase_starting(before, at + 1, colon)
            if phrase is None or not can_speak(before, phrase):
                return None
            return phrase if at - left <= MOST_BEFORE_OF or _ends_speaker(before, phrase[1]) else None
    return None


def _name_ending(before: Paragraph, left: int, past: int) -> Range | None:
    """The full name that some tokens end with, and the role before it."""
    first = past
    while first > left + 1 and before.words[first - 1][0].isupper() and before.tags[first - 1] == tags.NOUN:
        first -= 1
    if past - first < 2:
        return None
    while first > left + 1 and (
        before.lower[first - 1] in ROLE_NOUNS or before.lower[first - 1].endswith(SURE_ENDINGS)
    ):
        first -= 1
    return (first, past)


def named_alone(before: Paragraph, left: int, colon: int) -> Range | None:
    """Whom a lead without a verb names: "And from Ada Lund:", "Ada Lund on the flood:", "In the words of Ada Lund:"."""
    lower = before.lower
    first = left
    if lower[left : left + 2] == ["according", "to"]:
        first = left + 2
    elif has_finite(before, left, colon):
        return None
    if "words" in lower[left:colon] and lower[lower.index("words", left) + 1 : colon][:1] == ["of"]:
        first = lower.index("words", left) + 2
    else:
        while first < colon and (
            before.tags[first] in (tags.COORDINATOR, tags.ADVERB) or lower[first] in grammar.LEADS
        ):
            first += 1
    phrase = phrase_starting(before, first, colon)
    if phrase and tags.NOUN + tags.ED_FORM in before.tags[phrase[0] : phrase[1] - 1]:
        return None  # "The piece used a line as its title:"
    if phrase is None or not _ends_speaker(before, phrase[1]) or not can_speak(before, phrase, or_read=True):
        return None
    is_led = lower[phrase[0]] in grammar.INDEFINITE_ARTICLES  # "A spokesman for the guild:", where a lone "A" answers
    if before.tags[phrase[0]] == tags.PRONOUN or (lower[phrase[0]] in grammar.NOT_SPEAKERS and not is_led):
        return None
    return _author(before, *phrase)


def _ends_speaker(before: Paragraph, index: int) -> bool:
    """Whether what stands at a token only says more of a speaker: "from Ada Lund writing in the Herald"."""
    return before.tag_at(index) in AFTER_SPEAKER or before.word_at(index) == "writing"


def led_by_comma(paragraph: Paragraph, quote: Range, left: int, said: Sequence[Attribution]) -> Attribution | None:
    """A whole sentence in quotation marks after any verb and a comma: "Lund quipped, “...”"."""
    first, past = quote
    comma = first - 1
    is_sentence = paragraph.tags[past - 2] in tags.SENTENCE_END and past - first >= SHORTEST_SPEECH
    if comma <= left or paragraph.tags[comma] != tags.COMMA or not is_sentence:
        return None
    begin = first + 1 + (paragraph.tags[first + 1] == tags.OPENING_BRACKET)  # “[I am] sorry.”
    if not paragraph.words[begin][0].isupper() or any(one.holds(comma - 1) for one in said):
        return None
    if paragraph.lower[comma - 1] in WORKS and is_title(paragraph, quote):
        return None  # "on our podcast, “And Then It Sank.”"
    subject = governing_subject(paragraph, left, comma, [])
    if subject is None or not can_speak(paragraph, subject) or not _is_main(paragraph, left, subject):
        return None
    if paragraph.lower[subject[0]] in grammar.POINTING or _is_spoken_to(paragraph, comma, left):
        return None  # "This is far from its motto, “...”"
    return without_cue(said_by(paragraph, quote, subject, (comma, first), paragraph, "led-by-comma"))


def _is_spoken_to(paragraph: Paragraph, comma: int, left: int) -> bool:
    """Whether the words before a comma say that somebody was told something: "Lund was asked, “…”"."""
    is_done_to = (
        comma - 1 > left and paragraph.tags[comma - 1] == tags.ED_FORM and paragraph.lower[comma - 2] in grammar.BE
    )
    return is_done_to and paragraph.lower[comma - 1] not in PASSED_ON


def last_tag(paragraph: Paragraph, quote: Range) -> str:
    """The tag of what a quotation ends with before its closing mark, and before that of one inside: “... ‘why?’”."""
    at = quote[1] - 2
    while at > quote[0] and paragraph.tags[at] == tags.OTHER_MARK:
        at -= 1
    return paragraph.tags[at]


def spoken_after(paragraph: Paragraph, quote: Range) -> Attribution | None:
    """A quotation with its speaker after it, whatever the verb: "...," the mayor riffed; "...," remembered Ada Lund."""
    first, past = quote
    left, right = paragraph.sentence_at(first)
    right = max(right, paragraph.sentence_at(past - 1)[1])
    ends_open = last_tag(paragraph, quote) in (tags.COMMA, tags.QUESTION_MARK)
    if first != left or past + 1 >= right or past - first < SHORTEST_SPEECH or not ends_open:
        return None
    if paragraph.tags[past] in (tags.ED_FORM, tags.PAST):
        speaker = phrase_starting(paragraph, past + 1, right)
        verb = past
    else:
        verb = _verb_after(paragraph, past, right)
        speaker = phrase_starting(paragraph, past, verb) if verb > past else None
    if speaker is None or not can_speak(paragraph, speaker):
        return None
    return without_cue(said_by(paragraph, quote, speaker, (verb, verb + 1), paragraph, "spoken-after"))


def _verb_after(paragraph: Paragraph, first: int, right: int) -> int:
    """The first token after a noun phrase and its apposition that may be a past tense; `first` for none."""
    for index in range(first + 1, min(first + LONGEST_SPEAKER, right)):
        tag, before = paragraph.tags[index], paragraph.tags[index - 1]
        if tag in PERHAPS_SAYING and before not in tags.BEFORE_NOUN and before != tags.PREPOSITION:
            return index
        if tag not in IN_SPEAKER and tag not in PERHAPS_SAYING:
            return first
    return first


def read_speaker(paragraph: Paragraph, left: int, right: int) -> Attribution | None:
    """A name and a colon before the words said, where a paragraph begins: Marsh: We shall not yield."""
    colon = paragraph.tags.find(tags.COLON, left + 1, min(left + LONGEST_NAME, right))
    if colon < 0 or colon + 3 >= right or not is_name(paragraph, left, colon):
        return None
    start = colon + 1
    is_quotation = paragraph.tags[start] == tags.QUOTATION_MARK
    has_verb = has_finite(paragraph, start, right) or not tags.PERHAPS_FINITE.isdisjoint(paragraph.tags[start:right])
    if not is_quotation and paragraph.lower[start] not in {"‘", "'"} and not has_verb:
        return None
    is_headline = paragraph.is_headline(left, right)
    if is_headline and not is_named_below(paragraph, left, colon):
        return None  # "BREAKING NEWS: Lund resigns", "A win for Lund: the guild waits"
    if is_cue_word(paragraph, left) and paragraph.tags[left] in tags.PAST_OR_ED_FORM:
        return None  # "Added Lund: “It is late.”"
    if not is_quotation and not is_headline and not _is_speech(paragraph, left, colon):
        return None
    content = (start, right if is_headline else len(paragraph.lower))
    if is_quotation:
        content = quotation_from(paragraph, start, right)
    saying = load_lexicon().plain_saying
    mention = _author(paragraph, left, colon)
    return Attribution(paragraph, [content], mention, (colon, start), saying, "quotation", "speaker")


def _is_speech(paragraph: Paragraph, left: int, colon: int) -> bool:
    """Whether what stands behind a colon is said: not "Method: Beat the eggs", "Small Steps: It is late"."""
    said = paragraph.lower[colon + 1 :]
    is_own = not OF_SPEAKER.isdisjoint(said)
    if colon - left > 1:
        return may_be_somebody(paragraph, left, colon, is_own=is_own)
    is_surname = re.search(rf"[A-Z][\w’'-]+ {re.escape(paragraph.words[left])}\b", paragraph.text) is not None
    return is_own or (is_surname and not SPEAKS.isdisjoint(said))  # "Ada Lund left. ... Lund: You pay", not "Duty: You"


def _author(paragraph: Paragraph, first: int, past: int) -> Range:
    """The guild, in "Statement from the guild"; all of the tokens where they name no letter."""
    if grammar.LETTERS.isdisjoint(paragraph.lower[first:past]):
        return (first, past)
    by = next((at for at in range(first, past - 1) if paragraph.lower[at] in {"by", "from"}), first - 1)
    return (by + 1, past)
