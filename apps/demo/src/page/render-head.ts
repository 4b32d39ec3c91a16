import { sourceText } from '../results/source-text.js'
import type { PageDescription } from '../server/description.js'
import { byId, element } from './element.js'

/** Where this page is, the links to its other origins, and the policy. */
export const renderHead = ({ page, pages, policies }: PageDescription): void => {
  for (const { id, title, origin, standing } of pages) {
    const isHere = id === page
    if (isHere) byId('origin').textContent = origin
    const link = element(
      'a',
      { href: origin, ...(isHere ? { 'aria-current': 'page' } : {}) },
      element('strong', {}, title),
      element('code', {}, origin),
      element('span', {}, standing),
    )
    byId('pages').append(element('li', {}, link))
  }
  for (const policy of policies) {
    byId('policies').append(element('h3', {}, policy.scope), element('pre', {}, sourceText(policy.policy)))
  }
}
