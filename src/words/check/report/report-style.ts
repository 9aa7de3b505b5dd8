/**
 * The look of a saved report, on screen as on paper. It is written into the document as text, so it has none of the
 * characters that HTML escapes.
 */
export const reportStyle = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 860px; padding: 32px 24px; background: #fff; color: #222;
  font: 14px/1.5 system-ui, sans-serif; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 4px; }
h2 { font-size: 20px; margin: 40px 0 8px; padding-top: 16px; border-top: 2px solid #d5d5d5; }
.part { font-size: 16px; margin: 24px 0 8px; padding: 0; border: 0; }
.inner { font-size: 14px; margin: 0 0 4px; }
p { margin: 4px 0; }
ol, ul { margin: 4px 0; padding-left: 24px; }
dl { display: grid; grid-template-columns: minmax(140px, max-content) 1fr; gap: 4px 16px; margin: 8px 0; }
.front dl { grid-template-columns: max-content 1fr max-content 1fr; }
.ids { overflow-wrap: anywhere; }
.ids code { font: 12px/1.4 ui-monospace, monospace; }
dt { color: #505050; }
dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; margin: 8px 0; }
th, td { text-align: left; vertical-align: top; padding: 6px 8px 6px 0; border-bottom: 1px solid #e1e1e1;
  overflow-wrap: break-word; }
.long { overflow-wrap: anywhere; }
th { font-weight: 600; }
thead th { color: #505050; font-weight: 400; }
td ul { padding-left: 16px; margin: 0; }
.note { color: #505050; }
.number { white-space: nowrap; }
.origin { border: 2px dashed #933c00; border-radius: 8px; padding: 8px 16px; margin: 16px 0; color: #933c00;
  font-weight: 600; }
.summary { border: 2px solid #8f8f8f; border-radius: 8px; padding: 12px 16px; margin: 16px 0; }
.summary.green { border-color: #068850; }
.summary.amber { border-color: #b64a00; }
.summary.red { border-color: #d73220; }
.state { font-weight: 600; white-space: nowrap; }
.summary > .state { font-size: 1.3em; }
.state.green, .state.allowed { color: #056b3f; }
.state.amber, .state.unproven { color: #933c00; }
.state.red, .state.refused { color: #b02818; }
.finding { border-left: 4px solid #d73220; padding: 4px 0 4px 16px; margin: 12px 0; break-inside: avoid; }
.finding.amber { border-color: #b64a00; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f3f3f3; padding: 8px 12px; margin: 4px 0;
  border-radius: 4px; font: 12px/1.4 ui-monospace, monospace; }
@media (max-width: 700px) { .front dl { grid-template-columns: max-content 1fr; } }
tr, dl, .summary { break-inside: avoid; }
@page { margin: 14mm; }
@media print { body { max-width: none; padding: 0; font-size: 11px; line-height: 1.35; }
  h1 { font-size: 20px; } h2 { margin-top: 12px; } .part { font-size: 14px; margin: 12px 0 4px; }
  .summary { padding: 8px 12px; margin: 10px 0; } .origin { padding: 4px 12px; margin: 10px 0; }
  .front dl { grid-template-columns: max-content 1fr max-content 1fr; gap: 2px 12px; margin: 4px 0; }
  .front th, .front td { padding: 2px 8px 2px 0; } pre, .ids code { font-size: 10px; }
  .appendix { break-before: page; } h2, h3 { break-after: avoid; }
  .connection { break-before: page; } .connection:first-of-type { break-before: auto; } }
`
