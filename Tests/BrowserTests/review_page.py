#!/usr/bin/env python3
"""Opens review pages in a Chromium and uses them as a reviewer would.

    BITESTO_PAGES=PAGES swift test --filter ReviewPageFiles
    bitesto trace Corpora/po-flood/article.it.txt --sources Corpora/po-flood/reports -o PAGES/po-flood.html
    python3 Tests/BrowserTests/review_page.py PAGES

`everything.html` has all a page can show; every page of the folder must be sound.
"""

import pathlib
import sys
import unittest

import browser

PAGES = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
PROBES = (pathlib.Path(__file__).parent / "probes.js").read_text()
NAMES = sorted(path.name for path in PAGES.glob("*.html"))
FOUND, JOINED, MISSING = "2", "3", "7"  # in everything.html


class PageTest(unittest.TestCase):
    """A page for each test; afterwards it must have complained of nothing."""

    def setUp(self):
        self.pages = []

    def tearDown(self):
        for page in self.pages:
            self.assertEqual(page.complaints(), [])
            page.close()

    def open(self, name="everything.html", **options):
        page = BROWSER.open(PAGES / name, **options)
        page.run(PROBES)
        self.pages.append(page)
        return page

    def ask(self, page, probe, *arguments):
        return page.run(f"probes.{probe}({', '.join(map(repr, arguments))})")


class Links(PageTest):
    def test_every_found_quotation_is_highlighted_on_both_sides(self):
        page = self.open()
        lost = page.run("""[...document.querySelectorAll('.card')].map(card => card.id.slice(1))
          .filter(number => !document.getElementById('q' + number).matches('.missing'))
          .filter(number => ['article', 'reports'].some(pane =>
            !document.querySelector(`#${pane} mark[data-q~="${number}"]`)
            || !document.querySelector(`#${pane} a.n[data-q="${number}"]`)))""")
        self.assertEqual(lost, [])
        self.assertGreater(page.run("document.querySelectorAll('#article mark.matched').length"), 3)

    def test_a_click_on_a_highlight_lights_both_sides_and_the_card(self):
        page = self.open()
        page.click(f'#article mark[data-q="{FOUND}"]')
        self.assertEqual(self.ask(page, "current"), [f"q{FOUND}"])
        for pane in ["article", "reports"]:
            self.assertTrue(page.run(f"!!document.querySelector('#{pane} mark.on[data-q~=\"{FOUND}\"]')"))
            self.assertTrue(self.ask(page, "isInView", pane, FOUND))
        self.assertIn(f"Quotation {FOUND}", page.run("document.getElementById('status').textContent"))
        self.assertEqual(page.run("location.hash"), f"#q{FOUND}")

    def test_joined_passages_are_lit_together(self):
        page = self.open()
        page.click(f'#article mark[data-q~="{JOINED}"]')
        lit = page.run("[...document.querySelectorAll('#reports mark.on')].map(mark => mark.textContent)")
        self.assertIn("Nobody will,", lit)
        self.assertTrue(any(words.startswith("Nobody closed") for words in lit))

    def test_a_note_lights_its_words_on_both_sides(self):
        page = self.open()
        page.click(f'#q{FOUND} .notes a')
        lit = page.run("[...document.querySelectorAll('.pane:not(#quotations) mark.lit')].map(m => m.textContent)")
        self.assertEqual(lit, ["13 milioni", "30 million"])

    def test_a_link_into_folded_near_copies_unfolds_them(self):
        page = self.open()
        self.assertFalse(page.run("document.querySelector('.copies').open"))
        page.click(f'#q{FOUND} .origin a')
        self.assertTrue(page.run("document.querySelector('.copies').open"))

    def test_an_address_with_a_number_opens_there(self):
        page = self.open(fragment=f"#q{FOUND}")
        self.assertEqual(self.ask(page, "current"), [f"q{FOUND}"])


