import { describe, expect, it } from 'vitest'
import { clientId, found, one, reading, refusal } from '../../support/import-reading'

const host = 'https://ims-na1.adobelogin.com'
const url = `${host}/ims/token/v3`
const body = `grant_type=client_credentials&client_id=${clientId}&client_secret=p8e-curl&scope=openid,AdobeID`
const asRead = { clientId, secrets: ['p8e-curl'], scopes: ['openid', 'AdobeID'], imsHost: null }

describe('cURL command of the token request', () => {
  it('reads the one of Adobe Developer Console', () => {
    const text = `curl -X POST '${url}' -H 'Content-Type: application/x-www-form-urlencoded' -d '${body}'`
    expect(reading(text)).toMatchObject({ format: 'curl', credentials: [asRead] })
  })

  it.each([
    ['--data', `curl ${url} --data "${body}"`],
    ['--data-raw in ANSI quotes', `curl ${url} --data-raw $'${body}'`],
    [
      'several -d',
      `curl ${url} ${body
        .split('&')
        .map((part) => `-d ${part}`)
        .join(' ')}`,
    ],
    ['-d without a space', `curl ${url} -d'${body}'`],
    ['short options in one', `curl -sSd '${body}' ${url}`],
    ['encoded values', `curl ${url} -d '${body.replace(',', '%2C').replace('-', '%2D')}'`],
    [
      '--data-urlencode',
      `curl ${url} ${body
        .split('&')
        .map((part) => `--data-urlencode '${part}'`)
        .join(' ')}`,
    ],
    [
      '--form',
      `curl --location '${url}' ${body
        .split('&')
        .map((part) => `--form '${part.replace('=', '="')}"'`)
        .join(' ')
        .replaceAll('"', '')}`,
    ],
    ['parameters in the address', `curl -X POST '${url}?${body}'`],
    ['an address without a scheme', `curl ims-na1.adobelogin.com/ims/token/v3 -d '${body}'`],
    ['continued lines', `curl -X POST \\\n  '${url}' \\\n  -H 'Accept: */*' \\\n  -d '${body}'`],
    ['continued lines with CRLF', `curl -X POST \\\r\n  '${url}' \\\r\n  -d '${body}'`],
    ['a prompt', `$ curl ${url} -d '${body}'`],
    ['a Windows prompt', `C:\\Users\\me>curl.exe ${url} -d "${body}"`],
    ['a variable that takes the answer', `TOKEN=$(curl -s ${url} -d '${body}' | jq -r .access_token)`],
    ['a comment above', `#!/bin/sh\n# ask for a token\ncurl ${url} -d '${body}'`],
    ['a pipe behind', `curl ${url} -d '${body}' | jq .`],
    ['cmd', `curl.exe -X POST ^\r\n  "${url}" ^\r\n  -d "${body}"`],
    [
      'cmd as Chromium copies it',
      `curl ^"${url}^" ^\n  -H ^"accept: */*^" ^\n  --data-raw ^"${body.replaceAll('&', '^&')}^"`,
    ],
    ['PowerShell', `curl.exe -X POST \`\r\n  '${url}' \`\r\n  -d '${body}'`],
  ])('reads it with %s', (_what, text) => {
    expect(one(text)).toMatchObject(asRead)
  })

  it('gives the stage IMS', () => {
    const stage = 'https://ims-na1-stg1.adobelogin.com'
    expect(one(`curl ${stage}/ims/token/v3 -d '${body}'`).imsHost).toBe(stage)
  })

  it('does not take the host of somebody else', () => {
    expect(one(`curl https://ims.example.com/ims/token/v3 -d '${body}'`).imsHost).toBeNull()
  })

  it.each([
    [
      'bash',
      (secret: string) => `curl ${url} -d client_id=${clientId} --data-urlencode 'client_secret=${secret}'`,
    ],
    [
      'cmd',
      (secret: string) =>
        `curl ${url} ^\n -d client_id=${clientId} ^\n --data-urlencode "client_secret=${secret}"`,
    ],
  ])('keeps the signs of a quoted secret in %s', (_shell, command) => {
    const secret = 'p8e-a&b=c+d$e%20^f\\g#h'
    expect(one(command(secret)).secrets).toEqual([secret])
  })

  it.each([
    '"client_secret=$CLIENT_SECRET"',
    '"client_secret=p8e-a$REST"',
    '"client_secret=$(cat secret)"',
    "'client_secret={CLIENT_SECRET}'",
    '@secret.txt',
  ])('takes no secret that only the shell knows: %s', (data) => {
    expect(one(`curl ${url} -d 'client_id=${clientId}&scope=openid' -d ${data}`).secrets).toEqual([])
  })

  it('reads the first command of several and takes nothing of the others', () => {
    const other = "curl https://example.com -d 'client_secret=not-this-one'"
    expect(found(`curl ${url} -d '${body}'\n${other}`)).toMatchObject([asRead])
  })

  it.each([
    [
      'another call',
      `curl https://author-p1-e2.adobeaemcloud.com/adobe/assets/urn -H 'X-Api-Key: ${clientId}'`,
      'no-credential',
    ],
    [
      'a sign-in of a user',
      `curl ${url} -d 'grant_type=authorization_code&client_id=a&client_secret=b&code=c'`,
      'user-auth-credential',
    ],
    [
      'the exchange of a JWT',
      `curl ${host}/ims/exchange/jwt -d 'client_id=a&client_secret=b&jwt_token=c'`,
      'jwt-credential',
    ],
    ['an open quote', `curl ${url} -d 'client_id=${clientId}`, 'no-credential'],
    ['an open brace', `curl ${url} -d "client_id=\${X"`, 'no-credential'],
    ['the word alone', 'curl ', 'not-understood'],
    ['the word in prose', 'You can also use curl to ask for a token.', 'not-understood'],
  ])('refuses %s', (_what, text, expected) => {
    expect(refusal(text)).toBe(expected)
  })

  it('reads a .env whose comment shows a command', () => {
    expect(
      reading(`# curl ${url} -d 'client_id=x'\nCLIENT_ID=${clientId}\nCLIENT_SECRET=p8e-env`),
    ).toMatchObject({
      format: 'env',
      credentials: [{ clientId, secrets: ['p8e-env'] }],
    })
  })
})
