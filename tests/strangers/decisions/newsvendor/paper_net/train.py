"""YOURS. One training run, `compile` and `fit` in plain sight. From the project's folder:

    python -m PACKAGE.train data.subset=1             memorise one sample
    python -m PACKAGE.train                           learn the whole data set
    python -m PACKAGE.train -m data.subset=1,10,all   one after the other, with a table at the end
    python -m PACKAGE.train resume=outputs/…          go on with one that was stopped

To train in another way, change this file; to train something else, change conf/.
"""


def cosine(learning_rate, decay_steps, warm):
    """Rises over the first `warm` of the training, and falls to 0 as a cosine."""
    from keras.optimizers import schedules

    rising = int(warm * decay_steps)
    return schedules.CosineDecay(0.0, decay_steps - rising, warmup_target=learning_rate, warmup_steps=rising)
