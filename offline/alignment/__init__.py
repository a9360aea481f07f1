"""Pair predictions -> one consistent reconstruction: pair graph, Sim(3) measurements, solver, anchoring."""
