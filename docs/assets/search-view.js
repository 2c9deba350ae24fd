/* Yuedu: the search on the page: suggestions under the box, and the page of all results (search/?q=). */
(function () {
  "use strict";

  var yuedu = window.yuedu = window.yuedu || {};
  var root = "", said = null;
  var GROUPS = {
    terms: ["Terms", "术语"], systems: ["Systems", "系统"], bodies: ["Bodies", "机构"], passages: ["Passages", "段落"], figures: ["Figures", "数据"],
    headings: ["Headings", "标题"], topics: ["Topics", "专题"], documents: ["Documents", "文件"], mentions: ["Terms defined with it", "释义提及"]
  };
  var TIERS = [["As typed", "原样命中"], ["In part", "部分命中"], ["Same meaning or sound", "同义、词形或拼音"], ["Close to it", "近似"]];
  var NOTES = {
    alias: function (n, t) { return [t.zh + ", of which “" + n.text + "” is a short form", t.zh + "，“" + n.text + "”为其简称"]; },
    accepted: function (n, t) { return ["“" + n.text + "” is accepted; preferred: " + t.en, "“" + n.text + "”可用；首选 " + t.en]; },
    avoided: function (n, t) { return [t.zh + ": " + t.en + ", not “" + n.text + "”", t.zh + "不译作“" + n.text + "”"]; },
    pinyin: function (n) { return ["pinyin of " + n.text, n.text + "的拼音"]; },
    close: function (n) { return ["did you mean “" + n.text + "”?", "是否指“" + n.text + "”？"]; }
  };

  var STRANDS = { asked: ["Asked", "要求"], done: ["Reported", "汇报"], planned: ["Planned", "计划"], gaps: ["Gaps", "差距"] };

  var all = window.yuedu.dom.all, element = window.yuedu.dom.element;
  function both(pair) {
    return [element("span", { lang: "en" }, [pair[0]]), " ", element("span", { lang: "zh-Hans" }, [pair[1]])];
  }
  /* A text as a part of an address; half of a character is left out. */
  function encoded(text) {
    return encodeURIComponent(text.replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, "").replace(/(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1"));
  }
  /* An address under the site; a folder does not answer with its index. */
  function link(url) {
    if (location.protocol === "file:") url = url.replace(/\/(?=[#?]|$)/, "/index.html");
    return root + url;
  }

  /* ---- A result as lines: what it says in both languages, with what was found marked ---- */

  function group_of(r) {
    var kind = r.unit.kind;
    if (kind !== "term") return { passage: "passages", heading: "headings", topic: "topics", document: "documents" }[kind];
    if (!r.name) return "mentions";
    return { system: "systems", programme: "systems", body: "bodies" }[r.unit.term.kind] && r.rank > 1 ? { system: "systems", programme: "systems", body: "bodies" }[r.unit.term.kind] : "terms";
  }

  /* Text with marks, shortened around the first one. */
  function marked(text, ranges, lang, most) {
    var made = element("span", { lang: lang });
    ranges = telling(text, ranges.filter(function (m) { return m[1] > m[0]; })).sort(function (a, b) { return a[0] - b[0]; });
    var from = 0, to = text.length;
    if (to > most) {
      var first = ranges.length ? ranges[0][0] : 0;
      from = Math.max(0, Math.min(first - Math.round(most / 3), to - most));
      if (from && lang === "en") { var space = text.indexOf(" ", from); if (space > 0 && space < first) from = space + 1; }
      to = Math.min(text.length, from + most);
      if (to < text.length && lang === "en") to = Math.max(from + 20, text.lastIndexOf(" ", to));
    }
    if (from) made.append("…");
    var at = from;
    ranges.forEach(function (m) {
      var start = Math.max(at, m[0]), end = Math.min(to, m[1]);
      if (end <= start) return;
      made.append(text.slice(at, start), element("mark", {}, [text.slice(start, end)]));
      at = end;
    });
    made.append(text.slice(at, to));
    if (to < text.length) made.append("…");
    return made;
  }
  /* Ranges without small words that stand alone, and without scraps inside a word: the a of "set up a network" is shown
     there and at no other a, and its up not in "supply". */
  function telling(text, ranges) {
    function inside(m) { return /[\p{L}\p{N}]/u.test(text.charAt(m[0] - 1)) && /^[a-z]{1,3}$/i.test(text.slice(m[0], m[1])); }
    function small(m) { return yuedu.engine.small(text.slice(m[0], m[1])); }
    ranges = ranges.filter(function (m) { return !small(m) || !inside(m) && !/\p{L}/u.test(text.charAt(m[1])); });
    var words = ranges.filter(function (m) { return !small(m) && !inside(m); });
    return !words.length ? ranges : ranges.filter(function (m) {
      if (inside(m)) return false;
      return !small(m) || words.some(function (w) { return w[1] + 1 === m[0] || m[1] + 1 === w[0]; });
    });
  }
  function hits(text, words) {
    var out = [], low = text.toLowerCase();
    words.forEach(function (w) {
      for (var at = low.indexOf(w); w && at >= 0; at = low.indexOf(w, at + w.length)) out.push([at, at + w.length]);
    });
    return out;
  }

  /* {url, lines: [elements], words: what to mark on arrival, reference, note} */
  function described(r, query, roomy) {
    var u = r.unit, words = query.toLowerCase().split(/[\s"“”]+/).filter(Boolean), wide = roomy ? 1.6 : 1;
    var out = { url: u.url, lines: [], words: [], note: null, kind: group_of(r) };
    if (u.kind === "term") {
      var t = u.term;
      out.lines.push(element("span", { "class": "yd-hit-name yd-keep" }, [marked(t.zh, hits(t.zh, words), "zh-Hans", 60), " ", marked(t.en, hits(t.en, words), "en", 110)]));
      if (r.note && NOTES[r.note.kind]) out.note = both(NOTES[r.note.kind](r.note, t));
      if (!r.name) lines_of(r, out, words, wide, 1);
      out.words = [t.zh];
    } else if (u.kind === "passage") {
      var n = r.sentence, start = n > 1 ? u.ends[n - 2] : 0, end = u.ends[n - 1];
      if (r.figure) { start = 0; for (n = 1; u.ends[n - 1] <= r.figure[0]; n++) start = u.ends[n - 1]; end = u.ends[n - 1]; }
      var zh = r.marks.zh.filter(function (m) { return m[2] > start && m[1] < end; }).map(function (m) { return [Math.max(0, m[1] - start), m[2] - start]; });
      var english = [];
      u.en.forEach(function (text, k) {
        if (u.from[k].indexOf(n) < 0) return;
        english.push([text, r.marks.en.filter(function (m) { return m[0] === k; }).map(function (m) { return [m[1], m[2]]; })]);
      });
      var line = english.filter(function (e) { return e[1].length; })[0] || english[0];
      out.lines.push(marked(u.whole.slice(start, end), zh, "zh-Hans", Math.round(56 * wide)));
      if (line) out.lines.push(marked(line[0], line[1], "en", Math.round(130 * wide)));
      out.url = u.url + ".s" + n;
      out.reference = [[u.where[1], u.where[0], u.id.split(".").slice(1).join(".").replace(/\.?p(\d+)$/, " ¶$1")].filter(Boolean).join(" "), u.under[0] || u.under[1] ? " " : "", roomy ? element("span", { "class": "yd-hit-under" }, both([u.under[1], u.under[0]])) : ""];
      if (STRANDS[u.strand]) out.reference.push(" ", element("b", { "class": "yd-strand yd-" + u.strand }, both(STRANDS[u.strand])));
      out.words = marks_of(r);
      if (r.figure) out.figure = r.figure;
    } else if (u.kind === "heading") {
      out.lines.push(marked(u.zh[0], ranges(r, "zh", 0), "zh-Hans", 90));
      if (u.en[0]) out.lines.push(marked(u.en[0], ranges(r, "en", 0), "en", 180));
      out.words = marks_of(r);
    } else {
      out.lines.push(element("span", { "class": "yd-hit-name yd-keep" }, [marked(u.title[0], ranges(r, "zh", 0), "zh-Hans", 60), " ", marked(u.title[1], ranges(r, "en", 0), "en", 120)]));
      lines_of(r, out, words, wide, 1);
      out.words = marks_of(r);
    }
    if (r.how && r.how.zh && u.kind !== "term") out.how = r.how.zh;
    return out;
  }
  function ranges(r, side, line) {
    return r.marks[side].filter(function (m) { return m[0] === line; }).map(function (m) { return [m[1], m[2]]; });
  }
  /* The line below a name in which something was found, in both languages. */
  function lines_of(r, out, words, wide, from) {
    var u = r.unit, where = r.marks.zh.concat(r.marks.en).filter(function (m) { return m[0] >= from; })[0];
    if (!where) return;
    var k = where[0], zh = u.zh[Math.min(k, u.zh.length - 1)], en = u.en[Math.min(k, u.en.length - 1)];
    if (u.kind === "term") { zh = u.zh[u.zh.length - 1]; en = u.en[u.en.length - 1]; }
    var a = u.kind === "term" ? u.zh.length - 1 : k, b = u.kind === "term" ? u.en.length - 1 : k;
    if (zh) out.lines.push(marked(zh, ranges(r, "zh", a), "zh-Hans", Math.round(56 * wide)));
    if (en) out.lines.push(marked(en, ranges(r, "en", b), "en", Math.round(130 * wide)));
  }
  /* What was found in an English text, neighbours as one: the words of a phrase are not sought one by one all over a page. */
  function phrases(text, found) {
    var joined = [];
    telling(text, found).sort(function (a, b) { return a[0] - b[0]; }).forEach(function (m) {
      var last = joined[joined.length - 1];
      if (last && m[0] <= last[1] + 1) last[1] = Math.max(last[1], m[1]);
      else joined.push(m.slice());
    });
    return joined.map(function (m) { return text.slice(m[0], m[1]); });
  }
  function marks_of(r) {
    var u = r.unit, seen = {};
    r.marks.zh.forEach(function (m) { seen[(u.whole !== undefined ? u.whole : u.zh[m[0]]).slice(m[1], m[2])] = 1; });
    u.en.forEach(function (text, k) { phrases(text, ranges(r, "en", k)).forEach(function (phrase) { seen[phrase] = 1; }); });
    return Object.keys(seen).filter(function (w) { return w.length > 1 || /[\u3400-\u9fff]/.test(w); }).slice(0, 12);
  }

  /* Results with what hangs on them: a system's profile after its term, the figures of a quantity after their passages. */
  function rows(answer, wanted) {
    var out = [], value = null, kind = wanted;
    yuedu.engine.quantities(answer.query).forEach(function (v) { value = value || {}; value[v] = 1; });
    answer.results.forEach(function (r) {
      var group = group_of(r);
      if (!kind || kind === group || kind === "terms" && group === "mentions") out.push({ r: r, group: group, tier: r.tier });
      if (r.unit.kind === "term" && r.unit.term.system && r.rank <= 1 && (!kind || kind === "systems")) out.push({ r: r, group: "systems", tier: r.tier, url: "systems/" + r.unit.id + "/" });
      if (value && r.unit.kind === "passage" && (!kind || kind === "figures")) r.unit.figures.forEach(function (f) {
        if (value[f[2]]) out.push({ r: r, group: "figures", tier: r.tier, figure: f });
      });
    });
    var order = {}, count = 0;
    out.forEach(function (row) {
      var key = row.tier + row.group;
      if (!(key in order)) order[key] = count++;
      row.key = key;
    });
    /* A topic of that name tells what was asked, done and planned: it stands before the passages. */
    out.forEach(function (row, n) {
      row.n = n;
      if (row.group === "topics" && row.r.marks.zh.concat(row.r.marks.en).some(function (m) { return m[0] === 0; })) order[row.key] = Math.min(order[row.key], (order[row.tier + "passages"] || 0) - 0.5);
    });
    return out.sort(function (a, b) { return a.tier - b.tier || order[a.key] - order[b.key] || a.n - b.n; });
  }

  function draw_row(row, query, roomy) {
    var r = row.r;
    if (row.figure) r = { unit: r.unit, marks: r.marks, sentence: r.sentence, figure: row.figure, tier: r.tier };
    var d = described(r, query, roomy), parts = [];
    if (row.figure) {
      var f = row.figure, value = /^\d+$/.test(f[2]) && f[3] !== "date" ? f[2].replace(/\B(?=(\d{3})+$)/g, ",") : f[2];
      parts.push(element("span", { "class": "yd-hit-name yd-keep" }, [(f[5] ? f[5] + " " : "") + value + (f[5] ? "" : f[4] === "%" ? "%" : f[4] ? " " + f[4] : "")].concat(f[7] || f[8] ? [" "].concat(both([f[8], f[7]])) : [])));
    }
    d.lines.forEach(function (line) { parts.push(line); });
    if (d.note) parts.push(element("span", { "class": "yd-hit-note" }, d.note));
    if (row.url) parts.push(element("span", { "class": "yd-hit-note" }, both(["Profile of the system", "系统简介"])));
    if (d.reference) parts.push(element("span", { "class": "yd-hit-ref" }, d.reference));
    return { url: link(row.url || d.url), words: d.words, parts: parts, id: r.unit.id + (r.unit.ends ? ".s" + r.sentence : ""), passage: r.unit.id, how: d.how };
  }
  function anchor(row, query, roomy, attributes) {
    var drawn = draw_row(row, query, roomy);
    var made = element("a", Object.assign({ href: drawn.url, "class": "yd-hit yd-keep", "data-kind": row.group, "data-tier": String(row.tier), "data-id": drawn.passage }, attributes), drawn.parts);
    made.addEventListener("click", function () { remember(made, drawn.words); });
    return made;
  }
  function remember(anchor, words) {
    try { sessionStorage.setItem("yuedu.found", JSON.stringify({ path: anchor.pathname, words: words })); } catch (_) { /* nothing is marked then */ }
  }

  function say(text) {
    if (!said) {
      said = element("p", { "class": "yd-said", role: "status" });
      document.body.append(said);
    }
    said.textContent = text;
  }
  /* `open`: there may be more of them. */
  function counted(n, open) { return open ? [n + " results or more", n + "条以上结果"] : [n + (n === 1 ? " result" : " results"), n + "条结果"]; }

  /* What was tried, and the terms that come nearest. */
  function nothing(answer) {
    var out = [element("p", { "class": "yd-none" }, both(["Nothing here has “" + answer.query + "”.", "没有“" + answer.query + "”。"]))];
    var en = answer.tried.map(function (t) { return t[0]; }).join(", "), zh = answer.tried.map(function (t) { return t[1]; }).join("、");
    if (en) out.push(element("p", { "class": "yd-hit-note" }, both(["Tried: " + en + ".", "已尝试：" + zh + "。"])));
    return out;
  }

  /* ---- Suggestions under the box: a combobox and its listbox ---- */

  function attach(input) {
    if (input.dataset.search || input.closest("#yd-search-page")) return;
    input.dataset.search = "ready";
    var form = input.closest("form"), list = element("div", { id: "yd-suggestions", role: "listbox", "aria-label": "Results 结果", "class": "yd-suggestions yd-keep" });
    var panel = element("div", { "class": "yd-search-panel" }, [list]);
    panel.hidden = true;
    form.append(panel);
    var active = -1, turn = 0;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");

    function options() { return all(list, "[role=option]"); }
    function show(open) {
      panel.hidden = !open;
      input.setAttribute("aria-expanded", String(open));
      if (!open) choose(-1);
    }
    function choose(n) {
      var every = options();
      if (every[active]) every[active].setAttribute("aria-selected", "false");
      active = n;
      if (!every[n]) { input.removeAttribute("aria-activedescendant"); return; }
      every[n].setAttribute("aria-selected", "true");
      input.setAttribute("aria-activedescendant", every[n].id);
      every[n].scrollIntoView({ block: "nearest" });
    }
    function every_result(answer, text) {
      var to = link("search/?q=" + encoded(text));
      return element("a", { href: to, role: "option", "aria-selected": "false", "class": "yd-hit yd-hit-all", "data-kind": "all" },
        both(answer ? ["All results (" + (answer.results.length + answer.more) + (answer.rest ? "+)" : ")"), "全部结果"] : ["Search", "搜索"]));
    }
    function draw(answer, text, early) {
      list.textContent = "";
      active = -1;
      var shown = rows(answer), last = "", group = null, room = {}, few = 0;
      shown.forEach(function (row) {
        var most = { passages: 10, figures: 4 }[row.group] || (row.r.rank <= 1 && row.r.name ? 4 : 3);
        room[row.group] = (room[row.group] || 0) + 1;
        if (room[row.group] > most || few >= 22) return;
        few++;
        if (row.key !== last) {
          var id = "yd-hit-group-" + row.key, name = GROUPS[row.group];
          group = element("div", { role: "group", "aria-labelledby": id }, [element("div", { id: id, "class": "yd-hit-group", role: "presentation" }, both(name).concat(row.tier ? [element("small", {}, both(TIERS[row.tier]))] : []))]);
          list.append(group);
          last = row.key;
        }
        group.append(anchor(row, answer.query, false, { role: "option", "aria-selected": "false", tabindex: "-1" }));
      });
      if (!shown.length) {
        nothing(answer).forEach(function (p) { list.append(element("div", { role: "presentation" }, [p])); });
        answer.nearest.forEach(function (t) {
          list.append(element("a", { href: link("glossary/" + t.slug + "/"), role: "option", "aria-selected": "false", tabindex: "-1", "class": "yd-hit yd-keep", "data-kind": "nearest" },
            [element("span", { lang: "zh-Hans" }, [t.zh]), " ", element("span", { lang: "en" }, [t.en])]));
        });
      }
      var to = every_result(early ? null : answer, text);
      to.tabIndex = -1;
      list.append(to);
      options().forEach(function (option, n) { option.id = "yd-option-" + n; });
      if (yuedu.turn) yuedu.turn(list);
      show(true);
      if (!early) say(options().length - 1 + " suggestions " + (options().length - 1) + "条提示");
    }
    function update() {
      var text = input.value, mine = ++turn;
      if (!text.trim()) { show(false); list.textContent = ""; return; }
      function still() { return mine === turn && (document.activeElement === input || panel.contains(document.activeElement)); }
      var done = false;
      yuedu.engine.search(text, { most: 10, early: function (answer) {
        /* Only while shards are on their way: what comes at once is drawn once. */
        setTimeout(function () { if (still() && !done) draw(answer, text, true); }, 40);
      } }).then(function (answer) {
        done = true;
        if (!still()) return;
        if (!answer.query) { show(false); return; }
        draw(answer, text);
        input.dataset.shown = text;
      }, function () {
        done = true;
        if (mine === turn) say("The search could not be loaded. 搜索未能加载。");
      });
    }
    input.addEventListener("input", function (event) { if (!event.isComposing) update(); });
    input.addEventListener("compositionend", update);
    input.addEventListener("keydown", function (event) {
      if (event.isComposing) return;
      var every = options();
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (panel.hidden) { if (every.length) show(true); else update(); return; }
        var n = active + (event.key === "ArrowDown" ? 1 : -1);
        choose(n < -1 ? every.length - 1 : n >= every.length ? -1 : n);
      } else if (event.key === "Enter" && active >= 0 && every[active]) {
        event.preventDefault();
        every[active].click();
        show(false);
      } else if (event.key === "Escape") {
        event.preventDefault();
        turn++; /* an answer that is still on its way must not open again what was closed */
        if (!panel.hidden) show(false);
        else { input.value = ""; input.blur(); }
      }
    });
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (input.value.trim()) location.href = link("search/?q=" + encoded(input.value));
    });
    form.addEventListener("focusout", function (event) {
      if (!form.contains(event.relatedTarget)) show(false);
    });
    panel.addEventListener("pointerdown", function (event) { if (!event.target.closest("a")) event.preventDefault(); });
    input.addEventListener("focus", function () { if (input.value.trim()) update(); });
    if (input.value.trim()) update();
  }

  /* ---- The page of all results ---- */

  function page(place) {
    if (place.dataset.search) return;
    place.dataset.search = "ready";
    var form = place.querySelector("form"), input = place.querySelector("input.yd-q"), out = place.querySelector(".yd-results"), bar = place.querySelector(".yd-filters");
    var names = ["kind", "doc", "topic", "year"], chosen = {}, most = 10, turn = 0, selects = {}, offered = null;
    function read() {
      var asked = new URLSearchParams(location.search);
      input.value = asked.get("q") || "";
      names.forEach(function (n) { chosen[n] = asked.get(n) || ""; });
    }
    function write() {
      var asked = new URLSearchParams();
      if (input.value) asked.set("q", input.value);
      names.forEach(function (n) { if (chosen[n]) asked.set(n, chosen[n]); });
      var text = asked.toString();
      try { history.replaceState(history.state, "", location.pathname + (text ? "?" + text : "")); } catch (_) { /* some browsers refuse in a folder */ }
      document.title = (input.value ? input.value + " – " : "") + "Search 搜索 – " + yuedu.desk.title;
    }
    function filters() {
      return yuedu.engine.load("facets").then(function (facets) {
        if (selects.kind) return;
        offered = facets;
        var lists = {
          kind: ["terms", "systems", "bodies", "passages", "figures", "headings", "topics", "documents"].map(function (k) { return [k, GROUPS[k][1], GROUPS[k][0]]; }),
          doc: facets.doc || [], topic: facets.topic, year: facets.year.map(function (y) { return [y, y, ""]; })
        };
        var titles = { kind: ["Kind", "类别"], doc: ["Document", "文件"], topic: ["Topic", "专题"], year: ["Year", "年份"] };
        names.forEach(function (name) {
          var select = selects[name] = element("select", { name: name }, [element("option", { value: "" }, ["–"])]);
          lists[name].forEach(function (row) { select.append(choice(row)); });
          select.value = chosen[name];
          select.addEventListener("change", function () {
            chosen[name] = select.value;
            most = 10;
            if (name === "year" && !facets.doc) { chosen.doc = ""; documents(); }
            update();
          });
          bar.append(element("label", {}, both(titles[name]).concat([" ", select])));
        });
        documents();
      });
    }
    /* Of many documents those of one year at a time: which year is asked first. */
    function documents() {
      if (!offered || offered.doc) return;
      var select = selects.doc, asked = chosen.year;
      function offer(rows) {
        select.textContent = "";
        select.append(element("option", { value: "" }, [asked ? "–" : "– (year first 先选年份)"]));
        if (chosen.doc && !rows.some(function (row) { return row[0] === chosen.doc; })) rows = [[chosen.doc, chosen.doc, ""]].concat(rows);
        rows.forEach(function (row) { select.append(choice(row)); });
        select.value = chosen.doc;
        select.disabled = !rows.length;
      }
      if (offered.year.indexOf(asked) < 0) offer([]);
      else yuedu.engine.load("facets-" + asked).then(function (rows) { if (chosen.year === asked) offer(rows); }, function () { offer([]); });
    }
    function choice(row) { return element("option", { value: row[0] }, [(row[2] ? row[2] + " " : "") + row[1]]); }
    function update() {
      var text = input.value, mine = ++turn;
      write();
      if (!text.trim()) { out.textContent = ""; place.classList.remove("yd-asked"); return Promise.resolve(); }
      return yuedu.engine.search(text, { most: most, filters: chosen, full: true }).then(function (answer) {
        if (mine === turn) draw(answer, mine);
      }, function () {
        if (mine === turn) { out.textContent = ""; out.append(element("p", {}, both(["The search could not be loaded.", "搜索未能加载。"]))); }
      });
    }
    function draw(answer, mine) {
      place.classList.toggle("yd-asked", !!answer.query);
      out.textContent = "";
      out.dataset.shown = input.value;
      if (!answer.query) return;
      var shown = rows(answer, chosen.kind), last = "", tier = -1, list = null, room = {}, rest = answer.more;
      var total = shown.length + answer.more;
      var head = element("p", { "class": "yd-count", role: "status" }, both(counted(total, answer.rest)));
      out.append(head);
      /* The older documents are counted when the reader has stopped typing. */
      if (answer.rest) setTimeout(function () {
        if (mine === turn) answer.rest().then(function (n) { if (mine === turn) head.replaceChildren.apply(head, both(counted(total + n))); }, function () {});
      }, 600);
      if (!shown.length) {
        nothing(answer).forEach(function (p) { out.append(p); });
        if (answer.nearest.length) {
          out.append(element("h2", { "class": "yd-hit-group" }, both(["Nearest terms", "相近术语"])));
          out.append(element("ul", {}, answer.nearest.map(function (t) {
            return element("li", {}, [element("a", { href: link("glossary/" + t.slug + "/"), "class": "yd-keep", "data-kind": "nearest" }, [element("span", { lang: "zh-Hans" }, [t.zh]), " ", element("span", { lang: "en" }, [t.en])])]);
          })));
        }
      }
      shown.forEach(function (row) {
        room[row.key] = (room[row.key] || 0) + 1;
        if (room[row.key] > (row.group === "passages" ? most : Math.max(5, most - 5))) { rest++; return; }
        if (row.key !== last) {
          if (row.tier !== tier) { out.append(element("p", { "class": "yd-tier" }, both(TIERS[row.tier]))); tier = row.tier; }
          out.append(element("h2", { "class": "yd-hit-group" }, both(GROUPS[row.group])));
          list = element("ol", { "class": "yd-hits" });
          out.append(list);
          last = row.key;
        }
        list.append(element("li", {}, [anchor(row, answer.query, true)]));
      });
      if (rest > 0 || answer.rest) {
        var more = element("button", { type: "button", "class": "md-button yd-more" }, both(["Show more", "显示更多"]));
        more.addEventListener("click", function () { most += 20; update().then(function () { var next = place.querySelector(".yd-more"); if (next) next.focus(); }); });
        out.append(more);
      }
      if (yuedu.turn) yuedu.turn(out);
    }
    form.addEventListener("submit", function (event) { event.preventDefault(); most = 10; update(); });
    input.addEventListener("input", function (event) { if (!event.isComposing) { most = 10; update(); } });
    input.addEventListener("compositionend", function () { update(); });
    input.addEventListener("keydown", function (event) { if (event.key === "Escape") { input.value = ""; update(); } });
    window.addEventListener("popstate", function () { read(); names.forEach(function (n) { if (selects[n]) selects[n].value = chosen[n]; }); documents(); update(); });
    read();
    update().then(filters, filters);
  }

  yuedu.view = { start: function (base) { root = base; }, attach: attach, page: page };
})();
