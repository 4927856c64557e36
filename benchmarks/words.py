"""The words that the made-up country is made of."""

from __future__ import annotations

TOWNS = (
    ("Omsk", "Омск"), ("Tara", "Тара"), ("Tomsk", "Томск"), ("Perm", "Пермь"), ("Tver", "Тверь"),
    ("Oryol", "Орёл"), ("Chita", "Чита"), ("Ufa", "Уфа"), ("Kursk", "Курск"), ("Penza", "Пенза"),
    ("Pskov", "Псков"), ("Ryazan", "Рязань"), ("Samara", "Самара"), ("Tula", "Тула"), ("Yelets", "Елец"),
)  # fmt: skip
BODIES = (
    ("College of inclusive education", "Колледж инклюзивного образования"),
    ("School", "Средняя общеобразовательная школа"),
    ("Technical university", "Технический университет"),
    ("Employment service", "Центр занятости населения"),
    ("Care home", "Психоневрологический интернат"),
    ("Engineering works", "Машиностроительный завод"),
)
BODY_KINDS = (
    "school", "school", "special-school", "vocational-college", "vocational-college", "university",
    "employer", "employment-service", "residential-care-home", "foundation", "disabled-peoples-organisation",
)  # fmt: skip
UNITS = (
    ("Resource centre", "Ресурсный центр"),
    ("Workshop", "Учебная мастерская"),
    ("Counselling service", "Консультационная служба"),
)
UNIT_KINDS = ("resource-centre", "workshop", "counselling-centre", "career-centre", "media-centre")
COURSES = (
    ("Welding", "Сварочное производство"),
    ("Cookery", "Поварское дело"),
    ("Sewing", "Швейное производство"),
    ("Sign language", "Русский жестовый язык"),
    ("Office software", "Офисные программы"),
)
COURSE_KINDS = (
    "vocational-training", "vocational-training", "adapted-educational-programme", "career-guidance",
    "vocational-retraining", "supported-employment", "rehabilitation",
)  # fmt: skip
VENTURES = (
    ("Joint project", "Совместный проект"),
    ("Championship", "Чемпионат «Абилимпикс»"),
    ("Network agreement", "Договор о сетевой форме"),
)
VENTURE_KINDS = ("project", "project", "project", "social-project", "championship", "network-form-agreement")
PEOPLE = (("Learners", "Обучающиеся"), ("Young people", "Молодые люди"), ("Residents", "Проживающие"))
PEOPLE_KINDS = ("learners", "students", "residents", "people-with-hearing-impairments", "job-seekers")
PAPERS = (("Annual report", "Годовой отчёт"), ("Register", "Реестр"), ("Press release", "Пресс-релиз"))
PAPER_KINDS = ("report", "register", "press-release", "legal-act")
SOURCE_TYPES = ("self-declaration", "official-register", "third-party")
CONFIDENCES = ("high", "moderate", "low")
STATUSES = (
    "active",
    "active",
    "active",
    "active",
    "active",
    "discussed",
    "planned",
    "suspended",
    "completed",
)
TIES = (
    "partners-with", "cooperates-with", "cooperates-with", "advises", "funds", "refers-learners-to",
    "trains-staff-of", "hires-graduates-of", "gives-placements-to",
)  # fmt: skip
ROLES = ("host", "organiser", "party", "participant", "participant", "funding", "technical-partner")
DESCRIPTIONS = (
    "Teaches and supports learners with a disability, on the premises and from afar.",
    "Обучение и сопровождение лиц с инвалидностью и ограниченными возможностями здоровья.",
    "Adapted workplaces, tutors and a barrier-free hostel.",
    "Адаптированные рабочие места, тьюторы и доступное общежитие; приём ведётся круглый год.",
)


def inn(number: int) -> str:
    """Return the INN whose first nine digits are a number: the tenth is a check digit."""
    digits = f"{number:09d}"
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
    return f"{digits}{total % 11 % 10}"
