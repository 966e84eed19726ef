"""Files of many kinds to the words and facts of the articles in them, one module a family of kinds."""
