"""Whatever is said of faults and doubts is said in every language that the library speaks."""

from __future__ import annotations

import pickle
import re
from string import Formatter

import attrs
import pytest
from hypothesis import given
from tests.language.sources import bare_sentences, templates
from tests.language.test_speech import FORMS
from tests.strategies import dates, lines, models
from tests.test_wording import sentences

from partnermodel import Issue, Organisation, PartnerModel, check
from partnermodel.errors import (
    WORDED_AT_MOST,
    IntegrityError,
    InvalidRecordError,
    MissingExtraError,
    UnknownIdError,
    UnknownTermError,
    did_you_mean,
)
from partnermodel.language.grammar import Tongue, Word
from partnermodel.language.retelling import retold
from partnermodel.language.speech import TONGUES
from partnermodel.wording import Worded, worded

OTHERS = [pytest.param(tongue, id=tag) for tag, tongue in TONGUES.items() if tag != "en"]
TEMPLATES = templates()
CASES = {field.name for field in attrs.fields(Word)} - {"gender"}


def gaps(template: str) -> list[tuple[str, str]]:
    """Return the gaps of a template, each with how it is filled."""
    return [(gap, how or "") for _, gap, how, _ in Formatter().parse(template) if gap is not None]


def has_a_word(template: str) -> bool:
    """Return whether anything is to be said in another way in another language."""
    return re.search(r"[^\W\d_]", "".join(text for text, *_ in Formatter().parse(template))) is not None


def test_no_sentence_is_said_in_one_language_only() -> None:
    """Whatever an error or an issue is made of is worded, and can be told again."""
    assert sorted(set(bare_sentences())) == []


@pytest.mark.parametrize("tongue", OTHERS)
def test_every_message_has_its_translation_and_every_translation_its_message(tongue: Tongue) -> None:
    """A catalogue has all templates of the source that have a word in them, and no other."""
    wanted = {template for template in TEMPLATES if has_a_word(template)}
    assert {template: TEMPLATES[template] for template in wanted - tongue.messages.keys()} == {}
    assert tongue.messages.keys() - wanted == set()


@pytest.mark.parametrize("tongue", OTHERS)
def test_a_translation_has_the_gaps_of_its_message(tongue: Tongue) -> None:
    """No gap is lost and none is made up; each is filled as it is, in a case, or by what agrees with it."""
    for template, found in tongue.messages.items():
        if isinstance(found, Word):
            assert not gaps(template)
            assert all(attrs.astuple(found)[:3])
            continue
        assert found.strip()
        assert {gap for gap, _ in gaps(found)} == {gap for gap, _ in gaps(template)}, template
        for _, how in gaps(found):
            assert how == "" or how in CASES or how.startswith("|"), template
            if how.startswith("|"):
                assert len(how[1:].split("|")) == len(FORMS[tongue.tag]), template


@pytest.mark.parametrize("tongue", OTHERS)
def test_a_translation_ends_as_its_message_does(tongue: Tongue) -> None:
    """A clause stays a clause and a sentence a sentence: the mark at the end is the same."""
    for template, found in tongue.messages.items():
        text = found.nominative if isinstance(found, Word) else found
        ends = template[-1:] if template[-1:] in ".:?" else ""
        if template.startswith(("Got unexpected", "No such option:", "(Possible")):
            continue  # click ends them without a full stop
        if template.endswith(("or .. for an end that is open.", "to read it.")):
            continue
        assert (text[-1:] if text[-1:] in ".:?" else "") == ends, template


@given(sentences())
def test_english_is_the_text_itself(sentence: Worded) -> None:
    """Told in English, a message is the same, and plain text to the last letter."""
    told = retold(sentence)
    assert told == sentence
    assert type(told) is str


@given(lines())
def test_what_others_say_stays_as_it_is(text: str) -> None:
    """A message that the library has not worded is the same in every language."""
    issue = Issue("mine", "$", message=text, hint=text)
    assert retold(issue, language="ru") == issue
    assert retold(text, language="ru") == text
    assert str(retold(ValueError(text), language="ru")) == text


@given(lines())
def test_a_message_without_a_translation_stays_english_with_all_that_is_in_it(text: str) -> None:
    """A half of a sentence in another language would be worse than none."""
    sentence = worded("never said before: {thing}, {text}", thing=worded("a number"), text=text)
    assert retold(sentence, language="ru") == str(sentence)


