from keras import ops


def projected(probabilities, rewards, discounts, atoms):
    """The distribution of reward + discount * return, laid back onto the atoms; (b, atoms)."""
    low, high = atoms[0], atoms[-1]
    gap = (high - low) / (len(atoms) - 1)
    atoms = ops.convert_to_tensor(atoms, "float32")
    moved = ops.clip(rewards[:, None] + discounts[:, None] * atoms[None, :], low, high)  # (b, from)
    near = 1 - ops.abs(moved[:, :, None] - atoms[None, None, :]) / gap  # (b, from, to)
    return ops.einsum("bft,bf->bt", ops.clip(near, 0, 1), probabilities)


def value_error(y_true, y_pred, low=-1.0, high=1.0):
    """How far the mean of the taken action's distribution is from the optimal value; (b,)."""
    atoms = ops.linspace(low, high, y_pred.shape[-1])
    values = ops.sum(ops.softmax(y_pred) * atoms, axis=-1)  # (b, actions)
    taken = ops.one_hot(ops.cast(y_true[:, 0], "int32"), y_pred.shape[1])
    return ops.abs(ops.sum(taken * values, axis=-1) - y_true[:, 3])
