/** What the sample app says in its pictures, by App Store locale. */
export interface Words {
  /** Fonts that have the language's letters, best first. */
  readonly fonts: string
  /** A headline of one or two lines for each scene. */
  readonly headlines: readonly [readonly string[], readonly string[], readonly string[]]
  readonly route: string
  readonly facts: string
  readonly start: string
  readonly climb: string
  readonly places: readonly {readonly name: string; readonly height: string}[]
  readonly week: string
  readonly days: readonly string[]
  readonly goal: string
}

const LATIN = "'Inter Display', Inter, 'Helvetica Neue', Arial, sans-serif"

export const WORDS: Readonly<Record<string, Words>> = {
  'en-US': {
    fonts: LATIN,
    headlines: [
      ['Every trail,', 'one tap away'],
      ['See the climb', 'before you start'],
      ['Your week', 'in the hills'],
    ],
    route: 'Seven Lakes Loop',
    facts: '7.7 mi · 2,100 ft · 4 h',
    start: 'Start',
    climb: 'Elevation',
    places: [
      {name: 'Mirror Lake', height: '3,220 ft'},
      {name: 'Eagle Pass', height: '4,660 ft'},
      {name: 'Old Mill', height: '2,820 ft'},
    ],
    week: 'This week',
    days: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
    goal: '26 of 30 mi',
  },
  'de-DE': {
    fonts: LATIN,
    headlines: [
      ['Jeder Weg,', 'ein Fingertipp'],
      ['Den Anstieg', 'vorher sehen'],
      ['Deine Woche', 'in den Bergen'],
    ],
    route: 'Sieben-Seen-Runde',
    facts: '12,4 km · 640 m · 4 Std.',
    start: 'Los',
    climb: 'Höhenprofil',
    places: [
      {name: 'Spiegelsee', height: '980 m'},
      {name: 'Adlerpass', height: '1420 m'},
      {name: 'Alte Mühle', height: '860 m'},
    ],
    week: 'Diese Woche',
    days: ['M', 'D', 'M', 'D', 'F', 'S', 'S'],
    goal: '42 von 48 km',
  },
  ja: {
    fonts: "'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic', sans-serif",
    headlines: [
      ['すべての道を、', '指先に。'],
      ['登る前に、', '高低差を。'],
      ['山の一週間を、', 'ひと目で。'],
    ],
    route: '七つ湖めぐり',
    facts: '12.4 km · 640 m · 4時間',
    start: '出発',
    climb: '標高',
    places: [
      {name: '鏡湖', height: '980 m'},
      {name: '鷲の峠', height: '1,420 m'},
      {name: '古い水車小屋', height: '860 m'},
    ],
    week: '今週',
    days: ['月', '火', '水', '木', '金', '土', '日'],
    goal: '48 km中42 km',
  },
}
