def swapped(inputs):
    """The right sentence in the place of the left one."""
    return {"left": inputs["right"], "right": inputs["left"]}
