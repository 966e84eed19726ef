from summarizer.comparison.articles import choose_reports
from tests.reports import quoted, report


def test_reports_of_one_text_are_one_article_and_the_fuller_one_is_taken():
    text = "The dyke held, the mayor said."
    poor, rich = report(text), report(text, [quoted(text, "The dyke held", "the mayor")])
    for order in ([poor, rich], [rich, poor]):
        assert choose_reports(order) == [("dyke", rich)]


def test_a_models_report_goes_before_the_rules_report():
    text = "The dyke held, the mayor said."
    rules = report(text, [quoted(text, "The dyke held", "the mayor")])
    model = report(text)
    model = model.model_copy(update={"provenance": model.provenance.model_copy(update={"engine": "llm"})})
    assert choose_reports([rules, model]) == [("dyke", model)]


def test_two_texts_of_one_id_get_ids_of_their_own():
    one, two = report("The dyke held."), report("The dyke broke.")
    names = [name for name, _ in choose_reports([one, two])]
    assert names == sorted(f"dyke@{each.article.sha256[:12]}" for each in (one, two))
    assert choose_reports([one, two]) == choose_reports([two, one])
