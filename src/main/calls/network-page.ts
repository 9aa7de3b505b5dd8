import { blockedWords, filterWords, otherLanguages, portalWords } from './network-page-words'

/** Products of company networks by the names that they put on their pages (OONI, blocking-fingerprints; wafw00f). */
const products = new RegExp(
  [
    String.raw`\b(zscaler|netskope|forcepoint|websense|blue ?coat|ironport|fortigate|fortiguard|fortiproxy|sonicwall|menlo ?security|iboss)\b`,
    String.raw`\b(palo alto (networks|next)|globalprotect|prisma access|mcafee web gateway|skyhigh (security|web)|trellix (web|internet))\b`,
    String.raw`\b(symantec|broadcom) (web|cloud|proxy|wss|endpoint)|\bcloud swg\b|\bproxysg\b`,
    String.raw`\bcheck ?point (usercheck|software|harmony|firewall|security)|\busercheck\b|\bcato networks\b|\bperimeter 81\b`,
    String.raw`\bcisco (umbrella|secure web|web security|ironport|meraki)\b|\bopendns\b|\bscansafe\b|\bmeraki (content|security)`,
    String.raw`\bcloudflare (gateway|zero trust|warp|one)\b|\b(defender smartscreen|entra internet access)\b`,
    String.raw`\bbarracuda (web (filter|security|gateway)|ngfirewall|nextgen firewall|content shield|cloudgen)`,
    String.raw`\bsophos (utm|xgs?|firewall|web (appliance|protection)|endpoint|central)\b|\bsurf protection\b`,
    String.raw`\bwatchguard (http|web|firewall|fireware)|\bwebblocker\b|\bjuniper web filtering\b|\bstormshield\b|\bkerio control\b|\bcyberoam\b`,
    String.raw`\b(untangle (ng|web|server)|smoothwall|lightspeed (systems?|filter)|securly|goguardian|contentkeeper|netsweeper|webtitan|dnsfilter|cleanbrowsing|safedns|nextdns)\b`,
    String.raw`\b(interscan web security|iwsva|trend micro web|kaspersky (web|internet|endpoint|anti)|eset (endpoint|web)|gfi webmonitor|olfeo|sangfor|hillstone|netentsec|clearswift|trustwave swg)\b`,
    String.raw`\b(pi-hole|pfblockerng|adguard (home|dns)|dansguardian|e2guardian|squidguard|ufdbguard|privoxy|tinyproxy)\b|\(squid\/[\d.]+\)`,
    String.raw`\bisa server\b|\bforefront tmg\b|server denied the specified uniform resource locator`,
    // Exceptions of Symantec's ProxySG, and the whole answer of Azure Firewall.
    String.raw`\((policy_denied|content_filter_denied|connect_method_denied|dns_\w+|tcp_error|icap_\w+|gateway_error)\)|\baction: deny\. (reason|rule collection)\b`,
  ].join('|'),
)

/** Addresses and markup of their pages, also where a company changed the words. */
const marks = new RegExp(
  [
    String.raw`mwg-internal|nsa_banner|cfssupport\.sonicwall|globalurl\.fortinet|/fgtauth\b|/usercheck/portalmain|/cgi-bin/block(page|_message)\.cgi`,
    String.raw`(login|gateway)\.zsc(aler|loud)\w*\.net|\bzscalerthree\b|notify\.bluecoat|block\.opendns|malware\.opendns|wired\.meraki|etp\.akamai\.com|teams\.cloudflare\.com`,
    String.raw`/webadmin/deny|ibp/bp\.html|/ips/block/|/php/(urlblock|uid)\.php|/sgerror\.php|squid error pages|pi-hole: a black hole|fw-notify\.net|safe\.menlosecurity`,
  ].join('|'),
)

/** What machines of a captive portal read (WISPr 1.0), or are sent on by. */
const portalMarks = /wispaccessgatewayparam|<title>\s*web authentication redirect/

/** Who stands before a web site says so on its pages: they are the site's, whatever words they share with a filter's. */
const siteSide = new RegExp(
  [
    String.raw`\b(web ?site|site|domain)('s)? (owner|admin\w*|operator|security)|owner of (this|the) (web ?)?site|web application firewall|\bwaf\b|\bweb ?master`,
    String.raw`\bray id\b|performance (&|and) security by|edgesuite|\breference #|guru meditation|varnish|\bfastly\b`,
    String.raw`\bcloudfront\b|incapsula|imperva|\bsucuri\b|wordfence|mod_?security|\b(support|incident) id\b|front door|application-gateway|perimeterx|datadome`,
    String.raw`\bfgd_icon\b|attack id|captcha|\bbots?\b|\bhuman\b|automat(ed|ion)|ddos|online attacks|unusual traffic|too many requests|rate limit`,
    '网站管理员|云防护|网站防火墙|对网站|web应用防火墙|サイト管理者|ウェブサイトの管理者',
  ].join('|'),
)

