/* Yuedu. Without this script everything reads: both languages are shown, and terms are links.
   It marks a sentence's counterparts, opens a term's tooltip, and gives labels their languages. */
(function () {
  "use strict";

  function up(event, selector) {
    return event.target.closest ? event.target.closest(selector) : null;
  }
  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  /* Sentences: pointing at, focusing or tapping one side marks the other.
     data-s holds the numbers of the Chinese sentences that a piece of text is or stands on. */
  var PAIR = ".yd-pair:not(.yd-solo) .yd-s[data-s]";
  var marked = null;

  function mark(sentence) {
    if (sentence === marked) return;
    all(document, ".yd-s.yd-on").forEach(function (old) { old.classList.remove("yd-on"); });
    marked = sentence;
    if (!sentence) return;
    var wanted = sentence.dataset.s.split(" ");
    all(sentence.closest(".yd-pair"), ".yd-s[data-s]").forEach(function (other) {
      if (other.dataset.s.split(" ").some(function (n) { return wanted.indexOf(n) >= 0; })) other.classList.add("yd-on");
    });
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType !== "touch") mark(up(event, PAIR));
  });
  document.addEventListener("focusin", function (event) {
    mark(up(event, PAIR));
  });
  document.addEventListener("focusout", function (event) {
    if (up(event, PAIR)) mark(null);
  });

  /* One stop of the Tab key in each passage; the arrows go from sentence to sentence. */
  function stops() {
    all(document, ".yd-pair:not(.yd-solo)").forEach(function (pair) {
      var first = pair.querySelector(".yd-s[data-s]");
      if (first) first.tabIndex = 0;
    });
  }
  function walk(event) {
    var here = event.target;
    if (!here.matches || !here.matches(PAIR) || event.altKey || event.ctrlKey || event.metaKey) return;
    var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    var row = all(here.closest(".yd-pair"), ".yd-s[data-s]");
    var next = row[row.indexOf(here) + step];
    event.preventDefault();
    if (!next) return;
    here.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  /* An address of a sentence marks its counterpart as well. */
  function target() {
    var sentence = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (sentence && sentence.matches(PAIR)) mark(sentence);
  }

  /* An address of a part, a sentence or a figure holds wherever it once stood: what is not on this page is where its
     document has it. `asked-li-2031`, the heading over a document, leads to the document. */
  var PART = /^(?:(?:asked|done|planned|gaps|context|occasion)-)?([a-z]+(?:-[a-z0-9]+)*)((?:\.[a-z0-9]+(?:-[0-9]+)*)*)$/;

  function lead_on() {
    var id = decodeURIComponent(location.hash.slice(1));
    var here = id && document.getElementById(id);
    if (here && here.closest(".yd-elsewhere") && here.href) return location.replace(here.href);
    var parts = !here && PART.exec(id), own = document.querySelector("script[src*='assets/yuedu.js']");
    if (!parts || !own || (parts[2] ? id !== parts[1] + parts[2] : id === parts[1])) return;
    var base = own.src.replace(/assets\/yuedu\.js.*$/, ""), path = location.pathname;
    var home = (/\.f[0-9]+$/.test(parts[2]) ? "figures/" : "speeches/") + parts[1] + "/";
    var file = /\/index\.html$/.test(path) ? "index.html" : ""; /* opened from a folder */
    if (path.replace(/index\.html$/, "") === new URL(base + home).pathname) return;
    location.replace(base + home + file + location.search + (parts[2] ? "#" + id : ""));
  }

  /* Terms: a tooltip on hover, focus and tap; Escape closes it; the pointer may move into it. */
  var TOLD = ".yd-term, .yd-figure[data-say]";
  var pop = null, owner = null, waiting = 0;

  function close() {
    clearTimeout(waiting);
    if (!pop) return;
    owner.removeAttribute("aria-describedby");
    pop.remove();
    pop = owner = null;
  }

  function open(link) {
    clearTimeout(waiting);
    if (owner === link) return;
    close();
    var source = link.dataset.term && document.getElementById("tip-" + link.dataset.term);
    if (!source && !link.dataset.say) return;
    pop = document.createElement("div");
    pop.className = "yd-pop";
    pop.id = "yd-pop";
    pop.setAttribute("role", "tooltip");
    if (source) {
      pop.innerHTML = source.innerHTML;
      var more = document.createElement("a");
      more.href = link.href;
      more.tabIndex = -1; /* the word itself is this link; the keyboard is there already */
      more.innerHTML = '<span lang="en">All uses</span> <span lang="zh-Hans">译法与用例</span> →';
      pop.appendChild(more);
    } else figure(link);
    pop.addEventListener("pointerenter", function () { clearTimeout(waiting); });
    pop.addEventListener("pointerleave", function (event) { if (event.pointerType !== "touch") later(close, 250); });
    document.body.appendChild(pop);
    owner = link;
    owner.setAttribute("aria-describedby", pop.id);
    place();
  }

  /* A figure: what it comes to, and what it counts. */
  function figure(link) {
    var value = document.createElement("b");
    value.textContent = link.dataset.say;
    pop.append(value);
    ["en", "zh"].forEach(function (language) {
      if (!link.dataset[language]) return;
      var line = document.createElement("p");
      line.append(in_language(language === "zh" ? "zh-Hans" : "en", link.dataset[language]));
      line.lang = language === "zh" ? "zh-Hans" : "en";
      pop.append(line);
    });
  }

  /* Under the word, or over it where there is more room: never on any of its lines, never out of the window. */
  function place() {
    var lines = owner.getClientRects(), first = lines[0], last = lines[lines.length - 1];
    var header = document.querySelector(".md-header");
    var top = header ? Math.max(0, header.getBoundingClientRect().bottom) : 0;
    var over = first.top - top - 12, under = window.innerHeight - last.bottom - 12;
    var below = pop.offsetHeight <= under || under >= over;
    pop.style.maxHeight = Math.max(96, below ? under : over) + "px";
    var width = pop.offsetWidth, height = pop.offsetHeight;
    var start = below ? last : first;
    var left = Math.max(8, Math.min(start.left, document.documentElement.clientWidth - width - 8));
    pop.style.left = left + window.scrollX + "px";
    pop.style.top = (below ? last.bottom + 6 : first.top - height - 6) + window.scrollY + "px";
  }

  function later(what, time) {
    clearTimeout(waiting);
    waiting = setTimeout(what, time);
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var link = up(event, TOLD);
    /* A pointer on its way across the text opens nothing. */
    if (link) later(function () { open(link); }, owner === link ? 0 : 150);
  });
  document.addEventListener("pointerout", function (event) {
    if (event.pointerType !== "touch" && up(event, TOLD)) later(close, 250);
  });
  document.addEventListener("focusin", function (event) {
    var link = up(event, TOLD);
    if (link) open(link);
    else if (pop && !pop.contains(event.target)) close();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { close(); mark(null); }
    else walk(event);
  });
  window.addEventListener("resize", close);

  /* A first tap opens the tooltip, which holds the link; a second tap follows it. A tap on a sentence marks it. */
  var touching = false, before = null;
  document.addEventListener("pointerdown", function (event) {
    touching = event.pointerType === "touch";
    before = owner;
  }, true);
  document.addEventListener("click", function (event) {
    var link = up(event, TOLD);
    if (link && touching && before !== link && (link.dataset.say || document.getElementById("tip-" + link.dataset.term))) {
      event.preventDefault();
      open(link);
    } else if (pop && !link && !pop.contains(event.target)) close();
    if (touching && !(pop && pop.contains(event.target))) mark(up(event, PAIR));
    touching = false;
  });

  /* Labels of the navigation are plain text in both languages: say which part is Chinese, for voices and fonts.
     Where a label stands for a heading, it takes the heading's own parts. */
  function labels() {
    all(document, ".md-tabs__link, .md-nav--primary .md-ellipsis, .md-nav__title, .yd-foot nav a, .yd-contents summary").forEach(function (label) {
      var text = label.lastChild;
      var parts = text && text.nodeType === 3 && /^\s*([^\u3400-\u9fff]*?) *([\u3400-\u9fff].*?)\s*$/.exec(text.data);
      if (!parts) return;
      text.data = "";
      if (parts[1]) label.append(in_language("en", parts[1]), " ");
      label.append(in_language("zh-Hans", parts[2]));
    });
    all(document, ".md-nav--secondary a[href^='#'], .yd-contents a").forEach(function (link) {
      var heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      var parts = heading && /^H[1-6]$/.test(heading.tagName) ? all(heading, ":scope > [lang]") : [];
      if (parts.length < 2 || link.querySelector(".yd-both")) return;
      var both = document.createElement("span");
      both.className = "yd-both";
      parts.forEach(function (part) {
        both.appendChild(part.cloneNode(true));
        both.appendChild(document.createTextNode(" "));
      });
      link.textContent = "";
      link.appendChild(both);
    });
  }
  function in_language(code, text) {
    var span = document.createElement("span");
    span.lang = code;
    span.textContent = text;
    return span;
  }

  /* An index is filtered as the reader types: every word must be in what the entry may be found by. */
  function filter() {
    var views = document.querySelector(".yd-views:not([data-firsts])");
    if (!views || document.querySelector(".yd-filter")) return;
    var entries = all(document, ".yd-index li[data-find]");
    var box = document.createElement("input");
    box.type = "search";
    box.className = "yd-filter";
    box.placeholder = "Filter: English, 中文, 繁體, pinyin, initials";
    box.setAttribute("aria-label", "Filter the terms 筛选术语");
    var found = document.createElement("p");
    found.className = "yd-found";
    found.setAttribute("role", "status");
    views.after(box, found);
    box.addEventListener("input", function () {
      var words = box.value.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
      var count = 0;
      entries.forEach(function (entry) {
        var here = words.every(function (word) { return entry.dataset.find.indexOf(word) >= 0; });
        entry.hidden = !here;
        count += here;
      });
      all(document, ".yd-index").forEach(function (list) {
        var empty = !list.querySelector("li:not([hidden])");
        list.hidden = empty;
        if (list.previousElementSibling) list.previousElementSibling.hidden = empty;
      });
      found.textContent = words.length ? count + (count === 1 ? " term" : " terms") + " " + count + "条" : "";
    });
  }

  /* A wide table scrolls by itself: the arrows of a keyboard must reach it too. */
  function scrolled() {
    all(document, ".md-typeset__scrollwrap").forEach(function (box) { box.tabIndex = 0; });
  }

  function page() {
    close();
    mark(null);
    labels();
    filter();
    stops();
    scrolled();
    target();
    lead_on();
  }
  window.addEventListener("hashchange", function () {
    target();
    lead_on();
  });
  /* With instant navigation the theme tells of every page; without it there is one. */
  if (window.document$ && window.document$.subscribe) window.document$.subscribe(page);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", page);
  else page();
})();
