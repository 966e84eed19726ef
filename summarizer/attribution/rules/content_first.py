"""Statements whose content stands before their cue: "...," he said; ..., said Smith; "...," he said, "..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.content_before import content_before
from summarizer.attribution.rules.objects import may_say
from summarizer.attribution.rules.second_half import (
    Rest,
    continuation,
    goes_on_after,
    is_joined,
    is_led,
    reopened,
    rest_after,
)
from summarizer.attribution.rules.speaker_last import before_roles, passes_on, with_office
from summarizer.attribution.rules.speakers import can_speak
from summarizer.attribution.syntax.adjuncts import skip_adjuncts
from summarizer.attribution.syntax.complements import finds_itself, late_quote
from summarizer.attribution.syntax.cue_verbs import NAMED_SOURCES
from summarizer.attribution.syntax.judgements import judged_at
from summarizer.attribution.syntax.noun_phrases import starts_phrase
from summarizer.attribution.syntax.phrase_starts import addressee_starting
from summarizer.attribution.syntax.titles import is_work
from summarizer.attribution.syntax.verb_groups import (
    POSSESSIVE,
    has_finite,
    is_cue_word,
    is_finite,
    is_time,
    verb_group_start,
)

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution, Site
    from summarizer.contract.statement import Form

LONGEST_TOPIC = 10  # tokens
MOST_WORDS_OF_SPEAKER = 8  # with the verb


DETERMINED = tags.group(tags.DETERMINER, tags.PRONOUN)
FINDING = frozenset({"show", "find"})  # families of cues.toml
CONTENT_END = tags.group(tags.COMMA, tags.QUOTATION_MARK, tags.DASH, tags.QUESTION_MARK)
CONTENT_OR_SENTENCE_END = tags.group(tags.QUOTATION_END, tags.DASH)
OBJECT_START = tags.group(tags.SUBJECT_START, tags.TO, tags.BASE_FORM)
BEFORE_GERUND = tags.group(tags.PREPOSITION, tags.SUBORDINATOR)
LEADS_TO_QUOTE = tags.group(tags.PREPOSITION, tags.ADVERB, tags.SUBORDINATOR)
GOES_ON_UNQUOTED = tags.group(tags.FINITE, tags.COORDINATOR)


def read_after_content(site: Site, subject: Range) -> Attribution | None:
    """The content, then source and cue: "...," he said."""
    paragraph, right = site.paragraph, site.right
    subject = with_office(site, subject)
    mark = before_roles(paragraph, subject[0] - 1, site.left)
    if mark < 0 or paragraph.tags[mark] not in CONTENT_END or _is_negated(site) or _is_echo(site, subject):
        return None
    after = after_cue(site)
    if passes_on(site, subject, mark, after) or not may_say(site.entry, paragraph.lower[slice(*subject)]):
        return None
    is_quoted = paragraph.tags[mark] == tags.QUOTATION_MARK
    is_anothers = finds_itself(site) or (is_quoted and _is_led_by_another(site, mark))
    if is_anothers or (not is_quoted and needs_quotation(site)) or _is_plural_noun(site, subject):
        return None
    may_take_phrase = "np" in site.entry.frames and after == site.after
    if not is_quoted and may_take_phrase and starts_phrase(paragraph, after, right):
        return None
    rest = _rest_of_content(site, mark, after)
    # "After the raid, he found a knife": the clause before only leads to what follows
    takes_object = after < right and paragraph.tags[after] in OBJECT_START and not is_time(paragraph, after)
    is_late = late_quote(site) is not None and not _goes_on_in_quote(site, mark, after)
    if not is_quoted and (takes_object or is_late or _takes_topic(site, after)):
        return None
    if is_quoted and (
        _is_new_sentence(site, subject, after, rest) or (takes_object and _says_something_else(site, mark))
    ):
        return None
    if is_quoted and rest == "clause":
        is_complete = paragraph.tags[mark - 1] == tags.COMMA
        rest = "end" if is_complete or paragraph.lower[after] not in {"that", ":"} else rest
    is_last = is_cue_last(paragraph, after, right)
    may_lack_verb = is_last and (site.entry.lemma == "say" or is_finding(site, subject))
    content = content_before(site, mark, is_split=rest == "split", may_lack_verb=may_lack_verb)
    if (
        content is None
        or rest == "clause"
        or _alludes(paragraph, content[0], mark, after)
        or (rest != "end" and _leads_to_speech(site, content, after))
    ):
        return None
    is_whole = rest == "end" and not is_joined(paragraph, content[0], mark, after, right)
    ranges = [content, *continuation(paragraph, after, right, "end" if is_whole else "split")]
    begun = _begun_before(site, subject, content, mark) if rest == "split" else None
    if begun is not None:
        return _gone_on(site, begun, ranges[1:])
    ranges += reopened(paragraph, after, right) if len(ranges) == 1 and is_quoted else []
    return site.attribute(ranges, subject, form_of(is_quoted=is_quoted), "before-cue" if len(ranges) == 1 else "split")


def _is_led_by_another(site: Site, mark: int) -> bool:
    """Whether somebody else's verb leads to a quotation that this cue only passes on: "Lund said, “No,” Pell wrote"."""
    paragraph = site.paragraph
    quote = paragraph.quote_at(mark)
    comma = quote[0] - 1 if quote else site.left
    if comma - 1 <= site.left or paragraph.tags[comma] != tags.COMMA or paragraph.tags[comma - 1] != tags.PAST:
        return False
    return is_cue_word(paragraph, comma - 1) and not any(one.cue[0] == comma - 1 for one in site.earlier)


