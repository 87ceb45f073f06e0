"""MACHINERY. Each limit of a check, once: the number from which on a measurement is suspect, and how far from it the
worst healthy and the best broken program lie, as far as that is known."""

from .check import BELOW, Limit

# forward, look

# Of two such as UNLIKE and VERY_UNLIKE, a check warns beyond the first and fails beyond the second.

# What moves a prediction, or does not.
REPEATED = Limit(0.0, "difference between two predictions of one batch")
OTHER_SAMPLE = Limit(0.0, "difference that another sample makes to a prediction", healthy=0.0, broken=3.6e-4)
OTHER_PLACE = Limit(1e-3, "difference that a sample's place in the batch makes, to a prediction's size", healthy=1e-5)
LATER_STEPS = Limit(1e-4, "difference that later steps make, to an output's size", healthy=1e-6, broken=1e-2)
PADDING = Limit(1e-5, "difference that padding makes, to a prediction's size")
UNREAD = Limit(0.5, "share of the input that no prediction depends on", healthy=0.2)  # a border that strides leave
# How far f((a + b) / 2) lies from (f(a) + f(b)) / 2; one relu suffices for the healthy value.
BEND = Limit(1e-4, "departure from a straight line, to an output's size", BELOW, healthy=1e-2, broken=1e-6)
# Published rates end at 0.8; 0.9 is most often meant as what is kept.
DROPPED = Limit(0.8, "share of units that a Dropout sets to 0", healthy=0.8, broken=0.9)

# What the paper claims, another number for each program.
CLAIMED_LOSS = Limit(None, "loss before training")
OFF_CLAIM = Limit(3.0, "distance of a figure from what is claimed, in tolerances")
FAR_OFF_CLAIM = Limit(10.0, OFF_CLAIM.unit)
SYMMETRY = Limit(None, "difference from where a claim has a prediction, to its size")

# Labels and targets.
LAST_TOKEN = Limit(None, "largest number that an Embedding looks up")
# Of noise around 0 a rectifier loses little.
OUT_OF_REACH = Limit(0.01, "squared distance of the targets to all that the output can be, to their variance")
NEW_CLASSES = Limit(0.01, "share of validation samples of classes that training lacks", healthy=0.0028)
MANY_NEW_CLASSES = Limit(0.1, NEW_CLASSES.unit)  # a rare class may miss training by chance
BALANCE = Limit(0.25, "entropy of the labels, to that of equal classes", BELOW)  # two classes of 96 to 4
WRONG_TARGETS = Limit(0.2, "share of samples in batches with another sample's target")  # classes agree by chance

# Sizes of inputs. Whatever their distribution, 99 % of a standardized feature lie below 10 (Chebyshev); counts of words
# and places reach 39, pixels 250. The widest feature deviates by 1 where standardized, by 0.2 to 0.4 in scaled pixels,
# by 0.002 to 0.01 in pixels that were scaled twice.
INPUT_SIZE = Limit(
    100.0, "99th percentile of the largest feature that enters the first weights", healthy=39.0, broken=247.0
)
TINY = Limit(0.02, "deviation of the widest feature that enters the first weights", BELOW, healthy=0.2, broken=0.01)
FAR_OFF = Limit(50.0, "mean of each such feature, in deviations", healthy=1.0)
CONSTANT = Limit(0.5, "share of features that never change")
EMPTY = Limit(0.1, "share of samples that are one number throughout")
MOSTLY_EMPTY = Limit(0.5, EMPTY.unit)

