import type { NetworkPage } from './network-pages'

/*
 * Error pages of those who stand on the side of the host: web servers, load balancers, content delivery networks, firewalls
 * before web sites, and AEM itself. They share many words with the pages of company networks. Known from the servers' own
 * sources and manuals, and from the signatures of wafw00f.
 */

type Row = [name: string, status: number, title: string, text: string, marks?: string]

function page([name, status, title, text, marks = '']: Row): NetworkPage {
  return {
    name,
    sent: {
      status,
      type: 'text/html; charset=utf-8',
      body: `<!DOCTYPE html><html><head><title>${title}</title></head><body>${text}${marks}</body></html>`,
    },
  }
}

const deliveryNetworks: readonly Row[] = [
  [
    'Akamai, access denied',
    403,
    'Access Denied',
    '<h1>Access Denied</h1>You don\'t have permission to access "http&#58;&#47;&#47;ims-na1&#46;adobelogin&#46;com&#47;" on this server.<p>Reference&#32;&#35;18&#46;2d351ab8&#46;1557333295&#46;a4e16ab</p>',
  ],
  [
    'Akamai, with its newer link',
    403,
    'Access Denied',
    "<h1>Access Denied</h1>You don't have permission to access this resource on this server.<p>Reference #18.8e3c1202.1700000000.1a2b3c4d</p><p>https://errors.edgesuite.net/18.8e3c1202.1700000000.1a2b3c4d</p>",
  ],
  [
    'Akamai, origin out of reach',
    503,
    'Service Unavailable',
    '<h1>Service Unavailable - Zero size object</h1>The server is temporarily unable to service your request. Please try again later.<p>Reference #15.9f2b1402.1700000000.0</p>',
  ],
  [
    'Akamai, invalid URL',
    400,
    'Invalid URL',
    '<h1>Invalid URL</h1>The requested URL "[no URL]", is invalid.<p>Reference #9.44aa.1.0</p>',
  ],
  [
    'Fastly, unknown domain',
    500,
    'Fastly error: unknown domain',
    '<p>Fastly error: unknown domain: author-p1-e2.adobeaemcloud.com. Please check that this domain has been added to a service.</p><p>Details: cache-fra-etou8220051-FRA</p>',
  ],
  [
    'Fastly, backend fetch failed',
    503,
    '503 Backend fetch failed',
    '<h1>Error 503 Backend fetch failed</h1><p>Backend fetch failed</p><h3>Guru Meditation:</h3><p>XID: 123456</p><hr><p>Varnish cache server</p>',
  ],
  [
    'Fastly, first byte timeout',
    503,
    '503 first byte timeout',
    '<h1>Error 503 first byte timeout</h1><p>first byte timeout</p><h3>Error 54113</h3><p>Details: cache-ams21-AMS 1700000000 12345</p><hr><p>Varnish cache server</p>',
  ],
  [
    'Fastly, restricted by a rule of the site',
    403,
    '403 Forbidden',
    '<h1>Error 403 Forbidden</h1><p>Forbidden</p><h3>Guru Meditation:</h3><p>XID: 99</p><hr><p>Varnish cache server</p>',
  ],
  [
    'Fastly, blocked by traffic filter rules',
    406,
    '406 Not Acceptable',
    '<h1>Error 406 Not Acceptable</h1><p>Blocked by traffic filter rules</p><hr><p>Varnish cache server</p>',
  ],
  [
    'Cloudflare, attention required',
    403,
    'Attention Required! | Cloudflare',
    '<h1>Sorry, you have been blocked</h1><h2>You are unable to access author.example.com</h2><p>Why have I been blocked? This website is using a security service to protect itself from online attacks. The action you just performed triggered the security solution.</p><p>You can email the site owner to let them know you were blocked.</p><p>Cloudflare Ray ID: 8a1b2c3d4e5f &bull; Performance &amp; security by Cloudflare</p>',
  ],
  [
    'Cloudflare, error 1020',
    403,
    'Access denied | author.example.com used Cloudflare to restrict access',
    '<h1>Error 1020</h1><h2>Access denied</h2><p>This website is using a security service to protect itself from online attacks.</p><p>Ray ID: 8a1b2c3d</p>',
  ],
  [
    'Cloudflare, banned by country',
    403,
    'Access denied',
    '<h1>Error 1009</h1><p>The owner of this website (author.example.com) has banned the country or region your IP address is in from accessing this website.</p><p>Ray ID: 8a1b</p>',
  ],
  [
    'Cloudflare, banned address',
    403,
    'Access denied',
    '<h1>Error 1006</h1><p>The owner of this website (author.example.com) has banned your IP address (203.0.113.9).</p>',
  ],
  [
    'Cloudflare, bad gateway',
    502,
    'author.example.com | 502: Bad gateway',
    '<h1>Bad gateway Error code 502</h1><p>You: Browser Working. Frankfurt: Cloudflare Working. author.example.com: Host Error.</p><p>Cloudflare Ray ID: 8a1b</p>',
  ],
  [
    'Cloudflare, server is down',
    521,
    'author.example.com | 521: Web server is down',
    '<p>The web server is not returning a connection. Cloudflare Ray ID: 8a1b</p>',
  ],
  [
    'Cloudflare, challenge',
    403,
    'Just a moment...',
    '<p>Verify you are human by completing the action below. author.example.com needs to review the security of your connection before proceeding.</p><p>Ray ID: 8a1b. Performance &amp; security by Cloudflare</p>',
  ],
  [
    'CloudFront, request blocked',
    403,
    'ERROR: The request could not be satisfied',
    "<h1>403 ERROR</h1><h2>The request could not be satisfied.</h2>Request blocked. We can't connect to the server for this app or website at this time. There might be too much traffic or a configuration error.<p>Generated by cloudfront (CloudFront) Request ID: x==</p>",
  ],
  [
    'CloudFront, blocked country',
    403,
    'ERROR: The request could not be satisfied',
    '<p>The Amazon CloudFront distribution is configured to block access from your country.</p><p>Generated by cloudfront (CloudFront)</p>',
  ],
  [
    'Azure Front Door',
    403,
    'Azure WAF',
    '<h2>The request is blocked.</h2><p>0a1b2c3d-20260301T120000Z-Ref</p><p>Azure Front Door</p>',
  ],
  [
    'Azure Application Gateway',
    403,
    '403 Forbidden',
    '<center><h1>403 Forbidden</h1></center><hr><center>Microsoft-Azure-Application-Gateway/v2</center>',
  ],
  [
    'Google front end',
    502,
    'Error 502 (Server Error)!!1',
    '<p><b>502.</b> That\u2019s an error.</p><p>The server encountered a temporary error and could not complete your request.</p>',
  ],
  ['Edgecast', 403, '403 - Forbidden', '<h1>403 - Forbidden</h1>', '<!-- ECS (fcn/40A7) -->'],
]

