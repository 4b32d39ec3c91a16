/**
 * Hosting where anybody gets a subdomain, and which the Public Suffix List does not have: its maintainers add a
 * name only at its owner's request. Kept by hand; each with the page that says so.
 */
export const ADDITIONAL_SUFFIXES: readonly string[] = [
  // https://help.glitch.com/s/article/Custom-URLs
  'glitch.me',
  // https://codesandbox.io/docs/learn/sandboxes/previews
  'codesandbox.io',
  'csb.app',
  // https://developer.stackblitz.com/guides/user-guide/what-is-stackblitz
  'stackblitz.io',
  'webcontainer.io',
  // https://theboroer.github.io/localtunnel-www
  'loca.lt',
  // https://pinggy.io/docs
  'pinggy.link',
  'serveo.net',
  // https://support.zendesk.com/hc/en-us/articles/4408838571290
  'zendesk.com',
  // https://support.atlassian.com/organization-administration/docs/update-your-product-url
  'atlassian.net',
  // https://slack.com/help/articles/201663443
  'slack.com',
  // https://docs.salesforce.com: a My Domain is a name of the customer's choice
  'my.salesforce.com',
  'force.com',
  // https://www.servicenow.com/docs: each customer's instance
  'service-now.com',
  // https://support.squarespace.com/hc/en-us/articles/205812338
  'squarespace.com',
  // https://www.tumblr.com/help
  'tumblr.com',
  // https://en.support.wordpress.com/choosing-a-domain
  'wordpress.com',
  // https://support.freshdesk.com
  'freshdesk.com',
  // https://help.okta.com: each customer's organization, and free developer organizations
  'okta.com',
  // https://auth0.com/docs/get-started/tenant-settings
  'auth0.com',
]
