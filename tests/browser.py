"""Opens a page from disk in headless Chromium, and tells what it complained of and asked the network for."""

import json
import re
import shutil
import subprocess

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]

WIDTHS = (1000, 500)  # pixels; 500 are the fewest that a window of Chromium has
MOST_BYTES = 3_000_000
MEASURE = "r = document.documentElement; r.dataset.widths = `${r.clientWidth} ${r.scrollWidth}`"

OWN = "not an origin"  # whom the browser names as asking where no page did


def opened(page, folder, width=1000):
    """What came of opening a page.

    Args:
        page: a file.
        folder: for the browser's own files.
        width: of the window, pixels.

    Returns:
        (the document after loading, as HTML; lines that it wrote to the console; addresses it asked the network for,
        those of the browser itself left out).
    """
    net_log = folder / "net.json"
    log = folder / "chromium.log"
    command = [CHROMIUM, *FLAGS, f"--user-data-dir={folder}/profile", f"--window-size={width},800", "--dump-dom"]
    command += [f"--log-net-log={net_log}", "--enable-logging", f"--log-file={log}", page.as_uri()]
    html = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    console = [line for line in log.read_text(errors="replace").splitlines() if "CONSOLE" in line]
    events = json.loads(net_log.read_text())["events"]
    asked = [event.get("params", {}) for event in events]
    return html, console, [one["url"] for one in asked if one.get("initiator", OWN) != OWN]


def opens(page, folder, width):
    """Demands that a page opens whole: nothing to complain of, nothing asked for, nothing beyond its right edge."""
    measured = folder / "measured.html"
    measured.write_text(f"{page.read_text()}<script>{MEASURE}</script>")
    html, console, asked = opened(measured, folder, width)
    assert "</h1>" in html and console == [] and asked == []
    there, needed = map(int, re.search('data-widths="([^"]*)"', html)[1].split())
    assert needed <= there <= width


def pictures(page):
    """How many pictures a page holds, each of which must say what it shows."""
    html = page.read_text()
    assert len(html) < MOST_BYTES
    images = re.findall(r"<img[^>]*>", html)
    for image in images:
        assert len(re.search(r'alt="([^"]*)"', image)[1]) > 10
        assert 'src="data:image/png;base64,' in image
    return len(images)
