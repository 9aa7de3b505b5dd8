// The report of a check as a page, read by a validator of HTML that is not ours.
import assert from 'node:assert/strict'
import { HtmlValidate } from 'html-validate'
import { check, setting } from '../case.mjs'

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  // React writes both in its own way, which HTML allows.
  rules: { 'doctype-style': 'off', 'attribute-boolean-style': 'off' },
})

for (const { name, page } of setting.reportPages) {
  await check(`the report ${name}`, async () => {
    const { results } = await validator.validateString(page)
    const messages = results.flatMap((result) => result.messages)
    assert.deepEqual(
      messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
      [],
    )
  })
}
