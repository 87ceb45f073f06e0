"""MACHINERY. The code that runs: as it was when this process began, whatever is typed into its files meanwhile."""

import functools

from . import printing, secret
from .project import PACKAGE


@functools.cache
def read():
    """The code of this project when this process first asked, which is before it imports what is the researcher's.

    Returns:
        {file: its text} of the researcher's, the bytes of the machinery's files, {file: why it cannot be read}.
    """
    code, machinery, unread = {}, [], {}
    for path in sorted(PACKAGE.rglob("[!.]*.py")):  # hidden ones are no code: an editor's lock, macOS' notes
        name = str(path.relative_to(PACKAGE))
        try:
            if name.startswith("recipe/"):
                machinery.append(path.read_bytes())
            else:
                # A mark at its begin is no text.
                code[name] = secret.masked(path.read_text(encoding="utf-8-sig", errors="backslashreplace"))
        except IsADirectoryError:  # a folder may have such a name too
            continue
        except OSError as error:
            unread[name] = error.strerror
            printing.say(f"not in the record: {name} ({error.strerror})")
    return code, machinery, unread
