"""The task for small models, one thing only: who says each sentence. Whatever else a claim needs is read by rules.

Tried with a model of 1.5 billion parameters on two articles: asked for whole claims it copies every sentence, repeats
itself and mixes speakers up; asked to name a speaker after copying a sentence's first words, it does better for fewer
tokens. It is believed where the article's own words bear it out: what it says of a sentence becomes a claim when the
rules read a statement of the same source there. Everything else that it says is listed as refused.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from summarizer.attribution.sources import read_cast
from summarizer.attribution.statements import article_statements, knows_language
from summarizer.contract.answer import Answer
from summarizer.contract.draft import DraftClaim
from summarizer.contract.errors import InvalidAnswerError, TruncatedAnswerError
from summarizer.contract.report import Rejected
from summarizer.contract.request import AnswerSchema
from summarizer.engines.model.drafts import draft_answer, outlined
from summarizer.engines.model.prompts import prompt_name, render
from summarizer.engines.model.schemas import schema_name
from summarizer.engines.model.task import Question, Send, Task
from summarizer.engines.rules.engine import draft_claims
from summarizer.grounding.checks.names import same_name, words_near
from summarizer.reading.layout.layout import sentences_of
from summarizer.reading.layout.quotation import quoted_regions
from summarizer.text.well_formed import well_formed, well_formed_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarizer.attribution import Statement
    from summarizer.contract.article import Article
    from summarizer.contract.report import Provenance
    from summarizer.contract.request import Completion
    from summarizer.engines.model.task import LlmOptions, LostWindow
    from summarizer.engines.model.windows import Window
    from summarizer.reading.layout.layout import Sentence

_ENTRY = re.compile(r'"(\d{1,6})"\s*:\s*\{\s*"words"\s*:\s*"(?:[^"\\]|\\.)*"\s*,\s*"who"\s*:\s*("(?:[^"\\]|\\.)*")')
_WINDOW = 4  # sentences: a model of 1.5 billion parameters names seven in ten speakers, with 8 five and a half
_LONGEST_WORDS = 60
_LONGEST_NAME = 90
_SHOWN = 300


class SpeakersTask(Task[dict[int, str], Answer]):
    """Asks who says each sentence, a few sentences at a time; rules make claims of it and choose the summary.

    A part has the speakers by the numbers of their sentences, "" for nobody.
    """

    overlap = 2
    at_once = 1  # who serves a small model has room for one request
    fits_anywhere = True  # a few sentences at a time

    def __init__(self, options: LlmOptions) -> None:
        super().__init__(options, prompts=(prompt_name("speakers"),), schema_name=schema_name())
        self.sentences_at_a_time = options.window or _WINDOW

    def question(self, article: Article, window: Window, language: str | None = None) -> Question:
        """Ask who says each sentence of a window; names are in the article's language."""
        messages = render(article, lines=window.lines, prompt="speakers")
        most = self.options.max_output_tokens or self.sentence_tokens * (len(window.own_numbers) + 1)
        return Question(messages, speakers_schema(window.own_numbers), most)

    def read(self, article: Article, window: Window, completion: Completion) -> dict[int, str]:
        """The speakers of the window's own sentences."""
        who = read_speakers(completion.text, completion.json_text)
        if who is None and completion.finish_reason == "length":
            msg = f"the answer was cut off after {completion.completion_tokens} tokens, before its first whole entry"
            raise TruncatedAnswerError(msg)
        if who is None:
            msg = "the answer names no sentence's speaker"
            raise InvalidAnswerError(msg)
        told = {number: name for number, name in who.items() if number in window.own_numbers}
        is_broken = completion.json_text is None or completion.finish_reason == "length"
        if is_broken and len(told) < len(window.own_numbers):
            msg = f"the answer was cut off or broken after {len(told)} of {len(window.own_numbers)} sentences"
            raise TruncatedAnswerError(msg)
        return told

    async def join(
        self, article: Article, answers: Sequence[tuple[Window, dict[int, str]]], send: Send
    ) -> dict[int, str]:
        """The speakers of all windows; of a long sentence that two share, the first that is named."""
        return {number: name for _, who in reversed(answers) for number, name in who.items()}

    def result(self, article: Article, part: dict[int, str], lost: Sequence[LostWindow], made: Provenance) -> Answer:
        """The draft that rules make of it."""
        claims, refused = claims_of(article, part)
        return draft_answer(outlined(article, claims), refused, lost, made)


