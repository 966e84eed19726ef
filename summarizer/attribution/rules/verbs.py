"""The rules for verbs: each looks at one verb of the lexicon and gives the statement that it makes, or None."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.as_said import read_as_reported
from summarizer.attribution.rules.content_first import read_after_content
from summarizer.attribution.rules.gaps import leaves_gap, read_gap
from summarizer.attribution.rules.inverted import read_inverted
from summarizer.attribution.rules.no_subject import is_no_subject
from summarizer.attribution.rules.objects import may_say
from summarizer.attribution.rules.participles import participle_subject, read_participle
from summarizer.attribution.rules.passives import read_asked_by, read_come_out, read_passive, read_second_passive
from summarizer.attribution.rules.said_after import with_complement
from summarizer.attribution.rules.second_hand import read_quoted_as
from summarizer.attribution.rules.speaker_last import is_relay
from summarizer.attribution.rules.speakers import can_speak
from summarizer.attribution.syntax.adjuncts import skip_adjuncts
from summarizer.attribution.syntax.clauses import content_from
from summarizer.attribution.syntax.cue_verbs import is_cue_verb
from summarizer.attribution.syntax.judgements import judged_at
from summarizer.attribution.syntax.name_lists import whole_list
from summarizer.attribution.syntax.noun_phrases import phrase_ending
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.reduced import before_main_verb, is_reduced
from summarizer.attribution.syntax.subjects import first_subject, governing_subject, subject_before
from summarizer.attribution.syntax.verb_groups import is_cue_word, verb_group_start

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution, Site

# Families of cues.toml: of verbs that only a person says of himself, and of verbs of thinking.
WEAK = frozenset({"want", "plan", "expect", "consider", "support_openly", "oppose_openly", "endorse"})
TAKING_SIDES = frozenset({"support_openly", "oppose_openly"})
MENTAL = frozenset({"think", "feel", "know", "realize", "doubt", "fear", "hope"})
WHAT_OR_HOW = frozenset({"what", "how"})
CALLING = frozenset({"call", "describe_as", "describe", "condemn", "see"})  # families
IT_IS = grammar.ADVISING - {"it"}
QUOTE_GOES_ON = tags.group(tags.COMMA, tags.QUESTION_MARK)  # before its closing mark
SHORTEST_APPOSED = 3  # tokens: a pledge critics
NOUN_LIKE = tags.group(tags.NOUN, tags.BASE_FORM, tags.S_FORM)
WITHIN_RELATIVE = tags.group(tags.NOUN, tags.WH_WORD)


def read_verb(site: Site) -> Attribution | None:
    """A verb of saying or thinking: its subject is the source."""
    paragraph, at = site.paragraph, site.at
    if site.entry.lemma in grammar.QUOTING and (quoted := _read_quoted(site)):
        return quoted
    if site.entry.inflection == "ing":
        return read_participle(site)
    start = verb_group_start(paragraph, at, site.left)
    is_no_verb = _are_reports(site) or _is_describing(site) or is_reduced(paragraph, at, site.left, site.right)
    if not is_cue_verb(site, start) or _was_asked(site) or is_no_verb:
        return read_asked_by(site) or read_second_passive(site)
    if site.entry.inflection in {"past", "participle"}:
        is_feared = start > site.left and paragraph.lower[start - 1] in IT_IS  # "it's feared that"
        if is_feared or not grammar.BE.isdisjoint(paragraph.lower[start:at]):
            return read_passive(site, start)
    return read_active(site, start)


def _read_quoted(site: Site) -> Attribution | None:
    """A verb of quoting, whose source is whoever is quoted."""
    paragraph, left, at = site.paragraph, site.left, site.at
    if site.entry.inflection == "ing":
        before = paragraph.tags[at - 1] if at > left else tags.STOP
        return read_quoted_as(site, participle_subject(site, before, at - 1), is_passive=False)
    start = verb_group_start(paragraph, at, left)
    is_passive = not grammar.BE.isdisjoint(paragraph.lower[start:at])
    return read_quoted_as(site, subject_before(paragraph, start, left), is_passive=is_passive)


def read_active(site: Site, start: int) -> Attribution | None:
    """A verb in the active, whose group begins at `start`."""
    paragraph, left, at = site.paragraph, site.left, site.at
    start, goes_on = _past_continuing(site, start)
    if site.entry.lemma == "like" and not _is_wished(paragraph, start, at):
        return None  # "the keeper likes to tell stories"
    is_infinitive = not goes_on and tags.TO in paragraph.tags[start:at]
    shares_subject = start > left and (is_infinitive or paragraph.tags[start - 1] == tags.COORDINATOR)
    if not site.entry.frames.isdisjoint({"inverted", "after-quote"}) and (inverted := read_inverted(site)):
        return inverted
    if is_relay(site) or (is_infinitive and _is_for_others(site, start)):
        return None  # "..., said Lund, reports the Herald"
    if is_infinitive and (causer := _causer(site, start)):
        return with_complement(site, causer, "causative-")
    if shares_subject:
        subject = _described_before(site, start) or governing_subject(paragraph, left, start + is_infinitive, site.said)
        if subject is None and not is_infinitive and site.earlier and site.earlier[-1].content[-1][1] == start - 1:
            subject = site.earlier[-1].mention  # "confirmed that it rained but said": whoever confirmed
        subject = whole_list(paragraph, subject, left) if subject else None
        return read_shared_subject(site, subject, is_infinitive=is_infinitive) if subject else None
    subject = subject_before(paragraph, start, left) or first_subject(paragraph, start, left)
    if "it-that" in site.entry.frames:
        return read_come_out(site, subject)
    if subject is None or paragraph.lower[subject[0]] in grammar.NOBODY or is_no_subject(site, subject):
        return None
    is_limited = site.entry.sources or site.entry.not_sources
    if is_limited and not may_say(site.entry, paragraph.lower[slice(*subject)]):
        return None  # "what many voters heard was a plea", "as its name suggests"
    return read_own_subject(site, whole_list(paragraph, subject, left))


def _are_reports(site: Site) -> bool:
    """Whether a word is no verb: "Media Reports Reveal Reason", "which states she won", "thought leaders"."""
    paragraph, following = site.paragraph, site.at + 1
    if site.entry.lemma == "think" and paragraph.word_at(following) in grammar.THOUGHT:
        return True  # "harbour thought leaders"
    if paragraph.lower[site.at] == "states" and paragraph.word_at(site.at - 1) == "which":
        return paragraph.tag_at(site.at - 2) != tags.COMMA  # "asked which states she would win"
    is_plural = paragraph.lower[site.at] == "reports" and following < site.right
    return is_plural and paragraph.tags[following] == tags.BASE_FORM and is_cue_word(paragraph, following)


def _is_describing(site: Site) -> bool:
    """Whether a participle is the second of two words that describe a noun: "a large pledged sum", "a shrewd and"."""
    paragraph, at = site.paragraph, site.at
    if at - 2 >= site.left and paragraph.lower[at - 2] in grammar.INDEFINITE_ARTICLES:
        is_before_noun = paragraph.tags[at : at + 2] == tags.ED_FORM + tags.NOUN
        is_whole = paragraph.tag_at(at + 2) not in tags.CLAUSE_START | {tags.TO}  # "a quiz asked readers to guess"
        return is_before_noun and is_whole and not can_speak(paragraph, (at - 2, at), or_read=True)
    is_second = at - 3 >= site.left and paragraph.tags[at - 1] == tags.COORDINATOR
    is_second = is_second and paragraph.lower[at] in grammar.DESCRIBING
    return is_second and paragraph.tags[at - 3] == tags.DETERMINER and paragraph.tag_at(at + 1) in NOUN_LIKE


def _was_asked(site: Site) -> bool:
    """Whether a subject is who was asked or told, and its own verb comes later: "Lund, asked if it was safe, said"."""
    words, at = site.paragraph.tags, site.at
    if (
        site.paragraph.lower[at] not in grammar.ASKED_OR_TOLD
        or at - 1 <= site.left
        or words[at - 1] != tags.COMMA
        or tags.COMMA in words[site.left : at - 1]
    ):
        return False  # "Lund, the mayor, asked"
    ends = (place for place in range(at + 1, site.right - 1) if words[place] == tags.COMMA)
    return any(words[place + 1] in tags.PAST_OR_ED_FORM for place in ends)


def _is_wished(paragraph: Paragraph, start: int, at: int) -> bool:
    """Whether a "would" stands in a verb group, or is drawn into the subject before it: "they'd like to"."""
    is_contracted = start > 0 and paragraph.lower[start - 1].endswith(("'d", "’d"))
    return is_contracted or tags.MODAL in paragraph.tags[start:at]


def _past_continuing(site: Site, start: int) -> tuple[int, bool]:
    """Where the group begins of "continued to allege", "went so far as to say", of which the cue's own is `start`.

    Also whether one of them stands there: what follows is said.
    """
    paragraph, left = site.paragraph, site.left
    if start == left or paragraph.tags[start] != tags.TO:
        return start, False
    verb = start - 4 if start - 4 > left and paragraph.lower[start - 3 : start] == ["so", "far", "as"] else start - 1
    while verb > left and (paragraph.tags[verb] == tags.ADVERB or paragraph.lower[verb] == "on"):
        verb -= 1  # "went on to"
    word = paragraph.lower[verb]
    if word not in grammar.CONTINUING or (word == "used" and not _once_said(site, verb)):
        return start, False
    return verb_group_start(paragraph, verb, left), True


def _once_said(site: Site, used: int) -> bool:
    """Whether somebody used to say something; not "was used to say it", nor "used to support her"."""
    group = site.paragraph.lower[verb_group_start(site.paragraph, used, site.left) : used]
    return grammar.BE.isdisjoint(group) and not site.entry.frames.isdisjoint({"that", "quote"})


def _described_before(site: Site, coordinator: int) -> Range | None:
    """For "drew scorn from farmers, who called it late and vowed to sue": the farmers, who have said so far."""
    last = site.earlier[-1] if site.earlier else None
    if last is None or last.mention is None or last.content[-1][1] != coordinator - 1:
        return None
    paragraph, (first, past) = site.paragraph, last.mention
    is_relative = paragraph.tags[past - 1] == tags.WH_WORD
    is_object = not tags.PAST_OR_ED_FORM.isdisjoint(paragraph.tags[site.left : first])
    return last.mention if is_relative and is_object else None


def _is_for_others(site: Site, start: int) -> bool:
    """Whether an infinitive is somebody's of whom it is not said: "it is hard for Lund to say that it was late"."""
    phrase = phrase_ending(site.paragraph, start - 1, site.left) if start - 1 > site.left else None
    return phrase is not None and "for" in site.paragraph.lower[max(site.left, phrase[0] - 1) : phrase[1]]


