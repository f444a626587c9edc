import { launchBrowser, PHONE, DESK } from './test/support/browser.ts';
const [base, out, ...specs] = process.argv.slice(2);
const browser = await launchBrowser();
const pages = new Map<string, any>();
for (const spec of specs) {
  const [who, path, size = 'phone', scheme = 'light', full = '1'] = spec.split('|');
  const key = `${who}${size}`;
  let page = pages.get(key);
  if (!page) {
    const context = await browser.newContext({ baseURL: base, locale: 'en-US', ...(size === 'phone' ? PHONE : DESK) });
    page = await context.newPage();
    page.on('console', (m: any) => m.type() === 'error' && console.log(who, path, m.text()));
    page.on('pageerror', (e: any) => console.log(who, path, String(e)));
    if (who !== '-') { await page.goto('/sign-in/harbor'); await page.getByRole('button', { name: who }).first().click(); await page.waitForURL((u: URL) => !u.pathname.startsWith('/sign-in')); }
    pages.set(key, page);
  }
  await page.emulateMedia({ colorScheme: scheme });
  await page.goto(path);
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.getByRole('heading', { level: 1 }).first().waitFor({ timeout: 10000 }).catch(() => console.log('no h1', path));
  await page.waitForTimeout(400);
  const file = `${out}/${who}-${path.replace(/\W+/g, '_')}-${size}-${scheme}.png`;
  await page.screenshot({ path: file, fullPage: full === '1' });
  console.log(file);
}
await browser.close();
