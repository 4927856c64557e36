"""The help of the command in Russian, loaded for those who read it."""
