"""Who beats, backs or blames whom: a line that turns it round is doubted, one that puts it otherwise is not."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.relations import turned_relations

TEXT = (
    "Lorn takes Osterby\n\n"
    "Edda Lorn edged out her rival Tomas Reil in Osterby, while in Kell she trails him.\n\n"
    "Jonna Eik, a diver, lost by four points to Nils Brant in the vote for the guild.\n\n"
    "Nine years ago Per Dahl supported Ilse Brandt over Ida Moll.\n\n"
    "Mayor Ilse Brandt defended Per Dahl at a meeting in Varn. The union was criticised by Ida Moll.\n"
)
ARTICLE = Article(id="race", text=TEXT, title="Lorn takes Osterby")


def found(line: str) -> list[tuple[str, str]]:
    return list(turned_relations(ARTICLE, line, ()))


@pytest.mark.parametrize(
    "line",
    [
        "Edda Lorn defeats Tomas Reil in Osterby",
        "Tomas Reil lost to Edda Lorn in Osterby.",
        "Nils Brant beat Jonna Eik by four points.",
        "Jonna Eik was beaten by Nils Brant.",
        "Per Dahl backed Ilse Brandt over Ida Moll nine years ago.",
        "Ilse Brandt praised Per Dahl in Varn.",
        "Ida Moll attacked the union.",
        "Ida Moll praised Nils Brant.",
    ],
)
def test_the_same_in_other_words_is_left_alone(line: str) -> None:
    assert found(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "Tomas Reil defeats Edda Lorn in Osterby",
        "Jonna Eik beat Nils Brant by four points.",
        "Nils Brant was beaten by Jonna Eik.",
        "Per Dahl backed Ida Moll over Ilse Brandt nine years ago.",
        "Ilse Brandt attacked Per Dahl in Varn.",
    ],
)
def test_what_is_turned_round_is_doubted(line: str) -> None:
    assert found(line)
