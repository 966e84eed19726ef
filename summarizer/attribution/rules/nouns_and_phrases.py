"""The rules for cues that are not verbs: "according to", "in a survey", nouns of saying, adjectives, and relays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.rules.light_verbs import who_issues
from summarizer.attribution.rules.second_half import goes_on_after, past_apposed_name, rest_after
from summarizer.attribution.rules.speakers import can_speak
from summarizer.attribution.rules.unsaid import is_nothing_said
from summarizer.attribution.rules.views import possessor, read_view
from summarizer.attribution.sources.vocabulary import HOLDER_NOUNS, HOUSEHOLDS, is_personal
from summarizer.attribution.syntax.adjuncts import skip_adjuncts
from summarizer.attribution.syntax.clauses import content_from, quotation_from
from summarizer.attribution.syntax.complements import INFINITIVE_START, complement
from summarizer.attribution.syntax.phrase_starts import phrase_starting, source_starting
from summarizer.attribution.syntax.subject_clauses import without_main_verb
from summarizer.attribution.syntax.subjects import governing_subject, subject_before
from summarizer.attribution.syntax.verb_groups import has_finite, has_verb, verb_group_start

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution, Site
    from summarizer.contract.statement import Form

MOST_BEFORE_NOUN = 3  # tokens of a noun phrase that opens a sentence: "The claim by Lund that it fell was late"
LONGEST_INSERTION = 60  # tokens
LONGEST_INTRODUCTION = 12  # tokens between a survey and the comma after which its result begins
NOUN_FORMS: dict[str, Form] = {"that": "clause", "to": "infinitive"}  # else a phrase: "criticism of"

SENTENCE_START = tags.group(tags.COORDINATOR, tags.ADVERB)  # before "according to", where that opens the sentence
BEFORE_ANOTHER = tags.group(tags.COORDINATOR, tags.COLON, tags.SEMICOLON)
INSERTION_START = tags.group(tags.WH_WORD, tags.ING_FORM)
APPOSITION_END = tags.group(tags.COMMA, tags.STOP, tags.WH_WORD)
TAKES_POSSESSIVE = tags.group(tags.PAST, tags.PERHAPS_FINITE, tags.ING_FORM)  # "repeated their claim that"
ENDS_HOW = tags.group(tags.SENTENCE_END, tags.COMMA, tags.COORDINATOR)
EACH = frozenset({"a", "an", "each", "every"})
CALLS = frozenset({"noun_call", "noun_demand"})  # families of cues.toml
CONTESTING = frozenset({"denies", "condemns"})  # stances


def read_according(site: Site) -> Attribution | None:
    """According to X, ...; ..., according to X; and X as the relay of a statement just before."""
    paragraph, left, at = site.paragraph, site.left, site.at
    is_how = paragraph.word_at(site.after) in grammar.SORTED_BY and paragraph.tag_at(site.after + 1) in ENDS_HOW
    if is_how or (site.entry.lemma == "per" and not _is_by_word_of(site)):
        return None  # "sorted according to size"
    source = _according_to(paragraph, site.after, site.right)
    if source is None or _is_inserted(site, source) or _is_relay(site, source):
        return None
    opens = at == left or (at == left + 1 and paragraph.tags[left] in SENTENCE_START)
    # "and according to the guild, it fell", "it is late: according to the guild, it fell" open another statement
    if opens or (paragraph.tags[at - 1] in BEFORE_ANOTHER and paragraph.tag_at(source[1]) == tags.COMMA):
        return _read_according_first(site, source)
    quote = paragraph.quote_at(at - 1)
    past = at - 1 if paragraph.tags[at - 1] == tags.COMMA else at
    first = min(left, quote[0]) if quote else left
    past = max(past, quote[1]) if quote else past
    opened = paragraph.tags.rfind(tags.OPENING_BRACKET, first, past)
    if opened >= 0 and tags.CLOSING_BRACKET not in paragraph.tags[opened:past] and not paragraph.is_quoted(opened):
        first = opened + 1  # "Lund cites a fall (it was 15 percent, according to the guild)"
    for attribution in site.earlier:
        is_said = attribution.is_speech and not is_nothing_said(attribution, site.earlier)
        if attribution.cue[0] >= first and attribution.content[-1][1] >= past - 1 and is_said:
            attribution.relays = (*attribution.relays, source)
            return None
    if past <= first:
        return None
    rest = _continuation(site, source)
    if not rest and paragraph.tags[first] == tags.PREPOSITION and not has_finite(paragraph, first, past):
        # "Of those, according to documents seen by the Herald, nine sank"
        comma = _comma_after(paragraph, source[1], site.right)
        if comma is None or comma + 1 >= site.right:
            return None
        rest = [content_from(paragraph, comma + 1, site.right)]
    return site.attribute([(first, past), *rest], source, "clause", "according-last")


def _is_by_word_of(site: Site) -> bool:
    """Whether "per" names who says so: ", per the guild", "Per NRT, it fell", but not "per head" or "Per Lund"."""
    paragraph, after = site.paragraph, site.after
    is_set_off = site.at == site.left or paragraph.tags[site.at - 1] == tags.COMMA
    is_known = paragraph.tag_at(after) == tags.DETERMINER or (after < site.right and paragraph.words[after].isupper())
    return is_set_off and is_known and paragraph.word_at(after) not in EACH


def _according_to(paragraph: Paragraph, index: int, right: int) -> Range | None:
    """X, in "according to X" and in "according to what was reported by X"."""
    if paragraph.word_at(index) != "what":
        return source_starting(paragraph, index, right)
    by = next((at for at in range(index + 1, min(index + 6, right)) if paragraph.lower[at] == "by"), None)
    return phrase_starting(paragraph, by + 1, right) if by is not None else None


def _continuation(site: Site, source: Range) -> list[Range]:
    """The second half of a clause that "according to X" splits."""
    paragraph, right = site.paragraph, site.right
    comma = past_apposed_name(paragraph, source[1], right)
    is_broken_off = goes_on_after(paragraph, site.left, site.at - 1, comma, right)
    resumed = paragraph.quote_at(comma + 1)
    if resumed and resumed[0] == comma + 1 and paragraph.tag_at(comma) == tags.COMMA:
        is_open = any(paragraph.quote_at(at) for at in (site.at - 1, site.at - 2) if at > site.left)
        # "“It is late,” according to Lund, “and cold.”", "It, according to Lund, “is late”."
        return [resumed] if is_open or is_broken_off or not has_finite(paragraph, site.left, site.at) else []
    if paragraph.tags[site.at - 1] != tags.COMMA or paragraph.tag_at(comma) != tags.COMMA:
        return []
    if _is_apposed(paragraph, comma + 1, right) and not is_broken_off:
        return []
    if rest_after(paragraph, comma, right) != "split" and not is_broken_off:
        return []
    return [content_from(paragraph, comma + 1, right)]


def _read_according_first(site: Site, source: Range) -> Attribution | None:
    paragraph, right = site.paragraph, site.right
    comma = _comma_after(paragraph, source[1], right)
    if comma is None or comma + 1 >= right:
        # a sentence of its own, "According to X.", belongs to the one before it
        before = paragraph.sentence_before(site.left)
        return site.attribute([before], source, "clause", "according-after") if before else None
    content = content_from(paragraph, comma + 1, right)
    return site.attribute([content], source, "clause", "according-first")


def _comma_after(paragraph: Paragraph, index: int, right: int) -> int | None:
    """The comma after which the clause begins: past "who keeps the log," and "citing a neighbour, Dov Pell,"."""
    commas = [
        at
        for at in range(index, min(index + LONGEST_INSERTION, right))
        if paragraph.tags[at] == tags.COMMA and not paragraph.is_quoted(at)
    ]
    is_inserted = False
    for number, comma in enumerate(commas):
        following = paragraph.tags[comma + 1] if comma + 1 < right else ""
        closed = commas[number + 1] if number + 1 < len(commas) else None
        if closed is None:
            return None if following == tags.WH_WORD else comma
        is_inserted = is_inserted or following in INSERTION_START
        is_described = (is_inserted and not has_finite(paragraph, comma, closed)) or _is_who(paragraph, comma, closed)
        if not (following in INSERTION_START or is_described) or not has_finite(paragraph, closed, right):
            return comma
    return None


def _is_who(paragraph: Paragraph, comma: int, closed: int) -> bool:
    """Whether two commas only part a role from a name: "the keeper, Ada Lund,", "Ada Lund, the keeper,"."""
    phrase = phrase_starting(paragraph, comma + 1, closed)
    if phrase is None or phrase[1] != closed:
        return False
    if paragraph.words[comma - 1][0].isupper():
        role = comma + 1 + (paragraph.tags[comma + 1] == tags.DETERMINER)
        is_alone = role == closed - 1 or paragraph.tags[role + 1] == tags.PREPOSITION
        is_apposed = is_alone and paragraph.words[role].islower() and paragraph.lower[role] in HOLDER_NOUNS
    else:
        is_name = all(word[0].isupper() for word in paragraph.words[comma + 1 : closed])
        is_apposed = is_name and paragraph.lower[comma - 1] in HOLDER_NOUNS
    following = paragraph.tags.find(tags.COMMA, closed + 1)
    return is_apposed and has_finite(paragraph, closed + 1, following if following > 0 else len(paragraph.tags))


def _is_apposed(paragraph: Paragraph, index: int, right: int) -> bool:
    """Whether "a charity" or "quoted by the Herald" at a token only says more about the name before it."""
    word = paragraph.word_at(index)
    if word in grammar.RELAYING and paragraph.word_at(index + 1) == "by":
        return True
    phrase = phrase_starting(paragraph, index, right) if word in {"a", "an"} else None
    return phrase is not None and (phrase[1] >= right or paragraph.tags[phrase[1]] in APPOSITION_END)


def _is_inserted(site: Site, source: Range) -> bool:
    """For "The mayor said, according to X, that": X stands between a cue and what is said, and passes it on."""
    for attribution in site.earlier:
        if attribution.is_speech and attribution.cue[1] <= site.at < attribution.content[0][0]:
            attribution.relays = (*attribution.relays, source)
            return True
    return False


def _is_relay(site: Site, source: Range) -> bool:
    """For "...," the group said, according to X, "...": X passes the statement on, and its second half follows."""
    paragraph, last = site.paragraph, site.earlier[-1] if site.earlier else None
    if last is None or not last.is_speech or last.cue[1] > site.at:
        return False
    if skip_adjuncts(paragraph, last.cue[1], site.at) < site.at - 2:
        return False
    last.relays = (*last.relays, source)
    comma, start = source[1], source[1] + 1
    is_quote_next = (
        start < site.right and paragraph.tags[comma] == tags.COMMA and paragraph.tags[start] == tags.QUOTATION_MARK
    )
    if is_quote_next and all(past <= start for _, past in last.content):
        last.content.append(quotation_from(paragraph, start, site.right))
        last.form, last.rule = "quotation", "split"
    return True


def read_relay(site: Site) -> Attribution | None:
    """..., as reported by Y: Y passes the statement just found on, or says so where no other does."""
    paragraph, left, at, earlier = site.paragraph, site.left, site.at, site.earlier
    begin = at
    while begin > left and paragraph.lower[begin - 1] in grammar.AFTER_AS:
        begin -= 1
    is_by = paragraph.word_at(at + 1) == "by"
    if not (is_by or paragraph.word_at(at + 1) in {"in", "on"}) or begin <= left:
        return None
    is_as = paragraph.lower[begin - 1] == "as"
    if not is_as and (paragraph.tags[begin - 1] != tags.COMMA or not is_by):
        return None
    source = phrase_starting(paragraph, at + 2, site.right)
    if source and earlier and earlier[-1].is_speech:
        if is_by:
            earlier[-1].relays = (*earlier[-1].relays, source)
        _cut_content(earlier[-1], begin - 1 if is_as else begin, source[1], site.right)
        return None
    return _read_reported_by(site, source, begin - 1) if source and is_as and is_by else None


def _cut_content(attribution: Attribution, start: int, past: int, right: int) -> None:
    """End what is said before "as reported by Y" at some tokens, where it ends with that or with a date after it."""
    paragraph, (first, end) = attribution.paragraph, attribution.content[-1]
    is_last = first < start < end and skip_adjuncts(paragraph, past, right) >= end - 1
    if is_last and not paragraph.is_quoted(start):
        attribution.content[-1] = (first, start)


def _read_reported_by(site: Site, source: Range, as_: int) -> Attribution | None:
    """As reported by Y, ...; ..., as reported by Y; `as_` is the token of the "as"."""
    paragraph, left, right = site.paragraph, site.left, site.right
    comma = skip_adjuncts(paragraph, source[1], right)
    start = comma + 1
    if as_ == left and paragraph.tag_at(comma) == tags.COMMA and has_verb(paragraph, start, right):
        content = content_from(paragraph, start, right)
        return site.attribute([content], source, "clause", "as-reported")
    if as_ - 1 > left and paragraph.tags[as_ - 1] == tags.COMMA and has_verb(paragraph, left, as_ - 1):
        return site.attribute([(left, as_ - 1)], source, "clause", "as-reported")
    return None


def read_noun(site: Site) -> Attribution | None:
    """His claim that; the ministry's refusal to; a warning from X that; his claim is that."""
    if view := read_view(site):
        return view
    paragraph, right, after = site.paragraph, site.right, site.after
    start = after
    is_set_off = paragraph.tag_at(after) == tags.COMMA and paragraph.word_at(after + 1) in {"from", "by"}
    if is_set_off or paragraph.word_at(after) in {"from", "by"}:
        source = phrase_starting(paragraph, after + 1 + is_set_off, right)
        start = source[1] if source else after
        start += is_set_off and paragraph.tag_at(start) == tags.COMMA  # "a demand, by Lund, that"
    else:
        source = _with_kin(site, possessor(site)) or who_issues(site)
    if source is None or start + 1 >= right:
        return None
    is_loose = paragraph.lower[source[0]] in grammar.POSSESSIVES and site.entry.family in CALLS
    if is_loose and not _is_possessive_of_subject(site, source):
        return None  # "praise of the president and his call for a truce": whose it is, is not clear
    if paragraph.lower[source[0]] in grammar.POSSESSIVES and _is_contested(paragraph, source[0] - 1):
        return None  # "Lund rejected his claim that it was safe": whose it is, is not clear either
    if _is_possessive_of_subject(site, source):
        owner = governing_subject(paragraph, site.left, source[0], [])
        source = owner if owner and _may_own(paragraph, owner, source[0]) else source
    word = paragraph.lower[start]
    if word not in site.entry.frames or (word == "to" and paragraph.tags[start + 1] not in INFINITIVE_START):
        return None
    form = NOUN_FORMS.get(word, "phrase")
    content = content_from(paragraph, start, right, is_phrase=form != "clause")
    opens = source[0] == site.left or (source[0] > site.at and site.at - site.left < MOST_BEFORE_NOUN)
    opens = opens or paragraph.tags[source[0] - 2 : source[0]] == tags.COMMA + tags.COORDINATOR  # ", but Lund's claim"
    if form == "clause" and opens:
        content = without_main_verb(paragraph, content, allowed=1)
    elif form == "infinitive":
        content = _before_next_clause(site, without_main_verb(paragraph, content, allowed=0))
    return site.attribute([content], source, form, "noun-" + word)


