import type { Color } from './colors'

/** Lengths in bits of the codes for a difference's size (JPEG, ITU-T T.81, table K.3), and the codes in that order. */
const sizeCodeLengths = [2, 3, 3, 3, 3, 3, 4, 5, 6, 7, 8, 9]
const sizeCodes = [0b00, 0b010, 0b011, 0b100, 0b101, 0b110, 0b1110, 0b11110, 0b111110, 0b1111110, 0xfe, 0x1fe]

/**
 * A baseline JPEG in blocks of one color, made without any image library: each block of 8 × 8 pixels is its mean value
 * alone, followed by the mark for "nothing else".
 */
export function makeJpeg(width: number, height: number, colorAt: (x: number, y: number) => Color): Buffer {
  const bits = new BitWriter()
  const previous = [0, 0, 0]
  const [columns, rows] = [Math.ceil(width / 8), Math.ceil(height / 8)]
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      toLuminanceAndChroma(colorAt(column / columns, row / rows)).forEach((value, component) => {
        writeDifference(bits, value - (previous[component] ?? 0))
        previous[component] = value
        bits.write(0, 1)
      })
    }
  }
  return Buffer.concat([headersOf(width, height), bits.finish(), Buffer.from([0xff, 0xd9])])
}

/** JFIF's YCbCr, as the first coefficient of a block: eight times the distance from the middle, with a quantum of 8. */
function toLuminanceAndChroma([red, green, blue]: Color): number[] {
  return [
    0.299 * red + 0.587 * green + 0.114 * blue - 128,
    -0.1687 * red - 0.3313 * green + 0.5 * blue,
    0.5 * red - 0.4187 * green - 0.0813 * blue,
  ].map(Math.round)
}

function writeDifference(bits: BitWriter, difference: number): void {
  const size = difference === 0 ? 0 : 32 - Math.clz32(Math.abs(difference))
  bits.write(sizeCodes[size] ?? 0, sizeCodeLengths[size] ?? 0)
  bits.write(difference < 0 ? difference + (1 << size) - 1 : difference, size)
}

function headersOf(width: number, height: number): Buffer {
  const components = [1, 2, 3]
  const lengthCounts = Array.from(
    { length: 16 },
    (_, at) => sizeCodeLengths.filter((n) => n === at + 1).length,
  )
  const onlyEndOfBlock = [1, ...Array<number>(15).fill(0), 0]
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xdb, [0, ...Array<number>(64).fill(8)]),
    segment(0xc0, [
      8,
      ...twoBytes(height),
      ...twoBytes(width),
      3,
      ...components.flatMap((id) => [id, 0x11, 0]),
    ]),
    segment(0xc4, [0x00, ...lengthCounts, ...sizeCodeLengths.keys()]),
    segment(0xc4, [0x10, ...onlyEndOfBlock]),
    segment(0xda, [3, ...components.flatMap((id) => [id, 0]), 0, 63, 0]),
  ])
}

function segment(marker: number, bytes: number[]): Buffer {
  return Buffer.from([0xff, marker, ...twoBytes(bytes.length + 2), ...bytes])
}

function twoBytes(value: number): number[] {
  return [value >> 8, value & 0xff]
}

class BitWriter {
  private readonly bytes: number[] = []
  private pending = 0
  private pendingBits = 0

  write(value: number, length: number): void {
    for (let bit = length - 1; bit >= 0; bit -= 1) {
      this.pending = (this.pending << 1) | ((value >> bit) & 1)
      this.pendingBits += 1
      if (this.pendingBits === 8) this.flush()
    }
  }

  /** The rest of the last byte is ones. */
  finish(): Buffer {
    while (this.pendingBits > 0) this.write(1, 1)
    return Buffer.from(this.bytes)
  }

  /** A byte of ones is followed by one of zeros, so that it is no marker. */
  private flush(): void {
    this.bytes.push(this.pending)
    if (this.pending === 0xff) this.bytes.push(0)
    this.pending = 0
    this.pendingBits = 0
  }
}
