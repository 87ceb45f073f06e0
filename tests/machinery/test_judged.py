"""Which weights a training saves and scores, whoever has put them into the network: what is saved was judged."""

import json
import subprocess
import sys

import keras
import pytest
from conftest import compose
from paper_net import train as script
from paper_net.recipe.keep import identical, run_files
from paper_net.recipe.launch import refusals
from paper_net.recipe.paper.best import chosen
from paper_net.recipe.prepare import samples
from paper_net.recipe.run import watching
from paper_net.recipe.run.judged import Judged

SMALL = ["data.load.validation=3700", "training.epochs=3", "training.schedule=null"]
BEST = "training.judged={best: val/loss}"
STOPPER = "+training.callbacks.stop={_target_: keras.callbacks.EarlyStopping, patience: 5, restore_best_weights: true}"
AVERAGED = ["+optimizer.use_ema=true", "+optimizer.ema_momentum=0.5"]
SWAPPED = [*AVERAGED, "+training.callbacks.swap={_target_: keras.callbacks.SwapEMAWeights}"]
KEPT = "+training.callbacks.kept={_target_: keras.callbacks.ModelCheckpoint, save_best_only: true, filepath: %s}"
SECOND, LAST = "weights of epoch 2 of 3", "last weights"


class Forgets(keras.callbacks.Callback):
    """Makes most of the weights zeros as an epoch begins, or as the training ends."""

    def __init__(self, epoch=None):
        super().__init__()
        self.epoch = epoch

    def on_epoch_begin(self, epoch, logs=None):
        if epoch + 1 == self.epoch:
            self.model.set_weights([0.01 * weight for weight in self.model.get_weights()])

    def on_train_end(self, logs=None):
        if self.epoch is None:
            self.on_epoch_begin(-1)
            self.model.set_weights([0.01 * weight for weight in self.model.get_weights()])


FORGETS = "+training.callbacks.forgets={_target_: test_judged.Forgets, epoch: 3}"
FORGETS_AT_LAST = "+training.callbacks.forgets={_target_: test_judged.Forgets}"


def trained(run_dir, *overrides):
    """The result of a small training, and its rows."""
    script.train(compose(*SMALL, *overrides), run_dir)
    return json.loads((run_dir / "result.json").read_text()), run_files.read_history(run_dir)


def scored(cfg, run_dir):
    """{split/name: figure} of the weights on disk."""
    data = samples.load(cfg)
    model = script.compiled(cfg, script.recipe.plan(cfg, data))
    model(data.train[0][:1])
    model.load_weights(run_dir / run_files.WEIGHTS)
    splits = {"val": data.validation, "test": data.test}
    found = {}
    for name, split in splits.items():
        figures = model.evaluate(*split, batch_size=cfg.training.batch_size, verbose=0, return_dict=True)
        found |= {f"{name}/{figure}": value for figure, value in figures.items()}
    return found


@pytest.mark.filterwarnings("ignore:Skipping variable loading for optimizer")
@pytest.mark.parametrize(
    ("overrides", "weights", "epoch"),
    [
        ([FORGETS], LAST, 3),
        ([FORGETS, BEST], f"{SECOND}, the best by val/loss", 2),
        ([FORGETS, STOPPER], f"{SECOND}, put back after the last", 2),
        ([FORGETS, STOPPER, "training.judged={best: train/accuracy}"], f"{SECOND}, the best by train/accuracy", 2),
        (SWAPPED, LAST, 3),
        ([FORGETS, *SWAPPED, BEST], f"{SECOND}, the best by val/loss", 2),
        (AVERAGED, "weights of no epoch: changed after epoch 3, as by an average", None),
    ],
)
def test_the_figures_are_those_of_the_saved_weights(tmp_path, overrides, weights, epoch):
    result, rows = trained(tmp_path, *overrides)
    assert (result["weights"], result["weights_epoch"]) == (weights, epoch)
    for name, figure in scored(compose(*SMALL), tmp_path).items():
        assert result[name] == pytest.approx(figure, rel=1e-5)
    if epoch:
        of_the_epoch = {name: value for name, value in rows[epoch - 1].items() if "/" in name}
        assert {name: result[name] for name in of_the_epoch} == pytest.approx(of_the_epoch, rel=1e-5)


