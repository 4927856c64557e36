"""Questions that a model answers, one a file; each is a function that takes the model first."""
