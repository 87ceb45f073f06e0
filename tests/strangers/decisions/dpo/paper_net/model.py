import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """A policy over answers that starts at the reference policy; beside it the reference, which is not trained.

    Returns:
        A model from prompts and the reference's log-probabilities to (b, 2, answers): the log-probabilities of the
        policy, and of the reference.
    """
    prompt = keras.Input(inputs["prompt"].shape, name="prompt")
    reference = keras.Input(inputs["reference"].shape, name="reference")  # (b, a)
    x = prompt
    for i in range(2):
        x = layers.Dense(
            units,
            activation="gelu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{i}",
        )(x)  # (b, units)
    change = layers.Dense(
        reference.shape[-1], kernel_initializer=keras.initializers.RandomNormal(stddev=0.01), name="change"
    )(x)  # (b, a)
    policy = ops.log_softmax(reference + change, axis=-1)  # (b, a)
    both = ops.stack([policy, reference], axis=1)  # (b, 2, a)
    return keras.Model({"prompt": prompt, "reference": reference}, both, name="policy")
