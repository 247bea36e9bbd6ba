from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clause_auditor.domain.contract import ClauseMark, Contract, Document
from clause_auditor.domain.provision import Place, ProvisionKind
from clause_auditor.text import split_contract
from clause_auditor.text.words import fold

from .splitting import find, own, split, statements, stems


def test_a_list_item_carries_its_stem() -> None:
    text = "The Vendor shall:\n\n(a) keep the data secret;\n(b) delete it at the end."
    item = find(text, "delete it")
    assert stems(text, item) == ["The Vendor shall"]
    assert item.words == ("the", "vendor", "shall", "delete", "it", "at", "the", "end")
    assert item.own == 3
    assert 3 in item.breaks
    assert item.kind is ProvisionKind.ITEM


def test_nested_items_carry_all_stems_outermost_first() -> None:
    text = "Vendor shall ensure that staff:\n- are trained in:\n  - privacy law\n  - security\n- sign a pledge."
    inner = find(text, "security")
    assert stems(text, inner) == ["Vendor shall ensure that staff", "are trained in"]
    assert stems(text, find(text, "sign a pledge")) == ["Vendor shall ensure that staff"]


def test_a_list_in_a_sentence_gives_a_provision_each() -> None:
    text = "4.1 Vendor shall (a) restrict access to staff; (b) log every access; and (c) review the logs."
    items = [one for one in statements(text) if one.kind is ProvisionKind.ITEM and len(one.spans) == 2]
    assert [one.clause for one in items] == ["4.1(a)", "4.1(b)", "4.1(c)"]
    assert {stems(text, one)[0] for one in items} == {"Vendor shall"}


def test_a_heading_that_leads_into_a_list_is_its_stem() -> None:
    text = "# Terms\n\n## 3. The Processor agrees to:\n\n3.1. keep records of access\n\n3.2. answer questions in time\n"
    item = find(text, "answer questions")
    assert stems(text, item) == ["3. The Processor agrees to"] or stems(text, item) == ["The Processor agrees to"]
    assert item.clause == "3.2"


def test_run_in_titles_become_headings_and_leave_the_words() -> None:
    text = "The Processor agrees to:\n\n3.1. Secrecy: Keep the data secret.\n\n3.2. Return: Give the data back.\n"
    item = find(text, "Give the data back")
    assert item.headings[-1] == "Return"
    assert stems(text, item) == ["The Processor agrees to"]


def test_emphasised_run_in_titles_are_headings() -> None:
    text = "**5.1 Audits.** Customer may audit the vendor once a year.\n"
    provision = find(text, "Customer may audit")
    assert provision.clause == "5.1"
    assert provision.headings[-1] == "Audits"


@pytest.mark.parametrize("mark", ["**", ""])
def test_long_run_in_titles_are_headings_and_say_nothing_themselves(mark: str) -> None:
    title = "Limited Leave to Sell the Personal Data of Patients and of Other Persons."
    text = f"{mark}7.3. {title}{mark} Customer shall let Vendor see the boards.\n"
    assert [own(text, one) for one in statements(text)] == ["Customer shall let Vendor see the boards."]
    assert find(text, "Customer shall").headings[-1] == title.rstrip(".")


def test_a_short_numbered_sentence_is_no_title() -> None:
    text = "7.3. Vendor keeps the personal data of all patients secret and safe always. Customer helps.\n"
    assert len(statements(text)) == 2


def test_items_without_a_mark_hang_on_the_stem_before() -> None:
    text = (
        "2.1. Data is processed only for these purposes:\n\nTo run the service.\nTo bill the"
        " customer.\n2.2. Vendor shall not sell data.\n"
    )
    assert stems(text, find(text, "To bill")) == ["Data is processed only for these purposes"]
    assert stems(text, find(text, "Vendor shall not")) == []


def test_a_full_sentence_does_not_hang_on_a_bare_verb() -> None:
    text = (
        "Processor shall:\n\n7.1) notify the customer of requests;\n\n7.2) The Parties acknowledge that links expire.\n"
    )
    assert stems(text, find(text, "The Parties")) == []
    assert stems(text, find(text, "notify")) == ["Processor shall"]


def test_a_second_stem_takes_over_within_one_run_of_letters() -> None:
    text = (
        "### 4.8 Audit\n\nThe Processor shall:\n\n(a) give information;\n\n(b) allow audits.\n\nThe"
        " Controller shall:\n\n(c) give notice first.\n"
    )
    assert stems(text, find(text, "give notice")) == ["The Controller shall"]
    assert find(text, "give notice").clause == "4.8(c)"


def test_list_runs_on_over_a_paragraph() -> None:
    text = "Vendor shall:\n\n(a) keep logs.\n\n    The logs stay for a year.\n\n(b) share logs on request.\n"
    assert stems(text, find(text, "share logs")) == ["Vendor shall"]
    assert find(text, "share logs").clause == "(b)"


