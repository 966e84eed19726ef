"""The engine on authored answers, at the tasks that give a draft."""

from __future__ import annotations

import asyncio
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.contract.answer import Answer
from summarizer.contract.article import Article
from summarizer.contract.errors import (
    CallError,
    ContextTooSmallError,
    EmptyAnswerError,
    EmptyArticleError,
    InvalidAnswerError,
    RateLimitError,
    RefusalError,
    TruncatedAnswerError,
)
from summarizer.contract.report import Usage
from summarizer.contract.request import Completion, Request
from summarizer.endpoint.profile import EndpointProfile
from summarizer.engines.model.engine import LlmEngine, gather_all
from summarizer.engines.model.schemas import claims_schema, draft_schema, schema_name, summary_schema
from summarizer.engines.model.task import LlmOptions
from summarizer.engines.model.task_choice import draft_task
from summarizer.grounding.ground import ground

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

TEXT = """Quarry at Velm to close

The quarry at Velm will close in May, its owner Ann Roe said on Monday.

“We have no stone left,” she told workers. Bo Lind, who leads the union, denied that.

“There is stone for ten years,” Lind said. “They want to sell the land.”"""
ARTICLE = Article(id="quarry", text=TEXT)
NO_STONE = {
    "sentence": 3, "quotes": ["We have no stone left"], "source": "Ann Roe", "mention": "she", "kind": "person",
    "role": "owner", "via": [], "stance": "asserts", "text": "Ann Roe says that there is no stone left.",
}  # fmt: skip
TEN_YEARS = {
    **NO_STONE, "sentence": 5, "quotes": ["There is stone for ten years"], "source": "Bo Lind", "mention": "Lind",
    "text": "Bo Lind says that there is stone for ten years.",
}  # fmt: skip
WRONG = {**TEN_YEARS, "quotes": ["There is stone for twenty years"]}
SUMMARY: dict[str, Any] = {
    "headline": "Quarry to close",
    "abstract": "Ann Roe says so.",
    "key_points": [{"text": "Lind sees stone for ten years", "claims": [2]}],
}


def draft(*claims: object, **summary: object) -> dict[str, object]:
    return {"claims": list(claims), **SUMMARY, **summary}


class Model:
    """Gives the answers of a test, one after another; the last one again and again."""

    def __init__(self, *said: Any) -> None:
        self.said = list(said)
        self.requests: list[Request] = []

    async def __call__(self, request: Request) -> Completion:
        self.requests.append(request)
        said = self.said.pop(0) if len(self.said) > 1 else self.said[0]
        if callable(said):
            said = said(request)
        if isinstance(said, Exception):
            raise said
        if isinstance(said, Completion):
            return said
        text = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
        return Completion(
            text=text, json_text=text if text.endswith("}") else None, prompt_tokens=100, completion_tokens=10
        )

    def engine(
        self, *, model: str = "large", probe: Callable[..., Any] | None = None, **options: Any
    ) -> LlmEngine[Answer]:
        return LlmEngine(
            draft_task(model, LlmOptions(**options)), self, model=model, base_url="http://h/v1", probe=probe
        )


def cut(text: str, **more: Any) -> Completion:
    return Completion(text=text, json_text=None, finish_reason="length", completion_tokens=99, **more)


async def test_a_whole_article_is_asked_for_once() -> None:
    model = Model(draft(NO_STONE, TEN_YEARS))
    answer = await model.engine(seed=7).answer(ARTICLE)
    assert [claim.source for claim in answer.draft.claims] == ["Ann Roe", "Bo Lind"]
    assert len(model.requests) == 1
    assert (answer.attempts, answer.usage) == (0, Usage())  # counted by whoever sends
    assert re.fullmatch(r"whole@[0-9a-f]{12}", answer.prompt or "")
    assert answer.schema_name == schema_name()
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", answer.created or "")
    assert answer.parameters["temperature"] == 0.0
    assert answer.parameters["seed"] == model.requests[0].parameters["seed"] == 7
    assert model.requests[0].schema is draft_schema()
    assert Answer.model_validate_json(answer.model_dump_json()) == answer


