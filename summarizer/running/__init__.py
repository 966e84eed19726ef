"""One article, many articles: settings, pipeline, cache, batch and the Python interface."""