def test_a_target_network_that_follows_after_an_epoch_makes_no_other_weights():
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1), keras.layers.Dense(1, trainable=False)])
    judged = Judged(compose(*SMALL))
    judged.set_model(model)
    judged.on_epoch_end(0, {})
    for layer, epoch in zip(reversed(model.layers), (1, None), strict=True):
        layer.set_weights([weight + 1 for weight in layer.get_weights()])
        assert judged.epoch_of(model) == epoch


def test_a_target_is_reached_by_the_weights_that_are_saved(tmp_path, capsys):
    result, rows = trained(tmp_path, "data.subset=1", FORGETS_AT_LAST)
    assert rows[-1]["val/loss"] <= result["target"] < result["val/loss"]
    assert not result["reached"] and result["weights_epoch"] is None
    assert "MISSED" in capsys.readouterr().out


def test_a_subset_is_judged_by_the_loss_that_its_target_is_about(tmp_path):
    result, _ = trained(tmp_path, "data.subset=10", "training.judged={best: val/accuracy}")
    assert result["reached"] and result["weights"].endswith("the best by val/loss")


def test_a_stopped_training_judges_the_same_weights(tmp_path, monkeypatch):
    def stops(self, epoch, logs=None):
        if epoch == 3:
            raise KeyboardInterrupt

    longer = ["training.epochs=4", "training.checkpoint_seconds=0", FORGETS, BEST]
    folders = [tmp_path / name for name in ("whole", "stopped")]
    for folder in folders:
        folder.mkdir()
    whole, _ = trained(folders[0], *longer)
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Judged, "on_epoch_begin", stops)
        trained(folders[1], *longer)
    resumed, _ = trained(folders[1], *longer)
    assert identical.difference(*folders) is None
    assert whole["weights_epoch"] == 2 and whole | {"seconds": 0} == resumed | {"seconds": 0}


def test_own_figures_of_the_test_are_kept_where_they_are_of_the_saved_weights(tmp_path, monkeypatch, caplog):
    finish = watching.Watch.finish

    def tested(self, model, changed=False):
        self.test({"bleu": 0.5})
        if changed:
            model.set_weights([0 * weight for weight in model.get_weights()])
        return finish(self, model)

    monkeypatch.setattr(watching.Watch, "finish", tested)
    assert trained(tmp_path)[0]["test/bleu"] == 0.5
    monkeypatch.setattr(watching.Watch, "finish", lambda self, model: tested(self, model, changed=True))
    (tmp_path / "changed").mkdir()
    assert "test/bleu" not in trained(tmp_path / "changed")[0]
    assert "other weights are saved" in caplog.text


def test_a_callback_may_write_into_the_folder_of_the_run_and_keras_alone_reads_it(tmp_path):
    cfg = compose(*SMALL, KEPT % "'${hydra:runtime.output_dir}/best.keras'")
    script.train(run_files.in_folder(cfg, tmp_path), tmp_path)
    code = f"import keras; print(type(keras.saving.load_model(r'{tmp_path}/best.keras')).__name__)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert said.stdout.strip() == "Functional", said.stderr[-500:]


def test_a_figure_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ValueError, match="there is no val/f1; there are train/accuracy, train/loss, val/accuracy"):
        trained(tmp_path, "training.judged={best: val/f1}")


@pytest.mark.parametrize(
    "judged", ["first", "{best: test/loss}", "{best: val/distance}", "{best: loss}", "{best: val/f1, mode: most}", "{}"]
)
def test_what_cannot_choose_is_refused(judged):
    assert "expected last, or {best: val/loss}" in refusals.by_configuration(compose(f"training.judged={judged}"))


@pytest.mark.parametrize("judged", ["last", "{best: val/loss}", "{best: val/distance, mode: min}", "{best: train/f1}"])
def test_what_can_choose_is_taken(judged):
    assert refusals.by_configuration(compose(f"training.judged={judged}")) is None


def test_the_smaller_of_losses_and_the_larger_of_accuracies_is_better():
    assert chosen({"best": "val/loss"}) == ("val/loss", -1) and chosen({"best": "val/accuracy"}) == ("val/accuracy", 1)
    assert chosen({"best": "val/rmse"}) == ("val/rmse", -1)
    assert chosen({"best": "val/distance", "mode": "max"}) == ("val/distance", 1)
    assert chosen("last") == (None, 0)
