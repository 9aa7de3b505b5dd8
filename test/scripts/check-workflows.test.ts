import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toolCommand } from '../../scripts/build-app.mjs'
import { tempFolder } from '../support/serve'

const sound = `on: push
jobs:
  check:
    runs-on: ubuntu-24.04
    strategy:
      matrix:
        node: [20, 24]
    steps:
      - uses: actions/checkout@v5
      - if: failure()
        run: echo \${{ matrix.node }} \${{ hashFiles('package-lock.json') }}
`

function check(workflow: string): { status: number | null; complaints: string } {
  const file = join(tempFolder(), 'workflow.yml')
  writeFileSync(file, workflow)
  const [command = '', ...words] = [...toolCommand('tsx'), 'scripts/check-workflows.mts', file]
  const { status, stderr } = spawnSync(command, words, { encoding: 'utf8' })
  return { status, complaints: stderr }
}

test('a sound workflow passes', () => {
  expect(check(sound)).toEqual({ status: 0, complaints: '' })
})

test.each([
  ['an unknown key', 'runs-on:', 'runs_on:', "Unexpected value 'runs_on'"],
  ['an unknown function', 'failure()', 'failur()', "Unrecognized function: 'failur'"],
  ['a value that the matrix has not', 'matrix.node', 'matrix.nod', 'Context access might be invalid: nod'],
  ['an event that GitHub does not know', 'on: push', 'on: pusch', "Unexpected value 'pusch'"],
])('%s is refused', (_fault, right, wrong, complaint) => {
  const { status, complaints } = check(sound.replace(right, wrong))
  expect(status).toBe(1)
  expect(complaints).toContain(complaint)
})
