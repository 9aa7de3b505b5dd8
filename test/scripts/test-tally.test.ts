import { describe, expect, test } from 'vitest'
import { countPlaywright, countVitest, summaryOf, tallyIn, tallyOf } from '../../scripts/test-tally.mjs'

function tally(passed: number, failed = 0, skipped = 0) {
  return { passed, failed, skipped }
}

describe('counting', () => {
  test('todo and skipped tests of vitest are skipped ones', () => {
    const report = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 3 }
    expect(countVitest(report)).toEqual(tally(5, 1, 5))
  })

  test('a test of Playwright that passed at the second try passed', () => {
    const report = { stats: { expected: 4, unexpected: 2, flaky: 1, skipped: 3 } }
    expect(countPlaywright(report)).toEqual(tally(5, 2, 3))
  })
})

describe('a runner', () => {
  test('that ended with an error and names no failed test failed once', () => {
    expect(tallyOf(tally(7), 1)).toEqual(tally(7, 1))
  })

  test('that left no report failed once', () => {
    expect(tallyOf(undefined, 1)).toEqual(tally(0, 1))
  })

  test('that names its failed tests is not counted again', () => {
    expect(tallyOf(tally(7, 2), 1)).toEqual(tally(7, 2))
  })
})

describe('the output of a runner', () => {
  test('has its tally in the last line of that form', () => {
    expect(
      tallyIn('✓ 3 passed, 0 failed\n2 passed, 1 failed\n40 passed, 0 failed, 2 skipped\nbye\n'),
    ).toEqual(tally(40, 0, 2))
  })

  test('without such a line has none', () => {
    expect(tallyIn('everything passed')).toBeUndefined()
  })
})

describe('the summary', () => {
  test('adds the runners up', () => {
    expect(summaryOf([tally(10), tally(5)])).toMatchObject({ line: '15 passed, 0 failed', exitCode: 0 })
  })

  test('names skipped tests only when there are any', () => {
    expect(summaryOf([tally(10, 0, 2), tally(5)]).line).toBe('15 passed, 0 failed, 2 skipped')
  })

  test('fails with one failed test', () => {
    expect(summaryOf([tally(10), tally(5, 1)])).toMatchObject({ line: '15 passed, 1 failed', exitCode: 1 })
  })

  test.each([[[tally(10), tally(0)]], [[tally(10), tally(0, 0, 4)]], [[]]])(
    'fails when a runner executed nothing: %j',
    (tallies) => {
      expect(summaryOf(tallies)).toMatchObject({ allRan: false, exitCode: 1 })
    },
  )
})
