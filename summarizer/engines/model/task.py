"""What the engine has to know of a task: what it asks, how it reads the answer, and what it makes of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, Generic, Literal, NamedTuple, TypeVar

from summarizer.contract.errors import AnswerError, CallError
from summarizer.contract.request import AnswerSchema, Completion, Message
from summarizer.engines.model.prompts import render_reask

if TYPE_CHECKING:
    from summarizer.contract.article import Article
    from summarizer.contract.report import Provenance
    from summarizer.engines.model.windows import Window

_BASE_TOKENS = 1_000  # of every answer
_MAX_OUTPUT = 16_000
Part = TypeVar("Part")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class LlmOptions:
    """How a model is asked, whatever the task. Raises CallError for a window without sentences.

    `window` is how many sentences are shown at a time (None: as many as fit; a small model gets few). `context` is the
    model's context in tokens (None: the endpoint is asked). `max_output_tokens` None lets the number of sentences
    decide. `language` names the language of the answer (None: the article's). `max_reasks` is how often a model is
    asked again when grounding would refuse its answer. `asks` is the task for reports: "claims", "speakers", or "auto",
    which gives a model the task "speakers" when its name says that it has fewer than four billion parameters.
    """

    temperature: float = 0.0
    seed: int | None = None
    reasoning_effort: str | None = None
    extra: str | None = None
    max_output_tokens: int | None = None
    language: str | None = None
    window: int | None = None
    context: int | None = None
    max_reasks: int = 1
    asks: Literal["auto", "claims", "speakers"] = "auto"

    def __post_init__(self) -> None:
        if self.window is not None and self.window < 1:
            msg = f"a window of {self.window} sentences holds nothing"
            raise CallError(msg, hint="--window takes a number from 1")


class Question(NamedTuple):
    """What one request asks; `max_tokens` is how long its answer may become."""

    messages: tuple[Message, ...]
    schema: AnswerSchema
    max_tokens: int


class Objections(NamedTuple):
    """What is wrong with an answer, in sentences for the model, and how many faults there are, listed or not.

    `shown` is the part of the answer that they are `about`, None for all of it.
    """

    sentences: Sequence[str] = ()
    faults: int = 0
    shown: str | None = None
    about: Literal["claims", "lines"] = "claims"


class LostWindow(NamedTuple):
    """A window without a usable answer: how its text begins, and what became of it."""

    quote: str
    reason: str


Send = Callable[[Question], Awaitable[Completion]]


class Task(ABC, Generic[Part, Result]):
    """One thing to ask a model about an article, window by window where the article is long.

    A `Part` is what was understood of the answers about one window, and also what those about all windows come to; a
    `Result` is what the engine answers. `prompts` are the prompts that may be sent, as "name@hash": that about a whole
    article first, that about a window last. `schema_name` is the schema of the whole answer, as "name@hash".
    """

    smallest_window: ClassVar[int] = 60  # tokens: one or two sentences, less cannot be understood
    window_share: ClassVar[Fraction] = Fraction(2, 5)  # of what the instructions leave; the answer repeats most of it
    overlap: ClassVar[int] = 1  # sentences that are shown before a window's own
    at_once: ClassVar[int] = 4  # windows of one article; a small server has no room for more
    fits_anywhere: ClassVar[bool] = False  # then nobody is asked how large the context is
    takes_smaller_windows: ClassVar[bool] = True  # where the endpoint takes less than it was thought to
    counts_schema: ClassVar[bool] = False  # as a part of what has to fit
    sentence_tokens: ClassVar[int] = 60  # of the answer, for each sentence that is asked about
    reask_template: ClassVar[str] = "reask"

    def __init__(self, options: LlmOptions, *, prompts: tuple[str, ...], schema_name: str) -> None:
        self.options = options
        self.sentences_at_a_time = options.window
        self.prompts = prompts
        self.schema_name = schema_name

    @abstractmethod
    def question(self, article: Article, window: Window, language: str | None = None) -> Question:
        """What is asked about a window, to be answered in a language, or in the article's own.

        Without lines in the window, what the instructions take can be measured.
        """

    def output_tokens(self, sentences: int) -> int:
        """How long an answer about a number of sentences may become."""
        most = min(_BASE_TOKENS + self.sentence_tokens * sentences, _MAX_OUTPUT)
        return self.options.max_output_tokens or most

    def check_divisible(self, article: Article, context: int) -> None:
        """Raise ContextTooSmallError when an article that does not fit the context cannot be asked about in windows."""

    def reask(self, question: Question, answer: str, objections: Objections) -> Question:
        """The question again, with what was not good enough of the answer and what is wrong with it."""
        shown = objections.shown or answer
        messages = render_reask(question.messages, shown, objections.sentences, template_name=self.reask_template)
        return question._replace(messages=messages)

    @abstractmethod
    def read(self, article: Article, window: Window, completion: Completion) -> Part:
        """What can be understood of an answer. Raises AnswerError when it is not worth asking again."""

    def objections(self, article: Article, window: Window, best: Part, latest: Part) -> Objections:
        """What the model is to put right, none when the answer is good."""
        return Objections()

    def fault(self, article: Article, best: Part) -> AnswerError | None:
        """The error that the best answer comes to in the end, None when it can be used."""
        return None

    def better(self, article: Article, best: Part, latest: Part) -> Part:
        """The best of the answers so far and the latest one, or what both come to together."""
        return latest

    @abstractmethod
    async def join(self, article: Article, answers: Sequence[tuple[Window, Part]], send: Send) -> Part:
        """What the answers about several windows, in the article's order, come to together."""

    @abstractmethod
    def result(self, article: Article, part: Part, lost: Sequence[LostWindow], made: Provenance) -> Result:
        """The engine's answer about the article."""