def _alludes(paragraph: Paragraph, first: int, mark: int, after: int) -> bool:
    """Whether a participle only leads to a quotation: "Alluding to his “soulmates,” Lund declared, “…”"."""
    is_led = paragraph.tags[first] == tags.ING_FORM and paragraph.tag_at(after + 1) == tags.QUOTATION_MARK
    return is_led and not has_finite(paragraph, first, mark)


def _begun_before(site: Site, subject: Range, content: Range, mark: int) -> Attribution | None:
    """What whoever "she" is has begun to say before "she said": "Lund said it was old and, she said, “wet”"."""
    if site.paragraph.tags[subject[0]] != tags.PRONOUN:
        return None
    within = (one for one in site.earlier if one.entry.kind == "verb" and content[0] <= one.cue[0] < mark)
    return next((one for one in within if one.cue[1] <= one.content[-1][0] and one.content[-1][1] == mark), None)


def _gone_on(site: Site, begun: Attribution, rest: list[Range]) -> Attribution:
    """The same statement with the rest of it, in the place of what was found before."""
    site.earlier.remove(begun)
    begun.content += rest
    return begun


def _goes_on_in_quote(site: Site, mark: int, after: int) -> bool:
    """Whether a quotation has the verb of what breaks off before the cue: "The dog, he swore in court, “never bit”"."""
    paragraph = site.paragraph
    verb = after + 2
    begins = paragraph.tag_at(after + 1) == tags.QUOTATION_MARK and verb < site.right and is_finite(paragraph, verb)
    return begins and paragraph.tags[after] == tags.COMMA and not has_finite(paragraph, site.left, mark)


def _leads_to_speech(site: Site, content: Range, after: int) -> bool:
    """Whether what stands before a cue only says when: "After the raid, she said, “We wait”", "Asked why, he said, …".

    "When the ice melts, Lund said, the path is closed" is said in both halves.
    """
    paragraph, first = site.paragraph, content[0]
    if paragraph.lower[first] not in grammar.BEFORE_SPEECH:
        return False
    if any(first <= one.cue[0] < content[1] for one in site.earlier):
        return True  # "When Berg urged her to go, Lund said she was glad because, she said, the hall had heard it"
    return not tags.SUBJECT_START.issuperset((paragraph.tags[first + 1], paragraph.tags[after + 1]))


