/* Yuedu: the search itself. It fetches the shards that a query needs (data/search/, made by build/yuedu/search) and
   finds terms, passages, headings, topics and documents. Nothing here touches the page; assets/search-view.js draws.

   A result has a tier: 0 what was typed stands there; 1 a part of it does; 2 it is meant by what was typed (the glossary,
   pinyin, a stem, the same figure otherwise written); 3 it sounds or is spelled much like it. */
(function () {
  "use strict";

  var yuedu = window.yuedu = window.yuedu || {};
  var EXACT = 0, PART = 1, MEANT = 2, CLOSE = 3;
  var LONGEST = 200;   /* characters of a query that are looked for */
  var WINDOW = 40;     /* candidates that are held against their texts at once, */
  var SHARDS = 12;     /* out of so many shards, */
  var NEAR = 6;        /* units that hold most of a question, before older ones are left alone */
  var ENOUGH = 25000;  /* or units in which something was found, if not so much */
  var FEWER = 5;       /* and below the box out of so many where each shard has many texts */
  var HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
  var LETTER = /[\p{L}\p{N}%+]/u;
  var STOP = {};
  ("a an and are as at be been but by can did do does for from had has have how i in into is it its of on or than that the their there " +
   "these they this to was we were what when where which who whom whose why will with would about much many").split(" ").forEach(function (w) { STOP[w] = 1; });

  var LIGHT = {};      /* words of which no pairs are kept; as in build/yuedu/search/postings.py */
  "a an and as at by for from in is its of on or the to was were will with".split(" ").forEach(function (w) { LIGHT[w] = 1; });

  /* ---- Shards: scripts, so that a site opened from a folder can load them. ---- */

  var held = {}, waiting = {}, version = "", root = "";

  yuedu.shard = function (name, value) { held[name] = value; };

  /* `of`: the version of a segment whose shard it is; of no segment, the version of the whole. */
  function load(name, of) {
    if (held[name]) return Promise.resolve(held[name]);
    if (!waiting[name]) {
      waiting[name] = new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.src = root + "data/search/" + name + ".js" + (of || version ? "?v=" + (of || version) : "");
        script.onload = function () { script.remove(); if (held[name]) done(held[name]); else failed(new Error(name)); };
        script.onerror = function () { script.remove(); delete waiting[name]; failed(new Error(name)); };
        document.head.appendChild(script);
      });
    }
    return waiting[name];
  }

  /* ---- Folding: the rules of build/yuedu/search/fold.py, with the way back to the places in the text. ---- */

  function digit(c) { return c >= "0" && c <= "9" || c >= "０" && c <= "９"; }

  /* {text, at}: the folded text, and for each of its characters the place in the original; at[length] is the end. */
  function folded(original) {
    var out = "", at = [], last = "";
    for (var i = 0; i < original.length;) {
      var c = String.fromCodePoint(original.codePointAt(i));
      var plain = c < "\u0080" || HAN.test(c) ? c.toLowerCase() : c.normalize("NFKC").toLowerCase();
      for (var k = 0; k < plain.length; k++) {
        var ch = plain[k];
        var stays = (ch === "." || ch === "-") ? digit(last) && digit(original.charAt(i + c.length)) : HAN.test(ch) || LETTER.test(ch);
        if (stays) { out += ch; at.push(i); }
        last = ch;
      }
      i += c.length;
    }
    at.push(original.length);
    return { text: out, at: at };
  }
  /* Width, case and blanks alone are made equal: two texts that are the same so are the same for a reader. */
  function same(text) { return text.normalize("NFKC").toLowerCase().replace(/\s+/g, ""); }

  function words(english) {
    return (english.normalize("NFKC").toLowerCase().replace(/['’]s(?![\p{L}\p{N}])/gu, "").match(/\p{L}[\p{L}\p{N}]*|\d+(?:[.,]\d+)*[\p{L}\p{N}]*/gu) || [])
      .map(function (w) { return w.replace(/,/g, ""); });
  }
  function toneless(text) {
    return text.toLowerCase().normalize("NFD").replace(/u\u0308/g, "v").replace(/[\u0300-\u036f]/g, "").replace(/([a-z])[1-5](?=[a-z\s]|$)/g, "$1").replace(/[^a-z0-9]/g, "");
  }

  /* Many documents lie in several segments, each an index by itself, the newest first; the first one holds terms, topics
     and documents alone. Of few documents there is one segment that holds everything. */
  var segments = [];
  var core = null, simple = {}, terms = [], vocabulary = null, sounds = null;

  function simplified(text) {
    return text.replace(/[\u3400-\u9fff]/g, function (c) { return simple[c] || c; });
  }

  function ready() {
    if (core) return Promise.resolve();
    return load("core").then(function (given) {
      if (core) return;
      core = given;
      version = given.version;
      var next = 0, document = 0;
      segments = given.segments.map(function (s) {
        var ranges = {}, first = next;
        s.kinds.forEach(function (k) { ranges[k[0]] = [next, next + k[1], k[2]]; next += k[1]; });
        if (ranges.document) document = ranges.document[0];
        document += s.documents || 0; /* the units of its documents, which stand in the first segment */
        return { before: s.name ? s.name + "/" : "", version: s.version, keys: s.keys, ranges: ranges, first: first, last: next, document: document - (s.documents || 0), documents: s.documents, years: s.years, decoded: {} };
      });
      for (var i = 0; i + 1 < given.simplified.length; i += 2) simple[given.simplified[i]] = given.simplified[i + 1];
      terms = given.terms.map(function (t, n) {
        var names = [t[1]].concat(t[6]), renderings = [t[2]].concat(t[7]);
        return {
          n: n, slug: t[0], zh: t[1], en: t[2], kind: t[4], system: t[5], aliases: t[6], accepted: t[7], avoided: t[8], uses: t[9],
          names: names, renderings: renderings,
          zhs: names.map(function (x) { return folded(x).text; }),
          ens: renderings.map(function (x) { return folded(x).text; }),
          nots: t[8].map(function (x) { return folded(x).text; }),
          sounds: t[3].map(function (x) { return x.split(" "); })
        };
      });
    });
  }
  function with_words() {
    if (vocabulary) return Promise.resolve();
    return load("words").then(function (given) {
      if (vocabulary) return;
      vocabulary = { en: given.en, stem: {}, units: {}, zh: given.zh ? given.zh.split("|") : [], pinyin: given.pinyin ? given.pinyin.split("|") : [] };
      given.en.forEach(function (row) { vocabulary.stem[row[0]] = row[1] || row[0]; vocabulary.units[row[0]] = row[2]; });
      vocabulary.joined = vocabulary.pinyin.map(function (p) { return p.replace(/ /g, ""); });
    });
  }
  function with_sounds() {
    if (sounds) return with_words();
    return Promise.all([load("sounds"), with_words()]).then(function (given) {
      sounds = {};
      Object.keys(given[0]).forEach(function (s) {
        for (var i = 0; i < given[0][s].length; i++) sounds[given[0][s][i]] = s;
      });
    });
  }

  /* ---- Postings ---- */

  var DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", VALUE = {};
  for (var d = 0; d < 64; d++) VALUE[DIGITS.charCodeAt(d)] = d;
  var EMPTY = new Int32Array(0);
  var KINDS = ["passage", "line", "heading", "document", "topic", "term"];

  var CRC = new Int32Array(256), utf8 = new TextEncoder();
  for (var c = 0; c < 256; c++) {
    var crc = c;
    for (var bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >>> 1 ^ 0xedb88320 : crc >>> 1;
    CRC[c] = crc;
  }

  function shard_of(key, segment) {
    var h = -1;
    utf8.encode(key).forEach(function (byte) { h = CRC[(h ^ byte) & 255] ^ h >>> 8; });
    return segment.before + "key-" + ((~h >>> 0) % segment.keys);
  }
  function fetch_keys(keys, segment) {
    return Promise.all(keys.map(function (key) { return segment.decoded[key] ? null : load(shard_of(key, segment), segment.version); }));
  }
  /* The units of a segment that hold a key. Each kind is counted from its own first unit; the last kind is written first. */
  function posting(key, segment) {
    if (segment.decoded[key]) return segment.decoded[key];
    var shard = held[shard_of(key, segment)];
    if (!shard || !Object.prototype.hasOwnProperty.call(shard, key)) return EMPTY;
    var parts = shard[key].split("."), out = new Int32Array(shard[key].length), count = 0;
    for (var p = parts.length; p--;) {
      var text = parts[p], range = segment.ranges[KINDS[p]], last = range ? range[0] : 0, step = 0, shift = 0;
      for (var i = 0; i < text.length; i++) {
        var v = VALUE[text.charCodeAt(i)];
        step |= (v & 31) << shift;
        if (v > 31) { shift += 5; continue; }
        last += step;
        out[count++] = last;
        step = shift = 0;
      }
    }
    return segment.decoded[key] = out.subarray(0, count);
  }
  function postings(keys, segment) { return keys.map(function (key) { return posting(key, segment); }); }
  function both(a, b) {
    var out = new Int32Array(Math.min(a.length, b.length)), n = 0, i = 0, k = 0;
    while (i < a.length && k < b.length) {
      if (a[i] < b[k]) i++;
      else if (a[i] > b[k]) k++;
      else { out[n++] = a[i++]; k++; }
    }
    return out.subarray(0, n);
  }
  function either(a, b) {
    if (!a.length) return b;
    if (!b.length) return a;
    var out = new Int32Array(a.length + b.length), n = 0, i = 0, k = 0;
    while (i < a.length || k < b.length) {
      if (k >= b.length || a[i] < b[k]) out[n++] = a[i++];
      else if (i >= a.length || a[i] > b[k]) out[n++] = b[k++];
      else { out[n++] = a[i++]; k++; }
    }
    return out.subarray(0, n);
  }
  function all_of(lists) {
    if (!lists.length) return EMPTY;
    lists = lists.slice().sort(function (a, b) { return a.length - b.length; });
    return lists.reduce(both);
  }
  function any_of(lists) { return lists.reduce(either, EMPTY); }

  /* ---- Quantities: either scale, either spelling ---- */

  var SCALE = { "十": 10, "百": 100, "千": 1e3, "万": 1e4, "亿": 1e8, "萬": 1e4, "億": 1e8 };
  var ENGLISH = { hundred: 100, thousand: 1e3, k: 1e3, million: 1e6, mn: 1e6, m: 1e6, billion: 1e9, bn: 1e9, trillion: 1e12 };
  var NUMERAL = { "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9 };
  var MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

  /* A decimal times a power of ten, exactly: as text. */
  function times(decimal, factor) {
    var parts = decimal.split("."), shift = Math.round(Math.log10(factor));
    var fraction = (parts[1] || ""), whole = parts[0];
    while (fraction.length < shift) fraction += "0";
    whole = (whole + fraction.slice(0, shift)).replace(/^0+(?=\d)/, "");
    fraction = fraction.slice(shift).replace(/0+$/, "");
    return whole + (fraction ? "." + fraction : "");
  }
  function chinese_number(text) {
    var total = 0, section = 0, number = 0;
    for (var i = 0; i < text.length; i++) {
      var c = text[i];
      if (c in NUMERAL) { if (i && text[i - 1] in NUMERAL && text[i - 1] !== "零" && text[i - 1] !== "〇") return null; number = NUMERAL[c]; }
      else if (SCALE[c] === 1e8) { total = (total + section + number) * 1e8; section = number = 0; }
      else if (SCALE[c] === 1e4) { total += (section + number) * 1e4; section = number = 0; }
      else if (SCALE[c]) { section += (number || 1) * SCALE[c]; number = 0; }
      else return null;
    }
    return String(total + section + number);
  }
  /* The value of a text that is one quantity and nothing else, as the digest writes it; else null. */
  function quantity(text) {
    var t = text.normalize("NFKC").toLowerCase().trim().replace(/(\d)[,，](?=\d{3})/g, "$1").replace(/\s+/g, " ");
    var date = /^(\d{4})[-年\/.](\d{1,2})[-月\/.](\d{1,2})日?$/.exec(t);
    if (date) return iso(date[1], date[2], date[3]);
    date = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3})[a-z]* (\d{4})$/.exec(t);
    if (date && MONTHS.indexOf(date[2]) >= 0) return iso(date[3], MONTHS.indexOf(date[2]) + 1, date[1]);
    date = /^([a-z]{3})[a-z]* (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(t);
    if (date && MONTHS.indexOf(date[1]) >= 0) return iso(date[3], MONTHS.indexOf(date[1]) + 1, date[2]);
    t = t.replace(/^(?:about|over|more than|nearly|some|超过?|近|约|逾|达)\s*/, "");
    t = t.replace(/^(?:rmb|cny|人民币|[¥￥])\s*/, "").replace(/\s*(?:yuan|rmb|cny|元|人民币|余|多|条|个|次|人|张|项|户|家|件|种|名)$/, "");
    var share = /^(\d+(?:\.\d+)?) ?(?:%|percent|per cent|percentage points?|个?百分点)$/.exec(t) || /^百分之(\d+(?:\.\d+)?)$/.exec(t);
    if (share) return times(share[1], 1);
    var number = /^(\d+(?:\.\d+)?) ?(.*)$/.exec(t);
    if (!number) return /^[零〇一二两三四五六七八九十百千万亿]+$/.test(t) && /[零〇一二两三四五六七八九十]/.test(t) && /[十百千万亿]|^.$/.test(t) ? chinese_number(t) : null;
    var value = number[1], scale = number[2];
    if (/^[十百千万亿萬億]*$/.test(scale)) {
      for (var i = 0; i < scale.length; i++) value = times(value, SCALE[scale[i]]);
      return times(value, 1);
    }
    return Object.prototype.hasOwnProperty.call(ENGLISH, scale) ? times(value, ENGLISH[scale]) : null;
  }
  function iso(y, m, d) { return y + "-" + ("0" + m).slice(-2) + "-" + ("0" + d).slice(-2); }

  /* ---- What was typed ---- */

  function tidy(raw) {
    var text = String(raw === undefined || raw === null ? "" : raw).slice(0, LONGEST * 4);
    text = text.replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, " ").replace(/(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1 ");
    return text.normalize("NFKC").replace(/[\s\u0000-\u001f\u200b-\u200f\ufeff]+/g, " ").trim().slice(0, LONGEST);
  }

  /* {raw, tokens, joined, latin}: a token is a run of Chinese, a Latin word, a phrase or a quantity; all are required. */
  function parse(raw) {
    var text = simplified(tidy(raw)), tokens = [], parts = [];
    text.replace(/["“”]([^"“”]*)["“”]|[^\s"“”]+/g, function (all, phrase) {
      if (phrase !== undefined) { if (folded(phrase).text) parts.push({ text: phrase, phrase: true }); }
      else if (folded(all).text) parts.push({ text: all });
      return "";
    });
    for (var i = 0; i < parts.length; i++) {
      var taken = 0;
      for (var size = Math.min(4, parts.length - i); size && !taken; size--) {
        var span = parts.slice(i, i + size);
        if (span.some(function (p) { return p.phrase; })) continue;
        var joined = span.map(function (p) { return p.text; }).join(" "), value = quantity(joined);
        if (value !== null && !(size > 1 && HAN.test(joined) && quantity(span[0].text) !== null && quantity(span[size - 1].text) !== null)) {
          tokens.push(token(joined, true, value));
          taken = size;
        }
      }
      if (taken) { i += taken - 1; continue; }
      /* 大底座”，“一网 — a run that quotation marks or separators break is one run; its parts are tried later. */
      tokens.push(token(parts[i].text, parts[i].phrase, null));
    }
    if (tokens.length > 1) tokens.forEach(function (t) { t.enough = 160; });
    var all = tokens.map(function (t) { return t.fold; }).join("");
    return { raw: text, tokens: tokens, joined: all, latin: tokens.length > 0 && !HAN.test(all) };
  }
  function token(text, phrase, value) {
    return {
      text: text, fold: folded(text).text, same: same(text.replace(/[“”"《》]/g, "")), words: HAN.test(text) ? [] : words(text),
      han: HAN.test(text), phrase: !!phrase, value: value, tier: EXACT,
      /* A figure that says something by itself: 1.81亿, 95.1 per cent, 1,101; not 5. */
      telling: value !== null && (/\D/.test(value) || value.length > 3)
    };
  }

  /* ---- Latin words: those of the texts that hold what was typed, or have its stem ---- */

  var ENDINGS = /^(?:s|es|ed|d|ing|er|ers|ly|al|ion|ions|ation|ations|ment|ments|isation|ization|ise|ize|ised|ized|ising|izing|y|ies|e)?$/;

  /* Stems of the words that are it, begin with it or hold it, the most frequent first, until that is enough; stem → tier. */
  function forms_of(word, enough) {
    var stems = {}, rows = vocabulary.en, units = 0, count = 0, i, exact = vocabulary.stem[word];
    enough = enough || 40;
    function take(row) {
      var stem = row[1] || row[0];
      if (stem in stems) return;
      stems[stem] = EXACT;
      units += row[2];
      count++;
    }
    if (exact) take([word, exact, vocabulary.units[word]]);
    if (exact && Object.prototype.hasOwnProperty.call(STOP, word)) return stems;
    for (i = 0; i < rows.length && count < 8 && units < enough; i++) if (rows[i][0].lastIndexOf(word, 0) === 0) take(rows[i]);
    for (i = 0; i < rows.length && count < 8 && units < enough && word.length > 1; i++) if (rows[i][0].indexOf(word) > 0) take(rows[i]);
    if (!exact && word.length > 4) {
      /* A form the texts do not have: digitalising where they have digitalisation. */
      var spelled = word.replace(/iz(?=e|a|i)/, "is"), least = Math.max(4, Math.ceil(spelled.length * 0.6));
      var near = rows.map(function (row) {
        var k = 0, w = row[0];
        while (k < w.length && k < spelled.length && w[k] === spelled[k]) k++;
        return [k >= least && ENDINGS.test(w.slice(k)) && ENDINGS.test(spelled.slice(k)) ? k : 0, row[1] || w];
      }), longest = near.reduce(function (most, x) { return Math.max(most, x[0]); }, 0);
      near.forEach(function (x) { if (x[0] && x[0] >= longest - 1 && count < 8 && !(x[1] in stems)) { stems[x[1]] = MEANT; count++; } });
    }
    return stems;
  }

  /* ---- Closeness ---- */

  /* Whether one slip makes one of the other: a letter wrong, missing, too many, or two exchanged. */
  function one_slip(a, b) {
    if (a === b || Math.abs(a.length - b.length) > 1) return false;
    var i = 0, x = a.length, y = b.length;
    while (i < x && i < y && a[i] === b[i]) i++;
    while (x > i && y > i && a[x - 1] === b[y - 1]) { x--; y--; }
    if (x - i <= 1 && y - i <= 1) return true;
    return x - i === 2 && y - i === 2 && a[i] === b[i + 1] && a[i + 1] === b[i];
  }
  function blurred(syllable) { return syllable.replace(/^([zcs])h/, "$1").replace(/ng$/, "n").replace(/^n(?=.)/, "l"); }

  /* ---- Pinyin ---- */

  /* Where `wanted` stands in a row of syllables, from border to border: [from, to) or null. `open`: its end may be cut. */
  function run_of(row, wanted, open) {
    for (var i = 0; i < row.length; i++) {
      var joined = "";
      for (var k = i; k < row.length && joined.length < wanted.length; k++) {
        joined += row[k];
        if (joined === wanted) return [i, k + 1, true];
        if (open && i === 0 && joined.length > wanted.length && joined.lastIndexOf(wanted, 0) === 0) return [i, k + 1, false];
      }
    }
    return null;
  }
  /* The characters of a name, as its syllables count them. */
  function cells(name) { return name.match(/[\u3400-\u9fff\uf900-\ufaff]|[^\u3400-\u9fff\uf900-\ufaff\s]+/g) || []; }

  /* Chinese strings that pinyin may mean, the likeliest first: {zh, tier, whole}. */
  function from_pinyin(wanted, slips) {
    var out = [], seen = {};
    function add(zh, tier, rank, n) {
      if (!zh) return;
      if (!seen[zh]) out.push(seen[zh] = { zh: zh, tier: tier, rank: rank, n: n });
      else if (rank < seen[zh].rank) { seen[zh].rank = rank; seen[zh].n = n; }
    }
    terms.forEach(function (term) {
      term.sounds.forEach(function (row, k) {
        var name = term.names[k], joined = row.join("");
        if (joined === wanted) add(name, MEANT, 0, term.n);
        else if (!slips) {
          var run = wanted.length > 1 && run_of(row, wanted, wanted.length > 2);
          if (run) add(run[2] ? cells(name).slice(run[0], run[1]).join("") : name, MEANT, run[2] ? 2 : 3, run[2] ? -1 : term.n);
          var initials = row.map(function (s) { return s[0]; }).join("");
          if (wanted.length > 1 && initials === wanted) add(name, MEANT, 1, term.n);
          else if (wanted.length > 2 && initials.lastIndexOf(wanted, 0) === 0) add(name, MEANT, 4, term.n);
        } else if (wanted.length > 4 && one_slip(joined, wanted)) add(name, CLOSE, 0, term.n);
      });
    });
    vocabulary.joined.forEach(function (joined, k) {
      if (joined === wanted) add(vocabulary.zh[k], MEANT, 2, -1);
      else if (slips && wanted.length > 4 && one_slip(joined, wanted)) add(vocabulary.zh[k], CLOSE, 1, -1);
    });
    out.sort(function (a, b) { return a.rank - b.rank; });
    return out;
  }
  /* Pinyin of several words in one: the fewest words of the texts that make it up, or null. */
  function pinyin_words(wanted) {
    if (wanted.length > 60) return null;
    var by = {};
    vocabulary.joined.forEach(function (p, k) { if (!(p in by)) by[p] = vocabulary.zh[k]; });
    terms.forEach(function (t) { t.sounds.forEach(function (row, k) { by[row.join("")] = t.names[k]; }); });
    var best = [[]];
    for (var end = 1; end <= wanted.length; end++) {
      for (var start = Math.max(0, end - 30); start < end; start++) {
        var word = best[start] && by[wanted.slice(start, end)];
        if (word && (!best[end] || best[start].length + 1 < best[end].length)) best[end] = best[start].concat(word);
      }
    }
    return best[wanted.length] && best[wanted.length].length > 1 ? best[wanted.length] : null;
  }

  /* ---- Terms by their names ---- */

  function has_words(rendering, wanted) {
    var row = words(rendering);
    return wanted.length > 0 && wanted.every(function (w) { return row.some(function (r) { return r.lastIndexOf(w, 0) === 0; }); });
  }
  function stems_of(text) {
    return words(text).map(function (w) { return vocabulary && vocabulary.stem[w] || w; }).join(" ");
  }

  /* {n, tier, rank, note}: by the whole of what was typed. The rank puts a term's own name first. */
  function match_terms(query) {
    var wanted = query.joined, out = [], latin = query.latin;
    if (!wanted) return out;
    var stemmed = latin && vocabulary ? stems_of(query.raw) : "";
    var list = query.tokens.reduce(function (sum, t) { return sum.concat(t.words); }, []);
    terms.forEach(function (t) {
      function put(tier, rank, note) { out.push({ n: t.n, tier: tier, rank: rank, note: note || null }); }
      var k;
      if (t.zhs[0] === wanted || t.ens[0] === wanted) return put(EXACT, 0);
      if ((k = t.zhs.indexOf(wanted)) > 0) return put(EXACT, 1, { kind: "alias", text: t.names[k] });
      if ((k = t.ens.indexOf(wanted)) > 0) return put(EXACT, 1, { kind: "accepted", text: t.renderings[k] });
      if ((k = t.nots.indexOf(wanted)) >= 0) return put(EXACT, 1, { kind: "avoided", text: t.avoided[k] });
      if (stemmed) {
        if ((k = t.renderings.map(stems_of).indexOf(stemmed)) >= 0) return put(MEANT, 0, k ? { kind: "accepted", text: t.renderings[k] } : null);
        if ((k = t.avoided.map(stems_of).indexOf(stemmed)) >= 0) return put(MEANT, 0, { kind: "avoided", text: t.avoided[k] });
      }
      function inside(name) { return name.indexOf(wanted) >= 0; }
      if (t.zhs.some(inside)) return put(EXACT, 3);
      if (latin ? t.renderings.some(function (r) { return has_words(r, list); }) : false) return put(EXACT, 3);
      if (wanted.length > 2 && t.ens.some(inside)) return put(EXACT, 4);
      if (query.tokens.length > 1 && query.tokens.every(function (token) {
        return t.zhs.concat(t.ens).some(function (name) { return name.indexOf(token.fold) >= 0; });
      })) return put(EXACT, 5);
      if (latin && list.join("").length > 3) {
        for (k = 0; k < t.avoided.length; k++) if (has_words(t.avoided[k], list)) return put(MEANT, 6, { kind: "avoided", text: t.avoided[k] });
      }
      /* A term inside a longer question. */
      if (t.zhs.some(function (name) { return name.length > 1 && wanted.indexOf(name) >= 0; })) return put(PART, 7);
      if (latin && words(t.en).length > 1 && (" " + stemmed + " ").indexOf(" " + stems_of(t.en) + " ") >= 0) return put(PART, 7);
    });
    return out;
  }

  /* ---- Candidates ---- */

  function grams(fold) {
    if (fold.length < 2) return fold ? [fold] : [];
    var last = fold.length - 2, out = [], most = 5;
    if (last < most) for (var i = 0; i <= last; i++) out.push(fold.substr(i, 2));
    else for (var k = 0; k < most; k++) out.push(fold.substr(Math.round(k * last / (most - 1)), 2));
    return out;
  }
  /* The keys that a token needs, and how to read them: a list of alternatives, each a list of keys that are all required. */
  function demands(token) {
    /* Latin words of the Chinese text are words, too; only what has Chinese or digits is looked for by its characters. */
    var out = token.han || /\d/.test(token.fold) || !token.words.length ? [grams(token.fold)] : [];
    if (!token.han && token.words.length) {
      if (token.words.length === 1) {
        Object.keys(forms_of(token.words[0], token.enough)).forEach(function (stem) { out.push(["~" + stem]); });
      } else {
        var keys = token.words.map(function (w) { return "~" + (vocabulary.stem[w] || w); });
        out.push(token.phrase ? keys.concat(pairs(token.words)) : keys);
      }
    }
    if (token.value !== null) out.push(["=" + token.value]);
    return out;
  }
  function keys_of(demand) { return demand.reduce(function (sum, keys) { return sum.concat(keys); }, []); }
  function units_of(demand, segment) {
    return any_of(demand.map(function (keys) { return all_of(postings(keys, segment)); }));
  }
  function keys_of_all(list) { return list.reduce(function (sum, demand) { return sum.concat(keys_of(demand)); }, []); }
  /* Units of a segment that hold every token; its shards are fetched first. `known`: segments that were asked before;
     what was rarest there is fetched before the rest, which is left alone where that is missing. */
  function candidates(tokens, filter, segment, known) {
    var list = tokens.map(demands);
    var first = known && known.length ? rarest(list, known) : [];
    return fetch_keys(first, segment).then(function () {
      if (first.length && !first.some(function (key) { return posting(key, segment).length; })) return EMPTY;
      return fetch_keys(keys_of_all(list).concat(filter), segment).then(function () {
        return all_of(list.map(function (demand) { return units_of(demand, segment); }).concat(postings(filter, segment)));
      });
    });
  }
  /* Keys of which one at least is in every answer: of the token that was found in the fewest units. */
  function rarest(list, known) {
    function count(keys) { return known.reduce(function (sum, segment) { return sum + all_of(postings(keys, segment)).length; }, 0); }
    var few = list.map(function (demand) {
      if (demand.length > 1) return { keys: keys_of(demand), n: demand.reduce(function (sum, keys) { return sum + count(keys); }, 0) };
      return (demand[0] || []).map(function (key) { return { keys: [key], n: count([key]) }; }).sort(function (a, b) { return a.n - b.n; })[0] || { keys: [], n: Infinity };
    });
    return few.sort(function (a, b) { return a.n - b.n || a.keys.length - b.keys.length; })[0].keys;
  }

  /* ---- Texts ---- */

  function segment_of(n) {
    var k = 0;
    while (n >= segments[k].last) k++;
    return segments[k];
  }
  function kind_of(n, segment) {
    for (var kind in segment.ranges) if (n >= segment.ranges[kind][0] && n < segment.ranges[kind][1]) return kind;
    return null;
  }
  function shard_name(n, segment) {
    var kind = kind_of(n, segment), range = segment.ranges[kind];
    return segment.before + kind + "-" + Math.floor((n - range[0]) / range[2]);
  }
  var drawn = {};

  /* What a unit says: {kind, zh: [lines], en: [lines]} and where it is; a line keeps its folded form. */
  function unit(n) {
    if (drawn[n]) return drawn[n];
    var segment = segment_of(n), kind = kind_of(n, segment), range = segment.ranges[kind];
    var row = held[shard_name(n, segment)][(n - range[0]) % range[2]];
    if (kind === "line") kind = "heading"; /* a line of front matter; it stands behind all headings and is one otherwise */
    var u = { n: n, kind: kind };
    function two(pair) { return [pair[0] || "", pair[1] || ""]; }
    if (kind === "passage") {
      var start = 0;
      u.id = row[0]; u.doc = row[0].split(".")[0]; u.where = row[1]; u.under = row[2]; u.figures = row[6]; u.topic = row[7]; u.strand = row[8];
      u.zh = row[4].map(function (end) { var line = row[3].slice(start, end); start = end; return line; });
      u.whole = row[3];
      u.ends = row[4];
      u.en = row[5].map(function (s) { return s[0]; });
      u.from = row[5].map(function (s) { return s[1]; });
      u.url = "speeches/" + u.doc + "/#" + u.id;
    } else if (kind === "heading") {
      u.id = row[0]; u.doc = row[0].split(".")[0]; u.zh = [row[1] || ""]; u.en = row[2] ? [row[2]] : []; u.url = "speeches/" + u.doc + "/#" + u.id;
    } else if (kind === "term") {
      var t = terms[n - range[0]];
      u.id = t.slug; u.term = t; u.zh = t.names.concat(row[1]); u.en = t.renderings.concat(row[2]); u.url = "glossary/" + t.slug + "/";
    } else {
      u.id = row[0]; u.title = two(row[1]);
      u.zh = [row[1][0] || "", row[2][0] || ""].concat(row[3].map(function (s) { return s[0]; }));
      u.en = [row[1][1] || "", row[2][1] || ""].concat(row[3].map(function (s) { return s[1]; }));
      if (row[4]) {
        u.spelled = {};
        row[4].forEach(function (name) {
          name[2].split(" ").forEach(function (word) { if (word) u.spelled[word] = u.zh.length; });
          u.zh.push(name[0]); u.en.push(name[1]);
        });
      }
      u.url = (kind === "topic" ? "topics/" : "speeches/") + u.id + "/";
    }
    return drawn[n] = u;
  }
  function fetch_units(list) {
    var names = {};
    list.forEach(function (n) { var segment = segment_of(n); names[shard_name(n, segment)] = segment.version; });
    return Promise.all(Object.keys(names).map(function (name) { return load(name, names[name]); }));
  }

  /* ---- Holding a text against the query ---- */

  function lines(u) {
    if (!u.lines) {
      /* Chinese sentences of a passage are searched as one text, so that what runs over a border is found. */
      var zh = u.whole !== undefined ? [u.whole] : u.zh;
      u.lines = {
        zh: zh.map(function (text) { return { text: text, fold: folded(text) }; }),
        en: u.en.map(function (text) { return { text: text, low: lower(text) }; })
      };
    }
    return u.lines;
  }
  function lower(text) {
    var low = text.toLowerCase();
    return low.length === text.length ? low : text;
  }
  function escaped(text) { return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); }
  function pattern(token) {
    if (token.pattern !== undefined) return token.pattern;
    token.pattern = token.words.length ? new RegExp(token.words.map(escaped).join("[^\\p{L}\\p{N}]+"), "gu") : null;
    return token.pattern;
  }
  var WORD = /\p{L}[\p{L}\p{N}]*|\d+(?:[.,]\d+)*[\p{L}\p{N}]*/gu;
  var AMOUNT = /\d[\d,]*(?:\.\d+)?(?: ?(?:hundred|thousand|million|billion|trillion)\b| ?(?:%|per cent|percent))?/g;

  /* Where a token stands in a unit: {zh: [[line, start, end]], en: […], tier} or null. */
  function stands(u, token) {
    var said = lines(u), zh = [], en = [], tier = CLOSE + 1, whole = 0;
    function better(t) { if (t < tier) tier = t; }
    said.zh.forEach(function (line, n) {
      for (var at = line.fold.text.indexOf(token.fold); token.fold && at >= 0; at = line.fold.text.indexOf(token.fold, at + token.fold.length)) {
        var start = line.fold.at[at], last = line.fold.at[at + token.fold.length - 1], end = last + 1;
        while (end < line.text.length && line.fold.at[at + token.fold.length] !== undefined && line.fold.at[at + token.fold.length] === last) end++;
        zh.push([n, start, end]);
        better(same(line.text.slice(start, end)).replace(/[“”"《》]/g, "") === token.same ? EXACT : MEANT);
      }
    });
    var shape = pattern(token);
    if (shape) said.en.forEach(function (line, n) {
      var hit, found = false;
      shape.lastIndex = 0;
      while ((hit = shape.exec(line.low))) {
        en.push([n, hit.index, hit.index + hit[0].length]);
        found = true;
        better(EXACT);
        if (!/[\p{L}\p{N}]/u.test(line.low.charAt(hit.index - 1)) && !/[\p{L}\p{N}]/u.test(line.low.charAt(hit.index + hit[0].length))) whole++;
      }
      if (!found && token.words.length === 1 && vocabulary) {
        if (!token.forms) token.forms = forms_of(token.words[0]);
        WORD.lastIndex = 0;
        while ((hit = WORD.exec(line.low))) {
          var stem = vocabulary.stem[hit[0].replace(/,/g, "")];
          if (stem !== undefined && Object.prototype.hasOwnProperty.call(token.forms, stem)) { en.push([n, hit.index, hit.index + hit[0].length]); better(MEANT); }
        }
      }
    });
    if (u.spelled && token.words.length === 1 && Object.prototype.hasOwnProperty.call(u.spelled, token.words[0])) {
      var named = u.spelled[token.words[0]];
      zh.push([named, 0, u.zh[named].length]);
      better(MEANT);
    }
    if (token.value !== null && u.figures) {
      var any = false;
      u.figures.forEach(function (f) {
        if (f[2] !== token.value) return;
        any = true;
        if (!zh.some(function (m) { return m[1] < f[1] && m[2] > f[0]; })) zh.push([0, f[0], f[1]]);
        better(token.telling ? EXACT : MEANT);
      });
      if (any) said.en.forEach(function (line, n) {
        var hit;
        AMOUNT.lastIndex = 0;
        while ((hit = AMOUNT.exec(line.low))) {
          var at = hit.index, size = hit[0].replace(/\s+$/, "").length;
          if (quantity(hit[0]) === token.value && !en.some(function (m) { return m[0] === n && m[1] < at + size && m[2] > at; })) en.push([n, at, at + size]);
        }
      });
    }
    return tier > CLOSE ? null : { zh: zh, en: en, tier: tier, whole: whole };
  }

  function sentence_at(u, offset) {
    for (var n = 0; n < u.ends.length; n++) if (offset < u.ends[n]) return n + 1;
    return u.ends.length;
  }

  /* A unit against all tokens: {tier, score, missing, zh, en, sentence} with marks; null where nothing of it is there. */
  function judge(u, tokens) {
    var tier = EXACT, missing = 0, marks = { zh: [], en: [] }, by = {}, total = 0, whole = 0, title = 0;
    function credit(n, k) { (by[n] = by[n] || {})[k] = 1; }
    tokens.forEach(function (token, k) {
      var found = stands(u, token);
      if (!found) { missing += token.weight || 1; return; }
      tier = Math.max(tier, found.tier, token.tier);
      total += found.zh.length + found.en.length;
      whole += Math.min(1, found.whole);
      found.zh.forEach(function (m) {
        marks.zh.push(m);
        if (u.ends) credit(sentence_at(u, m[1]), k);
        if (m[0] === 0 && u.title) title = 1;
      });
      found.en.forEach(function (m) {
        marks.en.push(m);
        if (u.from) u.from[m[0]].forEach(function (s) { credit(s, k); });
        if (m[0] === 0 && u.title) title = 1;
      });
    });
    if (!marks.zh.length && !marks.en.length) return null;
    var best = 1, most = 0;
    if (u.ends) for (var n = 1; n <= u.ends.length; n++) {
      var sum = 0;
      for (var k in by[n] || {}) sum += tokens[k].weight || 1;
      if (sum > most + 1e-9) { most = sum; best = n; }
    }
    if (missing) tier = Math.max(tier, PART);
    var near = tokens.length > 1 ? phrases(u, tokens) : 0;
    return {
      unit: u, tier: tier, missing: missing, marks: marks, sentence: best,
      score: 8 * near + 3 * (u.ends ? most : 0) + 2 * whole + title * 4 + Math.log(1 + total)
    };
  }
  /* Neighbouring Latin tokens that stand side by side in the text, as they were typed. */
  function phrases(u, tokens) {
    var count = 0, en = lines(u).en;
    for (var k = 0; k + 1 < tokens.length; k++) {
      var a = tokens[k], b = tokens[k + 1];
      if (a.han || b.han || !a.words.length || !b.words.length) continue;
      var shape = new RegExp(escaped(a.words[a.words.length - 1]) + "[^\\p{L}\\p{N}]+" + escaped(b.words[0]), "u");
      if (en.some(function (line) { return shape.test(line.low); })) count++;
    }
    return count;
  }

  /* The other language's words for what was matched: the renderings of a term that stands there, and the reverse. */
  function counterparts(result) {
    var u = result.unit;
    if (!u.ends || !u.en.length) return;
    var text = u.whole, marks = result.marks;
    terms.forEach(function (t) {
      t.names.forEach(function (name) {
        for (var at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
          var end = at + name.length, n = sentence_at(u, at);
          var here = marks.zh.some(function (m) { return !m[3] && m[1] < end && m[2] > at && Math.min(end, m[2]) - Math.max(at, m[1]) > 1 + (m[2] - m[1] > 1 ? 0 : -1); });
          u.en.forEach(function (line, k) {
            if (u.from[k].indexOf(n) < 0) return;
            t.renderings.forEach(function (rendering) {
              var low = lower(line), wanted = rendering.toLowerCase();
              for (var from = low.indexOf(wanted); from >= 0; from = low.indexOf(wanted, from + wanted.length)) {
                var to = from + wanted.length;
                if (here && !overlaps(marks.en, k, from, to)) marks.en.push([k, from, to, 1]);
                else if (!here && overlaps(marks.en, k, from, to, true) && !overlaps(marks.zh, 0, at, end)) marks.zh.push([0, at, end, 1]);
              }
            });
          });
        }
      });
    });
  }
  function overlaps(list, line, from, to, own) {
    return list.some(function (m) { return m[0] === line && m[1] < to && m[2] > from && !(own && m[3]); });
  }

  /* ---- Ways to look, one after another ---- */

  var TRIES = {
    exact: ["as typed", "原样"], parts: ["in parts", "拆分"], glossary: ["the glossary", "术语表"], pinyin: ["pinyin and initials", "拼音与首字母"],
    spelling: ["close spellings", "近似拼写"], sound: ["characters of the same sound", "同音字"], figure: ["the figure in either scale", "数值换算"]
  };

  /* Which segments a search asks, one round after another: the newest first, then ever more at once. A filter by year or
     by document asks those that have it. */
  function rounds_of(filters) {
    if (segments.length === 1) return Promise.resolve([segments]);
    var head = segments[0], rest = segments.slice(1), wait = null;
    if (filters.kind && !group_kinds(filters.kind).some(function (kind) { return kind === "passage" || kind === "heading"; })) return Promise.resolve([[head]]);
    if (filters.year) rest = rest.filter(function (s) { return s.years.indexOf(filters.year) >= 0; });
    if (filters.doc) wait = fetch_keys(["@doc:" + filters.doc], head).then(function () {
      var place = posting("@doc:" + filters.doc, head)[0];
      rest = rest.filter(function (s) { return place >= s.document && place < s.document + s.documents; });
    });
    return Promise.resolve(wait).then(function () {
      var out = [[head].concat(rest.slice(0, 1))];
      for (var at = 1, size = 1; at < rest.length; at += size, size *= 2) out.push(rest.slice(at, at + size));
      return out;
    });
  }
  /* Round after round, until one is enough; the rounds that were not needed. */
  function in_rounds(rounds, ask) {
    return rounds.reduce(function (wait, round, k) {
      return wait.then(function (left) {
        if (left) return left;
        return ask(round).then(function (enough) { return enough ? rounds.slice(k + 1) : null; });
      });
    }, Promise.resolve(null)).then(function (left) { return left || []; });
  }

  /* Looks tokens up, holds the first candidates of each kind against their texts. Returns {list, more, left}: what was
     found, how many candidates were not held, and the rounds that were not asked. */
  function look(tokens, ask, limit, known) {
    var got = { list: [], more: 0, left: [] }, state = {};
    if (!tokens.length) return Promise.resolve(got);
    var keys = side_by_side(tokens), asked = [];
    return in_rounds(ask.rounds, function (round) {
      var before = asked, found = round.map(function (segment) {
        /* Keys of words side by side come with the others; from older segments only where those are there. */
        var fetched = keys.length && !before.length ? fetch_keys(keys, segment) : null;
        return candidates(tokens, ask.filter, segment, before).then(function (units) {
          return Promise.resolve(fetched || (units.length && keys.length ? fetch_keys(keys, segment) : null)).then(function () { return units; });
        });
      });
      asked = asked.concat(round);
      return Promise.all(found).then(function (lists) {
        return Promise.all(lists.map(function (units, k) {
          return hold(units, round[k], state, tokens, limit, 0, known, keys.length ? both(units, all_of(postings(keys, round[k]))) : EMPTY);
        }));
      }).then(function (held_ones) {
        held_ones.forEach(function (one) { got.list = got.list.concat(one.list); got.more += one.more; });
        var kind = limit("passage") ? "passage" : "heading", own = state[kind];
        return own && (own.inside >= ask.wanted || own.shards >= own.room);
      });
    }).then(function (left) { got.left = left; return got; });
  }
  function shards_of(kind, limit, size) { return kind === "passage" ? limit("shards", size) : limit("others"); }
  /* The keys of neighbouring English words: where they stand together comes first. */
  function side_by_side(tokens) {
    var keys = [];
    for (var k = 0; k + 1 < tokens.length; k++) {
      if (tokens[k].words.length === 1 && tokens[k + 1].words.length === 1) keys = keys.concat(pairs([tokens[k].words[0], tokens[k + 1].words[0]]));
    }
    return keys;
  }
  function pairs(row) {
    var keys = [];
    for (var i = 0; i + 1 < row.length; i++) {
      if (!LIGHT[row[i]] && !LIGHT[row[i + 1]]) keys.push("~" + (vocabulary.stem[row[i]] || row[i]) + " " + (vocabulary.stem[row[i + 1]] || row[i + 1]));
    }
    return keys;
  }
  /* The first candidates of each kind, as many as a few shards give, against their texts. `state` goes from segment to
     segment: kind → {inside, shards}, how many were taken and how many shards were fetched for them. */
  function hold(found, segment, state, tokens, limit, least, known, first_of_all) {
    var chosen = [], more = 0, ranges = segment.ranges;
    Object.keys(ranges).forEach(function (own_kind) {
      var range = ranges[own_kind], kind = own_kind === "line" ? "heading" : own_kind, first = lower_bound(found, range[0]), last = lower_bound(found, range[1]);
      var most = limit(kind), room = shards_of(kind, limit, range[2]), used = {}, there = {}, own = state[kind] = state[kind] || { inside: 0, shards: 0 }, before = own.inside;
      own.room = room;
      function take(n) {
        if (there[n]) return;
        there[n] = 1;
        if (known && known(n)) { own.inside++; return; }
        var name = shard_name(n, segment);
        if (own.inside >= most || !used[name] && !held[name] && own.shards >= room) return;
        if (!used[name]) { used[name] = 1; if (!held[name]) own.shards++; }
        own.inside++;
        chosen.push(n);
      }
      if (most) {
        if (first_of_all && first_of_all.length) {
          for (var k = lower_bound(first_of_all, range[0]); k < first_of_all.length && first_of_all[k] < range[1] && own.inside < most; k++) take(first_of_all[k]);
        }
        for (var i = first; i < last && own.inside < most && i < first + 4 * WINDOW; i++) take(found[i]);
        more += last - first - (own.inside - before);
      }
    });
    chosen.sort(function (a, b) { return a - b; });
    return fetch_units(chosen).then(function () {
      var list = [];
      chosen.forEach(function (n) {
        var result = judge(unit(n), tokens);
        if (result && result.missing <= (least || 0)) list.push(result);
      });
      return { list: list, more: more };
    });
  }
  function lower_bound(list, wanted) {
    var a = 0, b = list.length;
    while (a < b) { var m = (a + b) >> 1; if (list[m] < wanted) a = m + 1; else b = m; }
    return a;
  }

  /* The units that hold the most of what was typed, by weight: rare words count more. Where few units hold most of
     it, older segments are asked, up to a limit; beyond it only where nothing was found. */
  function look_parts(tokens, ask, limit) {
    var list = tokens.map(demands), keys = keys_of_all(list).concat(ask.filter), asked = 0, held_by = tokens.map(function () { return 0; });
    var got = { list: [], more: 0 }, state = {}, near = 0;
    return in_rounds(ask.rounds, function (round) {
      return Promise.all(round.map(function (segment) { return fetch_keys(keys, segment); })).then(function () {
        var score = {}, total = 0, units = tokens.map(function (_, k) { return round.map(function (segment) { return units_of(list[k], segment); }); });
        round.forEach(function (segment) { asked += segment.last - segment.first; });
        tokens.forEach(function (token, k) {
          units[k].forEach(function (own) { held_by[k] += own.length; });
          token.weight = held_by[k] ? Math.log(1 + asked / held_by[k]) : 0.5;
          total += token.weight;
        });
        round.forEach(function (segment, s) {
          var there = null;
          if (ask.filter.length) { there = {}; all_of(postings(ask.filter, segment)).forEach(function (n) { there[n] = 1; }); }
          tokens.forEach(function (token, k) {
            units[k][s].forEach(function (n) { if (!there || there[n]) score[n] = (score[n] || 0) + token.weight; });
          });
        });
        var found = Object.keys(score).map(Number).filter(function (n) { return score[n] >= total * 0.34; });
        found.sort(function (a, b) { return score[b] - score[a] || a - b; });
        found = found.slice(0, WINDOW).sort(function (a, b) { return a - b; });
        return Promise.all(round.map(function (segment) {
          var own = found.filter(function (n) { return n >= segment.first && n < segment.last; });
          return hold(Int32Array.from(own), segment, state, tokens, limit, total * 0.67);
        })).then(function (ones) {
          ones.forEach(function (one) {
            one.list.forEach(function (r) {
              r.tier = Math.max(r.tier, PART);
              r.score += 4 * (total - r.missing);
              if (r.missing <= total * 0.4) near++;
              got.list.push(r);
            });
          });
          return near >= NEAR || asked > ENOUGH && got.list.length > 0;
        });
      });
    }).then(function () { return got; });
  }

  /* A run of Chinese cut into the longest pieces that the words and terms know; others are left out. */
  function pieces(token) {
    var known = {}, out = [], text = token.fold;
    vocabulary.zh.forEach(function (w) { known[w] = 1; });
    terms.forEach(function (t) { t.zhs.forEach(function (z) { known[z] = 1; }); });
    token.text.split(/[^\p{L}\p{N}%+.\-]+/u).forEach(function (part, n, every) { if (every.length > 1 && folded(part).text.length > 1) known[folded(part).text] = 1; });
    for (var i = 0; i < text.length;) {
      var latin = /^[a-z0-9.%+\-]+/.exec(text.slice(i)), size = latin ? latin[0].length : Math.min(12, text.length - i);
      if (!latin) while (size > 1 && !known[text.substr(i, size)]) size--;
      if (size > 1) out.push(text.substr(i, size));
      i += size;
    }
    return out;
  }

  function sounds_of(text) {
    var out = [];
    for (var i = 0; i < text.length; i++) { if (!sounds[text[i]]) return null; out.push(sounds[text[i]]); }
    return out;
  }
  /* Chinese that sounds like a run of it, or differs in one character: the likeliest first. */
  function homophones(text) {
    var row = sounds_of(text), out = [], seen = {};
    function add(zh, rank) { if (zh !== text && !seen[zh]) { seen[zh] = 1; out.push({ zh: zh, rank: rank }); } }
    if (row) {
      var joined = row.join(" "), blur = row.map(blurred).join(" ");
      terms.forEach(function (t) {
        t.sounds.forEach(function (s, k) {
          var chars = cells(t.names[k]);
          for (var i = 0; i + row.length <= s.length; i++) {
            var part = s.slice(i, i + row.length);
            if (part.join(" ") === joined) add(chars.slice(i, i + row.length).join(""), row.length === s.length ? 0 : 1);
            else if (row.length > 1 && part.map(blurred).join(" ") === blur) add(chars.slice(i, i + row.length).join(""), row.length === s.length ? 2 : 4);
          }
        });
      });
      vocabulary.pinyin.forEach(function (p, k) {
        if (p === joined) add(vocabulary.zh[k], 1);
        else if (p.split(" ").map(blurred).join(" ") === blur) add(vocabulary.zh[k], 4);
      });
      var several = pinyin_words(row.join(""));
      if (several && several.join("").length === text.length) add(several.join(""), 3);
    }
    if (text.length > 2) terms.forEach(function (t) {
      t.zhs.forEach(function (name) { if (one_slip(name, text)) add(name, 5); });
    });
    out.sort(function (a, b) { return a.rank - b.rank; });
    return out.slice(0, 4);
  }

  /* Terms that share the most with what was typed: for the page that found nothing. */
  function nearest(query) {
    var pairs = {}, text = query.joined, i;
    for (i = 0; i + 1 < text.length; i++) pairs[text.substr(i, 2)] = 1;
    for (i = 0; i < text.length; i++) if (text.length === 1 || HAN.test(text[i])) pairs[text[i]] = 1;
    return terms.map(function (t) {
      var best = 0;
      t.zhs.concat(t.ens, t.sounds.map(function (s) { return s.join(""); })).forEach(function (name) {
        var shared = 0;
        for (var pair in pairs) if (name.indexOf(pair) >= 0) shared++;
        best = Math.max(best, 2 * shared / (Object.keys(pairs).length + Math.max(1, (HAN.test(name) ? 2 : 1) * name.length - 1)));
      });
      return { term: t, near: best };
    }).filter(function (x) { return x.near > 0.3; }).sort(function (a, b) { return b.near - a.near || b.term.uses - a.term.uses; })
      .slice(0, 5).map(function (x) { return x.term; });
  }

  /* ---- The whole ---- */

  /* search(text, {filters: {doc, topic, kind, year}, most}) → a promise of
     {query, results, tried, nearest, more, rest}; rest() counts what older segments have, where they were not needed.
     A result: {kind, tier, id, url, zh, en, marks, note, …}; the best first. */
  function search(raw, options) {
    options = options || {};
    var filters = options.filters || {}, most = options.most || 10, tried = [], results = [], seen = {}, more = 0, query, ask = null, left = [];
    var filter = ["doc", "topic", "year"].filter(function (f) { return filters[f]; }).map(function (f) { return "@" + f + ":" + filters[f]; });
    function limit(kind, size) {
      if (kind === "line") kind = "heading";
      /* Texts are fetched for what will be shown; what comes after that is taken from those that are here. */
      if (kind === "others") return options.full ? 4 : 1;
      if (kind === "shards") return Math.max(0, Math.max(size > 8 && !options.full ? FEWER : SHARDS, options.full || !(size > 8) ? most + 2 : 0) - results.filter(function (r) { return r.unit.kind === "passage"; }).length);
      if (filters.kind && group_kinds(filters.kind).indexOf(kind) < 0) return 0;
      if (kind === "term" && filter.length) return 0;
      if (kind === "passage") return Math.max(WINDOW, most + 10);
      return options.full ? Math.max(12, most) : 5;
    }
    function put(list, tier, how) {
      list.forEach(function (r) {
        if (seen[r.unit.n]) return;
        seen[r.unit.n] = r;
        r.tier = Math.max(r.tier, tier);
        if (how) r.how = how;
        results.push(r);
      });
    }
    function put_term(n, tier, rank, note, how) {
      var number = segments[0].ranges.term[0] + n;
      if (filter.length || limit("term") === 0) return;
      if (seen[number]) {
        var old = seen[number];
        if (old.name === undefined || tier < old.tier || tier === old.tier && rank < old.rank) { old.rank = rank; old.name = true; old.note = note || old.note; old.tier = Math.min(old.tier, tier); }
        return;
      }
      var r = seen[number] = { unit: { n: number, kind: "term", id: terms[n].slug, term: terms[n], url: "glossary/" + terms[n].slug + "/" }, tier: tier, rank: rank, name: true, note: note, score: 0, marks: { zh: [], en: [] }, how: how };
      results.push(r);
    }
    function count_left(tokens, got) {
      more += got.more;
      if (got.left.length) left.push({ tokens: tokens, rounds: got.left });
    }
    /* How many more there are where nobody has looked. */
    function rest() {
      return left.reduce(function (wait, one) {
        return one.rounds.reduce(function (inner, round) {
          return inner.then(function (sum) {
            return Promise.all(round.map(function (segment) { return candidates(one.tokens, filter, segment).then(function (found) { return counted(found, segment); }); }))
              .then(function (counts) { return counts.reduce(function (a, b) { return a + b; }, sum); });
          });
        }, wait);
      }, Promise.resolve(0));
    }
    function counted(found, segment) {
      return Object.keys(segment.ranges).reduce(function (sum, kind) {
        return limit(kind) ? sum + lower_bound(found, segment.ranges[kind][1]) - lower_bound(found, segment.ranges[kind][0]) : sum;
      }, 0);
    }
    /* A term whose name has it needs no text. */
    function named_already(n) { return seen[n] && seen[n].name && seen[n].tier === EXACT; }
    function best_tier() { return results.reduce(function (t, r) { return Math.min(t, r.tier); }, CLOSE + 1); }
    function count(tier) { return results.filter(function (r) { return r.tier <= tier && r.unit.kind !== "term"; }).length; }
    function meant(zhs, tier, how) {
      return zhs.reduce(function (wait, zh) {
        return wait.then(function () {
          var tokens = zh instanceof Array ? zh.map(function (z) { return token(z, false, null); }) : [token(zh, false, null)];
          return look(tokens, ask, limit).then(function (got) { put(got.list, tier, how || { zh: zh instanceof Array ? zh.join(" ") : zh }); count_left(tokens, got); });
        });
      }, Promise.resolve());
    }

    function first_ones() {
      if (!options.early || best_tier() !== EXACT) return;
      var found = results.slice();
      sort(found);
      options.early({ query: query.raw, results: found.filter(function (r) { return r.tier === EXACT; }), more: more, tried: [], nearest: [] });
    }

    return ready().then(function () {
      query = parse(raw);
      if (!query.tokens.length) return null;
      var need_words = query.tokens.some(function (t) { return !t.han; });
      return Promise.all([rounds_of(filters), need_words ? with_words() : null]);
    }).then(function (given) {
      if (!query.tokens.length) return null;
      ask = { rounds: given[0], filter: filter, wanted: Math.max(SHARDS, most + 2) };
      tried.push("exact");
      if (query.tokens.some(function (t) { return t.value !== null; })) tried.push("figure");
      match_terms(query).forEach(function (m) { put_term(m.n, m.tier, m.rank, m.note); });
      first_ones(); /* names are known before any text is fetched, */
      return look(query.tokens, ask, limit, named_already).then(function (got) {
        put(got.list, EXACT);
        count_left(query.tokens, got);
        first_ones(); /* and what was typed stands there before anything is found that it may mean */
      });
    }).then(function () {
      /* What it means: the Chinese of a term that was named in another way, or by a part of its English. */
      if (!query.tokens.length) return null;
      tried.push("glossary");
      var named = results.filter(function (r) { return r.name && (r.rank <= 1 || r.tier === MEANT); });
      if (!named.length && query.latin) named = results.filter(function (r) { return r.name && r.rank <= 4 && r.tier === EXACT; }).sort(function (a, b) { return b.unit.term.uses - a.unit.term.uses; });
      var zhs = [];
      named.slice(0, 3).forEach(function (r) { r.unit.term.names.forEach(function (zh) { if (folded(zh).text !== query.joined) zhs.push(zh); }); });
      return meant(zhs, MEANT);
    }).then(function () {
      if (!query.tokens.length || !query.latin) return null;
      var wanted = toneless(tidy(raw));
      if (wanted.length < 2 || /^\d+$/.test(wanted)) return null;
      tried.push("pinyin");
      var found = from_pinyin(wanted, false);
      found.forEach(function (f) { if (f.n >= 0) put_term(f.n, MEANT, f.rank, f.rank < 2 ? { kind: "pinyin", text: f.zh } : null, { zh: f.zh }); });
      var top = found.filter(function (f) { return f.rank <= 2; }).slice(0, 2);
      if (!top.length && best_tier() > EXACT) top = found.slice(0, 2);
      var zhs = top.map(function (f) { return f.zh; });
      zhs.forEach(function (zh) {
        match_terms(parse(zh)).forEach(function (m) { if (m.tier === EXACT) put_term(m.n, MEANT, Math.max(2, m.rank), null); });
      });
      if (!zhs.length && best_tier() > EXACT) { var several = pinyin_words(wanted); if (several) zhs = [several]; }
      if (best_tier() > EXACT) zhs = zhs.concat(wanted); /* a name in one word, however it was parted and toned */
      return meant(zhs, MEANT);
    }).then(function () {
      if (!query.tokens.length || results.some(function (r) { return r.tier !== PART; })) return null;
      /* Slips of the finger, and characters of the same sound. */
      return (query.latin ? with_words() : with_sounds()).then(function () {
        var changed = false, spelled = query.tokens.map(function (t) {
          if (t.han) {
            var heard = homophones(t.fold);
            if (!present(t) && heard.length) { changed = true; return heard.map(function (h) { return h.zh; }); }
            return [t.text];
          }
          var w = t.words[0];
          if (t.words.length !== 1 || w.length < 4 || /\d/.test(w) || Object.keys(forms_of(w)).length) return [t.text];
          var near = vocabulary.en.filter(function (row) { return one_slip(row[0], w); }).slice(0, 3).map(function (row) { return row[0]; });
          if (near.length) changed = true;
          return near.length ? near : [t.text];
        });
        tried.push(query.latin ? "spelling" : "sound");
        var alternatives = [];
        if (changed) {
          var longest = Math.max.apply(null, spelled.map(function (s) { return s.length; }));
          for (var k = 0; k < longest; k++) alternatives.push(spelled.map(function (s) { return s[Math.min(k, s.length - 1)]; }));
        }
        if (query.latin) from_pinyin(toneless(tidy(raw)), true).slice(0, 3).forEach(function (f) { alternatives.push([f.zh]); });
        return alternatives.reduce(function (wait, row) {
          return wait.then(function () {
            var text = row.join(HAN.test(row.join("")) ? " " : " "), again = parse(text);
            match_terms(again).forEach(function (m) { if (m.rank <= 5) put_term(m.n, CLOSE, m.rank, m.note || { kind: "close", text: text }, { text: text }); });
            var tokens = again.tokens;
            return look(tokens, ask, limit).then(function (got) { put(got.list, CLOSE, { text: text }); });
          });
        }, Promise.resolve());
      });
      function present(t) { return ask.rounds.some(function (round) { return round.some(function (segment) { return units_of(demands(t), segment).length > 0; }); }); }
    }).then(function () {
      if (!query.tokens.length || count(EXACT) > 4 || results.some(function (r) { return r.tier === CLOSE || r.name && r.rank <= 1 && r.tier !== PART; })) return null;
      /* Parts: a run cut into words; some of the words. */
      var long = query.tokens.some(function (t) { return t.han && t.fold.length > 2; });
      if (query.tokens.length < 2 && !long && !(query.tokens[0].words.length > 1)) return null;
      if (count(EXACT) && query.tokens.length < 2) return null;
      return with_words().then(function () {
        tried.push("parts");
        var parts = [];
        query.tokens.forEach(function (t) {
          if (t.han && t.value === null) pieces(t).forEach(function (p) { parts.push(token(p, false, null)); });
          else if (t.words.length > 1 && t.value === null) t.words.forEach(function (w) { parts.push(token(w, false, null)); });
          else parts.push(token(t.text, t.phrase, t.value));
        });
        var content = parts.filter(function (t) { return !Object.prototype.hasOwnProperty.call(STOP, t.fold) && !/^[a-z]$/.test(t.fold); });
        if (content.length) parts = content;
        if (!parts.length || parts.length === 1 && parts[0].fold === query.joined) return null;
        return look_parts(parts.slice(0, 12), ask, function (kind, size) {
          return kind === "shards" ? Math.min(10, limit(kind, size)) : kind === "others" ? limit(kind) : kind === "passage" || kind === "topic" || options.full ? limit(kind) : 0;
        }).then(function (got) {
          got.list.forEach(function (r) { r.how = { parts: true }; });
          put(got.list, PART);
        });
      });
    }).then(function () {
      if (!query.tokens.length) return { query: "", results: [], tried: [], nearest: [], more: 0 };
      results.forEach(counterparts);
      sort(results);
      return {
        query: query.raw, results: results, more: more, tried: tried.map(function (t) { return TRIES[t]; }),
        nearest: results.length ? [] : nearest(query), rest: left.length ? rest : null
      };
    });
  }
  function group_kinds(kind) {
    return { terms: ["term"], systems: ["term"], bodies: ["term"], passages: ["passage"], figures: ["passage"], headings: ["heading"], topics: ["topic"], documents: ["document"] }[kind] || [];
  }

  /* Exact first; a term's own page before all; then passages, headings, topics, documents, and terms whose
     definition holds it. */
  var ORDER = { passage: 2, heading: 4, topic: 5, document: 6 };
  function place(r) {
    if (r.unit.kind !== "term") return ORDER[r.unit.kind];
    return r.name ? (r.rank <= 1 ? 0 : r.rank < 7 ? 1 : 3) : 7;
  }
  function sort(results) {
    results.forEach(function (r) { r.at = place(r); });
    results.sort(function (a, b) {
      return a.tier - b.tier || a.at - b.at || (a.rank || 0) - (b.rank || 0) || b.score - a.score ||
        (a.unit.term && b.unit.term ? a.unit.term.zh.length - b.unit.term.zh.length || b.unit.term.uses - a.unit.term.uses : 0) || a.unit.n - b.unit.n;
    });
  }

  yuedu.engine = {
    start: function (base) { root = base; return ready(); },
    search: search, load: load, quantities: function (raw) {
      return parse(raw).tokens.map(function (t) { return t.value; }).filter(function (v) { return v !== null; });
    }, unit: unit, fetch_units: fetch_units, quantity: quantity, folded: folded, terms: function () { return terms; }, core: function () { return core; }, segments: function () { return segments; },
    small: function (word) { return Object.prototype.hasOwnProperty.call(STOP, word.toLowerCase()); },
    TIERS: { EXACT: EXACT, PART: PART, MEANT: MEANT, CLOSE: CLOSE }
  };
})();
