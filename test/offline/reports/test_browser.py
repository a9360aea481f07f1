"""The page in a real Chromium without a network: it draws, obeys its controls, has nothing to complain of."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from offline.reports.data import ReportData
from offline.reports.page import render

LIMIT_MS = 120_000
"""A busy machine without a GPU takes its time."""
DESKTOP = {"viewport": {"width": 1000, "height": 700}}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
OF_THE_DRIVER = "GL Driver Message"
"""What ANGLE says when a screenshot waits for the GPU."""
DRAWN = "Number(document.documentElement.dataset.drawn ?? 0)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium of this machine."""
    playwright = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
    command = _chromium()
    if command is None:
        pytest.skip("no Chromium on this machine; tools/setup_chromium.sh installs it")
    with playwright.sync_playwright() as running:
        launched = running.chromium.launch(executable_path=command)
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def page_file(data: ReportData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(render(data))
    return file


class Opened:
    """The page in a window of its own, and what it said and asked for."""

    def __init__(self, browser: Any, file: Path, **options: Any) -> None:
        self.context = browser.new_context(offline=True, **options)
        self.context.set_default_timeout(LIMIT_MS)
        self.page = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(file.as_uri())
        self.page.wait_for_function(f"{DRAWN} > 0")
        self.page.wait_for_selector("#trajectory svg")
        self.canvas = self.page.locator("#view")
        self.canvas.scroll_into_view_if_needed()

    def picture(self) -> np.ndarray:
        """The 3-D view (h, w, 3) when it has come to rest."""
        self.settle()
        return cv2.imdecode(np.frombuffer(self.canvas.screenshot(), np.uint8), 1)

    def settle(self) -> None:
        self.page.wait_for_function(
            f"""async () => {{
                for (let count = -1; count !== {DRAWN}; ) {{
                    count = {DRAWN};
                    await new Promise((done) => setTimeout(() => requestAnimationFrame(done), 400));
                }}
                return true;
            }}"""
        )

    def complaints(self) -> list[str]:
        return [text for text in self.said if OF_THE_DRIVER not in text]


def _chromium() -> str | None:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        command = shutil.which(name)
        if command and subprocess.run([command, "--version"], capture_output=True).returncode == 0:
            return command
    return None


def changed(before: np.ndarray, after: np.ndarray) -> float:
    """Share of pixels that differ."""
    return float((np.abs(before.astype(int) - after).max(axis=-1) > 8).mean())


@pytest.mark.parametrize(
    "options",
    [
        {**DESKTOP, "color_scheme": "light"},
        {**DESKTOP, "color_scheme": "dark"},
        {**PHONE, "color_scheme": "dark"},
    ],
    ids=["light", "dark", "phone"],
)
def test_the_view_obeys_without_a_network(browser: Any, page_file: Path, options: dict[str, Any]) -> None:
    opened = Opened(browser, page_file, **options)
    page, start = opened.page, opened.picture()
    assert start.std() > 10  # something is drawn

    page.get_by_label("Error", exact=True).check(force=True)
    by_error = opened.picture()
    assert changed(start, by_error) > 0.05
    page.get_by_label("Uncertainty", exact=True).check(force=True)
    page.get_by_label("RGB").check(force=True)
    assert changed(start, opened.picture()) < 0.01

    page.get_by_label("Student's cloud").uncheck()
    without = opened.picture()
    assert changed(start, without) > 0.05
    page.get_by_label("Teacher's cloud").check()
    assert changed(without, opened.picture()) > 0.05
    page.get_by_label("Student's cloud").check()

    before = opened.picture()
    opened.canvas.scroll_into_view_if_needed()
    box = opened.canvas.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 120, y + 10, steps=4)
    page.mouse.up()
    assert changed(before, opened.picture()) > 0.05

    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator(".chart svg").count() == 4
    assert opened.complaints() == []
    assert [url for url in opened.asked if not url.startswith("data:")] == [page_file.as_uri()]
    opened.context.close()


def test_the_theme_follows_the_button(browser: Any, page_file: Path) -> None:
    opened = Opened(browser, page_file, color_scheme="light", **DESKTOP)

    def brightness() -> float:
        return float(cv2.imdecode(np.frombuffer(opened.page.screenshot(), np.uint8), 0).mean())

    assert brightness() > 150
    button = opened.page.get_by_role("button", name="Switch between light and dark")
    button.click()
    opened.settle()
    assert brightness() < 80
    button.click()
    opened.settle()
    assert brightness() > 150
    assert opened.complaints() == []
    opened.context.close()


def test_a_browser_without_webgl_shows_the_rest(browser: Any, page_file: Path) -> None:
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.set_default_timeout(LIMIT_MS)
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.goto(page_file.as_uri())
    page.wait_for_selector("#trajectory svg")
    assert page.get_by_text("This browser offers no WebGL 2").is_visible()
    assert not page.locator("#controls").is_visible()
    context.close()
