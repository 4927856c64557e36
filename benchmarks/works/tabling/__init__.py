"""Tables as registers have them, and how each contestant reads them."""
