"""What is true of any English text: words, numbers, quotation marks, the language."""
