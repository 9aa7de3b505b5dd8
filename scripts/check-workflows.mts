/*
 * npm run check:workflows [-- <file> …]
 *
 * Reads the workflows of GitHub Actions by GitHub's own language service: keys, expressions, contexts, schedules. It works
 * without a network, so that what stands behind `uses:` is not looked at.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from '@actions/languageservice'
import { TextDocument } from 'vscode-languageserver-textdocument'

const folder = '.github/workflows'
const named = process.argv.slice(2)
const files = named.length > 0 ? named : readdirSync(folder).map((name) => join(folder, name))

let count = 0
for (const file of files) {
  const document = TextDocument.create(`file:///${file}`, 'yaml', 0, readFileSync(file, 'utf8'))
  for (const { message, range } of await validate(document)) {
    count += 1
    console.error(`${file}:${range.start.line + 1}:${range.start.character + 1} ${message}`)
  }
}
process.exitCode = count === 0 && files.length > 0 ? 0 : 1
