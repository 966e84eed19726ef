"""A person is called what the article calls them."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.contract.report import Source
from summarizer.grounding.checks.passage import read_passage
from summarizer.grounding.checks.roles import contradicted_role, is_wrong_role, persons_named, wrong_roles

TEXT = (
    "Mayor Ilse Brandt said the pier was shut. Professor Odd Venn, who studies tides, disagreed. "
    "Chief executive Mara Quill of Sund Line did not answer. Brandt left. "
    "The pier of Kelp was sold by company CEO Ines Falk."
)
STORY = Article(id="pier", text=TEXT)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Mayor Ilse Brandt said so.", []),
        ("Ilse Brandt, the mayor, said so.", []),
        ("Senator Ilse Brandt said so.", [("Ilse Brandt", "senator")]),
        ("Ilse Brandt, a professor, said so.", [("Ilse Brandt", "professor")]),  # that is the other one
        ("CEO Mara Quill did not answer.", []),
        ("The spokesman Mara Quill did not answer.", [("Mara Quill", "spokesman")]),
        ("The guild is to host Ilse Brandt.", []),
        ("The guild is a host; host Ilse Brandt said so.", [("Ilse Brandt", "host")]),
        ("Somebody said so.", []),
    ],
)
def test_a_role_of_nobody_or_of_another_is_told(text: str, wrong: list[tuple[str, str]]) -> None:
    assert list(wrong_roles(read_passage(STORY, text, [(0, 10)]))) == wrong


def test_a_role_is_wrong_when_no_word_of_it_stands_with_the_name() -> None:
    assert is_wrong_role(STORY, "Ilse Brandt", "senator")
    assert not is_wrong_role(STORY, "Ilse Brandt", "mayor of the town")
    assert not is_wrong_role(STORY, "Ilse Brandt", "")


def test_persons_are_those_of_the_article_with_a_first_name() -> None:
    passage = read_passage(STORY, "Brandt met Venn at Sund Line.", [(0, 10)])
    assert persons_named(passage) == {"brandt", "venn"}


@pytest.mark.parametrize(
    ("name", "role", "told"),
    [
        ("Ilse Brandt", "Mayor", None),
        ("Ilse Brandt", "professor", "Odd Venn"),  # the role of another
        ("Ilse Brandt", "senator", "senator"),  # nobody's
        ("Ilse Brandt", "finance mayor", "finance"),
        ("Mara Quill", "chief executive of Sund Line", None),
        ("Mara Quill", "", None),
        ("Ines Falk", "CEO of Sund Line", None),  # "company CEO Ines Falk"
        ("Rolf Ost", "captain", None),  # whom the article does not name
    ],
)
def test_the_role_of_a_source_is_compared_with_what_the_article_calls_it(
    name: str, role: str, told: str | None
) -> None:
    assert contradicted_role(STORY, Source(name=name, kind="person", role=role or None)) == told


def test_a_name_with_a_small_word_in_it_is_read_whole() -> None:
    story = Article(
        id="bay", text="The guide Sem van Dorp led them. Prime Minister Eva Lund thanked everybody in the bay."
    )
    told = list(wrong_roles(read_passage(story, "Prime Minister Sem van Dorp led them.", [(0, 10)])))
    assert [name for name, _ in told] == ["Sem van Dorp"]


COURT = Article(
    id="court",
    text=(
        "Attorney General Odd Venn wrote to President Ilse Brandt. Vice President Mara Quill spoke with Brandt about "
        "it, and Venn told the harbour ministry. Minister of Trade, Shipping and Ferries, Senator Rolf Ost "
        "spoke. Brandt thanked Venn and the scholar Ines Falk of Kelp."
    ),
)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("President Ilse Brandt thanked him.", []),
        ("Minister Rolf Ost spoke.", []),
        ("Ilse Brandt, the president, thanked him.", []),
        ("The country's leader Ilse Brandt thanked him.", []),
        ("Prime Minister Ilse Brandt thanked him.", [("Ilse Brandt", "prime")]),
        ("Vice President Ilse Brandt thanked him.", [("Ilse Brandt", "vice")]),
        ("Attorney General Ilse Brandt thanked him.", [("Ilse Brandt", "general")]),
        ("Secretary of State Mara Quill spoke.", [("Mara Quill", "secretary")]),
        ("They thanked the scholar Odd Venn.", [("Odd Venn", "scholar")]),
        ("They thanked Odd Venn, and scholar Ines Falk left.", []),
        ("They spoke of Ilse Brandt, scholar Ines Falk said.", []),
    ],
)
def test_a_title_that_the_article_gives_to_others_only_is_told(text: str, wrong: list[tuple[str, str]]) -> None:
    assert list(wrong_roles(read_passage(COURT, text, [(0, 10)]))) == wrong


@pytest.mark.parametrize(
    ("role", "told"),
    [("Varn Mayor", None), ("Mayor", None), ("Orsk Mayor", "Orsk"), ("Varnian Mayor", None)],
)
def test_an_office_is_that_of_its_own_place(role: str, told: str | None) -> None:
    story = Article(id="varn", text="Varn Mayor Ilse Brandt went to Orsk. The pier there is shut, she said.")
    assert contradicted_role(story, Source(name="Ilse Brandt", kind="person", role=role)) == told


def test_an_office_may_be_spelt_out() -> None:
    story = Article(id="varn", text="Deputy AG Ilse Brandt sued the ferry. It was late.")
    text = "Deputy Attorney General Ilse Brandt sued the ferry."
    assert list(wrong_roles(read_passage(story, text, [(0, 39)]))) == []


def test_an_office_beside_another_body_s_rank_is_its_own() -> None:
    story = Article(id="bay", text="Guild spokeswoman Navy Commander Ilse Brandt spoke. She was late.")
    assert contradicted_role(story, Source(name="Ilse Brandt", kind="person", role="Guild spokeswoman")) is None
