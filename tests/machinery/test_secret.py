"""What is a secret, by the name of its key or by its look, and what only resembles one."""

import pytest
from paper_net.recipe.keep import secret


@pytest.mark.parametrize(
    "key",
    [
        "api_key",
        "token",
        "hub_token",
        "secret_key",
        "private_key",
        "passphrase",
        "clientSecret",
        "db-password",
        "apiKey",
    ],
)
@pytest.mark.parametrize("value", ["hush", 123456])
def test_a_key_of_such_a_name_holds_one(key, value):
    assert secret.where({"tracker": [{key: value}]}) == f"tracker.0.{key}"
    for no_secret in ("${oc.env:NAME}", "", None, True):
        assert secret.where({key: no_secret}) is None


@pytest.mark.parametrize(
    "key", ["pad_token", "num_tokens", "tokens", "key", "foreign_key", "secretary", "tokenizer", "password_field_width"]
)
def test_a_key_of_a_like_name_holds_none(key):
    assert secret.where({"model": {key: 3}}) is None


LOOKS = [
    "postgres://me:hush@lab/runs",
    "ghp_" + "a1" * 18,
    "hf_" + "aB" * 17,
    "sk-" + "x1" * 12,
    "AKIA" + "A1" * 8,
    "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----",
]


@pytest.mark.parametrize("text", LOOKS)
def test_a_value_that_looks_like_one_is_one_under_any_name(text):
    assert secret.where({"data": {"load": {"path": text}}}) == "data.load.path"
    hidden = secret.masked(f"+ path = {text!s} # of the lab")
    assert hidden.startswith("+ path = ") and hidden.endswith(" # of the lab") and secret.MASK in hidden
    assert not secret.LOOK.search(hidden)


@pytest.mark.parametrize(
    "text", ["https://arxiv.org/abs/2011.14439", "s3://lab/runs@2", "f" * 40, "task-" + "a1" * 15, "risk-" + "a" * 30]
)
def test_an_address_a_digest_and_a_name_are_none(text):
    assert secret.where({"path": text}) is None and secret.masked(text) == text
