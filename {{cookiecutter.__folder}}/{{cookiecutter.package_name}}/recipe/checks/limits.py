"""MACHINERY. Where a measured number turns from healthy to suspect: the limits of all checks, each once.

`healthy` and `broken` are the worst number measured of a healthy program and the best of a broken one; a limit without
them is a judgement. A limit of None is another one for each program, such as what a constant prediction scores on its
targets: the finding says it.
"""

from .check import BELOW, Limit

# forward, look
INPUT_SIZE = Limit(20.0, "in size, 99 % of a feature")

# loss, one, ten, all, init, seed
LOSS = Limit(None, "of the loss")
LEAST_LOSS = Limit(None, "of the loss", BELOW)
BELOW_FLOOR = Limit(-0.01, "of the loss, above its floor", BELOW)
ENDLESS = Limit(-1e3, "times the start's loss", BELOW)  # where a density falls by a logarithm over repeated targets
# A loss that is continuous moves by 1e-3 under the step asked about; weights of the predicted class move it further.
JUMP = Limit(0.05, "of the loss", healthy=1e-3)
LEAP = Limit(0.5, "of the loss")
# Weights of mean 1, or one class weighed up by the inverse of its frequency (less than 2), against weights that sum
# to 1, which give 1 / classes.
LIGHT = Limit(0.4, "mean weight of a sample", BELOW)
HEAVY = Limit(2.5, "mean weight of a sample", healthy=2.0)
# Right predictions handed to other samples score as an untrained network does.
RIGHT = Limit(0.05, "of the start's loss")
SQUARED = Limit(0.01, "relative distance from a squared error's cost of a mistake", BELOW)
PENALTY = Limit(2.0, "of the loss", healthy=1.0, broken=20.0)
PENALTY_OVERWHELMS = Limit(10.0, "of the loss", broken=20.0)
# One unit too many for ten classes gives 1.04, a hundred for ten give 2.
UNITS = Limit(1.5, "ln(units) to the least loss of a constant", healthy=1.04, broken=2.0)
# From where on a start is far off, further, and too far to be only rough. Eight healthy classifiers under 12 seeds
# start at 1.0 to 1.8, without normalization at up to 3.6 (that is gone after some updates); a head drawn from N(0, 1)
# starts at 3.8 or more, pixels of 0 to 255 at 16 or more.
START_OF_CLASSES = (
    Limit(2.0, "times a prediction that knows nothing", healthy=1.8, broken=3.8),
    Limit(3.0, "times a prediction that knows nothing", broken=3.8),
    Limit(8.0, "times a prediction that knows nothing", healthy=3.6, broken=16.0),
)
# Values by their error, which is the root of a squared one. Of 3,000 simulated networks under He's, Glorot's and
# LeCun's initializer 99 % start below 2.7 and all below 4.9; one of many residual blocks starts at 5.6, a head drawn
# from N(0, 1) at 8, a network for targets of mean 500 and deviation 20 at 25.
START_OF_VALUES = (
    Limit(4.0, "times the error of a prediction that knows nothing", healthy=2.7, broken=8.0),
    Limit(6.0, "times the error of a prediction that knows nothing", healthy=5.6, broken=8.0),
    Limit(12.0, "times the error of a prediction that knows nothing", healthy=5.6, broken=25.0),
)
TARGET_SIZE = Limit(10.0, "in size or deviation of the targets")
SILENT_UNITS = Limit(0.5, "of the rectifiers' units", healthy=0.44)
FIRST_GRADIENT = Limit(1e-3, "of the last kernel's gradient", BELOW, healthy=0.05, broken=1e-6)
# Dropout of 0.1 makes two calls differ by 0.3, the power iteration of a spectral norm by 1e-3.
DRAWN = Limit(1e-2, "relative difference of two calls", healthy=1e-3, broken=0.3)
WAY = Limit(0.1, "of the way from the start to the goal", BELOW)
HALF_WAY = Limit(0.5, "of the way from the start to the goal", BELOW)
STATISTICS_LEFT = Limit(0.01, "of BatchNorm's first statistics after a whole training")
FROZEN = Limit(0.3, "of the weights")
CUT_OFF = Limit(0.3, "of the outputs before the softmax")
# The norm of a step over that of the weights. Usual are 1e-3 to 3e-2; healthy programs that learn reach 0.2. A step of
# half the weights' size leaves nothing of how they were drawn.
STEP_SMALL = Limit(3e-4, "of the weights, a step", BELOW)
STEP_LARGE = Limit(0.1, "of the weights, a step")
STEP_HUGE = Limit(0.5, "of the weights, a step", healthy=0.2)
CLIPPING = Limit(1e-2, "of the gradient's norm", BELOW)
EPSILON = Limit(10.0, "times the gradients it is compared with")
RATE_AT_HALF = Limit(1e-2, "of the learning rate's peak, at half time", BELOW)
RATE_GONE = Limit(1e-3, "of the learning rate's peak, at half time", BELOW)
OTHER_WEIGHTS = Limit(0.25, "of the loss")  # averages of weights score a little otherwise than the last ones
# Labels shuffled against inputs gain nothing, and no healthy program of the suite less than GAIN.
GAIN = Limit(0.02, "of what there is to learn", BELOW)
WELL_BELOW = Limit(0.1, "of what there is to learn", BELOW)
LEARNT_A_LITTLE = Limit(0.1, "of what there is to learn", BELOW)
STILL_FALLING = Limit(0.01, "of what there is to learn, in the last quarter of a training")
FOUR_TIMES = Limit(0.2, "of what there is to learn, in four times the steps")
CONSTANT_REACHED = Limit(0.8, "of the way from the start to the best constant")
LEAD = Limit(2.0, "standard errors", BELOW)  # which shuffled targets exceed one time in forty
FEW_STEPS = Limit(100, "steps of a whole training", BELOW)  # hardly any network has learnt by then
DROPOUT = Limit(0.5, "of the units dropped")
INITIALIZER = Limit(0.5, "of the way from the best to the worst option")
