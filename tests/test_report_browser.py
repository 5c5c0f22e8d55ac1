"""The report in a real browser: it filters, searches, folds and leads to the sentence; nothing is blocked."""

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

webdriver = pytest.importorskip("selenium.webdriver")
select = pytest.importorskip("selenium.webdriver.support.select")
# Any package that ships axe-core will do: the script is handed to the page, no driver of theirs is used.
AXE_HOMES = ("axe_playwright_python", "axe_core_python")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not (shutil.which("chromium") and shutil.which("chromedriver")),
        reason="needs chromium and chromedriver",
    ),
]


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    folder = tmp_path_factory.mktemp("browser")
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-sync",
        "--disable-background-networking",
        "--disable-component-update",
        f"--user-data-dir={folder}",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
    yield driver
    driver.quit()


@pytest.fixture
def page(browser, shipped_report):
    browser.get(shipped_report.as_uri())
    return browser


@pytest.fixture(scope="module")
def shipped_report(tmp_path_factory):
    from drawdown_cli.cli import run

    folder = tmp_path_factory.mktemp("report")
    from drawdown_cli.articles.shipped import data_folder

    assert run(["index", "--index", str(folder / "i"), "-q", str(data_folder())]) == 0
    assert run(["report", "--index", str(folder / "i"), "-q", "-o", str(folder / "report.html")]) == 0
    return folder / "report.html"


def shown(page) -> int:
    return int(page.find_element("id", "count").text.split("/")[0])


def test_the_console_is_silent(page):
    assert [entry["message"] for entry in page.get_log("browser")] == []


def test_a_search_folds_spelling_and_hides_what_does_not_match(page):
    every = shown(page)
    page.find_element("id", "words").send_keys("الامريكيه")
    some = shown(page)
    assert 0 < some < every
    page.find_element("id", "words").clear()
    page.find_element("id", "words").send_keys("زلزال")
    assert shown(page) == 0


def test_a_category_leaves_only_its_rows(page):
    select.Select(page.find_element("id", "category")).select_by_value("base")
    rows = [row for row in page.find_elements("css selector", "tr[data-row]") if row.is_displayed()]
    assert rows
    assert {row.get_attribute("data-category") for row in rows} == {"base"}


def test_a_source_leads_to_its_sentence_even_when_that_is_filtered_away(page):
    link = page.find_element("css selector", "tr[data-row] a[href^='#s-']")
    name = link.get_attribute("href").split("#")[1]
    page.find_element("id", "words").send_keys(page.find_element("css selector", "tr[data-row] div").text)
    page.execute_script(f"location.hash = '{name}'")
    target = page.find_element("id", name)
    assert target.is_displayed()
    assert page.execute_script("return document.querySelector(':target').id") == name


@pytest.mark.parametrize("reach", ["focus", "hover"])
def test_a_point_of_the_chart_says_its_bounds_and_sources(page, reach):
    points = page.find_elements("css selector", "svg a[href]")
    caption = page.find_element("css selector", "figure figcaption")
    before = caption.text
    if reach == "focus":
        page.execute_script("arguments[0].focus()", points[0])
        assert page.execute_script("return document.activeElement === arguments[0]", points[0])
    else:
        page.execute_script("arguments[0].scrollIntoView()", points[0])
        webdriver.ActionChains(page).move_to_element(points[0]).perform()
    row = page.find_element("id", points[0].get_dom_attribute("href").removeprefix("#"))
    assert caption.text != before
    assert row.find_element("css selector", "td:nth-child(3) div").text in caption.text
    assert row.find_element("css selector", "td:nth-child(4) a").text in caption.text


@pytest.fixture(scope="module")
def axe():
    """The script of axe-core, from the newest package that is installed."""
    homes = [Path(spec.origin).parent for name in AXE_HOMES if (spec := find_spec(name)) and spec.origin]
    scripts = [home / "axe.min.js" for home in homes if (home / "axe.min.js").exists()]
    if not scripts:
        pytest.skip("needs axe-core, as axe-core-python ships it")
    return scripts[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [1280, 400])
@pytest.mark.parametrize("scheme, paper", [("light", "rgb(253, 252, 249)"), ("dark", "rgb(22, 23, 26)")])
def test_axe_finds_no_violation(page, axe, scheme, paper, width):
    page.set_window_size(width, 900)
    feature = {"name": "prefers-color-scheme", "value": scheme}
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [feature]})
    page.execute_script(axe)
    page.set_script_timeout(120)
    found = page.execute_async_script("axe.run().then(arguments[0], (error) => arguments[0](String(error)))")
    assert page.execute_script("return getComputedStyle(document.body).backgroundColor") == paper
    assert [
        (violation["id"], node["html"]) for violation in found["violations"] for node in violation["nodes"]
    ] == []
    assert len(found["passes"]) > 20