def _before_next_clause(site: Site, content: Range) -> Range:
    """What is vowed, without the clause to which it leads: "Despite his vow to save it, | it is lost"."""
    paragraph = site.paragraph
    comma = paragraph.tags.find(tags.COMMA, *content)
    first = site.left + (paragraph.tags[site.left] in SENTENCE_START)  # "So despite", "But despite"
    is_led = paragraph.tags[first] == tags.PREPOSITION and comma > content[0]
    return (content[0], comma) if is_led and paragraph.tag_at(comma + 1) == tags.PRONOUN else content


def _with_kin(site: Site, owner: Range | None) -> Range | None:
    """Whose a noun is, with who stands between: "the victim's family", in a headline's "Victim's family appeal for"."""
    between = site.paragraph.lower[site.at - 1]
    is_kin = owner is not None and owner[1] < site.at and (between in HOUSEHOLDS or is_personal(between))
    return (owner[0], site.at) if owner and is_kin else owner


def _may_own(paragraph: Paragraph, owner: Range, possessive: int) -> bool:
    """Whether a subject may be whom a possessive means: not in "she repeated his claim"."""
    owners = {"she": "her", "he": "his", "they": "their", "it": "its"}
    pronoun = paragraph.lower[owner[0]] if owner[1] - owner[0] == 1 else ""
    return owners.get(pronoun, paragraph.lower[possessive]) == paragraph.lower[possessive]


