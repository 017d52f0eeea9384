"""Packing is tried without a network: whatever would ask an index fails."""

import os
from pathlib import Path

import pytest

from delivery import windows
from tests.delivery.parcels import embeddable, installed


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """No index, and none of the settings of this machine."""
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")


@pytest.fixture(scope="module")
def delivered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder as a receiver gets it, with libraries that have all files but no content."""
    scratch = tmp_path_factory.mktemp("packing")
    folder = scratch / "Yuqi 预期"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PIP_CONFIG_FILE", os.devnull)
        patch.setenv("PIP_NO_INDEX", "1")
        windows.build(embeddable(scratch / "embed.zip"), folder, installed(scratch / "wheels"))
    return folder
