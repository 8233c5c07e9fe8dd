// Shows calendars, address cards and lists of feeds to one reader each, and prints what it understood.
// In: a JSON list of file names on standard input. Out: {file: understood} as JSON.

import { readFileSync } from 'node:fs'
import { parseOpml } from 'feedsmith'
import ICAL from 'ical.js'
import VCard from 'vcf'

function calendar(text) {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
  return events.map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      summary: event.summary,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      location: event.location,
      status: component.getFirstPropertyValue('status'),
    }
  })
}

function card(text) {
  const read = new VCard().parse(text)
  return Object.fromEntries(['fn', 'org', 'title', 'tel', 'email'].map((name) => [name, read.get(name)?.valueOf()]))
}

function outlines(text) {
  const flat = (outline) => [outline, ...(outline.outlines ?? []).flatMap(flat)]
  return parseOpml(text)
    .body.outlines.flatMap(flat)
    .filter((outline) => outline.xmlUrl)
    .map(({ text, xmlUrl, htmlUrl, language }) => ({ text, xmlUrl, htmlUrl, language }))
}

const readers = { ics: calendar, vcf: card, opml: outlines }
const understood = {}
for (const file of JSON.parse(readFileSync(0, 'utf8'))) {
  understood[file] = readers[file.split('.').pop()](readFileSync(file, 'utf8'))
}
process.stdout.write(JSON.stringify(understood))
