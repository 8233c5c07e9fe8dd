// The search page: a form, Pagefind behind it, and results as the site's own list items.

import { beginsAlike, hasRoot, roots, words } from "./search-words.js";

const PAGE = 10; // results shown at once
const EXCERPT = 30; // words
const PAUSE = 300; // milliseconds without a key until what was typed is searched
const WEIGHT_OF_ROOTS = 0.5; // of a word with the same root, beside one that Pagefind itself finds
const LAST = "\uffff"; // comes after all letters

const form = document.getElementById("Search");
const status = document.getElementById("Search-status");
const list = document.getElementById("Search-results");
const more = document.getElementById("Search-more");
const model = document.getElementById("Search-result").content;
const said = status.dataset;
const indexes = said.indexes.split(" ").filter(Boolean).map((path) => new URL(path, document.baseURI).pathname);
const arabic = document.documentElement.lang === "ar";

let engine; // a promise, once somebody wants to search
let known; // the promise of facts, once somebody wants to choose
let latest = 0; // the number of the newest search: an older one that answers late is not shown
let waiting;
let results = [];

// Pagefind, with all indexes as one, and what results are chosen by.

function start() {
  engine ??= load();
  return engine;
}

async function load() {
  const [first, ...others] = indexes;
  const { createInstance } = await import(`${first}pagefind.js`);
  const pagefind = createInstance({ basePath: first, noWorker: true, excerptLength: EXCERPT });
  await pagefind.init();
  await Promise.all(others.map((index) => pagefind.mergeIndex(index)));
  return pagefind;
}

/** What results are chosen by and ordered by without words; searched words alone need none of it. */
function facts() {
  known ??= Promise.all(indexes.map((index) => read(`${index}facts.json`))).then(joined);
  return known;
}

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}

/** The facts behind each name of a result; posts in two indexes may have one name. */
function joined(all) {
  const facts = new Map();
  for (const [name, each] of all.flatMap(Object.entries)) facts.set(name, [...(facts.get(name) ?? []), each]);
  return facts;
}

// Finding.

/** Results for the first page, and where looking for the others would keep these waiting, how to find all. */
async function find(query, wanted, byDate) {
  const look = looking(await start());
  const choose = async (found) => (wanted.some(Boolean) ? chosen(found, await facts(), wanted) : found);
  if (!query) return { first: await choose(await everything(look)) };
  const plain = await asWritten(look, query);
  const all = async () => choose(arabic ? await byRootsToo(look, query, plain) : plain);
  const first = await choose(plain);
  if (first.length >= PAGE && !byDate) return { first, all };
  const every = await all();
  const found = every.length ? every : await choose(await withAnyWord(look, query));
  return { first: byDate ? newestFirst(found, await facts()) : found };
}

/** Pagefind for one search, in which nothing is looked for twice. */
function looking(pagefind) {
  const asked = new Map();
  return (query) => {
    if (!asked.has(query)) asked.set(query, ask(pagefind, query));
    return asked.get(query);
  };
}

/** Pagefind reads the piece of an index in which a word would stand; longer words that begin so may stand in the next. */
async function ask(pagefind, query) {
  if (query) await pagefind.preload(`${query} ${query.replaceAll(" ", `${LAST} `)}${LAST}`);
  return (await pagefind.search(query)).results;
}

function chosen(found, of, wanted) {
  const fits = (fact) => wanted.every((value, place) => !value || String(fact[place]) === value);
  return found.filter(({ id }) => of.get(id).some(fits));
}

async function everything(look) {
  const [found, of] = await Promise.all([look(null), facts()]);
  return newestFirst(found.map((result) => ({ id: result.id, result })), of);
}

function newestFirst(found, of) {
  const date = ({ id }) => of.get(id)[0][3];
  return [...found].sort((one, other) => date(other).localeCompare(date(one)));
}

async function asWritten(look, query) {
  const all = words(query);
  const found = await Promise.all(all.map((word) => isKnown(look, word)));
  return search(look, all.filter((_, place) => found[place]).join(" "), 1);
}

/** Whether a word is in an index. Of one that is not, Pagefind finds the longest beginning, be it a single letter. */
async function isKnown(look, word) {
  const found = await look(word);
  if (!found.length) return false;
  const { raw_content: content, locations, meta } = await found[0].data();
  const all = content.split(/\s+/);
  return [...locations.map((place) => all[place]), ...Object.values(meta)].some((text) => beginsAlike(text, word));
}

/** Arabic words have many forms: those of one root are found too, behind what is found as it is written. */
async function byRootsToo(look, query, plain) {
  for (const particles of [0, 1, 2]) {
    const wanted = roots(query, particles);
    const more = await search(look, wanted.join(" "), WEIGHT_OF_ROOTS);
    if (more.length) return together(plain, more, new Set(wanted));
  }
  return plain;
}

/** Where no post has all words: those that have some. */
async function withAnyWord(look, query) {
  const known = await Promise.all(words(query).map((word) => isKnown(look, word)));
  const wanted = arabic ? roots(query) : words(query.toLowerCase()).filter((_, place) => known[place]);
  const lists = await Promise.all(wanted.map((word) => search(look, word, 1)));
  return lists.reduce((all, list) => together(all, list, new Set(wanted)), []);
}

async function search(look, query, weight) {
  if (!query) return [];
  const found = await look(query);
  const best = Math.max(...found.map(({ score }) => score));
  return found.map((result) => ({ id: result.id, result, score: (weight * result.score) / (best || 1) }));
}

