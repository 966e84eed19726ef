"""The HTML page: an article with its evidence marked, its claims beside it; for many articles with an index."""

from summarizer.output.page.article import article_section
from summarizer.output.page.document import ONE_ARTICLE, SEVERAL_ARTICLES, Frame
from summarizer.output.page.index import packed_article

__all__ = ["ONE_ARTICLE", "SEVERAL_ARTICLES", "Frame", "article_section", "packed_article"]
