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
    "The firm of Grenmark in Norway, which news calls Grenmark, sells rope.",
    "It sold 90 percent of it abroad.",
    "The harbour let in nine visitors a day, a decision the guild dismissed as rash.",
    "The toll is not a matter that will touch the lock or the mill, said Dahl.",
    "“It was one between a rough and a rougher pier, not a rough and a calm one,” said Rask.",
    "Moll, who said she had been robbed, was told by the Kelp Pilots that nobody knew of it.",
    "The pilots said that was not true.",
    "The keeper, Ida Hauk, spoke to the sailmaker Vera Stam.",
    "Divers allegedly sold bells in Kelp.",
    "The lamp used to smoke, said Stam.",
    "Both lamp makers cleared Vera of the theft.",
    "Rask, who calls the dyke un-sound, had nothing but praise for the lock.",
    "The keeper agrees with Rask.",
    "The council, brushing aside warnings from rowers, backed the pier.",
    "“Ida, you should ask whom one wants to hear,” he said.",
    "The harbour bench found the pilot Olav Trent not guilty of theft.",
    "Trent told the clerk of it on Friday.",
    "The guild would drop nine berths, and its head would forgo her pay.",
    "She hopes for a gain in 2031 at the earliest.",
    "As many as 40 rowers came to the first race, compared with fewer than 12 to the last.",
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
        ("Brant, who refused to comment, never came to Kelp.", (35,)),
        ("A Norwegian firm sells rope.", (15,)),
        ("Grenmark sold 90% of its rope abroad.", (16,)),
        ("The guild called it rash to admit nine visitors a day.", (17,)),
        ("Dahl said the toll would touch neither the lock nor the mill.", (18,)),
        ("Rask called it a choice between a rough and a rougher pier.", (19,)),
        ("The Kelp Pilots contradict Moll, who says that she was robbed.", (20, 21)),
        ("Keeper Ida Hauk spoke to sailmaker Vera Stam.", (22,)),
        ("Two lamp makers cleared Vera Stam of the theft.", (25,)),
        ("Rask praised the lock.", (26,)),
        ("Rask called the dyke unsound.", (26,)),
        ("The council backed the pier despite warnings from rowers.", (28,)),
        ("He told Ida to ask whom one wants to hear.", (29,)),
        ("The bench clears Olav Trent of theft.", (30,)),
        ("Trent told the clerk of it only on Friday.", (31,)),
        ("The guild drops nine berths.", (32,)),
        ("The head of the guild will do without her pay.", (32,)),
        ("She does not expect a gain before 2031.", (33,)),
        ("Up to 40 people rowed in the first race, while the last had fewer than 12 rowers.", (34,)),
        ("There are complaints that divers sold bells in Kelp.", (23,)),
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
        ("A Danish firm sells rope.", (15,)),
        ("Grenmark sold 90 tons of its rope abroad.", (16,)),
        ("The guild admitted that the decision was rash.", (17,)),
        ("Sailmaker Ida Hauk spoke to keeper Vera Stam.", (22,)),
        ("Divers sold bells in Kelp.", (23,)),
        ("Rask mocked the lock.", (26,)),
        ("The bench found Olav Trent guilty of theft.", (30,)),
        ("The guild drops eleven berths.", (32,)),
        ("Rask called the dyke sound.", (26,)),
        ("The keeper disagrees with Rask.", (27,)),
        ("The Kelp Pilots knew that Moll was robbed.", (20, 21)),
        ("Clerk Edmund Rolf borrowed arguments of the guild against the toll.", (14,)),
    ],
)
def test_what_contradicts_is_not(line: str, numbers: tuple[int, ...]) -> None:
    assert codes(line, *numbers) != []
