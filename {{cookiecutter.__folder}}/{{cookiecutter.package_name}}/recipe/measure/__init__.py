"""MACHINERY. Programs in, numbers out: no limit and no verdict."""
