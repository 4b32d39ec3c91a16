/**
 * Every bound on what a configuration or a request may make the core read, keep or say. In one file, which loads
 * nothing, so that a bundler writes the numbers where they are used.
 */

/** A name may be longer in the DNS's own format only by its trailing dot, which browsers keep and we refuse. */
export const MAXIMUM_HOST_LENGTH = 253

/** 64 for a scheme, 3 for `://`, 253 for a host, 6 for a port, rounded up. Longer is never an origin. */
export const MAXIMUM_ORIGIN_LENGTH = 330

/** Of a rule; and of rules. */
export const MAXIMUM_ORIGINS = 100_000

/** Of a list of methods or header names. */
export const MAXIMUM_NAMES = 256

/** About what Apache and nginx accept in one field line by default. */
export const MAXIMUM_VALUE_LENGTH = 8_192

/** Of a method or header name that a request asks for, to get it sent back. */
export const MAXIMUM_TOKEN_LENGTH = 64

/** That a request may ask for, to get them sent back. */
export const MAXIMUM_REQUESTED_NAMES = 128

/** About two megabytes at most. When there are more, all are forgotten: an order of use would cost more than it saves. */
export const MAXIMUM_REMEMBERED = 1_000

/** Nobody reads 100,000 mistakes, and no log should have to keep them. */
export const MAXIMUM_TEXTS = 100

/** Of an array that is suggested: more would hide the message. */
export const MAXIMUM_SUGGESTED = 20

/** Milliseconds that a lookup may take, where the rule does not say. */
export const DEFAULT_LOOKUP_TIMEOUT = 5_000
