"""Who beats, backs or blames whom: a line that turns it round is doubted, one that puts it otherwise is not."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.relations import turned_relations, turned_transfers

TEXT = (
    "Lorn takes Osterby\n\n"
    "Edda Lorn edged out her rival Tomas Reil in Osterby, while in Kell she trails him.\n\n"
    "Jonna Eik, a diver, lost by four points to Nils Brant in the vote for the guild.\n\n"
    "Nine years ago Per Dahl supported Ilse Brandt over Ida Moll.\n\n"
    "A letter to Rosa Kett from Hanna Vell told of it. Hanna Vell voiced support for Ida Moll.\n\n"
    "In May a count had Ole Faber ahead of Lars Holt by 41 to 33. In another Lars Holt led Ole Faber by 38 to 36.\n\n"
    "Nora Quist dismissed Emil Sand as a dreamer.\n\n"
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
        "Hanna Vell endorsed Ida Moll.",
        "Ole Faber led Lars Holt by 41 to 33.",
        "Lars Holt led Ole Faber by 38 to 36.",
        "Nora Quist called Emil Sand a dreamer.",
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
        "Hanna Vell endorsed Edda Lorn.",
        "Lars Holt led Ole Faber by 41 to 33.",
        "Emil Sand called Nora Quist a dreamer.",
    ],
)
def test_what_is_turned_round_is_doubted(line: str) -> None:
    assert found(line)


def test_from_whom_and_to_whom_is_not_turned_round() -> None:
    assert not list(turned_transfers(ARTICLE, "The letter was sent by Hanna Vell to Rosa Kett."))
    assert list(turned_transfers(ARTICLE, "The letter was sent by Rosa Kett to Hanna Vell."))
