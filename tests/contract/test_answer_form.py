"""The form of an answer: as few words as can be, and one that a draft can be read from."""

import json

from summarizer.contract.answer_form import AnswerForm, ToldClaim, ToldLine, ToldPoint, ToldSource


def test_the_schema_says_nothing_that_the_prompt_says() -> None:
    words = json.dumps(AnswerForm.model_json_schema())
    assert "description" not in words
    assert "$ref" not in words
    assert words.count('"title"') == 1


def test_what_may_be_left_out_is_not_required() -> None:
    body = AnswerForm.model_json_schema()
    claim = body["properties"]["claims"]["items"]
    assert claim["required"] == ["sentence", "quotes"]
    assert set(body["required"]) == set(body["properties"])


def test_an_answer_of_the_form_is_taken() -> None:
    line = ToldLine(text="The wall fell", sentences=(1,))
    form = AnswerForm(
        sources=(ToldSource(name="Ann Roe", kind="person"),),
        claims=(ToldClaim(sentence=2, quotes=("it fell",), source="Ann Roe"),),
        headline=line,
        abstract=(line,),
        key_points=(ToldPoint(text="It fell, Ann Roe said.", claims=(1,)),),
    )
    assert form.claims[0].stance == "asserts"
