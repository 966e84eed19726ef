"""The HTML page: an article with its evidence marked, its claims beside it; for many articles with an index."""

from summarizer.output.page.article import article_section
from summarizer.output.page.document import ONE_ARTICLE, SEVERAL_ARTICLES
from summarizer.output.page.index import index_row, packed_article

__all__ = ["ONE_ARTICLE", "SEVERAL_ARTICLES", "article_section", "index_row", "packed_article"]
