/** What axe finds wrong in a page as it stands. */
import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** Each as what it breaks, and where. */
export async function axeFindings(page: Page, rules: axe.RuleObject = {}): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  // What is still being drawn, or on its way, has no colours of its own yet.
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})))
  })
  return page.evaluate(async (wanted) => {
    const { run } = Reflect.get(window, 'axe') as typeof axe // put there above
    const { violations } = await run(document, { rules: wanted })
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ target, any }) => `${target.join(' ')} (${any[0]?.message ?? ''})`).join(', ')}`,
    )
  }, rules)
}
