import pytest

from summarizer import compare
from tests.comparison.outlets import told

TOLL = (
    "The toll at Orsk\n\nReeve Edda Lorn put a toll on all geese that cross the bridge of Orsk, and the guild of Orsk "
    "went to court.\n\n"
)


def conflicts(*texts):
    made = compare([told(TOLL + text, name) for name, text in zip("abc", texts, strict=False)])
    return [fact for fact in made.facts if "lawful" in fact.reason]


@pytest.mark.parametrize(
    ("lawful", "unlawful"),
    [
        ("“There was no wrongdoing,” said Reeve Edda Lorn.", "“This is a felony,” said the guild's lawyer, Olek Moss."),
        ("Reeve Edda Lorn said that no laws were broken.", "Olek Moss said that the toll on geese was unlawful."),
        (
            "Reeve Edda Lorn said that she had the legal authority to put a toll on geese.",
            "Olek Moss said the toll on geese violates the harbour law of Orsk.",
        ),
        (
            "Reeve Edda Lorn denied that the toll on geese was unlawful.",
            "Olek Moss said that the toll on geese would be an abuse of her power.",
        ),
        (
            "Reeve Edda Lorn said that she had complied with all rules.",
            "Olek Moss accused her of breaking the harbour rules.",
        ),
        ("The city's lawyer, Ilse Brandt, said that it was legal.", "Olek Moss said the reeve had broken the law."),
    ],
)
def test_one_calls_lawful_what_another_calls_unlawful(lawful, unlawful):
    found = conflicts(lawful, unlawful)
    assert [len(fact.sides) for fact in found] == [2]
    assert len(conflicts(f"{lawful}\n\n{unlawful}", "It rained.")) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Reeve Edda Lorn said that no laws were broken.", "Olek Moss said that nothing illegal had been done."),
        ("Reeve Edda Lorn said that no laws were broken.", "Olek Moss said the toll might be unlawful."),
        ("Reeve Edda Lorn said that no laws were broken.", "Olek Moss spoke of illegal drugs."),
        ("Reeve Edda Lorn said that the toll on geese was legal.", "Olek Moss said the sale of swans was unlawful."),
        ("Reeve Edda Lorn said that no laws were broken.", "It is unlawful for a reeve to sell geese, Olek Moss said."),
        ("Reeve Edda Lorn said that she did nothing wrong.", "Reeve Edda Lorn said that it was unlawful."),
    ],
)
def test_what_is_of_one_mind_of_another_thing_or_only_supposed_is_none(one, two):
    assert conflicts(one, two) == []
