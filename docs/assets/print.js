/* Yuedu: on paper. A link cannot be followed there: each is numbered, and its address stands at the end with the
   documents that are quoted and the address of the page. Without this script the page prints without them. */
(function () {
  "use strict";

  var all = window.yuedu.dom.all, element = window.yuedu.dom.element;
  function heading(en, zh) {
    return element("h2", {}, [element("span", { lang: "en" }, [en]), " ", element("span", { lang: "zh-Hans" }, [zh])]);
  }

  var NOT_NOTED = ".yd-term, .yd-figure, .headerlink, .yd-crumb a, .yd-contents a, .yd-tools a, .yd-steps a, .yd-tips a, .yd-forms a, .yd-comparison a";

  function footnotes(page, here) {
    var numbers = {}, list = element("ol", { class: "yd-footnotes" });
    all(page, "a[href]").forEach(function (link) {
      if (link.matches(NOT_NOTED) || !link.getClientRects().length) return;
      var address = new URL(link.getAttribute("href"), here).href;
      if (address.split("#")[0] === here) return; /* on this very paper */
      if (!numbers[address]) {
        numbers[address] = list.children.length + 1;
        list.append(element("li", {}, [element("a", { href: address }, [decodeURI(address)])]));
      }
      link.after(element("sup", { class: "yd-footnote" }, [String(numbers[address])]));
    });
    return list;
  }

  function sources() {
    var block = document.querySelector("script.yd-sources"), documents = block ? JSON.parse(block.textContent) : {};
    var list = element("ul", { class: "yd-printed-sources" });
    Object.keys(documents).forEach(function (id) {
      ["en", "zh"].forEach(function (language) {
        var line = window.yuedu.credit({ source: documents[id] }, language);
        list.append(element("li", { lang: language === "zh" ? "zh-Hans" : "en" }, [line]));
      });
    });
    return list;
  }

  function add() {
    remove();
    var page = document.querySelector(".md-content__inner");
    var canonical = document.querySelector("link[rel=canonical]");
    var here = (canonical ? canonical.href : location.href).split("#")[0];
    if (!page) return;
    var notes = footnotes(page, here), quoted = sources();
    var end = element("section", { class: "yd-printed" });
    if (quoted.children.length) end.append(heading("Sources", "出处"), quoted);
    if (notes.children.length) end.append(heading("Addresses", "网址"), notes);
    var authority = document.querySelector(".yd-foot .yd-authority");
    if (authority) end.append(authority.cloneNode(true));
    end.append(element("p", {}, [window.yuedu.desk.title + " · ", element("a", { href: here }, [here]), " · " + new Date().toISOString().slice(0, 10)]));
    page.append(end);
  }
  function remove() {
    all(document, ".yd-printed, .yd-footnote").forEach(function (made) { made.remove(); });
  }

  window.addEventListener("beforeprint", add);
  window.addEventListener("afterprint", remove);
})();