def _causer(site: Site, start: int) -> Range | None:
    """For "the raid led the ministry to call for": the ministry."""
    paragraph = site.paragraph
    to = paragraph.tags.index(tags.TO, start, site.at)
    phrase = phrase_ending(paragraph, to - 1, site.left) if to > site.left else None
    if phrase is None or phrase[0] <= site.left:
        return _described_causer(site, to)
    if paragraph.lower[phrase[0]] in grammar.CAUSATIVES and phrase[0] + 1 < phrase[1]:
        return (phrase[0] + 1, phrase[1])  # ", prompting the ministry to say that"
    return phrase if paragraph.lower[phrase[0] - 1] in grammar.CAUSATIVES else None


def _described_causer(site: Site, to: int) -> Range | None:
    """Poe, of "the flood prompted Poe, who lives there, to say": whom more is told of between commas."""
    paragraph = site.paragraph
    if paragraph.tags[to - 1] != tags.COMMA:
        return None
    causing = (at for at in range(to - 2, site.left, -1) if paragraph.lower[at] in grammar.CAUSATIVES)
    phrase = phrase_starting(paragraph, next(causing, to) + 1, to)
    is_described = phrase is not None and paragraph.tag_at(phrase[1]) == tags.COMMA
    return phrase if phrase and is_described and can_speak(paragraph, phrase, or_read=True) else None