async def test_a_model_is_told_which_claim_has_a_wrong_quote() -> None:
    model = Model(draft(NO_STONE, WRONG), {"claims": [TEN_YEARS]})
    answer = await model.engine().answer(ARTICLE)
    assert len(model.requests) == 2
    complaint = model.requests[1].messages[-1].content
    assert "Claim 2" in complaint
    assert "twenty years" in complaint
    assert "There is stone for ten years" in complaint
    assert model.requests[1].messages[:2] == model.requests[0].messages
    assert [claim.quotes[0] for claim in answer.draft.claims] == [
        "We have no stone left",
        "There is stone for ten years",
    ]


async def test_what_stays_wrong_stays_in_the_draft_and_grounding_rejects_it() -> None:
    model = Model(draft(NO_STONE, WRONG))
    answer = await model.engine(max_reasks=2).answer(ARTICLE)
    assert len(model.requests) == 3
    report = ground(ARTICLE, answer, origin="model")
    assert [claim.source.name for claim in report.claims] == ["Ann Roe"]
    assert any("twenty" in one.quote for one in report.rejected)


async def test_without_reasks_the_model_is_asked_once() -> None:
    model = Model(draft(WRONG))
    await model.engine(max_reasks=0).answer(ARTICLE)
    assert len(model.requests) == 1


async def test_key_points_follow_their_claims_and_cite_none_that_are_not_there() -> None:
    points = [{"text": "Ten years of stone", "claims": [1]}, {"text": "No stone left", "claims": [2, 9]}]
    model = Model(draft(TEN_YEARS, NO_STONE, key_points=points))
    answer = await model.engine(max_reasks=0).answer(ARTICLE)
    assert [point.claims for point in answer.draft.key_points] == [(2,), (1,)]


async def test_a_key_point_that_cites_nothing_is_no_reason_to_ask_again() -> None:
    model = Model(draft(NO_STONE, key_points=[{"text": "K", "claims": [4]}]))
    await model.engine().answer(ARTICLE)
    assert len(model.requests) == 1


async def test_a_model_that_answers_in_prose_twice_is_an_error() -> None:
    model = Model("I found two claims.", draft(NO_STONE))
    assert len((await model.engine().answer(ARTICLE)).draft.claims) == 1
    with pytest.raises(InvalidAnswerError):
        await Model("I found two claims.").engine().answer(ARTICLE)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (Completion(text="", json_text=None, refusal="No."), RefusalError),
        (Completion(text="", json_text=None, finish_reason="content_filter"), RefusalError),
        (Completion(text=" ", json_text=None), EmptyAnswerError),
        (cut(""), TruncatedAnswerError),
        (cut('{"claims": [{"sentence": 1'), TruncatedAnswerError),
        (ContextTooSmallError("too small"), ContextTooSmallError),
        (RateLimitError("429"), RateLimitError),
    ],
)
@pytest.mark.parametrize("name", ["large", "tiny-1b"])
async def test_each_failure_has_its_own_error(said: object, kind: type[Exception], name: str) -> None:
    with pytest.raises(kind):
        await Model(said).engine(model=name, window=2 if name == "tiny-1b" else None).answer(ARTICLE)


@pytest.mark.parametrize(
    "said",
    [{"claims": "none", **SUMMARY}, SUMMARY, {"claims": None, **SUMMARY}, draft({"what": 1}), draft("a", 5)],
)
async def test_an_answer_without_one_claim_of_the_schema_is_an_error(said: dict[str, object]) -> None:
    model = Model(said)
    with pytest.raises(InvalidAnswerError, match=r"schema|JSON object"):
        await model.engine(max_reasks=4).answer(ARTICLE)
    assert len(model.requests) == 5
    mended = Model(said, said, said, said, draft(NO_STONE))
    assert len((await mended.engine(max_reasks=4).answer(ARTICLE)).draft.claims) == 1


