import { createHash, generateKeyPairSync, sign } from 'node:crypto'

/** A self-signed certificate for https servers of a suite. It names no host: browsers are told to trust its key. */
export interface TestCertificate {
  /** For `createServer` of `node:https`, in PEM. */
  readonly key: string
  readonly cert: string
  /** SHA-256 of the public key in Base64, as Chromium's flag wants it. */
  readonly publicKeyHash: string
}

/** DER, the little of it that is needed: a tag, a length, and what is inside. */
const der = (tag: number, ...contents: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(contents)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...contents: readonly Uint8Array[]): Buffer => der(0x30, ...contents)
const utcTime = (text: string): Buffer => der(0x17, Buffer.from(text))

/** 1.2.840.10045.4.3.2 */
const ecdsaWithSha256 = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')))
/** 2.5.4.3, the common name. */
const name = sequence(
  der(0x31, sequence(der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from('cors suite')))),
)

/**
 * Node makes keys but no certificates, and OpenSSL need not be installed.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5280#section-4.1
 */
export const createCertificate = (): TestCertificate => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const publicKeyInfo = publicKey.export({ type: 'spki', format: 'der' })
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    sequence(utcTime('200101000000Z'), utcTime('491231235959Z')),
    name,
    publicKeyInfo,
  )
  const signature = sign('sha256', toBeSigned, privateKey)
  const certificate = sequence(toBeSigned, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64')}\n-----END CERTIFICATE-----\n`,
    publicKeyHash: createHash('sha256').update(publicKeyInfo).digest('base64'),
  }
}
