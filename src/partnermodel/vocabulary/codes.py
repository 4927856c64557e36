"""The standard codes, as constants: what an editor completes and a type checker knows.

A field takes any string in kebab-case; these are the ones that every model knows.
"""

from __future__ import annotations

from enum import StrEnum


class OrganisationKind(StrEnum):
    """What sort of body an organisation is."""

    PUBLIC_AUTHORITY = "public-authority"
    FEDERAL_AUTHORITY = "federal-authority"
    REGIONAL_AUTHORITY = "regional-authority"
    MUNICIPAL_AUTHORITY = "municipal-authority"
    EDUCATION_SYSTEM = "education-system"
    EDUCATIONAL_INSTITUTION = "educational-institution"
    KINDERGARTEN = "kindergarten"
    SCHOOL = "school"
    SPECIAL_SCHOOL = "special-school"
    BOARDING_SCHOOL = "boarding-school"
    VOCATIONAL_COLLEGE = "vocational-college"
    UNIVERSITY = "university"
    SUPPLEMENTARY_EDUCATION_INSTITUTION = "supplementary-education-institution"
    SPORT_ORGANISATION = "sport-organisation"
    SPORT_TRAINING_CENTRE = "sport-training-centre"
    SOCIAL_CARE_INSTITUTION = "social-care-institution"
    STATIONARY_CARE_INSTITUTION = "stationary-care-institution"
    RESIDENTIAL_CARE_HOME = "residential-care-home"
    PSYCHONEUROLOGICAL_INSTITUTION = "psychoneurological-institution"
    REHABILITATION_CENTRE = "rehabilitation-centre"
    MEDICAL_INSTITUTION = "medical-institution"
    MEDICO_SOCIAL_EXAMINATION_BUREAU = "medico-social-examination-bureau"
    PSYCHOLOGICAL_MEDICAL_PEDAGOGICAL_COMMISSION = "psychological-medical-pedagogical-commission"
    EMPLOYMENT_SERVICE = "employment-service"
    EMPLOYER = "employer"
    SHELTERED_EMPLOYER = "sheltered-employer"
    RESOURCE_CENTRE = "resource-centre"
    ADVANCED_VOCATIONAL_TRAINING_CENTRE = "advanced-vocational-training-centre"
    NON_GOVERNMENTAL_ORGANISATION = "non-governmental-organisation"
    DISABLED_PEOPLES_ORGANISATION = "disabled-peoples-organisation"
    PARENTS_ORGANISATION = "parents-organisation"
    VOLUNTEER_ORGANISATION = "volunteer-organisation"
    FOUNDATION = "foundation"
    ASSOCIATION = "association"
    TRADE_UNION = "trade-union"
    CULTURAL_INSTITUTION = "cultural-institution"
    LIBRARY = "library"
    RESEARCH_INSTITUTE = "research-institute"
    MEDIA_ORGANISATION = "media-organisation"


class CentreKind(StrEnum):
    """What sort of unit or facility a centre is."""

    INCLUSIVE_EDUCATION_CENTRE = "inclusive-education-centre"
    INCLUSIVE_VOCATIONAL_EDUCATION_CENTRE = "inclusive-vocational-education-centre"
    ABILYMPICS_CENTRE = "abilympics-centre"
    RESOURCE_CENTRE = "resource-centre"
    CAREER_CENTRE = "career-centre"
    SUPPORT_SERVICE = "support-service"
    COUNSELLING_CENTRE = "counselling-centre"
    MEDIA_CENTRE = "media-centre"
    STUDIO = "studio"
    TELEVISION_STUDIO = "television-studio"
    RADIO_STUDIO = "radio-studio"
    RECORDING_STUDIO = "recording-studio"
    CREATIVE_STUDIO = "creative-studio"
    CULTURE_AND_LEISURE_CENTRE = "culture-and-leisure-centre"
    SPORTS_AND_HEALTH_COMPLEX = "sports-and-health-complex"
    SPORTS_SECTION = "sports-section"
    WORKSHOP = "workshop"
    DEMONSTRATION_EXAM_SITE = "demonstration-exam-site"
    LABORATORY = "laboratory"
    DORMITORY = "dormitory"


