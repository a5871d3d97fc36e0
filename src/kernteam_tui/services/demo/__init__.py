"""A fictional caseload to look at and to try things on."""

from __future__ import annotations

from kernteam_tui.services.demo.maken import DemoUitkomst, maak_demo

__all__ = ["DemoUitkomst", "maak_demo"]
