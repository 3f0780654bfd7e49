"""Countries, territories and blocs: their codes, their names in a text, and what is home to a reader."""

from __future__ import annotations

from noticecheck.places.codes import is_code, members, name_of
from noticecheck.places.gazetteer import Gazetteer, gazetteer
from noticecheck.places.hit import Hit
from noticecheck.places.home import home

__all__ = ["Gazetteer", "Hit", "gazetteer", "home", "is_code", "members", "name_of"]
