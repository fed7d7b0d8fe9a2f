"""The picture of the README: the dossier of the demo, as it is (`make picture` puts it there)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PICTURE = Path("build") / "screenshots" / "dossier.png"


@pytest.mark.browser
@pytest.mark.models
@pytest.mark.process
def test_the_demo_ends_in_a_dossier_that_can_be_shown(chromium: Any, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    recoupe = [sys.executable, "-m", "recoupe", "demo", "--output", str(folder)]
    subprocess.run(recoupe, check=True)
    page = chromium.new_page(viewport={"width": 1280, "height": 1000}, locale="en-GB")
    page.goto((folder / "dossier" / "index.html").as_uri())
    page.click("text=Marioupol : les défenseurs d’Azovstal disent subir un assaut")
    assert "Dmitri Peskov" in page.locator("#findings").inner_text()
    assert page.locator("#findings .finding").first.is_visible()
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURE)
    page.close()
    shutil.rmtree(folder)
    assert PICTURE.stat().st_size > 20_000
