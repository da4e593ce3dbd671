import {BASE} from './base.ts'
import {CARDS} from './cards.ts'
import {HEADER} from './header.ts'
import {PARTS} from './parts.ts'
import {STORE} from './store.ts'
import {VIEWER_STYLES} from './viewer.ts'

/** The style sheet of the page. */
export const STYLES = [BASE, HEADER, CARDS, PARTS, STORE, VIEWER_STYLES].join('')
