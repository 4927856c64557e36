"""Models as files: the JSON document, how it is read, explained, written and described."""