class Keys(PageTest):
    def test_j_and_k_walk_through_what_is_shown(self):
        page = self.open()
        shown = self.ask(page, "shown")
        walked = []
        for _ in shown:
            page.press("j")
            walked += self.ask(page, "current")
        self.assertEqual(walked, shown)
        page.press("j")
        self.assertEqual(self.ask(page, "current"), shown[-1:])
        page.press("k")
        self.assertEqual(self.ask(page, "current"), shown[-2:-1])

    def test_escape_lets_go(self):
        page = self.open()
        page.press("j")
        page.press("Escape")
        self.assertEqual(self.ask(page, "current"), [])
        self.assertEqual(page.run("document.querySelectorAll('.on, [aria-current]').length"), 0)

    def test_enter_goes_to_the_passage_and_tab_goes_on_from_the_card(self):
        page = self.open()
        page.press("j")
        self.assertTrue(page.run("document.activeElement.matches('.card.on')"))
        page.press("Enter")
        self.assertTrue(page.run("document.activeElement.matches('#reports a.n.on')"))
        page.press("k")
        page.press("Tab")
        self.assertTrue(page.run("!!document.activeElement.closest('.card.on')"))

    def test_the_first_tab_stop_skips_to_the_quotations(self):
        page = self.open()
        page.press("Tab")
        self.assertEqual(self.ask(page, "focused"), "skip")
        self.assertTrue(page.run("document.activeElement.getBoundingClientRect().left >= 0"))
        page.press("Enter")
        self.assertEqual(self.ask(page, "focused"), "quotations")

    def test_every_tab_stop_shows_the_focus(self):
        page = self.open()
        seen = 0
        for _ in range(60):
            page.press("Tab")
            if page.run("document.activeElement === document.body"):
                break
            seen += 1
            self.assertNotEqual(page.run("getComputedStyle(document.activeElement).outlineStyle"), "none",
                                page.run("document.activeElement.outerHTML.slice(0, 80)"))
        self.assertGreater(seen, 20)

    def test_a_question_mark_explains_the_keys(self):
        page = self.open()
        page.press("?")
        self.assertTrue(page.run("document.getElementById('help').open"))
        page.press("j")
        self.assertEqual(self.ask(page, "current"), [])
        page.press("Escape")
        self.assertFalse(page.run("document.getElementById('help').open"))


class Filters(PageTest):
    def test_each_shows_as_many_as_it_says(self):
        page = self.open()
        self.assertEqual(self.ask(page, "pressed"), ["all"])
        for name in ["missing", "unsure", "noted"]:
            page.click(f"[data-filter={name}]")
            self.assertEqual(self.ask(page, "pressed"), [name])
            shown = self.ask(page, "shown")
            self.assertEqual(len(shown), self.ask(page, "count", name))
            self.assertIn(f"{len(shown)} quotation", page.run("document.getElementById('status').textContent"))
            page.click("[data-filter=all]")
        self.assertEqual(self.ask(page, "pressed"), ["all"])
        self.assertEqual(len(self.ask(page, "shown")), self.ask(page, "count", "all"))

    def test_two_together_show_what_meets_either(self):
        page = self.open()
        page.click("[data-filter=missing]")
        page.click("[data-filter=noted]")
        self.assertEqual(self.ask(page, "pressed"), ["missing", "noted"])
        either = page.run("""[...document.querySelectorAll('.card:not(.sentence)')]
          .filter(card => /missing|noted/.test(card.dataset.kinds)).map(card => card.id)""")
        self.assertEqual(self.ask(page, "shown"), either)
        page.click("[data-filter=missing]")
        page.click("[data-filter=noted]")
        self.assertEqual(self.ask(page, "pressed"), ["all"])

    def test_sentences_come_when_they_are_asked_for(self):
        page = self.open()
        quotations = self.ask(page, "shown")
        page.click("[data-filter=sentence]")
        self.assertEqual(self.ask(page, "pressed"), ["all", "sentence"])
        self.assertEqual(len(self.ask(page, "shown")), len(quotations) + self.ask(page, "count", "sentence"))

    def test_a_sentence_that_is_clicked_is_shown_while_it_is_current(self):
        page = self.open()
        number = page.run("document.querySelector('#article mark.sentence').dataset.q")
        self.assertNotIn(f"q{number}", self.ask(page, "shown"))
        page.click("#article mark.sentence")
        self.assertIn(f"q{number}", self.ask(page, "shown"))
        page.press("Escape")
        self.assertNotIn(f"q{number}", self.ask(page, "shown"))

    def test_searching_ignores_case_and_accents(self):
        page = self.open()
        page.press("/")
        self.assertEqual(self.ask(page, "focused"), "search")
        page.type("NATALE")
        self.wait(page, 1)
        page.run("document.getElementById('search').value = ''")
        page.type("piu che nessuno scrive")
        self.wait(page, 0)
        self.assertTrue(page.run("document.getElementById('nothing-shown').checkVisibility()"))
        page.press("Escape")
        self.assertEqual(len(self.ask(page, "shown")), self.ask(page, "count", "all"))
        page.press("/")
        page.type("fara")
        self.wait(page, 1)
        self.assertGreater(page.run("CSS.highlights.get('found').size"), 1)

    def test_one_outlet_alone(self):
        page = self.open()
        page.run("""(() => { const menu = document.getElementById('outlet');
          menu.selectedIndex = [...menu.options].findIndex(option => option.text === 'Torno Courier');
          menu.dispatchEvent(new Event('change')); })()""")
        self.assertEqual(self.ask(page, "shown"), [f"q{FOUND}"])

    def test_what_is_filtered_away_is_no_longer_highlighted(self):
        page = self.open()
        page.click("[data-filter=missing]")
        self.assertTrue(page.run(f"document.querySelector('#article mark[data-q=\"{FOUND}\"]').matches('.off')"))
        self.assertFalse(page.run(f"document.querySelector('#article mark[data-q~=\"{MISSING}\"]').matches('.off')"))

    def wait(self, page, count):
        page.run("new Promise(resolve => setTimeout(resolve, 250))")
        self.assertEqual(len(self.ask(page, "shown")), count)


