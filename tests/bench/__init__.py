"""Measured, not asserted on: `make bench` prints a table and writes var/bench.json."""
