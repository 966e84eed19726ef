import pytest

from summarizer.contract.article import Article
from summarizer.engines.rules.standalone import is_news, plain_name, surname, tell

STORY = """Wall at Varn breaks

VARN (AP) — The harbour wall at Varn broke on Sunday, Mayor Ilse Brandt said.

But Brandt denied that the town had been warned. Critics, led by Tomas Reil, disagree. Reil is an engineer.

He said the wall was old. Shares of Kelp .KLP fell 3%, the union added.
"""


def told(words, **more):
    article = Article(id="a", text=STORY, title="Wall at Varn breaks")
    start = STORY.index(words)
    return tell(article, start, STORY.index(".", start + len(words)) + 1, **more)


def test_a_dateline_and_a_word_that_joins_are_left_out():
    assert told("VARN (AP)").text.startswith("The harbour wall at Varn broke")
    assert told("But Brandt").text == "Ilse Brandt denied that the town had been warned."


def test_a_surname_alone_is_told_in_full_until_the_reader_knows_it():
    assert "Ilse Brandt" in told("But Brandt").text
    assert told("But Brandt", known=("ilse brandt",)).text.startswith("Brandt denied")


def test_a_ticker_is_left_out():
    assert "KLP" not in told("Shares of").text


def test_a_pronoun_without_its_name_leans_on_what_was_before():
    assert told("He said").leans
    assert not told("But Brandt").leans
    assert told("He said", known=("tomas reil",), context="Tomas Reil left.").text == "Reil said the wall was old."


@pytest.mark.parametrize(
    "text",
    [
        "The report was late.",
        "This was the third storm.",
        "A quotation that “never ends.",
        "I saw the wall break.",
        "You may call the harbour.",
        "The man who fled was caught.",
    ],
)
def test_sentences_that_need_another_one(text):
    assert tell(Article(id="a", text=text), 0, len(text)).leans


@pytest.mark.parametrize("text", ["The police came at once.", "The owner of the wall paid.", "There is no wall left."])
def test_sentences_that_stand_alone(text):
    assert not tell(Article(id="a", text=text), 0, len(text)).leans


def test_the_thing_that_was_named_before_is_known():
    text = "The wall was old."
    assert not tell(Article(id="a", text=text), 0, len(text), context="A wall at Varn broke.").leans


@pytest.mark.parametrize(
    "text", ["Who broke it?", "Sign up for our newsletter.", "The board did not immediately respond."]
)
def test_what_is_no_news(text):
    assert not is_news(text)


def test_names_are_plain():
    article = Article(id="a", text="The mayor of Lund Ana Moll left.")
    assert plain_name(article, "Attorney for the District of Lund Ana Moll", "person") == "Ana Moll"
    assert plain_name(article, "Lund Ana Moll", "person") == "Ana Moll"
    assert plain_name(article, "Bank of Lund", "organization") == "Bank of Lund"
    assert surname("Ana Moll Jr.") == "Moll Jr."
