"""What the site of the documentation needs beyond what Sphinx brings."""
