import keras
from keras import layers, ops


class Forecaster(keras.Model):
    """Convolutions read the history; what they found meets the calendar; past weeks' mean is the base."""

    def __init__(self, ahead, channels, initializer, filters, units, dropout):
        super().__init__(name="forecaster")
        conv = {"padding": "causal", "activation": "relu"}
        self.convs = [
            layers.Conv1D(filters, 3, dilation_rate=rate, kernel_initializer=initializer.kernel(), **conv)
            for rate in (1, 2, 4)
        ]
        self.flatten, self.dropout = layers.Flatten(), layers.Dropout(dropout)
        self.state = layers.Dense(units, activation="relu", kernel_initializer=initializer.kernel())
        self.repeat = layers.RepeatVector(ahead)
        self.hidden = layers.Dense(units, activation="relu", kernel_initializer=initializer.kernel())
        self.change = layers.Dense(channels, kernel_initializer=initializer.kernel())
        self.ahead = ahead

    def call(self, inputs, training=False):
        x = history = inputs["history"]  # (b, past, channels)
        for conv in self.convs:
            x = conv(x)  # (b, past, filters)
        x = self.dropout(self.flatten(x[:, -self.ahead :]), training=training)  # (b, ahead * filters)
        x = self.repeat(self.state(x))  # (b, ahead, units)
        x = ops.concatenate([x, inputs["calendar"]], axis=-1)
        weeks = ops.reshape(history, (-1, history.shape[1] // self.ahead, self.ahead, history.shape[2]))
        base = ops.mean(weeks, axis=1)  # (b, ahead, channels): the same weekdays before
        return base + self.change(self.hidden(x))  # (b, ahead, channels)


def network(inputs, targets, initializer, filters, units, dropout):
    """The forecaster, built for these shapes."""
    model = Forecaster(*targets.shape, initializer, filters, units, dropout)
    model({name: ops.zeros((1, *declared.shape)) for name, declared in inputs.items()})
    return model
