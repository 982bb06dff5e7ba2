"""Entities: which names are one, and which are not."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.entities import assign, link
from rashomon.model import Name


def name(text: str, kind: str = "person", *, alias: str | None = None, role: str | None = None) -> Name:
    return Name(start=0, end=len(text), text=text, kind=kind, alias=alias, role=role)


def same(links: object, *places: tuple[str, str]) -> bool:
    of = links.of  # type: ignore[attr-defined]
    return len({of[article][text] for article, text in places}) == 1


def test_scripts_of_one_name_are_one() -> None:
    links = link({"a": [name("贝伦科夫")], "b": [name("貝倫科夫")]})
    assert same(links, ("a", "贝伦科夫"), ("b", "貝倫科夫"))
    assert links.entities[0].forms == ("貝倫科夫", "贝伦科夫")


def test_a_latin_form_beside_both_binds_them() -> None:
    links = link({"a": [name("贝伦科夫", alias="Aliya Berenkova")], "b": [name("白連可夫", alias="Aliya Berénkova")]})
    assert same(links, ("a", "贝伦科夫"), ("b", "白連可夫"))


def test_sound_alone_binds_nothing() -> None:
    links = link({"a": [name("贝伦科夫")], "b": [name("贝轮柯夫")]})
    assert not same(links, ("a", "贝伦科夫"), ("b", "贝轮柯夫"))


def test_an_acronym_that_two_names_bear_binds_neither() -> None:
    links = link({"a": [name("岚海广播公司", "organisation", alias="LBC")], "b": [name("澜口广播公司", "organisation", alias="LBC")]})
    assert not same(links, ("a", "岚海广播公司"), ("b", "澜口广播公司"))


def test_countries_are_one_in_all_regions() -> None:
    links = link({"a": [name("新西兰", "place")], "b": [name("紐西蘭", "place")], "c": [name("New Zealand", "place")]})
    assert same(links, ("a", "新西兰"), ("b", "紐西蘭"), ("c", "New Zealand"))
    assert links.entities[0].id == "place:NZ"


def test_a_last_name_goes_to_the_only_whole_name_beside_it() -> None:
    links = link({"a": [name("阿利亚·贝伦科夫"), name("贝伦科夫")], "b": [name("贝伦科夫")]})
    assert same(links, ("a", "阿利亚·贝伦科夫"), ("a", "贝伦科夫"), ("b", "贝伦科夫"))


def test_a_last_name_of_two_people_goes_to_neither() -> None:
    links = link({"a": [name("阿利亚·贝伦科夫"), name("贝伦科夫")], "b": [name("奥列格·贝伦科夫"), name("贝伦科夫")]})
    assert not same(links, ("a", "阿利亚·贝伦科夫"), ("b", "奥列格·贝伦科夫"))


def test_aliases_seen_elsewhere_count() -> None:
    links = link({"a": [name("贝伦科夫")], "b": [name("白連可夫")]}, aliases={"贝伦科夫": {"Berenkova": 3}, "白連可夫": {"Berenkova": 1}})
    assert same(links, ("a", "贝伦科夫"), ("b", "白連可夫"))


def test_spellings_that_are_alike_bind_and_others_do_not() -> None:
    names = {
        "a": [name("贝伦科夫", alias="Aliya Berenkova")],
        "b": [name("贝伦科夫", alias="Alija Berenkowa")],
        "c": [name("别连科夫", alias="Alija Berenkowa")],
        "d": [name("贝伦科夫", alias="Marek Berenkova")],
    }
    assert not same(link(names), ("a", "贝伦科夫"), ("d", "贝伦科夫"))
    del names["d"]
    links = link(names)
    assert same(links, ("a", "贝伦科夫"), ("b", "贝伦科夫"), ("c", "别连科夫"))


def test_a_bare_name_of_two_people_is_whom_its_article_names() -> None:
    links = link(
        {
            "a": [name("索尔丹", alias="Marek Soldan")],
            "b": [name("索尔丹", alias="Irina Soldan")],
            "c": [name("马雷克·索尔丹", alias="Marek Soldan")],
            "d": [name("伊琳娜·索尔丹", alias="Irina Soldan"), name("索尔丹")],
            "e": [name("索尔丹")],
        }
    )
    assert same(links, ("a", "索尔丹"), ("c", "马雷克·索尔丹"))
    assert same(links, ("b", "索尔丹"), ("d", "索尔丹"), ("d", "伊琳娜·索尔丹"))
    assert not same(links, ("e", "索尔丹"), ("a", "索尔丹"))
    assert not same(links, ("e", "索尔丹"), ("b", "索尔丹"))


def test_one_office_and_one_sound_are_one_person() -> None:
    links = link(
        {"a": [name("泽列斯基", role="乌克兰总理")], "b": [name("哲列斯基", role="烏克蘭總理")], "c": [name("泽列斯基", role="波兰总理")]}
    )
    assert same(links, ("a", "泽列斯基"), ("b", "哲列斯基"))
    apart = link({"a": [name("泽列斯基", role="乌克兰总理")], "b": [name("哲列斯基", role="波兰总统")]})
    assert not same(apart, ("a", "泽列斯基"), ("b", "哲列斯基"))


def test_bodies_are_one_in_all_their_forms() -> None:
    forms = ["世界卫生组织", "世衛組織", "世卫", "WHO"]
    links = link({str(i): [name(form, "organisation")] for i, form in enumerate(forms)})
    assert same(links, *((str(i), form) for i, form in enumerate(forms)))


def test_a_body_of_one_country_is_the_same_without_it() -> None:
    one = {str(i): [name("北马其顿渔务署", "organisation")] for i in range(3)} | {"x": [name("渔务署", "organisation")]}
    assert same(link(one), ("0", "北马其顿渔务署"), ("x", "渔务署"))
    two = one | {"y": [name("挪威渔务署", "organisation")]}
    assert not same(link(two), ("0", "北马其顿渔务署"), ("x", "渔务署"))


def test_assign_gives_names_their_entities() -> None:
    links = link({"a": [name("紐西蘭", "place")]})
    assert assign([name("紐西蘭", "place"), name("无名")], links, "a")[0].entity == "place:NZ"
    assert assign([name("无名")], links, "a")[0].entity is None


FORMS = st.sampled_from(["贝伦科夫", "貝倫科夫", "阿利亚·贝伦科夫", "白連可夫", "林岸", "林岸·贝"])
NAMES = st.builds(lambda text, alias: name(text, alias=alias), FORMS, st.sampled_from([None, "Berenkova", "Lin", "LBC"]))


@given(st.dictionaries(st.sampled_from("abcd"), st.lists(NAMES, max_size=5), max_size=4), st.randoms())
def test_order_never_matters(names: dict[str, list[Name]], chance: object) -> None:
    turned = list(names.items())
    chance.shuffle(turned)  # type: ignore[attr-defined]
    shuffled = {article: list(reversed(found)) for article, found in turned}
    assert link(names) == link(shuffled)
