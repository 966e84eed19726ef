"""The rules for participles: "…, saying that", "a report saying that", "is calling for", "After saying it, he left"."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.rules.described_nouns import LONGEST_DESCRIPTION, described_noun
from summarizer.attribution.rules.said_after import with_complement
from summarizer.attribution.rules.speakers import can_speak, is_only_a_figure
from summarizer.attribution.sources.vocabulary import ROLE_NOUNS
from summarizer.attribution.syntax.complements import complement
from summarizer.attribution.syntax.noun_phrases import phrase_ending
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.subject_clauses import without_main_verb
from summarizer.attribution.syntax.subjects import governing_subject, subject_before
from summarizer.attribution.syntax.verb_groups import (
    POSSESSIVE,
    has_finite,
    is_finite,
    is_time,
    verb_group_start,
)

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution, Site

# Families of cues.toml of verbs of wishing and thinking.
WISHING = frozenset({"hope", "plan", "want", "think", "feel"})
MOST_BEFORE_THAT = 5  # tokens
PURPOSES = frozenset({"hope", "plan", "want"})  # "raised the gate, hoping to drain it"
PASSING_ON = frozenset({"as-reported", "according-first"})  # rules whose source only passes on what follows
CONTRACTED_BE = ("'s", "’s", "'re", "’re", "'m", "’m")
ISSUED = frozenset({"release", "tweet", "post", "note", "email"})  # nouns that are verbs as well
CLAUSES = frozenset({"clause", "bare_clause"})
CHARGING = frozenset({"condemns", "accuses", "supports"})  # stances
MOST_WORDS_OF_PUNISHED = 20  # tokens from "hold" to "for", in "hold Lund, a clerk, in contempt for saying"
MOST_WORDS_OF_CHARGED = 8  # tokens from "rail" to "for", in "to rail against her rivals for saying"
NOUN_OR_OBJECT = tags.group(tags.NOUN, tags.OBJECT_PRONOUN)
BEFORE_BASE_AS_NOUN = tags.group(tags.DETERMINER, tags.NOUN, tags.ADJECTIVE, tags.BASE_FORM)
AFTER_CLAUSE = tags.group(tags.COMMA, tags.STOP)
BEFORE_FRONTED = tags.group(tags.PREPOSITION, tags.SUBORDINATOR, tags.ADVERB)
BEFORE_LOOSE_PARTICIPLE = tags.group(
    tags.COMMA, tags.QUOTATION_MARK, tags.STOP, tags.ADVERB, tags.COORDINATOR, tags.DASH
)


def read_participle(site: Site) -> Attribution | None:
    """..., saying that; a report saying that; she is calling for."""
    paragraph, at, left = site.paragraph, site.at, site.left
    if paragraph.tags[at] == tags.PREPOSITION or _is_noun(paragraph, at, left) or _tells_who(site):
        return None  # "talks regarding the mill", "a German warning about the flood"
    last = at - 1
    while last > left and paragraph.tags[last] == tags.ADVERB:
        last -= 1
    before = _tag_before(paragraph, last, left)
    if last < at - 1 and before not in NOUN_OR_OBJECT:
        before = tags.ADVERB
    if before == tags.PREPOSITION and _is_unsaid(site, last):
        return None
    subject = _several_with(site, last) or participle_subject(site, before, last)
    if subject is None:
        return _read_fronted(site, before)
    if site.entry.family in WISHING and (before in NOUN_OR_OBJECT or before == tags.ADVERB):
        return None  # "people hoping to beat the crowds"
    is_with = paragraph.lower[subject[0] - 1] == "with"
    if before == tags.NOUN and site.entry.family == "show" and not is_with:
        return None  # "pictures showing a crack": nobody says so, but "with polls showing a lead" they do
    is_inner = before == tags.NOUN or _is_inserted(paragraph, subject, last, before)
    attribution = with_complement(site, subject, "participle-", is_inner=is_inner)
    is_accusing = site.entry.family == "accuse" and before == tags.NOUN  # "critics accusing him of theft"
    if (
        attribution is None
        or paragraph.lower[subject[0] - 1] == "without"
        or (attribution.form == "noun_phrase" and not is_accusing and _is_loose(site, subject, before))
    ):
        return None
    is_purpose = attribution.form == "infinitive" and site.entry.family in PURPOSES and before == tags.COMMA
    if is_purpose or _is_no_statement(site, subject, attribution, before):
        return None
    attribution.content[0] = _without_main_verb(attribution, before, site.left)
    attribution.is_participle = True
    return attribution


def _tag_before(paragraph: Paragraph, last: int, left: int) -> str:
    """The tag of the token before a participle, a noun for "a press release saying"."""
    if last < left:
        return tags.STOP
    is_noun = paragraph.tags[last] == tags.BASE_FORM and paragraph.lower[last] in ISSUED and last > left
    return tags.NOUN if is_noun and paragraph.tags[last - 1] in BEFORE_BASE_AS_NOUN else paragraph.tags[last]


def _is_no_statement(site: Site, subject: Range, attribution: Attribution, before: str) -> bool:
    """Whether a participle goes on with what another says, tells of a deed, or is no participle."""
    if attribution.form in {"noun_phrase", "phrase"}:
        return _is_of_content(site, subject) or _is_own_deed(site, subject)
    return _holds_main_verb(site, subject, attribution, before)


def _holds_main_verb(site: Site, subject: Range, attribution: Attribution, before: str) -> bool:
    """Whether a content takes the verb of the sentence that its source opens: "One harbour reporting station fell"."""
    if before != tags.NOUN or attribution.form != "bare_clause" or subject[0] != site.left:
        return False
    after = site.paragraph.tag_at(attribution.content[0][1])
    return tags.COMMA not in site.paragraph.tags[site.left : site.at] and after in AFTER_CLAUSE


def _tells_who(site: Site) -> bool:
    """Whether somebody only claims to be who speaks then: "a man claiming to be the owner said"."""
    is_named = site.paragraph.lower[site.after : site.after + 2] == ["to", "be"]
    return is_named and tags.PAST in site.paragraph.tags[site.after : site.right]


def _is_noun(paragraph: Paragraph, at: int, left: int) -> bool:
    """Whether a word in -ing is a noun: "a German warning", beside "a sailor warning of", or part of what one is."""
    is_nation = at - 2 >= left and paragraph.words[at - 1][0].isupper()
    if paragraph.lower[at] == "warning" and at - 2 >= left and paragraph.lower[at - 2] in grammar.INDEFINITE_ARTICLES:
        is_speaking = can_speak(paragraph, (at - 1, at), or_read=True) or paragraph.lower[at - 1] in grammar.DOCUMENTS
        return is_nation or not is_speaking  # "a tough warning", not "a sailor warning", "a statement warning"
    is_verb = paragraph.tag_at(at - 1) in tags.HELPING
    is_verb = is_verb or (paragraph.tag_at(at - 1) == tags.COMMA and paragraph.word_at(at + 1) == "that")
    is_ruling = paragraph.lower[at] == "ruling" and not is_verb
    if at > left and (paragraph.lower[at - 1] == "worth" or is_ruling):
        return True  # "it is worth noting that", "in the wake of the court ruling: it will rain"
    return _is_of_role(paragraph, at, left) or _is_owned(paragraph, at, left)


def _is_of_role(paragraph: Paragraph, at: int, left: int) -> bool:
    """Whether a word in -ing is part of what somebody is called: "a creative writing professor"."""
    is_before_role = paragraph.word_at(at + 1) in ROLE_NOUNS
    return is_before_role and at - 2 >= left and paragraph.tags[at - 2] == tags.DETERMINER


def _is_owned(paragraph: Paragraph, at: int, left: int) -> bool:
    """Whether a word in -ing is a noun with an adjective, and somebody's: "his stern warning that"."""
    owner = at - 2
    if owner < left or not any(entry.kind == "noun" for entry in load_lexicon().cues[paragraph.lower[at]]):
        return False
    is_owner = paragraph.lower[owner] in grammar.POSSESSIVES or paragraph.lower[owner].endswith(POSSESSIVE)
    return is_owner and not can_speak(paragraph, (at - 1, at))


