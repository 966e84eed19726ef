"""The statement that a verb makes with its subject and what stands after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.rules.objects import is_speechless, may_say, may_take_phrase
from summarizer.attribution.rules.pointing_back import read_told_of
from summarizer.attribution.rules.speakers import can_speak
from summarizer.attribution.sources.vocabulary import BODY_KINDS, ROLE_NOUNS, is_personal
from summarizer.attribution.syntax.complements import Complement, complement
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.verb_groups import has_finite, is_cue_word, is_time, skip_adverbs, verb_group_start

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Attribution, Site

BEFORE_PREDICATE = tags.group(tags.FINITE, tags.ED_FORM)
IN_OBJECT = tags.group(
    tags.DETERMINER, tags.ADJECTIVE, tags.NOUN, tags.NUMBER, tags.PREPOSITION, tags.S_FORM, tags.BASE_FORM
)  # fmt: skip
SINGLE_WORDS = tags.group(tags.WH_WORD, tags.ADVERB, tags.ADJECTIVE)
SHORTEST_WITH_TIME = 3  # tokens, a comma and "which" included
READ = frozenset({"say", "read", "warn", "tell"})
SIGNS = frozenset({"sign", "signs"})
MEANT = frozenset({"intend", "mean", "design"})
VOTES = frozenset({"vote", "votes"})
SHORTEST_DEED = 5  # tokens, a full stop included: her to do something
LONGEST_SPAN = 4  # tokens: more than two hours
LONGEST_TIME = 5  # tokens, a full stop included


def with_complement(site: Site, subject: Range, prefix: str, *, is_inner: bool = False) -> Attribution | None:
    """The statement of a verb with its subject and what stands after it; `prefix` is of the label."""
    paragraph, entry = site.paragraph, site.entry
    if entry.lemma == "read" and paragraph.word_at(site.after) in {"out", "aloud"}:
        return None  # a statement read out by somebody
    said_by = paragraph.lower[subject[0] : subject[1]]
    if entry.family == "show" and not grammar.PICTURES.isdisjoint(said_by):
        return None
    if not may_say(entry, said_by) or (is_speechless(paragraph, subject) and not _is_read(site, subject)):
        return None
    if not prefix and (told := read_told_of(site, subject)):
        return told
    if _is_no_noun(paragraph, subject) or (entry.lemma in MEANT and not can_speak(paragraph, subject)):
        return None  # "a method called cloning intended to create cells"
    found = complement(site, is_inner=is_inner)
    if found is None or _is_nothing_said(site, subject, found):
        return None
    if found.form == "noun_phrase" and not may_take_phrase(site, subject, found.content):
        return None
    return site.attribute([found.content], subject, found.form, prefix + found.label)


def _is_read(site: Site, subject: Range) -> bool:
    """Whether a sign is one that is read, and not of what will be: "a sign warns guests that"."""
    return site.entry.lemma in READ and not SIGNS.isdisjoint(site.paragraph.lower[slice(*subject)])


def _is_no_noun(paragraph: Paragraph, subject: Range) -> bool:
    """Whether what stands before a verb is no noun phrase: "to ease Asian worries", "he died of it, which shows"."""
    first, past = subject
    if tags.TO + tags.BASE_FORM in (paragraph.tags[first - 1 : first + 1], paragraph.tags[first - 2 : first]):
        return True
    if paragraph.lower[past - 1] != "which":
        return False
    if past - 3 >= first and paragraph.tags[past - 2] == tags.COMMA and _are_people(paragraph, past - 3):
        return True  # "she lost the sailors, which suggests": not the sailors
    within = range(first + 1, past - 2)
    if any(paragraph.tags[at] in tags.FINITE | tags.PAST_OR_ED_FORM for at in within):
        return True
    # "fell ill of it, which shows", "sank by a foot in May, which shows", and not "bought letters, which show"
    is_bare = paragraph.words[first].islower() and not paragraph.lower[first].endswith("s")
    is_predicate = is_bare and paragraph.tags[first] == tags.NOUN and paragraph.tag_at(first - 1) in BEFORE_PREDICATE
    ends_with_time = past - first > SHORTEST_WITH_TIME and is_time(paragraph, past - 3)
    return (is_predicate or ends_with_time) and not can_speak(paragraph, subject, or_read=True)


def _are_people(paragraph: Paragraph, index: int) -> bool:
    word = paragraph.lower[index]
    return word.endswith("s") and (is_personal(word) or word in ROLE_NOUNS) and word not in BODY_KINDS


def _is_nothing_said(site: Site, subject: Range, found: Complement) -> bool:
    """Whether what stands after a verb is not what its subject says."""
    paragraph, content = site.paragraph, found.content
    if _is_only_shown(site, subject, found) or _points_at_deed(paragraph, found):
        return True
    before = paragraph.lower[subject[0] - 1] if subject[0] > site.left else ""
    if found.form in {"bare_clause", "infinitive"} and before == "what":
        return True  # "less than half of what farmers say they need", "what he promises to do"
    if _is_single_word(paragraph, found) or _is_how_long(site, content):
        return True
    if _repeats(paragraph, content) or _is_when(paragraph, content):
        return True  # "half said so in May", "a third say the same of her", "the hall he proposed two months ago"
    if found.form == "bare_clause" and _holds_main_verb(site, subject, content):
        return True  # "the man who found the dog said it was his"
    if found.form == "bare_clause" and (_is_cue_of_subject(site, content[0]) or _is_of_relative(site, subject)):
        return True  # "sailors writing in the Herald found that": what they found is said
    if found.label == "that" and _is_only_quoted(paragraph, content):
        return True  # "Lund cannot say that “in his view,” Pell added"
    if before == "that" and found.form in {"phrase", "noun_phrase"} and _holds_verb(paragraph, content):
        return True  # "the tricks that Lund accused the guild of playing are old"
    return found.form == "noun_phrase" and _is_no_object(site, subject, content)


def _is_no_object(site: Site, subject: Range, content: Range) -> bool:
    """Whether a noun phrase after a verb is not what its subject speaks of."""
    paragraph = site.paragraph
    if _is_part_of_name(site, content[0]) or _takes_main_verb(site, content) or _is_withheld(site, content):
        return True
    if "by" in paragraph.lower[slice(*content)] and not VOTES.isdisjoint(paragraph.lower[slice(*content)]):
        return True  # "rejected the plan by nine votes to four"
    before = paragraph.lower[subject[0] - 1] if subject[0] > site.left else ""
    if before == "as" and (content[0] > site.after or paragraph.tags[content[0]] == tags.PREPOSITION):
        return True  # "The fair, as Lund reported in her The Crews, was cold": where she did
    if before == "that" and _is_verb_of_head(paragraph, content[0]):
        return True  # "the partisanship that Lund decries also makes it less likely"
    is_pointer = subject[1] - subject[0] == 1 and paragraph.lower[subject[0]] in grammar.POINTERS
    return is_pointer and site.entry.lemma in grammar.POINTING_VERBS  # "It signals the start of a long fight"


def _is_single_word(paragraph: Paragraph, found: Complement) -> bool:
    """Whether only an adverb or a question word stands after a verb: "told him why", "hit back hard"."""
    first, past = found.content
    length = past - first - (paragraph.tags[past - 1] == tags.STOP)
    return length == 1 and found.form != "noun_phrase" and paragraph.tags[first] in SINGLE_WORDS


def _is_of_relative(site: Site, subject: Range) -> bool:
    """Whether a verb behind the cue is of the main clause: "the way she conveyed it was odd", "the rule by which"."""
    paragraph, left, first = site.paragraph, site.left, subject[0]
    if paragraph.lower[first - 2 : first] == ["the", "way"]:
        return True
    which = next((at for at in range(first - 1, left + 1, -1) if paragraph.lower[at] == "which"), None)
    if which is None or paragraph.tags[which - 1] != tags.PREPOSITION:
        return False
    if tags.PREPOSITION in paragraph.tags[left : left + 2]:
        return False  # "And in a letter in which she said it was late, he"
    if paragraph.tags[which - 2] == tags.COMMA or has_finite(paragraph, left, which):
        return False
    return not has_finite(paragraph, which, verb_group_start(paragraph, site.at, left))


def _is_part_of_name(site: Site, first: int) -> bool:
    """Whether a participle belongs to the noun after it: "The Varn supported tool is old"."""
    paragraph = site.paragraph
    if site.entry.inflection not in {"past", "participle"} or first != site.after or paragraph.tags[first] != tags.NOUN:
        return False
    phrase = phrase_starting(paragraph, first, site.right)
    is_common = phrase is not None and not any(word.istitle() for word in paragraph.words[slice(*phrase)])
    return phrase is not None and is_common and paragraph.tag_at(phrase[1]) in tags.FINITE


def _takes_main_verb(site: Site, content: Range) -> bool:
    """Whether a past tense is a participle, because the verb follows its object: "men admitted to the hall | are"."""
    paragraph, (first, past) = site.paragraph, content
    if site.entry.inflection not in {"past", "participle"}:
        return False
    finite = (at for at in range(first + 1, past) if paragraph.tags[at] in tags.FINITE)
    verb = next((at for at in finite if paragraph.lower[at] not in {"being", "having"}), None)
    if verb is None or paragraph.is_quoted(verb) or not IN_OBJECT.issuperset(paragraph.tags[first:verb]):
        return False
    words = paragraph.words
    common = (at for at in range(first + 1, verb) if paragraph.tags[at - 1] == tags.NOUN and words[at - 1].islower())
    is_relative = any(words[at][0].isupper() for at in common)  # "the plan Lund had made"
    anew = [at for at in range(first + 1, verb) if paragraph.tags[at] == tags.DETERMINER]
    return not is_relative and all(paragraph.tags[at - 1] == tags.PREPOSITION for at in anew)


def _is_withheld(site: Site, content: Range) -> bool:
    """Whether somebody does not get something: "denied him a permit", not "denied it"."""
    paragraph, (first, past) = site.paragraph, content
    has_more = past - first > 1 and paragraph.tags[first : first + 2] == tags.OBJECT_PRONOUN + tags.DETERMINER
    return has_more and site.entry.stance == "denies"


def _is_only_shown(site: Site, subject: Range, found: Complement) -> bool:
    """Whether something is only plain or possible: "the report illustrates the danger", "who may find it late"."""
    if found.form not in {"noun_phrase", "phrase"}:
        return False
    tags_of = site.paragraph.tags
    is_possible = tags_of[subject[1] - 1] == tags.WH_WORD and tags.MODAL in tags_of[subject[1] : site.at]
    return is_possible or site.entry.lemma in {"demonstrate", "illustrate", "reflect"}


def _points_at_deed(paragraph: Paragraph, found: Complement) -> bool:
    """Whether what somebody is asked to do stands before: "she will leave, as her friends have begged her to do"."""
    first, past = found.content
    last = past - (paragraph.tags[past - 1] == tags.STOP)
    is_short = found.form == "infinitive" and past - first < SHORTEST_DEED
    return is_short and paragraph.lower[last - 2 : last] == ["to", "do"]


def _is_only_quoted(paragraph: Paragraph, content: Range) -> bool:
    """Whether a "that" leads to some quoted words without a verb, which break off at a comma."""
    first, past = content
    is_cut = paragraph.quote_at(first + 1) == (first + 1, past) and paragraph.tags[past - 2] == tags.COMMA
    return is_cut and not has_finite(paragraph, first, past)


def _holds_verb(paragraph: Paragraph, content: Range) -> bool:
    """Whether a verb stands in a phrase, of no clause of its own."""
    first, past = content
    is_clause = tags.WH_WORD in paragraph.tags[first:past] or tags.SUBORDINATOR in paragraph.tags[first:past]
    quoted = (at for at in range(first, past) if paragraph.tags[at] in tags.FINITE and not paragraph.is_quoted(at))
    return not is_clause and next(quoted, None) is not None


def _is_verb_of_head(paragraph: Paragraph, first: int) -> bool:
    """Whether what seems a noun is the verb of the main clause."""
    return paragraph.tags[first] in tags.PERHAPS_FINITE and paragraph.tags[first - 1] == tags.ADVERB


def _repeats(paragraph: Paragraph, content: Range) -> bool:
    """Whether a content only points at what was said, "so in May", "the same of her", or breaks off behind "the"."""
    words = paragraph.lower[slice(*content)]
    word = next((one for one in words[:2] if one != "the"), None)
    return word is None or (word in grammar.SAME and not has_finite(paragraph, *content))


def _is_when(paragraph: Paragraph, content: Range) -> bool:
    """Whether a content only says how long ago: "two months ago"."""
    words = paragraph.lower[slice(*content)]
    is_when = len(words) <= LONGEST_TIME and not {"ago", "earlier"}.isdisjoint(words[-2:])
    return is_when and not has_finite(paragraph, *content)  # "said it fell earlier"


def _is_how_long(site: Site, content: Range) -> bool:
    """Whether a phrase only says how long it took: "they argued for an hour"."""
    if site.entry.following[-1:] != ("for",):
        return False
    paragraph, (first, past) = site.paragraph, content
    last = past - (paragraph.tags[past - 1] == tags.STOP) - 1
    word = paragraph.lower[last]
    return last - first < LONGEST_SPAN and (word in grammar.SPANS_OF_TIME or word == "while")


def _holds_main_verb(site: Site, subject: Range, content: Range) -> bool:
    """Whether a clause holds the verb of whom the sentence tells: "the man who found the dog | said it was his"."""
    paragraph, entry = site.paragraph, site.entry
    if "quote" in entry.frames or paragraph.lower[subject[1] - 1] != "who" or site.after != content[0]:
        return False
    found = phrase_starting(paragraph, *content)
    if found is None or paragraph.tags[subject[1] - 2] == tags.COMMA or subject[0] != site.left:
        return False
    verb = skip_adverbs(paragraph, found[1], content[1])
    return verb < content[1] and paragraph.tags[verb] == tags.PAST and is_cue_word(paragraph, verb)


def _is_cue_of_subject(site: Site, first: int) -> bool:
    """Whether a content begins with another cue, of which the subject is that of a participle."""
    is_past = site.paragraph.tags[first] in tags.PAST_OR_ED_FORM
    return site.entry.inflection == "ing" and first > site.after and is_past and is_cue_word(site.paragraph, first)