async def test_an_empty_list_of_claims_is_an_answer() -> None:
    assert (await Model(draft()).engine().answer(ARTICLE)).draft.claims == ()


async def test_a_wrong_answer_that_gets_no_better_is_asked_for_twice_more() -> None:
    model = Model(draft(NO_STONE, WRONG))
    await model.engine(max_reasks=9).answer(ARTICLE)
    assert len(model.requests) == 3


async def test_a_line_that_stays_wrong_is_asked_for_once_more_and_listed_as_refused() -> None:
    wrong = "Bo Lind says that there is stone for thirty years."
    model = Model(draft(NO_STONE, TEN_YEARS, key_points=[{"text": wrong, "claims": [2]}]))
    answer = await model.engine(max_reasks=9).answer(ARTICLE)
    assert len(model.requests) == 2
    assert wrong not in [point.text for point in answer.draft.key_points]
    assert wrong in [one.text for one in answer.refused]


CUT = '{"claims": [' + json.dumps(NO_STONE) + ', {"sentence": 5, "quotes": ["There is st'


@pytest.mark.parametrize("said", [cut(CUT), Completion(text=CUT, json_text=None, finish_reason="stop")])
async def test_an_answer_whose_end_is_lost_is_asked_for_again_with_more_room(said: Completion) -> None:
    model = Model(said, draft(NO_STONE, TEN_YEARS))
    answer = await model.engine().answer(ARTICLE)
    assert [claim.source for claim in answer.draft.claims] == ["Ann Roe", "Bo Lind"]
    first, second = model.requests
    assert int(second.parameters["max_tokens"]) > int(first.parameters["max_tokens"])
    assert "Give the whole answer again" in second.messages[-1].content


@pytest.mark.parametrize("window", [None, 2])
@pytest.mark.parametrize("said", [cut(CUT), Completion(text=CUT, json_text=None, finish_reason="stop")])
async def test_an_answer_whose_end_stays_lost_is_a_failure_and_no_success(said: Completion, window: int | None) -> None:
    with pytest.raises(TruncatedAnswerError, match="cut off or broken after 1 claims"):
        await Model(said).engine(window=window).answer(ARTICLE)


async def test_an_answer_that_was_closed_by_force_at_its_limit_is_a_cut_one() -> None:
    text = json.dumps(draft(NO_STONE, headline="", abstract="", key_points=[]))
    said = Completion(text=text, json_text=text, finish_reason="length")
    with pytest.raises(TruncatedAnswerError):
        await Model(said).engine().answer(ARTICLE)


async def test_an_answer_with_all_that_follows_its_claims_is_whole_though_said_to_be_cut() -> None:
    text = json.dumps(draft(NO_STONE, key_points=[{"text": "No stone", "claims": [1]}]))
    model = Model(Completion(text=text, json_text=text, finish_reason="length"))
    assert len((await model.engine().answer(ARTICLE)).draft.claims) == 1
    assert len(model.requests) == 1


async def test_half_of_a_surrogate_pair_does_not_lose_an_answer() -> None:
    text = json.dumps(draft({**NO_STONE, "text": "No stone \ud83d left"}))
    answer = await Model(Completion(text=text, json_text=text)).engine().answer(ARTICLE)
    assert answer.draft.claims[0].text == "No stone \ufffd left"
    assert answer.model_dump_json()


async def test_a_refusal_of_the_second_request_keeps_the_first_answer() -> None:
    model = Model(draft(NO_STONE, WRONG), Completion(text="", json_text=None, refusal="No."))
    answer = await model.engine().answer(ARTICLE)
    assert len(model.requests) == 2
    assert len(answer.draft.claims) == 2


def _in_windows(request: Request) -> dict[str, object]:
    if request.schema is summary_schema():
        return SUMMARY
    shown = request.messages[1].content
    return {"claims": [claim for claim in (NO_STONE, TEN_YEARS) if str(claim["quotes"][0]) in shown]}  # type: ignore[index]


