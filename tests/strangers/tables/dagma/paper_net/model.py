import keras
from keras import layers, ops


def cycles(matrix):
    """-log det(I - W * W): 0 just where the graph has no cycle, and endless where one feeds itself."""
    return -ops.slogdet(ops.eye(matrix.shape[0]) - ops.square(matrix))[1]


def differences(matrix, truth, threshold):
    """How many edges are missing, too many or turned round; weak ones are no edges."""
    found = ops.cast(ops.abs(matrix) > threshold, "float32")
    there = ops.cast(truth != 0, "float32")
    apart = ops.abs(found - there)
    either = ops.maximum(apart, ops.transpose(apart))  # one turned round differs in two places
    return ops.sum(either) / 2


@keras.saving.register_keras_serializable("paper_net")
class Explained(layers.Layer):
    """Each column by the others, linearly; a column never by itself."""

    def __init__(self, kernel_initializer, **options):
        super().__init__(**options)
        self.kernel_initializer = keras.initializers.get(kernel_initializer)

    def build(self, shape):
        self.kernel = self.add_weight(shape=(shape[-1], shape[-1]), initializer=self.kernel_initializer, name="kernel")

    def matrix(self):
        return self.kernel * (1 - ops.eye(self.kernel.shape[0]))

    def call(self, x):
        return ops.matmul(x, self.matrix())

    def get_config(self):
        return {**super().get_config(), "kernel_initializer": keras.initializers.serialize(self.kernel_initializer)}


@keras.saving.register_keras_serializable("paper_net")
class Dagma(keras.Model):
    """Least squares that count less and less beside the cycles: a tenth of before, every so many updates."""

    def __init__(self, x, answer, edges, sparsity, every, stages, threshold, **options):
        super().__init__(x, answer, **options)
        self.edges, self.sparsity = edges, sparsity
        self.every, self.stages, self.threshold = every, stages, threshold
        # a weight, so that a training that goes on is at the same stage
        self.updates = self.add_weight(shape=(), initializer="zeros", trainable=False, name="updates")
        self.wrong = keras.metrics.Mean(name="wrong_edges")
        self.squares = keras.metrics.Mean(name="squares")
        self.cyclic = keras.metrics.Mean(name="cycles")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        matrix = self.get_layer("explained").matrix()
        squares, h = 0.5 * ops.mean(ops.sum(ops.square(x - y_pred), axis=-1)), cycles(matrix)
        self.wrong.update_state(differences(matrix, ops.convert_to_tensor(self.truth()), self.threshold))
        self.squares.update_state(squares)
        self.cyclic.update_state(h)
        stage = ops.minimum(ops.floor(self.updates / self.every), self.stages - 1.0)
        return 10.0**-stage * (squares + self.sparsity * ops.sum(ops.abs(matrix))) + h

    def truth(self):
        size = self.input_shape[-1]
        strengths = {(int(cause), int(effect)): strength for cause, effect, strength in self.edges}
        return [[strengths.get((i, j), 0.0) for j in range(size)] for i in range(size)]

    def train_step(self, data):
        logs = super().train_step(data)
        self.updates.assign_add(1.0)
        return logs

    def get_config(self):
        given = {name: getattr(self, name) for name in ("edges", "sparsity", "every", "stages", "threshold")}
        return {**super().get_config(), **given}


def network(inputs, targets, initializer, edges, sparsity, every, stages, threshold):
    """One matrix; the true edges are only counted against, never learnt from."""
    row = keras.Input(inputs.shape, dtype=inputs.dtype, name="row")
    answer = Explained(initializer.kernel(), name="explained")(row)  # (b, d)
    edges = [list(edge) for edge in edges]
    return Dagma(row, answer, edges, sparsity, every, stages, threshold, name="dagma")
