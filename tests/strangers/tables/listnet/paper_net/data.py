import numpy as np


def load_mine(seed, train, validation, test, longest):
    """Queries with 5 to `longest` documents each; grades 0 to 3, -1 where there is no document."""
    rng = np.random.default_rng(seed)
    wanted = rng.normal(size=8) / np.sqrt(8)
    bent = rng.normal(size=8) / np.sqrt(8)
    splits = {}
    for split, n in {"train": train, "validation": validation, "test": test}.items():
        present = np.arange(longest) < rng.integers(5, longest + 1, size=(n, 1))  # (n, d)
        x = rng.normal(size=(n, longest, 8))
        relevance = x @ wanted + np.tanh(2 * x @ bent) + 0.3 * rng.normal(size=(n, longest))  # (n, d)
        grades = np.where(present, np.digitize(relevance, [-0.3, 0.7, 1.6]), -1)
        # what an engine counts: its size is the query's, as of BM25 of a rare and of a common word
        counted = np.exp(rng.normal(size=(n, 1, 8))) * (x + 4 * rng.normal(size=(n, 1, 8)))
        documents = by_query(counted, present)
        splits[split] = (
            {"documents": documents.astype("float32"), "present": present.astype("float32")},
            grades.astype("float32"),
        )
    return splits


def by_query(features, present):
    """Each feature from 0 to 1 among the documents of its query (n, d, f); 0 where there is none."""
    there = np.asarray(present, bool)[..., None]
    least = np.min(np.where(there, features, np.inf), axis=1, keepdims=True)  # (n, 1, f)
    most = np.max(np.where(there, features, -np.inf), axis=1, keepdims=True)
    return np.where(there, (features - least) / np.maximum(most - least, 1e-9), 0)
