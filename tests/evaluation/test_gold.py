import json

import pytest

from summarizer.contract.errors import CallError
from summarizer.evaluation.gold import Gold, parse_gold, place_gold

TEXT = "Menu\nThe dyke will hold, Anna Reil said.\nThe dyke will hold, Bo Lind said. “It is\nsound,” he said.\nMenu"


def _gold(**statement: object) -> Gold:
    return Gold.model_validate({"article": "dyke", "statements": [{"source": "Anna Reil", **statement}]})


def _words(gold: Gold, text: str = TEXT) -> list[list[str]]:
    return [[text[start:end] for start, end in item.spans] for item in place_gold(gold, text).statements]


def test_gold_words_are_placed_at_their_first_occurrence() -> None:
    placed = place_gold(_gold(content="The dyke will hold"), TEXT)
    assert placed.statements[0].spans == ((5, 23),)


def test_gold_words_are_placed_at_a_named_occurrence() -> None:
    placed = place_gold(_gold(content="The dyke will hold", occurrence=2), TEXT)
    assert placed.statements[0].spans == ((TEXT.rindex("The dyke"), TEXT.rindex("The dyke") + 18),)


def test_gold_words_may_differ_in_white_space() -> None:
    assert _words(_gold(content="“It is sound,”")) == [["“It is\nsound,”"]]


def test_a_gap_runs_to_the_next_occurrence_of_what_follows() -> None:
    assert _words(_gold(content="The dyke [...] said.")) == [["The dyke will hold, Anna Reil said."]]


def test_pieces_of_a_statement_are_placed_in_order() -> None:
    assert _words(_gold(content=["Bo Lind", "sound"])) == [["Bo Lind", "sound"]]
    with pytest.raises(CallError, match="Anna Reil"):
        place_gold(_gold(content=["sound", "Anna Reil"]), TEXT)


def test_a_repeat_is_the_second_occurrence_and_holds_no_statement() -> None:
    data = {
        "article": "dyke",
        "statements": [{"content": "The dyke will hold", "source": "Bo Lind"}],
        "furniture": [{"text": "The dyke will hold, Anna Reil said."}],
        "repeats": ["Menu"],
    }
    placed = place_gold(Gold.model_validate(data), TEXT)
    assert placed.statements[0].spans[0][0] == TEXT.rindex("The dyke")
    assert placed.repeats == ((TEXT.rindex("Menu"), len(TEXT)),)


@pytest.mark.parametrize("content", ["The dyke will break", "The dyke [...] breaks", "Menu"])
def test_gold_words_missing_from_the_article_are_an_error_that_quotes_them(content: str) -> None:
    gold = Gold.model_validate(
        {
            "article": "dyke",
            "statements": [{"content": content, "source": "x"}],
            "furniture": ["Menu"],
            "repeats": ["Menu"],
        }
    )
    with pytest.raises(CallError) as caught:
        place_gold(gold, TEXT)
    assert content in str(caught.value)
    assert "dyke" in caught.value.where


def test_an_occurrence_beyond_the_last_is_an_error() -> None:
    with pytest.raises(CallError):
        place_gold(_gold(content="The dyke", occurrence=3), TEXT)


def test_gold_may_be_written_in_short_forms() -> None:
    gold = _gold(content="sound", stance="denies", figures=[4, {"value": 7, "qualifier": "at_least"}])
    statement = gold.statements[0]
    assert statement.content == ("sound",)
    assert statement.stance == ("denies",)
    assert [(figure.value, figure.qualifier) for figure in statement.figures or ()] == [(4, None), (7, "at_least")]


def test_gold_is_one_record_or_one_per_line() -> None:
    gold = _gold(content="sound")
    assert parse_gold(json.dumps(json.loads(gold.model_dump_json()), indent=1), "g.json") == (gold,)
    assert parse_gold(gold.model_dump_json() + "\n\n" + gold.model_dump_json() + "\n", "g.jsonl") == (gold, gold)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("", "g.json"),
        ("[]", "g.json"),
        ('{"article": "a", "statements": [{"content": "x"}]}', "source"),
        ('{"article": "a", "statements": [], "colour": 1}', "colour"),
        ('{"article": "a", "statements": []}\n{"article": "b"}', "line 2"),
        ('{"article": "a", "statements": [{"content": "x", "source": "y", "figures": "4"}]}', "figures"),
        ('{"article": "a", "statements": [], "furniture": "Menu"}', "furniture"),
    ],
)
def test_malformed_gold_is_an_error_that_names_file_and_line(data: str, place: str) -> None:
    with pytest.raises(CallError) as caught:
        parse_gold(data, "g.json")
    assert place in str(caught.value)