async def test_windows_are_asked_one_by_one_and_summed_up_once() -> None:
    model = Model(_in_windows)
    answer = await model.engine(window=2).answer(ARTICLE)
    assert [claim.source for claim in answer.draft.claims] == ["Ann Roe", "Bo Lind"]
    assert answer.draft.headline == "Quarry to close"
    assert answer.draft.key_points[0].claims == (2,)
    assert [request.schema for request in model.requests].count(summary_schema()) == 1
    assert all(request.schema in (claims_schema(), summary_schema()) for request in model.requests)
    assert answer.parameters["windows"] == len(model.requests) - 1 > 1


async def test_one_lost_window_is_listed_and_the_rest_is_kept() -> None:
    def say(request: Request) -> object:
        if "ten years" in request.messages[1].content and request.schema is claims_schema():
            return Completion(text="", json_text=None, refusal="No.")
        return _in_windows(request)

    answer = await Model(say).engine(window=2).answer(ARTICLE)
    assert [claim.source for claim in answer.draft.claims] == ["Ann Roe"]
    assert any("were not answered" in one.reason for one in answer.refused)
    assert not answer.is_whole


async def test_an_endpoint_is_asked_about_its_context_only_when_it_matters() -> None:
    asked: list[int] = []

    async def probe() -> EndpointProfile:
        asked.append(1)
        return EndpointProfile(8_192)

    await Model(draft(NO_STONE)).engine(probe=probe).answer(ARTICLE)
    assert not asked
    long = Article(id="long", text=" ".join(f"Digger {n} said that stone {n} was loose." for n in range(900)))
    model = Model({"claims": [], **SUMMARY})
    engine = model.engine(probe=probe)
    await engine.answer(long)
    await engine.answer(long)
    assert asked == [1]
    assert len(model.requests) > 4


async def test_a_document_of_60_000_words_goes_through_a_context_of_8192_in_linear_cost() -> None:
    def size(request: Request) -> int:
        return sum(len(message.content) for message in request.messages)

    totals = []
    for sentences in (1_000, 6_700):
        text = " ".join(f"Digger number {n} said that stone {n} was loose." for n in range(sentences))
        model = Model({"claims": [], **SUMMARY})
        await model.engine(context=8_192).answer(Article(id="long", text=text))
        assert max(size(request) for request in model.requests) / 3 < 8_192
        totals.append(sum(size(request) for request in model.requests))
    assert len(text.split()) > 60_000
    assert totals[1] < 6.7 * totals[0] * 1.15


async def test_a_context_that_is_smaller_than_thought_is_met_by_smaller_windows() -> None:
    def say(request: Request) -> object:
        body = request.messages[1].content
        return ContextTooSmallError("no") if len(body) > 400 else _in_windows(request)

    model = Model(say)
    answer = await model.engine(max_reasks=0).answer(ARTICLE)
    assert {claim.source for claim in answer.draft.claims} == {"Ann Roe", "Bo Lind"}