def _several_with(site: Site, last: int) -> Range | None:
    """For "with another saying it was late": another."""
    lower = site.paragraph.lower
    is_several = last > site.left and lower[last] in grammar.QUANTIFIERS and lower[last - 1] == "with"
    return (last, last + 1) if is_several else None


def _without_main_verb(attribution: Attribution, before: str, left: int) -> Range:
    """What is said without the verb of the sentence: the share of farmers saying “it is late” | fell to a third."""
    paragraph, content = attribution.paragraph, attribution.content[0]
    opens = before == tags.NOUN and attribution.mention is not None and attribution.mention[0] == left
    if opens and attribution.form in CLAUSES:
        return without_main_verb(paragraph, content, allowed=1)
    if attribution.form in {"noun_phrase", "phrase"} and before == tags.NOUN and attribution.mention is not None:
        return _before_copula(paragraph, content, attribution.mention[0])
    quote = paragraph.quote_at(content[0]) if attribution.form == "quotation" and before == tags.NOUN else None
    if quote is None or quote[1] >= content[1]:
        return content
    return quote if paragraph.tags[quote[1]] in tags.FINITE | tags.PAST_OR_ED_FORM else content


def _before_copula(paragraph: Paragraph, content: Range, subject: int) -> Range:
    """What a gerund that is itself a subject says: "Lund calling them thieves | is odd"."""
    first, past = content
    if subject != paragraph.sentence_at(first)[0]:
        return content
    verb = next((at for at in range(first + 1, past) if paragraph.lower[at] in grammar.BE), past)
    is_own = tags.CLAUSE_START.isdisjoint(paragraph.tags[first:verb]) and not paragraph.is_quoted(min(verb, past - 1))
    return (first, verb) if is_own else content