def _is_contested(paragraph: Paragraph, verb: int) -> bool:
    """Whether a verb denies or condemns what somebody else says: rejected, mocked."""
    entries = load_lexicon().cues.get(paragraph.lower[verb], ()) if verb >= 0 else ()
    return any(entry.kind == "verb" and entry.stance in CONTESTING for entry in entries)


def _is_possessive_of_subject(site: Site, source: Range) -> bool:
    """Whether a possessive is the subject's: the guild, in "the guild repeated its claim"."""
    paragraph, first = site.paragraph, source[0]
    if paragraph.lower[first] not in grammar.POSSESSIVES or first <= site.left:
        return False
    return paragraph.tags[first - 1] in TAKES_POSSESSIVE


def read_hearsay(site: Site) -> Attribution | None:
    """The boat reportedly sank: somebody says so, and nobody is named. The adverb stays in what is said."""
    paragraph, left, right, at = site.paragraph, site.left, site.right, site.at
    following = at + 1
    if following >= right:
        return None  # a headline or a line that breaks off
    if at == left:
        first = following + 1 if paragraph.tag_at(following) == tags.COMMA else following
    else:
        subject = subject_before(paragraph, verb_group_start(paragraph, at, left), left)
        if subject is None or paragraph.tags[subject[1] - 1] == tags.WH_WORD:
            return None  # "Lund, who is supposedly a friend"
        first = subject[0]
    _, end = content_from(paragraph, following, right)
    is_told = (
        at > left and paragraph.tags[following] in tags.PAST_OR_ED_FORM
    )  # "three people reportedly died on Monday"
    if end <= following or not (is_told or has_finite(paragraph, first, end)):
        return None
    return site.attribute([(first, end)], None, "clause", "agentless")


