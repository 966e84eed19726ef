"""The examples are as hard as they are meant to be, and their gold says what stands in them."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from summarizer.contract.article import Article
from summarizer.evaluation.evaluate import read_gold
from summarizer.evaluation.gold import Gold, GoldStatement, place_gold
from summarizer.reading.inputs import FailedInput, read_articles
from summarizer.text.figures import find_figures

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
GOLD = ROOT / "tests" / "gold"


@cache
def articles() -> dict[str, Article]:
    found = list(read_articles([EXAMPLES]))
    assert not [item for item in found if isinstance(item, FailedInput)]
    return {item.id: item for item in found if isinstance(item, Article)}


@cache
def gold() -> dict[str, Gold]:
    return {item.article: item for item in read_gold(GOLD)}


def _placed(name: str) -> list[tuple[GoldStatement, tuple[str, ...]]]:
    text = articles()[name].text
    return [
        (item.statement, tuple(text[start:end] for start, end in item.spans))
        for item in place_gold(gold()[name], text).statements
    ]


NAMES = sorted(gold())


def test_every_article_has_gold_and_all_gold_an_article() -> None:
    assert set(articles()) == set(gold())
    assert len(articles()) == 12


@pytest.mark.parametrize("name", NAMES)
def test_gold_quotes_stand_in_the_article_text(name: str) -> None:
    placed = place_gold(gold()[name], articles()[name].text)
    barred = placed.furniture + placed.repeats
    for item in placed.statements:
        for start, end in item.spans:
            assert not any(low < end and start < high for low, high in barred), articles()[name].text[start:end]


@pytest.mark.parametrize("name", NAMES)
def test_statements_do_not_begin_or_end_inside_a_word(name: str) -> None:
    text = articles()[name].text.replace("â€œ", "   ")  # a broken quotation mark ends in a letter
    for item in place_gold(gold()[name], articles()[name].text).statements:
        for start, end in item.spans:
            assert not re.match(r"\w\w", text[start - 1 : start + 1]), text[start:end]
            assert not re.match(r"\w\w", text[end - 1 : end + 1]), text[start:end]


@pytest.mark.parametrize("name", NAMES)
def test_sources_are_named_in_the_articles_own_words(name: str) -> None:
    text = articles()[name].text.casefold()
    for statement, _ in _placed(name):
        for source in (statement.source, *statement.via):
            words = [word for word in re.findall(r"[^\W_]+", source.casefold()) if len(word) > 2]
            assert source == "unnamed source" or all(word in text for word in words), source
        if statement.kind == "person":
            assert statement.source.casefold() in text, statement.source


@pytest.mark.parametrize("name", NAMES)
def test_gold_figures_stand_in_their_statement(name: str) -> None:
    for statement, spans in _placed(name):
        values = {figure.value for words in spans for figure in find_figures(words)}
        assert {figure.value for figure in statement.figures or ()} <= values, spans


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_examples_are_of_a_news_articles_length(path: Path) -> None:
    short = path.name in ("bridge-closure.txt", "ferry-fire-briefs.jsonl")
    low, high = (100, 350) if short else (350, 1000)
    data = path.read_bytes()
    text = data.decode("cp1252" if path.name.startswith("fuel") else "utf-8")
    assert low <= len(text.split()) <= high


def _raw(name: str) -> str:
    return (EXAMPLES / name).read_bytes().decode()


def test_outlets_differ_on_the_toll() -> None:
    tolls = {
        "ferry-brief-skarne-messenger": "Eleven bodies",
        "ferry-brief-norrpress": "the number of dead in the Marisole fire at 14",
        "ferry-fire-harbour-post": "the number of dead at 17",
        "ferry-fire-morning-ledger": "Nineteen people are now known to have died",
    }
    assert all(words in articles()[name].text for name, words in tolls.items())


def test_the_examples_hold_the_difficulties_that_they_are_for() -> None:
    courier, ledger = _raw("border-clash-northern-courier.txt"), _raw("ferry-fire-morning-ledger.txt")
    harbour, dam = _raw("ferry-fire-harbour-post.txt"), _raw("dam-inquiry-upland-gazette.txt")
    assert "â€œ" in courier, "mojibake"
    assert ".The " in courier, "a lost space"
    assert "“" in harbour, "curly quotes"
    assert '"' in harbour, "straight quotes beside curly ones"
    paragraphs = [line for line in ledger.split("\n") if len(line) > 80]
    assert len(paragraphs) - len(set(paragraphs)) == 1, "one paragraph printed twice"
    assert dam.count("\r\n") == dam.count("\n") > 20, "CRLF"
    assert re.search(r"say so in court\.\n\n“He went back", harbour), "a quotation over two paragraphs"
    with pytest.raises(UnicodeDecodeError):
        _raw("fuel-blockade-kestrel-times.txt")


def test_the_example_in_a_legacy_encoding_is_decoded() -> None:
    article = articles()["fuel-blockade-kestrel-times"]
    assert "Édith Sørland" in article.text
    assert "€1.45" in article.text
    assert "cp1252" in article.encoding.replace("windows-", "cp").replace("_", "")


@pytest.mark.parametrize(
    "hidden", ["hidden and should be read", "visit our shop", "that he would resign", "dataLayer", "took the money"]
)
def test_hidden_parts_of_the_example_page_are_not_read(hidden: str) -> None:
    assert hidden in _raw("border-clash-valley-tribune.html")
    assert hidden not in articles()["border-clash-valley-tribune"].text


def test_gold_files_are_one_record_a_file_named_after_the_article() -> None:
    for path in GOLD.iterdir():
        assert json.loads(path.read_text(encoding="utf-8"))["article"] == path.stem
