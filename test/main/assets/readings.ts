import type { AemTier, ReferenceForm } from '../../../src/shared/asset-reference'

export const uuid = '6d3a1c52-8f0e-4a7b-9c41-2e5f7d90b8aa'
export const otherUuid = '0b9f2f3c-11aa-4d5e-8f60-7a8b9c0d1e2f'
export const assetId = `urn:aaid:aem:${uuid}`
export const otherId = `urn:aaid:aem:${otherUuid}`
const author = 'https://author-p1-e2.adobeaemcloud.com'
const shell = 'https://experience.adobe.com'
const onAuthor = { bucket: 'author-p1-e2', tier: 'author' } as const

export type ExpectedPlace = {
  bucket?: string
  tier?: AemTier
  foreignHost?: string
  buckets?: readonly string[]
}

/** What a text is read as: form, then asset ID or path, and where it is. */
export type ExpectedReading = readonly [
  text: string,
  form: ReferenceForm,
  target: string,
  place?: ExpectedPlace,
]

/** The metadata of an asset as AEM answers it for another environment than that of the connection. */
export function metadataOfOtherAuthor(id: string): string {
  return JSON.stringify({
    assetId: id,
    repositoryMetadata: {
      'repo:repositoryId': 'author-p12-e34.adobeaemcloud.com',
      'repo:path': '/content/dam/x/a.jpg',
    },
    assetMetadata: {},
  })
}

