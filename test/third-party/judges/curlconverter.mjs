// The cURL that the program exports, read by a parser of cURL and bash that is not ours.
import assert from 'node:assert/strict'
import { toJsonString } from 'curlconverter'
import { check, setting } from '../case.mjs'

for (const { name, command, expected } of setting.curlCommands) {
  await check(name, () => {
    const { raw_url: url, method, headers, data } = JSON.parse(toJsonString(command))
    assert.deepEqual({ url, method, headers, data }, { data: undefined, headers: undefined, ...expected })
  })
}
