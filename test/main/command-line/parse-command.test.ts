import { describe, expect, test } from 'vitest'
import { findCommand } from '../../../src/main/command-line/find-command'
import { parseCommand } from '../../../src/main/command-line/parse-command'
import { isAllowedSwitch, refusedSwitches } from '../../../src/main/program/start-switches'

const secret = 'p8e-abcdefghijklmnopqrstuvwxyz012345'
const inEnvironment = { CLIENT_ID: 'id', CLIENT_SECRET: secret, SCOPES: 'openid' }

function parse(words: string, variables: Record<string, string> = {}) {
  const found = findCommand(['program', ...words.split(' ')], true)
  if (found === null) throw new Error('There is no command')
  return parseCommand(found, variables, isAllowedSwitch)
}

describe('a command is found', () => {
  test.each<[string, string[], boolean, string | null]>([
    ['first', ['program', 'check', '--all'], true, 'check'],
    ['behind switches of Chromium', ['program', '--no-sandbox', '--user-data-dir=/x', 'read'], true, 'read'],
    ['behind the folder of a program that is not packaged', ['electron', '.', 'check'], false, 'check'],
    ['not in a folder of that name', ['electron', 'check'], false, null],
    ['not among what is opened', ['program', '/home/check', 'check'], true, null],
    ['not without words', ['program'], true, null],
    ['not as a value', ['program', '--lang=check'], true, null],
  ])('%s', (_, argv, isPackaged, name) => {
    expect(findCommand(argv, isPackaged)?.name ?? null).toBe(name)
  })
})

describe('what is checked', () => {
  test.each([
    ['check --connection Reader', { kind: 'connections', names: ['Reader'] }],
    ['check --connection=A --connection=B', { kind: 'connections', names: ['A', 'B'] }],
    ['check --all', { kind: 'all' }],
    ['check --from a.json', { kind: 'file', path: 'a.json' }],
    ['check --demo', { kind: 'demo' }],
    ['check --no-sandbox --all --user-data-dir=/x', { kind: 'all' }],
  ])('%s', (words, source) => {
    expect(parse(words, inEnvironment)).toMatchObject({ command: { source } })
  })

  test('comes from the environment where nothing else is named', () => {
    expect(parse('check', inEnvironment)).toMatchObject({
      command: { source: { kind: 'variables', clientId: 'id', secret, scopes: 'openid' } },
    })
  })
})

test('what is left out has its usual value', () => {
  expect(parse('check --all')).toMatchObject({
    command: { format: 'text', withRights: false, allowsUnproven: false, asset: '', output: null },
  })
})

describe('is refused', () => {
  test.each([
    ['check', 'usage.no-credential'],
    ['check --all --demo', 'usage.several-sources'],
    ['check --all --format xml', 'usage.format'],
    ['check --all --environment live', 'usage.environment'],
    ['check --all extra', 'usage.option'],
    ['check --all --unknown', 'usage.option'],
    ['check --connection', 'usage.option'],
    ['check --all=yes', 'usage.option'],
    [`check --all ${secret}`, 'usage.secret'],
    [`check --asset=${secret} --all`, 'usage.secret'],
    ['check --all --client-secret x', 'usage.secret'],
    ['check --all --clientSecret=x', 'usage.secret'],
    ['check --all --password x', 'usage.secret'],
    ['check --all --token=x', 'usage.secret'],
    ['read --demo --all', 'usage.several-sources'],
    ['read --all --asset x', 'usage.one-connection'],
    ['read --connection A --connection B --asset x', 'usage.one-connection'],
    ['read --connection A', 'usage.asset-needed'],
  ])('%s', (words, code) => {
    const parsed = parse(words)
    expect(parsed).toMatchObject({ problem: { code } })
    expect(JSON.stringify(parsed)).not.toContain(secret)
  })
})

test('options of a command are no switches that weaken Chromium', () => {
  const words = ['check', '--all', '--ignore-certificate-errors', '--output', 'x']
  expect(refusedSwitches(words, ['all', 'output'])).toEqual(['ignore-certificate-errors'])
  expect(refusedSwitches(words)).toEqual(['all', 'ignore-certificate-errors', 'output'])
})