def _rest_of_content(site: Site, mark: int, after: int) -> Rest:
    """What follows a cue whose content ends before the token `mark`."""
    paragraph, left, right = site.paragraph, site.left, site.right
    rest = rest_after(paragraph, after, right)
    if rest == "split" and (_is_writers(paragraph, left, mark, after + 1) or _is_said_by_one_more(site, mark, after)):
        rest = "end"
    if rest != "end" or paragraph.tags[mark] == tags.QUOTATION_MARK:
        return rest
    goes_on = goes_on_after(paragraph, left, mark, after, right) or is_led(paragraph, left, mark, after, right)
    goes_on = goes_on or _breaks_off(paragraph, left, mark, after)
    return "split" if goes_on else rest


def _breaks_off(paragraph: Paragraph, left: int, mark: int, after: int) -> bool:
    """Whether the verb is left out behind a semicolon: "he came for fame; his son, he says, for soup"."""
    semicolon = paragraph.tags.rfind(tags.SEMICOLON, left, mark)
    is_comma = paragraph.tag_at(after) == tags.COMMA and paragraph.tag_at(after + 1) == tags.PREPOSITION
    return semicolon > left and is_comma and not has_finite(paragraph, semicolon, mark)


def _is_writers(paragraph: Paragraph, left: int, mark: int, following: int) -> bool:
    """Whether what follows the comma after a cue is no second half of what stands before it.

    After a quotation the writer goes on, unless the sentence breaks off in it: “The mill,” she said, is old. A whole
    quotation does not go on with the words that lead to the cue: In her post, Lund said, “We wait.”
    """
    is_quote_next = paragraph.tags[following] == tags.QUOTATION_MARK
    if paragraph.tags[mark] == tags.QUOTATION_MARK:
        goes_on = paragraph.tags[following] in GOES_ON_UNQUOTED or paragraph.lower[following] in {"that", "of"}
        return not is_quote_next and not goes_on
    is_whole = is_quote_next and paragraph.words[min(following + 1, len(paragraph.words) - 1)][0].isupper()
    is_led = paragraph.tags[left] in LEADS_TO_QUOTE or is_time(paragraph, left)
    return is_whole and is_led and not has_finite(paragraph, left, mark)


def _is_said_by_one_more(site: Site, mark: int, after: int) -> bool:
    """Whether what follows only says who tells of it: "It was late, Lund told the crew, prosecutors said"."""
    paragraph, right = site.paragraph, site.right
    last = right - 1 if paragraph.tags[right - 1] not in tags.SENTENCE_END else right - 2
    is_short = after + 1 < last <= after + MOST_WORDS_OF_SPEAKER
    return (
        is_short and paragraph.tags[mark] == tags.COMMA and is_cue_word(paragraph, last) and is_finite(paragraph, last)
    )


def _takes_topic(site: Site, after: int) -> bool:
    """Whether what is said follows a phrase about it: "Later that day, Lund said of the flood that it was over".

    So it is with "each week, clerks posted about the flood", but not with "it was over, Lund said about the flood".
    """
    paragraph = site.paragraph
    if paragraph.word_at(after) == "about" and site.entry.lemma not in grammar.PLAIN_SAYING:
        return True
    return paragraph.word_at(after) in {"of", "about"} and "that" in paragraph.lower[after : after + LONGEST_TOPIC]


def form_of(*, is_quoted: bool) -> Form:
    """The form of what stands before a cue."""
    return "quotation" if is_quoted else "clause"


def needs_quotation(site: Site) -> bool:
    """Whether the cue attributes only a quotation right before it: “It happens,” she shrugged."""
    return "after-quote" in site.entry.frames and "before" not in site.entry.frames


def _is_negated(site: Site) -> bool:
    """Whether the cue denies that anything was said, "has not answered", or says "yes" to what was asked."""
    if site.paragraph.word_at(site.after) in grammar.ANSWERS:
        return True  # "Asked whether she lied, half said yes"
    start = verb_group_start(site.paragraph, site.at, site.left)
    group = site.paragraph.lower[start : site.at]
    return any(word in {"not", "never"} or word.endswith(("n't", "n’t")) for word in group)


