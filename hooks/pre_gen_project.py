"""Refuses an answer that would give a broken project: what was received, what is allowed."""

import json
import keyword
import re
import sys

# JSON escapes quotes and backslashes as a raw string reads them: no answer can end these literals.
ANSWERS = json.loads(r"""{{ cookiecutter | tojson }}""")
# As typed on the command line, before cookiecutter renders it: there a title may still hold Jinja.
# That is rendered before this hook can refuse it, so `__sandbox` in cookiecutter.json, the first value to be
# rendered, puts the environment that renders the answers into Jinja's sandbox: no answer reaches Python.
TYPED = json.loads(r"""{{ _cookiecutter | default(cookiecutter) | tojson }}""")

# Line breaks of any kind, control characters, and what no YAML or UTF-8 file can hold.
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

# What a project installs, or its researcher soon will, by the names that Python and pip know: a
# package or project of such a name would take its place.
DEPENDENCIES = set(
    """absl absl_py aiohappyeyeballs aiohttp aiohttp_cors aiosignal alembic annotated_types antlr4
    antlr4_python3_runtime anyio astunparse attr attrs autopage boto3 botocore certifi cffi charset_normalizer
    clang click cliff cloudpickle cmaes cmd2 colorful colorlog contourpy cookiecutter coreweave_evaluations
    cruft cryptography cwevals cycler dateutil distlib distro filelock flatbuffers fonttools frozenlist fsspec
    gast google google_api_core google_auth google_pasta googleapis_common_protos greenlet grpc grpcio h11
    h5py httpcore httpx hydra hydra_core hydra_joblib_launcher hydra_optuna_sweeper hydra_plugins
    hydra_ray_launcher hydra_submitit_launcher idna iniconfig ipython jax jaxlib jinja2 jmespath joblib
    jsonschema jsonschema_specifications jupyter keras kiwisolver libclang mako markdown markdown_it
    markdown_it_py markupsafe matplotlib mdurl ml_dtypes mnist1d mpl_toolkits mpmath msgpack multidict namex
    narwhals networkx notebook numpy omegaconf opencensus opencensus_context opentelemetry opentelemetry_api
    opentelemetry_exporter_http_transport opentelemetry_exporter_otlp_common
    opentelemetry_exporter_otlp_proto_common opentelemetry_exporter_otlp_proto_http
    opentelemetry_exporter_prometheus opentelemetry_proto opentelemetry_sdk opentelemetry_semantic_conventions
    opt_einsum optax optree optuna packaging pandas pasta pil pillow pip pkg_resources platformdirs pluggy
    prettytable prometheus_client prompt_toolkit propcache proto proto_plus protobuf py py_spy pyasn1
    pyasn1_modules pycparser pydantic pydantic_core pygments pylab pyparsing pyperclip pytest python
    python_dateutil python_discovery pyyaml ray referencing requests rich rich_argparse rpds rpds_py ruff
    s3transfer scikit_learn scipy setuptools six skimage sklearn smart_open sniffio sqlalchemy stevedore
    submitit sympy tensorboard tensorboard_data_server tensorboardx tensorflow tensorflow_cpu
    tensorflow_datasets termcolor threadpoolctl torch torchvision tqdm typing_extensions typing_inspection
    tzdata urllib3 uv virtualenv wandb wcwidth werkzeug wheel wrapt xxhash yaml yarl""".split()
)
# What lies, or comes to lie, in the project's folder; some file systems ignore case.
PROJECT = set(
    """begin build conf conftest data demo dist docs env figures license makefile multirun notebooks outputs
    recipe src test tests venv""".split()
)
# On Windows a file of such a name, whatever its ending, is a device: the project could not be cloned there.
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def prose(text):
    if not text.strip():
        return "allowed is any text that is not empty"
    if UNPRINTABLE.search(text):
        return "allowed is any text on one line, without control characters"
    if re.search(r"\{[%#{]", text):
        return "allowed is any text without template syntax: no brace before another brace, % or #"


def web_address(text):
    if text and not re.fullmatch(r"https?://[A-Za-z0-9][!#$%&*+,./0-9:;=?@A-Z_a-z~-]*", text):
        return (
            "allowed is nothing, or an address that begins with http:// or https:// and has "
            "no blanks, quotes or brackets; write any other character percent-encoded"
        )


def folder_name(text):
    if not re.fullmatch(r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?", text):
        return "allowed are letters without accents, digits, '.', '_' and '-', the first and the last a letter or digit"
    if len(text) > 100:
        return "allowed are at most 100 characters"
    if text.split(".")[0].lower() in DEVICES:
        return "allowed is any name but that of a device of Windows"
    if re.sub("[._-]+", "_", text).lower() in DEPENDENCIES:
        return "allowed is any name but that of a dependency, which it would replace"


def importable_name(text):
    if not re.fullmatch("[A-Za-z][A-Za-z0-9_]*", text):
        return "allowed are letters without accents, digits and '_', the first a letter"
    if len(text) > 60:  # a longer one makes lines that the project's own lint refuses
        return "allowed are at most 60 characters"
    if text.lower() in DEVICES:
        return "allowed is any name but that of a device of Windows"
    if keyword.iskeyword(text):
        return "allowed is any name but a keyword of Python"
    if text.lower() in {module.lower() for module in sys.stdlib_module_names}:
        return "allowed is any name but that of a module of Python, which it would hide"
    if text.lower() in DEPENDENCIES:
        return "allowed is any name but that of a dependency, which it would hide"
    if text.lower() in PROJECT:
        return "allowed is any name but that of another part of the project"


def refusal():
    """The first answer that is refused, as one line; None where all are accepted."""
    checked = [
        *((name, prose) for name in ("project_name", "paper_title", "author_name")),
        ("paper_url", web_address),
        ("project_slug", folder_name),
        ("package_name", importable_name),
    ]
    for name, check in checked:
        received = [str(TYPED[name]), ANSWERS[name]] if check is prose else [ANSWERS[name]]
        for text in received:
            if allowed := check(text):
                return f"{name}={text!r} is refused: {allowed}."


# Cookiecutter makes the folder first and deletes it after a refusal, `.` too if the name is `new/..`:
# until the name is accepted the folder is `.refused`, by `__folder` in cookiecutter.json.
if reason := refusal():
    sys.exit(reason)
