import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong with the page as it now is, one line for each place: `color-contrast: .due (…)`.
 *
 * @param rules the only ones to look at, all there are unless told
 *
 * The source goes in through the debugger, as no script of the page: our own content security policy stays in force.
 */
export async function accessibilityFaults(page: Page, rules?: string[]): Promise<string[]> {
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: RULES };
  await page.evaluate(finishMotion);
  const debug = await page.context().newCDPSession(page);
  try {
    const { result: known } = await debug.send('Runtime.evaluate', { expression: 'typeof axe' });
    if (known.value === 'undefined') await debug.send('Runtime.evaluate', { expression: axe.source });
    const { result, exceptionDetails } = await debug.send('Runtime.evaluate', {
      expression: `axe.run(document, ${JSON.stringify({ runOnly, resultTypes: ['violations'], preload: false })})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`axe did not run: ${exceptionDetails.text}`);
    const faults: string[] = [];
    for (const { id, help, nodes } of (result.value as AxeResults).violations)
      for (const { target, failureSummary } of nodes) {
        if (id === 'target-size' && (await page.evaluate(isWholeInTheMiddle, String(target.at(-1)))))
          continue;
        faults.push(`${id}: ${target.join(' ')} (${failureSummary?.split('\n')[1]?.trim() ?? help})`);
      }
    return faults;
  } finally {
    await debug.detach();
  }
}

/** Colours halfway through a transition are nobody's colours. */
async function finishMotion(): Promise<void> {
  // what a change of theme sets in motion begins with the next frame
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().endTime === Infinity) animation.cancel();
    else animation.finish();
  // what spreads where somebody touched a button begins to fade by a timer, and tints it until then
  for (const ripple of document.querySelectorAll('.mat-ripple-element')) ripple.remove();
}

/**
 * Whether a target is large enough once it is scrolled to the middle. The bars that stay in place cover by halves
 * whatever passes under their edge; only what no scrolling brings out is too small. Leaves the page where it was.
 */
async function isWholeInTheMiddle(selector: string): Promise<boolean> {
  const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
  const target = document.querySelector(selector);
  if (!target) return false;
  const places: [Element, number][] = [];
  for (let each = target.parentElement; each; each = each.parentElement) places.push([each, each.scrollTop]);
  target.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { violations } = await inPage.run(target, { runOnly: { type: 'rule', values: ['target-size'] } });
  for (const [each, place] of places) each.scrollTop = place;
  return violations.length === 0;
}
