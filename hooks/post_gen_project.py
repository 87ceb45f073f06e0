"""Removes what an answer made superfluous and prints what to do next."""

import subprocess
import sys
from pathlib import Path

if "{{ cookiecutter.license }}" == "none":
    Path("LICENSE").unlink()

empty = "{{ cookiecutter.start }}" == "empty"
if empty:
    subprocess.run([sys.executable, "begin/begin.py"], check=True)

# `git init` is printed, not done: inside a hook it breaks `cruft update`.
print(f"""
Next:
  1. cd {{ cookiecutter.project_slug }} && git init && git add --all && git commit --message "Start"
  2. make {"climb" if empty else "train"}
  3. make test
""")