def read_adjective(site: Site) -> Attribution | None:
    """She is confident that."""
    paragraph, left, at = site.paragraph, site.left, site.at
    start = verb_group_start(paragraph, at, left)
    if grammar.BE.isdisjoint(paragraph.lower[start:at]):
        return None
    subject = subject_before(paragraph, start, left)
    if subject is None or paragraph.lower[subject[0]] in {"it", "it's", "there"}:
        return None
    if "quote" in site.entry.frames and not can_speak(paragraph, subject):
        return None  # "the sky was clear: stars stood over the bay"
    if paragraph.tags[subject[0]] == tags.PRONOUN and site.is_nested:
        return None  # "Lund said he was aware of it" is one statement
    found = complement(site)
    if found is None or (found.form == "bare_clause" and found.content[0] > site.after):
        return None  # "alarmed by words about the bill they wrote"
    if found.form == "phrase" and site.entry.lemma == "aware":
        return None  # "she is aware of the danger"
    content = _before_result(paragraph, found.content) if paragraph.lower[at - 1] == "so" else found.content
    return site.attribute([content], subject, found.form, "adjective-" + found.label) if content else None


def _before_result(paragraph: Paragraph, content: Range) -> Range | None:
    """What somebody is so worried about, without what follows of that: "so worried that it will rain | that they left".

    Where there is only one "that", it tells what follows: "so sure that she left".
    """
    first, past = content
    that = next((at for at in range(first + 2, past) if paragraph.lower[at] == "that"), None)
    if paragraph.lower[first] != "that":
        return content
    return (first, that) if that is not None and has_finite(paragraph, first, that) else None