class ProgrammeKind(StrEnum):
    """What sort of programme it is."""

    TRAINING_PROGRAMME = "training-programme"
    TRAINING_DIRECTION = "training-direction"
    ADAPTED_EDUCATIONAL_PROGRAMME = "adapted-educational-programme"
    GENERAL_EDUCATION = "general-education"
    SECONDARY_VOCATIONAL_EDUCATION = "secondary-vocational-education"
    SKILLED_WORKERS_PROGRAMME = "skilled-workers-programme"
    MID_LEVEL_SPECIALISTS_PROGRAMME = "mid-level-specialists-programme"
    HIGHER_EDUCATION = "higher-education"
    VOCATIONAL_TRAINING = "vocational-training"
    FIRST_VOCATIONAL_TRAINING = "first-vocational-training"
    VOCATIONAL_RETRAINING = "vocational-retraining"
    VOCATIONAL_UPSKILLING = "vocational-upskilling"
    SUPPLEMENTARY_EDUCATION = "supplementary-education"
    STAFF_TRAINING = "staff-training"
    CAREER_GUIDANCE = "career-guidance"
    WORK_PLACEMENT = "work-placement"
    SUPPORTED_EMPLOYMENT = "supported-employment"
    MENTORING = "mentoring"
    PSYCHOLOGICAL_SUPPORT = "psychological-support"
    REHABILITATION = "rehabilitation"
    LEISURE_PROGRAMME = "leisure-programme"


class InitiativeKind(StrEnum):
    """What sort of initiative it is."""

    PROJECT = "project"
    VOLUNTEER_PROJECT = "volunteer-project"
    INCLUSIVE_VOLUNTEERING = "inclusive-volunteering"
    SOCIAL_PROJECT = "social-project"
    JOINT_TRAINING = "joint-training"
    EXPERIENCE_EXCHANGE = "experience-exchange"
    EVENT = "event"
    VISIT = "visit"
    CHAMPIONSHIP = "championship"
    CONFERENCE = "conference"
    CONCERT_TRIP = "concert-trip"
    MOVEMENT = "movement"
    PARTNERSHIP = "partnership"
    AGREEMENT = "agreement"
    NETWORK_FORM_AGREEMENT = "network-form-agreement"
    WORKING_GROUP = "working-group"
    CAMPAIGN = "campaign"


class GroupKind(StrEnum):
    """Whom a group consists of. Not an official list, and never one person."""

    PEOPLE_WITH_DISABILITY = "people-with-disability"
    PEOPLE_WITH_LIMITED_HEALTH_CAPACITIES = "people-with-limited-health-capacities"
    PEOPLE_WITH_VISUAL_IMPAIRMENTS = "people-with-visual-impairments"
    PEOPLE_WITH_HEARING_IMPAIRMENTS = "people-with-hearing-impairments"
    PEOPLE_WITH_MUSCULOSKELETAL_IMPAIRMENTS = "people-with-musculoskeletal-impairments"
    PEOPLE_WITH_INTELLECTUAL_IMPAIRMENTS = "people-with-intellectual-impairments"
    PEOPLE_WITH_COMPLEX_IMPAIRMENTS = "people-with-complex-impairments"
    PEOPLE_WITH_OTHER_HEALTH_CONDITIONS = "people-with-other-health-conditions"
    RESIDENTS = "residents"
    LEARNERS = "learners"
    PUPILS = "pupils"
    STUDENTS = "students"
    GRADUATES = "graduates"
    YOUNG_PEOPLE = "young-people"
    PARENTS = "parents"
    SPECIALISTS = "specialists"
    TEACHERS = "teachers"
    VOLUNTEERS = "volunteers"
    JOB_SEEKERS = "job-seekers"


