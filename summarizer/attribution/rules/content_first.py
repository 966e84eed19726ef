"""Statements whose content stands before their cue: "...," he said; ..., said Smith; "...," he said, "..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.objects import is_object, may_say
from summarizer.attribution.rules.second_half import (
    Rest,
    continuation,
    goes_on_after,
    is_led,
    past_relative,
    reopened,
    rest_after,
)
from summarizer.attribution.rules.speaker_last import WHOLE_FORMS, before_roles, passes_on, with_office
from summarizer.attribution.syntax.amounts import begins_amount
from summarizer.attribution.syntax.clauses import last_stop, quotation_from
from summarizer.attribution.syntax.complements import is_work, late_quote
from summarizer.attribution.syntax.noun_phrases import addressee_starting, phrase_starting, skip_adjuncts, starts_phrase
from summarizer.attribution.syntax.verb_groups import (
    NAMED_SOURCES,
    has_finite,
    has_verb,
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

_LEADING = grammar.SUBORDINATORS | grammar.BEFORE_SPEECH  # "When asked of the flood, “..."
_FRONTED = grammar.SUBORDINATORS | grammar.LEADING | {"following"}
FEWEST_VERBS_OF_TWO_CLAUSES = 2  # "Whether it holds will be known, Lund says"
LONGEST_TOPIC = 10  # tokens
MOST_WORDS_OF_SPEAKER = 8  # with the verb


FINDING = frozenset({"show", "find"})  # families of cues.toml
CONTENT_END = tags.group(tags.COMMA, tags.QUOTATION_MARK, tags.DASH, tags.QUESTION_MARK)
AFTER_INVERTED = tags.group(
    tags.STOP, tags.COMMA, tags.SEMICOLON, tags.DASH, tags.OPENING_BRACKET,
    tags.WH_WORD, tags.PREPOSITION, tags.COORDINATOR, tags.ING_FORM,
)  # fmt: skip
AFTER_FRONTED = tags.group(tags.PREPOSITION, tags.SUBORDINATOR, tags.WH_WORD, tags.TO)
PAUSE = tags.group(tags.COMMA, tags.SEMICOLON, tags.COLON, tags.DASH)
OBJECT_START = tags.group(tags.SUBJECT_START, tags.TO, tags.BASE_FORM)
LEADS_TO_CLAUSE = tags.group(tags.PREPOSITION, tags.SUBORDINATOR, tags.ING_FORM)
NO_MAIN_CLAUSE = tags.group(tags.CLAUSE_START, tags.ING_FORM)
BEFORE_GERUND = tags.group(tags.PREPOSITION, tags.SUBORDINATOR)
LEADS_TO_QUOTE = tags.group(tags.PREPOSITION, tags.ADVERB, tags.SUBORDINATOR)
GOES_ON = tags.group(tags.FINITE, tags.QUOTATION_MARK)
GOES_ON_UNQUOTED = tags.group(tags.FINITE, tags.COORDINATOR)
BEFORE_SPEECH = tags.group(tags.COMMA, tags.COLON, tags.DASH, tags.SENTENCE_END)


def read_after_content(site: Site, subject: Range) -> Attribution | None:
    """The content, then source and cue: "...," he said."""
    paragraph, right = site.paragraph, site.right
    subject = with_office(site, subject)
    mark = before_roles(paragraph, subject[0] - 1, site.left)
    if mark < 0 or paragraph.tags[mark] not in CONTENT_END or _is_negated(site):
        return None
    after = after_cue(site)
    if passes_on(site, subject, mark, after) or not may_say(site.entry, paragraph.lower[slice(*subject)]):
        return None
    is_quoted = paragraph.tags[mark] == tags.QUOTATION_MARK
    if not is_quoted and _needs_quotation(site):
        return None
    may_take_phrase = "np" in site.entry.frames and after == site.after
    if not is_quoted and may_take_phrase and starts_phrase(paragraph, after, right):
        return None
    rest = _rest_of_content(site, mark, after)
    # "After the raid, he found a knife": the clause before only leads to what follows
    takes_object = after < right and paragraph.tags[after] in OBJECT_START and not is_time(paragraph, after)
    if not is_quoted and (takes_object or late_quote(site) or _takes_topic(paragraph, after)):
        return None
    if is_quoted and (_is_new_sentence(site, subject, after, rest) or (takes_object and _is_participle(site, mark))):
        return None
    if is_quoted and rest == "clause":
        is_complete = paragraph.tags[mark - 1] == tags.COMMA
        rest = "end" if is_complete or paragraph.lower[after] not in {"that", ":"} else rest
    is_last = after >= right or paragraph.tags[after] in tags.SENTENCE_END
    may_lack_verb = site.entry.lemma == "say" and is_last
    content = content_before(site, mark, is_split=rest == "split", may_lack_verb=may_lack_verb)
    if content is None or rest == "clause" or (rest != "end" and paragraph.lower[content[0]] in grammar.BEFORE_SPEECH):
        return None
    ranges = [content, *continuation(paragraph, after, right, rest)]
    if len(ranges) == 1 and is_quoted:
        ranges += reopened(paragraph, after, right)
    return site.attribute(ranges, subject, _form(is_quoted=is_quoted), "before-cue" if len(ranges) == 1 else "split")


def _rest_of_content(site: Site, mark: int, after: int) -> Rest:
    """What follows a cue whose content ends before the token `mark`."""
    paragraph, left, right = site.paragraph, site.left, site.right
    rest = rest_after(paragraph, after, right)
    if rest == "split" and (_is_writers(paragraph, left, mark, after + 1) or _is_said_by_one_more(site, mark, after)):
        rest = "end"
    if rest != "end" or paragraph.tags[mark] == tags.QUOTATION_MARK:
        return rest
    goes_on = goes_on_after(paragraph, left, mark, after, right) or is_led(paragraph, left, mark, after, right)
    return "split" if goes_on else rest


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


def _takes_topic(paragraph: Paragraph, after: int) -> bool:
    """Whether what is said follows a phrase about it: "Later that day, Lund said of the flood that it was over"."""
    return paragraph.word_at(after) in {"of", "about"} and "that" in paragraph.lower[after : after + LONGEST_TOPIC]


def _form(*, is_quoted: bool) -> Form:
    return "quotation" if is_quoted else "clause"


def _needs_quotation(site: Site) -> bool:
    """Whether the cue attributes only a quotation right before it: “It happens,” she shrugged."""
    return "after-quote" in site.entry.frames and "before" not in site.entry.frames


def _is_negated(site: Site) -> bool:
    """Whether the cue denies that anything was said: "The ministry has not answered"."""
    start = verb_group_start(site.paragraph, site.at, site.left)
    group = site.paragraph.lower[start : site.at]
    return any(word in {"not", "never"} or word.endswith(("n't", "n’t")) for word in group)


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
    is_closed = source[1] >= right or paragraph.tags[source[1]] in AFTER_INVERTED
    may_be_said = (
        is_closed
        and (site.entry.lemma == "say" or not is_object(paragraph, source))
        and paragraph.tags[source[0]] in tags.SUBJECT_START
        and not _needs_quotation(site)
    )
    if not is_quoted and not may_be_said:
        return None
    if not is_quoted and may_be_said:
        after = past_relative(paragraph, after, right)
    if after < right and _is_other_clause(paragraph, after, is_quoted=is_quoted):
        return None
    goes_on = paragraph.tag_at(after + 1) in GOES_ON or paragraph.word_at(after + 1) == "that"
    is_split = goes_on and rest_after(paragraph, after, right) == "split"
    is_split = is_split or (not is_quoted and goes_on_after(paragraph, site.left, at - 1, after, right))
    may_lack_verb = site.entry.lemma == "say" and is_closed and paragraph.words[source[1] - 1][0].isupper()
    content = content_before(site, at - 1, is_split=is_split, may_lack_verb=may_lack_verb)
    if content is None:
        return None
    may_be_part = (not is_quoted and not is_split and not may_lack_verb) or _is_quoted_in_part(site, content)
    if may_be_part and not _has_main_verb(paragraph, *content):
        return None
    ranges = [content, *continuation(paragraph, after, right, "split" if is_split else "end")]
    if len(ranges) == 1 and is_quoted:
        ranges += reopened(paragraph, after, right)
    return site.attribute(ranges, source, _form(is_quoted=is_quoted), "inverted")


def _is_quoted_in_part(site: Site, content: Range) -> bool:
    """Whether a few quoted words may end an insertion: Dorn, in a note that called it “late,” demanded a refund."""
    quote = site.paragraph.quote_at(site.at - 1)
    return quote is not None and quote[0] > content[0] and "np" in site.entry.frames


def _inverted_source(site: Site) -> Range | None:
    """Who stands after a cue that may stand before its source."""
    paragraph = site.paragraph
    if site.entry.following and site.entry.following[-1] in grammar.TAKES_OBJECT:
        return None  # "…," called on Lund: Lund is called on
    source = phrase_starting(paragraph, site.after, site.right)
    if source is None or paragraph.lower[source[0]] == "that" or is_time(paragraph, source[0]):
        return None
    if site.entry.family in FINDING and NAMED_SOURCES.isdisjoint(paragraph.lower[source[0] : source[1]]):
        return None  # "…, finds a study", but not "…, found a note"
    is_object = paragraph.tags[source[0]] == tags.OBJECT_PRONOUN or paragraph.lower[slice(*source)] == ["her"]
    return None if is_object else source


def _is_other_clause(paragraph: Paragraph, after: int, *, is_quoted: bool) -> bool:
    """Whether the token after an inverted source shows that what stands before the cue is not what was said."""
    if is_quoted:
        return paragraph.tags[after] in tags.HELPING  # Lund, citing "the risk," said the dam would fall
    # "..., said a report in May found": what was said comes after
    return paragraph.tags[after] not in PAUSE and is_verb_at(paragraph, after)


def _has_main_verb(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether a finite verb stands outside a closing relative clause: not in "Lund, who sold the mill"."""
    relative = paragraph.tags.find(tags.COMMA + tags.WH_WORD, first, past)
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
    return skip_adjuncts(paragraph, after, site.right)


