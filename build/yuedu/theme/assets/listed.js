/* Rows that stand in files of their own, read when a reader asks for them: data/glossary/, data/figures/ (made by
   build/yuedu/pages). They are scripts, so that a site opened from a folder can load them. */
(function () {
  "use strict";
  var yuedu = window.yuedu = window.yuedu || {};
  var root = new URL("../", document.currentScript.src).href;
  var held = {}, waiting = {};

  yuedu.listed = function (name, rows) { held[name] = rows; };

  /* A promise of the rows of data/<name>.js. */
  yuedu.rows = function (name) {
    if (held[name]) return Promise.resolve(held[name]);
    if (!waiting[name]) {
      waiting[name] = new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.src = root + "data/" + name + ".js";
        script.onload = function () { script.remove(); if (held[name]) done(held[name]); else failed(new Error(name)); };
        script.onerror = function () { script.remove(); delete waiting[name]; failed(new Error(name)); };
        document.head.appendChild(script);
      });
    }
    return waiting[name];
  };

  /* The address of a page of the site; a folder has no page but its file. */
  yuedu.page = function (path) {
    return root + (location.protocol === "file:" ? path.replace(/\/(?=[#?]|$)/, "/index.html") : path);
  };
})();
