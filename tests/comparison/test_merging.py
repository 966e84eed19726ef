from summarizer.comparison.merging import Merging


def test_what_is_joined_over_steps_goes_by_its_least_member():
    merged = Merging()
    merged.join(5, 3)
    merged.join(3, 9)
    assert [merged.find(one) for one in (3, 5, 9, 4)] == [3, 3, 3, 4]
