// Shows HTML files to html-validate, with its standard and accessibility rules.
// In: a JSON list of files. Out: {file: ["line rule: what is wrong"]} as JSON.

import { readFileSync } from 'node:fs'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'

const presets = ['html-validate:standard', 'html-validate:a11y']
const judge = new HtmlValidate(new FileSystemConfigLoader({ root: true, extends: presets }))

const told = {}
for (const file of JSON.parse(readFileSync(0, 'utf8'))) {
  const { results } = await judge.validateFile(file)
  told[file] = results.flatMap(({ messages }) => messages.map((each) => `${each.line} ${each.ruleId}: ${each.message}`))
}
console.log(JSON.stringify(told))
