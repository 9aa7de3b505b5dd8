/** A DWORD of zero, by which Windows takes “may be included” for no. */
const no = new Uint8Array(4)
const yes = new Uint8Array([1, 0, 0, 0])
const nothing = new Uint8Array(0)

/**
 * What stands beside a secret on the clipboard, so that histories and clouds leave it out: formats of the system by name, with
 * their content. By nspasteboard.org on macOS, by Microsoft's "Cloud Clipboard and Clipboard History Formats" on Windows, and by
 * the hint of KDE that the clipboard managers of Linux share.
 */
export function concealingFormats(platform: NodeJS.Platform): Readonly<Record<string, Uint8Array>> {
  if (platform === 'darwin')
    return { 'org.nspasteboard.ConcealedType': nothing, 'org.nspasteboard.TransientType': nothing }
  if (platform === 'win32')
    return {
      ExcludeClipboardContentFromMonitorProcessing: yes,
      CanIncludeInClipboardHistory: no,
      CanUploadToCloudClipboard: no,
    }
  return { 'x-kde-passwordManagerHint': new TextEncoder().encode('secret') }
}
