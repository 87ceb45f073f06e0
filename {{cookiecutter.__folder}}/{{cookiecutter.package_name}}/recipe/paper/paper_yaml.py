"""MACHINERY. conf/paper.yaml: what the paper states, and what it leaves open. Read, checked, and held against a run."""

from omegaconf import MISSING, OmegaConf
from omegaconf.errors import OmegaConfBaseException

from ..keep import machine, record, run_files
from ..keep.project import CONF, compose
from . import schema
from .kinds import SYMMETRIES


def read(cfg):
    """The content of conf/paper.yaml: from the configuration, where it is a part of that, else from the file, or {}.

    It is a part of replicate's configuration alone: that of a run holds only what decides the run.
    """
    if "paper" in cfg:
        return cfg.paper
    file = CONF / "paper.yaml"
    return OmegaConf.load(file) if file.exists() else {}


def title(cfg):
    """The paper's title; empty where conf/paper.yaml does not say it."""
    file = CONF / "paper.yaml"
    if "paper" in cfg:
        content = cfg.paper
    else:  # every page asks: OmegaConf would take ten times as long
        content = run_files.read_yaml(file) if file.exists() else None
    return str((content or {}).get("title") or "")


def claims(content):
    """schema.claims of such content, without those that nobody has made yet (`???`), which are refused elsewhere."""
    content = plain(content)
    made = content.get("claims") if isinstance(content, dict) else None
    if isinstance(made, dict):
        content = {**content, "claims": {name: entry for name, entry in made.items() if entry != MISSING}}
    return schema.claims(content)


def plain(node):
    return OmegaConf.to_container(node, resolve=True) if OmegaConf.is_config(node) else node


def same(one, other):
    """Whether two parts of a configuration say the same."""
    return record.comparable(plain(one)) == record.comparable(plain(other))


def refusal(cfg):
    """What cannot be meant in conf/paper.yaml, in one line; None where all can."""
    content = plain(read(cfg))
    try:
        by_name = {claim.name: claim for claim in claims(content)}
    except ValueError as error:
        return str(error)
    for name, question in (content.get("questions") or {}).items():
        of = question.get("of")
        if of and not (of in by_name and by_name[of].of_runs):
            return f"paper.questions.{name}: {of} is no claim of a metric or figure"
    for key, setting in (content.get("settings") or {}).items():
        for of in claims_of(setting) - {*by_name}:
            return f"paper.settings.{key}: {of} is no claim"
    return None


def claims_of(entry):
    """The names of the claims that a setting or a question is of; empty where it is of all."""
    of = plain(entry.get("of")) or []
    return {of} if isinstance(of, str) else {*of}


def unknown_key(cfg, content, names=()):
    """A setting or question whose key a configuration lacks, in one line; None without any.

    Only the replication asks: the configuration of another run may lack the key.

    Args:
        cfg: the paper's own configuration, or that of some claims.
        names: of those claims: asked is for what is theirs; without any, for what is of all.
    """
    entries = [(f"paper.settings.{key}", key, setting) for key, setting in (content.get("settings") or {}).items()]
    questions = (content.get("questions") or {}).items()
    entries += [(f"paper.questions.{name}", question["key"], question) for name, question in questions]
    for place, key, entry in entries:
        of = claims_of(entry)
        if (of & {*names} if names else not of) and not has(cfg, key):
            return f"{place}: the configuration has no key {key}"
    return None


def has(cfg, key):
    try:
        return OmegaConf.select(cfg, key, default=...) is not ...
    except OmegaConfBaseException:  # on the way to the key is a list
        return False


def departures(cfg, claim=None):
    """Where a configuration departs from the paper: [`optimizer.learning_rate 0.1, the paper has 0.01 (§4)`].

    What a claim overrides is what the paper says of it, and no departure.

    Args:
        cfg: a run's configuration.
        claim: the one that it is judged by, which some settings cannot move; None for those whose overrides are typed.
    """
    content = read(cfg)
    if not content.get("settings"):
        return []
    about = [claim] if claim else claims_typed(content)
    names, overrides = {one.name for one in about}, about[0].overrides if about else ()
    return [
        f"{key} {said(choice(cfg, key))}, the paper has {said(plain(stated.value))} ({stated.where})"
        + (f": {stated.because}" if stated.get("because") else "")
        for key, stated in content["settings"].items()
        if (not claims_of(stated) or claims_of(stated) & names)
        and (claim is None or claim.can_be_moved_by(key))
        and has(cfg, key)
        and choice(cfg, key) != plain(stated.value)
        and not decided_by(overrides, key)
    ]


def claims_typed(content):
    """The claims about a run as it was begun: all their overrides are among those typed, and as many as can be."""
    typed = {*machine.overrides()}
    about = [claim for claim in claims(content) if typed.issuperset(claim.overrides)]
    most = max((len(claim.overrides) for claim in about), default=0)
    return [claim for claim in about if len(claim.overrides) == most]


def decided_by(overrides, key):
    """Whether overrides name a key, what it lies in or what lies in it, or change its value by an option, such as
    experiment=…"""
    if not overrides:
        return False
    if any(
        f"{name}.".startswith(f"{key}.") or f"{key}.".startswith(f"{name}.") for name in map(machine.key, overrides)
    ):
        return True
    without, with_them = compose(()), compose(overrides)
    return not has(without, key) or choice(without, key) != choice(with_them, key)


def said(value):
    """A value as YAML has it: {best: val/loss}."""
    pairs = ", ".join(f"{key}: {said(inner)}" for key, inner in value.items()) if isinstance(value, dict) else ""
    return f"{{{pairs}}}" if pairs else str(value)


def choice(cfg, key):
    """The value of a key; of a group the name of the option chosen."""
    value = plain(OmegaConf.select(cfg, key))
    if not isinstance(value, dict):
        return value
    options = {file.stem: OmegaConf.load(file) for file in sorted((CONF / key).glob("[!.]*.yaml"))}
    return next((name for name, node in options.items() if same(node, value)), value)


def of_the_example(cfg):
    """[what to do] where conf/paper.yaml is still the worked example's, told by claims about its networks; else []."""
    if ".worked_example." not in str([plain(read(cfg).get(part)) for part in ("claims", "tables")]):
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
    (("metric", "figure"), "what tells that it works, and how well?", lambda kinds, cfg: True),
    (
        (*SYMMETRIES, "always"),
        "what holds of any weights: is an order no matter, is the future not read?",
        lambda kinds, cfg: True,
    ),
    (
        ("last", "best", "split", "training.judged"),
        "is the figure of the last epoch, of the best, or of the one that validation chooses?",
        lambda kinds, cfg: True,
    ),
)


def unasked(cfg, kinds):
    """Questions typical of such a model that nothing in conf/paper.yaml speaks of.

    Args:
        cfg: the configuration.
        kinds: names of the classes of the model's layers.
    """
    content = read(cfg)
    claimed = [word for one in claims(content) for word in (one.kind, "always" * bool(one.always))]
    said = " ".join([str(plain(content.get("questions") or {})), *(content.get("settings") or {}), *claimed]).lower()
    return [asks for words, asks, fits in TYPICAL if fits(kinds, cfg) and not any(word in said for word in words)]
