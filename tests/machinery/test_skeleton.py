"""The example emptied for a paper of one's own, and what is said of a network that is not written yet."""

import inspect

import pytest
from paper_net import model as blocks
from paper_net.recipe import skeleton
from paper_net.recipe.keras_side import backend  # noqa: F401
from paper_net.recipe.paper import paper_yaml  # noqa: F401
from paper_net.recipe.prepare import network  # noqa: F401
from paper_net.recipe.prepare.blocks import unwritten as still_to_write


def test_the_emptied_example_lists_what_is_still_to_write():
    source = inspect.getsource(blocks)
    text, names = skeleton.emptied(source, keep={"cnn", "linear"})
    assert names and names == still_to_write(text)
    assert {name for name, _ in skeleton.functions(text)} == {*names, "cnn", "linear"}
    compile(text, "model.py", "exec")


def test_whoever_builds_an_unwritten_model_gets_the_list(monkeypatch):
    def unwritten(*_):
        raise NotImplementedError

    monkeypatch.setattr(blocks, "encoder", unwritten)
    monkeypatch.setattr(network.inspect, "getsource", lambda _: "def encoder(x):\n    raise NotImplementedError\n")
    with pytest.raises(network.Unwritten, match="^still to write: encoder$"):
        network.build(paper_yaml.compose(["tracker=[]"]))