@given(lines(), lines())
def test_what_is_quoted_is_not_translated(id: str, near: str) -> None:
    """A template in a quoted text is no template, and a word in it no word of ours."""
    for text in (id, "{near}", "record", "{", "a text"):
        sentence = worded('Did you mean "{near}"?', near=text)
        assert retold(sentence, language="ru") == f'Возможно, вы имели в виду "{text}"?'


def test_words_agree() -> None:
    """Numbers, genders and cases agree in Russian, to any depth."""
    for number, said in ((1, "1 день"), (22, "22 дня"), (30, "30 дней")):
        assert retold(worded("that month has {last} days", last=number), language="ru").endswith(said)
    for scheme, said in (("centre", "найден"), ("organisation", "найдена"), ("place", "найдено")):
        noun = {"centre": worded("centre"), "organisation": worded("organisation"), "place": worded("place")}
        sentence = worded("no {noun} has the id {id}", noun=noun[scheme], id='"a"')
        assert retold(sentence, language="ru").endswith(f" не {said}")
    hint = worded("Add the {noun}, or correct the id.", noun=worded("entity"))
    assert retold(hint, language="ru").startswith("Добавьте сущность ")
    assert (
        retold(did_you_mean("scool", ["school"]), language="ru-RU") == 'Возможно, вы имели в виду "school"?'
    )


def test_an_error_is_told_with_all_that_is_in_it() -> None:
    """Class, place, issues and the line for those that are not written out survive, and pickle."""
    with pytest.raises(InvalidRecordError) as caught:
        Organisation("a b", "", size=-1)
    told = retold(caught.value, language="ru")
    assert type(told) is InvalidRecordError
    assert told.place == caught.value.place == 'Organisation("a b")'
    assert [issue.code for issue in told.issues] == [issue.code for issue in caught.value.issues]
    assert told.heading == "не удалось создать Organisation:"
    assert (
        str(told.issues[2]) == 'Organisation("a b").size: -1 меньше 0. Укажите 0 или больше. [out-of-range]'
    )
    assert str(pickle.loads(pickle.dumps(told))) == str(told)
    assert str(caught.value).startswith("this Organisation cannot be made:")
    many = IntegrityError("many", [Issue("a", "$", message=worded("a number"))] * (WORDED_AT_MOST + 7))
    assert str(many).endswith("… and 7 more")
    told_many = retold(many, language="ru")
    for again in (told_many, pickle.loads(pickle.dumps(told_many))):
        assert str(again).endswith("… и ещё 7")
        assert str(again.issues[0]) == "$: число. [a]"


def test_every_sort_of_error_can_be_told() -> None:
    """What Python knows as a KeyError, an ImportError, a ValueError or an OSError is one afterwards, too."""
    with pytest.raises(UnknownIdError) as unknown:
        PartnerModel("Town").organisations["a"]
    assert str(retold(unknown.value, language="ru")) == 'организация с идентификатором "a" не найдена.'
    with pytest.raises(UnknownTermError) as no_term:
        PartnerModel("Town").vocabulary.term("status", "actve")
    assert str(retold(no_term.value, language="ru")) == (
        'В схеме status нет кода "actve". Возможно, вы имели в виду "active"?'
    )
    missing = MissingExtraError(worded("it is closed"))
    assert isinstance(retold(missing, language="ru"), ImportError)
    assert str(retold(OSError(22, worded("it is closed"), "a"), language="ru")) == "[Errno 22] он закрыт: 'a'"
    assert str(retold(ValueError(worded("it is closed")), language="ru")) == "он закрыт"
    with pytest.raises(UnknownTermError):
        retold(missing, language="tlh")


CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)


@given(models(), dates())
def test_every_doubt_is_told_in_russian(model: PartnerModel, day: str) -> None:
    """Whatever is doubtful, message and hint are worded, and told in Russian they are other words."""
    for issue in check(model, as_of=day):
        for text, said in (
            (issue.message, retold(issue, language="ru").message),
            (issue.hint, retold(issue, language="ru").hint),
        ):
            assert isinstance(text, Worded)
            assert said != text
            assert CYRILLIC.search(said)
