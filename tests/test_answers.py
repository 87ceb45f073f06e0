"""Which answers are accepted, which are refused, and what must hold for every generated project."""

import filecmp
import json
import re
import shutil
import subprocess
import sys
import tomllib

import pytest
import yaml
from conftest import TEMPLATE
from cookiecutter.exceptions import FailedHookException
from cookiecutter.generate import generate_context
from cookiecutter.prompt import prompt_for_config
from jinja2.exceptions import SecurityError
from markdown_it import MarkdownIt
from packaging.version import Version

PROJECT = TEMPLATE / "{{cookiecutter.__folder}}"
PACKAGE = "{{cookiecutter.package_name}}"
LICENSES = ["MIT", "BSD-3-Clause", "Apache-2.0", "none"]

# Each is the project's name, the paper's title and the author's name at once.
PROSE = [
    "Scaling down Deep Learning",
    "Réseaux à très grande échelle: où en est-on?",
    "Þórður Guðmundsdóttir Łukasz Čapek Nguyễn",
    "Alice O'Neill-D'Arcy",
    'The "lottery ticket" hypothesis',
    """Both 'kinds' of "quotes", and three: ''' and \"\"\" """,
    '"',
    "'",
    "\\",
    r"Learning \alpha from \beta, C:\new\table",
    'Ends in a backslash and a quote \\"',
    "深度学习的规模化",
    "小さなデータ で 学ぶ",
    "김민준",
    "Обучение без учителя",
    "التعلم العميق",
    "🎉",
    "👩🏽‍🔬 and 🇮🇸 learn 🤖",
    "{a}, {b: c} and } or {",
    "$O(n)$ and ${x} and $(pwd) and $HOME",
    "# not a comment # at all",
    "100 % of % signs %s %d",
    "<b>bold</b> & <script>alert(1)</script> &amp;",
    "*not* _emphasis_ `code` [link](http://x) ![image](y) ~~no~~ | cell",
    "- list: [a, b], {c: d}, !tag &anchor *alias",
    "null",
    "1e5",
    "yes",
    "a: b",
    "2026-11-22",
    "__import__('os').system('true')",
    "; rm -rf * && $(true) `true`",
    "x" * 200,
]

# What was answered, and the folder and package that it gives.
NAMES = [
    ({"project_name": "Scaling Down"}, "scaling-down", "scaling_down"),
    ({"project_name": "3D nets"}, "3d-nets", "project_3d_nets"),
    ({"project_name": "2026"}, "2026", "project_2026"),
    ({"project_name": "🎉"}, "project", "project"),
    ({"project_name": "!?"}, "project", "project"),
    ({"project_name": "深度学习"}, "shen-du-xue-xi", "shen_du_xue_xi"),
    ({"project_name": "Größe & Ähnlichkeit"}, "grosse-ahnlichkeit", "grosse_ahnlichkeit"),
    (
        {"project_name": "A very long title that no folder should be named after in full"},
        "a-very-long-title-that-no-folder-should",
        "a_very_long_title_that_no_folder_should",
    ),
    ({"project_slug": "My.Net_2"}, "My.Net_2", "my_net_2"),
    ({"project_slug": "n"}, "n", "n"),
    ({"project_slug": "7"}, "7", "project_7"),
    ({"project_slug": "n" * 100}, "n" * 100, "n" * 50),
    ({"package_name": "n" * 60}, "scaling-down-deep-learning", "n" * 60),
    ({"package_name": "MyNet2"}, "scaling-down-deep-learning", "MyNet2"),
    ({"package_name": "match"}, "scaling-down-deep-learning", "match"),
    ({"package_name": "kerastest"}, "scaling-down-deep-learning", "kerastest"),
]