function together(plain, byRoots, wanted) {
  const all = new Map(plain.map((each) => [each.id, each]));
  for (const each of byRoots) {
    const same = all.get(each.id);
    all.set(each.id, same ? { ...same, score: same.score + each.score } : { ...each, roots: wanted });
  }
  return [...all.values()].sort((one, other) => other.score - one.score);
}

// Showing.

async function show() {
  const own = (latest += 1);
  const data = new FormData(form);
  const query = data.get("q").trim();
  const wanted = ["type", "year", "executive"].map((name) => data.get(name));
  const byDate = data.get("order") === "newest";
  if (!query && !wanted.some(Boolean)) return clear();
  say(said.searching);
  try {
    const { first, all } = indexes.length ? await find(query, wanted, byDate) : { first: [] };
    const items = first.slice(0, PAGE).map(item);
    if (list.hidden) items[0]?.then((one) => showFirst(one, own), () => {});
    const shown = await Promise.all(items);
    if (own === latest) replace(first, shown);
    if (all && own === latest) add(await all(), own);
  } catch (error) {
    console.error(error);
    engine = known = undefined;
    if (own === latest) say(await reason());
  }
}

/** Show the first result before the others have come, though never in place of a page of results. */
function showFirst(one, own) {
  if (own !== latest || !list.hidden) return;
  list.replaceChildren(one);
  list.hidden = false;
}

function clear() {
  replace([], []);
  say("");
}

function replace(found, items) {
  results = found;
  list.replaceChildren(...items);
  list.hidden = !items.length;
  more.hidden = results.length <= items.length;
  say(results.length ? counted(results.length) : said.nothing);
}

/** Add what was found later behind the results that are shown, which stay where they are. */
function add(all, own) {
  if (own !== latest) return;
  const shown = results.slice(0, list.children.length);
  const ids = new Set(shown.map(({ id }) => id));
  results = [...shown, ...all.filter(({ id }) => !ids.has(id))];
  more.hidden = results.length <= shown.length;
  say(counted(results.length));
}

async function showMore() {
  const from = list.children.length;
  const own = latest;
  const items = await Promise.all(results.slice(from, from + PAGE).map(item));
  if (own !== latest) return;
  list.append(...items);
  more.hidden = results.length <= list.children.length;
  items[0].querySelector("a").focus();
}

function say(text) {
  status.textContent = text;
}

function counted(number) {
  const form = said[new Intl.PluralRules(said.locale).select(number)];
  return form.replace("{count}", new Intl.NumberFormat(said.locale).format(number));
}

/** Whether there is no index, as before the site is built, or it could not be fetched. */
async function reason() {
  const answer = await fetch(`${indexes[0]}pagefind-entry.json`, { method: "HEAD" }).catch(() => null);
  return answer?.status === 404 ? said.missing : said.failed;
}

async function item({ result, roots: wanted }) {
  const { raw_url: address, meta, excerpt, raw_content: content } = await result.data();
  const element = model.cloneNode(true).firstElementChild;
  const part = (selector) => element.querySelector(selector);
  part(".type").textContent = meta.type;
  part("time").textContent = meta.day;
  part("time").dateTime = meta.date;
  part("bdi").textContent = meta.author;
  part("a").href = list.dataset.root + address;
  fill(part("a"), meta.title);
  fill(part(".summary"), wanted ? excerptByRoots(content, wanted) : excerpt);
  if (meta.language) speakOtherwise(element, meta.language);
  return element;
}

function speakOtherwise(element, language) {
  element.querySelector(".badge").hidden = false;
  const words = element.querySelector(".said");
  words.lang = language;
  words.dir = language === "ar" ? "rtl" : "ltr";
  words.querySelector("a").hreflang = language;
}

/** Thirty words around the first that has a wanted root, those that have one marked as Pagefind marks them. */
function excerptByRoots(content, wanted) {
  const words = content.split(/\s+/);
  const first = Math.max(0, words.findIndex((word) => hasRoot(word, wanted)) - EXCERPT / 2);
  const shown = words.slice(first, first + EXCERPT);
  return shown.map((word) => (hasRoot(word, wanted) ? `<mark>${word}</mark>` : word)).join(" ");
}

/** Put a text into an element: marked words as such, and what is between isolates in its own direction. */
function fill(element, text) {
  let into = element;
  element.replaceChildren();
  const marked = text.replace(/<mark>([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)<\/mark>/gu, "$1<mark>$2</mark>$3");
  for (const piece of marked.split(/(<\/?mark>|[\u2066\u2069])/)) {
    if (piece === "\u2066") into = element.appendChild(isolate());
    else if (piece === "\u2069") into = element;
    else if (piece === "<mark>") into = into.appendChild(document.createElement("mark"));
    else if (piece === "</mark>") into = into.closest("mark")?.parentElement ?? into;
    else into.append(piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
  }
}

function isolate() {
  const run = document.createElement("bdi");
  run.dir = "ltr";
  return run;
}

// The form, and the address that tells of what was searched.

function remember() {
  const data = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.replaceState(null, "", data.size ? `?${data}` : location.pathname);
}

function recall() {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
}

function searchNow() {
  clearTimeout(waiting);
  remember();
  show();
}

if (indexes.length) form.addEventListener("focusin", () => start().catch(() => {}), { once: true });
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(searchNow, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  searchNow();
});
more.addEventListener("click", showMore);
recall();
show();
