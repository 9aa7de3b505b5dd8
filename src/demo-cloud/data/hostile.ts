import type { AssetSeed } from '../aem/asset'
import { asset } from './asset-builder'

const zalgo = `Z${'\u0341\u0342\u0343\u0344\u0345\u0330\u0331\u0332\u0333'.repeat(40)}algo`

/**
 * Metadata as raw JSON text; the marks between @@ are characters that source code should not hold bare. Keys and values here must reach the screen and the clipboard with the same characters; a
 * JavaScript object could not even hold them (duplicate keys, key order, digits, `__proto__`).
 */
export const hostileMetadata = String.raw`{
  "dc:title": "Hostile keys and values",
  "10": "first of three numbered keys",
  "9": "second",
  "a": "third",
  "dc:title": "The same key again",
  "__proto__": {"polluted": true},
  "constructor": {"prototype": {"polluted": true}},
  "prototype": null,
  "toString": "text",
  "hasOwnProperty": false,
  "then": {"then": "not a promise"},
  "": "empty key",
  " ": "space as key",
  "a/b": "slash",
  "a~b": "tilde",
  "a~1b": "escaped slash, literally",
  "a.b": "dot",
  "a[0]": "brackets",
  "%2e%2e": "percent",
  "key \"quoted\" \\ backslash": "quotes",
  "line\nbreak": "tab\there",
  "ключ 🗝️": "emoji and Cyrillic",
  "caf\u00e9": "NFC",
  "cafe\u0301": "NFD twin of the key above",
  "number:unsafe": 9007199254740993,
  "number:uint64": 18446744073709551615,
  "number:one": 1.0,
  "number:exponent": 1E2,
  "number:negativeZero": -0,
  "number:overflow": 1e400,
  "number:negativeOverflow": -1e400,
  "number:underflow": 1e-400,
  "number:digits": 0.1000000000000000055,
  "number:long": 3.14159265358979323846264338327950288419716939937510,
  "number:asText": "00042",
  "boolean:asText": "true",
  "text:loneSurrogate": "before \ud800 after",
  "text:loneLowSurrogate": "\udc00",
  "\ud800": "lone surrogate as key",
  "text:nul": "before \u0000 after",
  "text:controls": "\u0001\u0007\u0008\u001b[31mred\u001b[0m\u007f\u0085",
  "text:lineSeparators": "a\u2028b\u2029c\r\nd",
  "text:bidi": "invoice\u202egpj.exe",
  "text:isolates": "\u2066left\u2069 \u2067right\u2069 \u200e\u200f\u061c",
  "text:rawBidi": "invoice@@RLO@@gpj.exe",
  "text:zeroWidth": "zero\u200bwidth\ufeffspace\u00ad",
  "text:zalgo": "@@ZALGO@@",
  "text:nfc": "@@NFC@@",
  "text:nfd": "@@NFD@@",
  "text:homoglyph": "https://@@CYRILLIC_A@@dobe.com",
  "html:image": "<img src=x onerror=alert(1)>",
  "html:script": "</script><script>alert(1)</script>",
  "html:svg": "<svg onload=alert(1)>",
  "<b>key</b>": "markup in the key",
  "template:mustache": "{{7*7}}",
  "template:dollar": "@@DOLLAR@@",
  "url:javascript": "javascript:alert(1)",
  "url:javascriptSplit": " \tjava\nscript:alert(1)",
  "url:data": "data:text/html,<script>alert(1)</script>",
  "url:file": "file:///etc/passwd",
  "url:userinfo": "https://adobe.com@evil.example/",
  "url:subdomain": "https://adobe.com.evil.example/",
  "url:good": "https://experienceleague.adobe.com/docs/",
  "csv:formula": "=HYPERLINK(\"https://evil.example\")",
  "csv:plus": "+1-1",
  "log:forged": "x\n2026-01-01 ERROR forged line",
  "path:traversal": "../../etc/passwd",
  "date:short": "2024-05",
  "date:noZone": "2024-05-01T12:00",
  "date:exif": "2024:05:01 12:00:00",
  "date:zero": "0000:00:00 00:00:00",
  "date:notReal": "2024-02-30T00:00:00Z",
  "date:leapSecond": "2016-12-31T23:59:60Z",
  "date:java": "java.util.GregorianCalendar[time=?,areFieldsSet=false]",
  "dc:rights_xmpArrayType": "rdf:Alt",
  "empty:null": null,
  "empty:text": "",
  "empty:list": [],
  "empty:object": {},
  "empty:listOfNull": [null],
  "list:mixed": [1, "1", true, null, {"1": 1}, [1]],
  "list:keyed": [{"@key": "a/b", "value": 1}, {"@key": "a/b", "value": 2}, {"@key": "0", "value": 3}],
  "text:long": "@@LONG@@",
  "deep": @@DEEP@@
}`
  .replace('@@ZALGO@@', zalgo)
  .replace('@@RLO@@', '\u202e')
  .replace('@@NFC@@', '\u00c5')
  .replace('@@NFD@@', 'A\u030a')
  .replace('@@CYRILLIC_A@@', '\u0430')
  .replace('@@DOLLAR@@', () => `$\{7*7}`)
  .replace('@@LONG@@', 'ten thousand characters '.repeat(417).slice(0, 10_000))
  .replace('@@DEEP@@', `${'{"level":['.repeat(30)}"bottom"${']}'.repeat(30)}`)

export const hostileAssets: AssetSeed[] = [
  asset({
    slug: 'hostile',
    path: '/content/dam/test-data/hostile/<b>..%2f..%2f "quoted" & \'odd\' {{name}}.jpg',
    shows:
      'Hostile keys and values: duplicates, __proto__, huge numbers, control characters, markup, bidirectional tricks.',
    format: 'image/jpeg',
    size: 1,
    created: '2026-01-01T00:00:00.000Z',
    createdBy: '<script>alert(1)</script>@fjordline.example',
    metadata: () => hostileMetadata,
  }),
]
