"""Yours: data.py, model.py, losses.py and train.py. Machinery that works as it is: recipe/."""
