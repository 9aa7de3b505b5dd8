import type { Environment } from './connections'
import type { CauseId } from './failure-catalogue'

/** A text that can be used as it is where the fix is made. Code, so not translated. */
export type FixSnippet = {
  /** Message `snippet.<id>`: what it is and where it goes. */
  id: 'api-yaml' | 'rde-command' | 'repoinit' | 'repoinit-path' | 'ace-path'
  text: string
}

export type SnippetSubject = { clientId: string; environments: readonly Environment[] }

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

/** Write rights for the service group (Services user group and permission management guide, option B). */
export const repoinitLines = [
  `set ACL for "${serviceGroup}" (ACLOptions=ignoreMissingPrincipal)`,
  '    allow jcr:read,jcr:versionManagement,crx:replicate,rep:write on /content/dam',
  'end',
  '',
].join('\n')

export const repoinitPath =
  'ui.config/src/main/content/jcr_root/apps/<PROJECT>/osgiconfig/config.author/org.apache.sling.jcr.repoinit.RepositoryInitializer-services-group-acl-update.cfg.json'

/** The same rights by hand in AEM (option A of the same guide). */
export const acePath = `Tools > Security > Permissions > ${serviceGroup} > Add ACE`

/** What is ready to use for a cause; empty where the fix is not a text. */
export function snippetsFor(cause: CauseId, subject: SnippetSubject): readonly FixSnippet[] {
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
        { id: 'repoinit', text: repoinitLines },
      ]
    default:
      return []
  }
}
