import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wholeValueOf } from '../../../src/renderer/model/document/document'
import { readField } from '../../../src/renderer/model/values/field-value'
import { readCoordinate, readIsoDuration, readRational } from '../../../src/renderer/model/values/quantities'
import { bodyText } from '../support/arbitrary-json'
import { documentOf, readNodes } from '../support/json-nodes'

/** What the last field of an object means. */
function meaningOfLast(object: string) {
  const document = documentOf(object)
  const fields = readNodes(object).filter(({ depth }) => depth === 1)
  return readField(document, fields.at(-1)?.row ?? 0)
}

describe('readField', () => {
  it.each([
    ['{"dam:size":8421337}', { type: 'size', bytes: 8421337 }],
    ['{"repo:size":"268812"}', { type: 'size', bytes: 268812 }],
    ['{"repo:size":"large"}', null],
    ['{"acme:size":42}', null],
    [
      '{"tiff:ImageLength":5504,"tiff:ImageWidth":8256}',
      { type: 'dimensions', width: 8256, height: 5504, unit: 'pixel' },
    ],
    ['{"tiff:ImageWidth":8256}', null],
    [
      '{"exif:ExposureTime":"1/60"}',
      { type: 'quantity', quantity: { amount: 1 / 60, unit: 'second', fraction: 60 } },
    ],
    [
      '{"exif:ExposureTime":"2/1"}',
      { type: 'quantity', quantity: { amount: 2, unit: 'second', fraction: null } },
    ],
    [
      '{"exif:FNumber":"56/10"}',
      { type: 'quantity', quantity: { amount: 5.6, unit: 'aperture', fraction: null } },
    ],
    [
      '{"exif:ApertureValue":"6/1"}',
      { type: 'quantity', quantity: { amount: 8, unit: 'aperture', fraction: null } },
    ],
    ['{"exif:ExposureTime":"1/0"}', null],
    [
      '{"tiff:XResolution":"300/1"}',
      { type: 'quantity', quantity: { amount: 300, unit: 'perInch', fraction: null } },
    ],
    [
      '{"tiff:ResolutionUnit":3,"tiff:XResolution":"118/1"}',
      { type: 'quantity', quantity: { amount: 118, unit: 'perCentimetre', fraction: null } },
    ],
    ['{"acme:share":"300/1"}', null],
    [
      '{"exif:GPSLongitude":"6,30E","exif:GPSLatitude":"62,30S"}',
      { type: 'place', latitude: -62.5, longitude: 6.5 },
    ],
    ['{"exif:GPSLatitude":"95,0N"}', null],
    ['{"tiff:Orientation":6}', { type: 'code', word: 'orientation.6' }],
    ['{"tiff:Orientation":9}', null],
    ['{"c":{"red":40,"green":88,"blue":140}}', { type: 'color', red: 40, green: 88, blue: 140 }],
    ['{"c":{"xmpG:red":12,"xmpG:green":52,"xmpG:blue":84}}', { type: 'color', red: 12, green: 52, blue: 84 }],
    ['{"c":{"red":400,"green":88,"blue":140}}', null],
    ['{"d":{"xmpDM:value":1500,"xmpDM:scale":"1/25"}}', { type: 'duration', seconds: 60 }],
    ['{"d":"PT1M30S"}', { type: 'duration', seconds: 90 }],
    [
      '{"d":{"stDim:w":210,"stDim:h":297,"stDim:unit":"mm"}}',
      { type: 'dimensions', width: 210, height: 297, unit: 'mm' },
    ],
    ['{"n":"00042"}', { type: 'textNumber' }],
    ['{"n":42}', null],
    ['{"b":"true"}', { type: 'textBoolean' }],
    ['{"dam:predictedColors":2644108}', null],
    ['{"x":"PT"}', null],
  ])('reads the last field of %s', (object, expected) => {
    expect(meaningOfLast(object)).toEqual(expected)
  })

  it.each([
    ['dc:date', '1962'],
    ['xmp:CreateDate', '2019'],
    ['photoshop:DateCreated', '2019-06'],
    ['exif:DateTimeOriginal', '2019'],
    ['Iptc4xmpExt:CircaDateCreated', '1900'],
    ['prism:copyrightYear', '2026'],
    ['stEvt:when', '2019'],
    ['jcr:lastModified', '1559347200000'],
    ['dam:extracted', '1559347200000'],
    ['onTime', '1559347200000'],
    ['acme:releaseYear', 2026],
    ['acme:release_date', '2026'],
    ['Date', '2026'],
  ])('takes %s for a date: %j', (key, value) => {
    expect(meaningOfLast(JSON.stringify({ [key]: value }))).toMatchObject({ type: 'date' })
  })

  it.each([
    ['xmpDM:startTimeScale', '2400'],
    ['xmpDM:startTimeSampleSize', '1001'],
    ['exif:SubSecTimeOriginal', '0669'],
    ['acme:runtimeMinutes', 1440],
    ['acme:candidateId', '2019'],
    ['acme:candidate', '2019'],
    ['acme:update', '2019'],
    ['acme:runtime', 1440],
    ['acme:playingTime', 1440],
    ['acme:yearbookPage', '1200'],
    ['acme:unpublished', '1200'],
    ['acme:recreated', '1200'],
    ['acme:whenever', '1200'],
    ['acme:dateFormat', '2400'],
    ['acme:modifiedByUser', '100012345678'],
    ['acme:createdBy', '100012345678'],
    ['acme:publishedCount', 2019],
    ['acme:timecodeRate', '2997'],
    ['acme:MANDATE', '2019'],
    ['acme:lastYearRevenue', 2019],
    ['acme:sometimes', '2019'],
    ['acme:postdated', '2019'],
  ])('leaves %s the number that it is: %j', (key, value) => {
    expect(meaningOfLast(JSON.stringify({ [key]: value }))).not.toMatchObject({ type: 'date' })
  })

  it('reads a date that is written as one under any key', () => {
    expect(meaningOfLast('{"acme:candidateId":"2019-06-01T10:00:00Z"}')).toMatchObject({ type: 'date' })
  })

  it('gives the items of a list the meaning of its key', () => {
    const text = '{"dc:date":["1962"]}'
    expect(readField(documentOf(text), 2)).toMatchObject({ type: 'date' })
  })

  it('leaves every value of any body as it is', () => {
    fc.assert(
      fc.property(bodyText, (text) => {
        const document = documentOf(text)
        for (const { row } of readNodes(text)) {
          const before = wholeValueOf(document, row)
          readField(document, row)
          expect(wholeValueOf(document, row)).toBe(before)
        }
      }),
    )
  })

  it('looks at a bounded number of neighbours', () => {
    const fields = Array.from({ length: 3_000 }, () => '"tiff:ImageWidth":1').join(',')
    expect(meaningOfLast(`{${fields},"tiff:ImageLength":2}`)).toBeNull()
  })
})

describe('readRational', () => {
  it('reads every fraction of whole numbers but those by zero', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (one, other) => {
        expect(readRational(`${one}/${other}`)).toBe(other === 0 ? null : one / other)
      }),
    )
  })
})

describe('readCoordinate', () => {
  it.each([
    ['53,33.1N', 'latitude', 53 + 33.1 / 60],
    ['53,33,30S', 'latitude', -(53 + 33.5 / 60)],
    ['180,0W', 'longitude', -180],
    ['-12.5', 'latitude', -12.5],
    ['12,30N', 'longitude', null],
    ['53,61N', 'latitude', null],
    ['200', 'longitude', null],
    ['north', 'latitude', null],
  ] as const)('reads %s as %s %s', (text, axis, expected) => {
    expect(readCoordinate(text, axis)).toEqual(expected)
  })
})

describe('readIsoDuration', () => {
  it.each([
    ['P1DT2H', 93_600],
    ['PT0.5S', 0.5],
    ['P', null],
    ['P1Y', null],
    ['PT', null],
  ])('reads %s as %s seconds', (text, expected) => {
    expect(readIsoDuration(text)).toBe(expected)
  })
})
