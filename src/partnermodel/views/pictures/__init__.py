"""Pictures as values: marks on a sheet, drawn as SVG without any package, and told in words beside it."""
