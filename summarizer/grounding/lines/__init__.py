"""Whether the article bears out each line of a summary, in whatever words the line is put."""
