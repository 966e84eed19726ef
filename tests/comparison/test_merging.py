from summarizer.comparison.merging import Merging


def test_what_is_joined_over_steps_goes_by_its_least_member():
    merged = Merging()
    merged.join(5, 3)
    merged.join(3, 9)
    assert [merged.find(one) for one in (3, 5, 9, 4)] == [3, 3, 3, 4]


def test_what_may_be_one_of_two_sets_is_joined_with_neither():
    merged = Merging()
    merged.join(5, 3)
    merged.join_with_only(9, [])
    merged.join_with_only(9, [5, 4])
    assert merged.find(9) == 9
    merged.join_with_only(9, [5, 3])
    assert merged.find(9) == 3
