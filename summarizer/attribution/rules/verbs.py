"""The rules for verbs: each looks at one verb of the lexicon and gives the statement that it makes, or None."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.content_first import after_cue, read_after_content, read_inverted
from summarizer.attribution.rules.objects import is_speechless, may_take_phrase
from summarizer.attribution.rules.passives import read_asked_by, read_passive, read_second_passive
from summarizer.attribution.rules.second_half import goes_on_after
from summarizer.attribution.rules.second_hand import read_quoted_as
from summarizer.attribution.rules.speakers import can_speak
from summarizer.attribution.syntax.clauses import content_from, judged_at, quotation_from
from summarizer.attribution.syntax.complements import complement
from summarizer.attribution.syntax.noun_phrases import phrase_ending, phrase_starting
from summarizer.attribution.syntax.subjects import first_subject, governing_subject, subject_before, whole_list
from summarizer.attribution.syntax.verb_groups import (
    has_finite,
    has_verb,
    is_cue_verb,
    is_cue_word,
    is_finite,
    verb_group_start,
)

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution, Site

# Families of cues.toml: of verbs that only a person says of himself, and of verbs of thinking.
WEAK = frozenset({"want", "plan", "expect", "consider", "support_openly", "oppose_openly"})
WISHING = frozenset({"hope", "plan", "want", "think", "feel"})
MENTAL = frozenset({"think", "feel", "know", "realize", "fear", "hope"})

PASSING_ON = frozenset({"as-reported", "according-first"})  # rules whose source only passes on what follows

LONGEST_TIME = 5  # tokens, a full stop included
LONGEST_DESCRIPTION = 7  # tokens of a participle with its object

NOUN_OR_OBJECT = tags.group(tags.NOUN, tags.OBJECT_PRONOUN)
WITHIN_RELATIVE = tags.group(tags.NOUN, tags.WH_WORD)
BEFORE_FRONTED = tags.group(tags.PREPOSITION, tags.SUBORDINATOR, tags.ADVERB)
BEFORE_LOOSE_PARTICIPLE = tags.group(tags.COMMA, tags.QUOTATION_MARK, tags.STOP, tags.ADVERB, tags.COORDINATOR)


def read_verb(site: Site) -> Attribution | None:
    """A verb of saying or thinking: its subject is the source."""
    paragraph, at = site.paragraph, site.at
    if site.entry.lemma in grammar.QUOTING and (quoted := _read_quoted(site)):
        return quoted
    if site.entry.inflection == "ing":
        return read_participle(site)
    start = verb_group_start(paragraph, at, site.left)
    if not is_cue_verb(site, start):
        return read_asked_by(site) or read_second_passive(site)
    if site.entry.inflection in {"past", "participle"} and not grammar.BE.isdisjoint(paragraph.lower[start:at]):
        return read_passive(site, start)
    return read_active(site, start)


def _read_quoted(site: Site) -> Attribution | None:
    """A verb of quoting, whose source is whoever is quoted."""
    paragraph, left, at = site.paragraph, site.left, site.at
    if site.entry.inflection == "ing":
        before = paragraph.tags[at - 1] if at > left else tags.STOP
        return read_quoted_as(site, _participle_subject(site, before, at - 1), is_passive=False)
    start = verb_group_start(paragraph, at, left)
    is_passive = not grammar.BE.isdisjoint(paragraph.lower[start:at])
    return read_quoted_as(site, subject_before(paragraph, start, left), is_passive=is_passive)


def read_active(site: Site, start: int) -> Attribution | None:
    """A verb in the active, whose group begins at `start`."""
    paragraph, left, at = site.paragraph, site.left, site.at
    start, goes_on = _past_continuing(site, start)
    is_infinitive = not goes_on and tags.TO in paragraph.tags[start:at]
    shares_subject = start > left and (is_infinitive or paragraph.tags[start - 1] == tags.COORDINATOR)
    if not site.entry.frames.isdisjoint({"inverted", "after-quote"}) and (inverted := read_inverted(site)):
        return inverted
    if is_infinitive and (causer := _causer(site, start)):
        return _with_complement(site, causer, "causative-")
    if shares_subject:
        subject = _described_before(site, start) or governing_subject(paragraph, left, start + is_infinitive, site.said)
        if subject is None and not is_infinitive and site.earlier and site.earlier[-1].content[-1][1] == start - 1:
            subject = site.earlier[-1].mention  # "confirmed that it rained but said": whoever confirmed
        return read_shared_subject(site, subject, is_infinitive=is_infinitive) if subject else None
    subject = subject_before(paragraph, start, left) or first_subject(paragraph, start, left)
    if subject is None or paragraph.lower[subject[0]] in grammar.NOBODY:
        return None
    return read_own_subject(site, whole_list(paragraph, subject, left))


def _past_continuing(site: Site, start: int) -> tuple[int, bool]:
    """Where the group begins of "continued to allege", "went so far as to say", of which the cue's own is `start`.

    Also whether one of them stands there: what follows is said.
    """
    paragraph, left = site.paragraph, site.left
    if start == left or paragraph.tags[start] != tags.TO:
        return start, False
    verb = start - 4 if start - 4 > left and paragraph.lower[start - 3 : start] == ["so", "far", "as"] else start - 1
    while verb > left and paragraph.tags[verb] == tags.ADVERB:
        verb -= 1  # "went on to"
    if paragraph.lower[verb] not in grammar.CONTINUING:
        return start, False
    return verb_group_start(paragraph, verb, left), True


def _described_before(site: Site, coordinator: int) -> Range | None:
    """For "drew scorn from farmers, who called it late and vowed to sue": the farmers, who have said so far."""
    last = site.earlier[-1] if site.earlier else None
    if last is None or last.mention is None or last.content[-1][1] != coordinator - 1:
        return None
    paragraph, (first, past) = site.paragraph, last.mention
    is_relative = paragraph.tags[past - 1] == tags.WH_WORD
    is_object = not tags.PAST_OR_ED_FORM.isdisjoint(paragraph.tags[site.left : first])
    return last.mention if is_relative and is_object else None


def _causer(site: Site, start: int) -> Range | None:
    """For "the raid led the ministry to call for": the ministry."""
    paragraph = site.paragraph
    to = paragraph.tags.index(tags.TO, start, site.at)
    phrase = phrase_ending(paragraph, to - 1, site.left) if to > site.left else None
    if phrase is None or phrase[0] <= site.left:
        return None
    return phrase if paragraph.lower[phrase[0] - 1] in grammar.CAUSATIVES else None


def read_as_reported(site: Site, subject: Range) -> Attribution | None:
    """As the Herald reported, ...; ..., as the Herald reported."""
    if site.entry.following == ("on",) and not can_speak(site.paragraph, subject, or_read=True):
        return None  # "As the day went on, ..."
    paragraph, left, right = site.paragraph, site.left, site.right
    after = after_cue(site)
    start = after + 1
    if start < right and paragraph.tags[after] == tags.COMMA:
        if paragraph.tags[start] == tags.QUOTATION_MARK:
            return site.attribute([quotation_from(paragraph, start, right)], subject, "quotation", "as-reported")
        if has_finite(paragraph, start, right):
            return site.attribute([content_from(paragraph, start, right)], subject, "clause", "as-reported")
    comma = subject[0] - 2
    if comma > left and goes_on_after(paragraph, left, comma, after, right):
        ranges = [(left, comma), content_from(paragraph, start, right)]
        return site.attribute(ranges, subject, "clause", "as-reported")
    is_last = after >= right or paragraph.tags[after] in (tags.STOP, tags.COMMA)
    if is_last and comma > left and paragraph.tags[comma] == tags.COMMA and has_verb(paragraph, left, comma):
        return site.attribute([(left, comma)], subject, "clause", "as-reported")
    return None


def read_own_subject(site: Site, subject: Range) -> Attribution | None:
    """A verb whose subject stands before it: Smith said that; Smith, who said that; "...," Smith said."""
    paragraph, frames = site.paragraph, site.entry.frames
    first, past = subject
    is_relative = paragraph.tags[past - 1] == tags.WH_WORD
    is_pronoun = paragraph.tags[first] == tags.PRONOUN
    if site.entry.stance in {"denies", "condemns"} and (judged := _read_judged(site, subject)):
        return judged
    may_follow = not frames.isdisjoint({"before", "quote", "after-quote"})
    if may_follow and not is_relative and (attribution := read_after_content(site, subject)):
        return attribution
    if _leaves_gap(site, subject):
        return read_gap(site, subject)
    word_before = paragraph.lower[first - 1] if first > site.left else ""
    if may_follow and word_before == "as" and (attribution := read_as_reported(site, subject)):
        return attribution
    is_reduced = is_pronoun and word_before != "" and paragraph.tags[first - 1] in WITHIN_RELATIVE
    if site.entry.family in WEAK and (is_relative or site.is_nested or is_reduced):
        return None  # "the things he wants to do", "whom they would like to see"
    if site.entry.family in MENTAL and site.is_nested and (is_pronoun or is_unasserted(site)):
        return None  # "Lund said she thought it was late" is one statement
    if site.is_nested and not is_relative and is_denied(site):
        return None  # "denied that he ever called her a thief": nobody says that he called her one
    is_inner = is_relative or word_before in grammar.SUBORDINATORS
    attribution = _with_complement(site, subject, "relative-" if is_relative else "", is_inner=is_inner)
    if attribution and attribution.form == "noun_phrase" and not is_relative and is_pronoun and site.is_nested:
        return None  # "Lund said she could not comment on the letter" is one statement too
    return attribution


def _read_judged(site: Site, subject: Range) -> Attribution | None:
    """For "Lund said it was safe, a claim that the guild has denied": the guild denies that it was safe."""
    paragraph, (first, past) = site.paragraph, subject
    if not site.earlier:
        return None
    mark = site.earlier[-1].content[-1][1]
    said = min(first for one in site.earlier for first, end in one.content[-1:] if end == mark)
    start = mark
    while start < first and paragraph.tags[start] in (tags.COMMA, tags.DASH):
        start += 1
    if start == mark or not judged_at(paragraph, start, site.right):
        return None
    noun = start + (paragraph.lower[start] in grammar.INDEFINITE_ARTICLES)
    reasons = [at + 1 for at in range(said, mark) if paragraph.lower[at] == "because"]
    return site.attribute([(reasons[-1] if reasons else said, mark)], (max(first, noun + 1), past), "clause", "judged")


def is_denied(site: Site) -> bool:
    """Whether the cue stands in what somebody denies."""
    return any(attribution.holds(site.at) and attribution.entry.stance == "denies" for attribution in site.earlier)


def is_unasserted(site: Site) -> bool:
    """Whether the cue stands in what somebody denies or refuses to say: denied that the council had known."""
    return any(
        attribution.holds(site.at)
        and (attribution.entry.stance == "denies" or attribution.entry.lemma in {"refuse", "decline"})
        for attribution in site.earlier
    )


def read_shared_subject(site: Site, subject: Range, *, is_infinitive: bool) -> Attribution | None:
    """A verb that shares the subject of the one before: ... and said that; ... refused to say whether."""
    frames = site.entry.frames
    if not is_infinitive:
        return _with_complement(site, subject, "")
    takes_clause = not frames.isdisjoint({"that", "quote"})
    if not takes_clause and not frames.isdisjoint({"np", "np-to", "np-as", "to"}):
        return None
    if is_unasserted(site):
        return None
    attribution = _with_complement(site, subject, "infinitive-")
    # "to promise better schools": what somebody is to say in other words than his own is mostly no statement
    if attribution is None or attribution.form in {"noun_phrase", "bare_clause", "infinitive"}:
        return None
    return None if attribution.form == "question" and "addressee" not in frames else attribution


def _with_complement(site: Site, subject: Range, prefix: str, *, is_inner: bool = False) -> Attribution | None:
    """The statement of a verb with its subject and what stands after it; `prefix` is of the label."""
    paragraph, entry = site.paragraph, site.entry
    if entry.lemma == "read" and paragraph.word_at(site.after) in {"out", "aloud"}:
        return None  # a statement read out by somebody
    said_by = paragraph.lower[subject[0] : subject[1]]
    if entry.family == "show" and not grammar.PICTURES.isdisjoint(said_by):
        return None
    if not entry.not_sources.isdisjoint(said_by) or is_speechless(paragraph, subject):
        return None
    found = complement(site, is_inner=is_inner)
    before = paragraph.lower[subject[0] - 1] if subject[0] > site.left else ""
    if found and found.form == "bare_clause" and before == "what":
        return None  # "less than half of what farmers say they need"
    if found and (_repeats(paragraph, found.content) or _is_when(paragraph, found.content)):
        return None  # "half said so in May", "a third say the same of her", "the hall he proposed two months ago"
    if found and found.form == "bare_clause" and _is_cue_of_subject(site, found.content[0]):
        return None  # "sailors writing in the Herald found that": what they found is said
    is_pointer = subject[1] - subject[0] == 1 and paragraph.lower[subject[0]] in grammar.POINTERS
    if found and is_pointer and entry.lemma in grammar.POINTING_VERBS and found.form == "noun_phrase":
        return None  # "It signals the start of a long fight"
    if found is None or (found.form == "noun_phrase" and not may_take_phrase(site, subject, found.content)):
        return None
    return site.attribute([found.content], subject, found.form, prefix + found.label)


def _is_cue_of_subject(site: Site, first: int) -> bool:
    """Whether a content begins with another cue, of which the subject is that of a participle."""
    is_past = site.paragraph.tags[first] in tags.PAST_OR_ED_FORM
    return site.entry.inflection == "ing" and first > site.after and is_past and is_cue_word(site.paragraph, first)


def _leaves_gap(site: Site, subject: Range) -> bool:
    """Whether the verb stands inside its own content: "a step which he said was late", "whom she described as"."""
    paragraph, after = site.paragraph, site.after
    if after >= site.right or subject[0] <= site.left:
        return False
    if paragraph.tags[after] in tags.FINITE and not site.entry.frames.isdisjoint({"zero", "that"}):
        return True
    if paragraph.lower[after] != "as":
        return False
    return paragraph.tags[subject[0] - 1] == tags.WH_WORD or _reduced_head(site, subject) is not None


def _reduced_head(site: Site, subject: Range) -> Range | None:
    """For "a step the ministry described as late": a step."""
    paragraph, first = site.paragraph, subject[0]
    if paragraph.tags[first - 1] != tags.NOUN or paragraph.lower[first] not in grammar.ARTICLES:
        return None
    head = phrase_ending(paragraph, first - 1, site.left)
    return head if head and paragraph.lower[head[0]] in grammar.ARTICLES else None


def read_gap(site: Site, subject: Range) -> Attribution:
    """..., which he said was: the relative pronoun and what follows the cue."""
    paragraph, after = site.paragraph, site.after
    ranges = [content_from(paragraph, after, site.right, is_inner=True)]
    relative = subject[0] - 1
    if paragraph.lower[relative] in grammar.OF_THINGS and ranges[0][1] > ranges[0][0]:
        return site.attribute(ranges, subject, "noun_phrase", "gap")  # is told as "she called it a mess"
    if paragraph.tags[relative] in tags.CLAUSE_START:
        ranges.insert(0, (relative, subject[0]))
    elif head := _reduced_head(site, subject):
        ranges.insert(0, head)
    return site.attribute(ranges, subject, "clause", "gap")


def read_participle(site: Site) -> Attribution | None:
    """..., saying that; a report saying that; she is calling for."""
    paragraph, at, left = site.paragraph, site.at, site.left
    if paragraph.tags[at] == tags.PREPOSITION:
        return None  # "talks regarding the mill"
    last = at - 1
    while last > left and paragraph.tags[last] == tags.ADVERB:
        last -= 1
    before = paragraph.tags[last] if last >= left else tags.STOP
    if last < at - 1 and before not in NOUN_OR_OBJECT:
        before = tags.ADVERB
    if before == tags.PREPOSITION and paragraph.lower[last] in {"for", "of"} and _is_charged(site):
        return None  # "blamed Lund for wanting to sell"
    subject = _participle_subject(site, before, last)
    if subject is None:
        return _read_fronted(site, before)
    if site.entry.family in WISHING and (before in NOUN_OR_OBJECT or before == tags.ADVERB):
        return None  # "people hoping to beat the crowds"
    is_with = paragraph.lower[subject[0] - 1] == "with"
    if before == tags.NOUN and site.entry.family == "show" and not is_with:
        return None  # "pictures showing a crack": nobody says so, but "with polls showing a lead" they do
    attribution = _with_complement(site, subject, "participle-", is_inner=before == tags.NOUN)
    is_accusing = site.entry.family == "accuse" and before == tags.NOUN  # "critics accusing him of theft"
    if attribution is None or (
        attribution.form == "noun_phrase" and not is_accusing and _is_loose(site, subject, before)
    ):
        return None
    is_phrase = attribution.form in {"noun_phrase", "phrase"}
    if is_phrase and (_is_of_content(site, subject) or _is_own_deed(site, subject)):
        return None
    attribution.is_participle = True
    return attribution


def _repeats(paragraph: Paragraph, content: Range) -> bool:
    """Whether a content only points at what was said, "so in May", "the same of her", or breaks off behind "the"."""
    words = paragraph.lower[slice(*content)]
    word = next((one for one in words[:2] if one != "the"), None)
    return word is None or (word in grammar.SAME and not has_finite(paragraph, *content))


def _is_when(paragraph: Paragraph, content: Range) -> bool:
    """Whether a content only says how long ago: "two months ago"."""
    words = paragraph.lower[slice(*content)]
    return len(words) <= LONGEST_TIME and not {"ago", "earlier"}.isdisjoint(words[-2:])


def _is_own_deed(site: Site, subject: Range) -> bool:
    """Whether somebody says that he is doing it: "Lund said he was calling for a vote" is one statement."""
    paragraph, at = site.paragraph, site.at
    is_tense = not grammar.BE.isdisjoint(paragraph.lower[verb_group_start(paragraph, at, site.left) : at])
    return is_tense and site.is_nested and paragraph.tags[subject[0]] == tags.PRONOUN


def _is_charged(site: Site) -> bool:
    """Whether the cue stands in what somebody is blamed or praised for."""
    return any(one.holds(site.at) and one.entry.stance in {"condemns", "accuses", "supports"} for one in site.earlier)


def _read_fronted(site: Site, before: str) -> Attribution | None:
    """After saying that it rained, Lund left: the subject follows."""
    paragraph, at, right = site.paragraph, site.at, site.right
    if at - site.left > 2:
        return None
    if at > site.left and (before not in BEFORE_FRONTED or paragraph.lower[at - 1] == "without"):
        return None
    found = complement(site, is_inner=True)
    if found is None or found.form in {"noun_phrase", "phrase"} or site.entry.lemma in grammar.ANSWERING:
        return None  # "After questioning the crew, they found the leak"; "Responding to the claim that it fell, he"
    comma = found.content[1]
    if comma + 1 >= right or paragraph.tags[comma] != tags.COMMA:
        return None
    source = phrase_starting(paragraph, comma + 1, right)
    return site.attribute([found.content], source, found.form, "fronted-" + found.label) if source else None


def _is_of_content(site: Site, subject: Range) -> bool:
    """Whether a participle may go on with what somebody said before it: "it had masks, Lund stated, listing prices"."""
    last = site.earlier[-1] if site.earlier else None
    if last is None or last.mention is None or last.cue[1] > site.at:
        return False
    return last.content[0][0] < last.cue[0] and subject != last.mention


def _is_loose(site: Site, subject: Range, before: str) -> bool:
    """Whether a participle only describes the noun before it (a group opposing the tax), or what is spoken of."""
    lower = site.paragraph.lower
    if before == tags.PREPOSITION:
        return True
    if before not in NOUN_OR_OBJECT or lower[subject[0] - 1] == "with":
        return False
    return lower[subject[1] - 1] not in grammar.DOCUMENTS


def _participle_subject(site: Site, before: str, last: int) -> Range | None:
    """Who says what a participle introduces; `before` is the tag of the token `last` that stands before it."""
    paragraph, left, at = site.paragraph, site.left, site.at
    start = verb_group_start(paragraph, at, left)
    if not grammar.BE.isdisjoint(paragraph.lower[start:at]):
        return subject_before(paragraph, start, left)
    if before in BEFORE_LOOSE_PARTICIPLE:
        previous = site.earlier[-1] if site.earlier else None
        if previous and previous.mention and previous.content[-1][1] in {at - 1, at}:
            return _subject_of_passed_on(site, previous) if previous.rule in PASSING_ON else previous.mention
        if before == tags.COORDINATOR and _describes_noun(paragraph, last, left):
            return None
        return governing_subject(paragraph, left, at, site.said)
    if before in NOUN_OR_OBJECT:
        return _described_noun(site, last)
    return governing_subject(paragraph, left, at, site.said) if before == tags.PREPOSITION else None


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


def _described_noun(site: Site, last: int) -> Range | None:
    """The noun phrase before a participle, or who makes the statement, the letter, the video that it ends with."""
    paragraph, at = site.paragraph, site.at
    # "wrote that pilots sent a note calling it late": the pilots call it late
    left = max((first for first, past in site.said if first <= at < past), default=site.left)
    subject = phrase_ending(paragraph, last, left)
    if subject is None or grammar.DOCUMENTS.isdisjoint(paragraph.lower[subject[0] : at]):
        return subject
    said = [content for content in site.said if not content[0] <= at < content[1]]
    return governing_subject(paragraph, left, at, said) or subject
