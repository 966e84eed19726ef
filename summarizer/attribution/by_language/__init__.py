"""Who says what in languages other than English, each from one file of words, text/<language>/speech.toml."""
