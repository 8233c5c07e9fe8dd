// Lets two judges of web security look at a site on this machine, and prints the verdicts.
// Arguments: the site's host, and the ports of this machine at which it is served by http and by https.
// Out: {grade, score, failed, findings} as JSON; findings are those of Google's CSP Evaluator.

import net from 'node:net'
import { mkdirSync, writeFileSync } from 'node:fs'
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { Severity } from 'csp_evaluator/dist/finding.js'

const [host, http, https] = process.argv.slice(2)
const ports = { 80: Number(http), 443: Number(https) }
const connect = net.Socket.prototype.connect
net.Socket.prototype.connect = function (...given) {
  const options = Array.isArray(given[0]) ? given[0][0] : given[0]
  if (options.host !== host) throw new Error(`a connection to ${options.host}`)
  Object.assign(options, { host: '127.0.0.1', port: ports[options.port] })
  return connect.apply(this, given)
}

// The lists of preloaded hosts and of top-level domains, which its installation would fetch; ours is in neither.
const conf = new URL('conf/', new URL('..', import.meta.resolve('@mdn/mdn-http-observatory')))
mkdirSync(conf, { recursive: true })
writeFileSync(new URL('hsts-preload.json', conf), '{}')
writeFileSync(new URL('tld-list.json', conf), '[]')

const { scan } = await import('@mdn/mdn-http-observatory')
const verdict = await scan(host)
const failed = Object.entries(verdict.tests).filter(([, test]) => !test.pass)
const policy = verdict.scan.responseHeaders['content-security-policy']
const findings = new CspEvaluator(new CspParser(policy).csp).evaluate()

console.log(
  JSON.stringify({
    grade: verdict.scan.grade,
    score: verdict.scan.score,
    failed: failed.map(([name, test]) => `${name}: ${test.result}`),
    findings: findings.map((each) => `${Severity[each.severity]}: ${each.directive} ${each.description}`),
  }),
)