NOT_EMPTY = "allowed is any text that is not empty"
ONE_LINE = "allowed is any text on one line, without control characters"
NO_TEMPLATE = "allowed is any text without template syntax: no brace before another brace, % or #"
ADDRESS = (
    "allowed is nothing, or an address that begins with http:// or https:// and has "
    "no blanks, quotes or brackets; write any other character percent-encoded"
)
FOLDER = "allowed are letters without accents, digits, '.', '_' and '-', the first and the last a letter or digit"
SHORT_FOLDER = "allowed are at most 100 characters"
SHORT_PACKAGE = "allowed are at most 60 characters"
DEVICE = "allowed is any name but that of a device of Windows"
REPLACES = "allowed is any name but that of a dependency, which it would replace"
IDENTIFIER = "allowed are letters without accents, digits and '_', the first a letter"
NO_KEYWORD = "allowed is any name but a keyword of Python"
HIDES_PYTHON = "allowed is any name but that of a module of Python, which it would hide"
HIDES_DEPENDENCY = "allowed is any name but that of a dependency, which it would hide"
TAKEN = "allowed is any name but that of another part of the project"

REFUSED = [
    ("project_name", NOT_EMPTY, ["", "  "]),
    ("paper_title", NOT_EMPTY, [""]),
    ("author_name", NOT_EMPTY, [""]),
    ("project_name", ONE_LINE, ["two\nlines"]),
    ("paper_title", ONE_LINE, ["two\nlines", "a\ttab", "\x1b[31mred", "a\u2028b"]),
    ("author_name", ONE_LINE, ["a\x85b", "half of an emoji \ud83c", "\ufffe"]),
    ("paper_title", NO_TEMPLATE, ["{{ 1 }}", "{# gone #}", "{% if true %}x{% endif %}"]),
    ("author_name", NO_TEMPLATE, ["{{ cookiecutter.paper_title }}"]),
    ("paper_url", ADDRESS, ["arxiv.org/abs/1", "ftp://a.b/c", "javascript:alert(1)", "https://"]),
    (
        "paper_url",
        ADDRESS,
        [" ", "https://a.b/c d", 'https://a.b/"', "https://a.b/'", "http://a\n"],
    ),
    ("paper_url", ADDRESS, ["https://a.b/(c)", "https://a.b/<c>", "https://a.b/[c]", "http://a/ö"]),
    ("project_slug", FOLDER, ["a/b", "a/b/c", "a\\b", "~", "a b", "größe", "网络"]),
    (
        "project_slug",
        FOLDER,
        ["-net", ".net", "_net", "net.", "net-", "a\nb", "net\n", "a'b", "$a"],
    ),
    ("project_slug", FOLDER, ["", ".", "..", "/", "/tmp/net", "new/..", "../net", "a/" + "b" * 300, "\udcff", "\0"]),
    ("project_slug", SHORT_FOLDER, ["n" * 101]),
    ("project_slug", DEVICE, ["con", "AUX", "nul.net", "lpt9"]),
    ("project_slug", REPLACES, ["keras", "TensorFlow", "hydra-core", "scikit.learn", "PyYAML"]),
    (
        "package_name",
        IDENTIFIER,
        ["", "my-net", "3d", "a b", "a.b", "a/b", "größe", "网络", "_net"],
    ),
    ("package_name", IDENTIFIER, ["net\n", "x;import os", "'''", '"""', "\\"]),
    ("package_name", SHORT_PACKAGE, ["n" * 61, "n" * 256]),
    ("package_name", DEVICE, ["aux", "NUL", "com1"]),
    ("package_name", NO_KEYWORD, ["class", "None", "lambda", "async"]),
    ("package_name", HIDES_PYTHON, ["json", "types", "random", "Queue"]),
    ("package_name", HIDES_DEPENDENCY, ["keras", "tensorflow", "hydra", "omegaconf", "wandb"]),
    ("package_name", HIDES_DEPENDENCY, ["numpy", "mnist1d", "sklearn", "matplotlib", "scipy"]),
    ("package_name", HIDES_DEPENDENCY, ["rich", "pytest", "ruff", "yaml", "jax", "torch", "Keras"]),
    (
        "package_name",
        TAKEN,
        ["tests", "conf", "recipe", "docs", "data", "begin", "outputs", "multirun", "test", "Conf"],
    ),
]
REFUSED = [(name, answer, allowed) for name, allowed, answers in REFUSED for answer in answers]

