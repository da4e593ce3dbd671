import {readdir, readFile} from 'node:fs/promises'
import path from 'node:path'

import type {AppSeed} from '../../../simulator/store/seeds.ts'

/** What a step says to pull texts and settings. */
export const PULL_TEXTS = {mode: 'pull', manage: 'metadata'} as const

/** The text of every file of a checkout, by its path; what is no text is there with its number of bytes. */
export async function filesIn(workspace: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(workspace, {recursive: true, withFileTypes: true})
  const files = entries.filter((entry) => entry.isFile())
  const read = files.map(async ({parentPath, name}) => {
    const file = path.join(parentPath, name)
    const bytes = await readFile(file)
    const isPicture = /\.(?:png|jpe?g|mp4|mov)$/iu.test(name)
    const place = path.relative(workspace, file).split(path.sep).join('/')
    return [place, isPicture ? `${bytes.length} bytes` : bytes.toString('utf8')] as const
  })
  const all = await Promise.all(read)
  return Object.fromEntries(all.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** An app with everything that can be declared. */
export const WHOLE_APP: AppSeed = {
  bundleId: 'com.example.app',
  primaryLocale: 'en-US',
  contentRightsDeclaration: 'USES_THIRD_PARTY_CONTENT',
  price: {territory: 'USA', customerPrice: '0.99'},
  appInfos: [
    {
      categories: {
        primaryCategory: 'GAMES',
        primarySubcategoryOne: 'GAMES_BOARD',
        primarySubcategoryTwo: 'GAMES_CARD',
        secondaryCategory: 'TRAVEL',
      },
      ageRating: {gambling: false, violenceRealistic: 'NONE', kidsAgeBand: null},
      localizations: [
        {
          locale: 'en-US',
          name: 'Example',
          subtitle: 'Of an app',
          privacyChoicesUrl: 'https://a.b/c',
        },
        {locale: 'de-DE', name: 'Beispiel', privacyPolicyUrl: 'https://a.b/de'},
      ],
    },
  ],
  builds: [{number: '7', isAttached: true, usesNonExemptEncryption: false}],
  versions: [
    {versionString: '0.9.0', state: 'READY_FOR_DISTRIBUTION'},
    {
      versionString: '1.0.0',
      copyright: '2026 Example GmbH',
      releaseType: 'SCHEDULED',
      earliestReleaseDate: '2026-12-24T09:00:00Z',
      reviewDetail: {
        contactFirstName: 'Ada',
        contactLastName: 'Lovelace',
        contactPhone: '+44 20 7946 0123',
        contactEmail: 'review@example.com',
        demoAccountRequired: true,
        demoAccountName: 'demo',
        demoAccountPassword: 'swordfish-12',
        notes: 'Sign in.\nThen look around.',
      },
      localizations: [
        {
          locale: 'en-US',
          texts: {
            description: 'All of it\r\n\r\nAnd more\n',
            keywords: 'one,two',
            whatsNew: 'Faster',
            supportUrl: 'https://a.b/help',
            marketingUrl: '',
          },
        },
        {locale: 'de-DE', texts: {description: 'Alles: "ja" #1'}},
      ],
    },
  ],
}
