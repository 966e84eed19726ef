"""Which "that" begins no clause of what is said."""

from __future__ import annotations

import pytest

from tests.attribution.reading import said_in


@pytest.mark.parametrize(
    "text",
    [
        "Look at what Ada Lund and many sailors said that really moved us.",
        "What the mayor said that day shocked the town.",
        "Here are things Ada Lund said that made us laugh.",
    ],
)
def test_a_that_may_stand_for_what_is_said(text: str) -> None:
    assert not said_in(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor said that day had broken.", "that day had broken"),
        ("Ada Lund said that really good pay moved crews.", "that really good pay moved crews"),
        ("What moved us is that Ada Lund said that the dam was safe.", "that the dam was safe"),
    ],
)
def test_a_that_before_a_subject_begins_what_is_said(text: str, content: str) -> None:
    assert content in [one.content[0] for one in said_in(text)]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Lund echoed that promise on Monday.", []),
        ("Lund echoed that promises are broken.", ["that promises are broken"]),
        ("Lund rejected that idea.", ["that idea"]),
    ],
)
def test_what_is_repeated_may_be_a_thing(text: str, contents: list[str]) -> None:
    assert [one.content[0] for one in said_in(text)] == contents


@pytest.mark.parametrize(
    "text",
    [
        "The cook argued so well that the judges gave her a prize.",
        "Ada Lund shouted so loudly that the guards came.",
        "Ada Lund shouted so that the guards would hear.",
        "The clerk wrote so fast that the ink ran.",
    ],
)
def test_what_came_of_how_something_was_said_is_not_said(text: str) -> None:
    assert not said_in(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ada Lund has said so far that the dam was safe.", "that the dam was safe"),
        ("Ada Lund said that so many boats sank that the port closed.", "that so many boats sank that the port closed"),
    ],
)
def test_a_so_before_what_is_said_does_not_stop_it(text: str, content: str) -> None:
    assert content in [one.content[0] for one in said_in(text)]


def test_a_that_about_whom_somebody_tells_leads_to_nothing_said() -> None:
    assert said_in("The board told the trust that runs it to make changes.") == []
    assert len(said_in("Pell told the crew that sales had fallen.")) == 1
