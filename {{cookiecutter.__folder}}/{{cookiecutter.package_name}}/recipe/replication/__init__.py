"""MACHINERY. The paper's claims held against runs, and the questions that it leaves open."""
