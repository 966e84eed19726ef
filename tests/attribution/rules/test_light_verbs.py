"""Who issues what a noun of saying names."""

from __future__ import annotations

import pytest

from tests.attribution.reading import said_in


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The guild issued a stern warning that the dam was weak.", "The guild", "that the dam was weak"),
        ("Ada Lund has made the allegation that the vote was rigged.", "Ada Lund", "that the vote was rigged"),
        ("The pilots gave assurances that the boats were sound.", "The pilots", "that the boats were sound"),
    ],
)
def test_who_gives_a_warning_warns(text: str, source: str, content: str) -> None:
    assert [(one.source, one.content) for one in said_in(text)] == [(source, (content,))]


@pytest.mark.parametrize(
    "text",
    [
        "The guild may issue a warning that the dam is weak.",
        "The guild received a warning that the dam was weak.",
        "The plan made promises that voters like.",
        "The council refused to issue a promise that the dam is safe.",
    ],
)
def test_nobody_warns_who_gets_or_may_give_a_warning(text: str) -> None:
    assert not said_in(text)
