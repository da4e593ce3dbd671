import type {Step} from '../../core/plan.ts'

const DEEDS: Readonly<Record<Step['kind'], string>> = {
  'create-version': 'create the version',
  'create-localization': 'create the locale',
  'create-set': 'create the set',
  delete: 'delete',
  upload: 'upload',
  'set-poster': 'set the poster frame of',
  reorder: 'reorder',
}

/** What a step does and to what, such as `upload en-US/APP_IPHONE_67/01.png`. May hold text from outside. */
export function deed(step: Step): string {
  const place = [step.locale, step.type, step.fileName].filter((part) => part !== null).join('/')
  return `${DEEDS[step.kind]} ${step.kind === 'create-version' ? step.versionString : place}`
}
