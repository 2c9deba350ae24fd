/* Yuedu: links and citations. Each passage, sentence and synopsis sentence offers its address and a quotation in the
   forms that writers use. Without this script the reference of a passage is its link and every id is an address. */
(function () {
  "use strict";

  var all = window.yuedu.dom.all, element = window.yuedu.dom.element;
  function both(en, zh) {
    return [element("span", { lang: "en" }, [en]), " ", element("span", { lang: "zh-Hans" }, [zh])];
  }

  /* What a page says of the documents it quotes: id → title, speaker, office, occasion, date, number, container. */
  var documents = {};

  function read_documents() {
    var block = document.querySelector("script.yd-sources");
    documents = block ? JSON.parse(block.textContent) : {};
  }

  /* The address that does not change: the canonical page of the passage, on the public site. */
  function absolute(href) {
    var canonical = document.querySelector("link[rel=canonical]");
    return new URL(href, canonical ? canonical.href : location.href).href;
  }

  /* Words alone: no marks of links, no tools. */
  function words(part) {
    var copy = part.cloneNode(true);
    all(copy, ".headerlink, .yd-tools, button, rt").forEach(function (tool) { tool.remove(); });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }
  function words_of(within, language) {
    var part = within && within.querySelector(":scope > [lang" + (language === "zh" ? "|" : "") + "=" + language + "]");
    return part ? words(part) : "";
  }

  /* A quotation: the words of both languages that are shown, where they stand, and the document they are from. */
  function quotation(target) {
    var passage = target.closest(".yd-passage, .yd-told");
    var pair = passage.querySelector(".yd-pair");
    var numbers = target.matches(".yd-s") ? target.dataset.s.split(" ") : null;
    var sides = { en: [], zh: [] };
    all(pair, ".yd-s[data-s]").forEach(function (sentence) {
      if (numbers && !sentence.dataset.s.split(" ").some(function (n) { return numbers.indexOf(n) >= 0; })) return;
      sides[sentence.closest("[lang]").lang === "en" ? "en" : "zh"].push(sentence);
    });
    function text(list, gap) { return list.map(words).join(gap); }
    if (passage.matches(".yd-told")) return told(passage, text(sides.en, " "), text(sides.zh, ""));
    var first = numbers && sides.zh.length ? sides.zh[0].id : passage.id;
    var reference = passage.querySelector(".yd-ref");
    var base = reference ? reference.getAttribute("href").split("#")[0] : "";
    var source = documents[(first || "").split(".")[0]] || null;
    var reading = document.documentElement.dataset.read || "both";
    var quote = { en: text(sides.en, " "), zh: text(sides.zh, "") };
    if (reading === "en" && quote.en) quote.zh = "";
    if (reading === "zh" && quote.zh) quote.en = "";
    return {
      id: first,
      url: absolute((base || "") + "#" + first),
      place: reference ? reference.lastChild.textContent.trim() + (numbers ? " s" + numbers.join("–") : "") : "",
      quote: quote,
      source: source,
      reading: reading === "zh" ? "zh" : "en",
      both: reading === "both"
    };
  }

  /* A sentence of a synopsis is the page's own words. */
  function told(sentence, en, zh) {
    var cited = whole_page(), reading = document.documentElement.dataset.read;
    cited.id += "-" + sentence.id;
    cited.url = absolute("#" + sentence.id);
    cited.place = sentence.id;
    cited.quote = { en: reading === "zh" ? "" : en, zh: reading === "en" ? "" : zh };
    return cited;
  }

  /* A topic: its title and what it is about. */
  function whole_page() {
    var heading = document.querySelector("h1"), reading = document.documentElement.dataset.read || "both";
    var lede = document.querySelector(".yd-lede");
    var title = { en: words_of(heading, "en"), zh: words_of(heading, "zh") };
    return {
      id: location.pathname.replace(/\/$/, "").split("/").pop(), url: absolute(""), place: "", reading: reading === "zh" ? "zh" : "en", both: reading === "both",
      quote: { en: reading === "zh" ? "" : words_of(lede, "en"), zh: reading === "en" ? "" : words_of(lede, "zh") },
      source: { title: title, speaker: null, office: null, occasion: null, date: null, number: null, kind: "page" }
    };
  }

  var FORMS = window.yuedu.forms;

  /* The dialog: the forms, what would be copied, and the button that copies it. */
  var dialog = null, chosen = "plain", cited = null;
  try { chosen = localStorage.getItem("yuedu.cite") || chosen; } catch (_) { /* the first form then */ }

  function form() { return FORMS.filter(function (f) { return f.id === chosen; })[0] || FORMS[1]; }

  function open(what) {
    cited = what;
    if (!dialog) dialog = make_dialog();
    draw();
    dialog.showModal();
    dialog.querySelector(".yd-copy").focus();
  }
  function make_dialog() {
    var made = element("dialog", { "class": "yd-cite yd-keep", "aria-labelledby": "yd-cite-title" });
    var choices = element("div", { "class": "yd-forms", role: "radiogroup", "aria-label": "Form 格式" });
    FORMS.forEach(function (f) {
      var input = element("input", { type: "radio", name: "yd-form", value: f.id, id: "yd-form-" + f.id });
      input.addEventListener("change", function () {
        chosen = f.id;
        try { localStorage.setItem("yuedu.cite", chosen); } catch (_) { /* asked again next time */ }
        draw();
      });
      choices.append(input, element("label", { "for": input.id }, f.en === f.zh ? [f.en] : both(f.en, f.zh)));
    });
    var close = element("button", { type: "button", "class": "yd-close", "aria-label": "Close 关闭" }, ["×"]);
    close.addEventListener("click", function () { made.close(); });
    var copy = element("button", { type: "button", "class": "yd-copy" }, both("Copy", "复制"));
    copy.addEventListener("click", copy_it);
    made.append(close, element("h2", { id: "yd-cite-title" }, both("Cite", "引用")), choices,
      element("div", { "class": "yd-quote", tabindex: "0", role: "region", "aria-label": "What is copied 所复制的内容" }),
      element("div", { "class": "yd-act" }, [copy, element("span", { role: "status" })]));
    made.addEventListener("click", function (event) { if (event.target === made) made.close(); });
    document.body.append(made);
    return made;
  }
  function draw() {
    var box = dialog.querySelector(".yd-quote"), f = form(), text = f.make(cited);
    all(dialog, "input").forEach(function (input) { input.checked = input.value === f.id; });
    box.textContent = "";
    if (f.rich) box.innerHTML = text;
    else box.append(element("pre", {}, [text]));
    dialog.querySelector("[role=status]").textContent = "";
  }
  function copy_it() {
    var f = form(), text = f.make(cited), plain = f.rich ? FORMS[1].make(cited) : text;
    var status = dialog.querySelector("[role=status]");
    function done() { status.textContent = "Copied 已复制"; }
    function by_hand() { status.textContent = "Select the text and copy it 请选中文字后复制"; select(dialog.querySelector(".yd-quote")); }
    if (!navigator.clipboard || !window.isSecureContext) {
      /* From a folder or plain http there is no clipboard to ask for; the old way still copies what is selected. */
      select(dialog.querySelector(".yd-quote"));
      if (document.execCommand("copy")) done(); else by_hand();
    } else if (f.rich && window.ClipboardItem) {
      navigator.clipboard.write([new ClipboardItem({
        "text/html": new Blob([text], { type: "text/html" }), "text/plain": new Blob([plain], { type: "text/plain" })
      })]).then(done, by_hand);
    } else navigator.clipboard.writeText(plain).then(done, by_hand);
  }
  function select(box) {
    var range = document.createRange();
    range.selectNodeContents(box);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  function cite_button(name, act) {
    var button = element("button", { type: "button", "class": "yd-citing", "aria-label": name }, both("Cite", "引用"));
    button.addEventListener("click", act);
    return button;
  }

  /* The tools of a sentence: beside the one that the reader points at, has focused or tapped. */
  var tools = null, owner = null, waiting = 0;

  function offer(sentence) {
    if (sentence === owner) return;
    withdraw();
    owner = sentence;
    var passage = sentence.closest(".yd-passage, .yd-told");
    var number = sentence.dataset.s.split(" ")[0];
    var id = sentence.id || passage.matches(".yd-told") && passage.id ||
      (sentence.closest(".yd-pair").querySelector(".yd-zh .yd-s[data-s='" + number + "']") || passage).id;
    var link = element("a", { href: "#" + id, "aria-label": "Link to this sentence 本句链接", "class": "yd-hash" }, ["#"]);
    tools = element("span", { "class": "yd-tools", role: "group", "aria-label": "Sentence 句 " + sentence.dataset.s }, [
      link, cite_button("Cite 引用: this sentence 本句", function () { open(quotation(sentence)); })
    ]);
    tools.addEventListener("pointerenter", function () { clearTimeout(waiting); });
    tools.addEventListener("pointerleave", leave);
    sentence.after(tools);
    place(sentence);
  }
  function place(sentence) {
    var line = sentence.getClientRects()[0], around = tools.offsetParent.getBoundingClientRect();
    tools.style.left = Math.max(0, Math.min(line.left - around.left, around.width - tools.offsetWidth)) + "px";
    tools.style.top = line.top - around.top - tools.offsetHeight + "px";
  }
  function withdraw() {
    clearTimeout(waiting);
    if (tools) tools.remove();
    tools = owner = null;
  }
  function leave() {
    clearTimeout(waiting);
    waiting = setTimeout(function () { if (!tools || !tools.contains(document.activeElement)) withdraw(); }, 300);
  }
  function citable(event) {
    var sentence = event.target.closest ? event.target.closest(".yd-s[data-s]") : null;
    return sentence && sentence.closest(".yd-passage, .yd-told") ? sentence : null;
  }
  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var sentence = citable(event);
    if (!sentence) return;
    clearTimeout(waiting);
    waiting = setTimeout(function () { offer(sentence); }, owner ? 150 : 350);
  });
  document.addEventListener("pointerout", function (event) {
    if (event.pointerType !== "touch" && citable(event)) leave();
  });
  document.addEventListener("focusin", function (event) {
    var sentence = citable(event);
    if (sentence && event.target === sentence) offer(sentence);
    else if (tools && !tools.contains(event.target) && !owner.contains(event.target) && !event.target.closest("dialog")) withdraw();
  });
  document.addEventListener("click", function (event) {
    var sentence = citable(event);
    if (sentence && !event.target.closest("a, button")) offer(sentence);
    else if (!sentence && tools && !tools.contains(event.target) && !event.target.closest("dialog")) withdraw();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && !(dialog && dialog.open)) withdraw();
  });

  /* Arriving: the target is said aloud, in the reading that is set. */
  function announce() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.matches(".yd-s, .yd-passage, .yd-told")) return;
    var passage = target.closest(".yd-passage, .yd-told"), reference = passage && passage.querySelector(".yd-ref");
    /* A sentence that the reading hides is arrived at by its counterpart. */
    if (!target.getClientRects().length) {
      target = all(passage, ".yd-s[data-s]").filter(function (other) {
        return other.getClientRects().length && other.dataset.s.split(" ").indexOf(target.dataset.s) >= 0;
      })[0] || passage;
      target.scrollIntoView({ block: "center" });
    }
    if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    var said = document.querySelector(".yd-said");
    if (said && reference) said.textContent = reference.textContent;
  }

  function page() {
    withdraw();
    read_documents();
    all(document, ".yd-passage[id] > .yd-meta, .yd-told > .yd-meta").forEach(function (line) {
      if (line.querySelector(".yd-citing")) return;
      var passage = line.parentElement, reference = passage.matches(".yd-told") ? passage.id : line.querySelector(".yd-ref").textContent;
      line.append(cite_button("Cite 引用 " + reference, function () { open(quotation(passage)); }));
    });
    var heading = document.querySelector("script.yd-sources") && document.querySelector("h1");
    if (heading && !document.querySelector(".yd-citing-page")) {
      var button = cite_button("Cite 引用: this page 本页", function () { open(whole_page()); });
      button.classList.add("yd-citing-page");
      (document.querySelector(".yd-crumb") || heading).append(button);
    }
    announce();
  }
  window.addEventListener("hashchange", announce);
  /* A browser gives the focus back to the page when it comes to an address whose element is hidden. */
  window.addEventListener("load", function () { setTimeout(announce, 50); });
  if (window.document$ && window.document$.subscribe) window.document$.subscribe(page);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", page);
  else page();
})();
