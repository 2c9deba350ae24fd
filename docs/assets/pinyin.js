/* Yuedu: pinyin over the terms of a text, when a reader asks for it (the button 拼音, or the key p). It stands where the
   text has the term's own name; a short form or a place that means the term in other words is read otherwise. */
(function () {
  "use strict";

  var root = document.documentElement, button = null;

  var all = window.yuedu.dom.all;
  function wanted() {
    try { return localStorage.getItem("yuedu.pinyin") === "yes"; } catch (_) { return root.dataset.pinyin === "yes"; }
  }

  function terms() {
    return all(document, ".md-content [lang|='zh'] .yd-term[data-term]").map(function (link) {
      var tip = document.getElementById("tip-" + link.dataset.term);
      var name = tip && tip.querySelector("b"), pinyin = tip && tip.querySelector("i");
      return name && pinyin && { link: link, name: name.textContent, pinyin: pinyin.textContent };
    }).filter(Boolean);
  }

  function write(shown) {
    root.dataset.pinyin = shown ? "yes" : "no";
    terms().forEach(function (term) {
      var ruby = term.link.querySelector("ruby");
      if (shown && !ruby && term.link.textContent === term.name) {
        ruby = document.createElement("ruby");
        ruby.append.apply(ruby, Array.prototype.slice.call(term.link.childNodes));
        var reading = document.createElement("rt");
        reading.lang = "zh-Latn-pinyin";
        reading.textContent = term.pinyin;
        ruby.append(reading);
        term.link.append(ruby);
      } else if (!shown && ruby) {
        ruby.querySelector("rt").remove();
        ruby.replaceWith.apply(ruby, Array.prototype.slice.call(ruby.childNodes));
      }
    });
    if (button) button.setAttribute("aria-pressed", String(shown));
  }

  function turn() {
    var shown = root.dataset.pinyin !== "yes";
    try { localStorage.setItem("yuedu.pinyin", shown ? "yes" : "no"); } catch (_) { /* a browser that keeps nothing still reads */ }
    var seen = all(document, ".md-content .yd-s").filter(function (s) { return s.getBoundingClientRect().top >= 60; })[0];
    var top = seen && seen.getBoundingClientRect().top;
    write(shown);
    if (seen) window.scrollBy({ top: seen.getBoundingClientRect().top - top, behavior: "instant" });
  }

  document.addEventListener("keydown", function (event) {
    if (event.key !== "p" || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !button || !button.isConnected) return;
    if (event.target.closest && event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
    event.preventDefault();
    turn();
  });

  function page() {
    button = document.querySelector(".yd-pinyin");
    if (!button && terms().length) {
      button = document.createElement("button");
      button.type = "button";
      button.className = "yd-citing yd-pinyin";
      button.innerHTML = '<span lang="en">Pinyin</span> <span lang="zh-Hans">拼音</span>';
      button.title = "Pinyin over the terms 术语注音 (p)";
      button.setAttribute("aria-keyshortcuts", "p");
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", turn);
      var crumb = document.querySelector(".md-content .yd-crumb");
      if (crumb) crumb.append(button);
      else button = null;
    }
    if (button && wanted()) write(true);
  }
  if (window.document$ && window.document$.subscribe) window.document$.subscribe(page);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", page);
  else page();
})();
