import type { Program } from './program'

/** Keeps another body as a snapshot of the asset that was read last, as if it had been read long ago. */
export function keepSnapshot({ page }: Program, text: string): Promise<void> {
  return page.evaluate(async (body) => {
    const bridge: unknown = Reflect.get(globalThis, 'desktop')
    if (typeof bridge !== 'object' || bridge === null) throw new Error('No bridge')
    const { value: kept } = await Reflect.get(bridge, 'listKept')()
    const { connectionId, author, clientId, assetId } = kept.history[0]
    const asset = { connectionId, author, clientId, assetId }
    const readAt = '2026-01-02T03:04:05.000Z'
    await Reflect.get(bridge, 'keepSnapshot')({ ...asset, text: body, etag: null, readAt })
  }, text)
}
