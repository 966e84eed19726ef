from summarizer import compare
from tests.comparison.outlets import told

FLOOD = "Flood at Orsk\n\nThe weir at Orsk broke on Monday and the flood reached the market.\n\n"


def _conflicts(*texts: str) -> list[list[set[str]]]:
    made = compare([told(FLOOD + text, f"{number}") for number, text in enumerate(texts)])
    found = [one for one in made.facts if one.verdict == "conflict"]
    return [[{mention.article for mention in side.mentions} for side in one.sides] for one in found]


def test_what_one_person_contradicts_is_one_conflict_however_many_say_it():
    found = _conflicts(
        "Two millers were trapped in the loft for four hours, Mayor Ilse Brandt said.",
        "Ilse Brandt said that two of her millers had been trapped in the loft for four hours.",
        "They were trapped for two hours, not four, said the miller Pavel Drost.",
    )
    assert [sorted(map(sorted, one)) for one in found] == [[["0", "1"], ["2"]]]


def test_what_one_denies_twice_is_one_conflict():
    found = _conflicts(
        "Two millers were trapped in the loft for four hours, Mayor Ilse Brandt said.",
        "Mayor Ilse Brandt said that two millers had been trapped in the loft for four hours. The miller Pavel Drost "
        "denied that anybody had been trapped in the loft.",
        "Pavel Drost denied on Friday that two millers had been trapped in the loft for four hours.",
    )
    assert [sorted(map(sorted, one)) for one in found] == [[["0", "1"], ["1", "2"]]]


def test_a_denial_and_the_words_behind_it_are_one_conflict():
    found = _conflicts(
        "Edda Lorn, a baker, said the alarm bells at the weir did not ring.",
        "Baker Edda Lorn said that none of the four alarm bells rang. Karl Moss, the keeper, said that was untrue. "
        "“Every alarm bell rang that night,” he said.",
    )
    assert len(found) == 1


def test_two_points_on_which_two_persons_differ_stay_two_conflicts():
    found = _conflicts(
        "Mayor Ilse Brandt said the sluice had been left open. Mayor Brandt said the weir had been inspected in March.",
        "Keeper Edda Lorn denied that the sluice had been left open. "
        "Keeper Lorn denied that the weir had been inspected in March.",
    )
    assert len(found) == 2
