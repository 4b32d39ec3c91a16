import { readFileSync } from 'node:fs'
import { type CorsConfig, CorsConfigError, createCorsPolicy } from '@cors/core'
import { Mistake } from './mistake.js'

/**
 * A configuration from a JSON file.
 *
 * @throws Mistake with everything that is wrong with it
 */
export const readPolicy = (path: string): CorsConfig => {
  try {
    const config: CorsConfig = JSON.parse(readFileSync(path, 'utf8'))
    createCorsPolicy(config)
    return config
  } catch (error) {
    if (error instanceof CorsConfigError || error instanceof SyntaxError || isSystemError(error)) {
      throw new Mistake(`${path}: ${error.message}`)
    }
    throw error
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error
