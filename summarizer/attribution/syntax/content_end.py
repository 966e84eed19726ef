"""Tells whether what somebody says ends before a token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.coordination import Content, coordinates_cue, ends_at_coordinator
from summarizer.attribution.syntax.going_on import goes_on_after_but, is_beside_name_of_subject, is_by_when
from summarizer.attribution.syntax.judgements import describes_at, judged_at
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.subjects import subject_before
from summarizer.attribution.syntax.verb_groups import (
    has_finite,
    has_verb,
    is_cue_word,
    is_finite,
    verb_group_start,
)

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph

LONGEST_WITHIN = 6  # tokens of an aside within a verb, commas included
SHORTEST_THAT = 3  # tokens of a clause after "that", itself included
LONGEST_ASIDE = 8  # tokens of "while small"
LONGEST_APPOSITION = 10  # tokens
SHORTEST_SPEECH = 10  # tokens, marks included
LONGEST_ADDRESSEE = 3  # tokens, comma included
ENDS_PHRASE_AFTER_COMMA = tags.group(tags.CLAUSE_START, tags.ING_FORM, tags.ED_FORM, tags.ADVERB, tags.PREPOSITION)
VERB = tags.group(tags.PAST, tags.PERHAPS_FINITE)
PARENTHESIS_END = tags.group(tags.COMMA, tags.STOP, tags.QUOTATION_MARK)
BEFORE_HEAD = tags.group(tags.DETERMINER, tags.PRONOUN)
NOT_IN_PARENTHESIS = tags.group(tags.COMMA, tags.CLAUSE_START, tags.COORDINATOR)
PHRASE_END = tags.group(tags.NOUN, tags.S_FORM, tags.PRONOUN, tags.OBJECT_PRONOUN)
LISTED = tags.group(tags.DETERMINER, tags.NOUN, tags.ADJECTIVE, tags.S_FORM)


def ends_at(content: Content, index: int) -> bool:
    """Whether the content ends before a token that stands outside quotation marks."""
    paragraph, first, _, is_phrase, _ = content
    tag = paragraph.tags[index]
    if tag == tags.COMMA:
        is_over = _leaves_inner(content, index) or _returns_to_main(content, index)
        return index > first and not _adds_but(content, index) and (is_over or ends_after_comma(content, index + 1))
    if tag == tags.COORDINATOR:
        return index > first and ends_at_coordinator(content, index)
    if tag == tags.COLON:
        return paragraph.tag_at(index + 1) == tags.QUOTATION_MARK
    if tag == tags.CLOSING_BRACKET:
        return tags.OPENING_BRACKET not in paragraph.tags[first:index]
    if tag == tags.SEMICOLON:
        return not _is_numbered(paragraph, first, index)
    if tag == tags.DASH and (
        _is_writers_tail(content, index) or _closes_aside(content, index) or _adds_more(content, index)
    ):
        return True
    if not is_phrase or index <= first + 1:
        return False
    is_relative = tags.WH_WORD in paragraph.tags[first + 1 : index] or "that" in paragraph.lower[first + 1 : index]
    is_break = paragraph.lower[index] in grammar.PHRASE_BREAKERS and not is_relative
    return (is_break and not is_by_when(paragraph, first, index)) or (tag == tags.DASH and _is_dash(paragraph, index))


def _adds_but(content: Content, comma: int) -> bool:
    """Whether a comma stands between what belongs together: "pledged to not only keep it, but use it"."""
    words, first = content.paragraph.lower, content.first
    return words[first + 1 : first + 3] == ["not", "only"] and content.paragraph.word_at(comma + 1) == "but"


def _is_numbered(paragraph: Paragraph, first: int, semicolon: int) -> bool:
    """Whether a list is counted out: "they want two things: first, a pier; second, a wall"."""
    word = paragraph.word_at(semicolon + 1)
    after = paragraph.word_at(semicolon + 2) if word in {"and", "or"} else word
    return after in grammar.COUNTED_OUT and "first" in paragraph.lower[max(0, first - 1) : semicolon]


def _closes_aside(content: Content, dash: int) -> bool:
    """Whether a dash ends an insertion that another has opened: "Lund – who doubts it – and his crew"."""
    paragraph, first, _, _, is_inner = content
    return is_inner and _is_dash(paragraph, dash) and paragraph.tags[max(0, first - 5) : first].count(tags.DASH) > 0


def _adds_more(content: Content, dash: int) -> bool:
    """Whether who speaks says more behind a dash: "said it was late — adding that"."""
    participle = dash + 1
    is_added = participle < content.right and content.paragraph.tags[participle] == tags.ING_FORM
    return is_added and is_cue_word(content.paragraph, participle)


def _is_writers_tail(content: Content, dash: int) -> bool:
    """Whether a dash leads to the writer's last word: "– though she would not say when", "– a claim he denies"."""
    paragraph, first, right, _, _ = content
    start = dash + 1
    while start < right and paragraph.tags[start] == tags.DASH:
        start += 1
    if start + 1 >= right or dash <= first or paragraph.tags.find(tags.DASH, start, right) >= 0:
        return False
    if paragraph.lower[start] in grammar.BREAKERS and paragraph.lower[start] != "but":
        return True
    return judged_at(paragraph, start, right) or describes_at(paragraph, start, right)