/** What people sign in to by itself: the sign-in pages of applications are none of the network's. */
const signIn =
  /\b(sign(ed)?[ -]?(in|on|up)|log(ged)?[ -]?(in|on)|authenticat\w+|accept|agree|register|connect|voucher|continue)\b/

/** Whether a page with the name of a product is about this call, and not about the product. */
const isNotice =
  /\b(block(ed|s|ing)?|prohibit\w*|restrict\w*|denied|not (allowed|permitted)|filtered|violat\w+|not able to|sign(ed)?[ -]?in|log ?(in|on)|authenticate|(use|usage|access|security|web) polic(y|ies)|not responding|cannot connect)\b/

/** Longer pages are about something: what blocks or asks to sign in is short. */
const longestNotice = 6_000
const longestExamined = 200_000
/** Words further apart than this belong to different sentences. */
const nearness = 260

/**
 * Whether a page is one of the network between this computer and the host: a filter's, a proxy's or a captive portal's.
 * Known by the product that signs it, or by what such pages say in several languages, whatever status they come with.
 */
export function isNetworkPage(page: string, status: number | null): boolean {
  const source = page.slice(0, longestExamined).toLowerCase()
  const text = readableText(source)
  const isRefusal = status !== null && status >= 400
  if (text.length > longestNotice) return false
  const isSigned = marks.test(source) || products.test(withoutPaths(text))
  if (portalMarks.test(source) || (isSigned && (isRefusal || isNotice.test(text)))) return true
  if (siteSide.test(source)) return areNear(text, blockedWords.strong, filterWords.ownCompany)
  return isBlockNotice(text) || isPortal(text)
}

/** Names of files and folders can be those of products. */
function withoutPaths(text: string): string {
  return text.replace(/(?<![(\w])\/[\w.%/-]+/g, ' ')
}

function isBlockNotice(text: string): boolean {
  return (
    filterWords.alone.test(text) ||
    areNear(text, blockedWords.strong, filterWords.ownCompany) ||
    areNear(text, blockedWords.strong, filterWords.any) ||
    areNear(text, blockedWords.weak, filterWords.sure) ||
    otherLanguages.some(([blocked, reason]) => areNear(text, blocked, reason))
  )
}

function isPortal(text: string): boolean {
  return portalWords.alone.test(text) || areNear(text, signIn, portalWords.network)
}

/** Whether one pattern is found close to where another is. */
function areNear(text: string, one: RegExp, other: RegExp): boolean {
  for (const { index, 0: found } of text.matchAll(new RegExp(one, 'g'))) {
    const around = text.slice(Math.max(0, index - nearness), index + found.length + nearness)
    if (other.test(around)) return true
  }
  return false
}

/** The words of a page in small letters, without markup, scripts and accents; in one pass, as a page may be hostile. */
function readableText(source: string): string {
  const parts: string[] = []
  let at = 0
  while (at < source.length) {
    const open = source.indexOf('<', at)
    parts.push(source.slice(at, open < 0 ? source.length : open))
    if (open < 0) break
    at = endOfMarkup(source, open)
  }
  return decodeEntities(parts.join(' '))
    .replace(/[\u2018\u2019\u00b4`]/g, "'")
    .replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD').charAt(0))
    .replace(/\s+/g, ' ')
}

function endOfMarkup(source: string, open: number): number {
  const closed = /^<(script|style)\b/.exec(source.slice(open, open + 8))?.[1]
  const end = source.startsWith('<!--', open) ? '-->' : closed === undefined ? '>' : `</${closed}`
  const found = source.indexOf(end, open + 1)
  return found < 0 ? source.length : found + end.length
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  nbsp: ' ',
  rsquo: "'",
  lsquo: "'",
  apos: "'",
  quot: '"',
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/g, (whole, decimal, hex, name) => {
    if (name !== undefined)
      return entities[name] ?? (/^[a-z](acute|grave|circ|uml|tilde|cedil|ring)$/.test(name) ? name[0] : whole)
    const code = Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