class Looks(PageTest):
    def test_all_text_has_contrast_in_both_schemes(self):
        for name in NAMES:
            with self.subTest(name):
                page = self.open(name)
                for scheme in ["light", "dark"]:
                    page.media(scheme=scheme)
                    self.assertEqual(self.ask(page, "faint"), [], scheme)
                    page.run("document.querySelectorAll('details').forEach(fold => fold.open = true)")
                    page.run("document.querySelectorAll('mark, a.n, .item').forEach(e => e.classList.add('on', 'near'))")
                    self.assertEqual(self.ask(page, "faint"), [], f"{scheme}, all lit")
                    page.run("document.querySelectorAll('mark, a.n, .item').forEach(e => e.classList.remove('on', 'near'))")
                    page.run("document.querySelectorAll('[data-filter]:enabled').forEach(chip => chip.click())")
                    page.run("document.getElementById('help').showModal()")
                    self.assertEqual(self.ask(page, "faint"), [], f"{scheme}, filters and help")
                    page.run("document.getElementById('help').close()")

    def test_nothing_sticks_out_at_any_width(self):
        for name in NAMES:
            with self.subTest(name):
                for width in [320, 360, 800, 1180, 1400]:
                    page = self.open(name, width=width, height=740)
                    page.run("document.getElementById('fold')?.click()")
                    self.assertEqual(self.ask(page, "wide"), [], f"{width} px")

    def test_on_a_narrow_screen_a_click_brings_the_card_up(self):
        page = self.open(width=360, height=740)
        page.click(f'#article mark[data-q="{FOUND}"]')
        self.assertTrue(page.run("document.querySelector('#sheet .card').checkVisibility()"))
        self.assertEqual(self.ask(page, "wide"), [])
        self.assertEqual(self.ask(page, "focused"), "close")
        page.press("Escape")
        self.assertFalse(page.run("document.getElementById('sheet').checkVisibility()"))
        self.assertTrue(page.run("document.activeElement.matches('#article a.n')"))

    def test_on_a_narrow_screen_a_filter_brings_the_cards_into_view(self):
        page = self.open(width=360, height=740)
        page.click("#fold")
        page.click("[data-filter=missing]")
        top = page.run("document.querySelector('.card:not([hidden])').getBoundingClientRect().top")
        self.assertTrue(page.run("document.querySelector('.top').getBoundingClientRect().bottom") <= top < 740)

    def test_on_paper_everything_is_there(self):
        for name in NAMES:
            with self.subTest(name):
                page = self.open(name, width=700, height=1000)
                if page.run("!!document.querySelector('[data-filter=missing]:enabled')"):
                    page.run("document.querySelector('[data-filter=missing]').click()")
                page.media(kind="print", scheme="dark")
                items = page.run("document.querySelectorAll('.item').length")
                self.assertEqual(len(self.ask(page, "shown")), items)
                self.assertEqual(self.ask(page, "unseen"), [])
                self.assertEqual(self.ask(page, "cut"), [])
                self.assertEqual(self.ask(page, "wide"), [])
                self.assertEqual(self.ask(page, "faint"), [])
                hidden = page.run("[...document.querySelectorAll('a.n')].filter(a => !a.checkVisibility()).length")
                self.assertEqual(hidden, 0)

    def test_without_scripts_everything_can_be_read(self):
        for name in NAMES:
            with self.subTest(name):
                page = self.open(name, scripts=False)
                self.assertFalse(page.run("document.documentElement.classList.contains('js')"))
                self.assertEqual(len(self.ask(page, "shown")), page.run("document.querySelectorAll('.item').length"))
                page.run("document.querySelectorAll('details').forEach(fold => fold.open = true)")
                self.assertEqual(self.ask(page, "unseen"), [])
                self.assertFalse(page.run("!!document.querySelector('.tools, .filters')?.checkVisibility()"))


class Soundness(PageTest):
    def test_no_page_complains_or_asks_the_network(self):
        for name in NAMES:
            with self.subTest(name):
                page = self.open(name)
                for key in "jj?":
                    page.press(key)
                page.press("Escape")
                self.assertEqual(page.complaints(), [])

    def test_the_policy_refuses_what_is_not_the_pages_own(self):
        page = self.open()
        page.run("""document.body.insertAdjacentHTML('beforeend',
          '<p id="styled" style="color: red">x</p><img src="http://localhost:9/x.png">')""")
        refused = [complaint for complaint in page.complaints() if "Content Security Policy" in complaint]
        self.assertGreaterEqual(len(refused), 2)
        self.pages.remove(page)
        page.close()


if __name__ == "__main__":
    if not browser.find():
        sys.exit("no Chromium here")
    if not (PAGES / "everything.html").exists():
        sys.exit(f"no everything.html in {PAGES}: see {__file__}")
    with browser.Browser() as BROWSER:
        result = unittest.main(argv=sys.argv[:1], exit=False).result
    sys.exit(not result.wasSuccessful())
