"""Forms filled in and sent as a browser without a script does, from the HTML of a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi.testclient import TestClient
from lxml import html

Filled = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True)
class Sheet:
    """A page as it came, with its address."""

    address: str
    text: str

    def form(self, button: str, *, within: str = "//main") -> Any:
        """Return the form with this button; ``within`` says where, where there are several."""
        found = html.fromstring(self.text).xpath(
            f"{within}//form[.//button[normalize-space()=$name]]", name=button
        )
        assert found, f"{self.address} has no button {button!r}"
        return found[0]

    def names(self, button: str, *, within: str = "//main") -> Sequence[str]:
        """Return what can be ticked beside a button."""
        labels = self.form(button, within=within).xpath(".//li/label")
        return [one.text_content().strip() for one in labels]


def opened(client: TestClient, address: str) -> Sheet:
    """Return a page; it must be there."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return Sheet(address, answer.text)


def sent(
    client: TestClient,
    page: Sheet,
    button: str,
    filled: Filled | None = None,
    *,
    tick: Sequence[str] = (),
    within: str = "//main",
) -> Sheet:
    """Send the form with this button, and return the page that comes back.

    ``filled`` are its fields, ``tick`` the words beside boxes. What is not filled in is sent as the
    page has it.
    """
    form = page.form(button, within=within)
    fields = {**_fields(form), **dict(filled or {})}
    for words in tick:
        [box] = form.xpath(".//li[contains(label, $words)]/input", words=words)[:1]
        fields.setdefault(box.get("name"), [])
        fields[box.get("name")] = [*fields[box.get("name")], box.get("value")]
    answer = client.post(form.get("action"), data=fields)
    return Sheet(str(answer.url), answer.text)


def _fields(form: Any) -> dict[str, Any]:
    """Return the fields of a form as they are when it is opened."""
    found: dict[str, Any] = {}
    for one in form.xpath(".//input | .//textarea | .//select"):
        name = one.get("name")
        if name is None or one.get("type") == "checkbox":
            continue
        value = one.value if one.value is not None else ""
        found[name] = [*found.get(name, []), value]
    return found
