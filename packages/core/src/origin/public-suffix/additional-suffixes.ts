/**
 * Hosting where anybody gets a subdomain, and which the Public Suffix List does not have: its maintainers add a
 * name only at its owner's request. Kept by hand; each with a page that shows a stranger's subdomain.
 */
export const ADDITIONAL_SUFFIXES: readonly string[] = [
  // https://github.com/publicsuffix/list/pull/769
  'glitch.me',
  // https://github.com/codesandbox/codesandbox-client/issues/3751
  'codesandbox.io',
  // https://github.com/stackblitz/core/issues/1303
  'stackblitz.io',
  // https://github.com/localtunnel/localtunnel/issues/397
  'loca.lt',
  // https://pinggy.io/docs/api/web_debugger_api/
  'pinggy.link',
  // https://github.com/Axelen123/serveo
  'serveo.net',
  // https://developer.zendesk.com/api-reference/reseller/api_reference
  'zendesk.com',
  // https://psmodule.io/Confluence/Functions/Site/Get-ConfluenceCloudId/
  'atlassian.net',
  // https://docs.n8n.io/credentials/freshdesk/
  'freshdesk.com',
  // https://developer.salesforce.com/docs/platform/apex-ref/references/apex-ref/apex-class-system-domaincreator.html
  'my.salesforce.com',
  'force.com',
  // https://raw.githubusercontent.com/ServiceNow/ServiceNowDocs/australia/markdown/platform-user-interface/t_LoggingIn.md
  'service-now.com',
  // https://auth0.github.io/node-auth0/types/management.Management.ConnectionDomainOkta.html
  'okta.com',
  // https://auth0.com/docs/get-started/auth0-overview/create-tenants.md
  'auth0.com',
]
