// The Postman collection that the program exports, run by Postman's own runner with nothing filled in but the secret.
import assert from 'node:assert/strict'
import newman from 'newman'
import { check, setting } from '../case.mjs'

const answers = await new Promise((resolve, reject) => {
  const seen = []
  newman
    .run(
      {
        collection: setting.postmanCollection,
        envVar: [{ key: 'client_secret', value: setting.good.clientSecret }],
      },
      (error) => (error ? reject(error) : resolve(seen)),
    )
    .on('request', (error, { item, response }) => seen.push({ error, name: item.name, response }))
})

await check('the token call', () => {
  const [{ error, response }] = answers
  assert.equal(error, null)
  assert.equal(response.code, 200)
})

await check('the call to AEM, with the token of the first', () => {
  const { error, response } = answers[1]
  assert.equal(error, null)
  assert.equal(response.json().assetId, setting.assetId)
})
