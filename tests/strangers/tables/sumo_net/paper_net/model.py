import keras
from keras import layers, ops


def bent(value, slope):
    """tanh of a value, and its derivative by time, from the value's own."""
    bounded = ops.tanh(value)
    return bounded, (1 - ops.square(bounded)) * slope


def log_density_and_survival(height, slope):
    """Of the distribution function sigmoid(height), whose derivative by time is slope."""
    log_survival = ops.log_sigmoid(-height)
    log_density = ops.log_sigmoid(height) + log_survival + ops.log(slope + 1e-12)
    return log_density, log_survival


@keras.saving.register_keras_serializable("paper_net")
class Rising(layers.Layer):
    """A dense layer without negative weights, which carries the derivative by time along."""

    def __init__(self, units, kernel_initializer, bias_initializer, **options):
        super().__init__(**options)
        self.units = units
        self.kernel_initializer = keras.initializers.get(kernel_initializer)
        self.bias_initializer = keras.initializers.get(bias_initializer)

    def build(self, value_shape, slope_shape):
        self.root = self.add_weight(
            shape=(value_shape[-1], self.units), initializer=self.kernel_initializer, name="root"
        )
        self.bias = self.add_weight(shape=(self.units,), initializer=self.bias_initializer, name="bias")

    def call(self, value, slope):
        kernel = ops.square(self.root)  # never below 0, so the output rises with time
        return ops.matmul(value, kernel) + self.bias, ops.matmul(slope, kernel)

    def get_config(self):
        return {
            **super().get_config(),
            "units": self.units,
            "kernel_initializer": keras.initializers.serialize(self.kernel_initializer),
            "bias_initializer": keras.initializers.serialize(self.bias_initializer),
        }


def network(inputs, targets, initializer, units):
    """Markers are read freely, time only through weights that are not negative."""
    markers = keras.Input(inputs["markers"].shape, dtype=inputs["markers"].dtype, name="markers")
    time = keras.Input(inputs["time"].shape, dtype=inputs["time"].dtype, name="time")

    def dense(x, name, activation=None):
        return layers.Dense(
            units,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)

    def rising(value, slope, size, name):
        bias = initializer.bias(fan_in=value.shape[-1])
        return Rising(size, initializer.kernel(), bias, name=name)(value, slope)

    person = dense(dense(markers, "person_1", "tanh"), "person_2", "tanh")  # (b, u)
    value, slope = rising(time, ops.ones_like(time), units, "clock")  # (b, u) each
    value, slope = bent(value + dense(person, "shift"), slope)
    value, slope = rising(value, slope, units, "middle")
    value, slope = bent(value + dense(person, "shift_middle"), slope)
    height, slope = rising(value, slope, 1, "height")  # (b, 1) each
    linear, linear_slope = rising(time, ops.ones_like(time), 1, "linear")  # so that the height has no upper bound
    log_f, log_s = log_density_and_survival(height + linear, slope + linear_slope)
    answer = layers.Concatenate(name="logs")([log_f, log_s])  # (b, 2)
    return keras.Model({"markers": markers, "time": time}, answer, name="sumo_net")
