"""What stands beside “as Lund said”."""

from __future__ import annotations

import pytest

from tests.attribution.reading import said_in


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("But the hard part, as Olav Krug points out, is that it is slow.", ("the hard part", "is that it is slow")),
        ("And that, as Lund points out, is rather a lot just here.", ("that", "is rather a lot just here")),
        ("As Lund said, the town was late.", ("the town was late",)),
    ],
)
def test_what_is_put_as_somebody_says_keeps_its_subject(text: str, content: tuple[str, ...]) -> None:
    (said,) = said_in(text)
    assert said.content == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“It is late,” as Ida Lund put it.", "“It is late,”"),
        ("The toll is “a joke,” as Ida Lund put it.", "The toll is “a joke,”"),
        ("“A joke,” as Ida Lund put it, is what it was.", "“A joke,”"),
        ("The toll, which is late, is “a joke,” as Ida Lund said.", "“a joke,”"),
    ],
)
def test_a_quotation_may_stand_before_as_somebody_put_it(text: str, content: str) -> None:
    (said,) = said_in(text)
    assert (said.source, said.content) == ("Ida Lund", (content,))


def test_a_title_before_as_somebody_promised_is_not_said() -> None:
    assert said_in("He sang “Winter Bells,” as he had promised.") == []