export const oneAsset: readonly ExpectedReading[] = [
  [assetId, 'asset-id', assetId],
  [`  ${assetId}\n`, 'asset-id', assetId],
  [assetId.toUpperCase(), 'asset-id', assetId],
  [`\ufeff${assetId}`, 'asset-id', assetId],
  [`\u200b${assetId}\u200b`, 'text', assetId],
  [uuid, 'uuid', assetId],
  [uuid.toUpperCase(), 'uuid', assetId],

  [`${author}/adobe/assets/${assetId}/metadata`, 'api', assetId, onAuthor],
  [`${author}/adobe/../assets/${assetId}/metadata`, 'api', assetId, onAuthor],
  [`${author}/assets/${assetId}/metadata`, 'api', assetId, onAuthor],
  [`${author}/adobe/assets/${assetId}`, 'api', assetId, onAuthor],
  [`${author}/adobe/assets/${uuid}/metadata`, 'api', assetId, onAuthor],
  [`${author}/adobe/assets/${encodeURIComponent(assetId)}/metadata?schemaId=x`, 'api', assetId, onAuthor],
  [`author-p1-e2.adobeaemcloud.com/adobe/assets/${assetId}`, 'api', assetId, onAuthor],
  [`HTTPS://AUTHOR-P1-E2.ADOBEAEMCLOUD.COM/adobe/assets/${assetId}`, 'api', assetId, onAuthor],
  [`/adobe/assets/${assetId}/metadata`, 'api', assetId],
  [
    `https://author-p1-e2-cmstg.adobeaemcloud.com/adobe/assets/${assetId}/metadata`,
    'api',
    assetId,
    { bucket: 'author-p1-e2-cmstg', tier: 'author' },
  ],

  [`${author}/content/dam/a/b.jpg.json`, 'json-address', '/content/dam/a/b.jpg', onAuthor],
  [`${author}/content/dam/a/b.jpg.1.json`, 'json-address', '/content/dam/a/b.jpg', onAuthor],
  [`${author}/content/dam/a/b.jpg.3.json`, 'json-address', '/content/dam/a/b.jpg', onAuthor],
  [`${author}/content/dam/a/b.jpg.infinity.json`, 'json-address', '/content/dam/a/b.jpg', onAuthor],
  [`${author}/content/dam/a/b.jpg.tidy.-1.json`, 'json-address', '/content/dam/a/b.jpg', onAuthor],
  ['/content/dam/a/b.jpg.json', 'json-address', '/content/dam/a/b.jpg'],

  [
    `${author}/content/dam/a/b.jpg/jcr:content/metadata.json`,
    'metadata-node',
    '/content/dam/a/b.jpg',
    onAuthor,
  ],
  [
    `${author}/content/dam/a/b.jpg/jcr%3acontent/metadata.json`,
    'metadata-node',
    '/content/dam/a/b.jpg',
    onAuthor,
  ],
  [
    `${author}/content/dam/a/b.jpg/_jcr_content/metadata.json`,
    'metadata-node',
    '/content/dam/a/b.jpg',
    onAuthor,
  ],
  [
    `${author}/content/dam/a/b.jpg/_jcr_content/renditions/cq5dam.thumbnail.48.48.png`,
    'metadata-node',
    '/content/dam/a/b.jpg',
    onAuthor,
  ],
  ['/content/dam/a/b.jpg/jcr:content', 'metadata-node', '/content/dam/a/b.jpg'],

  [`${author}/assetdetails.html/content/dam/a/b.jpg`, 'details', '/content/dam/a/b.jpg', onAuthor],
  [
    `${author}/ui#/aem/assetdetails.html/content/dam/a%20b/c.jpg`,
    'details',
    '/content/dam/a b/c.jpg',
    onAuthor,
  ],
  [
    `${author}/ui#/aem/assetdetails.html/content/dam/a/b.jpg?appId=aemshell`,
    'details',
    '/content/dam/a/b.jpg',
    onAuthor,
  ],
  [`${author}/assetdetails.html/content/dam/a/data.json`, 'details', '/content/dam/a/data.json', onAuthor],
  ['/assetdetails.html/content/dam/a/b.jpg', 'details', '/content/dam/a/b.jpg'],
  [`${author}/assets.html/content/dam/campaigns/2026`, 'folder', '/content/dam/campaigns/2026', onAuthor],
  [`${author}/ui#/aem/assets.html/content/dam/campaigns/`, 'folder', '/content/dam/campaigns', onAuthor],
  [
    `${author}/mnt/overlay/dam/gui/content/assets/metadataeditor.external.html?item=/content/dam/a/b.jpg&_charset_=utf8`,
    'properties',
    '/content/dam/a/b.jpg',
    onAuthor,
  ],
  [
    `${author}/mnt/overlay/dam/gui/content/assets/metadataeditor.external.html?_charset_=utf-8&item=%2Fcontent%2Fdam%2Fa%2F%C3%A5.jpg`,
    'properties',
    '/content/dam/a/å.jpg',
    onAuthor,
  ],
  [
    `${author}/ui#/aem/mnt/overlay/dam/gui/content/assets/metadataeditor.external.html?_charset_=utf-8&item=/content/dam/a/b.jpg`,
    'properties',
    '/content/dam/a/b.jpg',
    onAuthor,
  ],
  [
    `${author}/editor.html/content/dam/fragments/tea`,
    'fragment-editor',
    '/content/dam/fragments/tea',
    onAuthor,
  ],
  [`${author}/mnt/overlay/x.html/content/dam/a/b.jpg`, 'page', '/content/dam/a/b.jpg', onAuthor],

  [`${author}/crx/de/index.jsp#/content/dam/a/b.jpg`, 'crxde', '/content/dam/a/b.jpg', onAuthor],
  [
    `${author}/crx/de/index.jsp#/content/dam/a/b.jpg/jcr%3Acontent/metadata`,
    'crxde',
    '/content/dam/a/b.jpg',
    onAuthor,
  ],
  [
    `${author}/crx/de/index.jsp#/crx.default/jcr%3aroot/content/dam/a/b.jpg`,
    'crxde',
    '/content/dam/a/b.jpg',
    onAuthor,
  ],

  [
    `${shell}/?repo=author-p1-e2.adobeaemcloud.com#/@tenant/aem/assetdetails.html/content/dam/a/b.jpg`,
    'details',
    '/content/dam/a/b.jpg',
    onAuthor,
  ],
  [
    `${shell}/#/@tenant/aem/assets.html/content/dam/a?repo=author-p1-e2.adobeaemcloud.com`,
    'folder',
    '/content/dam/a',
    onAuthor,
  ],
  [
    `${shell}/?repo=author-p1-e2.adobeaemcloud.com#/@tenant/assets/details/${assetId}`,
    'experience-cloud',
    assetId,
    onAuthor,
  ],
  [
    `${shell}/?repo=author-p1-e2.adobeaemcloud.com.evil.test#/@t/assets/${assetId}`,
    'experience-cloud',
    assetId,
  ],
  [`${shell}/#/@tenant/assets/contenthub/assets/${assetId}`, 'content-hub', assetId],
  [
    `${shell}/?repo=delivery-p1-e2.adobeaemcloud.com#/@tenant/assets/contenthub/assets/${assetId}`,
    'content-hub',
    assetId,
    { bucket: 'author-p1-e2', tier: 'delivery' },
  ],
  [`${shell}/#/@tenant/aem/cf/editor/editor/${uuid}`, 'fragment-editor', assetId],
  [
    `${shell}/?repo=author-p1-e2.adobeaemcloud.com#/@tenant/aem/cf/editor/editor/${uuid}?tab=1`,
    'fragment-editor',
    assetId,
    onAuthor,
  ],

  ...['/as/tea.avif', '/original/as/tea.jpg', '/play', '/smartCrops', '/metadata', ''].map(
    (end): ExpectedReading => [
      `https://delivery-p1-e2.adobeaemcloud.com/adobe/assets/${assetId}${end}`,
      'delivery',
      assetId,
      { bucket: 'author-p1-e2', tier: 'delivery' },
    ],
  ),
  [
    `https://delivery-p1-e2.adobeaemcloud.com/adobe/dynamicmedia/deliver/dm-aid--${uuid}/tea.png?width=100`,
    'delivery',
    assetId,
    { bucket: 'author-p1-e2', tier: 'delivery' },
  ],
  [
    'https://publish-p1-e2.adobeaemcloud.com/content/dam/a/b.jpg',
    'file',
    '/content/dam/a/b.jpg',
    { bucket: 'author-p1-e2', tier: 'publish' },
  ],
  [
    'https://preview-p1-e2-cmstg.adobeaemcloud.com/content/dam/a/b.jpg?x=1#y',
    'file',
    '/content/dam/a/b.jpg',
    { bucket: 'author-p1-e2-cmstg', tier: 'preview' },
  ],

  [
    `curl --location '${author}/adobe/assets/${assetId}/metadata' \\\n  --header 'X-Api-Key: 0123' \\\n  --header 'Authorization: Bearer eyJhbGciOi'`,
    'curl',
    assetId,
    onAuthor,
  ],
  [
    `curl ^"${author}/adobe/assets/${assetId}/metadata?a=1^&b=2^" ^\r\n  -H ^"x: y^"`,
    'curl',
    assetId,
    onAuthor,
  ],
  [`$ curl -s ${author}/adobe/../assets/${assetId}/metadata | jq .`, 'curl', assetId, onAuthor],
  [`<div class="card" data-id="${assetId}" data-path="x">`, 'snippet', assetId],
  [`data-id="${uuid}"`, 'snippet', assetId],

  [`Please look at ${assetId}, it is wrong.`, 'text', assetId],
  [`Is it (${assetId})?`, 'text', assetId],
  [`"${assetId}"`, 'text', assetId],
  [`"jcr:uuid": "${uuid}",`, 'text', assetId],
  [`jcr:uuid\t${uuid}`, 'text', assetId],
  [`author-p1-e2 ${assetId}`, 'text', assetId, { bucket: 'author-p1-e2' }],
  [`The picture is at ${author}/content/dam/a/b.jpg.`, 'file', '/content/dam/a/b.jpg', onAuthor],
  [`<${author}/content/dam/a/b.jpg>`, 'file', '/content/dam/a/b.jpg', onAuthor],
  [`See "/content/dam/a/b c.jpg" there`, 'path', '/content/dam/a/b c.jpg'],
  ['The path is /content/dam/a/b c.jpg please', 'path', '/content/dam/a/b c.jpg'],
  ['"path": "\\/content\\/dam\\/a\\/b.jpg"', 'path', '/content/dam/a/b.jpg'],

  [encodeURIComponent(assetId), 'text', assetId],
  [encodeURIComponent(`${author}/content/dam/a/b c.jpg`), 'file', '/content/dam/a/b c.jpg', onAuthor],
  [
    encodeURIComponent(encodeURIComponent(`${author}/content/dam/a/b c.jpg`)),
    'file',
    '/content/dam/a/b c.jpg',
    onAuthor,
  ],
  ['/content/dam/a%20b/c%2520d.jpg', 'path', '/content/dam/a b/c d.jpg'],

  ['/content/dam/a/b.jpg', 'path', '/content/dam/a/b.jpg'],
  ['/content/dam/a/b.jpg/', 'path', '/content/dam/a/b.jpg'],
  ['/content/dam/a/b.jpg?ch_ck=1', 'path', '/content/dam/a/b.jpg'],
  ['/content/dam/a b/c d (final).jpg', 'path', '/content/dam/a b/c d (final).jpg'],
  ["/content/dam/children's day/a.jpg", 'path', "/content/dam/children's day/a.jpg"],
  ['/content/dam/Ålesund/første lys.jpg', 'path', '/content/dam/Ålesund/første lys.jpg'],
  ['/content/dam/商品/緑茶 🍵.png', 'path', '/content/dam/商品/緑茶 🍵.png'],
  ['/content/dam/fragments/our tea', 'path', '/content/dam/fragments/our tea'],
  [`${author}/content/dam/a b/c d.jpg`, 'file', '/content/dam/a b/c d.jpg', onAuthor],

  [`{"jcr:primaryType":"dam:Asset","jcr:uuid":"${uuid}","jcr:content":{}}`, 'json', assetId],
  [JSON.stringify({ 'jcr:uuid': uuid, child: { 'jcr:uuid': otherUuid } }, null, 2), 'json', assetId],
  [JSON.stringify({ assetId, repositoryMetadata: { 'repo:parent': otherId } }), 'json', assetId],
  [JSON.stringify({ repositoryMetadata: { 'repo:assetId': assetId } }), 'json', assetId],

  // What looks like AEM is left aside; the asset is looked for on the connection's own author alone.
  [
    `https://author-p1-e2.adobeaemcloud.com.evil.test/content/dam/a.jpg`,
    'file',
    '/content/dam/a.jpg',
    { foreignHost: 'author-p1-e2.adobeaemcloud.com.evil.test' },
  ],
  [
    `https://author-p1-e2.adobeaemcloud.com@evil.test/content/dam/a.jpg`,
    'file',
    '/content/dam/a.jpg',
    { foreignHost: '…@evil.test' },
  ],
  [
    `https://user:pw@author-p1-e2.adobeaemcloud.com/content/dam/a.jpg`,
    'file',
    '/content/dam/a.jpg',
    { foreignHost: '…@author-p1-e2.adobeaemcloud.com' },
  ],
  [
    `https://\u0430uthor-p1-e2.adobeaemcloud.com/adobe/assets/${assetId}`,
    'api',
    assetId,
    { foreignHost: 'xn--uthor-p1-e2-xij.adobeaemcloud.com' },
  ],
  [
    `https://author-p1-e2.adobeaemcloud.com:8443/content/dam/a.jpg`,
    'file',
    '/content/dam/a.jpg',
    { foreignHost: 'author-p1-e2.adobeaemcloud.com:8443' },
  ],
  [
    `https://author-p1-e2.adobeaemcloud.com./content/dam/a.jpg`,
    'file',
    '/content/dam/a.jpg',
    { foreignHost: 'author-p1-e2.adobeaemcloud.com.' },
  ],
  [
    `https://assets.shop.example/adobe/assets/${assetId}/as/a.jpg`,
    'api',
    assetId,
    { foreignHost: 'assets.shop.example' },
  ],

  [
    `${author}/api/assets/trips/en/wine/stock_1.jpeg.json`,
    'http-api',
    '/content/dam/trips/en/wine/stock_1.jpeg',
    onAuthor,
  ],
  [
    `200 - OK @ ${author}/api/assets/trips/en/wine/stock_1.jpeg.json`,
    'http-api',
    '/content/dam/trips/en/wine/stock_1.jpeg',
    onAuthor,
  ],
  [`${author}/api/assets/a%20b/c.jpg/renditions/original`, 'http-api', '/content/dam/a b/c.jpg', onAuthor],
  [`${author}/api/assets/a/c.jpg/comments/1`, 'http-api', '/content/dam/a/c.jpg', onAuthor],
  ['/api/assets/a/b.jpg', 'http-api', '/content/dam/a/b.jpg'],
  [`${author}/adobe/folders/?path=/content/dam/campaigns`, 'folder', '/content/dam/campaigns', onAuthor],
  [`${author}/aem/x?path=%2Fcontent%2Fdam%2Fa%20b.jpg`, 'page', '/content/dam/a b.jpg', onAuthor],
  [
    `${author}/libs/granite/core/content/login.html?resource=%2Fassetdetails.html%2Fcontent%2Fdam%2Fa.jpg&$$login$$=x`,
    'page',
    '/content/dam/a.jpg',
    onAuthor,
  ],

  // Links that others have wrapped.
  [
    `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(`${author}/assetdetails.html/content/dam/brand/hero.jpg`)}&data=05%7C02%7Cx&reserved=0`,
    'details',
    '/content/dam/brand/hero.jpg',
    onAuthor,
  ],
  [
    `https://urldefense.com/v3/__${author}/assetdetails.html/content/dam/a*20b.jpg__;JQ!!abc!x$`,
    'details',
    '/content/dam/a b.jpg',
    onAuthor,
  ],
  [
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__author-2Dp1-2De2.adobeaemcloud.com_assetdetails.html_content_dam_a.jpg&d=DwMF',
    'details',
    '/content/dam/a.jpg',
    onAuthor,
  ],
  [
    `https://www.google.com/url?q=${author}/content/dam/a.jpg&sa=D&source=docs`,
    'file',
    '/content/dam/a.jpg',
    onAuthor,
  ],
  [
    `https://slack-redir.net/link?url=${encodeURIComponent(`${author}/adobe/assets/${assetId}`)}`,
    'api',
    assetId,
    onAuthor,
  ],
  [
    `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(`${author}/content/dam/a.jpg`)}&c=E`,
    'file',
    '/content/dam/a.jpg',
    onAuthor,
  ],
  [
    `https://secure-web.cisco.com/1abc/${encodeURIComponent(`${author}/content/dam/a.jpg`)}`,
    'file',
    '/content/dam/a.jpg',
    onAuthor,
  ],
  [
    `https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=${encodeURIComponent(`https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(`${author}/content/dam/a.jpg`)}`)}`,
    'file',
    '/content/dam/a.jpg',
    onAuthor,
  ],
  [
    `https://links.example/?u=${encodeURIComponent('https://example.com/content/dam/a.jpg')}`,
    'file',
    '/content/dam/a.jpg',
    { foreignHost: 'example.com' },
  ],

  // As mails, pages and programs write them down.
  [`> ${author}/content/dam/a b.jpg`, 'file', '/content/dam/a b.jpg', onAuthor],
  [`>> See ${assetId}`, 'text', assetId],
  [
    `${author}/mnt/overlay/x/metadataeditor.external.html?item=/content/dam/a.jpg&amp;_charset_=utf8`,
    'properties',
    '/content/dam/a.jpg',
    onAuthor,
  ],
  ['"path": "\\u002fcontent\\u002fdam\\u002fa.jpg"', 'path', '/content/dam/a.jpg'],
  [
    `${author}/assetdetails.html/content/dam/camp=\naigns/summer/hero.jpg`,
    'details',
    '/content/dam/campaigns/summer/hero.jpg',
    onAuthor,
  ],

  // Asset events, search answers and JSON of another environment.
  [metadataOfOtherAuthor(assetId), 'json', assetId, { bucket: 'author-p12-e34', tier: 'author' }],
  [
    JSON.stringify({
      id: otherUuid,
      source: 'acct:aem-p12-e34@adobe.com',
      type: 'aem.assets.asset.metadata_updated',
      data: {
        repositoryMetadata: {
          'repo:assetId': assetId,
          'repo:path': '/content/dam/a.jpg',
          'repo:ancestors': [otherId],
          'repo:parent': otherId,
        },
        assetMetadata: { 'dam:relatedPath': '/content/dam/b.jpg' },
      },
    }),
    'json',
    assetId,
    { bucket: 'author-p12-e34', tier: 'author' },
  ],
  [
    JSON.stringify({
      class: ['assets/asset'],
      properties: { name: 'a.jpg' },
      links: [{ rel: ['self'], href: `${author}/api/assets/x/a%20b.jpg.json` }],
    }),
    'json',
    '/content/dam/x/a b.jpg',
  ],
  [JSON.stringify({ message: `Asset ${assetId} not found` }), 'text', assetId],

  // The tutorial's own example.
  [
    `bucket = author-p63947-e1420428\nGET https://author-p63947-e1420429.adobeaemcloud.com/adobe/../assets/${assetId}/metadata`,
    'api',
    assetId,
    {
      bucket: 'author-p63947-e1420429',
      tier: 'author',
      buckets: ['author-p63947-e1420429', 'author-p63947-e1420428'],
    },
  ],
]

