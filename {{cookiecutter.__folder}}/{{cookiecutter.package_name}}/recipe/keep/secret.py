"""MACHINERY. Secrets, which no file of a run may hold: told by the name of a key, or by the look of a value."""

import re

# A token of a vocabulary, such as pad_token, is none.
NAME = re.compile(
    r"((^|_)(api_?key|passw(or)?d|passphrase|secret|credentials?)"
    r"|(^|_)(secret|private|access|signing|encryption)_key"
    r"|(^|_)(api|access|auth|bearer|refresh|session|hub|hf|wandb|github)_token|^token)$"
)
# As their services document them: user and password in an address, GitHub, GitLab, Hugging Face, OpenAI, Slack, AWS,
# Google, a JSON web token, a private key in PEM. W&B's 40 hexadecimal digits look like any commit.
LOOK = re.compile(
    r"(?<=://)[^/\s:@]+:[^/\s@]+(?=@)|\bgh[pousr]_[A-Za-z0-9]{36,}|\bgithub_pat_\w{22,}|\bglpat-[\w-]{20,}"
    r"|\bhf_[A-Za-z0-9]{30,}|\bsk-[\w-]{20,}|\bxox[abprs]-[\w-]{10,}|\b(AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[\w-]{35}"
    r"|\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*(-----END [A-Z ]*PRIVATE KEY-----)?"
)
MASK = "(a secret, left out)"


def where(node, path=""):
    """The dotted key of the first secret in a nest of dictionaries and lists, nothing resolved; None without one."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        place = f"{path}.{key}".lstrip(".")
        if NAME.search(snake(str(key))) and is_given(value) or isinstance(value, str) and LOOK.search(value):
            return place
        if below := where(value, place):
            return below
    return None


def snake(key):
    """clientSecret and client-secret as client_secret."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", key).replace("-", "_").lower()


def is_given(value):
    """Whether a value is a text or a number, and not the name of the place where it stands."""
    is_text = isinstance(value, str) and value and not value.startswith("${")
    return bool(is_text) or isinstance(value, int | float) and not isinstance(value, bool)


def masked(text):
    """A text without what looks like a secret."""
    return LOOK.sub(MASK, text)
