"""MACHINERY. Each limit of a check, once: the number from which on a measurement is suspect, and how far from it the
worst healthy and the best broken program lie, as far as that is known."""

from .check import BELOW, Limit

# forward, look

# Of two such as UNLIKE and VERY_UNLIKE, a check warns beyond the first and fails beyond the second.

# What moves a prediction, or does not.
REPEATED = Limit(0.0, "difference between two predictions of one batch")
OTHER_SAMPLE = Limit(0.0, "difference that another sample makes to a prediction", healthy=0.0, broken=3.6e-4)
LATER_STEPS = Limit(1e-4, "difference that later steps make, to an output's size", healthy=1e-6, broken=1e-2)
PADDING = Limit(1e-5, "difference that padding makes, to a prediction's size")
UNREAD = Limit(0.5, "share of the input that no prediction depends on", healthy=0.2)  # a border that strides leave
# How far f((a + b) / 2) lies from (f(a) + f(b)) / 2; one relu suffices for the healthy value.
BEND = Limit(1e-4, "departure from a straight line, to an output's size", BELOW, healthy=1e-2, broken=1e-6)
# Published rates end at 0.8; 0.9 is most often meant as what is kept.
DROPPED = Limit(0.8, "share of units that a Dropout sets to 0", healthy=0.8, broken=0.9)

# What the paper claims, another number for each program.
CLAIMED_LOSS = Limit(None, "loss before training")

# Labels and targets.
LAST_TOKEN = Limit(None, "largest number that an Embedding looks up")
OUT_OF_REACH = Limit(0.01, "share of targets beyond all that the output can be")
NEW_CLASSES = Limit(0.0, "share of validation samples of classes that training lacks")
MANY_NEW_CLASSES = Limit(0.1, NEW_CLASSES.unit)  # a rare class may miss training by chance
BALANCE = Limit(0.25, "entropy of the labels, to that of equal classes", BELOW)  # two classes of 96 to 4
WRONG_TARGETS = Limit(0.2, "share of samples in batches with another sample's target")  # classes agree by chance

# Sizes of inputs. Whatever their distribution, 99 % of a standardized feature lie below 10 (Chebyshev); pixels reach
# 250. The widest feature deviates by 1 where standardized, by 0.2 to 0.4 in scaled pixels, by 0.002 to 0.01 in pixels
# that were scaled twice.
LARGE = Limit(20.0, "99th percentile of the largest feature that enters the first weights", healthy=10.0)
TINY = Limit(0.02, "deviation of the widest feature that enters the first weights", BELOW, healthy=0.2, broken=0.01)
FAR_OFF = Limit(50.0, "mean of each such feature, in deviations", healthy=1.0)
CONSTANT = Limit(0.5, "share of features that never change")
EMPTY = Limit(0.1, "share of samples that are one number throughout")
MOSTLY_EMPTY = Limit(0.5, EMPTY.unit)

# Validation beside training. The healthy values are those of resampled splits.
UNLIKE = Limit(1.8, "factor between the spreads of training and validation", healthy=1.3)
VERY_UNLIKE = Limit(2.5, UNLIKE.unit, healthy=1.3)
SHIFTED = Limit(4.0, "distance between the medians of training and validation, in spreads", healthy=0.5)
OTHER_UNITS = Limit(10.0, "factor or distance of one feature alone", healthy=2.0)
# Beyond what duplicates inside training lead one to expect: a float feature that hardly repeats overlaps by 0.002.
OVERLAP = Limit(0.01, "share of validation samples that are in training too", healthy=0.002)
LARGE_OVERLAP = Limit(0.05, OVERLAP.unit, healthy=0.002)
SAME_SAMPLES = Limit(0.95, OVERLAP.unit)
SCALER = Limit(1e-3, "distance of training's statistics from those of all rows, which are exactly scaled")

# Images and sequences.
WRAPPED = Limit(0.75, "steps from end to end of the range, to those over half of it", healthy=0.5, broken=1.0)
SMOOTHER = Limit(1.2, "smoothness in another order of the axes, to that in the given one", healthy=1.0)
FAR_SMOOTHER = Limit(1.5, SMOOTHER.unit, healthy=1.0)
# Of sequences read with their axes exchanged both jumps show: rows run on, and channels break.
RUNS_ON = Limit(1.2, "jump from row to row, to those inside a row", BELOW)
BREAKS = Limit(2.0, "jump where a row of the other reading ends, to those inside one")

# Batches, as `fit` gets them.
DIFFERENT = Limit(0.1, "different samples seen, to those there are", BELOW, healthy=0.2)  # rare classes come again
DIFFERENT_IF_REPEATED = Limit(0.5, DIFFERENT.unit, BELOW)
MIXED = Limit(0.5, "entropy of a batch's labels, to that of a random batch", BELOW)
STEADY = Limit(0.5, "share of validation samples that come again in a second pass", BELOW)
WIDENED = Limit(4.0, "spread of what an augmentation answers, to that of its input", healthy=2.0)
NARROWED = Limit(0.2, WIDENED.unit, BELOW)
MOVED = Limit(3.0, "distance by which an augmentation shifts its input, in deviations")
