"""What cannot be meant: one table of bad inputs, each with the line that it is answered with."""

import json
import shlex
import shutil
import subprocess

import pytest
from conftest import NAME, TEMPLATE
from rungs import PYTHON
from served import answers, command


def npz(name, command="train"):
    return f"{command} data=npz data.load.path=data/{name} data.inputs.shape=[40,1] data.targets.classes=3"


def loader(name):
    return f"train ~data.load.validation data.load._target_={NAME}.bad.{name}"


def model(name):
    return f"{npz('sound.npz')} ~model.filters ~model.padding model._target_={NAME}.bad.{name}"


KINDS = "classes, multilabel, values, none"
SHAPES = f"expected a list as shape, a dtype, one of {KINDS} as kind, 1 or more as classes, or null"
TARGET = "expected a _target_, the dotted path of what is called, with its arguments"
NO_NPZ = "is no whole .npz file, nor .npy files, of plain arrays; pickled objects are not loaded"
BLOCKED = "is blocklisted because it allows config data to control executable behavior"
SOUND, SWEEP = npz("sound.npz"), npz("sound.npz", "train -m")
SEARCH = f"{SWEEP} hydra/sweeper=optuna"
LONG = "n" * 300

# (command, its answer): refused before anything begins, with status 2; failed where only the run itself can find it,
# with status 1. A "…" stands for more words, most of them a library's. SOUND loads in no time.
TABLE = [
    # Values that cannot be meant.
    ("train seed=-1", "refused: seed=-1: expected a whole number, 0 to 4294967295"),
    ("train seed=4294967296", "refused: seed=4294967296: expected a whole number, 0 to 4294967295"),
    ("train seed=1.5", "refused: seed=1.5: expected a whole number, 0 to 4294967295"),
    ("train seed=true", "refused: seed=True: expected a whole number, 0 to 4294967295"),
    ("train seed=null", "refused: seed=None: expected a whole number, 0 to 4294967295"),
    ("train seed=", "refused: seed=: expected a whole number, 0 to 4294967295"),
    ("train ~seed", "refused: seed=None: expected a whole number, 0 to 4294967295"),
    ("train backend=theano", "refused: backend=theano: expected one of tensorflow, jax, torch"),
    ("train backend=null", "refused: backend=None: expected one of tensorflow, jax, torch"),
    ("train backend=jax", "refused: backend=jax: it is not installed here"),
    ("train debug=2", "refused: debug=2: expected true or false"),
    ("train training.distribution=model", "refused: training.distribution=model: expected data_parallel, or null"),
    ("train report=maybe", "refused: report=maybe: expected true or false"),
    ("train training.epochs=0", "refused: training.epochs=0: expected a whole number, 1 or more"),
    ("train training.epochs=many", "refused: training.epochs=many: expected a whole number, 1 or more"),
    ("train training.batch_size=0", "refused: training.batch_size=0: expected a whole number, 1 or more"),
    ("train training.batch_size=null", "refused: training.batch_size=None: expected a whole number, 1 or more"),
    (
        "train training.checkpoint_seconds=-1",
        "refused: training.checkpoint_seconds=-1: expected a number of seconds, 0 or more",
    ),
    ("train training.max_steps=0", "refused: training.max_steps=0: expected a whole number, 1 or more, or null"),
    ("train training.accumulate=0", "refused: training.accumulate=0: expected a number of batches, 1 or more, or null"),
    ("train training.average=1", "refused: training.average=1: expected a momentum between 0 and 1, or null"),
    (
        "train training.precision=float16",
        "refused: training.precision=float16: expected one of float32, mixed_bfloat16, mixed_float16",
    ),
    (
        "train training.validation_batch_size=0",
        "refused: training.validation_batch_size=0: expected a whole number, 1 or more, or null",
    ),
    ("train threads=0", "refused: threads=0: expected a whole number, 1 or more, or null"),
    ("train training.deterministic=1", "refused: training.deterministic=1: expected true or false"),
    (
        "train training.metrics=null",
        "refused: training.metrics=None: expected a name (quote on, off, yes, no) and a _target_ for each, or {}",
    ),
    (
        "train training.metrics.accuracy.name=false",
        "refused: training.metrics={…}: expected a name (quote on, off, yes, no) and a _target_ for each, or {}",
    ),
    (
        "train training.callbacks=3",
        "refused: training.callbacks=3: expected a name (quote on, off, yes, no) and a _target_ for each, or {}",
    ),
    (
        "train training.subset.steps=-3",
        "refused: training.subset.steps=-3: expected a whole number of optimizer updates, 1 or more",
    ),
    ("train training.subset.target=1", "refused: training.subset.target=1: expected a share between 0 and 1"),
    ("train training.subset.target=2", "refused: training.subset.target=2: expected a share between 0 and 1"),
    ("train training.subset.target=nan", "refused: training.subset.target=nan: expected a share between 0 and 1"),
    ("train loss.floor=low", "refused: loss.floor=low: expected a number, or null"),
    ("train +loss.density=maybe", "refused: loss.density=maybe: expected true or false, or null"),
    (
        "train +loss.perfect=best",
        "refused: loss.perfect=best: expected a _target_, the dotted path of what is called, with its arguments",
    ),
    (
        "train +loss.examples=[0.5]",
        "refused: loss.examples=[0.5]: expected a list of {target, prediction, loss} or {of, loss}, …",
    ),
    (
        "train loss=focal loss.function=null",
        "refused: loss.examples: loss.function is null: expected {of, loss}, of a function that it is made of",
    ),
    (
        "train +training.callbacks.stop={_target_:keras.callbacks.EarlyStopping,monitor:val/accuracy}",
        "refused: training.callbacks.stop.monitor=val/accuracy: to a callback of Keras' it is val_accuracy",
    ),
    ("train +data.groups=3", "refused: data.groups=3: expected what several samples are of, such as patient, or null"),
    (
        f"{SOUND} +data.groups=patient",
        "refused: data cannot be loaded: data.groups=patient: load() must return groups beside the splits, "
        "{split: the patient of each sample}; it returned none of train, validation",
    ),
    ("train optimizer.learning_rate=-1", "refused: optimizer.learning_rate=-1: expected a number above 0"),
    ("train optimizer.learning_rate=fast", "refused: optimizer.learning_rate=fast: expected a number above 0"),
    ("train data.inputs.shape=40", f"refused: data.inputs={{'shape': 40, 'dtype': 'float32'}}: {SHAPES}"),
    (
        "train data.targets.kind=klasses",
        f"refused: data.targets={{'shape': [], 'dtype': 'int32', 'kind': 'klasses', 'classes': 10}}: {SHAPES}",
    ),
    (
        "train data.targets.classes=0",
        f"refused: data.targets={{'shape': [], 'dtype': 'int32', 'kind': 'classes', 'classes': 0}}: {SHAPES}",
    ),
    ("train ~data.targets", f"refused: data.targets=None: {SHAPES}"),
    ("train ~data.inputs.dtype", f"refused: data.inputs={{'shape': [40, 1]}}: {SHAPES}"),
    (
        "train +data.inputs.range=3",
        f"refused: data.inputs={{'shape': [40, 1], 'dtype': 'float32', 'range': 3}}: {SHAPES}",
    ),
    # Subsets and samples.
    ("train data.subset=0", "refused: data.subset=0: expected a number of samples, 1 or more, or all"),
    ("train data.subset=-1", "refused: data.subset=-1: expected a number of samples, 1 or more, or all"),
    ("train data.subset=10.5", "refused: data.subset=10.5: expected a number of samples, 1 or more, or all"),
    ("train data.subset=al", "refused: data.subset=al: expected a number of samples, 1 or more, or all"),
    ("train data.subset=true", "refused: data.subset=True: expected a number of samples, 1 or more, or all"),
    ("train data.subset=null", "refused: data.subset=None: expected a number of samples, 1 or more, or all"),
    ("train data.subset=3601", "refused: data.subset=3601: there are 3600 training samples"),
    ("train data.samples=17", "refused: data.samples=17: expected a list of sample indices, such as [17]"),
    ("train data.samples=[]", "refused: data.samples=[]: expected a list of sample indices, such as [17]"),
    ("train data.samples=[-1]", "refused: data.samples=[-1]: expected a list of sample indices, such as [17]"),
    ("train data.samples=[a]", "refused: data.samples=['a']: expected a list of sample indices, such as [17]"),
    ("train data.samples=[3,3]", "refused: data.samples=[3, 3]: sample 3 is named more than once"),
    ("train data.samples=[99999]", "refused: data.samples=[99999]: the training samples are numbered 0 to 3599"),
    ("train data.samples=[1,2] data.subset=1", "refused: data.subset=1 contradicts data.samples, which names 2"),
    # Misspelt, forgotten, of the wrong kind.
    (
        "train data=npz",
        "refused: data.inputs.shape has no value yet: give it in conf/ or as data.inputs.shape=…; nor have "
        "data.load.path, data.targets.classes",
    ),
    ("train model.filters=???", "refused: model.filters has no value yet: give it in conf/ or as model.filters=…"),
    (
        "train data=minst1d",
        "refused: In 'config': Could not find 'data/minst1d' Did you mean data=mnist1d? "
        "Available options in 'data': california_housing cifar10 cifar100 digits fashion_mnist imdb mnist …",
    ),
    (
        "train optimizer=adamm",
        "refused: In 'config': Could not find 'optimizer/adamm' Did you mean optimizer=adam? "
        "Available options in 'optimizer': adam sgd",
    ),
    ("train loss=nonsense", "refused: In 'config': Could not find 'loss/nonsense' Available options in 'loss': …"),
    ("train initializer=he", "refused: In 'config': Could not find 'initializer/he' Available options in …"),
    ("train tracker=[nonsense]", "refused: In 'config': Could not load 'tracker/nonsense'."),
    ("train tracker=[wanb]", "refused: In 'config': Could not load 'tracker/wanb'. Did you mean tracker=wandb?"),
    (
        "train trainig.epochs=3",
        "refused: Could not override 'trainig.epochs'. Did you mean training.epochs? "
        "To append to your config use +trainig.epochs=3",
    ),
    ("train optimizer.lr=1", "refused: Could not override 'optimizer.lr'. Did you mean optimizer.learning_rate? …"),
    ("train epochs=3", "refused: Could not override 'epochs'. Did you mean training.epochs? …"),
    (
        "train loss=focal loss.function.gama=3",
        "refused: Could not override 'loss.function.gama'. Did you mean loss.function.gamma? …",
    ),
    ("train zzz=3", "refused: Could not override 'zzz'. To append to your config use +zzz=3"),
    ("recipe recipe.trys=3", "refused: Could not override 'recipe.trys'. Did you mean recipe.tries? …"),
    # Added, and read by nobody.
    ("train +trainig.epochs=3", "refused: +trainig.epochs: nothing reads trainig; did you mean training.epochs?"),
    (
        "train +training.epoch=3",
        "refused: +training.epoch: nothing reads training.epoch; did you mean training.epochs?",
    ),
    ("train ++seeed=3", "refused: +seeed: nothing reads seeed; did you mean seed?"),
    ("train -m +zzz=1,2", "refused: +zzz: nothing reads zzz"),
    ("train +seed=3", "refused: Could not append to config. An item is already at 'seed'. …"),
    ("train seed=1,2", "refused: Ambiguous value for argument 'seed=1,2' …"),
    ("train nonsense", "refused: Error parsing override 'nonsense' missing EQUAL at '<EOF>' …"),
    ("train data.subset=[1", "refused: no viable alternative at input '[1' …"),
    ("train data=null", "refused: Config group override must be a string or a list. Got NoneType"),
    # What is written down with each run.
    (
        "train +tracker.wandb.api_key=0123",
        "refused: tracker.wandb.api_key: a configuration is written down with each run; "
        "give the secret as ${oc.env:NAME}",
    ),
    (
        "train +data.load.nested.access_token=0123",
        "refused: data.load.nested.access_token: a configuration is written down …",
    ),
    (
        "train '+data.load.path=postgres://me:hush@lab/runs'",
        "refused: data.load.path: a configuration is written down …",
    ),
    (
        "train -m seed=1,2 hydra.sweep.subdir=one",
        "refused: hydra.sweep.subdir=one: jobs 0 and 1 would share that folder",
    ),
    (
        "train -m seed=1,2 'hydra.sweep.subdir=runs/${seed}'",
        "refused: hydra.sweep.subdir=runs/1: expected a name, not …",
    ),
    ("train data.inputs.dtype=floot", "refused: data.inputs={'shape': [40, 1], 'dtype': 'floot'}: expected a list …"),
    ("train data.inputs.dtype=complex64", "refused: data.inputs={'shape': [40, 1], 'dtype': 'complex64'}: expected …"),
    # A sweep with one bad job: none is trained.
    ("train -m data.subset=1,0", "refused: data.subset=0: expected a number of samples, 1 or more, or all"),
    ("train -m data.subset=1,3601", "refused: data.subset=3601: there are 3600 training samples"),
    (
        "train -m training.deterministic=true,false",
        "refused: training.deterministic cannot be changed in a process: one sweep for each",
    ),
    ("train -m threads=1,2", "refused: threads cannot be changed in a process: one sweep for each"),
    # A search of which one choice, or one end, cannot be meant: nothing is tried.
    (f"{SEARCH} seed=0,1,-1", "refused: seed=-1: expected a whole number, 0 to 4294967295"),
    (
        f"{SEARCH} 'optimizer.learning_rate=interval(-1,1)'",
        "refused: optimizer.learning_rate=-1.0: expected a number above 0",
    ),
    (f"{SEARCH} 'data.subset=interval(1,20)'", "refused: data.subset=1.0: expected a number of samples, …"),
    (f"{SEARCH} 'data.subset=range(1,21)'", "refused: data.subset=21: there are 20 training samples"),
    ("train -m seed=0,-1", "refused: seed=-1: expected a whole number, 0 to 4294967295"),
    ("train -m model=cnn,linear model._target_=cnn", f"refused: model={{'_target_': 'cnn', …{TARGET}"),
    (
        "train -m data=digits,minst1d",
        "refused: In 'config': Could not find 'data/minst1d' Did you mean data=mnist1d? "
        "Available options in 'data': california_housing cifar10 cifar100 digits fashion_mnist imdb mnist …",
    ),
    # What is to be called.
    ("train ~model", f"refused: model=None: {TARGET}"),
    (
        f"{SOUND} training.metrics=null",
        "refused: training.metrics=None: expected a name (quote on, off, yes, no) and a _target_ for each, or {}",
    ),
    (f"{SOUND} data.inputs=null", f"refused: data.inputs=None: {SHAPES}"),
    (f"{SOUND} data.load=null", f"refused: data.load=None: {TARGET}"),
    ("train training.subset=null data.subset=1", "refused: training.subset.steps=None: expected a whole number of …"),
    ("train loss=null", "refused: Config group override must be a string or a list. Got NoneType"),
    ("train ~model._target_", f"refused: model={{'filters': 25, 'padding': 'one'}}: {TARGET}"),
    ("train ~data.load._target_", f"refused: data.load={{'validation': 400}}: {TARGET}"),
    ("train ~initializer.kernel", f"refused: initializer.kernel=None: {TARGET}"),
    ("train ~loss.function._target_", f"refused: loss.function={{'from_logits': True}}: {TARGET}"),
    (
        f"{SOUND} tracker=[] report=false loss.function=null",
        "failed: ValueError: No loss to compute. …",
    ),  # a model may have its own
    ("train optimizer._target_=5", f"refused: optimizer={{'_target_': 5, 'learning_rate': 0.01}}: {TARGET}"),
    (
        "train data.load._target_=nowhere.load",
        "refused: data cannot be loaded: Error loading 'nowhere.load': "
        "ModuleNotFoundError(\"No module named 'nowhere'\") …",
    ),
    ("train data.load._target_=builtins.eval", f"refused: data cannot be loaded: Target 'builtins.eval' {BLOCKED} …"),
    (f"{SOUND} model._target_=os.system", f"failed: InstantiationException: Target 'os.system' {BLOCKED} …"),
    ("train +data.load.extra=3", "failed: TypeError: load_mnist1d() got an unexpected keyword argument 'extra'"),
    (f"{SOUND} +model.fliters=3", "failed: TypeError: cnn() got an unexpected keyword argument 'fliters'"),
    (
        f"{SOUND} model._target_=paper_net.model.nothing",
        "failed: InstantiationException: Error loading 'paper_net.model.nothing': …",
    ),
    (
        f"{SOUND} model._target_=paper_net.model",
        "failed: InstantiationException: Expected a callable target, got '<module 'paper_net.model' …",
    ),
    (f"{SOUND} model._target_=torn.cnn", "failed: InstantiationException: …SyntaxError…"),
    (f"{SOUND} model._target_=paper_net.lacking.cnn", "failed: InstantiationException: …not_installed_here…"),
    (
        f"{SOUND} loss.function._target_=keras.losses.Nonsense",
        "failed: InstantiationException: Error loading 'keras.losses.Nonsense': …",
    ),
    (f"{SOUND} +optimizer.x=1", "failed: ValueError: Argument(s) not recognized: {'x': 1}"),
    (
        f"{SOUND} +initializer.kernel.x=1",
        "failed: TypeError: VarianceScaling.__init__() got an unexpected keyword …'x'",
    ),
    # The file of the data.
    (npz("missing.npz"), "refused: data cannot be loaded: [Errno 2] No such file or directory: 'data/missing.npz'"),
    (npz("folder.npz"), "refused: data cannot be loaded: data/folder.npz lacks x_train, …; it holds nothing"),
    (npz("mapped_cut"), f"refused: data cannot be loaded: data/mapped_cut {NO_NPZ}"),
    (npz("unreadable.npz"), "refused: data cannot be loaded: [Errno 13] Permission denied: 'data/unreadable.npz'"),
    (npz("nothing.npz"), f"refused: data cannot be loaded: data/nothing.npz {NO_NPZ}"),
    (npz("cut_off.npz"), f"refused: data cannot be loaded: data/cut_off.npz {NO_NPZ}"),
    (npz("flipped.npz"), f"refused: data cannot be loaded: data/flipped.npz {NO_NPZ}"),
    (npz("table.npz"), f"refused: data cannot be loaded: data/table.npz {NO_NPZ}"),
    (npz("encrypted.npz"), f"refused: data cannot be loaded: data/encrypted.npz {NO_NPZ}"),
    (npz("unknown_compression.npz"), f"refused: data cannot be loaded: data/unknown_compression.npz {NO_NPZ}"),
    (npz("absurd.npz"), f"refused: data cannot be loaded: data/absurd.npz {NO_NPZ}"),
    (npz("alone.npy"), f"refused: data cannot be loaded: data/alone.npy {NO_NPZ}"),
    (npz("pickle.npz"), f"refused: data cannot be loaded: data/pickle.npz {NO_NPZ}"),
    (npz("objects.npz"), f"refused: data cannot be loaded: data/objects.npz {NO_NPZ}"),
    (
        npz("archive.npz"),
        "refused: data cannot be loaded: data/archive.npz lacks x_train, x_validation, y_train, y_validation; "
        "it holds notes.txt",
    ),
    (
        npz("lacking.npz"),
        "refused: data cannot be loaded: data/lacking.npz lacks y_validation; it holds x_train, x_validation, y_train",
    ),
    (npz("lacking_test.npz"), "refused: data cannot be loaded: data/lacking_test.npz lacks y_test; it holds …"),
    # What the data hold.
    (npz("nan.npz"), "refused: the inputs of the split train hold NaN or infinity, 1 of 800 numbers"),
    (npz("infinite.npz"), "refused: the inputs of the split validation hold NaN or infinity, 1 of 800 numbers"),
    (npz("mapped"), "refused: the inputs of the split validation hold NaN or infinity, 1 of 800 numbers"),
    (npz("nan_test.npz"), "refused: the inputs of the split test hold NaN or infinity, 1 of 800 numbers"),
    (npz("nan_targets.npz"), "refused: the targets of the split train hold NaN or infinity, 1 of 20 numbers"),
    (
        npz("empty_train.npz"),
        "refused: data cannot be loaded: the arrays of the split train must have one length, 1 or more: [0]",
    ),
    (
        npz("empty_validation.npz"),
        "refused: data cannot be loaded: the arrays of the split validation must have one length, 1 or more: [0]",
    ),
    (
        npz("shorter.npz"),
        "refused: data cannot be loaded: the arrays of the split train must have one length, 1 or more: [19, 20]",
    ),
    (
        npz("one_number.npz"),
        "refused: data cannot be loaded: the arrays of the split train must have one length, 1 or more: [0, 20]",
    ),
    (npz("one_class.npz"), "refused: the targets of the split train are all 1: there is nothing to tell apart"),
    (
        npz("other_shape.npz"),
        "refused: the inputs of the split train have the shape (20, 2), conf/data declares (40, 1)",
    ),
    (
        npz("other_rank.npz"),
        "refused: the inputs of the split validation have the shape (40,), conf/data declares (40, 1)",
    ),
    (npz("one_hot.npz"), "refused: the targets of the split train have the shape (3,), conf/data declares ()"),
    (npz("high.npz"), "refused: the targets of the split train hold 3, conf/data declares classes 0 to 2"),
    (npz("negative.npz"), "refused: the targets of the split validation hold -1, conf/data declares classes 0 to 2"),
    (npz("fractions.npz"), "refused: the targets of the split train hold 0.5, conf/data declares classes 0 to 2"),
    (npz("text.npz"), "refused: the inputs of the split train hold str32, not real numbers"),
    (npz("complex.npz"), "refused: the inputs of the split train hold complex64, not real numbers"),
    ("train data.inputs.shape=[41,1]", "refused: the inputs of the split train have the shape (40, 1), …(41, 1)"),
    ("train data.targets.classes=5", "refused: the targets of the split train hold 6, conf/data declares …0 to 4"),
    ("train data.load.validation=4000", "refused: data cannot be loaded: data.load.validation=4000: expected 0 to …"),
    (
        loader("train_alone"),
        "refused: data cannot be loaded: load() must return the splits train and validation; it returned train",
    ),
    (
        loader("no_pairs"),
        "refused: data cannot be loaded: the split train must be a pair (inputs, targets), or a source of such pairs",
    ),
    (
        loader("lists"),
        "refused: data cannot be loaded: the split train holds a float where an array is expected: np.array(…) of a "
        "list of them makes one",
    ),
    (loader("forgotten"), "refused: data cannot be loaded: load() must return …None"),
    (loader("clumsy"), "failed: KeyError: 'train'"),
    # A model that does not fit.
    (f"{SOUND} model.filters=0", "failed: ValueError: Invalid value for argument `filters`. …"),
    (f"{SOUND} model.padding=nonsense", "failed: ValueError: The `padding` argument must be …Received: nonsense"),
    (
        model("narrow"),
        "failed: InvalidArgumentError: indices[…] = 2 is not in [0, 2)",
    ),
    (model("flat"), "failed: …shape…"),
    (model("images"), "failed: ValueError: Input 0 …expected min_ndim=4, found ndim=3. …"),
    (model("nothing"), "failed: …NoneType…"),
    # The folder of the run.
    (f"{SOUND} hydra.run.dir=data/run", "refused: data/run is another run's: resume=data/run goes on with that"),
    (
        f"{SOUND} hydra.run.dir=data/claimed",
        "refused: data/claimed is another run's: resume=data/claimed goes on with that",
    ),
    (
        f"{SWEEP} hydra.sweep.dir=data/sweep seed=0,1",
        "refused: data/sweep/0 is another run's: resume=data/sweep/0 goes on with that",
    ),
    (
        f"{SEARCH} hydra.sweep.dir=data/search",
        "refused: data/search is another sweep's: resume=data/search goes on with that",
    ),
    (f"{SOUND} hydra.run.dir=data/sound.npz", "refused: data/sound.npz cannot be made: Not a directory"),
    (f"{SOUND} hydra.run.dir=data/sound.npz/run", "refused: data/sound.npz/run cannot be made: Not a directory"),
    (f"{SOUND} hydra.run.dir=data/locked/run", "refused: data/locked/run cannot be made: Permission denied"),
    (f"{SWEEP} hydra.sweep.dir=data/locked/a", "refused: data/locked/a cannot be made: Permission denied"),
    (f"{SOUND} hydra.run.dir={LONG}", f"refused: {LONG} cannot be made: File name too long"),
    ("train hydra.run.dir=null", "refused: Error merging override hydra.run.dir=null"),
    # Runs that were, and the other commands.
    ("train resume=nowhere", "refused: resume=nowhere: no run or sweep has left its folder there"),
    (
        "train resume=data/torn",
        "refused: resume=data/torn: that run ended before it had written what it is: delete its folder, and begin anew",
    ),
    (
        "train resume=data/claimed",
        "refused: resume=data/claimed: that run ended before it had written what it is: "
        "delete its folder, and begin anew",
    ),
    (
        "train resume=data/folder.npz",
        "refused: resume=data/folder.npz: no run or sweep has left its folder there",
    ),
    ("train resume=data/sound.npz", "refused: resume=data/sound.npz: no run or sweep has left its folder there"),
    (
        "train resume=data/search",
        "refused: resume=data/search: that search has no hydra.sweeper.storage, which would remember its trials",
    ),
    ("train resume=data/climb", "refused: resume=data/climb: only a training can be resumed"),
    ("recipe resume=data/run", "refused: resume=data/run: only a training can be resumed"),
    (
        "recipe rungs=[nonsense]",
        "refused: rungs=['nonsense']: expected a list of forward, look, loss, one, ten, all, …",
    ),
    ("recipe rungs=forward", "refused: rungs=forward: expected a list of …each once at most"),
    ("recipe rungs=[one,one]", "refused: rungs=['one', 'one']: expected a list of …each once at most"),
    ("recipe verbose=3", "refused: verbose=3: expected true or false"),
    ("recipe recipe.steps=0", "refused: recipe.steps=0: expected a whole number, 1 or more, or null"),
    ("recipe data.subset=0", "refused: data.subset=0: expected a number of samples, 1 or more, or all"),
    ("recipe.replicate paper.seeds=0", "refused: paper.seeds=0: expected a whole number of runs, 1 or more"),
    ("recipe.replicate paper.budget=x", "refused: paper.budget=x: expected a whole number of runs, 1 or more"),
    ("recipe.replicate paper.sensitivity=perhaps", "refused: paper.sensitivity=perhaps: expected true or false"),
    (
        "recipe.replicate paper.claims.cnn.value=high",
        "refused: paper.claims.cnn: high: expected a number, or the two ends of a range",
    ),
    ("recipe.reproduce", "refused: run has no value yet: give the folder of a run as run=…"),
    ("recipe.reproduce run=data/run", "refused: run=data/run: no finished run has left its folder there"),
    ("recipe.reproduce run=data/torn", "refused: run=data/torn: no finished run has left its folder there"),
    ("recipe.reproduce -m run=data/run,data/torn", "refused: one run at a time: without -m"),
    ("recipe.reproduce seed=1", "refused: Could not override 'seed'. …"),
]