def participle_subject(site: Site, before: str, last: int) -> Range | None:
    """Who says what a participle introduces; `before` is the tag of the token `last` that stands before it."""
    if site.paragraph.tag_at(last) == tags.PRONOUN and site.paragraph.lower[last].endswith(CONTRACTED_BE):
        return (last, last + 1)  # "he's praising"
    paragraph, left, at = site.paragraph, site.left, site.at
    start = verb_group_start(paragraph, at, left)
    if not grammar.BE.isdisjoint(paragraph.lower[start:at]):
        return subject_before(paragraph, start, left)
    if before in BEFORE_LOOSE_PARTICIPLE:
        behind = _named_behind_cue(site)
        if behind is not None:
            return behind
        previous = _said_last(site)
        if previous and previous.mention and previous.content[-1][1] in {at - 1, at}:
            return _subject_of_passed_on(site, previous) if previous.rule in PASSING_ON else previous.mention
        if before == tags.COORDINATOR and _describes_noun(paragraph, last, left):
            return None
        return _who_governs(site)
    if before in NOUN_OR_OBJECT:
        return described_noun(site, last)
    if before != tags.PREPOSITION:
        return None
    return _subject_of_aside(paragraph, last, left) or governing_subject(paragraph, left, at, site.said)


def _who_governs(site: Site) -> Range | None:
    """Who acts in the clause that a loose participle goes on with, or in its aside: "Prices fell after Lund sold"."""
    paragraph, at = site.paragraph, site.at
    subject = governing_subject(paragraph, site.left, at, site.said)
    if subject is None:
        return _opening_subject(site)
    if not is_only_a_figure(paragraph, subject):
        return subject
    inner = governing_subject(paragraph, subject[1], at, site.said)
    return inner if inner and can_speak(paragraph, inner) else None


def _opening_subject(site: Site) -> Range | None:
    """Who opens the sentence, and has its verb only behind an aside: "Lund, later alleging that it was late, left"."""
    paragraph, left, at = site.paragraph, site.left, site.at
    comma = paragraph.tags.find(tags.COMMA, left, at)
    opening = phrase_starting(paragraph, left, comma) if comma > left else None
    if opening is None or opening[1] != comma or not _opens_aside(paragraph, opening, at - 1):
        return None
    if "that" not in paragraph.lower[site.after : site.after + MOST_BEFORE_THAT]:
        return None  # "The Herald, citing letters, wrote that"
    return opening if can_speak(paragraph, opening) else None


