"""How a brand writes, measured from its own texts, and where another text strays from it."""
