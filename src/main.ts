import {runAction} from './bundle.ts'

await runAction()