def _opens_aside(paragraph: Paragraph, subject: Range, last: int) -> bool:
    """Whether only a comma, with adverbs, stands between a subject and a participle behind the token `last`."""
    comma = subject[1]
    is_comma = comma <= last and paragraph.tags[comma] == tags.COMMA
    return is_comma and not paragraph.tags[comma + 1 : last + 1].strip(tags.ADVERB)


def _subject_of_aside(paragraph: Paragraph, preposition: int, left: int) -> Range | None:
    """The subject right before an aside, which opens the sentence: Lund, in "Lund, by saying it was late, won"."""
    comma = preposition - 1
    if comma <= left or paragraph.tags[comma] != tags.COMMA or has_finite(paragraph, left, comma):
        return None
    subject = phrase_ending(paragraph, comma - 1, left)
    return subject if subject and subject[0] == left and not is_time(paragraph, left) else None


def _named_behind_cue(site: Site) -> Range | None:
    """Who was named behind the cue before: Poe, in "“It is late,” said Poe, who runs the mill, adding that"."""
    last = site.earlier[-1] if site.earlier else None
    if last is None or last.mention is None or last.cue_paragraph is not None or last.mention[0] < last.cue[1]:
        return None
    past = last.mention[1]
    tells_who = site.paragraph.tags[past : past + 2] == tags.COMMA + tags.WH_WORD
    is_near = past <= site.at - 1 and (tells_who or not has_finite(site.paragraph, past, site.at))
    return last.mention if is_near else None


def _said_last(site: Site) -> Attribution | None:
    """What was said last, and by whom: Lund, in "Lund dismissed Pell's claim that it was late, saying"."""
    if not site.earlier:
        return None
    last = site.earlier[-1]
    ends_alike = (one for one in site.earlier if one.content[-1][1] == last.content[-1][1])
    return next((one for one in ends_alike if one.entry.kind != "noun" and one.mention), last)


def _subject_of_passed_on(site: Site, passed_on: Attribution) -> Range | None:
    """Who acts in what is only passed on: the historians, in "As X reported, historians yawned, noting that"."""
    start = passed_on.content[0][0]
    subject = governing_subject(site.paragraph, start, site.at, [])
    is_within = subject is not None and start <= subject[0] and site.paragraph.tags[subject[0]] != tags.PRONOUN
    return subject if subject and is_within and can_speak(site.paragraph, subject) else None


def _describes_noun(paragraph: Paragraph, coordinator: int, left: int) -> bool:
    """Whether the participle before an "and" goes with the noun before that: "stickers supporting Lund and mocking"."""
    for at in range(coordinator - 1, max(left, coordinator - LONGEST_DESCRIPTION), -1):
        if paragraph.tags[at] == tags.ING_FORM:
            is_gerund = paragraph.tags[at - 1] == tags.PREPOSITION  # "a chance of beating Lund and denying her a win"
            return is_gerund or (paragraph.tags[at - 1] == tags.NOUN and paragraph.words[at - 1].islower())
        if paragraph.tags[at] in tags.CLAUSE_BREAK or is_finite(paragraph, at):
            return False
    return False


def _read_fronted(site: Site, before: str) -> Attribution | None:
    """After saying that it rained, Lund left: the subject follows."""
    paragraph, at, right = site.paragraph, site.at, site.right
    if at - site.left > 2:
        return None
    if at > site.left and (before not in BEFORE_FRONTED or paragraph.lower[at - 1] == "without"):
        return None
    found = complement(site, is_inner=True)
    is_supposed = site.at == site.left and paragraph.lower[at] in grammar.SUPPOSED  # "Assuming that it rains, they"
    if is_supposed or found is None or found.form in {"noun_phrase", "phrase"} or site.entry.lemma in grammar.ANSWERING:
        return None  # "After questioning the crew, they found the leak"; "Responding to the claim that it fell, he"
    if found.form == "bare_clause" and not _has_verb_before_comma(paragraph, found.content):
        return None  # "Seeing the gap between the plans, Lund's circle believes that it can set the terms"
    comma = found.content[1]
    if comma + 1 >= right or paragraph.tags[comma] != tags.COMMA:
        return None
    source = phrase_starting(paragraph, comma + 1, right)
    return site.attribute([found.content], source, found.form, "fronted-" + found.label) if source else None