@pytest.fixture(scope="module")
def files(project, tmp_path_factory):
    folder = tmp_path_factory.mktemp("files")
    subprocess.run([PYTHON, TEMPLATE / "tests/bad_files.py", folder, project / NAME], check=True)
    return folder


@pytest.fixture
def run(project, files, tmp_path):
    """Runs a command in a folder of its own, beside which `data` holds the files of the table."""
    (tmp_path / "data").symlink_to(files)

    def run(command, **options):
        module, *arguments = shlex.split(command)
        request = {"module": f"{NAME}.{module}", "arguments": arguments, "folder": str(tmp_path), **options}
        return answers(project=str(project), **request)

    return run


def fits(said, expected):
    """Whether a text is the one expected, where each … stands for some more."""
    first, *parts = expected.split("…")
    there = said.startswith(first) and (parts or said == first)
    for part in parts:
        there = there and part.strip() in said[len(first) :]
    return bool(there)


def content(*folders):
    return {path: path.stat().st_mtime_ns for folder in folders for path in folder.rglob("*")}


@pytest.mark.parametrize(
    ("command", "answer"), TABLE, ids=[command.replace(SOUND, "train")[:80] for command, _ in TABLE]
)
def test_bad_input_is_answered_with_one_line(run, files, tmp_path, command, answer):
    before = content(tmp_path, files)
    (done,) = run(command)
    said, *own = done["stderr"].splitlines()
    assert fits(said, answer), said
    assert done["stdout"] == ""
    if answer.startswith("refused"):
        assert done["status"] == 2 and not own
        assert content(tmp_path, files) == before
        return
    # Below, the researcher's own lines; where the last is `fit`, how to learn which one of the network it was.
    hint = own.pop() if own and own[-1].startswith("  debug=true") else ""
    assert bool(hint) == bool(own and "fit(" in own[-1])
    assert done["status"] == 1 and all(line.startswith("  ") and ".py:" in line for line in own)
    (result,) = tmp_path.glob("outputs/*/*/result.json")
    left = {"status": "failed", "error": said.removeprefix("failed: "), "lines": [line.strip() for line in own]}
    assert json.loads(result.read_text()) == left
    assert not (result.parent / "model.weights.h5").exists() and not (result.parent / "history.csv").exists()


