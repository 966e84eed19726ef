"""Statements whose content stands before their cue: "...," he said; ..., said Smith; "...," he said, "..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.content_before import content_before
from summarizer.attribution.rules.objects import is_object, may_say
from summarizer.attribution.rules.second_half import (
    Rest,
    begins_second_quote,
    continuation,
    goes_on_after,
    is_joined,
    is_led,
    leads_to_clause,
    past_relative,
    reopened,
    rest_after,
)
from summarizer.attribution.rules.speaker_last import before_roles, passes_on, with_office
from summarizer.attribution.rules.speakers import can_speak
from summarizer.attribution.sources.vocabulary import BODY_KINDS
from summarizer.attribution.syntax.adjuncts import skip_adjuncts
from summarizer.attribution.syntax.clauses import quotation_from
from summarizer.attribution.syntax.complements import late_quote
from summarizer.attribution.syntax.cue_verbs import NAMED_SOURCES
from summarizer.attribution.syntax.judgements import judged_at
from summarizer.attribution.syntax.noun_phrases import addressee_starting, phrase_starting, starts_phrase
from summarizer.attribution.syntax.titles import is_work
from summarizer.attribution.syntax.verb_groups import (
    POSSESSIVE,
    has_finite,
    is_cue_word,
    is_finite,
    is_time,
    is_verb_at,
    verb_group_start,
)

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution, Site
    from summarizer.contract.statement import Form

LONGEST_TOPIC = 10  # tokens
MOST_WORDS_OF_SPEAKER = 8  # with the verb


DETERMINED = tags.group(tags.DETERMINER, tags.PRONOUN)
JUDGING = frozenset({"rule", "declare", "deem", "find"})  # verbs with a name and what it is
FINDING = frozenset({"show", "find"})  # families of cues.toml
CONTENT_END = tags.group(tags.COMMA, tags.QUOTATION_MARK, tags.DASH, tags.QUESTION_MARK)
CONTENT_OR_SENTENCE_END = tags.group(tags.QUOTATION_END, tags.DASH)
AFTER_INVERTED = tags.group(
    tags.STOP, tags.COMMA, tags.SEMICOLON, tags.DASH, tags.OPENING_BRACKET,
    tags.WH_WORD, tags.PREPOSITION, tags.COORDINATOR, tags.ING_FORM,
)  # fmt: skip
BEFORE_SAID_IN = tags.group(tags.QUOTATION_MARK, tags.DASH)
PAUSE = tags.group(tags.COMMA, tags.SEMICOLON, tags.COLON, tags.DASH)
OBJECT_START = tags.group(tags.SUBJECT_START, tags.TO, tags.BASE_FORM)
BEFORE_GERUND = tags.group(tags.PREPOSITION, tags.SUBORDINATOR)
LEADS_TO_QUOTE = tags.group(tags.PREPOSITION, tags.ADVERB, tags.SUBORDINATOR)
GOES_ON = tags.group(tags.FINITE, tags.QUOTATION_MARK)
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
    if (not is_quoted and _needs_quotation(site)) or _is_plural_noun(site, subject):
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
    is_last = _is_last(paragraph, after, right)
    may_lack_verb = is_last and (site.entry.lemma == "say" or _is_finding(site, subject))
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
    return site.attribute(ranges, subject, _form(is_quoted=is_quoted), "before-cue" if len(ranges) == 1 else "split")


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


def _form(*, is_quoted: bool) -> Form:
    return "quotation" if is_quoted else "clause"


def _needs_quotation(site: Site) -> bool:
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
    """Whether a subject is what another says again: "…, a line repeated by Lund"."""
    return site.paragraph.tags[site.at] == tags.ED_FORM and judged_at(site.paragraph, subject[0], site.right)


def read_inverted(site: Site) -> Attribution | None:
    """The content, then cue and source: ..., said Smith; and: Said Smith, ..."""
    paragraph, right, at = site.paragraph, site.right, site.at
    source = _inverted_source(site)
    if source is None:
        return None
    if at == site.left:
        return _read_inverted_first(site, source)
    mark = paragraph.tags[at - 1]
    after = skip_adjuncts(paragraph, source[1], right)
    if mark not in CONTENT_END or site.entry.inflection == "base" or passes_on(site, source, at - 1, after):
        return None
    is_quoted = mark == tags.QUOTATION_MARK
    is_closed = _is_closed(site, source, is_quoted=is_quoted)
    is_told_of = paragraph.word_at(source[1]) == "that" and _is_finding(site, source)  # "…, says a study that tested 9"
    is_closed = is_closed or is_told_of
    may_be_said = (
        is_closed
        and (site.entry.lemma == "say" or not is_object(paragraph, source))
        and paragraph.tags[source[0]] in tags.SUBJECT_START
        and not _needs_quotation(site)
        and not _is_verb_of_whose(paragraph, site.left, at)
    )
    if not is_quoted and not may_be_said:
        return None
    if not is_quoted and may_be_said:
        after = past_relative(paragraph, after, right)
    if after < right and _is_other_clause(paragraph, after, is_quoted=is_quoted):
        return None
    is_split = _goes_on_past(site, source, after, is_quoted=is_quoted)
    is_split = is_split or (begins_second_quote(paragraph, after, right) and paragraph.is_quoted(right - 2))
    is_name = site.entry.lemma == "say" and is_closed and paragraph.words[source[1] - 1][0].isupper()
    may_lack_verb = is_name or is_told_of or (_is_last(paragraph, source[1], right) and _is_finding(site, source))
    content = content_before(site, at - 1, is_split=is_split, may_lack_verb=may_lack_verb)
    if content is None:
        return None
    may_be_part = (not is_quoted and not is_split and not may_lack_verb) or _is_quoted_in_part(site, content)
    if may_be_part and not _has_main_verb(paragraph, *content):
        return None
    is_split = is_split or is_joined(paragraph, content[0], at - 1, after, right)
    ranges = [content, *continuation(paragraph, after, right, "split" if is_split else "end")]
    if len(ranges) == 1 and is_quoted:
        ranges += reopened(paragraph, after, right)
    return site.attribute(ranges, source, _form(is_quoted=is_quoted), "inverted")


def _is_verb_of_whose(paragraph: Paragraph, left: int, cue: int) -> bool:
    """Whether a cue is the first verb after a "whose": "signed by Concord, whose head, Ann Poe, said both won"."""
    whose = next((at for at in range(cue - 1, left, -1) if paragraph.lower[at] == "whose"), left)
    return whose > left and not has_finite(paragraph, whose + 2, cue)


def _goes_on_past(site: Site, source: Range, after: int, *, is_quoted: bool) -> bool:
    """Whether what stands before an inverted cue goes on after its source."""
    paragraph, right = site.paragraph, site.right
    goes_on = paragraph.tag_at(after + 1) in GOES_ON or paragraph.word_at(after + 1) == "that"
    if goes_on and rest_after(paragraph, after, right) == "split":
        return True
    if is_quoted:
        return False
    breaks_off = goes_on_after(paragraph, site.left, site.at - 1, after, right)
    breaks_off = breaks_off or leads_to_clause(paragraph, site.left, site.at - 1, after, right)
    return breaks_off and not _is_apposed(site, source, after)


def _is_apposed(site: Site, source: Range, after: int) -> bool:
    """Whether what follows a name only says who that is: "It is what it is, said Ada Lund, a pilot"."""
    paragraph = site.paragraph
    if after + 1 >= site.right or not paragraph.words[source[1] - 1][0].isupper():
        return False
    phrase = phrase_starting(paragraph, after + 1, site.right)
    if phrase is None or paragraph.tag_at(phrase[1]) in tags.FINITE:
        return False
    is_stranded = paragraph.tags[site.at - 2] == tags.PREPOSITION  # "every hall she could get into"
    return is_stranded or can_speak(paragraph, phrase)


def _is_last(paragraph: Paragraph, after: int, right: int) -> bool:
    return after >= right or paragraph.tags[after] in tags.SENTENCE_END


def _is_finding(site: Site, source: Range) -> bool:
    """Whether a survey or another writing finds or says something, whatever verb that has: "…, says a study"."""
    is_read = site.entry.family in FINDING or site.entry.lemma == "say"
    return is_read and not NAMED_SOURCES.isdisjoint(site.paragraph.lower[slice(*source)])


def _is_quoted_in_part(site: Site, content: Range) -> bool:
    """Whether a few quoted words may end an insertion: Dorn, in a note that called it “late,” demanded a refund."""
    quote = site.paragraph.quote_at(site.at - 1)
    return quote is not None and quote[0] > content[0] and "np" in site.entry.frames


def _inverted_source(site: Site) -> Range | None:
    """Who stands after a cue that may stand before its source."""
    paragraph = site.paragraph
    if site.entry.following and site.entry.following[-1] in grammar.TAKES_OBJECT:
        return None  # "…," called on Lund: Lund is called on
    source = phrase_starting(paragraph, site.after, site.right) or _said_in(site)
    if source is None or paragraph.lower[source[0]] == "that" or is_time(paragraph, source[0]):
        return None
    last = paragraph.words[source[1] - 1]
    if site.entry.lemma in JUDGING and paragraph.words[source[0]][0].isupper() and last.islower():
        return None  # "the board rejected both, ruled Lund eligible and left"
    if site.entry.family in FINDING and NAMED_SOURCES.isdisjoint(paragraph.lower[source[0] : source[1]]):
        return None  # "…, finds a study", but not "…, found a note"
    is_object = paragraph.tags[source[0]] == tags.OBJECT_PRONOUN or paragraph.lower[slice(*source)] == ["her"]
    return None if is_object else source


def _is_closed(site: Site, source: Range, *, is_quoted: bool) -> bool:
    """Whether an inverted source ends there: not in "She saw the smoke, informed the crew and left".

    Whom she who saw it has informed says nothing, but a name or a body does.
    """
    paragraph = site.paragraph
    if "addressee" in site.entry.frames and not is_quoted:
        is_name = paragraph.words[source[1] - 1][0].isupper()
        is_known = is_name or not BODY_KINDS.keys().isdisjoint(paragraph.lower[slice(*source)])
        is_doing = paragraph.tags[site.left] == tags.PRONOUN
        return is_known and not is_doing and _is_last(paragraph, source[1], site.right)
    return source[1] >= site.right or paragraph.tags[source[1]] in AFTER_INVERTED


def _said_in(site: Site) -> Range | None:
    """The message in which something stands, as badly translated news has it: “…,” said in the ministry's message."""
    paragraph, after = site.paragraph, site.after
    is_bare = paragraph.tag_at(site.at - 1) in BEFORE_SAID_IN  # and nobody stands between
    if site.entry.lemma not in grammar.SAYS_IN or paragraph.word_at(after) != "in" or not is_bare:
        return None
    source = phrase_starting(paragraph, after + 1, site.right)
    is_read = source is not None and not NAMED_SOURCES.isdisjoint(paragraph.lower[slice(*source)])
    is_closed = source is not None and paragraph.tag_at(source[1]) in tags.SENTENCE_END
    return source if is_read and is_closed else None


