"""A reader's copy of the essay, laid beside the published fingerprints: pure functions, the same in JavaScript."""
