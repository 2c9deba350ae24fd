/* Which documents the matrix of topics compares: the reader picks; what is picked stands in the address, so that it can be
   sent as a link: ?d=li-2031,zhao-2032. Without this script all of them stand side by side. */
(function () {
  "use strict";
  var picker = document.querySelector(".yd-picker"), table = document.querySelector(".yd-matrix");
  if (!picker || !table) return;
  var all = window.yuedu.dom.all;
  var boxes = all(picker, "input"), marked = all(document, ".md-content [data-document]");
  var wanted = (new URLSearchParams(location.search).get("d") || "").split(",").filter(Boolean);
  var known = boxes.filter(function (box) { return wanted.indexOf(box.value) >= 0; });
  if (known.length) boxes.forEach(function (box) { box.checked = known.indexOf(box) >= 0; });

  function show() {
    var picked = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
    marked.forEach(function (part) { part.hidden = picked.indexOf(part.dataset.document) < 0; });
  }
  function remember() {
    var address = new URL(location.href);
    var picked = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
    address.searchParams.set("d", picked.join(","));
    try { history.replaceState(history.state, "", address); } catch (_) { /* a page opened from a folder */ }
  }

  picker.hidden = false;
  picker.addEventListener("submit", function (event) { event.preventDefault(); });
  picker.addEventListener("input", function () { show(); remember(); });
  show();
})();
