/* The filter over the figures of many documents. It reads small files from the newest document on, as many as it needs for a
   screenful, and says how far it has looked; what is chosen stands in the address: ?words=5G&year=2021. Without it the
   documents by year lead on. */
(function () {
  "use strict";
  var ROWS = 60, DOCUMENTS = 40; /* shown, and read, before a reader is asked whether to go on */
  var form = document.querySelector(".yd-figure-filters"), yuedu = window.yuedu;
  if (!form) return;
  var element = yuedu.dom.element, fields = ["words", "unit", "type", "year", "document"];
  var labels = JSON.parse(form.dataset.labels), all = +form.dataset.documents;
  var found = document.querySelector(".yd-found"), answers = document.querySelector(".yd-answers");
  var body = answers.querySelector("tbody"), further = answers.querySelector(".yd-further");
  var years = options("year"), others = [];
  for (var next = answers.nextElementSibling; next; next = next.nextElementSibling) if (next.tagName !== "SCRIPT") others.push(next);
  var run = null;

  function options(name) {
    return Array.prototype.map.call(form.elements[name].options, function (o) { return o.value; }).filter(Boolean);
  }
  function value(name) { return form.elements[name].value; }
  function plain(text) { return text.normalize("NFC").toLowerCase(); }
  function words() { return plain(value("words")).split(/\s+/).filter(Boolean); }

  /* The documents of the year chosen, or of all years, the newest first; those without the unit or the type are passed over. */
  function documents_of(year) {
    return yuedu.rows("figures/" + year).then(function (rows) {
      return rows.filter(function (d) {
        return (!value("document") || d[0] === value("document")) && (!value("type") || d[3].indexOf(value("type")) >= 0) &&
          (!value("unit") || d[4].indexOf(value("unit")) >= 0);
      });
    });
  }
  function matches(row, asked) {
    if (value("unit") && row[5] !== value("unit") || value("type") && row[4] !== value("type")) return false;
    if (!asked.length) return true;
    var text = plain([row[1], row[2], row[3], row[6].join(" "), row[11].join(""), row[12].join("")].join(" "));
    return asked.every(function (word) { return text.indexOf(word) >= 0; });
  }

  /* One search: where it stands, so that it can go on. */
  function start() {
    var mine = run = { years: value("year") ? [value("year")] : years.slice(), queue: [], looked: 0, count: 0, asked: words(), stop: 0, until: 0 };
    body.replaceChildren();
    answers.hidden = !narrowed();
    others.forEach(function (part) { part.hidden = narrowed(); });
    further.hidden = true;
    found.textContent = "";
    if (narrowed()) go_on(mine);
  }
  function go_on(mine) {
    mine.stop = mine.looked + DOCUMENTS;
    mine.until = mine.count + ROWS;
    further.hidden = true;
    step(mine).catch(function () { found.textContent = "The figures could not be read 数据未能读取"; });
  }
  function step(mine) {
    if (mine !== run) return Promise.resolve();
    if (!mine.queue.length) {
      if (!mine.years.length) return Promise.resolve(tell(mine, true));
      return documents_of(mine.years.shift()).then(function (rows) {
        mine.queue = rows;
        return step(mine);
      });
    }
    if (mine.looked >= mine.stop || mine.count >= mine.until) return Promise.resolve(tell(mine, false));
    var next = mine.queue.shift();
    return Promise.all(Array.from({ length: next[2] }, function (_, n) { return yuedu.rows("figures/" + next[0] + "/" + n); }))
      .then(function (files) {
        if (mine !== run) return null;
        mine.looked++;
        files.forEach(function (rows) {
          rows.forEach(function (row) {
            if (!matches(row, mine.asked)) return;
            mine.count++;
            body.append(drawn(row, next));
          });
        });
        tell(mine, false, true);
        return step(mine);
      });
  }
  function tell(mine, complete, going) {
    further.hidden = complete || going;
    var n = mine.count;
    found.textContent = n + (n === 1 ? " figure" : " figures") + " " + n + "项" + (complete ? "" :
      ", the newest " + mine.looked + " of " + all + " documents read 已读最近" + mine.looked + "份" + (going ? " …" : ""));
  }

  /* The same row as build/yuedu/pages/templates/macros.j2 writes. */
  function both(en, zh) {
    return [en && element("span", { lang: "en" }, [en]), en && zh && " ", zh && element("span", { lang: "zh-Hans" }, [zh])];
  }
  function cell(children, attributes) { return element("td", Object.assign({ role: "cell" }, attributes), children); }
  function quoted(language, pieces) {
    return pieces.length && element("p", { lang: language }, [pieces[0], element("mark", {}, [pieces[1]]), pieces[2]]);
  }
  function drawn(row, whose) {
    var counts = row[6][0] ? row[6] : labels.types[row[4]], status = labels.statuses[row[8]];
    var href = yuedu.page("speeches/" + whose[0] + "/#" + row[9]);
    return element("tr", { role: "row" }, [
      element("th", { scope: "row", role: "rowheader" }, both(row[2] !== row[1] && row[2], row[1])),
      cell([row[3]], { "class": "yd-value" }), cell(both(counts[0], counts[1])), cell([row[7]]), cell(both(status[0], status[1])),
      cell([
        element("a", { "class": "yd-ref", href: href }, [whose[1] + " " + row[10]]),
        quoted("en", row[12]), quoted("zh-Hans", row[11])
      ])
    ]);
  }

  function narrowed() { return fields.some(value); }
  function remember() {
    var address = new URL(location.href);
    fields.forEach(function (name) {
      if (value(name)) address.searchParams.set(name, value(name));
      else address.searchParams.delete(name);
    });
    try { history.replaceState(history.state, "", address); } catch (_) { /* a page opened from a folder */ }
  }
  /* The documents to choose from are those of a year: a thousand are no list. */
  function offer() {
    var field = form.elements.document, year = value("year");
    field.closest("label").hidden = !year;
    field.length = 1;
    return !year ? Promise.resolve() : yuedu.rows("figures/" + year).then(function (rows) {
      if (value("year") !== year) return;
      field.length = 1;
      rows.forEach(function (d) { field.add(new Option(d[1], d[0])); });
    });
  }

  var asked = new URLSearchParams(location.search), waiting = 0;
  fields.forEach(function (name) {
    if (name === "document") return;
    form.elements[name].value = asked.get(name) || "";
    if (form.elements[name].selectedIndex === -1) form.elements[name].value = "";
  });
  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", function (event) {
    if (event.target.name === "year") offer();
    clearTimeout(waiting);
    waiting = setTimeout(function () { start(); remember(); }, event.target.name === "words" ? 200 : 0);
  });
  further.addEventListener("click", function () { go_on(run); });
  offer().then(function () {
    form.elements.document.value = asked.get("document") || "";
    if (form.elements.document.selectedIndex === -1) form.elements.document.value = "";
    start();
  });
})();
