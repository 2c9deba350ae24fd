/* The filter of a glossary that is too large for its pages to hold what terms are found by: it reads that from small files,
   all of them from the first key on, those first in which the pinyin typed would stand. Without it the letters lead on. */
(function () {
  "use strict";
  var SHOWN = 100;
  var views = document.querySelector(".yd-views[data-firsts]"), yuedu = window.yuedu;
  if (!views || document.querySelector(".yd-filter")) return;
  var element = yuedu.dom.element;
  var firsts = views.dataset.firsts.split(" "), files = firsts.map(function () { return null; });

  var box = element("input", {
    type: "search", class: "yd-filter", autocomplete: "off",
    placeholder: "Filter: English, 中文, 繁體, pinyin, initials", "aria-label": "Filter the terms 筛选术语"
  });
  var found = element("p", { class: "yd-found", role: "status" });
  var list = element("ol", { class: "yd-index yd-answers", hidden: "" });
  var others = [];
  for (var next = views.nextElementSibling; next; next = next.nextElementSibling) if (next.matches("h2, ol, ul, nav")) others.push(next);
  views.after(box, found, list);

  function toneless(pinyin) { return pinyin.normalize("NFD").replace(/u\u0308/g, "v").replace(/[\u0300-\u036f]/g, ""); }

  /* A term as it is looked through: what the file says, and the plain forms of its pinyin. */
  function opened(row) {
    var pinyin = row[2].toLowerCase(), plain = toneless(pinyin);
    var all = [row[0], row[1], pinyin, pinyin.replace(/ /g, ""), plain, plain.replace(/ /g, ""), row[3], row[4]];
    return { row: row, find: all.join(" ").toLowerCase() };
  }
  function fetched(n) {
    return yuedu.rows("glossary/" + n).then(function (rows) { files[n] = files[n] || rows.map(opened); show(); });
  }
  /* The file in which the pinyin typed would stand, then the others. */
  function order(typed) {
    var plain = toneless(typed).replace(/[^a-z0-9]/g, ""), first = 0;
    firsts.forEach(function (slug, n) { if (slug <= plain) first = n; });
    return firsts.map(function (_, n) { return n; }).sort(function (a, b) { return Math.abs(a - first) - Math.abs(b - first); });
  }
  function words() { return box.value.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean); }

  /* Those first whose name or rendering is what was typed, or begins so. */
  function rank(term, typed) {
    var names = [term.row[0], term.row[1], term.row[3].toLowerCase()];
    return names.indexOf(typed) >= 0 ? 0 : names.some(function (name) { return name.indexOf(typed) === 0; }) ? 1 : 2;
  }
  function show() {
    var asked = words(), typed = asked.join(" "), complete = files.every(Boolean);
    var terms = !asked.length ? [] : [].concat.apply([], files.filter(Boolean)).filter(function (term) {
      return asked.every(function (word) { return term.find.indexOf(word) >= 0; });
    });
    terms = terms.map(function (term, n) { return [rank(term, typed), n, term]; })
      .sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; }).map(function (ranked) { return ranked[2]; });
    list.replaceChildren.apply(list, terms.slice(0, SHOWN).map(entry));
    list.hidden = !asked.length;
    others.forEach(function (part) { part.hidden = asked.length > 0; });
    var more = terms.length > SHOWN ? "; the first " + SHOWN + " are shown 仅列前" + SHOWN + "条" : "";
    found.textContent = !asked.length ? "" :
      terms.length + (terms.length === 1 ? " term" : " terms") + " " + terms.length + "条" + more + (complete ? "" : " …");
  }
  function entry(term) {
    var row = term.row, link = element("a", { href: yuedu.page("glossary/" + row[0] + "/") });
    [["b", "zh-Hans", row[1]], ["i", "zh-Latn-pinyin", row[2]], ["span", "en", row[3]]].forEach(function (part) {
      link.append(element(part[0], { lang: part[1] }, [part[2]]), " ");
    });
    return element("li", {}, [link]);
  }

  box.addEventListener("input", function () {
    show();
    if (!words().length) return;
    var last = Promise.resolve();   /* one after another, so that the most likely comes first on a slow line */
    order(box.value.toLowerCase()).forEach(function (n) {
      if (!files[n]) last = last.then(function () { return files[n] ? null : fetched(n); });
    });
    last.catch(function () { found.textContent = "The list could not be read 名单未能读取"; });
  });
})();
