// @ts-check
import { asCommand } from './child.mjs'
import { resolveElectron } from './electron-runtime.mjs'

await asCommand(async () => {
  const { executable } = await resolveElectron()
  process.stdout.write(`${executable}\n`)
  return 0
})
