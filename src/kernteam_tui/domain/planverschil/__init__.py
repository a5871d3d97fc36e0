"""What changed between two versions of a gezinsplan, section by section and word by word."""