def read_own_subject(site: Site, subject: Range) -> Attribution | None:
    """A verb whose subject stands before it: Smith said that; Smith, who said that; "...," Smith said."""
    paragraph, frames = site.paragraph, site.entry.frames
    first, past = subject
    is_relative = paragraph.tags[past - 1] == tags.WH_WORD
    is_pronoun = paragraph.tags[first] == tags.PRONOUN
    is_judging = site.entry.stance in {"denies", "condemns"}
    if (
        judged := _read_called_so(site, subject)
        or _read_beside_quote(site, subject)
        or _read_apposed(site, subject)
        or (_read_judged(site, subject) if is_judging else None)
    ):
        return judged
    may_follow = not frames.isdisjoint({"before", "quote", "after-quote"})
    if may_follow and not is_relative and (attribution := read_after_content(site, subject)):
        return attribution
    if leaves_gap(site, subject):
        is_own = is_pronoun and site.is_nested and first > site.left and paragraph.lower[first - 1] == "what"
        return None if is_own else read_gap(site, subject)  # "the station showed what it said were pieces of a boat"
    word_before = paragraph.lower[first - 1] if first > site.left else ""
    if may_follow and word_before == "as" and (attribution := read_as_reported(site, subject)):
        return attribution
    is_reduced = is_pronoun and word_before != "" and paragraph.tags[first - 1] in WITHIN_RELATIVE
    is_reduced = is_reduced or word_before == "with"  # "with Lund expected to win"
    if site.entry.family in WEAK and (is_relative or site.is_nested or is_reduced or _ought_to_side(site, past)):
        return None  # "the things he wants to do", "whom they would like to see"
    is_felt = (
        site.entry.family == "feel" and is_pronoun and paragraph.tag_at(first - 1) in NOUN_LIKE
    )  # "the message he felt the rain was sending"
    is_felt = is_felt or _would_see(site, subject, word_before)
    if is_felt or (site.entry.family in MENTAL and site.is_nested and (is_pronoun or is_unasserted(site))):
        return None  # "Lund said she thought it was late" is one statement
    if site.is_nested and not is_relative and is_denied(site):
        return None  # "denied that he ever called her a thief": nobody says that he called her one
    # "a memo, which Lund called late, was lost", "a ruling, in which Lund cited it, was lost"
    before_relative = first - 2 - (word_before == "which" and paragraph.tag_at(first - 2) == tags.PREPOSITION)
    is_object_relative = word_before in grammar.OF_THINGS and paragraph.tag_at(before_relative) == tags.COMMA
    # "On the day that Lund said it was late, the crew left"
    dated = paragraph.lower[first - 2] if word_before == "that" and first - 2 > site.left else ""
    is_dated = dated in grammar.DAYTIMES or dated in grammar.TIME
    is_inner = is_relative or is_object_relative or is_dated or word_before in grammar.SUBORDINATORS
    attribution = with_complement(site, subject, "relative-" if is_relative else "", is_inner=is_inner)
    if attribution and is_relative and attribution.form == "infinitive":
        attribution.content[0] = before_main_verb(paragraph, *attribution.content[0], site.left)
    if attribution and attribution.form == "noun_phrase" and not is_relative and is_pronoun and site.is_nested:
        return None  # "Lund said she could not comment on the letter" is one statement too
    return attribution