def _is_plural_noun(site: Site, subject: Range) -> bool:
    """Whether what seems a verb in -s is a noun: "…, lines for a range of research projects"."""
    paragraph = site.paragraph
    if paragraph.tags[site.at] != tags.S_FORM or paragraph.tags[subject[0]] in DETERMINED:
        return False
    return paragraph.words[site.at - 1][0].islower() and not can_speak(paragraph, subject)


def _is_echo(site: Site, subject: Range) -> bool:
    """Whether a subject is what another says again: "…, a line repeated by Lund", "…, a word Lund repeated"."""
    paragraph, (first, past) = site.paragraph, subject
    if paragraph.tags[site.at] == tags.ED_FORM and judged_at(paragraph, first, site.right):
        return True
    is_noun = paragraph.lower[first] in grammar.INDEFINITE_ARTICLES and paragraph.lower[first + 1] in grammar.JUDGED
    return is_noun and past - first > 2 and paragraph.words[first + 2][0].isupper()


def is_cue_last(paragraph: Paragraph, after: int, right: int) -> bool:
    """Whether nothing stands behind a cue in its sentence."""
    return after >= right or paragraph.tags[after] in tags.SENTENCE_END


def is_finding(site: Site, source: Range) -> bool:
    """Whether a survey or another writing finds or says something, whatever verb that has: "…, says a study"."""
    is_read = site.entry.family in FINDING or site.entry.lemma == "say"
    return is_read and not NAMED_SOURCES.isdisjoint(site.paragraph.lower[slice(*source)])


def after_cue(site: Site) -> int:
    """The token after "reporters in a statement on Tuesday"."""
    paragraph, after = site.paragraph, site.after
    if "addressee" in site.entry.frames and (addressee := addressee_starting(paragraph, after, site.right)):
        after = addressee[1]
        if paragraph.tags[after : after + 3] == tags.OPENING_BRACKET + tags.NOUN + tags.CLOSING_BRACKET:
            after += 3  # told the Arle Press (AP)
    after = skip_adjuncts(paragraph, after, site.right)
    title = paragraph.quote_at(after) if site.after < after < site.right else None
    is_title = title is not None and title[0] == after and paragraph.lower[after - 1].endswith(POSSESSIVE)
    return min(title[1], site.right) if title and is_title else after  # on Radio Arle’s “Morning Tea”


def _says_something_else(site: Site, mark: int) -> bool:
    """Whether a quotation only leads to who says what stands after the cue, as a name or in a participle's phrase.

    In her book, “Salt Road,” Lund told of a flood; in recalling “the war,” the letter urged them to wait.
    """
    paragraph, quote = site.paragraph, site.paragraph.quote_at(mark)
    if quote is None:
        return False
    if paragraph.tags[quote[1] - 2] not in CONTENT_OR_SENTENCE_END or is_work(paragraph, quote):
        return True
    verb = site.left + (paragraph.tags[site.left] in BEFORE_GERUND)
    return quote[0] > verb and paragraph.tags[verb] == tags.ING_FORM


def _is_new_sentence(site: Site, subject: Range, after: int, rest: Rest) -> bool:
    """Whether source and cue open a sentence of their own after a quotation that was complete."""
    letters = site.paragraph.tags
    if subject[0] != site.left:
        return False
    quote = site.paragraph.quote_at(subject[0] - 1)
    if quote is not None and quote[0] > 0 and letters[quote[0] - 1] == tags.COLON:
        return True  # Pell said: “It is safe.” Lund disagreed.
    if letters[subject[0] - 2] != tags.STOP:
        # said “we live by trade” He added: the quotation has lost its full stop
        return quote is not None and rest != "end" and site.paragraph.sentence_at(quote[0])[0] < quote[0]
    return rest != "end" or (after < site.right and letters[after] not in (tags.STOP, tags.ING_FORM))
