"""Reads interviews and transcripts, in which a name and a colon open each turn: "Ada Lund: It was late."."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import pairwise, product
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution import grammar, tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.rules.labels import is_name, may_be_somebody
from summarizer.attribution.rules.sentence import read_sentence
from summarizer.attribution.rules.speakers import LONGEST_NAME, SPEAKS, can_speak, said_by, without_cue
from summarizer.attribution.sources.vocabulary import FIRST_NAMES
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.site import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarizer.attribution.syntax.paragraph import Paragraph, Range

FEWEST_TURNS = 3  # of which one speaker has two; of full names two turns are enough
FEWEST_ANSWERS = 2  # each with a question before it that nobody is named to ask
MOST_UNNAMED = 8  # paragraphs of one turn below its name
QUESTION_OR_ANSWER = frozenset({"q", "a"})
SHORTEST_ANSWER = 6  # tokens
MOST_WORDS_TO_NAME = 4  # tokens from "spoke" to "to"
OPENING_BRACKETS = frozenset("[(")
TIME = re.compile(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s*[-–]?\s*")
INITIALS = range(2, 4)  # of a name, letters of "EL" for Edda Lorn


class _Turn(NamedTuple):
    """A paragraph that opens with a name and a colon."""

    number: int
    label: str
    name: Range
    colon: int
    is_question: bool


def read_transcript(paragraphs: Sequence[Paragraph]) -> Mapping[int, list[Attribution]]:
    """What is said in the turns of an interview, by the numbers of their paragraphs; empty for any other article.

    The turns of who asks the questions say nothing but what they tell of others, and neither do answers of somebody
    whom the article does not name.
    """
    turns = [turn for number, paragraph in enumerate(paragraphs) if (turn := _read_turn(number, paragraph))]
    asked = _questions_before(paragraphs, turns)
    if not asked and not _is_transcript(paragraphs, turns):
        return _read_bare_interview(paragraphs)
    askers = _find_askers(turns)
    introduction = paragraphs[: turns[0].number]
    answerer = _find_answerer(introduction)
    named = _names_of_initials(paragraphs, introduction, turns)
    said: dict[int, list[Attribution]] = {}
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        if turn.label in askers:
            own = []
            said[turn.number] = read_told_in_question(paragraphs[turn.number], turn.colon + 1)
        else:
            own = said[turn.number] = _say(paragraphs[turn.number], turn, answerer, named.get(turn.label))
        if following is None or following.number - turn.number > MOST_UNNAMED:
            continue
        for number in range(turn.number + 1, following.number):
            said[number] = [] if number in asked else [_go_on(paragraphs[number], one) for one in own]
    return said


def _questions_before(paragraphs: Sequence[Paragraph], turns: Sequence[_Turn]) -> set[int]:
    """The questions without a name before them, one before each turn, of an interview with whom it names in full."""
    before = {turn.number - 1 for turn in turns if turn.number and _is_asked(paragraphs[turn.number - 1])}
    is_each = len(before) == len(turns) >= FEWEST_ANSWERS and not any(turn.is_question for turn in turns)
    return before if is_each and " " in turns[0].label else set()


def _read_bare_interview(paragraphs: Sequence[Paragraph]) -> Mapping[int, list[Attribution]]:
    """The answers of an interview whose paragraphs are questions and answers in turn.

    It says that it is one and was edited, or each of its questions has one paragraph for its answer.
    """
    asked = [number for number, paragraph in enumerate(paragraphs) if number and _is_asked(paragraph)]
    if len(asked) < FEWEST_TURNS:
        return {}
    introduction = paragraphs[: asked[0]]
    words = {word for paragraph in introduction for word in paragraph.lower}
    answerer = _find_answerer(introduction)
    is_told = not grammar.EDITED.isdisjoint(words) and not grammar.INTERVIEWS.isdisjoint(words)
    own = grammar.FIRST_PERSON | grammar.OWN
    in_turn = [number for number in asked if (number - asked[0]) % 2 == 0]
    is_in_turn = len(in_turn) > FEWEST_TURNS and all(later - one == 2 for one, later in pairwise(in_turn))
    personal = [one for one in in_turn if not own.isdisjoint(paragraphs[min(one + 1, len(paragraphs) - 1)].lower)]
    is_in_turn = is_in_turn and 2 * len(personal) >= len(in_turn)  # else a writer may ask and answer
    if answerer is None or not (is_told or is_in_turn):
        return {}
    asked = in_turn if is_in_turn else asked  # an answer may end with a question, too
    there, mention = answerer
    said = {number: read_told_in_question(paragraphs[number], 0) for number in asked}
    for number in range(asked[0] + 1, len(paragraphs)):
        paragraph = paragraphs[number]
        if number in said or (number > asked[-1] and own.isdisjoint(paragraph.lower)):
            continue
        content = (0, len(paragraph.lower))
        is_answer = content[1] >= SHORTEST_ANSWER
        paragraph.prepare()
        said[number] = (
            [without_cue(said_by(paragraph, content, mention, mention, there, "transcript"))] if is_answer else []
        )
    return said


def _is_asked(paragraph: Paragraph) -> bool:
    return paragraph.lower[-1] == "?" and not paragraph.regions


def _read_turn(number: int, paragraph: Paragraph) -> _Turn | None:
    first = _past_time(paragraph)
    if paragraph.lower[1:2] == ["."] and paragraph.lower[0] in QUESTION_OR_ANSWER:
        colon = 1  # "Q. Is it lit?"
    elif ":" not in paragraph.lower[first + 1 : first + LONGEST_NAME]:
        return None
    else:
        colon = paragraph.lower.index(":", first)
    if colon + 1 >= len(paragraph.lower):
        return None
    paragraph.prepare()
    end = paragraph.lower.index(",", first) if "," in paragraph.lower[first:colon] else colon  # "Ada Lund, keeper:"
    label = " ".join(paragraph.lower[first:end])
    is_known = label in grammar.ASKERS or label in grammar.ANSWERERS
    is_of_page = end > first and paragraph.lower[end - 1] in grammar.RECORDED  # "Transcript: the captain on the flood"
    if end == first or is_of_page or (not is_known and not is_name(paragraph, first, end)):
        return None
    return _Turn(number, label, (first, end), colon, paragraph.lower[-1] == "?")


def _past_time(paragraph: Paragraph) -> int:
    """The first token past the time with which a turn of a recording may begin: "[00:01:15] Ada Lund: It was late"."""
    if not paragraph.words[0][0].isdigit() and paragraph.words[0] not in OPENING_BRACKETS:
        return 0
    start = paragraph.starts[0]
    time = TIME.match(paragraph.text, start)
    return bisect_left(paragraph.starts, time.end()) if time is not None and time.end() < paragraph.starts[-1] else 0


def _is_transcript(paragraphs: Sequence[Paragraph], turns: Sequence[_Turn]) -> bool:
    counts = Counter(turn.label for turn in turns)
    if len(counts) < 2 or not all(_may_be_speaker(paragraphs, label) for label in counts):
        return False
    if len(turns) >= FEWEST_TURNS and max(counts.values()) > 1:
        return True
    is_close = turns[-1].number - turns[0].number < 2 * len(turns)
    is_own = any(turn.is_question or not SPEAKS.isdisjoint(paragraphs[turn.number].lower) for turn in turns)
    return is_close and all(
        " " in turn.label and may_be_somebody(paragraphs[turn.number], *turn.name, is_own=is_own) for turn in turns
    )


def _may_be_speaker(paragraphs: Sequence[Paragraph], label: str) -> bool:
    """Whether a label is no plural, such as a team's name, unless it is a surname: "Owls", but not "Ada Williams"."""
    if " " in label or not label.endswith("s") or label.endswith("ss"):
        return True
    return any(
        word == label and at > 0 and paragraph.lower[at - 1] in FIRST_NAMES
        for paragraph in paragraphs
        for at, word in enumerate(paragraph.lower)
    )