# Cookiecutter renders what it is given on the command line: each of these would reach Python there.
RUN_BY_JINJA = [
    "{{ cycler.__init__.__globals__.os.mkdir('%s') or 'net' }}",
    "{%% set done = lipsum.__globals__['os'].mkdir('%s') %%}net",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}%s",
    "{{ cookiecutter.update(_extensions=['%s']) }}",
]


@pytest.mark.parametrize("text", PROSE)
def test_accepts_prose_and_keeps_it_exactly(bake, text):
    project = bake(project_name=text, paper_title=text, author_name=text)
    assert_is_sound(project)
    metadata = read_toml(project / "pyproject.toml")["project"]
    assert metadata["description"] == text
    assert metadata["authors"] == [{"name": text}]
    assert text in (project / "LICENSE").read_text(encoding="utf-8")
    # ${…} would be an interpolation of OmegaConf's.
    paper = yaml.safe_load((project / "conf/paper.yaml").read_text(encoding="utf-8"))
    assert paper["title"] == text.replace("${", "$ {")


@pytest.mark.parametrize("text", PROSE)
def test_quoted_and_escaped_forms_read_back_exactly(text):
    answers = answer(project_name=text, paper_title=text, author_name=text)
    for name in ["title", "author"]:
        quoted = answers[f"__{name}_quoted"]
        assert tomllib.loads(f"x = {quoted}")["x"] == text
        assert yaml.safe_load(quoted) == text
        assert eval(quoted) == text
    for name in ["name", "title"]:
        heading = MarkdownIt().parse(f"# {answers[f'__{name}_markdown']}")[1]
        assert "".join(part.content for part in heading.children) == text.strip()


@pytest.mark.parametrize(("answers", "slug", "package"), NAMES)
def test_derives_names_that_are_valid(bake, answers, slug, package):
    project = bake(**answers)
    assert_is_sound(project, package)
    assert project.name == slug
    assert read_toml(project / "pyproject.toml")["project"]["name"] == slug


@pytest.mark.parametrize("license", LICENSES)
def test_writes_the_license_that_was_chosen(bake, license):
    project = bake(license=license)
    assert_is_sound(project)
    metadata = read_toml(project / "pyproject.toml")["project"]
    if license == "none":
        assert not {"license", "license-files"} & metadata.keys()
    else:
        title = {"MIT": "MIT", "BSD-3-Clause": "BSD 3-Clause", "Apache-2.0": "Apache"}[license]
        assert (project / "LICENSE").read_text().lstrip().startswith(f"{title} License\n")
        assert metadata["license"] == license


@pytest.mark.parametrize(
    "url", ["", "https://doi.org/10.1000/a%28b%29?c=d&e#f", "http://a.b/~c", "http://a.b/?c&copy;"]
)
def test_accepts_any_address_of_the_paper_or_none(bake, url):
    project = bake(paper_url=url)
    assert_is_sound(project)
    urls = read_toml(project / "pyproject.toml")["project"].get("urls", {})
    assert urls == ({"Paper": url} if url else {})
    assert url_of_the_paper(project) == (url or None)


@pytest.mark.parametrize(("name", "answer", "allowed"), REFUSED)
def test_refuses_in_one_line_and_leaves_nothing(bake, tmp_path, capfd, name, answer, allowed):
    with pytest.raises(FailedHookException):
        bake(**{name: answer})
    message = capfd.readouterr().err.splitlines()[0]
    assert message == f"{name}={answer!r} is refused: {allowed}."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["project_name", "paper_title", "paper_url", "author_name", "project_slug", "package_name"]
)
@pytest.mark.parametrize("code", RUN_BY_JINJA)
def test_an_answer_runs_no_code_before_it_is_refused(bake, tmp_path, name, code):
    with pytest.raises(SecurityError):
        bake(**{name: code % f"{tmp_path}/ran"})
    assert list(tmp_path.iterdir()) == []