def _is_asked_of_others(site: Site, subject: Range) -> bool:
    """Whether somebody else is asked to say it: "she urged the guild to admit that it was late" is one statement."""
    paragraph, at = site.paragraph, site.at
    is_asked = any(
        one.holds(at) and one.form == "infinitive" and one.entry.stance == "demands" and one.content[0][0] < at - 2
        for one in site.earlier
    )
    return is_asked or not grammar.CHALLENGING.isdisjoint(paragraph.lower[subject[1] : at])


def _read_called_so(site: Site, subject: Range) -> Attribution | None:
    """For "“A farce” is what Lund called it": the quotation that opens the sentence."""
    paragraph, what = site.paragraph, subject[0] - 1
    if what - 2 < site.left or paragraph.lower[what] not in WHAT_OR_HOW or paragraph.lower[what - 1] not in grammar.BE:
        return None
    quote = paragraph.quote_at(what - 2)
    return site.attribute([quote], subject, "quotation", "before-cue") if quote and quote[1] == what - 1 else None


def _read_beside_quote(site: Site, subject: Range) -> Attribution | None:
    """For "“It was hard,” Lund commented on the loss": the quotation, and not what it is about."""
    paragraph, mark = site.paragraph, subject[0] - 1
    if not site.entry.following or "np" not in site.entry.frames or mark <= site.left:
        return None
    quote = paragraph.quote_at(mark)
    if quote is None or quote[1] != mark + 1 or paragraph.tags[mark - 1] not in QUOTE_GOES_ON:
        return None
    return site.attribute([quote], subject, "quotation", "before-cue")


