"""Tests of `graph.meeting`."""
