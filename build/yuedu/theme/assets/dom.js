/* Yuedu 粤读: two short words for long ones, shared by the other scripts. */
(function () {
  "use strict";

  window.yuedu = window.yuedu || {};
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
