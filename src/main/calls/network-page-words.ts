/*
 * What filters and captive portals say, in small letters and without accents. Each pattern was held against pages of products
 * and against error pages of servers and content delivery networks: test/catalogue/network-pages.ts.
 */

/** That something was kept back. Every server says the weak ones of its own pages as well. */
export const blockedWords = {
  strong:
    /(?<!account (is|was|has been) )\b(block(ed|s|ing)?|prohibit(ed|s)?|banned|filtered|restrict(ed|s|ion|ions)?(?! to (members|users|authori))|prevent(ed|s)?|(not|isn't) (been )?(allowed|permitted)|disallow(ed|s)?|violat(es|ion|ing)|inappropriate)\b/,
  weak: /\b(denied|denies|forbidden|refused|rejected|(not|isn't) (been )?(authori[sz]ed|available)|unavailable|(cannot|can not|can't|could not|couldn't) (be (displayed|accessed|opened|visited|reached|retrieved|shown|resolved)|connect))\b/,
} as const

const whose =
  '(company|corporate|organi[sz]ation(al)?|enterprise|employer|firm|institution|school|university|college|district|agency)'
const policies = '(policy|policies|guidelines?|rules|regulations|standards)'
const companyPolicy = String.raw`\b${whose}('s|s')?( (?!password|privacy|cookie|retention)[\w'-]+){0,3} ${policies}\b`
const usePolicy = String.raw`\b(network|internet|web|browsing|surfing|acceptable|filtering|url|usage|it|your system)('s)?( [\w'-]+){0,2} ${policies}\b|\b(data|information) (protection|security|loss \w+) ${policies}\b|\b(acceptable|internet|network|computer|web|fair) us(e|age)\b`
const ownCompany = String.raw`\b(by|on|from|at|in) (your|the|this|our) ([\w'-]+ ){0,1}(organi[sz]ation|company|employer|workplace|school|institution|administrator|admin|corporate network|company network)\b|\byour ${whose}('s)? ([\w'-]+ )?(has|have|blocks?|restricts?|prohibits?|does not|doesn't)\b|\byour ([\w'-]+ )?administrator (has |have )?(blocked|restricted|prohibited|chosen to block|blocks|restricts)\b`
const people = String.raw`\b(your|the|our|this|local|corporate|company) (network|it|i\.t\.|firewall|proxy|internet|web|lan|ict) (administrators?|admins?|department|dept|teams?|support|help ?desk|service ?desk|operator|manager|security|service)\b|\b(it|information technology) (service ?desk|help ?desk|department|support|security|information security)\b|\b(help|service) ?desk\b|\bict co-?ordinator\b|\b(contact|ask|call) (your |our |the )?it\b|\bnetwork support\b`
const networkAdministrator = String.raw`\bnetwork (administrator|operator|manager)s?\b`
const devices = String.raw`\b(web|content|url|internet|dns|traffic)[ -]?(filter(ing|s)?|blocker|access control)\b|\b(secure )?(web|internet|security) gateway\b|\bsecurity appliance\b|\b(proxy server|web proxy|http proxy)\b|\b(company|corporate|office|enterprise) (proxy|firewall|gateway|filter)\b|\bby (the |our |your )?([\w'-]+ )?proxy\b|\binternet security\b|\bparental control|\bdata loss prevention\b`
const vendors = String.raw`\b(sophos|fortinet|menlo|watchguard|barracuda|mcafee|symantec|trellix|kaspersky|eset|cisco|palo alto|skyhigh|umbrella|check point)\b`
const categories = String.raw`categor(y|ies|i[sz]ed|i[sz]ation)\b|\b(web )?reputation\b|\bon (this|the|our|your) ([\w'-]+ )?network\b|\b(from|by|in|on) (this|the|our|your) network\b`

/** Why it was kept back, as only somebody between says it. */
export const filterWords = {
  /** Said of nothing but a network. */
  alone:
    /\b(your|the|this|our) (company|corporate|organi[sz]ation|enterprise|network)('s)? proxy\b|\bweb ?(filter|proxy)\b|\bthe requested url could not be retrieved\b|\bcontent categori[sz]ation\b|\binternet access (is )?(denied|blocked|restricted)\b/,
  sure: new RegExp([companyPolicy, usePolicy, devices, networkAdministrator].join('|')),
  any: new RegExp(
    [companyPolicy, usePolicy, people, networkAdministrator, devices, categories, vendors].join('|'),
  ),
  /** Said of the reader's own company: of nobody who stands before a web site. */
  ownCompany: new RegExp([companyPolicy, ownCompany].join('|')),
} as const

/** What a captive portal lets people sign in to. */
export const portalWords = {
  alone:
    /\bcaptive portal\b|\bnetwork (authentication|login|sign[ -]in) required\b|\bweb authentication redirect\b|\bwi-?fi (login|log in|sign[ -]in|portal|access portal)\b|\bhotspot (login|log in|portal)\b|\bguest (wi-?fi|network|internet|wireless)\b|\b(log|sign) ?(in|on) to (the|our|this) (corporate |company |local |campus |guest )?network\b/,
  network:
    /\b(wi-?fi|wlan|wireless|hotspot|guest access|internet access|network access|(access|use|using|accessing|connect to|connecting to) (to )?((the|our|this) )?(internet|network)|get online|firewall (user )?(login|authentication)|user authentication portal)\b/,
} as const

/** The same in other languages: what was done, and why. */
export const otherLanguages: readonly (readonly [blocked: RegExp, reason: RegExp])[] = [
  // German
  [
    /gesperrt|geblockt|blockiert|verweigert|nicht (erlaubt|gestattet|zugelassen|zulassig)|untersagt|eingeschrankt/,
    /richtlinie|unternehmen|firmen|kategori|netzwerkadmin|\bit-?(abteilung|support|hotline|service|sicherheit|helpdesk|administrat)|helpdesk|web-?filter|inhaltsfilter|internetnutzung|\bproxy|sicherheitsgateway|internetzugang|nutzungsordnung|arbeitgeber/,
  ],
  // French
  [
    /bloque|interdit|refuse|restreint|non autorise|filtre/,
    /politique|entreprise|societe|votre organisation|categorie|charte|administrateur (du )?reseau|service informatique|filtrage|pare-feu|support informatique|acces internet|\bproxy/,
  ],
  // Spanish
  [
    /bloquead|denegad|restringid|no (esta )?permitid|prohibid/,
    /politica|empresa|organizacion|compania|corporativ|categoria|administrador de (la )?red|departamento de (sistemas|informatica|ti)|filtro|filtrado|cortafuegos|mesa de ayuda|soporte tecnico|\bproxy/,
  ],
  // Italian
  [
    /bloccat|negato|vietat|non (e )?(consentit|permess|autorizzat)|limitat/,
    /politic(a|he) (aziendal|di sicurezza|di navigazione|di utilizzo)|policy|aziendal|organizzazione|categoria|amministratore (di|della) rete|filtro|help ?desk|\bproxy/,
  ],
  // Portuguese
  [
    /bloquead|negad|proibid|restrit|nao (e |esta )?permitid/,
    /politica|empresa|organizacao|corporativ|categoria|administrador (da|de) rede|filtro|departamento de ti|suporte (de ti|tecnico)|\bproxy/,
  ],
  // Dutch
  [
    /geblokkeerd|geweigerd|niet toegestaan|verboden|beperkt/,
    /beleid|bedrijf|organisatie|categorie|netwerkbeheer|filter|helpdesk|servicedesk|\bict\b|\bproxy/,
  ],
  // Danish, Norwegian, Swedish
  [
    /blokeret|blokkert|blockera[dt]|nægtet|nektet|nekad|ikke tillad|ikke tillat|inte tillat/,
    /politik|policy|retningslinj|riktlinj|virksomhed|foretag|bedrift|organisation|kategori|netværk|nettverk|natverk|\bit-?(afdeling|avdeling|support)|helpdesk|servicedesk|filter|\bproxy/,
  ],
  // Polish
  [
    /zablokowan|odmowa|odmowiono|zabronion|niedozwolon/,
    /polityk|firmow|organizacj|kategori|administrator(em)? sieci|filtr|dzial(em)? it|helpdesk|\bproxy/,
  ],
  // Czech, Slovak
  [
    /blokovan|zakazan|odepren|zamietnut|zamedzen/,
    /zasad|politik|spolecnost|organizac|kategori|spravc\w+ sit|administrator siet|filtr|\bproxy/,
  ],
  // Turkish
  [
    /engellen|yasaklan|reddedil|kısıtlan|kisitlan|izin verilm/,
    /politika|ilkesi|kurum|sirket|kategori|ag yonetici|sistem yonetici|filtre|bilgi islem|\bproxy/,
  ],
  // Russian, Ukrainian
  [
    /заблокирован|запрещ[её]н|ограничен|отказано в доступе|доступ закрыт|заблоковано|заборонен/,
    /политик|компани|организаци|категори|сетев|системн\w+ администратор|фильтр|предприяти|прокси|мереж|категорі/,
  ],
  // Japanese
  [
    /ブロック|遮断|規制|閲覧(でき|を?禁止|を?制限)|アクセス(禁止|制限|が拒否)/,
    /ポリシー|カテゴリ|フィルタ|社内|会社|組織|ネットワーク管理|システム管理部|情報システム|プロキシ|セキュリティ/,
  ],
  // Chinese
  [
    /阻止|拦截|攔截|屏蔽|封鎖|阻断|阻擋|被禁止|禁止访问|禁止訪問|访问被拒绝|拒絕存取|限制访问/,
    /策略|政策|公司|企业|企業|网络管理|網路管理|管理员联系|联系管理员|类别|分类|類別|过滤|過濾|上网|上網|代理服务器|网关|單位|单位/,
  ],
  // Korean
  [
    /차단|접속.{0,6}(제한|금지)|접근.{0,6}(제한|금지|거부)/,
    /정책|관리자|회사|카테고리|범주|네트워크|유해|보안|사내/,
  ],
]
