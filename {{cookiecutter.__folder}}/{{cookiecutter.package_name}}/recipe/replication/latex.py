"""MACHINERY. The table of a replication as LaTeX, to paste into a paper."""

ESCAPED = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    **{"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"},
    **{"±": r"$\pm$", "≥": r"$\geq$", "≤": r"$\leq$", "→": r"$\to$", "×": r"$\times$", "<": "$<$", ">": "$>$"},
    **{"…": r"\ldots{}", "≠": r"$\neq$", "−": "$-$", "∞": r"$\infty$"},
}
BEFORE = r"""% \usepackage{booktabs}
\begin{tabular}{lp{0.25\linewidth}p{0.25\linewidth}p{0.2\linewidth}}
\toprule
"""
AFTER = r"""\bottomrule
\end{tabular}
"""


def latex(content):
    """The table of what report.write says, with its notes as comments.

    Args:
        content: its `head`, its `rows` of texts, and its `notes`.
    """
    rows = [[row["claim"], row["claimed"], row["ours"] + row["interval"], row["says"]] for row in content["rows"]]
    notes = "".join(f"% {note}\n" for note in content["notes"])
    return notes + BEFORE + line(content["head"]) + "\\midrule\n" + "".join(map(line, rows)) + AFTER


def line(cells):
    return " & ".join(map(escaped, cells)) + " \\\\\n"


def escaped(text):
    return text.translate(str.maketrans(ESCAPED))