def _returns_to_main(content: Content, comma: int) -> bool:
    """Whether the verb of the main clause stands after the first comma: "Lund, who left and said it was late, was"."""
    paragraph, first, right, is_phrase, _ = content
    if is_phrase or comma + 2 >= right or paragraph.tags[comma + 1] not in tags.HELPING:
        return False
    return tags.COMMA not in paragraph.tags[first:comma] and has_verb(paragraph, first, comma)


def _leaves_inner(content: Content, comma: int) -> bool:
    """Whether the main clause goes on after a comma: "Lund, who said it was late, left"."""
    paragraph, first, right, is_phrase, is_inner = content
    following = paragraph.tags[comma + 1] if comma + 1 < right else ""
    if (
        not is_inner
        or comma <= first + (not is_phrase)
        or following in (tags.WH_WORD, tags.COORDINATOR, tags.QUOTATION_MARK)
    ):
        return False
    if is_beside_name_of_subject(paragraph, first, comma, right):
        return False  # "said it was late and that its head, Ann Poe, was leaving"
    is_that = paragraph.lower[first] == "that" and comma > first + SHORTEST_THAT
    has_ended = has_verb(paragraph, first, comma) or (is_that and has_finite(paragraph, comma, right))
    if following in tags.HELPING and not is_phrase and tags.COMMA in paragraph.tags[first:comma]:
        return has_verb(paragraph, first, comma)  # not in "that his father, the son of sailors, was rich"
    return is_phrase or following in tags.HELPING or has_ended


def _is_dash(paragraph: Paragraph, index: int) -> bool:
    """Whether a mark parts clauses, and is not a hyphen."""
    start = paragraph.starts[index]
    return paragraph.lower[index] in {"—", "―"} or paragraph.text[start - 1 : start].isspace()


def ends_after_comma(content: Content, index: int) -> bool:
    """Whether the content ends at a comma, after which the token `index` stands."""
    paragraph, first, right, is_phrase, _ = content
    if index >= right:
        return True
    word, tag = paragraph.lower[index], paragraph.tags[index]
    if word in grammar.BREAKS_AT_COMMA or _breaks(paragraph, first, index, right) or judged_at(paragraph, index, right):
        return True
    is_saying = tag == tags.ING_FORM and is_cue_word(paragraph, index) and not _goes_with_be(paragraph, index, first)
    if is_saying or _is_relay_after_comma(paragraph, index, right):
        return True  # "..., saying that"
    if word == "as" and paragraph.tag_at(index + 1) == tags.AUXILIARY:
        return True  # "..., as has the guild"
    if tag == tags.COORDINATOR and is_phrase and _ends_list(paragraph, content.first, index, right):
        return False
    if tag == tags.COORDINATOR and (is_phrase or coordinates_cue(paragraph, index, right)):
        return True
    is_asked = is_phrase and tag == tags.WH_WORD and _opens_question(paragraph, first, index, right)
    if is_phrase and not is_asked and tag in ENDS_PHRASE_AFTER_COMMA and word not in grammar.PHRASE_GOES_ON:
        return word != "for" or not _is_apposed(paragraph, content.first, index - 1)
    if is_phrase and any(ends(content, index) for ends in (_is_main_clause, _is_main_verb, _is_main_cue, _is_speech)):
        return True
    return _is_parenthesis(paragraph, index, right)


