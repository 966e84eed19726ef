from summarizer import compare
from tests.comparison.outlets import told


def test_two_outlets_that_quote_one_speaker_are_one_origin():
    made = compare(
        [
            told("Mayor Ilse Brandt said the flooded dam at Orsk held all night.", "a"),
            told("The flooded dam at Orsk held all night, said the mayor, Ilse Brandt.", "b"),
        ]
    )
    fact = next(one for one in made.facts if one.verdict == "agree")
    assert fact.origins == 1
    assert [one.kind for one in made.origins if one.id in fact.sides[0].origins] == ["source"]
