import type { ImportRefusal } from '../../../src/shared/imports'

export const id = 'f0e1d2c3b4a5968778695a4b3c2d1e0f'
export const secret = 'p8e-Some_Secret-23'
export const scopes = ['AdobeID', 'openid', 'aem.assets.author']
const list = scopes.join(',')
const ims = 'https://ims-na1.adobelogin.com'
const url = `${ims}/ims/token/v3`
const form = `grant_type=client_credentials&client_id=${id}&client_secret=${secret}&scope=${list}`
const login = Buffer.from(`${id}:${secret}`).toString('base64')
const grant = `grant_type=client_credentials&scope=${list}`

/** Texts that all name the credential above, by what they are. */
export const sameCredential: Readonly<Record<string, string>> = {
  // cURL as Postman writes it.
  'fields of a form in quotes': `curl --location --request POST '${url}' \\\n--form 'client_id="${id}"' \\\n--form 'client_secret="${secret}"' \\\n--form 'grant_type="client_credentials"' \\\n--form 'scope="${list}"'`,
  'fields of a form in double quotes': `curl "${url}" -F "client_id=\\"${id}\\"" -F "client_secret=\\"${secret}\\"" -F "scope=\\"${list}\\""`,
  'a field with its type': `curl ${url} -F 'client_id=${id};type=text/plain' -F 'client_secret=${secret};type=text/plain' -F scope=${list}`,
  'a form string': `curl ${url} --form-string 'client_id=${id}' --form-string client_secret=${secret} --form-string scope=${list}`,
  'an attached form field': `curl ${url} -Fclient_id=${id} -Fclient_secret=${secret} -Fscope=${list}`,

  // HTTP Basic.
  'a login': `curl -X POST ${url} -u '${id}:${secret}' -d '${grant}'`,
  'a long login': `curl ${url} --user ${id}:${secret} --data '${grant}'`,
  'an attached login': `curl ${url} -u${id}:${secret} -d '${grant}'`,
  'a login behind switches': `curl -sSfu "${id}:${secret}" ${url} -d '${grant}'`,
  'a login in the address': `curl https://${id}:${secret}@ims-na1.adobelogin.com/ims/token/v3 -d '${grant}'`,
  'a header Authorization': `curl ${url} -H 'Authorization: Basic ${login}' -d '${grant}'`,
  'a header in lower case': `curl ${url} --header "authorization: basic ${login}" --data-raw '${grant}'`,

  // Scripts.
  'variables of bash': `#!/usr/bin/env bash\nset -euo pipefail\nexport CLIENT=${id}\nexport PASS='${secret}'\ncurl '${url}' \\\n  --data-urlencode "client_id=$CLIENT" \\\n  --data-urlencode "client_secret=\${PASS}" \\\n  --data-urlencode 'scope=${list}'`,
  'a body in a variable': `ID=${id}\nBODY="grant_type=client_credentials&client_id=\${ID}&client_secret=${secret}&scope=${list}"\ncurl ${url} -d "$BODY"`,
  'a variable with a default': `curl ${url} -d "client_id=\${CLIENT:-${id}}" -d client_secret=${secret} -d scope=${list}`,
  'a substitution': `TOKEN=$(curl -s ${url} -d '${form}' | jq -r .access_token)`,
  'a substitution in quotes': `TOKEN_JSON="$(curl -fsS -X POST '${url}' -d '${form}')"`,
  'a substitution in backticks': `TOKEN=\`curl -s ${url} -d '${form}'\``,
  'a substitution behind export': `export ACCESS_TOKEN="$(curl -s -X POST "${url}" -d "${form}" | jq -r '.access_token')"`,
  'a condition': `if ! RESPONSE=$(curl -s ${url} -d '${form}'); then exit 1; fi`,
  'another command before it': `cd /tmp && curl ${url} -d '${form}'`,
  'a here-document': `curl -s ${url} --data-binary @- <<EOF\n${form}\nEOF\n`,
  'a here-document with variables': `SECRET=${secret}\ncurl -s ${url} -d @- <<-BODY | jq .\n\tgrant_type=client_credentials&client_id=${id}\n\t&client_secret=$SECRET&scope=${list}\n\tBODY\n`,
  'a here-document in quotes': `curl ${url} -d @- <<'EOF'\n${form}\nEOF`,
  'a here-string': `curl ${url} -d @- <<< "${form}"`,
  'a pipe before it': `echo -n '${form}' | curl ${url} -d @-`,
  'a config of curl': `curl -K - <<EOF\nurl = "${url}"\ndata = "${form}"\nEOF`,
  'a config of curl with a login': `curl --config - <<EOF\nurl = "${url}"\nuser = "${id}:${secret}"\ndata = "scope=${list}"\nEOF`,
  'expanded variables of curl': `curl --variable id=${id} --variable key=${secret} --expand-data 'client_id={{id}}&client_secret={{key}}&scope=${list}' ${url}`,
  'a query of curl': `curl -X POST '${url}' --url-query 'grant_type=client_credentials' --url-query 'client_id=${id}' --url-query client_secret=${secret} --url-query '+scope=${encodeURIComponent(list)}'`,
  'parameters of a GET': `curl -G ${url} --data-urlencode client_id=${id} --data-urlencode client_secret=${secret} --data-urlencode scope=${list}`,
  'a step of a workflow': `jobs:\n  token:\n    steps:\n      - name: token\n        run: curl -s ${url} -d '${form}'\n`,
  'a line of a Dockerfile': `FROM alpine\nRUN curl ${url} -d '${form}'`,
  'sudo and time': `time sudo curl ${url} -d '${form}'`,
  'a path to curl': `/usr/bin/curl ${url} -d '${form}'`,
  'variables of cmd': `@echo off\r\nset CLIENT_ID=${id}\r\nset "CLIENT_SECRET=${secret}"\r\ncurl.exe -X POST ^\r\n  "${url}" ^\r\n  -d "client_id=%CLIENT_ID%" -d "client_secret=%CLIENT_SECRET%" -d "scope=${list}"`,
  'variables of PowerShell': `$clientId = '${id}'\n$clientSecret = "${secret}"\ncurl.exe -X POST "${url}" \`\n  -d "client_id=$clientId" \`\n  -d "client_secret=$clientSecret&scope=${list}"`,
  'environment variables of PowerShell': `$env:ID = "${id}"\n$env:KEY = "${secret}"\ncurl.exe ${url} -d "client_id=$env:ID&client_secret=$env:KEY&scope=${list}"`,
  'Invoke-RestMethod': `$body = @{\n  grant_type = 'client_credentials'\n  client_id = '${id}'\n  client_secret = '${secret}'\n  scope = '${list}'\n}\nInvoke-RestMethod -Method Post -Uri '${url}' -Body $body`,
  'Invoke-RestMethod in one line': `Invoke-RestMethod -Uri ${url} -Method Post -Body @{client_id='${id}'; client_secret='${secret}'; scope='${list}'}`,
  'Invoke-WebRequest with a text': `Invoke-WebRequest -Uri "${url}" -Method POST -Body "${form}"`,
  fish: `set -x CLIENT_ID ${id}\nset -x CLIENT_SECRET ${secret}\nset -x SCOPES ${list}`,
  csh: `setenv CLIENT_ID ${id}\nsetenv CLIENT_SECRET ${secret}\nsetenv SCOPES ${list}`,

  // Requests as HTTP writes them.
  'a request': `POST ${url}\nContent-Type: application/x-www-form-urlencoded\n\n${form}`,
  'a request with its version': `POST /ims/token/v3 HTTP/1.1\nHost: ims-na1.adobelogin.com\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 99\n\n${form}`,
  'a request with Basic': `POST ${url} HTTP/1.1\nAuthorization: Basic ${login}\n\n${grant}`,
  'a request of an editor with Basic': `POST ${url}\nAuthorization: Basic ${id} ${secret}\nContent-Type: application/x-www-form-urlencoded\n\n${grant}`,
  'a request over several lines': `### Token\n# @name token\nPOST ${url}\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials\n&client_id=${id}\n&client_secret=${secret}\n&scope=${list}\n\n### Next\nGET https://author-p1-e2.adobeaemcloud.com/adobe/assets/x/metadata`,
  'a request with variables': `@clientId = ${id}\n@key = ${secret}\n\nPOST ${url}\nContent-Type: application/x-www-form-urlencoded\n\nclient_id={{clientId}}&client_secret={{key}}&scope=${list}`,
  'a request with its parameters in the address': `POST ${url}?${form}`,
  'a multipart request': `POST ${url} HTTP/1.1\nContent-Type: multipart/form-data; boundary=xYz\n\n--xYz\nContent-Disposition: form-data; name="client_id"\n\n${id}\n--xYz\nContent-Disposition: form-data; name="client_secret"\n\n${secret}\n--xYz\nContent-Disposition: form-data; name="scope"\n\n${list}\n--xYz--`,
  'an address alone': `${url}?${form}`,
  'a body alone': form,
  wget: `wget -qO- --post-data='${form}' ${url}`,
  HTTPie: `http --form POST ${url} client_id='${id}' client_secret='${secret}' scope='${list}'`,
  'HTTPie of Postman': `printf 'x' | http --follow --form POST '${url}' \\\n 'client_id'='${id}' \\\n 'client_secret'='${secret}' \\\n 'scope'='${list}'`,

  // Code.
  'fetch with URLSearchParams': `const response = await fetch('${url}', {\n  method: 'POST',\n  body: new URLSearchParams({\n    grant_type: 'client_credentials',\n    client_id: '${id}',\n    client_secret: '${secret}',\n    scope: '${list}',\n  }),\n})`,
  'a browser’s copy as fetch': `fetch("${url}", {\n  "headers": {"content-type": "application/x-www-form-urlencoded"},\n  "body": "${form}",\n  "method": "POST"\n});`,
  'append of JavaScript': `const data = new URLSearchParams();\ndata.append("client_id", "${id}");\ndata.append("client_secret", "${secret}");\ndata.append("scope", "${list}");`,
  'requests of Python': `import requests\npayload = {\n    "grant_type": "client_credentials",\n    "client_id": "${id}",\n    "client_secret": "${secret}",\n    "scope": "${list}",\n}\nrequests.post("${url}", data=payload)`,
  'a text of Python': `import http.client\npayload = '${form.replaceAll(',', '%2C')}'\nconn.request("POST", "/ims/token/v3", payload)`,
  'variables of Python': `client_id = "${id}"\nclient_secret = "${secret}"\nscopes = ["AdobeID", "openid", "aem.assets.author"]\ntoken = ims.get_token(client_id, client_secret, scopes)`,
  'C#': `var collection = new List<KeyValuePair<string, string>>();\ncollection.Add(new("client_id", "${id}"));\ncollection.Add(new("client_secret", "${secret}"));\ncollection.Add(new("scope", "${list}"));`,
  Java: `RequestBody body = new MultipartBody.Builder()\n  .addFormDataPart("client_id","${id}")\n  .addFormDataPart("client_secret","${secret}")\n  .addFormDataPart("scope","${list}")\n  .build();`,
  'constants of Java': `private static final String CLIENT_ID = "${id}";\nprivate static final String CLIENT_SECRET = "${secret}";\nprivate static final String SCOPES = "${list}";`,
  Go: `data := url.Values{}\ndata.Set("client_id", "${id}")\ndata.Set("client_secret", "${secret}")\ndata.Set("scope", "${list}")`,
  Ruby: `form = {\n  'client_id' => '${id}',\n  'client_secret' => '${secret}',\n  'scope' => '${list}'\n}`,
  PHP: `$params = [\n  'client_id' => '${id}',\n  'client_secret' => '${secret}',\n  'scope' => '${list}',\n];`,
  'a module of JavaScript': `module.exports = {\n  clientId: '${id}', // ours\n  clientSecret: "${secret}",\n  scopes: ['AdobeID', 'openid', 'aem.assets.author'],\n}\n`,

  // Settings.
  '.env': `CLIENT_ID=${id}\nCLIENT_SECRET=${secret}\nSCOPES=${list}\n`,
  '.env of another order': `SCOPES=${list}\n\n# the secret\nCLIENT_SECRET='${secret}'\nPORT=3000\nCLIENT_ID="${id}"\n`,
  'tabs for indents': `\tCLIENT_ID = ${id}\n\tCLIENT_SECRET = ${secret}\n\tSCOPES = ${list}\n`,
  'a list of docker run': `docker run --rm \\\n  -e CLIENT_ID=${id} \\\n  -e CLIENT_SECRET=${secret} \\\n  -e SCOPES=${list} \\\n  reader:latest`,
  'docker run in one line': `docker run -e CLIENT_ID=${id} -e CLIENT_SECRET=${secret} -e SCOPES=${list} reader`,
  'a command with its environment': `CLIENT_ID=${id} SCOPES=${list} CLIENT_SECRET=${secret} node index.js`,
  Dockerfile: `FROM node:20\nENV CLIENT_ID=${id}\nENV CLIENT_SECRET ${secret}\nARG SCOPES=${list}\n`,
  'docker-compose as a list': `services:\n  reader:\n    image: reader\n    environment:\n      - CLIENT_ID=${id}\n      - CLIENT_SECRET=${secret}\n      - SCOPES=${list}\n`,
  'docker-compose as a map': `services:\n  reader:\n    image: reader\n    environment:\n      CLIENT_ID: ${id}\n      CLIENT_SECRET: "${secret}"\n      SCOPES: '${list}'\n`,
  YAML: `adobe:\n  client_id: ${id}\n  client_secret: ${secret} # rotated in May\n  scopes:\n    - AdobeID\n    - openid\n    - aem.assets.author\n`,
  'YAML in one line': `ims: {client_id: ${id}, client_secret: ${secret}, scopes: [AdobeID, openid, aem.assets.author]}`,
  'a secret of Kubernetes': `apiVersion: v1\nkind: Secret\nmetadata:\n  name: reader\ntype: Opaque\ndata:\n  CLIENT_ID: ${Buffer.from(id).toString('base64')}\n  CLIENT_SECRET: ${Buffer.from(secret).toString('base64')}\n  SCOPES: ${Buffer.from(list).toString('base64')}\n`,
  'a secret of Kubernetes in clear': `kind: Secret\nmetadata:\n  name: reader\nstringData:\n  client-id: ${id}\n  client-secret: ${secret}\n  scopes: ${list}\n`,
  'a secret of Kubernetes as JSON': JSON.stringify({
    kind: 'Secret',
    data: {
      CLIENT_ID: Buffer.from(id).toString('base64'),
      CLIENT_SECRET: Buffer.from(`${secret}\n`).toString('base64'),
      SCOPES: Buffer.from(list).toString('base64'),
    },
  }),
  'a deployment of Kubernetes': `spec:\n  containers:\n    - name: reader\n      env:\n        - name: CLIENT_ID\n          value: ${id}\n        - name: CLIENT_SECRET\n          value: "${secret}"\n        - name: SCOPES\n          value: ${list}\n`,
  'a config map': `kind: ConfigMap\ndata:\n  .env: |\n    CLIENT_ID=${id}\n    CLIENT_SECRET=${secret}\n    SCOPES=${list}\n`,
  TOML: `title = "reader"\n\n[adobe]\nclient_id = "${id}"\nclient_secret = '${secret}'\nscopes = [\n  "AdobeID",\n  "openid",\n  "aem.assets.author",\n]\n`,
  INI: `; reader\n[ims]\nclient_id=${id}\nclient_secret=${secret}\n[aem]\nscopes=${list}\n`,
  properties: `# reader\nadobe.ims.clientId=${id}\nadobe.ims.clientSecret: ${secret}\nadobe.ims.scopes = ${list}\n`,
  Terraform: `variable "x" {}\nclient_id     = "${id}"\nclient_secret = "${secret}"\nscopes        = ["AdobeID", "openid", "aem.assets.author"]\n`,
  'settings of .NET': `<configuration>\n  <appSettings>\n    <add key="ClientId" value="${id}" />\n    <add key="ClientSecret" value="${secret}"/>\n    <add key="Scopes" value="${list}"/>\n  </appSettings>\n</configuration>`,
  'elements of XML': `<ims><clientId>${id}</clientId>\n<clientSecret>${secret}</clientSecret>\n<scopes>${list}</scopes></ims>`,
  'a property list': `<plist><dict><key>client_id</key><string>${id}</string><key>client_secret</key>\n<string>${secret}</string><key>scopes</key><string>${list}</string></dict></plist>`,
  'JSON with comments': `{\n  // the reader\n  "client_id": "${id}",\n  "client_secret": "${secret}", /* May */\n  "scopes": ["AdobeID", "openid", "aem.assets.author"],\n}`,
  'JSON of JavaScript': `{ clientId: '${id}', clientSecret: '${secret}', scopes: '${list}' }`,
  'JSON in other words': `Here it is: {"client_id": "${id}", "client_secret": "${secret}", "scopes": "${list}"} and good luck.`,
  'JSON in JSON': JSON.stringify({
    Name: 'reader',
    SecretString: JSON.stringify({ client_id: id, client_secret: secret, scopes: list }),
  }),
  'nested JSON': JSON.stringify({
    port: 3000,
    ims: { oauth: { clientId: id, clientSecret: secret, scopes } },
  }),
  'the contexts of aio': JSON.stringify({
    ims: {
      contexts: {
        reader: {
          client_id: id,
          client_secrets: [secret],
          technical_account_email: 'x@techacct.adobe.com',
          scopes,
          ims_org_id: 'A@AdobeOrg',
        },
      },
    },
  }),
  'settings of Azure': JSON.stringify([
    { name: 'CLIENT_ID', value: id, slotSetting: false },
    { name: 'CLIENT_SECRET', value: secret, slotSetting: false },
    { name: 'SCOPES', value: list, slotSetting: false },
  ]),
  'the environment of a container': JSON.stringify({
    Config: { Env: ['PATH=/bin', `CLIENT_ID=${id}`, `CLIENT_SECRET=${secret}`, `SCOPES=${list}`] },
  }),
  'a HAR of a browser': JSON.stringify({
    log: {
      entries: [
        {
          request: {
            method: 'POST',
            url,
            postData: {
              mimeType: 'application/x-www-form-urlencoded',
              params: [
                { name: 'client_id', value: id },
                { name: 'client_secret', value: secret },
                { name: 'scope', value: list },
              ],
            },
          },
        },
      ],
    },
  }),
  'a collection of Postman with OAuth 2': JSON.stringify({
    info: { name: 'c', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    auth: {
      type: 'oauth2',
      oauth2: [
        { key: 'clientSecret', value: secret, type: 'string' },
        { key: 'clientId', value: id, type: 'string' },
        { key: 'scope', value: list, type: 'string' },
        { key: 'grant_type', value: 'client_credentials', type: 'string' },
      ],
    },
    item: [],
  }),
  'a collection of Postman with variables': JSON.stringify({
    info: { name: 'c', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    variable: [
      { key: 'id', value: id },
      { key: 'key', value: secret },
    ],
    item: [
      {
        request: {
          method: 'POST',
          url,
          body: {
            mode: 'urlencoded',
            urlencoded: [
              { key: 'client_id', value: '{{id}}' },
              { key: 'client_secret', value: '{{key}}' },
              { key: 'scope', value: list },
            ],
          },
        },
      },
    ],
  }),
  'an environment of Bruno': `vars {\n  client_id: ${id}\n  client_secret: ${secret}\n  scopes: ${list}\n}`,
  'an environment of Insomnia': JSON.stringify({
    _type: 'export',
    resources: [
      { _type: 'environment', name: 'Base', data: { client_id: id, client_secret: secret, scopes: list } },
    ],
  }),

  // As people write it down.
  'the page of Adobe Developer Console': `Client ID\n${id}\nCopy\nClient secret\n${secret}\nScopes\n${scopes.join(', ')}\n`,
  'the page with colons': `API Key (Client ID): ${id}\nClient secret: ${secret}\nScopes: ${scopes.join(', ')}\n`,
  'a list of Markdown': `**Reader**\n\n- **Client ID:** \`${id}\`\n- **Client secret:** \`${secret}\`\n- **Scopes:** \`${list}\`\n`,
  'a table of Markdown': `| Field | Value |\n|---|---|\n| Client ID | ${id} |\n| Client secret | ${secret} |\n| Scopes | ${list} |\n`,
  'a table of a spreadsheet': `Client ID\t${id}\nClient Secret\t${secret}\nScopes\t${list}\n`,
  'a chat': `[10:32] Jane: CLIENT_ID=${id}\n[10:32] Jane: CLIENT_SECRET=${secret}\n[10:33] Jane: SCOPES=${list}`,
  'a sentence': `The client ID is: client_id=${id} and client_secret=${secret}, with scopes=${list}`,
  'two prefixes': `ADOBE_API_KEY=${id}\nIMS_CLIENT_SECRET=${secret}\nIMS_SCOPES=${list}\n`,
  'three prefixes': `AEM_CLIENT_ID=${id}\nADOBE_CLIENT_SECRET=${secret}\nOAUTH_SCOPES=${list}\n`,
  'a difference': `diff --git a/.env b/.env\n@@ -1,3 +1,3 @@\n+CLIENT_ID=${id}\n+CLIENT_SECRET=${secret}\n+SCOPES=${list}\n`,
  'numbered lines': `1  CLIENT_ID=${id}\n2  CLIENT_SECRET=${secret}\n3  SCOPES=${list}\n`,
}

/** Texts without a credential of ours, and what they are. */
export const refused: readonly (readonly [
  what: string,
  text: string,
  refusal: ImportRefusal,
  fileName?: string,
])[] = [
  [
    'a JWT with the path of its key',
    `ADOBE_CLIENT_ID=${id}\nADOBE_CLIENT_SECRET=${secret}\nADOBE_ORG_ID=A@AdobeOrg\nADOBE_PRIVATE_KEY_PATH=./private.key`,
    'jwt-credential',
  ],
  [
    'a JWT with the file of its key',
    `CLIENT_ID=${id}\nCLIENT_SECRET=${secret}\nKEY_FILE=private.key`,
    'jwt-credential',
  ],
  [
    'a JWT by its type',
    `aio_TYPE=jwt\naio_CLIENT_ID=${id}\naio_CLIENT_SECRET=${secret}\naio_SCOPES=openid`,
    'jwt-credential',
  ],
  [
    'a JWT with its metascopes as scopes',
    `CLIENT_ID=${id}\nCLIENT_SECRET=${secret}\nSCOPES=ent_aem_cloud_api\nPRIVATE_KEY="-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----"`,
    'jwt-credential',
  ],
  [
    'a JWT in nested JSON',
    JSON.stringify({
      jwt: { client_id: id, client_secret: secret, private_key: 'x', meta_scopes: ['ent_aem_cloud_api'] },
    }),
    'jwt-credential',
  ],
  [
    'a JWT context of aio',
    `AIO_ims_contexts_reader_client__id=${id}\nAIO_ims_contexts_reader_client__secret=${secret}\nAIO_ims_contexts_reader_private__key=./k.pem\nAIO_ims_contexts_reader_meta__scopes=["ent_aem_cloud_api"]`,
    'jwt-credential',
  ],
  [
    'a single page app',
    `REACT_APP_ADC_CLIENT_ID=${id}\nREACT_APP_ADC_SCOPES=${list}\nREACT_APP_REDIRECT_URI=https://localhost:3001/callback`,
    'user-auth-credential',
  ],
  [
    'a single page app of Vite',
    `VITE_IMS_CLIENT_ID=${id}\nVITE_IMS_SCOPES=${list}\nVITE_REDIRECT_URL=https://localhost/cb`,
    'user-auth-credential',
  ],
  [
    'a single page app of Next',
    `NEXT_PUBLIC_CLIENT_ID=${id}\nNEXT_PUBLIC_SCOPES=${list}\nNEXT_PUBLIC_CALLBACK_URL=https://localhost/cb`,
    'user-auth-credential',
  ],
  [
    'a web app with a secret',
    `CLIENT_ID=${id}\nCLIENT_SECRET=${secret}\nSCOPES=${list}\nOAUTH_REDIRECT_URI=https://localhost/cb`,
    'user-auth-credential',
  ],
  [
    'a web app in JSON',
    JSON.stringify({ web: { client_id: id, client_secret: secret, redirect_uris: ['https://x'] } }),
    'user-auth-credential',
  ],
  [
    'a sign-in by code',
    `POST ${url}\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&client_id=${id}&client_secret=${secret}&code=x`,
    'user-auth-credential',
  ],
  [
    'a refresh',
    `curl ${url} -d 'grant_type=refresh_token&client_id=${id}&client_secret=${secret}&refresh_token=x'`,
    'user-auth-credential',
  ],
  [
    'the exchange of a JWT',
    `POST ${ims}/ims/exchange/jwt\nContent-Type: application/x-www-form-urlencoded\n\nclient_id=${id}&client_secret=${secret}&jwt_token=eyJ`,
    'jwt-credential',
  ],
  [
    'a .aio',
    JSON.stringify({
      project: {
        name: 'P',
        workspace: {
          details: {
            credentials: [
              { id: '1', name: 'Login', integration_type: 'oauthweb' },
              { id: '2', name: 'Server', integration_type: 'oauth_server_to_server' },
            ],
          },
        },
      },
    }),
    'aio-file',
    '.aio',
  ],
  [
    'a .aio with one credential',
    JSON.stringify({
      project: {
        workspace: {
          details: { credentials: [{ id: '2', integration_type: 'oauth_server_to_server_migrate' }] },
        },
      },
    }),
    'aio-file',
    '.aio',
  ],
  [
    'a .aio with logins alone',
    JSON.stringify({
      project: {
        workspace: { details: { credentials: [{ id: '1', integration_type: 'oauthsinglepageapp' }] } },
      },
    }),
    'user-auth-credential',
    '.aio',
  ],
  [
    'an environment of Postman with blank values',
    JSON.stringify({
      name: 'Prod',
      values: ['CLIENT_ID', 'CLIENT_SECRET', 'SCOPES'].map((key) => ({ key, value: '', enabled: true })),
    }),
    'postman-values-missing',
  ],
  [
    'one with null for its values',
    JSON.stringify({
      name: 'Prod',
      values: ['API_KEY', 'CLIENT_SECRET'].map((key) => ({ key, value: null, type: 'secret' })),
    }),
    'postman-values-missing',
  ],
  [
    'one with blanks in its values',
    JSON.stringify({
      values: [
        { key: 'clientId', value: ' ' },
        { key: 'clientSecret', value: ' ' },
      ],
    }),
    'postman-values-missing',
  ],
  ['a template', 'CLIENT_ID=\nCLIENT_SECRET=\nSCOPES=openid,AdobeID\n', 'values-missing', '.env.example'],
  ['a template with words', 'CLIENT_ID=<your client id>\nCLIENT_SECRET=your-secret', 'values-missing'],
  [
    'a command without its variables',
    `curl ${url} -d "client_id=$CLIENT_ID&client_secret=$CLIENT_SECRET&scope=openid"`,
    'values-missing',
  ],
  [
    'a request without its variables',
    `POST {{ims}}/ims/token/v3\nContent-Type: application/x-www-form-urlencoded\n\nclient_id={{clientId}}&client_secret={{clientSecret}}`,
    'values-missing',
  ],
  [
    'settings without their variables',
    `client_id: \${CLIENT_ID}\nclient_secret: \${CLIENT_SECRET}`,
    'values-missing',
  ],
  [
    'code without its variables',
    'const config = { clientId: process.env.CLIENT_ID, clientSecret: process.env.CLIENT_SECRET }',
    'values-missing',
  ],
  ['an access token', 'eyJhbGciOiJSUzI1NiJ9aa.eyJ0eXBlIjoiYWNjZXNzX3Rva2VuIn0.c2lnbmF0dXJl', 'access-token'],
  [
    'a header with a token',
    'Authorization: Bearer eyJhbGciOiJSUzI1NiJ9aa.eyJ0eXBlIjoiYWNjZXNzX3Rva2VuIn0.c2ln',
    'access-token',
  ],
  ['a private key', '-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----', 'jwt-credential'],
  ['a file of another program', 'root:x:0:0:root:/root:/bin/bash\n', 'not-understood'],
  [
    'a page',
    '<!doctype html><html><head><title>Sign in</title></head><body><p>Hello</p></body></html>',
    'not-understood',
  ],
]

/** What this program exports as a Postman collection; the secret is never in it. */
export function exportedCollection(clientId: string, scopes: string) {
  return {
    info: { name: 'Tea', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    variable: [
      { key: 'ims_host', value: 'https://ims-na1.adobelogin.com' },
      { key: 'aem_host', value: 'https://author-p1-e2.adobeaemcloud.com' },
      { key: 'client_id', value: clientId },
      { key: 'client_secret', value: '' },
      { key: 'scopes', value: scopes },
      { key: 'access_token', value: '' },
    ],
    item: [
      {
        name: 'Token',
        request: {
          method: 'POST',
          url: '{{ims_host}}/ims/token/v3',
          body: {
            mode: 'urlencoded',
            urlencoded: [
              { key: 'client_id', value: '{{client_id}}' },
              { key: 'client_secret', value: '{{client_secret}}' },
              { key: 'scope', value: '{{scopes}}' },
            ],
          },
        },
      },
    ],
  }
}
