import numpy as np


def turned(points):
    """The same clouds, turned by 50 degrees about x and then 70 about z."""
    a, b = np.radians(50), np.radians(70)
    about_x = np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
    about_z = np.array([[np.cos(b), -np.sin(b), 0], [np.sin(b), np.cos(b), 0], [0, 0, 1]])
    return (np.asarray(points) @ (about_z @ about_x).T).astype("float32")
