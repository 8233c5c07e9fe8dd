// Shows every feed to three readers and prints what each understood.
// In: a JSON list of file names on standard input. Out: {file: {reader: {title, items}}} as JSON.
// A field that a reader does not offer for a format is null.

import { readFileSync } from 'node:fs'
import { extractFromJson, extractFromXml } from '@extractus/feed-extractor'
import { parseFeed } from 'feedsmith'
import RssParser from 'rss-parser'

const parser = new RssParser()

async function rssParser(text) {
  const feed = await parser.parseString(text)
  const items = feed.items.map((item) => ({
    id: item.guid ?? item.id ?? null,
    title: item.title,
    link: item.link,
    published: item.isoDate,
    content: item['content:encoded'] ?? item.content,
    authors: [item.creator ?? item.author].filter(Boolean),
    picture: item.enclosure ?? null,
  }))
  return { title: feed.title, items }
}

function feedsmithItem(format, item) {
  if (format === 'rss') {
    return {
      id: item.guid?.value,
      title: item.title,
      link: item.link,
      published: item.pubDate,
      content: item.content?.encoded,
      summary: item.description,
      authors: item.dc?.creators ?? item.dc?.creator,
      categories: item.categories?.map((category) => category.name),
      language: item.dc?.languages?.[0] ?? item.dc?.language,
      modified: item.dcterms?.modified?.[0] ?? item.dcterms?.modified,
      picture: item.enclosures?.[0] ?? null,
      media: item.media?.contents ?? [],
    }
  }
  if (format === 'atom') {
    const enclosure = item.links?.find((link) => link.rel === 'enclosure')
    return {
      id: item.id,
      title: item.title?.value ?? item.title,
      link: item.links?.find((link) => link.rel === 'alternate')?.href,
      published: item.published,
      modified: item.updated,
      content: item.content?.value ?? item.content,
      summary: item.summary?.value ?? item.summary,
      authors: item.authors?.map((author) => author.name),
      categories: item.categories?.map((category) => category.label ?? category.term),
      language: item.xml?.lang,
      picture: enclosure ? { url: enclosure.href, type: enclosure.type, length: enclosure.length } : null,
    }
  }
  const attachment = item.attachments?.[0]
  return {
    id: item.id,
    title: item.title,
    link: item.url,
    published: item.date_published,
    modified: item.date_modified,
    content: item.content_html,
    summary: item.summary,
    authors: item.authors?.map((author) => author.name),
    categories: item.tags,
    language: item.language,
    picture: attachment
      ? { url: attachment.url, type: attachment.mime_type, length: attachment.size_in_bytes }
      : null,
  }
}

function feedsmith(text) {
  const { format, feed } = parseFeed(text)
  const items = (feed.items ?? feed.entries).map((item) => feedsmithItem(format, item))
  return { title: feed.title?.value ?? feed.title, items }
}

function extractus(text, isJson) {
  const options = { descriptionMaxLen: 0, useISODateFormat: true }
  const feed = isJson ? extractFromJson(JSON.parse(text), options) : extractFromXml(text, options)
  const items = feed.entries.map(({ id, title, link, published }) => ({ id, title, link, published }))
  return { title: feed.title, items }
}

const understood = {}
for (const file of JSON.parse(readFileSync(0, 'utf8'))) {
  const text = readFileSync(file, 'utf8')
  const isJson = file.endsWith('.json')
  understood[file] = { feedsmith: feedsmith(text), extractus: extractus(text, isJson) }
  if (!isJson) understood[file]['rss-parser'] = await rssParser(text)
}
process.stdout.write(JSON.stringify(understood))
