"""The task with a custom schema, held to authored answers: what is asked, asked again, kept and refused."""

from __future__ import annotations

import json
from collections import deque
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel

from summarizer import Article, Evidence
from summarizer.contract.errors import (
    CallError,
    ContextTooSmallError,
    EmptyAnswerError,
    EmptyArticleError,
    EngineError,
    InvalidAnswerError,
    RefusalError,
    ServerError,
    TruncatedAnswerError,
)
from summarizer.contract.request import Completion, Request
from summarizer.endpoint.profile import EndpointProfile
from summarizer.engines.model.custom_schema import CustomSchema
from summarizer.engines.model.engine import LlmEngine
from summarizer.engines.model.extraction import ExtractionTask, build_extraction
from summarizer.engines.model.task import LlmOptions
from summarizer.reading.layout.layout import sentences_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from summarizer.contract.extraction import ExtractionAnswer

ARTICLE = Article(
    id="a",
    text="Four soldiers died in Varn on Monday.\n\nTwo boys were hurt in the same raid, Mayor Ilse Brandt said.\n",
)
LONG = Article(id="l", text="\n\n".join(f"Team {n} counted {n + 100} herons on lake {n} this year." for n in range(60)))


class Item(BaseModel):
    what: str
    evidence: Evidence


class Items(BaseModel):
    items: list[Item]


class Titled(Items):
    title: str
    proof: Evidence


def item(quote: str, sentence: int = 1, what: str = "x") -> dict[str, Any]:
    return {"what": what, "evidence": {"sentence": sentence, "quote": quote}}


GOOD, BAD = item("Four soldiers died"), item("Five soldiers died")
SECOND = item("Two boys were hurt", 2)


class Model:
    """Says what a test wrote: a dict as JSON, a text as it is, an error raised, a completion whole."""

    def __init__(self, *answers: object, say: Callable[[Request], object] | None = None) -> None:
        self._answers, self._say = deque(answers), say
        self.asked: list[Request] = []

    async def __call__(self, request: Request) -> Completion:
        self.asked.append(request)
        answer = self._say(request) if self._say else self._answers.popleft()
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, Completion):
            return answer
        text = answer if isinstance(answer, str) else json.dumps(answer)
        return Completion(text, text if text.startswith("{") else None, "stop", prompt_tokens=10, completion_tokens=2)


def engine(
    model: Model,
    form: type[BaseModel] = Items,
    probe: Callable[[], Awaitable[EndpointProfile]] | None = None,
    **options: Any,
) -> LlmEngine[ExtractionAnswer]:
    task = ExtractionTask(CustomSchema(form, "What happened?"), LlmOptions(**options))
    return LlmEngine(task, model, model="m", base_url="http://h/v1", probe=probe)


async def extracted(model: Model, article: Article = ARTICLE, form: type[BaseModel] = Items, **options: Any) -> Any:
    answer = await engine(model, form, **options).answer(article)
    return build_extraction(CustomSchema(form, "What happened?"), article, answer)


async def test_a_good_answer_takes_one_request_and_says_how_it_came_about() -> None:
    model = Model({"items": [GOOD, SECOND]})
    found = await extracted(model)
    assert [one.evidence.quote for one in found.result.items] == ["Four soldiers died", "Two boys were hurt"]
    assert found.rejected == ()
    made = found.provenance
    assert (made.engine, made.model, made.base_url_host) == ("llm", "m", "h")
    assert made.prompt.startswith("extract@")
    assert made.schema_.startswith("Items@")
    assert len(model.asked) == 1
    assert model.asked[0].schema.name == "Items"
    assert model.asked[0].messages[0].content.endswith("What happened?")


async def test_a_wrong_quote_is_asked_for_again_with_what_the_sentence_says() -> None:
    model = Model({"items": [BAD, SECOND]}, {"items": [GOOD, SECOND]})
    found = await extracted(model)
    assert len(found.result.items) == 2
    assert found.rejected == ()
    asked = model.asked[1].messages
    assert [message.role for message in asked] == ["system", "user", "assistant", "user"]
    assert 'items[0].evidence: the quote "Five soldiers died" does not stand' in asked[-1].content
    assert "Four soldiers died in Varn on Monday." in asked[-1].content


@pytest.mark.parametrize("reasks", [0, 1, 2])
async def test_what_stays_wrong_is_taken_out_and_listed(reasks: int) -> None:
    model = Model(*[{"items": [BAD, SECOND]}] * 3)
    found = await extracted(model, max_reasks=reasks)
    assert len(model.asked) == 1 + reasks
    assert [one.evidence.quote for one in found.result.items] == ["Two boys were hurt"]
    assert [part.path for part in found.rejected] == ["items[0]"]


async def test_a_second_answer_that_lost_what_was_proved_is_not_taken() -> None:
    found = await extracted(Model({"items": [BAD, SECOND, GOOD]}, {"items": [GOOD]}))
    assert len(found.result.items) == 2
    assert len(found.rejected) == 1


async def test_an_answer_without_json_is_asked_for_again_and_then_an_error() -> None:
    found = await extracted(Model("I cannot tell.", {"items": [GOOD]}))
    assert len(found.result.items) == 1
    with pytest.raises(InvalidAnswerError):
        await extracted(Model("I cannot tell.", "Still not."))


