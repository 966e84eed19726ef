"""One request to a model: where it goes (services), in which mode, within which limits and budget, and its retries."""
