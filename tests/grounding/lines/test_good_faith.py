"""Lines in a careful writer's own words: what is right in them is left alone, and what is put wrong is doubted."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.proof import ProposedLine, prove_lines

TEXT = (
    "Guild of Varn seeks probe of harbour chief\n\n"
    "Two council panels on Tuesday asked the harbour court to examine whether Edda Lorn lied about the pumps "
    "while testifying in Sept. 2019.\n\n"
    "Panel chairman Tomas Reil sent the referral to the court. The court is unlikely to act on it.\n\n"
    "“The logs appear to directly contradict several parts of her sworn testimony,” the chairmen wrote. "
    "“The port isn't going to send more than 3 guards,” wrote Reil.\n\n"
    "Harbour master Jonna Eik said he had no doubt that the pumps were old, and he declined an interview request "
    "from the Varn Echo. The harbour master shoved a diver off the pier, witness Per Dahl said.\n\n"
    "Lorn's deputy, Nils Brant, was dismissed on Monday. Not merely the pumps, but all of the doors had failed, "
    "Brant told the Echo.\n\n"
    "The guild's claim could not be checked independently. No one claimed the wreck. Some of the crew were rescued. "
    "There is no rule for this, Lorn said, without proof of a fault. The port's condition was unknown.\n\n"
    "Tallow closed at 90.12 crowns a barrel. The guild, with the support of divers, has kept up its criticism of "
    "Lorn's vote for the toll. Members of the Guild Board met Ida Moll, the daughter of painter Rosa Moll, at the "
    "fair of Kell, which lasted from June 13 to 17.\n\n"
    "It was closed because the lamps had failed, the port said.\n"
)
ARTICLE = Article(id="good-faith", text=TEXT)


def checks(line: str) -> list[tuple[str, str]]:
    (proved,) = prove_lines(ARTICLE, [ProposedLine("key_point", line)])
    return [(check.code, check.detail) for check in proved.checks]


@pytest.mark.parametrize(
    "line",
    [
        "The court is not expected to act on the request.",
        "Jonna Eik turned down a request for an interview from the Varn Echo.",
        "Eik said he does not doubt that the pumps were old.",
        "Lorn's deputy, Nils Brant, was fired on Monday.",
        "Reil wrote that the port will provide no more than three guards.",
        "The port's condition was not known.",
        "Edda Lorn testified in September 2019.",
        "Tallow closed above 90 crowns a barrel.",
        "The guild has persistently criticised Lorn for voting for the toll.",
        "Ida Moll, whose mother is the painter Rosa Moll, met members of the Guild Board.",
        "Per Dahl, a witness, said Eik pushed a diver off the pier.",
        "The logs appeared to contradict parts of her testimony, the chairmen wrote.",
        "Two Liberal panel chairmen asked the court to examine whether Lorn lied about the pumps.",
        "Lorn said there is no rule for this without proof of a fault.",
    ],
)
def test_other_words_for_the_same_are_left_alone(line: str) -> None:
    assert checks(line) == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("The court is expected to act on it.", "negation_differs"),
        ("The logs contradict several parts of her sworn testimony, the chairmen wrote.", "hedge_differs"),
        ("Lorn said there is a rule for this without proof of a fault.", "negation_differs"),
        ("The guild's claim was checked independently.", "negation_differs"),
        ("Jonna Eik gave the Varn Echo an interview on request.", "negation_differs"),
        ("All of the crew were rescued.", "scope_differs"),
        ("Deputy chairman Tomas Reil sent the referral to the court.", "role_differs"),
        ("It was closed because thieves had robbed the port's safe.", "reason_not_in_evidence"),
        ("Reil wrote that the port will provide at least three guards.", "qualifier_differs"),
        ("Tallow closed above 95 crowns a barrel.", "figure_not_in_evidence"),
    ],
)
def test_what_is_put_wrong_is_doubted(line: str, code: str) -> None:
    assert code in [found for found, _ in checks(line)]
