/** Names of fields that AEM works out itself, or protects. */
export const keptByAem =
  /^(?:jcr:.*|dam:(?:sha1|size|extracted|MIMEtype|FileFormat)|tiff:Image(?:Width|Length))$/i
