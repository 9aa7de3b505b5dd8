import type { MainMessages } from './main-messages'

/** Stands in for the window's page when that stops again and again: it needs no script and nothing else of the program. */
export function describeStopped({ language, stopped }: MainMessages): string {
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Asset Inspector for AEM</title>
    <style nonce="__CSP_NONCE__">
      :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
      main { max-width: 40rem; margin: 15vh auto; padding: 0 2rem; }
      h1 { font-size: 1.5rem; }
    </style>
  </head>
  <body>
    <main>
      <h1>${stopped.title}</h1>
      <p>${stopped.cause}</p>
      <p>${stopped.fix}</p>
      <p><a href="/index.html">${stopped.again}</a></p>
    </main>
  </body>
</html>
`
}
