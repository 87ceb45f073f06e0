"""MACHINERY. The researcher's program, as the rungs examine it: data, network, loss and training."""

import contextlib
import copy
import dataclasses
import functools
import io
import math
import time
import warnings

import numpy as np
from keras import tree
from keras.callbacks import LambdaCallback
from omegaconf import OmegaConf, open_dict

from ..keep import project, run_files
from ..keras_side import private
from ..measure import layer_calls
from ..prepare import batches, nested, samples, sources

MOST_SAMPLES = 1000  # of a split, for figures of the untrained network
MOST_STEPS = 500  # of a comparison training
STEPS_TIMED, TIMED = 50, 0.5  # at most so many updates, or as many as take so many seconds, tell how long many take
RANDOM_SAMPLES = 7  # a prime number: no other axis has it by chance, so a mixed-up axis shows


class Training:
    """One training that is done: its configuration, and what it left in its folder."""

    def __init__(self, cfg, run_dir):
        self.cfg, self.run_dir = cfg, run_dir
        self.result, self.history = run_files.read_json(run_dir / "result.json"), run_files.read_history(run_dir)

    def losses(self, split):
        """The loss of each epoch on `train` or `val`."""
        return [row[f"{split}/loss"] for row in self.history]

    def reload(self, model):
        """Loads the weights that it left into a network."""
        with warnings.catch_warnings(action="ignore"):  # that the optimizer's state does not fit, which is not needed
            model.load_weights(self.run_dir / run_files.WEIGHTS)