const siteFirewalls: readonly Row[] = [
  [
    'F5 BIG-IP',
    403,
    'Request Rejected',
    'The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 1234567890123456789',
  ],
  [
    'Imperva Incapsula',
    403,
    'Error',
    'Request unsuccessful. Incapsula incident ID: 444000-1234567890',
    '<iframe src="/_Incapsula_Resource?CWUDNSAI=1"></iframe>',
  ],
  [
    'Imperva SecureSphere',
    403,
    'Error',
    "<h2>Error</h2><p>This page can't be displayed. Contact support for additional information. The incident ID is: 12345.</p>",
  ],
  [
    'Sucuri',
    403,
    'Sucuri WebSite Firewall - Access Denied',
    '<h1>Access Denied - Sucuri Website Firewall</h1><p>If you are the site owner (or you manage this site), please whitelist your IP. Block reason: Bad bot access attempt.</p>',
  ],
  [
    'Wordfence',
    403,
    'Your access to this site has been limited',
    '<p>Your access to this service has been limited by the site owner. Block Technical Data: Block Reason: Access from your area has been temporarily limited for security reasons.</p><p>Generated by Wordfence</p>',
  ],
  [
    'ModSecurity',
    406,
    'Not Acceptable!',
    '<h1>Not Acceptable!</h1><p>An appropriate representation of the requested resource could not be found on this server. This error was generated by Mod_Security.</p>',
  ],
  [
    'FortiWeb',
    403,
    'Web Page Blocked!',
    '<h3>Web Page Blocked!</h3><p>The page cannot be displayed. Please contact the administrator for additional information.</p><p>URL: author.example.com/ Client IP: 203.0.113.9 Attack ID: 20000021 Message ID: 000012345678</p>',
    '<div class="fgd_icon"></div>',
  ],
  [
    'Barracuda Web Application Firewall',
    403,
    'Access blocked',
    '<p>The request was blocked by the web application firewall. Barracuda Networks.</p>',
  ],
  [
    'Radware AppWall',
    403,
    'Unauthorized Request Blocked',
    '<h1>Unauthorized Activity Has Been Detected</h1><p>You are seeing this page because we have detected unauthorized activity. If you believe that there has been some mistake, please contact the web site administrator. Case Number 123</p>',
  ],
  [
    'Reblaze',
    403,
    'Access Denied (403)',
    '<p>Access denied (403). Current session has been terminated. For further information, do not hesitate to contact us.</p>',
  ],
  [
    'StackPath',
    403,
    'StackPath',
    '<p>author.example.com is using a security service for protection against online attacks. An action has triggered the service and blocked your request.</p><p>Protected by StackPath. Reference ID: 1</p>',
  ],
  [
    'PerimeterX',
    403,
    'Access to this page has been denied',
    '<p>Access to this page has been denied because we believe you are using automation tools to browse the website.</p><p>Reference ID: #0a1b Powered by PerimeterX, Inc.</p>',
  ],
  [
    'Anubis',
    200,
    "Making sure you're not a bot!",
    '<p>Loading... Protected by Anubis from Techaro. Please wait a moment while we ensure the security of your connection.</p>',
  ],
  [
    'Alibaba Cloud WAF, in Chinese',
    405,
    '405',
    '<p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。请联系网站管理员。</p>',
  ],
  [
    'SiteGuard, in Japanese',
    403,
    '403 Forbidden',
    '<p>アクセスが拒否されました。サイト管理者にお問い合わせください。Powered by SiteGuard</p>',
  ],
  [
    'Rate limit of a site',
    403,
    'Access denied',
    '<p>Too many requests from your network. Please try again later.</p>',
  ],
]

