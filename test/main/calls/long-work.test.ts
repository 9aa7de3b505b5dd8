import { expect, it } from 'vitest'
import { createLongWork, type LongWorkKind, type Parts } from '../../../src/main/calls/long-work'
import { cancelled, Failure } from '../../../src/main/failures/failure'

function setUp() {
  const progress: (number | null)[] = []
  const announced: [LongWorkKind, Parts][] = []
  const longWork = createLongWork({
    showProgress: (fraction) => progress.push(fraction),
    announce: (kind, { good, bad }) => announced.push([kind, { good, bad }]),
  })
  /** Work that the test ends. */
  function begin(kind: LongWorkKind, size: number, isQuiet = (_: Parts) => false) {
    let advance: (parts: number) => void = () => undefined
    const { promise, resolve, reject } = promiseOf<Parts>()
    const ended = longWork({
      kind,
      size,
      isQuiet,
      run: (more) => {
        advance = more
        return promise
      },
      partsOf: (parts) => parts,
    }).catch(() => undefined)
    async function end(parts: Parts) {
      resolve(parts)
      await ended
    }
    async function fail(thrown: unknown) {
      reject(thrown)
      await ended
    }
    return { advance: (parts: number) => advance(parts), end, fail }
  }
  return { progress, announced, begin }
}

function promiseOf<T>() {
  let resolve: (value: T) => void = () => undefined
  let reject: (thrown: unknown) => void = () => undefined
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

it('shows how much of a list has been read, and tells of its end', async () => {
  const { progress, announced, begin } = setUp()
  const list = begin('assets', 4)
  list.advance(1)
  list.advance(2)
  await list.end({ good: 3, bad: 1 })
  expect(progress).toEqual([0, 0.25, 0.75, 1, null])
  expect(announced).toEqual([['assets', { good: 3, bad: 1 }]])
})

it('takes checks that run side by side for one piece of work', async () => {
  const { progress, announced, begin } = setUp()
  const [one, other] = [begin('checks', 1), begin('checks', 1)]
  await one.end({ good: 1, bad: 0 })
  expect(announced).toEqual([])
  await other.end({ good: 0, bad: 1 })
  expect(progress).toEqual([null, 0, 0.5, 1, null])
  expect(announced).toEqual([['checks', { good: 1, bad: 1 }]])
})

it('shows no progress of a single check', async () => {
  const { progress, announced, begin } = setUp()
  await begin('checks', 1).end({ good: 1, bad: 0 })
  expect(progress).toEqual([null, null, null])
  expect(announced).toEqual([['checks', { good: 1, bad: 0 }]])
})

it('tells nobody of what they have canceled', async () => {
  const { progress, announced, begin } = setUp()
  const [one, other] = [begin('checks', 1), begin('checks', 1)]
  await one.end({ good: 1, bad: 0 })
  await other.fail(cancelled())
  expect([progress.at(-1), announced]).toEqual([null, []])
})

it('tells of what failed as a whole, and begins anew after it', async () => {
  const { announced, begin } = setUp()
  await begin('assets', 3).fail(new Failure({ kind: 'gone' }))
  await begin('assets', 2).end({ good: 2, bad: 0 })
  expect(announced).toEqual([
    ['assets', { good: 0, bad: 3 }],
    ['assets', { good: 2, bad: 0 }],
  ])
})

it('tells nobody of an end that nobody waits for, and of the next one again', async () => {
  const { announced, begin } = setUp()
  function isQuiet({ bad }: Parts): boolean {
    return bad > 0
  }
  await begin('checks', 1, isQuiet).end({ good: 0, bad: 1 })
  await begin('checks', 1, isQuiet).fail(new Error('No keychain'))
  expect(announced).toEqual([])
  await begin('checks', 1, isQuiet).end({ good: 1, bad: 0 })
  expect(announced).toEqual([['checks', { good: 1, bad: 0 }]])
})
