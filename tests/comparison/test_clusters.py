from summarizer.comparison.clusters import cluster


def test_groups_are_alike_on_the_whole_and_no_chain():
    likenesses = {(0, 1): 3.0, (1, 2): 2.0, (0, 2): 0.0, (3, 4): 2.5}

    def like(one, two):
        return likenesses.get((min(one, two), max(one, two)), 0.0)

    edges = [(value, one, two) for (one, two), value in likenesses.items() if value]
    assert cluster(6, edges, like, 1.5) == [[0, 1], [2], [3, 4], [5]]
    assert cluster(6, edges[::-1], like, 0.9) == [[0, 1, 2], [3, 4], [5]]
