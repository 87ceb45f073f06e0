import numpy as np


def load_mine(countries, seed):
    """Flows by size, distance and border, with a walk of each pair; the past is the mean of the years 0 … 3."""
    rng = np.random.default_rng(seed)
    place, size = rng.uniform(0, 10, (countries, 2)), rng.normal(0, 0.9, countries)
    log_distance = np.log(0.5 + np.linalg.norm(place[:, None] - place[None], axis=-1))  # (exporters, importers)
    border = log_distance < np.log(1.5)
    growth = rng.normal(0.02, 0.05, (10, countries))
    gdp = size + growth.cumsum(axis=0)  # (years, countries)
    walk = rng.normal(0, 0.35, (10, countries, countries)).cumsum(axis=0)
    mean = gdp[:, :, None] + 0.8 * gdp[:, None] - log_distance + 0.6 * border + walk
    flow = np.exp(mean) * rng.gamma(100, 1 / 100, mean.shape)  # (years, exporters, importers)
    past = np.log(flow[:4].mean(axis=0))
    pairs = np.argwhere(~np.eye(countries, dtype=bool))  # nobody trades with himself
    i, j = pairs.T

    def years(*at):
        columns = [[log_distance[i, j], border[i, j], past[i, j], growth[t, i] + growth[t, j]] for t in at]
        columns = np.concatenate(columns, axis=1).T  # (years * pairs, 4)
        return np.tile(i, len(at)), np.tile(j, len(at)), columns, np.concatenate([flow[t, i, j] for t in at])

    splits = {"train": years(4, 5, 6, 7), "validation": years(8), "test": years(9)}
    _, _, columns, flows = splits["train"]
    centre, width, unit = columns.mean(axis=0), columns.std(axis=0), flows.mean()

    def arrays(exporter, importer, columns, flows):
        inputs = {"exporter": exporter.astype("int32"), "importer": importer.astype("int32")}
        inputs["gravity"] = ((columns - centre) / width).astype("float32")
        return inputs, (flows / unit)[:, None].astype("float32")

    return {name: arrays(*split) for name, split in splits.items()}
