/* Yuedu: the way to the search. This script alone comes with every page; the search and its shards are fetched when the
   reader turns to the box. Without it the box is a plain form that leads to the indexes. */
(function () {
  "use strict";

  var yuedu = window.yuedu = window.yuedu || {};
  var own = document.querySelector("script[src*='assets/search.js']");
  var root = own ? own.src.replace(/assets\/search\.js.*$/, "") : "/";
  var started = null;

  function script(name) {
    return new Promise(function (done, failed) {
      var made = document.createElement("script");
      made.src = root + "assets/" + name;
      made.onload = done;
      made.onerror = failed;
      document.head.appendChild(made);
    });
  }
  /* What the engine will ask for first comes with it, not after it. In a folder nothing is far away. */
  function ahead(path) {
    if (location.protocol === "file:") return;
    var hint = document.createElement("link");
    hint.rel = "preload";
    hint.as = "script";
    hint.href = root + path;
    document.head.appendChild(hint);
  }
  /* The engine, its drawing and the core of the index, all at once. */
  function start() {
    if (!started) {
      ahead("data/search/core.js");
      started = Promise.all([script("search-engine.js").then(function () { return yuedu.engine.start(root); }), script("search-view.js")])
        .then(function () { yuedu.view.start(root); return yuedu.view; });
      started.catch(function () { started = null; });
    }
    return started;
  }
  yuedu.search = function (text, options) {
    return start().then(function () { return yuedu.engine.search(text, options); });
  };

  document.addEventListener("focusin", function (event) {
    if (event.target.matches && event.target.matches("input.yd-q")) start().then(function (view) { view.attach(event.target); }, function () {});
  });

  /* The theme's keys: f, s and / lead to the box. */
  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (["f", "s", "/"].indexOf(event.key) < 0) return;
    var where = event.target;
    if (where.closest && where.closest("input, textarea, select, [contenteditable], dialog")) return;
    var boxes = Array.prototype.slice.call(document.querySelectorAll("input.yd-q")).filter(function (box) { return box.getClientRects().length; });
    if (!boxes.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    boxes[0].focus();
    boxes[0].select();
  }, true);

  /* Arriving from a result: what was found is marked where it stands. */
  function arrive() {
    var found = null;
    try {
      found = JSON.parse(sessionStorage.getItem("yuedu.found"));
      sessionStorage.removeItem("yuedu.found");
    } catch (_) { return; }
    if (!found || !found.words || found.path !== location.pathname) return;
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var within = target && (target.closest(".yd-passage, .yd-told") || target) || document.querySelector(".md-content");
    if (within) mark(within, found.words.filter(function (w) { return typeof w === "string" && w; }));
  }
  function mark(within, words) {
    if (!words.length) return;
    var wanted = new RegExp(words.sort(function (a, b) { return b.length - a.length; }).map(function (w) {
      return w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    }).join("|"), "gi");
    var walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT), nodes = [];
    while (walker.nextNode() && nodes.length < 4000) nodes.push(walker.currentNode);
    nodes.forEach(function (node) {
      if (node.parentElement.closest("script, style, button, mark, .headerlink, .yd-tools, [hidden]")) return;
      var hits = [], hit;
      wanted.lastIndex = 0;
      while ((hit = wanted.exec(node.data))) hits.push([hit.index, hit[0].length]);
      hits.reverse().forEach(function (h) {
        var rest = node.splitText(h[0]), made = document.createElement("mark");
        rest.splitText(h[1]);
        rest.replaceWith(made);
        made.className = "yd-found-here";
        made.appendChild(rest);
      });
    });
  }

  function page() {
    arrive();
    var box = document.querySelector("#yd-search-page input.yd-q");
    if (box) start().then(function (view) { view.page(document.getElementById("yd-search-page")); }, function () {});
  }
  if (window.document$ && window.document$.subscribe) window.document$.subscribe(page);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", page);
  else page();
})();
