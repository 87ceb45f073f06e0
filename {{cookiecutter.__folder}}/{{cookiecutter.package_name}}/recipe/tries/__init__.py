"""MACHINERY. Changes one thing from outside and asks again: what proves a cause, and what clears a program of one."""