const servers: readonly Row[] = [
  [
    'nginx 403',
    403,
    '403 Forbidden',
    '<center><h1>403 Forbidden</h1></center><hr><center>nginx/1.25.3</center>',
  ],
  ['nginx 404', 404, '404 Not Found', '<center><h1>404 Not Found</h1></center><hr><center>nginx</center>'],
  [
    'nginx 502',
    502,
    '502 Bad Gateway',
    '<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>',
  ],
  [
    'nginx 503',
    503,
    '503 Service Temporarily Unavailable',
    '<center><h1>503 Service Temporarily Unavailable</h1></center><hr><center>nginx</center>',
  ],
  [
    'nginx 504',
    504,
    '504 Gateway Time-out',
    '<center><h1>504 Gateway Time-out</h1></center><hr><center>nginx</center>',
  ],
  [
    'nginx 413',
    413,
    '413 Request Entity Too Large',
    '<center><h1>413 Request Entity Too Large</h1></center><hr><center>nginx</center>',
  ],
  [
    'Apache 403',
    403,
    '403 Forbidden',
    "<h1>Forbidden</h1><p>You don't have permission to access this resource.</p><hr><address>Apache/2.4.58 Server at author.example.com Port 443</address>",
  ],
  [
    'Apache 403 in German',
    403,
    'Zugriff verweigert!',
    '<h1>Zugriff verweigert!</h1><p>Der Zugriff auf das angeforderte Objekt ist nicht m&ouml;glich. Entweder kann es vom Server nicht gelesen werden oder es ist zugriffsgesch&uuml;tzt.</p><p>Sofern Sie dies f&uuml;r eine Fehlfunktion des Servers halten, informieren Sie bitte den Webmaster hier&uuml;ber.</p>',
  ],
  [
    'Apache 403 in French',
    403,
    'Accès interdit!',
    '<p>Vous n’avez pas le droit d’accéder à l’objet demandé. Soit celui-ci est protégé, soit il ne peut être lu par le serveur.</p><p>Veuillez contacter le webmestre.</p>',
  ],
  [
    'Apache 403 in Spanish',
    403,
    'Acceso prohibido!',
    '<p>Usted no tiene permiso para acceder al objeto solicitado. El objeto está protegido contra lectura o el servidor no puede leerlo.</p>',
  ],
  [
    'Apache 502',
    502,
    '502 Proxy Error',
    '<h1>Proxy Error</h1><p>The proxy server received an invalid response from an upstream server.</p><p>The proxy server could not handle the request<p>Reason: <strong>Error reading from remote server</strong></p>',
  ],
  [
    'Apache 503',
    503,
    '503 Service Unavailable',
    '<h1>Service Unavailable</h1><p>The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.</p>',
  ],
  [
    'HAProxy 503',
    503,
    '503 Service Unavailable',
    '<h1>503 Service Unavailable</h1>No server is available to handle this request.',
  ],
  ['HAProxy 403', 403, '403 Forbidden', '<h1>403 Forbidden</h1>Request forbidden by administrative rules.'],
  [
    'IIS 403',
    403,
    '403 - Forbidden: Access is denied.',
    '<h2>403 - Forbidden: Access is denied.</h2><h3>You do not have permission to view this directory or page using the credentials that you supplied.</h3>',
  ],
  [
    'IIS 503',
    503,
    'Service Unavailable',
    '<h2>Service Unavailable</h2><hr><p>HTTP Error 503. The service is unavailable.</p>',
  ],
  [
    'Tomcat 404',
    404,
    'HTTP Status 404 \u2013 Not Found',
    '<h1>HTTP Status 404 \u2013 Not Found</h1><p><b>Description</b> The origin server did not find a current representation for the target resource.</p>',
  ],
  [
    'Tomcat 403',
    403,
    'HTTP Status 403 \u2013 Forbidden',
    '<p><b>Message</b> Access Denied</p><p><b>Description</b> The server understood the request but refuses to authorize it.</p>',
  ],
  [
    'Jetty 503',
    503,
    'Error 503 Service Unavailable',
    '<h2>HTTP ERROR 503 Service Unavailable</h2><table><tr><th>URI:</th><td>/adobe/assets</td></tr></table>',
  ],
  [
    'page that is not there, in a folder named after products',
    404,
    'No resource found',
    '<p>No resource found for /content/dam/squid/zscaler-logo.png. Access denied or not there.</p>',
  ],
  ['Express 404', 404, 'Error', '<pre>Cannot POST /ims/token/v3</pre>'],
  [
    'AWS load balancer 503',
    503,
    '503 Service Temporarily Unavailable',
    '<center><h1>503 Service Temporarily Unavailable</h1></center>',
  ],
  ['AWS load balancer 502', 502, '502 Bad Gateway', '<center><h1>502 Bad Gateway</h1></center>'],
  [
    'page of maintenance',
    503,
    'Scheduled maintenance',
    '<h1>We will be back soon</h1><p>The service is being updated. Please check back later or contact your account team.</p>',
  ],
]

