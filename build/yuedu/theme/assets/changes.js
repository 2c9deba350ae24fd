/* The sentences of a comparison, filtered as the reader types or chooses. Without this script all are there. What is chosen
   stands in the address and goes along to the other parts: ?kind=reworded&force=stronger. */
(function () {
  "use strict";
  var form = document.querySelector(".yd-filters"), found = document.querySelector(".yd-found");
  var rows = Array.prototype.slice.call(document.querySelectorAll(".yd-change"));
  if (!form || !found) return;
  var texts = rows.map(function (row) { return row.textContent.normalize("NFC").toLowerCase(); });
  var fields = ["kind", "force", "words"];

  function value(name) { return form.elements[name].value; }
  function carry() {
    Array.prototype.forEach.call(document.querySelectorAll(".yd-numbers a, .yd-steps a"), function (link) {
      link.search = location.search;
    });
  }
  /* How many of the kind, or of the force, that is chosen stand on each part. */
  function tell() {
    Array.prototype.forEach.call(document.querySelectorAll(".yd-numbers li[data-kinds]"), function (part) {
      var wanted = value("force") || value("kind"), said = part.querySelector(".yd-small");
      if (!said) { said = part.appendChild(document.createElement("span")); said.className = "yd-small"; }
      var count = part.dataset.kinds.split(" ").filter(function (one) { return one.indexOf(wanted + ":") === 0; })[0];
      said.textContent = wanted ? " (" + (count ? count.split(":")[1] : 0) + ")" : "";
    });
  }
  function show() {
    var words = value("words").normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean), count = 0;
    rows.forEach(function (row, n) {
      var here = (!value("kind") || row.dataset.kind === value("kind")) &&
        (!value("force") || row.dataset.force === value("force")) &&
        words.every(function (word) { return texts[n].indexOf(word) >= 0; });
      row.hidden = !here;
      count += here;
    });
    tell();
    found.textContent = fields.some(value) ? count + " of " + rows.length + " on this page 本页" + rows.length + "处中的" + count + "处" : "";
  }
  function remember() {
    var address = new URL(location.href);
    fields.forEach(function (name) {
      if (value(name)) address.searchParams.set(name, value(name));
      else address.searchParams.delete(name);
    });
    try { history.replaceState(history.state, "", address); } catch (_) { /* a page opened from a folder */ }
    carry();
  }

  var asked = new URLSearchParams(location.search);
  fields.forEach(function (name) {
    form.elements[name].value = asked.get(name) || "";
    if (form.elements[name].selectedIndex === -1) form.elements[name].value = "";
  });
  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", function () { show(); remember(); });
  carry();
  show();
})();
