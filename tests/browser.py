"""Opens a page from disk in headless Chromium, and tells what it complained of, asked the network for, and came to."""

import json
import re
import shutil
import subprocess

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
FLAGS += ["--allow-file-access-from-files", "--virtual-time-budget=3000"]  # milliseconds for what scripts do later

WIDTHS = (1200, 400)  # pixels
MOST_BYTES = 1_000_000
# Chromium's windows have 500 pixels at least, so a page is measured in a frame, which may have fewer.
FRAME = """<!doctype html><h1>x</h1><iframe src="{page}" style="border: 0; width: {width}px; height: 800px"></iframe>
<script>
addEventListener("load", () => setTimeout(() => {{
  const frame = document.querySelector("iframe"), page = frame.contentDocument.documentElement;
  document.body.dataset.widths = `${{page.clientWidth}} ${{page.scrollWidth}}`;
}}, 500));
</script>"""
ACT = """<script>
const pause = () => new Promise(done => setTimeout(done, 50));
addEventListener("load", () => setTimeout(async () => {{
  document.body.dataset.found = JSON.stringify(await (async () => {{ {script} }})());
}}, 500));
</script>"""

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
    framed = folder / "framed.html"
    framed.write_text(FRAME.format(page=page.as_uri(), width=width))
    html, console, asked = opened(framed, folder, width)
    assert "</h1>" in page.read_text() and console == [] and asked == []
    there, needed = map(int, re.search('data-widths="([^"]*)"', html)[1].split())
    assert needed <= there <= width


def found(page, folder, script, width=1200):
    """What a script returns that runs in a page once it is drawn.

    Args:
        page: a file.
        folder: for a copy of the page, and the browser's own files.
        script: the body of an asynchronous function; what it returns is JSON. `await pause()` lets the page draw.
        width: of the window, pixels.
    """
    acted = folder / "acted.html"
    acted.write_text(page.read_text() + ACT.format(script=script))
    html, console, _ = opened(acted, folder, width)
    assert console == [], console
    text = re.search(' data-found="([^"]*)"', html)[1]
    return json.loads(text.replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))


def pictures(page):
    """How many pictures a page holds, each of which must say what it shows."""
    html = page.read_text()
    assert len(html) < MOST_BYTES
    images = re.findall(r"<img[^>]*>", html)
    for image in images:
        assert len(re.search(r'alt="([^"]*)"', image)[1]) > 10
        assert 'src="data:image/png;base64,' in image
    return len(images)
