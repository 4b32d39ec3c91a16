// The model lives in the core, where `explain` uses it, too.
export * from '@cors/core/browser-model'
