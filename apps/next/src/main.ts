import { runAlone } from '@cors/app-service'
import { start } from './start.js'

await runAlone('next', start)
