"""Answers that nobody thought of: each is refused with nothing left behind, or gives a project that is sound.

Hypothesis draws all answers at once, some of them mean, and gives them as a person can: at the prompts, or on the
command line, where cookiecutter renders them before the template sees them.
"""

import contextlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from unittest.mock import patch

from conftest import TEMPLATE
from cookiecutter.exceptions import FailedHookException, OutputDirExistsException
from cookiecutter.main import cookiecutter
from hypothesis import HealthCheck, event, example, given, note, settings
from hypothesis import strategies as st
from jinja2.exceptions import SecurityError
from markdown_it import MarkdownIt
from test_answers import LICENSES, RUN_BY_JINJA, assert_is_sound, files, read_toml, url_of_the_paper

PROSE = ["project_name", "paper_title", "author_name"]
NAMES = [*PROSE, "paper_url", "license", "project_slug", "package_name"]

# Where ALONE stands in an answer, the test writes the path of a folder that must stay as it is.
CODE = [
    *(code % "ALONE/ran" for code in RUN_BY_JINJA),
    "{{ 7 * 7 }}",
    "{{ cookiecutter.__class__ }}",
    "{{ cookiecutter.paper_title }}",
    "{% raw %}",
    "{# gone #}",
    "__import__('os').mkdir('ALONE/ran')",
    "\"); __import__('os').mkdir('ALONE/ran') #",
    '"""); __import__("os").mkdir("ALONE/ran"); ("""',
    '\n__import__("os").mkdir("ALONE/ran")\n',
    "$(touch ALONE/ran)",
    "`touch ALONE/ran`",
    "; touch ALONE/ran;",
    "!!python/object/apply:os.mkdir [ALONE/ran]",
    "${oc.env:HOME}",
]
# No more than three folders up: should a guard ever fail, it is the test's own folders that suffer.
PATHS = [
    "/",
    "\\",
    "./",
    "../",
    "new/..",
    "ALONE/",
    "~/",
    "C:\\",
    "mine",
    ".refused",
    ".git",
    "{{cookiecutter.__folder}}",
]
CHARACTERS = [*"\0\t\n\r\x1b\x7f\x85\xa0\u200b\u2028\u202e\ufeff\ufffe\udcff\ud83c", "\r\n", "\x1b[31m"]
MARKUP = [*"\"'\\`*_~#|:;,&<>[](){}%$@!?=+- .", '"""', "'''", "{{", "}}", "{%", "%}", "{#", "---", "&copy;", "# ", "- "]
WORDS = ["class", "None", "match", "json", "keras", "PyYAML", "tests", "conf", "CON", "nul.net", "null", "1e5", "yes"]
WORDS += ["Net", "深度", "Größe", "👩🏽‍🔬", "https://", "https://a.b/c?d&e#f", "x" * 50, "x" * 300]

