"""The complements of a cue: what it takes after it as the content of the statement.

For each there is a function that says where its content begins, given the cue's site and a token at which it may begin.
docs/attribution.md lists the frames, the names by which cues.toml says which complements a cue takes.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.adjuncts import skip_adjuncts
from summarizer.attribution.syntax.amounts import begins_amount
from summarizer.attribution.syntax.bare_clauses import bare_clause, verb_follows
from summarizer.attribution.syntax.clauses import content_from, quotation_from
from summarizer.attribution.syntax.content_start import after_addressee, content_start, is_led_by_gerund
from summarizer.attribution.syntax.noun_phrases import starts_phrase
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.predicates import called_phrase, measured_phrase, quoted_phrase
from summarizer.attribution.syntax.that_clauses import is_of_what, is_relative, repeats_thing, tells_result
from summarizer.attribution.syntax.titles import is_work
from summarizer.attribution.syntax.verb_groups import (
    POSSESSIVE,
    has_verb,
    is_cue_word,
    is_time,
    skip_adverbs,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.attribution.lexicon import Frame
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Site
    from summarizer.contract.statement import Form

MOST_WORDS_TO_QUOTE = 24  # tokens from the cue to a quotation later in its sentence

BEFORE_LATE_QUOTE = tags.group(tags.PREPOSITION, tags.SUBORDINATOR, tags.ADVERB, tags.TO)
UNFINISHED = frozenset({"have", "be", "get"})
STRANDED = tags.group(tags.COMMA, tags.SENTENCE_END, tags.DASH) | {""}
INFINITIVE_START = tags.group(tags.BASE_FORM, tags.AUXILIARY, tags.ADVERB, tags.NOUN, tags.ADJECTIVE)  # to open
VERB_AFTER_PHRASE = tags.group(tags.PAST_OR_ED_FORM, tags.S_FORM)
VERB_LIKE = tags.group(tags.S_FORM, tags.BASE_FORM)
NOUN_OR_BASE = tags.group(tags.NOUN, tags.BASE_FORM)
NOUN_OR_ADJECTIVE = tags.group(tags.NOUN, tags.ADJECTIVE)
AFTER_MORE = tags.group(tags.NOUN, tags.ADJECTIVE, tags.BASE_FORM, tags.S_FORM)
MORE = frozenset({"more", "less", "further"})


class Complement(NamedTuple):
    """What a cue takes after it: its form, the label of it for --explain, and its tokens."""

    form: Form
    label: str
    content: Range


class Taking(NamedTuple):
    """A complement that a cue may take.

    `begin` gives the first token of the content, or None, for a token at which it may begin. `first_tags` are the tags
    that may stand there right after the cue, `frames` those of which a cue must have one (None: `begin` asks for them),
    and `link` is a word that must stand within the content.
    """

    label: str
    form: Form
    begin: Callable[[Site, int], int | None]
    first_tags: frozenset[str]
    frames: frozenset[Frame] | None = None
    link: str = ""

    def content(self, site: Site, start: int, *, is_inner: bool) -> Range | None:
        """The content that begins at a token or close to it."""
        paragraph, right = site.paragraph, site.right
        first = self.begin(site, start)
        if first is None:
            return None
        if self.form == "quotation":
            return quotation_from(paragraph, first, right)
        is_phrase = self.form not in {"clause", "bare_clause", "question"}
        content = content_from(paragraph, first, right, is_phrase=is_phrase, is_inner=is_inner)
        if site.entry.family == "accuse" and paragraph.lower[content[1] : content[1] + 2] == [",", "of"]:
            # "accused Lund, a baker, of theft"
            content = (first, content_from(paragraph, content[1] + 1, right, is_phrase=True)[1])
        clause = _broken_clause(paragraph, content) or _parted_clause(paragraph, content) if is_phrase else None
        if clause is not None:
            content = (first, content_from(paragraph, clause, right, is_inner=is_inner)[1])
        return content if not self.link or _is_linked(paragraph, content, self.link) else None


def _is_of_noun(site: Site, start: int) -> bool:
    """Whether a "that" belongs to what somebody answers: "responded on Sunday to accusations that he lied"."""
    paragraph, noun = site.paragraph, start - 1
    if paragraph.lower[start] != "that" or noun <= site.after or site.entry.lemma not in grammar.ANSWERING:
        return False
    return paragraph.lower[noun] in grammar.ANSWERED


def finds_itself(site: Site) -> bool:
    """Whether somebody only gets somewhere: "found themselves in a town where nobody slept"."""
    return site.entry.lemma == "find" and site.paragraph.word_at(site.after).endswith(("self", "selves"))


def _is_verb_of_adjunct(site: Site, start: int) -> bool:
    """Whether what stands after an adjunct belongs to it: "reported after the guild | appears to have left"."""
    tags_of = site.paragraph.tags
    is_verb = tags_of[start] in VERB_AFTER_PHRASE and tags_of[start - 1] in NOUN_OR_ADJECTIVE
    return is_verb and not is_time(site.paragraph, start - 1)


def _broken_clause(paragraph: Paragraph, content: Range) -> int | None:
    """The "that" of a content that ends before its verb: "the notion that a video, at least in part, led to it"."""
    first, past = content
    if "that" not in paragraph.lower[first + 1 : past] or paragraph.tag_at(past) != tags.COMMA:
        return None
    that = paragraph.lower.index("that", first + 1)
    subject = phrase_starting(paragraph, that + 1, past)
    is_subject = subject is not None and subject[1] == past and paragraph.tags[that + 1] == tags.DETERMINER
    return that if is_subject and paragraph.tags[that] == tags.SUBORDINATOR else None


def _parted_clause(paragraph: Paragraph, content: Range) -> int | None:
    """The "that" which an insertion parts from its noun: rejected a rumour, spread on Chirp, | that it was late."""
    first, past = content
    if paragraph.tag_at(past) != tags.COMMA or paragraph.word_at(past + 1) != "that":
        return None
    comma = paragraph.tags.find(tags.COMMA, first, past)
    is_parted = comma > first and paragraph.lower[comma - 1] in grammar.ANSWERED
    return past + 1 if is_parted and paragraph.tags[comma + 1] in PARTICIPLES else None


def complement(site: Site, *, is_inner: bool = False) -> Complement | None:
    """What the cue takes after it; `is_inner` as in clause_end."""
    direct = after_addressee(site)
    if direct is None or finds_itself(site):
        return None
    is_led = direct < site.right and is_led_by_gerund(site, direct)
    start = direct if is_led else content_start(site, skip_adjuncts(site.paragraph, direct, site.right))
    if start >= site.right or _is_of_noun(site, start) or (start > direct and _is_verb_of_adjunct(site, start)):
        return None
    first_tag = site.paragraph.tags[start] if start == site.after else None
    for taking in _takings(site.entry.frames, first_tag):
        content = taking.content(site, start, is_inner=is_inner)
        is_dash = site.paragraph.tags[start] == tags.DASH  # "said twice – and left"
        is_answer = site.paragraph.tags[start] == tags.TO and is_time(site.paragraph, direct)  # "responded Friday to"
        if content is None and taking.form == "bare_clause" and direct < start and not is_dash and not is_answer:
            # "said before the vote it would lose": the adjunct was the clause's own
            content = taking.content(site, direct, is_inner=is_inner)
        if content and taking.form == "bare_clause":
            content = _with_more(site, direct, content)
        if content:
            return Complement(taking.form, taking.label, content) if content[1] > content[0] else None
    late = late_quote(site)
    return Complement("quotation", "quote", late) if late else None


def _with_more(site: Site, direct: int, content: Range) -> Range:
    """A clause with the "more" or "further" that opens it: "said more boats had come"."""
    first, past = content
    paragraph = site.paragraph
    is_more = first > direct and paragraph.lower[first - 1] in MORE and paragraph.words[first][0].islower()
    return (first - 1, past) if is_more and paragraph.tags[first] in AFTER_MORE else content


def late_quote(site: Site) -> Range | None:
    """A quotation after words about what or when: said of the flood, "…"; said as he left the hall, "…"."""
    paragraph, after, right = site.paragraph, site.after, site.right
    if "quote" not in site.entry.frames or after >= right or paragraph.tags[after] not in BEFORE_LATE_QUOTE:
        return None
    mark = paragraph.tags.find(tags.QUOTATION_MARK, after, min(after + MOST_WORDS_TO_QUOTE, right - 1))
    if mark <= 0 or paragraph.tags[mark - 1] not in (tags.COMMA, tags.COLON):
        return None
    if _is_of_another(paragraph, after, mark - 2):
        return None
    quote = paragraph.quote_at(mark)
    return quotation_from(paragraph, mark, right) if quote and quote[1] - mark >= 5 else None


def _is_of_another(paragraph: Paragraph, after: int, last: int) -> bool:
    """Whether another one leads to a quotation: "chimed in, with Lund asking, “…”"."""
    is_saying = last > after and paragraph.tags[last] == tags.ING_FORM and is_cue_word(paragraph, last)
    return is_saying and "with" in paragraph.lower[after:last]


def _colon(site: Site, start: int) -> int | None:
    paragraph, first = site.paragraph, start + 1
    if paragraph.tags[start] != tags.COLON or first >= site.right:
        return None
    # "objected in writing: Lund, Pell and Dorn" is a list
    is_list = start > site.after and paragraph.tags[first] != tags.QUOTATION_MARK
    return None if is_list and not has_verb(paragraph, first, site.right) else first


def _quote(site: Site, start: int) -> int | None:
    paragraph = site.paragraph
    mark = start + 1 if paragraph.tags[start] == tags.COMMA else start
    quote = paragraph.quote_at(mark)
    if paragraph.tag_at(mark) != tags.QUOTATION_MARK or not quote or _is_of_another(paragraph, site.after, mark - 2):
        return None
    if (
        mark == start
        and start > site.after
        and any(word.endswith(POSSESSIVE) for word in paragraph.lower[site.after : mark])
    ):
        return None  # growls in reply to Lund's claim “…”
    if mark == start and site.entry.lemma in grammar.MAKING and is_work(paragraph, quote):
        return None
    # would continue "to break barriers"
    return mark if paragraph.tag_at(mark + 1) != tags.TO or "to" in site.entry.frames else None


def _that(site: Site, start: int) -> int | None:
    paragraph = site.paragraph
    if paragraph.lower[start] != "that":
        return None
    is_complete = start + 2 < site.right and paragraph.tags[start + 1] != tags.STOP
    if paragraph.word_at(start + 1) in grammar.DAYTIMES and paragraph.tag_at(start + 2) == tags.NOUN:
        return start + 2 if paragraph.words[start + 2][0].isupper() else None  # reported that night Lund had left
    if is_of_what(site, start) or tells_result(paragraph, site.after, start):
        return None
    is_same_day = paragraph.word_at(start + 1) == "same"  # announced that same day
    if start > site.after and is_relative(paragraph, start):
        return None
    is_thing = paragraph.tag_at(start + 1) in NOUN_OR_BASE and paragraph.words[start + 1].islower()
    is_one = is_thing and not paragraph.lower[start + 1].endswith("s")
    if is_one and site.entry.stance == "asserts" and _is_pointed_at(paragraph, start + 1, site.right):
        return None  # "reiterated that approach in her speech"
    is_offer = site.entry.lemma in grammar.HANDING and site.entry.inflection == "ing"
    if is_thing and (is_offer or repeats_thing(site, start + 1)):
        return None  # "a bill offering that amount passed", "echoed that promise on Monday"
    if paragraph.word_at(start + 1) == "because" and paragraph.tag_at(start + 2) == tags.COMMA:
        return None  # "liked that she had hinted that because, she added, it was so"
    return start if is_complete and not is_same_day else None


def _is_pointed_at(paragraph: Paragraph, noun: int, right: int) -> bool:
    """Whether no verb follows a noun behind "that", up to the end of the sentence or a participle."""
    comma = paragraph.tags.find(tags.COMMA + tags.ING_FORM, noun, right)
    end = comma if comma > 0 and is_cue_word(paragraph, comma + 1) else right
    return not has_verb(paragraph, noun + 1, end) and VERB_LIKE.isdisjoint(paragraph.tags[noun + 1 : end])


def _question(site: Site, start: int) -> int | None:
    paragraph = site.paragraph
    word = paragraph.lower[start]
    if word not in grammar.QUESTION_WORDS or paragraph.tags[start] not in tags.CLAUSE_START:
        return None
    may_be_if = not site.entry.frames.isdisjoint({"wh", "addressee-wh", "addressee"}) and site.entry.lemma != "continue"
    return start if word != "if" or may_be_if else None


def _infinitive(site: Site, start: int) -> int | None:
    paragraph = site.paragraph
    verb = start + 1
    if paragraph.tags[start] != tags.TO or verb >= site.right:
        return None
    if paragraph.lower[verb] == "be" and paragraph.word_at(verb + 1) in grammar.NAMING:
        return None
    if site.entry.family == "message" and is_cue_word(paragraph, verb):
        return None  # "emailed the crew to say that it was late"
    if paragraph.tags[verb] not in INFINITIVE_START and paragraph.tags[verb] != tags.QUOTATION_MARK:
        return None
    if paragraph.lower[verb] in UNFINISHED and paragraph.tag_at(verb + 1) in STRANDED:
        return None  # "the best friend Lund hoped to have"
    is_dated = start > site.after and is_time(paragraph, start - 1)
    is_dated = is_dated and skip_adjuncts(paragraph, site.after, site.right) == start
    return start if is_dated else site.after  # asked the guild to wait: the guild belongs to it


def _told_to(site: Site, start: int) -> int | None:
    """Whom somebody asks or orders, and what to do: the crews to leave, but not a scan of the knee."""
    paragraph, right = site.paragraph, site.right
    told = phrase_starting(paragraph, start, right)
    if told and paragraph.tags[told[0]] == tags.PRONOUN and paragraph.tag_at(told[1]) == tags.PREPOSITION:
        described = phrase_starting(paragraph, told[1] + 1, right)  # "asked anyone with footage to come forward"
        told = (told[0], described[1]) if described else told
    if told is None or told[1] + 1 >= right or paragraph.tags[told[1]] != tags.TO:
        return None
    return start if paragraph.tags[told[1] + 1] in INFINITIVE_START else None


def _to_say(site: Site, start: int) -> int | None:
    """What somebody refuses to say: to comment, to confirm the sale; "refused to leave" is a deed."""
    paragraph = site.paragraph
    if _infinitive(site, start) is None:
        return None
    verb = skip_adverbs(paragraph, start + 1, site.right)
    verb += paragraph.word_at(verb) == "be"  # "refused to be drawn"
    return start if paragraph.word_at(verb) in grammar.TO_SAY or is_cue_word(paragraph, verb) else None


def _preposition(site: Site, start: int) -> int | None:
    """Warned of, told them about; the preposition may be one that we took for the start of an adjunct."""
    paragraph, frames = site.paragraph, site.entry.frames
    for index in (site.after, skip_adverbs(paragraph, site.after, site.right), start):
        word = paragraph.lower[index] if index < site.right else ""
        if begins_amount(paragraph, index) and verb_follows(paragraph, index + 1, site.right):
            return None  # "told the Herald about 200 crews were out"
        # "before" is a frame of its own: what stands before the cue
        is_own = word in frames and word != "before" and paragraph.tags[index] == tags.PREPOSITION
        if is_own or (word == "about" and "addressee" in frames):
            return index
    return None


def _noun_phrase(site: Site, start: int) -> int | None:
    is_amount = begins_amount(site.paragraph, start)  # "reported more than 10 explosions"
    if site.paragraph.lower[start] == "only" and start + 1 < site.right:
        return start if starts_phrase(site.paragraph, start + 1, site.right) else None
    is_that = site.paragraph.lower[start : start + 2] == ["that", "as"]  # "described that as a fluke"
    is_noun = is_amount or is_that or starts_phrase(site.paragraph, start, site.right) or _is_bare_noun(site, start)
    is_degree = start > site.after and site.paragraph.lower[site.after] in grammar.DEGREES  # "against too much haste"
    return (site.after if is_degree else start) if is_noun else None


def _is_bare_noun(site: Site, start: int) -> bool:
    """Whether a word that may be a verb is all that is said: "urged caution", "pledged support for the crews"."""
    paragraph = site.paragraph
    is_verb_like = start == site.after and paragraph.tag_at(start) == tags.BASE_FORM
    return is_verb_like and (start + 1 >= site.right or paragraph.tags[start + 1] in AFTER_BARE_NOUN)


def _is_linked(paragraph: Paragraph, content: Range, link: str) -> bool:
    """Whether a word stands within a phrase, "at" before a number: sees the port as a threat; puts the toll at 17."""
    first, past = content[0] + 1, content[1]
    if link == "like":
        return not grammar.LIKENING.isdisjoint(paragraph.lower[first:past])
    links = (at for at in range(first, past) if paragraph.lower[at] == link and paragraph.lower[at - 1] != "such")
    measure = next(links, -1) + 1
    if not measure:
        return False  # "they see millers such as Lund"
    has_number = tags.NUMBER in paragraph.tags[measure : measure + 4]
    return link != "at" or has_number or not grammar.COUNTS.isdisjoint(paragraph.lower[measure : measure + 4])


def _credit(site: Site, start: int) -> int | None:
    """What a group says it has done: claimed responsibility for the raid."""
    is_credit = site.paragraph.lower[start] in grammar.CREDIT and site.paragraph.word_at(start + 1) == "for"
    return start if is_credit else None


def _gerund(site: Site, start: int) -> int | None:
    is_gerund = site.paragraph.tags[start] == tags.ING_FORM or site.paragraph.lower[start] in {"having", "being"}
    return start if is_gerund else None


PARTICIPLES = tags.group(tags.ED_FORM, tags.BASE_FORM)  # "posted", "spread"
AFTER_BARE_NOUN = tags.group(tags.SENTENCE_END, tags.COMMA, tags.PREPOSITION, tags.COORDINATOR, tags.SEMICOLON)
PHRASE_OR_THAT_START = tags.group(tags.NOUN_PHRASE_START, tags.SUBORDINATOR)  # "calls that figure a joke"
PHRASE_OR_AMOUNT_START = tags.group(PHRASE_OR_THAT_START, tags.ADVERB, tags.PREPOSITION)
TAKINGS = (
    Taking("colon", "quotation", _colon, tags.group(tags.COLON), frozenset({"quote"})),
    Taking("quote", "quotation", _quote, tags.group(tags.COMMA, tags.QUOTATION_MARK), frozenset({"quote"})),
    Taking("that", "clause", _that, tags.group(tags.SUBORDINATOR), frozenset({"that", "addressee"})),
    Taking("wh", "question", _question, tags.CLAUSE_START, frozenset({"wh", "addressee-wh", "addressee", "zero"})),
    Taking("to", "infinitive", _infinitive, tags.group(tags.TO), frozenset({"to", "addressee"})),
    Taking("to-say", "infinitive", _to_say, tags.group(tags.TO), frozenset({"to-say"})),
    Taking("told-to", "infinitive", _told_to, tags.NOUN_PHRASE_START, frozenset({"person-to"})),
    Taking("preposition", "phrase", _preposition, tags.group(tags.PREPOSITION)),  # the frame is the preposition
    Taking("phrase-to", "phrase", _noun_phrase, tags.NOUN_PHRASE_START, frozenset({"np-to"}), link="to"),
    Taking("phrase-as", "phrase", _noun_phrase, PHRASE_OR_THAT_START, frozenset({"np-as"}), link="as"),
    Taking("phrase-at", "phrase", _noun_phrase, tags.NOUN_PHRASE_START, frozenset({"np-at"}), link="at"),
    Taking("phrase-like", "phrase", _noun_phrase, tags.NOUN_PHRASE_START, frozenset({"np-like"}), link="like"),
    Taking("phrase-quoted", "phrase", quoted_phrase, tags.NOUN_PHRASE_START, frozenset({"np-quoted"})),
    Taking("phrase-predicate", "phrase", called_phrase, PHRASE_OR_THAT_START, frozenset({"np-predicate"})),
    Taking("phrase-figure", "phrase", measured_phrase, tags.NOUN_PHRASE_START, frozenset({"np-figure"})),
    Taking("phrase-for", "phrase", _credit, tags.NOUN_PHRASE_START, frozenset({"credit"})),
    Taking("gerund", "phrase", _gerund, tags.group(tags.ING_FORM, tags.AUXILIARY), frozenset({"ing"})),
    Taking(
        "clause",
        "bare_clause",
        bare_clause,
        tags.group(tags.NOUN_PHRASE_START, tags.SUBORDINATOR, tags.ADVERB, tags.PREPOSITION, tags.AUXILIARY),
        frozenset({"zero", "zero-strict", "addressee"}),
    ),
    Taking("phrase", "noun_phrase", _noun_phrase, PHRASE_OR_AMOUNT_START, frozenset({"np", "np-document"})),
)


@cache
def _takings(frames: frozenset[Frame], first_tag: str | None) -> tuple[Taking, ...]:
    """What to try for a cue with these frames, where a content would begin with this tag right after it.

    There are as many answers as the lexicon has sorts of cue, times the tags.
    """
    return tuple(
        taking
        for taking in TAKINGS
        if (taking.frames is None or frames & taking.frames) and (first_tag is None or first_tag in taking.first_tags)
    )
