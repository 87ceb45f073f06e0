"""MACHINERY. Pictures, and the pages that show them."""
