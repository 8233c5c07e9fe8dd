// Lets Lighthouse judge pages as a phone shows them.
// Arguments: the browser, the site's origin, the categories. In: a JSON list of addresses.
// Out: {address: {scores: {category: 0–100}, shift, failed: ["audit: title"], bytes, requests}} as JSON.

import { readFileSync } from 'node:fs'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'

const [chromePath, origin, ...onlyCategories] = process.argv.slice(2)
const chromeFlags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']
const chrome = await launch({ chromePath, chromeFlags })

const told = {}
for (const address of JSON.parse(readFileSync(0, 'utf8'))) {
  const { lhr } = await lighthouse(origin + address, { port: chrome.port, onlyCategories, logLevel: 'silent' })
  const network = lhr.audits['network-requests']?.details?.items ?? []
  told[address] = {
    scores: Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(score * 100)])),
    shift: lhr.audits['cumulative-layout-shift']?.numericValue ?? null,
    failed: Object.values(lhr.categories)
      .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
      .map(({ id }) => lhr.audits[id])
      .filter(({ score }) => score !== null && score < 1)
      .map(({ id, title }) => `${id}: ${title}`),
    bytes: network.reduce((sum, { transferSize }) => sum + transferSize, 0),
    requests: network.length,
  }
}
await chrome.kill()
console.log(JSON.stringify(told))
