/* Yuedu 粤读. Without this script everything reads: both languages are shown, and terms are links.
   It marks a sentence's counterpart, and opens a term's tooltip. */
(function () {
  "use strict";

  /* Sentences: pointing at, focusing or tapping one side marks the other. */
  function mark(sentence, on) {
    var passage = sentence.closest(".yd-passage");
    if (!passage) return;
    var wanted = sentence.dataset.s.split(" ");
    passage.querySelectorAll(".yd-pair:not(.yd-solo) .yd-s").forEach(function (other) {
      var shared = other.dataset.s.split(" ").some(function (n) { return wanted.indexOf(n) >= 0; });
      other.classList.toggle("yd-on", on && shared);
    });
  }
  function sentenceOf(event) {
    return event.target.closest ? event.target.closest(".yd-s") : null;
  }
  [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]].forEach(function (pair) {
    document.addEventListener(pair[0], function (event) {
      var sentence = sentenceOf(event);
      if (sentence) mark(sentence, pair[1]);
    });
  });

  /* Terms: a tooltip on hover, focus and tap; Escape closes it; the pointer may move into it. */
  var pop = null, owner = null, waiting = 0;

  function close() {
    clearTimeout(waiting);
    if (!pop) return;
    owner.removeAttribute("aria-describedby");
    pop.remove();
    pop = owner = null;
  }

  function open(link) {
    if (owner === link) { clearTimeout(waiting); return; }
    var source = document.getElementById("tip-" + link.dataset.term);
    close();
    if (!source) return;
    pop = document.createElement("div");
    pop.className = "yd-pop";
    pop.id = "yd-pop";
    pop.setAttribute("role", "tooltip");
    pop.innerHTML = source.innerHTML;
    var more = document.createElement("a");
    more.href = link.href;
    more.innerHTML = 'Term <span lang="zh-Hans">术语详情</span> →';
    pop.appendChild(more);
    pop.addEventListener("mouseenter", function () { clearTimeout(waiting); });
    pop.addEventListener("mouseleave", later);
    document.body.appendChild(pop);
    owner = link;
    owner.setAttribute("aria-describedby", pop.id);
    place();
  }

  /* Below the word, or above it where there is no room below: never over it, never out of the window. */
  function place() {
    var word = owner.getClientRects()[0], width = pop.offsetWidth, height = pop.offsetHeight;
    var room = document.documentElement.clientWidth;
    var left = Math.max(8, Math.min(word.left, room - width - 8));
    var above = word.bottom + height + 12 > window.innerHeight && word.top - height - 6 > 0;
    pop.style.left = left + window.scrollX + "px";
    pop.style.top = (above ? word.top - height - 6 : word.bottom + 6) + window.scrollY + "px";
  }

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(close, 250);
  }
  function termOf(event) {
    return event.target.closest ? event.target.closest(".yd-term") : null;
  }

  document.addEventListener("mouseover", function (event) {
    var link = termOf(event);
    if (link && !touching) open(link);
  });
  document.addEventListener("mouseout", function (event) {
    if (termOf(event)) later();
  });
  document.addEventListener("focusin", function (event) {
    var link = termOf(event);
    if (link) open(link);
    else if (pop && !pop.contains(event.target)) close();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") close();
  });
  window.addEventListener("resize", close);

  /* A first tap opens the tooltip, which holds the link; a second tap follows it. */
  var touching = false, opened = null;
  document.addEventListener("pointerdown", function (event) {
    touching = event.pointerType === "touch";
    opened = owner;
  });
  document.addEventListener("click", function (event) {
    var link = termOf(event);
    if (link && touching && opened !== link) {
      event.preventDefault();
      open(link);
    } else if (pop && !pop.contains(event.target) && !link) close();
  });

  /* The theme leaves its search dialog without a name. */
  function name() {
    var dialog = document.querySelector('.md-search[role="dialog"]');
    if (dialog) dialog.setAttribute("aria-label", "Search 搜索");
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", name);
  else name();
})();