/** Texts with several assets, in their order. */
export const severalAssets: readonly (readonly [text: string, targets: readonly string[]])[] = [
  [`${assetId}\n${otherId}`, [assetId, otherId]],
  [`${uuid} ${otherUuid}`, [assetId, otherId]],
  [`${uuid}\n${otherId}`, [assetId, otherId]],
  [`${otherId} then ${author}/adobe/assets/${assetId}`, [otherId, assetId]],
  [`${uuid};${otherUuid}`, [assetId, otherId]],
  [`${uuid}, ${otherUuid}`, [assetId, otherId]],
  [`tea.jpg\t${uuid}\t12 KB\r\ncup.jpg\t${otherUuid}\t9 KB`, [assetId, otherId]],
  [`${assetId}\n${assetId}\n${otherId}\n${uuid}`, [assetId, otherId]],
  [`["${assetId}","${otherId}"]`, [assetId, otherId]],
  [JSON.stringify([{ assetId }, { assetId: otherId }]), [assetId, otherId]],
  [
    JSON.stringify({
      'jcr:primaryType': 'sling:Folder',
      'a.jpg': { 'jcr:primaryType': 'dam:Asset', 'jcr:uuid': uuid },
      'b.jpg': { 'jcr:primaryType': 'dam:Asset', 'jcr:uuid': otherUuid },
      sub: { 'jcr:primaryType': 'sling:Folder' },
    }),
    [assetId, otherId],
  ],
  ['/content/dam/a.jpg; /content/dam/b c.jpg', ['/content/dam/a.jpg', '/content/dam/b c.jpg']],
  ['/content/dam/a b.jpg\t1\n/content/dam/c.jpg\t2', ['/content/dam/a b.jpg', '/content/dam/c.jpg']],
  [
    `${author}/x/metadataeditor.external.html?item=/content/dam/a.jpg&item=/content/dam/b.jpg`,
    ['/content/dam/a.jpg', '/content/dam/b.jpg'],
  ],
  [`<a data-id="${assetId}"></a><a data-id="${otherId}"></a>`, [assetId, otherId]],
]

