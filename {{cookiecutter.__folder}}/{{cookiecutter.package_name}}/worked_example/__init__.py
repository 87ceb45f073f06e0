"""YOURS. The other rows of the worked example's table. Delete this folder: nothing else needs it."""
