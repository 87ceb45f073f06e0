import numpy as np


def load_mine(people, seed):
    """A year's hospital costs of insured people: most have none, the others' are lognormal.

    Returns:
        The splits: (features, {any, amount}), the amount as log(1 + costs).
    """
    draw = np.random.default_rng(seed)
    age = draw.uniform(18, 90, people)
    sick = draw.poisson(0.02 * age)  # chronic conditions
    income = draw.normal(10, 0.5, people)  # its log
    smokes = draw.random(people) < 0.25
    private = draw.random(people) < 0.3
    extra = draw.normal(size=(people, 3))
    logit = -2.2 + 0.02 * age + 0.45 * sick + 0.5 * smokes + 0.6 * (extra[:, 0] > 0.5) - 0.4 * private
    goes = draw.random(people) < 1 / (1 + np.exp(-logit))
    log_cost = 6.0 + 0.5 * np.sqrt(sick) + 0.8 * private + 0.5 * (income - 10) + 0.4 * np.abs(extra[:, 1])
    log_cost = log_cost + 0.00025 * (age - 40) ** 2 + 0.5 * draw.normal(size=people)
    costs = np.where(goes, np.exp(log_cost), 0)
    x = np.column_stack([age, sick, income, smokes, private, extra])
    parts = np.split(draw.permutation(people), [people * 6 // 10, people * 8 // 10])
    mean, deviation = x[parts[0]].mean(axis=0), x[parts[0]].std(axis=0)
    x = ((x - mean) / deviation).astype("float32")

    def split(part):
        any_costs = (costs[part] > 0).astype("int32")[:, None]
        return x[part], {"any": any_costs, "amount": np.log1p(costs[part]).astype("float32")[:, None]}

    return dict(zip(("train", "validation", "test"), map(split, parts), strict=True))
