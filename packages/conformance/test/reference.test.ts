import { afterAll, beforeAll, describe, it } from 'vitest'
import { runConformance } from '../src/index.js'
import { naiveSubject } from './reference/naive-server.js'

// What the cases expect can be met, by something that shares no code with the core or an adapter.
runConformance(naiveSubject('a naive server'), { describe, it, beforeAll, afterAll })