def _has_verb_before_comma(paragraph: Paragraph, content: Range) -> bool:
    comma = paragraph.tags.find(tags.COMMA, *content)
    return has_finite(paragraph, content[0], comma if comma >= 0 else content[1])


def _is_of_content(site: Site, subject: Range) -> bool:
    """Whether a participle may go on with what somebody said before it: "it had masks, Lund stated, listing prices"."""
    last = site.earlier[-1] if site.earlier else None
    if last is None or last.mention is None or last.cue[1] > site.at:
        return False
    return last.content[0][0] < last.cue[0] and subject != last.mention


def _is_own_deed(site: Site, subject: Range) -> bool:
    """Whether somebody says that he is doing it: "Lund said he was calling for a vote" is one statement."""
    paragraph, at = site.paragraph, site.at
    is_tense = not grammar.BE.isdisjoint(paragraph.lower[verb_group_start(paragraph, at, site.left) : at])
    return is_tense and site.is_nested and paragraph.tags[subject[0]] == tags.PRONOUN


def _is_inserted(paragraph: Paragraph, subject: Range, last: int, before: str) -> bool:
    """Whether the sentence's verb comes later: "Lund, who won by saying so, left", "Lund, by saying so, won"."""
    if paragraph.tags[subject[1] - 1] == tags.WH_WORD or _opens_aside(paragraph, subject, last):
        return True
    return before == tags.PREPOSITION and subject[1] == last - 1 and paragraph.tags[subject[1]] == tags.COMMA


def _is_unsaid(site: Site, preposition: int) -> bool:
    """Whether nothing is said yet: "blamed Lund for wanting to sell", "keen on saying that", "good at telling"."""
    word, before = site.paragraph.lower[preposition], site.paragraph.lower[preposition - 1]
    if word in {"for", "of"}:
        return _is_charged(site, preposition)
    return (word in {"on", "at"} and before in grammar.KEEN) or (word == "in" and before in grammar.HAVING_PART)


def _is_charged(site: Site, preposition: int) -> bool:
    """Whether the cue stands in what somebody is blamed or praised for, or is to do something for."""
    if site.paragraph.tags[preposition - 2 : preposition] == tags.TO + tags.BASE_FORM:
        return True  # "called on Lund to resign for saying that"
    if any(one.holds(site.at) and one.entry.stance in CHARGING for one in site.earlier):
        return True
    punished = site.paragraph.lower[max(site.left, preposition - MOST_WORDS_OF_PUNISHED) : preposition - 1]
    if not grammar.PUNISHING.isdisjoint(punished) and grammar.BE.isdisjoint(punished):
        return True  # "the firm sacked Lund for saying", beside "Lund was sacked for saying"
    near = site.paragraph.lower[max(site.left, preposition - MOST_WORDS_OF_CHARGED) : preposition - 1]
    entries = chain.from_iterable(load_lexicon().cues.get(word, ()) for word in near)
    return any(entry.kind == "verb" and entry.stance in CHARGING for entry in entries)  # "rail at the guild for saying"


def _is_loose(site: Site, subject: Range, before: str) -> bool:
    """Whether a participle only describes the noun before it (a group opposing the tax), or what is spoken of."""
    lower = site.paragraph.lower
    if before == tags.PREPOSITION:
        return True
    if before not in NOUN_OR_OBJECT or lower[subject[0] - 1] == "with":
        return False
    return lower[subject[1] - 1] not in grammar.DOCUMENTS
