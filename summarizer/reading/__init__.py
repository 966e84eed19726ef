"""From bytes to articles: inputs, records, encodings, web pages."""
