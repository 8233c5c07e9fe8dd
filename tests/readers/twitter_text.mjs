// What X's own library counts of texts.
import { readFileSync } from "node:fs";
import twitter from "twitter-text";

const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map((text) => twitter.parseTweet(text).weightedLength)));