const aem: readonly Row[] = [
  [
    'AEM, no access in its own words',
    403,
    'Forbidden',
    '<h1>Access denied</h1><p>You do not have permission to view this page. Please contact your administrator.</p>',
  ],
  [
    'AEM, product not in the plan',
    403,
    'Adobe Experience Manager',
    '<p>You are not authorized to use Adobe Experience Manager. Please contact your organization\u2019s administrator to request access.</p>',
  ],
  [
    'AEM, a page for members only',
    403,
    'Forbidden',
    '<p>Access to this page is restricted to members of the group dam-users. Category: assets</p>',
  ],
  [
    'sign-in page of Adobe that names a policy',
    200,
    'Adobe Experience Cloud',
    '<p>Your account is restricted by your organization\u2019s password policy. Sign in.</p>',
  ],
  [
    'sign-in page of an application',
    200,
    'Log in',
    '<p>Please log in to continue. By continuing you accept our cookie policy and agree to the terms of use. Connect with us, register, browse the web site.</p>',
  ],
  [
    'page for somebody without a plan',
    403,
    'Access denied',
    '<p>Your organization does not have a plan that includes this product. Contact your administrator.</p>',
  ],
  [
    'page of a service behind a single sign-on',
    403,
    'Sign in to your account',
    '<p>Your administrator has configured the application to let assigned users in only.</p>',
  ],
  [
    'unavailable for legal reasons',
    451,
    '451 Unavailable For Legal Reasons',
    '<p>This content is not available in your country.</p>',
  ],
  [
    'AEM, Sling 404',
    404,
    'Resource at /adobe/x not found: No resource found',
    '<h1>No resource found</h1><p>Cannot serve request to /adobe/x on this server</p><p>Request Progress: RequestProgress</p><hr><address>ApacheSling/2.7 (jetty)</address>',
  ],
  [
    'AEM, Sling 500',
    500,
    '500 Internal Server Error',
    '<h1>Internal Server Error</h1><p>Cannot serve request to /adobe/x on this server: javax.jcr.AccessDeniedException: Access denied</p>',
  ],
  ['AEM, starting', 503, 'Startup in progress', '<p>AEM is starting up. Please wait.</p>'],
  [
    'AEM, CSRF filter',
    403,
    'Forbidden',
    '<h1>Forbidden</h1><p>Cannot serve request to /adobe/x. CSRF filter: the request is not allowed.</p>',
  ],
  [
    'article on a site about networks',
    200,
    'How companies filter the web',
    `<h1>Why is this site blocked by our company policy?</h1>${'<p>Web filters of Zscaler, Netskope and others block pages by category. Ask your network administrator.</p>'.repeat(80)}`,
  ],
  [
    'page of AEM about a connector',
    200,
    'Zscaler connector for AEM',
    '<p>Install the package and restart the bundle.</p>',
  ],
  [
    'folder whose name is about policies',
    200,
    'Company policy: documents',
    '<p>Assets below /content/dam/company-policy. 12 files.</p>',
  ],
  [
    'content security policy in a message',
    403,
    'Forbidden',
    '<p>The content security policy of the page denied the request.</p>',
  ],
]

/** Pages of the host's own side, with the status of each. */
export const serverPages: readonly NetworkPage[] = [
  ...deliveryNetworks,
  ...siteFirewalls,
  ...servers,
  ...aem,
].map(page)
