import keras
from keras import layers, ops


def explained(loadings, factors):
    """Each stock's return: the inner product of its loadings with the month's factors."""
    return ops.einsum("bsk,bk->bs", loadings, factors)


def network(inputs, targets, initializer, units, factors):
    """Loadings from characteristics, by one network for all stocks; factors, linear in the portfolios."""
    of_stocks, of_portfolios = inputs["characteristics"], inputs["portfolios"]
    characteristics = keras.Input(of_stocks.shape, dtype=of_stocks.dtype, name="characteristics")
    portfolios = keras.Input(of_portfolios.shape, dtype=of_portfolios.dtype, name="portfolios")

    def dense(x, size, name, **options):
        return layers.Dense(
            size,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
            **options,
        )(x)

    x = dense(characteristics, units, "hidden_1", activation="relu")  # (b, s, u)
    x = dense(x, units // 2, "hidden_2", activation="relu")  # (b, s, u / 2)
    loadings = dense(x, factors, "loadings")  # (b, s, k)
    month = dense(portfolios, factors, "factors")  # (b, k)
    both = {"characteristics": characteristics, "portfolios": portfolios}
    return keras.Model(both, explained(loadings, month), name="asset_autoencoder")  # (b, s)
