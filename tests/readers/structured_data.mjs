// Shows pages to the structured data testing tool and prints what it found missing.
// In: a JSON list of file names on standard input. Out: {file: {schemas, failed, warnings}} as JSON.

import { readFileSync } from 'node:fs'
import tool from 'structured-data-testing-tool'
import presets from 'structured-data-testing-tool/presets.js'

const { Google, Twitter, Facebook } = presets
const told = (tests) => tests.map((test) => `${test.group}: ${test.description ?? test.test}`)

async function outcome(html) {
  try {
    return await tool.structuredDataTest(html, { presets: [Google, Twitter, Facebook] })
  } catch (error) {
    if (error.type !== 'VALIDATION_FAILED') throw error
    return error.res
  }
}

const found = {}
for (const file of JSON.parse(readFileSync(0, 'utf8'))) {
  const { schemas, failed, warnings } = await outcome(readFileSync(file, 'utf8'))
  found[file] = { schemas, failed: told(failed), warnings: told(warnings) }
}
process.stdout.write(JSON.stringify(found))
