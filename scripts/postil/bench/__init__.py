"""The benchmark: each module measures one thing or helps to; commands/bench.py puts the page together."""
