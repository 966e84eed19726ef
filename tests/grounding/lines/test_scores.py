from summarizer.contract.article import Article
from summarizer.grounding.lines.scores import is_of_known_score, is_of_score, wrong_scores

CUP = Article(id="cup", text="Rovers lose cup tie\n\nThe Rovers lost 4-0 on Monday, three days after a 1–1 draw.")


def test_half_of_a_score_is_known():
    assert is_of_known_score(CUP, "Rovers lose 4–0 in cup tie.", 12)
    assert not is_of_known_score(CUP, "Rovers lose 3-0 in cup tie.", 12)
    assert is_of_score(CUP, "Rovers lose 4-0 in cup tie.", "4")
    assert not is_of_score(CUP, "Rovers lose 4 men.", "4")


def test_a_score_that_the_article_lacks_is_wrong():
    assert list(wrong_scores(CUP, "Rovers lose 3-0 in cup tie.")) == ["3-0"]
    assert list(wrong_scores(CUP, "Rovers lose 0-4 in cup tie.")) == []
