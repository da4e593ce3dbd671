import type {Words} from './words.ts'

/** Where a picture is drawn: its pixels, and which device it shows. */
export interface Canvas {
  readonly width: number
  readonly height: number
  readonly device: 'phone' | 'tablet'
}

export const SCENES = ['trail', 'climb', 'week'] as const
export type Scene = (typeof SCENES)[number]

const SKIES: Readonly<Record<Scene, readonly [string, string, string]>> = {
  trail: ['#f7a072', '#f4d58d', '#8d5a6b'],
  climb: ['#2a9d8f', '#bfe3c0', '#1d5c63'],
  week: ['#3d348b', '#a78bda', '#251e5c'],
}

/**
 * One App Store picture: headline, hills, and a device with the app.
 *
 * @param progress From 0 to 1: how much of the trail, climb or week is drawn.
 * @returns SVG.
 */
export function picture(scene: Scene, words: Words, canvas: Canvas, progress = 1): string {
  const {width, height, device} = canvas
  const unit = width / (device === 'phone' ? 1290 : 1900)
  const [top, bottom, hill] = SKIES[scene]
  const [first = '', second = ''] = words.headlines[SCENES.indexOf(scene)] ?? []
  const headline = [first, second].map(
    (line, index) =>
      `<text x="${width / 2}" y="${(350 + index * 170) * unit}" font-size="${146 * unit}" font-weight="700" text-anchor="middle" fill="#fff">${line}</text>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="${words.fonts}">
    <linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>
    <rect width="${width}" height="${height}" fill="url(#sky)"/>
    ${hills(canvas, hill)}
    ${headline.join('')}
    ${deviceWith(app(scene, words, device, progress), canvas, unit)}
  </svg>`
}

function hills({width, height}: Canvas, colour: string): string {
  const ridge = (base: number, swing: number, phase: number, opacity: number) => {
    const points = Array.from({length: 41}, (_, index) => {
      const x = index / 40
      const y = base - swing * (Math.sin(x * 7 + phase) * 0.6 + Math.sin(x * 17 + phase * 2) * 0.25)
      return `${(x * width).toFixed(0)},${(y * height).toFixed(0)}`
    })
    return `<polygon points="0,${height} ${points.join(' ')} ${width},${height}" fill="${colour}" opacity="${opacity}"/>`
  }
  return [ridge(0.5, 0.06, 1, 0.3), ridge(0.64, 0.05, 3, 0.45), ridge(0.8, 0.05, 5, 0.8)].join('')
}

/** The app is drawn 1000 units wide; the device cuts it off at the lower edge of the picture. */
function deviceWith(content: string, {width, height, device}: Canvas, unit: number): string {
  const isPhone = device === 'phone'
  const shown = (isPhone ? 980 : 1500) * unit
  const [left, top] = [(width - shown) / 2, (isPhone ? 740 : 760) * unit]
  const bezel = (isPhone ? 26 : 44) * unit
  const corner = (isPhone ? 150 : 90) * unit
  const inside = shown - 2 * bezel
  const clip = `x="${left + bezel}" y="${top + bezel}" width="${inside}" height="${height}" rx="${corner - bezel}"`
  const island = isPhone
    ? `<rect x="${width / 2 - 130 * unit}" y="${top + bezel + 28 * unit}" width="${260 * unit}" height="${72 * unit}" rx="${36 * unit}" fill="#111"/>`
    : ''
  return `<clipPath id="screen"><rect ${clip}/></clipPath>
    <rect x="${left - 14 * unit}" y="${top + 24 * unit}" width="${shown + 28 * unit}" height="${height}" rx="${corner}" fill="#000" opacity="0.18"/>
    <rect x="${left}" y="${top}" width="${shown}" height="${height}" rx="${corner}" fill="#16161a"/>
    <g clip-path="url(#screen)"><g transform="translate(${left + bezel} ${top + bezel}) scale(${inside / 1000})">${content}</g></g>
    ${island}`
}

function app(scene: Scene, words: Words, device: Canvas['device'], progress: number): string {
  const draw = {trail, climb, week}[scene]
  return draw(words, device === 'phone', progress)
}

const TRAIL =
  'M170 1200 C 260 1060 130 960 300 860 S 560 940 600 740 S 420 560 560 460 S 820 440 800 640 S 900 820 780 960'

function trail({route, facts, start}: Words, isPhone: boolean, progress: number): string {
  const contours = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((ring) => {
    const radius = 90 + ring * 95
    return `<ellipse cx="640" cy="620" rx="${radius}" ry="${radius * 1.25}" transform="rotate(-24 640 620)"/>`
  })
  return `<rect width="1000" height="2400" fill="#dfe9cf"/>
    <g transform="translate(0 ${isPhone ? 200 : 0})">
      <g fill="none" stroke="#bccfa4" stroke-width="5">${contours.join('')}</g>
      <path d="M-20 420 C 200 520 260 660 180 800 S 60 1080 -20 1120 Z" fill="#9fd0e6"/>
      <path d="M1020 1060 C 860 1080 820 1200 900 1300 S 960 1440 1020 1460 Z" fill="#9fd0e6"/>
      <path d="${TRAIL}" fill="none" stroke="#fff" stroke-width="34" stroke-linecap="round"/>
      <path d="${TRAIL}" fill="none" stroke="#e4572e" stroke-width="20" stroke-linecap="round" stroke-dasharray="${progress * 2240} 9999"/>
      <circle cx="170" cy="1200" r="30" fill="#fff" stroke="#16161a" stroke-width="14"/>
      <circle cx="780" cy="960" r="34" fill="#e4572e" stroke="#fff" stroke-width="14"/>
    </g>
    <g transform="translate(50 ${isPhone ? 1690 : 60})">
      <rect width="900" height="310" rx="70" fill="#fff"/>
      <text x="70" y="120" font-size="68" font-weight="700" fill="#16161a">${route}</text>
      <text x="70" y="218" font-size="46" fill="#6b6f76">${facts}</text>
      <rect x="640" y="156" width="200" height="96" rx="48" fill="#e4572e"/>
      <text x="740" y="221" font-size="48" font-weight="700" text-anchor="middle" fill="#fff">${start}</text>
    </g>`
}

const PROFILE = [
  0.2, 0.26, 0.38, 0.34, 0.48, 0.62, 0.58, 0.74, 0.92, 0.86, 0.66, 0.7, 0.52, 0.36, 0.3, 0.22,
]

const PLACE_COLOURS = ['#2a9d8f', '#e9a03b', '#3d7ea6']

function climb(words: Words, isPhone: boolean, progress: number): string {
  const points = PROFILE.map((share, index) => {
    const x = 60 + (index / (PROFILE.length - 1)) * 880
    return `${x.toFixed(0)},${(1000 - share * 560).toFixed(0)}`
  })
  const lines = [500, 625, 750, 875].map((y) => `<path d="M60 ${y} H940"/>`)
  const rows = words.places.map(({name, height}, index) => {
    const y = 1110 + index * 230
    return `<rect x="20" y="${y}" width="960" height="200" rx="56" fill="#fff"/>
      <circle cx="130" cy="${y + 100}" r="50" fill="${PLACE_COLOURS[index]}"/>
      <text x="130" y="${y + 119}" font-size="54" font-weight="700" text-anchor="middle" fill="#fff">${index + 1}</text>
      <text x="225" y="${y + 119}" font-size="56" font-weight="600" fill="#16161a">${name}</text>
      <text x="910" y="${y + 119}" font-size="48" text-anchor="end" fill="#6b6f76">${height}</text>`
  })
  return `<rect width="1000" height="2400" fill="#f1f5f2"/>
    <g transform="translate(0 ${isPhone ? 0 : -110})">
      <text x="60" y="260" font-size="84" font-weight="700" fill="#16161a">${words.climb}</text>
      <text x="60" y="345" font-size="46" fill="#6b6f76">${words.facts}</text>
      <rect x="20" y="400" width="960" height="680" rx="56" fill="#fff"/>
      <g stroke="#e4e9e5" stroke-width="4">${lines.join('')}</g>
      <clipPath id="walked"><rect x="0" y="380" width="${60 + 900 * progress}" height="700"/></clipPath>
      <g clip-path="url(#walked)">
        <polygon points="60,1010 ${points.join(' ')} 940,1010" fill="#2a9d8f" opacity="0.28"/>
        <polyline points="${points.join(' ')}" fill="none" stroke="#1f7a70" stroke-width="14" stroke-linejoin="round" stroke-linecap="round"/>
      </g>
      ${rows.join('')}
      <rect x="20" y="1830" width="960" height="170" rx="85" fill="#1f7a70"/>
      <text x="500" y="1937" font-size="62" font-weight="700" text-anchor="middle" fill="#fff">${words.start}</text>
    </g>`
}

const WALKED = [0.35, 0, 0.55, 0.3, 0, 1, 0.7]
const REACHED = 0.87

function week({week: title, days, goal}: Words, isPhone: boolean, progress: number): string {
  const bars = WALKED.map((share, index) => {
    const x = 105 + index * 120
    const height = 30 + share * 560 * progress
    return `<rect x="${x}" y="${1840 - height}" width="70" height="${height}" rx="24" fill="${share === 1 ? '#e4572e' : '#7a6ad0'}"/>
      <text x="${x + 35}" y="1925" font-size="44" text-anchor="middle" fill="#6b6f76">${days[index]}</text>`
  })
  const ring = 2 * Math.PI * 270
  return `<rect width="1000" height="2400" fill="#f3f1fa"/>
    <g transform="translate(0 ${isPhone ? 0 : -110})">
      <text x="60" y="260" font-size="84" font-weight="700" fill="#16161a">${title}</text>
      <rect x="20" y="330" width="960" height="740" rx="56" fill="#fff"/>
      <g fill="none" stroke-width="64" transform="rotate(-90 500 700)">
        <circle cx="500" cy="700" r="270" stroke="#e6e1f7"/>
        <circle cx="500" cy="700" r="270" stroke="#5b4bc4" stroke-linecap="round" stroke-dasharray="${ring * REACHED * progress} 9999"/>
      </g>
      <text x="500" y="716" font-size="104" font-weight="700" text-anchor="middle" fill="#16161a">${Math.round(REACHED * 100 * progress)}%</text>
      <text x="500" y="790" font-size="46" text-anchor="middle" fill="#6b6f76">${goal}</text>
      <rect x="20" y="1110" width="960" height="880" rx="56" fill="#fff"/>
      ${bars.join('')}
    </g>`
}