def _find_askers(turns: Iterable[_Turn]) -> set[str]:
    """The labels of those most of whose turns end with a question; of half of them, if the first one does."""
    questions: defaultdict[str, list[bool]] = defaultdict(list)
    for turn in turns:
        questions[turn.label].append(turn.is_question)
    mostly = {label for label, asked in questions.items() if 2 * sum(asked) >= len(asked) + (not asked[0])}
    return mostly | (grammar.ASKERS & questions.keys())


def _find_answerer(introduction: Iterable[Paragraph]) -> tuple[Paragraph, Range] | None:
    """Whom the paragraphs above an interview say that it is with."""
    for paragraph in introduction:
        if grammar.INTERVIEWING.isdisjoint(paragraph.lower) and grammar.INTERVIEWED.isdisjoint(paragraph.lower):
            continue
        paragraph.prepare()
        for at in range(len(paragraph.lower)):
            phrase = (
                phrase_starting(paragraph, at + 1 + (paragraph.word_at(at + 1) == "…"), len(paragraph.lower))
                if _leads_to_answerer(paragraph, at)
                else None
            )
            if phrase and can_speak(paragraph, phrase):
                return paragraph, phrase
    return None


def _leads_to_answerer(paragraph: Paragraph, at: int) -> bool:
    """Whether a word stands before whom an interview is with: "we spoke to | Ada Lund", "we asked | Ada Lund"."""
    if paragraph.lower[at] in grammar.INTERVIEWED:
        return paragraph.tag_at(at - 1) != tags.AUXILIARY
    near = paragraph.lower[max(0, at - MOST_WORDS_TO_NAME) : at]
    return paragraph.lower[at] in {"to", "with"} and not grammar.INTERVIEWING.isdisjoint(near)