const lamp1 = '/content/dam/shop/lamp1.jpg'
const lamp2 = '/content/dam/shop/lamp2.jpg'

/** Tables, events and answers with several assets, each once. */
export const tables: readonly (readonly [what: string, text: string, targets: readonly string[]])[] = [
  [
    'a JSON text on each line',
    `{"assetId":"${assetId}","path":"/content/dam/a.jpg"}\n{"assetId":"${otherId}","path":"/content/dam/b.jpg"}`,
    [assetId, otherId],
  ],
  [
    'export of metadata',
    `assetPath,dc:title{{String}},dam:status{{String}},acme:roles{{String: multi}}\n${lamp1},Lamp 1,approved,thumbnail; image\n${lamp2},Lamp 2,approved,thumbnail`,
    [lamp1, lamp2],
  ],
  ['commas', `assetPath,dc:title\n${lamp1},Lamp\n${lamp2},Sofa`, [lamp1, lamp2]],
  ['semicolons', `assetPath;dc:title\r\n${lamp1};Lamp\r\n${lamp2};Sofa\r\n`, [lamp1, lamp2]],
  ['tabs', `Name\tPath\tSize\nLamp\t${lamp1}\t2\nSofa\t${lamp2}\t3`, [lamp1, lamp2]],
  [
    'a mark, quotes and commas in a path',
    `\ufeff"Title","Path"\n"Lamp, old","/content/dam/shop/a, b.jpg"\n"Sofa","${lamp2}"`,
    ['/content/dam/shop/a, b.jpg', lamp2],
  ],
  [
    'signs of addresses in a path',
    `Path,Title\n/content/dam/100% cotton #1.jpg,x\n/content/dam/a%20b?.jpg,y`,
    ['/content/dam/100% cotton #1.jpg', '/content/dam/a%20b?.jpg'],
  ],
  ['lines below a title', `Asset report,,\nTitle,Path,Type\nLamp,${lamp1},image\n`, [lamp1]],
  ['the line of Excel', `sep=;\nPath;Title\n${lamp1};Lamp`, [lamp1]],
  ['one column', `assetPath\n${lamp1}\n/content/dam/shop/a, b.jpg\n`, [lamp1, '/content/dam/shop/a, b.jpg']],
  [
    'an ID and a path in each row',
    `assetId,assetPath,dc:title[string]\n${assetId},${lamp1},Lamp\n,${lamp2},Sofa`,
    [assetId, lamp2],
  ],
  ['no heading', `${lamp1},Lamp,approved\n${lamp2},Sofa,approved`, [lamp1, lamp2]],
  ['a heading of another language', `Titel;Pfad\nLampe;${lamp1}\nSofa;${lamp2}`, [lamp1, lamp2]],
  [
    'another column of paths',
    `assetPath,related\n${lamp1},/content/dam/other/x.jpg\n${lamp2},/content/dam/other/y.jpg`,
    [lamp1, lamp2],
  ],
  [
    'our own export',
    `\ufeff"Group","Namespace","Key","JSON Pointer","Type","Value"\r\n"","","assetId","/assetId","string","${assetId}"\r\n"repositoryMetadata","repo","repo:path","/repositoryMetadata/repo:path","string","${lamp1}"\r\n"repositoryMetadata","repo","repo:parent","/repositoryMetadata/repo:parent","string","${otherId}"\r\n`,
    [assetId],
  ],
  [
    'our own file for AEM',
    `assetPath,dc:title {{String}},dc:subject {{String : MULTI}}\r\n${lamp1},"Lamp\n, old",a|b\r\n`,
    [lamp1],
  ],
  [
    'one asset named twice',
    JSON.stringify([
      { id: assetId, path: lamp1 },
      { id: otherId, path: lamp2 },
    ]),
    [assetId, otherId],
  ],
  [
    'a search',
    JSON.stringify({
      hits: {
        results: [
          { assetId, repositoryMetadata: { 'repo:path': lamp1, 'repo:ancestors': [otherId] } },
          { assetId: otherId, repositoryMetadata: { 'repo:path': lamp2 } },
        ],
      },
      cursor: 'x',
      search_metadata: { totalCount: { total: 2 } },
    }),
    [assetId, otherId],
  ],
  [
    'a search with items',
    JSON.stringify({ items: [{ 'repo:assetId': assetId, 'repo:path': lamp1 }, { 'repo:id': otherId }] }),
    [assetId, otherId],
  ],
  [
    'QueryBuilder',
    JSON.stringify({
      success: true,
      hits: [{ path: lamp1, title: 'x' }, { path: `${lamp2}/jcr:content/metadata` }],
    }),
    [lamp1, lamp2],
  ],
  ['a list of paths', JSON.stringify([lamp1, lamp2]), [lamp1, lamp2]],
  [
    'a folder of the Assets HTTP API',
    JSON.stringify({
      class: ['assets/folder'],
      entities: [
        {
          class: ['assets/asset'],
          links: [{ rel: ['self'], href: `${author}/api/assets/shop/lamp1.jpg.json` }],
        },
        { class: ['assets/folder'], links: [{ rel: ['self'], href: `${author}/api/assets/shop/sub.json` }] },
      ],
    }),
    [lamp1],
  ],
  ['an address with a path', `${author}${lamp1} ${lamp1}`, [lamp1]],
]