def _goes_with_be(paragraph: Paragraph, index: int, first: int) -> bool:
    """Whether an aside parts "is" from a verb in -ing: "the mayor is, in fact, appealing to"."""
    opened = paragraph.tags.rfind(tags.COMMA, max(first, index - LONGEST_WITHIN), index - 1)
    return opened > first and paragraph.lower[opened - 1] in grammar.BE


def _opens_question(paragraph: Paragraph, first: int, index: int, right: int) -> bool:
    """Whether the subject of a question has its verb behind a "who": "doubts whether Lund, who left, was ill"."""
    asked = next((at for at in range(first, index - 1) if paragraph.lower[at] in grammar.OPEN_QUESTIONS), None)
    if asked is None or has_finite(paragraph, asked + 1, index - 1):
        return False
    closing = paragraph.tags.find(tags.COMMA, index, right - 1)
    return closing > 0 and paragraph.tags[closing + 1] in tags.FINITE


def _is_speech(content: Content, mark: int) -> bool:
    """Whether a whole sentence is quoted, which is no part of a phrase: dismissed the story of it, “You said so.”"""
    paragraph, quote = content.paragraph, content.paragraph.quote_at(mark)
    if paragraph.tags[mark - 2] not in PHRASE_END or mark - content.first <= LONGEST_ADDRESSEE:
        return False  # "asked a few questions, including, “Is it late?”", "urged all voters, “Look at this.”"
    if quote is None or quote[0] != mark or quote[1] - mark < SHORTEST_SPEECH:
        return False
    return paragraph.words[mark + 1][0].isupper() and paragraph.tags[quote[1] - 2] in tags.SENTENCE_END


def _is_main_verb(content: Content, index: int) -> bool:
    """Whether the verb of the sentence stands after a phrase: "a note, telling Lund to leave, | has sparked a row"."""
    paragraph, first, right, _, _ = content
    before = paragraph.tags[first : index - 1]
    is_helping = index + 1 < right and paragraph.tags[index] in tags.HELPING
    # "to speak out, should he fail", "of a man who has lost, is ill and is old"
    is_inverted = is_helping and paragraph.tags[index + 1] == tags.PRONOUN
    return is_helping and not is_inverted and tags.COMMA not in before and tags.WH_WORD not in before


def _is_main_cue(content: Content, index: int) -> bool:
    """Whether a cue of the sentence stands after a phrase: "Lund, alleging that she wanted to sell it, | said"."""
    return content.paragraph.tags[index] == tags.PAST and is_cue_word(content.paragraph, index)


def _is_main_clause(content: Content, index: int) -> bool:
    """Whether a subject and its verb follow what only leads to them: "called it a mess, | I knew it was late"."""
    paragraph, right = content.paragraph, content.right
    if paragraph.tags[index] == tags.PRONOUN:
        return is_finite(paragraph, min(index + 1, right - 1))
    subject = phrase_starting(paragraph, index, right)
    verb = subject[1] if subject else right
    is_verb = verb + 1 < right and paragraph.tags[verb] in tags.PAST_OR_ED_FORM and is_cue_word(paragraph, verb)
    return is_verb and paragraph.tags[verb + 1] != tags.PREPOSITION and paragraph.words[verb - 1][0].isupper()