def _is_participle(site: Site, mark: int) -> bool:
    """Whether a quotation stands in what leads to a sentence: In recalling “the war,” the letter urged them to wait."""
    paragraph, quote = site.paragraph, site.paragraph.quote_at(mark)
    verb = site.left + (paragraph.tags[site.left] in BEFORE_GERUND)
    return quote is not None and quote[0] > verb and paragraph.tags[verb] == tags.ING_FORM


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


def content_before(site: Site, mark: int, *, is_split: bool = False, may_lack_verb: bool = False) -> Range | None:
    """The content that ends at the comma or quotation mark before a subject or an inverted cue.

    A content that goes on after the cue (`is_split`) needs no verb here. `may_lack_verb` allows some words without a
    verb that we know, when nothing else can be what is said.
    """
    paragraph = site.paragraph
    quote = paragraph.quote_at(mark)
    if quote:
        if _is_named(paragraph, quote):
            return None
        first, past = _quoted_start(paragraph, quote), max(quote[1], mark + 1)
    else:
        near = paragraph.quote_at(mark - 1) if mark else None
        first = min(site.left, near[0]) if near else _clause_start(paragraph, site.left, mark, is_split=is_split)
        past = mark
    if quote:
        first = last_stop(paragraph, first, quote[0]) or first
    if past <= first or _is_taken(site, first, mark):
        return None
    if not quote and not is_split and _only_leads(paragraph, first, past):
        return None
    if quote or is_split or has_finite(paragraph, first, past):
        return (first, past)
    letters = paragraph.tags[first:past]
    is_led = letters[0] in (tags.PREPOSITION, tags.WH_WORD) and not begins_amount(paragraph, first)
    if may_lack_verb and past - first > 3 and not is_led:
        return (first, past)
    if tags.ED_FORM not in letters and tags.BASE_FORM not in letters:
        return None
    return (first, past) if not is_led or tags.COMMA in letters else None


