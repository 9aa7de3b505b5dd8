import type { Environment } from './connections'
import type { CauseId } from './failure-catalogue'

/** A text that can be used as it is where the fix is made. Code, so not translated. */
export type FixSnippet = {
  /** Message `snippet.<id>`: what it is and where it goes. */
  id: 'api-yaml' | 'rde-command' | 'repoinit' | 'repoinit-path' | 'ace-path'
  text: string
}

export type SnippetSubject = {
  clientId: string
  environments: readonly Environment[]
  /** Repository path of the asset, where it was read: rights are asked for its folder alone. */
  assetPath: string | null
}

/** What the user adds to a snippet. */
export type SnippetExtras = { mayPublish: boolean }

const environmentTypes: Readonly<Record<Environment, string>> = {
  development: 'dev',
  stage: 'stage',
  production: 'prod',
}

/**
 * `config/api.yaml` of the AEM project, for the Config Pipeline (OpenAPI set-up guide, step 5).
 *
 * A client ID for each environment type is what Adobe recommends.
 */
export function apiYaml({ clientId, environments }: SnippetSubject): string {
  const types = [...new Set(environments.map((environment) => `"${environmentTypes[environment]}"`))]
  return [
    'kind: "API"',
    'version: "1"',
    'metadata:',
    `  envTypes: [${types.join(', ')}]`,
    'data:',
    '  allowedClientIDs:',
    '    author:',
    `      - "${clientId}"`,
    '',
  ].join('\n')
}

/** A Rapid Development Environment has no Config Pipeline (OpenAPI set-up guide, step 5). */
export const rdeCommand = 'aio aem:rde:install -t env-config ./config'

/** The group that the default service of the product profile puts the technical account into. */
const serviceGroup = 'AEM Assets Collaborator Users - Service'

const allAssets = '/content/dam'

/** Repoinit takes other characters in quotes alone (Apache Sling, Repository Initialization). */
function repoinitPathOf(path: string): string {
  return /^[\w./:@+-]+$/.test(path) ? path : `"${path.replace(/["\\]/g, '\\$&')}"`
}

/**
 * Rights to write for the service group, in the folder of the asset where that is known (Services user group and permission
 * management guide, option B). That guide also grants `crx:replicate`, which is the right to publish: only on request.
 */
export function repoinitLines({ assetPath }: SnippetSubject, { mayPublish }: SnippetExtras): string {
  const folder = assetPath?.replace(/\/[^/]*$/, '') || allAssets
  const privileges = [
    'jcr:read',
    'jcr:versionManagement',
    ...(mayPublish ? ['crx:replicate'] : []),
    'rep:write',
  ]
  return [
    `set ACL for "${serviceGroup}" (ACLOptions=ignoreMissingPrincipal)`,
    `    allow ${privileges.join(',')} on ${repoinitPathOf(folder)}`,
    'end',
    '',
  ].join('\n')
}

export const repoinitPath =
  'ui.config/src/main/content/jcr_root/apps/<PROJECT>/osgiconfig/config.author/org.apache.sling.jcr.repoinit.RepositoryInitializer-services-group-acl-update.cfg.json'

/** The same rights by hand in AEM (option A of the same guide). */
export const acePath = `Tools > Security > Permissions > ${serviceGroup} > Add ACE`

/** What is ready to use for a cause; empty where the fix is not a text. */
export function snippetsFor(
  cause: CauseId,
  subject: SnippetSubject,
  extras: SnippetExtras = { mayPublish: false },
): readonly FixSnippet[] {
  switch (cause) {
    case 'aem-client-not-allowlisted':
      return [
        { id: 'api-yaml', text: apiYaml(subject) },
        { id: 'rde-command', text: rdeCommand },
      ]
    case 'aem-write-refused':
      return [
        { id: 'ace-path', text: acePath },
        { id: 'repoinit-path', text: repoinitPath },
        { id: 'repoinit', text: repoinitLines(subject, extras) },
      ]
    default:
      return []
  }
}
