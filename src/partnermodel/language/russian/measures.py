"""The words of the measures of graphs that are tables, in Russian."""

from __future__ import annotations

TEXTS = {
    "krackhardt": "Измерения иерархии по Кракхардту",
    "krackhardt-connectedness": "связность",
    "krackhardt-hierarchy": "иерархичность",
    "krackhardt-efficiency": "экономность",
    "krackhardt-least-upper-bound": "единоначалие (наименьшая верхняя граница)",
    "distances": "Расстояния упорядоченных пар",
    "no-path": "пути нет",
    "mean-distance": "Среднее расстояние: {mean}.",
}