mean = st.lists(st.sampled_from(CODE + PATHS + CHARACTERS + MARKUP + WORDS) | st.text(max_size=8), max_size=5).map(
    "".join
)
line = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff"), max_size=30
)
prose = st.lists(st.sampled_from(MARKUP + WORDS) | line, min_size=1, max_size=4).map("".join)
rest_of_url = st.lists(
    st.sampled_from(["&copy;", "%28", "*_~"]) | st.from_regex(r"[!#$%&+,./0-9:;=?@a-z-]+", fullmatch=True)
)
long = st.sampled_from([50, 60, 61, 100, 101, 256]).map(lambda length: "n" * length)
sound = {
    **dict.fromkeys(PROSE, prose),
    "paper_url": st.just("") | rest_of_url.map(lambda rest: "https://a" + "".join(rest)),
    "license": st.sampled_from(LICENSES),
    "project_slug": st.from_regex(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?", fullmatch=True) | long,
    "package_name": st.from_regex(r"[A-Za-z][A-Za-z0-9_]*", fullmatch=True) | long,
}


@st.composite
def some_answers(draw):
    """Up to two mean ones among others, most of which are sound; what is left out has its default."""
    given = draw(st.sets(st.sampled_from(NAMES), min_size=1))
    mean_ones = draw(st.sets(st.sampled_from(NAMES), max_size=2))
    return {name: draw(mean if name in mean_ones else sound[name]) for name in NAMES if name in given | mean_ones}


@settings(
    max_examples=120,
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(answers=some_answers(), prompted=st.booleans())
@example(answers={"project_slug": "new/.."}, prompted=True)
@example(answers={"project_slug": "mine"}, prompted=False)
def test_answers_are_refused_with_nothing_left_or_give_a_sound_project(capfd, answers, prompted):
    with tempfile.TemporaryDirectory() as name:
        alone = Path(name, "alone").resolve()
        here = alone / "a/b/here"
        (here / "mine").mkdir(parents=True)
        (here / "mine/data.txt").write_text("mine")
        answers = {name: answer.replace("ALONE", str(alone)) for name, answer in answers.items()}
        if prompted:  # an empty line takes the default, blanks around an answer are dropped
            answers = {name: answer.strip() for name, answer in answers.items() if answer}
        note(f"{'prompted' if prompted else 'command line'}: {answers}")

        before = everything(alone)
        # Cookiecutter leaves the hooks that it has rendered among the temporary files.
        with contextlib.chdir(here), patch("tempfile.tempdir", name), patch("cookiecutter.hooks.logger"):
            project, refused = attempt(answers, prompted)
        error = capfd.readouterr().err
        if project is None:
            event(f"refused: {refused}")
            assert everything(alone) == before
            if refused == "by the hook":
                assert re.fullmatch(r"\w+='?.* is refused: allowed .*\.", error.splitlines()[0])
        else:
            event("accepted")
            assert project.parent == here
            made = {path: kind for path, kind in everything(alone).items() if project not in [path, *path.parents]}
            assert made == before
            assert_is_sound(project)
            assert_holds(project, answers)
            assert_imports(project)
            assert everything(alone).keys() - before.keys() == {project, *project.rglob("*")}


def attempt(answers, prompted):
    """The project, or None and by whom its answers were refused; any other exception is a fault."""
    templated = not prompted and any(re.search(r"\{[{%#]", answer) for answer in answers.values())
    try:
        return ask(answers) if prompted else make(no_input=True, extra_context=answers), None
    except FailedHookException:
        return None, "by the hook"
    except OutputDirExistsException as error:
        assert str(error) == 'Error: "mine" directory already exists'
        return None, "the folder is there"
    except ValueError as error:
        if not str(error).startswith(f"{answers.get('license')} provided for choice variable license"):
            raise
        return None, "no such license"
    except SecurityError:
        return None, "by the sandbox"
    except Exception:
        if not templated:
            raise
        return None, "not a Jinja template"


def make(**options):
    return Path(cookiecutter(str(TEMPLATE), default_config=True, output_dir=".", **options)).resolve()


def ask(answers):
    def variable(name, default, *_):
        return answers.get(name, default)

    def choice(name, options, *_):
        return answers[name] if answers.get(name) in options else options[0]

    with (
        patch("cookiecutter.prompt.read_user_variable", variable),
        patch("cookiecutter.prompt.read_user_choice", choice),
    ):
        return make()


def assert_holds(project, answers):
    """What was answered is what a reader of the files, or a program, finds there."""
    answers = {name: answer for name, answer in answers.items() if not re.search(r"\{[{%#]", answer)}
    metadata = read_toml(project / "pyproject.toml")
    for name, found in {
        "paper_title": metadata["project"]["description"],
        "author_name": metadata["project"]["authors"][0]["name"],
        "paper_url": metadata["project"].get("urls", {}).get("Paper", ""),
        "project_slug": project.name,
        "package_name": metadata["tool"]["setuptools"]["packages"]["find"]["include"][0],
    }.items():
        assert found == answers.get(name, found)
    assert metadata["project"]["name"] == project.name
    heading, paragraph = MarkdownIt().parse((project / "README.md").read_text(encoding="utf-8"))[1:5:3]
    assert text_of(heading) == answers.get("project_name", text_of(heading)).strip()
    assert text_of(paragraph).startswith(f"A replication of {metadata['project']['description']} in Keras")
    if url := metadata["project"].get("urls", {}).get("Paper"):
        assert url_of_the_paper(project) == MarkdownIt().normalizeLink(url)
    if "license" in metadata["project"]:
        assert metadata["project"]["authors"][0]["name"] in (project / "LICENSE").read_text(encoding="utf-8")


def text_of(paragraph):
    return "".join(part.content for part in paragraph.children)


def assert_imports(project):
    package = read_toml(project / "pyproject.toml")["tool"]["setuptools"]["packages"]["find"]["include"][0]
    for name in files(project):
        if name.endswith(".py"):
            compile((project / name).read_text(encoding="utf-8"), name, "exec")
    code = f"import {package}.recipe; print({package}.__file__)"
    command = [sys.executable, "-B", "-X", "utf8", "-c", code]
    result = subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8")
    assert result.stdout.strip() == str(project / package / "__init__.py"), result.stderr


def everything(folder):
    """Each path under the folder, and what it holds."""
    return {path: path.read_bytes() if path.is_file() else "folder" for path in folder.rglob("*")}
