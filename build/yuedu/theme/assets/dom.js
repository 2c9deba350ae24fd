/* Yuedu: what the other scripts share: two short words for long ones, and how this digest is called. */
(function () {
  "use strict";

  /* overrides/partials/desk.html, which a build writes from mkdocs.yml. */
  function said(selector) {
    var meta = document.querySelector("meta" + selector);
    return meta ? meta.content : "";
  }

  window.yuedu = window.yuedu || {};
  window.yuedu.desk = {
    id: said('[name="yuedu:id"]'),
    title: said('[name="application-name"]:not([lang])'),
    en: said('[name="application-name"][lang="en"]'),
    zh: said('[name="application-name"][lang="zh-Hans"]')
  };
  window.yuedu.dom = {
    all: function (within, selector) {
      return Array.prototype.slice.call(within.querySelectorAll(selector));
    },
    element: function (name, attributes, children) {
      var made = document.createElement(name);
      Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
      (children || []).forEach(function (child) { if (child) made.append(child); });
      return made;
    }
  };
})();
