"""The words of what types of record are called, in Russian."""

from __future__ import annotations

TEXTS = {
    "type-organisation": "организация",
    "type-centre": "центр или объект",
    "type-programme": "программа",
    "type-initiative": "инициатива",
    "type-group": "группа",
    "type-person": "должностное лицо",
    "type-place": "место",
    "type-document": "документ",
    "type-statement": "утверждение",
    "type-relation": "отношение",
    "types-organisation": "организации",
    "types-centre": "центры и объекты",
    "types-programme": "программы",
    "types-initiative": "инициативы",
    "types-group": "группы",
    "types-person": "должностные лица",
    "types-place": "места",
    "types-document": "документы",
    "types-statement": "утверждения",
    "types-relation": "отношения",
}
