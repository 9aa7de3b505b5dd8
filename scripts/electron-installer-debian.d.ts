/** What we use of electron-installer-debian 3, which brings no types. */
declare module 'electron-installer-debian' {
  export class Installer {
    constructor(options: {
      src: string
      dest: string
      arch: string
      version: string
      icon: Readonly<Record<string, string>>
      rename: (folder: string) => string
      logger: (line: string) => void
      [field: string]: unknown
    })
    options: { packagePaths: string[] }
    /** Of what is going to be `/` on the system of a user. */
    stagingDir: string
    get contentFunctions(): string[]
    generateDefaults(): Promise<unknown>
    generateOptions(): void
    createStagingDir(): Promise<void>
    createContents(): Promise<unknown>
    createPackage(): Promise<void>
    movePackage(): Promise<void>
    /** Fills a lodash template in with the options. */
    createTemplatedFile(template: string, destination: string, mode?: number): Promise<void>
  }
}
