import { readFileSync } from 'node:fs'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { DesktopApi, Handlers, Operation } from '../../src/shared/contract'
import type { Result } from '../../src/shared/result'

const bridge = readFileSync('src/preload/index.ts', 'utf8')
const calls = [...bridge.matchAll(/^ {2}(\w+): \((\w*)\) => ipcRenderer\.invoke\('(\w+)'(?:, (\w+))?\),$/gm)]

const contract = readFileSync('src/shared/contract.ts', 'utf8')
const operations = [...contract.slice(0, contract.indexOf('\n}\n')).matchAll(/^ {2}(\w+): \{/gm)].map(
  ([, name]) => name,
)

describe('the bridge', () => {
  it('has one line for each operation of the contract', () => {
    expect(calls.map(([, name]) => name)).toEqual(operations)
  })

  it('calls each operation by its own name, with its own input', () => {
    expect(calls.filter(([, name, input, channel, sent = '']) => name !== channel || input !== sent)).toEqual(
      [],
    )
  })

  it('calls nothing else', () => {
    expect(bridge.match(/ipcRenderer\.(invoke|send|sendSync|postMessage)\b/g)).toHaveLength(operations.length)
  })

  it('never hands an event of Electron to the window', () => {
    expect(bridge.match(/function relay\(_event: IpcRendererEvent, (\w+): .*\n +listen\(\1\)/g)).toHaveLength(
      1,
    )
    expect(bridge.match(/ipcRenderer\.on\(event, relay\)/g)).toHaveLength(
      bridge.match(/ipcRenderer\.on\(/g)?.length ?? 0,
    )
  })

  it('answers every operation with a result, not with an exception', () => {
    expectTypeOf<Awaited<ReturnType<DesktopApi[Operation]>>>().toExtend<Result<unknown>>()
  })
})

describe('the handlers', () => {
  it('are those of the contract', () => {
    expectTypeOf<keyof Handlers>().toEqualTypeOf<Operation>()
  })

  it('know nothing of what they are given', () => {
    expectTypeOf<Parameters<Handlers[Operation]>>().toEqualTypeOf<[input: unknown]>()
  })
})
