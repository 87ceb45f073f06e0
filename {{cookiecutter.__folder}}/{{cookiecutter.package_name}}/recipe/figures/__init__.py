"""MACHINERY. Figures: from arrays that have been measured to pictures. Nothing here trains, measures or writes."""