@pytest.mark.parametrize(
    ("text", "beginning", "clause"),
    [
        ("# 4. Care\n\n4.2 It keeps data safe.\n", "It keeps", "4.2"),
        ("4. Care\n    2. Safety. It keeps data safe.\n        b. It locks doors.\n", "It locks", "4.2(b)"),
        ("## 4. Care\n\n1. First point here is made.\n2. It keeps data safe.\n", "It keeps", "4.2"),
        ("## Article 5 \u2013 Care\n\n(a) It keeps data safe.\n", "It keeps", "5(a)"),
        ("4.2(b)(iii) It keeps data safe.\n", "It keeps", "4.2(b)(iii)"),
        ("## Care\n\nIt keeps data safe.\n", "It keeps", "Care"),
        ("II. CARE\n\na. It keeps data safe.\n", "It keeps", "II(a)"),
        ("\u00a7 5 Care\n\nIt keeps data safe.\n", "It keeps", "5"),
        (
            "# Main\n\n## 1. Start\n\nText stands here.\n\n## Annex II\n\n3. It keeps data safe.\n",
            "It keeps",
            "Annex II, 3",
        ),
    ],
)
def test_clauses_are_cited_as_a_lawyer_does(text: str, beginning: str, clause: str) -> None:
    assert find(text, beginning).clause == clause


def test_a_letter_after_h_is_a_letter_and_a_first_i_is_a_numeral() -> None:
    lines = "".join(f"({letter}) point {letter} of many things\n" for letter in "abcdefgh")
    text = f"Vendor shall:\n{lines}(i) point nine of many things\n(j) point ten of many things\n"
    assert find(text, "point ten").clause == "(j)"
    nested = (
        "1. Vendor shall:\n   (a) do this:\n      (i) first part of it\n      (ii) second part of it\n  "
        " (b) do that too\n"
    )
    assert find(nested, "second part").clause == "1(a)(ii)"
    assert find(nested, "do that").clause == "1(b)"


@pytest.mark.parametrize(
    "title",
    [
        "# Security",
        "Security\n========",
        "**Security**",
        "SECURITY",
        "1. Security",
        "Article 5 - Security",
        "Section 3. Security",
    ],
)
def test_titles_of_every_kind_are_headings(title: str) -> None:
    text = f"Opening words stand here first.\n\n{title}\n\nThe vendor keeps data safe.\n"
    assert find(text, "The vendor").headings[-1].casefold() == "security"


def test_a_numbered_list_of_short_items_is_no_row_of_headings() -> None:
    text = "Data held:\n\n1. Employee names\n2. Dates of birth\n3. Salary figures\n"
    assert stems(text, find(text, "Dates of birth")) == ["Data held"]


def test_places_follow_headings() -> None:
    text = (
        "# Agreement\n\n## Background\n\nThe customer buys a service.\n\n## 1. Definitions\n\nWords"
        " have meanings here.\n\n"
        "## 2. Duties\n\nThe vendor works well.\n\n## Annex I\n\nA list of tools follows here.\n\n###"
        " Tools\n\nA hammer is used.\n"
    )
    places = {own(text, one)[:12]: one.place for one in statements(text)}
    assert places == {
        "The customer": Place.RECITAL,
        "Words have m": Place.DEFINITIONS,
        "The vendor w": Place.BODY,
        "A list of to": Place.ANNEX,
        "A hammer is ": Place.ANNEX,
    }


def test_whereas_opens_recitals_until_the_parties_agree() -> None:
    text = (
        "WHEREAS, the customer buys a service;\n\nNOW, THEREFORE, the parties agree as follows.\n\nThe"
        " vendor works well.\n"
    )
    assert [one.place for one in statements(text)] == [Place.RECITAL, Place.BODY, Place.BODY]


def test_a_quoted_term_with_a_meaning_is_a_definition_wherever_it_stands() -> None:
    assert find('## 4. Care\n\n"Leak" means any loss of data.\n', '"Leak"').place is Place.DEFINITIONS


def test_rows_carry_their_column_heads_and_their_first_cell() -> None:
    text = "| Item | Detail |\n|---|---|\n| Data subjects | staff of the customer |\n"
    row = find(text, "Data subjects")
    assert row.kind is ProvisionKind.ROW
    assert row.words[:2] == ("item", "detail")
    assert row.headings[-1] == "Data subjects"


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The vendor shall keep the personal data of the customer safe against\nloss and against any"
        " access by people who have"
        " no need for\nit, and shall review the measures that it has taken for that\npurpose once a year.\n"
    )
    assert len(statements(text)) == 1


def test_a_paragraph_and_its_list_share_an_id() -> None:
    text = "Vendor shall:\n\n- keep data safe\n- delete data later\n\nCustomer pays.\n"
    first, second, third, last = statements(text)
    assert first.paragraph == second.paragraph == third.paragraph != last.paragraph


def test_sections_are_those_of_headings() -> None:
    text = "## 4. Care\n\n4.1 Vendor keeps data safe.\n\n4.2 Vendor deletes data.\n\n## 5. End\n\nVendor stops.\n"
    one, two, three = statements(text)
    assert one.section == two.section != three.section