def speakers_schema(numbers: Iterable[int]) -> AnswerSchema:
    """What a model must answer about a window: for every sentence its first words and who says it.

    Each number is a required key, so that no sentence can be left out or said twice.
    """
    entry = {
        "type": "object",
        "properties": {
            "words": {"type": "string", "maxLength": _LONGEST_WORDS},
            "who": {"type": "string", "maxLength": _LONGEST_NAME},
        },
        "required": ["words", "who"],
        "additionalProperties": False,
    }
    keys = [str(number) for number in numbers]
    properties = {key: entry for key in keys}  # noqa: C420  dict.fromkeys says less
    body = {"type": "object", "properties": properties, "required": keys, "additionalProperties": False}
    return AnswerSchema("Speakers", body)


def read_speakers(text: str, json_text: str | None) -> dict[int, str] | None:
    """The speaker of each sentence that an answer tells, "" for nobody; None when it tells of none."""
    found: dict[int, str] = {}
    for number, who in _entries(text, json_text):
        found.setdefault(number, " ".join(who.split()).strip(" .,;:"))
    return found or None


def _entries(text: str, json_text: str | None) -> Iterable[tuple[int, str]]:
    if json_text is None:  # cut off or broken: the whole entries are as good as ever
        return [(int(key), well_formed(json.loads(who, strict=False))) for key, who in _ENTRY.findall(text)]
    value: dict[str, Any] = well_formed_value(json.loads(json_text))
    named = ((key, one.get("who") if isinstance(one, dict) else one) for key, one in value.items())
    return [(int(key), who) for key, who in named if key.isascii() and key.isdigit() and isinstance(who, str)]


def claims_of(article: Article, who: Mapping[int, str]) -> tuple[list[DraftClaim], list[Rejected]]:
    """Make claims of what a model said about an article's sentences, and list what the article does not bear out."""
    claims: list[DraftClaim] = []
    settled: set[int] = set()
    read: dict[int, str] = {}
    statements = article_statements(article)
    for statement, claim in zip(statements, draft_claims(article, statements), strict=True):
        numbers = _numbers(article, statement)
        agreed = next((name for n in numbers if (name := who.get(n, "")) and _agrees(article, name, claim)), None)
        for number in numbers:
            read.setdefault(number, claim.source)
        if agreed is not None:
            claims.append(claim if claim.source else _named(article, claim, agreed))
            settled.update(numbers)
    refused: list[Rejected] = []
    for sentence in sentences_of(article):
        name = who.get(sentence.number, "")
        if not name or sentence.number in settled:
            continue
        made = _lone_claim(article, sentence, name, read.get(sentence.number))
        if isinstance(made, DraftClaim):
            claims.append(made)
        else:
            refused.append(made)
    return sorted(claims, key=lambda claim: claim.sentence), refused


def _numbers(article: Article, statement: Statement) -> list[int]:
    """The numbers of the sentences that a statement's words, cue and mention stand in."""
    spans = [*statement.content, *(span for span in (statement.cue, statement.mention) if span)]
    sentences = sentences_of(article)
    low, high = min(start for start, _ in spans), max(end for _, end in spans)
    return [
        one.number
        for one in sentences
        if one.start < high and low < one.end and any(one.start < end and start < one.end for start, end in spans)
    ]


def _agrees(article: Article, name: str, claim: DraftClaim) -> bool:
    """Whether the model's name is the source that the rules read, or the body for which that source speaks."""
    if not claim.source:
        return words_near(name, article.text)
    full = read_cast(article).fullest(name)
    names = (name, full.name) if full else (name,)
    held = any(same_name(one, claim.source) or one.casefold() in claim.source.casefold() for one in names)
    return held or (bool(claim.role) and words_near(name, claim.role)) or words_near(claim.source, name)


def _named(article: Article, claim: DraftClaim, name: str) -> DraftClaim:
    full = read_cast(article).fullest(name)
    if full is None:
        return claim
    return claim.model_copy(update={"source": full.name, "kind": full.kind, "role": full.role})


def _lone_claim(article: Article, sentence: Sentence, name: str, read: str | None) -> DraftClaim | Rejected:
    """A claim where the rules read no statement; only a quotation, or a language that they do not know, is enough."""
    text = article.text[sentence.start : sentence.end]
    full = read_cast(article).fullest(name)
    if read:
        reason = f"the sentence is by “{read}”, as the rules read it"
    elif full is None or not words_near(name, text):
        reason = "the sentence does not name this source"
    elif knows_language(article) and not _is_quoted(article, sentence):
        reason = "the sentence holds no sign that anybody says it"
    else:
        return DraftClaim(
            sentence=sentence.number,
            quotes=(text,),
            source=full.name,
            mention=name if name in text else "",
            kind=full.kind,
            role=full.role,
            stance="asserts",
            text=" ".join(text.split()),
        )
    return Rejected(text="", source=name, quote=text[:_SHOWN], reason=reason)


def _is_quoted(article: Article, sentence: Sentence) -> bool:
    return any(start < sentence.end and sentence.start < end for start, end in quoted_regions(article))
