import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, embedding):
    """QMIX: one utility network for all agents, and a mixer whose weights the state gives and which are never negative.

    Source: Rashid et al. 2018, Section 4 and Figure 2, without the recurrence, as there is one step.
    """

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    observations = keras.Input(inputs["observations"].shape, name="observations")  # (b, agents, observed)
    state = keras.Input(inputs["state"].shape, name="state")  # (b, observed)
    actions = keras.Input(inputs["actions"].shape, dtype="int32", name="actions")  # (b, agents)
    agents = inputs["actions"].shape[0]

    # the agents: the same network for each
    x = dense(units, observations, activation="relu", name="agent_0")  # (b, agents, units)
    x = dense(units, x, activation="relu", name="agent_1")  # (b, agents, units)
    utilities = dense(inputs["actions"].classes, x, name="utilities")  # (b, agents, actions)
    chosen = ops.sum(utilities * ops.one_hot(actions, inputs["actions"].classes), axis=-1)  # (b, agents)

    # the mixer
    first = ops.abs(dense(agents * embedding, state, name="hyper_first"))  # (b, agents * embedding)
    first = layers.Reshape((agents, embedding), name="first")(first)  # (b, agents, embedding)
    hidden = ops.einsum("ba,bae->be", chosen, first) + dense(embedding, state, name="hyper_bias")  # (b, embedding)
    hidden = ops.elu(hidden)
    second = ops.abs(dense(embedding, state, name="hyper_second"))  # (b, embedding)
    offset = dense(1, dense(embedding, state, activation="relu", name="offset_0"), name="offset_1")  # (b, 1)
    total = ops.sum(hidden * second, axis=-1, keepdims=True) + offset  # (b, 1)
    return keras.Model({"observations": observations, "state": state, "actions": actions}, total, name="qmix")