def read_survey(site: Site) -> Attribution | None:
    """In a survey, ...: the survey is the source of the clause after it, and the cue is the "in"."""
    paragraph, right = site.paragraph, site.right
    survey = phrase_starting(paragraph, site.after, right) if site.after + 2 < right else None
    if survey is None or grammar.SURVEYS.isdisjoint(paragraph.lower[survey[0] : survey[1]]):
        return None
    comma = paragraph.tags.find(tags.COMMA, survey[1], min(survey[1] + LONGEST_INTRODUCTION, right))
    if comma > 0 and paragraph.tag_at(comma + 1) == tags.ED_FORM:
        comma = paragraph.tags.find(tags.COMMA, comma + 2, right)  # "In a poll, conducted in May, Poe led"
    if comma < 0 or not has_finite(paragraph, comma, right) or _only_asks(paragraph, comma + 1, right):
        return None
    return site.attribute([(comma + 1, right)], survey, "clause", "survey")


def _only_asks(paragraph: Paragraph, first: int, right: int) -> bool:
    """Whether a survey has no result there: "In a survey, voters were asked nine questions"."""
    asked = next((at for at in range(first + 1, right) if paragraph.lower[at] in grammar.PUT_TO), first)
    return paragraph.lower[asked - 1] in grammar.BE and not has_finite(paragraph, first, asked - 1)
