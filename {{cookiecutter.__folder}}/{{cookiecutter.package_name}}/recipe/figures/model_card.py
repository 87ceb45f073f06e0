"""MACHINERY. A model card of what a run's record and conf/paper.yaml say, in Hugging Face's order of sections."""

import tomllib

from ..keep import machine, printing, record, run_files
from ..keep.project import PACKAGE, compose
from ..paper import paper_yaml
from . import page, report


def of_run(path, run_dir, cfg, parameters=None, results="", limits=()):
    """Writes the model card of a run.

    Args:
        path: of the card.
        run_dir: of the run, which is done.
        cfg: its configuration.
        parameters: the number of its trainable parameters.
        results: Markdown beside the run's own figures, such as a replication's table.
        limits: sentences beside the departures and the open questions.
    """
    done, kept = run_files.read_json(run_dir / "result.json"), run_files.read_json(run_dir / "record.json")
    config = {key: value for key, value in record.of_the_run(cfg).items() if value is not None}
    figures = {
        name: run_files.few_digits(value) for name, value in done.items() if name.partition("/")[0] in page.SPLITS
    }
    content = {
        **{"record": kept, "parameters": parameters, "figures": figures, "results": results},
        "samples": report.EFFORT["samples"].format(done["samples"]),
        "effort": f"{report.EFFORT['steps'].format(done['steps'])}, {printing.duration(done['seconds'])}",
        **{part: of_group(config, part) for part in ("data", "model", "initializer", "loss", "optimizer", "training")},
        **{"package": PACKAGE.name, "seed": cfg.seed, "backend": cfg.backend, "metrics": metrics(figures)},
        "project": project(),
        "title": paper_yaml.title(cfg),
        "overrides": machine.spoken(run_files.overrides(run_dir)),
        "departures": done.get("departures") or [],
        "guesses": guesses(cfg),
        "limits": limits,
    }
    page.page(path, "model_card.md", content)


def metrics(figures):
    """The names of the figures besides the loss, whatever the split."""
    names = dict.fromkeys(name.partition("/")[2] for name in figures)
    return [name for name in names if not name.endswith("loss")]


def of_group(config, group):
    """{key: value} of one group of the configuration, without what decides only trainings on few samples."""
    own = {key: value for key, value in config.items() if key.partition(".")[0] == group}
    return {key: value for key, value in own.items() if not key.startswith("training.subset") and value != {}}


def guesses(cfg):
    """What the paper leaves open: [(what is asked, key, what the run has, because)]; the reason is that of the guess in
    conf/ alone."""
    usual = compose(())
    questions = (paper_yaml.read(cfg).get("questions") or {}).values()
    there = [question for question in questions if paper_yaml.has(cfg, question["key"])]
    found = [(one, paper_yaml.choice(cfg, one["key"])) for one in there]
    return [(one["asks"], one["key"], choice, reason(one, choice, usual)) for one, choice in found]


def reason(question, choice, usual):
    guessed = paper_yaml.has(usual, question["key"]) and paper_yaml.choice(usual, question["key"]) == choice
    return question.get("because") if guessed else None


def project():
    """The table `project` of pyproject.toml; {} without one."""
    try:
        return tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8")).get("project", {})
    except (OSError, tomllib.TOMLDecodeError):
        return {}
