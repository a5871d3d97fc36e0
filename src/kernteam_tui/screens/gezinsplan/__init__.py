"""The gezinsplan: fourteen sections at the left, one open at the right, and its goals and actions."""