def _is_other_clause(paragraph: Paragraph, after: int, *, is_quoted: bool) -> bool:
    """Whether the token after an inverted source shows that what stands before the cue is not what was said."""
    if is_quoted:
        return paragraph.tags[after] in tags.HELPING  # Lund, citing "the risk," said the dam would fall
    # "..., said a report in May found": what was said comes after
    return paragraph.tags[after] not in PAUSE and is_verb_at(paragraph, after)


def _has_main_verb(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether a finite verb stands outside a closing relative clause: not in "Lund, who sold the mill"."""
    relative = paragraph.tags.find(tags.COMMA + tags.WH_WORD, first, past)
    if relative < 0 and (who := paragraph.tags.find(tags.WH_WORD, first, past)) > 0:
        apposed = paragraph.tags.rfind(tags.COMMA, first, who)  # "Lund of Arle, a sailor who sold the mill"
        relative = apposed if apposed > first and not has_finite(paragraph, apposed, who) else -1
    if relative < 0:
        relative = paragraph.tags.find(tags.COMMA + tags.PREPOSITION, first, past)
        relative = relative if tags.SUBORDINATOR in paragraph.tags[max(relative, first) : past] else -1
    if relative < 0:
        return has_finite(paragraph, first, past)
    if has_finite(paragraph, first, relative):
        return True
    closed = paragraph.tags.find(tags.COMMA, relative + 1, past)
    return closed >= 0 and has_finite(paragraph, closed, past)


def _read_inverted_first(site: Site, source: Range) -> Attribution | None:
    """Said Smith, "..."."""
    paragraph, mark = site.paragraph, source[1] + 1
    if mark >= site.right or paragraph.tags[source[1]] not in (tags.COMMA, tags.COLON):
        return None
    if paragraph.tags[mark] != tags.QUOTATION_MARK:
        return None
    if site.entry.lemma == "ask" and not any(word[0].isupper() for word in paragraph.words[slice(*source)]):
        return None  # "Asked point-blank, “Is it yours?”"
    return site.attribute([quotation_from(paragraph, mark, site.right)], source, "quotation", "inverted-first")


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