def _read_apposed(site: Site, subject: Range) -> Attribution | None:
    """For "she vowed to stay, a pledge critics described as empty": the critics, of the pledge."""
    paragraph, after, (first, past) = site.paragraph, site.after, subject
    is_apposed = first > site.left and paragraph.tags[first - 1] == tags.COMMA
    if not is_apposed or past - first < SHORTEST_APPOSED or paragraph.lower[first] not in grammar.INDEFINITE_ARTICLES:
        return None
    as_ = skip_adjuncts(paragraph, after, site.right)
    is_dismissed = site.entry.stance == "denies" and paragraph.word_at(as_) == "as"
    if paragraph.lower[first + 1] not in grammar.JUDGED or not (is_dismissed or site.entry.family in CALLING):
        return None
    content = [(first, first + 2), content_from(paragraph, as_ if is_dismissed else after, site.right, is_phrase=True)]
    return site.attribute(content, (first + 2, past), "noun_phrase", "gap")


def _would_see(site: Site, subject: Range, word_before: str) -> bool:
    """Whether nobody yet takes whom a clause is about for anything: "people whom readers would consider experts"."""
    is_relative = word_before in grammar.RELATIVE_PRONOUNS or word_before == "whom"
    is_calling = site.entry.family in CALLING or site.entry.family == "consider"
    return is_relative and is_calling and tags.MODAL in site.paragraph.tags[subject[1] : site.at]


def _ought_to_side(site: Site, first: int) -> bool:
    """Whether somebody only should take a side: "they should support it"."""
    return site.entry.family in TAKING_SIDES and tags.MODAL in site.paragraph.tags[first : site.at]


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
    paragraph, frames = site.paragraph, site.entry.frames
    is_inner = subject[0] > site.left and paragraph.lower[subject[0] - 1] in grammar.SUBORDINATORS
    is_inner = is_inner or paragraph.tags[subject[1] - 1] == tags.WH_WORD  # "Lund, who left and said he would wait,"
    if not is_infinitive:
        return with_complement(site, subject, "", is_inner=is_inner)
    if _is_asked_of_others(site, subject):
        return None
    if site.entry.lemma in grammar.CONVINCING and "failed" in paragraph.lower[subject[1] : site.at]:
        return None  # "her words failed to convince them that it was late"
    takes_clause = not frames.isdisjoint({"that", "quote"})
    if not takes_clause and not frames.isdisjoint({"np", "np-to", "np-as", "to"}):
        return None
    if is_unasserted(site):
        return None
    attribution = with_complement(site, subject, "infinitive-", is_inner=is_inner)
    # "to promise better schools": what somebody is to say in other words than his own is mostly no statement
    if attribution is None or attribution.form in {"noun_phrase", "bare_clause", "infinitive"}:
        return None
    if attribution.form == "phrase" and any(one.form == "infinitive" and one.holds(site.at) for one in site.earlier):
        return None  # "promises to declare it a fraud" is one statement
    return None if attribution.form == "question" and "addressee" not in frames else attribution