# Validation beside training. The healthy values are those of resampled splits.
UNLIKE = Limit(4.2, "factor between the spreads of training and validation", healthy=3.4, broken=5.1)
VERY_UNLIKE = Limit(10.0, UNLIKE.unit, healthy=3.4, broken=195.0)
SHIFTED = Limit(4.0, "distance between the medians of training and validation, in spreads", healthy=0.5)
OTHER_UNITS = Limit(10.0, "factor or distance of one feature alone", healthy=2.0)
# Beyond what duplicates inside training lead one to expect: a float feature that hardly repeats overlaps by 0.002.
OVERLAP = Limit(0.01, "share of validation samples that are in training too", healthy=0.002)
LARGE_OVERLAP = Limit(0.05, OVERLAP.unit, healthy=0.002)
SAME_SAMPLES = Limit(0.95, OVERLAP.unit)
WRONG_MAPS = Limit(0.2, "share of flipped or turned images whose map is not moved with them", healthy=0.0, broken=0.52)
# Kolmogorov's and Smirnov's distance; of two draws of 50 it is below 0.28 nineteen times in twenty.
LENGTHS = Limit(0.6, "distance between the lengths of training's and validation's sequences", healthy=0.28, broken=0.86)
# Of a fifth of shuffled pairs that is held out, three of four begin where one in training ends; of whole courses none.
FOLLOWED = Limit(0.1, "share of validation samples that go on where a training sample ends", healthy=0.0, broken=0.73)
UNMOVED = Limit(0.5, "share of filled-up sequences whose steps move no prediction", healthy=0.0, broken=1.0)
SHARED_GROUPS = Limit(0.0, "share of held-out samples whose group is in training too", healthy=0.0)
# Of samples on a line, evenly drawn, a third lie so by chance; two features make it 7 %.
RELATED = Limit(0.5, "share of validation samples that are of a training sample's own stuff", healthy=0.33, broken=0.9)
BETWEEN = Limit(0.01, "share of validation rows in a line with two rows of training", healthy=0.0)
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

# loss, one, ten, all, init, seed

