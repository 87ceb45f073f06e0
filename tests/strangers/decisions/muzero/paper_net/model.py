import keras
from keras import layers, ops


def network(inputs, targets, initializer, width):
    """MuZero's three functions, unrolled over the actions that were taken.

    Source: Schrittwieser et al. 2020, Methods: network architecture, training.
    """

    def dense(units, name, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=width)
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name, **options)

    given = {name: keras.Input(one.shape, dtype=one.dtype, name=name) for name, one in inputs.items()}
    number = inputs["actions"].classes
    h1, h2 = dense(2 * width, "represent_1", activation="relu"), dense(width, "represent_2")
    g1, g2 = dense(2 * width, "dynamics_1", activation="relu"), dense(width, "dynamics_2")
    f1, reward_head = dense(width, "predict", activation="relu"), dense(1, "reward_head")
    policy_head, value_head = dense(number, "policy_head"), dense(1, "value_head")

    hidden = scaled(h2(h1(layers.Flatten(name="flatten")(given["observation"]))))  # (b, width)
    policies, values, rewards = [policy_head(f1(hidden))], [value_head(f1(hidden))], []
    for k in range(inputs["actions"].shape[0]):
        action = ops.one_hot(given["actions"][:, k], number)  # (b, a)
        hidden = 0.5 * hidden + 0.5 * ops.stop_gradient(hidden)  # half of the gradient at each step
        x = g1(ops.concatenate([hidden, action], axis=-1))
        rewards.append(reward_head(x))  # (b, 1)
        hidden = scaled(hidden + g2(x))
        policies.append(policy_head(f1(hidden)))
        values.append(value_head(f1(hidden)))
    outputs = {
        "policy": ops.stack(policies, axis=1),  # (b, k + 1, a)
        "value": ops.concatenate(values, axis=-1),  # (b, k + 1)
        "reward": ops.concatenate(rewards, axis=-1),  # (b, k)
    }
    return keras.Model(given, outputs, name="muzero")


def scaled(hidden):
    """The hidden state of each sample, to the range 0 … 1 of the actions. (b, u) to (b, u)."""
    least, most = ops.min(hidden, axis=-1, keepdims=True), ops.max(hidden, axis=-1, keepdims=True)
    return (hidden - least) / (most - least + 1e-5)
