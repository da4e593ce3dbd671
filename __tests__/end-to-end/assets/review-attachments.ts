import type {Scenario} from '../../helpers/scenario.ts'
import type {RecordSeed} from '../../../simulator/entities/planting.ts'

export const ATTACHMENTS = {manage: 'review-attachments'} as const

/** Where an attachment lies. */
export function at(name: string): string {
  return `review-attachments/${name}`
}

/** What the store has, by name. */
export function attachments({simulator}: Pick<Scenario, 'simulator'>) {
  return simulator
    .records('appStoreReviewAttachments')
    .map(({id, file, related}) => ({...file, id, detail: related['appStoreReviewDetail']}))
    .toSorted((one, other) => ((one.fileName ?? '') < (other.fileName ?? '') ? -1 : 1))
}

/** The names of what the store has. */
export function names(there: Pick<Scenario, 'simulator'>): readonly (string | undefined)[] {
  return attachments(there).map(({fileName}) => fileName)
}

/** What somebody entered for App Review. None of it may ever be read, changed or shown. */
export const PRIVATE = {
  contactFirstName: 'Wilhelmina',
  contactEmail: 'wilhelmina@example.com',
  contactPhone: '+1 555 0100',
  demoAccountName: 'demo-person',
  demoAccountPassword: 'correct horse',
  demoAccountRequired: true,
  notes: 'Tap the moon three times.',
} as const

/** Puts a review detail with these files into the store. @returns its id. */
export function addDetail(
  {simulator}: Pick<Scenario, 'simulator'>,
  files: readonly NonNullable<RecordSeed['file']>[] = [],
): string {
  const detail = simulator.addRecord({
    type: 'appStoreReviewDetails',
    attributes: PRIVATE,
    related: {appStoreVersion: simulator.versions()[0]?.id ?? ''},
  })
  for (const file of files) addAttachment({simulator}, detail, file)
  return detail
}

export function addAttachment(
  {simulator}: Pick<Scenario, 'simulator'>,
  detail: string,
  file: NonNullable<RecordSeed['file']>,
): string {
  return simulator.addRecord({
    type: 'appStoreReviewAttachments',
    related: {appStoreReviewDetail: detail},
    file,
  })
}
