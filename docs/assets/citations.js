/* Yuedu: the forms of a citation. Each takes what is cited and gives text, or HTML where `rich` is set:
   { id, url, place, reading: "en"|"zh", quote: {en, zh}, source: {title, speaker, office, issuer, occasion: {en, zh}|null,
   date, number, container_number, kind} | null }. An office, a date or a number that the source does not state is left out. */
(function () {
  "use strict";

  var DESK = window.yuedu.desk;
  var MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

  function day(iso, language) {
    if (!iso) return "";
    var parts = iso.split("-");
    if (language === "zh") return parts[0] + "年" + (parts[1] ? Number(parts[1]) + "月" : "") + (parts[2] ? Number(parts[2]) + "日" : "");
    return [parts[2] && Number(parts[2]), parts[1] && MONTHS[parts[1] - 1], parts[0]].filter(Boolean).join(" ");
  }

  /* Who said it, where, when: only what the source states. */
  function credit(cited, language) {
    var s = cited.source;
    if (!s) return "";
    function of(value) { return value ? value[language] || value.en || value.zh : ""; }
    if (own(cited)) return language === "zh" ? DESK.zh + "摘要，《" + of(s.title) + "》" : DESK.en + " summary, “" + of(s.title) + "”";
    if (language === "zh") {
      var who = s.speaker ? of(s.speaker) + (s.office ? "（" + of(s.office) + "）" : "") : of(s.issuer);
      return [who, "《" + of(s.title) + "》", of(s.occasion), day(s.date, "zh"), s.number || (s.container_number && "载" + s.container_number), cited.place].filter(Boolean).join("，");
    }
    var name = s.speaker ? of(s.speaker) + (s.office ? " (" + of(s.office) + ")" : "") : of(s.issuer);
    return [name, "“" + of(s.title) + "”", of(s.occasion), day(s.date, "en"), s.number || (s.container_number && "in " + s.container_number), cited.place].filter(Boolean).join(", ");
  }

  /* What this site says of a text is no quotation from it, and must not look like one. */
  function own(cited) { return !!cited.source && cited.source.kind === "page"; }
  function marked(cited, l) { return own(cited) ? cited.quote[l] : "“" + cited.quote[l] + "”"; }

  function names(cited) {
    if (own(cited)) return { literal: DESK.en };
    var s = cited.source, given = s && (s.speaker || s.issuer);
    if (!given) return null;
    var text = given.en || given.zh;
    var parts = s.speaker && text.split(" ");
    return parts && parts.length === 2 ? { family: parts[0], given: parts[1] } : { literal: text };
  }
  function key(cited) { return DESK.id + "-" + cited.id; }
  function clean(fields) {
    Object.keys(fields).forEach(function (key) { if (!fields[key]) delete fields[key]; });
    return fields;
  }
  function languages(cited) {
    return (cited.reading === "zh" ? ["zh", "en"] : ["en", "zh"]).filter(function (language) { return cited.quote[language]; });
  }
  function escape_html(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  }
  var LANGUAGE = { en: "en", zh: "zh-CN" };

  window.yuedu.credit = credit;
  window.yuedu.forms = [
    { id: "link", en: "Link", zh: "链接", make: function (c) { return c.url; } },
    { id: "plain", en: "Plain text", zh: "纯文本", make: function (c) {
      return languages(c).map(function (l) { return marked(c, l); }).join("\n") +
        "\n— " + credit(c, c.reading) + "\n" + c.url;
    } },
    { id: "markdown", en: "Markdown", zh: "Markdown", make: function (c) {
      function safe(text) { return text.replace(/([\\`*_\[\]<>])/g, "\\$1"); }
      var bar = own(c) ? "" : "> ", gap = own(c) ? "\n\n" : "\n>\n";
      return languages(c).map(function (l) { return bar + safe(c.quote[l]); }).join(gap) +
        gap + bar + "— [" + safe(credit(c, c.reading)) + "](" + c.url + ")";
    } },
    { id: "rich", en: "Rich text", zh: "富文本", rich: true, make: function (c) {
      var block = own(c) ? "div" : "blockquote";
      return "<" + block + ">" + languages(c).map(function (l) { return '<p lang="' + LANGUAGE[l] + '">' + escape_html(c.quote[l]) + "</p>"; }).join("") +
        "</" + block + "><p>— " + escape_html(credit(c, c.reading)) + ', <a href="' + escape_html(c.url) + '">' + escape_html(c.url) + "</a></p>";
    } },
    { id: "bibtex", en: "BibTeX", zh: "BibTeX", make: function (c) {
      var s = c.source || {}, who = names(c);
      function safe(text) { return String(text).replace(/([\\{}])/g, "\\$1").replace(/([#$%&_])/g, "\\$1"); }
      var fields = clean({
        author: who && (who.literal ? "{" + safe(who.literal) + "}" : safe(who.family) + ", " + safe(who.given)),
        title: s.title && "{" + safe(s.title.en || s.title.zh) + "}",
        titleaddon: s.title && s.title.en && s.title.zh && safe(s.title.zh),
        year: s.date && s.date.slice(0, 4), date: s.date,
        number: safe(s.number || s.container_number || ""), eventtitle: s.occasion && safe(s.occasion.en || s.occasion.zh),
        howpublished: safe(DESK.en), url: c.url, pages: c.place && safe(c.place.replace(/¶/g, "para. ")),
        abstract: languages(c).map(function (l) { return safe(c.quote[l]); }).join(" ")
      });
      return "@misc{" + key(c) + ",\n" + Object.keys(fields).map(function (k) { return "  " + k + " = {" + fields[k] + "}"; }).join(",\n") + "\n}";
    } },
    { id: "ris", en: "RIS", zh: "RIS", make: function (c) {
      var s = c.source || {}, who = names(c);
      var rows = [["TY", s.kind === "page" ? "ELEC" : "GEN"], ["ID", key(c)], ["AU", who && (who.literal || who.family + ", " + who.given)],
        ["TI", s.title && (s.title.en || s.title.zh)], ["TT", s.title && s.title.en && s.title.zh], ["T2", s.occasion && (s.occasion.en || s.occasion.zh)],
        ["PY", s.date && s.date.slice(0, 4)], ["DA", s.date && s.date.split("-").join("/")], ["M1", s.number || s.container_number], ["SP", c.place],
        ["AB", languages(c).map(function (l) { return c.quote[l]; }).join(" ")], ["UR", c.url], ["ER", " "]];
      return rows.filter(function (row) { return row[1]; }).map(function (row) { return row[0] + "  - " + (row[0] === "ER" ? "" : row[1]); }).join("\r\n");
    } },
    { id: "csl", en: "CSL-JSON", zh: "CSL-JSON", make: function (c) {
      var s = c.source || {}, who = names(c);
      return JSON.stringify([clean({
        id: key(c), type: s.kind === "page" ? "webpage" : s.speaker ? "speech" : "document",
        author: who && [who], title: s.title && (s.title.en || s.title.zh), "original-title": s.title && s.title.en && s.title.zh,
        "event-title": s.occasion && (s.occasion.en || s.occasion.zh),
        issued: s.date && { "date-parts": [s.date.split("-").map(Number)] }, number: s.number || s.container_number,
        "container-title": DESK.en, locator: c.place, abstract: languages(c).map(function (l) { return c.quote[l]; }).join(" "), URL: c.url
      })], null, 2);
    } }
  ];
})();
