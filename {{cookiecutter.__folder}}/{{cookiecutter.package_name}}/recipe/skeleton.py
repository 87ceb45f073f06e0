"""MACHINERY. Empties the example in model.py, once, at the start of a replication:

    python -m PACKAGE.recipe.skeleton

Each block keeps its name, arguments and docstring, and raises NotImplementedError until it is written. The functions
that conf/model names stay, since they put the blocks together.
"""

from omegaconf import OmegaConf

from .keep import printing, unfailing
from .keep.project import CONF, PACKAGE
from .prepare.blocks import body, functions


def emptied(source, keep):
    """The source of a model.py with the body of each block replaced.

    Args:
        source: the text of the file.
        keep: names of the functions left as they are.

    Returns:
        The new text and the names of the blocks emptied.
    """
    lines, names = source.splitlines(), []
    for name, function in reversed(list(functions(source))):
        if name not in keep:
            statements = body(function)
            indent = " " * statements[0].col_offset
            lines[statements[0].lineno - 1 : function.end_lineno] = [f"{indent}raise NotImplementedError"]
            names.insert(0, name)
    return "\n".join(lines) + "\n", names


def main():
    unfailing.protect()
    builders = {OmegaConf.load(file)._target_ for file in (CONF / "model").glob("[!.]*.yaml")}
    path = PACKAGE / "model.py"
    text, names = emptied(path.read_text(encoding="utf-8"), {builder.rpartition(".")[2] for builder in builders})
    path.write_text(text, encoding="utf-8")
    printing.say(f"still to write in {path.name}: {', '.join(names)}")


if __name__ == "__main__":
    main()
