"""YOURS. One training run, `compile` and `fit` in plain sight. From the project's folder:

    python -m PACKAGE.train data.subset=1             memorise one sample
    python -m PACKAGE.train                           learn the whole data set
    python -m PACKAGE.train -m data.subset=1,10,all   one after the other, with a table at the end
    python -m PACKAGE.train resume=outputs/…          go on with one that was stopped

To train in another way, change this file; to train something else, change conf/.
"""


def warmup_cosine(initial_learning_rate, decay_steps, warmup):
    """Linear from 0 to the rate over the share `warmup` of the steps, then a cosine to 0."""
    from keras.optimizers import schedules

    first = int(warmup * decay_steps)
    return schedules.CosineDecay(0.0, decay_steps - first, warmup_target=initial_learning_rate, warmup_steps=first)
