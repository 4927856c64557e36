"""The words of what types of record are called, in Russian."""

from __future__ import annotations

TEXTS = {
    "type-organisation": "организация",
    "type-centre": "центр",
    "type-programme": "программа",
    "type-initiative": "инициатива",
    "type-group": "группа",
    "type-person": "лицо",
    "type-place": "место",
    "type-document": "документ",
    "type-statement": "утверждение",
    "type-relation": "отношение",
    "types-organisation": "организации",
    "types-centre": "центры",
    "types-programme": "программы",
    "types-initiative": "инициативы",
    "types-group": "группы",
    "types-person": "лица",
    "types-place": "места",
    "types-document": "документы",
    "types-statement": "утверждения",
    "types-relation": "отношения",
}
