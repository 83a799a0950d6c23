"""The page of an entry in a browser: what it tells search engines breaks no rule of what a page may do."""

import json

import pytest

from tests.hsds.rich_map import make_rich_map

pytestmark = pytest.mark.django_db(transaction=True)


def test_data_for_search_engines_breaks_no_rule_and_asks_nothing(live_server, page, accessible, city, house, joost):
    entry = make_rich_map(city, keeper=joost)["budget"]
    broken = []
    page.on("console", lambda line: broken.append(line.text))

    page.goto(f"{live_server.url}/kaart/{entry.pk}/")

    told = json.loads(page.locator('script[type="application/ld+json"]').text_content())
    assert told["name"] == "Budgetloket"
    assert broken == []
    accessible(page)
    answer = page.evaluate("fetch('/hsds/v3/services?search=schulden').then(answer => answer.json())")
    assert [one["name"] for one in answer["contents"]] == ["Budgetloket"]
