import { describe, expect, it } from 'vitest'
import { found } from '../../support/import-reading'
import { id, scopes, secret } from './pasted-texts'

const list = scopes.join(',')
const url = 'https://ims-na1.adobelogin.com/ims/token/v3'
const form = `grant_type=client_credentials&client_id=${id}&client_secret=${secret}&scope=${list}`

/** What tools and languages make of the same credential, by what made it. */
const texts: Readonly<Record<string, string>> = {
  'copy as curl cmd': `curl ^"${url}^" ^\n  -H ^"content-type: application/x-www-form-urlencoded^" ^\n  --data-raw ^"${form.replaceAll('&', '^&')}^"`,
  'copy as curl cmd new': `curl --request POST ^"${url}^" ^\r\n  --data-raw ^"grant_type=client_credentials^&client_id=${id}^&client_secret=${secret}^&scope=${list.replaceAll(',', '^%2C')}^"`,
  'ansi c': `curl '${url}' --data-raw $'${form}'`,
  'copy as powershell': `Invoke-WebRequest -UseBasicParsing -Uri "${url}" \`\n-Method "POST" \`\n-ContentType "application/x-www-form-urlencoded" \`\n-Body "${form}"`,
  'ps splat': `$params = @{\n  Uri = "${url}"\n  Method = 'Post'\n  Body = @{ grant_type='client_credentials'; client_id='${id}'; client_secret='${secret}'; scope='${list}' }\n}\nInvoke-RestMethod @params`,
  'ps cred SetEnv': `[Environment]::SetEnvironmentVariable('CLIENT_ID','${id}','User')\n[Environment]::SetEnvironmentVariable('CLIENT_SECRET','${secret}','User')\n[Environment]::SetEnvironmentVariable('SCOPES','${list}','User')`,
  'curl --json': `curl --json '{"client_id":"${id}","client_secret":"${secret}","scope":"${list}"}' ${url}`,
  'intellij env': JSON.stringify({ dev: { client_id: id, client_secret: secret, scopes: list } }),
  'gh secret set': `gh secret set CLIENT_ID --body "${id}"\ngh secret set CLIENT_SECRET --body "${secret}"\ngh secret set SCOPES --body "${list}"`,
  'gh secret set -b': `gh secret set CLIENT_ID -b${id}\ngh secret set CLIENT_SECRET -b "${secret}"\ngh variable set SCOPES -b "${list}"`,
  heroku: `heroku config:set CLIENT_ID=${id} CLIENT_SECRET=${secret} SCOPES=${list} -a reader`,
  kubectl: `kubectl create secret generic reader --from-literal=CLIENT_ID=${id} --from-literal=CLIENT_SECRET='${secret}' --from-literal=SCOPES=${list}`,
  setx: `setx CLIENT_ID "${id}"\nsetx CLIENT_SECRET "${secret}"\nsetx SCOPES "${list}"`,
  systemd: `[Service]\nEnvironment="CLIENT_ID=${id}"\nEnvironment="CLIENT_SECRET=${secret}"\nEnvironment=SCOPES=${list}`,
  jenkins: `environment {\n  CLIENT_ID = '${id}'\n  CLIENT_SECRET = '${secret}'\n  SCOPES = '${list}'\n}`,
  vault: `vault kv put secret/reader client_id=${id} client_secret=${secret} scopes=${list}`,
  'java -D': `java -Dims.clientId=${id} -Dims.clientSecret=${secret} -Dims.scopes=${list} -jar a.jar`,
  cli: `reader --client-id ${id} --client-secret ${secret} --scopes ${list}`,
  'cli =': `reader --client-id=${id} --client-secret=${secret} --scopes=${list}`,
  'aio config set': `aio config:set ims.contexts.reader.client_id ${id}\naio config:set ims.contexts.reader.client_secrets '["${secret}"]' --json\naio config:set ims.contexts.reader.scopes '${JSON.stringify(scopes)}' --json`,
  'aws secret': `aws secretsmanager put-secret-value --secret-id r --secret-string '{"client_id":"${id}","client_secret":"${secret}","scopes":"${list}"}'`,
  'az keyvault': `az keyvault secret set --vault-name v --name client-id --value ${id}\naz keyvault secret set --vault-name v --name client-secret --value "${secret}"\naz keyvault secret set --vault-name v --name scopes --value "${list}"`,
  'csv of names': `name,value\nCLIENT_ID,${id}\nCLIENT_SECRET,${secret}\nSCOPES,"${list}"\n`,
  'csv of names ;': `Name;Value\nClient ID;${id}\nClient Secret;${secret}\nScopes;${list}\n`,
  'csv row': `client_id,client_secret,scopes\n${id},${secret},"${list}"\n`,
  'csv row ;': `Client ID;Client secret;Scopes\n${id};${secret};${list}\n`,
  'tsv row': `Client ID\tClient secret\tScopes\n${id}\t${secret}\t${list}\n`,
  'md header': `| Client ID | Client secret | Scopes |\n|---|---|---|\n| ${id} | ${secret} | ${list} |\n`,
  'md header code': `| Name | Client ID | Client secret | Scopes |\n|:--|:--|:--|:--|\n| Reader | \`${id}\` | \`${secret}\` | \`${list}\` |\n`,
  'slack bold': `*Client ID:* ${id}\n*Client Secret:* ${secret}\n*Scopes:* ${list}`,
  'label = bold html': `<p><b>Client ID</b>: ${id}<br><b>Client Secret</b>: ${secret}<br><b>Scopes</b>: ${list}</p>`,
  'html table': `<table><tr><th>Client ID</th><td>${id}</td></tr><tr><th>Client secret</th><td>${secret}</td></tr><tr><th>Scopes</th><td>${list}</td></tr></table>`,
  rst: `:Client ID: ${id}\n:Client secret: ${secret}\n:Scopes: ${list}`,
  'adoc table': `|===\n|Client ID |${id}\n|Client secret |${secret}\n|Scopes |${list}\n|===`,
  'php define': `define('CLIENT_ID', '${id}');\ndefine('CLIENT_SECRET', '${secret}');\ndefine('SCOPES', '${list}');`,
  'php putenv': `putenv('CLIENT_ID=${id}');\nputenv('CLIENT_SECRET=${secret}');\nputenv('SCOPES=${list}');`,
  'python environ': `os.environ["CLIENT_ID"] = "${id}"\nos.environ["CLIENT_SECRET"] = "${secret}"\nos.environ["SCOPES"] = "${list}"`,
  'python default': `client_id = os.getenv("CLIENT_ID", "${id}")\nclient_secret = os.getenv("CLIENT_SECRET", "${secret}")\nscopes = os.getenv("SCOPES", "${list}")`,
  'js default': `const clientId = process.env.CLIENT_ID || '${id}'\nconst clientSecret = process.env.CLIENT_SECRET ?? '${secret}'\nconst scopes = process.env.SCOPES || '${list}'`,
  'python kw': `client = Client(client_id="${id}", client_secret="${secret}", scopes="${list}")`,
  kotlin: `val clientId = "${id}"\nval clientSecret = "${secret}"\nval scopes = listOf("AdobeID", "openid", "aem.assets.author")`,
  swift: `let clientId: String = "${id}"\nlet clientSecret: String = "${secret}"\nlet scopes: String = "${list}"`,
  'ts const': `const CLIENT_ID: string = '${id}'\nconst CLIENT_SECRET: string = '${secret}'\nconst SCOPES: string = '${list}'`,
  rust: `let client_id = "${id}".to_string();\nlet client_secret = "${secret}".to_string();\nlet scopes = "${list}";`,
  'spring yml': `spring:\n  security:\n    oauth2:\n      client:\n        registration:\n          adobe:\n            client-id: ${id}\n            client-secret: ${secret}\n            scope: AdobeID,openid,aem.assets.author\n            authorization-grant-type: client_credentials\n`,
  'spring props': `spring.security.oauth2.client.registration.adobe.client-id=${id}\nspring.security.oauth2.client.registration.adobe.client-secret=${secret}\nspring.security.oauth2.client.registration.adobe.scope=${list}`,
  appsettings: JSON.stringify({ Adobe: { ClientId: id, ClientSecret: secret, Scopes: list } }),
  'dotnet env': `Adobe__ClientId=${id}\nAdobe__ClientSecret=${secret}\nAdobe__Scopes=${list}`,
  'local.settings': JSON.stringify({
    IsEncrypted: false,
    Values: { CLIENT_ID: id, CLIENT_SECRET: secret, SCOPES: list },
  }),
  'launch.json': JSON.stringify({
    configurations: [{ type: 'node', env: { CLIENT_ID: id, CLIENT_SECRET: secret, SCOPES: list } }],
  }),
  'openidclient json': JSON.stringify({
    clientID: id,
    clientSecret: secret,
    scope: list.replaceAll(',', ' '),
  }),
  'ecs task': JSON.stringify({
    containerDefinitions: [
      {
        environment: [
          { name: 'CLIENT_ID', value: id },
          { name: 'CLIENT_SECRET', value: secret },
          { name: 'SCOPES', value: list },
        ],
      },
    ],
  }),
  lambda: JSON.stringify({
    Environment: { Variables: { CLIENT_ID: id, CLIENT_SECRET: secret, SCOPES: list } },
  }),
  'insomnia v5': `type: environment.insomnia.rest/5.0\nname: Base\nenvironments:\n  data:\n    client_id: ${id}\n    client_secret: ${secret}\n    scopes: ${list}\n`,
  'bruno oauth': `auth:oauth2 {\n  grant_type: client_credentials\n  access_token_url: ${url}\n  client_id: ${id}\n  client_secret: ${secret}\n  scope: ${list}\n}`,
  'bruno req': `post {\n  url: ${url}\n  body: formUrlEncoded\n}\n\nbody:form-urlencoded {\n  grant_type: client_credentials\n  client_id: ${id}\n  client_secret: ${secret}\n  scope: ${list}\n}`,
  hoppscotch: JSON.stringify([
    {
      name: 'x',
      variables: [
        { key: 'CLIENT_ID', initialValue: id, currentValue: id, secret: false },
        { key: 'CLIENT_SECRET', initialValue: secret, currentValue: '', secret: true },
        { key: 'SCOPES', initialValue: list },
      ],
    },
  ]),
  thunder: JSON.stringify({
    client: 'Thunder Client',
    data: [
      { name: 'client_id', value: id },
      { name: 'client_secret', value: secret },
      { name: 'scopes', value: list },
    ],
  }),
  xh: `xh -f POST ${url} client_id=${id} client_secret=${secret} scope=${list}`,
  'wget url': `wget --method POST --body-data '${form}' ${url} -O -`,
  hurl: `POST ${url}\n[FormParams]\ngrant_type: client_credentials\nclient_id: ${id}\nclient_secret: ${secret}\nscope: ${list}\nHTTP 200`,
  karate: `Given url '${url}'\nAnd form field client_id = '${id}'\nAnd form field client_secret = '${secret}'\nAnd form field scope = '${list}'\nWhen method post`,
  restsharp: `request.AddParameter("client_id", "${id}");\nrequest.AddParameter("client_secret", "${secret}");\nrequest.AddParameter("scope", "${list}");`,
  'java map': `params.put("client_id", "${id}");\nparams.put("client_secret", "${secret}");\nparams.put("scope", "${list}");`,
  'java nvp': `params.add(new BasicNameValuePair("client_id", "${id}"));\nparams.add(new BasicNameValuePair("client_secret", "${secret}"));\nparams.add(new BasicNameValuePair("scope", "${list}"));`,
  perl: `my %form = (client_id => '${id}', client_secret => '${secret}', scope => '${list}');`,
  lua: `local client_id = "${id}"\nlocal client_secret = "${secret}"\nlocal scopes = "${list}"`,
  vba: `Const CLIENT_ID As String = "${id}"\nConst CLIENT_SECRET As String = "${secret}"\nConst SCOPES As String = "${list}"`,
  'json array of key val': JSON.stringify({
    items: [
      { key: 'client_id', value: id },
      { key: 'client_secret', value: secret },
      { key: 'scopes', value: list },
    ],
  }),
  'url encoded body with encoded': `client_id=${id}&client_secret=${encodeURIComponent(secret)}&grant_type=client_credentials&scope=${encodeURIComponent(list)}`,
  'line number gutter': `   1 | CLIENT_ID=${id}\n   2 | CLIENT_SECRET=${secret}\n   3 | SCOPES=${list}`,
  'line number colon': `1: CLIENT_ID=${id}\n2: CLIENT_SECRET=${secret}\n3: SCOPES=${list}`,
  grep: `.env:1:CLIENT_ID=${id}\n.env:2:CLIENT_SECRET=${secret}\n.env:3:SCOPES=${list}`,
  'cat prompt': `$ cat .env\nCLIENT_ID=${id}\nCLIENT_SECRET=${secret}\nSCOPES=${list}\n$ `,
  'PS prompt': `PS C:\\Users\\jane> type .env\nCLIENT_ID=${id}\nCLIENT_SECRET=${secret}\nSCOPES=${list}\n`,
  'ansi colors': `\u001b[32mCLIENT_ID\u001b[0m=${id}\n\u001b[32mCLIENT_SECRET\u001b[0m=${secret}\nSCOPES=${list}`,
  'printenv declare': `declare -x CLIENT_ID="${id}"\ndeclare -x CLIENT_SECRET="${secret}"\ndeclare -x SCOPES="${list}"`,
  fullwidth: `CLIENT_ID＝${id}\nCLIENT_SECRET＝${secret}\nSCOPES＝${list}`,
  'aem env': `AEM_AUTHOR_HOSTNAME=author-p1-e2.adobeaemcloud.com\nCLIENT_ID=${id}\nCLIENT_SECRET=${secret}\nSCOPES=${list}`,
  german: `Client-ID: ${id}\nClient Secret: ${secret}\nScopes: ${list}`,
  'curl verbose': `> POST /ims/token/v3 HTTP/2\n> Host: ims-na1.adobelogin.com\n> Content-Type: application/x-www-form-urlencoded\n>\n${form}`,
  reg: `Windows Registry Editor Version 5.00\n\n[HKEY_CURRENT_USER\\Environment]\n"CLIENT_ID"="${id}"\n"CLIENT_SECRET"="${secret}"\n"SCOPES"="${list}"`,
  'continued curl in one line with backslashes kept': `curl -X POST '${url}' \\ -d 'client_id=${id}' \\ -d 'client_secret=${secret}' \\ -d 'scope=${list}'`,
  'curl trailing space': `curl -X POST '${url}' \\ \n-d 'client_id=${id}' \\ \n-d 'client_secret=${secret}' \\ \n-d 'scope=${list}'`,
}

describe('the same credential', () => {
  it.each(Object.entries(texts))('is understood: %s', (_what, text) => {
    expect(
      found(text).map((each) => [each.clientId, each.secrets, [...each.scopes].sort(), each.imsHost]),
    ).toEqual([[id, [secret], [...scopes].sort(), null]])
  })
})

describe('a table', () => {
  it('gives a credential for each of its rows', () => {
    const other = id.replace('f', '0')
    const table = `Client ID;Client secret;Scopes\n${id};${secret};${list}\n${other};p8e-Other;openid\n`
    expect(found(table).map(({ clientId, secrets }) => [clientId, ...secrets])).toEqual([
      [id, secret],
      [other, 'p8e-Other'],
    ])
  })

  it('keeps the separator within a quoted cell', () => {
    expect(found(`client_id,client_secret,scopes\n${id},"p8e,x","${list}"`)[0]?.secrets).toEqual(['p8e,x'])
  })
})
