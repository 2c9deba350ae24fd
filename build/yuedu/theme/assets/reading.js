/* Yuedu: three readings of one page (中文, both, English), and Chinese in traditional characters.
   Without this script both languages are shown. What is chosen is remembered, and can be set in a link: ?read=zh|en|both|hant. */
(function () {
  "use strict";

  var root = document.documentElement;
  var CHOICES = [
    { value: "zh", text: "中文", lang: "zh-Hans", name: "Chinese alone 只读中文", key: "z" },
    { value: "both", text: "双语", lang: "zh-Hans", name: "Both languages 双语对照", key: "b" },
    { value: "en", text: "EN", lang: "en", name: "EN: English alone 只读英文", key: "e" }
  ];

  function all(within, selector) {
    return Array.prototype.slice.call(within.querySelectorAll(selector));
  }
  function remember(name, value) {
    try { localStorage.setItem(name, value); } catch (_) { /* a browser that keeps nothing still reads */ }
  }

  /* The place: the first thing in view that the new reading keeps stays where it is; where it keeps nothing of it,
     the counterpart of what was on top stands there. */
  function anchor() {
    var header = document.querySelector(".md-header");
    var top = header ? Math.max(0, header.getBoundingClientRect().bottom) : 0;
    var seen = all(document, ".md-content [id], .md-content .yd-s, .md-content li, .md-content tr, .md-content p").filter(function (element) {
      var box = element.getBoundingClientRect();
      return box.height && box.top >= top - 1 && box.top < window.innerHeight && !element.querySelector(".yd-s");
    }).map(function (element) { return { element: element, top: element.getBoundingClientRect().top }; });
    seen.sort(function (a, b) { return a.top - b.top; }); /* woven, the order on the screen is not that of the text */
    if (!seen.length) return function () {};
    var others = counterparts(seen[0].element);
    for (var up = seen[0].element.parentElement; up && up !== document.body; up = up.parentElement) others.push(up);
    return function () {
      var kept = seen.filter(function (place) { return is_shown(place.element); })[0];
      if (!kept) {
        var other = others.filter(is_shown)[0];
        kept = other && { element: other, top: Math.max(top, seen[0].top) };
      }
      if (kept) window.scrollBy({ top: kept.element.getBoundingClientRect().top - kept.top, behavior: "instant" });
    };
  }
  function is_shown(element) { return element.getClientRects().length > 0; }
  function counterparts(sentence) {
    var pair = sentence.closest(".yd-pair"), wanted = (sentence.dataset.s || "").split(" ");
    return pair ? all(pair, ".yd-s[data-s]").filter(function (other) {
      return other !== sentence && other.dataset.s.split(" ").some(function (n) { return wanted.indexOf(n) >= 0; });
    }) : [];
  }

  function reading() { return root.dataset.read || "both"; }

  function read(value) {
    var keep = anchor();
    root.dataset.read = value;
    root.lang = value === "zh" ? (root.dataset.script === "hant" ? "zh-Hant" : "zh-Hans") : "en";
    remember("yuedu.read", value);
    keep();
    show();
  }

  /* Traditional characters: a table made with OpenCC when the site was built, fetched when it is first wanted. */
  var table = null;
  window.yuedu = window.yuedu || {};
  window.yuedu.traditional = function (given) { table = given; };
  /* What another script draws later is written as the page is. */
  window.yuedu.turn = function (within) {
    if (table && root.dataset.script === "hant") all(within, "[lang='zh-Hans']").forEach(function (element) { convert(element, true); });
  };

  function write(script) {
    remember("yuedu.script", script);
    if (script === "hant" && !table) {
      var fetched = document.createElement("script");
      fetched.src = base() + "data/traditional.js";
      fetched.onload = function () { write("hant"); };
      document.head.appendChild(fetched);
      return;
    }
    var keep = anchor();
    root.dataset.script = script;
    all(document.body, "[lang='zh-Hans'], [data-hans]").forEach(function (element) {
      if (!element.closest(".yd-read") && !element.parentElement.closest("[lang='zh-Hans'], [data-hans]")) convert(element, script === "hant");
    });
    if (reading() === "zh") root.lang = script === "hant" ? "zh-Hant" : "zh-Hans";
    keep();
    show();
  }
  function base() {
    var own = document.querySelector("script[src*='assets/reading.js']");
    return own ? own.src.replace(/assets\/reading\.js.*$/, "") : "/";
  }
  function convert(element, traditional) {
    if (traditional === (element.getAttribute("lang") === "zh-Hant")) return; // the text of a chart is SVG: it has no .lang
    var nodes = [], walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("rt")) nodes.push(walker.currentNode);
    if (traditional) {
      var text = nodes.map(function (node) { return node.data; }).join(""), at = 0;
      var turned = change(text);
      nodes.forEach(function (node) {
        node.simplified = node.data;
        node.data = turned.slice(at, at += node.data.length);
      });
      element.dataset.hans = "";
      element.setAttribute("lang", "zh-Hant");
    } else {
      nodes.forEach(function (node) { if (node.simplified !== undefined) node.data = node.simplified; });
      delete element.dataset.hans;
      element.setAttribute("lang", "zh-Hans");
    }
  }
  /* The longest phrase of the table at each place, else the character's own form; never another length. */
  function change(text) {
    var out = "", i = 0;
    while (i < text.length) {
      var size = Math.min(table.longest, text.length - i), phrase;
      for (; size > 1; size--) {
        phrase = text.substr(i, size);
        if (Object.prototype.hasOwnProperty.call(table.phrases, phrase)) break;
      }
      if (size > 1) out += table.phrases[phrase];
      else out += table.chars[text[i]] || text[i];
      i += Math.max(1, size);
    }
    return out;
  }

  /* The switch, in the header. */
  var group = null, said = null;

  function build() {
    var bar = document.querySelector(".md-header__inner");
    if (!bar || bar.querySelector(".yd-read")) return;
    group = document.createElement("div");
    group.className = "yd-read yd-keep";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "Reading 阅读");
    CHOICES.forEach(function (choice) {
      group.appendChild(button(choice, function () { read(choice.value); }));
    });
    var script = button({ text: "繁", lang: "zh-Hant", name: "Traditional characters 繁體字", key: "t", value: "hant" }, function () {
      write(root.dataset.script === "hant" ? "hans" : "hant");
    });
    group.appendChild(script);
    var before = bar.querySelector("[data-md-component='palette'], .md-search, label[for='__search']");
    bar.insertBefore(group, before);
    said = document.createElement("p");
    said.className = "yd-said";
    said.setAttribute("role", "status");
    document.body.appendChild(said);
  }
  function button(choice, act) {
    var element = document.createElement("button");
    element.type = "button";
    element.textContent = choice.text;
    element.lang = choice.lang;
    element.title = choice.name + " (" + choice.key + ")";
    element.setAttribute("aria-label", choice.name);
    element.setAttribute("aria-keyshortcuts", choice.key);
    element.dataset.read = choice.value;
    element.addEventListener("click", function () {
      act();
      if (said) said.textContent = choice.name;
    });
    return element;
  }
  function show() {
    if (!group) return;
    all(group, "button").forEach(function (element) {
      var on = element.dataset.read === "hant" ? root.dataset.script === "hant" : element.dataset.read === reading();
      element.setAttribute("aria-pressed", String(on));
    });
  }

  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !group) return;
    var where = event.target;
    if (where.closest && where.closest("input, textarea, select, [contenteditable], dialog")) return;
    var wanted = all(group, "button").filter(function (element) { return element.getAttribute("aria-keyshortcuts") === event.key; })[0];
    if (wanted) { event.preventDefault(); wanted.click(); }
  });

  /* In one language the other stays in reach: a passage shows it on demand. */
  function peeks() {
    all(document, ".yd-passage > .yd-meta").forEach(function (line) {
      var pair = line.parentElement.querySelector(".yd-pair:not(.yd-solo)");
      if (!pair || line.querySelector(".yd-peek")) return;
      var peek = document.createElement("button");
      peek.type = "button";
      peek.className = "yd-peek";
      peek.setAttribute("aria-pressed", "false");
      peek.innerHTML = '<span lang="en">Chinese</span><span lang="zh-Hans">英文</span>';
      peek.title = "Show the other language of this passage 显示本段另一语言";
      peek.addEventListener("click", function () {
        peek.setAttribute("aria-pressed", String(pair.classList.toggle("yd-shown")));
      });
      line.appendChild(peek);
    });
  }

  /* A selection that begins in one language stays in it. */
  document.addEventListener("pointerdown", function (event) {
    all(document, ".yd-select-en, .yd-select-zh").forEach(function (old) { old.classList.remove("yd-select-en", "yd-select-zh"); });
    var side = event.target.closest && event.target.closest(".yd-pair:not(.yd-solo) > [lang]");
    var page = side && side.closest(".md-content");
    if (page) page.classList.add(side.lang === "en" ? "yd-select-en" : "yd-select-zh");
  });

  /* What is copied is of the language in which the selection began, without the marks of links and the tools. */
  document.addEventListener("copy", function (event) {
    var chosen = getSelection(), node = chosen.rangeCount && chosen.anchorNode;
    var start = node && (node.nodeType === 1 ? node : node.parentElement);
    var side = start && start.closest(".yd-pair:not(.yd-solo) > [lang]");
    if (!side || !event.clipboardData) return;
    var box = document.createElement("div");
    box.append(chosen.getRangeAt(0).cloneContents());
    all(box, (side.lang === "en" ? "[lang^='zh-Han']" : "[lang='en']") + ", .headerlink, .yd-tools, .yd-meta, button, rt").forEach(function (other) { other.remove(); });
    box.className = "yd-copied";
    document.body.append(box);
    event.clipboardData.setData("text/plain", box.innerText.trim());
    event.clipboardData.setData("text/html", box.innerHTML);
    box.remove();
    event.preventDefault();
  });

  function page() {
    build();
    peeks();
    root.lang = reading() === "zh" ? (root.dataset.script === "hant" ? "zh-Hant" : "zh-Hans") : "en";
    if (root.dataset.script === "hant") write("hant");
    show();
  }
  if (window.document$ && window.document$.subscribe) window.document$.subscribe(page);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", page);
  else page();
})();
