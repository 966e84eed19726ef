"""Articles that try to talk a model, or whoever reads its answer, into something."""