/** Texts that must not be understood, with the code of the words that say why. */
export const nothingFound: readonly (readonly [text: string, code: string])[] = [
  ['', 'empty'],
  [' \n ', 'empty'],
  ['x'.repeat(10_000), 'too-long'],
  ['a\u0007b', 'control-characters'],
  [`${assetId}\u0000`, 'control-characters'],
  ['tea.jpg', 'asset-not-an-id'],
  ['two\nwords', 'asset-not-an-id'],
  ['😀', 'asset-not-an-id'],
  [assetId.slice(0, -1), 'asset-not-an-id'],
  [`${assetId}0`, 'asset-not-an-id'],
  [`urn:aaid:sc:${uuid}`, 'asset-not-an-id'],
  [`urn:aaid:aem:${assetId}`, 'asset-not-an-id'],
  [uuid.replace('a', '\u0430'), 'asset-not-an-id'],
  [`Request ID: ${uuid}`, 'asset-not-an-id'],
  [`../${assetId}`, 'asset-has-path'],
  [`${assetId}/..`, 'asset-has-path'],
  [`${assetId}/metadata`, 'asset-has-path'],
  [`${assetId}%2f..`, 'asset-has-path'],
  [`${assetId}%00`, 'asset-has-path'],
  [`${assetId}?a=1`, 'asset-has-path'],
  [`${assetId}#x`, 'asset-has-path'],
  [`${assetId}\\x`, 'asset-has-path'],
  ['/content/dam', 'asset-has-path'],
  ['/content/dam/', 'asset-has-path'],
  ['/content/dam/..', 'asset-has-path'],
  ['/content/dam/../../etc/passwd', 'asset-has-path'],
  ['/content/dam/a/%2e%2e/%2e%2e/x', 'asset-has-path'],
  ['/content/dam/a/%252e%252e/b', 'asset-has-path'],
  ['/content/dam/a/../b.jpg', 'asset-has-path'],
  ['/content/dam/a%00.jpg', 'asset-has-path'],
  ['/content/dam/a\\..\\b.jpg', 'asset-has-path'],
  ['/content/dam//b.jpg', 'asset-has-path'],
  ['/content/dam/100%.jpg', 'asset-has-path'],
  ['/content/experience-fragments/a', 'asset-has-path'],
  ['/etc/passwd', 'asset-has-path'],
  ['C:\\content\\dam\\a.jpg', 'asset-has-path'],
  ['file:///content/dam/a.jpg', 'asset-has-path'],
  ['ftp://author-p1-e2.adobeaemcloud.com/content/dam/a.jpg', 'asset-has-path'],
  ['javascript:alert(1)//content/dam/a.jpg', 'asset-has-path'],
  ['data:text/html,/content/dam', 'asset-has-path'],
  ['//evil.test/content/dam/a.jpg', 'asset-has-path'],
  ['author-p1-e2.adobeaemcloud.com.evil.test/content/dam/a.jpg', 'asset-has-path'],
  ['author-p1-e2', 'asset-not-an-id'],
  [author, 'asset-not-in-address'],
  [`${author}/ui#/aem/start.html`, 'asset-not-in-address'],
  [`${author}/adobe/assets/${uuid}x/metadata`, 'asset-not-in-address'],
  [`${author}/content/dam/../../x.jpg`, 'asset-has-path'],
  [`${shell}/?repo=author-p1-e2.adobeaemcloud.com#/@tenant/home`, 'asset-not-in-address'],
  ['https://example.com/', 'asset-host-unknown'],
  ['https://author-p1-e2.adobeaemcloud.com.evil.test/', 'asset-host-unknown'],
  ['https://author-p1-e2.adobeaemcloud.com@evil.test/', 'asset-host-unknown'],
  ['https://\u0430uthor-p1-e2.adobeaemcloud.com/', 'asset-host-unknown'],
  ['{"jcr:primaryType":"dam:AssetContent"}', 'asset-json-without-id'],
  ['{"jcr:uuid":"x"}', 'asset-json-without-id'],
  [`{"jcr:primaryType":"nt:resource","jcr:uuid":"${uuid}"}`, 'asset-json-without-id'],
  [`{"self":{"folderId":"${assetId}","path":"/content/dam/a"},"children":[]}`, 'asset-json-without-id'],
  [`{"id":"${uuid}","type":"ping"}`, 'asset-json-without-id'],
  [
    'https://delivery-p12-e34.adobeaemcloud.com/adobe/assets/urn:avid:aem:SummerLamp/as/lamp.jpeg',
    'asset-vanity-id',
  ],
  ['urn:avid:aem:SummerLamp', 'asset-vanity-id'],
  [`${author}/api/assets.json`, 'asset-not-in-address'],
  ['https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2F', 'asset-host-unknown'],
  ['a'.repeat(1_000_001), 'text-too-long'],
  ['[]', 'asset-json-without-id'],
]
