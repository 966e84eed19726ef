"""From an article to a draft: by rules, or by a language model."""
