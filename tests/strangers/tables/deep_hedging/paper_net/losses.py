from keras import ops


def profit(prices, holdings, cost):
    """Of a call sold at the money: gains of trading, less its costs and the payoff; the premium is not counted.

    PL = sum_k holding_k (S_{k+1} - S_k) - cost sum_k S_k |holding_k - holding_{k-1}| - max(S_T - S_0, 0)
    """
    gains = ops.sum(holdings * (prices[:, 1:] - prices[:, :-1]), axis=-1)  # (b)
    before = ops.pad(holdings, [[0, 0], [1, 0]])[:, :-1]  # nothing is held before day 0
    costs = cost * ops.sum(prices[:, :-1] * ops.abs(holdings - before), axis=-1)
    return gains - costs - ops.relu(prices[:, -1] - prices[:, 0])


def utility(y_true, y_pred, aversion, cost):
    """exp(-aversion * PL), whose mean the entropic risk measure is the logarithm of; Buehler et al. 2019, Section 3."""
    return ops.exp(-aversion * profit(y_true, y_pred, cost))