def _ends_list(paragraph: Paragraph, first: int, coordinator: int, right: int) -> bool:
    """Whether an "and" leads to the last of several things: "the crisis, the trouble at sea, and the fear of war"."""
    has_comma = tags.COMMA in paragraph.tags[first + 1 : coordinator - 1]
    is_thing = coordinator + 2 < right and paragraph.tags[coordinator + 1] in LISTED
    return (
        has_comma
        and is_thing
        and not has_finite(paragraph, coordinator, right)
        and not any(paragraph.tags[at] == tags.ED_FORM for at in range(coordinator, right))
    )


def _is_apposed(paragraph: Paragraph, first: int, comma: int) -> bool:
    """Whether a comma closes an apposition: "blamed Lund, his rival, for the loss"."""
    opened = paragraph.tags.rfind(tags.COMMA, first, comma)
    return opened > first and not has_finite(paragraph, opened, comma) and comma - opened <= LONGEST_APPOSITION


def _is_relay_after_comma(paragraph: Paragraph, index: int, right: int) -> bool:
    """Whether another takes over: "..., with the Post reporting six dead", "..., reported the Arle Post"."""
    if paragraph.lower[index] == "with":
        subject = phrase_starting(paragraph, index + 1, right)
        verb = subject[1] if subject else right
        return verb < right and paragraph.tags[verb] == tags.ING_FORM and is_cue_word(paragraph, verb)
    if paragraph.tags[index] not in tags.PAST_OR_ED_FORM or not is_cue_word(paragraph, index):
        return False
    source = phrase_starting(paragraph, index + 1, right)
    is_name = source is not None and paragraph.words[source[1] - 1][0].isupper()
    return source is not None and is_name and paragraph.tag_at(source[1]) in (tags.COMMA, tags.STOP)


def _breaks(paragraph: Paragraph, first: int, index: int, right: int) -> bool:
    """Whether a "but", "while" or "although" begins a clause of the writer's own; also "without giving a source"."""
    word = paragraph.lower[index]
    if word == "without":
        return paragraph.word_at(index + 1) in grammar.WITHHELD
    if _parts_subject(paragraph, first, index, right):
        return False
    if word == "even" and paragraph.word_at(index + 1) in {"as", "though"}:
        return True  # "said it was stepping up its fight, even as its owner left"
    if word not in grammar.BREAKERS or index + 1 >= right or paragraph.lower[index + 1] == "that":
        return False
    return word != "but" or not goes_on_after_but(paragraph, first, index, right)


def _parts_subject(paragraph: Paragraph, first: int, index: int, right: int) -> bool:
    """Whether an aside parts a subject from its verb: "says the firm, while small, has grown"."""
    closing = paragraph.tags.find(tags.COMMA, index + 1, min(index + LONGEST_ASIDE, right - 1))
    if closing < 0 or has_finite(paragraph, first, index - 1) or has_finite(paragraph, index, closing):
        return False
    return paragraph.tags[closing + 1] in tags.FINITE


def _is_parenthesis(paragraph: Paragraph, first: int, right: int) -> bool:
    """Whether ", he said" stands at a token: a subject and a cue, then a comma or the sentence's end."""
    for verb in range(first + 1, min(first + 8, right)):
        tag = paragraph.tags[verb]
        if tag == tags.S_FORM and paragraph.tags[first] not in BEFORE_HEAD and paragraph.words[verb - 1][0].islower():
            continue  # "asked short, plain questions, were"
        if tag in VERB and is_cue_word(paragraph, verb) and paragraph.words[verb][0].islower():
            is_last = verb + 1 >= right or paragraph.tags[verb + 1] in PARENTHESIS_END
            if not is_last and (tag != tags.PAST or verb == first + 1):
                return False
            return subject_before(paragraph, verb_group_start(paragraph, verb, first), first) is not None
        if tag in NOT_IN_PARENTHESIS:
            return False
    return False
