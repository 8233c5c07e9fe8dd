// What a search compares of Arabic words: the same as src/newsroom/search/roots.py, which says why.

const SEVERAL = { ا: "أإآٱ", ه: "ةۀہەھ", و: "ؤ", ي: "ئىی", ك: "کگ", ب: "پ", ج: "چ", ف: "ڤ" };
const DIGITS = ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"];
const ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";
const CYRILLIC = "абвгдежзиклмнопрстуфхцчшщыэю";
const END = "я";
const SHORTEST = 3;
const BEFORE_WORDS = "وفبلكستني";

const ONE = new Map([
  ...Object.entries(SEVERAL).flatMap(([letter, several]) => [...several].map((each) => [each, letter])),
  ...DIGITS.flatMap((digits) => [...digits].map((each, value) => [each, String(value)])),
]);
const LETTERS = new Map([...ARABIC].map((letter, place) => [letter, CYRILLIC[place]]));
const TANWEEN = /ا\u064b|\u064b\u0651?ا/g;
const UNWRITTEN = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200dء]/g;
const ENDING = /(?<=...)(?:هما|كما|ها|هم|هن|كم|نا|ات|ون|ين|ان|يه|يا|[هياتو])$|(?<=..)ه$/;
const ARTICLE = /^[وف]?(?:[بك]?ال|لل)(?=..)/;
const PART = /[ا-غف-ي]+|[\p{L}\p{N}](?:[^\sا-غف-ي]*[\p{L}\p{N}])?/gu;

/** A text without what Arabic writing may leave out, in letters and digits of one kind. */
export function fold(text) {
  const written = text.normalize("NFKC").replace(TANWEEN, "").replace(UNWRITTEN, "").replaceAll("ئو", "ؤو");
  return Array.from(written, (letter) => ONE.get(letter) ?? letter).join("").replace(/([اوي])\1+/g, "$1");
}

/** The root of a folded word, in Cyrillic letters. */
export function root(word) {
  return Array.from(bare(word), (letter) => LETTERS.get(letter)).join("") + END;
}

/** A query's words, in the letters that Pagefind expects: not those of Persian keyboards, and without tatweel. */
export function words(query) {
  const letters = query.replace(/[کگ]/g, "ك").replace(/ی/g, "ي").replace(/[ہەھ]/g, "ه").replaceAll("\u0640", "");
  return letters.split(/\s+/).filter(Boolean);
}

/** Whether a text has a word that begins as another does, article, particles and endings aside. */
export function beginsAlike(text, word) {
  const beginning = beginningOf(parts(word)[0] ?? "");
  return parts(text).some((part) => beginnings(part).some((each) => each.replace(ARTICLE, "").startsWith(beginning)));
}

/** Nearly all of an Arabic word's stem; of others, whose endings are not known here, three letters. */
function beginningOf(word) {
  if (!LETTERS.has(word[0])) return word.slice(0, SHORTEST);
  const stem = withoutEndings(word.replace(ARTICLE, ""));
  return stem.slice(0, Math.max(SHORTEST, Math.ceil(stem.length * 0.8)));
}

/**
 * The words of a query as the field of roots has them, without so many letters that may be particles written together
 * with the word; of words that are not Arabic, the words themselves.
 */
export function roots(query, particles = 0) {
  return parts(query).map((part) => (LETTERS.has(part[0]) ? root(beginnings(part).slice(0, particles + 1).at(-1)) : part));
}

/** Whether a word of a text has one of some roots. */
export function hasRoot(word, wanted) {
  return parts(word).some((part) =>
    LETTERS.has(part[0]) ? beginnings(part).some((each) => wanted.has(root(each))) : wanted.has(part),
  );
}

/** Runs of Arabic letters, and of others; what is written together with digits is parted from them. */
function parts(text) {
  return fold(text).toLowerCase().match(PART) ?? [];
}

/** A word, and what it may be without one or two letters that are written together with it. */
function beginnings(word) {
  const found = [word];
  for (let start = 1; start <= 2; start += 1) {
    if (!BEFORE_WORDS.includes(word[start - 1]) || word.length - start < SHORTEST) break;
    found.push(word.slice(start));
  }
  return found;
}

function bare(word) {
  const stem = withoutEndings(word.replace(ARTICLE, ""));
  const consonants = single(stem.replace(/(?<!^)و|[اي]/g, ""));
  return consonants.length >= SHORTEST ? consonants : single(stem.replaceAll("ا", "")) || stem;
}

function withoutEndings(word) {
  const shorter = word.replace(ENDING, "");
  return shorter === word ? word : withoutEndings(shorter);
}

function single(word) {
  return word.replace(/(?<=.)(.)\1$/, "$1");
}