def test_no_dependency_is_missing_among_the_refused_names():
    hook = (TEMPLATE / "hooks/pre_gen_project.py").read_text(encoding="utf-8")
    pins = re.findall("^(.*)==", (PROJECT / "constraints.txt").read_text(), flags=re.MULTILINE)
    assert {pin.replace("-", "_") for pin in pins} <= set(re.findall(r"\w+", hook))


def test_its_ranges_begin_at_the_lowest_versions_that_ci_installs_and_end_before_the_next_major_one():
    metadata = (PROJECT / "pyproject.toml").read_text().partition("[project.optional-dependencies]")[0]
    ranges = re.findall('^    "([a-z0-9-]+)>=([^,]+),<(.+)",$', metadata, flags=re.MULTILINE)
    lowest = re.findall("^(.*)==(.*)$", (PROJECT / "constraints-lowest.txt").read_text(), flags=re.MULTILINE)
    assert sorted(lowest) == sorted((name, low) for name, low, _ in ranges)
    exact = dict(re.findall("^(.*)==(.*)$", (PROJECT / "constraints.txt").read_text(), flags=re.MULTILINE))
    for name, low, high in ranges:
        assert Version(low) <= Version(exact[name]) < Version(high)
        # Hydra 1.3 and OmegaConf 2.3 belong together, and next to them there is private code of Hydra's.
        assert high == str(Version(exact[name]).major + 1) or name in ("hydra-core", "omegaconf"), name


@pytest.mark.parametrize(
    ("backend", "brings"), [("tensorflow", "tensorflow[and-cuda]"), ("jax", "jax[cuda12]"), ("torch", None)]
)
def test_what_a_gpu_needs_is_an_extra_where_the_backend_does_not_bring_it(bake, backend, brings):
    project = bake(backend=backend)
    extras = read_toml(project / "pyproject.toml")["project"]["optional-dependencies"]
    readme = (project / "README.md").read_text(encoding="utf-8")
    if brings:
        assert extras["cuda"][0].startswith(brings + ">=") and "--editable '.[cuda]'" in readme
    else:
        assert "cuda" not in extras and "--torch-backend cpu" in readme


def test_its_container_installs_it(project):
    container = json.loads((project / ".devcontainer/devcontainer.json").read_text())
    said = subprocess.run(["make", "--dry-run", "install-anew"], cwd=project, capture_output=True, text=True)
    assert container["postCreateCommand"] == "make install" and container["image"] == "python:3.12"
    assert "3, 11) <= sys.version_info" in said.stdout


def test_its_ci_installs_the_exact_the_lowest_and_the_newest_versions(project):
    (job,) = yaml.safe_load((project / ".github/workflows/test.yml").read_text())["jobs"].values()
    matrix = job["strategy"]["matrix"]
    files = matrix["constraints"] + [one["constraints"] for one in matrix["include"]]
    assert files == ["constraints.txt", "constraints-lowest.txt", "/dev/null"]
    said = subprocess.run(
        ["make", "--dry-run", "install-anew", f"CONSTRAINTS={files[1]}"], cwd=project, capture_output=True, text=True
    )
    assert "--constraint constraints-lowest.txt" in said.stdout and "constraints.txt" not in said.stdout
    assert job["steps"][-1]["run"] == "make test CONSTRAINTS=${{ matrix.constraints }}"


@pytest.mark.parametrize(
    "slug", ["", ".", "..", "/", "a", "a/b", "a/../b/c", "a/..", "new/..", "new/../a", "a/" + "b" * 300]
)
def test_a_refusal_keeps_the_folders_that_were_there(tmp_path, slug):
    (tmp_path / "a").mkdir()
    assert run_cookiecutter(tmp_path, f"project_slug={slug}").returncode == 1
    assert [path.name for path in tmp_path.rglob("*")] == ["a"]