LOSS = Limit(None, "loss")
LEAST_LOSS = Limit(None, "least loss", BELOW)
UNDER_FLOOR = Limit(0.02, "distance of the training loss below its floor, to what there is to learn", healthy=0.0)
BELOW_FLOOR = Limit(-0.01, "distance of the loss from its floor", BELOW)
# Right predictions handed to other samples score as an untrained network does.
RIGHT = Limit(0.05, "loss of right predictions, to that of the start")
SQUARED = Limit(0.01, "relative distance from a squared error's cost of a mistake", BELOW)
# exp(-loss) on a grid is exact to 1e-3; a forgotten 1/2 or a width taken for a variance gives 1.4 and more.
DENSITY = Limit(1.05, "ratio of two integrals of exp(-loss) over the targets", healthy=1.001, broken=1.4)
QUANTILE = Limit(
    0.05, "distance of the share of targets below the best constant from its quantile", healthy=1e-4, broken=0.4
)
# The targets' own spread, seen from an untrained network: a heat map whose peaks weigh nothing leaves 2.5e-4.
ASKED = Limit(3e-3, "loss of the best constant, to the untrained network's", BELOW, healthy=0.037, broken=2.5e-4)
# Three digits by hand leave 0.005; a logarithm to another base or a forgotten 1/2 gives 0.44 and more.
BY_HAND = Limit(0.01, "distance of a number from that worked by hand, to its size, 0.1 at least", healthy=0.005)
PADDING_HEARD = Limit(
    0.5, "share of the steps that fill sequences up with whose predictions the loss moves", healthy=0.0, broken=1.0
)
BEYOND_RIGHT = Limit(0.02, "distance from right predictions to the least loss, to that of the start", healthy=1e-3)
FLOOR = Limit(0.02, "distance from right predictions' loss to loss.floor, to that of the start", healthy=1e-3)
# Labels smoothed by 0.1 leave a seventh of what ten classes start at.
FAR_FROM_FLOOR = Limit(0.25, FLOOR.unit, healthy=0.15)
PENALTY = Limit(2.0, "penalty, to the loss", healthy=1.0, broken=20.0)
PENALTY_OVERWHELMS = Limit(10.0, PENALTY.unit, broken=20.0)
# From where on a start is far off, further, and too far to be only rough. Eight healthy classifiers under 12 seeds
# start at 1.0 to 1.8, without normalization at up to 3.6 (that is gone after some updates); a head drawn from N(0, 1)
# starts at 3.8 or more, pixels of 0 to 255 at 16 or more.
START_OF_CLASSES = (
    Limit(2.0, "loss at the start, to that of a prediction that knows nothing", healthy=1.8, broken=3.8),
    Limit(3.0, "loss at the start, to that of a prediction that knows nothing", broken=3.8),
    Limit(8.0, "loss at the start, to that of a prediction that knows nothing", healthy=3.6, broken=16.0),
)
# Values by their error, which is the root of a squared one. Of 3,000 simulated networks under He's, Glorot's and
# LeCun's initializer 99 % start below 2.7 and all below 4.9; one of many residual blocks starts at 5.6, a head drawn
# from N(0, 1) at 8, a network for targets of mean 500 and deviation 20 at 25.
START_OF_VALUES = (
    Limit(4.0, "error at the start, to that of a prediction that knows nothing", healthy=2.7, broken=8.0),
    Limit(6.0, "error at the start, to that of a prediction that knows nothing", healthy=5.6, broken=8.0),
    Limit(12.0, "error at the start, to that of a prediction that knows nothing", healthy=5.6, broken=25.0),
)
TARGET_SIZE = Limit(10.0, "size or deviation of the targets")
SILENT_UNITS = Limit(0.5, "share of the rectifiers' units that are silent", healthy=0.44)
# Attention starts flat by design: a query kernel had 9.3e-4.
FIRST_GRADIENT = Limit(1e-4, "gradient of the first kernel, to that of the last", BELOW, healthy=9e-4, broken=1e-6)
# Dropout of 0.1 makes two calls differ by 0.3, the power iteration of a spectral norm by 1e-3.
DRAWN = Limit(1e-2, "relative difference of two calls", healthy=1e-3, broken=0.3)
WAY = Limit(0.1, "share of the way from the start to the goal", BELOW)
NEARLY = Limit(0.9, "share of the way from the start to the goal", BELOW, healthy=0.97)
HALF_WAY = Limit(0.5, "share of the way from the start to the goal", BELOW)
STATISTICS_LEFT = Limit(0.01, "share of BatchNorm's first statistics that a whole training leaves")
# A momentum of 0.99 leaves 0.007 after 500 steps, one of 0.9999 leaves 0.95.
DRAWN_LEFT = Limit(
    0.1, "share of the weights as they were drawn that their average holds at the end", healthy=0.007, broken=0.95
)
FROZEN = Limit(0.3, "share of the weights that are frozen")
CUT_OFF = Limit(0.3, "share of the outputs before the softmax that are 0")
# The norm of a step over that of the weights. Usual are 1e-3 to 3e-2; healthy programs that learn reach 0.2. A step of
# half the weights' size leaves nothing of how they were drawn.
STEP_SMALL = Limit(3e-4, "norm of a step, to that of the weights", BELOW)
STEP_LARGE = Limit(0.1, "norm of a step, to that of the weights")
STEP_HUGE = Limit(0.5, "norm of a step, to that of the weights", healthy=0.2)
CLIPPING = Limit(1e-2, "norm that clipping leaves, to that of the gradient", BELOW)
EPSILON = Limit(10.0, "epsilon, to the gradients that it is compared with")
RATE_AT_HALF = Limit(1e-2, "learning rate at half time, to its peak", BELOW)
RISING = Limit(0.9, "learning rate at half time, to that of the last step, where it rises to the end", BELOW)
RATE_GONE = Limit(1e-3, "learning rate at half time, to its peak", BELOW)
OTHER_WEIGHTS = Limit(
    0.25, "difference of the saved weights' loss, to that loss"
)  # averages of weights score a little otherwise than the last ones
# Labels shuffled against inputs gain nothing, and no healthy program of the suite less than GAIN.
GAIN = Limit(0.02, "share of what there is to learn", BELOW)
WELL_BELOW = Limit(0.1, "share of what there is to learn", BELOW)
LEARNT_A_LITTLE = Limit(0.1, "share of what there is to learn", BELOW)
LEARNT_WELL = Limit(0.5, "share of what there is to learn", BELOW)  # judgement
# A mask that lets a bit through now and then leaves 0.05, which is not told from learning.
COPIED = Limit(0.03, "training loss, to the best constant's, both above the floor", BELOW, healthy=0.51, broken=0.01)
COLLAPSED = Limit(1e-3, "deviation of answers over samples, to their size", BELOW, healthy=0.05, broken=1e-5)
STILL_FALLING = Limit(0.01, "share of what there is to learn, gained in the last quarter of a training")
FOUR_TIMES = Limit(0.2, "share of what there is to learn, gained in four times the steps")
CONSTANT_REACHED = Limit(0.8, "share of the way from the start to the best constant")
LEAD = Limit(
    2.0, "lead over permuted targets, in standard errors", BELOW
)  # which shuffled targets exceed one time in forty
FEW_STEPS = Limit(100, "steps of a whole training", BELOW)  # hardly any network has learnt by then
DROPOUT = Limit(0.5, "share of units that a Dropout sets to 0")
INITIALIZER = Limit(0.5, "share of the way from the best to the worst option")
