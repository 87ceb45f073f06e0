"""MACHINERY. conf/paper.yaml: what the paper states, and what it leaves open. Read, checked, and held against a run."""

import hydra
from hydra.core.global_hydra import GlobalHydra
from omegaconf import OmegaConf
from omegaconf.errors import OmegaConfBaseException

from ..keep.project import CONF
from . import schema


def read(cfg):
    """The content of conf/paper.yaml: from the configuration, where it is a part of that, else from the file, or {}.

    It is a part of replicate's configuration alone: that of a run holds only what decides the run.
    """
    if "paper" in cfg:
        return cfg.paper
    file = CONF / "paper.yaml"
    return OmegaConf.load(file) if file.exists() else {}


def claims(content):
    """schema.claims of such content."""
    return schema.claims(plain(content))


def plain(node):
    return OmegaConf.to_container(node, resolve=True) if OmegaConf.is_config(node) else node


def refusal(cfg):
    """What cannot be meant in conf/paper.yaml, in one line; None where all can."""
    content = plain(read(cfg))
    try:
        metrics = {claim.name for claim in claims(content) if claim.kind == "metric"}
    except ValueError as error:
        return str(error)
    for name, question in (content.get("questions") or {}).items():
        if question.get("of") and question["of"] not in metrics:
            return f"paper.questions.{name}: {question['of']} is no claim of a metric"
    return None


def unknown_key(cfg, content):
    """A setting or question whose key the paper's own configuration lacks, in one line; None without any.

    Only the replication asks: the configuration of another run may lack the key.
    """
    keys = {f"paper.settings.{key}": key for key in content.get("settings") or {}}
    questions = (content.get("questions") or {}).items()
    keys |= {f"paper.questions.{name}": question.key for name, question in questions if not question.get("of")}
    missing = [entry for entry, key in keys.items() if not has(cfg, key)]
    return f"{missing[0]}: the configuration has no key {keys[missing[0]]}" if missing else None


def has(cfg, key):
    try:
        return OmegaConf.select(cfg, key, default=...) is not ...
    except OmegaConfBaseException:  # on the way to the key is a list
        return False


def departures(cfg):
    """Where a configuration departs from the paper: [`optimizer.learning_rate 0.1, the paper has 0.01 (§4)`]."""
    settings = read(cfg).get("settings") or {}
    return [
        f"{key} {choice(cfg, key)}, the paper has {plain(stated.value)} ({stated.where})"
        for key, stated in settings.items()
        if has(cfg, key) and choice(cfg, key) != plain(stated.value)
    ]


def choice(cfg, key):
    """The value of a key; of a group the name of the option chosen."""
    value = plain(OmegaConf.select(cfg, key))
    if not isinstance(value, dict):
        return value
    options = {file.stem: plain(OmegaConf.load(file)) for file in sorted((CONF / key).glob("[!.]*.yaml"))}
    return next((name for name, node in options.items() if node == value), value)


def compose(overrides, config_name="config"):
    """A configuration of this project, inside a running application or outside of one."""
    if GlobalHydra.instance().is_initialized():
        return hydra.compose(config_name, overrides=list(overrides))
    with hydra.initialize_config_dir(str(CONF), version_base="1.3"):
        return hydra.compose(config_name, overrides=list(overrides))


def of_the_example(cfg):
    """[what to do] where conf/paper.yaml is still the worked example's, told by claims about its networks; else []."""
    if ".worked_example." not in str(plain(read(cfg).get("claims"))):
        return []
    return ["conf/paper.yaml still is the worked example's: put there what the paper of your own program says"]


def unanswered(cfg):
    """Open questions whose current guess has no reason yet: [their words]."""
    questions = read(cfg).get("questions") or {}
    return [f"{q.asks} ({q.key})" for q in questions.values() if not q.get("because")]


# What papers leave out: (words that show it has been asked, the question, whether it makes sense for these layers).
TYPICAL = (
    (("pad",), "how are the convolutions padded?", lambda kinds, cfg: any("Conv" in kind for kind in kinds)),
    (("initial", "weights start"), "how do the weights start?", lambda kinds, cfg: True),
    (("bias",), "have layers before a normalization a bias?", lambda kinds, cfg: any("Norm" in kind for kind in kinds)),
    (("schedule", "decay"), "what does the schedule decay by?", lambda kinds, cfg: bool(cfg.training.schedule)),
    (("batch",), "how many samples has a batch?", lambda kinds, cfg: True),
    (
        ("last", "best", "split"),
        "is the figure of the last epoch, of the best, or of the one that validation chooses?",
        lambda kinds, cfg: True,
    ),
)


def unasked(cfg, kinds):
    """Questions typical of such a model that neither conf/paper.yaml's questions nor its settings speak of.

    Args:
        cfg: the configuration.
        kinds: names of the classes of the model's layers.
    """
    content = read(cfg)
    said = " ".join([str(plain(content.get("questions") or {})), *(content.get("settings") or {})]).lower()
    return [asks for words, asks, fits in TYPICAL if fits(kinds, cfg) and not any(word in said for word in words)]
