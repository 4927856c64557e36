"""The words of recommended steps and of their reasons, in Russian."""

from __future__ import annotations

TEXTS = {
    "recommended": "Рекомендуется",
    "recommended-no-group": "Ни одна группа не указана, поэтому закрывать нечего.",
    "recommended-met": "Всё, что ожидалось, обеспечено.",
    "recommended-whole": "В сети нет частей, отделённых друг от друга.",
    "recommended-left": "Не обеспечено и после этих шагов: {number:number}.",
    "recommend-in": " (место: {places:list})",
    "recommend-agree-tie": "Довести до реализации начатое организациями {source:name} и {other:name}: {how}.",
    "recommend-agree": "Довести до реализации {source:name} ({how}) для {count:|группа|группы|групп*} "
    "{whom:list}{where}.",
    "recommend-ask": "Выяснить, охватывает ли {source:name} {count:|группу|группы|группы} "
    "{whom:list}{where}: место "
    "действия не указано.",
    "recommend-serve": "{source:name} может охватить {count:|группу|группы|группы} {whom:list}{where}.",
    "recommend-serve-too": "{source:name} может охватить также {count:|группу|группы|группы} "
    "{whom:list}{where}.",
    "recommend-take-part": "{source:name} может присоединиться к инициативе {target:name} для "
    "{count:|группа|группы|групп*} {whom:list}{where}.",
    "recommend-offer": "{source:name} может также реализовывать программу {target:name} для "
    "{count:|группа|группы|групп*} {whom:list}{where}.",
    "recommend-extend": "{source:name} может действовать и здесь{where} для {count:|группа|группы|групп*} "
    "{whom:list}.",
    "recommend-begin": "{source:name} может начать новую работу для {count:|группа|группы|групп*} "
    "{whom:list}{where}: "
    "{kind}.",
    "recommend-connect": "{source:name} и {other:name} могут работать вместе.",
    "no-fact": "фактов нет",
    "ground-nearest": "никого ближе, чем {name:name}, не известно",
    "ground-may-be": "{name:name} ({status}), возможно, уже есть там: место указано не полностью",
    "ground-begun": "это уже начато: {what}",
    "ground-for": "{name:name} — для группы {group:name} ({status})",
    "ground-serves": "{name:name} уже охватывает группу {group:name}",
    "ground-serves-in": "уже охвачена группа {group:name}, место: {place:name}",
    "ground-in": "{name:name} находится здесь: {place:name}",
    "ground-through": "{name:name} охватывает группу {group:name} через {thing:name}",
    "ground-of-kind": "{name:name} уже ведёт {thing:name} (тот же вид)",
    "ground-partner": "{name:name} работает вместе с организацией {other:name}",
    "ground-between": "организации {name:name} и {other:name} работают с организацией {between:name}; "
    "эту группу уже "
    "охватывает {other:name}",
    "ground-same-place": "общее место: {place:name}",
    "ground-same-group": "обе организации охватывают группу {group:name}",
    "ground-worked": "уже работали вместе: {what} ({status})",
    "ground-partners": "у организации {name:name} {count:active-partner}",
    "ground-no-partners": "у организации {name:name} нет действующих партнёров",
    "past-tried": "{name:name}{by} для группы {group:name}{where}{kind}: {status}",
    "past-there": "раньше было: {name:name} для группы {group:name}{where}{kind} ({status})",
    "past-by": " (кто вёл: {name:name})",
    "past-in": " (место: {place:name})",
    "past-kind": " ({kind})",
    "cell": "{group}{where}{through}",
    "cell-in": " (место: {place:name})",
    "cell-through": ", вид: {kind}",
}
