// Four engines that send the reader one whole index, on this project's passages, beside what bench/search.py measures.
// Run: cd to a folder with `npm i minisearch@7 flexsearch@0.8 @orama/orama@3 lunr@2`, then
//   YUEDU_SEARCH=FOLDER node PROJECT/bench/engines.mjs PROJECT/docs/data/digest.json
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

const require = createRequire(process.cwd() + "/");
const MiniSearch = require("minisearch"), lunr = require("lunr"), flexsearch = require("flexsearch"), orama = require("@orama/orama");

const digest = JSON.parse(readFileSync(process.argv[2]));
const documents = digest.passages.map(p => ({ id: p.id, text: p.zh + "\n" + (p.en ? p.en.segments.map(s => s.text).join(" ") : "") }))
  .concat(digest.sections.map(s => ({ id: s.id, text: (s.title.zh || "") + "\n" + (s.title.en || "") })))
  .concat(digest.front_matter.map(f => ({ id: f.id, text: f.zh + "\n" + (f.en || "") })));
const plain = text => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
const texts = new Map(documents.map(d => [d.id, plain(d.text)]));
const queries = readFileSync(process.env.YUEDU_SEARCH + "/queries.tsv", "utf8").split("\n").filter(l => l && l[0] !== "#").map(l => {
  const [, query, truth] = l.split("\t");
  return [query, (truth ? truth.split("|") : query.split(/\s+/)).map(plain)];
});

// Two ways to cut Chinese: the browser's own words, and pairs of characters.
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const CUTS = {
  "Intl.Segmenter": text => [...segmenter.segment(text.normalize("NFKC").toLowerCase())].filter(s => s.isWordLike).map(s => s.segment),
  "pairs of characters": text => text.normalize("NFKC").toLowerCase().match(/[\u3400-\u9fff]+|[\p{L}\p{N}.%+]+/gu)?.flatMap(run =>
    /[\u3400-\u9fff]/.test(run) && run.length > 1 ? [...run].slice(1).map((c, i) => run[i] + c) : [run]) || []
};

async function engines(cut) {
  const mini = new MiniSearch({ fields: ["text"], tokenize: cut, searchOptions: { combineWith: "AND", prefix: true, fuzzy: t => /^[a-z]{4,}$/.test(t) ? 0.2 : false } });
  mini.addAll(documents);
  const flex = new flexsearch.Index({ encode: cut, tokenize: "forward" });
  documents.forEach((d, i) => flex.add(i, d.text));
  let flexed = "";
  await flex.export((key, data) => { flexed += key + (data || ""); });
  const tree = orama.create({ schema: { text: "string" }, components: { tokenizer: { language: "english", normalizationCache: new Map(), tokenize: cut } } });
  for (const d of documents) orama.insert(tree, { id: d.id, text: d.text });
  const moon = lunr(function () {
    this.field("text");
    this.pipeline.reset();
    this.searchPipeline.reset();
    this.tokenizer = text => cut(String(text)).map(t => new lunr.Token(t, {}));
    documents.forEach(d => this.add(d));
  });
  return {
    MiniSearch: [q => mini.search(q).map(r => r.id), JSON.stringify(mini)],
    FlexSearch: [q => flex.search(q, { limit: 100 }).map(i => documents[i].id), flexed],
    Orama: [q => orama.search(tree, { term: q, properties: ["text"], limit: 100, threshold: 0 }).hits.map(h => h.id), JSON.stringify(orama.save(tree))],
    lunr: [q => moon.query(b => cut(q).forEach(t => b.term(t, { presence: lunr.Query.presence.REQUIRED, wildcard: /^[a-z]+$/.test(t) ? lunr.Query.wildcard.TRAILING : 0 }))).map(r => r.ref), JSON.stringify(moon)]
  };
}

console.log("| engine | Chinese cut by | recall@10 | MRR | whole index, kB gzip |\n| --- | --- | --- | --- | --- |");
for (const [name, cut] of Object.entries(CUTS)) {
  for (const [engine, [ask, index]] of Object.entries(await engines(cut))) {
    let recall = 0, rank = 0, count = 0;
    for (const [query, terms] of queries) {
      const right = new Set([...texts].filter(([, text]) => terms.every(t => text.includes(t))).map(([id]) => id));
      if (!right.size) continue;
      const got = ask(query), first = got.findIndex(id => right.has(id));
      recall += got.slice(0, 10).filter(id => right.has(id)).length / Math.min(10, right.size);
      rank += first < 0 ? 0 : 1 / (first + 1);
      count++;
    }
    console.log(`| ${engine} | ${name} | ${(recall / count).toFixed(3)} | ${(rank / count).toFixed(3)} | ${Math.round(gzipSync(index).length / 1000)} |`);
  }
}
