"""Grids of trainings: read, run, reported."""