class PlaceKind(StrEnum):
    """What sort of place it is."""

    COUNTRY = "country"
    REGION = "region"
    MUNICIPALITY = "municipality"
    SETTLEMENT = "settlement"
    DISTRICT = "district"


class DocumentKind(StrEnum):
    """What sort of document it is."""

    PRESS_RELEASE = "press-release"
    NEWS_ARTICLE = "news-article"
    REPORT = "report"
    LEGAL_ACT = "legal-act"
    AGREEMENT_TEXT = "agreement-text"
    REGISTER = "register"
    STATISTICAL_FORM = "statistical-form"
    WEB_PAGE = "web-page"
    SURVEY = "survey"
    INTERVIEW = "interview"
    MINUTES = "minutes"


class StatementKind(StrEnum):
    """What sort of thing is said."""

    CLAIM = "claim"
    MISSION = "mission"
    PURPOSE = "purpose"
    EXPECTED_OUTCOME = "expected-outcome"
    FINDING = "finding"
    TOPIC = "topic"
    NEED = "need"


class Role(StrEnum):
    """In what capacity a party takes part."""

    HOST = "host"
    ORGANISER = "organiser"
    PARTY = "party"
    PARTICIPANT = "participant"
    REPRESENTATIVE = "representative"
    BENEFICIARY = "beneficiary"
    PERFORMER = "performer"
    SITE = "site"
    FUNDING = "funding"
    ACCOUNTABLE = "accountable"
    EXTENDING = "extending"
    IMPLEMENTING = "implementing"
    TECHNICAL_PARTNER = "technical-partner"
    BASE_ORGANISATION = "base-organisation"
    EMPHASIS = "emphasis"
    FIRST_DEPUTY_MINISTER = "first-deputy-minister"
    MINISTER = "minister"
    DIRECTOR = "director"


class Status(StrEnum):
    """How far a thing has come. *Discussed* is not *active*."""

    DISCUSSED = "discussed"
    PLANNED = "planned"
    EXPECTED = "expected"
    AGREED = "agreed"
    ACTIVE = "active"
    EXISTS = "exists"
    SUSPENDED = "suspended"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    NOT_PURSUED = "not-pursued"
    UNKNOWN = "unknown"


class Confidence(StrEnum):
    """How sure it is that a source is right (the levels of GRADE)."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"


class SourceType(StrEnum):
    """Who stands behind a document (after the Beneficial Ownership Data Standard)."""

    SELF_DECLARATION = "self-declaration"
    OFFICIAL_REGISTER = "official-register"
    THIRD_PARTY = "third-party"
    PRIMARY_RESEARCH = "primary-research"
    VERIFIED = "verified"


class RelationKind(StrEnum):
    """What one end of a relation is or does to the other."""

    PARTNERS_WITH = "partners-with"
    COOPERATES_WITH = "cooperates-with"
    FUNDS = "funds"
    SUPERVISES = "supervises"
    ADVISES = "advises"
    TRAINS_STAFF_OF = "trains-staff-of"
    REFERS_LEARNERS_TO = "refers-learners-to"
    GIVES_PLACEMENTS_TO = "gives-placements-to"
    HIRES_GRADUATES_OF = "hires-graduates-of"
    PARTICIPATES_IN = "participates-in"
    HOSTS = "hosts"
    OFFERS = "offers"
    SERVES = "serves"
    PART_OF = "part-of"
    LOCATED_IN = "located-in"
    RESPONSIBLE_FOR = "responsible-for"
    MEMBER_OF = "member-of"
    HOLDS_POST_AT = "holds-post-at"
    REGIONAL_CENTRE_OF = "regional-centre-of"
    HAS_ON_AGENDA = "has-on-agenda"
    AIMS_AT = "aims-at"
    ABOUT = "about"
    OVERLAPS = "overlaps"
    PUBLISHED_BY = "published-by"
    SUCCEEDS = "succeeds"