def _only_leads(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether words only lead to their sentence: "Pressed by the host, Lund demurred", "When she left, Lund waved"."""
    if paragraph.tags[first] == tags.ED_FORM and paragraph.tag_at(first + 1) in AFTER_FRONTED:
        return True
    if begins_amount(paragraph, first):
        return False
    if paragraph.lower[first] in grammar.LEADING and tags.COMMA not in paragraph.tags[first:past]:
        return True
    if paragraph.lower[first] == "whether" and has_finite(paragraph, first + 1, past):
        return sum(is_finite(paragraph, at) for at in range(first, past)) < FEWEST_VERBS_OF_TWO_CLAUSES
    return paragraph.tags[first] in LEADS_TO_CLAUSE and not _has_clause_after(paragraph, first, past)


def _has_clause_after(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether a main clause follows what opens a sentence: "In May, the gate fell", not "In May, even as it rained"."""
    is_led = paragraph.tags[first] == tags.SUBORDINATOR or paragraph.lower[first] in _FRONTED
    begin = first
    while begin < past:
        comma = paragraph.tags.find(tags.COMMA, begin, past)
        end = comma if comma >= 0 else past
        start = begin
        while start < end - 1 and paragraph.tags[start] == tags.ADVERB:
            start += 1
        is_aside = paragraph.tags[start] in NO_MAIN_CLAUSE or paragraph.lower[start] in grammar.SUBORDINATORS
        # "In her last concert, held on a barge, Lund told the story of a town"
        is_aside = is_aside or (paragraph.tags[start] == tags.ED_FORM and paragraph.tags[start + 1] in AFTER_FRONTED)
        if (begin > first and not is_aside) or (begin == first and not is_led and has_verb(paragraph, start, end)):
            return True
        begin = end + 1
    return False


def _is_named(paragraph: Paragraph, quote: Range) -> bool:
    """Whether the quotation is a title that a verb or a noun names: the singer, who wrote “Harbour Lights,” said."""
    opened = quote[0]
    if opened == paragraph.sentence_at(opened)[0] or paragraph.tags[opened - 1] in BEFORE_SPEECH:
        return False
    return is_work(paragraph, quote)


def _clause_start(paragraph: Paragraph, left: int, comma: int, *, is_split: bool) -> int:
    """Where the clause begins that ends at a comma: after an open bracket, or with its relative pronoun alone."""
    if is_split and comma > left + 2 and paragraph.lower[comma - 1] in {"which", "that"}:
        return comma - 1  # "a fall which, he said, was late"
    opening = paragraph.tags.rfind(tags.OPENING_BRACKET, left, comma)
    if opening >= 0 and tags.CLOSING_BRACKET not in paragraph.tags[opening:comma]:
        return opening + 1
    return left


def _quoted_start(paragraph: Paragraph, quote: Range) -> int:
    """Where the sentence begins in which the quotation opens, unless its opening words only lead to it."""
    opened = quote[0]
    first, _ = paragraph.sentence_at(opened)
    if opened == first:
        return first
    mark = paragraph.tags[opened - 1]
    if mark in (tags.COLON, tags.OPENING_BRACKET) or mark in tags.SENTENCE_END:
        return opened
    is_led = not has_finite(paragraph, first, opened) or not _LEADING.isdisjoint(paragraph.lower[first : first + 2])
    if mark in (tags.COMMA, tags.DASH) and is_led:
        return opened
    return opened if mark == tags.COMMA and quote[1] - opened > 40 else first


def _is_taken(site: Site, first: int, mark: int) -> bool:
    """Whether a cue at the sentence's start has claimed these words: He said ..., Smith said."""
    return any(
        begin >= first
        and attribution.cue[0] < begin < mark
        and past <= mark + 1
        and attribution.cue[0] <= first + 3
        and attribution.form in WHOLE_FORMS
        for attribution in site.earlier
        for begin, past in attribution.content
    )
