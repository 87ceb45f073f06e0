"""Removes what an answer made superfluous and prints what to do next."""

from pathlib import Path

if "{{ cookiecutter.license }}" == "none":
    Path("LICENSE").unlink()

# `git init` is printed, not done: inside a hook it breaks `cruft update`.
print("""
Next:
  1. cd {{ cookiecutter.project_slug }} && git init && git add --all && git commit --message "Start"
  2. make train
  3. make test
""")
