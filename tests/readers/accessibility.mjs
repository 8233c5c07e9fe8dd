// Shows pages to axe and to pa11y, each by day and by night, on a phone and on a desk.
// Arguments: the browser, the site's origin. In: a JSON list of addresses.
// Out: {"address, scheme, width": ["judge rule: element"]} as JSON, of those pages that are faulted.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import pa11y from 'pa11y'
import puppeteer from 'puppeteer'

const [executablePath, origin] = process.argv.slice(2)
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking']
const browser = await puppeteer.launch({ executablePath, args })

async function faultsOf(url, scheme, width) {
  const page = await browser.newPage()
  await page.setBypassCSP(true)
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  const viewport = { width, height: 900 }
  const { issues } = await pa11y(url, { browser, page, viewport, standard: 'WCAG2AA', includeWarnings: false })
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() => globalThis.axe.run())
  await page.close()
  return [
    ...issues.map((each) => `pa11y ${each.code}: ${each.selector}`),
    ...violations.flatMap(({ id, nodes }) => nodes.map((node) => `axe ${id}: ${node.target}`)),
  ]
}

const runs = JSON.parse(readFileSync(0, 'utf8')).flatMap((address) =>
  ['light', 'dark'].flatMap((scheme) => [390, 1280].map((width) => ({ address, scheme, width }))),
)
const told = {}
async function judge() {
  for (let run = runs.pop(); run; run = runs.pop()) {
    const faults = await faultsOf(origin + run.address, run.scheme, run.width)
    if (faults.length) told[`${run.address}, ${run.scheme}, ${run.width}`] = faults
  }
}
// A page waits more than it works, so two are looked at by turns.
await Promise.all([judge(), judge()])
await browser.close()
console.log(JSON.stringify(told))
