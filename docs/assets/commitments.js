/* The table of commitments, filtered as the reader types or chooses. Without this script it is a plain table. What is
   chosen stands in the address, so that a filtered table can be sent as a link: ?topic=data-market&who=1. */
(function () {
  "use strict";
  var form = document.querySelector(".yd-filters"), table = document.querySelector(".yd-commitments");

  /* To the pages of years and of other documents the choice goes along; the document chosen is of this page alone. */
  function carry(chosen) {
    var onward = new URLSearchParams(chosen);
    onward.delete("document");
    Array.prototype.forEach.call(document.querySelectorAll(".yd-years a, .yd-carry a, .yd-numbers a, .yd-steps a"), function (link) {
      link.search = onward.toString();
    });
  }
  carry(location.search);
  if (!form || !table) return;
  var rows = Array.prototype.slice.call(table.tBodies[0].rows);
  var found = document.querySelector(".yd-found");
  var texts = rows.map(function (row) { return row.textContent.normalize("NFC").toLowerCase(); });
  var fields = ["words", "document", "topic", "body", "who", "when"];

  function value(name) {
    var field = form.elements[name];
    return field.type === "checkbox" ? (field.checked ? "1" : "") : field.value;
  }
  function show() {
    var words = value("words").normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    rows.forEach(function (row, n) {
      var here = words.every(function (word) { return texts[n].indexOf(word) >= 0; }) &&
        ["document", "topic", "body"].every(function (name) {
          return !value(name) || row.dataset[name].split(" ").indexOf(value(name)) >= 0;
        }) &&
        ["who", "when"].every(function (name) { return !value(name) || row.dataset[name] !== "0"; });
      row.hidden = !here;
      count += here;
    });
    var narrowed = fields.some(value);
    found.textContent = narrowed ? count + " of " + rows.length + " " + rows.length + "句中的" + count + "句" : "";
  }
  function remember() {
    var address = new URL(location.href);
    fields.forEach(function (name) {
      if (value(name)) address.searchParams.set(name, value(name));
      else address.searchParams.delete(name);
    });
    try { history.replaceState(history.state, "", address); } catch (_) { /* a page opened from a folder */ }
    carry(address.search);
  }

  var asked = new URLSearchParams(location.search);
  fields.forEach(function (name) {
    var field = form.elements[name], wanted = asked.get(name) || "";
    if (field.type === "checkbox") field.checked = wanted === "1";
    else field.value = wanted;
    if (field.selectedIndex === -1) field.value = "";
  });
  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", function () { show(); remember(); });
  show();
})();