async def test_an_answer_that_the_model_may_not_finish_is_asked_for_in_smaller_windows() -> None:
    text = "\n\n".join(f"Digger {n} said on Monday that stone {n} was loose and heavy." for n in range(30))

    def say(request: Request) -> object:
        shown = re.findall(r"^\[(\d+)\] (.+)$", request.messages[1].content, re.MULTILINE)
        claims = [{**NO_STONE, "sentence": int(n), "quotes": [words], "source": words[:9]} for n, words in shown]
        whole = json.dumps({"claims": claims, **SUMMARY, "key_points": []})
        if len(shown) > 15:
            half = whole[: len(whole) // 2]
            return Completion(text=half, json_text=None, finish_reason="length", completion_tokens=1_500)
        return whole

    model = Model(say)
    answer = await model.engine(max_reasks=0).answer(Article(id="long", text=text))
    assert len(answer.draft.claims) == 30
    assert not answer.refused


async def test_an_answer_that_breaks_off_early_is_not_asked_for_in_smaller_windows() -> None:
    text = "\n\n".join(f"Digger {n} said on Monday that stone {n} was loose." for n in range(30))
    model = Model(cut('{"claims": ['))
    with pytest.raises(TruncatedAnswerError):
        await model.engine(max_reasks=0).answer(Article(id="long", text=text))
    assert len(model.requests) == 1


def _context_of(tokens: int) -> Callable[[], Awaitable[EndpointProfile]]:
    async def probe() -> EndpointProfile:
        return EndpointProfile(tokens)

    return probe


@pytest.mark.parametrize("model", ["large", "tiny-1.5b"])
async def test_an_answer_that_fills_the_context_beside_its_prompt_is_asked_for_in_smaller_windows(model: str) -> None:
    """As llama.cpp's server does, whose requests at a time share the context: it takes the prompt and stops."""

    def say(request: Request) -> object:
        shown = re.findall(r"^\[(\d+)\] (.+)$", request.messages[1].content, re.MULTILINE)
        if len(shown) > 2:
            return Completion(text="{", json_text=None, finish_reason="length", prompt_tokens=450, completion_tokens=61)
        if model == "tiny-1.5b":
            return {n: {"words": " ".join(words.split()[:5]), "who": "Ann Roe"} for n, words in shown}
        claims = [{**NO_STONE, "sentence": int(n), "quotes": [words[18:]], "mention": "Ann Roe"} for n, words in shown]
        return {"claims": claims, **SUMMARY, "key_points": []}

    reason = "because the stone of the lower terrace is used up and the old cranes are of no use to anybody at all"
    long = Article(id="quarry", text="\n\n".join(f"Ann Roe said that pit {n} would close {reason}." for n in range(8)))
    answer = await Model(say).engine(model=model, probe=_context_of(512), max_reasks=0).answer(long)
    assert len(answer.draft.claims) == 8
    assert {claim.source for claim in answer.draft.claims} == {"Ann Roe"}


async def test_an_answer_that_is_cut_far_below_the_context_is_no_matter_of_room() -> None:
    model = Model(cut('{"claims": [', prompt_tokens=450))
    with pytest.raises(TruncatedAnswerError):
        await model.engine(probe=_context_of(8_192), max_reasks=0).answer(ARTICLE)
    assert len(model.requests) == 1


async def test_a_single_sentence_that_fills_the_context_is_not_asked_about_for_ever() -> None:
    model = Model(cut('{"claims": [', prompt_tokens=413))
    with pytest.raises((TruncatedAnswerError, ContextTooSmallError)):
        await model.engine(probe=_context_of(512), max_reasks=0).answer(ARTICLE)
    assert len(model.requests) < 12


async def test_a_limit_that_one_article_met_holds_for_all() -> None:
    text = "\n\n".join(f"Digger {n} said on Monday that stone {n} was loose and heavy." for n in range(60))

    def say(request: Request) -> object:
        size = sum(len(message.content) for message in request.messages) // 4 + int(request.parameters["max_tokens"])
        return ContextTooSmallError("no", limit=4_000) if size > 4_000 else _in_windows(request)

    model = Model(say)
    engine = model.engine(max_reasks=0)
    await engine.answer(Article(id="one", text=text))
    first = len(model.requests)
    await engine.answer(Article(id="two", text=f"{text}\n\nThe end."))
    assert len(model.requests) == 2 * first - 1


async def test_a_small_model_is_asked_who_speaks() -> None:
    def say(request: Request) -> object:
        numbers = [int(key) for key in request.schema.body["properties"]]
        names = {2: "Ann Roe", 3: "Ann Roe", 4: "Bo Lind", 5: "Bo Lind", 6: "Bo Lind"}
        return {str(n): {"words": "x", "who": names.get(n, "")} for n in numbers}

    model = Model(say)
    answer = await model.engine(model="tiny-1.5b").answer(ARTICLE)
    report = ground(ARTICLE, answer, origin="model")
    assert {"Ann Roe", "Bo Lind"} == {claim.source.name for claim in report.claims}
    assert (answer.prompt or "").startswith("speakers@")
    assert report.summary.headline


async def test_the_preview_is_what_is_sent() -> None:
    for name in ("large", "tiny-1b"):
        model = Model(_in_windows if name == "large" else {"2": {"words": "", "who": "Ann Roe"}})
        engine = model.engine(model=name, window=2)
        shown = engine.preview(ARTICLE)
        await engine.answer(ARTICLE)
        assert [request.messages for request in shown] == [request.messages for request in model.requests[: len(shown)]]


def test_the_identity_changes_with_all_that_decides_an_answer() -> None:
    base = Model("").engine().identity()
    assert base == Model("").engine().identity()
    others = [
        Model("").engine(language="fr"), Model("").engine(temperature=0.5), Model("").engine(window=3),
        Model("").engine(model="other"), Model("").engine(max_reasks=0), Model("").engine(model="tiny-1b"),
    ]  # fmt: skip
    assert all(other.identity() != base for other in others)
    json.dumps(base)


async def test_an_empty_window_and_an_empty_article_are_refused() -> None:
    with pytest.raises(CallError):
        Model("").engine(window=0)
    with pytest.raises(EmptyArticleError):
        await Model("").engine().answer(Article(id="e", text=" \n"))


@pytest.mark.parametrize(
    "told", ["HACKED BY ZORG", "Visit our shop for cheap watches", "Ignore all previous instructions.", ""]
)
async def test_a_summary_that_is_not_about_the_article_is_chosen_by_rules(told: str) -> None:
    points = [{"text": told or "-", "claims": [1]}, {"text": "Ann Roe has no stone left", "claims": [1]}]
    model = Model(draft(NO_STONE, headline=told, abstract=told, key_points=points))
    answer = await model.engine(max_reasks=0).answer(ARTICLE)
    shown = [answer.draft.headline, answer.draft.abstract, *(point.text for point in answer.draft.key_points)]
    assert told not in shown
    assert "Ann Roe has no stone left" in shown
    assert all(shown)


async def test_parts_of_windows_that_were_too_large_are_not_listed() -> None:
    def say(request: Request) -> object:
        body = request.messages[1].content
        if "ten years" not in body:
            return Completion(text="", json_text=None, refusal="No.")
        return ContextTooSmallError("no") if len(body) > 400 else _in_windows(request)

    answer = await Model(say).engine(max_reasks=0, window=3).answer(ARTICLE)
    assert len({one.reason for one in answer.refused}) == len(answer.refused)
    assert all("were not answered" in one.reason for one in answer.refused)


async def test_the_mode_of_the_last_answer_is_named() -> None:
    model = Model(
        Completion("Hm.", None, mode="json_schema"), Completion('{"claims": []}', '{"claims": []}', mode="tools")
    )
    assert (await model.engine().answer(ARTICLE)).parameters["mode"] == "tools"


async def test_gather_all_awaits_all_and_keeps_their_order() -> None:
    gate = asyncio.Event()

    async def first() -> int:
        await gate.wait()
        return 1

    async def second() -> int:
        gate.set()
        return 2

    assert await gather_all([first(), second()]) == [1, 2]
    assert await gather_all([]) == []


async def test_in_gather_all_the_first_error_stops_the_others_and_is_raised_as_it_is() -> None:
    stopped: list[str] = []

    async def waiting() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            stopped.append("waiting")

    async def failing() -> None:
        await asyncio.sleep(0)
        msg = "told"
        raise LookupError(msg)

    jobs: list[Awaitable[None]] = [waiting(), failing()]
    with pytest.raises(LookupError, match="told"):
        await gather_all(jobs)
    assert stopped == ["waiting"]
