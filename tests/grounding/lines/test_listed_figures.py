from summarizer.contract.article import Article
from summarizer.grounding.lines.listed_figures import compare_lists, is_of_kept

STORY = Article(id="count", text="The count\n\nThe count is Ana Moll 384, Bo Rask 300, Eik 151, and Lorn 37.")


def test_figures_that_stand_with_each_others_names_are_told():
    assert compare_lists(STORY, "Moll leads with 384 votes, ahead of Rask with 151, Eik with 300.", ()).crossed


def test_a_doubt_about_a_figure_that_stands_with_its_own_is_known():
    pairs = compare_lists(STORY, "Lorn has 37 votes, Eik 151, Rask 300 and Moll 384.", ())
    assert pairs.crossed == ()
    assert is_of_kept("“151 votes” stands where the article has “300”", pairs)
    assert not is_of_kept("“152 votes” stands where the article has “300”", pairs)
