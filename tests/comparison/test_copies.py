from summarizer.comparison.copies import Place, find_copies, runs_of, same_words

WIRE = "The keeper of the old weir at Orsk opened all nine sluices before dawn on Monday."


def test_near_copied_sentences_are_found_in_different_articles_only():
    other = WIRE.replace("on Monday", "Monday")
    texts = {"a": (WIRE, [(0, len(WIRE))]), "b": (other, [(0, len(other))]), "c": ("It rained.", [(0, 10)])}
    found = find_copies(texts)
    assert [(pair.one, pair.two) for pair in found] == [(Place("a", 0, len(WIRE)), Place("b", 0, len(other)))]
    assert 0.6 < found[0].similarity < 1
    assert find_copies({"a": (WIRE * 2, [(0, len(WIRE)), (len(WIRE), 2 * len(WIRE))])}) == []


def test_a_quotation_is_known_within_a_longer_one():
    assert same_words("“opened all nine sluices before dawn”", f"He said: {WIRE}")
    assert not same_words("It rained.", "It rained.")
    assert not runs_of("too short here")
