"""Lines of a careful writer that name what they rest on: right ones are left alone, their wrong twins are doubted."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.grounding.lines.proof import ProposedLine, prove_lines

SENTENCES = (
    "Brevik Brewery To Leave Old Harbour Quarter After Toll Ruling",
    "Captain Jonna Eik must appear before a court in Lethmar over the loss of the barge Alma.",
    "She could be fined up to four thousand crowns.",
    "Her lawyer, Rosa Moll, spoke for her client. “She will not resign,” Moll said.",
    "The dock trade guild rejected the offer.",
    "Its members are to receive at least six months' pay.",
    "The guild's secretary, Per Dahl, put output at 31 boats at old piers; at new ones it was only 9 boats.",
    "Orders at old piers dropped by 31 percent; at new ones they fell by only 9 percent.",
    "The plan suggests that a second lock could halve the queues.",
    "Warden Ida Lorn opposes it, because fog makes the lock less safe, but pilot Nils Brant said it is safer.",
    "The Kelp liberal admitted that while Reil's ledger was never central to the council's inquiry, it was needed.",
    "The council's office was considering whether to sue the guild and would decide before the end of May.",
    "The guild blamed the loss of 80 jobs on tolls that have risen since 2019.",
    "“It is a fine pier. They are not bound by the rule when a paper says so. They have to keep the keys for life, not "
    "lend them, not sell them. I do not want all of the letters to be printed, I would like the harbour panel to see "
    "them,” Dahl told the Varn Echo.",
    "A parliamentary inquiry, the second, begins in June. Divers interviewed Eik for over two hours.",
    "“Perhaps 40 seals died here last year compared to probably 900 in Kelp,” said Brant.",
    "The fire, which began on Sunday, has burned four barns, and two more are wet.",
    "There was food enough but there were not enough beds, said the harbour chief.",
    "The secretary called that refusal odd and said some boats might go.",
    "Eik did not rule out a strike if the port went ahead with plans to shut two of its five locks.",
    "The bells were stolen more than a century ago. The insurer offered 200 crowns, and Moll wants 600.",
    "A vote could be held in four years at the earliest. Of the six, Lorn was the only one to leave.",
    "Lund, who broke a finger in December, could return in time.",
    "The judge ordered the paper to print a note but dismissed Orlo's plea that the copies be burned.",
    "“She never wanted the prize,” Brink said. “The prize goes to the harbour home.”",
    "Four of the club's nine wardens voted for the toll, and two wanted to wait.",
    "Moll stunned the guild by withholding her support from Rask a week ago.",
    "Dahl would not say whether the crew will have to pay for the tow.",
)
ARTICLE = Article(id="careful", text="\n\n".join(SENTENCES), title=SENTENCES[0])


def codes(line: str, *numbers: int) -> list[str]:
    (proved,) = prove_lines(ARTICLE, [ProposedLine("key_point", line, numbers)])
    return [check.code for check in proved.checks]


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("Eik faces a fine of at most four thousand crowns.", (3,)),
        ("Rosa Moll said Eik would not resign.", (4, 5)),
        ("The members of the guild will get six months' pay or more.", (7,)),
        ("Orders at old piers fell by 31 percent, but only by 9 percent at new ones.", (9,)),
        ("A second lock could cut the queues by half, according to the plan.", (10,)),
        ("Warden Ida Lorn is against it because fog makes the lock more dangerous.", (11,)),
        ("The politician conceded that the ledger had never been central to the inquiry.", (12,)),
        ("The council's office will decide by the end of May whether to sue the guild.", (13,)),
        ("The guild put the loss of 80 jobs down to tolls.", (14,)),
        ("Dahl said people have to keep the keys for life.", (15,)),
        ("Dahl did not want all of the letters printed, only that the harbour panel should see them.", (15,)),
        ("The Parliament's second inquiry starts in June.", (16,)),
        ("Divers interviewed Eik for more than two hours.", (17,)),
        ("Brant said perhaps 40 seals died last year, against about 900 in Kelp.", (18,)),
        ("The fire has destroyed four barns since Sunday.", (19,)),
        ("Two barns are wet.", (19,)),
        ("The harbour chief said there was food but too few beds.", (20,)),
        ("The secretary said some boats might go.", (21,)),
        ("A strike is possible if two locks are shut, Eik said.", (22,)),
        ("The bells were stolen over a hundred years ago.", (23,)),
        ("Moll wants three times what the insurer offered.", (24,)),
        ("A vote is possible in four years or more.", (25,)),
        ("Of the six only Lorn left.", (26,)),
        ("Lund may return in time.", (27,)),
        ("Orlo's plea that the copies be burned was turned down.", (28,)),
        ("Brink said the prize goes to the harbour home.", (29, 30)),
        ("Four wardens were for the toll.", (31,)),
        ("A week ago Moll stunned the guild by not supporting Rask.", (32,)),
        ("Dahl left open whether the crew must pay for the tow.", (33,)),
    ],
)
def test_a_right_line_is_left_alone(line: str, numbers: tuple[int, ...]) -> None:
    assert codes(line, *numbers) == []


@pytest.mark.parametrize(
    ("line", "numbers", "code"),
    [
        ("Rosa Moll said Eik would resign.", (4, 5), "negation_differs"),
        ("The members of the guild will get six months' pay at most.", (7,), "qualifier_differs"),
        ("Orders at old piers fell by 9 percent, but only by 31 percent at new ones.", (9,), "figure_not_in_evidence"),
        ("A second lock could cut the queues by 70 percent, according to the plan.", (10,), "figure_not_in_evidence"),
        ("The Senate's second inquiry starts in June.", (16,), "name_not_in_article"),
        ("Divers interviewed Eik for more than two days.", (17,), "meaning_differs"),
        ("Moll wants seven times what the insurer offered.", (24,), "figure_not_in_evidence"),
        ("A vote is possible in four years at most.", (25,), "qualifier_differs"),
    ],
)
def test_its_wrong_twin_is_doubted(line: str, numbers: tuple[int, ...], code: str) -> None:
    assert code in codes(line, *numbers)