def _names_of_initials(
    paragraphs: Sequence[Paragraph], introduction: Iterable[Paragraph], turns: Iterable[_Turn]
) -> Mapping[str, tuple[Paragraph, Range]]:
    """Who in the introduction has the initials that open turns: Edda Lorn for "EL"; nobody where two have them."""
    labels = {turn.label for turn in turns if _is_initials(paragraphs[turn.number].words[0]) and turn.name == (0, 1)}
    if not labels:
        return {}
    found: dict[str, list[tuple[Paragraph, Range]]] = defaultdict(list)
    for paragraph in introduction:
        paragraph.prepare()
        for first, length in product(range(len(paragraph.words) - 1), INITIALS):
            words = paragraph.words[first : first + length]
            initials = "".join(word[0] for word in words).lower()
            if initials in labels and all(word[0].isupper() and word[1:].islower() for word in words):
                found[initials].append((paragraph, (first, first + length)))
    names = {label: {" ".join(there.words[slice(*name)]) for there, name in uses} for label, uses in found.items()}
    return {label: uses[0] for label, uses in found.items() if len(names[label]) == 1}


def _is_initials(word: str) -> bool:
    return len(word) in INITIALS and word.isalpha() and word.isupper()


def read_told_in_question(paragraph: Paragraph, first: int) -> list[Attribution]:
    """What a turn tells of others before it asks: "Some guests say that they were cold. Is that so?"."""
    paragraph.prepare()
    told: list[Attribution] = []
    for left, right in paragraph.sentences:
        if right > first and paragraph.lower[right - 1] != "?":
            told += read_sentence(paragraph, max(left, first), right)
    return [one for one in told if one.mention is not None and can_speak(paragraph, one.mention, or_read=True)]


def _say(
    paragraph: Paragraph, turn: _Turn, answerer: tuple[Paragraph, Range] | None, named: tuple[Paragraph, Range] | None
) -> list[Attribution]:
    """What a turn says after its name; `named` is who the initials there stand for."""
    colon = turn.colon
    content = (colon + 1, len(paragraph.lower))
    if turn.label in grammar.ANSWERERS or named is not None:
        whom = named or answerer
        if whom is None:
            return []
        there, mention = whom
        return [without_cue(said_by(paragraph, content, mention, mention, there, "transcript"))]
    saying = load_lexicon().plain_saying
    cue = (colon, colon + 1)
    own = Attribution(paragraph, [content], turn.name, cue, saying, "quotation", "transcript")
    return [without_cue(own)]


def _go_on(paragraph: Paragraph, turn: Attribution) -> Attribution:
    """A paragraph that goes on with a turn."""
    paragraph.prepare()
    there = turn.cue_paragraph or turn.paragraph
    assert turn.mention is not None  # noqa: S101  each turn has a speaker
    return without_cue(said_by(paragraph, (0, len(paragraph.tags)), turn.mention, turn.cue, there, "transcript"))