def test_the_command_line_asks_nothing_with_no_input(tmp_path):
    result = run_cookiecutter(tmp_path)
    assert result.returncode == 0, result.stderr
    assert result.stderr == ""
    assert re.findall(r"^  \d\. (.*)", result.stdout, flags=re.MULTILINE) == [
        'cd scaling-down-deep-learning && git init && git add --all && git commit --message "Start"',
        "make train",
        "make test",
    ]
    assert_is_sound(tmp_path / "scaling-down-deep-learning")


def test_cruft_creates_a_project_and_finds_it_up_to_date(tmp_path):
    template = tmp_path / "template"
    ignored = shutil.ignore_patterns(".git", ".venv*", "demo", "__pycache__", ".*_cache")
    shutil.copytree(TEMPLATE, template, ignore=ignored)
    git = ["git", "-c", "user.name=Test", "-c", "user.email=test@example.org"]
    for command in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "Start"]):
        subprocess.run([*git, *command], cwd=template, check=True)

    cruft = [sys.executable, "-m", "cruft"]
    answers = {"paper_title": 'A "quoted" \\ title 🎉'}
    options = ["--no-input", "--default-config", "--extra-context", json.dumps(answers)]
    subprocess.run([*cruft, "create", template, *options], cwd=tmp_path, check=True)

    project = tmp_path / "scaling-down-deep-learning"
    subprocess.run([*git, "init", "--quiet"], cwd=project, check=True)
    subprocess.run([*cruft, "check"], cwd=project, check=True)
    subprocess.run([*cruft, "diff", "--exit-code"], cwd=project, check=True)


def assert_is_sound(project, package=None):
    """Every file of the template and no other, rendered without a rest, valid, lint-free."""
    metadata = read_toml(project / "pyproject.toml")
    package = package or metadata["tool"]["setuptools"]["packages"]["find"]["include"][0]
    expected = {name.replace(PACKAGE, package) for name in files(PROJECT)}
    if "license" not in metadata["project"]:
        expected.remove("LICENSE")
    assert files(project) == expected

    same = filecmp.cmpfiles(PROJECT / PACKAGE, project / package, files(PROJECT / PACKAGE), False)
    assert same[1:] == ([], []), "the package must be copied byte for byte"

    for name in files(project):
        if name.endswith(".png"):
            continue
        text = (project / name).read_text(encoding="utf-8")
        if not name.startswith(f"{package}/"):
            # `${{ … }}` is GitHub's own.
            assert not re.search(r"(?<!\$)\{\{|\{%|\{#|cookiecutter\.\w", text), name
        if name.endswith((".yaml", ".yml", ".cff")):
            yaml.safe_load(text)
        if name.endswith((".json", ".ipynb")):
            json.loads(text)
        if name.endswith(".toml"):
            tomllib.loads(text)
    citation = yaml.safe_load((project / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["references"][0]["title"] == metadata["project"]["description"]
    assert citation["authors"] == [{"name": metadata["project"]["authors"][0]["name"]}]
    workflow = (project / ".github/workflows/test.yml").read_text(encoding="utf-8")
    assert "python-version: ${{ matrix.python }}" in workflow

    ruff = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--no-cache", "."],
        cwd=project,
        capture_output=True,
        text=True,
    )
    assert ruff.returncode == 0, ruff.stdout + ruff.stderr


def url_of_the_paper(project):
    """Where the title in the README's first paragraph leads, None if nowhere."""
    paragraph = MarkdownIt().parse((project / "README.md").read_text(encoding="utf-8"))[4]
    return next((part.attrs["href"] for part in paragraph.children if part.type == "link_open"), None)


def files(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def read_toml(path):
    return tomllib.loads(path.read_text(encoding="utf-8"))


def answer(**answers):
    """All answers, the private ones too, as cookiecutter hands them to the files it renders."""
    context = generate_context(str(TEMPLATE / "cookiecutter.json"), extra_context=answers)
    return prompt_for_config(context, no_input=True)


def run_cookiecutter(output, *answers):
    return subprocess.run(
        [sys.executable, "-m", "cookiecutter", TEMPLATE, "--no-input", "--default-config"]
        + ["--output-dir", output, *answers],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