async def test_the_first_answer_stands_when_asking_again_fails() -> None:
    found = await extracted(Model({"items": [BAD, SECOND]}, Completion("", None)))
    assert len(found.result.items) == 1


async def test_a_required_part_without_proof_is_an_error() -> None:
    answer = {"items": [GOOD], "title": "x", "proof": BAD["evidence"]}
    with pytest.raises(InvalidAnswerError, match="proof"):
        await extracted(Model(answer, answer), form=Titled)


@pytest.mark.parametrize(
    ("completion", "error"),
    [
        (Completion("no", None, "stop", refusal="I will not"), RefusalError),
        (Completion("no", None, "content_filter"), RefusalError),
        (Completion(" ", None), EmptyAnswerError),
        (Completion("", None, "length"), TruncatedAnswerError),
    ],
)
async def test_each_way_of_not_answering_has_its_error(completion: Completion, error: type[EngineError]) -> None:
    with pytest.raises(error):
        await extracted(Model(completion))


async def test_an_answer_that_was_cut_off_is_asked_for_again_and_is_no_success() -> None:
    text = json.dumps({"items": [GOOD, SECOND]})
    cut = Completion(text[: text.index("were hurt")], None, "length")
    found = await extracted(Model(cut, {"items": [GOOD, SECOND]}))
    assert len(found.result.items) == 2
    with pytest.raises(TruncatedAnswerError, match="cut off"):
        await extracted(Model(cut, cut))


async def test_an_article_without_sentences_is_not_sent() -> None:
    model = Model()
    with pytest.raises(EmptyArticleError):
        await extracted(model, Article(id="e", text=" "))
    assert not model.asked


def _herons(request: Request) -> object:
    """Every sentence shown, those of the overlap too, as an item."""
    lines = [line for line in request.messages[1].content.splitlines() if line.startswith("[")]
    told = [(int(number[1:]), text) for number, _, text in (line.partition("] ") for line in lines)]
    return {"items": [item(text, number) for number, text in told]}


async def test_a_long_article_is_asked_about_in_windows_and_each_item_comes_once() -> None:
    model = Model(say=_herons)
    found = await extracted(model, LONG, context=2500)
    assert len(model.asked) >= 3
    assert [one.evidence.quote for one in found.result.items] == [
        LONG.text[one.start : one.end] for one in sentences_of(LONG)
    ]
    assert found.rejected == ()
    assert found.provenance.parameters["windows"] == len(model.asked)
    for asked in model.asked:
        shown = sum(len(message.content) for message in asked.messages) / 3
        assert shown + float(asked.parameters["max_tokens"]) <= 2500


async def test_a_window_that_is_not_answered_is_listed_and_the_rest_stays() -> None:
    def say(request: Request) -> object:
        return Completion("", None) if "[1] " in request.messages[1].content else _herons(request)

    found = await extracted(Model(say=say), LONG, window=20)
    assert len(found.result.items) >= 40
    assert "sentences 1 to 20 were not answered" in found.rejected[0].reason
    with pytest.raises(EmptyAnswerError):
        await extracted(Model(say=lambda _: Completion("", None)), LONG, window=20)


async def test_an_error_of_the_service_ends_all_windows() -> None:
    with pytest.raises(ServerError):
        await extracted(Model(say=lambda _: ServerError("down")), LONG, window=20)


async def test_an_article_is_not_cut_for_a_schema_that_is_not_all_lists() -> None:
    with pytest.raises(ContextTooSmallError, match="Titled cannot be asked for in parts"):
        await extracted(Model(), LONG, form=Titled, context=2500)
    with pytest.raises(CallError, match="windows"):
        engine(Model(), Titled, window=8)


async def test_the_endpoint_is_asked_for_its_context_only_for_a_long_article() -> None:
    probed: list[int] = []

    async def probe() -> EndpointProfile:
        probed.append(1)
        return EndpointProfile(2500)

    await engine(Model({"items": []}), probe=probe).answer(ARTICLE)
    assert not probed
    longer = Article(id="l", text=LONG.text * 2)
    model = Model(say=_herons)
    await engine(model, probe=probe).answer(longer)
    assert probed
    assert len(model.asked) >= 3


def test_the_preview_of_an_extraction_is_what_would_be_asked() -> None:
    shown = engine(Model(), window=20).preview(LONG)
    assert len(shown) == 3
    assert shown[0].parameters["max_tokens"] == 1000 + 60 * 20
    assert engine(Model(), seed=4).preview(ARTICLE)[0].parameters["seed"] == 4


def test_the_identity_changes_with_the_prompt_and_the_schema() -> None:
    one = engine(Model()).identity()
    assert one["schema"] != engine(Model(), Titled).identity()["schema"]
    other = LlmEngine(
        ExtractionTask(CustomSchema(Items, "Who?"), LlmOptions()), Model(), model="m", base_url="http://h/v1"
    )
    assert {**other.identity(), "prompts": one["prompts"]} == one != other.identity()
    assert json.dumps(one)
