import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import type { Color } from './colors'

const compress = promisify(deflate)
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A PNG made without any image library; `colorAt` gets places from 0,0 to 1,1. */
export async function makePng(
  width: number,
  height: number,
  colorAt: (x: number, y: number) => Color,
): Promise<Buffer> {
  const stride = 1 + width * 3
  const rows = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows.set(colorAt(x / width, y / height), y * stride + 1 + x * 3)
    }
  }
  return assemble(width, height, { bitDepth: 8, colorType: 2 }, rows)
}

/** All black, with one bit a pixel: few bytes that become many when they are decoded. */
export function makeBlackPng(width: number, height: number): Promise<Buffer> {
  const rows = Buffer.alloc((1 + Math.ceil(width / 8)) * height)
  return assemble(width, height, { bitDepth: 1, colorType: 0 }, rows)
}

async function assemble(
  width: number,
  height: number,
  { bitDepth, colorType }: { bitDepth: number; colorType: number },
  rows: Buffer,
): Promise<Buffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([bitDepth, colorType], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', await compress(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

/** PNG specification, annex D. Node has crc32 in zlib only from version 20.15. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
