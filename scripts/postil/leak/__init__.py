"""What the published files show of the essay: words under a hash, grams that touch, quotations, runs of its words."""
