"use strict";
// Filters the rows of the report and marks what was searched for. Without this script the page is whole.
(() => {
  // One folding for page and query, as drawdown's own: marks and tatweel fall away, spellings become equal.
  const SAME = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك", "ی": "ي" };
  const LOST = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;
  const foldLetter = (letter) => {
    if (LOST.test(letter)) return "";
    const code = letter.codePointAt(0);
    if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
    if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
    return SAME[letter] || letter.toLowerCase();
  };
  const fold = (text) => {
    let folded = "";
    const origins = [];
    for (let at = 0; at < text.length; at += 1) {
      for (const letter of foldLetter(text[at])) {
        folded += letter;
        origins.push(at);
      }
    }
    origins.push(text.length);
    return { folded, origins };
  };

  const byId = (id) => document.getElementById(id);
  const rows = [...document.querySelectorAll("[data-row]")].map((row) => ({ row, text: fold(row.textContent).folded }));
  const words = byId("words");
  const category = byId("category");
  const status = byId("status");

  const ranges = (root, wanted) => {
    const found = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const { folded, origins } = fold(node.data);
      for (const word of wanted) {
        for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
          const range = new Range();
          range.setStart(node, origins[at]);
          range.setEnd(node, origins[at + word.length]);
          found.push(range);
        }
      }
    }
    return found;
  };

  const apply = () => {
    const wanted = fold(words.value).folded.split(/\s+/).filter(Boolean);
    let shown = 0;
    const marked = [];
    for (const { row, text } of rows) {
      const change = "category" in row.dataset;
      const fits = wanted.every((word) => text.includes(word))
        && (!category.value || (change && row.dataset.category === category.value))
        && (!status.value || (change && row.dataset.status === status.value));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
      if (fits && wanted.length) marked.push(...ranges(row, wanted));
    }
    for (const group of document.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector("[data-row]:not([hidden])");
    }
    byId("count").textContent = `${shown} / ${rows.length}`;
    if (window.CSS && CSS.highlights) CSS.highlights.set("found", new Highlight(...marked));
  };

  const tell = (event) => {
    const point = event.target.closest("figure svg a");
    if (point) point.closest("figure").querySelector("figcaption").textContent = point.getAttribute("aria-label");
  };

  const reveal = () => {
    const target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      words.value = category.value = status.value = "";
      apply();
      target.scrollIntoView();
    }
  };

  byId("filters").hidden = false;
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").addEventListener("input", apply);
  byId("filters").addEventListener("change", apply);
  for (const type of ["focusin", "mouseover"]) document.addEventListener(type, tell);
  window.addEventListener("hashchange", reveal);
  apply();
})();