class Program:
    """One configuration, with its data, its batches, its network and its trainings, each made when first asked for.

    Args:
        cfg: the composed configuration of conf/recipe.yaml.
        folder: where trainings may leave their records.
        claimed: what claims are held against, where `cfg` has been changed to try a cause.
    """

    def __init__(self, cfg, folder, claimed=None):
        self.cfg, self.folder, self._trainings = cfg, folder, {}
        self.claimed = claimed or cfg
        self.inputs = nested.declared(cfg.data.inputs)
        self.targets = nested.declared(cfg.data.targets)

    def changed(self, *overrides):
        """The configuration with some keys set, such as ("data.subset", 1)."""
        cfg = copy.deepcopy(self.cfg)
        with open_dict(cfg):
            for key, value in overrides:
                OmegaConf.update(cfg, key, value, merge=False, force_add=True)
        return cfg

    @functools.cached_property
    def data(self):
        """The whole data: samples.Data."""
        return samples.load(self.changed(("data.subset", "all"), ("data.samples", None)))

    @property
    def asked_of(self):
        """How many samples of a source stand for all, in words; empty for arrays, and as long as no data is loaded."""
        train = self.data.train if "data" in vars(self) else None
        if not sources.streamed(train):
            return ""
        number, most = samples.count(train), sources.affordable(train, samples.count(train))
        return f"a source: at most {most:,} of its {number:,} samples stand for all"

    @functools.cached_property
    def plan(self):
        """The batches.Plan of the whole training."""
        return batches.plan(self.changed(("data.subset", "all"), ("data.samples", None)), self.data)

    @property
    def steps(self):
        """Optimizer updates of a comparison training."""
        return self.cfg.recipe.steps or min(MOST_STEPS, self.plan.steps)

    def trained(self, name, *overrides, anew=False):
        """One training by the researcher's own train.py, of `steps` updates, without trackers.

        Args:
            name: of the folder for its record.
            overrides: (key, value) pairs of the configuration.
            anew: train even if another rung has trained the same.

        Returns:
            A Training.
        """
        cfg = self.changed(("training.max_steps", self.steps), *overrides)
        same = OmegaConf.to_yaml(run_files.in_folder(cfg, self.folder), resolve=True, sort_keys=True)
        if anew or same not in self._trainings:
            self._trainings[same] = self.train(cfg, name)
        return self._trainings[same]

    def train(self, cfg, name):
        """One training by the researcher's own train.py as `cfg` says; no trackers, no page."""
        run_dir = self.folder / "trainings" / name
        run_dir.mkdir(parents=True)
        with open_dict(cfg):
            cfg.tracker, cfg.report = {}, False
        with contextlib.redirect_stdout(io.StringIO()):  # its closing line; the climb has lines of its own
            project.script().train(run_files.in_folder(cfg, run_dir), run_dir)
        return Training(cfg, run_dir)

    def compiled(self, cfg=None, plan=None):
        """The network as train.py compiles it, newly built and seeded."""
        return project.script().compiled(cfg or self.cfg, plan or self.plan)

    def pace(self):
        """How fast the whole training goes, measured by a few updates of a network that is thrown away.

        Returns:
            (seconds until a network is built and has made its first update, seconds of each update after that).
        """
        plan = dataclasses.replace(batches.plan(self.cfg, self.data), steps_per_execution=1)
        ends = [time.monotonic()]

        def end(batch, logs):
            ends.append(time.monotonic())
            model.stop_training = len(ends) > 2 and ends[-1] - ends[1] > TIMED

        with contextlib.redirect_stdout(io.StringIO()):
            model = self.compiled(plan=plan)
            ending = LambdaCallback(on_train_batch_end=end)
            model.fit(plan.batches, steps_per_epoch=STEPS_TIMED, callbacks=[ending], shuffle=False, verbose=0)
        return ends[1] - ends[0], (ends[-1] - ends[1]) / (len(ends) - 2)

    @functools.cached_property
    def largest(self):
        """The largest whole number among some inputs of training: a larger one may mean something of the network's own,
        such as a mask. Infinite where there is no data yet, or where the forward pass alone is asked, which needs none.
        """
        if self.cfg.get("rungs") == ["forward"]:
            return math.inf
        with contextlib.suppress(Exception):  # what is wrong with the data, the rung look says
            few = samples.leaves(samples.some(self.data.train, MOST_SAMPLES)[0])
            return max((int(leaf.max()) for leaf in few if leaf.dtype.kind in "iu"), default=math.inf)
        return math.inf

    def random_inputs(self, model, number=RANDOM_SAMPLES):
        """A batch made from the declared shapes alone: standard normal floats, integers below `classes` as far as the
        data have them, else words of the model's Embeddings where they are the only integers, else 0 and 1, and of
        every second sample's one number, which may be a length, any up to the longest axis; also integers for float
        inputs that an Embedding looks up."""
        rng, every = np.random.default_rng(0), tree.flatten(self.inputs)
        alone = ["int" in one.dtype for one in every].count(True) == 1
        words = layer_calls.words(model) if alone else None
        longest = max(max(one.sizes, default=1) for one in every)

        def batch(declared):
            shape = (number, *declared.sizes)
            if "int" in declared.dtype:
                known = max(1, min(declared.classes, self.largest + 1)) if declared.classes else None
                drawn = rng.integers(0, known or words or 2, shape)
                if not declared.classes and not words and math.prod(declared.sizes) == 1:
                    drawn[1::2] = rng.integers(0, longest + 1, drawn[1::2].shape)
                return drawn.astype(declared.dtype)
            return rng.normal(size=shape).astype(declared.dtype)

        made = nested.mapped(batch, self.inputs)
        pairs = zip(tree.flatten(made), layer_calls.looked_up(model, made), strict=True)
        leaves = [rng.integers(0, size, leaf.shape).astype("int32") if size else leaf for leaf, size in pairs]
        return tree.pack_sequence_as(made, leaves)


def parameters(model):
    """The number of trainable parameters as papers count them: of frozen layers too, without moving statistics."""
    return int(sum(math.prod(variable.shape) for variable in private.trainable_of(model)))


def initial_loss(cfg, seed):
    """The loss of a network before training, on training samples."""
    program = Program(cfg, None)
    cfg = program.changed(("seed", seed))
    few = samples.some(program.data.train, MOST_SAMPLES)
    return program.compiled(cfg).evaluate(*few, batch_size=MOST_SAMPLES, verbose=0, return_dict=True)["loss"]
