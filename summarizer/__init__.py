"""summarizer: news articles to validated summaries and source-attributed claims."""

__version__ = "0.1.0"
