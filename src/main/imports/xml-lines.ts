const attributes =
  /<[\w:.-]{1,80}\s[^<>]{0,400}?\b(?:key|name)="([^"<>]{1,200})"[^<>]{0,200}?\bvalue="([^"<>]{0,4000})"[^<>]{0,400}>/gi
const keyed =
  /<(?:key|name)>([^<>]{1,200})<\/(?:key|name)>\s{0,80}<(?:string|value)>([^<>]{0,4000})<\/(?:string|value)>/gi
const entry =
  /<(?:entry|property|item|string|Property)\s[^<>]{0,200}?\b(?:key|name)="([^"<>]{1,200})"[^<>]{0,200}>([^<>]{0,4000})<\//g
const element = /<([\w:.-]{1,80})(?:\s[^<>]{0,200})?>([^<>]{1,4000})<\/\1>/g

/** The names and values of XML as lines: settings of .NET and Java, property lists, elements. */
export function xmlToLines(text: string): string {
  if (!/<[\w:.-]{1,80}[\s>]/.test(text)) return text
  return [attributes, keyed, entry, element].reduce(
    (lines, pattern) =>
      lines.replace(pattern, (_found, name: string, value: string) => `\n${name}: ${value}\n`),
    text,
  )
}