def test_a_file_that_is_no_yaml_is_refused_with_its_place(project, tmp_path):
    copy = shutil.copytree(project, tmp_path / "copy")
    (copy / "conf/data/torn.yaml").write_text("load: {path: ${seed}}\n")
    done = command(copy, "train", "data=torn")
    assert done.returncode == 2 and done.stdout == "" and done.stderr.count("\n") == 1
    assert done.stderr.startswith("refused: while parsing a flow mapping in ")
    assert 'conf/data/torn.yaml", line 1' in done.stderr


def test_the_table_is_long_enough():
    assert len({command for command, _ in TABLE}) == len(TABLE) >= 60


@pytest.mark.parametrize("name", ["pickle.npz", "objects.npz"])
def test_nothing_is_unpickled(run, files, name):
    run(npz(name))
    assert not (files / "unpickled").exists()


SHORT = f"{SOUND} training.epochs=1 tracker=[] report=false"


def test_what_the_table_spoils_is_sound_before(run):
    (done,) = run(SHORT)
    assert done["status"] == 0 and done["stderr"] == ""


def test_runs_that_start_at_once_have_a_folder_each(run, tmp_path):
    done = run(SHORT, times=3)
    assert [one["status"] for one in done] == [0, 0, 0]
    results = list(tmp_path.glob("outputs/*/*/result.json"))
    assert len(results) == 3 and all(json.loads(path.read_text())["status"] == "done" for path in results)


def test_of_runs_that_want_one_folder_at_once_one_gets_it(run, tmp_path):
    done = run(f"{SHORT} hydra.run.dir=one", times=3)
    assert sorted(one["status"] for one in done) == [0, 2, 2]
    refused = {one["stderr"] for one in done if one["status"]}
    assert refused == {"refused: one is another run's: resume=one goes on with that\n"}
    assert json.loads((tmp_path / "one/result.json").read_text())["status"] == "done"
