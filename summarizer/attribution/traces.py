"""Looks for every trace that somebody says something, whether or not a rule can read who says what.

A trace is a quotation of three or more words, a verb, noun or phrase of saying, or an unquoted "I". This is a second
look, independent of the rules: what they have not read, a reader would look at again. english/traces.toml has the
words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import chain, islice
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution import grammar, tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.sources.vocabulary import DOCUMENT_NOUNS, singular
from summarizer.attribution.syntax.adjuncts import skip_adjuncts
from summarizer.attribution.syntax.cue_verbs import is_cue_verb
from summarizer.attribution.syntax.site import Site
from summarizer.attribution.syntax.verb_groups import has_finite, is_followed, verb_group_start
from summarizer.reading.layout.layout import sentences_of
from summarizer.reading.layout.quotation_marks import DOUBLE_MARKS
from summarizer.text.occurrences import merge_spans, shared_length
from summarizer.text.words import word_set, words_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.attribution.lexicon import Cue
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution
    from summarizer.contract.article import Article
    from summarizer.contract.statement import Offsets, Statement

NO_SPEAKER = "no speaker found for the quotation"
TITLE = "a title or name in quotation marks, not taken for speech"
UNCLEAR = "no speaker or no clause found for"
REST = "what goes before it is said by somebody; whether this is said, too, is not clear"
FIRST_PERSON = "the first person without quotation marks: no speaker found"

_OF_DEEDS = frozenset(name.replace(" ", "_") for name in word_set("traces.families.of_deeds"))
_WITHOUT_QUOTATION = frozenset(name.replace(" ", "_") for name in word_set("traces.families.without_quotation"))
_OPENING = word_set("traces.words.opening")
_DEEDS = word_set("traces.words.deeds")
_PHRASES = word_set("traces.words.phrases")
_FIRST_PERSON = word_set("traces.words.first_person")
_NOUNS = word_set("traces.nouns.saying")
_AFTER_NOUN = word_set("traces.nouns.before_source_or_topic")
_SPEAKING = word_set("traces.words.speaking")
_RECORDING = word_set("traces.words.recording")
_ABOUT = word_set("traces.words.about")
_AT_LENGTH = [phrase.split() for phrase in sorted(word_set("traces.words.at_length"))]
_CALLS = word_set("traces.nouns.calling")
_NOT_SAYING = word_set("traces.words.not_saying")
_MORE_WORDS = _NOUNS | _CALLS | _SPEAKING | _RECORDING | {"that"}
_FEWEST_WORDS = 3  # shorter quotations are mostly titles, nicknames and scare quotes
_FEWEST_SAID = 4  # words of a stretch, its cue included, in which something may be said
_SHORTEST_SPEECH = 4  # tokens of a quotation, marks included, within which no cue is read
_LONGEST_LEAD = 6  # words before who passes a statement on: as was first reported by
_LONGEST_WAY = 14  # tokens from a cue to what is said
_NEAR = 4  # tokens after a cue in which what is said begins: told the council that
_AS_LONG = 0.8  # of a statement's words: a shorter rest is mostly "on Monday" and the like
_READ = 0.5  # share of a quotation that the rules have read
_LONGEST_SUBJECT = 6  # tokens of a clause up to its verb
_FINDING = frozenset({"show", "find"})  # families of cues.toml
_LONGEST_FINDER = 16  # tokens of a subject such as "early results of polls by two networks"
_TAKES_BARE_CLAUSE = frozenset({"zero", "zero-strict"})
_HOW_IT_IS_SAID = tags.group(tags.ADVERB, tags.COORDINATOR)
_CLAUSE_SUBJECT = tags.group(tags.PRONOUN, tags.DETERMINER, tags.NOUN)
_VERB = tags.group(tags.PAST, tags.ED_FORM, tags.S_FORM, tags.BASE_FORM)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_GOING_ON = re.compile(rf",\s(?P<rest>{words_pattern('traces.words.going_on').pattern})")
_BEFORE_RELAYS = word_set("traces.words.before_relays") | {""}


class Trace(NamedTuple):
    """A stretch of the text in which somebody says something; `mark` are the quotation or the word that says so."""

    start: int
    end: int
    mark: Offsets
    reason: str


def find_traces(paragraph: Paragraph, attributions: Iterable[Attribution]) -> Iterator[Trace]:
    """The traces in a paragraph, which has been prepared where it holds a cue; what was read by a cue leaves none."""
    speaker = _first_person(paragraph)
    if speaker is not None:
        yield speaker
    yield from _marked(paragraph)
    marks = _marking_words()
    places = [at for at, word in enumerate(paragraph.lower) if word in marks]
    if not places:
        return
    paragraph.prepare()
    read = bytearray(len(paragraph.lower))
    for one in attributions:
        if one.paragraph is paragraph:
            for first, past in (*one.content, one.cue, _way_to_content(one)):
                read[first:past] = b"\1" * (past - first)
    for at in places:
        mark = None if read[at] or _is_in_speech(paragraph, at) else _mark_of_saying(paragraph, at)
        if mark is not None:
            yield _unclear(paragraph, *mark)


@cache
def _marking_words() -> frozenset[str]:
    """The words at which a mark of saying may stand."""
    return _MORE_WORDS.union(load_lexicon().cues)


def _way_to_content(attribution: Attribution) -> Range:
    """What stands between a cue and what is said, if that is short: "in comments published on Monday"."""
    past, start = attribution.cue[1], attribution.content[0][0]
    return (past, start) if 0 < start - past <= _LONGEST_WAY else (past, past)


def _mark_of_saying(paragraph: Paragraph, at: int) -> Range | None:
    """The word at a token by which somebody may say something; the verb before a "that"."""
    word = paragraph.lower[at]
    entry = _saying_entry(paragraph, at) if word in load_lexicon().cues else None
    if entry is not None:
        return at, at + 1 + len(entry.following)
    if word in _SPEAKING:
        return _spoken_about(paragraph, at)
    if word in _RECORDING:
        return (
            (at, at + 1) if singular(paragraph.word_at(at - 1)) in DOCUMENT_NOUNS else None
        )  # "logs listing two falls"
    if word == "that":
        return (at - 1, at) if _may_say_that(paragraph, at - 1) else None
    return (at, at + 1) if word in _NOUNS | _CALLS and _is_noun_of_saying(paragraph, at) else None


def _spoken_about(paragraph: Paragraph, at: int) -> Range | None:
    """A verb of speaking and its "about", between which stands how it is done: "spoke briefly about"."""
    right = paragraph.sentence_at(at)[1]
    about = at + 1
    while about < right and paragraph.tags[about] in _HOW_IT_IS_SAID:
        about += 1
    if paragraph.lower[about : about + 2] in _AT_LENGTH:
        about += 2
    if about == at + 1 or about >= right or paragraph.lower[about] not in _ABOUT:
        return None
    return at, about + 1


def _unclear(paragraph: Paragraph, first: int, past: int) -> Trace:
    """The sentence of a word by which somebody may say something."""
    mark = paragraph.offsets(first, past)
    sentence = paragraph.offsets(*paragraph.sentence_at(first))
    return Trace(*sentence, mark, f"{UNCLEAR} “{paragraph.text[slice(*mark)]}”")


def _is_noun_of_saying(paragraph: Paragraph, at: int) -> bool:
    """Whether a noun goes on with whose it is, or what it says: "criticism from", "claims it was late"."""
    after = at + 1
    if paragraph.tag_at(at - 1) in tags.HELPING or paragraph.tag_at(at - 1) == tags.TO:
        return False
    if paragraph.word_at(after) in _AFTER_NOUN or (paragraph.lower[at] in _CALLS and paragraph.word_at(after) == "for"):
        return True
    is_subject = paragraph.tag_at(after) in _CLAUSE_SUBJECT and paragraph.lower[at].endswith("s")
    right = paragraph.sentence_at(at)[1]
    return is_subject and has_finite(paragraph, after, min(after + _LONGEST_SUBJECT, right))


def _may_say_that(paragraph: Paragraph, verb: int) -> bool:
    """Whether a clause with "that" hangs on a verb, of which no rule may know that it says something."""
    that = verb + 1
    left, right = paragraph.sentence_at(that)
    if verb <= left or paragraph.tags[that] != tags.SUBORDINATOR or paragraph.tags[verb] not in _VERB:
        return False
    if paragraph.lower[verb] in _NOT_SAYING or paragraph.tags[verb - 1] in tags.BEFORE_NOUN:
        return False
    return paragraph.tag_at(that + 1) in tags.SUBJECT_START and has_finite(paragraph, that + 2, right)


def _marked(paragraph: Paragraph) -> Iterator[Trace]:
    """The quotations of a paragraph, and the phrases of saying that are no cues."""
    for region in paragraph.regions:
        first, past = bisect_left(paragraph.starts, region.start), bisect_left(paragraph.starts, region.end)
        reason = NO_SPEAKER if paragraph.is_quoted(first) else TITLE
        left, right = paragraph.sentence_at(first)[0], paragraph.sentence_at(past - 1)[1]
        yield Trace(*paragraph.offsets(left, max(right, past)), (region.start, region.end), reason)
    if _PHRASES.isdisjoint(paragraph.lower):
        return
    for at in [at for at, word in enumerate(paragraph.lower[:-1]) if word in _PHRASES]:
        is_name = paragraph.words[at][0].isupper() and at > paragraph.sentence_at(at)[0]  # Per Lund
        if not is_name and (paragraph.lower[at + 1] == "the" or paragraph.words[at + 1][0].isupper()):
            sentence = paragraph.offsets(*paragraph.sentence_at(at))
            yield Trace(*sentence, paragraph.offsets(at, at + 1), f"{UNCLEAR} “{paragraph.words[at]}”")


def _first_person(paragraph: Paragraph) -> Trace | None:
    """The trace of a paragraph in which somebody speaks of himself outside quotation marks; None in any other."""
    if _FIRST_PERSON.isdisjoint(paragraph.lower):
        return None
    paragraph.prepare()
    places = [at for at, word in enumerate(paragraph.lower) if word in _FIRST_PERSON]
    if all(paragraph.is_quoted(at) for at in places):
        return None
    whole = paragraph.offsets(0, len(paragraph.words))
    return Trace(*whole, whole, FIRST_PERSON)


def unread_traces(article: Article, traces: Iterable[Trace], statements: Sequence[Statement]) -> tuple[Trace, ...]:
    """The traces that no statement has read, in text order, each cut to what lies between the statements around it.

    Where a statement ends and its sentence goes on for as long again, what follows may be said, too.
    """
    contents = chain.from_iterable(one.content for one in statements)
    read = merge_spans(sorted({*contents, *[one.cue for one in statements if one.cue]}))
    relays = sorted({relay for one in statements for relay in one.relays})
    speech = [one for one in sorted(traces) if not _passes_on(article.text, one, relays)]
    unread = {found[:2]: found for found in _unread(article.text, speech, read)}
    for rest in chain(_rests(article, statements, read, relays), _second_halves(article, statements, read)):
        if not any(rest.start < other.end and other.start < rest.end for other in unread.values()):
            unread[rest[:2]] = rest
    return tuple(sorted(unread.values()))


def _passes_on(text: str, trace: Trace, relays: Sequence[Offsets]) -> bool:
    """Whether a word of saying stands beside a relay of a statement: "[according to] the Echo", "[reported] by it"."""
    start, end = trace.mark
    ahead = bisect_left(relays, (end, 0))
    if ahead < len(relays) and text[end : relays[ahead][0]].strip() in _BEFORE_RELAYS:
        return True
    return ahead > 0 and not text[relays[ahead - 1][1] : start].strip()


def _unread(text: str, traces: Iterable[Trace], read: Sequence[Offsets]) -> Iterator[Trace]:
    for trace in traces:
        start, end = trace.mark
        around = read[max(0, bisect_right(read, (start,)) - 1) : bisect_left(read, (end,))]
        if shared_length([trace.mark], around) >= _READ * (end - start):
            continue
        found = trace if trace.reason == FIRST_PERSON else _cut(text, trace, read)
        if trace.reason in (NO_SPEAKER, TITLE):
            is_long = _has_words(text, start, end, _FEWEST_WORDS)
        else:
            is_long = _has_words(text, found.start, found.end, _FEWEST_SAID)
        if is_long:
            yield found


def _rests(
    article: Article, statements: Iterable[Statement], read: Sequence[Offsets], relays: Sequence[Offsets]
) -> Iterator[Trace]:
    """What follows a statement and who passes it on in its sentence and is about as long, up to the next statement."""
    text, sentences = article.text, sentences_of(article)
    mentions = sorted(one.mention for one in statements if one.mention)
    for one in statements:
        end = one.content[-1][1]
        number = bisect_left(sentences, end, key=attrgetter("end"))
        if one.cue is None or one.cue[0] > end or number == len(sentences) or text[end - 1] in DOUBLE_MARKS:
            continue
        passing = bisect_left(relays, (end, 0))
        if passing < len(relays) and _is_short_lead(text, end, relays[passing][0]):
            end = relays[passing][1]
        following = bisect_right(read, (end + 1,))
        ahead = bisect_right(mentions, (end, 0))
        past = min(
            sentences[number].end,
            read[following][0] if following < len(read) else len(text),
            mentions[ahead][0] if ahead < len(mentions) else len(text),
        )
        words = len(_WORD.findall(text, end, past))
        if words < _FEWEST_SAID:
            continue
        if words >= _AS_LONG * sum(len(_WORD.findall(text, *span)) for span in one.content):
            start = next((at for at in range(end, past) if text[at].isalnum()), end)
            yield Trace(start, past, (start, past), REST)


def _second_halves(article: Article, statements: Iterable[Statement], read: Sequence[Offsets]) -> Iterator[Trace]:
    """What goes on with a clause past who says it: "It was old, Lund said, and left the room"."""
    text, sentences = article.text, sentences_of(article)
    for one in statements:
        if one.cue is None or one.mention is None or one.content[-1][1] > one.cue[0] or one.form == "quotation":
            continue
        end = max(one.cue[1], one.mention[1])
        number = bisect_left(sentences, end, key=attrgetter("end"))
        going_on = _GOING_ON.match(text, end)
        if number == len(sentences) or going_on is None or one.content[-1][1] <= sentences[number].start:
            continue
        following = bisect_right(read, (end + 1,))
        start = going_on.start("rest")
        past = min(sentences[number].end, read[following][0] if following < len(read) else len(text))
        if len(_WORD.findall(text, start, past)) >= _FEWEST_SAID:
            yield Trace(start, past, (start, past), REST)


def _is_short_lead(text: str, start: int, end: int) -> bool:
    """Whether a stretch of the text, which may be most of the article, is of a few words only."""
    return not _has_words(text, start, end, _LONGEST_LEAD + 1)


def _has_words(text: str, start: int, end: int, number: int) -> bool:
    """Whether a stretch of the text, which may be most of the article, has so many words."""
    return next(islice(_WORD.finditer(text, start, end), number - 1, None), None) is not None


def _cut(text: str, trace: Trace, read: Sequence[Offsets]) -> Trace:
    """A trace with what stands around its mark, up to the statements before and after it."""
    first, last = bisect_right(read, (trace.mark[0] + 1,)), bisect_left(read, (trace.mark[1], 0))
    start = max(trace.start, read[first - 1][1]) if first else trace.start
    end = min(trace.end, read[last][0]) if last < len(read) else trace.end
    start, end = min(start, trace.mark[0]), max(end, trace.mark[1])
    while start < trace.mark[0] and not text[start].isalnum():
        start += 1
    return trace._replace(start=start, end=end)


def _is_in_speech(paragraph: Paragraph, at: int) -> bool:
    quote = paragraph.quote_at(at)
    return quote is not None and quote[1] - quote[0] >= _SHORTEST_SPEECH


def _saying_entry(paragraph: Paragraph, at: int) -> Cue | None:
    """The entry of a word of the lexicon by which it says here that somebody says something; None if it does not."""
    left, right = paragraph.sentence_at(at)
    if at > left and paragraph.words[at][0].isupper() and not paragraph.is_headline(left, right):
        return None  # the Reflecting Pool
    if paragraph.lower[at + 1 : at + 4] == ["not", "to", "be"]:
        return None  # "asked not to be named"
    for entry in load_lexicon().cues[paragraph.lower[at]]:
        after = at + 1 + len(entry.following)
        if not is_followed(paragraph, at, entry):
            continue
        if not _is_alone(entry) and not _is_beside_speech(paragraph, at, after, right, entry):
            continue
        is_plural = paragraph.tags[at - 1] not in tags.BEFORE_NOUN and _is_finding(paragraph, at, entry)  # "polls show"
        if entry.kind != "verb" or is_plural or _is_verb(Site(paragraph, left, right, at, after, entry, [])):
            return entry
    return None


def _is_alone(entry: Cue) -> bool:
    """Whether a cue says by itself that somebody says something, whatever stands beside it."""
    if entry.kind != "verb":
        return entry.kind in ("phrase", "adverb") and entry.lemma not in _PHRASES
    if entry.lemma in _DEEDS or entry.certainty == "believed":
        return False
    takes_speech = not entry.frames.isdisjoint({"quote", "addressee"}) and entry.family not in _OF_DEEDS
    return takes_speech or entry.family in _WITHOUT_QUOTATION


def _is_verb(site: Site) -> bool:
    if site.entry.inflection == "ing":
        return site.at == site.left or site.paragraph.tags[site.at - 1] not in tags.BEFORE_NOUN
    if _is_alone(site.entry) and site.entry.lemma not in grammar.NOUNS and site.entry.inflection != "participle":
        return site.at == site.left or site.paragraph.tags[site.at - 1] not in tags.BEFORE_NOUN
    return is_cue_verb(site, verb_group_start(site.paragraph, site.at, site.left))


def _is_beside_speech(paragraph: Paragraph, at: int, after: int, right: int, entry: Cue) -> bool:
    """Whether a clause, a colon or a quotation stands right after a cue, or a quotation ends right before a verb."""
    reach = _NEAR if entry.kind == "verb" else 1
    if any(
        paragraph.lower[index] in _OPENING or _opens_speech(paragraph, index)
        for index in range(after, min(right, after + reach))
    ):
        return True
    if _is_before_clause(paragraph, after, right, entry) or _is_finding(paragraph, at, entry):
        return True
    return entry.kind == "verb" and any(_is_in_speech(paragraph, index) for index in range(max(0, at - _NEAR), at))


def _is_before_clause(paragraph: Paragraph, after: int, right: int, entry: Cue) -> bool:
    """Whether a clause may follow what only says when: "The Echo reported on Monday, if Lund wins, it is over"."""
    if entry.frames.isdisjoint(_TAKES_BARE_CLAUSE):
        return False
    comma = skip_adjuncts(paragraph, after, right)
    return paragraph.tag_at(comma) == tags.COMMA and comma < right and has_finite(paragraph, comma, right)


def _is_finding(paragraph: Paragraph, at: int, entry: Cue) -> bool:
    """Whether a verb tells what a survey or a study has found: "early results of polls show most like it"."""
    if entry.family not in _FINDING:
        return False
    left = paragraph.sentence_at(at)[0]
    return not grammar.REPORTS.isdisjoint(paragraph.lower[max(left, at - _LONGEST_FINDER) : at])


def _opens_speech(paragraph: Paragraph, index: int) -> bool:
    quote = paragraph.quote_at(index)
    return quote is not None and quote[0] == index and quote[1] - quote[0] >= _SHORTEST_SPEECH
