/** What is injected. Each place names its token, so that the build need not emit types of parameters. */
export const SHOP = 'shop'
export const POLICY = 'reloadable-policy'
