"""The pictures of the documentation: the dossier of the demo, as it is (`make picture`)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PICTURES = Path("build") / "screenshots"


@pytest.mark.browser
@pytest.mark.models
@pytest.mark.process
def test_the_demo_ends_in_a_dossier_that_can_be_shown(chromium: Any, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    recoupe = [sys.executable, "-m", "recoupe", "demo", "--output", str(folder)]
    subprocess.run(recoupe, check=True)
    PICTURES.mkdir(parents=True, exist_ok=True)
    view = {"width": 1280, "height": 1000}
    page = chromium.new_page(viewport=view, device_scale_factor=1.5, locale="en-GB")
    page.goto((folder / "dossier" / "index.html").as_uri())
    page.click("text=Marioupol : les défenseurs d’Azovstal disent subir un assaut")
    assert "Dmitri Peskov" in page.locator("#findings").inner_text()
    assert page.locator("#findings .finding").first.is_visible()
    page.screenshot(path=PICTURES / "dossier.png")
    page.locator("#matrix").screenshot(path=PICTURES / "matrix.png")
    page.click("#findings blockquote a.to:has-text('Il n’y a pas d’assaut')")
    assert page.locator(".article-text .chosen, .article-text :target").first.is_visible()
    page.evaluate("scrollTo(0, 0)")
    page.screenshot(path=PICTURES / "reading.png")
    page.close()
    for name in ("dossier", "matrix", "reading"):
        assert (PICTURES / f"{name}.png").stat().st_size > 20_000
