"""Lines that put several sentences into one, as strong writers do: right ones stay, and their wrong twins do not."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.proof import ProposedLine, prove_lines

SENTENCES = (
    "Lock keepers defend Lorn in ledger quarrel",
    "Edda Lorn of the Royal Nautical Academy, who served as keeper of the Osterby lock, spoke on Thursday.",
    "Her husband Karl, a ropemaker, drowned in the flood of Kelp in 1987.",
    "The toll is not confined to the three barges that sank, said Rosa Moll, who felt for the crews.",
    "Nobody should be spared a question because of it, she said.",
    "Divers have not been seen since the gate fell, but three were brought up alive.",
    "Nils Brant denied that Reil had fallen out with Dahl.",
    "Most of the town was born after 1987, when the dyke broke.",
    "“Voters were worried about the dyke, and they still are,” Brant said at a meeting to ease the town's worries.",
    "The guild found rust in nine bells; two of them were cracked, and the two bells were sold.",
    "LTA members paid for the lamps.",
    "Moll was disturbed that Lorn was scolded for accepting the silver oar from a guest.",
    "Lorn should not have accepted it, some have said.",
    "Ed Rask, the clerk, took cues from the guild, using its arguments against the toll.",
    "Brant, who backed Moll in May, did not come to Kelp and said “No comment” when asked about it.",
)
ARTICLE = Article(id="condensed", text="\n\n".join(SENTENCES), title=SENTENCES[0])


def codes(line: str, *numbers: int) -> list[str]:
    (proved,) = prove_lines(ARTICLE, [ProposedLine("key_point", line, numbers)])
    return [check.code for check in proved.checks]


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("RNA member Edda Lorn spoke on Thursday.", (2,)),
        ("Keepers defend Lorn over the Moll quarrel.", (1,)),
        ("The toll goes beyond the three barges that sank, Rosa Moll said.", (4,)),
        ("Moll said nobody should be spared a question because of their grief.", (4, 5)),
        ("Divers are missing after the gate fell; three were brought up alive.", (6,)),
        ("Nils Brant denied that Reil and Dahl had fallen out.", (7,)),
        ("Most of the town's people were born after the dyke broke in 1987.", (8,)),
        ("Brant sought to calm voters over the dyke.", (9,)),
        ("Two bells in which the guild found rust were cracked.", (10,)),
        ("Members of the Lock Tenders Association paid for the lamps.", (11,)),
        ("Moll was disturbed by the scolding of Lorn for accepting the silver oar.", (12, 13)),
        ("Clerk Edward Rask borrowed arguments of the guild against the toll.", (14,)),
        ("Brant, who refused to comment, never came to Kelp.", (15,)),
    ],
)
def test_what_condenses_is_left_alone(line: str, numbers: tuple[int, ...]) -> None:
    assert codes(line, *numbers) == []


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("RNB member Edda Lorn spoke on Thursday.", (2,)),
        ("The toll goes beyond the five barges that sank, Rosa Moll said.", (4,)),
        ("Rosa Moll denied that Reil and Dahl had fallen out.", (7,)),
        ("Most of the town's people were born before the dyke broke in 1987.", (8,)),
        ("Three bells in which the guild found rust were cracked.", (10,)),
        ("Members of the Ferry Tenders Association paid for the lamps.", (11,)),
        ("Clerk Edmund Rolf borrowed arguments of the guild against the toll.", (14,)),
    ],
)
def test_what_contradicts_is_not(line: str, numbers: tuple[int, ...]) -> None:
    assert codes(line, *numbers) != []
