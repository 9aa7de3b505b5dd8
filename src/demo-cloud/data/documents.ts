import type { AssetSeed } from '../aem/asset'
import { asset, imageSize, library, published } from './asset-builder'
import { history, processed, rights } from './metadata-groups'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const powerpoint = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'

/** Documents, layouts, drawings and packages. */
export const documents: AssetSeed[] = [
  asset({
    slug: 'annual-report',
    path: `${library}/corporate/berichte/Geschäftsbericht 2025.pdf`,
    shows: 'German: a PDF with fonts, pages and accessibility data.',
    format: 'application/pdf',
    size: 24_118_002,
    created: '2026-03-30T06:00:00.000Z',
    createdBy: 'corporate@fjordline.example',
    repository: published('2026-04-01T04:00:00.000Z'),
    metadata: {
      'dc:title': 'Geschäftsbericht 2025',
      'dc:creator': ['Unternehmenskommunikation'],
      'dc:language': ['de-DE'],
      ...processed(24_118_002, '2026-03-30T06:01:00.000Z', 'application/pdf'),
      'pdf:Producer': 'Adobe PDF Library 17.0',
      'pdf:Version': '1.7',
      'pdf:Trapped': false,
      'pdfuaid:part': '1',
      'xmpTPg:NPages': 148,
      'xmpTPg:MaxPageSize': { 'stDim:w': 210, 'stDim:h': 297, 'stDim:unit': 'Millimeters' },
      'xmpTPg:PlateNames': ['Cyan', 'Magenta', 'Yellow', 'Black', 'PANTONE 7477 C'],
      'xmpTPg:Fonts': [
        { 'stFnt:fontName': 'AdobeClean-Regular', 'stFnt:fontType': 'Open Type', 'stFnt:composite': false },
        { 'stFnt:fontName': 'AdobeClean-Bold', 'stFnt:fontType': 'Open Type', 'stFnt:composite': false },
      ],
      ...history('annual-report', 'Adobe InDesign 20.2 (Macintosh)', [
        '2026-02-01T08:00:00.000Z',
        '2026-03-29T21:44:00.000Z',
      ]),
    },
  }),
  asset({
    slug: 'greek-catalogue',
    path: `${library}/print/κατάλογος-άνοιξη-2026.indd`,
    shows: 'Greek: an InDesign catalogue with links to other assets.',
    format: 'application/x-indesign',
    size: 64_002_118,
    created: '2026-01-08T12:00:00.000Z',
    createdBy: 'eleni.papadaki@fjordline.example',
    modified: '2026-02-14T15:30:00.000Z',
    metadata: {
      'dc:title': 'Κατάλογος άνοιξη 2026',
      'dc:description': 'Σκηνές, υπνόσακοι και αδιάβροχα. Τελική διόρθωση πριν από την εκτύπωση.',
      'dc:creator': ['Ελένη Παπαδάκη'],
      'dc:language': ['el'],
      'dc:format': 'application/x-indesign',
      ...history('greek-catalogue', 'Adobe InDesign 20.1 (Windows)', [
        '2026-01-05T09:00:00.000Z',
        '2026-02-14T15:29:00.000Z',
      ]),
      'xmpMM:Manifest': [
        {
          'stMfs:linkForm': 'ReferenceStream',
          'stMfs:reference': { 'stRef:filePath': 'harbour at first light (final).jpg' },
        },
        {
          'stMfs:linkForm': 'ReferenceStream',
          'stMfs:reference': { 'stRef:filePath': 'zelt-im-nebel_ä.tif' },
        },
      ],
      'xmpTPg:NPages': 64,
      'idPriv:PreflightErrors': 0,
    },
  }),
  asset({
    slug: 'chinese-price-list',
    path: `${library}/regions/china/2026年春季价目表.xlsx`,
    shows: 'Chinese: a spreadsheet; numbers as text.',
    format: excel,
    size: 48_220,
    created: '2026-01-15T02:00:00.000Z',
    createdBy: 'wei.zhang@fjordline.example',
    metadata: {
      'dc:title': '2026年春季价目表',
      'dc:description': '帐篷、睡袋与冲锋衣的含税零售价（人民币）。繁體版本另見香港資料夾。',
      'dc:creator': ['张伟'],
      'dc:language': ['zh-Hans'],
      ...processed(48_220, '2026-01-15T02:00:05.000Z', excel),
      Application: 'Microsoft Excel',
      'App-Version': '16.0300',
      'fjordline:rows': '1204',
      'fjordline:currency': 'CNY',
      'fjordline:average': '1299.00',
    },
  }),
  asset({
    slug: 'thai-training',
    path: `${library}/regions/thailand/คู่มือการอบรม.pptx`,
    shows: 'Thai: a presentation.',
    format: powerpoint,
    size: 7_730_115,
    created: '2025-08-21T04:30:00.000Z',
    createdBy: 'somchai.r@fjordline.example',
    metadata: {
      'dc:title': 'คู่มือการอบรมพนักงานขาย',
      'dc:description': 'การดูแลรักษาเต็นท์และถุงนอนสำหรับร้านค้าปลีก',
      'dc:creator': ['สมชาย รัตนพันธ์'],
      'dc:language': ['th'],
      ...processed(7_730_115, '2025-08-21T04:30:20.000Z', powerpoint),
      'xmpTPg:NPages': 42,
    },
  }),
  asset({
    slug: 'hebrew-agreement',
    path: `${library}/legal/הסכם הפצה 2026.docx`,
    shows: 'Hebrew: a contract, right-to-left text mixed with numbers and Latin names.',
    format: word,
    size: 182_440,
    created: '2026-02-02T08:00:00.000Z',
    createdBy: 'legal@fjordline.example',
    metadata: {
      'dc:title': 'הסכם הפצה בלעדי – Fjordline Outdoor AS (2026)',
      'dc:description': 'טיוטה 3 מתוך 4, לחתימה עד 31.12.2026 בשעה 17:00.',
      'dc:creator': ['נועה לוי'],
      'dc:language': ['he', 'en'],
      ...processed(182_440, '2026-02-02T08:00:03.000Z', word),
      ...rights({
        owner: 'Fjordline Outdoor AS',
        terms: 'סודי – לשימוש פנימי בלבד',
        expires: '2026-12-31T15:00:00.000Z',
      }),
      'fjordline:parties': ['Fjordline Outdoor AS', 'חברת דרכים בע"מ'],
    },
  }),
  asset({
    slug: 'logo-svg',
    path: `${library}/brand/logo/fjordline-logo.svg`,
    shows: 'An SVG drawing.',
    format: 'image/svg+xml',
    size: 4_812,
    created: '2022-03-01T09:00:00.000Z',
    createdBy: 'brand@fjordline.example',
    repository: { ...imageSize(240, 80), ...published('2022-03-02T09:00:00.000Z') },
    metadata: {
      'dc:title': 'Fjordline logo, colour',
      'dc:format': 'image/svg+xml',
      'dam:status': 'approved',
      'svg:viewBox': '0 0 240 80',
      'xmp:CreatorTool': 'Adobe Illustrator 26.0 (Macintosh)',
      'xmpTPg:SwatchGroups': [
        {
          'xmpG:groupName': 'Fjord',
          'xmpG:Colorants': [
            {
              'xmpG:swatchName': 'Deep',
              'xmpG:mode': 'RGB',
              'xmpG:red': 12,
              'xmpG:green': 52,
              'xmpG:blue': 84,
            },
          ],
        },
      ],
    },
  }),
  asset({
    slug: 'press-kit',
    path: `${library}/press/press-kit_2026.zip`,
    shows: 'An archive with a list of what is inside.',
    format: 'application/zip',
    size: 512_002_114,
    created: '2026-04-15T07:00:00.000Z',
    createdBy: 'press@fjordline.example',
    metadata: {
      'dc:title': 'Press kit 2026',
      'dc:format': 'application/zip',
      'dam:size': 512_002_114,
      'fjordline:contents': [
        { name: 'logo/fjordline-logo.svg', bytes: 4812 },
        { name: 'photos/harbour.jpg', bytes: 8_421_337 },
        { name: 'text/press-release_en.docx', bytes: 31_220 },
      ],
    },
  }),
]