@pytest.mark.parametrize(
    "blank", ["[\u25cf]", "[____]", "______", "{{name}}", "[insert name here]", "[Customer Name]", "TBD"]
)
def test_blanks_are_known(blank: str) -> None:
    assert find(f"The vendor is {blank} and serves well.\n", "The vendor").blank


@pytest.mark.parametrize("words", ["[sic]", "[1]", "see [the list](http://x.org)", "[Reserved]", "N/A"])
def test_other_brackets_are_no_blanks(words: str) -> None:
    assert not find(f"The vendor is {words} and serves well.\n", "The vendor").blank


def test_absent_annexes_are_named() -> None:
    text = (
        "# A\n\n## 1. Duties\n\nThe measures stand in Annex II and the list in Annex III.\n\n## Annex"
        " II\n\nLocks are used.\n"
    )
    assert split(text).absent_annexes == ("Annex III",)


def test_languages_are_found_for_documents_and_foreign_sections() -> None:
    german = (
        "Der Auftragnehmer verarbeitet die Daten nur auf Weisung und nach den Regeln, die mit dem"
        " Kunden vereinbart sind. " * 3
    )
    english = "The vendor processes the data only on the instructions of the customer and as this agreement says. " * 3
    result = split(f"# One\n\n{english}\n\n# Zwei\n\n{german}\n\n# Three\n\n{english}\n{english}\n{english}\n")
    assert result.languages == (("d", "en"),)
    assert {one.language for one in result.provisions if "auftragnehmer" in one.words} == {"de"}
    assert split(german).languages == (("d", "de"),)


def test_clauses_that_the_source_tells_fix_number_and_heading() -> None:
    text = "Care\nVendor shall:\n- keep data safe\nEnd\nVendor stops work."
    marks = (ClauseMark(0, 36, 5, "7", "Care", 1, page=3), ClauseMark(36, len(text), 40, "8", "End", 1))
    result = split_contract(Contract(documents=(Document("d", text, clauses=marks),)))
    item = next(one for one in result.provisions if one.kind is ProvisionKind.ITEM)
    assert (item.clause, item.page, item.headings) == ("7", 3, ("Care",))
    assert result.provisions[-1].clause == "8"


def test_documents_follow_each_other_with_their_own_sections() -> None:
    documents = (Document("a", "Vendor works."), Document("b", "Vendor rests."))
    one, two = split_contract(Contract(documents=documents)).provisions
    assert (one.index, two.index) == (0, 1)
    assert one.section != two.section
    assert one.paragraph != two.paragraph


_PIECES = st.sampled_from(
    [
        "# ",
        "## 2. ",
        "- ",
        "1. ",
        "(a) ",
        "i) ",
        "\n",
        "\n\n",
        "  ",
        "| a | b |\n",
        "|---|---|\n",
        "**",
        "shall:",
        "The Vendor ",
        "delete data",
        "; ",
        ". ",
        '"',
        "(",
        ")",
        "[",
        "]",
        "<p>",
        "</p>",
        "\u201cX\u201d means ",
        "Annex I",
        "4.2 ",
        "72 hours ",
        ":",
        "\t",
        "\u00a0",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES | st.text(max_size=5), max_size=60).map("".join))
def test_spans_and_words_are_exact_on_any_text(text: str) -> None:
    place = 0
    for index, provision in enumerate(split(text).provisions):
        assert provision.index == index
        assert provision.span.start >= place
        place = provision.span.end
        assert place <= len(text)
        assert own(text, provision) == own(text, provision).strip()
        assert len(provision.words) == len(provision.offsets)
        for word, (start, end) in zip(provision.words, provision.offsets, strict=True):
            assert fold(text[start:end]) == word
        for mention in provision.mentions:
            assert 0 <= mention.start < mention.end <= len(provision.words)


@pytest.mark.parametrize(
    "piece",
    ["a:\n- b\n", "(a) b ", "[", "{{", "1.1.1 ", '"x" means ', "Inc. ", " ", "*", "A.A.", "<a", "> - a:\n", "\u201c"],
)
def test_time_grows_with_length_only(piece: str) -> None:
    def seconds(length: int) -> float:
        begin = time.process_time()
        split(piece * (length // len(piece)))
        return time.process_time() - begin

    assert seconds(40_000) < 6 * seconds(10_000) + 0.5


def test_a_promise_without_a_stop_is_the_stem_of_what_follows() -> None:
    text = "The Consultant covenants that the data\n\n(a) is not sold;\n\n(b) is kept safe."
    items = split(text).provisions[-2:]
    assert all("covenants" in item.words for item in items)


def test_a_title_without_a_stop_is_no_stem() -> None:
    text = "Duties of the Consultant\n\n(a) The data is not sold.\n\n(b) The data is kept safe."
    assert all("duties" not in item.words for item in split(text).provisions[-2:])
