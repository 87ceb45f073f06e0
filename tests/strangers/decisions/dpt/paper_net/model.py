import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, heads, blocks):
    """A causal transformer over pulls (arm, reward) that answers after each which arm is the best.

    There are no positions: the order of the pulls says nothing about a bandit.

    Source: Lee et al. 2023, Section 3, Algorithm 1.
    """

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    arm = keras.Input(inputs["arm"].shape, dtype="int32", name="arm")  # (b, t)
    reward = keras.Input(inputs["reward"].shape, name="reward")  # (b, t)
    pulled = ops.one_hot(arm, inputs["arm"].classes)  # (b, t, arms)
    signed = pulled * ops.expand_dims(reward, -1)  # (b, t, arms): the reward, at its arm
    x = dense(width, ops.concatenate([pulled, signed], axis=-1), name="embed")  # (b, t, width)
    for i in range(blocks):
        normed = layers.LayerNormalization(name=f"norm_a{i}")(x)
        attention = layers.MultiHeadAttention(
            heads, width // heads, kernel_initializer=initializer.kernel(), name=f"attention_{i}"
        )
        x = x + attention(normed, normed, use_causal_mask=True)  # (b, t, width)
        normed = layers.LayerNormalization(name=f"norm_b{i}")(x)
        x = x + dense(width, dense(2 * width, normed, activation="gelu", name=f"wide_{i}"), name=f"narrow_{i}")
    x = layers.LayerNormalization(name="norm")(x)
    return keras.Model(
        {"arm": arm, "reward": reward}, dense(targets.classes, x, name="best"), name="dpt"
    )  # (b, t, arms)
